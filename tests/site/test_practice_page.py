"""Practising in a real browser: every type of item by keyboard, the record, the clock, files, a mock assessment."""

import json
import re

import pytest

from guizhang.grading.summary import practice_link
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from tests.site.practising import practising_project

PAGE = "practice.html"
CHAPTER = "regulations/complaints/taking.html"
NO_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); } });"""
FULL_STORE = """Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); };"""
LATER = """days => { const Real = Date, ahead = days * 86400000;
  window.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() + ahead); }
                                     static now() { return Real.now() + ahead; } }; }"""
ASK = """id => { const own = guizhangPick.round;
  guizhangPick.round = () => guizhangPick.where(() => true)
    .then(all => ({items: all.filter(item => item.id === id)}))
    .finally(() => { guizhangPick.round = own; });
  location.hash = "#daily"; }"""
STORED = "() => Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith('guizhang.practi')))"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    base = tmp_path_factory.mktemp("practice")
    return build_site(practising_project(base / "project"), base / "site").out


@pytest.fixture(scope="module")
def base(built, serve_folder):
    return serve_folder(built)


@pytest.fixture
def errors(page):
    """What the page complained of; none is expected."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    yield found
    assert found == []


@pytest.fixture
def asked(page, base, errors):
    """Open the page and ask one item: ``asked("practise-who-first")``."""

    def ask(item, view="zh", days=0):
        if days:
            page.add_init_script(f"({LATER})({days})")
        page.goto(f"{base}/{PAGE}?lang={view}")
        page.evaluate(ASK, item)
        page.locator(".gz-stem").first.wait_for()
        return page

    return ask


def verdict(page):
    return page.locator(".gz-said [data-word]").get_attribute("data-word").removeprefix("practise-")


def entries(page):
    """Return the record: item -> fields of its line."""
    found = {}
    for key, value in page.evaluate(STORED).items():
        if key.startswith("guizhang.practice."):
            found |= {line.split()[0]: line.split()[1:] for line in value.splitlines()}
    return found


def option(page, text):
    """The number key of the option that says *text*."""
    said = page.locator(".gz-question > .gz-options .gz-pair [lang|=zh]").all_text_contents()
    return str(said.index(text) + 1)


def tab_to(page, selector):
    """Go on by Tab until *selector* has the focus."""
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def choose(*texts):
    def answer(page):
        for text in texts:
            page.keyboard.press(option(page, text))
        page.keyboard.press("Enter")

    return answer


def write(*texts):
    def answer(page):
        for text in texts:
            tab_to(page, ".gz-written input:not([data-done])")
            page.keyboard.type(text)
            page.evaluate("() => document.activeElement.setAttribute('data-done', '')")
        page.keyboard.press("Enter")

    return answer


def gaps(limit, authority):
    def answer(page):
        tab_to(page, ".gz-written input")
        page.keyboard.type(limit)
        tab_to(page, ".gz-options input")
        texts = page.locator(".gz-options .gz-pair [lang|=zh]").all_text_contents()
        # The arrow keys of a group of radio buttons go round; Space takes the one in focus.
        page.keyboard.press("Space")
        for _ in range(texts.index(authority)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")

    return answer


def match(right):
    def answer(page):
        key = page.evaluate("() => guizhangPick.where(() => true).then(a => a.find(i => i.type === 'matching').key)")
        rows = page.locator(".gz-match")
        for row in range(rows.count()):
            tab_to(page, f".gz-match:nth-of-type({row + 1}) input")
            values = [int(i.get_attribute("value")) for i in rows.nth(row).locator("input").all()]
            wanted = key[row] if right else key[(row + 1) % len(key)]
            page.keyboard.press("Space")
            for _ in range(values.index(wanted)):
                page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")

    return answer


def order(right):
    def answer(page):
        steps = [int(row.get_attribute("data-step")) for row in page.locator(".gz-step").all()]
        wanted = sorted(steps) if right else sorted(steps, reverse=True)
        for place, step in enumerate(wanted):
            at = steps.index(step)
            tab_to(page, f'.gz-step[data-step="{step}"] .gz-move[data-way="up"]')
            for _ in range(at - place):
                page.keyboard.press("ArrowUp")
            steps.insert(place, steps.pop(at))
        page.locator(".gz-go").press("Enter")

    return answer


def say(ticks):
    def answer(page):
        tab_to(page, "textarea")
        page.keyboard.type("要点")
        tab_to(page, ".gz-go")
        page.keyboard.press("Enter")
        for tick in range(ticks):
            tab_to(page, f".gz-guide .gz-option:nth-of-type({tick + 1}) input")
            page.keyboard.press("Space")
        tab_to(page, ".gz-go")
        page.keyboard.press("Enter")

    return answer


ANSWERS = [
    ("practise-who-first", choose("客服人员"), "right"),
    ("practise-who-first", choose("保安员"), "not-right"),
    ("practise-what-counts", choose("姓名", "时间"), "right"),
    ("practise-what-counts", choose("姓名"), "not-right"),
    ("complaint-reply-true", choose("错"), "right"),
    ("complaint-reply-true", choose("对"), "not-right"),
    ("complaint-reply-hours", write("二十四"), "right"),
    ("complaint-reply-hours", write("24 hours"), "right"),
    ("complaint-reply-hours", write("1天"), "not-right"),
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


def test_wrong_answers_come_again_and_stay_in_the_book(asked, base, page):
    asked("practise-who-first")
    choose("司机")(page)
    page.keyboard.press("Enter")
    choose("客服人员")(page)  # once more in the same round
    page.keyboard.press("Enter")
    assert page.locator(".gz-score").inner_text() == "答对 0/1 题"
    page.goto(f"{base}/{PAGE}?lang=en")
    assert page.locator('[data-count="wrong"]').inner_text() == "1 question"
    page.locator('a[href="#wrong"]').click()
    page.locator(".gz-stem").wait_for()
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    page.locator(".gz-actions .gz-stop").click()
    assert page.locator('[data-count="wrong"]').inner_text() == "none"


def test_due_after_days_and_known_until_forgotten(asked, base, page, browser):
    asked("practise-who-first")
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    page.goto(f"{base}/{PAGE}?lang=en")
    assert page.locator('[data-count="due"]').inner_text() == "none"
    assert page.locator('[data-count="streak"]').inner_text() == "You have practised today"
    state = page.context.storage_state()
    # 2.3 days until nine in ten, eight until eight in ten: see test_practice_fsrs.
    for days, due, mark in ((1, "none", "known"), (2, "1 question", "known"), (300, "1 question", "shaky")):
        context = browser.new_context(storage_state=state)
        later = context.new_page()
        later.add_init_script(f"({LATER})({days})")
        later.goto(f"{base}/{PAGE}?lang=en")
        assert later.locator('[data-count="due"]').inner_text() == due
        later.goto(f"{base}/{CHAPTER}?lang=en")
        word = later.locator('[data-address="complaints/first-reply"] + .gz-mark .gz-mastery [data-word]')
        assert word.get_attribute("data-word") == f"mastery-{mark}"
        context.close()


def test_a_clock_that_was_set_back_breaks_nothing(asked, page):
    asked("practise-who-first", days=30)
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    asked("practise-who-first", days=-60)
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    (kept,) = entries(page).values()
    assert kept[6] == "2"


def test_the_reading_list_shows_what_is_known(asked, base, page):
    asked("practise-who-first")
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    asked("practise-what-counts")
    choose("天气")(page)
    page.keyboard.press("Enter")
    page.goto(f"{base}/my-reading.html?lang=en")
    page.locator("[data-gz-mastery]").wait_for()
    assert "Closing" in page.locator('[data-list="shaky"] a').inner_text()
    assert page.locator('[data-list="known"] i').inner_text() == "1"


def test_from_an_article_and_its_chapter(base, page, errors):
    page.goto(f"{base}/{CHAPTER}?lang=zh")
    page.locator('[data-address="complaints/first-reply"] .gz-head').hover()
    page.locator("[data-tool=practise]").click()
    page.locator(".gz-stem").wait_for()
    assert page.url.endswith("#article=complaints/first-reply&in=taking")
    page.goto(f"{base}/{CHAPTER}?lang=zh")
    page.locator(".gz-reading-all a[href*='#chapter=']").click()
    page.locator(".gz-stem").wait_for()
    page.goto(f"{base}/{PAGE}?lang=zh#article=complaints/no-such-rule&in=taking")
    page.reload()
    page.locator(".gz-stem").wait_for()
    assert "同一章" in page.locator(".gz-step-form").inner_text()


@pytest.mark.parametrize("key", ["document=complaints", "theme=complaints", "role=agent", "daily"])
def test_from_lists(base, page, errors, key):
    page.goto(f"{base}/{PAGE}?lang=en#{key}")
    page.locator(".gz-stem").wait_for()
    assert re.fullmatch(r"1 / \d+", page.locator(".gz-bar span").first.inner_text())


@pytest.mark.parametrize(
    "key", ["due", "wrong", "document=none", "document=constructor", "article=no/such", "exam=none"]
)
def test_nothing_to_ask(base, page, errors, key):
    page.goto(f"{base}/{PAGE}?lang=en#{key}")
    page.locator(".gz-practise-round [role=status]").wait_for()
    page.keyboard.press("Enter")  # the way back has the focus
    page.locator(".gz-practise-home").wait_for()


def test_saved_and_loaded_again(asked, base, page, browser, tmp_path):
    asked("practise-who-first")
    choose("司机")(page)
    page.keyboard.press("Enter")
    before = page.evaluate(STORED)
    page.goto(f"{base}/{PAGE}?lang=en")
    with page.expect_download() as caught:
        page.locator("[data-do=export]").click()
    saved = tmp_path / "record.json"
    caught.value.save_as(saved)
    assert json.loads(saved.read_text())["format"] == "guizhang-practice"
    context = browser.new_context()
    other = context.new_page()
    other.goto(f"{base}/{PAGE}?lang=en")

    def load(text):
        other.locator("input[type=file]").set_input_files(
            {"name": "r.json", "mimeType": "application/json", "buffer": text.encode()}
        )
        other.wait_for_function("() => document.querySelector('.gz-told').textContent.trim()")
        return other.locator(".gz-told").inner_text()

    assert load(saved.read_text()) == "1 records loaded; 0 are newer here and stayed."
    assert other.evaluate(STORED) == before
    other.reload()
    assert load(saved.read_text()).startswith("0 records loaded; 1 are newer")
    for change, told in (
        (lambda f: f | {"version": 9}, "newer version"),
        (lambda f: f | {"key": "000000"}, "another handbook"),
        (lambda f: f | {"documents": {"complaints": {"x": {"right": 1}}}}, "damaged"),
        (lambda _: {"some": "file"}, "not a practice record"),
    ):
        other.reload()
        assert told in load(json.dumps(change(json.loads(saved.read_text()))))
        assert other.evaluate(STORED) == before
    other.locator("[data-do=clear]").click()
    other.locator("[data-do=clear-yes]").click()
    assert other.evaluate(STORED) == {}
    context.close()


@pytest.mark.parametrize("broken", [NO_STORE, FULL_STORE], ids=["blocked", "full"])
def test_without_storage_it_lasts_for_the_page(asked, page, broken):
    page.add_init_script(broken)
    asked("practise-who-first")
    choose("司机")(page)
    page.keyboard.press("Enter")
    choose("客服人员")(page)
    page.keyboard.press("Enter")
    page.locator(".gz-actions .gz-stop").click()
    assert page.locator('[data-count="wrong"]').inner_text() == "1 题"
    assert page.locator(".gz-not-kept").is_visible()


def test_from_a_file_and_under_the_strict_policy(built, base, page, errors):
    page.goto(f"{(built / PAGE).as_uri()}?lang=en#document=complaints")
    page.locator(".gz-stem").wait_for()
    rules = policy(built)

    def add(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": rules})

    page.route("http://**/*", add)
    page.goto(f"{base}/{PAGE}?lang=en")
    page.evaluate(ASK, "practise-who-first")
    page.locator(".gz-stem").wait_for()
    page.locator(".gz-go").click()
    assert "There is no answer yet" in page.locator(".gz-feedback").inner_text()


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


@pytest.mark.parametrize("written", [str, lambda link: link.replace(",", "%2C")], ids=["as it is", "as mailed"])
def test_a_result_leads_to_questions_on_the_rules_somebody_missed(base, page, errors, written):
    rules = ["complaints/first-reply", "complaints/closing"]
    page.goto(written(practice_link(base, [*rules, "gone/for-good"])))
    page.locator(".gz-stem").first.wait_for()
    asked = page.evaluate("rules => guizhangPick.round('provisions', rules.join()).then((found) => found.items)", rules)
    cited = {rule for item in asked for rule in item["cites"]}
    assert set(rules) <= cited
    assert all(set(rules) & set(item["cites"]) for item in asked)
    assert len({item["id"] for item in asked}) == len(asked) > 2
    page.goto(practice_link(base, ["gone/for-good"]))
    page.get_by_text("这里没有可练的题").wait_for()


def test_a_mock_assessment(base, page, errors):
    page.goto(f"{base}/{PAGE}?lang=en#exam=mock")
    page.locator(".gz-go").wait_for()
    assert "There are not enough practice questions: 1 of 2" in page.locator(".gz-practise-round").inner_text()
    page.locator(".gz-go").click()
    assert page.locator(".gz-clock").inner_text() in ("10:00 left", "9:59 left")
    right = page.evaluate(
        "() => guizhangPick.where(() => true).then(a => Object.fromEntries(a.map(i => [i.stem[1], i.key])))"
    )
    stems = []
    for _ in range(2):
        stem = page.locator(".gz-stem .gz-pair [lang=en]").text_content()
        key = right[stem]
        stems.append(stem)
        value = key[0] if isinstance(key, list) else 1 - key
        page.locator(f'.gz-options input[value="{value}"]').check()
        page.locator(".gz-go").click()
    assert len(set(stems)) == 2
    assert page.locator(".gz-score").inner_text() == "7 of 7 points"
    text = page.locator(".gz-practise-round").inner_text()
    assert "Above the pass line (5.6 points)" in text
    assert "no exam result" in text
    assert len(entries(page)) == 2


def test_a_mock_assessment_counts_by_the_policy_of_its_blueprint(base, page, errors):
    page.goto(f"{base}/{PAGE}?lang=en#exam=mock")
    page.locator(".gz-go").click()
    keys = page.evaluate(
        "() => guizhangPick.where(() => true).then(a => Object.fromEntries(a.map(i => [i.stem[1], i.key])))"
    )
    # Before it is answered, it says what a wrong answer costs.
    assert "A wrong answer costs 50% of its points" in page.locator(".gz-step-form").inner_text()
    for _ in range(2):
        key = keys[page.locator(".gz-stem .gz-pair [lang=en]").text_content()]
        wrong = 1 - key[0] if isinstance(key, list) else key
        page.locator(f'.gz-options input[value="{wrong}"]').check()
        page.locator(".gz-go").click()
    # A wrong single choice loses half of its four points; true or false loses nothing.
    assert page.locator(".gz-score").inner_text() == "-2 of 7 points"
    assert "-2 of 4 points" in page.locator(".gz-missed").inner_text()


def test_blank_answers_are_asked_about_and_time_runs_out(base, page, errors):
    page.clock.install()
    page.goto(f"{base}/{PAGE}?lang=en#exam=mock")
    page.locator(".gz-go").click()
    for _ in range(2):
        page.locator(".gz-go").click()
    assert "2 questions have no answer" in page.locator(".gz-step-form .gz-told").inner_text()
    page.clock.run_for(5 * 60_000)
    assert "Five minutes left" in page.locator(".gz-step-form .gz-told").inner_text()
    page.clock.run_for(5 * 60_000 + 1000)
    assert "Time is up" in page.locator(".gz-practise-round").inner_text()
    assert page.locator(".gz-score").inner_text() == "0 of 7 points"
    assert entries(page) == {}  # what was not answered is not forgotten


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_and_width(asked, page, width):
    page.set_viewport_size({"width": width, "height": 740})
    asked("practise-who-first", "both")
    for box in page.locator(".gz-option, .gz-go, .gz-skip, .gz-stop").all():
        assert box.bounding_box()["height"] >= 47.5
    asked("complaint-who", "both")
    assert all(box.bounding_box()["width"] >= 47.5 for box in page.locator(".gz-pick").all())
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_scripts_stay_small(built):
    import gzip

    scripts = b"".join(path.read_bytes() for path in sorted((built / "assets/guizhang").glob("practice-*.js")))
    assert len(gzip.compress(scripts)) <= 25 * 1024
    assert "guizhangPractice(" not in (built / CHAPTER).read_text(encoding="utf-8")
