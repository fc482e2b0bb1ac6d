"""A regulation's tree as the blocks and rows a page shows, in printed order.

A block is an article (or, in rules without articles, a numbered heading) with the rows below it; a row is one paragraph
or item, and each language's half of it stands side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from guizhang.model.numbering import cited_label, printed_label
from guizhang.model.passages import below, rules_in
from guizhang.model.regulation import HEADING_LEVELS, Level, Node, Norm, Place, Regulation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.paths import anchor_of, makes_page
from guizhang.site.texts import Marker, Pair, Prose

Markers = Callable[[Place], Marker]
"""Makes the finder of links for an article; each article counts its first uses of a term anew."""

_HEADLESS = "text"
_WIDEST_LABEL = 8
_OPENINGS = {
    "zh": (18, re.compile("[，；。：！？,;]"), re.compile("[\\w.:%]+$", re.ASCII)),
    "en": (44, re.compile(r"[,;.:!?](?!\S)"), re.compile(r"\s\S*$")),
}
"""By language: characters that the first words of an article may have, what ends a clause, and what is not cut in two."""
_Widths = tuple[int, int]
_NO_LABEL: _Widths = (0, 0)
_MOST_COLUMNS = 8
"""A table of more columns is printed with the last ones wrapped: the style sheet knows no wider one."""


@dataclass(frozen=True, slots=True)
class Held:
    """The provision a row belongs to."""

    address: str | None
    roles: tuple[str, ...] = ()
    """Whom it binds; none means everyone."""
    rules: int = 1
    """How many it counts for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph or item."""

    text: Pair | None
    label: Text | None = None
    """Printed label of an item: （一） / (1)."""
    title: Text | None = None
    depth: int = 0
    """0 for a paragraph, 1 for an item, 2 for an item below an item."""
    widths: _Widths = (0, 0)
    """Room the labels of this list need in Chinese and in English, in em, so that all its items align."""
    norm: Norm | None = None
    word: bool = False
    """Whether the norm's word is printed: on the first row of a run only."""
    anchor: str | None = None
    stale: Lang | None = None
    """The language whose title was made from an older source, where there is no text to say so."""
    columns: int = 0
    """Columns of the table it is a row of, all rows of which stand one below the other; 0 for a paragraph."""
    held: Held | None = None
    """The provision it belongs to; ``None`` for a preamble and the like."""


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
    opening: Text | None = None
    """How it begins, where it has no title."""
    depth: int = 2
    """Level of its HTML heading."""
    stale: Lang | None = None
    """The language whose title was made from an older source, where no row says so."""
    roles: tuple[str, ...] = ()
    """Whom it binds; none means everyone."""
    rules: int = 1
    """How many it counts for."""
    rows: list[Row] = field(default_factory=list)


def blocks(
    prose: Prose, regulation: Regulation, places: tuple[Place, ...], markers: Markers | None = None
) -> list[Block]:
    """Return the blocks of *places* and everything below them.

    Args:
        prose: Renders the texts.
        regulation: The regulation they belong to.
        places: Siblings in printed order; what has a page of its own is left out.
        markers: Makes the finder of links for each article; without one nothing is linked.
    """
    out: list[Block] = []
    for place in places:
        if not makes_page(place.node):
            _add(out, prose, regulation, place, 2, markers)
    for block in out:
        if any(row.columns for row in block.rows):
            block.rows = [row for _, run in groupby(block.rows, _is_cells) for row in _aligned(list(run))]
    return out


def _is_cells(row: Row) -> bool:
    return row.columns > 0


def _aligned(run: list[Row]) -> list[Row]:
    """Return the rows of a table with as many columns each as the longest has."""
    most = min(max(row.columns for row in run), _MOST_COLUMNS)
    return [replace(row, columns=most) if row.columns else row for row in run]


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
    if place.node.article is not None:
        return True
    return opens_a_block(place.node, inside=any(above.article is not None for above in place.ancestors))


def opens_a_block(node: Node, *, inside: bool) -> bool:
    """Tell the same of a *node* that is *inside* an article or not."""
    if node.article is not None:
        return True
    return not inside and node.title is not None and node.level is Level.ITEM and bool(node.body or node.text)


def label_of(place: Place) -> Text | None:
    """Return the printed label in both languages; articles are abbreviated as margins do it."""
    if place.node.number is None:
        return None
    return _label(printed_label(place, "zh"), printed_label(place, "en"))


def cited_as(place: Place) -> Text | None:
    """Return the number by which a sentence or a link cites a node, in both languages."""
    return _label(cited_label(place, "zh"), cited_label(place, "en"))


@lru_cache(maxsize=1 << 12)
def _label(zh: str, en: str) -> Text | None:
    return Text.model_construct(zh=zh or None, en=en.replace("Article ", "Art. ") or None) if zh or en else None


def title_of(prose: Prose, place: Place) -> Text | None:
    """Return the heading of a node with its figures printed."""
    return prose.words(place.node.title, place) if place.node.title else None


def opening(prose: Prose, place: Place) -> Text | None:
    """Return the first words of an article without a title: a list of bare numbers tells nobody where to look."""
    if place.node.title is not None:
        return None
    said = next((p for p in (place, *children(place)) if p.node.text is not None), None)
    if said is None or said.node.text is None:
        return None
    text = prose.words(said.node.text, said)
    return Text(**{lang: _first_words(line, lang) for lang in LANGS if (line := (text.get(lang) or "").strip())})


def _first_words(text: str, lang: Lang) -> str:
    """Return the first clause of *text*, or as much of it as a line of contents has room for."""
    most, ends, letters = _OPENINGS[lang]
    line = " ".join(text.split("\n", 1)[0].split())
    clause = ends.split(line, maxsplit=1)[0]
    if len(clause) > most:
        # In the middle of a word or a figure nobody could read it.
        clause = letters.sub("", clause[:most])
    return clause.rstrip() + ("" if line[len(clause) :].strip("。.；;") == "" else "…")


def concerned(place: Place) -> tuple[str, ...]:
    """Return the roles the article at *place*, or any clause in it, is for; none means everyone."""
    roles = place.applies_to
    if not roles:
        return ()
    return tuple(dict.fromkeys((*roles, *(role for node in below(place.node) for role in node.applies_to))))


def lacking(rows: Iterable[Row]) -> Lang | None:
    """Return the language none of *rows* has its text in; None where some has, or there is no text at all."""
    pairs = [row.text for row in rows if row.text is not None]
    return next((lang for lang in LANGS if pairs and all(pair.get(lang) is None for pair in pairs)), None)


def _add(
    out: list[Block], prose: Prose, regulation: Regulation, place: Place, depth: int, markers: Markers | None
) -> None:
    node = place.node
    if node.level in HEADING_LEVELS:
        out.append(_head("heading", prose, place, depth))
        if node.text is not None:
            out.append(Block(_HEADLESS, rows=[_row(prose, place, None, _marker(markers, place), None)]))
        for child in children(place):
            _add(out, prose, regulation, child, depth + 1, markers)
        return
    if heads_a_block(place):
        out.append(_article(prose, place, depth, markers))
        return
    if not out or out[-1].kind != _HEADLESS:
        out.append(Block(_HEADLESS))
    last = out[-1].rows[-1].norm if out[-1].rows else None
    siblings = place.ancestors[-1].body if place.ancestors else regulation.body
    out[-1].rows.extend(_rows(prose, place, last, _marker(markers, place), None, _label_widths(place, siblings)))


def _head(kind: str, prose: Prose, place: Place, depth: int) -> Block:
    node = place.node
    stale = prose.stale(place) if node.title is not None and node.text is None else None
    return Block(
        kind, anchor_of(place), _address(place), label_of(place), title_of(prose, place), opening(prose, place),
        min(depth, 6), stale,
    )  # fmt: skip


def _article(prose: Prose, place: Place, depth: int, markers: Markers | None) -> Block:
    block = _head("article", prose, place, depth)
    block.roles = concerned(place)
    block.rules = rules_in(place.node)
    marker = _marker(markers, place)
    held = Held(block.address, block.roles, block.rules) if block.address else None
    if place.node.text is not None:
        block.rows.append(_row(prose, place, None, marker, held))
    inside = children(place)
    widths = _label_widths(inside[0], place.node.body) if inside else _NO_LABEL
    for child in inside:
        last = block.rows[-1].norm if block.rows else None
        block.rows.extend(_rows(prose, child, last, marker, held, widths))
    return block


def _marker(markers: Markers | None, place: Place) -> Marker | None:
    return markers(place) if markers else None


def _rows(
    prose: Prose, place: Place, last: Norm | None, marker: Marker | None, held: Held | None, widths: _Widths
) -> Iterator[Row]:
    """Yield the row of *place* and those of everything below it.

    Args:
        prose: Renders the texts.
        place: Where the row stands.
        last: The norm of the row above.
        marker: Finds its links.
        held: The provision it stands in.
        widths: Room the labels of its list need in each language.
    """
    if held is None and place.node.id is not None:
        held = Held(_address(place), concerned(place), rules_in(place.node))
    row = _row(prose, place, last, marker, held, label=label_of(place), title=title_of(prose, place), widths=widths)
    yield row
    inside = children(place)
    room = _label_widths(inside[0], place.node.body) if inside else _NO_LABEL
    for child in inside:
        for below_it in _rows(prose, child, row.norm if row.norm is not None else last, marker, held, room):
            yield below_it
            row = below_it


def _row(
    prose: Prose,
    place: Place,
    last: Norm | None,
    marker: Marker | None,
    held: Held | None,
    *,
    label: Text | None = None,
    title: Text | None = None,
    widths: _Widths = (0, 0),
) -> Row:
    node = place.node
    norm = place.norm
    depth = sum(n.level is Level.ITEM and n.title is None for n in place.ancestors) + (label is not None)
    return Row(
        text=prose.pair(node.text, place, stale=prose.stale(place), marker=marker) if node.text else None,
        label=label,
        title=title,
        depth=min(depth, 4),
        widths=widths if label else _NO_LABEL,
        norm=norm,
        word=norm is not None and (norm != last or node.level is not Level.ITEM),
        anchor=node.id if node.article is None else None,
        stale=prose.stale(place) if title is not None and node.text is None else None,
        columns=_columns(node.text),
        held=held,
    )


def _columns(text: Text | None) -> int:
    """Return how many cells the lines of a text have, which an import parts with tabs; 0 without any."""
    lines = [line for lang in LANGS for line in (text.get(lang) or "").split("\n")] if text is not None else []
    tabs = max((line.count("\t") for line in lines), default=0)
    return tabs + 1 if tabs else 0


def _label_widths(first: Place, siblings: tuple[Node, ...]) -> _Widths:
    """Return the room in em that the labels of *siblings*, of which *first* is one, need in each language."""
    zh = en = 0
    for node in siblings:
        if node.number is not None:
            label = label_of(Place(first.regulation, node, first.ancestors, ()))
            zh = max(zh, room((label and label.zh) or ""))
            en = max(en, room((label and label.en) or ""))
    return max(2, min(zh, _WIDEST_LABEL)), max(2, min(en, _WIDEST_LABEL))


@lru_cache(maxsize=1 << 12)
def room(label: str) -> int:
    """Return how wide a printed label is, in em."""
    # Han characters and full-width brackets take an em each, the rest about half of one, dots and brackets less.
    return round(sum(1 if ord(c) > 0x2E7F else 0.36 if c in ".()" else 0.56 for c in label) + 0.2)


def _address(place: Place) -> str | None:
    return f"{place.regulation.id}/{place.node.id}" if place.node.id else None
