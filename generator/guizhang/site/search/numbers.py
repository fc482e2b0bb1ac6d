"""Numbers in a query: the ways a figure is written, and the numbers of articles.

docs/search.md 4.4 and 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.model.numbering import han_number
from guizhang.site.search.fold import HAN
from guizhang.zh.numerals import chinese_to_int

_NUMERAL = "零〇一二两三四五六七八九十百千"
_UNIT = "小天日月年周元次个名人分章节倍件份张项级号点秒岁折成"
_FIGURE = re.compile(rf"(?<!\d)[1-9]\d{{0,3}}(?!\d)|[{_NUMERAL}]{{2,}}|[{_NUMERAL}](?=[{_UNIT}])", re.ASCII)
_LARGEST = 9999

_OF_ARTICLE = rf"(?:\d{{1,4}}|[{_NUMERAL}]+)"
_ARTICLE = re.compile(
    rf"第?({_OF_ARTICLE})条(?:之({_OF_ARTICLE}))?"
    r"|\b(?:article|art|clause|rule|no|section|sec)\b\.?\s*(\d+(?:[.-]\d+)*)\b"
    r"|[#§]\s*(\d+(?:[.-]\d+)*)",
    re.ASCII,
)
_BARE = re.compile(rf"(?:\d{{1,4}}(?:[.-]\d+)*|[{_NUMERAL}]+)", re.ASCII)
_MEASURED = re.compile(
    rf"\s*(?:[{_UNIT}%]|(?:hours?|hrs?|days?|minutes?|mins?|seconds?|weeks?|months?|years?|times|yuan|rmb|percent|people|copies"
    r"|working|business)\b)"
)
"""What makes the number before it a figure."""
RUN = re.compile(rf"[{HAN}0-9]*[{HAN}][{HAN}0-9]*")
"""A run of Han with the digits that touch it: 24小时."""


def forms(run: str) -> list[str]:
    """Return *run* as typed and with its first number written the other ways: 24小时, 二十四小时."""
    out = [run]
    for found in _FIGURE.finditer(run):
        value = _value(found.group())
        if value is None:
            continue
        out += [run[: found.start()] + form + run[found.end() :] for form in _spellings(value)]
        break
    return list(dict.fromkeys(out))


def _value(numeral: str) -> int | None:
    value = int(numeral) if numeral.isdecimal() and numeral.isascii() else chinese_to_int(numeral)
    return value if value is not None and 1 <= value <= _LARGEST else None


def _spellings(value: int) -> Iterator[str]:
    yield str(value)
    han = han_number(value)
    yield han
    if han.startswith("二") and not han.startswith("二十"):
        yield "两" + han[1:]


def article_numbers(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, key) of every article number in a folded query: 第五条之一 gives ``#5-1``.

    A whole blank-separated token that is a number counts too, but for one that a unit follows (3 次, 24 hours).
    """
    done = 0
    for found in _ARTICLE.finditer(folded):
        key = _key(found)
        if key is not None:
            yield from _bare(folded, done, found.start())
            yield found.start(), found.end(), key
            done = found.end()
    yield from _bare(folded, done, len(folded))


def _bare(folded: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for token in re.compile(r"\S+").finditer(folded, start, end):
        if (
            _BARE.fullmatch(token.group())
            and not _MEASURED.match(folded, token.end())
            and (key := _plain(token.group()))
        ):
            yield token.start(), token.end(), f"#{key}"


def _key(found: re.Match[str]) -> str | None:
    main, extra, *latin = found.groups()
    if main is None:
        return "#" + (latin[0] or latin[1])
    first, second = _plain(main), _plain(extra) if extra else None
    if first is None or (extra and second is None):
        return None
    return f"#{first}-{second}" if second else f"#{first}"


def _plain(numeral: str) -> str | None:
    if numeral[0].isdecimal():
        return numeral
    value = chinese_to_int(numeral)
    return None if value is None else str(value)
