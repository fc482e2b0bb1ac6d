"""Units a count or an amount of money is stated in, and how each language names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from guizhang.model.base import Id, Model

BUSINESS = "business"
"""Unit of a duration counted in working days (business hours are not a unit: state the clock time instead)."""
TEMPERATURES = frozenset(("celsius", "fahrenheit", "degrees"))
"""Units of what may be below zero."""

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
    "celsius": _unit("℃", "°C", "°C"),
    "fahrenheit": _unit("℉", "°F", "°F"),
    "multiples": _unit("倍", "time"),
    "kilograms": _unit("公斤", "kg", "kg"),
    "grams": _unit("克", "g", "g"),
    "milligrams": _unit("毫克", "mg", "mg"),
    "tonnes": _unit("吨", "tonne"),
    "jin": _unit("斤", "jin", "jin"),
    "millimetres": _unit("毫米", "mm", "mm"),
    "kilometres": _unit("公里", "km", "km"),
    "square-metres": _unit("平方米", "m²", "m²"),
    "cubic-metres": _unit("立方米", "m³", "m³"),
    "litres": _unit("升", "litre"),
    "millilitres": _unit("毫升", "ml", "ml"),
    "kilowatts": _unit("千瓦", "kW", "kW"),
    "watts": _unit("瓦", "W", "W"),
    "volts": _unit("伏", "V", "V"),
    "decibels": _unit("分贝", "dB", "dB"),
    "kilometres-an-hour": _unit("公里/小时", "km/h", "km/h"),
    "metres-a-second": _unit("米/秒", "m/s", "m/s"),
    "degrees": _unit("度", "degree"),
    "credits": _unit("学分", "credit"),
    "lessons": _unit("节", "lesson"),
    "courses": _unit("门", "course"),
    "terms": _unit("学期", "term"),
    "sessions": _unit("场", "session"),
    "rounds": _unit("轮", "round"),
    "trips": _unit("趟", "trip"),
    "laps": _unit("圈", "lap"),
    "meals": _unit("餐", "meal"),
    "nights": _unit("晚", "night"),
    "batches": _unit("批", "batch", "batches"),
    "groups": _unit("组", "group"),
    "kinds": _unit("种", "kind"),
    "categories": _unit("类", "category", "categories"),
    "pages": _unit("页", "page"),
    "pairs": _unit("双", "pair"),
    "sets": _unit("套", "set"),
    "bottles": _unit("瓶", "bottle"),
    "boxes": _unit("盒", "box", "boxes"),
    "cartons": _unit("箱", "carton"),
    "bags": _unit("袋", "bag"),
    "packs": _unit("包", "pack"),
    "buckets": _unit("桶", "bucket"),
    "cups": _unit("杯", "cup"),
    "tables": _unit("桌", "table"),
    "rooms": _unit("间", "room"),
    "floors": _unit("层", "floor"),
    "vehicles": _unit("辆", "vehicle"),
    "households": _unit("户", "household"),
    "orders": _unit("单", "order"),
    "places": _unit("处", "place"),
}
"""Units every handbook has; a company adds its own under ``units:`` in handbook.yaml.

A Chinese measure word is a unit as it stands (``unit: 副``): 4副, and in English 4, whose sentence names the thing.
"""

UNITS_BY_WORD: dict[str, Id] = {unit.zh: name for name, unit in reversed(BUILT_IN_UNITS.items())}
"""Chinese measure word -> unit; of several with one word the first."""


def unit_of(name: str, own: Mapping[str, Unit]) -> Unit:
    """Return the unit *name* is, among the built-in ones and a company's *own*, or as the measure word itself."""
    found = own.get(name) or BUILT_IN_UNITS.get(name)
    # A check names a unit that nobody knows; what stands in the file is then the best there is.
    return found or Unit(zh=name, en=name if name.isascii() else "")
