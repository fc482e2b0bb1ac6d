"""What a reader sees and does, in a real browser."""

import functools
import http.server
import threading

import pytest

from guizhang.site.csp import policy

CHAPTER = "regulations/complaints/taking.html"
KINDS = [
    "index.html", "regulations/complaints.html", CHAPTER, "regulations/leave/basics.html", "about.html", "glossary.html",
    "regulations/without-articles.html", "scripts/telephone-scripts.html", "etiquette/appearance-points.html",
    "records/complaint-register.html", "records/wide-register.html", "at-a-glance/deadlines.html", "at-a-glance/amounts.html",
    "at-a-glance/prohibitions.html", "at-a-glance/approvals.html", "at-a-glance/thresholds.html", "at-a-glance/penalties.html",
    "at-a-glance/records.html", "at-a-glance/never-say.html", "checklists/appearance-points.html", "roles/agent.html", "404.html",
    "changes.html", "changes/2026.2.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def base(site, serve_folder):
    return serve_folder(site)


def seen(page, lang):
    """Texts of the visible halves in *lang*."""
    cells = page.locator(f".gz-article .gz-cell[lang|='{lang}']")
    return [cell.inner_text() for cell in cells.all() if cell.is_visible()]


def search(page, query):
    """Search for *query* and return the first result."""
    page.keyboard.press("/")
    page.locator(".gz-search-input:focus").wait_for()
    page.keyboard.type(query, delay=20)
    result = page.locator(".gz-search-results a").first
    result.wait_for()
    return result


def choose(page, view):
    """Press the button of *view* in the header."""
    page.locator(f".gz-view [data-view='{view}']").click()


def test_pages_ask_no_other_host_and_raise_no_error(base, page):
    outside, errors = [], []

    def guard(route):
        if route.request.url.startswith((base, "data:")):
            return route.continue_()
        outside.append(route.request.url)
        return route.abort()

    page.route("**/*", guard)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for path in KINDS:
        page.goto(f"{base}/{path}")
        page.wait_for_load_state("networkidle")
    page.goto(f"{base}/{CHAPTER}")
    search(page, "回复")
    assert outside == []
    assert errors == []


def test_the_three_views(base, page):
    page.goto(f"{base}/{CHAPTER}")
    assert page.evaluate("guizhangView.get()") == "both", "handbook.yaml says so"
    assert seen(page, "zh")
    assert seen(page, "en")
    choose(page, "en")
    assert not seen(page, "zh")
    assert seen(page, "en")[0].startswith("A service agent must")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Chapter 1: Taking a complaint · Complaint handling - Customer Service Handbook"
    assert page.locator(".gz-search-label").inner_text() == "Search"
    choose(page, "zh")
    assert not seen(page, "en")
    assert page.title().startswith("第一章 受理 · 投诉处理规定")


def test_the_choice_is_remembered_and_the_address_wins(base, page):
    page.goto(f"{base}/{CHAPTER}")
    choose(page, "en")
    page.goto(f"{base}/index.html")
    assert page.evaluate("guizhangView.get()") == "en"
    page.goto(f"{base}/index.html?lang=zh")
    assert page.evaluate("guizhangView.get()") == "zh"
    page.goto(f"{base}/index.html?lang=klingon")
    assert page.evaluate("guizhangView.get()") == "zh", "what nobody knows changes nothing"


def test_a_link_with_a_language_holds_for_its_tab_and_changes_no_choice(base, page):
    page.goto(f"{base}/index.html?lang=en")
    page.goto(f"{base}/{CHAPTER}")
    assert page.locator("html").get_attribute("data-gz-view") == "en"
    other = page.context.new_page()
    other.goto(f"{base}/{CHAPTER}")
    assert other.locator("html").get_attribute("data-gz-view") == "both"
    other.close()
    choose(page, "zh")
    page.reload()
    assert page.locator("html").get_attribute("data-gz-view") == "zh"


def test_the_view_is_set_before_anything_is_drawn(base, page):
    page.add_init_script(
        """new MutationObserver(() => {
             if (document.body && window.atBody === undefined)
               window.atBody = document.documentElement.getAttribute("data-gz-view");
           }).observe(document, {childList: true, subtree: true});"""
    )
    page.goto(f"{base}/{CHAPTER}?lang=en")
    assert page.evaluate("window.atBody") == "en"


def test_the_keyboard_switches_but_not_while_typing(base, page):
    page.goto(f"{base}/{CHAPTER}?lang=zh")
    page.keyboard.press("l")
    assert page.evaluate("guizhangView.get()") == "en"
    page.keyboard.press("l")
    assert page.evaluate("guizhangView.get()") == "both"
    page.keyboard.press("/")
    page.keyboard.type("l")
    assert page.evaluate("guizhangView.get()") == "both"


def test_switching_keeps_the_place(base, browser):
    context = browser.new_context(viewport={"width": 900, "height": 500})
    page = context.new_page()
    page.goto(f"{base}/scripts/telephone-scripts.html?lang=both")
    page.evaluate("document.body.style.paddingBottom = '2000px'")
    target = ".gz-neversay"
    page.locator(target).scroll_into_view_if_needed()
    page.evaluate("s => window.scrollBy(0, document.querySelector(s).getBoundingClientRect().top - 90)", target)
    before = page.locator(target).bounding_box()["y"]
    page.keyboard.press("l")
    assert page.evaluate("guizhangView.get()") == "zh-hant"
    assert page.locator(target).bounding_box()["y"] == pytest.approx(before, abs=2)
    context.close()


def test_pairs_stand_side_by_side_and_stack_on_a_phone(base, browser):
    for width, beside in ((1280, True), (390, False)):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{base}/{CHAPTER}?lang=both")
        row = page.locator(".gz-article .gz-row").first
        zh, en = (row.locator(f".gz-cell[lang|='{lang}']").bounding_box() for lang in ("zh", "en"))
        if beside:
            assert zh["x"] + zh["width"] <= en["x"]
            assert abs(zh["y"] - en["y"]) < 12
        else:
            assert zh["y"] + zh["height"] <= en["y"]
            assert zh["x"] == en["x"]
        context.close()


def test_missing_text_says_so_and_shows_the_other_language(base, page):
    page.goto(f"{base}/regulations/leave/basics.html?lang=en")
    article = page.locator(".gz-article", has=page.locator("#only-chinese"))
    assert "Not translated yet" in article.inner_text()
    assert "这一条还没有译文。" in article.inner_text()
    assert "只有中文" in article.inner_text(), "a title without translation stays"
    page.keyboard.press("l")
    assert article.inner_text().count("这一条还没有译文。") == 1, "beside its own text the stand-in is not repeated"


@pytest.mark.parametrize(("width", "touch", "beside"), [(1280, False, True), (360, True, False)])
def test_the_number_of_an_article_without_title_hangs_beside_its_first_line(base, browser, width, touch, beside):
    context = browser.new_context(viewport={"width": width, "height": 800}, has_touch=touch, is_mobile=touch)
    page = context.new_page()
    page.goto(f"{base}/regulations/leave/basics.html?lang=both")
    number = page.locator("#untitled .gz-num").bounding_box()
    text = page.locator(".gz-article", has=page.locator("#untitled")).locator(".gz-cell[lang|='zh']").bounding_box()
    if beside:
        assert number["x"] + number["width"] <= text["x"]
        assert abs(number["y"] - text["y"]) < 8
    else:
        assert number["y"] + number["height"] <= text["y"] + 1
    context.close()


@pytest.mark.parametrize("view", ["zh", "en", "both"])
def test_nothing_is_wider_than_a_phone(base, browser, view):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in KINDS:
        page.goto(f"{base}/{path}?lang={view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()


def test_a_copied_link_finds_the_rule_wherever_it_stands(base, page):
    page.goto(f"{base}/go.html?lang=en#complaints/first-reply")
    page.wait_for_url(f"{base}/{CHAPTER}?lang=en#first-reply")
    page.goto(f"{base}/go.html#leave/first-part")
    page.wait_for_url(f"{base}/regulations/leave.html#first-part")
    for number, gone in enumerate(
        ("complaints/no-such-rule", "nobody/nothing", "../../evil", "complaints/constructor", "")
    ):
        page.goto(f"{base}/go.html?{number}#{gone}")
        page.locator(".gz-go-gone").wait_for(state="visible", timeout=5000)


def test_copy_link_copies_the_permanent_address(base, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{base}/{CHAPTER}?lang=en")
    page.locator(".gz-article").first.hover()
    page.get_by_role("button", name="Copy link").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}/go.html#complaints/first-reply"
    context.close()


def test_a_tap_on_a_figure_says_what_it_means(base, page):
    page.goto(f"{base}/{CHAPTER}?lang=en")
    page.locator(".gz-fact:visible").first.click()
    assert (
        page.locator(".gz-tip").inner_text() == "time to first reply: at most 12 hours, from receipt of the complaint"
    )
    page.keyboard.press("Escape")
    assert page.locator(".gz-tip").count() == 0


@pytest.mark.parametrize(
    ("query", "expected"), [("首次回复", "首次回复"), ("closing a case", "Closing a case"), ("结案", "结案")]
)
def test_search_finds_both_languages(base, page, query, expected):
    page.goto(f"{base}/index.html")
    assert expected in search(page, query).inner_text()


def test_it_opens_from_a_folder(site, page):
    page.goto((site / CHAPTER).as_uri())
    assert page.locator(".gz-article").first.is_visible()
    choose(page, "en")
    assert not seen(page, "zh")
    assert page.evaluate("getComputedStyle(document.querySelector('.gz-row')).display") == "grid", "styles are found"
    page.locator(".gz-nav a[href$='deadlines.html']").click()
    page.locator(".gz-facts").wait_for()
    page.goto((site / "go.html").as_uri() + "#complaints/first-reply")
    page.wait_for_url("**/taking.html#first-reply")


def test_it_reads_without_scripts(base, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/{CHAPTER}")
    assert seen(page, "zh")
    assert seen(page, "en")
    context.close()


def test_it_works_without_storage(base, page):
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})")
    page.goto(f"{base}/{CHAPTER}")
    choose(page, "en")
    assert not seen(page, "zh")


def test_print_follows_the_view_and_leaves_the_frame_out(base, page):
    page.goto(f"{base}/{CHAPTER}?lang=zh")
    page.emulate_media(media="print")
    assert not seen(page, "en")
    assert seen(page, "zh")
    for frame in (".md-header", ".md-sidebar--primary", ".gz-copy", ".gz-pager"):
        assert not page.locator(frame).first.is_visible(), frame
    page.emulate_media(media="screen")
    choose(page, "both")
    page.emulate_media(media="print")
    assert seen(page, "en")


def test_a_register_prints_on_landscape_paper(base, page):
    import pypdfium2

    page.goto(f"{base}/records/complaint-register.html?lang=zh")
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [tuple(round(side) for side in sheet.get_size()) for sheet in paper] == [(842, 595)]


def test_under_a_strict_policy_everything_works(site, browser):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", policy(site))
            super().end_headers()

        def log_message(self, *_):
            pass

    assert "unsafe" not in policy(site)
    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        complaints = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        address = f"http://127.0.0.1:{server.server_address[1]}"
        for path in KINDS:
            page.goto(f"{address}/{path}")
        page.goto(f"{address}/{CHAPTER}")
        choose(page, "en")
        assert not seen(page, "zh")
        page.locator(".gz-fact:visible").first.click()
        assert page.locator(".gz-tip").is_visible()
        page.locator("label[for^='__palette']:visible").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        search(page, "reply")
        page.goto(f"{address}/go.html#complaints/first-reply")
        page.wait_for_url("**/taking.html#first-reply")
        context.close()
        server.shutdown()
    assert complaints == []
