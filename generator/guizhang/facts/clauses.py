"""Clauses of a provision's text: sentences, with what they quote hidden, since a phrase to say is no norm of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guizhang.zh.folding import Folded, fold

HIDDEN = "\ue000"
"""Stands for each character of a quotation in the view."""

# ASCII quotes close what Chinese ones opened in damaged files: “这与我无关".
QUOTED = re.compile(r"“[^“”\"\n]{0,120}[”\"]|「[^」\n]{0,120}」|『[^』\n]{0,120}』|‘[^‘’\n]{0,80}’|\"[^\"\n]{2,80}\"")
# A point behind an amount ends a sentence; behind a short bare number it may belong to a label: 2. Rinse.
_AMOUNT_BEFORE = r"(?:(?<=[$€£¥]\d)|(?<=[$€£¥]\d\d)|(?<=\d{3})|(?<=[:,]\d\d)|(?<=[$€£¥\d]\d\.\d\d)|(?<=%))"
# See Section 4.1. Each member…: the number ends what is said, since no label stands in the middle of a sentence.
_CITED_BEFORE = "|".join(
    rf"(?<=[a-z] {word} {number})"
    for word in ("Section", "Article", "Clause", "Rule", "Paragraph")
    for number in (r"\d", r"\d\d", r"\d\.\d", r"\d\.\d\d", "[IVX]", "[IVX]{2}", "[IVX]{3}")
)
# Paid by April 1. If…, before 7:30 AM. The…: so does a day of a month, or half of the day.
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
).split("|")
_DATED = "|".join(rf"(?<=\b{month} {day}\.)" for month in _MONTHS for day in (r"\d", r"\d\d"))
_END = re.compile(
    rf"[。!?;…]+[”』」)]*|\n+|(?:(?<=[a-z)])|(?<=[A-Z][A-Z][A-Z])|(?<=[{HIDDEN}a-z]”))\."
    rf"(?= +(?:[A-Z“$€£]|\d(?:st|nd|rd|th) )|\s*$)|{_AMOUNT_BEFORE}\.(?= +[A-Z“])"
    rf"|(?:{_CITED_BEFORE})\.(?= +[A-Z][a-z])"
    rf"|\.(?:{_DATED}|(?<=[\d ][AP]M\.))(?= +[A-Z][a-z]| +[AI] )"
)
_TURN = re.compile(
    r"^\s*(?:客服|客户|顾客|业主|来宾|前台|秘书|接待|员工|导购|店员|主管|甲|乙|A|B|C|问|答|Q) ?: ?"
    r"(?=您|你|请|我|好的|喂|谢谢|对不起|抱歉|不好意思|是的|没关系|\ue000)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or list item."""

    start: int
    """Offset in the text as given."""
    text: str
    """As printed, without blanks around it."""
    view: str
    """Folded, with quotations hidden sign for sign."""
    turn: bool
    """A line of a dialogue: what somebody says, not what a rule says."""


@lru_cache(maxsize=4096)
def folded(text: str) -> Folded:
    """Return the folded view of a provision's text; every layer reads it, so the last few thousand are kept."""
    return fold(text)


@lru_cache(maxsize=4096)
def split_clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of *text* in order; nothing but punctuation is left out."""
    return tuple(_split(folded(text)))


def _split(shown: Folded) -> Iterator[Clause]:
    view = QUOTED.sub(lambda m: m.group()[0] + HIDDEN * (len(m.group()) - 2) + "”", shown.text)
    place = 0
    for stop in [*(m.end() for m in _END.finditer(view)), len(view)]:
        part = view[place:stop]
        body = part.strip()
        if any(c.isalnum() or c == HIDDEN for c in body):
            start = place + len(part) - len(part.lstrip())
            yield Clause(
                shown.origin(start), shown.printed(start, start + len(body)), body, _TURN.match(body) is not None
            )
        place = stop
