"""Rules do not contradict each other.

Two provisions that say the same of the same, with different figures, cannot both be followed: three late arrivals are half
a day of absence in one place and a whole day in another. Both places are reported, and no item is made from either until
one is changed, or the two are for different roles (``applies_to``).

Warns (CON001). Fails: 接到投诉后24小时内回复客户 here, 收到投诉后48小时内回复客户 there.
Passes: the same with an urgent and a general complaint, or for agents here and for sales there.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.consistency import Statement, contradictions
from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.yamlio.content import Loaded


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield CON001 at both sides of each contradiction."""
    for found in contradictions(loaded.handbook):
        sides = (found.first, found.second)
        for here, there, (mine, theirs) in zip(
            sides, reversed(sides), (found.figures, found.figures[::-1]), strict=True
        ):
            loc = (*here.place.loc, "text", here.lang)
            where = f"{_path(loaded, there)}: {there.place.field} ({there.address})"
            yield Diagnostic(
                "CON001",
                Severity.WARNING,
                loaded.locate(_path(loaded, here), loc),
                field_path(loc),
                Message(
                    f"与 {where} 矛盾：这里是“{mine.span}”，那里是“{theirs.span}”",
                    f"contradicts {where}: “{mine.span}” here, “{theirs.span}” there",
                ),
                Message(
                    "改成一致，或用 applies_to 写明各自适用的岗位；在此之前不用这两条出题",
                    "make the two agree, or say with applies_to whom each is for; until then no items are made from either",
                ),
            )


def _path(loaded: Loaded, statement: Statement) -> str:
    return loaded.handbook.paths[("regulation", statement.place.regulation.id)]
