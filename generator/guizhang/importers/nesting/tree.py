"""Labels and the text between them become nested nodes; every piece of content ends up in exactly one node."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import islice
from math import exp

from guizhang.importers.furniture.margins import Body
from guizhang.importers.lines.breaks import wants_more
from guizhang.importers.lines.cells import has_cells, is_row
from guizhang.importers.lines.dates import is_date_line
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.labels import STRONG, Family
from guizhang.importers.lines.letterheads import is_remark, is_signature
from guizhang.importers.nesting.costs import PLAIN
from guizhang.importers.nesting.draft_nodes import Draft, freeze
from guizhang.importers.nesting.gathering import gathering
from guizhang.importers.nesting.heading_places import DOUBTED
from guizhang.importers.nesting.headings import is_lone_heading, split_heading
from guizhang.importers.nesting.inside_lists import counted_on, list_owner, within_list
from guizhang.importers.nesting.joining import Piece, Rows, absorb, is_entry, joins, strip
from guizhang.importers.nesting.list_ends import close_lists
from guizhang.importers.nesting.search import Placed
from guizhang.importers.nesting.unstopped import unstopped
from guizhang.importers.outline import Document, NodeType
from guizhang.zh.folding import Folded

_TYPES = {
    Family.PART: NodeType.PART,
    Family.CHAPTER: NodeType.CHAPTER,
    Family.SECTION: NodeType.SECTION,
    Family.ARTICLE: NodeType.ARTICLE,
    Family.CLAUSE: NodeType.SECTION,
    Family.HEADING: NodeType.SECTION,
}


def build(
    view: Folded,
    lines: Sequence[Line],
    full: frozenset[int],
    starts: list[int],
    body: Body,
    placed: Sequence[Placed],
    number: int,
    *,
    parted: bool = False,
    flush: frozenset[int] = frozenset(),
    closed: Mapping[int, int] | None = None,
) -> Document:
    """Return the document with its nodes.

    Args:
        view: The folded text.
        lines: All lines of the file.
        full: Indexes of the lines that go as far as the page is wide.
        starts: Where each of them starts in the view.
        body: The document's rules.
        placed: Its labels.
        number: Its place in the file, from 1.
        parted: Whether a blank line ends a paragraph, and a line without indent behind one a list of bullets.
        flush: Numbers from 1 of the lines that the format says begin a paragraph outside of all lists.
        closed: Numbers from 1 of the lines behind a list or table that the format says is over -> its first line.

    Reads: view, lines, full lines, a body, its placed labels. Writes: a document. Stands behind nesting; only here do offsets of the
    view become offsets of the source.
    """
    root = Draft(NodeType.PARAGRAPH, 0)
    labels = [item.label.start for item in placed]
    rows = Rows(starts, full, parted, unstopped(view, lines, starts, body.content, labels), flush, closed or {})
    runs = _runs(body, placed)
    _paragraphs(view, root, runs[0], placed[0] if placed else None, rows)
    drafts: list[Draft] = []
    group: dict[int, Draft] = {}  # parent's id() -> the lone heading that now gathers its items
    for index, item in enumerate(placed):
        parent = root if item.parent is None else drafts[item.parent].left or drafts[item.parent]
        draft = _labelled(item, parent)
        draft.parent = gathering(parent, item, group) or parent
        draft.parent.children.append(draft)
        drafts.append(draft)
        _paragraphs(view, root, _fill(view, draft, placed, index, runs[index + 1], rows), None, rows)
    close_lists(view, root)
    name = f"d{number}"
    title = view.printed(*body.title) if body.title else ""
    return Document(
        name,
        title.strip(),
        tuple(view.pieces(*body.title)) if body.title else (),
        (lines[body.extent.first].number, lines[body.extent.last].number),
        body.extent.confidence,
        freeze(view, root.children, name, starts),
    )


def _labelled(item: Placed, parent: Draft) -> Draft:
    """Return the node of a label below *parent*, without its words."""
    return Draft(
        _type_of(item.label.family, parent),
        item.label.start,
        (item.label.start, item.label.end),
        item.label.path,
        item.label.family,
        confidence=round(1 - 0.5 * exp(-item.margin), 2) if item.label.bias > DOUBTED else _GUESSED,
        bare=item.label.variant == PLAIN,
        inline=not item.mark.at_start,
    )


def _fill(
    view: Folded, draft: Draft, placed: Sequence[Placed], index: int, run: list[Piece], rows: Rows
) -> list[Piece]:
    """Give a node and those above it the pieces behind its label; return what belongs to the whole document.

    Args:
        view: The folded text.
        draft: The node, in its place.
        placed: The labels of the document.
        index: Which of them it has.
        run: The pieces up to the next label.
        rows: The lines of the file.
    """
    item = placed[index]
    following = placed[index + 1] if index + 1 < len(placed) else None
    below = following is not None and following.parent == index
    after = counted_on(placed, index) if below else following
    group_name = _group_name(view, item, run, following, below)
    own = run if following is not None else _before_signature(view, run)
    inside = within_list(view, draft, item, own, after, rows)
    if len(inside) < len(own):
        _paragraphs(view, draft, _words(view, draft, inside, below, rows), None, rows)
        pieces, owner = own[len(inside) :], list_owner(view, draft, own[len(inside)], following, rows)
        draft.left = owner
    else:
        pieces = _words(view, draft, own[: -1 if group_name else None], below, rows) + group_name
        owner = _owner(view, draft)
        if pieces and owner is not draft and below:
            # The points below stand behind the words above them: beside the list that is over, or with what leads to them in its last.
            leads = view.text[pieces[-1].start : pieces[-1].end].rstrip().endswith(":")
            draft.left, owner = (None, draft) if leads else (owner, owner)
    last = pieces if following is not None else _before_closing(view, pieces)
    _paragraphs(view, owner, last, following, rows)
    return pieces[len(last) :] + run[len(own) :]


_DASH = re.compile(r"[-–—] +(?=\S)")
_GUESSED = 0.6
"""How sure a heading is that only its look tells, and no other one like it."""
_BLANK_ABOVE = re.compile(r"\n\s*\n\s*$")
_NAME = 24
"""Longest name of who signs."""
_CLOSING = re.compile(
    r"附则(?:[:、]| |$)|(?:以上|本|此)(?:[一-龥]{0,6})(?:制度|规定|办法|守则|细则|规范|条例|手册|须知|规程|规则|标准|通知|流程|方案)"
    r"(?:[一-龥]{0,10}解释|[一-龥]{0,4}[自从由][^。]{0,30}(?:执行|施行|实施|生效|解释)|未尽事宜)|(?:最终)?解释权"
)
"""How the last words of a document begin; they belong to the whole of it, not to its last item."""


def _type_of(family: Family, parent: Draft) -> NodeType:
    """Return what a label begins below *parent*; a heading without a label is no section within a provision."""
    within = parent.type in (NodeType.ARTICLE, NodeType.ITEM)
    return NodeType.PARAGRAPH if family is Family.HEADING and within else _TYPES.get(family, NodeType.ITEM)


def _runs(body: Body, placed: Sequence[Placed]) -> list[list[Piece]]:
    """Return the pieces before the first label, then those behind each label up to the next."""
    runs: list[list[Piece]] = [[] for _ in range(len(placed) + 1)]
    at = 0
    covered = 0
    for start, end in body.content:
        # A label broken in two covers the beginning of its second line.
        place, heads = max(start, covered), start >= covered
        while at < len(placed) and placed[at].label.start < end:
            if placed[at].label.start > place:
                runs[at].append(Piece(place, placed[at].label.start, heads))
            place, heads = placed[at].label.end, False
            covered = place
            at += 1
        if place < end:
            runs[at].append(Piece(place, end, heads))
    return runs


def _group_name(view: Folded, item: Placed, pieces: list[Piece], following: Placed | None, below: bool) -> list[Piece]:
    """Return the last piece where it names the list behind it: (女员工) between 3. and a new 1., as the only such line."""
    if following is None or following.label.path != (1,) or following.label.family in STRONG or len(pieces) < 2:
        return []
    last = pieces[-1]
    words = view.text[last.start : last.end].strip()
    before = view.text[pieces[-2].start : pieces[-2].end].strip()
    # 2. 九月三十日止 / 冬装 / 1.: the list begins anew, so the short line is no text of 2.
    begins_anew = following.label.family is item.label.family
    sure = words[0] == "(" or begins_anew or not is_lone_heading(before)
    # 女员工： leads to a list beside the one above; over a list within 2. it is text of 2.
    leads = _leads(words) and begins_anew and not below
    lone = is_lone_heading(words) and sure and not has_cells(view, last.start, last.end)
    named = last.heads_line and (lone or leads)
    return [last] if named and not wants_more(before) else []


def _leads(words: str) -> bool:
    """Return whether a short line with a colon names the list behind it: 女员工：."""
    return words.endswith(":") and is_lone_heading(words[:-1])


def _words(view: Folded, draft: Draft, pieces: list[Piece], below: bool, rows: Rows) -> list[Piece]:
    """Give the node its title and first text from *pieces*; return what is left for paragraphs."""
    if not pieces:
        return []
    rest = deque(pieces)
    if rest[0].heads_line:
        # Nothing stands on the label's own line: 第一章 / 总则. A short line behind it is its heading or its text.
        first_line = bisect_right(rows.starts, rest[0].start) - bisect_right(rows.starts, draft.at)
        words = view.text[rest[0].start : rest[0].end]
        heading = split_heading(words, draft.type, followed=len(rest) > 1, parent_of_items=below)
        if first_line > 2 or (heading is None and is_lone_heading(words) and len(rest) == 1 and below):
            return list(rest)
    first = rest.popleft()
    start, end = strip(view, first.start, first.end)
    if draft.family in STRONG and not first.heads_line:
        # 第一条、为了…  第一章：总则: the sign belongs to neither label nor text.
        start = min(end, end - len(view.text[start:end].lstrip("、:., ")))
    elif draft.family is Family.STEP and (dash := _DASH.match(view.text[start:end])):
        start += dash.end()  # Step 1 - warning
    words = view.text[start:end]
    goes_on = bool(rest) and draft.family is not Family.HEADING and joins(view, words, rest[0], first, rows)
    followed = (bool(rest) and not goes_on) or draft.family is Family.ATTACHMENT
    heading = split_heading(words, draft.type, followed=followed, parent_of_items=below and not rest)
    if heading is not None:
        draft.title.append(strip(view, start + heading.start, start + heading.end))
        start += heading.rest
        if (
            start >= end
            and rest
            and followed
            and not (draft.bare or draft.family is Family.ATTACHMENT or _is_table(view, rest))
            and not rows.is_listed(rest[0])
        ):
            first = rest.popleft()
            start, end = strip(view, first.start, first.end)
    if start < end:
        draft.text.append((start, end))
        absorb(view, draft, first, rest, rows)
    return list(rest)


def _is_over(view: Folded, first: Piece, following: Piece) -> bool:
    """Return whether a short line stands behind a blank one and directly over a sentence: Purpose / This policy …."""
    words, said = (view.text[piece.start : piece.end].strip() for piece in (first, following))
    if (
        not (first.heads_line and following.heads_line and is_lone_heading(words))
        or wants_more(words)
        or is_entry(words, said)
    ):
        return False
    apart = _BLANK_ABOVE.search(view.text, max(0, first.start - _NAME), first.start)
    near = view.text.count("\n", first.end, following.start) == 1
    whole = ends_sentence(said) or len(said) > 2 * _NAME  # or as much of it as the page is wide
    return bool(apart) and near and whole and not has_cells(view, following.start, following.end)


def _is_table(view: Folded, pieces: Sequence[Piece]) -> bool:
    """Return whether the pieces begin with rows of a table; blanks alone make one of two rows at least."""
    rows = [has_cells(view, piece.start, piece.end) for piece in islice(pieces, 2)]
    return is_row(view, pieces[0].start, pieces[0].end) or (len(rows) > 1 and all(rows))


def _paragraphs(view: Folded, owner: Draft, pieces: list[Piece], following: Placed | None, rows: Rows) -> None:
    """Add the pieces to *owner* as paragraphs, joining wrapped lines."""
    rest = deque(pieces)
    while rest:
        first = rest.popleft()
        start, end = strip(view, first.start, first.end)
        if start >= end:
            continue
        draft = Draft(NodeType.PARAGRAPH, start, confidence=0.8)
        words = view.text[start:end]
        restart = following is not None and following.label.path == (1,) and following.label.family not in STRONG
        named = _is_name(view, start, end) and not (owner.parent is None and is_remark(words))
        if not rest and restart and first.heads_line and named:
            draft.title.append((start, end))
        else:
            if rest and _is_over(view, first, rest[0]):
                draft.title.append((start, end))
                first = rest.popleft()
                start, end = strip(view, first.start, first.end)
            draft.text.append((start, end))
            absorb(view, draft, first, rest, rows)
            if rows.is_listed(first):
                draft.type, draft.family = NodeType.ITEM, Family.BULLET
            draft.leads = not rest and restart and first.heads_line and words.endswith(":")
        draft.parent = owner
        owner.children.append(draft)


def _is_name(view: Folded, start: int, end: int) -> bool:
    """Return whether a line is as short as a heading, and neither a date nor a row of a table."""
    words = view.text[start:end]
    return is_lone_heading(words) and not is_date_line(words) and not has_cells(view, start, end)


def _before_closing(view: Folded, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces behind the last label up to where the document speaks of itself: who explains it, since when."""
    for place, piece in enumerate(pieces):
        if piece.heads_line and _CLOSING.match(view.text[piece.start : piece.end].lstrip()):
            return pieces[:place]
    return pieces


def _before_signature(view: Folded, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces behind the last label without the date at their end and the name above it."""
    texts = [view.text[piece.start : piece.end].strip() for piece in pieces]
    if not pieces or not pieces[-1].heads_line or not is_signature(texts[-1]) or _in_table(view, pieces[-2:]):
        return pieces
    named = len(pieces) > 1 and pieces[-2].heads_line and len(texts[-2]) <= _NAME and not ends_sentence(texts[-2])
    return pieces[: -2 if named else -1]


def _in_table(view: Folded, pieces: Sequence[Piece]) -> bool:
    """Return whether a line and the one above it are rows of a form, whose cells to sign stay with the others."""
    return len(pieces) > 1 and all(is_row(view, piece.start, piece.end) for piece in pieces)


def _owner(view: Folded, draft: Draft) -> Draft:
    """Return the node that unlabelled lines behind *draft* belong to.

    A list whose items end with ； and whose last ends with 。 is closed; what follows speaks about the whole again.
    """
    parent = draft.parent
    if draft.type is not NodeType.ITEM or parent is None or parent.family is None or not draft.text:
        return draft
    if not parent.text or view.text[parent.text[-1][1] - 1] != ":":
        return draft
    siblings = [child for child in parent.children if child.family is draft.family][:-1]
    ends = [view.text[child.text[-1][1] - 1] for child in siblings if child.text]
    closed = view.text[draft.text[-1][1] - 1] in "。."
    return parent if closed and ends and all(end in ";," for end in ends) else draft
