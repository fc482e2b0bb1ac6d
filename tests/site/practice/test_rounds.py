"""Where questions are asked from, and what stands where there are none."""

import re

import pytest

from guizhang.grading.summary import practice_link
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from tests.site.practice.answering import (
    CHAPTER,
    PAGE,
)
from tests.site.practice.conftest import ASK
from tests.site.practising import practising_project


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


@pytest.fixture(scope="module")
def pending(tmp_path_factory, serve_folder):
    """The same handbook, whose rules come into force on 1 March 2099."""
    folder = tmp_path_factory.mktemp("pending")
    root = practising_project(folder / "project")
    rules = root / "content/regulations/complaints.yaml"
    text = rules.read_text(encoding="utf-8")
    assert "edition: {" in text
    rules.write_text(re.sub(r"edition: \{[^}]*\}", 'edition: {version: "3", effective: 2099-03-01}', text), encoding="utf-8")
    return serve_folder(build_site(root, folder / "site").out)


@pytest.mark.parametrize("key", ["document=complaints", "daily", "exam=mock", "article=complaints/first-reply"])
@pytest.mark.parametrize(("day", "asked"), [("2099-02-28", False), ("2099-03-01", True)])
def test_rules_are_practised_from_their_first_day_on(pending, page, errors, key, day, asked):
    """The build does not know the day; the page goes by the reader's own."""
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{pending}/{PAGE}?lang=en")
    row = page.locator("[data-known='document=complaints']")
    assert ("question" in row.text_content()) is asked
    page.goto(f"{pending}/{PAGE}?lang=en#{key}")
    page.locator(".gz-practise-round :is([role=status], .gz-stem, ul)").first.wait_for()
    if key == "exam=mock":
        page.locator(".gz-practise-round ul").wait_for()
        assert page.get_by_role("button", name="Start the clock").count() == int(asked)
    else:
        assert page.locator(".gz-stem").count() == int(asked)
    if key.startswith("document"):
        assert page.get_by_text("not in force yet").count() == int(not asked)


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


def test_the_scripts_stay_small(built):
    import gzip

    scripts = b"".join(path.read_bytes() for path in sorted((built / "assets/guizhang").glob("practice-*.js")))
    assert len(gzip.compress(scripts)) <= 25 * 1024
    assert "guizhangPractice(" not in (built / CHAPTER).read_text(encoding="utf-8")


def test_without_scripts_nothing_is_offered_that_needs_them(base, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/{PAGE}")
    assert page.locator("noscript p").is_visible()
    rows = page.locator(".gz-practise-home :is(section, details)")
    assert rows.count()
    assert not [row for row in rows.all() if row.is_visible()]
    context.close()


@pytest.mark.parametrize(("day", "counted"), [("2099-03-01", True), ("2099-02-28", False)])
def test_what_was_wrong_once_is_counted_as_far_as_it_is_asked(pending, page, errors, day, counted):
    page.clock.set_fixed_time("2099-03-01T12:00:00")
    page.goto(f"{pending}/{PAGE}?lang=en")
    page.evaluate(
        "() => guizhangPick.items(['complaints']).then(items => { guizhangRecord.record(items[0], 1); })"
    )
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.reload()
    # The documents that were practised are loaded before the count is right.
    page.wait_for_function("() => document.querySelector('[data-known=\"document=complaints\"]').textContent.trim()")
    page.wait_for_load_state("networkidle")
    said = page.locator("[data-count=wrong] [lang=en]").inner_text()
    assert (re.match(r"\d+", said) is not None) is counted, said
