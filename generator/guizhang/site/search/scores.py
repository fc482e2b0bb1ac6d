"""What documents score before any text is loaded. docs/search.md 6.1 and 6.3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import floor, log2

from guizhang.site.search.index import Index, Postings
from guizhang.site.search.query import Part
from guizhang.site.search.variants import Variant

Ways = Mapping[int, list[tuple[int, Variant]]]
"""Document -> the variants of a part it has, each with its score: those as typed before other readings, best first."""


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
        out: defaultdict[int, list[tuple[int, Variant]]] = defaultdict(list)
        for variant in part.variants:
            if known := self.known(variant.terms):
                weight = variant.weight * self.idf(known)
                for document, bracket in self._brackets(variant, known, named=named):
                    out[document].append((weight * bracket, variant))
        for ways in out.values():
            # Those as typed come first, so that the reader is not told of what was not needed.
            ways.sort(key=lambda way: (way[1].why != "", -way[0]))
        return out

    def _brackets(self, variant: Variant, known: Sequence[Postings], *, named: bool) -> Iterator[tuple[int, int]]:
        rank = self._rank
        found, title, heading, have = _everywhere(variant, known)
        if variant.terms[0].startswith("#"):
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
            for way in unit:
                known = self.known(way.terms)
                if not known:
                    continue
                worth = way.weight * self.idf(known)
                most = max(most, worth)
                for document, bracket in self._weights(way, known):
                    best[document] = max(best.get(document, (0, 0)), (worth * bracket, worth))
            whole += most
            for document, (score, worth) in best.items():
                scores[document] += score
                had[document] += worth
        return {document: score * had[document] // whole for document, score in scores.items()}

    def _weights(self, way: Variant, known: Sequence[Postings]) -> Iterator[tuple[int, int]]:
        found, title, heading, have = _everywhere(way, known)
        steps = ((found, self._rank["w_any"]), (heading, self._rank["w_heading"]), (title, self._rank["w_title"]))
        for document in have:
            yield document, sum(weight for documents, weight in steps if document in documents)


def _everywhere(
    variant: Variant, known: Sequence[Postings]
) -> tuple[frozenset[int], frozenset[int], frozenset[int], frozenset[int]]:
    """Return the documents that have all terms in the text, in the title, in the heading, and in any of them."""
    found = frozenset.intersection(*(p.found for p in known))
    initials = variant.terms[0].startswith("^")
    title = found if initials else frozenset.intersection(*(p.title for p in known))
    heading = frozenset.intersection(*(p.heading for p in known))
    have = frozenset.intersection(*(p.found | p.heading for p in known))
    return found, title, heading, have
