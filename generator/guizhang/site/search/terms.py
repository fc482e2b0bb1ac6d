"""The terms a unit is found by, field by field. docs/search.md 2.3 and 4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from operator import add

from guizhang.site.search.fold import HAN, LETTER, fold, stem, words
from guizhang.site.search.unit import Heading, Unit
from guizhang.zh.pinyin import initials

HAN_RUN = re.compile(f"[{HAN}]+")
EDGE = re.compile(rf"(?=([0-9][{HAN}]|[{HAN}][0-9]))")
"""Where digits touch Han; what is looked for may begin inside a number (4小时 of 24小时)."""
_LATIN = re.compile(f"[{LETTER}]")
_HYPHENED = re.compile("(?<![a-z-])[a-z]+-[a-z]+(?![a-z-])")
_INITIAL_RUN = re.compile(f"[{HAN}a-z0-9]{{2,}}")
_READINGS_AT_MOST = 27


def of_text(folded: str) -> set[str]:
    """Return the terms of a folded text: Han characters, pairs with a Han character in them, stems of words."""
    # Most texts have only one of the two, and this runs for every one of them.
    if folded.isascii():
        return _of_words(folded)
    found: set[str] = set()
    for run in HAN_RUN.findall(folded):
        found.update(run)
        found.update(map(add, run, run[1:]))
    if _LATIN.search(folded):
        found |= _of_words(folded)
        found.update(EDGE.findall(folded))
    return found


def _of_words(folded: str) -> set[str]:
    """Return the stems of words; who looks for checkout finds check-out too."""
    found = set(map(stem, words(folded)))
    if "-" in folded:
        found.update(stem(pair.replace("-", "")) for pair in _HYPHENED.findall(folded))
    return found


def of_body(unit: Unit) -> set[str]:
    """Return the terms of both bodies and of the topics."""
    found = of_text(fold(unit.body.en))
    found |= of_text(fold(unit.body.zh))
    found |= _of_topics(unit.topics)
    return found


@lru_cache(maxsize=1 << 10)
def _of_topics(topics: tuple[str, ...]) -> frozenset[str]:
    return frozenset(of_text(fold("\n".join(topics))))


def of_title(unit: Unit) -> set[str]:
    """Return the terms of the title and the other names."""
    return of_text(fold("\n".join((unit.title.zh, unit.title.en, *unit.names))))


def of_heading(heading: Heading) -> set[str]:
    """Return the terms of the titles above."""
    return of_text(fold("\n".join((heading.shown.zh, heading.shown.en, *heading.others))))


def of_kind(unit: Unit, roles: Iterable[str]) -> Iterator[str]:
    """Yield the facets and the numbers of a unit.

    Args:
        unit: The unit.
        roles: Every role of the handbook, for what binds everyone.
    """
    yield f"@k:{unit.kind}"
    yield from (f"@r:{role}" for role in unit.roles or roles)
    yield from (f"@t:{theme}" for theme in unit.themes)
    yield from {f"@f:{figure.kind}" for figure in unit.figures}
    yield from (f"#{number}" for number in unit.numbers)


def of_initials(unit: Unit) -> set[str]:
    """Return the neighbouring initials of Chinese titles and names: 投诉处理 gives ^ts ^sc ^cl ^tsc ^scl."""
    return {term for name in (unit.title.zh, *unit.names) for term in _initials_of(name)}


@lru_cache(maxsize=1 << 14)
def _initials_of(name: str) -> frozenset[str]:
    found: set[str] = set()
    for run in _INITIAL_RUN.findall(fold(name)):
        if run.isascii():
            continue
        ways = [initials(char) or (char,) for char in run]
        for size in (2, 3):
            for at in range(len(ways) - size + 1):
                near = list(product(*ways[at : at + size]))[:_READINGS_AT_MOST]
                found.update("^" + "".join(letters) for letters in near)
    return frozenset(term for term in found if term.isascii())
