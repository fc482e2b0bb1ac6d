"""The handbook has the edition its last record is about, and a version stands without full-width quotation marks.

Warns (EDN007): ``edition: "2026.2"`` in handbook.yaml while the last record under ``content/editions/`` is of 2026.3: the home
page and receipts would name the one, the page of what changed the other. Passes: an edition that has no record yet.

A version is printed as it stands. Warns (YML011): ``version: “1.0”``, which would print 第“1.0”版; YAML takes only half-width
marks for quotation marks.
Passes: ``version: "1.0"``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.slips import in_quotes

_AT = ("edition", "version")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield YML011 and EDN007."""
    yield from _behind(loaded)
    for regulation in loaded.handbook.regulations:
        slip = in_quotes(regulation.edition.version)
        if slip is not None:
            source = loaded.locate(loaded.handbook.paths["regulation", regulation.id], _AT)
            source = replace(source, column=source.column + slip.column)
            yield Diagnostic(slip.code, Severity.WARNING, source, field_path(_AT), slip.problem, slip.mend)


def _behind(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield EDN007 where the handbook has the edition of an earlier record, or that from before the last one."""
    records, edition = loaded.handbook.editions, loaded.handbook.settings.edition
    if not records or edition is None:
        return
    last = records[-1]
    if edition != last.id and edition in (last.previous, *(record.id for record in records)):
        source = loaded.locate(loaded.handbook.paths["edition", last.id], ("id",))
        yield Diagnostic(
            "EDN007", Severity.WARNING, source, "id",
            Message(
                f"最近一版的记录是 {last.id}，handbook.yaml 的 edition 还是 {edition}",
                f"the last edition recorded is {last.id}, but edition in handbook.yaml is still {edition}",
            ),
            Message(
                f'在 handbook.yaml 写 edition: "{last.id}"；记录的版次写错了，就删去这个文件再记一次',
                f'write edition: "{last.id}" into handbook.yaml; if the record has the wrong name, delete the file and record again',
            ),
        )  # fmt: skip
