"""The example that ``guizhang init --empty`` starts with is gone once the handbook holds other rules.

Warns (INI001): its regulation stands unchanged beside other rules, so that it is published, searched and asked about with them.
Passes: the example alone, or changed into a rule of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.reference import example_left
from guizhang.yamlio.content import Loaded


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield INI001."""
    if len(loaded.handbook.regulations) > 1:
        yield from warnings(Path(loaded.settings_path).parent.parent)


def warnings(root: Path) -> Iterator[Diagnostic]:
    """Yield the warning where files of the example are left in the handbook at *root*."""
    left = example_left(root)
    if left:
        names = ", ".join(left)
        yield Diagnostic(
            "INI001",
            Severity.WARNING,
            Source(str(root / left[0])),
            "",
            Message("init --empty 的示例还在手册里", "the example of init --empty is still in the handbook"),
            Message(
                f"不用了就删去：{names}；handbook.yaml 的 order 里也删去 attendance",
                f"delete it if it is no rule of yours: {names}; take attendance out of order in handbook.yaml as well",
            ),
        )
