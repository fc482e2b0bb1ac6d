"""Where one document ends and the next begins, in a file that holds several pasted together."""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.importers.labels import STRONG, Family
from guizhang.importers.lattice import Mark
from guizhang.importers.lines import Line, ends_sentence
from guizhang.importers.titles import DOCUMENT_HEAD, core, is_collection, series_number, title_score
from guizhang.importers.votes import Verdict
from guizhang.zh.folding import Folded


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


ACCEPT = 3.0
_LOOK_AHEAD = 12
_HEADINGS = (Family.HEADING, Family.PART, Family.CHAPTER, Family.SECTION)
_LONG_HEADING = 40
_LONG_LINE = 60


@dataclass(frozen=True, slots=True)
class _Candidate:
    position: int
    """Place among the lines that are neither blank nor furniture."""
    score: float
    series: int | None
    bare: bool = False
    """Whether only a restart of 第一章 tells, without a title."""
    repeated: bool = False
    """Whether the title stands again directly behind, as on pages that print it twice."""


def find_documents(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict], headings: dict[int, int]
) -> list[Extent]:
    """Return the documents in order; together they hold every line from the first title on.

    Reads: view, lines, marks, verdicts, headings. Writes: extents. Stands before chains, because numbers start anew
    with each document.
    """
    body = [i for i, line in enumerate(lines) if not line.blank and i not in verdicts]
    if not body:
        return []
    texts = [view.text[lines[i].start : lines[i].end] for i in body]
    first_marks = _first_marks(marks)
    candidates = _candidates(texts, body, first_marks, verdicts, headings, lines)
    starts = _merge(candidates, body, texts, first_marks, verdicts)
    if not starts or _content_before(starts[0], body, texts, first_marks):
        starts.insert(0, _Candidate(0, 1.0, None))
    extents = []
    title = starts[0].position
    head = next((i for i, text in enumerate(texts[:title]) if DOCUMENT_HEAD.search(text)), title)
    for number, start in enumerate(starts):
        stop = starts[number + 1].position if number + 1 < len(starts) else len(body)
        if stop > start.position:
            titled = (not start.bare and start.score >= ACCEPT) or title_score(texts[start.position]) >= 2.0
            confidence = min(0.99, 0.4 + start.score / 10)
            first = start.position if number else head
            place = body[start.position] if titled else None
            extents.append(Extent(body[first], body[stop - 1], place, confidence))
    return extents


def _first_marks(marks: list[Mark]) -> dict[int, Mark]:
    """Return line index -> its first plausible mark."""
    first: dict[int, Mark] = {}
    for mark in marks:
        plausible = mark.prior > (-2.9 if mark.at_start or mark.strong else -2.0)
        if plausible and mark.line not in first:
            first[mark.line] = mark
    return first


def _is_first(mark: Mark) -> bool:
    return any(label.path and label.path[-1] == 1 and label.path[0] == 1 for label in mark.labels)


def _candidates(
    texts: list[str],
    body: list[int],
    first_marks: dict[int, Mark],
    verdicts: dict[int, Verdict],
    headings: dict[int, int],
    lines: list[Line],
) -> list[_Candidate]:
    found = []
    latest: dict[Family, int] = {}
    rules = False
    series_seen = sum(series_number(text) is not None and title_score(text) >= 2.0 for text in texts)
    for position, whole in enumerate(texts):
        text = whole
        index = body[position]
        mark = first_marks.get(index)
        own = title_score(text)
        if mark is not None and mark.at_start and own < 3.0:
            heading = mark.labels[0].family in (Family.PART, Family.CHAPTER)
            restart = heading and mark.labels[0].path == (1,) and latest.get(mark.labels[0].family, 0) > 1
            # Headings alone, begun anew, were a table of contents.
            if restart and rules:
                found.append(_Candidate(position, ACCEPT, None, bare=True))
            rules = not restart and (rules or mark.labels[0].family not in _HEADINGS or len(text) > _LONG_HEADING)
            label = mark.labels[0]
            if label.path:
                # Chapters begin anew in every part, and sections in every chapter.
                if label.family in STRONG and (label.path == (1,) or label.family is Family.PART):
                    latest = {f: n for f, n in latest.items() if STRONG.get(f, 9) < STRONG[label.family]}
                latest[label.family] = label.path[-1]
            continue
        if mark is not None and not mark.at_start and own <= 0 and _is_first(mark):
            # …制度篇四 一、晨会制度 …: a title with the first rules glued to it.
            text = text[: mark.start - lines[index].start].rstrip()
            own = title_score(text) if title_score(text) >= 2.0 and (series_number(text) or len(text) >= 6) else 0.0
        if mark is not None and mark.labels[0].path:
            latest[mark.labels[0].family] = mark.labels[0].path[-1]
        if own <= 0 or _is_bare_label(texts, body, first_marks, lines, position - 1):
            continue
        score = own + _context(position, texts, body, first_marks, verdicts, latest, lines)
        series = series_number(text) if own >= 2.0 else None
        if series is not None:
            score += 2.0 if series_seen >= 2 else 0.5
        if headings.get(index + 1) == 1:
            score += 1.5
        if score >= ACCEPT:
            found.append(_Candidate(position, score, series, repeated=_is_repeated(position, texts)))
    return found


def _context(
    position: int,
    texts: list[str],
    body: list[int],
    first_marks: dict[int, Mark],
    verdicts: dict[int, Verdict],
    latest: dict[Family, int],
    lines: list[Line],
) -> float:
    """Return what the neighbours say for a document beginning at *position*."""
    score = 0.0
    if _is_repeated(position, texts):
        score += 2.5
    elif latest and len(core(texts[position])) <= 5:
        score -= 0.5  # 课程规定 between lists is a heading rather than another document
    if not latest:
        score += 1.0 if position else 1.7  # a short first line is a title whatever it says
    elif position:
        before = texts[position - 1]
        previous = body[position - 1]
        gap_is_chrome = any(i in verdicts for i in range(previous + 1, body[position]))
        if ends_sentence(before) or gap_is_chrome or title_score(before) >= 2.0:
            score += 0.5
        elif len(before) > 20:
            score -= 2.5  # stands inside a broken sentence
        if before.endswith((":", ",", "、")):
            score -= 3.0
        if lines[body[position]].number - lines[previous].number == 1 and not gap_is_chrome:
            score -= 0.3
    ahead = _next_mark(position, body, first_marks)
    if ahead is not None:
        if _is_first(ahead):
            score += 1.0 if ahead.strong or ahead.labels[0].family is Family.CHINESE else 0.5
            if latest.get(ahead.labels[0].family, 0) >= 1 and ahead.strong:
                score += 1.0
        elif ahead.labels[0].path and latest:
            follows = latest.get(ahead.labels[0].family) == ahead.labels[0].path[-1] - 1
            score -= 4.0 if follows else 1.0
    else:
        score -= 1.0
    return score


def _is_bare_label(
    texts: list[str], body: list[int], first_marks: dict[int, Mark], lines: list[Line], position: int
) -> bool:
    """Return whether the line is 第一章 and nothing else, so that the one below is its heading."""
    mark = first_marks.get(body[position]) if position >= 0 and texts[position] else None
    return mark is not None and mark.at_start and mark.strong and mark.labels[0].end >= lines[body[position]].end


def _is_repeated(position: int, texts: list[str]) -> bool:
    name = core(texts[position])
    following = texts[position + 1 : position + 4]
    return len(name) >= 4 and any(text.startswith((name, "《" + name)) for text in following)


def _next_mark(position: int, body: list[int], first_marks: dict[int, Mark]) -> Mark | None:
    for ahead in range(position + 1, min(len(body), position + _LOOK_AHEAD)):
        if body[ahead] in first_marks:
            return first_marks[body[ahead]]
    return None


def _merge(
    candidates: list[_Candidate],
    body: list[int],
    texts: list[str],
    first_marks: dict[int, Mark],
    verdicts: dict[int, Verdict],
) -> list[_Candidate]:
    """Return the candidates that begin a document: of several with no rule between them, one only.

    A series mark outranks a plain title; a page's own title gives way to the document's, and of equal titles the
    first counts, the others being repeats of it.
    """
    starts: list[_Candidate] = []
    for candidate in candidates:
        if not starts:
            starts.append(candidate)
            continue
        last = starts[-1]
        if last.bare or _content_between(last.position, candidate.position, body, texts, first_marks):
            starts.append(candidate)
            continue
        if candidate.bare:
            continue
        same = core(texts[last.position]) == core(texts[candidate.position])
        head = texts[last.position]
        furniture = any(i in verdicts for i in range(body[last.position], body[candidate.position]))
        if last.series is not None and candidate.series is None:
            continue
        if candidate.series is not None or (
            not same and (candidate.repeated or furniture or is_collection(head)) and not last.repeated
        ):
            starts[-1] = candidate
    return starts


def _content_between(first: int, second: int, body: list[int], texts: list[str], first_marks: dict[int, Mark]) -> bool:
    for position in range(first + 1, second):
        mark = first_marks.get(body[position])
        if mark is not None and (mark.at_start or mark.prior > 0 or len(texts[position]) > _LONG_LINE):
            return True
    return second - first > _LOOK_AHEAD


def _content_before(start: _Candidate, body: list[int], texts: list[str], first_marks: dict[int, Mark]) -> bool:
    """Return whether rules or running text stand before the first title; before a series it is a preface."""
    before = range(start.position)
    if any(body[i] in first_marks and first_marks[body[i]].at_start for i in before) or start.position > 15:
        return True
    prefaced = start.series is not None or any(is_collection(texts[i]) for i in before)
    return not prefaced and any(len(texts[i]) >= 15 and ends_sentence(texts[i]) for i in before)
