"""What a piece of a query may be written as in the text. docs/search.md 5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guizhang.site.search.fold import stem
from guizhang.site.search.groups import Group, Groups
from guizhang.site.search.index import Index
from guizhang.site.search.near import distance
from guizhang.site.search.numbers import forms
from guizhang.site.search.spelling import Spelling
from guizhang.site.search.tokens import Token, text_terms

FULL = 100
SYNONYM = "synonym"
_INITIALS = re.compile("[a-z]{2,12}")
_SPELT = re.compile("[a-z]+")
_TYPO_LENGTHS = (4, 8)
_TYPOS = 3
_WAYS = 64
_SLIP = 12
_SOUNDED = 60


@dataclass(frozen=True, slots=True)
class Variant:
    """One way a part may be written in the text."""

    weight: int
    """Per cent."""
    terms: tuple[str, ...]
    """All of them are needed."""
    literal: str = ""
    """What must stand in the text, folded; empty where the terms are enough."""
    why: str = ""
    """``synonym``, ``pinyin``, ``sound`` or ``typo``, where this is not what was typed."""
    form: str = ""
    """How the reader is told of it."""


class Variants:
    """Finds variants by what one index has."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._index = index
        self._rank: dict[str, int] = index.manifest["rank"]
        self._spelling = Spelling(index)
        self.groups = Groups(index.manifest["groups"], index.manifest["declared"], frozenset(index.manifest["stops"]))

    def of_token(self, token: Token, *, last: bool) -> list[Variant]:
        """Return the variants of *token*; of the *last* word of a query more may be on its way."""
        if token.kind == "phrase":
            return [Variant(FULL, text_terms(token.text), token.text)]
        return list(self._run(token.text) if token.kind == "run" else self._word(token.text, last=last))

    def of_form(self, text: str, group: Group) -> Iterator[Variant]:
        """Yield a term of a group typed in English, its other names, and its Chinese ones."""
        own = self.groups.stems(text)
        yield Variant(FULL, own)
        yield from (self._alias(group, "synonym", form) for form in group.en if self.groups.stems(form) != own)
        yield from (self._alias(group, "translation", form, form) for form in group.zh)

    def of_row(self, row: Sequence[Token]) -> list[Variant]:
        """Return what pinyin and Chinese may stand for together; nothing where a word is no pinyin."""
        if row[-1].end - row[0].start > _SOUNDED:
            return []
        ways: list[tuple[str, ...]] = [()]
        for token in row:
            more = self._spelling.cuts(token.text, least=1) if token.kind == "word" else [tuple(token.text)]
            ways = [(*way, *slots) for way in ways for slots in more][:_WAYS]
        return self._written(ways, self._rank["pinyin"])

    def of_pairs(self, run: str) -> Iterator[tuple[Variant, ...]]:
        """Yield the pairs of a run, then its characters, each with the ways to have it."""
        ways: dict[str, list[Variant]] = {}
        for form, group in self.groups.in_run(run):
            others = [self._alias(group, "synonym", other) for other in group.zh if other != form]
            others += [self._alias(group, "translation", other) for other in group.en]
            for term in text_terms(form):
                ways.setdefault(term, []).extend(others)
        for term in text_terms(run):
            yield (Variant(FULL, (term,)), *ways.get(term, ()))
        if len(run) > 1:
            for char in dict.fromkeys(run):
                if not char.isascii():
                    yield (Variant(self._rank["w_single"], (char,)), *ways.get(char, ()))

    def exists(self, variant: Variant) -> bool:
        """Tell whether every term of *variant* stands somewhere."""
        return bool(variant.terms) and all(self._index.postings(term) for term in variant.terms)

    def _run(self, run: str) -> Iterator[Variant]:
        for i, form in enumerate(forms(run)):
            yield Variant(self._rank["number_form"] if i else FULL, text_terms(form), form)
        known = self.groups.in_run(run)[:1]
        for form, group in known:
            others = [run.replace(form, other, 1) for other in group.zh if other != form]
            yield from (self._alias(group, "synonym", other, other) for other in others)
            yield from (self._alias(group, "translation", other) for other in group.en if form == run)
        # A word that is known is not misspelt; a longer run is a sentence, and its rare pairs no slips.
        named = any(form == run for form, _ in known)
        if not named and len(run) <= _SLIP and (lost := [pair for pair in text_terms(run) if not self._index.postings(pair)]):
            yield from self._same_sound(run, "".join(lost))

    def _same_sound(self, run: str, doubtful: str) -> Iterator[Variant]:
        """Yield what a run may stand for if some of its characters are only right in sound."""
        ways: list[tuple[str, ...]] = [()]
        for char in run:
            slots = self._spelling.sounds(char) if char in doubtful else (char,)
            ways = [(*way, slot) for way in ways for slot in slots][:_WAYS]
        found = self._written(ways, self._rank["homophone"]) if len(run) > 1 else []
        yield from (replace(variant, why="sound") for variant in found)

    def _word(self, word: str, *, last: bool) -> Iterator[Variant]:
        own = Variant(FULL, (stem(word),))
        known = self.exists(own)
        found = list(self._beginning(word)) if last or not known else []
        if _INITIALS.fullmatch(word):
            size = min(3, len(word))
            letters = tuple(dict.fromkeys(f"^{word[i : i + size]}" for i in range(len(word) - size + 1)))
            found.append(Variant(self._rank["initial"], letters))
        spelt = self._pinyin(word, last=last)
        yield own
        yield from (*found, *spelt)
        # That some title has the letters as initials does not make them a word.
        if not known and not any(self.exists(v) for v in (*found, *spelt) if v.terms[0][0] != "^"):
            yield from (Variant(self._rank["typo"], (term,), "", "typo", term) for term in self._near(word))

    def _beginning(self, word: str) -> Iterator[Variant]:
        own = stem(word)
        if len(own) < 2:
            return
        found = {term for prefix in (word, own) for term in self._index.words_from(prefix)} - {own}
        best = sorted(found, key=lambda term: (-self._documents(term), term))[: self._rank["prefixes"]]
        yield from (Variant(self._rank["prefix"], (term,)) for term in best)

    def _documents(self, term: str) -> int:
        postings = self._index.postings(term)
        return postings.documents if postings else 0

    def _near(self, word: str) -> list[str]:
        far = sum(len(word) >= length for length in _TYPO_LENGTHS)
        if not far:
            return []
        own = stem(word)
        beside = [term for term in self._index.words_beside(own) if term[0] == own[0]]
        near = sorted((distance(own, term, far), -self._documents(term), term) for term in beside)
        return [term for apart, _, term in near if apart <= far][:_TYPOS]

    def _pinyin(self, word: str, *, last: bool) -> list[Variant]:
        if not _SPELT.fullmatch(word):
            return []
        cuts, weight = self._spelling.cuts(word), self._rank["pinyin"]
        open_end = not cuts and last
        if open_end:
            cuts, weight = self._spelling.cuts(word, open_end=True), self._rank["pinyin_open"]
        return self._written(cuts, weight, open_end=open_end)

    def _written(self, ways: Iterable[Sequence[str]], weight: int, *, open_end: bool = False) -> list[Variant]:
        found = dict.fromkeys(text for slots in ways for text in self._spelling.written(slots, open_end=open_end))
        kept = list(found)[: self._rank["chains"]]
        return [Variant(weight, text_terms(text), text, "pinyin", text) for text in kept]

    def _alias(self, group: Group, weight: str, form: str, literal: str = "") -> Variant:
        """Return another form of a group as a variant."""
        share = self._rank[weight if group.declared else "everyday"]
        return Variant(share, text_terms(form), literal, SYNONYM, form)
