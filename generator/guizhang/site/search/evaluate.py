"""What a query finds, in order. docs/search.md 6; the browser's copy gives the same order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import floor, log2

from guizhang.site.search.fold import HAN, fold, stem, words
from guizhang.site.search.index import Index, Postings, Shown
from guizhang.site.search.merge import is_word
from guizhang.site.search.numbers import RUN
from guizhang.site.search.query import Added, Part, Query, Variant
from guizhang.site.search.tokens import text_terms

ENOUGH = 10
"""So many results, or what has only some of the query is shown too."""
_OFTEN = 3
_LOOSE = re.compile(rf"(?<=\d)(?=[{HAN}])|(?<=[{HAN}])(?=\d)")


@dataclass(frozen=True, slots=True)
class Hit:
    """One result."""

    document: int
    score: float
    shown: Shown
    partly: bool = False
    """Whether it has only some of what was asked."""


@dataclass(frozen=True, slots=True)
class Card:
    """A figure that answers the query."""

    kind: str
    zh: str
    en: str
    what_zh: str
    what_en: str
    document: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a query gives."""

    hits: tuple[Hit, ...]
    added: tuple[Added, ...]
    lacking: tuple[str, ...]
    """What of the query the first partial hit has not."""
    card: Card | None


def search(index: Index, text: str, limit: int = ENOUGH, facets: Sequence[str] = ()) -> Found:
    """Return what *text* finds.

    Args:
        index: The index.
        text: As typed.
        limit: How many hits.
        facets: Terms such as ``@k:article`` that every hit must have.
    """
    return _Search(index, text, facets).found(limit)


class Text:
    """The folded text of a document."""

    def __init__(self, shown: Shown) -> None:
        """Fold what is shown."""
        self.shown = shown
        self.names = [name for name in fold(f"{shown.title_zh}\n{shown.title_en}\n{shown.names}").split("\n") if name]
        self.body = fold(f"{shown.body_zh}\n{shown.body_en}")
        above = fold("\n".join((shown.heading_zh, shown.heading_en, shown.others, shown.label_zh, shown.label_en)))
        self.lines = [*self.names, *above.split("\n"), *self.body.split("\n")]
        self._whole = "\n".join(self.lines)
        self._stems: dict[str, frozenset[str]] = {}

    def verifies(self, variant: Variant) -> bool:
        """Tell whether the literal of *variant* stands in the text."""
        return not variant.literal or stands(variant.literal, self._whole)

    def has(self, variant: Variant, line: str) -> bool:
        """Tell whether *variant* stands in one line."""
        if variant.literal:
            return stands(variant.literal, line)
        if line not in self._stems:
            self._stems[line] = frozenset(map(stem, words(line)))
        return all(term in self._stems[line] or term in line for term in variant.terms)


class _Search:
    def __init__(self, index: Index, text: str, facets: Sequence[str]) -> None:
        self.index, self.query = index, Query(index, text)
        self.rank: Mapping[str, int] = index.manifest["rank"]
        self.count: int = index.manifest["count"]
        self.wanted = " ".join(self.query.folded.split())
        self.facets = [frozenset(p.found if (p := index.postings(facet)) else ()) for facet in facets]

    def found(self, limit: int) -> Found:
        hits = list(islice(self._whole(), limit))
        lacking: tuple[str, ...] = ()
        if len(hits) < min(limit, ENOUGH):
            taken = {hit.document for hit in hits}
            more = list(islice(self._partial(taken), limit - len(hits)))
            lacking = self._lacking(more[0]) if more else ()
            hits += more
        return Found(tuple(hits), tuple(self.query.added), lacking, self._card(hits))

    def _whole(self) -> Iterator[Hit]:
        """Yield what has all of the query, one interpretation after another."""
        typed, bare, sounded = self.query.typed, self.query.bare, self.query.sounded
        order = [bare, typed, sounded] if bare and self.query.asks else [typed, bare, sounded]
        taken: set[int] = set()
        for parts in order:
            for hit in self._ranked(parts):
                if hit.document not in taken:
                    taken.add(hit.document)
                    yield hit

    def _ranked(self, parts: list[Part]) -> Iterator[Hit]:
        scored = [self._scored(part) for part in parts]
        if not scored:
            return
        common = set(scored[0]).intersection(*scored[1:], *self.facets)
        total = {document: sum(part[document][0] for part in scored) for document in common}
        for document in self._answers & common:
            total[document] += total[document] * self.rank["asked"] // 100
        order = sorted(common, key=lambda document: (-total[document], document))
        window = self.rank["window"]
        for start in range(0, len(order), window):
            hits = []
            for document in order[start : start + window]:
                text = Text(self.index.document(document))
                ways = [next((v for _, v in part[document][1] if text.verifies(v)), None) for part in scored]
                chosen = [variant for variant in ways if variant is not None]
                if len(chosen) == len(ways):
                    hits.append(Hit(document, total[document] + self._text_score(chosen, text), text.shown))
            yield from sorted(hits, key=lambda hit: (-hit.score, hit.document))

    def _scored(self, part: Part) -> dict[int, tuple[int, list[tuple[int, Variant]]]]:
        """Return what each document scores for a part, with the variants it has, best first."""
        out: defaultdict[int, list[tuple[int, Variant]]] = defaultdict(list)
        for variant in part.variants:
            for document, score in self._variant(variant).items():
                out[document].append((score, variant))
        return {
            document: (max(score for score, _ in ways), sorted(ways, key=lambda way: -way[0]))
            for document, ways in out.items()
        }

    def _variant(self, variant: Variant) -> dict[int, int]:
        postings = [self.index.postings(term) for term in variant.terms]
        known = [p for p in postings if p is not None]
        if not known or len(known) < len(postings):
            return {}
        weight = variant.weight * self.idf(known)
        return {document: weight * bracket for document, bracket in self._brackets(variant, known)}

    def idf(self, known: Iterable[Postings]) -> int:
        """Return how much the rarest of some terms tells."""
        return floor(8 * log2(1 + self.count / min(max(1, p.documents) for p in known)) + 0.5)

    def _brackets(self, variant: Variant, known: list[Postings]) -> Iterator[tuple[int, int]]:
        rank, mark = self.rank, variant.terms[0][0]
        found = frozenset.intersection(*(p.found for p in known))
        if mark == "#":
            yield from ((document, rank["number"]) for document in found)
            return
        heading = frozenset.intersection(*(p.heading for p in known))
        title = found if mark == "^" else frozenset.intersection(*(p.title for p in known))
        have = frozenset.intersection(*(p.found | p.heading for p in known))
        for document in have:
            bracket = rank["any"] * (document in found) + rank["heading"] * (document in heading)
            if document in title:
                bracket += rank["title"] + rank["term"] * (document in self._terms)
            yield document, bracket

    @cached_property
    def _terms(self) -> frozenset[int]:
        postings = self.index.postings("@k:term")
        return postings.found if postings else frozenset()

    @cached_property
    def _answers(self) -> frozenset[int]:
        """Documents with a figure of the kind the query asks for."""
        found = (self.index.postings(f"@f:{kind}") for kind in self.query.kinds)
        return frozenset[int]().union(*(p.found for p in found if p))

    def _text_score(self, chosen: Sequence[Variant], text: Text) -> int:
        """Return what the text adds to the score of a document by the way it has *chosen*."""
        rank = self.rank
        base = sum(100 * self.idf([p for t in v.terms if (p := self.index.postings(t))]) for v in chosen)
        score = rank["equal"] * (self.wanted in text.names)
        score += rank["start"] * any(name.startswith(self.wanted) for name in text.names)
        score += rank["line"] * (len(chosen) > 1 and any(all(text.has(v, line) for v in chosen) for line in text.lines))
        score += rank["often"] * min(_OFTEN, text.body.count(chosen[0].literal or self.wanted))
        return base * score

    def _partial(self, taken: set[int]) -> Iterator[Hit]:
        """Yield what has some of the query, best first."""
        units = self.query.units
        scores: defaultdict[int, int] = defaultdict(int)
        had: defaultdict[int, int] = defaultdict(int)
        whole = 0
        for unit in units:
            best: dict[int, tuple[int, int]] = {}
            most = 0
            for way in unit:
                known = [p for t in way.terms if (p := self.index.postings(t))]
                if len(known) < len(way.terms) or not known:
                    continue
                worth = way.weight * self.idf(known)
                most = max(most, worth)
                for document, bracket in self._weights(way, known):
                    best[document] = max(best.get(document, (0, 0)), (worth * bracket, worth))
            whole += most
            for document, (score, worth) in best.items():
                scores[document] += score
                had[document] += worth
        if not whole:
            return
        total = {d: scores[d] * had[d] // whole for d in scores if d not in taken and all(d in f for f in self.facets)}
        for document in self._answers & total.keys():
            total[document] += total[document] * self.rank["asked"] // 100
        floor_ = max(total.values(), default=0) * self.rank["w_floor"] // 100
        order = sorted((d for d in total if total[d] >= floor_), key=lambda d: (-total[d], d))
        for document in order:
            yield Hit(document, total[document], self.index.document(document), partly=True)

    def _weights(self, way: Variant, known: list[Postings]) -> Iterator[tuple[int, int]]:
        rank, mark = self.rank, way.terms[0][0]
        for document in frozenset.intersection(*(p.found | p.heading for p in known)):
            bracket = rank["w_any"] * all(document in p.found for p in known)
            bracket += rank["w_heading"] * all(document in p.heading for p in known)
            if mark == "^" or all(document in p.title for p in known):
                bracket += rank["w_title"]
            yield document, bracket

    def _lacking(self, hit: Hit) -> tuple[str, ...]:
        """Return the parts of the query, or stretches of a Chinese part, that *hit* has not."""
        out: list[str] = []
        for part in self.query.asked:
            if not RUN.fullmatch(part.text):
                if not any(self._in(variant.terms, hit.document) for variant in part.variants):
                    out.append(part.text)
                continue
            had = bytearray(len(part.text))
            for at in range(len(part.text)):
                for size in (1, 2):
                    piece = part.text[at : at + size]
                    if (size == 2 or len(part.text) == 1) and self._in(text_terms(piece), hit.document):
                        had[at : at + size] = b"\1" * size
            out += (part.text[m.start() : m.end()] for m in re.finditer(b"\0+", had))
        return tuple(dict.fromkeys(out))

    def _in(self, terms: Sequence[str], document: int) -> bool:
        known = [self.index.postings(term) for term in terms]
        return bool(known) and all(p is not None and (document in p.found or document in p.heading) for p in known)

    def _card(self, hits: Sequence[Hit]) -> Card | None:
        """Return the figure that answers the query: of the kind it asks for, with most of its words beside it."""
        best: tuple[int, Card] | None = None
        for place, hit in enumerate(hits[:ENOUGH]):
            shown = hit.shown
            for kind, zh, en, what_zh, what_en in shown.figures:
                if kind not in self.query.kinds:
                    continue
                lines = fold("\n".join((what_zh, what_en, shown.title_zh, shown.title_en)))
                worth = sum(self._worth(unit, lines) for unit in self.query.units) * (ENOUGH + 2 - place)
                if (worth or not place) and (best is None or worth > best[0]):
                    best = worth, Card(kind, zh, en, what_zh, what_en, hit.document)
        return best[1] if best else None

    def _worth(self, unit: Sequence[Variant], folded: str) -> int:
        """Return how much a unit tells that stands in a few words."""
        stems = frozenset(map(stem, words(folded)))
        for way in unit:
            if way.terms and all(term in (stems if is_word(term) else folded) for term in way.terms):
                return way.weight * self.idf([p for t in way.terms if (p := self.index.postings(t))])
        return 0


def stands(literal: str, folded: str) -> bool:
    """Tell whether *literal* stands in a folded text; a blank may part a digit from a Han character."""
    if literal in folded:
        return True
    pieces = _LOOSE.split(literal)
    return len(pieces) > 1 and re.search(" ?".join(map(re.escape, pieces)), folded) is not None
