"""Running heads and feet: lines that come back page after page, and the numbers of the pages."""

from __future__ import annotations

import re
from itertools import pairwise

from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.letterheads import is_signature
from guizhang.importers.lines.titles import DOCUMENT_HEAD, names_rules, title_score
from guizhang.importers.lines.verdicts import FOOTER, Verdict
from guizhang.zh.folding import Folded
from guizhang.zh.numerals import to_int

_SENTENCE = re.compile(r"[。!?;:]")
_SHORT = 16
_LONG = 90
_NUMBERED = re.compile(
    r"(?P<head>.*?\S)(?P<gap> *第? ?| +(?:page|p\.) ?)(?P<page>\d{1,4})(?P<rest> ?页| ?(?:/|of|共) ?\d{1,4} ?页?)?$",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"第 ?(?P<han>\d{1,4}|[一二三四五六七八九十]{1,3}) ?页(?:[ ,/]*共 ?\S{1,4} ?页)?|\b(?:page|p\.) ?(?:页 ?)?(?P<word>\d{1,4})(?: ?(?:/|of) ?\d{1,4})?"
    r"|(?<![\d/.])(?P<share>\d{1,3}) ?[/|] ?\d{1,3}(?![\d/])|(?<=[ ])[-—–] ?(?P<dash>\d{1,4}) ?[-—–]$",
    re.IGNORECASE,
)
"""A page number that says it is one, wherever in its line it stands."""
_PAGE_ALONE = re.compile(
    r"\W*第 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?页\W*(?:共 ?\d{1,4} ?页)?\W*|\W*(?:page|p\.) ?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?\W*"
    r"|[-—–~] ?\d{1,4} ?[-—–~]|\d{1,3} ?/ ?\d{1,3}",
    re.IGNORECASE,
)
_WIDE = re.compile(r"[ \t\u3000]{2,}")
_APART = 4
"""Blanks that set a number to the other end of its line."""
_PAGE_LINES = 4
"""Lines that stand at least between two feet of pages."""
_HEADING = 40
"""Longest labelled line, in characters, that is only a heading."""
_TITLE = 4
"""Shortest name of a document, in characters."""


def running_lines(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return index of line -> verdict for what a page layout repeats.

    Args:
        view: The folded text.
        lines: Its lines.
        labelled: Indexes of lines that begin like a provision.
    """
    return (
        _same_words(view, lines, labelled)
        | _with_page_number(view, lines)
        | _around_page_number(view, lines)
        | _next_to_page_number(view, lines, labelled)
        | _beside_title(view, lines, labelled)
        | _bare_numbers(view, lines)
    )


def _same_words(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return short lines that come back three times or more and are no label and no sentence.

    What stands over the first label is said there for the first time: the number of the document on its first page.
    """
    first = min(labelled, default=0)
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if not line.blank and index not in labelled and line.end - line.start <= _SHORT:
            places.setdefault(view.text[line.start : line.end], []).append(index)
    return {
        index: Verdict("running-head", 0.65)  # nothing but the words: somebody should look
        for text, found in places.items()
        if len(found) >= 3
        and _is_head(text)
        and not _is_letterhead(view, lines, found)
        and not all(_stands_under_label(view, lines, index, labelled) for index in found)
        for index in (found[1:] if found[0] < first else found)
    }


def _stands_under_label(view: Folded, lines: list[Line], index: int, labelled: set[int]) -> bool:
    """Return whether the line above, blank ones aside, is a short labelled one: Purpose under each 1.0 and 2.0."""
    above = next((line for line in reversed(lines[max(0, index - 3) : index]) if not line.blank), None)
    if above is None or above.number - 1 not in labelled or above.end - above.start > _HEADING:
        return False
    return not ends_sentence(view.text[above.start : above.end])


def _is_letterhead(view: Folded, lines: list[Line], found: list[int]) -> bool:
    """Return whether each of the lines stands over a title or a date: whose rules they are, or who signs them."""
    below = (next((line for line in lines[index + 1 : index + 3] if not line.blank), None) for index in found)
    texts = [view.text[line.start : line.end] if line else "" for line in below]
    return all(title_score(text) >= 2.0 or is_signature(text) or DOCUMENT_HEAD.search(text) for text in texts)


def _is_head(text: str) -> bool:
    # Figures, which a table repeats from row to row, are no head of a page.
    words = len(re.sub(r"[\W\d_]", "", text))
    return (
        words >= 2
        and not _SENTENCE.search(text)
        and not text.startswith("(")
        and not names_rules(text)
        and not is_signature(text)
        and title_score(text) < 1.0
    )


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
            paged = bool(found["rest"]) or bool(found["gap"].strip()) or len(found["gap"]) >= _APART
            apart = paged or found["gap"] != ""
            if apart:
                places.setdefault(found["head"], []).append((index, int(found["page"]), paged))
    verdicts: dict[int, Verdict] = {}
    for rows in places.values():
        counts_up = all(page_b > page_a and b - a >= _PAGE_LINES for (a, page_a, _), (b, page_b, _) in pairwise(rows))
        if counts_up and len(rows) >= (2 if all(paged for *_, paged in rows) else 3):
            verdicts |= {index: Verdict(FOOTER, 0.85) for index, *_ in rows}
    return verdicts


def _around_page_number(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return lines with a page number anywhere in them that are the same but for it, or else repeat the line of a title.

    Twice the same words around numbers that count up are a running head; so is one page number behind a title.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        if not 6 <= line.end - line.start <= _LONG:
            continue
        found = _TOKEN.search(view.text, line.start, line.end)
        number = to_int(found[found.lastgroup]) if found and found.lastgroup else None
        if found and number is not None:
            around = view.text[line.start : found.start()] + " " + view.text[found.end() : line.end]
            words = " ".join(around.split())
            if len(re.sub(r"[\W\d]", "", words)) >= 3 and not re.search(r"[。!?;]", words):
                places.setdefault(words, []).append((index, number))
    if not places:
        return {}
    paged = {index for rows in places.values() for index, _ in rows}
    titles = {
        view.text[line.start : line.end][:_LONG].lower()
        for index, line in enumerate(lines)
        if index not in paged and line.end - line.start >= _TITLE
    }
    verdicts: dict[int, Verdict] = {}
    for words, rows in places.items():
        counts_up = all(m > n and b - a >= _PAGE_LINES for (a, n), (b, m) in pairwise(rows))
        named = len(words) >= _TITLE and any(title.startswith(words.lower()) for title in titles)
        if counts_up and (len(rows) >= 2 or named):
            verdicts |= {index: Verdict(FOOTER, 0.85) for index, _ in rows}
    return verdicts


def _next_to_page_number(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return lines that come back next to a line with nothing but a page number.

    The first too where a title of its own follows, or where a page number stands beside it in the middle of the rules.
    """
    filled = [line for line in lines if not line.blank]
    texts = [view.text[line.start : line.end] for line in filled]
    numbers = [_is_page_number(text) for text in texts]
    first = min(labelled, default=len(lines))
    places: dict[str, list[int]] = {}
    for place, (line, text) in enumerate(zip(filled, texts, strict=True)):
        if line.number - 1 not in labelled and _TITLE <= len(text) <= _LONG and not _SENTENCE.search(text.strip(":")):
            places.setdefault(text, []).append(place)
    verdicts: dict[int, Verdict] = {}
    for found in places.values():
        beside = [place for place in found if any(numbers[max(0, place - 1) : place + 2])]
        if len(beside) < 2 or len(beside) < len(found) - 1:
            continue
        titled = any(title_score(text) >= 2.0 for text in texts[found[0] + 1 : found[0] + 3])
        within = len(beside) == len(found) and filled[found[0]].number - 1 > first
        verdicts |= {
            filled[place].number - 1: Verdict("running-head", 0.8)
            for place in found
            if place > found[0] or titled or within
        }
    return verdicts


def _is_page_number(text: str) -> bool:
    return len(text) <= _SHORT and _PAGE_ALONE.fullmatch(text) is not None


def _beside_title(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return lines of names set apart by wide blanks, one of which is a title that stands further up on a line of its own."""
    seen: set[str] = set()
    verdicts: dict[int, Verdict] = {}
    alone = {view.text[line.start : line.end] for line in lines if _TITLE <= line.end - line.start <= _LONG}
    for index, line in enumerate(lines):
        text = view.text[line.start : line.end]
        if not _TITLE <= len(text) <= _LONG:
            continue
        names = text.split(" ")
        if len(names) >= 2 and all(name in alone and title_score(name) >= 2.0 for name in names):
            verdicts[index] = Verdict(FOOTER, 0.7)  # the titles of what the page holds, in a row
            continue
        names = _WIDE.split(text)
        if len(names) >= 2 and index not in labelled and not _SENTENCE.search(text) and seen.intersection(names):
            verdicts[index] = Verdict(FOOTER, 0.75)
        elif len(names) == 1 and title_score(text) >= 2.0:
            seen.add(text)
    return verdicts


def _bare_numbers(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return bare numbers on lines of their own that count up through the file at page distance; two where these are all."""
    found = [
        (index, int(view.text[line.start : line.end]))
        for index, line in enumerate(lines)
        if 0 < line.end - line.start <= 3 and view.text[line.start : line.end].isdecimal()
    ]
    pages: set[int] = set()
    for (a, page_a), (b, page_b) in pairwise(found):
        if page_b == page_a + 1 and b - a >= 12:
            pages |= {a, b}
    enough = len(pages) >= 3 or (len(pages) == len(found) and found[:1] != [] and found[0][1] == 1)
    return {index: Verdict(FOOTER, 0.8) for index in pages} if enough else {}
