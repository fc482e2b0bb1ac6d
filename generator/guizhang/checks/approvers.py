"""Who approves is who the text says.

``approval.by`` is what the page of approvals shows and what questions ask; the text is what staff read.

Warns (REG016): 经部门经理批准 beside ``by: [manager]`` where ``manager`` is the 客服部经理.
Passes: a text that does not say who approves, or that names everybody in ``by``.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.consistency.approvers import misnamed
from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.text import LANGS
from guizhang.yamlio.content import Loaded


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REG016."""
    for found in misnamed(loaded.handbook):
        path = loaded.handbook.paths[("regulation", found.place.regulation.id)]
        loc = (*found.place.loc, "approval", "by")
        roles = loaded.handbook.settings.roles
        (typed, said), (typed_en, said_en) = (
            [roles[role].name.either(lang) for role in (found.typed, found.said)] for lang in LANGS
        )
        yield Diagnostic(
            "REG016",
            Severity.WARNING,
            loaded.locate(path, loc, at_key=True),
            field_path(loc),
            Message(
                f"这里写由 {found.typed}（{typed}）批准，条文里批准的是“{said}”",
                f"this has {found.typed} ({typed_en}) approve, but by the text it is the {said_en}",
            ),
            Message(
                f"条文没有错，就把 {found.typed} 改成 {found.said}；by 没有错，就改条文",
                f"if the text is right, write {found.said} for {found.typed}; if this is, mend the text",
            ),
        )
