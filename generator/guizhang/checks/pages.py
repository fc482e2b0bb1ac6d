"""Pages written by hand begin as MkDocs reads them, and hold no marks of a merge.

Fails (YML010): conflict marks left in ``content/pages/about.md``. Warns (YML012): the lines at the top of a page end with
``---`` but do not begin with it, so that a line is drawn across the page. Warns with the fault of the notation: what stands
between the two is no YAML, so that MkDocs leaves it out without a word, the title with it.
Passes: ``---``, ``title: 关于本手册``, ``---``, and the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.load import read_text
from guizhang.yamlio.slips import conflict
from guizhang.yamlio.syntax import slipped
from guizhang.yamlio.tree import parse

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_HEADLESS = re.compile(r"\s*(?:[A-Za-z][\w-]*[:：][^\n]*\n)+---[ \t]*(?:\n|$)")
_EMPTY = "YML001"


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield YML010 and YML012, and the faults of what stands at the top of a page."""
    for path in sorted((Path(loaded.settings_path).parent / "pages").rglob("*.md")):
        text, unreadable = read_text(path, path.as_posix())
        yield from unreadable if text is None else _page(text, path.as_posix())


def _page(text: str, path: str) -> Iterator[Diagnostic]:
    marks = conflict(text, failed=False)
    if marks is not None:
        yield slipped(marks, path)
        return
    front = _FRONT.match(text)
    if front is not None:
        tree, faults = parse(front[1], path)
        for fault in faults[:1] if tree is None else ():
            if fault.code != _EMPTY:
                source = replace(fault.source, line=fault.source.line + 1)
                yield replace(fault, severity=Severity.WARNING, source=source)
    elif _HEADLESS.match(text):
        yield Diagnostic(
            "YML012", Severity.WARNING, Source(path, 1, 1), "",
            Message("页面开头的设置少了第一行 ---", "the settings at the top of the page lack their first ---"),
            Message("在第一行前加一行 ---", "put a line --- before the first"),
        )  # fmt: skip
