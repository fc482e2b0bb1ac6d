"""What became of an article from edition to edition: a quiet line under it that unfolds to the difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from guizhang.model.edition import Aspect
from guizhang.model.handbook import Handbook
from guizhang.model.text import Text
from guizhang.site.changes import Line, edition_name, entries_of, tags_of
from guizhang.site.paths import Addresses
from guizhang.site.related import head_of
from guizhang.site.render import environment

_TOLD = frozenset(Aspect) - {Aspect.RENUMBERED, Aspect.RENAMED}
SHOWN = 1
"""Editions whose difference stands under the article; of earlier ones there is a link to theirs."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What one edition did to an article."""

    edition: Text
    target: str
    """Where the page of that edition tells of it."""
    tags: tuple[Text, ...]
    lines: tuple[Line, ...]
    """The difference; empty for an edition too long ago."""


History = Mapping[str, tuple[Revision, ...]]
"""Address of an article -> what became of it, the latest first."""


def history(book: Handbook, addresses: Addresses) -> History:
    """Return what became of every article of *book*, which is published.

    A provision inside an article is told of with the article. What changed its id or its regulation keeps its history.
    """
    found: dict[str, list[Revision]] = {}
    for record in book.editions:
        moved = {c.was_address: c.address for c in record.changes if c.was_address and c.address}
        # All at once: two articles may have exchanged their ids.
        carried = {new: found.pop(old) for old, new in moved.items() if old in found}
        found.update(carried)
        for path, entry in entries_of(record, addresses):
            address = entry.change.address
            if address is not None and not _TOLD.isdisjoint(entry.change.aspects):
                revision = Revision(edition_name(record), f"{path}#{entry.anchor}", tags_of(entry.change), entry.lines)
                found.setdefault(address, []).append(revision)
    heads: dict[str, list[Revision]] = {}
    for address, revisions in found.items():
        if address in book.provisions:
            heads.setdefault(head_of(book, address), []).extend(revisions)
    return MappingProxyType({address: _latest_first(revisions) for address, revisions in heads.items()})


def history_html(revisions: tuple[Revision, ...], link: Callable[[str], str]) -> Markup:
    """Return the line under an article whose history is *revisions*.

    Args:
        revisions: What became of it, the latest first.
        link: Makes the way from the page to a place on the site.
    """
    macro = environment().get_template("history.html").module.history  # type: ignore[attr-defined]
    html: Markup = macro(revisions, link)
    return html


def _latest_first(revisions: list[Revision]) -> tuple[Revision, ...]:
    latest = tuple(reversed(revisions))
    return tuple(r if i < SHOWN else Revision(r.edition, r.target, r.tags, ()) for i, r in enumerate(latest))
