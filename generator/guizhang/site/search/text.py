"""The folded text of a document: what is verified and looked at once a document is loaded. docs/search.md 6.2."""

from __future__ import annotations

import re

from guizhang.site.search.fold import HAN, fold, stem, words
from guizhang.site.search.index import Shown
from guizhang.site.search.merge import is_word
from guizhang.site.search.variants import Variant

_LOOSE = re.compile(rf"(?<=\d)(?=[{HAN}])|(?<=[{HAN}])(?=\d)")


class Text:
    """The text of one document."""

    def __init__(self, shown: Shown) -> None:
        """Fold what is shown."""
        self.names = _lines(shown.title_zh, shown.title_en, shown.names)
        self.body = fold(f"{shown.body_zh}\n{shown.body_en}")
        above = _lines(shown.heading_zh, shown.heading_en, shown.others, shown.label_zh, shown.label_en)
        self.lines = [*self.names, *above, *self.body.split("\n")]
        self._whole = "\n".join(self.lines)

    def verifies(self, variant: Variant) -> bool:
        """Tell whether the literal of *variant* stands in the text."""
        return not variant.literal or stands(variant.literal, self._whole)


def has(variant: Variant, line: str) -> bool:
    """Tell whether *variant* stands in one folded line."""
    if variant.literal:
        return stands(variant.literal, line)
    return has_terms(variant.terms, line)


def has_terms(terms: tuple[str, ...], line: str) -> bool:
    """Tell whether every term stands in one folded line: words by their stems."""
    stems = frozenset(map(stem, words(line)))
    return bool(terms) and all(term in (stems if is_word(term) else line) for term in terms)


def stands(literal: str, folded: str) -> bool:
    """Tell whether *literal* stands in a folded text; a blank may part a digit from a Han character."""
    if literal in folded:
        return True
    pieces = _LOOSE.split(literal)
    return len(pieces) > 1 and re.search(" ?".join(map(re.escape, pieces)), folded) is not None


def _lines(*fields: str) -> list[str]:
    return [line for line in fold("\n".join(fields)).split("\n") if line]
