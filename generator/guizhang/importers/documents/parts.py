"""Sheets of a workbook: each holds documents of its own, and its name says where a line stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from guizhang.importers.documents.boundaries import Extent, Hints, find_documents
from guizhang.importers.extract import Part
from guizhang.importers.lines.cells import is_row
from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.verdicts import Verdict
from guizhang.importers.outline import Document, Node, walk
from guizhang.zh.folding import Folded

_STATED = 0.95
"""How sure it is that a document begins where its sheet does."""
_ELSEWHERE = Verdict("", 1.0)


def find_in_parts(
    view: Folded,
    lines: list[Line],
    marks: list[Mark],
    verdicts: dict[int, Verdict],
    hints: Hints,
    parts: Sequence[Part],
) -> list[Extent]:
    """Return the documents in order, none of which goes beyond its sheet.

    Reads: what ``find_documents`` does, and the parts of the container. Writes: extents. Stands in its place, because where
    a sheet begins is stated and no question of titles.
    """
    if not parts:
        return find_documents(view, lines, marks, verdicts, hints)
    found: list[Extent] = []
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        inside = range(part.line - 1, following.line - 1 if following else len(lines))
        body = [i for i in inside if not lines[i].blank and i not in verdicts]
        if not body:
            continue
        title = part.title - 1 if part.title is not None and part.title - 1 in body else None
        whole = Extent(body[0], body[-1], title, _STATED)
        if part.whole:
            found.append(whole)
            continue
        others = {i: _ELSEWHERE for i in range(len(lines)) if i not in inside} if len(parts) > 1 else {}
        own = find_documents(view, lines, marks, {**verdicts, **others}, hints)
        if not own or (title is not None and own[0].title != title):
            # The heuristics may begin at a later line; what stands before it belongs to this sheet all the same.
            own = [replace(whole, last=own[1].first - 1 if len(own) > 1 else body[-1]), *own[1:]]
        elif len(parts) > 1:
            own[0] = replace(own[0], first=body[0], confidence=_STATED)
        # A row of several cells names columns, and no document.
        found += [replace(one, title=None) if _is_row(view, lines, one.title) else one for one in own]
    return found


def _is_row(view: Folded, lines: list[Line], title: int | None) -> bool:
    return title is not None and is_row(view, lines[title].start, lines[title].end)


def outside_tables(verdicts: dict[int, Verdict], parts: Sequence[Part]) -> dict[int, Verdict]:
    """Return the verdicts but those on lines of tables of rules: no row of one is furniture.

    Reads: verdicts, parts. Writes: verdicts. Stands behind all who judge lines.
    """
    stops = [*(part.line for part in parts[1:]), 1 << 62]
    tables = [range(part.line - 1, stop - 1) for part, stop in zip(parts, stops, strict=False) if part.whole]
    return {i: verdict for i, verdict in verdicts.items() if not any(i in table for table in tables)}


def by_sheet(documents: Iterable[Document], parts: Sequence[Part]) -> tuple[Document, ...]:
    """Return the documents with the names of their sheets, and the notes behind a table at its end, not in its last rule.

    Reads: documents, in lines of the text, parts. Writes: documents. Stands directly behind the tree: ids change.
    """
    return tuple(_of_sheet(document, parts) for document in documents)


def _of_sheet(document: Document, parts: Sequence[Part]) -> Document:
    if not parts:
        return document
    part = parts[max(0, bisect_right([part.line for part in parts], document.lines[0]) - 1)]
    nodes = document.nodes
    if part.tail is not None:
        tail = part.tail
        behind = [replace(node, children=()) for node in walk(nodes) if node.line >= tail]
        nodes = _numbered((*_before(nodes, tail), *behind), document.id)
    return replace(document, nodes=nodes, sheet=part.name)


def _before(nodes: Sequence[Node], line: int) -> tuple[Node, ...]:
    return tuple(replace(node, children=_before(node.children, line)) for node in nodes if node.line < line)


def _numbered(nodes: Sequence[Node], above: str) -> tuple[Node, ...]:
    """Return the nodes with the ids of their places."""
    names = [f"{above}.{place}" for place in range(1, len(nodes) + 1)]
    return tuple(
        replace(node, id=name, children=_numbered(node.children, name)) for node, name in zip(nodes, names, strict=True)
    )
