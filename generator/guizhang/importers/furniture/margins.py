"""What stands around the rules of one document: repeated titles, a template's preface, a table of contents."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from guizhang.importers.documents.boundaries import Extent
from guizhang.importers.furniture.chrome import speaks_of_page
from guizhang.importers.lines.contents import CONTENTS, heading
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.lattice import Mark, find_marks
from guizhang.importers.lines.letterheads import heads_title
from guizhang.importers.lines.titles import ENACTS, core, is_name, title_score
from guizhang.importers.lines.verdicts import PREFACE, Verdict
from guizhang.zh.folding import Folded
from guizhang.zh.numerals import to_int


@dataclass(frozen=True, slots=True)
class Discard:
    """A view span that is not rule text."""

    start: int
    end: int
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Body:
    """One document cut down to its rules."""

    extent: Extent
    title: tuple[int, int] | None
    """View span of the title, where it has one."""
    content: tuple[tuple[int, int], ...]
    """View spans of rule text in order, each within one line."""
    marks: tuple[Mark, ...]
    """The marks within the content."""
    doubts: tuple[int, ...] = ()
    """Indexes of lines that look like headings and were left as text of the rule above."""


REPEATED = "repeated-title"
PAGE_HEAD = "page-head"
_HEAD_LINES = 10
_LONGEST_TITLE = 120
_MENTIONED = 9.0
_ATTACHED = re.compile(r"附[件表录]? ?: ?(?:\d|$|\n)")
_CAPITALS = re.compile(r"[A-Z][A-Z '&.,-]{3,40}")
"""Whose rules they are, in English."""
_LONGEST_NAME = 60
_MAX_PREFACE = 3000
_BRACKETS = re.compile(r"\([^()]{4,}\)$")
_SAID = re.compile(r"适用|旨在|自|由|规定|明确|对|将|须|应|经|包括| [a-z]")
"""Words behind a title that make it the subject of a sentence of rules."""
_NUMERAL = re.compile(r"\d+|[零〇一二三四五六七八九十百]+")
_TRIMMINGS = re.compile(
    r"[ 》」】]*(?:\((?:精选|通用|精彩|最新|优秀|热门|实用|合集|共)?[一二三四五六七八九十\d]+篇\))?"
    r"(?:[「(\[【]篇[一二三四五六七八九十\d]+[」)\]】])?"
)
# 制度篇11、 is 篇1 and 1、; 制度11) is 制度1 and 1): the shortest series number that leaves a first label.
_SERIES = re.compile(
    r"(?:篇(?:\d{1,2}?|[一二三四五六七八九十]{1,2}?)|\d{1,2}?|[一二三四五六七八九十]{1,2}?)"
    r"(?=[1一][、.)]|\([1一]\)|第[1一][章条节编]|[①⑴㈠])"
)


def trim(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict], extents: list[Extent]
) -> tuple[list[Body], list[Discard]]:
    """Return each document's rules, and what was taken off.

    Reads: view, lines, marks, verdicts, extents. Writes: bodies, discards. Stands behind boundaries, because a repeated
    title is only known as such once the title is.
    """
    discards = [Discard(lines[i].start, lines[i].end, v.reason, v.confidence) for i, v in verdicts.items()]
    bodies: list[Body] = []
    owned = set(verdicts)
    places = [mark.start for mark in marks]
    named = {_heading(view, lines[i]) for i, verdict in verdicts.items() if verdict.reason == CONTENTS}
    for extent in extents:
        owned |= set(range(extent.first, extent.last + 1))
        own_marks = marks[bisect_left(places, lines[extent.first].start) : bisect_left(places, lines[extent.last].end)]
        body, taken = _trim_one(view, lines, own_marks, verdicts, extent, named)
        discards += taken
        if body.content or body.title is None:
            bodies.append(body)
        else:
            discards.append(Discard(*body.title, PAGE_HEAD, 0.6))  # a title with nothing under it
    # Lines before the first title and between documents: heads of the page they were copied from.
    discards += [
        Discard(line.start, line.end, PAGE_HEAD, 0.6)
        for i, line in enumerate(lines)
        if not line.blank and i not in owned
    ]
    return bodies, discards


def _trim_one(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict], extent: Extent, named: set[str]
) -> tuple[Body, list[Discard]]:
    kept = [i for i in range(extent.first, extent.last + 1) if not lines[i].blank and i not in verdicts]
    taken: list[Discard] = []
    title: tuple[int, int] | None = None
    own: set[int] = set()
    begin = lines[extent.first].start
    head = extent.first if extent.title is None else extent.title
    glued = _title_span(view, lines[head], [mark for mark in marks if mark.line == head], extent.number)
    if extent.title is not None or glued[1] < lines[head].end:
        title = glued
        begin = title[1]
        rules = _behind_copies(view, lines, kept, marks, title)
        if rules is not None:
            between = [i for i in kept if max(lines[i].start, begin) < min(lines[i].end, rules)]
            own = _own_head(view, lines, between, title)
            taken += _taken_head(view, lines, [i for i in between if i not in own], title, begin, rules)
            begin = rules
    contents = _contents(view, lines, kept, marks, begin)
    taken += [Discard(lines[i].start, lines[i].end, CONTENTS, 0.7) for i in contents]
    content: list[tuple[int, int]] = []
    for i in kept:
        start, end = lines[i].start if i < head or i in own else max(lines[i].start, begin), lines[i].end
        while start < end and view.text[start] == " ":
            start += 1
        if start < end and i not in contents:
            begin = max(begin, start) if not content and i >= head else begin
            content.append((start, end))
    cut = [Line(lines[i].number, begin, lines[i].end) for i in kept if lines[i].start < begin < lines[i].end]
    ruled = set(kept) - contents
    inside = [mark for mark in marks if mark.start >= begin and mark.line in ruled and _whole(mark, lines, ruled)]
    if cut and content and content[0][0] == cut[0].start:
        # What the title was glued to stands at the start of its line now, so its labels are read again.
        inside = [*find_marks(view, cut, alone=True), *(mark for mark in inside if mark.line >= cut[0].number)]
    named = named | {_heading(view, lines[i]) for i in contents}
    if named:
        inside = [
            _sure(mark) if mark.at_start and _heading(view, lines[mark.line]) in named else mark for mark in inside
        ]
    return Body(extent, title, tuple(content), tuple(_without_mentions(view, inside, content))), taken


def _without_mentions(view: Folded, marks: list[Mark], content: list[tuple[int, int]]) -> list[Mark]:
    """Return the marks, those in a list of names behind 附件： lowered: they name annexes, which are none themselves."""
    mentions = _listed_names(view, marks, content)
    if not mentions:
        return marks
    return [replace(mark, prior=mark.prior - _MENTIONED) if mark.start in mentions else mark for mark in marks]


def _listed_names(view: Folded, marks: list[Mark], content: list[tuple[int, int]]) -> set[int]:
    """Return where the labels stand behind 附件： and in the lines that go on its list: 1.资产管理办法 / 2.清点表."""
    starts = [mark.start for mark in marks]
    found: set[int] = set()
    listing = False
    for start, end in content:
        row = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        begins = _ATTACHED.match(view.text, start, end)
        listing = bool(begins) or (listing and bool(row) and row[0].start == start)
        listing = bool(begins) or (listing and not ends_sentence(view.text[start:end]))
        if listing and end - start <= _LONGEST_NAME:
            found |= {mark.start for mark in row if not mark.strong}
    return found


def _whole(mark: Mark, lines: list[Line], rules: set[int]) -> bool:
    """Return whether all of a label is rule text, its second half too where the end of the line breaks it."""
    return mark.labels[0].end <= lines[mark.line].end or mark.line + 1 in rules


def _sure(mark: Mark) -> Mark:
    """Return the mark of a heading that the table of contents names."""
    return replace(mark, prior=mark.prior + 3.0)


def _title_span(view: Folded, line: Line, marks: list[Mark], number: int | None) -> tuple[int, int]:
    """Return the span of the title, which may have the first rules glued to it.

    Args:
        view: The folded text.
        line: The line of the title.
        marks: The marks in it.
        number: The number of the document in a series, which is no label; where it stands in front, what follows it may be one.
    """
    for mark in marks:
        if mark.start - line.start > _LONGEST_TITLE:
            break
        glued = line.start < mark.start and mark.prior > -3.0 and mark.labels[0].end < line.end
        name = view.text[mark.labels[0].end : line.end]
        if number is not None and not _says(view.text[line.start : mark.start], number) and is_name(name):
            continue
        if glued and title_score(view.text[line.start : mark.first].rstrip()) >= 2.0:
            return line.start, mark.first
    return line.start, line.end


def _says(text: str, number: int) -> bool:
    """Return whether the words name *number*: 【第2篇】钥匙管理制度."""
    return any(to_int(found) == number for found in _NUMERAL.findall(text))


def _behind_copies(
    view: Folded, lines: list[Line], kept: list[int], marks: list[Mark], title: tuple[int, int]
) -> int | None:
    """Return the offset behind the last copy of the title before the rules begin, or None without a copy."""
    name = _BRACKETS.sub("", core(view.text[title[0] : title[1]]))
    if len(name) < 4:
        return None
    limit = lines[kept[min(len(kept), _HEAD_LINES) - 1]].end
    limit = next((mark.start for mark in marks if mark.at_start and mark.start > title[1]), limit)
    limit = min(limit, title[1] + _MAX_PREFACE)
    found = None
    place = title[1]
    while (place := view.text.find(name, place, limit)) >= 0:
        if _may_begin(view.text, place, found) and not _goes_on(view.text, place + len(name)):
            found = _behind_trimmings(view.text, place + len(name))
        place += len(name)
    # A copy in capitals, or without the name of the house, has a line of its own.
    below = next((lines[i] for i in kept if lines[i].start >= title[1]), None)
    said = view.text[below.start : below.end] if below is not None else ""
    if found is None and below is not None and (said == name.upper() or _is_rest(said, name)):
        return below.end
    return found


def _may_begin(text: str, place: int, after_copy: int | None) -> bool:
    head = text[:place].rstrip(" 《「【") if place < 64 else text[place - 64 : place].rstrip(" 《「【")
    return place == after_copy or not head or head[-1] in "\n。!?)….”"


def _is_rest(text: str, name: str) -> bool:
    """Return whether a line is the title without whose rules they are: 报销制度 under 某某公司报销制度."""
    over = name.removesuffix(text)
    return name.endswith(text) and not over.endswith(tuple("和及与、")) and title_score(text) >= 2.0


def _goes_on(text: str, place: int) -> bool:
    """Return whether a sentence goes on what may be a copy of the title: 考勤制度适用于全体员工, Leave Policy applies to all."""
    return _SAID.match(text, place) is not None


def _behind_trimmings(text: str, place: int) -> int:
    trimmings = _TRIMMINGS.match(text, place)
    place = trimmings.end() if trimmings else place
    series = _SERIES.match(text, place)
    return series.end() if series else place


def _own_head(view: Folded, lines: list[Line], between: list[int], title: tuple[int, int]) -> set[int]:
    """Return which lines between two copies of the title are the document's: whose rules they are, number and version, and what stands with these."""
    name = _BRACKETS.sub("", core(view.text[title[0] : title[1]]))
    texts = {i: view.text[lines[i].start : lines[i].end] for i in between if lines[i].start >= title[1]}
    other = {i for i, text in texts.items() if name not in text and name.upper() != text and not _is_rest(text, name)}
    if any(heads_title(texts[i]) for i in other):
        return {i for i in other if not speaks_of_page(texts[i])}
    said = (i for i in other if ENACTS.search(texts[i]) or _CAPITALS.fullmatch(texts[i]))
    return {i for i in said if not speaks_of_page(texts[i])}


def _taken_head(
    view: Folded, lines: list[Line], between: list[int], title: tuple[int, int], begin: int, rules: int
) -> list[Discard]:
    """Return what lies between title and rules, line by line: copies of the title, and patter between them."""
    name = _BRACKETS.sub("", core(view.text[title[0] : title[1]]))
    taken = []
    for i in between:
        start, end = max(lines[i].start, begin), min(lines[i].end, rules)
        rest = _TRIMMINGS.sub("", view.text[start:end].replace(name, "").replace(name.upper(), ""))
        rest = "" if _is_rest(view.text[start:end], name) else rest
        repeated = len(rest.strip(" 《》「」篇第一二三四五六七八九十0123456789")) <= 4
        taken.append(Discard(start, end, REPEATED if repeated else PREFACE, 0.9 if repeated else 0.7))
    return taken


def _contents(view: Folded, lines: list[Line], kept: list[int], marks: list[Mark], begin: int) -> set[int]:
    """Return lines of a table of contents: labelled headings in a row of which half or more come back further down."""
    at_start = {mark.line for mark in marks if mark.at_start and mark.start >= begin}
    row: list[int] = []
    for i in kept:
        if lines[i].end <= begin:
            continue
        text = view.text[lines[i].start : lines[i].end]
        named = not row and re.fullmatch(r"目 ?录|contents", text, re.IGNORECASE)
        if not named and not (i in at_start and len(text) <= 40 and "。" not in text[:-1]):
            break
        row.append(i)
    if len(row) < 2:
        return set()
    later = {_heading(view, lines[i]) for i in kept if i > row[-1] and i in at_start}
    own = [_heading(view, lines[i]) for i in row]
    # Where the row runs on into the rules, the contents end before the first heading that repeats one in the row.
    for place, words in enumerate(own):
        if words in own[:place]:
            row, own = row[:place], own[:place]
            later |= {words}
            break
    hits = sum(words in later for words in own if words)
    return set(row) if hits * 2 >= len(row) and hits else set()


def _heading(view: Folded, line: Line) -> str:
    return heading(view.text[line.start : line.end])
