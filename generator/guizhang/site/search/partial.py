"""What one worker knows: its units as terms with documents numbered from 0, and as text ready to be shown.

Made where the units are, and small to send: strings and arrays. Reads: units. Writes: Partial.
"""

from __future__ import annotations

import json
import zlib
from array import array
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guizhang.site.search import terms
from guizhang.site.search.unit import Heading, Kind, Unit

PER_FILE = 4
"""Documents a file: a result costs its neighbours too, and each file costs a request."""
GROUPS = 16
"""Shares of the terms that are merged side by side."""
_DEFLATE_LEVEL = 9
_RAW = -15
_TERM = 8
"""A term of the glossary is suggested like a title that stands eight times."""
_LONGEST_PHRASE = 40


@dataclass(frozen=True, slots=True)
class Packed:
    """Terms with their documents, end to end."""

    terms: str
    """Parted by line feeds."""
    lengths: array[int]
    """How many documents each has."""
    ids: array[int]
    """The documents, term after term."""

    def items(self) -> Iterator[tuple[str, array[int]]]:
        """Yield (term, documents)."""
        start = 0
        for term, length in zip(self.terms.split("\n") if self.terms else (), self.lengths, strict=True):
            yield term, self.ids[start : start + length]
            start += length


@dataclass(frozen=True, slots=True)
class Partial:
    """The units of one regulation, or of several."""

    count: int
    found: tuple[Packed, ...]
    """Terms of title, names and body, by group."""
    titles: tuple[Packed, ...]
    """Terms of title and names, by group."""
    headings: tuple[Packed, ...]
    """Terms of the titles above, by group; instead of documents the first and last of each run of neighbours."""
    files: tuple[bytes, ...]
    """What is shown, PER_FILE documents each: base64 of deflated JSON."""
    phrases: Mapping[str, int]
    """What may be suggested, and how much speaks for it."""


def partial(units: Sequence[Unit], roles: Iterable[str] = ()) -> Partial:
    """Return *units* as a part of the index.

    Args:
        units: In reading order.
        roles: Every role of the handbook.
    """
    width = "H" if len(units) <= 0xFFFF else "I"
    found: defaultdict[str, array[int]] = defaultdict(lambda: array(width))
    titles: defaultdict[str, array[int]] = defaultdict(lambda: array(width))
    everyone = tuple(roles)
    for number, unit in enumerate(units):
        title = terms.of_title(unit)
        for term in title:
            titles[term].append(number)
        title |= terms.of_body(unit)
        for term in title:
            found[term].append(number)
        for term in terms.of_kind(unit, everyone):
            found[term].append(number)
        for term in terms.of_initials(unit):
            found[term].append(number)
    return Partial(
        len(units),
        _packed(found, width),
        _packed(titles, width),
        _packed(_headings(units, width), width),
        tuple(_file(units[at : at + PER_FILE]) for at in range(0, len(units), PER_FILE)),
        _phrases(units),
    )


@lru_cache(maxsize=1 << 16)
def hash_of(term: str) -> int:
    """Return the hash that decides where a term stands: FNV-1a over code points, its halves mixed."""
    value = 2166136261
    for char in term:
        value = (value ^ ord(char)) * 16777619 & 0xFFFFFFFF
    return value ^ value >> 15


def _packed(found: Mapping[str, array[int]], width: str) -> tuple[Packed, ...]:
    groups: list[list[str]] = [[] for _ in range(GROUPS)]
    for term in sorted(found):
        groups[hash_of(term) % GROUPS].append(term)
    out = []
    for group in groups:
        ids = array(width)
        for term in group:
            ids += found[term]
        out.append(Packed("\n".join(group), array("I", (len(found[term]) for term in group)), ids))
    return tuple(out)


def _headings(units: Sequence[Unit], width: str) -> Mapping[str, array[int]]:
    found: defaultdict[str, array[int]] = defaultdict(lambda: array(width))
    start = 0
    for number in range(1, len(units) + 1):
        if number < len(units) and units[number].heading is units[start].heading:
            continue
        for term in terms.of_heading(units[start].heading):
            found[term].extend((start, number - 1))
        start = number
    return found


def _file(units: Sequence[Unit]) -> bytes:
    shown = json.dumps([_shown(unit) for unit in units], ensure_ascii=False, separators=(",", ":"))
    deflate = zlib.compressobj(_DEFLATE_LEVEL, zlib.DEFLATED, _RAW)
    return b64encode(deflate.compress(shown.encode()) + deflate.flush())


def _shown(unit: Unit) -> list[object]:
    heading = unit.heading
    row: list[object] = [
        list(Kind).index(unit.kind), unit.url, unit.address, unit.label.zh, unit.label.en, unit.title.zh, unit.title.en,
        heading.shown.zh, heading.shown.en, unit.body.zh, unit.body.en, "\n".join(unit.names),
        [[f.kind, f.printed.zh, f.printed.en, f.what.zh, f.what.en, *f.ends] for f in unit.figures], "\n".join((*heading.others, *unit.topics)),
    ]  # fmt: skip
    while not row[-1]:
        row.pop()
    return row


def _phrases(units: Sequence[Unit]) -> Mapping[str, int]:
    """Return what may be suggested: terms, titles, the words of figures."""
    found: Counter[str] = Counter()
    last: Heading | None = None
    for unit in units:
        weight = _TERM if unit.kind is Kind.TERM else 1
        for name in (unit.title.zh, unit.title.en, *unit.names):
            found[name] += weight
        if unit.heading is not last:
            last = unit.heading
            found.update((last.shown.zh + "\n" + last.shown.en).split("\n"))
        for figure in unit.figures:
            found.update((figure.what.zh.partition("：")[0], figure.what.en.partition(":")[0]))
    return {text: weight for text, weight in found.items() if 1 < len(text) <= _LONGEST_PHRASE}
