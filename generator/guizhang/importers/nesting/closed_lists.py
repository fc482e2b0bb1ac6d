"""Words behind a list or table that the format itself has closed: they are no part of its last item.

A web page says where its list ends, and a table of rules is over where its rows are.
"""

from __future__ import annotations

from bisect import bisect_right

from guizhang.importers.lines.labels import STRONG, Family
from guizhang.importers.nesting.draft_nodes import Draft
from guizhang.importers.nesting.joining import Piece, Rows
from guizhang.importers.nesting.search import Placed
from guizhang.zh.folding import Folded

_NEAR = 64


def owner_behind(view: Folded, draft: Draft, piece: Piece, following: Placed | None, rows: Rows) -> Draft | None:
    """Return the node that a line belongs to because it stands behind a closed list; ``None`` where it does not.

    Args:
        view: The folded text.
        draft: The node of the label before it.
        piece: The line.
        following: The next label; ``None`` behind the last.
        rows: The lines of the file.
    """
    first = rows.closed.get(bisect_right(rows.starts, piece.start))
    before = view.text[max(0, piece.start - _NEAR) : piece.start].rstrip()
    if first is None or not piece.heads_line or before.endswith(":"):
        return None
    start = rows.starts[first - 1]
    owner, item = draft, None
    while owner.parent is not None and owner.at >= start:
        if owner.family in STRONG and owner.family is not Family.HEADING:
            return None
        item, owner = owner, owner.parent
    return None if item is None or _goes_on(item, following) else owner


def _goes_on(item: Draft, following: Placed | None) -> bool:
    """Return whether the list counts on behind the words, as where its items are lists of their own."""
    if following is None or following.label.family is not item.family or item.family is Family.BULLET:
        return False
    return bool(item.path) and following.label.path == (*item.path[:-1], item.path[-1] + 1)
