"""What an import gives: documents of nested nodes, what was discarded, the ledger and the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guizhang.importers.extract import Dropped
from guizhang.importers.repairs.repair import Repair


class NodeType(StrEnum):
    """Levels of an outline."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    ITEM = "item"
    PARAGRAPH = "paragraph"


Span = tuple[int, int]
"""Start and end offset in the decoded source, end not included."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a node, or the title of a document, says in the other language of the source."""

    id: str
    """Under which the ledger keeps its characters."""
    label: str
    """Its number as printed; the draft prints that of the node."""
    title: str
    text: str
    line: int
    spans: tuple[Span, ...]
    """Source spans of label, title and text, in order."""
    confidence: float
    """How sure it is that it is the translation of just this."""


_SIGN = "/translation"


def translation_id(owner: str) -> str:
    """Return the id of the translation of a node or document."""
    return f"{owner}{_SIGN}"


def owner_id(name: str) -> str:
    """Return the node or document that an id is of, which may be that of its translation."""
    return name.removesuffix(_SIGN)


@dataclass(frozen=True, slots=True)
class Node:
    """One provision or heading."""

    id: str
    """Address within the import: ``d2.3.1`` is the first child of the third node of the second document."""
    type: NodeType
    label: str
    """As printed; empty for a paragraph."""
    number: int | None
    """Last ordinal of the label: 12 for 第十二条, 1 for 4.8.1; None for a paragraph or a bullet."""
    path: tuple[int, ...]
    """Whole ordinal: (4, 8, 1) for 4.8.1, (5, 1) for 第五条之一."""
    style: str
    """Kind of label, the same for all of a list: ``（一）``, ``1.``, ``article``; empty for a paragraph."""
    title: str
    text: str
    line: int
    """1-based line of the decoded source on which the label, or the paragraph, begins."""
    spans: tuple[Span, ...]
    """Source spans of label, title and text, in order."""
    confidence: float
    children: tuple[Node, ...] = ()
    translation: Translation | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the file."""

    id: str
    title: str
    title_spans: tuple[Span, ...]
    lines: tuple[int, int]
    """First and last 1-based line."""
    confidence: float
    """How sure it is that a document begins here."""
    nodes: tuple[Node, ...]
    sheet: str = ""
    """The sheet of a workbook that its line numbers count in."""
    translation: Translation | None = None
    """Its title in the other language."""


@dataclass(frozen=True, slots=True)
class Discarded:
    """A run of lines that is not rule text."""

    lines: tuple[int, int]
    reason: str
    text: str
    confidence: float


class Kind(StrEnum):
    """What became of characters."""

    KEPT = "kept"
    GENERATED = "generated"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Entry:
    """One span of the ledger; the spans of a ledger cover the source without gap or overlap."""

    start: int
    end: int
    kind: Kind
    reason: str
    """For kept characters the node's id, otherwise why they are no part of any."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at."""

    line: int
    code: str
    zh: str
    en: str
    confidence: float
    """How sure it is that the finding is right."""
    node: str = ""


@dataclass(frozen=True, slots=True)
class Mend:
    """A repair and the node it is about."""

    repair: Repair
    owner: str
    """Id of the node, or of the document whose title it is."""
    line: int
    applied: bool
    """Whether drafts follow it; the others are for a person to decide."""


@dataclass(frozen=True, slots=True)
class Import:
    """The whole result of importing one file."""

    path: str
    sha256: str
    """Of the file's bytes."""
    encoding: str
    text: str
    """The decoded source."""
    documents: tuple[Document, ...]
    discarded: tuple[Discarded, ...]
    ledger: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    numbers: tuple[int, ...] | None = None
    """Per line of the text the number users know it by (DOCX paragraph, PDF line); ``None`` where they are the same."""
    dropped: tuple[Dropped, ...] = ()
    """What a reader left out of the text, each with its reason; part of the account all the same."""
    native_chars: int | None = None
    """Characters of the container's own text nodes by the second counter; ``None`` for text files."""
    mends: tuple[Mend, ...] = ()
    """Repairs suggested for the documents, in order."""


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield every node, parents before children, in the order of the text."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def translations(document: Document) -> Iterator[Translation]:
    """Yield what the title and the nodes of a document say in the other language."""
    if document.translation is not None:
        yield document.translation
    for node in walk(document.nodes):
        if node.translation is not None:
            yield node.translation
