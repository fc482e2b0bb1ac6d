"""Texts with their annotations in them, as `benchmarks.facts.marked` reads them."""

from __future__ import annotations

import pytest

from benchmarks.facts.annotations import pieces
from benchmarks.facts.marked import read_marked
from benchmarks.facts.places import gold_places


def test_marks_are_taken_out_of_the_text():
    marked = read_marked("标题\n<X!>违反{第三条|@第一章/第三条}的，扣{50元|money<=50}。<D>交{两份|?}。", "a.txt")
    assert marked.lines == ["标题", "违反第三条的，扣50元。交两份。"]
    (fine, copies), (clause, task), (reference,) = marked.facts, marked.norms, marked.references
    assert (fine["line"], fine["span"], fine["kind"], fine["value"], fine["unit"]) == (2, "50元", "money", "50", "CNY")
    assert (fine["bound"], fine["inclusive"], copies["optional"]) == ("max", True, True)
    assert (clause["text"], clause["norm"], clause["explicit"]) == ("违反第三条的，扣50元。", "penalty", True)
    assert (task["text"], task["norm"], task["explicit"], task["strength"]) == ("交两份。", "duty", False, "must")
    assert (reference["span"], reference["target"], reference["resolvable"]) == ("第三条", "第一章/第三条", True)


@pytest.mark.parametrize(
    ("mark", "target", "resolvable", "optional"),
    [
        ("{前款|@}", None, False, None),
        ("{《考勤办法》|@~考勤办法}", "考勤办法", False, None),
        ("{本制度|?@document}", "document", True, True),
    ],
)
def test_references_that_lead_nowhere_or_need_not_be_found(mark, target, resolvable, optional):
    (one,) = read_marked(f"按{mark}办理。", "a.txt").references
    assert (one["target"], one["resolvable"], one.get("optional")) == (target, resolvable, optional)


def test_other_readings_and_working_days():
    (fact,) = read_marked("{每月2次|frequency=2/P1M;count=2 次}", "a.txt").facts
    assert [(fact["kind"], fact["value"])] + [(o["kind"], o["value"]) for o in fact["also"]] == [
        ("frequency", "2/P1M"),
        ("count", "2"),
    ]
    (days,) = read_marked("{3至5个工作日|duration=3BD..5BD}", "a.txt").facts
    assert (days["value"], days["bound"]) == ("P3BD..P5BD", "range")


@pytest.mark.parametrize("text", ["扣{50元|fifty}。", "扣{50元。", "<Q>扣款。"])
def test_a_mark_that_cannot_be_read_is_a_fault(text):
    with pytest.raises(ValueError, match=r"mark that cannot be read|no figure"):
        read_marked(text, "a.txt")


def test_the_spans_of_all_pieces_stand_on_their_lines():
    assert len(pieces()) >= 40
    for one in pieces().values():
        assert len(gold_places(one.facts, one.lines)) == len(one.facts)
        assert len(gold_places(one.references, one.lines)) == len(one.references)
