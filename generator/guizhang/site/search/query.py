"""A query to what it may mean: interpretations, their parts, and the variants of each part. docs/search.md 5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from unicodedata import normalize

from guizhang.site.search.fold import fold
from guizhang.site.search.index import Index
from guizhang.site.search.numbers import RUN, article_numbers
from guizhang.site.search.tokens import Token, blanked, tokens
from guizhang.site.search.variants import FULL, Variant, Variants

LONGEST = 200
_SURROGATE = re.compile("[\ud800-\udfff]")
_HOW_MANY = re.compile("(?:几|多少)个?|how many ")


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
        self._open = bool(self.folded) and not self.folded[-1].isspace()
        self._variants = Variants(index)
        self.groups = self._variants.groups

    @cached_property
    def numbers(self) -> list[tuple[int, int, str]]:
        """Article numbers in the query."""
        return list(article_numbers(self.folded))

    @cached_property
    def asking(self) -> list[str]:
        """Phrases of the query that name kinds of figures."""
        return re.findall(self.index.manifest["asking"], self.folded, re.ASCII)

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of figures the query speaks of."""
        known = self.index.manifest["questions"]
        return frozenset(kind for phrase in self.asking for kind in known[phrase].split())

    @property
    def asks(self) -> bool:
        """Whether the query speaks of a figure, or of an article by its number."""
        return bool(self.numbers or self.asking)

    @property
    def questions(self) -> bool:
        """Whether the query asks, rather than names a thing: a rule answers it before a definition or a script does."""
        return bool(self.asking or self.bare)

    @property
    def measures(self) -> set[str]:
        """What the figure asked for is measured in: 小时 of 几小时, hours of how many hours."""
        left = (_HOW_MANY.sub("", phrase) for phrase in self.asking if _HOW_MANY.match(phrase))
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
        left = re.sub(self.index.manifest["fillers"], _without, left, flags=re.ASCII)
        if left == self.folded:
            return []
        numbered = [Part(self.folded[s:e], (Variant(FULL, (key,)),)) for s, e, key in self.numbers]
        return [*numbered, *self._parts(tokens(left, self._stops), {})]

    @cached_property
    def sounded(self) -> list[Part]:
        """The query with pinyin beside Chinese, or in several words, read together; empty where there is none."""
        found = tokens(self.folded, ())
        words = len(found) > 1 and all(token.kind == "word" for token in found)
        out: list[Part] = []
        plain: list[Token] = []
        for row in [found] if words else _touching(found):
            mixed = words or {token.kind for token in row} == {"run", "word"}
            if written := self._variants.of_row(row) if mixed else []:
                text = "".join(token.text for token in row)
                out += [*self._parts(plain, {}, ends=False), Part(text, tuple(written))]
                plain = []
            else:
                plain += row
        return [*out, *self._parts(plain, {})] if out else []

    @property
    def asked(self) -> list[Part]:
        """What the query is about: without what only asks, where there is something else."""
        return self.bare or self.typed

    @cached_property
    def needed(self) -> list[Part]:
        """What a rule must speak of for its figure to answer: sick of how many sick days, 迟到 and 开除 of 迟到几次会被开除."""
        found = re.findall(self.index.manifest["needed"], self.folded, re.ASCII)
        said = " ".join(piece for groups in found for piece in groups if piece)
        left = re.sub(self.index.manifest["fillers"], _without, said, flags=re.ASCII)
        return self._parts(tokens(left, self._stops), {}, ends=False)

    @cached_property
    def units(self) -> list[tuple[Variant, ...]]:
        """What a partial hit may have: each with the ways to have it."""
        out: list[tuple[Variant, ...]] = []
        for part in self.asked:
            if RUN.fullmatch(part.text):
                out += self._variants.of_pairs(part.text)
            else:
                out.append(part.variants)
        return list(dict.fromkeys(out))

    def _alone(self, start: int, end: int) -> bool:
        return not self.folded[max(0, start - 1) : start].strip() and not self.folded[end : end + 1].strip()

    def _parts(self, found: Sequence[Token], whole: dict[tuple[int, int], str], *, ends: bool = True) -> list[Part]:
        """Return the parts that tokens make.

        Args:
            found: Some tokens of the query.
            whole: Article numbers that are tokens by themselves, by where they stand.
            ends: Whether the last of the tokens is the last of the query.
        """
        out: list[Part] = []
        at = 0
        while at < len(found):
            form = self.groups.at_head([t.text for t in takewhile(lambda t: t.kind == "word", found[at:])])
            size = form[0] if form else 1
            last = ends and self._open and at == len(found) - 1
            variants = self._variants.of_token(found[at], last=last) if size == 1 else []
            text = " ".join(t.text for t in found[at : at + size])
            if form:
                variants = [*self._variants.of_form(text, form[1]), *variants[1:]]
            if number := whole.get((found[at].start, found[at + size - 1].end)):
                variants.insert(0, Variant(FULL, (number,)))
            if kept := tuple(variant for variant in variants if variant.terms):
                out.append(Part(text, kept))
            at += size
        return out


def _without(found: re.Match[str]) -> str:
    return " " * len(found[0]) if found[1] else found[0]


def _touching(found: Sequence[Token]) -> list[list[Token]]:
    """Return tokens in rows, each of tokens with nothing between them."""
    rows: list[list[Token]] = []
    for token in found:
        if rows and rows[-1][-1].end == token.start:
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows
