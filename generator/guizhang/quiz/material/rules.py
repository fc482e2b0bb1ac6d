"""The rules as item models read them: clauses, figures, statements and what could be said falsely, each found once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.text import LANGS, Text
from guizhang.quiz.material.contrasts.alone import not_alone, stands_alone
from guizhang.quiz.material.contrasts.commonplace import (
    GOOD_SENSE,
    commonplace,
    courtesy,
    fields,
    form_titles,
    good_sense,
    mostly_courteous,
    routine,
    to_be_learned,
)
from guizhang.quiz.material.contrasts.words import contrasts, modal
from guizhang.quiz.material.figures.askable import figures
from guizhang.quiz.material.figures.entailed import still_true
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.figures.wrong_values import believable, wrong_values
from guizhang.quiz.material.lists.article_demands import ArticleDemand, article_demands
from guizhang.quiz.material.lists.demands import verbs
from guizhang.quiz.material.lists.option_lists import RuleList, foreign_points, particular_lists
from guizhang.quiz.material.lists.written_lists import WrittenList, lists_told, written_lists
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.offers import evenly
from guizhang.quiz.material.parties.chinese_parties import Parties
from guizhang.quiz.material.parties.english_parties import EnglishParties
from guizhang.quiz.material.spots import Spot, titled
from guizhang.quiz.quoting.clauses import Clause, clauses

_WAYS = 8
"""In how many ways a statement is altered at one place."""
_MARKS = re.compile(r"[\s，。；：、“”‘’（）]")
_DIGITS = str.maketrans("一二两兩三四五六七八九", "12223456789")
_LONG = 12
"""Characters of a sentence that does not stand twice by chance."""
_SAID_BEFORE = Message(
    "同一规章里前面有一样的话，只问前面的",
    "the same stands before it in its regulation, and is asked for there",
)


def _plainly(text: Text | None) -> tuple[str, ...]:
    """Return what *text* says in each language, without blanks and marks at its ends."""
    return tuple((text.get(lang) or "").strip(" 。；;.").casefold() for lang in LANGS) if text is not None else ()


def _folded(zh: str) -> str:
    """Return Chinese text without its marks and in figures of one kind."""
    return _MARKS.sub("", zh).translate(_DIGITS)


class Looks(NamedTuple):
    """Which kinds of detail a statement has that could be exchanged."""

    figure: bool
    party: bool
    way: bool
    """How it is done: in writing, in person, separately."""


@dataclass(frozen=True, eq=False)
class Rules:
    """A handbook with what its models have in common."""

    handbook: Handbook

    def prepare(self) -> None:
        """Find once what several models read, before the work is shared out among processes."""
        _ = self.untruths, self.lists

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of all adopted provisions, in printed order; of those that say the same in one regulation the first."""
        return tuple(clause for clause in self._all_clauses if clause not in self._again)

    @cached_property
    def _all_clauses(self) -> tuple[Clause, ...]:
        return tuple(clauses(self.handbook))

    @cached_property
    def _again(self) -> frozenset[Clause]:
        """Clauses that say what one before them says, maybe under another heading: each question would be put twice."""
        said = set[tuple[object, ...]]()
        again = []
        for clause in self._all_clauses:
            here = clause.place.regulation.id, _plainly(clause.shown), *(_plainly(node.text) for node in clause.listed)
            if len(clause.shown.either("zh")) >= _LONG and here in said:
                again.append(clause)
            said.add(here)
        return frozenset(again)

    @property
    def unquotable(self) -> Iterator[Declined]:
        """The clauses that no item can quote alone, and why; what introduces a list is asked for with it."""
        yield from (Declined(clause.address, _SAID_BEFORE, clause.shown) for clause in self._again)
        for clause in self.clauses:
            if clause.unquotable is not None and not clause.introduces:
                yield Declined(clause.address, clause.unquotable, clause.shown)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures one can ask for."""
        return tuple(found for found in self._figures if isinstance(found, Figure))

    @property
    def refused_figures(self) -> Iterator[Declined]:
        """The other figures of binding provisions, and why none can be asked for."""
        return (found for found in self._figures if isinstance(found, Declined))

    @cached_property
    def _figures(self) -> tuple[Figure | Declined, ...]:
        return tuple(figures(self.clauses))

    def wrong_values(self, figure: Figure) -> tuple[list[Fact], list[Fact]]:
        """Return wrong values below and above that of *figure*, those sooner that are right somewhere else."""
        return self._wrong_values[figure.address]

    def believable(self, figure: Figure) -> tuple[list[Fact], list[Fact]]:
        """Return those of them that somebody may have in mind who nearly has the figure in mind, which may stand in its place."""
        return believable(figure, self.wrong_values(figure))

    @cached_property
    def _wrong_values(self) -> Mapping[str, tuple[list[Fact], list[Fact]]]:
        return wrong_values(self.figures)

    def spot_of(self, figure: Figure) -> Spot:
        """Return *figure* as a place where other values could stand."""
        values = [fact for pair in zip_longest(*self.believable(figure)) for fact in pair if fact is not None]
        said = tuple(figure.said(fact) for fact in values)
        return Spot(figure.clause, figure.name, figure.sentence, figure.said(figure.fact), said)

    def range_at(self, spot: Spot) -> Figure | None:
        """Return the figure of *spot* where it is a range; ``None`` for all else."""
        return self._ranges.get((spot.clause, spot.name))

    @cached_property
    def _ranges(self) -> Mapping[tuple[Clause, str], Figure]:
        return {(one.clause, one.name): one for one in self.figures if one.fact.quantity[1] is not None}

    def _false_of(self, figure: Figure) -> Spot:
        """Return *figure* as a place where other values make a sentence that is not true by the rule."""
        spot = self.spot_of(figure)
        told = {figure.said(fact) for side in self.believable(figure) for fact in side if not still_true(figure, fact)}
        return replace(spot, wrong=tuple(text for text in spot.wrong if text in told))

    @cached_property
    def lists(self) -> Mapping[RuleList, tuple[tuple[Text, ...], ...]]:
        """The lists for a certain case, each with the points of others that could stand in it, list by list."""
        return {here: foreign_points(here, self._particular_lists) for here in self._particular_lists}

    @cached_property
    def _particular_lists(self) -> tuple[RuleList, ...]:
        return tuple(found for found in self._lists if isinstance(found, RuleList))

    @property
    def unparticular_lists(self) -> Iterator[Declined]:
        """The other lists, and why points of theirs can be no options."""
        return (found for found in self._lists if isinstance(found, Declined))

    @cached_property
    def _lists(self) -> tuple[RuleList | Declined, ...]:
        return tuple(particular_lists(self.clauses))

    @cached_property
    def written_lists(self) -> tuple[WrittenList, ...]:
        """The lists that can be asked for in writing."""
        return tuple(found for found in self._written_lists if isinstance(found, WrittenList))

    @property
    def refused_lists(self) -> Iterator[Declined]:
        """The other lists, and why they cannot be asked for in writing."""
        return (found for found in self._written_lists if isinstance(found, Declined))

    @cached_property
    def _written_lists(self) -> tuple[WrittenList | Declined, ...]:
        return tuple(
            one.declined(GOOD_SENSE) if isinstance(one, WrittenList) and self._told(one) else one
            for one in (*written_lists(self.clauses), *lists_told(self.clauses))
        )

    def _told(self, one: WrittenList) -> bool:
        """Tell whether good sense is enough to write a list down."""
        forced = one.ordered and routine(one.lead, one.points, self.parties, form_titles(self.handbook))
        return forced or self.good_sense(one.clause.address, one.points, one.lead)

    @cached_property
    def commonplace(self) -> frozenset[str]:
        """The addresses of the provisions that hold only good sense."""
        return commonplace(self.handbook, self.parties)

    def good_sense(self, address: str, points: Sequence[Text], lead: Text | None = None) -> bool:
        """Tell whether good sense is enough to write down *points* of the provision at *address*, a list where it has a *lead*."""
        return good_sense(points, lead, told=address in self.commonplace)

    def to_be_learned(self, acts: Sequence[Text]) -> bool:
        """Tell whether one of *acts* has a detail that nobody would hit upon."""
        return to_be_learned(acts, self.parties, form_titles(self.handbook))

    def courtesy(self, points: Sequence[Text]) -> bool:
        """Tell whether *points* are no more than good manners, without a detail that nobody would hit upon."""
        return courtesy(points) and not self.to_be_learned(points)

    def anybody_writes(self, points: Sequence[Text], lead: Text) -> bool:
        """Tell whether *points* behind *lead* are mostly good manners, or no more than what any paper of the kind states."""
        return fields(points, lead) or (mostly_courteous(points) and not self.to_be_learned(points))

    @cached_property
    def demands(self) -> tuple[tuple[ArticleDemand, ...], ...]:
        """Per article what it demands in each case, of whom."""
        return tuple(article_demands(self.clauses, self.written_lists, verbs(self.clauses)))

    @cached_property
    def parties(self) -> Parties:
        """The parties the clauses name."""
        return Parties(self.handbook, self._all_clauses)

    @cached_property
    def english_parties(self) -> EnglishParties:
        """The parties that the clauses name which are English alone."""
        return EnglishParties(self.handbook, self._all_clauses)

    def parties_named(self, text: Text) -> list[str]:
        """Return the parties a text names, each as often as it does."""
        return self.parties.named(text.zh) if text.zh is not None else self.english_parties.named(text.either("en"))

    @cached_property
    def party_spots(self) -> Mapping[Clause, Spot]:
        """Where clauses name a party, the first of several."""
        return {spots[0].clause: spots[0] for spots in self._parties_named.values()}

    @cached_property
    def _parties_named(self) -> Mapping[Clause, tuple[Spot, ...]]:
        found: dict[Clause, list[Spot]] = {}
        for spot in evenly([spot for spot in self._party_places if isinstance(spot, Spot)]):
            found.setdefault(spot.clause, []).append(spot)
        return {clause: tuple(spots) for clause, spots in found.items()}

    @property
    def refused_parties(self) -> Iterator[Declined]:
        """Parties that clauses name and that nobody can be asked for, and why."""
        return (one for one in self._party_places if isinstance(one, Declined))

    @cached_property
    def _party_places(self) -> tuple[Spot | Declined, ...]:
        return tuple(
            spot
            for clause in self.clauses
            for spot in (self.english_parties if clause.langs == ("en",) else self.parties).spots(clause)
        )

    @property
    def refused_details(self) -> Iterator[Declined]:
        """Figures and parties that cannot be asked for, of provisions that have no other detail."""
        asked = {clause.address for clause in self.details}
        refused = (*self.refused_figures, *self.refused_parties)
        return (one for one in refused if one.address not in asked)

    @cached_property
    def wordings(self) -> Mapping[Clause, tuple[Spot, ...]]:
        """Parties and words of each clause in whose place others could stand."""
        found = {}
        for clause in self.clauses:
            party = self.party_spots.get(clause)
            # What the title of the article names it confirms.
            spots = tuple(
                spot for spot in (*((party,) if party and party.wrong else ()), *contrasts(clause)) if not titled(spot)
            )
            if spots:
                found[clause] = spots
        return found

    @cached_property
    def details(self) -> Mapping[Clause, tuple[Spot, ...]]:
        """What good sense cannot tell of each clause: its parties, ways and figures."""
        by_clause: dict[Clause, list[Spot]] = {}
        for clause, words in self.wordings.items():
            by_clause.setdefault(clause, []).extend(spot for spot in words if not modal(spot))
        for figure in self.figures:
            by_clause.setdefault(figure.clause, []).append(self.spot_of(figure))
        for clause, parties in self._parties_named.items():
            by_clause.setdefault(clause, []).extend(spot for spot in parties[1:] if not titled(spot))
        return {clause: usable for clause, spots in by_clause.items() if (usable := tuple(s for s in spots if s.wrong))}

    @cached_property
    def looked_at(self) -> dict[str, Looks]:
        """Which kinds of detail each statement has, once it has been looked at: asked for some hundred times."""
        return {}

    @cached_property
    def taken_for_right(self) -> dict[str, bool]:
        """Which statements everybody would take for right, once they have been looked at."""
        return {}

    @cached_property
    def statements(self) -> Mapping[Clause, Text]:
        """The clauses that say something by themselves, shortly enough to be one of several options."""
        quoted = ((clause, clause.quote()) for clause in self.clauses)
        return {clause: text for clause, text in quoted if text is not None and stands_alone(clause, text)}

    @cached_property
    def unstated(self) -> tuple[Declined, ...]:
        """The clauses that can be quoted and yet are no statement, and why."""
        quoted = ((clause, clause.quote()) for clause in self.clauses)
        why = ((clause, not_alone(clause, text)) for clause, text in quoted if text is not None)
        return tuple(Declined(clause.address, message, clause.shown) for clause, message in why if message is not None)

    @cached_property
    def _alterable(self) -> Mapping[Clause, list[Spot]]:
        """The words and figures of each clause that could be exchanged in a statement."""
        by_clause: dict[Clause, list[Spot]] = {}
        for clause, words in self.wordings.items():
            by_clause.setdefault(clause, []).extend(words)
        for figure in self.figures:
            by_clause.setdefault(figure.clause, []).append(self._false_of(figure))
        # What is true has to be shown; and each statement stands behind what its article is called.
        shown = {clause: spots for clause, spots in by_clause.items() if clause.quote() is not None}
        return {clause: [spot for spot in spots if not titled(spot)] for clause, spots in shown.items()}

    def as_altered(self, clause: Clause, said: Text) -> Text:
        """Return what an English clause says, as long as it would be with a detail altered: of several sentences that one."""
        if clause.langs != ("en",):
            return said
        true = (spot.filled(spot.true) for spot in self._alterable.get(clause, ()))
        return next(
            (text for text in true if text.either("en") in said.either("en") and stands_alone(clause, text)), said
        )

    @cached_property
    def falsehoods(self) -> Mapping[Clause, tuple[Text, ...]]:
        """Per clause what it does not say, by one word or figure; words first, for no other model has as few of them."""
        found = {}
        for clause, spots in self._alterable.items():
            texts = tuple(spot.filled(wrong) for spot in spots for wrong in spot.wrong[:_WAYS])
            alone = tuple(text for text in texts if stands_alone(clause, text))
            if alone:
                found[clause] = alone
        return found

    @cached_property
    def untruths(self) -> Mapping[Clause, tuple[Text, ...]]:
        """Of the falsehoods those that no other clause says either."""
        said = {text.get(lang) for text in self.statements.values() for lang in LANGS}
        # As part of a longer sentence, too, or in other numerals.
        folded = "\n".join(_folded(text.zh) for text in self.statements.values() if text.zh is not None)
        left = (
            (
                clause,
                tuple(
                    t
                    for t in texts
                    if not {t.zh, t.en} - {None} & said and not (t.zh is not None and _folded(t.zh) in folded)
                ),
            )
            for clause, texts in self.falsehoods.items()
        )
        return {clause: texts for clause, texts in left if texts}
