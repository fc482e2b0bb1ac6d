"""Pinyin in a query to the strings of the text it may stand for. docs/search.md 5.1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from guizhang.site.search.index import Index
from guizhang.zh.pinyin import SYLLABLE_MAX

_CUTS = 8
_CHAINS = 64


class Spelling:
    """Reads pinyin by what one index has."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._index = index

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset(self._index.manifest["syllables"].split())

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(s[:end] for s in self._syllables for end in range(1, len(s)))

    def cuts(self, word: str, *, least: int = 2, open_end: bool = False) -> list[tuple[str, ...]]:
        """Return the ways to cut *word* into *least* or more syllables, longer ones first.

        With *open_end* the last may be the beginning of one.
        """
        out: list[tuple[str, ...]] = []
        # Where no way leads on: without this a long word that ends in no syllable would be tried in every way.
        dead: set[int] = set()

        def cut(at: int, done: tuple[str, ...]) -> bool:
            """Take the ways on from *at*; tell whether one of them leads to the end."""
            if at in dead or len(out) >= _CUTS:
                return at not in dead
            if at >= len(word):
                if len(done) >= least:
                    out.append(done)
                return True
            if word[at] == "'":
                return cut(at + 1, done)
            leads = False
            for end in range(min(len(word), at + SYLLABLE_MAX), at, -1):
                piece = word[at:end]
                if piece in self._syllables or (open_end and end == len(word) and piece in self._beginnings):
                    leads |= cut(end, (*done, piece))
            if not leads:
                dead.add(at)
            return leads

        cut(0, ())
        return out

    def written(self, slots: Sequence[str], *, open_end: bool = False) -> list[str]:
        """Return what *slots*, each a syllable or a Chinese character, may stand for, the likeliest first.

        Strings are built from pairs of characters that stand side by side somewhere in the text. How likely one is, is
        told by how far down the lists of its pairs were found.
        """
        chains: list[tuple[int, str]] = []
        for place, (first, second) in enumerate(pairwise(slots)):
            pairs = list(enumerate(self._pairs(first, second, open_end=open_end and place == len(slots) - 2)))
            if place:
                pairs = [
                    (far + more, chain + pair[1])
                    for far, chain in chains
                    for more, pair in pairs
                    if pair[0] == chain[-1]
                ]
            chains = sorted(pairs)[:_CHAINS]
        return list(dict.fromkeys(chain for _, chain in chains))

    def _pairs(self, first: str, second: str, *, open_end: bool) -> Iterator[str]:
        fixed = [slot if not slot.isascii() else "" for slot in (first, second)]
        if all(fixed):
            yield first + second
            return
        for x in self.sounds(first):
            for y in self.sounds(second):
                text = self._index.pairs(x, y, open_end=open_end)
                pairs = (text[i : i + 2] for i in range(0, len(text), 2))
                yield from (p for p in pairs if fixed[0] in ("", p[0]) and fixed[1] in ("", p[1]))

    def sounds(self, slot: str) -> Iterable[str]:
        """Return how *slot* may be read: itself where it is a syllable."""
        return (slot,) if slot.isascii() else self._index.readings.get(slot, ())
