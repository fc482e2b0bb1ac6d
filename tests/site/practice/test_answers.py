"""Every type of item answered by keyboard, in a real browser: the verdict and what is shown with it."""

import pytest

from tests.site.practice.answering import choose, entries, gaps, match, order, say, verdict, write

ANSWERS = [
    ("practise-who-first", choose("客服人员"), "right"),
    ("practise-who-first", choose("保安员"), "not-right"),
    ("practise-what-counts", choose("姓名", "时间"), "right"),
    ("practise-what-counts", choose("姓名"), "not-right"),
    ("complaint-reply-true", choose("错"), "right"),
    ("complaint-reply-true", choose("对"), "not-right"),
    ("complaint-reply-hours", write("十二"), "right"),
    ("complaint-reply-hours", write("12 hours"), "right"),
    ("complaint-reply-hours", write("半天"), "not-right"),
    ("complaint-reply-gaps", gaps("Half a day", "权限"), "right"),
    ("complaint-reply-gaps", gaps("half a week", "权限"), "partly"),
    ("complaint-reply-gaps", gaps("半年", "预算"), "not-right"),
    ("complaint-who", match(right=True), "right"),
    ("complaint-who", match(right=False), "not-right"),
    ("complaint-steps", order(right=True), "right"),
    ("complaint-steps", order(right=False), "not-right"),
    ("complaint-why", say(0), "not-right"),
    ("complaint-why", say(9), "right"),
]


@pytest.mark.parametrize(
    ("item", "answer", "wanted"), ANSWERS, ids=[f"{i}-{w}-{n}" for n, (i, _, w) in enumerate(ANSWERS)]
)
def test_answered_by_keyboard(asked, item, answer, wanted):
    page = asked(item)
    if item == "complaint-why" and wanted == "right":
        points = page.evaluate("() => guizhangPick.where(() => true).then(a => a.find(i => i.guide).guide.length)")
        answer = say(points)
    answer(page)
    assert verdict(page) == wanted
    link = page.locator(".gz-rule a").first.get_attribute("href")
    assert link.startswith("regulations/complaints/")
    page.keyboard.press("Enter")
    page.wait_for_function("() => Object.keys(localStorage).some(k => k.startsWith('guizhang.practice.'))")
    (kept,) = entries(page).values()
    assert kept[0] == ("1" if wanted == "right" else "0")


def test_a_case_counts_once_its_questions_are_answered(asked):
    page = asked("complaint-case")
    count = page.evaluate("() => guizhangPick.where(() => true).then(a => a.find(i => i.questions).questions.length)")
    for number in range(count):
        assert page.locator(".gz-case").is_visible()
        assert entries(page) == {}
        if page.locator(".gz-options input").count():
            page.locator(".gz-options input").first.check()
        elif page.locator("textarea").count():
            page.locator("textarea").fill("x")
        elif page.locator(".gz-written input").count():
            page.locator(".gz-written input").first.fill("x")
        page.locator(".gz-go").click()
        if page.locator(".gz-guide").count():
            page.locator(".gz-go").click()
        assert page.locator(".gz-rule").count() == (number == count - 1)
        page.locator(".gz-go").click()
    assert set(entries(page)) == {"complaint-case"}


def test_the_reason_for_the_chosen_option_is_told(asked):
    page = asked("practise-who-first", "en")
    choose("保安员")(page)
    assert "guards take no complaints" in page.locator(".gz-verdict").inner_text()
    assert "Whoever takes it replies." in page.locator(".gz-verdict").inner_text()
    assert page.locator(".gz-is-wrong .gz-unseen").first.inner_text() == "Not right"
    assert page.locator('.gz-feedback[role="status"]').count() == 1


def test_views(asked):
    page = asked("practise-who-first", "both")
    halves = page.locator(".gz-options .gz-pair").first.locator("span")
    assert [half.is_visible() for half in halves.all()] == [True, True]
    page = asked("practise-who-first", "en")
    assert page.locator(".gz-stem").inner_text().strip() == "Who replies first? <b>"
    page = asked("practise-who-first", "zh-hant")
    page.wait_for_function("() => document.querySelector('.gz-stem').textContent.includes('誰首先回復')")


def test_steps_are_dragged(asked):
    page = asked("complaint-steps")
    rows = page.locator(".gz-step")
    first, last = rows.first, rows.last
    moved = first.get_attribute("data-step")
    start, end = first.locator(".gz-grip").bounding_box(), last.bounding_box()
    page.mouse.move(start["x"] + 4, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 4, end["y"] + end["height"] - 4, steps=12)
    page.mouse.up()
    assert rows.last.get_attribute("data-step") == moved


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_and_width(asked, page, width):
    page.set_viewport_size({"width": width, "height": 740})
    asked("practise-who-first", "both")
    for box in page.locator(".gz-option, .gz-go, .gz-skip, .gz-stop").all():
        assert box.bounding_box()["height"] >= 47.5
    asked("complaint-who", "both")
    assert all(box.bounding_box()["width"] >= 47.5 for box in page.locator(".gz-pick").all())
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
