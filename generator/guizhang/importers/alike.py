"""Documents of an import that say much the same, so that their owner imports one of them.

Reads: imports. Writes: warnings. Stands apart from the stages: it compares whole documents, across files too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.importers.duplicates import near_duplicates, sources
from guizhang.importers.outline import Document, Import


def alike(imports: Sequence[Import]) -> Iterator[Diagnostic]:
    """Yield a warning for each pair, placed at the second document."""
    compared = [source for one in imports for source in sources(one)]
    places: dict[str, tuple[Import, Document]] = {
        source.id: (one, document)
        for one in imports
        for source, document in zip(sources(one), one.documents, strict=True)
    }
    for pair in near_duplicates(compared):
        one, document = places[pair.second]
        yield Diagnostic(
            "IMP130",
            Severity.WARNING,
            Source(one.path, document.lines[0], 1),
            document.title,
            Message(pair.zh, pair.en),
            Message("只导入其中一份，或比较后合并", "import one of the two, or compare and join them"),
        )
