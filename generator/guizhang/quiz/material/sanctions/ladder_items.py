"""Items on what follows the first, second and third time, and on points: of English rules that nobody has marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from guizhang.model.item import CognitiveLevel, Item, ItemType, Option
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.lists.english_ladders import FEWEST, ORDINALS, Ladder, Scored, ladders, scored
from guizhang.quiz.material.lists.written import written_item
from guizhang.quiz.material.made import capital, instead, item_id, item_of, lower, options
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import escaped, inner

_DISTRACTORS = 3
_OFFERED = 4
_ROWS = 2
"""Times that a row of a table is asked for."""
_MOST_SCORED = 4
"""Points that are asked for of one table."""


def ladder_items(rules: Rules, model: str) -> Iterator[Item]:
    """Yield items with options: what follows which time, which time something follows on, and how many points an act brings."""
    known = list(ladders(rules.clauses))
    for here, name in _numbered(known):
        if here.act:
            yield from _of_a_row(here, [other for other in known if _one_table(here, other)], model, name)
        else:
            yield from _of_one(here, model, name)
    for table in scored(rules.clauses):
        yield from _of_points(table, model)


def _numbered(known: Sequence[Ladder]) -> Iterator[tuple[Ladder, str]]:
    """Yield each ladder with the last part of the ids of its items, which no other rule changes."""
    seen = Counter[Clause]()
    for here in known:
        clause = here.clauses[0]
        seen[clause] += 1
        yield here, f"{clause.ordinal}-times{seen[clause] if seen[clause] > 1 else ''}"


def written_ladders(rules: Rules, model: str) -> Iterator[Item]:
    """Yield items that want the whole of a ladder written down."""
    for here, name in _numbered(list(ladders(rules.clauses))):
        clause, count = here.clauses[0], len(here.outcomes)
        # What stands as a list behind its introduction is asked for as such.
        if here.act or clause.continues or len(here.clauses) == 1:
            continue
        yield written_item(
            clause,
            model,
            name,
            stem=Text(
                en=f"{clause.said_where.either('en')} lays down what follows {_at(here)} {_named(here, 0)}"
                f" and {_at(here)} each further one, up to {_named(here, count - 1)}. Write it down for each of them."
            ),
            points=[Text(en=f"{capital(_named(here, n, ''))}: {lower(said)}") for n, said in enumerate(here.outcomes)],
            rationale=_told(here),
            also=here.clauses[1:],
            level=CognitiveLevel.UNDERSTAND,
        )


def _one_table(here: Ladder, other: Ladder) -> bool:
    return bool(other.act) and other.clauses[0].place.ancestors[-1:] == here.clauses[0].place.ancestors[-1:]


def _named(here: Ladder, n: int, article: str = "the ") -> str:
    return f"{here.noun} {n + 1}" if here.staged else f"{article}{ORDINALS[n]} {here.noun}"


def _at(here: Ladder) -> str:
    return "at" if here.staged else "on"


def _told(here: Ladder) -> Text:
    """Return a rationale with all rungs."""
    rungs = "; ".join(f"{_named(here, n, '')} – {lower(inner(said))}" for n, said in enumerate(here.outcomes))
    return Text(en=f"{here.clauses[0].said_where.either('en')}{f', {lower(here.act)}' if here.act else ''}: {rungs}.")


def _of_one(here: Ladder, model: str, name: str) -> Iterator[Item]:
    """Yield what follows on the times between, for of the first and the last good sense tells, and when the last one comes."""
    clause, last = here.clauses[0], len(here.outcomes) - 1
    where = clause.said_where.either("en")
    distinct = len({said.casefold() for said in here.outcomes}) == len(here.outcomes)
    if distinct and len(here.outcomes) > FEWEST:
        for n in range(1, last):
            others = [Text(en=capital(said)) for at, said in enumerate(here.outcomes) if at != n]
            near = sorted(others, key=lambda text: abs(here.outcomes.index(_own(here, text)) - n))[:_DISTRACTORS]
            key = Text(en=capital(here.outcomes[n]))
            yield item_of(
                clause,
                model,
                f"{name}-{n + 1}",
                ItemType.SINGLE_CHOICE,
                also=here.clauses[1:],
                difficulty=3,
                stem=Text(en=f"{where}: what follows {_at(here)} {_named(here, n)}?"),
                options=options(key, near, instead(key)),
                rationale=_told(here),
            )
    if distinct:
        yield _when(here, last, model, f"{name}-when")


def _own(here: Ladder, text: Text) -> str:
    return next(said for said in here.outcomes if capital(said) == text.en)


def _when(here: Ladder, n: int, model: str, last: str) -> Item:
    """Return on which time something follows, among the times about it."""
    clause = here.clauses[0]
    name = item_id(model, clause.address, last)
    first = keyed_choice(
        [at for at in range(len(ORDINALS) - _OFFERED) if at <= n < at + _OFFERED and n - at], "when", name
    )
    key = Text(en=capital(_named(here, n)))
    return item_of(
        clause,
        model,
        last,
        ItemType.SINGLE_CHOICE,
        also=here.clauses[1:],
        difficulty=3,
        stem=Text(
            en=f"{clause.said_where.either('en')}: {_at(here)} which {here.noun} does this follow: “{lower(inner(here.outcomes[n]))}”?"
        ),
        options=tuple(
            Option(text=Text(en=capital(_named(here, at))), key=at == n, why=None if at == n else instead(key))
            for at in range(first, first + _OFFERED)
        ),
        keep_order=True,
        rationale=_told(here),
    )


def _of_a_row(here: Ladder, table: Sequence[Ladder], model: str, name: str) -> Iterator[Item]:
    """Yield what follows on an act of a table each time, among what follows elsewhere in it."""
    clause = here.clauses[0]
    there = {said.casefold(): said for one in table for said in one.outcomes}
    for n, said in enumerate(here.outcomes[:_ROWS]):
        key = Text(en=capital(said))
        last = f"{name}-{n + 1}"
        others = keyed_order(
            (o for folded, o in there.items() if folded != said.casefold()),
            str,
            "times",
            item_id(model, clause.address, last),
        )
        wrong = [Text(en=capital(other)) for other in others[:_DISTRACTORS]]
        if len(wrong) < 2:
            continue
        also = [one.clauses[0] for one in table if one is not here and {*one.outcomes} & {*others}]
        yield item_of(
            clause,
            model,
            last,
            ItemType.SINGLE_CHOICE,
            also=also,
            difficulty=3,
            stem=Text(
                en=f"{clause.said_where.either('en')}: what follows the {ORDINALS[n]} time: “{lower(inner(here.act))}”?"
            ),
            options=options(key, wrong, instead(key)),
            rationale=_told(here),
        )


def _of_points(table: Sequence[Scored], model: str) -> Iterator[Item]:
    """Yield how many points an act brings, among the points of others and those next to its own."""
    known = sorted({one.points for one in table}, key=float)
    for one in table[:_MOST_SCORED]:
        near = [f"{int(float(one.points)) + step}" for step in (1, 2, -1, 3) if float(one.points) + step > 0]
        values = list(dict.fromkeys([*(p for p in known if p != one.points), *near]))[:_DISTRACTORS]
        if any("." in value for value in (one.points, *values)) and len(known) <= _DISTRACTORS:
            continue
        key = _points(one.points)
        offered = sorted((one.points, *values), key=float)
        where = one.clause.said_where.either("en")
        yield item_of(
            one.clause,
            model,
            f"{one.clause.ordinal}-points",
            ItemType.SINGLE_CHOICE,
            difficulty=2,
            stem=Text(en=f"{where}: how many points does this bring: “{lower(inner(one.act))}”?"),
            options=tuple(
                Option(text=_points(value), key=value == one.points, why=None if value == one.points else instead(key))
                for value in offered
            ),
            keep_order=True,
            rationale=escaped(Text(en=f"{where}: {lower(one.act)}: {key.either('en')}.")),
        )


def _points(value: str) -> Text:
    return Text(en=f"{value} point{'' if value == '1' else 's'}")
