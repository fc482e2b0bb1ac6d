"""What comes back after all votes: lines taken for the place they stand at that belong to the title below them.

Whose rules they are, their number and version, the title in another language or the first half of it stand between a page's
own lines and the rules, and say nothing of either; the title below tells.
"""

from __future__ import annotations

import re
from itertools import pairwise

from guizhang.importers.documents.head_signs import is_first
from guizhang.importers.furniture.chats import CHAT
from guizhang.importers.furniture.chrome import speaks_of_page
from guizhang.importers.furniture.mails import MAIL, QUOTED
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import LONG_HEADING, heads_title, is_signature, leads_in
from guizhang.importers.lines.titles import title_score
from guizhang.importers.lines.verdicts import ADVERT, CHROME, COMMENTS, PREFACE, TEASER, Verdict
from guizhang.zh.folding import Folded

_TITLE = 2.0
_BY_PLACE = frozenset((ADVERT, CHROME, COMMENTS, PREFACE, TEASER, MAIL, QUOTED, CHAT))
_HALF = re.compile(r"关于[^。,;:]{6,}")
"""The first half of a title that its line is too short for."""
_NAME = re.compile(r"[《【]?[\w一-鿿、（）() ]{3,24}[》】]?(?<!\d)")
"""Words that may be a title, whatever they say: no clause, no date, no sign of a list before them."""


def spare(view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """Return the verdicts less those that part a title from what is its own; none where they would throw away the whole file.

    Reads: view, lines, marks, verdicts. Writes: verdicts. Stands behind all votes and before anything acts on them.
    """
    if all(line.blank or index in verdicts for index, line in enumerate(lines)):
        return {}
    filled = [index for index, line in enumerate(lines) if not line.blank]
    labels = {mark.line: mark for mark in reversed(marks) if mark.at_start}
    left = dict(verdicts)
    for above, below in reversed(list(pairwise(filled))):
        if above not in left or below in left or left[above].reason not in _BY_PLACE:
            continue
        over, text = (view.text[lines[index].start : lines[index].end] for index in (above, below))
        if above in labels and not leads_in(over):
            continue
        first = below in labels and is_first(labels[below])
        if not speaks_of_page(over) and _belongs(over, text, first):
            del left[above]
    return left


def _belongs(over: str, text: str, first: bool) -> bool:
    """Return whether *over* is a part of the title *text*, or of what stands over it.

    Args:
        over: A line.
        text: The line below.
        first: Whether this is the first of a list.
    """
    titled = title_score(text) >= _TITLE
    if heads_title(over):
        return titled or first or heads_title(text) or _HALF.fullmatch(text) is not None
    if len(over) > LONG_HEADING or ends_sentence(over) or is_signature(over):
        return False
    if first and _NAME.fullmatch(over):
        return True  # rules begin somewhere, and a title stands over them whatever its words
    if title_score(over) >= _TITLE:
        # Links are titles as well; only what stands right over the rules is theirs.
        return first or (titled and has_han(over) != has_han(text))
    return titled and _HALF.fullmatch(over) is not None and title_score(over + text) >= _TITLE
