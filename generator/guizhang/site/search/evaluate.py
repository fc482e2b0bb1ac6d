"""What a query finds, in order. docs/search.md 6 and 7; the browser gives the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice, zip_longest

from guizhang.site.search.fold import fold
from guizhang.site.search.found import Added, Card, Found, Hit
from guizhang.site.search.index import Index
from guizhang.site.search.numbers import RUN
from guizhang.site.search.query import Part, Query
from guizhang.site.search.scores import Scores, Way
from guizhang.site.search.text import Text, has, has_terms
from guizhang.site.search.tokens import text_terms
from guizhang.site.search.variants import FULL

ENOUGH = 10
"""With fewer results, what has only some of the query is shown too."""
_OFTEN = 3


def search(
    index: Index, text: str, limit: int = ENOUGH, facets: Sequence[str] = (), on: date | None = None
) -> Found:
    """Return what *text* finds.

    Args:
        index: The index.
        text: As typed.
        limit: How many hits at most.
        facets: Terms such as ``@k:article`` that every hit must have.
        on: The reader's day: what is in force on it goes first, and the rest is marked. ``None``: whatever the day.
    """
    return _Search(index, text, facets, on).found(limit)


class _Search:
    def __init__(self, index: Index, text: str, facets: Sequence[str], on: date | None) -> None:
        self.on = on
        self.index, self.query, self.scores = index, Query(index, text), Scores(index)
        self.rank: dict[str, int] = index.manifest["rank"]
        self.wanted = " ".join(self.query.folded.split())
        self.filters = [self.scores.facet(facet) for facet in facets]

    def found(self, limit: int) -> Found:
        # However few are shown, the figure that answers is chosen among as many.
        looked = max(limit, ENOUGH)
        hits = self._in_force_first(islice(self._whole(), looked))
        if len(hits) < ENOUGH:
            taken = {hit.document for hit in hits}
            hits += self._in_force_first(islice(self._partial(taken), looked - len(hits)))
        shown = tuple(hits[:limit])
        return Found(shown, self._lacking_all(shown), self._card(hits), tuple(self.query.units))

    def _in_force_first(self, hits: Iterable[Hit]) -> list[Hit]:
        marked = [replace(hit, standing=self.index.standing(hit.shown.address, self.on)) for hit in hits]
        return sorted(marked, key=lambda hit: bool(hit.standing))

    def _lacking_all(self, hits: Iterable[Hit]) -> tuple[str, ...]:
        """Return what none of the partial hits has: it is said of them all."""
        left = [self._lacking(self.query.asked, hit.document) for hit in hits if hit.partly]
        first, others = (left[0], left[1:]) if left else ((), [])
        return tuple(piece for piece in first if all(any(piece in other for other in rest) for rest in others))

    def _whole(self) -> Iterator[Hit]:
        """Yield what has all of the query, one interpretation after another."""
        query, taken = self.query, set[int]()
        order = ("bare", "typed", "sounded") if query.bare and query.asks else ("typed", "bare", "sounded")
        for name in order:
            for hit in self._ranked(getattr(query, name)):
                if hit.document not in taken:
                    taken.add(hit.document)
                    yield hit

    def _ranked(self, parts: Sequence[Part]) -> Iterator[Hit]:
        """Yield what has all of *parts*: ordered by the lists, and by the text inside a window."""
        named = any(part.variants[0].terms[0].startswith("#") for part in parts)
        ways = [self.scores.part(part, named=named) for part in parts]
        common = set(ways[0]).intersection(*ways[1:], *self.filters) if ways else set()
        total = self._raised({d: sum(max(s for s, _ in way[d]) for way in ways) for d in common})
        order = sorted(total, key=lambda document: (-total[document], document))
        window = self.rank["window"]
        for start in range(0, len(order), window):
            hits: list[Hit] = []
            for document in order[start : start + window]:
                shown = self.index.document(document)
                text = Text(shown)
                kept = [next((w for _, w in way[document] if text.verifies(w.variant)), None) for way in ways]
                chosen = [way for way in kept if way is not None]
                if len(chosen) < len(kept):
                    continue
                said = zip(parts, (way.variant for way in chosen), strict=True)
                others = (Added(part.text, v.form, v.why) for part, v in said if v.why)
                hits.append(Hit(document, total[document] + self._seen(chosen, text), shown, added=tuple(others)))
            yield from sorted(hits, key=lambda hit: (-hit.score, hit.document))

    def _raised(self, total: dict[int, int]) -> dict[int, int]:
        """Raise what has a figure of the kind the query asks for; and where it asks at all, the rules."""
        asked, rule = self.rank["asked"], self.rank["rule"]
        total = {d: score + score * asked // 100 * (d in self._answers) for d, score in total.items()}
        return {d: score + score * rule // 100 * (d in self._rules) for d, score in total.items()}

    @cached_property
    def _answers(self) -> frozenset[int]:
        return frozenset[int]().union(*(self.scores.facet(f"@f:{kind}") for kind in self.query.kinds))

    @cached_property
    def _rules(self) -> frozenset[int]:
        return self.scores.facet("@k:article") if self.query.questions else frozenset()

    def _seen(self, ways: Sequence[Way], text: Text) -> int:
        """Return what the text adds to the score of a document by the *ways* chosen of its parts."""
        rank, chosen = self.rank, [way.variant for way in ways]
        base = sum(FULL * way.idf for way in ways)
        wanted = (self.wanted, *(v.literal or v.form for v in chosen if len(chosen) == 1 and v.why))
        score = rank["equal"] * any(name in wanted for name in text.names)
        score += rank["start"] * any(name.startswith(wanted) for name in text.names)
        score += rank["line"] * (len(chosen) > 1 and any(all(has(v, line) for v in chosen) for line in text.lines))
        score += rank["often"] * min(_OFTEN, text.body.count(chosen[0].literal or self.wanted))
        return base * score

    def _partial(self, taken: set[int]) -> Iterator[Hit]:
        """Yield what has some of the query, best first."""
        scores = self.scores.partial(self.query.units)
        allowed = set(scores).intersection(*self.filters) - taken
        total = self._raised({document: scores[document] for document in allowed})
        least = max(total.values(), default=0) * self.rank["w_floor"] // 100
        for document in sorted((d for d in total if total[d] >= least), key=lambda d: (-total[d], d)):
            yield Hit(document, total[document], self.index.document(document), partly=True)

    def _lacking(self, parts: Iterable[Part], document: int) -> tuple[str, ...]:
        """Return those of *parts*, or the stretches of a Chinese one, that *document* has not."""
        out: list[str] = []
        for part in parts:
            if not RUN.fullmatch(part.text):
                if not any(self._in(variant.terms, document) for variant in part.variants):
                    out.append(part.text)
                continue
            out += self._missing(part.text, document)
        return tuple(dict.fromkeys(out))

    def _missing(self, run: str, document: int) -> list[str]:
        """Return the stretches of *run* of which neither a pair nor another name stands in *document*."""
        size = min(2, len(run))
        spans = [
            (at, at + size) for at in range(len(run) - size + 1) if self._in(text_terms(run[at : at + size]), document)
        ]
        for form, group in self.query.groups.in_run(run):
            if any(self._in(text_terms(other), document) for other in (*group.zh, *group.en)):
                spans.append((run.index(form), run.index(form) + len(form)))
        had = bytearray(len(run))
        for start, end in spans:
            had[start:end] = b"\1" * (end - start)
        left = (run[found.start() : found.end()] for found in re.finditer(b"\0+", had))
        # A character that stands alone in the query may do so in the text.
        return [stretch for stretch in left if not self._in(text_terms(stretch), document)]

    def _in(self, terms: Sequence[str], document: int) -> bool:
        known = self.scores.known(terms)
        return bool(known) and all(document in p.found or document in p.heading for p in known)

    def _answers_by(self, hit: Hit) -> bool:
        """Tell whether a figure of *hit* may answer: it speaks of what the question turns on, and not of another subject."""
        if not hit.partly:
            return True
        return not any(
            part.text in self._lacking((part,), hit.document) and (part in self.query.needed or self._is_subject(part))
            for part in (*self.query.needed, *self.query.asked)
        )

    def _is_subject(self, part: Part) -> bool:
        """Tell whether a regulation, chapter or section is called after *part*."""
        known = self.scores.known(part.variants[0].terms)
        return len(part.text) > 1 and bool(known) and bool(frozenset.intersection(*(p.heading for p in known)))

    def _card(self, hits: Sequence[Hit]) -> Card | None:
        """Return the figure that answers the query: of the kind it asks for, with most of its words beside it."""
        best: tuple[int, Card] | None = None
        asked = [unit for unit in self.query.units if unit[0].weight == FULL] if self.query.kinds else []
        units = [self.scores.ways(unit) for unit in asked]
        for place, hit in enumerate(hits[:ENOUGH] if self.query.kinds else ()):
            if not self._answers_by(hit):
                continue
            shown = hit.shown
            for kind, zh, en, what_zh, what_en, *ends in shown.figures:
                if kind not in self.query.kinds:
                    continue
                beside = (_start(what, end) for what, end in zip_longest((what_zh, what_en), ends))
                # Of a sentence with several figures, what is said behind this one is of another.
                near = fold("\n".join((*beside, shown.title_zh, shown.title_en)))
                above = fold("\n".join((what_zh, what_en, shown.heading_zh, shown.heading_en)))
                worth = sum(self._worth(unit, near, above) for unit in units) * (ENOUGH + 2 - place)
                # Who asks for hours is not answered with days.
                if any(measure in zh or measure in en for measure in self.query.measures):
                    worth += worth // 4
                # A rule that is not in force answers where no other does as well.
                rank = worth if hit.standing else worth * 2
                if (worth or not place) and (best is None or rank > best[0]):
                    best = rank, Card(kind, zh, en, what_zh, what_en, shown, hit.standing)
        return best[1] if best else None

    def _worth(self, unit: Sequence[Way], near: str, above: str) -> int:
        """Return how much a unit tells: twice as much beside the figure as in the titles above its article."""
        for line, times in ((near, 2), (above, 1)):
            if way := next((way for way in unit if has_terms(way.variant.terms, line)), None):
                return times * way.variant.weight * way.idf
        return 0


def _start(text: str, end: int | None) -> str:
    """Return the first *end* halves of *text* as the browser counts them; all of it where *end* is ``None``."""
    return text if end is None else text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore")
