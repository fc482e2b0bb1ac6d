"""Where a handbook names its parties, and so who could have something to do there.

A party that nothing names where a rule stands is no wrong answer anybody would believe: nobody takes the cashier for whoever
drives the lorry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guizhang.model.text import Text
from guizhang.quiz.material.ranks import STAFF, rank
from guizhang.quiz.quoting.clauses import Clause

_MANY = 4
"""Regulations that name a party which may act anywhere; in a large handbook more, a third of them."""
_SEVERAL = 3
"""Regulations that name a department which has to do with more than its own work."""
_OWN_WORK = 3
"""How often a regulation names a post that may do more in it than one thing."""
_NEARBY = 1
"""How much less often a part of the regulation may name it."""
_ALL_OVER = 3
"""Of how many parts of a regulation one names whoever may act in all of them."""
_TRADE = 2
"""Signs with which the name of a trade begins."""


@dataclass(frozen=True, eq=False)
class Mentions:
    """How often parties are named, by regulation and by part."""

    parties: Sequence[Text]
    clauses: Sequence[Clause]
    named: Callable[[str], list[str]]
    """Returns the parties a Chinese text names, each as often as it does."""

    def often(self, clause: Clause) -> Counter[str]:
        """Return how often the regulation of *clause* names each party."""
        return self._by_regulation.get(clause.place.regulation.id, Counter())

    def at_home(self, party: Text, clause: Clause) -> bool:
        """Tell whether a party has something to do where *clause* stands: its part names it, or its regulation all over.

        A post has work of its own: where it does some of it, it is named often. A company's one handbook names its drivers
        often, and not for the telephone.
        """
        name = party.either("zh")
        often, parts = self.often(clause)[name], self._by_part.get(clause.place.regulation.id, {})
        here = often if clause.part is None else parts.get(id(clause.part), Counter())[name]
        if rank(party) == STAFF:
            return min(often, here + _NEARBY) >= _OWN_WORK
        naming = sum(name in names for names in parts.values())
        return often >= 1 and (here >= 1 or naming * _ALL_OVER >= len(parts))

    def everywhere(self, party: Text, clause: Clause) -> bool:
        """Tell whether many regulations name a party without a trade, so that it may act in any; where there are few, half of them.

        Few regulations with parts are a company's one handbook, of which each part has people of its own.
        """
        regulations = len(self._by_regulation)
        if (regulations < _MANY and clause.part is not None) or party.either("zh") in self._of_a_trade:
            return False
        many = max(min(_MANY, regulations // 2), regulations // 3)
        if many and rank(party) == STAFF:
            return False  # no receptionist plans the supply of power
        return sum(party.either("zh") in names for names in self._by_regulation.values()) >= many

    def several(self, party: Text) -> bool:
        """Tell whether several regulations name a party."""
        return sum(party.either("zh") in names for names in self._by_regulation.values()) >= _SEVERAL

    @cached_property
    def _by_regulation(self) -> Mapping[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for clause in self.clauses:
            found.setdefault(clause.place.regulation.id, Counter()).update(self._names(clause))
        return found

    @cached_property
    def _by_part(self) -> Mapping[str, Mapping[int, Counter[str]]]:
        found: dict[str, dict[int, Counter[str]]] = {}
        for clause in self.clauses:
            if clause.part is not None:
                parts = found.setdefault(clause.place.regulation.id, {})
                parts.setdefault(id(clause.part), Counter()).update(self._names(clause))
        return found

    def _names(self, clause: Clause) -> list[str]:
        text = clause.place.node.text
        return self.named(text.zh or "") if text else []

    @cached_property
    def _of_a_trade(self) -> frozenset[str]:
        """Those above staff who do one kind of work, as their names say: a sales manager heads sales advisers."""
        names = [party.either("zh") for party in self.parties]
        posts = [name for name, party in zip(names, self.parties, strict=True) if rank(party) == STAFF]
        return frozenset(name for name in names if any(name != post and name[:_TRADE] in post for post in posts))
