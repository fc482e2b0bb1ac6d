"""Where one document ends and the next begins, in a file that holds several pasted together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from guizhang.importers.documents.between import (
    FIGURE,
    LONG_LINE,
    are_entries,
    are_ruled,
    content_before,
    content_between,
    is_listed,
    is_menu,
    opens_file,
    unnumbered_before,
)
from guizhang.importers.documents.enactments import carries
from guizhang.importers.documents.head_signs import Page, is_first, is_house
from guizhang.importers.documents.heads import ACCEPT, COUNTED, Candidate, find_candidates
from guizhang.importers.documents.rival_titles import has_entries, names_page, said_around
from guizhang.importers.documents.set_titles import under_set_title
from guizhang.importers.lines.bylines import find_dated, find_page_titles
from guizhang.importers.lines.contents import CONTENTS, bare_heading
from guizhang.importers.lines.folded import DRAWN, Line
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.titles import (
    DOCUMENT_HEAD,
    LEAD,
    core,
    is_collection,
    is_handbook,
    is_promise,
    names_rules,
    series_number,
    title_score,
)
from guizhang.importers.lines.verdicts import Verdict
from guizhang.zh.folding import Folded

_LISTED = 3
"""Titles that contents name at least, for what they list to be documents."""
_TAB = "\t"
_NAME = re.compile(r"[A-Z][A-Z '&.-]{2,30}")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of lines besides their words."""

    headings: Mapping[int, int]
    """Line number (from 1) -> level, where the format states headings."""
    named: Collection[int | None]
    """Indexes of the lines that a page's path names."""
    looks: Mapping[int, str]
    """Index of each line that is stated to be a heading, or looks like one -> its look."""
    titles: Collection[int] = ()
    """Indexes of the lines that the format sets as titles are set."""


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
    hints: Hints,
) -> list[Extent]:
    """Return the documents in order; together they hold every line from the first title on.

    Reads: view, lines, marks, verdicts, hints. Writes: extents. Stands before chains, because numbers start anew with each document.
    """
    body = [i for i, line in enumerate(lines) if not line.blank and i not in verdicts]
    if not body:
        return []
    page = _page(view, lines, body, marks, verdicts, hints)
    starts = _merge(_behind_menu(_behind_preface(find_candidates(page), page), page), page)
    starts = under_set_title(_with_rules(starts, page), page)
    before = content_before(starts[0], page) if starts else "rules"
    if before == "rules":
        starts.insert(0, Candidate(0, 1.0, None))
    elif starts and not is_listed(starts[0], page) and (place := unnumbered_before(starts[0], page)) is not None:
        starts.insert(0, Candidate(place, ACCEPT, None))
        before = ""
    if _states_title(page) and (len(starts) == 1 or starts[0].position == 0):
        starts[0] = replace(starts[0], position=0, score=max(ACCEPT, starts[0].score), lead=0, bare=False)
    elif starts[0].position == 0 and starts[0].score < ACCEPT and opens_file(page):
        starts[0] = replace(starts[0], score=ACCEPT)
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
        # What promises a collection behind the last rule of a document is over the next one.
        while number + 1 < len(starts) and stop - 1 > start.position and is_collection(page.texts[stop - 1]):
            stop -= 1
        if stop > start.position:
            titled = (not start.bare and start.score >= ACCEPT) or _is_title(start.position, page)
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


def _is_title(place: int, page: Page) -> bool:
    """Return whether the words of a line say that it is a title; of 一、装修程序 the label says that it is the first rule, of 三、装修程序 none above it."""
    mark = page.marks[place]
    return title_score(page.texts[place]) >= 2.0 and (
        mark is None or not mark.at_start or not (mark.labels[0].variant and is_first(mark))
    )


def _with_rules(starts: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates without those that only name something at the end of a document: 附：值班电话一览, and nothing below."""
    stops = [*(start.position - start.lead for start in starts[1:]), len(page.texts)]
    return [
        start
        for number, (start, stop) in enumerate(zip(starts, stops, strict=False))
        if number == 0
        or stop > start.position + 1
        or page.marks[start.position] is not None
        or len(page.texts[start.position]) > LONG_LINE
        or (title_score(page.texts[start.position]) >= 2.0 and not LEAD.match(page.texts[start.position]))
    ]


def _states_title(page: Page) -> bool:
    """Return whether the first line is the only heading of the highest rank, without a number: what the rest stands under."""
    mark = page.marks[0]
    return page.headed[0] and sum(page.headed) == 1 and (mark is None or mark.labels[0].family is Family.HEADING)


def _is_led(page: Page, title: int) -> bool:
    """Return whether a name in capitals, or that of a house, stands directly over the first title: whose rules they are."""
    over = page.lines[title - 1 : title]
    if not over or over[0].number != page.lines[title].number - 1:
        return False
    name = page.texts[title - 1]
    return bool(_NAME.fullmatch(name)) or is_house(name)


def _has_tab(view: Folded, line: Line) -> bool:
    return _TAB in view.printed(line.start, line.end)


def _page(
    view: Folded,
    lines: list[Line],
    body: list[int],
    marks: list[Mark],
    verdicts: dict[int, Verdict],
    hints: Hints,
) -> Page:
    first: dict[int, Mark] = {}
    for mark in marks:
        plausible = mark.prior > (-2.9 if mark.at_start or mark.strong else -2.0)
        line = lines[mark.line]
        if plausible and mark.line not in first and not FIGURE.fullmatch(view.text, line.start, line.end):
            first[mark.line] = mark
    before = [body[0] - 1, *body]
    top = min(hints.headings.values(), default=0)
    tabs = _TAB in view.source
    bylined, dated = find_page_titles(view, lines, body, verdicts), find_dated(view, lines, verdicts)
    rules = next((i for i in body if i in first and first[i].at_start), body[-1])
    return Page(
        tuple(lines[i] for i in body),
        [view.text[lines[i].start : lines[i].end] for i in body],
        [first.get(i) for i in body],
        [any(gap in verdicts for gap in range(above + 1, i)) for above, i in zip(before, body, strict=False)],
        [hints.headings.get(i + 1) == top for i in body],
        [tabs and lines[i].end - lines[i].start <= LONG_LINE and _has_tab(view, lines[i]) for i in body],
        [
            any(DRAWN.fullmatch(view.text, line.start, line.end) for line in lines[above + 1 : i])
            for above, i in zip(before, body, strict=False)
        ],
        tuple(view.text[line.start : line.end] for line in lines[:rules] if not line.blank),
        _behind_titles(view, lines, body, verdicts),
        frozenset(place for place, index in enumerate(body) if index in hints.named),
        frozenset(place for place, index in enumerate(body) if index in bylined),
        frozenset(place for place, index in enumerate(body) if index in dated),
        {place: hints.looks[index] for place, index in enumerate(body) if index in hints.looks},
        frozenset(place for place, index in enumerate(body) if index in hints.titles),
    )


def _behind_titles(view: Folded, lines: list[Line], body: list[int], verdicts: dict[int, Verdict]) -> frozenset[int]:
    """Return the places of the lines right behind contents most of which name rules."""
    found: set[int] = set()
    for place, (above, index) in enumerate(zip([body[0] - 1, *body], body, strict=False)):
        listed = [gap for gap in range(above + 1, index) if gap in verdicts and verdicts[gap].reason == CONTENTS]
        titled = sum(names_rules(bare_heading(view.text[lines[gap].start : lines[gap].end])) for gap in listed)
        if titled >= _LISTED and titled * 2 >= len(listed):
            found.add(place)
    return frozenset(found)


def _behind_preface(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates without those before a series that have no rules under them: what promises the collection."""
    first = next((one for one in candidates if one.score == COUNTED and one.series == 1), None)
    if first is None or are_ruled(page.marks[: first.position]):
        return candidates
    return [one for one in candidates if one.position >= first.position]


def _behind_menu(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates without the first where that names a site over a list of its parts."""
    pair = candidates[:2]
    menu = len(pair) == 2 and pair[0].series is None and is_menu(pair[0].position, pair[1].position, page)
    return candidates[1:] if menu else candidates


def _merge(candidates: list[Candidate], page: Page) -> list[Candidate]:
    """Return the candidates that begin a document: of several with no rule between them, one only.

    A series mark outranks a plain title; a page's own title gives way to the document's, and of equal titles the
    first counts, the others being repeats of it.
    """
    starts: list[Candidate] = []
    entries = has_entries(page)
    for index, candidate in enumerate(candidates):
        if not starts:
            starts.append(candidate)
            continue
        last = starts[-1]
        if _begin_apart(last, candidate, page):
            starts.append(candidate)
            continue
        if candidate.bare:
            continue
        collected = _heads_collection(last, candidate, islice(candidates, index + 1, None), page)
        if collected or _gives_way(last, candidate, page, entries=entries):
            starts[-1] = candidate
    return starts


def _begin_apart(last: Candidate, candidate: Candidate, page: Page) -> bool:
    """Return whether two candidates begin a document each: rules stand between them, or they are of one list."""
    return (
        last.bare
        or candidate.agreed
        or content_between(last.position, candidate.position, page)
        or carries(last.position, candidate.position, page)
        or are_entries(last, candidate, page)
    )


def _gives_way(last: Candidate, candidate: Candidate, page: Page, *, entries: bool) -> bool:
    """Return whether of two candidates with no rule between them the second begins the document."""
    if last.series is not None and candidate.series is None:
        return False
    head, text = page.texts[last.position], page.texts[candidate.position]
    same = core(head) == core(text)
    headed = last.position in page.bylined
    counted = headed and page.marks[last.position] is not None  # 03. 会员规范 in the menu of a site
    furniture = any(page.apart[last.position + 1 : candidate.position + 1])
    # Nothing but furniture between them: the one above is the page's.
    next_to = candidate.position == last.position + 1
    copied = candidate.score < COUNTED and not furniture and next_to and last.repeated and not is_promise(head)
    if candidate.series is not None and not copied:
        return True
    if said_around(last.position, candidate.position, page):
        return True
    if same:
        return furniture and not entries and page.over[:1] != (head,) and not (headed and not candidate.repeated)
    if candidate.position in page.bylined and not headed:
        return True
    if candidate.position in page.listed and not is_handbook(head):
        return True
    if last.repeated or (core(text) in head and not is_promise(head) and candidate.series is None):
        return False
    return (
        candidate.repeated
        or (furniture and not counted and (next_to or title_score(head) < 2.0 or is_handbook(head)))
        or is_promise(head)
        or names_page(last, candidate, page)
    )


def _heads_collection(last: Candidate, candidate: Candidate, later: Iterable[Candidate], page: Page) -> bool:
    """Return whether a heading counts the entries of a collection (管理制度1), and the entry holds several documents under titles of their own."""
    head, text = page.texts[last.position], page.texts[candidate.position]
    own = title_score(text) >= 2.0 and core(head) not in text and candidate.series is None
    over = page.texts[last.position : candidate.position]
    counted = any(series_number(line) is not None for line in over) and all(core(line) == core(head) for line in over)
    if not own or not counted or is_handbook(head):
        return False
    following = next((one for one in later if content_between(candidate.position, one.position, page)), None)
    return following is not None and following.series is None and title_score(page.texts[following.position]) >= 2.0
