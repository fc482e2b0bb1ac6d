"""A mock assessment counts as grading does: the script's rules, held against the scoring policy of the model."""

import random
from decimal import Decimal
from itertools import permutations, product

import pytest

from guizhang.grading.score import score
from guizhang.model.drawn_item import LETTERS
from guizhang.model.item import ItemType
from guizhang.model.response import Response
from guizhang.model.scoring import (
    Floor,
    MultipleRule,
    Negative,
    OrderingRule,
    PartsRule,
    ScoringPolicy,
    multiple_choice_share,
    ordering_share,
)
from guizhang.model.sharing import share_out
from guizhang.quiz.practice import practice
from guizhang.site.practice_questions import item_view
from guizhang.yamlio.content import load_project
from tests.site.conftest import ROOT
from tests.site.practising import practising_project

ASSETS = ROOT / "generator/guizhang/site/theme/assets/guizhang"
NEGATIVES = (
    None, Negative(), Negative(share=Decimal("0.25"), floor=Floor.ITEM), Negative(share=Decimal(1), floor=Floor.NONE),
    Negative(types=(ItemType.MULTIPLE_CHOICE,)),
)  # fmt: skip
WORTH = tuple(map(Decimal, ("1", "2", "2.005", "2.5", "4", "7")))
STEPS = tuple(map(Decimal, ("0.01", "0.5", "1")))
IN_BROWSER = """cases => cases.map(([question, answer, policy, most]) =>
  guizhangScore.points(policy, guizhangCheck.check(question, answer, policy).share, most))"""


@pytest.fixture(scope="module")
def questions(tmp_path_factory):
    """Each question of the small bank as it is drawn and as the script has it."""
    loaded = load_project(practising_project(tmp_path_factory.mktemp("score") / "project"))
    for_script = [(item, item_view(item)) for item in practice(loaded).items]
    return [
        (question, view)
        for item, own in for_script
        for question, view in zip(item.questions, own.get("questions", [own]), strict=True)
    ]


@pytest.fixture
def scripts(page):
    page.goto("about:blank")
    for name in ("score", "check"):
        page.add_script_tag(path=str(ASSETS / f"practice-{name}.js"))
    return page


def answers(question, chance):
    """Return one answer as grading writes it down and as the page reads it."""
    letters = LETTERS[: len(question.options)]
    match question.type:
        case ItemType.SINGLE_CHOICE:
            letter = chance.choice(letters)
            return letter, LETTERS.index(letter)
        case ItemType.TRUE_FALSE:
            letter = chance.choice("TF")
            return letter, int(letter == "T")
        case ItemType.MULTIPLE_CHOICE:
            ticked = sorted(chance.sample(letters, chance.randint(1, len(letters))))
        case ItemType.ORDERING:
            ticked = chance.choice(
                [list(question.key), chance.sample(letters, len(letters)), [*question.key[1:], question.key[0]]]
            )
        case ItemType.MATCHING:
            ticked = [chance.choice([right, chance.choice(letters), "-"]) for right in question.key[1:]] + [
                chance.choice(letters)
            ]
            return "".join(ticked), [None if letter == "-" else LETTERS.index(letter) for letter in ticked]
        case ItemType.NUMERIC:
            text = chance.choice([question.key[0], "98765", str(Decimal(question.key[0]) + question.tolerance)])
            return text, text
        case _:
            parts = [
                chance.choice(LETTERS[: len(gap.options)] if gap.options else [gap.accepted[0], "橙子"])
                for gap in question.gaps
            ]
            own = [LETTERS.index(part) if gap.options else part for part, gap in zip(parts, question.gaps, strict=True)]
            return "|".join(parts), own
    return "".join(ticked), [LETTERS.index(letter) for letter in ticked]


def policies(chance):
    """Every rule with every kind of negative marking; the rest as chance has it."""
    for multiple, negative in product(MultipleRule, NEGATIVES):
        yield ScoringPolicy(
            multiple=multiple, negative=negative, missed_share=chance.choice([Decimal("0.5"), Decimal("0.3")]),
            ordering=chance.choice(list(OrderingRule)), cloze=chance.choice(list(PartsRule)),
            matching=chance.choice(list(PartsRule)), point_step=chance.choice(STEPS),
        )  # fmt: skip


def test_points_are_those_of_grading(scripts, questions):
    chance = random.Random(11)
    cases, expected = [], []
    for policy, (question, view) in product(policies(chance), questions):
        if question.type is ItemType.SHORT_ANSWER:
            continue
        worth = chance.choice(WORTH)
        for _ in range(6):
            graded, given = answers(question, chance)
            response = Response(candidate="1", form="A", answers={1: graded})
            drawn = question.model_copy(update={"points": worth})
            expected.append(float(score(drawn, 1, response, policy).points))
            cases.append([view, given, policy.model_dump(mode="json"), float(worth)])
    assert {question.type for question, _ in questions} == set(ItemType) - {ItemType.CASE}
    assert len(cases) > 2_000
    # Rights, parts of rights, nothings and losses are all among them.
    assert min(expected) < 0 < max(expected)
    assert len({round(value, 2) for value in expected}) > 20
    assert scripts.evaluate(IN_BROWSER, cases) == pytest.approx(expected, abs=1e-9)


def test_every_way_to_tick_earns_what_the_model_gives(scripts):
    cases, expected = [], []
    for rule, count, cost in product(MultipleRule, (2, 3, 4, 5), (Decimal(0), Decimal("0.3"))):
        sets = [[n for n in range(count) if bits >> n & 1] for bits in range(1, 1 << count)]
        for key, ticked in product(sets, sets):
            letters = ["".join(LETTERS[n] for n in own) for own in (key, ticked)]
            expected.append(float(multiple_choice_share(rule, *letters, count, missed_share=Decimal("0.5"), cost=cost)))
            cases.append([{"multiple": rule, "missed_share": "0.5"}, key, ticked, count, float(cost)])
    own = scripts.evaluate("cases => cases.map((c) => guizhangScore.multiple(...c))", cases)
    assert own == pytest.approx(expected, abs=1e-9)


def test_every_order_earns_what_the_model_gives(scripts):
    cases, expected = [], []
    for rule, count in product(OrderingRule, (2, 3, 4, 5)):
        key = tuple(range(count))
        for given in permutations(key):
            expected.append(
                float(ordering_share(rule, tuple(LETTERS[n] for n in key), tuple(LETTERS[n] for n in given)))
            )
            cases.append([{"ordering": rule}, key, given])
    own = scripts.evaluate("cases => cases.map((c) => guizhangScore.ordering(...c))", cases)
    assert own == pytest.approx(expected, abs=1e-9)


def test_written_points_are_rounded_as_grading_rounds(scripts, questions):
    chance = random.Random(12)
    (question, view) = next(pair for pair in questions if pair[0].type is ItemType.SHORT_ANSWER)
    weights = [points for _, points in question.guide]
    cases, expected = [], []
    for policy, worth in product(policies(chance), WORTH):
        ticked = [chance.random() < 0.6 for _ in weights]
        share = sum((w for w, said in zip(weights, ticked, strict=True) if said), Decimal(0)) / sum(weights)
        expected.append(float(policy.points(share, worth)))
        cases.append([view, {"text": "…", "ticked": ticked}, policy.model_dump(mode="json"), float(worth)])
    assert scripts.evaluate(IN_BROWSER, cases) == pytest.approx(expected, abs=1e-9)


def test_nothing_answered_earns_nothing(scripts, questions):
    harsh = ScoringPolicy(negative=Negative(share=Decimal(1), floor=Floor.NONE)).model_dump(mode="json")
    assert set(scripts.evaluate(IN_BROWSER, [[view, None, harsh, 3] for _, view in questions])) == {0}


def test_sections_and_cases_add_up_as_in_grading(scripts):
    for floor, points in product(Floor, (-3, 0, 5)):
        policy = ScoringPolicy(negative=Negative(floor=floor))
        own = scripts.evaluate("([p, n]) => guizhangScore.section(p, n)", [policy.model_dump(mode="json"), points])
        assert own == policy.section_points(Decimal(points))
    for points, weights in (("10", "1 1 1"), ("5", "2 3 4 1"), ("0.05", "1 1 1 1"), ("7.5", "1")):
        weighed = [Decimal(weight) for weight in weights.split()]
        own = scripts.evaluate("([p, w]) => guizhangScore.shareOut(p, w)", [float(points), [float(w) for w in weighed]])
        assert own == pytest.approx([float(share) for share in share_out(Decimal(points), weighed)], abs=1e-9)


def test_practice_itself_counts_by_the_policy_of_a_blueprint_without_one(scripts):
    assert scripts.evaluate("() => guizhangScore.DEFAULT") == ScoringPolicy().model_dump(mode="json")
