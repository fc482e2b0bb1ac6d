"""Pages made from facts and pages of practice in a real browser: choice, order, paper, copying, large type."""

import re

import pypdfium2
import pytest
import yaml

from guizhang.site.build import build_site
from tests.site.conftest import ROOT

A4 = (595, 842)
MANY = 90

ROLES = {"desk": {"name": {"zh": "前台", "en": "Desk"}}, "boss": {"name": {"zh": "经理", "en": "Manager"}}}
THEMES = {"leave": {"zh": "休假", "en": "Leave"}, "calls": {"zh": "电话", "en": "Calls"}}


def deadline(number, hours, theme, role):
    about = {"zh": f"第{number}项时限", "en": f"time limit {number}"}
    return {
        "article": str(number), "id": f"a{number}", "title": {"zh": "时限", "en": "Limit"}, "themes": [theme],
        "applies_to": [role] if role else [], "text": {"zh": "在${f}内办完。", "en": "Done within ${f}."},
        "facts": {"f": {"kind": "duration", "value": f"PT{hours}H", "bound": "max", "about": about}},
    }  # fmt: skip


DEADLINES = [deadline(1, 5, "leave", "desk"), deadline(2, 3, "leave", "boss"), deadline(3, 4, "calls", None)]
FORBIDDEN = [
    {"article": str(100 + n), "id": f"p{n}", "norm": "prohibition", "themes": ["calls" if n % 2 else "leave"],
     "text": {"zh": f"不得在工作时间做第{n}件与工作无关的事情。", "en": f"Staff must not do unrelated thing number {n} in working hours."}}
    for n in range(1, MANY + 1)
]  # fmt: skip
APPROVED = [
    {"article": str(200 + n), "id": f"b{n}", "themes": ["leave"], "text": {"zh": "须经批准。", "en": "Needs approval."},
     "approval": {"by": [role], "matter": {"zh": f"事项{n}", "en": f"matter {n}"}}}
    for n, role in enumerate(("desk", "boss"), start=1)
]  # fmt: skip
SCRIPT = {
    "id": "talk", "title": {"zh": "话术", "en": "Talk"},
    "situations": [{
        "id": "s", "title": {"zh": "来电", "en": "A call"}, "when": {"zh": "电话响", "en": "It rings"},
        "slots": {"name": {"zh": "姓名", "en": "name"}},
        "turns": [
            {"speaker": "customer", "text": {"zh": "喂？", "en": "Hello?"}},
            {"speaker": "staff", "text": {"zh": "您好，我是${name}。", "en": "Hello, I am ${name}."}},
        ],
        "say": [{"text": {"zh": "请您慢慢说。", "en": "Please take your time."}}],
        "never": [{"text": {"zh": "快说。", "en": "Be quick."}, "why": {"zh": "失礼。", "en": "It is rude."}}],
    }],
}  # fmt: skip


FORM = {
    "id": "slip",
    "title": {"zh": "请假单", "en": "Leave slip"},
    "purpose": {"zh": "请假时填写。", "en": "Filled in for leave."},
    "layout": "form",
    "sections": [
        {
            "title": {"zh": "请假的员工", "en": "The member of staff on leave"},
            "fields": [{"id": name, "label": {"zh": name, "en": name}} for name in ("name", "number")],
        }
    ],
}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A small handbook with two kinds of facts and a script."""
    root = tmp_path_factory.mktemp("practice") / "project"
    handbook = {
        "title": {"zh": "手册"},
        "company": {"zh": "公司"},
        "default_view": "zh",
        "roles": ROLES,
        "themes": THEMES,
    }
    rules = {
        "id": "rules",
        "title": {"zh": "规定", "en": "Rules"},
        "edition": {"version": "1"},
        "body": DEADLINES + FORBIDDEN + APPROVED,
    }
    files = {"handbook": handbook, "regulations/rules": rules, "scripts/talk": SCRIPT, "records/slip": FORM}
    for name, content in files.items():
        path = root / "content" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (root / "content" / "pages").mkdir()
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return build_site(root, root.parent / "site").out


def shown(page):
    """What the visible lines are about."""
    return page.locator("tr[data-order]:visible .gz-what .gz-cell:visible").all_inner_texts()


def sheets(page, tmp_path):
    """The printed pages: size in points, and text."""
    out = tmp_path / "printed.pdf"
    page.pdf(path=out, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(out) as document:
        return [
            (tuple(round(side) for side in sheet.get_size()), sheet.get_textpage().get_text_range())
            for sheet in document
        ]


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_chosen_page_can_be_passed_on(practice, serve_folder, page, way):
    base = serve_folder(practice) if way == "http" else practice.as_uri()
    page.goto(f"{base}/at-a-glance/deadlines.html?lang=zh")
    assert shown(page) == ["第2项时限", "第1项时限", "第3项时限"], "by theme, and by size inside it"
    page.get_by_label("岗位").select_option("desk")
    assert shown(page) == ["第1项时限", "第3项时限"], "what binds everyone stays"
    page.get_by_label("主题").select_option("leave")
    assert shown(page) == ["第1项时限"]
    assert page.get_by_role("status").filter(has_text="项").inner_text() == "1 / 3 项"
    assert not page.locator("#theme-calls").is_visible(), "a theme without lines has no heading"
    page.goto(page.url)
    assert shown(page) == ["第1项时限"]
    assert page.get_by_label("岗位").input_value() == "desk"
    assert "lang=zh" in page.url


def test_a_column_sorts_up_down_and_back_to_the_themes(practice, page):
    page.goto(f"{practice.as_uri()}/at-a-glance/deadlines.html?lang=en")
    button = page.get_by_role("button", name="Figure")
    themes = shown(page)
    button.click()
    assert shown(page) == ["Time limit 2", "Time limit 3", "Time limit 1"]
    assert page.get_by_role("columnheader", name="Figure").get_attribute("aria-sort") == "ascending"
    button.click()
    assert shown(page) == ["Time limit 1", "Time limit 3", "Time limit 2"]
    page.goto(page.url)
    assert shown(page)[0] == "Time limit 1", "the address keeps the order"
    page.get_by_role("button", name="Figure").click()
    assert shown(page) == themes


def test_words_are_sorted_as_their_language_does(practice, page):
    page.goto(f"{practice.as_uri()}/at-a-glance/approvals.html?lang=zh&sort=by")
    assert shown(page) == ["事项2", "事项1"], "经理 jingli before 前台 qiantai"
    page.goto(f"{practice.as_uri()}/at-a-glance/approvals.html?lang=en&sort=by")
    assert shown(page) == ["Matter 1", "Matter 2"], "desk before manager"


@pytest.mark.parametrize("asked", ["?role=nobody&theme=gone&sort=length", "?sort=-", "?role=%22%3E%3Cscript%3E"])
def test_an_address_that_asks_for_what_is_not_there_shows_everything(practice, page, asked):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{practice.as_uri()}/at-a-glance/deadlines.html{asked}")
    assert len(shown(page)) == 3
    assert errors == []


def test_without_scripts_the_table_is_whole(practice, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{practice.as_uri()}/at-a-glance/deadlines.html")
    assert page.locator("tr[data-order]:visible").count() == 3
    assert not page.locator(".gz-filter").is_visible()
    context.close()


def test_a_short_page_prints_on_one_sheet_and_says_what_was_chosen(practice, page, tmp_path):
    page.goto(f"{practice.as_uri()}/at-a-glance/deadlines.html?lang=zh&role=desk")
    ((size, text),) = sheets(page, tmp_path)
    assert size == A4
    assert "岗位：前台" in text
    assert "第1项时限" in text
    assert "第2项时限" not in text
    assert page.locator("[data-sheet]").count() == 0, "the screen is as it was"


def test_a_long_page_becomes_denser_and_then_runs_on_and_says_so(practice, page, tmp_path):
    page.goto(f"{practice.as_uri()}/at-a-glance/prohibitions.html?lang=zh")
    ((size, text),) = sheets(page, tmp_path)
    assert size == A4[::-1], "across, in columns"
    assert len(re.findall("不得在工作时间", text)) == MANY
    page.goto(f"{practice.as_uri()}/at-a-glance/prohibitions.html?lang=both")
    several = sheets(page, tmp_path)
    assert len(several) > 1
    assert "按主题依次印在几张纸上" in several[0][1]
    assert sum(len(re.findall("不得在工作时间", text)) for _, text in several) == MANY
    page.goto(f"{practice.as_uri()}/at-a-glance/prohibitions.html?lang=both&theme=leave")
    assert len(sheets(page, tmp_path)) == 1


def test_no_printed_letter_is_smaller_than_seven_points(practice, page):
    page.goto(f"{practice.as_uri()}/at-a-glance/prohibitions.html?lang=both")
    sizes = page.evaluate("""() => {
      const smallest = {};
      for (const sheet of ["1", "2", "3", "4", "themes"]) {
        document.querySelector(".gz-facts").dataset.sheet = sheet;
        const seen = [...document.querySelectorAll(".gz-facts *")].filter((e) => e.offsetParent && e.textContent.trim());
        smallest[sheet] = Math.min(...seen.map((e) => parseFloat(getComputedStyle(e).fontSize))) * 0.75;
      }
      return smallest;
    }""")
    assert all(size >= 6.99 for size in sizes.values()), sizes


def test_a_phrase_is_copied_as_it_is_said(practice, serve_folder, browser):
    base = serve_folder(practice)
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base)
    page = context.new_page()
    page.goto(f"{base}/scripts/talk.html?lang=both")
    rows = page.locator(".gz-phrase")
    assert rows.count() == 2, "what staff say, and nothing of what is never said"
    first = rows.first
    first.locator(".gz-cell[lang='en']").hover()
    first.get_by_role("button", name="Copy").click()
    first.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Hello, I am [name]."
    context.close()


def counted(page):
    return page.locator(".gz-counter-place").inner_text()


def test_large_type_by_keyboard(practice, page):
    page.goto(f"{practice.as_uri()}/scripts/talk.html?lang=zh")
    opener = page.locator(".gz-open-counter")
    opener.focus()
    page.keyboard.press("Enter")
    phrase = page.locator(".gz-counter-phrase .gz-cell:visible")
    assert phrase.inner_text() == "您好，我是〔姓名〕。"
    assert "喂？" in page.locator(".gz-counter-cue").inner_text(), "what was said before it"
    assert float(phrase.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) >= 28
    assert phrase.evaluate("e => e.closest('dialog').getBoundingClientRect().height === innerHeight")
    page.keyboard.press("ArrowRight")
    assert (phrase.inner_text(), counted(page)) == ("请您慢慢说。", "2 / 2")
    page.keyboard.press("ArrowRight")
    assert counted(page) == "2 / 2", "it stops at the last"
    page.locator(".gz-counter [data-view='en']").click()
    assert phrase.inner_text() == "Please take your time."
    page.keyboard.press("Escape")
    assert not page.locator(".gz-counter").is_visible()
    assert opener.evaluate("e => e === document.activeElement")


def test_large_type_by_touch(practice, browser):
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{practice.as_uri()}/scripts/talk.html?lang=zh")
    page.locator(".gz-open-counter").tap()
    page.touchscreen.tap(300, 300)
    assert counted(page) == "2 / 2"
    page.touchscreen.tap(30, 300)
    assert counted(page) == "1 / 2"
    box = page.get_by_role("button", name="下一句").bounding_box()
    assert box["height"] >= 48
    swipe = """([from, to]) => {
      const at = (type, x) => new PointerEvent(type, { bubbles: true, clientX: x, clientY: 300, pointerId: 1 });
      const phrase = document.querySelector(".gz-counter-phrase");
      phrase.dispatchEvent(at("pointerdown", from));
      phrase.dispatchEvent(at("pointerup", to));
    }"""
    page.evaluate(swipe, [300, 60])
    assert counted(page) == "2 / 2", "to the left is onwards"
    page.evaluate(swipe, [60, 300])
    assert counted(page) == "1 / 2"
    context.close()


def test_on_a_phone_the_name_of_a_part_of_a_form_is_as_wide_as_the_form(practice, page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{practice.as_uri()}/records/slip.html?lang=both")
    form, name = page.locator(".gz-form-table"), page.locator(".gz-form-table caption")
    assert name.bounding_box()["width"] >= form.bounding_box()["width"] - 2
