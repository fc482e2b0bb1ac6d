"""Source and result side by side: pieces of the source in order, each beside the node it became or the reason it went."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from guizhang.diagnostics import Message
from guizhang.importers.accounting.reasons import reason_name
from guizhang.importers.drafting.mending import applied_mends, mended
from guizhang.importers.outline import Document, Entry, Import, Kind, Mend, Node, Translation
from guizhang.zh.script import to_simplified

BETWEEN = frozenset({"layout", "separator", "blank-in-label", "columns"})
"""Blanks and signs between pieces of a rule: left out of the node, but nothing a reader would miss."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of one line that met one fate."""

    text: str
    kind: str
    """``kept``, ``made`` (an automatic number) or ``out``."""
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the source, or the part of one that became one node."""

    line: int
    opens: bool
    """Whether it is the first of its line, to which links go."""
    segments: tuple[Segment, ...]
    out: Message | None
    """Why all of it was left out; ``None`` where something was kept."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A node, or the title of a document, as its draft has it, beside its source."""

    id: str
    depth: int
    level: str
    label: str
    title: str
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces of the source and what they became."""

    pieces: tuple[Piece, ...]
    nodes: tuple[Shown, ...]

    @property
    def out(self) -> Message | None:
        """Why the row became nothing."""
        return self.pieces[0].out if self.pieces and not self.nodes else None


def rows_by_document(imported: Import, *, simplify: bool = False) -> dict[str, list[Row]]:
    """Return document id -> its rows; the key "" holds what stands before the first document.

    Args:
        imported: The import.
        simplify: Whether drafts are written in Simplified characters.
    """
    shown = _shown(imported, _starts(imported), simplify)
    out: dict[str, list[Row]] = {"": []}
    rows = out[""]
    for offset, piece in _pieces(imported, sorted(shown)):
        nodes = tuple(node for _, node in shown.get(offset, ()))
        opened = next((document for document, node in shown.get(offset, ()) if document not in out), None)
        if opened is not None:
            rows = out.setdefault(opened, [])
        last = rows[-1] if rows else None
        joins = last is not None and not nodes and (piece.out is None) == (last.out is None)
        if joins and last is not None and (piece.out is None or piece.out == last.out):
            rows[-1] = Row((*last.pieces, piece), last.nodes)
        else:
            rows.append(Row((piece,), nodes))
    return {document: found for document, found in out.items() if found}


def _starts(imported: Import) -> dict[str, int]:
    """Return document or node id -> offset of its first character."""
    found: dict[str, int] = {}
    for entry in imported.ledger:
        if entry.kind is not Kind.DISCARDED:
            found.setdefault(entry.reason, entry.start)
    return found


def _shown(imported: Import, starts: Mapping[str, int], simplify: bool) -> dict[int, list[tuple[str, Shown]]]:
    """Return offset -> what begins there, with the document it belongs to."""
    kept = [entry for entry in imported.ledger if entry.kind is not Kind.DISCARDED]
    ends = [entry.end for entry in kept]
    found: dict[int, list[tuple[str, Shown]]] = defaultdict(list)
    last = 0
    mends = applied_mends(imported)
    for document in imported.documents:
        for node in _all(document, imported.text, mends):
            start = starts.get(node.id)
            if start is not None:
                last = _with_margin(imported.text, start, kept, ends)
            # A node without characters of its own stands beside the one before it.
            found[last].append((document.id, _simplified(node) if simplify else node))
    return found


def _with_margin(text: str, start: int, kept: list[Entry], ends: list[int]) -> int:
    """Return where the piece of a node begins: behind what was kept before it on its line, or at the line's start."""
    before = bisect_right(ends, start) - 1
    line = text.rfind("\n", 0, start) + 1
    return max(line, kept[before].end) if before >= 0 else line


def _simplified(node: Shown) -> Shown:
    label, title, text = (to_simplified(words).text for words in (node.label, node.title, node.text))
    return replace(node, label=label, title=title, text=text)


def _all(document: Document, text: str, mends: Mapping[str, list[Mend]]) -> Iterator[Shown]:
    if document.title:
        title, _ = mended(text, document, mends.get(document.id, ()))
        yield Shown(document.id, 0, "document", "", title, "", document.confidence)
    yield from _translated(document.translation, 0, text, mends)
    stack: list[tuple[int, Node]] = [(1, node) for node in reversed(document.nodes)]
    while stack:
        depth, node = stack.pop()
        words = mended(text, node, mends.get(node.id, ()))
        yield Shown(node.id, depth, node.type.value, node.label, *words, node.confidence)
        yield from _translated(node.translation, depth, text, mends)
        stack += [(depth + 1, child) for child in reversed(node.children)]


def _translated(one: Translation | None, depth: int, text: str, mends: Mapping[str, list[Mend]]) -> Iterator[Shown]:
    if one is not None:
        words = mended(text, one, mends.get(one.id, ()))
        yield Shown(one.id, depth, "translation", "", *words, one.confidence)


def _pieces(imported: Import, cuts: list[int]) -> Iterator[tuple[int, Piece]]:
    """Yield the source in pieces that hold more than blanks, cut at line breaks and where nodes begin."""
    ledger = imported.ledger
    ends = [entry.end for entry in ledger]
    place = 0
    seen: set[int] = set()
    for index, line in enumerate(imported.text.split("\n")):
        number = imported.numbers[index] if imported.numbers else index + 1
        stop = place + len(line)
        inside = cuts[bisect_left(cuts, place) : bisect_left(cuts, stop)]
        bounds = sorted({place, *inside, stop})
        for start, end in pairwise(bounds):
            if imported.text[start:end].strip():
                segments, why = _segments(start, end, imported.text, islice(ledger, bisect_right(ends, start), None))
                yield start, Piece(number, number not in seen, segments, why)
                seen.add(number)
        place = stop + 1


def _segments(start: int, end: int, text: str, ledger: Iterable[Entry]) -> tuple[tuple[Segment, ...], Message | None]:
    """Return the segments of a piece, and why all of it was left out; ``None`` where something was kept."""
    segments: list[Segment] = []
    reason: Message | None = None
    kept = False
    for entry in ledger:
        if entry.start >= end:
            break
        words = text[max(start, entry.start) : min(end, entry.end)]
        kind, why = "kept", None
        if entry.kind is not Kind.DISCARDED:
            kept = True
            kind = "kept" if entry.kind is Kind.KEPT else "made"
        elif entry.reason not in BETWEEN:
            kind, why = "out", reason_name(entry.reason)
            reason = reason or why
        if segments and (segments[-1].kind, segments[-1].why) == (kind, why):
            words = segments.pop().text + words
        segments.append(Segment(words, kind, why))
    return tuple(segments), None if kept else reason or reason_name("separator")
