"""What an article demands in each case, of whom: the demands of all its sentences and lists, those alike taken together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from guizhang.model.text import Text
from guizhang.quiz.clauses import Clause
from guizhang.quiz.models.demands import Demand, demand
from guizhang.quiz.models.sentences import lays_down, paired
from guizhang.quiz.models.written import WrittenList


@dataclass(frozen=True)
class ArticleDemand:
    """A demand and the clauses that say it."""

    demand: Demand
    clauses: tuple[Clause, ...]

    @property
    def listed(self) -> bool:
        """Whether a list says some of it."""
        return any(clause.introduces for clause in self.clauses)


def article_demands(
    clauses: Sequence[Clause], lists: Sequence[WrittenList], known: frozenset[str]
) -> Iterator[tuple[ArticleDemand, ...]]:
    """Yield what each article that has a heading demands, in printed order.

    Args:
        clauses: The clauses of all articles.
        lists: The lists among them that can be written down.
        known: English verbs.
    """
    points = {one.clause: one.points for one in lists if one.whole}
    for _, group in groupby(clauses, lambda clause: clause.address):
        found: dict[object, ArticleDemand] = {}
        for clause in group:
            if clause.traditional or clause.heading is None or clause.continues:
                continue
            for one in _demands(clause, points.get(clause, ()), known):
                # What the same people must do in no particular case is one question.
                key = one.case, one.who, one.forbids, one.upto
                before = found.get(key)
                acts = (*before.demand.acts, *one.acts) if before else one.acts
                said = dict.fromkeys((*(before.clauses if before else ()), clause))
                found[key] = ArticleDemand(replace(one, acts=acts), tuple(said))
        if found:
            yield tuple(found.values())


def _demands(clause: Clause, points: Sequence[Text], known: frozenset[str]) -> Iterator[Demand]:
    """Yield what a clause demands; where it introduces a list, *points* is that."""
    if clause.introduces:
        lead = clause.lead() if points else None
        one = demand(lead, clause.langs, known) if lead is not None else None
        if one is not None:
            yield replace(one, acts=tuple(points))
    elif clause.quote() is not None:
        for sentence in paired(clause):
            one = demand(sentence, clause.langs, known)
            acts = tuple(act for act in one.acts if _asks_something(act, clause)) if one is not None else ()
            if one is not None and acts:
                yield replace(one, acts=acts)


def _asks_something(act: Text, clause: Clause) -> bool:
    """Tell whether nobody says it before it is asked for: no other provision, and not the heading."""
    heading = clause.heading
    titled = heading is not None and any(
        (act.get(lang) or "-").casefold() in heading.either(lang).casefold() for lang in clause.langs
    )
    return lays_down(act, clause.langs) and not titled
