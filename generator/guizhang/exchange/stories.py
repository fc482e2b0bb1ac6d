"""Cases typed as text: a story, and the questions below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from guizhang.exchange.draft import Cell, Draft
from guizhang.exchange.numbered import entries, marks
from guizhang.zh.numerals import to_int

_STORY = re.compile(
    r"(?:案例|材料|背景|case)\s*[\d一二三四五六七八九十]*\s*[.．、:：]\s*(.*)", re.IGNORECASE | re.DOTALL
)
_ASKED = re.compile(
    r"(?:问题|小题|问|questions?)\s*(?:([\d一二三四五六七八九十]+)\s*[.．、:：)）]?|[:：])\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)


class Told(NamedTuple):
    """What a line of a case begins: a story, a question, or (as 问题：) only the list of questions."""

    begins: Literal["story", "question", "list"]
    text: str
    number: int | None = None
    """What a question is numbered by; ``None`` where it is not."""


@dataclass
class Telling:
    """Where in a section of cases the reading stands."""

    story: Draft | None = None
    _style: str = ""
    """How the stories are numbered."""
    _asking: bool = False
    """Whether the list of questions has been announced."""

    def read(self, text: str, numbered: str | None, *, counts_on: bool) -> Told | None:
        """Return what a line begins; ``None`` where it goes on with what stands above it.

        Args:
            text: The line.
            numbered: What stands behind the number it begins with; ``None`` where it begins with none.
            counts_on: Whether that number counts a point of the answer above it.
        """
        story, asked = _STORY.fullmatch(text), _ASKED.fullmatch(text)
        if story:
            self._asking = False
            return Told("story", story[1])
        if asked and self.story:
            self._asking = True
            return Told("question", asked[2], to_int(asked[1]) if asked[1] else None) if asked[2] else Told("list", "")
        if counts_on or (numbered is None and self.story):
            return None
        mark = next(marks(text), None) if numbered is not None else None
        style = mark.style if mark else "题" if numbered is not None else ""
        bare = text if numbered is None else numbered.strip()
        if self.story is None or (style and self._style == style and not self._asking):
            self._style, self._asking = style, False
            return Told("story", bare)
        return Told("question", bare, mark.number if mark else None)


def share_out(drafts: Sequence[Draft]) -> None:
    """Give the questions of a case the answers that stand together below the last of them: 答：1. … 2. …."""
    for story in drafts:
        asked = [draft for draft in drafts if draft.case is story]
        answer = asked[-1].cell("answer") if asked else None
        if answer is None or len(asked) < 2 or any(draft.cell("answer") for draft in asked[:-1]):
            continue
        texts = entries(answer.text)
        if len(texts) == len(asked):
            for draft, text in zip(asked, texts, strict=True):
                draft.cells["answer", None] = Cell(text, answer.source, answer.field)
