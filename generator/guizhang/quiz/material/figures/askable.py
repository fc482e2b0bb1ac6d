"""Which figures can be asked for: those whose sentence can be quoted and gives nothing away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.quantity import QuantityKind
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.material.figures.tells import COUNTS_POINTS, told_by
from guizhang.quiz.material.made import Declined
from guizhang.quiz.quoting.clauses import Clause

_NO_FIGURE = Message("条文里没有写出这个数值", "no sentence of the provision prints it")
_UNQUOTABLE = Message(
    "所在的句子抽去数值以后不能单独引用", "its sentence cannot be quoted alone with the figure left out"
)
_WORDED = Message("条文的写法换不成别的数值", "another value cannot be worded as the rule words it")


def figures(clauses: Sequence[Clause]) -> Iterator[Figure | Declined]:
    """Yield every fact with the first of *clauses* that says it so that it can be asked for, or why there is none.

    A figure is asked where it is laid down, not where another provision repeats it.
    """
    asked: set[str] = set()
    refused: dict[str, Declined] = {}
    for clause in clauses:
        for address in clause.facts():
            if address in asked or address.partition("#")[0] != clause.address:
                continue
            figure = Figure(clause, address, clause.handbook.facts[address])
            reason = _why_not(figure)
            if reason is None:
                asked.add(address)
                yield figure
            else:
                refused.setdefault(address, figure.declined(reason))
    yield from (declined for address, declined in refused.items() if address not in asked)
    yield from _unprinted(clauses, asked | refused.keys())


def _unprinted(clauses: Sequence[Clause], printed: Collection[str]) -> Iterator[Declined]:
    """Yield the facts of the provisions *clauses* are of that no clause of theirs names."""
    first = {clause.address: clause for clause in reversed(clauses)}
    for address, clause in first.items():
        for name in clause.provision.facts:
            fact = f"{address}#{name}"
            if fact not in printed:
                yield Figure(clause, fact, clause.handbook.facts[fact]).declined(_NO_FIGURE)


def _why_not(figure: Figure) -> Message | None:
    """Return why a figure cannot be asked for; ``None`` where it can."""
    if _counts_points(figure):
        return COUNTS_POINTS  # whether or not its introduction can be quoted
    if figure.blanked is None:
        return figure.clause.unquotable or _UNQUOTABLE
    if not figure.fits(figure.fact):
        return _WORDED
    return told_by(figure)


def _counts_points(figure: Figure) -> bool:
    """Tell whether a figure only says how many points the list behind it has: nobody needs to know that."""
    points = len(figure.clause.listed)
    return figure.clause.introduces and figure.fact.kind is QuantityKind.COUNT and number_of(figure.fact) == points
