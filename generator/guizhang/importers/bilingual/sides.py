"""The documents of an import in each of their languages, for whoever reads what is said and not how it is paired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guizhang.importers.outline import Document, Node, translation_id, translations


def sides(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield each document, and behind one in two languages the same tree with what it says in the other language."""
    for document in documents:
        yield document
        if next(translations(document), None) is not None:
            title = document.translation.title if document.translation else ""
            yield replace(
                document,
                id=translation_id(document.id),
                title=title or document.title,
                nodes=tuple(map(_turned, document.nodes)),
                translation=None,
            )


def _turned(node: Node) -> Node:
    """Return the node in the other language; one without translation keeps its number and says nothing."""
    said = node.translation
    return replace(
        node,
        id=translation_id(node.id),
        label=(said.label if said else "") or node.label,
        title=said.title if said else "",
        text=said.text if said else "",
        line=said.line if said else node.line,
        spans=said.spans if said else (),
        children=tuple(map(_turned, node.children)),
        translation=None,
    )
