"""The page for everybody: by keyboard, by finger, by ear and on a small screen."""

from __future__ import annotations

import json

import pytest

from tests.exam.web.desk import items_of, kept, opened, start, turn_to


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
    content = opened(json.loads((tmp_path / "a.json").read_text())["jwe"], key)
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


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("view", ["zh", "en", "both"])
def test_in_large_type_on_a_small_phone_no_button_is_cut_off_and_the_question_has_room(page, pages, width, view):
    page.set_viewport_size({"width": width, "height": 640})
    start(page, pages["1002"].as_uri(), "1002")
    assert page.locator("html.large").count() == 1
    page.locator(".langs button").nth(["zh", "en", "both"].index(view)).click()
    page.evaluate("scrollTo(0, 300)")
    for button in page.locator("header button, #bar button:visible, .mark").all():
        assert button.evaluate("b => b.scrollWidth <= b.clientWidth + 1"), button.inner_text()
    bars = page.evaluate(
        """() => [...document.querySelectorAll("header, #bar")].map((bar) => {
          const { top, bottom } = bar.getBoundingClientRect();
          return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
        })"""
    )
    assert sum(bars) < 640 / 4
    assert page.locator("#timer").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
