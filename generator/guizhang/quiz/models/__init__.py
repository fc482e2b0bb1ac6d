"""Item models: templates that make bilingual items from what the rules say. A table, one module each.

Each module has ``NAME`` (the first part of its items' ids), ``ASKS`` (what a provision must have for it to make an
item) and ``make(rules) -> Iterator[Made]``: items, and for what it had to leave the reason; a slow one whose items of one
regulation rest on no other has ``make_in(rules, regulation)`` instead. Items are practice items, cite their provision with
its present hash, and are remade with every run, so they are never stale; the same fact gives the same id. A model makes
nothing where it has too few good distractors, or where the key shows by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from types import ModuleType
from typing import NamedTuple

from guizhang.consistency import disputed
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.parallel import aside, spread
from guizhang.quiz.material.made import Declined, Made, coinciding, contradicted, unsound
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.soundness import faults, prepare
from guizhang.quiz.models import (
    allowed,
    altered_fact,
    altered_wording,
    approval_match,
    approver,
    article_recall,
    correction,
    fact_choice,
    fact_cloze,
    fact_numeric,
    forbidden_acts,
    graded_case,
    label_recall,
    ladder_case,
    list_match,
    list_point,
    list_recall,
    missing_points,
    never_say,
    next_step,
    penalty_match,
    record_fields,
    required_list,
    responsible,
    situations,
    step_order,
    steps_recall,
    term_match,
    threshold_case,
    true_statement,
    true_statements,
    two_details,
    what_to_do,
    what_to_say,
)

MODELS: Mapping[str, ModuleType] = {
    module.NAME: module
    for module in (
        fact_choice,
        fact_numeric,
        fact_cloze,
        altered_fact,
        threshold_case,
        ladder_case,
        graded_case,
        altered_wording,
        allowed,
        forbidden_acts,
        responsible,
        two_details,
        true_statement,
        true_statements,
        required_list,
        list_point,
        step_order,
        next_step,
        list_match,
        approver,
        approval_match,
        penalty_match,
        term_match,
        record_fields,
        what_to_say,
        never_say,
        list_recall,
        missing_points,
        steps_recall,
        label_recall,
        what_to_do,
        article_recall,
        situations,
        correction,
    )
}
"""Every item model by name."""
_LONG = frozenset(("true-statement", "true-statements", "two-details", "threshold-case", "fact-choice"))
"""Models that take longer than all others together; those with ``make_in`` are shared out."""
_SOUND = frozenset(("true-statement", "true-statements", "two-details", "what-to-say", "never-say"))
"""Models that hold their items to the rules on one item themselves, to try another where one is not sound."""
_SMALL = 100
"""Provisions; below, starting processes takes longer than the work."""


def generate(handbook: Handbook) -> tuple[Item, ...]:
    """Return all items the models make from *handbook*, by model and then in printed order."""
    return tuple(made for _, made in survey(handbook) if isinstance(made, Item))


def survey(handbook: Handbook, names: Collection[str] = MODELS.keys()) -> Iterator[tuple[str, Made]]:
    """Yield (name of the model, item or why there is none) for everything the models *names* looked at."""
    rules = Rules(handbook)
    works = [work for name in names for work in _works(name, rules)]
    small = len(handbook.provisions) < _SMALL
    disputes = aside(lambda: disputed(handbook), small=small)
    if not small:
        rules.prepare()
        prepare(handbook)
    conflicts = disputes()

    def made_by(work: _Work) -> list[Made]:
        return [_screened(made, handbook, conflicts, sound=work.name in _SOUND) for made in work.make()]

    # The longest first, so that none of them is waited for at the end.
    order = sorted(range(len(works)), key=lambda number: works[number].name not in _LONG)
    found = dict(zip(order, spread(lambda turn: made_by(works[order[turn]]), len(works), small=small), strict=True))
    for number, work in enumerate(works):
        yield from ((work.name, made) for made in found[number])


class _Work(NamedTuple):
    """What one process does at a time."""

    name: str
    """Of the model."""
    make: Callable[[], Iterator[Made]]


def _works(name: str, rules: Rules) -> Iterator[_Work]:
    """Yield the work of one model, in the order of its items: all at once, or one regulation after another."""
    make_in = getattr(MODELS[name], "make_in", None)
    if make_in is None:
        yield _Work(name, partial(MODELS[name].make, rules))
        return
    for regulation in rules.handbook.regulations:
        yield _Work(name, partial(make_in, rules, regulation))


def _screened(made: Made, handbook: Handbook, conflicts: Mapping[str, tuple[str, ...]], *, sound: bool) -> Made:
    """Return *made*, or why it cannot stand whatever its model thinks of it; *sound*: the rules on one item were tried."""
    if isinstance(made, Declined):
        return made
    address = made.about
    for cited in made.cites:
        if cited in conflicts:
            return Declined(address, contradicted(cited, conflicts[cited], address))
    twice = coinciding([option.text for option in made.options])
    if twice is not None:
        return Declined(address, twice, made.stem)
    fault = None if sound else next(faults(made, handbook), None)
    return Declined(address, unsound(fault), made.stem) if fault is not None else made
