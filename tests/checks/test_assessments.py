"""Blueprints, ratings and statistics that do not fit the bank, each with its place."""

from __future__ import annotations

import pytest

from guizhang.checks import assessments
from guizhang.yamlio.content import KINDS, load_project
from guizhang.yamlio.load import loads
from tests.quiz.projects import office

_RATINGS = "id: onboarding\njudges: [li, wang]\npractical: {li: 70%}\nitems:\n  owner-shouting: {li: 80%, wang: 0.7}\n"
_HEAD = "id: a\ntitle: {zh: 甲}\nlimit_minutes: 5\n"
_ANGOFF = ("cut_score: 80%", "cut_score: angoff")


@pytest.mark.parametrize(
    ("ratings", "statistics", "blueprint", "expected"),
    [
        (_RATINGS, "items:\n  owner-shouting: {n: 3, facility: 0.5}\n", _ANGOFF, []),
        (_RATINGS.replace("owner-shouting", "owner-shoutin"), "", None, [("ANG002", 5, 3, "did you mean owner-shouting?")]),
        (_RATINGS.replace("wang: 0.7", "wan: 0.7"), "", None, [("ANG003", 5, 29, "judges: li, wang")]),
        (_RATINGS.replace("li: 70%", "chen: 70%"), "", None, [("ANG003", 3, 13, "judges: li, wang")]),
        ("", "", _ANGOFF, [("ANG004", 4, 12, "write the judges' ratings")]),
        (_RATINGS.replace("practical: {li: 70%}\n", ""), "", _ANGOFF, [("ANG004", 4, 12, "rate the practical part")]),
        ("", "items:\n  gone: {n: 3, facility: 0.5}\n", None, [("STA001", 2, 3, "correct or delete it")]),
        ("", "items:\n  fact-choice.leave.lateness.fine: {n: 3, facility: 0.5}\n", None, []),
        ("", "", ("cut_score: 80%", "cut_score: 500"), [("BLP002", 4, 12, "lower it")]),
        ("", "", ("minimum: 50%", "minimum: 13"), [("BLP002", 23, 14, "lower it")]),
        ("", "", ("minimum: 50%", "minimum: 12"), []),
        ("", "", ("cut_score: 80%", "cut_score: 0"), [("BLP003", 4, 12, "such as 80%")]),
        ("", "", ("cut_score: 80%", "cut_score: 0.00%"), [("BLP003", 4, 12, "such as 80%")]),
        ("", "", ("minimum: 50%", "minimum: 0%"), [("BLP003", 23, 14, "such as 80%")]),
    ],
)  # fmt: skip
def test_what_does_not_fit(tmp_path, ratings, statistics, blueprint, expected):
    office(tmp_path)
    quizzes = tmp_path / "office" / "quizzes"
    for path, text in ((quizzes / "angoff" / "onboarding.yaml", ratings), (quizzes / "statistics.yaml", statistics)):
        if text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if blueprint:
        path = quizzes / "blueprints" / "onboarding.yaml"
        text = path.read_text(encoding="utf-8")
        assert blueprint[0] in text
        path.write_text(text.replace(*blueprint), encoding="utf-8")
    loaded = load_project(tmp_path / "office")
    assert not loaded.diagnostics
    found = list(assessments.check(loaded))
    assert [(f.code, f.source.line, f.source.column) for f in found] == [row[:3] for row in expected]
    assert all(row[3] in f.mend.en for f, row in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("kind", "text", "code", "line"),
    [
        ("angoff", "id: a\njudges: [li]\nitems:\n  x: {li: 120%}\n", "ANG001", 4),
        ("angoff", "id: a\njudges: [li]\nitems:\n  x: {li: -0.1}\n", "ANG001", 4),
        ("angoff", "id: a\njudges: [li]\nitems:\n  x: {li: many}\n", "ANG001", 4),
        ("angoff", "id: a\njudges: [li]\nitems:\n  x: {li: 50%, li: 60%}\n", "YML008", 4),
        ("angoff", "id: a\njudges: [li]\nitems:\n  x: {li: 50%}\n  x: {li: 60%}\n", "YML008", 5),
        ("angoff", "id: a\njudges: []\n", "FMT006", 2),
        ("statistics", "items:\n  x: {n: 3, facility: 1.5}\n", "FMT006", 2),
        ("statistics", "items:\n  x: {n: -3, facility: 0.5}\n", "FMT006", 2),
        ("statistics", "items:\n  x: {n: 3, facility: 0.5, first: 2026-03-02, last: 2026-03-01}\n", "STA002", 2),
        ("blueprint", _HEAD + "cut_score: angof\nsections:\n  - {title: {zh: 甲}, type: true_false, count: 1, points: 1}\n", "FMT004", 4),
        ("blueprint", _HEAD + "cut_score: 5\nsections:\n  - {title: {zh: 甲}, type: true_false, count: 1, points: 0}\n", "FMT006", 6),
        ("blueprint", _HEAD + "cut_score: 5\nsections:\n  - {title: {zh: 甲}, type: true_false, count: 1, points: -2}\n", "FMT006", 6),
        ("blueprint", _HEAD + "cut_score: 5\noverlap: 101%\nsections:\n  - {title: {zh: 甲}, type: true_false, count: 1, points: 2}\n", "FMT004", 5),
    ],
)  # fmt: skip
def test_what_cannot_be_read(kind, text, code, line):
    _, faults = loads(text, KINDS[kind], f"{kind}.yaml")
    assert code in {fault.code for fault in faults}
    assert {fault.source.line for fault in faults} == {line}
