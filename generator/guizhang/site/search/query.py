"""A query to what it may mean: interpretations, their parts, and the variants of each part. docs/search.md 5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from unicodedata import normalize

from guizhang.site.search.fold import fold, stem
from guizhang.site.search.groups import Group, Groups
from guizhang.site.search.index import Index
from guizhang.site.search.near import distance
from guizhang.site.search.numbers import RUN, article_numbers, forms
from guizhang.site.search.spelling import Spelling
from guizhang.site.search.tokens import Token, blanked, said, text_terms, tokens

LONGEST = 200
_SURROGATE = re.compile("[\ud800-\udfff]")
_INITIALS = re.compile("[a-z]{2,12}")
_SPELT = re.compile("[a-z]+")
_HOW_MANY = re.compile("(?:几|多少)个?|how many ")
_TYPO_LENGTHS = (4, 8)
_TYPOS = 3
FULL = 100
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


@dataclass(frozen=True, slots=True)
class Part:
    """Something the query asks for."""

    text: str
    """As typed, folded."""
    variants: tuple[Variant, ...]


class Query:
    """One query against one index."""

    def __init__(self, index: Index, text: str) -> None:
        """Take what was typed."""
        self.index = index
        clean = normalize("NFC", _SURROGATE.sub(" ", text))[:LONGEST]
        self.folded = fold(clean)
        self._stops = frozenset(index.manifest["stops"])
        self._rank: dict[str, int] = index.manifest["rank"]
        self._open = bool(self.folded) and not self.folded[-1].isspace()
        self._groups = Groups(index.manifest["groups"], index.manifest["declared"], self._stops)
        self._spelling = Spelling(index)

    @cached_property
    def numbers(self) -> list[tuple[int, int, str]]:
        """Article numbers in the query."""
        return list(article_numbers(self.folded))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of figures the query speaks of."""
        known = (*self.index.manifest["questions"], *self.index.manifest["hints"])
        return frozenset(kind for phrase, kinds in known if said(phrase, self.folded) for kind in kinds.split())

    @cached_property
    def questions(self) -> list[str]:
        """Phrases of the query that ask for a figure."""
        return [phrase for phrase, _ in self.index.manifest["questions"] if said(phrase, self.folded)]

    @property
    def asks(self) -> bool:
        """Whether the query says that it wants a figure, or an article by its number."""
        return bool(self.numbers or self.questions)

    @property
    def measures(self) -> set[str]:
        """What the figure asked for is measured in: 小时 of 几小时, hours of how many hours."""
        left = (_HOW_MANY.sub("", phrase) for phrase in self.questions if _HOW_MANY.match(phrase))
        return {measure for measure in left if measure}

    @cached_property
    def typed(self) -> list[Part]:
        """The query as it stands."""
        whole = {(start, end): key for start, end, key in self.numbers if self._alone(start, end)}
        return self._parts(tokens(self.folded, self._stops), whole)

    @cached_property
    def bare(self) -> list[Part]:
        """The query without what only asks, its article numbers apart; empty where that changes nothing."""
        left = self.folded
        for start, end, _ in self.numbers:
            left = blanked(left, start, end)
        for phrase in (*(p for p, _ in self.index.manifest["questions"]), *self.index.manifest["fillers"]):
            for start, end in said(phrase, left):
                left = blanked(left, start, end)
        if left == self.folded:
            return []
        numbered = [Part(self.folded[s:e], (Variant(FULL, (key,)),)) for s, e, key in self.numbers]
        return [*numbered, *self._parts(tokens(left, self._stops), {})]

    @cached_property
    def sounded(self) -> list[Part]:
        """The query with pinyin beside Chinese, or in several words, read together; empty where there is none."""
        found = tokens(self.folded, ())
        if len(found) > 1 and all(token.kind == "word" for token in found):
            return self._sounded(found)
        out: list[Part] = []
        for row in _touching(found):
            mixed = {token.kind for token in row} == {"run", "word"}
            out += (mixed and self._sounded(row)) or self._parts(row, {})
        return out if out != self._parts(found, {}) else []

    @property
    def asked(self) -> list[Part]:
        """What the query is about: without what only asks, where there is something else."""
        return self.bare or self.typed

    @cached_property
    def units(self) -> list[tuple[Variant, ...]]:
        """What a partial hit may have: each with the ways to have it."""
        out: list[tuple[Variant, ...]] = []
        for part in self.asked:
            if RUN.fullmatch(part.text):
                out += self._run_units(part.text)
            else:
                out.append(part.variants)
        return list(dict.fromkeys(out))

    def exists(self, variant: Variant) -> bool:
        """Tell whether every term of *variant* stands somewhere."""
        return bool(variant.terms) and all(self.index.postings(term) for term in variant.terms)

    def _alone(self, start: int, end: int) -> bool:
        return not self.folded[max(0, start - 1) : start].strip() and not self.folded[end : end + 1].strip()

    def _parts(self, found: Sequence[Token], whole: dict[tuple[int, int], str]) -> list[Part]:
        out: list[Part] = []
        at = 0
        while at < len(found):
            words = [t.text for t in takewhile(lambda t: t.kind == "word", found[at:])]
            form = self._groups.at_head(words)
            size = form[0] if form else 1
            variants = list(self._variants(found[at], last=at == len(found) - 1)) if size == 1 else []
            text = " ".join(t.text for t in found[at : at + size])
            if form:
                variants = [*self._form(text, form[1]), *variants[1:]]
            if number := whole.get((found[at].start, found[at + size - 1].end)):
                variants.insert(0, Variant(FULL, (number,)))
            out.append(Part(text, tuple(variants)))
            at += size
        return [part for part in out if part.variants]

    def _variants(self, token: Token, *, last: bool) -> Iterator[Variant]:
        if token.kind == "phrase":
            return iter((Variant(FULL, text_terms(token.text), token.text),))
        return self._run(token.text) if token.kind == "run" else self._word(token.text, last=last and self._open)

    def _form(self, text: str, group: Group) -> Iterator[Variant]:
        """Yield a term of a group typed in English, its other names, and its Chinese ones."""
        own = self._groups.stems(text)
        yield Variant(FULL, own)
        yield from (self._alias(group, "synonym", form) for form in group.en if self._groups.stems(form) != own)
        yield from (self._alias(group, "translation", form, form) for form in group.zh)

    def _run(self, run: str) -> Iterator[Variant]:
        for i, form in enumerate(forms(run)):
            yield Variant(self._rank["number_form"] if i else FULL, text_terms(form), form)
        for form, group in self._groups.in_run(run)[:1]:
            others = [run.replace(form, other, 1) for other in group.zh if other != form]
            yield from (self._alias(group, "synonym", other, other) for other in others)
            yield from (self._alias(group, "translation", other) for other in group.en if form == run)
        # A longer run is a sentence, and its rare pairs no slips.
        if len(run) <= _SLIP and (lost := [pair for pair in text_terms(run) if not self.index.postings(pair)]):
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
        found = {term for prefix in (word, own) for term in self.index.words_from(prefix)} - {own}
        best = sorted(found, key=lambda term: (-self._documents(term), term))[: self._rank["prefixes"]]
        yield from (Variant(self._rank["prefix"], (term,)) for term in best)

    def _documents(self, term: str) -> int:
        postings = self.index.postings(term)
        return postings.documents if postings else 0

    def _near(self, word: str) -> list[str]:
        far = sum(len(word) >= length for length in _TYPO_LENGTHS)
        if not far:
            return []
        own = stem(word)
        beside = [term for term in self.index.words_beside(own) if term[0] == own[0]]
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

    def _sounded(self, row: Sequence[Token]) -> list[Part]:
        """Return words of pinyin and Chinese runs as one part; nothing where a word is no pinyin."""
        ways: list[tuple[str, ...]] = [()]
        if row[-1].end - row[0].start > _SOUNDED:
            return []
        for token in row:
            more = self._spelling.cuts(token.text, least=1) if token.kind == "word" else [tuple(token.text)]
            ways = [(*way, *slots) for way in ways for slots in more][:_WAYS]
        found = self._written(ways, self._rank["pinyin"])
        text = "".join(token.text for token in row)
        return [Part(text, tuple(found))] if found else []

    def _run_units(self, run: str) -> Iterator[tuple[Variant, ...]]:
        ways: dict[str, list[Variant]] = {}
        for form, group in self._groups.in_run(run):
            others = [self._alias(group, "synonym", other) for other in group.zh if other != form]
            others += [self._alias(group, "translation", other) for other in group.en]
            for term in text_terms(form):
                ways.setdefault(term, []).extend(others)
        for term in text_terms(run):
            yield (Variant(FULL, (term,)), *ways.get(term, ()))
        if len(run) > 1:
            yield from (
                (Variant(self._rank["w_single"], (char,)),) for char in dict.fromkeys(run) if not char.isascii()
            )

    def _alias(self, group: Group, weight: str, form: str, literal: str = "") -> Variant:
        """Return another form of a group as a variant."""
        share = self._rank[weight if group.declared else "everyday"]
        return Variant(share, text_terms(form), literal, "synonym", form)


def _touching(found: Sequence[Token]) -> list[list[Token]]:
    """Return tokens in rows, each of tokens with nothing between them."""
    rows: list[list[Token]] = []
    for token in found:
        if rows and rows[-1][-1].end == token.start:
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows
