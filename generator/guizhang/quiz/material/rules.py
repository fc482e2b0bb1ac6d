"""The rules as item models read them: clauses, figures, statements and what could be said falsely, each found once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import Duration, QuantityKind, magnitude
from guizhang.model.text import LANGS, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.alone import not_alone, stands_alone
from guizhang.quiz.material.article_demands import ArticleDemand, article_demands
from guizhang.quiz.material.askable import figures
from guizhang.quiz.material.commonplace import GOOD_SENSE, commonplace, form_titles, good_sense, to_be_learned
from guizhang.quiz.material.contrasts import contrasts, modal
from guizhang.quiz.material.demands import verbs
from guizhang.quiz.material.english_parties import EnglishParties
from guizhang.quiz.material.figures import Figure
from guizhang.quiz.material.lists import RuleList, foreign_points, particular_lists
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.offers import Offers, fairest
from guizhang.quiz.material.parties import Parties
from guizhang.quiz.material.spots import Spot, titled
from guizhang.quiz.material.written_lists import WrittenList, written_lists
from guizhang.quiz.quoting.clauses import Clause, clauses

_SELDOM = 0.2
"""How often a party counts as right that never is."""
_ALL = 100
_NEAREST = 3
"""Steps from the right value within which a wrong one may be that no figure states."""
_FARTHEST = 5
"""Times by which a value may be larger or smaller than the right one."""
_FARTHEST_OFTEN = 8
"""The same for how often: once a week stands beside once a day."""
_OFFERED = 2
"""Wrong values on each side of the right one that most items take."""
_LOTS = 3
"""Lots of a wrong value for each figure that states it."""
_WAYS = 3
"""In how many ways a rule is altered at one place."""


@dataclass(frozen=True, eq=False)
class Rules:
    """A handbook with what its models have in common."""

    handbook: Handbook

    def prepare(self) -> None:
        """Find once what several models read, before the work is shared out among processes."""
        _ = self.untruths, self.lists

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of all adopted provisions, in printed order."""
        return tuple(clauses(self.handbook))

    @property
    def unquotable(self) -> Iterator[Declined]:
        """The clauses that no item can quote alone, and why; what introduces a list is asked for with it."""
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

    @cached_property
    def _stated(self) -> Counter[object]:
        """How many figures one can ask for state each value."""
        return Counter(_value(figure.fact) for figure in self.figures)

    def wrong_values(self, figure: Figure) -> tuple[list[Fact], list[Fact]]:
        """Return wrong values below and above that of *figure*, those sooner that are right somewhere else.

        Offered as often as its neighbours and right nowhere, half a day would be known to be wrong without the rule: a
        value comes by lot, with lots for each figure that states it, and one more; what has been offered often for each time
        that it is right gives way to the others.
        """
        return self._wrong_values[figure.address]

    @cached_property
    def _wrong_values(self) -> Mapping[str, tuple[list[Fact], list[Fact]]]:
        found = {}
        offers = Offers(self._stated)
        for figure in self.figures:
            sides = [self._by_lot(figure, side) for side in figure.wrong_values]
            lower, higher = ([side[n] for n in fairest(offers, [*map(_value, side)])] for side in sides)
            offers.made(_value(fact) for fact in (*lower[:_OFFERED], *higher[:_OFFERED]))
            found[figure.address] = lower, higher
        return found

    def _by_lot(self, figure: Figure, side: Sequence[Fact]) -> list[Fact]:
        # Half a day is a step of the ladder and seldom a rule, and all of something is known to be wrong.
        usable = [
            (fact, often)
            for place, fact in enumerate(side)
            for often in (self._stated[_value(fact)],)
            if not _whole(fact, figure.fact)
            and not _far(fact, figure.fact)
            and not (_halved(fact) and (not often or _many(figure.fact)))
            and (often or place < _NEAREST)
        ]
        lots = [(fact, n) for fact, often in usable for n in range(1 + _LOTS * often)]
        drawn = keyed_order(lots, lambda lot: f"{lot[0].value} {lot[1]}", "value", figure.address)
        return list({fact.value: fact for fact, _ in drawn}.values())

    def spot_of(self, figure: Figure) -> Spot:
        """Return *figure* as a place where other values could stand."""
        values = [fact for pair in zip_longest(*self.wrong_values(figure)) for fact in pair if fact is not None]
        said = tuple(figure.said(fact) for fact in values)
        return Spot(figure.clause, figure.name, figure.sentence, figure.said(figure.fact), said)

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
        found = written_lists(self.clauses)
        return tuple(
            one.declined(GOOD_SENSE)
            if isinstance(one, WrittenList) and self.good_sense(one.clause.address, one.points, one.lead)
            else one
            for one in found
        )

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

    @cached_property
    def demands(self) -> tuple[tuple[ArticleDemand, ...], ...]:
        """Per article what it demands in each case, of whom."""
        return tuple(article_demands(self.clauses, self.written_lists, verbs(self.clauses)))

    @cached_property
    def parties(self) -> Parties:
        """The parties the clauses name."""
        return Parties(self.handbook, self.clauses)

    @cached_property
    def english_parties(self) -> EnglishParties:
        """The parties that the clauses name which are English alone."""
        return EnglishParties(self.handbook, self.clauses)

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
            spots = (*((party,) if party and party.wrong else ()), *contrasts(clause))
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
            by_clause.setdefault(clause, []).extend(parties[1:])
        return {clause: usable for clause, spots in by_clause.items() if (usable := tuple(s for s in spots if s.wrong))}

    @cached_property
    def statements(self) -> Mapping[Clause, Text]:
        """The clauses that say something by themselves, shortly enough to be one of several options."""
        quoted = ((clause, clause.quote()) for clause in self.clauses)
        return {clause: text for clause, text in quoted if text is not None and stands_alone(clause, text)}

    @property
    def unstated(self) -> Iterator[Declined]:
        """The clauses that can be quoted and yet are no statement, and why."""
        for clause in self.clauses:
            text = clause.quote()
            why = not_alone(clause, text) if text is not None else None
            if why is not None:
                yield Declined(clause.address, why, clause.shown)

    @cached_property
    def falsehoods(self) -> Mapping[Clause, tuple[Text, ...]]:
        """Per clause what it does not say, by one word or figure; words first, for no other model has as few of them."""
        by_clause: dict[Clause, list[Spot]] = {}
        for clause, words in self.wordings.items():
            by_clause.setdefault(clause, []).extend(words)
        for figure in self.figures:
            by_clause.setdefault(figure.clause, []).append(self.spot_of(figure))
        found = {}
        for clause, spots in by_clause.items():
            if clause.quote() is None:
                continue  # what is true could not be shown
            # Each statement stands behind what its article is called.
            untold = [spot for spot in spots if not titled(spot)]
            texts = tuple(spot.filled(wrong) for spot in untold for wrong in spot.wrong[:_WAYS])
            alone = tuple(text for text in texts if stands_alone(clause, text))
            if alone:
                found[clause] = alone
        return found

    @cached_property
    def untruths(self) -> Mapping[Clause, tuple[Text, ...]]:
        """Of the falsehoods those that no other clause says either."""
        said = {text.get(lang) for text in self.statements.values() for lang in LANGS}
        left = (
            (clause, tuple(t for t in texts if not {t.zh, t.en} - {None} & said))
            for clause, texts in self.falsehoods.items()
        )
        return {clause: texts for clause, texts in left if texts}


def _halved(fact: Fact) -> bool:
    low = fact.quantity[0]
    return isinstance(low, Duration) and any(amount % 1 for _, amount in low.parts)


def _many(fact: Fact) -> bool:
    """Tell whether a duration is more than one of its unit: half a day stands beside a day, not beside three."""
    low = fact.quantity[0]
    return isinstance(low, Duration) and any(amount > 1 for _, amount in low.parts)


def _far(fact: Fact, true: Fact) -> bool:
    """Tell whether *fact* is so many times *true* or so small a part that it is known to be wrong: 10 minutes on hold for 1."""
    if fact.kind is QuantityKind.TIME:
        return False
    there, here = magnitude(fact.quantity[0]), magnitude(true.quantity[0])
    times = _FARTHEST_OFTEN if fact.kind is QuantityKind.FREQUENCY else _FARTHEST
    # Five days stand beside one; five demerits do not.
    return not here / times < there < here * times + (fact.kind is QuantityKind.DURATION)


def _whole(fact: Fact, true: Fact) -> bool:
    """Tell whether *fact* is all of something, or no more than that where *true* is more: overtime at 50% of the wage."""
    share, right = magnitude(fact.quantity[0]), magnitude(true.quantity[0])
    if fact.kind is QuantityKind.COUNT:
        return share < 1 <= right  # nor at half the wage
    return fact.kind is QuantityKind.PERCENT and (share == _ALL or share < _ALL < right)


def _value(fact: Fact) -> tuple[object, ...]:
    ends = tuple(magnitude(end) for end in fact.quantity if end is not None)
    return fact.kind, fact.unit, ends


def evenly(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield *spots* with their wrong options in such an order that none is offered more often than it is right.

    A party that is often wrong and seldom right would be known without the rule, and so would one that never is wrong.
    """
    right = Counter(spot.true.either("zh") for spot in spots)
    offered = Counter[str]()
    for spot in spots:
        wrong = sorted(spot.wrong, key=lambda text: offered[text.either("zh")] / (_SELDOM + right[text.either("zh")]))
        for place, text in enumerate(wrong[:_WAYS]):
            offered[text.either("zh")] += _WAYS - place
        yield replace(spot, wrong=tuple(wrong))
