from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.model.quantity import CalendarDate, Duration, Frequency, Number, TimeOfDay, magnitude, parse_quantity

REFUSED = [
    ("duration", "24h"),
    ("duration", "P"),
    ("duration", "PT"),
    ("duration", "P1.25D"),
    ("money", "two hundred"),
    ("money", "1,00"),
    ("money", "1e3"),
    ("percent", "half"),
    ("count", "三"),
    ("time-of-day", "25:00"),
    ("time-of-day", "24:01"),
    ("time-of-day", "8.30"),
    ("date", "2026-02-30"),
    ("date", "--02-30"),
    ("date", "---32"),
    ("frequency", "0/P1D"),
    ("frequency", "2 a week"),
    ("money", "1000..200"),
    ("duration", "PT24H..P1D"),
]


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_refuses_what_is_not_of_the_kind(kind, text):
    with pytest.raises(ValueError, match=r".*"):
        parse_quantity(kind, text)


def test_reads_a_range():
    low, high = parse_quantity("money", "200 .. 1,000")
    assert (low, high) == (Number(Decimal(200)), Number(Decimal(1000)))


def test_only_what_comes_again_runs_past_its_end():
    assert parse_quantity("time-of-day", "22:00..6:00") == (TimeOfDay(22 * 60), TimeOfDay(6 * 60))
    winter = CalendarDate(None, 11, 15), CalendarDate(None, 3, 15)
    assert parse_quantity("date", "--11-15..--03-15") == winter
    for kind, text in (
        ("time-of-day", "8:00..8:00"),
        ("money", "300..200"),
        ("date", "--05-01..--05-01"),
        ("date", "2026-11-15..2026-03-15"),
    ):
        with pytest.raises(ValueError, match=r".*"):
            parse_quantity(kind, text)


@given(st.lists(st.integers(0, 400), min_size=7, max_size=7).filter(any))
def test_durations_there_and_back(amounts):
    units = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
    duration = Duration(tuple((u, Decimal(n)) for u, n in zip(units, amounts, strict=True) if n))
    assert Duration.parse(str(duration)) == duration


@given(st.integers(0, 1440))
def test_times_there_and_back(minutes):
    assert TimeOfDay.parse(str(TimeOfDay(minutes))) == TimeOfDay(minutes)


@given(st.dates())
def test_dates_there_and_back(day):
    for value in (CalendarDate(day.year, day.month, day.day), CalendarDate(None, day.month, day.day)):
        assert CalendarDate.parse(str(value)) == value
    assert CalendarDate.parse(str(CalendarDate(None, None, day.day))) == CalendarDate(None, None, day.day)


@given(st.decimals(0, 10**9, places=2))
def test_numbers_there_and_back(value):
    assert Number.parse(str(Number(value))) == Number(value)


def test_magnitude_orders_one_kind():
    assert magnitude(Duration.parse("PT24H")) == magnitude(Duration.parse("P1D")) == 86_400
    assert magnitude(Frequency.parse("2/P1W")) > magnitude(Frequency.parse("1/P1W"))
    assert magnitude(TimeOfDay.parse("8:30")) == 510
