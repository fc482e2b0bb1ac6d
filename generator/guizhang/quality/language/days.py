"""Options that are days of the week or months of the year: 周一至周五, weekdays, June to August, the first quarter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from guizhang.model.text import Lang


class Days(NamedTuple):
    """Some days of a week, counted from Monday, or some months of a year, counted from January, both from 1."""

    cycle: int
    """7 for a week, 12 for a year."""
    named: frozenset[int]

    def meets(self, other: Days) -> bool:
        """Tell whether both name some day, and they are not the same."""
        return self.cycle == other.cycle and self.named != other.named and bool(self.named & other.named)


_WEEK, _YEAR = 7, 12
_GROUPS = {
    _WEEK: (
        (range(1, 6), "工作日 平日 weekdays workdays working-days"),
        (range(6, 8), "周末 双休日 weekend weekends"),
        (range(1, 8), "每天 每日 天天 daily every-day"),
    ),
    _YEAR: (
        (range(1, 4), "第一季度 一季度 first-quarter"),
        (range(4, 7), "第二季度 二季度 second-quarter"),
        (range(7, 10), "第三季度 三季度 third-quarter"),
        (range(10, 13), "第四季度 四季度 fourth-quarter last-quarter"),
        (range(1, 7), "上半年 first-half-of-year"),
        (range(7, 13), "下半年 second-half-of-year"),
        (range(1, 13), "全年 all-year all-year-round"),
    ),
}
_NAMES = {
    word: Days(cycle, frozenset(days))
    for cycle, groups in _GROUPS.items()
    for days, words in groups
    for word in words.split()
}
_NAMES |= {
    f"{week}{sign}": Days(_WEEK, frozenset({day}))
    for week in ("周", "星期", "礼拜", "")
    for day, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1)
    for sign in signs
}
_NAMES |= {
    f"{month}{end}": Days(_YEAR, frozenset({n}))
    for n, signs in enumerate("一 1,二 2,三 3,四 4,五 5,六 6,七 7,八 8,九 9,十 10,十一 11,十二 12".split(","), 1)
    for month in signs.split()
    for end in ("月", "月份")
}
_NAMES |= {
    word: Days(cycle, frozenset({n}))
    for cycle, names in (
        (_WEEK, "monday tuesday wednesday thursday friday saturday sunday"),
        (_YEAR, "january february march april may june july august september october november december"),
    )
    for n, name in enumerate(names.split(), 1)
    for word in (name, f"{name}s", name[:3])
}
_AROUND: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"^(?:每个?|逢|在)(?!天|日)|期间$|\s"),
    "en": re.compile(r"\b(?:on|at|in|during|every(?! day)|each|the|from|between|any)\b|[.,]", re.IGNORECASE),
}
_TO = re.compile(r"\s*(?:至|到|[-–—~～]|\bto\b|\bthrough\b|\btill\b|\buntil\b)\s*")
_AND = re.compile(r"\s*(?:[和与及、，,]|以及|\band\b|\bor\b|&)\s*")


@lru_cache(maxsize=16384)
def days_of(text: str, lang: Lang) -> Days | None:
    """Return the days or months that an option names; ``None`` where it says anything else."""
    plain = " ".join(_AROUND[lang].sub(" ", text.strip().rstrip("。.").lower()).split())
    if lang == "zh":
        plain = plain.replace(" ", "")
    parts = [_span(part) for part in _AND.split(plain) if part]
    found = [part for part in parts if part is not None]
    # A sign alone (一) is a day only beside one that says so.
    if not found or len(found) < len(parts) or len({part.cycle for part in found}) > 1 or len(plain) == 1:
        return None
    return Days(found[0].cycle, frozenset().union(*(part.named for part in found)))


def _span(text: str) -> Days | None:
    ends = [_NAMES.get(end.replace(" ", "-")) for end in _TO.split(text)]
    if len(ends) == 1:
        return ends[0]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None or first.cycle != last.cycle:
        return None
    low, high = min(first.named), max(last.named)
    # Friday to Monday goes round.
    run = range(low, high + 1) if low <= high else [*range(low, first.cycle + 1), *range(1, high + 1)]
    return Days(first.cycle, frozenset(run))
