"""Answer files of the exam page: graded, flagged or refused."""

from __future__ import annotations

import json
import random
import shutil

import pytest

from guizhang.exam.web.files import web_pages
from guizhang.grading.reading.responses import read_responses
from guizhang.sealing.keys import new_key
from guizhang.sealing.sitting import sittings
from tests.exam.web.desk import as_graded, some_answer
from tests.exam.web.submitting import (
    START,
    TAMPERINGS,
    seal,
    sealed_file,
    submission,
    tamperings,
    unsealed_file,
)


def codes(intake):
    return [fault.code for fault in intake.diagnostics]


def read(record, key, *paths):
    return read_responses(list(paths), record, {path: path.name for path in paths}, key)


def items_of(record, number):
    sitting = list(sittings(record))[number]
    return next(form for form in record.forms if form.id == sitting.form).items


def answered(record, number, seed=1):
    """Return answers of every type as the page seals them and as grading writes them down."""
    chance = random.Random(seed)
    given = [(item, some_answer(item, chance)) for item in items_of(record, number)]
    sealed = [list(answer) if item.type in ("cloze", "matching") and answer else answer or "" for item, answer in given]
    sealed = [
        ["" if part == "-" else part for part in answer] if isinstance(answer, list) else answer for answer in sealed
    ]
    graded = {n: as_graded(item, answer) for n, (item, answer) in enumerate(given, 1) if answer is not None}
    return sealed, graded


@pytest.mark.parametrize("seed", range(8))
def test_answers_of_every_type_arrive(record, key, tmp_path, seed):
    sealed, graded = answered(record, 2, seed)
    intake = read(record, key, sealed_file(tmp_path, "a.json", submission(record, 2, sealed), key.public))
    (response,) = intake.responses
    assert (response.candidate, response.form) == ("=1+1", "B")
    assert response.answers == graded
    assert not [code for code in codes(intake) if code.startswith("SEA")]


def test_what_was_handed_in_blank_is_not_absent(record, key, tmp_path):
    intake = read(record, key, sealed_file(tmp_path, "a.json", submission(record), key.public))
    (response,) = intake.responses
    assert response.answers == {}
    assert response.declared_blank == {
        n for n, item in enumerate(items_of(record, 0), 1) if item.type == "short_answer"
    }
    assert "A1001" not in [absent.candidate for absent in intake.absent]


def test_a_number_is_no_points(record, key, tmp_path):
    """A bare number in the cell of a written answer would be the points for it."""
    items = items_of(record, 0)
    at = next(n for n, item in enumerate(items) if item.type == "short_answer")
    answers = ["" for _ in items]
    answers[at] = "3"
    intake = read(record, key, sealed_file(tmp_path, "a.json", submission(record, 0, answers), key.public))
    assert intake.responses[0].given_points == {}
    assert intake.responses[0].answers[at + 1] == "“3”"


def test_a_gap_cannot_spill_into_the_next(record, key, tmp_path):
    items = items_of(record, 0)
    at = next(n for n, item in enumerate(items) if item.type == "cloze")
    answers = ["" for _ in items]
    answers[at] = ["(2) a；b|c\nd", "", "A"]
    intake = read(record, key, sealed_file(tmp_path, "a.json", submission(record, 0, answers), key.public))
    assert intake.responses[0].answers[at + 1] == "2) a b c d||A"


def test_the_text_alone_will_do(record, key, tmp_path):
    text = seal(json.dumps(submission(record)), key.public)
    path = tmp_path / "scanned.txt"
    path.write_text("\ufeff" + "\n".join(text[at : at + 76] for at in range(0, len(text), 76)) + "\n")
    assert read(record, key, path).responses[0].candidate == "A1001"


def _other(record, number):
    return list(sittings(record))[number]


REFUSED = [
    ("another exam", lambda _: {"exam": "0" * 16}, "RSP011"),
    ("another exam's token", lambda _: {"token": "A" * 22}, "SEA015"),
    ("another's token", lambda r: {"token": _other(r, 1).token}, "SEA016"),
    ("another candidate", lambda _: {"who": "1002"}, "SEA016"),
    ("another form", lambda _: {"form": "B"}, "SEA016"),
    ("too few answers", lambda _: {"answers": [""]}, "SEA014"),
    ("no submission", lambda _: {"v": 2}, "SEA014"),
    ("something added", lambda _: {"points": 100}, "SEA014"),
    ("a flag nobody knows", lambda _: {"flags": ["x"]}, "SEA014"),
    ("time before the start", lambda _: {"used": -1}, "SEA014"),
]


@pytest.mark.parametrize(("changes", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_does_not_belong_together_is_refused(record, key, tmp_path, changes, code):
    path = sealed_file(tmp_path, "a.json", submission(record, **changes(record)), key.public)
    intake = read(record, key, path)
    assert not intake.responses
    assert codes(intake) == [code]


LIMIT = 30 * 60
FLAGGED = [
    ("in time", {"used": LIMIT + 30, "end": START + LIMIT + 30}, []),
    ("past the limit", {"used": LIMIT + 61, "end": START + LIMIT + 61}, ["SEA019"]),
    ("past the limit by the clock on the wall", {"end": START + LIMIT + 61}, ["SEA019"]),
    ("changed past the limit", {"last": LIMIT + 61}, ["SEA019"]),
    ("clock set back", {"flags": ["clock"]}, ["SEA023"]),
    ("ended before it began", {"end": START - 5}, ["SEA023"]),
    ("went on from a file", {"flags": ["restored"]}, ["SEA023"]),
    ("two tabs, no storage", {"flags": ["tabs", "storage"]}, ["SEA024", "SEA024"]),
    ("handed itself in", {"flags": ["auto"]}, []),
    ("left", {"away": [[3, 20]], "away_count": 1, "away_seconds": 20}, ["SEA024"]),
]


@pytest.mark.parametrize(("changes", "expected"), [row[1:] for row in FLAGGED], ids=[row[0] for row in FLAGGED])
def test_what_counts_and_is_told(record, key, tmp_path, changes, expected):
    intake = read(record, key, sealed_file(tmp_path, "a.json", submission(record, **changes), key.public))
    assert len(intake.responses) == 1
    assert codes(intake) == expected


def test_extra_minutes_count(record, key, tmp_path):
    late = {"used": LIMIT + 15 * 60, "end": START + LIMIT + 15 * 60}
    assert codes(read(record, key, sealed_file(tmp_path, "a.json", submission(record, 1, **late), key.public))) == []
    assert codes(read(record, key, sealed_file(tmp_path, "b.json", submission(record, 0, **late), key.public))) == [
        "SEA019"
    ]


def test_one_submission_counts_once(record, key, tmp_path):
    one = sealed_file(tmp_path, "a.json", submission(record), key.public)
    again = shutil.copy(one, tmp_path / "b.json")
    sealed_again = sealed_file(tmp_path, "c.json", submission(record), key.public)
    intake = read(record, key, one, again, sealed_again)
    assert len(intake.responses) == 1
    assert [(f.code, f.source.path) for f in intake.diagnostics] == [("SEA020", "b.json"), ("SEA020", "c.json")]


def test_of_two_submissions_the_first_counts(record, key, tmp_path):
    sealed, graded = answered(record, 0)
    later = submission(record, nonce="B" * 22, end=START + 900)
    paths = [
        sealed_file(tmp_path, "a.json", later, key.public),
        sealed_file(tmp_path, "b.json", submission(record, 0, sealed), key.public),
    ]
    intake = read(record, key, *paths)
    assert intake.responses[0].answers == graded
    assert [(f.code, f.source.path) for f in intake.diagnostics] == [("SEA021", "a.json")]


def test_one_sitting_with_two_contents_is_refused(record, key, tmp_path):
    sealed, _ = answered(record, 0)
    paths = [
        sealed_file(tmp_path, name, submission(record, 0, given), key.public)
        for name, given in (("a.json", None), ("b.json", sealed))
    ]
    intake = read(record, key, *paths)
    assert not intake.responses
    assert sorted(codes(intake)) == ["SEA022", "SEA022"]


def test_unsealed_answers_are_marked(record, key, tmp_path):
    sealed, graded = answered(record, 0)
    path = unsealed_file(tmp_path, "a.json", submission(record, 0, sealed), _other(record, 0).token)
    intake = read(record, None, path)
    assert intake.responses[0].answers == graded
    assert codes(intake) == ["SEA017"]


@pytest.mark.parametrize("change", [('"used": 600', '"used": 60'), ("A1001", "1002"), ("{", "{ ")])
def test_unsealed_answers_edited_by_hand(record, tmp_path, change):
    path = unsealed_file(tmp_path, "a.json", submission(record), _other(record, 0).token)
    text = json.loads(path.read_text())
    assert change[0] in text["unsealed"]
    path.write_text(json.dumps({**text, "unsealed": text["unsealed"].replace(*change, 1)}))
    assert codes(read(record, None, path)) == ["SEA018"]


def test_a_sealed_file_needs_the_right_key(record, key, tmp_path):
    path = sealed_file(tmp_path, "a.json", submission(record), key.public)
    assert codes(read(record, None, path)) == ["SEA010"]
    assert codes(read(record, new_key(), path)) == ["SEA012"]


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{",
        '{"jwe": 1}',
        '{"jwe": ""}',
        '{"jwe": "a.b"}',
        '{"jwe": "x", "more": "y"}',
        "eyJ",
        '{"unsealed": "x"}',
        "{\xff",
    ],
)
def test_what_is_no_answer_file(record, key, tmp_path, text):
    path = tmp_path / "a.json"
    path.write_bytes(text.encode("latin-1"))
    intake = read(record, key, path)
    assert codes(intake) == ["SEA011"]
    assert not intake.responses


def test_a_huge_file_is_not_read(record, key, tmp_path):
    path = tmp_path / "a.json"
    path.write_text("{" + " " * 3_000_000)
    assert codes(read(record, key, path)) == ["SEA011"]


def test_without_a_roster_the_typed_number_counts(for_everybody, key, tmp_path):
    paths = [
        sealed_file(tmp_path, f"{who}.json", submission(for_everybody, 0, who=who, nonce=who * 11), key.public)
        for who in ("77", "78")
    ]
    assert len(dict(web_pages(for_everybody, key.public))) == 1
    intake = read(for_everybody, key, *paths)
    assert [(r.candidate, r.name) for r in intake.responses] == [("77", "张三"), ("78", "张三")]


def test_tampering_shows(record, key, tmp_path):
    """Eighty of the thousand cases that `benchmarks web_exam` tries."""
    genuine = sealed_file(tmp_path, "!.json", submission(record), key.public)
    cases = list(tamperings(record, key.public, random.Random(5), 80))
    assert {kind for kind, _ in cases} == set(TAMPERINGS)
    for number, (_, text) in enumerate(cases):
        (tmp_path / f"{number}.json").write_text(text)
    intake = read(record, key, genuine, *(tmp_path / f"{number}.json" for number in range(len(cases))))
    assert [(r.candidate, dict(r.answers)) for r in intake.responses] == [("A1001", {})]
    told = {fault.source.path for fault in intake.diagnostics}
    assert not [kind for number, (kind, _) in enumerate(cases) if f"{number}.json" not in told]
