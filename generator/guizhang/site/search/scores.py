"""What documents score before any text is loaded. docs/search.md 6.1 and 6.3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor, log2

from guizhang.site.search.index import Index, Postings
from guizhang.site.search.query import Part
from guizhang.site.search.variants import SYNONYM, Variant


@dataclass(frozen=True, slots=True)
class Way:
    """A variant whose terms all stand somewhere."""

    variant: Variant
    known: Sequence[Postings]
    idf: int
    """How much it tells."""


Ways = Mapping[int, list[tuple[int, Way]]]
"""Document -> the ways of a part it has, each with its score: those as typed before other readings, best first."""


class Scores:
    """Scores by the lists of one index."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._index = index
        self._rank: Mapping[str, int] = index.manifest["rank"]
        self._count: int = index.manifest["count"]

    def known(self, terms: Iterable[str]) -> list[Postings]:
        """Return the lists of *terms*; none where one of them stands nowhere."""
        found = [self._index.postings(term) for term in terms]
        known = [postings for postings in found if postings is not None]
        return known if len(known) == len(found) else []

    def ways(self, variants: Sequence[Variant]) -> list[Way]:
        """Return what of *variants*, of which the first is as typed, stands somewhere.

        Another name tells no more than the most frequent name of the thing: 客户 is not rare because 来宾 is.
        """
        found = [(v, known, self.idf(known)) for v in variants if (known := self.known(v.terms))]
        least = min((idf for v, _, idf in found if v is variants[0] or v.why == SYNONYM), default=0)
        return [Way(v, known, least if v.why == SYNONYM else idf) for v, known, idf in found]

    def idf(self, known: Iterable[Postings]) -> int:
        """Return how much the rarest of some terms tells."""
        fewest = min((max(1, postings.documents) for postings in known), default=self._count)
        return floor(8 * log2(1 + self._count / fewest) + 0.5)

    def part(self, part: Part, *, named: bool) -> Ways:
        """Return what each document scores for *part*.

        Args:
            part: Of an interpretation.
            named: Whether the interpretation has an article number, so that other parts name the regulation.
        """
        out: defaultdict[int, list[tuple[int, Way]]] = defaultdict(list)
        for way in self.ways(part.variants):
            weight = way.variant.weight * way.idf
            for document, bracket in self._brackets(way, named=named):
                out[document].append((weight * bracket, way))
        for ways in out.values():
            # Those as typed come first, so that the reader is not told of what was not needed.
            ways.sort(key=lambda scored: (scored[1].variant.why != "", -scored[0]))
        return out

    def _brackets(self, way: Way, *, named: bool) -> Iterator[tuple[int, int]]:
        rank = self._rank
        found, title, heading, have = _everywhere(way)
        if way.variant.terms[0].startswith("#"):
            yield from ((document, rank["number"]) for document in found)
            return
        below = rank["named" if named else "heading"]
        for document in have:
            bracket = rank["any"] * (document in found) + below * (document in heading)
            if document in title:
                bracket += rank["title"] + rank["term"] * (document in self._terms)
            yield document, bracket

    @cached_property
    def _terms(self) -> frozenset[int]:
        return self.facet("@k:term")

    def facet(self, facet: str) -> frozenset[int]:
        """Return the documents of a facet."""
        postings = self._index.postings(facet)
        return postings.found if postings else frozenset()

    def partial(self, units: Iterable[Sequence[Variant]]) -> dict[int, int]:
        """Return what documents score that have some of *units*; each unit is the ways to have it."""
        scores: defaultdict[int, int] = defaultdict(int)
        had: defaultdict[int, int] = defaultdict(int)
        whole = 0
        for unit in units:
            best: dict[int, tuple[int, int]] = {}
            most = 0
            for way in self.ways(unit):
                worth = way.variant.weight * way.idf
                most = max(most, worth)
                for document, bracket in self._weights(way):
                    best[document] = max(best.get(document, (0, 0)), (worth * bracket, worth))
            whole += most
            for document, (score, worth) in best.items():
                scores[document] += score
                had[document] += worth
        return {document: score * had[document] // whole for document, score in scores.items()}

    def _weights(self, way: Way) -> Iterator[tuple[int, int]]:
        found, title, heading, have = _everywhere(way)
        steps = ((found, self._rank["w_any"]), (heading, self._rank["w_heading"]), (title, self._rank["w_title"]))
        for document in have:
            yield document, sum(weight for documents, weight in steps if document in documents)


def _everywhere(way: Way) -> tuple[frozenset[int], frozenset[int], frozenset[int], frozenset[int]]:
    """Return the documents that have all terms in the text, in the title, in the heading, and in any of them."""
    known = way.known
    found = frozenset.intersection(*(p.found for p in known))
    initials = way.variant.terms[0].startswith("^")
    title = found if initials else frozenset.intersection(*(p.title for p in known))
    heading = frozenset.intersection(*(p.heading for p in known))
    have = frozenset.intersection(*(p.found | p.heading for p in known))
    return found, title, heading, have
