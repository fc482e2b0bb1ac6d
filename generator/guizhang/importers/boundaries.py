"""Where one document ends and the next begins, in a file that holds several pasted together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guizhang.importers.head_signs import Page, block_above, leads_in
from guizhang.importers.labels import Family
from guizhang.importers.lattice import Mark
from guizhang.importers.lines import DRAWN, Line, ends_sentence
from guizhang.importers.segments import cut
from guizhang.importers.signs import Start
from guizhang.importers.titles import DOCUMENT_HEAD, is_promise, title_score
from guizhang.importers.verdicts import Verdict
from guizhang.zh.folding import Folded

_LONG_LINE = 60
_TITLE = 2.0
_PREFACE = 15
"""Lines before a first title that are more than a preface."""
_SENTENCE = 15
_DOUBT = 0.2
"""Share of a line that may begin a document after all, from which on somebody should look."""
_TAB = "\t"


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines of one document."""

    first: int
    """Index of its first line."""
    last: int
    """Index of its last line, blank ones not counted."""
    title: int | None
    """Index of its title's line; only a version block (文件编号：…) may stand before it."""
    confidence: float
    counted: bool = False
    """Whether its title has its number in a series of documents, which is no label: 管理制度(二)食堂制度."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line with which another document may begin, after all."""

    line: int
    """Its index."""
    sure: float
    """How sure it is that none does."""


def find_documents(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict], headings: dict[int, int]
) -> tuple[list[Extent], list[Doubt]]:
    """Return the documents in order, together every line from the first title on, and where another may begin.

    Reads: view, lines, marks, verdicts, headings. Writes: extents. Stands before chains, because numbers start anew
    with each document.
    """
    body = [i for i, line in enumerate(lines) if not line.blank and i not in verdicts]
    if not body:
        return [], []
    page = _page(view, lines, body, marks, verdicts, headings)
    found = cut(page)
    starts: list[tuple[int, Start | None, float]] = [
        (segment.start.position, segment.start, segment.share) for segment in found.segments
    ]
    before = _content_before(found.segments[0].start, page)
    if before == "rules":
        starts.insert(0, (0, None, 1.0))
    firsts = [position - _lead(page, start) for position, start, _ in starts]
    # What belongs to the title below begins no document.
    kept = [i for i, (position, *_) in enumerate(starts) if i + 1 == len(starts) or firsts[i + 1] > position]
    starts, firsts = [starts[i] for i in kept], [firsts[i] for i in kept]
    firsts[0] = _head(page, starts[0][1], firsts[0], before)
    stops = [*firsts[1:], len(body)]
    extents = [
        Extent(
            body[first],
            body[stop - 1],
            body[position] if start is not None and start.titled else None,
            share if number else 1.0,
            start is not None and "counted" in start.signs,
        )
        for number, ((position, start, share), first, stop) in enumerate(zip(starts, firsts, stops, strict=True))
        if stop > position
    ]
    return extents, [Doubt(body[one.start.position], 1 - one.share) for one in found.others if one.share > _DOUBT]


def _lead(page: Page, start: Start | None) -> int:
    """Return how many lines over a title belong to it: its number and version, 附件1, whose rules they are, 制度二."""
    if start is None or not start.position:
        return 0
    position = start.position
    above, text = page.marks[position - 1], page.texts[position - 1]
    labelled = above is not None and above.at_start
    annex = labelled and "annex" in start.signs and above is not None and above.labels[0].family is Family.ATTACHMENT
    return block_above(page, position) or int(annex or leads_in(text) or _names_owner(page, position))


def _names_owner(page: Page, title: int) -> bool:
    """Return whether the first line of all stands directly over the first title and is none itself: whose rules they are."""
    name = page.texts[0]
    adjacent = title == 1 and page.marks[0] is None and not page.apart[1]
    return adjacent and 0 < title_score(name) < _TITLE and not name.startswith("关于") and not is_promise(name)


def _head(page: Page, start: Start | None, first: int, before: str) -> int:
    """Return the first line of the first document: words that lead to it, its number and version, whose rules they are."""
    if start is None or before == "words":
        return 0
    title = start.position
    over = (
        i
        for i, text in enumerate(page.texts[:title])
        if DOCUMENT_HEAD.search(text) and not ("counted" in start.signs and any(page.apart[i + 1 : title + 1]))
    )
    return min(next(over, title), first)


def _has_tab(view: Folded, line: Line) -> bool:
    return _TAB in view.printed(line.start, line.end)


def _page(
    view: Folded,
    lines: list[Line],
    body: list[int],
    marks: list[Mark],
    verdicts: dict[int, Verdict],
    headings: dict[int, int],
) -> Page:
    first: dict[int, Mark] = {}
    for mark in marks:
        plausible = mark.prior > (-2.9 if mark.at_start or mark.strong else -2.0)
        if plausible and mark.line not in first:
            first[mark.line] = mark
    before = [body[0] - 1, *body]
    top = min(headings.values(), default=0)
    tabs = _TAB in view.source
    rules = next((i for i in body if i in first and first[i].at_start), body[-1])
    return Page(
        tuple(lines[i] for i in body),
        [view.text[lines[i].start : lines[i].end] for i in body],
        [first.get(i) for i in body],
        [any(gap in verdicts for gap in range(above + 1, i)) for above, i in zip(before, body, strict=False)],
        [headings.get(i + 1) == top for i in body],
        [tabs and lines[i].end - lines[i].start <= _LONG_LINE and _has_tab(view, lines[i]) for i in body],
        [
            any(DRAWN.fullmatch(view.text, line.start, line.end) for line in lines[above + 1 : i])
            for above, i in zip(before, body, strict=False)
        ],
        tuple(view.text[line.start : line.end] for line in lines[:rules] if not line.blank),
    )


def _ruled(marks: list[Mark | None]) -> bool:
    """Return whether a label with a sign begins one of the lines; a bare figure may begin any."""
    return any(mark is not None and mark.at_start and mark.labels[0].variant for mark in marks)


def _content_before(start: Start, page: Page) -> Literal["rules", "words", ""]:
    """Return what stands before the first title: rules are a document of their own, words lead to the one below.

    Before a series they are the preface of who collected it.
    """
    counted = "counted" in start.signs
    if start.position and not counted and (_ruled(page.marks[: start.position]) or start.position > _PREFACE):
        return "rules"
    before = page.texts[: start.position]
    prefaced = counted or any(map(is_promise, before))
    words = not prefaced and any(len(text) >= _SENTENCE and ends_sentence(text) for text in before)
    return "words" if words else ""
