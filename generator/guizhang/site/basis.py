"""What the pages of a document rest on, so that a build that follows another makes only those anew that can differ.

Pages name other documents by title and number, print their figures and list what cites them; they never quote the text
of a rule that stands elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Node, Regulation

_SEEN_ELSEWHERE = attrgetter(*(name for name in Node.model_fields if name not in ("text", "body", "translated_from")))


@dataclass(frozen=True, slots=True)
class Outline:
    """A handbook without the texts of its rules."""

    book: Handbook
    """Without its regulations."""
    regulations: tuple[Regulation, ...]
    """Without their provisions."""
    provisions: tuple[object, ...]
    apart: frozenset[str]
    """The pages of facts that each document has for itself."""

    @classmethod
    def of(cls, book: Handbook, apart: frozenset[str]) -> Outline:
        """Return that of *book*, which is published."""
        return cls(
            replace(book, regulations=()),
            tuple(regulation.model_copy(update={"body": ()}) for regulation in book.regulations),
            tuple(_outline(regulation.body) for regulation in book.regulations),
            apart,
        )


def _outline(nodes: tuple[Node, ...]) -> tuple[Any, ...]:
    return tuple(
        (*_SEEN_ELSEWHERE(node), node.text and (node.text.zh is None, node.text.en is None), _outline(node.body))
        for node in nodes
    )
