"""A regulation's tree as the blocks and rows a page shows, in printed order.

A block is an article (or, in rules without articles, a numbered heading) with the rows below it; a row is one paragraph
or item, and each language's half of it stands side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from guizhang.model.numbering import printed_label
from guizhang.model.regulation import HEADING_LEVELS, Level, Node, Norm, Place, Regulation
from guizhang.model.text import LANGS, Text
from guizhang.site.paths import anchor_of, makes_page
from guizhang.site.texts import Pair, Prose

_HEADLESS = "text"
_WIDEST_LABEL = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph or item."""

    text: Pair | None
    label: Text | None = None
    """Printed label of an item: （一） / (1)."""
    title: Text | None = None
    depth: int = 0
    """0 for a paragraph, 1 for an item, 2 for an item below an item."""
    width: int = 0
    """Room the labels of this list need, in em, so that all its items align."""
    norm: Norm | None = None
    word: bool = False
    """Whether the norm's word is printed: on the first row of a run only."""
    anchor: str | None = None


@dataclass(slots=True)
class Block:
    """An article, a heading, or loose rows without a head of their own."""

    kind: str
    """``article``, ``heading`` or ``text``."""
    anchor: str | None = None
    address: str | None = None
    """Permanent address, for copied links."""
    label: Text | None = None
    title: Text | None = None
    depth: int = 2
    """Level of its HTML heading."""
    stale_title: bool = False
    rows: list[Row] = field(default_factory=list)


def blocks(prose: Prose, regulation: Regulation, places: tuple[Place, ...]) -> list[Block]:
    """Return the blocks of *places* and everything below them.

    Args:
        prose: Renders the texts.
        regulation: The regulation they belong to.
        places: Siblings in printed order; what has a page of its own is left out.
    """
    out: list[Block] = []
    for place in places:
        if not makes_page(place.node):
            _add(out, prose, regulation, place, heading_depth=2)
    return out


def children(place: Place) -> tuple[Place, ...]:
    """Return the places of the nodes directly below *place*."""
    above = (*place.ancestors, place.node)
    return tuple(
        Place(place.regulation, child, above, (*place.loc, "body", i)) for i, child in enumerate(place.node.body)
    )


def top(regulation: Regulation) -> tuple[Place, ...]:
    """Return the places directly below *regulation*."""
    return tuple(Place(regulation, node, (), ("body", i)) for i, node in enumerate(regulation.body))


def heads_a_block(place: Place) -> bool:
    """Tell whether *place* opens a block: an article, or a numbered heading of rules without articles."""
    node = place.node
    if node.level is Level.ARTICLE:
        return True
    outside = not any(above.level is Level.ARTICLE for above in place.ancestors)
    return node.level is Level.ITEM and outside and node.title is not None and bool(node.body or node.text)


def label_of(place: Place) -> Text | None:
    """Return the printed label in both languages; articles are abbreviated as margins do it."""
    zh, en = (printed_label(place, lang) for lang in LANGS)
    return Text(zh=zh, en=en.replace("Article ", "Art. ")) if zh or en else None


def title_of(prose: Prose, place: Place) -> Text | None:
    """Return the heading of a node with its figures printed."""
    return prose.words(place.node.title, place) if place.node.title else None


def _add(out: list[Block], prose: Prose, regulation: Regulation, place: Place, heading_depth: int) -> None:
    node = place.node
    if node.level in HEADING_LEVELS:
        anchor, label = anchor_of(place), label_of(place)
        out.append(Block("heading", anchor, _address(place), label, title_of(prose, place), heading_depth))
        if node.text is not None:
            out.append(Block(_HEADLESS, rows=[_row(prose, place, None)]))
        for child in children(place):
            _add(out, prose, regulation, child, heading_depth + 1)
        return
    if heads_a_block(place):
        out.append(_article(prose, place, heading_depth))
        return
    if not out or out[-1].kind != _HEADLESS:
        out.append(Block(_HEADLESS))
    for row in _rows(prose, place, out[-1].rows[-1].norm if out[-1].rows else None):
        out[-1].rows.append(row)


def _article(prose: Prose, place: Place, depth: int) -> Block:
    node = place.node
    stale = prose.stale(place) is not None
    block = Block("article", anchor_of(place), _address(place), label_of(place), title_of(prose, place), depth, stale)
    if node.text is not None:
        block.rows.append(_row(prose, place, None, label=None, title=None))
    for child in children(place):
        last = block.rows[-1].norm if block.rows else None
        block.rows.extend(_rows(prose, child, last))
    return block


def _rows(prose: Prose, place: Place, last: Norm | None) -> Iterator[Row]:
    """Yield the row of *place* and those of everything below it."""
    row = _row(prose, place, last, label=label_of(place), title=title_of(prose, place))
    yield row
    for child in children(place):
        for below in _rows(prose, child, row.norm if row.norm is not None else last):
            yield below
            row = below


def _row(prose: Prose, place: Place, last: Norm | None, *, label: Text | None = None, title: Text | None = None) -> Row:
    node = place.node
    norm = place.norm
    depth = sum(n.level is Level.ITEM and n.title is None for n in place.ancestors) + (label is not None)
    return Row(
        text=prose.pair(node.text, place, stale=prose.stale(place)) if node.text else None,
        label=label,
        title=title,
        depth=min(depth, 4),
        width=_label_width(place) if label else 0,
        norm=norm,
        word=norm is not None and (norm != last or node.level is not Level.ITEM),
        anchor=node.id if node.level is not Level.ARTICLE else None,
    )


def _label_width(place: Place) -> int:
    siblings: tuple[Node, ...] = place.ancestors[-1].body if place.ancestors else place.regulation.body
    widest = 0
    for i, node in enumerate(siblings):
        if node.level is Level.ITEM:
            sibling = Place(place.regulation, node, place.ancestors, (*place.loc[:-1], i))
            label = printed_label(sibling, "zh")
            # Han characters and full-width brackets take an em each, the rest about half of one.
            widest = max(widest, round(sum(1 if ord(c) > 0x2E7F else 0.56 for c in label) + 0.2))
    return max(2, min(widest, _WIDEST_LABEL))


def _address(place: Place) -> str | None:
    return f"{place.regulation.id}/{place.node.id}" if place.node.id else None
