"""Scales of what nature bounds: temperatures of rooms, drinks and bodies, ages of people, days of a year.

Nobody takes tea to be served at 120 ℃, a fever to begin at 41.5 ℃ or a driver to be eight years old.
"""

from __future__ import annotations

from decimal import Decimal

_BODY = (36, 41)
"""Degrees between which somebody's temperature lies."""
_BOILING = 100
_ROOMS = tuple(
    map(
        Decimal,
        "-30 -25 -22 -20 -18 -15 -12 -10 -8 -5 -2 1 2 3 4 5 6 8 10 12 14 15 16 18 20 22 24 25 26 28 30 32 35".split(),
    )
)
_HOT = tuple(map(Decimal, range(40, _BOILING + 1, 10)))
# What house rules set beside what laws do: nobody hesitates between 18, 20 and 22.
_AGES = tuple(map(Decimal, "2 3 4 5 6 7 8 10 12 14 16 18 21 25 30 35 40 45 50 55 60 65 70 75 80".split()))
_YEARS = tuple(map(Decimal, (90, 180, 365, 730, 1095)))
_LEAP_YEARS = (365, 730, 1095)


def temperatures(degrees: Decimal, steps: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Return the degrees of Celsius that could stand for *degrees*, itself among them; *steps* are such at equal steps."""
    least, most = _BODY
    if least <= degrees <= most:
        near = tuple(map(Decimal, range(least, most + 1))) if degrees % 1 == 0 else steps
        return tuple(rung for rung in near if least <= rung <= most)
    if degrees in _ROOMS:
        return tuple(rung for rung in _ROOMS if (rung < 0) is (degrees < 0))
    if degrees in _HOT:
        return _HOT
    if _ROOMS[-1] > degrees > 20 and degrees % 1 == 0:
        return tuple(degrees + 2 * k for k in range(-4, 5))
    return tuple(rung for rung in steps if rung <= _BOILING or degrees > _BOILING)


def ages(years: Decimal) -> tuple[Decimal, ...]:
    """Return the ages that could stand for *years*, itself among them."""
    return tuple(sorted({*_AGES, years}))


def days(number: Decimal) -> tuple[Decimal, ...] | None:
    """Return what could stand for the days of a year, or of several; ``None`` for any other number of days."""
    return _YEARS if number in _LEAP_YEARS else None
