"""Items of one list stay or go together: most of a list is furniture, or none of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.zh.folding import Folded


def by_lists(
    view: Folded, lines: list[Line], filled: list[int], labels: dict[int, Mark], going: set[int]
) -> tuple[set[int], set[int]]:
    """Return the items among *going* whose list is no furniture, and those that go with the rest of theirs.

    2、点击下载模板 is a step between two others; 2、如有侵权请联系删除 stands among its like.
    """
    stay: set[int] = set()
    more: set[int] = set()
    for run in [*_counted(labels), *_bulleted(filled, labels)]:
        voted = sum(item in going for item in run)
        if voted * 2 <= len(run) and len(run) > 1:
            stay |= going.intersection(run)
        elif voted > 1:
            more |= set(run) - going
    return {index for index in stay if view.text[lines[index].end - 1] != "…"}, more


def _counted(labels: dict[int, Mark]) -> Iterator[list[int]]:
    """Yield the lines of each list: labels of one kind, each counting on from the one before."""
    rows: dict[tuple[Family, str, int], list[tuple[int, int]]] = defaultdict(list)
    for index in sorted(labels):
        label = labels[index].labels[0]
        if label.path and label.variant:
            rows[label.family, label.variant, len(label.path)].append((index, label.path[-1]))
    for row in rows.values():
        run: list[int] = []
        last = 0
        for index, number in row:
            if run and number != last + 1:
                yield run
                run = []
            run.append(index)
            last = number
        yield run


def _bulleted(filled: list[int], labels: dict[int, Mark]) -> Iterator[list[int]]:
    """Yield the lines of each list without numbers: one below the other behind the same sign."""
    run: list[int] = []
    sign = ""
    for index in filled:
        label = labels[index].labels[0] if index in labels else None
        bullet = label.variant if label is not None and label.family is Family.BULLET else ""
        if run and bullet != sign:
            yield run
            run = []
        if bullet:
            run.append(index)
        sign = bullet
    if run:
        yield run
