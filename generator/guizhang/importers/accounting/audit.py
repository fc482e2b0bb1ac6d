"""A second count of the ledger, written apart from the first: it trusts neither the view nor the tree's offsets.

It takes the decoded source, the ledger and what the nodes finally say, and counts characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from guizhang.importers.outline import Document, Entry, Kind, Node, Translation


class AuditFailed(Exception):
    """The ledger does not account for the source; nothing may be written."""


def audit(source: str, ledger: Iterable[Entry], documents: Iterable[Document]) -> Counter[str]:
    """Return how many characters are kept, generated and discarded; together they are the source.

    Reads: source, ledger, documents. Writes: nothing. Stands last, because it checks what would be written.

    Raises:
        AuditFailed: A character is uncounted or counted twice, or a node does not say what its spans say.
    """
    counts: Counter[str] = Counter()
    said: dict[str, list[str]] = {}
    reached = 0
    for entry in ledger:
        if entry.start != reached or entry.end <= entry.start:
            raise AuditFailed(f"the ledger breaks at character {reached}: next span is {entry.start} to {entry.end}")
        reached = entry.end
        counts[entry.kind] += entry.end - entry.start
        if entry.kind is Kind.KEPT:
            said.setdefault(entry.reason, []).append(source[entry.start : entry.end])
    if reached != len(source):
        raise AuditFailed(f"the ledger ends at character {reached} of {len(source)}")
    for name, words in _words(documents):
        kept = "".join(said.pop(name, ()))
        if _bare(kept) != _bare(words):
            raise AuditFailed(f"node {name} says {words[:40]!r} but its source says {kept[:40]!r}")
    if said:
        raise AuditFailed(f"text is kept for nodes that do not exist: {', '.join(sorted(said)[:5])}")
    return counts


def _words(documents: Iterable[Document]) -> Iterable[tuple[str, str]]:
    for document in documents:
        yield document.id, document.title
        yield from _translated(document.translation)
        waiting: list[Node] = list(document.nodes)
        while waiting:
            node = waiting.pop()
            yield node.id, node.label + node.title + node.text
            yield from _translated(node.translation)
            waiting += node.children


def _translated(translation: Translation | None) -> Iterable[tuple[str, str]]:
    if translation is not None:
        yield translation.id, translation.label + translation.title + translation.text


def _bare(text: str) -> str:
    """Return *text* without blanks, which joining lines may add or take."""
    return "".join(text.split())
