"""The log: whole, and found out where it is not."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from guizhang.grading.audit import LOG, Action, Stamp, append, last_hash, read_log

STAMP = Stamp("王培训", datetime(2026, 11, 22, 8, 0, tzinfo=UTC))


@pytest.fixture
def secret(tmp_path):
    for n in range(4):
        append(tmp_path, STAMP, Action.REGRADE, counts={"moved": n}, moved=[f"P-{n}"], files={"results.json": "0" * 64})
    return tmp_path


def lines(secret):
    return (secret / LOG).read_bytes().splitlines(keepends=True)


def codes(secret):
    return [(fault.code, fault.source.line) for fault in read_log(secret)[1]]


def test_a_whole_log_says_who_did_what_and_when(secret):
    entries, broken = read_log(secret)
    assert not broken
    assert [(e.number, e.by, e.counts["moved"], e.moved) for e in entries] == [
        (n + 1, "王培训", n, (f"P-{n}",)) for n in range(4)
    ]
    assert {e.at for e in entries} == {STAMP.at}
    assert (secret / LOG).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda rows: [*rows[:1], rows[1].replace(b'"moved": 1', b'"moved": 7'), *rows[2:]], [("AUD001", 3)]),
        (lambda rows: [rows[0], *rows[2:]], [("AUD001", 2), ("AUD001", 3)]),
        (lambda rows: [rows[1], rows[0], *rows[2:]], [("AUD001", 1), ("AUD001", 2), ("AUD001", 3)]),
        (lambda rows: rows[1:], [("AUD001", 1), ("AUD001", 2), ("AUD001", 3)]),
        (lambda rows: [*rows, rows[-1]], [("AUD001", 5)]),
        (lambda rows: [*rows[:3], rows[3][:40]], [("AUD002", 4)]),
        (lambda rows: [rows[0], b"\n", *rows[1:]], [("AUD002", 2), ("AUD001", 3), ("AUD001", 4), ("AUD001", 5)]),
    ],
    ids=["changed", "taken out", "exchanged", "first gone", "doubled", "half written", "empty line"],
)
def test_a_log_that_was_altered_is_found_out(secret, change, expected):
    (secret / LOG).write_bytes(b"".join(change(lines(secret))))
    assert codes(secret) == expected


def test_lines_cut_off_the_end_are_told_by_the_last_hash(secret):
    kept = last_hash(secret)
    (secret / LOG).write_bytes(b"".join(lines(secret)[:-1]))
    assert codes(secret) == []
    assert last_hash(secret) != kept


def test_entries_go_on_behind_a_line_half_written(secret):
    (secret / LOG).write_bytes(b"".join(lines(secret))[:-30])
    append(secret, STAMP, Action.GRADE)
    assert codes(secret) == [("AUD002", 4)]
    assert read_log(secret)[0][-1].number == 5


def test_nothing_that_stands_in_the_log_changes(secret):
    before = (secret / LOG).read_bytes()
    append(secret, STAMP, Action.PURGE)
    assert (secret / LOG).read_bytes().startswith(before)
    assert json.loads(lines(secret)[-1])["action"] == "purge"
