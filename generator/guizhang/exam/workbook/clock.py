"""Ways to write an hour of the day, for the formulas that look an answer up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from guizhang.model.numbering import han_number
from guizhang.zh.quantities.hours import read_hour

CLOCK_UNITS = ("点", "點", "时", "時", "点钟", "點鐘", "点整", "點整", "时整", "時整", "o'clock", "oclock")
_HALVES = ("上午", "早上", "中午", "下午", "晚上")
_ENGLISH_HALVES = ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")
_MINUTES = 60


def on_clock(hour: Decimal) -> tuple[str, ...]:
    """Return the ways to write *hour* without blanks that are more than a figure and its unit: 15:00, 下午3点, 3pm."""
    minutes = int(hour % 1 * _MINUTES)
    written = [*_with_colon(int(hour), minutes), *_in_chinese(int(hour), minutes), *_in_english(int(hour), minutes)]
    # 上午3:00 is no afternoon: what each comes to is for the reader to say.
    return tuple(dict.fromkeys(text for text in written if read_hour(text) == hour))


def _with_colon(hour: int, minutes: int) -> Iterator[str]:
    for figure in dict.fromkeys((f"{hour}", f"{hour:02d}")):
        for end in ("", ":00", "点", "點", "时", "時", "整"):
            yield f"{figure}:{minutes:02d}{end}"


def _in_chinese(hour: int, minutes: int) -> Iterator[str]:
    ends = (
        [f"{minutes}分", f"{minutes}", *(["半"] if minutes == _MINUTES // 2 else [])] if minutes else ["", "整", "钟"]
    )
    for half in ("", *_HALVES):
        for one in dict.fromkeys((hour, hour % 12 or 12)):
            yield f"{half}{one}:{minutes:02d}"
            figures = [str(one), *([han_number(one)] if one else []), *(["两", "兩"] if one == 2 else [])]
            # A figure with its unit alone is read as any other is.
            if half or minutes:
                yield from (f"{half}{figure}{unit}{end}" for figure in figures for unit in "点點时時" for end in ends)


def _in_english(hour: int, minutes: int) -> Iterator[str]:
    one = hour % 12 or 12
    for half in _ENGLISH_HALVES:
        yield f"{one}:{minutes:02d}{half}"
        if not minutes:
            yield f"{one}{half}"
