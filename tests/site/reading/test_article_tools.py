"""The tools of an article in a real browser: copying, links, printing, reporting; long titles."""

import re
import urllib.parse

import pytest

from tests.site.qr import read
from tests.site.reading.desk import ASSETS, CHAPTER, LONG, clipboard, tool


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
