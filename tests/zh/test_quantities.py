"""Quantities: tables annotated by hand before the grammar was written, read row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.zh.folding import fold
from guizhang.zh.quantities import english_forms, find_figures, scan

TABLES = (
    "quantities_dev.txt",
    "quantities_more.txt",
    "quantities_third.txt",
    "quantities_fourth.txt",
    "quantities_fifth.txt",
    "quantities_sixth.txt",
    "quantities_seventh.txt",
    "quantities_eighth.txt",
    "quantities_ninth.txt",
    "quantities_tenth.txt",
    "quantities_eleventh.txt",
    "quantities_forms.txt",
    "quantities_english_bounds.txt",
)
KINDS = {"duration", "money", "percent", "count", "time-of-day", "date", "frequency"}


def rows():
    for table in TABLES:
        lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if line and not line.startswith("#"):
                text, *figures = line.split(" ‖ ")
                yield pytest.param(text, [parse(f) for f in figures], id=f"{table}:{number}")


def parse(figure):
    words = figure.split()
    at = max(i for i, word in enumerate(words) if word in KINDS)
    kind, value, *rest = words[at:]
    unit = rest[0] if len(rest) == 2 else None
    return (" ".join(words[:at]), kind, value, unit, rest[-1])


def found(text):
    return [
        (f.span, f.kind.value, f.value, f.unit, f.bound.value + ("" if f.inclusive else "-"))
        for f in find_figures(text)
    ]


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_reads_the_figures_of_a_sentence(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("table", TABLES)
def test_what_is_looked_for_first_misses_no_place_where_a_figure_begins(table):
    """A sign, and in English the beginning of a word, decides whether the patterns are asked at all."""
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
        view = fold(line.partition(" ‖ ")[0]).text
        begun = [m.start() for m in scan._BEGIN.finditer(view) if not scan._BEGINNING.match(view, m.start())]
        assert not begun, line
        if view.isascii():
            assert [m.span() for m in english_forms.forms(view)] == [
                m.span() for m in english_forms.FORM.finditer(view)
            ], line


@pytest.mark.parametrize(
    "printed",
    ["S$50", "HK$50", "US$ 50", "NT$50", "RMB 50", "50 %", "a third of staff", "A hundred days", "May 5", "Aug. 5"],
)
def test_an_english_figure_is_found_whatever_it_begins_with(printed):
    assert [m.group().strip(" ") for m in english_forms.forms(f"It is {printed}.")]


def test_a_word_that_only_begins_like_a_figure_is_passed_over():
    assert not english_forms.BEGIN.search("staff say always and all shall see it")


def test_more_than_one_blank_may_set_a_figure_off():
    assert found("甲方应提前   5   天书面通知。") == [("5   天", "duration", "P5D", None, "min")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("A maximum of 4 day visitors may stay in the hut.", ["4 day visitors"]),
        ("A maximum of 4 days may be booked in the hut.", ["4 days"]),
        ("Whoever stays in the hut for a 4 day course brings a sheet.", ["4 day"]),
    ],
)
def test_visitors_for_the_day_are_no_days(text, spans):
    assert [found.span for found in find_figures(text)] == spans


def test_square_feet_are_no_feet():
    assert [(one.span, one.unit) for one in find_figures("The shed is 1,200 square feet.")] == [
        ("1,200 square feet", "square feet")
    ]
