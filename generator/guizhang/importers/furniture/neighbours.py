"""What the lines around a line say of it being furniture: items of one list stay or go together, and links stand among links.

A line goes for its own words only where these are unmistakable; half that is enough next to furniture, or behind the last rule
of a document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guizhang.importers.documents.head_signs import is_first
from guizhang.importers.furniture.page_words import page_talk
from guizhang.importers.lines.bylines import is_byline
from guizhang.importers.lines.cells import with_tabs
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.item_lists import by_lists
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import is_signature
from guizhang.importers.lines.sayings import (
    LINKED,
    OWN,
    PROSE,
    is_long,
    is_name,
    is_prose,
    is_sentence,
    is_title,
    says_rule,
    says_something,
)
from guizhang.importers.lines.titles import title_score
from guizhang.importers.lines.verdicts import ADVERT, CHROME, COMMENTS, DOWNLOAD, LINKS, PREFACE, TEASER, Verdict
from guizhang.zh.folding import Folded

THRESHOLD = 2.0
"""What the words of a line have to say at least for it to go."""
_LEANING = 1.2
"""The same next to furniture."""
_CLOSING = 0.5
"""What it is worth that nothing follows a line before the next document but lines like it."""
_HEADS = 2.5
"""What it is worth against that a line stands between rules as a heading does."""
_AMONG = 1.0
"""The same of a sentence among rules."""
_HEADING = re.compile(r"[一-鿿、]{2,12}|[A-Z][A-Za-z' ]{2,30}")
_BROKEN = 7
"""A shorter line with a label has nothing else."""
_FULL = 24
"""Shortest line that may be one half of a sentence."""
_GAP = re.compile(r" {3,}|\t")
"""What parts the columns of an English table."""
_LONG = 120
"""Longest sentence of a page among its links."""
_SEVERAL = 2
_ROW = 3
"""Fewest lines one below the other that say nothing."""
_OFFERS = frozenset((DOWNLOAD, TEASER, PREFACE, ADVERT, LINKS))
_PAGES = frozenset((CHROME, DOWNLOAD, LINKS, TEASER, PREFACE, ADVERT, COMMENTS))


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """What the words of a line say for its being furniture, less what they say against it."""

    net: float
    reason: str


NOTHING = Weight(0.0, "")


def judge_together(
    view: Folded, lines: list[Line], marks: list[Mark], weights: dict[int, Weight]
) -> dict[int, Verdict]:
    """Return index of line -> verdict.

    Args:
        view: The folded text.
        lines: Its lines.
        marks: Its marks.
        weights: Index of line -> what its own words say, where that is anything.
    """
    # A bare number may count what a page has: 2 Child pages.
    labels = {
        mark.line: mark
        for mark in reversed(marks)
        if mark.at_start and (mark.labels[0].variant or mark.line not in weights)
    }
    filled = [index for index, line in enumerate(lines) if not line.blank]
    closing = _closing(view, lines, filled, labels, weights)
    weights = _among_rules(view, lines, filled, labels, weights)
    net = {index: weight.net + _CLOSING * (index in closing) for index, weight in weights.items()}
    going = {index for index, value in net.items() if value >= THRESHOLD}
    stay, more = by_lists(view, lines, filled, labels, going)
    going = (going | more) - stay
    weights |= dict.fromkeys(more, Weight(THRESHOLD, CHROME))
    net |= dict.fromkeys(more, THRESHOLD)
    pages = {index for index in going if weights[index].reason in _PAGES}
    for order in (filled, filled[::-1]):
        above: int | None = None
        for index in order:
            leans = index in weights and weights[index].net >= _LEANING and index not in labels
            if leans and above in pages and not is_sentence(view.text[lines[index].start : lines[index].end]):
                going.add(index)
                pages.add(index)
            above = index
    return {index: Verdict(weights[index].reason, min(0.99, 0.5 + net[index] / 8)) for index in going}


def _among_rules(
    view: Folded, lines: list[Line], filled: list[int], labels: dict[int, Mark], weights: dict[int, Weight]
) -> dict[int, Weight]:
    """Return the weights, lowered where a line stands among rules.

    A heading, 登录与注册, has rules that begin below it; a sentence has rules above and below, and nothing of a page's beside it.
    """
    found = dict(weights)
    for above, index, below in zip(filled, filled[1:], filled[2:], strict=False):
        weight = weights.get(index)
        if weight is None or index in labels:
            continue
        over, text, under = (view.text[lines[i].start : lines[i].end] for i in (above, index, below))
        ended = above in labels or is_prose(over)
        # What a page counts and prints at its edges is said nowhere else; what it offers, rules speak of too.
        alone = ended and above not in weights and below not in weights and weight.reason in _OFFERS
        if alone and is_sentence(text) and (below in labels or is_prose(under)):
            found[index] = Weight(weight.net - _AMONG, weight.reason)
        if weight.reason not in (CHROME, DOWNLOAD, TEASER):
            continue
        rules = is_first(labels[below]) if below in labels else below not in weights and is_prose(under)
        # Names of other texts may be counted: 1.门卫制度.
        begins = rules and (weight.reason != TEASER or is_sentence(under))
        if ended and begins and _HEADING.fullmatch(text):
            found[index] = Weight(weight.net - _HEADS, weight.reason)
    return found


def _closing(
    view: Folded, lines: list[Line], filled: list[int], labels: dict[int, Mark], weights: dict[int, Weight]
) -> set[int]:
    """Return the lines behind the last rule of a document: no label and no text stands between them and a title, or the end."""
    found: set[int] = set()
    behind = True
    for index in reversed(filled):
        text = view.text[lines[index].start : lines[index].end]
        if title_score(text) >= THRESHOLD:
            behind = True
        elif index in labels or (index not in weights and len(text) >= PROSE and ends_sentence(text)):
            behind = False
        elif behind and not is_sentence(text):
            found.add(index)
    return found


def judge_between(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]
) -> dict[int, Verdict]:
    """Return further verdicts: what stands behind a page's own lines, once a document has ended, up to the next title or the end.

    Reads: view, lines, marks, verdicts. Writes: verdicts. Stands behind all other votes, since these lines say nothing
    themselves: names of the site, of its columns and of other texts.
    """
    texts = {index: with_tabs(view, line.start, line.end) for index, line in enumerate(lines) if not line.blank}
    labels = {
        mark.line: mark
        for mark in reversed(marks)
        if mark.line not in verdicts and (mark.at_start or is_glued(view, lines, mark))
    }
    found: dict[int, Verdict] = {}
    rules = sorted(labels)
    stops: list[int | None] = [*rules[1:], None]
    paged = sum(verdict.reason in _PAGES for verdict in verdicts.values()) >= _SEVERAL
    filled = sorted(texts)
    for label, stop in zip(rules, stops, strict=False):
        zone = filled[bisect_right(filled, label) : None if stop is None else bisect_left(filled, stop)]
        pages = {index for index in zone if index in verdicts and verdicts[index].reason in _PAGES}
        if not pages and (not paged or stop is None):
            continue
        end = _end(zone, texts, verdicts, stop, labels)
        begin = next((place for place, index in enumerate(zone) if index in pages), end)
        if stop is None or any(is_title(texts[index]) for index in zone[end : end + 1]):
            begin = min(begin, _begin(zone[:begin], texts, verdicts, label))
        begin -= _is_heading_of(zone, begin, texts, verdicts)
        going = _behind(zone[begin:end], texts, verdicts, pages)
        found |= dict.fromkeys(going, Verdict(CHROME, 0.6))
    return found


def _begin(zone: list[int], texts: dict[int, str], verdicts: dict[int, Verdict], label: int) -> int:
    """Return the place of the first of several lines, one below the other, that say nothing a document would say at its end.

    Args:
        zone: The lines behind the last rule, up to the first of the page's own.
        texts: Index of line -> text.
        verdicts: What is furniture.
        label: Index of the line of the last rule.
    """
    row, rule = 0, texts[label]
    listing = rule.endswith(":")
    for place, index in enumerate(zone):
        text = texts[index]
        # The rest of a sentence that is broken off at the margin, or all of one whose number has a line of its own.
        open_end = index == label + 1 and not ends_sentence(rule) and (len(rule) < _BROKEN or len(rule) >= _FULL)
        beside = [texts[other] for other in zone[max(0, place - 1) : place + 2] if other != index]
        listing = listing or (text.endswith(":") and not page_talk(text))
        own = (
            open_end
            or listing
            or says_something(text)
            or any(_columns(text) == _columns(other) > 1 for other in beside)
        )
        signed = any(is_signature(texts[below]) for below in zone[place + 1 : place + 2])
        row = 0 if own or signed or index in verdicts else row + 1
        if row == _ROW:
            return place + 1 - _ROW
    return len(zone)


def _is_heading_of(zone: list[int], begin: int, texts: dict[int, str], verdicts: dict[int, Verdict]) -> bool:
    """Return whether the line over the page's own is the heading of these, sentences one below the other: 温馨提示 over what a site promises."""
    under = [index for index in zone[begin : begin + 2] if index in verdicts]
    if begin == 0 or len(under) < _SEVERAL or not all(ends_sentence(texts[index]) for index in under):
        return False
    text = texts[zone[begin - 1]]
    return zone[begin - 1] not in verdicts and _HEADING.fullmatch(text) is not None and not OWN.search(text)


def _columns(text: str) -> int:
    """Return how many columns a line has as the row of a table; blanks between English words make none."""
    if "|" in text:
        return text.count("|") + 1
    return len(text.split() if has_han(text) else _GAP.split(text))


def _end(
    zone: list[int], texts: dict[int, str], verdicts: dict[int, Verdict], stop: int | None, labels: dict[int, Mark]
) -> int:
    """Return the place in the zone at which the next document may begin; where rules go on below, the last line of the page's own."""
    said = [place for place, index in enumerate(zone) if index not in verdicts and says_rule(texts[index])]
    titles = [place for place, index in enumerate(zone) if index not in verdicts and is_title(texts[index])]
    bylines = [place for place, index in enumerate(zone) if index in verdicts and is_byline(texts[index])]
    entry = next((at for place in bylines for at in (place - 1, place + 1) if at in titles), None)
    if entry is not None:
        return entry
    if stop is None:
        # Sentences one below the other are a document without numbers.
        first = next((a for a, b in pairwise(said) if b == a + 1), None)
        over = [place for place in titles if first is not None and place < first]
        if first is None:
            return len(zone)
        return over[-1] if over else first - (first > 0 and zone[first - 1] not in verdicts)
    if titles and set(labels[stop].labels[0].path) <= {1}:
        # A title may be said twice, with the page's own lines between.
        first = next((place for place, index in enumerate(zone) if index in verdicts), 0)
        return next((place for place in titles if place > first), titles[-1])
    last = max((place for place, index in enumerate(zone) if index in verdicts), default=-1) + 1
    if set(labels[stop].labels[0].path) <= {1}:
        # Rules begin anew there: what stands last over them and says nothing may be their title, whatever its words.
        names = [place for place, index in enumerate(zone) if index not in verdicts and is_name(texts[index])]
        while len(names) > 1 and names[-2] == names[-1] - 1:
            names.pop()
        last = min([last, *names[-1:]])
    return last


def _behind(rows: list[int], texts: dict[int, str], verdicts: dict[int, Verdict], pages: set[int]) -> Iterator[int]:
    """Yield the lines, from the first of a page's own on, that go with it."""
    many = len(pages.intersection(rows)) >= _SEVERAL
    rows = [index for index in rows if index in pages or index not in verdicts]
    gone = False
    for place, index in enumerate(rows):
        text = texts[index]
        if index in pages:
            gone = True
        elif is_signature(text):
            gone = False
        elif says_rule(text):
            # One sentence among links is a page's as well.
            gone = gone and rows[place + 1 : place + 2] != [] and rows[place + 1] in pages and len(text) <= _LONG
            if gone:
                yield index
        elif not is_long(text) or LINKED.search(text):
            signed = any(is_signature(texts[below]) for below in rows[place + 1 : place + 2])
            among = many and gone and not signed
            gone = among or not OWN.search(text)
            if gone:
                yield index


def is_glued(view: Folded, lines: list[Line], mark: Mark) -> bool:
    """Return whether the first label of a list stands behind a title in its line."""
    return is_first(mark) and is_title(view.text[lines[mark.line].start : mark.first].rstrip())
