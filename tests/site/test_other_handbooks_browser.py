"""Handbooks unlike ours in a real browser: hostile words, English first, Traditional characters, no scripts."""

import pytest

from guizhang.site.build import build_site
from tests.site.conftest import ROOT

LONG = "关于客户接待现场秩序维护以及来访登记和临时通行证发放回收管理与突发情况处置报告流程和责任追究的若干补充规定" * 5
WORD = "Officerforthekeepingoforderinthereceptionhallandtheregistrationofallvisitors"
HOSTILE = {
    "handbook.yaml": f"""
title: {{zh: "甲<b>乙</b> & 丙", en: "A <script>alert(1)</script>"}}
company: {{zh: "شركة 🏢 示例", en: شركة}}
roles:
  desk: {{name: {{zh: "{LONG[:60]}", en: {WORD}}}}}
  only-zh: {{name: {{zh: 只有中文的岗位}}}}
themes:
  money: {{zh: 钱, en: Money}}
order: [hall, old, coming]
""",
    "regulations/hall.yaml": f"""
id: hall
title: {{zh: "{LONG}", en: "{WORD} {WORD}"}}
applies_to: [desk]
owner: desk
edition: {{version: "1"}}
body:
  - chapter: 1
    id: long
    title: {{zh: "{LONG}", en: "{WORD}"}}
    body:
      - article: 1
        id: words
        title: {{zh: "الفصل", en: "الفصل"}}
        norm: duty
        text: {{zh: "<i>登记</i> https://example.com/{"a" * 120}", en: "{WORD}{WORD}"}}
      - article: 2
        id: table
        title: {{zh: 表, en: Table}}
        text:
          zh: "级别\\t金额\\t说明\\n一级\\t100元\\t{LONG[:80]}"
          en: "Level\\tAmount\\tRemark\\nOne\\t100 yuan\\t{WORD}"
""",
    "regulations/old.yaml": """
id: old
title: {zh: 旧规定, en: Old rules}
edition: {version: "1", effective: 2019-01-01, repealed: 2020-01-01}
themes: [money]
body:
  - article: 1
    id: fine
    title: {zh: 罚款, en: Fine}
    norm: penalty
    facts: {fine: {kind: money, value: 50}}
    text: {zh: "迟到一次扣${fine}。", en: "Lateness costs ${fine}."}
""",
    "regulations/coming.yaml": """
id: coming
title: {zh: 新规定, en: New rules}
edition: {version: "2", effective: 2999-01-01}
themes: [money]
body:
  - article: 1
    id: fine
    title: {en: Only in English}
    facts: {fine: {kind: money, value: 70}}
    text: {zh: "迟到一次扣${fine}。", en: "Lateness costs ${fine}."}
""",
    "scripts/talk.yaml": """
id: talk
title: {zh: 话术, en: Scripts}
situations:
  - id: shout
    title: {zh: 大喊, en: Shouting}
    when: {zh: 客户生气, en: The customer is angry}
    turns:
      - {speaker: customer, text: {zh: 退钱！, en: Refund!}}
      - {speaker: staff, text: {zh: 请坐。, en: Please sit down.}}
""",
}
TRADITIONAL = {
    "handbook.yaml": """
title: {zh: 員工手冊}
company: {zh: 餐飲公司}
default_view: zh
roles:
  counter: {name: {zh: 櫃檯人員}}
""",
    "regulations/work.yaml": """
id: work
title: {zh: 工作規則}
edition: {version: "1", effective: 2026-01-01}
body:
  - article: 1
    id: clock
    title: {zh: 打卡}
    norm: duty
    facts: {early: {kind: duration, value: PT5M, bound: min}}
    text: {zh: "員工應於上班前至少${early}到後台打卡，不得委託他人，亦不得著便服。"}
  - article: 2
    id: late
    title: {zh: 遲到}
    text: {zh: "遲到者，依第一條處理，並記錄於工作日誌。"}
""",
}


def built(tmp_path_factory, name, files):
    base = tmp_path_factory.mktemp(name)
    project = base / "project"
    for path, text in files.items():
        file = project / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (project / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (project / "content" / "pages").mkdir()
    return build_site(project, base / "site").out.as_uri()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return built(tmp_path_factory, "hostile", HOSTILE)


@pytest.fixture(scope="module")
def traditional(tmp_path_factory):
    return built(tmp_path_factory, "traditional", TRADITIONAL)


CHINESE = {
    "handbook.yaml": """
title: {zh: 员工手册}
company: {zh: 海棠服务}
language: zh
roles:
  counter: {name: {zh: 收银员}}
  guard: {name: {zh: 保安员}}
""",
    "regulations/work.yaml": """
id: work
title: {zh: 上班规定}
edition: {version: "1"}
body:
  - item: 1
    id: clock
    label: 1、
    norm: duty
    facts: {early: {kind: duration, value: PT5M, bound: min}}
    text: {zh: "上班前至少${early}打卡。"}
  - item: 2
    id: late
    label: 2、
    norm: penalty
    applies_to: [counter]
    facts: {fine: {kind: money, value: 20}}
    text: {zh: "收银员迟到一次，扣${fine}。"}
""",
}


PAGES = [
    "index", "regulations/hall", "regulations/hall/long", "roles/desk", "my-reading", "at-a-glance/amounts", "scripts/talk",
]  # fmt: skip


@pytest.mark.parametrize("view", ["zh", "en", "both"])
def test_no_word_is_so_long_that_a_small_phone_must_be_pushed_sideways(page, hostile, view):
    page.set_viewport_size({"width": 320, "height": 640})
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    for path in PAGES:
        page.goto(f"{hostile}/{path}.html?lang={view}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        assert "None" not in page.locator("main").inner_text(), path
    assert not faults


def test_a_title_as_long_as_a_page_takes_a_few_lines_in_the_lists_around_it(page, hostile):
    page.goto(f"{hostile}/regulations/hall/long.html?lang=zh")
    heights = "all => all.map(e => e.getBoundingClientRect().height)"
    for place in (".gz-crumbs a", ".gz-pager a > [lang|=zh]", ".gz-nav a > [lang|=zh]"):
        assert max(page.locator(place).evaluate_all(heights)) < 130, place


def test_a_text_in_lines_with_tabs_is_a_table_of_so_many_rows(page, hostile):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{hostile}/regulations/hall/long.html?lang=zh")
    left = page.locator("#table ~ .gz-row .gz-cell[lang=zh-Hans] .gz-tabbed").evaluate_all(
        "all => all.map(row => [...row.children].map(cell => Math.round(cell.getBoundingClientRect().left)))"
    )
    assert len(left) == 2
    assert len(left[0]) == 3
    assert left[0] == left[1]


def test_a_list_says_which_of_its_rules_are_not_in_force(page, hostile):
    said = {"Old rules": "Repealed", "New rules": "Not yet in force"}
    for path, place in (("index", ".gz-list li > a"), ("my-reading", ".gz-progress-row > a"), ("roles/desk", "h3 > a")):
        page.goto(f"{hostile}/{path}.html?lang=en")
        shown = page.locator(place).all_inner_texts()
        for title, word in said.items():
            assert [text.endswith(word) for text in shown if text.startswith(title)] == [True], path
        assert not [text for text in shown if text.startswith(WORD) and ("force" in text or "Repealed" in text)]
    page.goto(f"{hostile}/at-a-glance/amounts.html?lang=en")
    rows = page.locator("tbody tr:not(.gz-theme)").all_inner_texts()
    assert sorted(row.split("\n")[-1].strip() for row in rows if "CNY" in row) == ["Not yet in force", "Repealed"]
    assert page.locator(".gz-not-in-force").count() == 2


def test_a_role_is_chosen_by_its_name_in_the_language_of_the_view(page, hostile):
    page.goto(f"{hostile}/my-reading.html?lang=en")
    names = page.locator("[data-gz-role] option").all_inner_texts()
    assert names == ["Choose your role", WORD, "只有中文的岗位"]
    page.click("[data-view=both]")
    assert page.locator("[data-gz-role] option").all_inner_texts()[2] == "只有中文的岗位", "not twice"


def test_english_without_chinese_is_no_second_voice(page, hostile):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{hostile}/regulations/coming.html?lang=both")
    title, cell = page.locator("#fine .gz-title > span"), page.locator("#fine ~ .gz-row .gz-cell").first
    style = "e => [getComputedStyle(e).color, getComputedStyle(e).fontWeight]"
    assert title.evaluate(style) == page.locator("main h1 > span").first.evaluate(style)
    assert abs(title.bounding_box()["x"] - cell.bounding_box()["x"]) < 2


def test_only_rows_of_a_table_have_lines_between_them(page, hostile):
    page.goto(f"{hostile}/scripts/talk.html?lang=both")
    widths = page.locator(".gz-dialogue .gz-cell").evaluate_all(
        "all => all.map(cell => getComputedStyle(cell).borderBottomWidth)"
    )
    assert len(widths) == 4
    assert set(widths) == {"0px"}


def test_without_scripts_both_languages_stand_as_in_their_view(browser, hostile):
    looks = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{hostile}/regulations/coming.html?lang=both")
        top = page.locator(".gz-article").bounding_box()["y"]
        boxes = [
            page.locator(f".gz-article {place}").first.bounding_box()
            for place in (".gz-num", ".gz-num [lang=en]", ".gz-row")
        ]
        looks.append([box | {"y": box["y"] - top} for box in boxes])
        assert page.locator(".gz-view").is_visible() is scripts
        context.close()
    assert looks[0] == looks[1]


def test_a_traditional_handbook_opens_so_and_its_rules_stand_as_they_were_written(page, traditional):
    page.goto(f"{traditional}/regulations/work.html")
    page.wait_for_function("!document.documentElement.classList.contains('gz-converting')")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    said = page.locator("#clock ~ .gz-row .gz-cell[lang=zh-Hant]").inner_text()
    assert said == "員工應於上班前至少5分鐘到後台打卡，不得委託他人，亦不得著便服。", (
        "the figure is ours, the rest is theirs"
    )
    assert page.locator(".gz-num").first.inner_text() == "第一條"
    assert page.locator(".gz-converted").count() == 0
    assert page.locator("a.gz-ref:visible").get_attribute("href").endswith("#clock")
    page.click("[data-view=zh]")
    assert page.locator(".gz-num").first.inner_text() == "第一条"
    assert page.locator("[data-view=zh-hant]").get_attribute("lang") == "zh-Hant"


def test_beside_english_a_traditional_handbook_has_our_words_in_its_characters(page, tmp_path_factory):
    settings = TRADITIONAL["handbook.yaml"].replace("default_view: zh", "default_view: both")
    base = built(tmp_path_factory, "traditional-both", TRADITIONAL | {"handbook.yaml": settings})
    page.goto(f"{base}/regulations/work.html")
    page.wait_for_function("!document.documentElement.classList.contains('gz-converting')")
    page.wait_for_function("window.guizhangView && document.querySelector('.gz-nav-group [lang=zh-Hant]')")
    assert page.evaluate("guizhangView.get()") == "both"
    assert page.locator("[data-view=both]").get_attribute("aria-pressed") == "true"
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    assert page.locator(".gz-nav-group").first.inner_text() == "規章制度 Regulations"
    assert "後台" in page.locator("#clock ~ .gz-row").inner_text(), "the rules stand as they were written"
    assert page.locator(".gz-converted").count() == 0
    page.click("[data-view=en]")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".gz-nav-group").first.inner_text() == "Regulations"
    page.click("[data-view=both]")
    assert page.locator(".gz-nav-group").first.inner_text() == "規章制度 Regulations"
    page.click("[data-view=zh]")
    assert page.locator(".gz-nav-group").first.inner_text() == "规章制度"


def test_a_handbook_in_one_language_offers_no_other(page, browser, tmp_path_factory):
    base = built(tmp_path_factory, "chinese", CHINESE)
    page.goto(f"{base}/regulations/work.html?lang=both")
    assert page.evaluate("guizhangView.get()") == "zh"
    assert "效力文本" not in page.locator(".gz-meta").inner_text()
    buttons = page.locator(".gz-view [data-view]")
    assert [button.get_attribute("data-view") for button in buttons.all()] == ["zh", "zh-hant"]
    for view in ("zh-hant", "zh"):
        page.keyboard.press("l")
        assert page.evaluate("guizhangView.get()") == view
    with browser.new_context(java_script_enabled=False) as context:
        bare = context.new_page()
        bare.goto(f"{base}/regulations/work.html")
        assert "还没有英文" not in bare.locator("body").inner_text()
        assert bare.locator(".gz-cell:visible").count() == 2


def test_a_question_without_translation_stands_once(page, tmp_path_factory):
    settings = CHINESE["handbook.yaml"].replace("language: zh", "default_view: both")
    base = built(tmp_path_factory, "untranslated", CHINESE | {"handbook.yaml": settings})
    page.goto(f"{base}/practice.html#document=work")
    stem = page.locator(".gz-question .gz-pair").first
    stem.wait_for()
    assert page.evaluate("guizhangView.get()") == "both"
    assert stem.locator("[lang]:visible").count() == 1
    # Figures are printed in both languages all the same: 5分钟 5 minutes.
    for pair in page.locator(".gz-question .gz-pair").all():
        halves = [half.strip() for half in pair.locator("> [lang]").all_inner_texts()]
        assert len(set(halves)) == len(halves)
    page.click("[data-view=en]")
    assert stem.locator("[lang]:visible").count() == 1, "there is nothing else to show"


def test_a_table_and_the_rules_of_a_flat_list_are_marked_filtered_and_counted(page, tmp_path_factory):
    table = """
id: fines
title: {zh: 处罚标准}
edition: {version: "1"}
body:
  - text: {zh: "行为\\t处罚"}
  - text: {zh: "早退\\t20元"}
"""
    base = built(tmp_path_factory, "flat", CHINESE | {"regulations/fines.yaml": table})
    page.goto(f"{base}/regulations/fines.html")
    page.keyboard.press("m")
    assert page.locator(".gz-reading-status").inner_text() == "处罚标准已标为已读。"
    assert page.locator(".gz-reading-count").inner_text().strip() == "已读 1/1 条"
    page.goto(f"{base}/regulations/work.html")
    page.locator(".gz-mark-set").nth(1).click()
    assert page.locator(".gz-reading-count").inner_text().strip() == "已读 1/2 条"
    assert [block.get_attribute("data-read") for block in page.locator(".gz-provision").all()] == ["unread", "read"]
    page.locator(".gz-mark-set").first.focus()
    page.keyboard.press("m")
    assert page.locator(".gz-reading-status").inner_text() == "1已标为已读。"
    page.goto(f"{base}/roles/counter.html")
    page.wait_for_function("document.querySelector('p.gz-progress-row').innerText.includes('3/3')")
    assert page.locator(".gz-named a").inner_text().strip() == "2、"
    page.click(".gz-set-role")
    page.goto(f"{base}/regulations/work.html")
    assert page.locator(".gz-provision:visible").count() == 2
    page.goto(f"{base}/roles/guard.html")
    page.click(".gz-set-role")
    page.goto(f"{base}/regulations/work.html")
    assert [block.get_attribute("data-address") for block in page.locator(".gz-provision:visible").all()] == [
        "work/clock"
    ]


def test_the_contents_open_and_close_by_keyboard_where_they_are_a_drawer(page, hostile):
    page.set_viewport_size({"width": 640, "height": 400})  # a desktop at 200 %
    page.goto(f"{hostile}/regulations/old.html?lang=en")
    focused = "document.activeElement.closest('.gz-nav') !== null"
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not page.evaluate(focused), "nobody walks through what cannot be seen"
        if page.evaluate("document.activeElement.matches('button.gz-menu')"):
            break
    page.keyboard.press("Enter")
    assert page.locator("button.gz-menu").get_attribute("aria-expanded") == "true"
    page.wait_for_function(focused)
    assert page.locator(".gz-nav [aria-current]").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('button.gz-menu[aria-expanded=false]')")
    page.wait_for_function("getComputedStyle(document.querySelector('#gz-drawer')).visibility === 'hidden'")
    page.locator("button.gz-menu").click()
    page.locator("label.md-overlay").click(position={"x": 600, "y": 200})
    assert page.locator("button.gz-menu").get_attribute("aria-expanded") == "false"
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not page.locator(".gz-menu").first.is_visible()
    assert not page.locator(".gz-menu").last.is_visible()
    assert page.locator(".gz-nav a").first.is_visible(), "beside the page there is room for it"


NUMBERED = {
    "handbook.yaml": "title: {zh: 手册, en: Handbook}\ncompany: {zh: 公司, en: Company}\n",
    "regulations/work.yaml": "id: work\ntitle: {zh: 规定, en: Rules}\nedition: {version: '1'}\nbody:\n"
    + "".join(
        f"  - {{article: {n}, id: a{n}, norm: definition, text: {{zh: 奖励分为三种。, en: There are three rewards.}}}}\n"
        for n in (1, 37, 127, 1888)
    ),
}
OVERLAPS = """() => [...document.querySelectorAll('.gz-article')].filter((article) => {
  const box = (name) => {
    const range = document.createRange();
    range.selectNodeContents(article.querySelector(name));
    return range.getBoundingClientRect();
  };
  const [number, word] = [box('.gz-num'), box('.gz-word')];
  return number.bottom > word.top + 1 && number.right > word.left && number.top < word.bottom;
}).map((article) => article.dataset.address)"""


@pytest.mark.parametrize("view", ["zh", "both"])
@pytest.mark.parametrize("media", ["print", "screen"])
def test_a_long_number_is_not_printed_on_the_norm_s_word(tmp_path_factory, page, view, media):
    page.set_viewport_size({"width": 1366, "height": 900} if media == "screen" else {"width": 680, "height": 960})
    page.goto(f"{built(tmp_path_factory, 'numbered', NUMBERED)}/regulations/work.html?lang={view}")
    page.emulate_media(media=media)
    assert page.evaluate(OVERLAPS) == []
