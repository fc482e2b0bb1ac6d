"""Labels and the text between them become nested nodes; every piece of content ends up in exactly one node."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from guizhang.importers.breaks import wants_more
from guizhang.importers.headings import is_lone_heading, split_heading
from guizhang.importers.labels import STRONG, Family
from guizhang.importers.lines import Line, ends_sentence
from guizhang.importers.margins import Body
from guizhang.importers.nesting import Placed
from guizhang.importers.outline import Document, Node, NodeType, Span
from guizhang.zh.folding import Folded

_TYPES = {
    Family.PART: NodeType.PART,
    Family.CHAPTER: NodeType.CHAPTER,
    Family.SECTION: NodeType.SECTION,
    Family.ARTICLE: NodeType.ARTICLE,
    Family.CLAUSE: NodeType.SECTION,
    Family.HEADING: NodeType.SECTION,
}
_LINE_END = re.compile(r"\s*\n\s*")
_NAMED = re.compile(r"[^\s,。;:()]{2,8} ?:")
_SIGN = re.compile(
    r"(?:第?[\d一二三四五六七八九十百]{1,4}[章节条]|[(]?[\d一二三四五六七八九十a-zA-Z]{1,3}[)、.]+|[①-⑳⑴-⒛])\s*"
)
_SIGN_LENGTH = 8
_WRAP = 20
"""Shortest line, in characters, that may be one half of a sentence broken by the page's width."""


@dataclass(slots=True)
class _Draft:
    """A node while it is put together; spans are of the view."""

    type: NodeType
    at: int
    label: Span | None = None
    path: tuple[int, ...] = ()
    family: Family | None = None
    title: list[Span] = field(default_factory=list)
    text: list[Span] = field(default_factory=list)
    confidence: float = 0.9
    parent: _Draft | None = None
    children: list[_Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Content without a label in it, within one line."""

    start: int
    end: int
    heads_line: bool
    """Whether it begins its line, with no label before it."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where the lines of the view stand."""

    starts: list[int]
    full: frozenset[int]
    """Indexes of those that go as far as the page is wide."""


def build(
    view: Folded,
    lines: Sequence[Line],
    full: frozenset[int],
    starts: list[int],
    body: Body,
    placed: Sequence[Placed],
    number: int,
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

    Reads: view, lines, full lines, a body, its placed labels. Writes: a document. Stands behind nesting; only here do offsets of the
    view become offsets of the source.
    """
    root = _Draft(NodeType.PARAGRAPH, 0)
    rows = _Rows(starts, full)
    runs = _runs(body, placed)
    _paragraphs(view, root, runs[0], placed[0] if placed else None, rows)
    drafts: list[_Draft] = []
    group: dict[int, _Draft] = {}  # parent's id() -> the lone heading that now gathers its items
    for index, item in enumerate(placed):
        parent = root if item.parent is None else drafts[item.parent]
        draft = _Draft(
            _TYPES.get(item.label.family, NodeType.ITEM),
            item.label.start,
            (item.label.start, item.label.end),
            item.label.path,
            item.label.family,
            confidence=round(1 - 0.5 * exp(-item.margin), 2),
        )
        heading = _gathering(parent, item, group)
        draft.parent = heading or parent
        draft.parent.children.append(draft)
        drafts.append(draft)
        below = index + 1 < len(placed) and placed[index + 1].parent == index
        following = placed[index + 1] if index + 1 < len(placed) else None
        group_name = _group_name(view, item, runs[index + 1], following)
        pieces = _words(view, draft, runs[index + 1][: -1 if group_name else None], below, rows) + group_name
        _paragraphs(view, _owner(view, draft), pieces, following, rows)
    name = f"d{number}"
    title = view.printed(*body.title) if body.title else ""
    return Document(
        name,
        title.strip(),
        tuple(view.pieces(*body.title)) if body.title else (),
        (lines[body.extent.first].number, lines[body.extent.last].number),
        body.extent.confidence,
        _freeze(view, root.children, name, starts),
    )


def _runs(body: Body, placed: Sequence[Placed]) -> list[list[_Piece]]:
    """Return the pieces before the first label, then those behind each label up to the next."""
    runs: list[list[_Piece]] = [[] for _ in range(len(placed) + 1)]
    at = 0
    covered = 0
    for start, end in body.content:
        # A label broken in two covers the beginning of its second line.
        place, heads = max(start, covered), start >= covered
        while at < len(placed) and placed[at].label.start < end:
            if placed[at].label.start > place:
                runs[at].append(_Piece(place, placed[at].label.start, heads))
            place, heads = placed[at].label.end, False
            covered = place
            at += 1
        if place < end:
            runs[at].append(_Piece(place, end, heads))
    return runs


def _group_name(view: Folded, item: Placed, pieces: list[_Piece], following: Placed | None) -> list[_Piece]:
    """Return the last piece where it names the list behind it: (女员工) between 3. and a new 1., as the only such line."""
    if following is None or following.label.path != (1,) or following.label.family in STRONG or len(pieces) < 2:
        return []
    last = pieces[-1]
    words = view.text[last.start : last.end].strip()
    before = view.text[pieces[-2].start : pieces[-2].end].strip()
    # 2. 九月三十日止 / 冬装 / 1.: the list begins anew, so the short line is no text of 2.
    begins_anew = following.label.family is item.label.family
    sure = words[0] == "(" or begins_anew or not is_lone_heading(before)
    named = last.heads_line and is_lone_heading(words) and sure
    return [last] if named and not wants_more(before) else []


def _strip(view: Folded, start: int, end: int) -> Span:
    text = view.text[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip())) if text.strip() else start


def _words(view: Folded, draft: _Draft, pieces: list[_Piece], below: bool, rows: _Rows) -> list[_Piece]:
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
    start, end = _strip(view, first.start, first.end)
    if draft.family in STRONG and not first.heads_line:
        # 第一条、为了…  第一章：总则: the sign belongs to neither label nor text.
        start = min(end, end - len(view.text[start:end].lstrip("、:., ")))
    words = view.text[start:end]
    followed = bool(rest) and not _joins(view, words, rest[0], first, rows)
    heading = split_heading(words, draft.type, followed=followed, parent_of_items=below and not rest)
    if heading is not None:
        draft.title.append(_strip(view, start + heading.start, start + heading.end))
        start += heading.rest
        if start >= end and rest and followed:
            first = rest.popleft()
            start, end = _strip(view, first.start, first.end)
    if start < end:
        draft.text.append((start, end))
        _absorb(view, draft, first, rest, rows)
    return list(rest)


def _absorb(view: Folded, draft: _Draft, first: _Piece, rest: deque[_Piece], rows: _Rows) -> None:
    """Join lines that go on the text's last sentence."""
    before = first
    while rest and _joins(view, view.text[before.start : before.end], rest[0], before, rows):
        before = rest.popleft()
        draft.text.append(_strip(view, before.start, before.end))


def _joins(view: Folded, words: str, after: _Piece, before: _Piece, rows: _Rows) -> bool:
    """Return whether *after* goes on the sentence that *before* leaves open."""
    words = words.rstrip()
    if (
        after.end - after.start <= _SIGN_LENGTH
        and _SIGN.fullmatch(words)
        and _SIGN.fullmatch(view.text, after.start, after.end)
    ):
        return True  # signs that label nothing
    if not words or ends_sentence(words) or not after.heads_line:
        return False
    if wants_more(words):
        return True
    following = view.text[after.start : after.end].lstrip()
    if _NAMED.match(following):
        return False  # 编制：… and 联系人：… begin anew
    if words[-1] in ",、(《“-" or following[:1] in ",、。;)》”" or following[:1].islower():
        return True
    index = bisect_right(rows.starts, before.start) - 1
    adjacent = bisect_right(rows.starts, after.start) - index == 2
    if adjacent and any(sign in words for sign in ",、;") and not is_lone_heading(words):
        return True
    if not adjacent:
        return len(words) >= _WRAP + 8
    return index in rows.full or before.end - rows.starts[index] >= _WRAP


def _paragraphs(view: Folded, owner: _Draft, pieces: list[_Piece], following: Placed | None, rows: _Rows) -> None:
    """Add the pieces to *owner* as paragraphs, joining wrapped lines."""
    rest = deque(pieces)
    while rest:
        first = rest.popleft()
        start, end = _strip(view, first.start, first.end)
        if start >= end:
            continue
        draft = _Draft(NodeType.PARAGRAPH, start, confidence=0.8)
        words = view.text[start:end]
        restart = following is not None and following.label.path == (1,) and following.label.family not in STRONG
        if not rest and restart and first.heads_line and is_lone_heading(words):
            draft.title.append((start, end))
        else:
            draft.text.append((start, end))
            _absorb(view, draft, first, rest, rows)
        draft.parent = owner
        owner.children.append(draft)


def _gathering(parent: _Draft, item: Placed, group: dict[int, _Draft]) -> _Draft | None:
    """Return the lone heading that *item* belongs under, where its list begins anew behind one."""
    siblings = parent.children
    family = item.label.family
    if item.label.path == (1,) and siblings:
        last = _last_leaf(siblings[-1])
        if last.title and not last.text and last.type is NodeType.PARAGRAPH:
            earlier = any(child.family is family for child in siblings) or id(parent) in group
            if earlier:
                _move(last, parent)
                if id(parent) not in group:
                    _gather_first(parent, last, family)
                group[id(parent)] = last
                return last
    gathered = group.get(id(parent))
    if gathered is not None and siblings and siblings[-1] is gathered:
        last_item = next((child for child in reversed(gathered.children) if child.family is family), None)
        # The list outside goes on where the numbers do not: 1. 2. in the group, then 5.
        goes_on = last_item is not None and item.label.path[-1:] == tuple(n + 1 for n in last_item.path[-1:])
        return gathered if last_item is not None and (goes_on or not item.label.path) else None
    return None


def _gather_first(parent: _Draft, current: _Draft, family: Family) -> None:
    """Put the first group under its heading too, now that a second one shows that there are groups."""
    heading: _Draft | None = None
    for child in list(parent.children):
        if child is current:
            break
        if child.type is NodeType.PARAGRAPH:
            heading = child if child.title and not child.text else None
        elif heading is not None and child.family is family:
            parent.children.remove(child)
            child.parent = heading
            heading.children.append(child)


def _last_leaf(draft: _Draft) -> _Draft:
    while draft.children:
        draft = draft.children[-1]
    return draft


def _move(draft: _Draft, parent: _Draft) -> None:
    if draft.parent is not None and draft.parent is not parent:
        draft.parent.children.remove(draft)
        draft.parent = parent
        parent.children.append(draft)


def _owner(view: Folded, draft: _Draft) -> _Draft:
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


def _freeze(view: Folded, drafts: list[_Draft], name: str, starts: list[int]) -> tuple[Node, ...]:
    nodes = []
    for place, draft in enumerate(drafts, start=1):
        own = f"{name}.{place}"
        # The end of a line may stand within a label; it is layout, not part of the number.
        label = _LINE_END.sub("", view.printed(*draft.label)) if draft.label else ""
        spans = [*([draft.label] if draft.label else []), *draft.title, *draft.text]
        number = None
        if draft.path and draft.family is not Family.HEADING:
            number = draft.path[0] if draft.family is Family.ARTICLE else draft.path[-1]
        nodes.append(
            Node(
                own,
                draft.type,
                label,
                number,
                draft.path if draft.family is not Family.HEADING else (),
                draft.family.value if draft.family else "",
                _text(view, draft.title),
                _text(view, draft.text),
                bisect_right(starts, draft.at),
                tuple(span for low, high in spans for span in view.pieces(low, high)),
                draft.confidence,
                _freeze(view, draft.children, own, starts),
            )
        )
    return tuple(nodes)


def _text(view: Folded, spans: list[Span]) -> str:
    """Return the stored text of *spans*, lines joined as the script wants it: Latin words keep a blank between them."""
    out = ""
    for start, end in spans:
        part = view.printed(start, end)
        if out and part and out[-1].isascii() and part[0].isascii() and (out[-1].isalnum() or out[-1] in ",.;:)"):
            out += " "
        out += part
    return out
