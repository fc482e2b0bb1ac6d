"""The SQL and `guizhang.grading.analysis.psychometrics` agree to 1e-9 on exams nobody thought out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from math import sqrt
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guizhang.grading.analysis.psychometrics import (
    correlation,
    cronbach_alpha,
    error_of_measurement,
    facility,
    mean,
    variance,
)
from guizhang.results.schema import TABLES
from guizhang.results.store import Store
from guizhang.results.summaries import SUMMARIES

EARNS = {"right": (1.0,), "partial": (0.25, 0.5, 1 / 3), "wrong": (0.0, -0.25), "blank": (0.0,), "unmarked": (0.0,)}
"""Outcome -> share of the points; a wrong answer may cost some."""


class Answer(NamedTuple):
    """One response, beside what it is about."""

    exam: str
    person: str
    item: str
    outcome: str
    points: float
    max_points: float
    counts: bool


class Made:
    """Exams on two forms, drawn from one bank: as rows of the store and as lists."""

    def __init__(self, seed: int, exams: int, people: int, questions: int) -> None:
        self.luck = Random(seed)
        self.answers: list[Answer] = []
        self.totals: dict[tuple[str, str], float] = {}
        self.practical: dict[tuple[str, str], float] = {}
        self.complete: dict[tuple[str, str], list[str]] = defaultdict(list)
        """Exam and paper -> people whose paper is marked to the end."""
        self.cites: dict[tuple[str, str], list[str]] = {}
        self.theme: dict[tuple[str, str], str] = {}
        self.rows = {name: [] for name in TABLES}
        for number in range(exams):
            self._exam(f"{number:016x}", people, questions)

    def _exam(self, exam: str, people: int, questions: int) -> None:
        luck, rows = self.luck, self.rows
        bank = {f"item-{n}": float(luck.choice((1, 2, 2.5, 3))) for n in range(questions + 3)}
        aside = {item for item in bank if luck.random() < 0.1}
        first = luck.sample(sorted(bank), questions)
        forms = {"A": first, "B": luck.sample(luck.choice((first, sorted(bank))), questions)}
        paper = {form: "A" if set(items) == set(first) else "B" for form, items in forms.items()}
        worth = luck.choice((0.0, 10.0))
        rows["exams"].append((exam, "b", "", "", "", date(2026, 1, 1), "60%", 99.0, worth, False, True, exam))
        rows["forms"] += [(exam, form, paper[form], questions, 99.0, 60.0) for form in forms]
        for item, points in bank.items():
            self.theme[exam, item] = f"theme-{luck.randrange(3)}"
            self.cites[exam, item] = [f"r/{n}" for n in range(4) if luck.random() < 0.4]
            rows["items"].append((exam, item, "", self.theme[exam, item], "", 3, points, item, item))
            rows["citations"] += [(exam, item, address) for address in self.cites[exam, item]]
        for person in map(str, range(people)):
            form, skill = luck.choice("AB"), luck.random()
            practical = self.practical[exam, person] = worth * luck.randrange(11) / 10
            said = [self._answer(exam, person, item, bank[item], skill, item in aside) for item in forms[form]]
            left = sum(one.max_points for one in said if one.outcome == "unmarked")
            total = self.totals[exam, person] = practical + sum(one.points for one in said)
            if not left:
                self.complete[exam, paper[form]].append(person)
            self.answers += said
            rows["responses"] += [
                (exam, person, number, one.item, "A", one.outcome, one.points, one.max_points, one.counts)
                for number, one in enumerate(said, start=1)
            ]
            rows["candidates"].append(
                (exam, person, "", "", "", form, "graded", total, left, practical if worth else None, 99.0, 60.0, None)
            )

    def _answer(self, exam: str, person: str, item: str, worth: float, skill: float, aside: bool) -> Answer:
        if aside:  # credited to everybody
            return Answer(exam, person, item, "right", worth, worth, counts=False)
        (outcome,) = self.luck.choices(list(EARNS), (3 * skill, 1, 2 * (1 - skill), 0.3, 0.05))
        return Answer(exam, person, item, outcome, worth * self.luck.choice(EARNS[outcome]), worth, counts=True)

    def marked(self) -> list[Answer]:
        """Return the answers that say something about anybody's knowledge."""
        return [one for one in self.answers if one.counts and one.outcome != "unmarked"]

    def asked(self, name: str) -> list[dict]:
        """Return the rows of a summary, as the store gives them."""
        store = Store(memory_mb=200)
        store.fill([self.rows])
        store.lock()
        return store.summary_rows(SUMMARIES[name])


made = st.builds(
    Made, st.integers(0, 2**32), exams=st.integers(1, 3), people=st.integers(2, 40), questions=st.integers(1, 8)
)
some = settings(max_examples=25, deadline=None)


def same(found, expected):
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


def earned(answers) -> float:
    return float(facility([Decimal(max(0.0, a.points)) for a in answers], [Decimal(a.max_points) for a in answers]))


def by(key, answers) -> dict:
    found = defaultdict(list)
    for one in answers:
        for name in key(one):
            found[name].append(one)
    return found


@some
@given(made)
def test_alpha_and_error(exams):
    rows = {(row["exam_id"], row["paper"]): row for row in exams.asked("papers")}
    people = {place: people for place, people in exams.complete.items() if len(people) > 1}
    answers = {(one.exam, one.person, one.item): one.points for one in exams.answers if one.counts}
    items = {
        (exam, paper): {i for e, p, i in answers if e == exam and p in who} for (exam, paper), who in people.items()
    }
    worth = {row[0] for row in exams.rows["exams"] if row[8]}
    # A paper of which every question was set aside is no test.
    assert rows.keys() == {place for place in people if items[place] or place[0] in worth}
    for (exam, paper), row in rows.items():
        who = people[exam, paper]
        columns = [[answers[exam, person, item] for person in who] for item in sorted(items[exam, paper])]
        if exam in worth:
            columns.append([exams.practical[exam, person] for person in who])
        totals = [exams.totals[exam, person] for person in who]
        alpha = cronbach_alpha(columns) if len(columns) > 1 else None
        assert row["n"] == len(who)
        same(row["mean_points"], mean(totals))
        same(row["deviation"], sqrt(variance(totals)))
        same(row["alpha"], alpha)
        same(row["error"], None if alpha is None else error_of_measurement(sqrt(variance(totals)), alpha))


@some
@given(made)
def test_facility_and_item_rest(exams):
    marked = exams.marked()
    written = by(lambda one: [(one.exam, one.person)], marked)
    rows = {row["item_id"]: row for row in exams.asked("items")}
    answers = by(lambda one: [one.item], marked)
    assert rows.keys() == answers.keys()
    for item, own in answers.items():
        rests = []
        for one in own:
            others = [other for other in written[one.exam, one.person] if other is not one]
            most = sum(other.max_points for other in others)
            rests.append(sum(other.points for other in others) / most if most else 0.0)
        assert (rows[item]["n"], rows[item]["exams"]) == (len(own), len({one.exam for one in own}))
        same(rows[item]["facility"], earned(own))
        same(rows[item]["item_rest"], correlation([one.points / one.max_points for one in own], rests))


@some
@given(made)
def test_themes(exams):
    rows = {row["theme"]: row for row in exams.asked("themes")}
    answers = by(lambda one: [exams.theme[one.exam, one.item]], exams.marked())
    assert rows.keys() == answers.keys()
    for theme, own in answers.items():
        assert rows[theme]["n"] == len({(one.exam, one.person) for one in own})
        assert rows[theme]["exams"] == len({one.exam for one in own})
        same(rows[theme]["facility"], earned(own))


@some
@given(made)
def test_provisions(exams):
    rows = {row["address"]: row for row in exams.asked("provisions")}
    answers = by(lambda one: exams.cites[one.exam, one.item], exams.marked())
    assert rows.keys() == answers.keys()
    for address, own in answers.items():
        shares = [earned(said) for said in by(lambda one: [(one.exam, one.person)], own).values()]
        row = rows[address]
        assert (row["n"], row["exams"]) == (len(shares), len({one.exam for one in own}))
        assert (row["missed"], row["blank"]) == (
            sum(share < 0.5 - 1e-9 for share in shares),
            sum(one.outcome == "blank" for one in own),
        )
        same(row["facility"], earned(own))
