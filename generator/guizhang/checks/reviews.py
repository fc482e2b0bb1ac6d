"""Marks that a lawyer or owner should look at a rule.

A mark is shown to the rule's owner, here and in reports, never to staff. A marked rule that is adopted all the same
stops ``guizhang publish``. No items are made of what import has marked.

Notes (REV001): a marked rule that is not adopted. Warns (REV002): a marked rule that is adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.regulation import Review, walk
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.tree import Loc


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REV001 and REV002."""
    for regulation in loaded.handbook.regulations:
        path = loaded.handbook.paths[("regulation", regulation.id)]
        if regulation.review:
            yield _mark(loaded, path, (), regulation.review, adopted=regulation.adopted)
        for place in walk(regulation):
            if place.node.review:
                yield _mark(loaded, path, place.loc, place.node.review, adopted=place.adopted)


def _mark(loaded: Loaded, path: str, loc: Loc, review: Review, *, adopted: bool) -> Diagnostic:
    field = (*loc, "review")
    note = Message(
        f"待{_WHO[review.kind][0]}审阅：{review.note.either('zh')}",
        f"to be reviewed ({_WHO[review.kind][1]}): {review.note.either('en')}",
    )
    mend = Message("审阅后删去 review，或写 adopted: false", "delete review after a look, or set adopted: false")
    if review.kind == "import":
        mend = Message(
            "对照原文，改好后删去 review；此前不据它出题",
            "compare it with the source, then delete review; until then no items are made of it",
        )
    if not adopted:
        mend = Message("未采用，不会发布", "not adopted, so it is not published")
    severity = Severity.WARNING if adopted else Severity.NOTE
    code = "REV002" if adopted else "REV001"
    return Diagnostic(code, severity, loaded.locate(path, field), field_path(field), note, mend)


_WHO = {"legal": ("法务", "legal"), "content": ("制度归口部门", "owner of the rule"), "import": ("导入人", "importer")}
