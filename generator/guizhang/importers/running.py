"""Running heads and feet: lines that come back page after page, and the numbers of the pages."""

from __future__ import annotations

import re
from itertools import pairwise

from guizhang.importers.lines import Line
from guizhang.importers.titles import title_score
from guizhang.importers.votes import FOOTER, Verdict
from guizhang.zh.folding import Folded

_SENTENCE = re.compile(r"[。!?;:]")
_SHORT = 16
_LONG = 90
_NUMBERED = re.compile(
    r"(?P<head>.*?\S)(?P<gap> *第? ?| +(?:page|p\.) ?)(?P<page>\d{1,4})(?P<rest> ?页| ?(?:/|of|共) ?\d{1,4} ?页?)?$",
    re.IGNORECASE,
)
_PAGE_LINES = 4
"""Lines that stand at least between two feet of pages."""


def running_lines(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return index of line -> verdict for what a page layout repeats.

    Args:
        view: The folded text.
        lines: Its lines.
        labelled: Indexes of lines that begin like a provision.
    """
    return _same_words(view, lines, labelled) | _with_page_number(view, lines) | _bare_numbers(view, lines)


def _same_words(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return short lines that come back three times or more and are no label and no sentence."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if not line.blank and index not in labelled and line.end - line.start <= _SHORT:
            places.setdefault(view.text[line.start : line.end], []).append(index)
    return {
        index: Verdict("running-head", 0.7)
        for text, found in places.items()
        if len(found) >= 3 and not _SENTENCE.search(text) and not text.startswith("(") and title_score(text) < 1.0
        for index in found
    }


def _with_page_number(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return lines that are the same but for a number at their end, which counts up through the file."""
    places: dict[str, list[tuple[int, int, bool]]] = {}
    for index, line in enumerate(lines):
        if not 6 <= line.end - line.start <= _LONG or (
            not view.text[line.end - 1 : line.end].strip("页)").isdigit() and view.text[line.end - 1] != "页"
        ):
            continue
        text = view.text[line.start : line.end]
        found = _NUMBERED.fullmatch(text)
        if found and not _SENTENCE.search(found["head"]) and len(re.sub(r"[\W\d]", "", found["head"])) >= 3:
            paged = bool(found["rest"]) or bool(found["gap"].strip())
            apart = paged or found["gap"] != ""
            if apart:
                places.setdefault(found["head"], []).append((index, int(found["page"]), paged))
    verdicts: dict[int, Verdict] = {}
    for rows in places.values():
        counts_up = all(page_b > page_a and b - a >= _PAGE_LINES for (a, page_a, _), (b, page_b, _) in pairwise(rows))
        if counts_up and len(rows) >= (2 if all(paged for *_, paged in rows) else 3):
            verdicts |= {index: Verdict(FOOTER, 0.85) for index, *_ in rows}
    return verdicts


def _bare_numbers(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return bare numbers on lines of their own that count up through the file at page distance."""
    found = [
        (index, int(view.text[line.start : line.end]))
        for index, line in enumerate(lines)
        if 0 < line.end - line.start <= 3 and view.text[line.start : line.end].isdecimal()
    ]
    pages: set[int] = set()
    for (a, page_a), (b, page_b) in pairwise(found):
        if page_b == page_a + 1 and b - a >= 12:
            pages |= {a, b}
    return {index: Verdict(FOOTER, 0.8) for index in pages} if len(pages) >= 3 else {}
