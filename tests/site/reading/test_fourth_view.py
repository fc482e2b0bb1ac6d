"""Traditional characters, converted in a real browser."""

import html
import random
import re

import pytest

from guizhang.site import traditional
from guizhang.yamlio.content import load_project
from tests.site.conftest import ROOT
from tests.site.reading.desk import ASSETS, CHAPTER, chinese, converted


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
