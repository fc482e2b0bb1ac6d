"""The page in a real browser, from the first screen to what grading makes of the file."""

from __future__ import annotations

import json
import random

import pytest
from joserfc import jwe
from joserfc.jwk import ECKey

from guizhang.grading.responses import read_responses
from guizhang.sealing.keys import private_pem
from guizhang.sealing.sitting import receipt, sittings
from tests.exam.web.desk import (
    as_graded,
    give,
    hand_in,
    identify,
    keeps,
    kept,
    killed_while_answering,
    lay_out,
    some_answer,
    start,
    turn_to,
)
from tests.site.qr import read as read_code

HOST = "http://rules.intranet.example"
"""Plain http and not this machine: no secure context, so no WebCrypto."""


@pytest.fixture(scope="module")
def pages(record, key, tmp_path_factory):
    return lay_out(record, key.public, tmp_path_factory.mktemp("pages"))


@pytest.fixture
def context(browser):
    found = browser.new_context(accept_downloads=True)
    found.set_default_timeout(8_000)
    yield found
    found.close()


@pytest.fixture
def page(context):
    found = context.new_page()
    faults = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield found
    assert not faults


def items_of(record, person):
    form = next(p.form for p in record.candidates if p.id == person)
    return next(form_.items for form_ in record.forms if form_.id == form)


def answer_all(page, items, chance):
    """Answer every question; return what grading should read."""
    expected = {}
    for number, item in enumerate(items, 1):
        answer = some_answer(item, chance)
        if answer is not None:
            turn_to(page, number)
            give(page, item, number, answer)
            expected[number] = as_graded(item, answer)
    return expected


def test_several_people_sit_and_are_graded(browser, record, key, pages, tmp_path):
    expected, files = {}, []
    for number, (person, path) in enumerate(pages.items()):
        context = browser.new_context(accept_downloads=True)
        page = context.new_page()
        start(page, path.as_uri(), f" {person.lower()} ")
        expected[person] = answer_all(page, items_of(record, person), random.Random(number))
        files.append(hand_in(page, tmp_path / "in"))
        shown = page.inner_text(".receipt")
        text = json.loads(files[-1].read_text())["jwe"]
        assert shown == receipt(text)
        private = ECKey.import_key(private_pem(key, "x").decode(), password="x")
        content = json.loads(jwe.decrypt_compact(text, private).plaintext)
        assert content["exam"] == record.exam_id
        assert not content["flags"]
        context.close()
    intake = read_responses(files, record, {path: path.name for path in files}, key)
    assert {r.candidate: dict(r.answers) for r in intake.responses} == expected
    assert not [fault for fault in intake.diagnostics if fault.code.startswith("SEA")]


def test_the_file_comes_as_text_and_as_a_code(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.click("#to-review")
    page.click("main .primary")
    page.click("main summary")
    text = page.input_value(".sealed")
    path = page.get_attribute(".code path", "d")
    dark = {(int(x), int(y)) for x, y in (step.split("h")[0].split() for step in path[1:].split("M"))}
    size = int(page.get_attribute(".code", "viewBox").split()[2]) - 8
    assert read_code([[(x + 4, y + 4) in dark for x in range(size)] for y in range(size)]) == text


def test_thirty_choices_fit_into_a_code(page, record, key, tmp_path):
    item = next(i for i in record.forms[0].items if i.type == "single_choice")
    section = record.forms[0].sections[0].model_copy(update={"items": (item,) * 30})
    form = record.forms[0].model_copy(update={"sections": (section,)})
    long = record.model_copy(update={"forms": (form,), "candidates": record.candidates[:1]})
    (path,) = lay_out(long, key.public, tmp_path).values()
    start(page, path.as_uri(), "A1001")
    for number in range(1, 31):
        page.locator(f"#q{number} input").first.check()
        page.click("#next") if number < 30 else None
    text = json.loads(hand_in(page, tmp_path).read_text())["jwe"]
    assert len(text) <= 1200


def test_a_wrong_number_opens_nothing(page, pages):
    page.goto(pages["A1001"].as_uri())
    for number in ("", "1002"):
        identify(page, number)
        page.wait_for_selector("#problem:not(:empty)")
        assert page.get_attribute("#who", "aria-invalid") == "true"
        assert page.locator("#paper").count() == 0
    assert not kept(page)


def test_a_killed_tab_loses_nothing(context, pages):
    """A few of the two hundred times of `benchmarks web_exam`."""
    chance = random.Random(3)
    for _ in range(4):
        told, found = killed_while_answering(context, pages["A1001"], "A1001", chance)
        assert told
        assert keeps(told, found)


def test_answers_come_back_as_they_were_given(page, record, pages):
    items = items_of(record, "A1001")
    chance = random.Random(8)
    start(page, pages["A1001"].as_uri(), "A1001")
    answer_all(page, items, chance)
    page.locator("#q1 .mark").evaluate("mark => mark.click()")
    before = page.evaluate(SHOWN)
    page.reload()
    identify(page, "A1001")
    page.wait_for_selector("#paper")
    assert page.evaluate(SHOWN) == before
    assert page.get_attribute("#q1 .mark", "aria-pressed") == "true"


SHOWN = """() => [...document.querySelectorAll('#paper input, #paper select, #paper textarea, .steps li')].map(
  (field) => field.dataset.letter ?? (/radio|checkbox/.test(field.type) ? field.checked : field.value))"""


def test_languages_change_and_answers_stay(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    answer_all(page, items_of(record, "A1001"), random.Random(8))
    before = page.evaluate(SHOWN)
    stem = record.forms[0].items[0].stem
    turn_to(page, 1)
    for view, seen, unseen in (("zh", stem.zh, stem.en), ("en", stem.en, stem.zh), ("both", stem.zh, None)):
        page.click(f".langs [data-view={view}]")
        shown = page.inner_text("#q1")
        assert seen in shown
        assert unseen is None or unseen not in shown
        assert page.evaluate(SHOWN) == before
    chosen = next(n for n, item in enumerate(record.forms[0].items, 1) if item.type == "matching")
    page.click(".langs [data-view=en]")
    assert page.locator(f"#q{chosen} select option").first.text_content() == "Choose"


def test_after_handing_in_there_is_a_receipt_and_no_answer(page, pages, tmp_path):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    hand_in(page, tmp_path)
    number = page.inner_text(".receipt")
    (name,) = kept(page)
    assert name.endswith(":done")
    page.reload()
    assert page.inner_text(".receipt") == number
    assert page.locator("#who, #paper").count() == 0
    with page.expect_download():
        page.click("main .primary")
    page.locator("main .actions button").last.click()
    assert set(json.loads(kept(page)[name])) == {"at", "who", "receipt", "late"}
    page.reload()
    assert page.inner_text(".receipt") == number
    assert page.locator("main button").count() == 0


def test_without_a_roster_one_computer_serves_many(page, for_everybody, key, tmp_path):
    (path,) = lay_out(for_everybody, key.public, tmp_path / "page").values()
    receipts = []
    for who in ("77", "78"):
        start(page, path.as_uri(), who, "张三")
        assert page.inner_text("#count").startswith("0/")
        page.locator("#q1 input").first.check()
        hand_in(page, tmp_path)
        receipts.append(page.inner_text(".receipt"))
        page.locator("main .actions button").last.click()
        page.get_by_role("button", name="下一位考生").click()
    page.goto(path.as_uri())
    identify(page, "77", "张三")
    page.wait_for_selector(".receipt")
    assert page.inner_text(".receipt") == receipts[0]


def intranet(context, path):
    context.route(
        f"{HOST}/**", lambda route: route.fulfill(body=path.read_bytes(), content_type="text/html; charset=utf-8")
    )
    return f"{HOST}/{path.name}"


def test_over_plain_http_the_page_offers_itself_as_a_file(context, page, record, key, pages, tmp_path):
    page.goto(intranet(context, pages["A1001"]))
    assert not page.evaluate("isSecureContext")
    with page.expect_download() as caught:
        page.locator("main > .warning button").click()
    caught.value.save_as(tmp_path / "exam.html")
    again = context.new_page()
    start(again, (tmp_path / "exam.html").as_uri(), "A1001")
    again.locator("#q1 input").first.check()
    path = hand_in(again, tmp_path)
    intake = read_responses([path], record, None, key)
    assert intake.responses[0].answers == {1: "A"}
    assert not [fault for fault in intake.diagnostics if fault.code in ("SEA017", "SEA018")]


def test_over_plain_http_unsealed_answers_say_so(context, page, record, pages, tmp_path):
    start(page, intranet(context, pages["A1001"]), "A1001")
    page.locator("#q1 input").first.check()
    path = hand_in(page, tmp_path)
    assert page.locator("main .warning").is_visible()
    intake = read_responses([path], record, None, None)
    assert intake.responses[0].answers == {1: "A"}
    assert "SEA017" in [fault.code for fault in intake.diagnostics]


def test_nothing_is_asked_for_over_the_net(context, page, pages, tmp_path):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    address = intranet(context, pages["1002"])
    start(page, address, "1002")
    hand_in(page, tmp_path)
    assert [url for url in asked if not url.startswith("blob:")] == [address]


BLOCKED = {
    "refused": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
}


@pytest.mark.parametrize("how", BLOCKED)
def test_a_browser_that_keeps_nothing(context, record, key, pages, tmp_path, how):
    context.add_init_script(BLOCKED[how])
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    assert page.locator("#storage").is_visible()
    page.locator("#q1 input").nth(1).check()
    with page.expect_download() as caught:
        page.click("#storage button")
    draft = tmp_path / caught.value.suggested_filename
    caught.value.save_as(draft)
    page.close(run_before_unload=False)
    again = context.new_page()
    again.goto(pages["A1001"].as_uri())
    again.click("#draft summary")
    again.set_input_files("#draft input", draft)
    again.wait_for_selector("#problem:not(:empty)")
    identify(again, "A1001")
    again.wait_for_selector("#paper")
    assert again.locator("#q1 input").nth(1).is_checked()
    path = hand_in(again, tmp_path)
    intake = read_responses([path], record, None, key)
    assert intake.responses[0].answers == {1: "B"}
    assert {fault.code for fault in intake.diagnostics if fault.code.startswith("SEA")} == {"SEA023", "SEA024"}


def test_a_second_tab_says_so_and_locks(context, page, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    second = context.new_page()
    second.goto(pages["A1001"].as_uri())
    identify(second, "A1001")
    second.wait_for_selector("[data-screen=elsewhere]")
    assert second.locator("#paper").count() == 0
    second.click("main .primary")
    second.wait_for_selector("#paper")
    assert second.locator("#q1 input").first.is_checked()
    page.wait_for_selector("[data-screen=elsewhere]")
    assert page.locator("#paper").count() == 0
    second.locator("#q1 input").nth(1).check()
    page.click("main .primary")
    page.wait_for_selector("#paper")
    assert page.locator("#q1 input").nth(1).is_checked()


def sealed_in(page, folder, key):
    text = json.loads(hand_in(page, folder).read_text())["jwe"]
    return _opened(text, key)


def _opened(text, key):
    private = ECKey.import_key(private_pem(key, "x").decode(), password="x")
    return json.loads(jwe.decrypt_compact(text, private).plaintext)


def test_time_warns_and_runs_out(page, key, pages, tmp_path):
    page.clock.install()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    live = page.locator("#live")
    assert live.get_attribute("aria-live") == "polite"
    for skip, said in ((20 * 60, "还剩 10 分钟"), (5 * 60, "还剩 5 分钟"), (4 * 60, "还剩 1 分钟")):
        page.clock.run_for(skip * 1000)
        assert said in live.inner_text()
    assert page.inner_text("#timer b") == "1:00"
    with page.expect_download() as caught:
        page.clock.run_for(61_000)
    caught.value.save_as(tmp_path / "a.json")
    content = _opened(json.loads((tmp_path / "a.json").read_text())["jwe"], key)
    assert content["answers"][0] == "A"
    assert content["flags"] == ["auto"]
    assert 1800 <= content["used"] <= 1802


def test_extra_minutes_and_large_print_are_those_of_the_candidate(page, pages):
    page.clock.install()
    start(page, pages["1002"].as_uri(), "1002")
    assert page.inner_text("#timer b") in ("45:00", "44:59")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 24


def test_setting_the_clock_back_gains_nothing(page, key, pages, tmp_path):
    page.add_init_script("window.shift = 0; const now = Date.now; Date.now = () => now() + window.shift;")
    start(page, pages["A1001"].as_uri(), "A1001")
    page.evaluate("window.shift = 10 * 60_000")
    page.wait_for_timeout(700)
    assert page.inner_text("#timer b") < "20:01"
    page.evaluate("window.shift = -60 * 60_000")
    page.wait_for_timeout(700)
    then = page.inner_text("#timer b")
    page.wait_for_timeout(2_100)
    assert page.inner_text("#timer b") < then < "20:01"
    content = sealed_in(page, tmp_path, key)
    assert {"clock", "jump"} == set(content["flags"])
    assert content["used"] >= 600


def test_opened_again_the_next_day(context, key, pages, tmp_path):
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    page.close()
    context.add_init_script("const now = Date.now; Date.now = () => now() + 86_400_000;")
    page = context.new_page()
    page.goto(pages["A1001"].as_uri())
    with page.expect_download() as caught:
        identify(page, "A1001")
    caught.value.save_as(tmp_path / "late.json")
    page.wait_for_selector(".receipt")
    assert "考试时间在页面关闭期间已经用完" in page.inner_text("main .warning")
    content = _opened(json.loads((tmp_path / "late.json").read_text())["jwe"], key)
    assert {"late", "auto"} == set(content["flags"])
    assert content["answers"][0] == "A"
    assert content["last"] < 60
    assert content["used"] > 86_000


def test_a_page_saved_by_the_browser_is_still_the_exam(context, pages, tmp_path):
    """What "Save page as" writes is the page as it stands; opened again it knows when it began."""
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").nth(1).check()
    saved = tmp_path / "saved.html"
    saved.write_text(page.content(), encoding="utf-8")
    page.close()
    again = context.new_page()
    start(again, saved.as_uri(), "A1001")
    assert again.locator("#q1 input").nth(1).is_checked()
    assert again.locator("main").count() == 1
    context.add_init_script("const now = Date.now; Date.now = () => now() + 86_400_000;")
    again.reload()
    with again.expect_download():
        identify(again, "A1001")
    assert again.locator("main .warning").is_visible()


def test_leaving_is_recorded_and_told(page, key, pages, tmp_path):
    page.clock.install()
    start(page, pages["A1001"].as_uri(), "A1001")
    page.evaluate("dispatchEvent(new Event('blur'))")
    page.clock.run_for(7000)
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert "7" in page.inner_text("#live")
    content = sealed_in(page, tmp_path, key)
    assert content["away_count"] == 1
    assert content["away_seconds"] == 7


def test_the_review_lists_what_is_open_and_marked(page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    page.locator("#q1 input").first.check()
    turn_to(page, 2)
    page.click("#q2 .mark")
    page.click("#to-review")
    open_, marked = (numbers.inner_text().split() for numbers in page.locator("ul.numbers").all())
    assert open_ == [str(n) for n in range(2, len(items_of(record, "A1001")) + 1)]
    assert marked == ["2"]
    page.locator("ul.numbers button").first.click()
    assert page.locator("#q2").is_visible()


def test_everything_can_be_done_with_the_keyboard(page, record, key, pages, tmp_path):
    """Tab, space, arrows and Enter only."""
    keyboard = page.keyboard
    page.goto(pages["A1001"].as_uri())

    def tab_to(selector, most=80):
        for _ in range(most):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            keyboard.press("Tab")
        raise AssertionError(selector)

    tab_to("#who")
    keyboard.type("A1001")
    keyboard.press("Enter")
    page.wait_for_selector("#paper")
    items = items_of(record, "A1001")
    for number, item in enumerate(items, 1):
        inside = f"#q{number} "
        match item.type:
            case "single_choice" | "true_false" | "multiple_choice":
                tab_to(inside + "input")
                keyboard.press("Space")
            case "ordering":
                tab_to(inside + ".down")
                keyboard.press("Enter")
            case "matching":
                for at in range(len(item.lefts)):
                    tab_to(inside + f".left:nth-of-type({at + 1}) select")
                    keyboard.press("ArrowDown")
            case "cloze":
                for at, gap in enumerate(item.gaps):
                    tab_to(inside + f".part:nth-of-type({at + 1}) :is(input, select)")
                    keyboard.press("ArrowDown") if gap.options else keyboard.type("24")
            case _:
                tab_to(inside + ":is(input, textarea)")
                keyboard.type("24")
        tab_to("#next" if number < len(items) else "#to-review")
        keyboard.press("Enter")
    tab_to("main .primary")
    with page.expect_download() as caught:
        keyboard.press("Enter")
    caught.value.save_as(tmp_path / "a.json")
    content = _opened(json.loads((tmp_path / "a.json").read_text())["jwe"], key)
    assert all(content["answers"])


def test_steps_are_put_in_order_by_dragging_and_by_arrow_keys(page, record, pages):
    items = items_of(record, "A1001")
    number = next(n for n, item in enumerate(items, 1) if item.type == "ordering")
    start(page, pages["A1001"].as_uri(), "A1001")
    turn_to(page, number)
    box = page.locator(f"#q{number}")
    order = lambda: "".join(box.locator(".steps li").evaluate_all("all => all.map((s) => s.dataset.letter)"))  # noqa: E731
    first = box.locator(".grip").first.bounding_box()
    last = box.locator(".steps li").last.bounding_box()
    page.mouse.move(first["x"] + 3, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(first["x"] + 3, last["y"] + last["height"] - 4, steps=12)
    page.mouse.up()
    assert order().endswith("A")
    box.locator("[data-letter=A] .up").focus()
    page.keyboard.press("ArrowUp")
    assert order()[-2] == "A"
    stored = json.loads(next(text for name, text in kept(page).items() if name.startswith("guizhang-exam")))
    assert stored["answers"][str(number)] == order()


def test_a_screen_reader_hears_a_name_for_everything(context, page, record, pages):
    start(page, pages["A1001"].as_uri(), "A1001")
    session = context.new_cdp_session(page)
    roles = {"button", "radio", "checkbox", "combobox", "textbox", "navigation", "region", "timer", "MenuListPopup"}
    for number in range(1, len(items_of(record, "A1001")) + 1):
        turn_to(page, number)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        shown = [n for n in nodes if not n["ignored"] and n["role"]["value"] in roles - {"timer", "MenuListPopup"}]
        assert len(shown) > 10
        nameless = [n["role"]["value"] for n in shown if not n.get("name", {}).get("value", "").strip()]
        assert not nameless, number


@pytest.mark.parametrize("size", [(360, 740), (320, 256), (640, 450)])
def test_nothing_runs_off_a_small_screen(browser, record, pages, size):
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    start(page, pages["A1001"].as_uri(), "A1001")
    for number in range(1, len(items_of(record, "A1001")) + 1):
        turn_to(page, number)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], number
    context.close()


def test_the_own_hash_is_that_of_the_standard_library(page, record, pages):
    """The page opens for its candidate, whose number the standard library hashed; a sitting has its own salt."""
    salts = {sitting.salt for sitting in sittings(record)}
    assert len(salts) == len(pages)
    for person, path in pages.items():
        start(page, path.as_uri(), person)
