"""The result of an import in the terms of its file: the line numbers users know, and what the reader made or left out.

Reads: documents, discards, ledger, source. Writes: the same, renumbered and completed. Stands behind the ledger, because
every stage before it counts lines and characters of the text it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from guizhang.importers.outline import Discarded, Document, Entry, Finding, Kind, Node, Translation
from guizhang.importers.source import SourceText, Spans, line_of


def renumber_documents(documents: Iterable[Document], source: SourceText) -> tuple[Document, ...]:
    """Return documents whose lines are those of the file."""
    if source.numbers is None:
        return tuple(documents)

    def node(one: Node) -> Node:
        children = tuple(map(node, one.children))
        return replace(
            one, line=line_of(source, one.line), children=children, translation=_renumbered(one.translation, source)
        )

    return tuple(
        replace(
            document,
            lines=(line_of(source, document.lines[0]), line_of(source, document.lines[1])),
            nodes=tuple(map(node, document.nodes)),
            translation=_renumbered(document.translation, source),
        )
        for document in documents
    )


def _renumbered(translation: Translation | None, source: SourceText) -> Translation | None:
    return None if translation is None else replace(translation, line=line_of(source, translation.line))


def renumber_findings(findings: Iterable[Finding], source: SourceText) -> Iterator[Finding]:
    """Yield findings whose lines are those of the file."""
    for finding in findings:
        yield finding if source.numbers is None else replace(finding, line=line_of(source, finding.line))


def all_discarded(discarded: Iterable[Discarded], source: SourceText) -> tuple[Discarded, ...]:
    """Return what the stages discarded, in the file's lines, and behind it what the reader left out."""
    stages = [
        replace(one, lines=(line_of(source, one.lines[0]), line_of(source, one.lines[1]))) for one in discarded
    ]  # fmt: skip
    reader = [Discarded((drop.line, drop.line), drop.reason, drop.text, 1.0) for drop in source.dropped]
    return tuple(stages + sorted(reader, key=lambda one: one.lines))


def mark_generated(ledger: Sequence[Entry], generated: Spans) -> tuple[Entry, ...]:
    """Return the ledger with what the reader made as entries of their own kind; they keep their node."""
    if not generated:
        return tuple(ledger)
    out: list[Entry] = []
    spans = iter(generated)
    span = next(spans, None)
    for entry in ledger:
        place = entry.start
        while place < entry.end:
            while span is not None and span[1] <= place:
                span = next(spans, None)
            inside = span is not None and span[0] <= place
            stop = entry.end if span is None else min(entry.end, span[1] if inside else max(span[0], place))
            out.append(Entry(place, stop, Kind.GENERATED if inside else entry.kind, entry.reason))
            place = stop
    return tuple(out)
