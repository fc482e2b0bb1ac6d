"""An import of a rendered text as an outline in the lines of that text: places are told by the characters."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from rapidfuzz.distance import Levenshtein

from guizhang.importers.outline import Document, Import, Kind, Node, walk


class Alignment:
    """Which character of a text each character of an import is; blanks do not count."""

    def __init__(self, text: str, imported: str) -> None:
        """Lay the text of an import beside the one it was rendered from."""
        wanted = [
            (sign, number) for number, line in enumerate(text.split("\n"), 1) for sign in line if not sign.isspace()
        ]
        self._offsets = [offset for offset, sign in enumerate(imported) if not sign.isspace()]
        self._lines: list[int] = []
        self._made: set[int] = set()
        self.missing: Counter[int] = Counter()
        """Line of the text -> how many of its characters the import never had."""
        last = max(0, len(wanted) - 1)
        there = "".join(imported[offset] for offset in self._offsets)
        for step in Levenshtein.opcodes(there, "".join(sign for sign, _ in wanted)):
            wide = range(step.src_start, step.src_end)
            if step.tag == "insert":
                self.missing.update(number for _, number in wanted[step.dest_start : step.dest_end])
            if step.tag == "delete":
                self._made.update(wide)
            stop = max(step.dest_start, step.dest_end - 1)
            self._lines += [
                wanted[min(last, stop, step.dest_start + place)][1] if wanted else 1 for place in range(len(wide))
            ]

    def line(self, offset: int) -> int:
        """Return the line of the text on which the character at *offset* of the import, or the next, stands."""
        place = bisect_right(self._offsets, offset - 1)
        return self._lines[min(place, len(self._lines) - 1)] if self._lines else 1

    def is_made(self, offset: int) -> bool:
        """Return whether that character stands nowhere in the text."""
        return bisect_right(self._offsets, offset - 1) in self._made


def placed(imported: Import, text: str, rows: Collection[int]) -> dict[str, Any]:
    """Return the outline of an import, its lines those of the text it was rendered from.

    Args:
        imported: The import.
        text: The text.
        rows: Its lines that are rows of tables; what their cells became is no numbered node, as in the gold.
    """
    alignment = Alignment(text, imported.text)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for entry in imported.ledger:
        if entry.kind is not Kind.DISCARDED and imported.text[entry.start : entry.end].strip():
            spans[entry.reason].append((entry.start, entry.end))
    documents = []
    for document in imported.documents:
        held = [span for key in _ids(document) for span in spans.get(key, ())]
        if held:
            first, last = min(start for start, _ in held), max(end for _, end in held)
            documents.append(
                {
                    "title": document.title,
                    "lines": [alignment.line(first), alignment.line(last - 1)],
                    "nodes": [_node(node, alignment, rows, first) for node in document.nodes],
                }
            )
    return {"documents": documents, "discarded": list(_gone(imported, alignment))}


def _ids(document: Document) -> Iterator[str]:
    yield document.id
    for node in walk(document.nodes):
        yield node.id


def _node(node: Node, alignment: Alignment, rows: Collection[int], above: int) -> dict[str, Any]:
    start = min((first for first, _ in node.spans), default=above)
    line = alignment.line(start)
    return {
        "type": node.type.value,
        "number": None if line in rows else node.number,
        "title": node.title,
        "text": node.text,
        "line": line,
        "children": [_node(child, alignment, rows, start) for child in node.children],
    }


def _gone(imported: Import, alignment: Alignment) -> Iterator[dict[str, Any]]:
    for entry in imported.ledger:
        if entry.kind is Kind.DISCARDED:
            for offset in range(entry.start, entry.end):
                if not imported.text[offset].isspace() and not alignment.is_made(offset):
                    line = alignment.line(offset)
                    yield {"lines": [line, line], "reason": entry.reason, "text": imported.text[offset]}
    for line, count in alignment.missing.items():
        yield {"lines": [line, line], "reason": "missing", "text": "x" * count}
