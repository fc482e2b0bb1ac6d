"""Item models: templates that make bilingual items from what the rules say. A table, one module each.

Each module has ``NAME`` (the first part of its items' ids), ``ASKS`` (what a provision must have for it to make an
item) and ``make(rules) -> Iterator[Made]``: items, and for what it had to leave the reason. Items are practice items,
cite their provision with its present hash, and are remade with every run, so they are never stale; the same fact gives
the same id. A model makes nothing where it has too few good distractors, or where the key shows by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import ModuleType

from guizhang.consistency import disputed
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.text import LANGS
from guizhang.parallel import spread
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
from guizhang.quiz.models.made import COINCIDE, CONTRADICTED, Declined, Made
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.soundness import faults

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
"""Models that take longer than all others together."""
_SOUND = frozenset(("true-statement", "true-statements", "two-details"))
"""Models that hold their items to the rules on one item themselves, to try another where one is not sound."""
_SMALL = 100
"""Provisions; below, starting processes takes longer than the work."""


def generate(handbook: Handbook) -> tuple[Item, ...]:
    """Return all items the models make from *handbook*, by model and then in printed order."""
    return tuple(made for _, made in survey(handbook) if isinstance(made, Item))


def survey(handbook: Handbook, names: Collection[str] = MODELS.keys()) -> Iterator[tuple[str, Made]]:
    """Yield (name of the model, item or why there is none) for everything the models *names* looked at."""
    rules = Rules(handbook)
    contradicted = disputed(handbook)
    chosen = tuple(names)
    # What several models read is found once, before the work is shared out.
    small = len(handbook.provisions) < _SMALL or not rules.falsehoods or not rules.statements

    def made_by(number: int) -> list[Made]:
        name = chosen[number]
        return [_screened(made, handbook, contradicted, sound=name in _SOUND) for made in MODELS[name].make(rules)]

    # The longest first, so that none of them is waited for at the end.
    order = sorted(range(len(chosen)), key=lambda number: chosen[number] not in _LONG)
    found = dict(zip(order, spread(lambda turn: made_by(order[turn]), len(chosen), small=small), strict=True))
    for number, name in enumerate(chosen):
        yield from ((name, made) for made in found[number])


def _screened(made: Made, handbook: Handbook, contradicted: frozenset[str], *, sound: bool) -> Made:
    """Return *made*, or why it cannot stand whatever its model thinks of it; *sound*: the rules on one item were tried."""
    if isinstance(made, Declined):
        return made
    address = next(iter(made.cites))
    if contradicted & set(made.cites):
        return Declined(address, CONTRADICTED)
    for lang in LANGS:
        printed = [text for option in made.options if (text := option.text.get(lang)) is not None]
        if len(set(printed)) < len(printed):
            return Declined(address, COINCIDE)
    fault = None if sound else next(faults(made, handbook), None)
    return Declined(address, fault) if fault is not None else made
