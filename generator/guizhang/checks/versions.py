"""A version is printed as it stands, so it stands without full-width quotation marks.

Warns (YML011): ``version: “1.0”``, which would print 第“1.0”版; YAML takes only half-width marks for quotation marks.
Passes: ``version: "1.0"``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guizhang.diagnostics import Diagnostic, Severity, field_path
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.slips import in_quotes

_AT = ("edition", "version")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield YML011."""
    for regulation in loaded.handbook.regulations:
        slip = in_quotes(regulation.edition.version)
        if slip is not None:
            source = loaded.locate(loaded.handbook.paths["regulation", regulation.id], _AT)
            source = replace(source, column=source.column + slip.column)
            yield Diagnostic(slip.code, Severity.WARNING, source, field_path(_AT), slip.problem, slip.mend)
