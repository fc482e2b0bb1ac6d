"""True statements: five sentences of the rules, one or more of them altered; which are as they stand?

A rule that common sense answers is asked for nowhere else, and so stands beside the altered one first. An altered figure
stands in one item only: whoever has seen it once knows it; another altered detail, of which rules have few, in two. A
regulation on manners or dress, which has few that can be altered, has those that others have left, and the question then
names both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.made import Declined, Made
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.statements.items import first_sound
from guizhang.quiz.material.statements.offered import ENOUGH, Asked, Statements, Told
from guizhang.quiz.quoting.clauses import Clause

NAME = "true-statements"
QUOTES = True
ASKS = Message("独立成句、改一个词就不对的规定", "a short rule that one changed word makes wrong")
_MOST = 12
"""Items in which one rule is altered: whoever has seen it in so many knows which of five statements it is."""
_TRIES = 150
"""Altered rules of others that are tried for one regulation."""
_ASKED = Asked(
    NAME,
    ItemType.MULTIPLE_CHOICE,
    Text(
        zh="下列哪几项是{}的规定？（可多选）",
        en="Which of these are laid down in {}? Choose all that apply.",
    ),
    others=4,
    fewest_right=2,
    spread=True,
    more_wrong=(0, 1, 2),
)
_ASKED_OF_TWO = replace(_ASKED, two=True, more_wrong=(0, 1, 2))
Numbered = tuple[Clause, int, Text]
"""A clause, which of its altered statements it is, from 1, and the statement."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield items for every provision that can be altered, as long as there are rules little else asks for."""
    found: list[tuple[str, Made]] = []
    shown, stood, altered = Counter[str](), Counter[str](), Counter[str | None]()
    told = dict[str, Told]()
    for regulation in rules.handbook.regulations:
        said = Statements(rules, (regulation,))
        told[regulation.id] = Told(said.used(), shown, stood)
        made = list(_of_its_own(said, told[regulation.id], altered))
        found += [(one.about if isinstance(one, Item) else one.address, one) for one in made]
    left = [
        one
        for regulation in rules.handbook.regulations
        for one in _in_turn(Statements(rules, (regulation,)))
        if one[2].either("zh") not in shown
    ]
    left = keyed_order(left, lambda one: f"{one[0].address} {_last(one)}", NAME)
    for regulation in rules.handbook.regulations:
        items = _beside_others(rules, regulation, left, told[regulation.id], altered)
        found += [(item.about, item) for item in items]
    place = {address: number for number, address in enumerate(rules.handbook.provisions)}
    yield from (one for _, one in sorted(found, key=lambda pair: place[pair[0]]))


def _of_its_own(said: Statements, told: Told, altered: Counter[str | None]) -> Iterator[Made]:
    """Yield items of one regulation."""
    yield from said.unsaid()
    lacking = {clause.address for clause in said.true}
    made, tried = set[str](), list[str]()
    for one in _in_turn(said):
        clause, _, text = one
        # What rules little else asks for, or nothing, stands beside what is altered once more.
        again = clause.address in made and not any(told.used[other] < ENOUGH for other in lacking)
        if text.either("zh") in told.shown or altered[clause.address] >= _MOST or again:
            continue
        tried.append(clause.address)
        item = first_sound(said, _ASKED, clause, _last(one), text, said.true, told)
        if item is not None:
            made.add(clause.address)
            altered.update(option.cite for option in item.options if not option.key)
            yield item
    for address in dict.fromkeys(tried):
        if address not in made:
            yield Declined(address, said.too_few(address, said.true, _ASKED.others))


def _beside_others(
    rules: Rules, regulation: Regulation, left: list[Numbered], told: Told, altered: Counter[str | None]
) -> Iterator[Item]:
    """Yield items in which rules of *regulation* that are asked for too little stand beside one that is *left* of another."""
    own = Statements(rules, (regulation,)).true
    lacking, scripts = {clause.address for clause in own}, {clause.traditional for clause in own}
    pairs = dict[str, Statements]()
    for one in [one for one in left if one[0].place.regulation is not regulation][:_TRIES]:
        clause, _, text = one
        if not any(told.used[address] < ENOUGH for address in lacking):
            return
        if text.either("zh") in told.shown or altered[clause.address] >= _MOST or clause.traditional not in scripts:
            continue
        lender = clause.place.regulation
        if lender.id not in pairs:
            pairs[lender.id] = Statements(rules, (regulation, lender))
            told.used.update(dict.fromkeys({c.address for c in pairs[lender.id].true} - lacking, ENOUGH))
        said = pairs[lender.id]
        # It is asked of those whom all its rules address.
        beside = {other: texts for other, texts in said.true.items() if stand_together(clause, other)}
        item = first_sound(said, _ASKED_OF_TWO, clause, _last(one), text, beside, told)
        if item is not None:
            left.remove(one)
            altered.update(option.cite for option in item.options if not option.key)
            yield item


def _in_turn(said: Statements) -> Iterator[Numbered]:
    """Yield the first altered statement of every clause, then the second of each, and so on; those with a figure last.

    Figures are asked for by other models, and were only they altered, what has none would be right.
    """
    most = max(map(len, said.false.values()), default=0)
    turns = [(clause, n + 1, texts[n]) for n in range(most) for clause, texts in said.false.items() if n < len(texts)]
    yield from sorted(turns, key=lambda one: said.looks(one[2]).figure)


def stand_together(clause: Clause, other: Clause) -> bool:
    """Tell whether somebody is addressed by both clauses, and they are written in one script."""
    if clause.traditional is not other.traditional:
        return False
    both = (clause.applies_to, other.applies_to)
    return not all(both) or bool(set(both[0]) & set(both[1]))


def _last(one: Numbered) -> str:
    """Return the last part of the id of an item on an altered statement."""
    clause, number, _ = one
    return f"{clause.ordinal}-{number}" if number > 1 else str(clause.ordinal)
