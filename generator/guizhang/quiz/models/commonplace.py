"""Provisions that hold only good sense: duties and prohibitions without a detail that one would have to have read.

Be polite, keep the place tidy, do not quarrel: good sense answers whatever is asked of them, and the honest number of items
is small. What tells is the text alone, not what the models can make of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from guizhang.model.regulation import Node, Norm
from guizhang.model.text import placeholders
from guizhang.quiz.models.parties import SUPERIOR
from guizhang.quiz.models.rules import Rules

_SENDS_ON = re.compile(r"《[^》]*》(?:的“[^”]*”一条)?|“[^”]*”一条")
"""What is laid down elsewhere."""
_DETAIL = re.compile(r"\d|[一二三四五六七八九十百千两][^，。；]?[次天项个名元分年月日时]|“")
"""A figure, or words in quotation marks."""
_PLAIN = (None, Norm.DUTY, Norm.PROHIBITION, Norm.RECOMMENDATION, Norm.STATEMENT)


def commonplace(rules: Rules) -> frozenset[str]:
    """Return the addresses of the binding provisions that name no figure, approval, party, form, class or words to say."""
    forms = tuple(title for record in rules.handbook.records if (title := record.title.zh))
    return frozenset(
        address for address, place in rules.handbook.binding_provisions() if not _has_detail(place.node, rules, forms)
    )


def _has_detail(node: Node, rules: Rules, forms: Collection[str]) -> bool:
    if node.facts or node.approval is not None or node.norm not in _PLAIN:
        return True
    # What tells is the Chinese text; where there is none, nothing is called plain.
    if node.text is not None and node.text.zh is None:
        return True
    said = _SENDS_ON.sub("", node.text.zh or "") if node.text is not None else ""
    return (
        bool(placeholders(said))
        or _DETAIL.search(said) is not None
        or bool(set(rules.parties.named(said)) - {SUPERIOR})
        or any(form in said for form in forms)
        # What stands under an id of its own is a provision of its own.
        or any(_has_detail(child, rules, forms) for child in node.body if child.id is None)
    )
