"""An import as plain data for JSON: the outline and the ledger other programs read."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from guizhang.importers.outline import Entry, Import, Kind, Node, Translation, translation_id, walk

AUTOMATIC = "automatic-number"
"""Why characters are generated: the container numbers its lists itself."""


def outline_json(imported: Import) -> dict[str, Any]:
    """Return the structure: documents with title, lines and nested nodes, and what was discarded."""
    return {
        "documents": [
            {
                "title": document.title,
                "lines": list(document.lines),
                "nodes": [_node(node) for node in document.nodes],
                **_translated(document.translation),
            }
            for document in imported.documents
        ],
        "discarded": [
            {"lines": list(item.lines), "reason": item.reason, "text": item.text} for item in imported.discarded
        ],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "type": node.type.value,
        "label": node.label,
        "number": node.number,
        "title": node.title,
        "text": node.text,
        "line": node.line,
        "children": [_node(child) for child in node.children],
        **_translated(node.translation),
    }


def _translated(translation: Translation | None) -> dict[str, Any]:
    """Return what a node, or a title, is in the other language of the source; nothing where it has only one."""
    if translation is None:
        return {}
    words = {"label": translation.label, "title": translation.title, "text": translation.text}
    return {"translation": {**words, "line": translation.line, "confidence": translation.confidence}}


def ledger_json(imported: Import) -> dict[str, Any]:
    """Return the account of every character of the source; spans in order, offsets in characters.

    What a container's reader left out of the text (a tracked deletion, a running head) is counted behind the text, so
    that the spans cover all of it; ``native_chars`` is the container's own count.
    """
    nodes = {document.id for document in imported.documents}
    nodes |= {node.id for document in imported.documents for node in walk(document.nodes)}
    nodes |= {translation_id(name) for name in nodes}
    spans = [_span(entry, nodes) for entry in imported.ledger]
    place = len(imported.text)
    for drop in imported.dropped:
        if drop.text:
            spans.append({"start": place, "end": place + len(drop.text), "kind": "discarded", "reason": drop.reason})
            place += len(drop.text)
    source: dict[str, Any] = {"path": imported.path, "sha256": imported.sha256, "chars": place}
    if imported.native_chars is not None:
        source["native_chars"] = imported.native_chars
    return {"source": source, "spans": spans}


def _span(entry: Entry, nodes: Container[str]) -> dict[str, Any]:
    span: dict[str, Any] = {"start": entry.start, "end": entry.end, "kind": entry.kind.value}
    if entry.kind is Kind.GENERATED and entry.reason in nodes:
        return {**span, "reason": AUTOMATIC, "node": entry.reason}
    return {**span, "node" if entry.kind is Kind.KEPT else "reason": entry.reason}
