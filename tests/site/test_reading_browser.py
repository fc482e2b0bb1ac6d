"""Reading in a real browser: Traditional characters, the tools of an article, roles, terms, long titles."""

import functools
import html
import random
import re
import urllib.parse
from pathlib import Path

import pytest

from guizhang.model.text import LANGS
from guizhang.site import traditional
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from guizhang.yamlio.content import load_project
from tests.site.conftest import write_project
from tests.site.qr import read

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "generator" / "guizhang" / "site" / "theme" / "assets" / "guizhang"
LONG = "关于客户在营业时间以外通过各种渠道提出的投诉应当怎样登记转办答复回访归档并向上级报告的若干补充规定" * 6
RULES = f"""
id: desk
title: {{zh: 前台规定, en: Reception rules}}
edition: {{version: "2.0", effective: 2026-12-01}}
body:
  - chapter: 1
    id: day
    title: {{zh: 一天, en: The day}}
    body:
      - article: 1
        id: open
        title: {{zh: 开门, en: Opening}}
        norm: duty
        facts: {{early: {{kind: duration, value: PT10M, bound: min}}}}
        text:
          zh: 前台须提前${{early}}开门，并核对发票和头发样品。理发后里程表的数据在系统里复核。先首问负责，再见第三条。
          en: The desk opens ${{early}} early and checks the invoices; first-contact ownership comes first, then Article 3.
      - article: 2
        id: phones
        title: {{zh: 电话, en: Telephone}}
        applies_to: [agent]
        norm: duty
        body:
          - text: {{zh: 坐席须接听。, en: Agents shall answer.}}
            translated_from: {{en: "00000000"}}
          - item: 1
            text: {{zh: 三声以内；, en: within three rings;}}
      - article: 3
        id: long
        title: {{zh: {LONG}, en: {"Supplementary provisions on complaints received out of hours " * 5}}}
        norm: prohibition
        text: {{zh: 不得推诿。, en: Nobody passes it on.}}
      - article: 4
        id: bare
        applies_to: [manager]
        text: {{zh: 没有题目。}}
"""
CHAPTER = "regulations/desk/day.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A site with one chapter of ours beside the small handbook."""
    base = tmp_path_factory.mktemp("desk")
    project = write_project(base / "project")
    (project / "content" / "regulations" / "desk.yaml").write_text(RULES, encoding="utf-8")
    return build_site(project, base / "site").out


@pytest.fixture(scope="module")
def desk(folder, serve_folder):
    return serve_folder(folder)


@functools.cache
def opencc():
    return pytest.importorskip("opencc").OpenCC("s2tw")


def converted(text):
    return opencc().convert(text)


def chinese(page):
    """The visible Chinese of the rules, a text for each half of a row and each heading."""
    return page.evaluate(
        "Array.from(document.querySelectorAll('.gz-article :is(.gz-cell, .gz-title > span)[lang|=zh]'), e => e.textContent)"
    )


# ---- Traditional characters ----


@pytest.fixture(scope="module")
def converter(browser):
    """A blank page with the table for the reference handbook."""
    book = load_project(ROOT).handbook.published()
    page = browser.new_page()
    page.evaluate("() => { window.guizhangView = {get: () => 'zh'} }")
    page.add_script_tag(path=str(ASSETS / "hant.js"))
    page.add_script_tag(content=traditional.script(traditional.seen(traditional.chinese(book))).decode())
    yield page, book
    page.close()


def test_the_browser_converts_the_handbook_as_opencc_does(converter):
    page, book = converter
    texts = sorted({html.unescape(text) for text in strings(book)})
    assert len(texts) > 2000
    mine = page.evaluate("texts => texts.map(guizhangHant.convert)", texts)
    wrong = [(a, converted(a), b) for a, b in zip(texts, mine, strict=True) if converted(a) != b]
    assert not wrong[:3]


def strings(book):
    for document in (*book.regulations, *book.scripts, *book.etiquette, *book.records, book.glossary, book.settings):
        yield from walk(document.model_dump(mode="json"))


def walk(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_the_whole_dictionary_converts_as_opencc_does(browser):
    lines = (ROOT / "generator" / "guizhang" / "zh" / "traditional.txt").read_text(encoding="utf-8").splitlines()
    # Compatibility ideographs stand for others; no keyboard writes them, and the browser makes no words of them.
    words = [line.partition("\t")[0] for line in lines if not re.match("[#\uf900-\ufaff\U0002f800-\U0002fa1f]", line)]
    chance = random.Random(7)
    # Words that run into each other, and characters that happen to make words.
    texts = ["".join(chance.choices(words, k=6)) for _ in range(3000)]
    texts += ["".join(chance.choices("".join(words), k=20)) for _ in range(3000)]
    page = browser.new_page()
    page.evaluate("() => { window.guizhangView = {get: () => 'zh'} }")
    page.add_script_tag(path=str(ASSETS / "hant.js"))
    page.add_script_tag(content=traditional.script(traditional.seen(["规章" * 1_100_000])).decode())
    mine = page.evaluate("texts => texts.map(text => guizhangHant.convert(text))", texts)
    page.close()
    assert not [(text, converted(text), m) for text, m in zip(texts, mine, strict=True) if converted(text) != m][:3]


def test_the_fourth_view_shows_traditional_characters_and_says_so(desk, page):
    page.goto(f"{desk}/{CHAPTER}?lang=zh")
    before = chinese(page)
    page.goto(f"{desk}/{CHAPTER}?lang=zh-hant")
    page.wait_for_function("!document.documentElement.classList.contains('gz-converting')")
    after = chinese(page)
    assert after == [converted(text) for text in before]
    assert any("發票和頭髮" in text for text in after), "the same character, converted word by word"
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    assert page.locator(".gz-article .gz-cell[lang='zh-Hans']").count() == 0
    assert page.locator(".gz-converted").is_visible()
    assert "OpenCC" in page.locator(".gz-converted").inner_text()
    assert page.title().startswith("第一章 一天 · 前臺規定")
    assert not page.locator(".gz-cell[lang='en']").first.is_visible()
    assert converted("至少10分钟") in page.locator(".gz-fact:visible").first.get_attribute("title")
    page.emulate_media(media="print")
    assert page.locator(".gz-converted").is_visible()


def test_the_fourth_view_is_remembered_and_leaves_no_trace(desk, page):
    page.goto(f"{desk}/{CHAPTER}?lang=zh")
    before = page.locator(".md-content").inner_html()
    page.get_by_role("button", name="繁").click()
    page.wait_for_function("window.guizhangHant && document.querySelector('.gz-converted')")
    page.goto(f"{desk}/{CHAPTER}")
    page.wait_for_function("document.querySelector('.gz-converted')")
    assert page.evaluate("guizhangView.get()") == "zh-hant"
    page.get_by_role("button", name="中文").click()
    assert page.locator(".gz-converted").count() == 0
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.locator(".md-content").inner_html() == before


def test_l_goes_through_the_four_views(desk, page):
    page.goto(f"{desk}/{CHAPTER}?lang=zh")
    seen = []
    for _ in range(4):
        page.keyboard.press("l")
        seen.append(page.evaluate("guizhangView.get()"))
    assert seen == ["en", "both", "zh-hant", "zh"]


def test_other_views_load_no_table(desk, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{desk}/{CHAPTER}?lang=both")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search("hant|qr.js|terms.js", url)]


def test_the_page_is_shown_even_where_the_table_does_not_come(desk, page):
    page.route("**/hant-table.js*", lambda route: route.abort())
    page.goto(f"{desk}/{CHAPTER}?lang=zh-hant")
    page.wait_for_function("!document.documentElement.classList.contains('gz-converting')")
    assert page.locator(".gz-article").first.is_visible()


# ---- The tools of an article ----


@pytest.fixture
def writer(browser):
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 900}
    )
    yield context.new_page()
    context.close()


def tool(page, name):
    return page.locator(f".gz-tools [data-tool={name}]")


def clipboard(page):
    page.locator(".gz-done").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def test_tools_come_with_the_pointer_and_move_nothing(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh")
    assert writer.locator(".gz-tools").count() == 0
    before = writer.evaluate("Array.from(document.querySelectorAll('.gz-row'), e => e.getBoundingClientRect().top)")
    writer.locator("[data-address='desk/phones'] .gz-row").first.hover()
    assert tool(writer, "link").is_visible()
    assert writer.locator("[data-address='desk/phones'] > .gz-tools").count() == 1
    after = writer.evaluate("Array.from(document.querySelectorAll('.gz-row'), e => e.getBoundingClientRect().top)")
    assert after == before
    writer.locator("h1").hover()
    assert writer.locator(".gz-tools").count() == 0


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "zh",
            "第二条　电话\n坐席须接听。\n（一）三声以内；\n\n——《前台规定》第二条（2.0 版，2026年12月1日起施行）\n{}",
        ),
        (
            "en",
            (
                "Art. 2. Telephone\nAgents shall answer.\n(1) within three rings;\n\n"
                "— Reception rules, Art. 2 (Edition 2.0, in force from 1 December 2026)\n{}"
            ),
        ),
    ],
)
def test_an_article_is_copied_with_its_citation(desk, writer, lang, expected):
    writer.goto(f"{desk}/{CHAPTER}?lang=both")
    writer.locator("[data-address='desk/phones'] .gz-row").first.hover()
    tool(writer, lang).click()
    assert clipboard(writer) == expected.format(f"{desk}/go.html#desk/phones")


def test_copied_text_follows_the_fourth_view(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh-hant")
    writer.wait_for_function("document.querySelector('.gz-converted')")
    writer.locator("[data-address='desk/open'] .gz-row").first.hover()
    tool(writer, "zh").click()
    copied = clipboard(writer)
    assert "發票和頭髮" in copied
    assert "——《前臺規定》第一條（2.0 版，2026年12月1日起施行）" in copied


def test_what_has_no_translation_is_not_offered(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=both")
    writer.locator("[data-address='desk/bare'] .gz-row").first.hover()
    assert tool(writer, "zh").is_visible()
    assert not tool(writer, "en").is_visible()


def test_the_keyboard_reaches_the_tools_and_the_figures(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh")
    writer.locator("#open .gz-num").focus()
    reached = []
    for _ in range(9):
        writer.keyboard.press("Tab")
        reached.append(writer.evaluate("document.activeElement.dataset.tool || document.activeElement.className"))
    assert reached[:7] == ["link", "zh", "en", "qr", "print", "practise", "report"]
    assert "gz-fact" in reached
    writer.locator(".gz-fact:visible").focus()
    assert writer.locator(".gz-tip").inner_text() == "至少10分钟"
    writer.keyboard.press("Escape")
    assert writer.locator(".gz-tools, .gz-tip").count() == 0


def test_a_problem_is_reported_by_mail(desk, writer):
    for lang, subject in (
        ("zh", "规章问题：《前台规定》第二条（2.0 版，2026年12月1日起施行）"),
        ("en", "A problem in the rules: Reception rules, Art. 2 (Edition 2.0, in force from 1 December 2026)"),
    ):
        writer.goto(f"{desk}/{CHAPTER}?lang={lang}")
        writer.locator("[data-address='desk/phones'] .gz-row").first.hover()
        address, _, query = tool(writer, "report").get_attribute("href").partition("?")
        fields = urllib.parse.parse_qs(query)
        assert address == "mailto:rules@example.com"
        assert fields["subject"] == [subject]
        assert fields["body"][0].endswith(f"{desk}/go.html#desk/phones")


def test_a_qr_code_holds_the_permanent_link(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh")
    writer.locator("[data-address='desk/phones'] .gz-row").first.hover()
    tool(writer, "qr").click()
    svg = writer.locator(".gz-qr svg")
    svg.wait_for()
    size = int(svg.get_attribute("viewBox").split()[2])
    cells = [[False] * (size - 8) for _ in range(size - 8)]
    for x, y in re.findall(r"M(\d+) (\d+)", svg.locator("path").get_attribute("d")):
        cells[int(y) - 4][int(x) - 4] = True
    assert read(cells) == f"{desk}/go.html#desk/phones"


def test_qr_codes_of_every_size_read_back(browser):
    page = browser.new_page()
    page.add_script_tag(path=str(ASSETS / "qr.js"))
    texts = [("规章" + "https://rules.example/go.html#a/b?" * 40)[:length] for length in range(1, 1350, 13)]
    codes = page.evaluate("texts => texts.map(guizhangQr)", texts)
    page.close()
    assert len({len(code) for code in codes}) == 30, "every version from 1 to 30"
    assert [read(code) for code in codes] == texts


def test_one_article_is_printed_alone_with_its_citation(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh")
    writer.evaluate("window.print = () => { window.printed = true }")
    writer.locator("[data-address='desk/phones'] .gz-row").first.hover()
    tool(writer, "print").click()
    assert writer.evaluate("window.printed")
    writer.emulate_media(media="print")
    shown = [a.get_attribute("data-address") for a in writer.locator(".gz-article").all() if a.is_visible()]
    assert shown == ["desk/phones"]
    assert "《前台规定》第二条（2.0 版，2026年12月1日起施行）" in writer.locator(".gz-cited").inner_text()
    writer.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert writer.locator(".gz-cited").count() == 0
    assert writer.locator(".gz-article").first.is_visible()


def test_one_article_printed_in_traditional_characters_says_that_it_is_converted(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh-hant")
    writer.wait_for_function("document.querySelector('.gz-converted')")
    writer.evaluate("window.print = () => {}")
    writer.locator("[data-address='desk/phones'] .gz-row").first.hover()
    tool(writer, "print").click()
    writer.emulate_media(media="print")
    assert writer.locator(".gz-converted").is_visible()
    assert "《前臺規定》第二條" in writer.locator(".gz-cited").inner_text()


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_a_tap_on_the_head_opens_the_tools_on_a_phone(desk, phone):
    phone.goto(f"{desk}/{CHAPTER}?lang=zh")
    head = phone.locator("#phones")
    head.tap()
    for name in ("link", "zh", "en", "qr", "print", "practise", "report"):
        assert tool(phone, name).bounding_box()["height"] >= 48, name
    head.tap()
    assert phone.locator(".gz-tools").count() == 0


@pytest.mark.parametrize("view", ["zh", "en", "both", "zh-hant"])
def test_a_title_of_three_hundred_characters_breaks_no_layout(desk, phone, view):
    assert len(LONG) > 280
    phone.goto(f"{desk}/{CHAPTER}?lang={view}")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.goto(f"{desk}/regulations/desk.html?lang={view}")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


# ---- Roles ----


def shown(page):
    return [a.get_attribute("data-address") for a in page.locator(".gz-article").all() if a.is_visible()]


def test_a_role_hides_what_binds_others_and_says_how_many(desk, page):
    page.goto(f"{desk}/{CHAPTER}?lang=zh")
    assert len(shown(page)) == 4
    page.locator(".gz-chips [data-role=agent]").click()
    assert shown(page) == ["desk/open", "desk/phones", "desk/long"]
    assert "另有1条没有显示" in page.locator(".gz-hidden-note").inner_text()
    page.emulate_media(media="print")
    assert page.locator(".gz-hidden-note").is_visible(), "paper says what it leaves out"
    page.emulate_media(media="screen")
    page.reload()
    assert len(shown(page)) == 3, "remembered"
    page.goto(f"{desk}/{CHAPTER}?lang=zh#bare")
    page.reload()
    assert "desk/bare" in shown(page), "a link leads to its rule, whomever it binds"
    page.get_by_role("button", name="全部显示").click()
    assert len(shown(page)) == 4


def test_a_role_hides_what_binds_others_in_the_contents_too(desk, page):
    page.goto(f"{desk}/regulations/desk.html?lang=zh")
    lines = page.locator(".gz-contents ul > li")
    assert [line.is_visible() for line in lines.all()] == [True] * 4
    page.locator(".gz-chips [data-role=manager]").click()
    assert [line.is_visible() for line in lines.all()] == [True, False, True, True]
    assert "另有1条没有显示" in page.locator(".gz-hidden-note").inner_text()
    page.goto(f"{desk}/regulations/leave.html?lang=zh")
    assert page.locator(".gz-chips").count() == 0, "rules for everyone offer no roles"


def test_a_page_with_nothing_for_a_role_says_so_and_shows_all(desk, page):
    page.goto(f"{desk}/regulations/complaints/taking.html?lang=zh")
    page.evaluate("localStorage.setItem('guizhang.role', 'manager')")
    page.reload()
    assert "全部照常显示" in page.locator(".gz-hidden-note").inner_text()
    assert page.locator(".gz-article").first.is_visible()


def test_a_role_is_chosen_on_its_page_and_shown_at_home(desk, page):
    page.goto(f"{desk}/roles/agent.html?lang=zh")
    page.locator(".gz-set-role").click()
    page.goto(f"{desk}/index.html?lang=zh")
    assert page.locator(".gz-roles [aria-current]").get_attribute("href") == "roles/agent.html"
    page.goto(f"{desk}/{CHAPTER}?lang=en")
    assert shown(page) == ["desk/open", "desk/phones", "desk/long"]


# ---- Terms ----


def test_a_term_says_what_it_means_on_hover_and_leads_to_the_glossary(desk, writer):
    writer.goto(f"{desk}/{CHAPTER}?lang=zh")
    term = writer.locator("[data-address='desk/open'] .gz-cell[lang|=zh] .gz-def")
    assert term.inner_text() == "首问负责"
    term.hover()
    writer.locator(".gz-tip").wait_for()
    assert writer.locator(".gz-tip a").inner_text() == "首问负责"
    term.click()
    writer.wait_for_url("**/glossary.html#*")


def test_a_tap_on_a_term_shows_its_meaning_and_stays(desk, phone):
    phone.goto(f"{desk}/{CHAPTER}?lang=en")
    phone.locator("[data-address='desk/open'] .gz-cell[lang=en] .gz-def").tap()
    phone.locator(".gz-tip").wait_for()
    assert phone.url.endswith("?lang=en")


def test_a_reference_leads_to_its_article(desk, page):
    for lang in LANGS:
        page.goto(f"{desk}/{CHAPTER}?lang={lang}")
        page.locator("[data-address='desk/open'] .gz-ref:visible").click()
        page.wait_for_url("**#long")


def test_everything_works_from_a_folder_and_under_a_strict_policy(folder, writer):
    complaints = []
    writer.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    writer.on("pageerror", lambda error: complaints.append(str(error)))
    chapter = (folder / CHAPTER).as_uri()

    def answer(route):
        page = (folder / CHAPTER).read_text(encoding="utf-8")
        # In a page's head this one is not allowed.
        rule = html.escape(re.sub("frame-ancestors[^;]*;?", "", policy(folder)), quote=True)
        route.fulfill(body=page.replace("<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{rule}">', 1),
                      content_type="text/html; charset=utf-8")  # fmt: skip

    for strict in (False, True):
        if strict:
            writer.route(f"{chapter}*", answer)
        writer.goto(f"{chapter}?lang=zh-hant")
        writer.wait_for_function("document.querySelector('.gz-converted')")
        writer.locator("[data-address='desk/open'] .gz-row").first.hover()
        tool(writer, "qr").click()
        writer.locator(".gz-qr svg").wait_for()
        writer.locator(".gz-chips [data-role=agent]").click()
        writer.locator("[data-address='desk/open'] .gz-cell[lang|=zh] .gz-def").hover()
        writer.locator(".gz-tip").wait_for()
        writer.locator(".gz-chips [data-role=agent]").click()
    assert complaints == []
