"""Quality rules on items, one module each, whose docstring is its help page; they look at an item as a candidate reads it.

The rules are those of Haladyna, Downing & Rodriguez (2002), "A review of multiple-choice item-writing guidelines for
classroom assessment", that a machine can check, for Chinese and for English. Thresholds have their reason beside them and
are not fitted to any bank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from guizhang.consistency.statements import statements
from guizhang.diagnostics import GuizhangError
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.text import LANGS
from guizhang.parallel import spread
from guizhang.quality import (
    absolutes,
    all_none,
    answered_by_another,
    article_cue,
    clang,
    cloze_gaps,
    dangling,
    digit_cue,
    double_negative,
    key_count,
    key_figure,
    key_positions,
    length_cue,
    matching_form,
    measure_word,
    numeric_unit,
    option_count,
    option_form,
    option_kind,
    option_order,
    option_overlap,
    plain_negative,
    same_option,
    stem_asks_nothing,
    true_false_balance,
    two_right,
    unit_cue,
    vague_statement,
    wording_cue,
)
from guizhang.quality.rulebook import Rulebook
from guizhang.quality.view import Finding, views

ITEM_RULES = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        key_count,
        option_count,
        same_option,
        option_overlap,
        option_kind,
        option_form,
        option_order,
        all_none,
        plain_negative,
        double_negative,
        length_cue,
        wording_cue,
        measure_word,
        article_cue,
        unit_cue,
        digit_cue,
        absolutes,
        stem_asks_nothing,
        dangling,
        clang,
        two_right,
        vague_statement,
        cloze_gaps,
        numeric_unit,
        matching_form,
        key_figure,
    )
}
"""Rules on one item in one language, by name."""

BANK_RULES = {
    module.__name__.rpartition(".")[2]: module for module in (answered_by_another, key_positions, true_false_balance)
}
"""Rules on all items together, by name."""

_HERE, _CALLS = 24, 60
"""Items looked at before others are shared out, and how many a worker looks at before it is replaced."""


class Lint(NamedTuple):
    """What a rule says of an item."""

    rule: str
    code: str
    item: Item
    finding: Finding


def lint(items: Iterable[Item], handbook: Handbook) -> Iterator[Lint]:
    """Yield what the rules say of *items*, by item, then what they say of all together."""
    items = list(items)
    said = list(statements(handbook)) if items else ()
    rules = {lang: Rulebook(s for s in said if s.lang == lang) for lang in LANGS}

    def said_of(number: int) -> list[tuple[str, Finding]]:
        return [
            (name, finding)
            for view in views(items[number], handbook, rules)
            for name, rule in ITEM_RULES.items()
            for finding in rule.check(view)
        ]

    # The first few have the rules read their word lists and patterns, which the processes for the others then share.
    here = min(len(items), _HERE)
    rest = len(items) - here
    there = spread(lambda number: said_of(here + number), rest, small=rest < _HERE, calls=_CALLS)
    for item, found in zip(items, chain(map(said_of, range(here)), there), strict=True):
        for name, finding in found:
            yield Lint(name, ITEM_RULES[name].CODE, item, finding)
    read = [view for item in items for view in views(item, handbook, rules)]
    for name, bank_rule in BANK_RULES.items():
        for view, finding in bank_rule.check(read):
            yield Lint(name, bank_rule.CODE, view.item, finding)


class UnknownRule(GuizhangError):
    """There is no rule of that name or code."""


def rule_page(name: str) -> str:
    """Return the help page of a rule, by its name or code.

    Raises:
        UnknownRule: there is none; the message lists those there are.
    """
    rules = {**ITEM_RULES, **BANK_RULES}
    for key, rule in rules.items():
        if name in (key, rule.CODE):
            return f"{rule.CODE} {key}\n\n{(rule.__doc__ or '').strip()}"
    known = ", ".join(f"{rule.CODE} {key}" for key, rule in rules.items())
    raise UnknownRule(f"no rule {name!r}; there are: {known}")
