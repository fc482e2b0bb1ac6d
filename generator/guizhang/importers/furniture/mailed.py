"""Rules in the body of a mail: its subject is their title, and what stands behind the head of a mail they answer is apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guizhang.importers.documents.boundaries import Extent
from guizhang.importers.furniture.chats import CHAT
from guizhang.importers.furniture.mails import MAIL, QUOTED, subject
from guizhang.importers.furniture.margins import Body, Discard
from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.verdicts import Verdict
from guizhang.zh.folding import Folded

_APART = 0.6
"""How sure it is that a mail below another one is a document of its own."""


def by_mail(
    lines: Sequence[Line], marks: Sequence[Mark], verdicts: Mapping[int, Verdict], extents: Sequence[Extent]
) -> list[Extent]:
    """Return the extents, parted where the head of another mail stands between rules.

    Reads: lines, marks, verdicts, extents. Writes: extents. Stands behind the search for titles, which a mail has none of.
    """
    labelled = sorted({mark.line for mark in marks if mark.at_start and mark.line not in verdicts})
    out: list[Extent] = []
    for extent in extents:
        left = extent
        for head in _heads(lines, verdicts, extent):
            below = next((i for i in range(head, left.last + 1) if not lines[i].blank and i not in verdicts), None)
            ruled = [
                sum(low <= i < high for i in labelled) for low, high in ((left.first, head), (head, left.last + 1))
            ]
            if below is None or min(ruled) < 1:
                continue
            if verdicts[head].reason == CHAT and below in labelled:
                continue  # a question between two rules of one list
            above = max(i for i in range(left.first, head) if not lines[i].blank and i not in verdicts)
            out.append(replace(left, last=above))
            left = Extent(below, left.last, None, _APART)
        out.append(left)
    return out


def _heads(lines: Sequence[Line], verdicts: Mapping[int, Verdict], extent: Extent) -> list[int]:
    """Return the first index of each head of a mail, or of who speaks in a chat and what is said, within an extent: two lines of it at least."""
    filled = [i for i in range(extent.first, extent.last + 1) if not lines[i].blank]
    found: list[int] = []
    for before, index, behind in zip(filled, filled[1:], filled[2:], strict=False):
        mail = [place in verdicts and verdicts[place].reason in (MAIL, CHAT) for place in (before, index, behind)]
        if mail == [False, True, True]:
            found.append(index)
    return found


def with_subjects(
    view: Folded, lines: Sequence[Line], verdicts: Mapping[int, Verdict], bodies: list[Body], discards: list[Discard]
) -> tuple[list[Body], list[Discard]]:
    """Return the bodies, those that stand below the head of a mail and have no title with its subject for one.

    Reads: view, lines, verdicts, bodies, discards. Writes: bodies, discards. Stands behind the trimming, which finds titles that
    are printed over the rules; these go first.
    """
    out: list[Body] = []
    for body in bodies:
        found = _subject(view, lines, verdicts, body) if body.title is None else None
        if found is None:
            out.append(body)
            continue
        line, span = found
        out.append(replace(body, title=span))
        discards = [
            replace(one, end=span[0]) if one.start == line.start and one.end == line.end else one for one in discards
        ]
    return out, discards


def _subject(
    view: Folded, lines: Sequence[Line], verdicts: Mapping[int, Verdict], body: Body
) -> tuple[Line, tuple[int, int]] | None:
    """Return the line with the subject of the mail whose head stands right above a body, and the span of its words."""
    for index in range(body.extent.first - 1, -1, -1):
        if lines[index].blank or (index in verdicts and verdicts[index].reason == QUOTED):
            continue
        if index not in verdicts or verdicts[index].reason != MAIL:
            return None
        if (span := subject(view, lines[index])) is not None:
            return lines[index], span
    return None
