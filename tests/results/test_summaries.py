"""The ready-made summaries say what grading said about the same exam, and what arithmetic says about several."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from guizhang.grading.analysis.psychometrics import wilson
from guizhang.results.answer import answer
from guizhang.results.store import Store
from guizhang.results.summaries import SUMMARIES, Kind
from tests.results.exams import asked, differing, held, store_of

FIRST, SECOND = "00000000000000a1", "00000000000000b2"


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    """One exam in a store, and what `guizhang grade` wrote about it."""
    where = held(tmp_path_factory.mktemp("one") / "may", FIRST, date(2026, 5, 4))
    return store_of(where)[0], json.loads((where / "results" / "results.json").read_text(encoding="utf-8"))


def test_an_exam_passes_as_many_as_grading_let_pass(one):
    store, graded = one
    (row,) = asked(store, "exams")
    verdicts = [result["passed"] for result in graded["results"]]
    assert (row["n"], row["passed"], row["undecided"]) == (len(verdicts), verdicts.count(True), verdicts.count(None))
    decided = len(verdicts) - verdicts.count(None)
    assert row["pass_share"] == pytest.approx(verdicts.count(True) / decided, abs=1e-12)
    assert (row["pass_95_low"], row["pass_95_high"]) == pytest.approx(wilson(verdicts.count(True) / decided, decided))
    assert row["held"] == date(2026, 5, 4)


def test_the_mean_is_that_of_papers_marked_to_the_end(one):
    store, graded = one
    shares = [
        Decimal(r["total_points"]) / Decimal(r["max_points"]) for r in graded["results"] if r["open_points"] == "0"
    ]
    assert 0 < len(shares) < len(graded["results"])  # somebody's paper is open, and does not pull the mean down
    (row,) = asked(store, "exams")
    assert row["mean_share"] == pytest.approx(float(sum(shares) / len(shares)), abs=1e-12)


def test_alpha_and_error_are_those_of_grading(one):
    store, graded = one
    (pooled,) = [form for form in graded["forms"] if len(form["forms"]) == 2]
    (row,) = asked(store, "papers")
    assert (row["n"], row["forms"]) == (pooled["n"], 2)
    for ours, theirs in (("mean_points", pooled["mean"]), ("deviation", pooled["deviation"]),
                         ("alpha", pooled["alpha"]["value"]), ("error", pooled["standard_error"]["value"])):  # fmt: skip
        assert row[ours] == pytest.approx(theirs, abs=1e-6), ours  # results.json keeps six digits


@pytest.mark.parametrize("what", ["themes", "provisions", "items"])
def test_knowledge_is_that_of_grading(one, what):
    store, graded = one
    key = {"themes": "theme", "provisions": "address", "items": "item_id"}[what]
    theirs = {row[key]: row for row in graded[what]}
    rows = asked(store, what)
    assert {row[key] for row in rows} == set(theirs)
    for row in rows:
        other = theirs[row[key]]
        assert row["n"] == other["n"]
        assert row["facility"] == pytest.approx(float(other["facility"]), abs=1e-9)
        assert [row["facility_95_low"], row["facility_95_high"]] == pytest.approx(other["wilson_95"], abs=1e-6)
        if what == "provisions":
            assert (row["missed"], row["blank"]) == (other["missed"], other["blank"])
        if what == "items":
            assert row["item_rest"] == pytest.approx(other["item_rest_r"]["value"], abs=1e-6)


def test_the_least_known_rule_stands_first(one):
    store, graded = one
    assert [row["address"] for row in asked(store, "provisions")] == [p["address"] for p in graded["provisions"]]


def test_who_sits_twice_is_two_sittings_and_one_person(tmp_path):
    held(tmp_path / "may", FIRST, date(2026, 5, 4))
    held(tmp_path / "june", SECOND, date(2026, 6, 4), slice(0, 10))
    store, _ = store_of(tmp_path)
    people = store.rows("SELECT department, candidate FROM candidates WHERE status = 'graded'")
    for row in asked(store, "departments"):
        mine = [person["candidate"] for person in people if person["department"] == row["department"]]
        assert (row["people"], row["n"]) == (len(set(mine)), len(mine))
        assert row["people"] < row["n"]
    (may, june) = asked(store, "exams")
    assert {row["n"] for row in asked(store, "themes")} == {may["n"] + june["n"]}


def test_departments_add_up(one):
    store, graded = one
    rows = asked(store, "departments")
    assert [row["department"] for row in rows] == ["客服部", "物业部"]
    assert sum(row["n"] for row in rows) == len(graded["results"])
    assert sum(row["passed"] for row in rows) == sum(result["passed"] is True for result in graded["results"])


def test_who_failed_or_was_absent_is_to_sit_again_and_reads_what_grading_says(one):
    store, graded = one
    rows = asked(store, "retest")
    failed = {r["candidate"]: r for r in graded["results"] if r["passed"] is False}
    assert {row["candidate"] for row in rows if row["reason"] == "failed"} == set(failed)
    assert {row["candidate"] for row in rows if row["reason"] == "absent"} == {a["candidate"] for a in graded["absent"]}
    again = asked(store, "reread")
    for candidate, result in failed.items():
        ours = {row["address"]: row["points"] for row in again if row["candidate"] == candidate}
        assert ours == {p["address"]: float(p["points"]) for p in result["read_again"]}


def test_who_sat_again_counts_by_the_last_sitting(tmp_path):
    held(tmp_path / "may", FIRST, date(2026, 5, 4))
    # In June the class sits again for 1 %: whoever is marked passes.
    held(tmp_path / "june", SECOND, date(2026, 6, 4), cut_score="1%")
    store, reader = store_of(tmp_path)
    assert not reader.diagnostics
    may, june = asked(store, "exams")
    assert (may["exam_id"], june["exam_id"]) == (FIRST, SECOND)
    assert may["passed"] < june["passed"]
    trend = asked(store, "trend")
    assert [row["change"] for row in trend] == [None, pytest.approx(0, abs=1e-12)]
    failed = {row["candidate"] for row in asked(store, "retest") if row["reason"] == "failed"}
    section = {  # the minimum of a section still fails some
        row["candidate"]
        for row in store.rows(f"SELECT candidate FROM candidates WHERE exam_id = '{SECOND}' AND passed = FALSE")
    }
    assert failed == section
    for row in asked(store, "items"):
        assert (row["exams"], row["last_used"]) == (2, date(2026, 6, 4))


def test_below_the_minimum_a_figure_is_withheld_and_the_reason_shown(tmp_path):
    store, _ = store_of(held(tmp_path / "few", FIRST, None, slice(0, 7)))
    (paper,) = asked(store, "papers")
    assert (paper["n"], paper["alpha"]) == (7, None)
    given = answer(SUMMARIES["papers"], store.summary_rows(SUMMARIES["papers"]))
    titles = given.titles("zh")
    for head in ("信度 α", "测量标准误"):
        assert given.cells(paper, "zh")[titles.index(head)] == "不足 30 人"
        assert given.cells(paper, "en")[titles.index(head)] == "under 30"
        # In a file as well: an empty cell would leave the reader to guess.
        assert given.value(given.columns[titles.index(head)], paper, "zh") == "不足 30 人"
    assert all(row["item_rest"] is None for row in asked(store, "items"))
    assert "考试日期" not in titles  # nothing stands in it


@pytest.mark.parametrize("name", SUMMARIES)
def test_an_empty_store_answers_with_nothing(name):
    store = Store()
    store.lock()
    assert asked(store, name) == ()


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_column_is_in_the_answer_and_has_titles_of_both_languages(one, name):
    store, _ = one
    for column in SUMMARIES[name].columns:
        assert column.title.zh
        assert column.title.en
        assert column.title.zh != column.title.en
    for record in asked(store, name):
        shown = answer(SUMMARIES[name], [record], "https://handbook.example")
        assert len(shown.cells(shown.records[0], "both")) == len(shown.columns)
        for column in shown.columns:
            if column.kind is Kind.LINK:
                assert (
                    shown.value(column, shown.records[0], "en")
                    == f"https://handbook.example/go.html#{record['address']}"
                )


@pytest.mark.parametrize("name", SUMMARIES)
@pytest.mark.parametrize("limit", [1, 2, 1000])
def test_a_limit_gives_the_first_rows_and_their_number_in_all(one, name, limit):
    store, _ = one
    every = asked(store, name)
    first = answer(SUMMARIES[name], store.summary_rows(SUMMARIES[name], limit))
    assert first.records == every[:limit]
    assert first.total == len(every)


@pytest.mark.parametrize("name", SUMMARIES)
def test_parts_kept_as_tables_and_parts_in_the_query_give_the_same(one, name):
    store, _ = one
    in_one = answer(SUMMARIES[name], store.rows(SUMMARIES[name].query())).records
    assert list(differing(asked(store, name), in_one)) == []
