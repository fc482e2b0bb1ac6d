"""A mock assessment: its questions, points, pass line and clock."""

from tests.site.practice.answering import PAGE, entries


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
