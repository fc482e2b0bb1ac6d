"""The partials of all workers to the records of the index, one share of the terms at a time.

Reads: partials. Writes: lines of the ``t`` and ``w`` files, and the blocks of frequent terms.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guizhang.site.search.lists import encode, is_long
from guizhang.site.search.partial import PER_FILE, Packed, Partial, hash_of

BLOCK = 1 << 14
"""Documents a block of a frequent term's list."""
_LAST_WORD_SIGN = "\u058f"
_MARKS = "#@^"


@dataclass(frozen=True, slots=True)
class Lines:
    """Records of one share of the terms."""

    hashed: tuple[tuple[int, str], ...]
    """Of ``t`` files: hash of the term, record."""
    words: tuple[str, ...]
    """Records of ``w`` files."""
    frequent: tuple[tuple[str, tuple[str, ...]], ...]
    """Terms whose list is cut, with their blocks."""
    pairs: tuple[tuple[str, int], ...]
    """Characters and pairs of Han, with the number of their documents."""


def is_word(term: str) -> bool:
    """Tell whether *term* is a Latin word, which stand in order, not by hash."""
    return term[0] <= _LAST_WORD_SIGN and term[-1] <= _LAST_WORD_SIGN and term[0] not in _MARKS


def bases(partials: Sequence[Partial]) -> list[int]:
    """Return the first document of each partial; a file of documents never holds those of two."""
    out, base = [], 0
    for part in partials:
        out.append(base)
        base += -(-part.count // PER_FILE) * PER_FILE
    return [*out, base]


def merge(partials: Sequence[Partial], group: int) -> Lines:
    """Return the records of the terms of one group."""
    starts = bases(partials)
    found = _joined((p.found[group] for p in partials), starts)
    titles = _joined((p.titles[group] for p in partials), starts)
    headings = _ranges((p.headings[group] for p in partials), starts)
    hashed, words, frequent, pairs = [], [], [], []
    for term in sorted(found.keys() | headings.keys()):
        ids = found.get(term)
        lists = ["", *(encode(f[term]) if term in f else "" for f in (titles, headings))]
        if ids and is_long(ids):
            lists[0] = f"*{len(ids)}"
            frequent.append((term, tuple(_blocks(ids, starts[-1]))))
        elif ids:
            lists[0] = encode(ids)
        record = " ".join([term, *(one or "-" for one in lists)])
        record = record.rstrip("- ") if record.endswith(" -") else record
        if is_word(term):
            words.append(record)
            continue
        hashed.append((hash_of(term), record))
        if ids and term[0] not in _MARKS:
            pairs.append((term, len(ids)))
    return Lines(tuple(hashed), tuple(words), tuple(frequent), tuple(pairs))


def _joined(parts: Iterable[Packed], starts: Sequence[int]) -> dict[str, array[int]]:
    out: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for part, start in zip(parts, starts, strict=False):
        for term, ids in part.items():
            out[term].extend(map(start.__add__, ids))
    return out


def _ranges(parts: Iterable[Packed], starts: Sequence[int]) -> dict[str, array[int]]:
    out: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for part, start in zip(parts, starts, strict=False):
        for term, ends in part.items():
            for first, last in zip(ends[::2], ends[1::2], strict=True):
                out[term].extend(range(start + first, start + last + 1))
    return out


def _blocks(ids: array[int], end: int) -> Iterator[str]:
    for start in range(0, end, BLOCK):
        inside = ids[bisect_left(ids, start) : bisect_left(ids, start + BLOCK)]
        yield encode(array("I", map((-start).__add__, inside)))
