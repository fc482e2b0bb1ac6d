"""Which questions stand beside each other in a round, and that a reload goes on with the round."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from guizhang.quiz.practice import practice
from guizhang.yamlio.content import load_project
from tests.site.practice.answering import PAGE, choose, entries
from tests.site.practising import practising_project

THEMES = {
    "calls": "phone",
    "calls-scripts": "phone",
    "hours": "time",
    "leave": "time",
    "dress": "looks",
    "keys": "rooms",
}
A_DOCUMENT = 14
ROUNDS = 12


def question(document, number):
    """Questions 0 and 1, 2 and 3 … are about one rule; 0 tells what 2 of the same document and 4 of *hours* ask."""
    apart = [f"{document}-{2 - number}", "hours-4"] if number in (0, 2) else []
    if (document, number) == ("hours", 4):
        apart = [f"{other}-{n}" for other in THEMES for n in (0, 2)]
    return {
        "id": f"{document}-{number}", "cites": [f"{document}/rule-{number // 2}"], "themes": [THEMES[document]],
        "level": "remember", "difficulty": 1, "type": "true_false", "stem": [f"第{number}题", f"Question {number}"], "key": 1,
        "apart": [one for one in apart if one != f"{document}-{number}"],
    }  # fmt: skip


def documents():
    return {name: [question(name, n) for n in range(A_DOCUMENT if name == "calls" else 5)] for name in THEMES}


@pytest.fixture
def many(page, base, errors):
    """The practice page over questions of six documents, most of them in one."""
    found = documents()
    about = {
        name: {"n": len(own), "themes": {THEMES[name]: len(own)}, "roles": [], "all": 1, "types": ["true_false"]}
        for name, own in found.items()
    }
    scripts = {name: {"places": {}, "items": own} for name, own in found.items()}
    scripts["_"] = {"documents": about, "exams": {}}

    def answer(route):
        name = re.search(r"practice/([\w-]+)\.js", route.request.url)[1]
        route.fulfill(content_type="text/javascript", body=f'guizhangPractice("{name}",{json.dumps(scripts[name])});')

    page.route("**/assets/guizhang/practice/*.js*", answer)
    page.goto(f"{base}/{PAGE}?lang=zh")
    return page


def drawn(page, kind, key=""):
    asked = "([kind, key]) => guizhangPick.round(kind, key).then(found => found.items.map(item => item.id))"
    return page.evaluate(asked, [kind, key])


def test_ten_a_day_come_from_all_over_the_handbook(many):
    for _ in range(ROUNDS):
        found = Counter(name.rpartition("-")[0] for name in drawn(many, "daily"))
        assert sum(found.values()) == 10
        assert set(found) == set(THEMES), "each document once before one comes again"
        assert max(found.values()) <= 5


def test_each_theme_has_its_turn_before_one_comes_again(many):
    for _ in range(ROUNDS):
        first = {THEMES[name.rpartition("-")[0]] for name in drawn(many, "daily")[: len(set(THEMES.values()))]}
        assert first == set(THEMES.values())


def test_no_two_rounds_need_be_alike(many):
    assert len({tuple(sorted(drawn(many, "daily"))) for _ in range(ROUNDS)}) > ROUNDS // 2


@pytest.mark.parametrize(("kind", "key"), [("daily", ""), ("document", "calls"), ("theme", "phone"), ("theme", "time")])
def test_questions_that_answer_each_other_stand_in_different_rounds(many, kind, key):
    told = {item["id"]: set(item["apart"]) for own in documents().values() for item in own}
    for _ in range(ROUNDS):
        found = drawn(many, kind, key)
        assert len(found) == len(set(found)) >= 6
        assert not [name for name in found if told[name] & set(found)]


def test_a_second_question_on_a_rule_comes_only_where_others_run_out(many):
    for _ in range(ROUNDS):
        found = drawn(many, "document", "calls")
        rules = [int(name.rpartition("-")[2]) // 2 for name in found]
        assert len(found) == 10
        assert len(set(rules)) >= 6, "of seven rules, one of which another may answer"


def test_a_reload_goes_on_with_the_round(many):
    many.evaluate("location.hash = '#daily'")
    stems = []
    for answer in ("对", "错"):
        many.locator(".gz-stem").wait_for()
        stems.append(many.locator(".gz-stem").inner_text())
        choose(answer)(many)
        many.locator(".gz-said").wait_for()
        if answer == "对":
            many.keyboard.press("Enter")
            many.wait_for_function("document.querySelector('.gz-bar span').textContent.startsWith('2')")
    ids = "sessionStorage.getItem(Object.keys(sessionStorage).find(key => key.startsWith('guizhang.round')))"
    asked = [one[0] for one in json.loads(many.evaluate(ids))["queue"]]
    many.reload()
    many.locator(".gz-stem").wait_for()
    assert many.locator(".gz-bar span").first.inner_text() == "3 / 11", "one that was wrong comes again"
    after = [one[0] for one in json.loads(many.evaluate(ids))["queue"]]
    assert after == [*asked, asked[1]]
    assert set(entries(many)) == set(asked[:2]), "each answer counts once"
    for _ in range(9):
        many.reload()  # in the middle of a question: nothing is lost, nothing is skipped
        many.locator(".gz-stem").wait_for()
        choose("对")(many)
        many.locator(".gz-said").wait_for()
        many.keyboard.press("Enter")
    many.locator(".gz-score").wait_for()
    assert many.locator(".gz-score").inner_text() == "答对 9/10 题"
    assert entries(many)[asked[1]][0] == "0", "the second asking counts no more"
    many.reload()
    many.locator(".gz-stem, .gz-practise-round [role=status]").first.wait_for()
    assert "/ 11" not in many.locator(".gz-practise-round").inner_text(), "what is over does not come back"


def test_a_round_that_was_stopped_begins_anew(many):
    many.evaluate("location.hash = '#document=calls'")
    many.locator(".gz-stem").wait_for()
    choose("对")(many)
    many.locator(".gz-stop").click()
    many.locator(".gz-practise-home").wait_for()
    many.evaluate("location.hash = '#document=calls'")
    many.locator(".gz-stem").wait_for()
    assert many.locator(".gz-bar span").first.inner_text() == "1 / 10"


def test_a_round_lasts_in_a_window_that_keeps_nothing(many, base):
    many.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    many.goto(f"{base}/{PAGE}?lang=zh&again#daily")
    many.locator(".gz-stem").wait_for()
    choose("对")(many)
    many.keyboard.press("Enter")
    many.wait_for_function("document.querySelector('.gz-bar span').textContent.startsWith('2')")


def test_questions_that_answer_each_other_are_named(tmp_path):
    loaded = load_project(practising_project(tmp_path / "project"))
    made = practice(replace(loaded, bank=replace(loaded.bank, items=()))).items
    about = [item for item in made if item.id.endswith("complaints.first-reply.reply")]
    assert len(about) > 2
    for item in about:
        assert {other.id for other in about} - {item.id} <= set(item.apart), "one figure, asked for in many ways"
    written = {item.id: item for item in loaded.bank.items}
    hostile = written["practise-who-first"].model_copy(
        update={"enemies": ("complaint-why", "complaint-owner-shouting")}
    )
    bank = replace(loaded.bank, items=(*(item for name, item in written.items() if name != hostile.id), hostile))
    items = {item.id: item for item in practice(replace(loaded, bank=bank)).items}
    assert "complaint-why" in items[hostile.id].apart
    assert hostile.id in items["complaint-why"].apart
    assert "complaint-owner-shouting" not in items[hostile.id].apart, "the site knows no name of the exam's"
