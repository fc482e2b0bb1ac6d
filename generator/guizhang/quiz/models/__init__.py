"""Item models: templates that make bilingual items from what the rules say. A table, one module each.

Each module has ``NAME`` (the first part of its items' ids) and ``make(handbook) -> Iterator[Item]``. Items are practice
items, cite their provision with its present hash, and are remade with every run, so they are never stale; the same fact
gives the same id. A model makes nothing where it has too few good distractors, or where the key shows by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.quiz.models import (
    altered_fact,
    approver,
    fact_choice,
    fact_numeric,
    never_say,
    required_list,
    step_order,
    what_to_say,
)

MODELS: Mapping[str, Callable[[Handbook], Iterator[Item]]] = {
    module.NAME: module.make
    for module in (
        fact_choice,
        fact_numeric,
        altered_fact,
        required_list,
        step_order,
        approver,
        what_to_say,
        never_say,
    )
}
"""Every item model by name."""


def generate(handbook: Handbook) -> tuple[Item, ...]:
    """Return all items the models make from *handbook*, by model and then in printed order."""
    return tuple(item for make in MODELS.values() for item in make(handbook))
