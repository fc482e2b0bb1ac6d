"""Labels printed twice in bilingual text: behind 1、持证上岗。 the line 1. Licensed drivers only. is its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby, pairwise

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.zh.folding import Folded

_FEWEST = 3
"""Pairs that make a file one in two languages."""
_TWO_DOCUMENTS = 3
"""Runs of labels in one language that a text with its translation behind it may have."""
_SHARE = 0.5
"""Least share of the labels of one language that are said again in the other."""
_SAID_AGAIN = 9.0
_WRAPPED = -2.0
"""What speaks for a label at least: less has a figure at the start of a wrapped line."""
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")


def without_translations(view: Folded, lines: list[Line], marks: list[Mark]) -> list[Mark]:
    """Return the marks, those of the second language lowered so far that they are no labels.

    Reads: view, lines, marks. Writes: marks. Stands before all who ask what a line begins with.
    """
    starts = [mark for mark in marks if mark.at_start and mark.labels[0].path and mark.prior > _WRAPPED]
    han = {mark.start: _is_han(view, lines[mark.line], mark) for mark in starts}
    pairs = [
        (first, second)
        for first, second in _side_by_side(starts, han)
        if _alike(first, second)
        and None not in (han[first.start], han[second.start])
        and han[first.start] != han[second.start]
    ]
    # One language stands first throughout; two labels of one sign tell which: c. over 3) and 3).
    chinese_first = sum(1 if han[first.start] else -1 for first, second in pairs if _sign(first) == _sign(second))
    again: set[int] = set()
    for first, second in pairs:
        if first.start not in again and (chinese_first == 0 or han[first.start] == (chinese_first > 0)):
            again.add(second.start)
    if len(again) < _FEWEST:
        return marks
    # Headings may be counted once and the rules below them in both languages, so each kind of label is asked alone; before
    # and behind what is printed twice other documents may stand.
    first_pair = min(first.start for first, second in pairs if second.start in again)
    counts = Counter(
        (mark.labels[0].family, mark.start in again) for mark in starts if first_pair <= mark.start <= max(again)
    )
    again = {
        mark.start
        for mark in starts
        if mark.start in again and counts[mark.labels[0].family, True] >= counts[mark.labels[0].family, False] * _SHARE
    }
    return [replace(mark, prior=mark.prior - _SAID_AGAIN) if mark.start in again else mark for mark in marks]


def _side_by_side(starts: list[Mark], han: Mapping[int, bool | None]) -> Iterator[tuple[Mark, Mark]]:
    """Yield pairs that may be a label and its translation: neighbours, and those at the same place of two runs.

    A run of labels is of one language; 第二条（一）（二） is said again by the whole of Article 2 (1) (2) behind it. Two runs
    alone are two documents.
    """
    yield from pairwise(starts)
    runs = [list(run) for _, run in groupby(starts, key=lambda mark: han[mark.start])]
    for first, second in pairwise(runs if len(runs) > _TWO_DOCUMENTS else []):
        same = first[-len(second) :]
        if len(second) > 1 and len(same) == len(second) and all(map(_alike, same, second)):
            yield from zip(same, second, strict=True)


def _alike(first: Mark, second: Mark) -> bool:
    """Return whether two labels have one number and the same rank: 1、 and 1., 第一条 and Article 1."""
    return (
        second.line - first.line > 0
        and first.strong == second.strong
        and (first.labels[0].family is second.labels[0].family or not first.strong)
        and any(one.path == other.path for one in first.labels[:1] for other in second.labels)
    )


def _sign(mark: Mark) -> tuple[Family, str]:
    return mark.labels[0].family, mark.labels[0].variant


def _is_han(view: Folded, line: Line, mark: Mark) -> bool | None:
    """Return whether the words behind a label are Chinese; None where they are in both languages or in neither."""
    words = view.text[mark.labels[0].end : line.end]
    chinese = bool(_HAN.search(words))
    return None if not chinese and not _LATIN.search(words) else chinese
