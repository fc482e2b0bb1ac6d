"""What to look at after an import, as the report lists it: by kind, neighbours together, the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guizhang.diagnostics import Diagnostic, Message, Source
from guizhang.importers.drafting.changes import CHANGES
from guizhang.importers.drafting.review import LOOKS, OTHER, REVIEW_BELOW, Look, look
from guizhang.importers.merging.existing import SHEET
from guizhang.importers.outline import Finding, Import, Node

_SURENESS = {"label-doubtful", "document-doubtful"}
"""Findings about where a node belongs: for these it helps to know how sure the importer is."""
_QUOTING = {"figure-odd", "text-damaged", "text-repaired"}
"""Findings that quote the place themselves."""
_EXCERPT = 36


@dataclass(frozen=True, slots=True)
class Entry:
    """One place to look at."""

    lines: tuple[int, int]
    said: Message
    words: str
    """How the text there begins."""
    above: str
    """Number of the node under which it now stands; empty where that is no question."""
    target: str
    """What a link leads to: a node's id, or ``l`` and the line."""
    confidence: float | None
    """Of the node, where it is its place that is in doubt."""
    count: int = 1
    """Neighbours that are one question."""


@dataclass(frozen=True, slots=True)
class Group:
    """All places of one kind."""

    look: Look
    entries: tuple[Entry, ...]


def groups(imported: Import) -> tuple[Group, ...]:
    """Return what to look at by kind, gravest first, and within a kind the most doubtful first."""
    nodes = {node.id: (node, above) for node, above in _nodes(imported)}
    documents = {document.id: document for document in imported.documents}
    found: dict[str, list[Entry]] = {}
    for finding in [*imported.findings, *_silent(imported)]:
        node, above = nodes.get(finding.node, (None, None))
        if finding.code in CHANGES:
            continue
        document = documents.get(finding.node)
        known = node or document
        asked = finding.code in _SURENESS
        entry = Entry(
            (finding.line, finding.line),
            Message(finding.zh, finding.en),
            _begin(node) if node and finding.code not in _QUOTING else "",
            above.label if asked and above else "",
            finding.node if known else f"l{finding.line}",
            known.confidence if known and asked and known.confidence < REVIEW_BELOW else None,
        )
        listed = found.setdefault(finding.code, [])
        if asked and node and listed and _beside(listed[-1], entry, nodes):
            listed[-1] = _joined(listed[-1], entry, nodes[listed[-1].target][0], node)
        else:
            listed.append(entry)
    order = [*LOOKS, *(code for code in found if code not in LOOKS)]
    return tuple(
        Group(LOOKS.get(code, OTHER), tuple(sorted(found[code], key=lambda e: (e.confidence or 1.0, e.lines))))
        for code in order
        if code in found
    )


def diagnostics(imported: Import) -> list[Diagnostic]:
    """Return what to look at as faults, one for each place the report lists, and what was changed; in the order of the source."""
    titles = {document.id: document.title for document in imported.documents}
    found = [
        (entry.target, entry.lines[0], group.look, entry.words or titles.get(entry.target, ""), entry.said)
        for group in groups(imported)
        for entry in group.entries
    ]
    found += [
        (finding.node, finding.line, look(finding), titles.get(finding.node, ""), Message(finding.zh, finding.en))
        for finding in imported.findings
        if finding.code in CHANGES
    ]
    return [
        Diagnostic(kind.code, kind.severity, Source(_file(imported, owner), line, 1), where, said, kind.mend)
        for owner, line, kind, where, said in sorted(
            found, key=lambda one: (*_sheet(imported, one[0]), one[1], one[2].code)
        )
    ]


def _sheet(imported: Import, owner: str) -> tuple[int, str]:
    """Return place and name of the sheet that *owner*, a node or a document, comes from; 0 and nothing for what is no workbook."""
    for place, document in enumerate(imported.documents, start=1):
        if document.sheet and (owner == document.id or owner.startswith(f"{document.id}.")):
            return place, document.sheet
    return 0, ""


def _file(imported: Import, owner: str) -> str:
    sheet = _sheet(imported, owner)[1]
    return f"{imported.path}{SHEET}{sheet}" if sheet else imported.path


def named_nodes(imported: Import) -> dict[str, tuple[Message, ...]]:
    """Return node id -> the kinds of doubt about it, for the marks beside the result."""
    found: dict[str, list[Message]] = {}
    for finding in [*imported.findings, *_silent(imported)]:
        kind = look(finding)
        if finding.node and kind.marks and kind.name not in found.setdefault(finding.node, []):
            found[finding.node].append(kind.name)
    return {owner: tuple(names) for owner, names in found.items() if names}


def _silent(imported: Import) -> Iterator[Finding]:
    """Yield findings for nodes in doubt that no stage has named."""
    named = {finding.node for finding in imported.findings}
    for node, _ in _nodes(imported):
        if node.confidence < REVIEW_BELOW and node.id not in named:
            zh, en = "这一段属于哪里不确定", "where this text belongs is uncertain"
            yield Finding(node.line, "label-doubtful", zh, en, 1 - node.confidence, node.id)


def _nodes(imported: Import) -> Iterator[tuple[Node, Node | None]]:
    """Yield every node with the one above it, in order."""
    for document in imported.documents:
        stack: list[tuple[Node, Node | None]] = [(node, None) for node in reversed(document.nodes)]
        while stack:
            node, above = stack.pop()
            yield node, above
            stack += [(child, node) for child in reversed(node.children)]


def _begin(node: Node) -> str:
    words = " ".join(filter(None, (node.label, node.title, node.text)))
    return words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"


def _beside(last: Entry, entry: Entry, nodes: dict[str, tuple[Node, Node | None]]) -> bool:
    """Return whether two nodes in doubt are one question: siblings of one list, one behind the other."""
    if last.target not in nodes:
        return False
    first, above = nodes[last.target]
    node, its = nodes[entry.target]
    siblings = above is its if above is None or its is None else above.id == its.id
    near = entry.lines[0] - last.lines[1] <= 4
    return siblings and near and first.style == node.style and first.id.split(".")[0] == node.id.split(".")[0]


def _joined(last: Entry, entry: Entry, first: Node, node: Node) -> Entry:
    sure = min(last.confidence or 1.0, entry.confidence or 1.0)
    span = f"{first.label}–{node.label}"
    return replace(
        last,
        lines=(last.lines[0], entry.lines[1]),
        said=Message(f"{span} 的层级不确定", f"the level of {span} is uncertain"),
        confidence=sure if sure < 1 else None,
        count=last.count + 1,
    )
