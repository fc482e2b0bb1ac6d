"""How far the words behind the label of an item reach: where its list has ended, what follows speaks for what the list stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.lines.labels import STRONG, Family
from guizhang.importers.nesting.closed_lists import owner_behind
from guizhang.importers.nesting.draft_nodes import Draft
from guizhang.importers.nesting.headings import is_lone_heading
from guizhang.importers.nesting.joining import Piece, Rows
from guizhang.importers.nesting.search import Placed
from guizhang.importers.outline import NodeType
from guizhang.zh.folding import Folded

_UNINDENTED = re.compile(r"\n\s*\n\Z")
_BLANK_ABOVE = re.compile(r"\n[ \t]*\n[ \t]*\Z")
_NEAR = 64
_SEVERAL = 2
_STOPS = tuple("。.;!?:,")


def within_list(
    view: Folded, draft: Draft, item: Placed, pieces: list[Piece], following: Placed | None, rows: Rows
) -> list[Piece]:
    """Return the pieces behind a label that still stand in its list.

    Args:
        view: The folded text.
        draft: The node of the label, in its place.
        item: The label.
        pieces: What stands behind it, up to the next label.
        following: The next label that may go on its list; ``None`` where there is none.
        rows: The lines of the file.
    """
    for place, piece in enumerate(pieces):
        if piece.heads_line and (
            owner_behind(view, draft, piece, following, rows) is not None
            or (
                (place or item.mark.at_start) and _is_outside(view, draft, item, pieces[:place], piece, following, rows)
            )
        ):
            return pieces[:place]
    return pieces


def list_owner(view: Folded, draft: Draft, piece: Piece, following: Placed | None, rows: Rows) -> Draft:
    """Return the node that the list of *draft* stands in, to which *piece* behind it belongs.

    Of bullets it is whatever bullets they are below, of items in a line what the line stands in.
    """
    closed = owner_behind(view, draft, piece, following, rows)
    if closed is not None:
        return closed
    owner = draft.parent
    while (
        owner is not None
        and owner.parent is not None
        and (owner.family is Family.BULLET if draft.family is Family.BULLET else owner.inline)
    ):
        owner = owner.parent
    return owner or draft


def counted_on(placed: Sequence[Placed], index: int) -> Placed | None:
    """Return the label that counts on behind one, past the lists below it; ``None`` where its own list ends there."""
    item = placed[index]
    for place in range(index + 1, len(placed)):
        other = placed[place]
        if other.parent == item.parent:
            counts = other.label.path[:-1] == item.label.path[:-1] and other.label.path[-1:] > item.label.path[-1:]
            return other if counts and other.label.family is item.label.family else None
        if other.parent is None or (item.parent is not None and other.parent < item.parent):
            return None
    return None


def _is_outside(
    view: Folded,
    draft: Draft,
    item: Placed,
    before: list[Piece],
    piece: Piece,
    following: Placed | None,
    rows: Rows,
) -> bool:
    """Return whether the line of *piece*, behind *before* and the label, stands outside the list of the label."""
    above = view.text[max(0, piece.start - _NEAR) : piece.start]
    flush = bisect_right(rows.starts, piece.start) in rows.flush
    if draft.family is Family.BULLET and ((rows.parted and _UNINDENTED.search(above)) or flush):
        return True
    if draft.family is Family.BULLET and not rows.parted and _is_behind_entries(view, draft, before, piece, rows):
        return True
    if draft.type is not NodeType.ITEM or draft.family in STRONG:
        return False
    if draft.inline:
        return _ends_line(view, draft, before, rows, apart=flush or _BLANK_ABOVE.search(above) is not None)
    return (
        not rows.parted
        and _BLANK_ABOVE.search(above) is not None
        and _is_tight(view, draft)
        and _column(view, piece.start) <= _column(view, draft.at)
        and not view.text[piece.start].islower()
        and (draft.family is Family.BULLET or not _goes_on(item, following))
    )


def _is_behind_entries(view: Folded, draft: Draft, before: list[Piece], piece: Piece, rows: Rows) -> bool:
    """Return whether a sentence stands behind short points, a few words each and none with a stop: - with a client / At most 100 a ride."""
    siblings = _siblings(draft)[:-1]
    if len(before) != 1 or not siblings or any(len(one.text) != 1 or one.children for one in siblings):
        return False
    own = view.text[before[0].start : before[0].end].strip()
    entries = [own, *(view.text[start:end].strip() for one in siblings for start, end in one.text)]
    short = bisect_right(rows.starts, before[0].start) - 1 not in rows.full
    said = view.text[piece.start : piece.end].strip()
    return (
        short
        and is_lone_heading(own)
        and not any(entry.endswith(_STOPS) for entry in entries)
        and ends_sentence(said)
        and len(said) > len(own)
        and not said[0].islower()
        and _column(view, piece.start) <= _column(view, draft.at)
    )


def _ends_line(view: Folded, draft: Draft, before: list[Piece], rows: Rows, *, apart: bool) -> bool:
    """Return whether the line in which all of a list stands ends its last sentence, and is not broken off by the page's width."""
    if not before or not all(one.inline for one in _siblings(draft)):
        return False
    full = bisect_right(rows.starts, before[-1].start) - 1 in rows.full
    return (apart or not full) and ends_sentence(view.text[before[0].start : before[-1].end].strip())


def _is_tight(view: Folded, draft: Draft) -> bool:
    """Return whether the items of a list stand line under line, with no blank one between them."""
    items = _siblings(draft)
    if len(items) < _SEVERAL:
        return False
    return not re.search(r"\n[ \t]*\n", view.text[items[0].at : draft.at])


def _siblings(draft: Draft) -> list[Draft]:
    """Return the items of the list of *draft* up to it, without those of another list further up."""
    found: list[Draft] = []
    for child in reversed(draft.parent.children if draft.parent is not None else []):
        if child.family is not draft.family:
            break
        found.append(child)
    return found[::-1]


def _goes_on(item: Placed, following: Placed | None) -> bool:
    """Return whether the list counts on behind the words."""
    return following is not None and following.parent == item.parent and following.label.family is item.label.family


def _column(view: Folded, place: int) -> int:
    return place - view.text.rfind("\n", 0, place) - 1
