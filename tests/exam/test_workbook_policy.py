"""The workbook marks by the exam's own scoring rules: LibreOffice works the formulas out, grading is held against them."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, combinations, permutations

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from guizhang.exam.workbook import plan as at
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.exam.workbook.formulas import marks
from guizhang.exam.workbook.keys import key
from guizhang.exam.workbook.plan import Question
from guizhang.exam.workbook.reading import Cells
from guizhang.exam.workbook.scores import scores
from guizhang.grading.score import score
from guizhang.model.item import ItemType
from guizhang.model.scoring import Floor, MultipleRule, Negative, OrderingRule, PartsRule, ScoringPolicy
from tests.exam.answers import recalculated
from tests.exam.workbooks import LIBREOFFICE, different_marks, of_every_type, with_policy, worked
from tests.grading.examples import MATCHING, MULTIPLE, SINGLE, TRUE_FALSE, drawn, response

QUARTER = Decimal("0.25")
POLICIES = {
    "漏选按个数得分, half points": ScoringPolicy(
        multiple=MultipleRule.MISSED_SHARE, ordering=OrderingRule.ADJACENT_PAIRS, point_step=Decimal("0.5")
    ),
    "漏选得固定分, parts all or nothing": ScoringPolicy(
        multiple=MultipleRule.MISSED_FIXED, ordering=OrderingRule.LONGEST_RUN,
        cloze=PartsRule.ALL_OR_NOTHING, matching=PartsRule.ALL_OR_NOTHING,
    ),
    "by option, no question below 0": ScoringPolicy(
        multiple=MultipleRule.PER_OPTION, negative=Negative(share=QUARTER, floor=Floor.ITEM)
    ),
    "guessing, no section below 0": ScoringPolicy(multiple=MultipleRule.EXAMS_FALSE, negative=Negative()),
    "below 0, quarters": ScoringPolicy(
        multiple=MultipleRule.EXAMS_ALL, negative=Negative(share=Decimal(1), floor=Floor.NONE), point_step=QUARTER
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def every_type(tmp_path_factory):
    return of_every_type(tmp_path_factory.mktemp("types"))


@LIBREOFFICE
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_marks_follow_the_policy_of_the_exam(every_type, tmp_path, policy):
    record, book, intake, results = worked(with_policy(every_type, policy), tmp_path, seed=7, people=60)
    assert not different_marks(record, book, intake, results)
    below = [result for result in results.values() if result.total_points < 0]
    negative = [item for result in results.values() for item in result.items if item.points < 0]
    assert bool(negative) == (policy.negative is not None and policy.negative.floor is not Floor.ITEM)
    counts = [
        row[1:] for row in book[at.SUMMARY].iter_rows(min_row=7, min_col=4, max_col=7, values_only=True) if row[0]
    ]
    assert sum(map(sum, counts)) == len(results), below


SIX = drawn("steps", ItemType.ORDERING, "3", "CABDFE", "t", "a/b", options=6)
ALL_RIGHT = drawn("all", ItemType.MULTIPLE_CHOICE, "2", "ABC", "t", "a/b", options=3)


def _ticks(item):
    letters = "ABCDEFGH"[: len(item.options)]
    return ["".join(some) for n in range(1, len(letters) + 1) for some in combinations(letters, n)]


def _cases():
    """Yield every rule with every answer one can give by it."""
    costs = (None, *(Negative(share=share, floor=floor) for share in (QUARTER, "1/(k-1)") for floor in Floor))
    for negative in costs:
        for rule in MultipleRule:
            policy = ScoringPolicy(multiple=rule, negative=negative)
            yield from ((item, policy, answer) for item in (MULTIPLE, ALL_RIGHT) for answer in _ticks(item))
        policy = ScoringPolicy(negative=negative, point_step=Decimal("0.5"))
        yield from ((SINGLE, policy, answer) for answer in ("A", "B", "✗ AB"))
        yield from ((TRUE_FALSE, policy, answer) for answer in ("T", "F", "✗ √×"))
    for rule in OrderingRule:
        policy = ScoringPolicy(ordering=rule)
        orders = chain(permutations("CABDFE", 6), permutations("CABDFE", 3), ["C", "CAC", "ABABAB", "CABDFEC"])
        yield from ((SIX, policy, "".join(order)) for order in orders)
    for rule in PartsRule:
        for step in ("0.01", "0.5", "2"):
            policy = ScoringPolicy(matching=rule, point_step=Decimal(step))
            yield from ((MATCHING, policy, answer) for answer in ("CAD", "C-D", "ABB", "A--", "✗ CADB"))


@LIBREOFFICE
def test_every_rule_and_every_answer(tmp_path):
    """One row a case: what was read, the key, what the rule gives, and the formula of the sheet Marks."""
    cases = list(_cases())
    book = Workbook()
    sheet = book.active
    for row, (item, policy, answer) in enumerate(cases, 1):
        for column, value in enumerate((answer, key(item), scores(item, policy), item.points), 1):
            sheet.cell(row, column).value = value
        question = Question(
            1, (item.type,), item.points, len(item.options), len(item.options), len(item.gaps) or len(item.lefts)
        )
        read, its_key, earned, points = (f"{get_column_letter(n)}{row}" for n in range(1, 5))
        cells = Cells("1", read, read, read, read, its_key, '""', '""', earned, points, f'"{item.type.value}"')
        sheet.cell(row, 5).value = f"={marks(question, cells, policy)}"
    path = tmp_path / "rules.xlsx"
    book.save(path)
    given = [
        row[4]
        for row in load_workbook(recalculated(path, tmp_path / "out"), data_only=True).active.iter_rows(
            values_only=True
        )
    ]
    wrong = [
        (item.item_id, policy, answer, found)
        for (item, policy, answer), found in zip(cases, given, strict=True)
        if found
        != pytest.approx(float(score(item, 1, response({1: answer.removeprefix("✗ ")}), policy).points), abs=1e-9)
    ]
    assert not wrong
    assert len(cases) > 3_000


def test_the_workbook_says_by_which_rules_it_marks(every_type):
    from io import BytesIO

    policy = POLICIES["below 0, quarters"]
    sheet = load_workbook(BytesIO(scoring_workbook(with_policy(every_type, policy))))[at.HOW_TO]
    said = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert "a wrong tick costs everything" in said
    assert "按 0.25 分四舍五入" in said
