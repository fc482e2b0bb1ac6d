"""A file has the name of the document in it, so that a link and a message lead to the same place.

Warns (REF004): ``content/regulations/rules2.yaml`` holds ``id: complaints``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.yamlio.content import Loaded

_NOT_NAMED_BY_ID = ("settings", "glossary", "item", "statistics", "retired")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REF004."""
    for (kind, document_id), path in {**loaded.handbook.paths, **loaded.bank.paths}.items():
        if kind in _NOT_NAMED_BY_ID or Path(path).stem == document_id:
            continue
        yield Diagnostic(
            "REF004", Severity.WARNING, loaded.locate(path, ("id",)), "id",
            Message(f"文件名与 id {document_id!r} 不同", f"the file is not named after its id {document_id!r}"),
            Message(f"改名为 {document_id}.yaml", f"rename it {document_id}.yaml"),
        )  # fmt: skip
