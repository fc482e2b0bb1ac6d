"""Items are well written.

The rules stand in `guizhang.quality`, one module each, and ``guizhang items lint --explain NAME`` prints what a rule asks
and why. They look at every item of the bank in each language it is written in, and at the bank as a whole.

Warns (LNT001 to LNT029).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from guizhang.diagnostics import Diagnostic, Severity, Source, field_path
from guizhang.model.item import Item
from guizhang.quality import Lint, lint
from guizhang.yamlio.content import Loaded


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield LNT001 to LNT029 for the items of the bank."""
    yield from findings(loaded, ())


def findings(loaded: Loaded, made: Iterable[Item], only: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Yield what the rules say of the bank together with the items *made* from the rules.

    A finding on a made item stands at the provision it is made from. With *only*, what they say of the items with these
    ids.
    """
    for found in lint((*loaded.bank.items, *made), loaded.handbook):
        if only and found.item.id not in only:
            continue
        source, field = _where(loaded, found)
        yield Diagnostic(found.code, Severity.WARNING, source, field, found.finding.problem, found.finding.mend)


def _where(loaded: Loaded, found: Lint) -> tuple[Source, str]:
    path = loaded.bank.paths.get(("item", found.item.id))
    if path is not None and found.item.model is None:
        loc = (*loaded.bank.locations[found.item.id], *found.finding.loc)
        return loaded.locate(path, loc), field_path(loc)
    field = f"{found.item.id}: {field_path(found.finding.loc)}"
    place = loaded.handbook.provisions.get(next(iter(found.item.cites)))
    if place is None:
        return Source(loaded.settings_path), field
    return loaded.locate(loaded.handbook.paths[("regulation", place.regulation.id)], place.loc), field
