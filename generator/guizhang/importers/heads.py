"""Lines with which a document may begin, and what speaks for each: its words, its neighbours, the numbers below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.importers.breaks import wants_more
from guizhang.importers.labels import STRONG, Family
from guizhang.importers.lattice import Mark
from guizhang.importers.lines import Line, ends_sentence
from guizhang.importers.series import find_series
from guizhang.importers.titles import BARE_LEAD, DOCUMENT_HEAD, LEAD, core, series_number, title_score

ACCEPT = 3.0
COUNTED = 8.0
"""Score of the heading of a series, and of an attachment with rules of its own."""
LOOK_AHEAD = 12
_ANOTHER = 0.4
"""How much less is asked in a file that has held several documents already."""
_HEADINGS = (Family.HEADING, Family.PART, Family.CHAPTER, Family.SECTION)
_LONG_HEADING = 40
_RULE = re.compile(r"[-=_*~—═─#+]{5,}|(?:[-=_*~—═─] ){4,}[-=_*~—═─]")
"""A line drawn between two documents."""
_NUMBERED_BLOCK = re.compile(
    r"^\S{0,6}编号 ?:|^(?:doc(?:ument)?|ref(?:erence)?|policy|sop)\.? ?(?:no|number|id)?\.? ?:", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^()]{2,40}\)")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that are neither blank nor furniture, in order; a *place* is an index among them."""

    lines: tuple[Line, ...]
    texts: list[str]
    marks: list[Mark | None]
    """The first plausible label of each line."""
    apart: list[bool]
    """Whether furniture stands between a line and the one before it."""
    headed: list[bool]
    """Whether the format marks the line as a heading of the first level."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that a document may begin with."""

    position: int
    """Place of the title."""
    score: float
    series: int | None
    repeated: bool = False
    """Whether the title stands again directly behind, as on pages that print it twice."""
    lead: int = 0
    """Lines over the title that belong to it: 附件1."""
    bare: bool = False
    """Whether only a restart of 第一章 tells, without a title."""


def find_candidates(page: Page) -> list[Candidate]:
    """Return what may be the first lines of documents, in order, each with a score of ACCEPT or nearly that."""
    settled = _settled(page)
    texts = page.texts
    found: list[Candidate] = []
    latest: dict[Family, int] = {}
    rules = False
    blocks = sum(_NUMBERED_BLOCK.search(text) is not None for text in texts)
    series_seen = sum(series_number(text) is not None and title_score(text) >= 2.0 for text in texts)
    for position, whole in enumerate(texts):
        text = whole
        mark = page.marks[position]
        if position in settled:
            found.append(settled[position])
            latest, rules = {}, False
            continue
        own = 0.0 if DOCUMENT_HEAD.search(text) and title_score(text) < 2.0 else title_score(text)
        if mark is not None and mark.at_start and own < 3.0:
            heading = mark.labels[0].family in (Family.PART, Family.CHAPTER)
            restart = heading and mark.labels[0].path == (1,) and latest.get(mark.labels[0].family, 0) > 1
            # Headings alone, begun anew, were a table of contents.
            if restart and rules:
                found.append(Candidate(position, ACCEPT, None, bare=True))
            rules = not restart and (rules or mark.labels[0].family not in _HEADINGS or len(text) > _LONG_HEADING)
            label = mark.labels[0]
            if label.path:
                # Chapters begin anew in every part, and sections in every chapter.
                if label.family in STRONG and (label.path == (1,) or label.family is Family.PART):
                    latest = {f: n for f, n in latest.items() if STRONG.get(f, 9) < STRONG[label.family]}
                latest[label.family] = label.path[-1]
            continue
        if mark is not None and not mark.at_start and own <= 0 and is_first(mark):
            # …制度篇四 一、晨会制度 …: a title with the first rules glued to it.
            text = text[: mark.start - page.lines[position].start].rstrip()
            own = title_score(text) if title_score(text) >= 2.0 and (series_number(text) or len(text) >= 6) else 0.0
        if mark is not None and mark.labels[0].path:
            latest[mark.labels[0].family] = mark.labels[0].path[-1]
        if own <= 0 or _is_bare_label(page, position - 1):
            continue
        score = own + (_surroundings(page, position, latest, blocks) + _below(page, position, latest))
        series = series_number(text) if own >= 2.0 else None
        if series is not None:
            score += 2.0 if series_seen >= 2 else 0.5
        if page.headed[position]:
            score += 1.5
        if own >= 2.0 and latest and _leads_to_article(page, position):
            score += 1.0
        # A file that has held several documents may well hold another.
        if score >= (ACCEPT if own < 2.0 or sum(c.score >= ACCEPT + 0.5 for c in found) < 2 else ACCEPT - _ANOTHER):
            lead = int(position > 0 and bool(BARE_LEAD.fullmatch(texts[position - 1])))
            found.append(Candidate(position, score, series, _is_repeated(position, texts), lead))
    return found


def is_first(mark: Mark) -> bool:
    """Return whether a label may be the first of its list."""
    return any(label.path and label.path[-1] == 1 and label.path[0] == 1 for label in mark.labels)


def _settled(page: Page) -> dict[int, Candidate]:
    """Return place -> candidate for what a series or its own rules settle, whatever the title says."""
    counted = {
        place: Candidate(place, COUNTED, number) for place, number in find_series(page.texts, page.marks).items()
    }
    return counted | {title: Candidate(title, COUNTED, None, lead=title - at) for at, title in _attached(page).items()}


def _surroundings(page: Page, position: int, latest: dict[Family, int], blocks: int) -> float:
    """Return what the lines directly above and below say for a document beginning at *position*.

    Args:
        page: The lines.
        position: Place of the title.
        latest: Family -> its last number above.
        blocks: How many lines of the file give the number of a document.
    """
    texts = page.texts
    score = _above(page, position) if latest and position else 0.0
    if _is_repeated(position, texts):
        score += 2.5
    elif latest and len(core(texts[position])) <= 5:
        score -= 0.5  # 课程规定 between lists is a heading rather than another document
    if not latest:
        score += 1.0 if position else 1.7  # a short first line is a title whatever it says
    if Family.ATTACHMENT in latest:
        score += 0.5  # behind the schedules of one document there is hardly a heading of its own
    if position and _RULE.fullmatch(texts[position - 1]):
        score += 1.0
    following = texts[position + 1] if position + 1 < len(texts) else ""
    # (试行), (2019年修订): what stands in brackets under a line says that this is a title.
    if _IN_BRACKETS.fullmatch(following):
        score += 0.5
    if _NUMBERED_BLOCK.search(following):
        score += 2.5 if blocks >= 2 else 0.5
    return score


def _above(page: Page, position: int) -> float:
    """Return what the line above says: it ends what it says, or breaks off, or introduces a list."""
    before, mark, apart = page.texts[position - 1], page.marks[position - 1], page.apart[position]
    score = 0.0
    if ends_sentence(before) or apart or title_score(before) >= 2.0:
        score += 0.5
    elif len(before) > (60 if before.isascii() else 20):
        # Stands inside a broken sentence, unless that is an item of a list typed without stops.
        item = mark is not None and mark.at_start and not wants_more(before)
        score -= 0.0 if item else 2.5
    if BARE_LEAD.fullmatch(before) or LEAD.match(page.texts[position]):
        score += 1.5
    elif before.endswith((":", ",", "、")) and not _leads_to_article(page, position):
        score -= 3.0  # introduces a list
    if page.lines[position].number - page.lines[position - 1].number == 1 and not apart:
        score -= 0.3
    return score


def _below(page: Page, position: int, latest: dict[Family, int]) -> float:
    """Return what the next label says: a list that begins speaks for a document, one that goes on against it."""
    ahead = next((mark for mark in page.marks[position + 1 : position + LOOK_AHEAD] if mark is not None), None)
    if ahead is None:
        return -1.0
    label = ahead.labels[0]
    if is_first(ahead):
        score = 1.0 if ahead.strong or label.family is Family.CHINESE else 0.5
        return score + (1.0 if latest.get(label.family, 0) >= 1 and ahead.strong else 0.0)
    if label.path and latest:
        return -4.0 if latest.get(label.family) == label.path[-1] - 1 else -1.0
    return 0.0


def _attached(page: Page) -> dict[int, int]:
    """Return place of an 附件N -> place of its title, where one of the attachments at least has 章 or 条 of its own.

    Without that they are tables and lists, and belong to the document that they come with.
    """
    heads = [
        (place, mark.labels[0].end - mark.start)
        for place, mark in enumerate(page.marks)
        if mark is not None
        and mark.at_start
        and mark.prior > 0
        and mark.labels[0].family is Family.ATTACHMENT
        and not ends_sentence(page.texts[place])
    ]
    found: dict[int, int] = {}
    ruled = False
    stops = [*(place for place, _ in heads[1:]), len(page.texts)]
    for (place, width), stop in zip(heads, stops, strict=True) if heads else ():
        bare = width >= len(page.texts[place])
        title = place + 1 if bare else place
        # What has nothing under it is a name in a list of attachments.
        if stop - title < 3:
            continue
        score = title_score(page.texts[title] if bare else page.texts[place][width:].strip())
        if score < 0.5:
            continue
        found[place] = title
        first = next((mark for mark in page.marks[title + 1 : stop] if mark is not None), None)
        ruled |= score >= 2.0 and first is not None and first.at_start and first.strong and is_first(first)
    return found if ruled else {}


def _leads_to_article(page: Page, position: int) -> bool:
    """Return whether 第一条 or 第一章 stands directly under the line."""
    mark = page.marks[position + 1] if position + 1 < len(page.marks) else None
    return mark is not None and mark.at_start and mark.strong and is_first(mark)


def _is_bare_label(page: Page, position: int) -> bool:
    """Return whether the line is 第一章 and nothing else, so that the one below is its heading."""
    mark = page.marks[position] if position >= 0 else None
    return mark is not None and mark.at_start and mark.strong and mark.labels[0].end >= page.lines[position].end


def _is_repeated(position: int, texts: list[str]) -> bool:
    name = core(texts[position])
    following = texts[position + 1 : position + 4]
    return len(name) >= 4 and any(text.startswith((name, "《" + name)) for text in following)
