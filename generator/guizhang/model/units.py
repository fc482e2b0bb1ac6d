"""Units a count or an amount of money is stated in, and how each language names them."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from guizhang.model.base import Id, Model

BUSINESS = "business"
"""Unit of a duration counted in working days (business hours are not a unit: state the clock time instead)."""

DEFAULT_CURRENCY = "CNY"

CURRENCIES: dict[str, tuple[str, str]] = {
    "CNY": ("元", "CNY"),
    "HKD": ("港元", "HKD"),
    "TWD": ("新台币", "TWD"),
    "MOP": ("澳门元", "MOP"),
    "USD": ("美元", "USD"),
    "EUR": ("欧元", "EUR"),
    "GBP": ("英镑", "GBP"),
    "JPY": ("日元", "JPY"),
    "SGD": ("新加坡元", "SGD"),
}
"""ISO 4217 code -> (Chinese, printed after the figure; English, printed before it)."""


class Unit(Model):
    """What a count counts."""

    zh: Annotated[str, StringConstraints(min_length=1)]
    """Chinese measure word with its noun where one is needed: 次, 人, 份, 个字."""
    en: str
    """English singular; empty where the sentence names the thing itself."""
    plural: str | None = None
    """English plural where it is not the singular with an s."""
    spelled: bool = False
    """Print figures up to ten in words: 三次, three times."""


def _unit(zh: str, en: str, plural: str | None = None, *, spelled: bool = False) -> Unit:
    return Unit(zh=zh, en=en, plural=plural, spelled=spelled)


BUILT_IN_UNITS: dict[Id, Unit] = {
    "times": _unit("次", "time", spelled=True),
    "rings": _unit("声", "ring", spelled=True),
    "people": _unit("人", "person", "people"),
    "customers": _unit("位客户", "customer"),
    "calls": _unit("个电话", "call"),
    "attempts": _unit("次", "attempt", spelled=True),
    "visits": _unit("次拜访", "visit", spelled=True),
    "copies": _unit("份", "copy", "copies"),
    "items": _unit("项", "item"),
    "questions": _unit("题", "question"),
    "points": _unit("分", "point"),
    "levels": _unit("级", "level"),
    "steps": _unit("步", "step"),
    "words": _unit("个字", "Chinese character"),
    "characters": _unit("个字符", "character"),
    "digits": _unit("位", "digit"),
    "days-off": _unit("天", "day off", "days off"),
    "shifts": _unit("个班次", "shift"),
    "years-of-age": _unit("周岁", "year of age", "years of age"),
    "metres": _unit("米", "metre"),
    "centimetres": _unit("厘米", "centimetre"),
    "pieces": _unit("件", "item"),
    "cases": _unit("起", "case"),
    "hours-of-training": _unit("学时", "hour of training", "hours of training"),
    "number": _unit("个", ""),
}
"""Units every handbook has; a company adds its own under ``units:`` in handbook.yaml."""
