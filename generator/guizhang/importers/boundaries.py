"""Where one document ends and the next begins, in a file that holds several pasted together."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from guizhang.importers.head_signs import LOOK_AHEAD, Page, is_first
from guizhang.importers.heads import ACCEPT, COUNTED, Candidate, find_candidates
from guizhang.importers.lattice import Mark
from guizhang.importers.lines import DRAWN, Line, ends_sentence
from guizhang.importers.sayings import says_rule
from guizhang.importers.titles import DOCUMENT_HEAD, LEAD, core, is_promise, title_score
from guizhang.importers.verdicts import Verdict
from guizhang.zh.folding import Folded

_LONG_LINE = 60
_TAB = "\t"
_NAME = re.compile(r"[A-Z][A-Z '&.-]{2,30}")


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
    number: int | None = None
    """The number of its title in a series of documents, which is no label: 管理制度(二)食堂制度."""


def find_documents(
    view: Folded,
    lines: list[Line],
    marks: list[Mark],
    verdicts: dict[int, Verdict],
    headings: dict[int, int],
    named: Collection[int | None] = (),
) -> list[Extent]:
    """Return the documents in order; together they hold every line from the first title on.

    Reads: view, lines, marks, verdicts, headings, and the lines that paths name. Writes: extents. Stands before chains, because numbers start anew
    with each document.
    """
    body = [i for i, line in enumerate(lines) if not line.blank and i not in verdicts]
    if not body:
        return []
    page = _page(view, lines, body, marks, verdicts, headings, named)
    starts = _merge(_behind_preface(find_candidates(page), page), page)
    starts = _with_rules(starts, page)
    before = _content_before(starts[0], page) if starts else "rules"
    if before == "rules":
        starts.insert(0, Candidate(0, 1.0, None))
    elif starts and (unnumbered := _unnumbered_before(starts[0], page)) is not None:
        starts.insert(0, Candidate(unnumbered, ACCEPT, None))
        before = ""
    extents = []
    title = starts[0].position
    head = next(
        (
            i
            for i, text in enumerate(page.texts[:title])
            if before == "words" or (DOCUMENT_HEAD.search(text) and not any(page.apart[i + 1 : title + 1]))
        ),
        title,
    )
    for number, start in enumerate(starts):
        stop = starts[number + 1].position - starts[number + 1].lead if number + 1 < len(starts) else len(body)
        if stop > start.position:
            titled = (not start.bare and start.score >= ACCEPT) or title_score(page.texts[start.position]) >= 2.0
            confidence = min(0.99, 0.4 + start.score / 10)
            first = (
                start.position - start.lead
                if number
                else min(head, start.position - max(start.lead, _is_led(page, title)))
            )
            place = body[start.position] if titled else None
            counted = start.series if start.score == COUNTED else None
            extents.append(Extent(body[first], body[stop - 1], place, confidence, counted))
    return extents


def _with_rules(starts: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates without those that only name something at the end of a document: 附：值班电话一览, and nothing below."""
    stops = [*(start.position - start.lead for start in starts[1:]), len(page.texts)]
    return [
        start
        for number, (start, stop) in enumerate(zip(starts, stops, strict=False))
        if number == 0
        or stop > start.position + 1
        or page.marks[start.position] is not None
        or len(page.texts[start.position]) > _LONG_LINE
        or (title_score(page.texts[start.position]) >= 2.0 and not LEAD.match(page.texts[start.position]))
    ]


def _is_led(page: Page, title: int) -> bool:
    """Return whether a name in capitals stands directly over the first title: whose rules they are."""
    over = page.lines[title - 1 : title]
    return (
        bool(over) and over[0].number == page.lines[title].number - 1 and bool(_NAME.fullmatch(page.texts[title - 1]))
    )


def _has_tab(view: Folded, line: Line) -> bool:
    return _TAB in view.printed(line.start, line.end)


def _page(
    view: Folded,
    lines: list[Line],
    body: list[int],
    marks: list[Mark],
    verdicts: dict[int, Verdict],
    headings: dict[int, int],
    named: Collection[int | None],
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
        frozenset(place for place, index in enumerate(body) if index in named),
    )


def _behind_preface(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates without those before a series that have no rules under them: what promises the collection."""
    first = next((one for one in candidates if one.score == COUNTED and one.series == 1), None)
    if first is None or _ruled(page.marks[: first.position]):
        return candidates
    return [one for one in candidates if one.position >= first.position]


def _ruled(marks: list[Mark | None]) -> bool:
    """Return whether a label with a sign begins one of the lines; a bare figure may begin any."""
    return any(mark is not None and mark.at_start and mark.labels[0].variant for mark in marks)


def _merge(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates that begin a document: of several with no rule between them, one only.

    A series mark outranks a plain title; a page's own title gives way to the document's, and of equal titles the
    first counts, the others being repeats of it.
    """
    starts: list[Candidate] = []
    entries = _has_entries(page)
    for candidate in candidates:
        if not starts:
            starts.append(candidate)
            continue
        last = starts[-1]
        if last.bare or candidate.agreed or _content_between(last.position, candidate.position, page):
            starts.append(candidate)
            continue
        if candidate.bare:
            continue
        same = core(page.texts[last.position]) == core(page.texts[candidate.position])
        head = page.texts[last.position]
        furniture = any(page.apart[last.position + 1 : candidate.position + 1])
        if last.series is not None and candidate.series is None:
            continue
        copied = not furniture and candidate.position == last.position + 1 and last.repeated and not is_promise(head)
        if (
            (candidate.series is not None and not copied)
            or (same and furniture and candidate.position == last.position + 1 and not entries)
            or (
                not same
                and (candidate.repeated or furniture or is_promise(head) or _names_page(last, candidate, page))
                and not last.repeated
            )
        ):
            starts[-1] = candidate
    return starts


def _has_entries(page: Page) -> bool:
    """Return whether several titles are said twice, with a page's own line between: of one, the first is the page's."""
    twice = {
        core(text)
        for text, before, apart in zip(page.texts[1:], page.texts, page.apart[1:], strict=False)
        if apart and text == before
    }
    return len(twice) > 1


def _names_page(last: Candidate, candidate: Candidate, page: Page) -> bool:
    """Return whether a first line that says nothing of rules is that of the page, and the title stands further down."""
    apart = candidate.position - last.position > 1
    return apart and title_score(page.texts[last.position]) < 1.0 and title_score(page.texts[candidate.position]) >= 2.0


def _content_between(first: int, second: int, page: Page) -> bool:
    head = page.marks[first]
    if head is not None and not head.at_start and (is_first(head) or len(page.texts[first]) > _LONG_LINE):
        return True  # the rules are glued to the title
    for position in range(first + 1, second):
        mark = page.marks[position]
        if mark is not None and (mark.at_start or mark.prior > 0 or len(page.texts[position]) > _LONG_LINE):
            return True
    return second - first > LOOK_AHEAD or _is_text(first, second, page)


def _is_text(first: int, second: int, page: Page) -> bool:
    """Return whether whole sentences stand under the title *first*, and nothing that speaks of a page's patter."""
    head, texts = page.texts[first], page.texts[first + 1 : second]
    if any(page.apart[first + 1 : second + 1]) or is_promise(head) or title_score(head) < 2.0:
        return False
    return core(head) != core(page.texts[second]) and len(texts) >= 2 and ends_sentence(texts[-1])


def _unnumbered_before(start: Candidate, page: Page) -> int | None:
    """Return the place of a title of rules before the first candidate that says several things, and numbers none."""
    for place in range(start.position - 2):
        if title_score(page.texts[place]) >= 2.0 and not is_promise(page.texts[place]):
            below = page.texts[place + 1 : start.position]
            return place if sum(says_rule(text) for text in below) >= 2 else None
    return None


def _content_before(start: Candidate, page: Page) -> Literal["rules", "words", ""]:
    """Return what stands before the first title: rules are a document of their own, words lead to the one below.

    Before a series they are the preface of who collected it.
    """
    if _ruled(page.marks[: start.position]) or start.position > 15:
        return "rules"
    before = page.texts[: start.position]
    # What furniture parts from the title is the page's.
    prefaced = start.series is not None or page.apart[start.position] or any(map(is_promise, before))
    words = not prefaced and any(len(text) >= 15 and ends_sentence(text) for text in before)
    return "words" if words else ""
