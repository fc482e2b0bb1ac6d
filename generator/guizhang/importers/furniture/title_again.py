"""A page's title said once more behind the rules, among the page's own lines, as threads of forums end."""

from __future__ import annotations

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.sayings import is_title, says_rule, says_something
from guizhang.importers.lines.verdicts import CHROME, Verdict
from guizhang.zh.folding import Folded

_SEVERAL = 2
"""Lines of the page's own that follow, at least: what ends a document is no page."""
_SIGNS = " •·*»>-—#【】[]《》"


def judge_title_again(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]
) -> dict[int, Verdict]:
    """Return verdicts for the title that comes back behind the last rule, and for what says nothing below it.

    Args:
        view: The folded text.
        lines: Its lines.
        marks: Its marks.
        verdicts: What is furniture so far.
    """
    numbered = [mark.line for mark in marks if mark.at_start and mark.labels[0].path and mark.line not in verdicts]
    if not numbered:
        return {}
    texts = {index: view.text[line.start : line.end] for index, line in enumerate(lines) if not line.blank}
    titles = {text.strip(_SIGNS) for index, text in texts.items() if index < numbered[0] and is_title(text)}
    tail = [index for index in texts if index > numbered[-1]]
    again = next((place for place, index in enumerate(tail) if texts[index].strip(_SIGNS) in titles), len(tail))
    below = tail[again:]
    left = [index for index in below if index not in verdicts]
    if len(below) - len(left) < _SEVERAL or any(says_rule(texts[index]) for index in left):
        return {}
    silent = {index for index in left if index == below[0] or not says_something(texts[index])}
    return dict.fromkeys(silent, Verdict(CHROME, 0.6))
