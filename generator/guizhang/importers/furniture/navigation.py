"""The menu of a site over the text of a page: names one below the other, the page's own among them, then a button or a path, then the title."""

from __future__ import annotations

from guizhang.importers.lines.bylines import find_bylined
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.labels import STRONG
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import is_block, is_signature
from guizhang.importers.lines.sayings import says_rule
from guizhang.importers.lines.titles import core, is_promise, title_score
from guizhang.importers.lines.verdicts import CHROME, Verdict
from guizhang.zh.folding import Folded

_TITLE = 2.0
_MENU = 4
"""Fewest names of a menu."""
_NAME = 14
"""Longest of them that nothing counts, in characters."""
_LONGEST = 30


def judge_navigation(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]
) -> dict[int, Verdict]:
    """Return verdicts for the names over the title of a page; none where they may be a document's own.

    Args:
        view: The folded text.
        lines: Its lines.
        marks: Its marks.
        verdicts: What is furniture so far.

    Reads: view, lines, marks, verdicts. Writes: verdicts. Stands behind the links under 推荐阅读, which are no menu.
    """
    texts = {index: view.text[line.start : line.end] for index, line in enumerate(lines) if not line.blank}
    labels = {mark.line: mark for mark in reversed(marks) if mark.at_start}
    names = {index: _name(texts[index], lines[index], labels.get(index)) for index in texts}
    zone = _zone(texts, names, labels, verdicts)
    bylined = find_bylined(view, lines, verdicts)
    titles = [
        index
        for index in zone
        if index not in verdicts
        and (index in bylined or title_score(names[index]) >= _TITLE)
        and not is_promise(names[index])
    ]
    if not titles:
        return {}
    over = [index for index in zone if index < titles[-1]]
    menu = [index for index in over if index not in verdicts]
    if len(menu) < _MENU:
        return {}
    listed = core(names[titles[-1]]) in {core(names[index]) for index in menu}
    if any(is_signature(texts[index]) or is_block(texts[index]) for index in menu):
        return {}
    plain = over[-1] in verdicts and all(index not in labels and len(texts[index]) <= _NAME for index in menu)
    return dict.fromkeys(menu, Verdict(CHROME, 0.6)) if listed or plain else {}


def _zone(
    texts: dict[int, str], names: dict[int, str], labels: dict[int, Mark], verdicts: dict[int, Verdict]
) -> list[int]:
    """Return the lines from the first of the file to the last of the page's own before anything says more than a name."""
    zone: list[int] = []
    for index, text in texts.items():
        strong = index in labels and labels[index].labels[0].family in STRONG
        if index not in verdicts and (strong or len(text) > _LONGEST or ends_sentence(text) or says_rule(names[index])):
            break
        zone.append(index)
    while zone and zone[-1] not in verdicts:
        zone.pop()
    return zone


def _name(text: str, line: Line, mark: Mark | None) -> str:
    """Return a line without the label before it."""
    return text[mark.labels[0].end - line.start :].strip() if mark is not None else text
