"""Documents of an import that say much the same, so that their owner imports one of them, and rules a document has twice.

Reads: imports. Writes: pairs and warnings. Stands apart from the stages: it compares whole documents, across files too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.importers.merging.duplicates import Provision, near_duplicates, repeated_provisions, sources
from guizhang.importers.naming import name_of_file
from guizhang.importers.outline import Document, Import, Node, walk


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents."""

    file: int
    """Index of its import."""
    path: str
    document: Document


@dataclass(frozen=True, slots=True)
class Together:
    """Two provisions that say much the same."""

    first: Provision
    second: Provision
    share: float
    """1 for the same characters."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two documents with much in common."""

    first: Side
    second: Side
    said: Message
    provisions: tuple[Together, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Rules of one document whose words are the same."""

    side: Side
    nodes: tuple[Node, ...]


def alike_documents(imports: Sequence[Import]) -> tuple[Alike, ...]:
    """Return the pairs of documents with much in common, most alike first."""
    compared = {
        source.id: (source, Side(number, one.path, document))
        for number, one in enumerate(imports)
        for source, document in zip(sources(one), one.documents, strict=True)
    }
    provisions = {key: {p.id: p for p in source.provisions} for key, (source, _) in compared.items()}
    return tuple(
        Alike(
            compared[pair.first][1],
            compared[pair.second][1],
            Message(pair.zh, pair.en),
            tuple(
                Together(provisions[pair.first][match.first], provisions[pair.second][match.second], match.jaccard)
                for match in pair.matches
            ),
        )
        for pair in near_duplicates([source for source, _ in compared.values()])
    )


def repeated_rules(imports: Sequence[Import]) -> tuple[Repeated, ...]:
    """Return the rules that stand in one document more than once."""
    found: list[Repeated] = []
    for number, one in enumerate(imports):
        for source, document in zip(sources(one), one.documents, strict=True):
            groups = repeated_provisions(source)
            nodes = {node.id: node for node in walk(document.nodes)} if groups else {}
            side = Side(number, one.path, document)
            found += [Repeated(side, tuple(nodes[name] for name in group)) for group in groups]
    return tuple(found)


def warnings(pairs: Sequence[Alike], repeated: Sequence[Repeated]) -> Iterator[Diagnostic]:
    """Yield a fault for each pair, placed at the second document, and one for each rule that comes again."""
    for pair in pairs:
        document = pair.second.document
        yield Diagnostic(
            "IMP130",
            Severity.WARNING,
            Source(pair.second.path, document.lines[0], 1),
            document.title or name_of_file(pair.second.path),
            pair.said,
            Message("只导入其中一份，或比较后合并", "import one of the two, or compare and join them"),
        )
    for rule in sorted(repeated, key=lambda one: (one.side.file, one.nodes[1].line)):
        first, *others = rule.nodes
        for node in others:
            here, there = node.label or f"l. {node.line}", first.label or f"l. {first.line}"
            yield Diagnostic(
                "IMP131",
                Severity.NOTE,
                Source(rule.side.path, node.line, 1),
                rule.side.document.title or name_of_file(rule.side.path),
                Message(
                    f"{here}与第 {first.line} 行的{there}文字相同",
                    f"{here} says the same as {there} in line {first.line}",
                ),
                Message(
                    "若是重复，删去一处；各有所属就不用改",
                    "delete one if it is a slip; leave both if each has its place",
                ),
            )
