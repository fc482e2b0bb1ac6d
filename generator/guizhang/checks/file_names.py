"""A file has the name of the document in it, so that a link and a message lead to the same place.

Warns (REF004): ``content/regulations/rules2.yaml`` holds ``id: complaints``.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.yamlio.content import Loaded, misplaced


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REF004."""
    for _, document_id, path in misplaced(loaded):
        yield Diagnostic(
            "REF004", Severity.WARNING, loaded.locate(path, ("id",)), "id",
            Message(f"文件名与 id {document_id!r} 不同", f"the file is not named after its id {document_id!r}"),
            Message(f"改名为 {document_id}.yaml", f"rename it {document_id}.yaml"),
        )  # fmt: skip
