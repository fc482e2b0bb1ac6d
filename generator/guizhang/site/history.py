"""What became of an article from edition to edition: a quiet line under it that unfolds to the difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from guizhang.model.edition import Aspect, RecordedLine
from guizhang.model.handbook import Handbook
from guizhang.model.text import Text
from guizhang.site.changes import edition_name, entries_of, line_of, tags_of
from guizhang.site.paths import Addresses
from guizhang.site.related import head_of
from guizhang.site.render import environment

_TOLD = frozenset(Aspect) - {Aspect.RENUMBERED, Aspect.RENAMED}


@dataclass(frozen=True, slots=True)
class Revision:
    """What one edition did to an article."""

    edition: Text
    target: str
    """Where the page of that edition tells of it."""
    tags: tuple[Text, ...]
    lines: tuple[RecordedLine, ...]
    """What changed; the difference is worked out where it is shown."""


History = Mapping[str, tuple[Revision, ...]]
"""Address of an article -> what became of it, the latest first."""


def history(book: Handbook, addresses: Addresses) -> History:
    """Return what became of every article of *book*, which is published.

    A provision inside an article is told of with the article. What changed its id or its regulation keeps its history.
    """
    found: dict[str, dict[int, Revision]] = {}
    for number, record in enumerate(book.editions):
        moved = {c.was_address: c.address for c in record.changes if c.was_address and c.address}
        # All at once: two articles may have exchanged their ids.
        found.update({new: found.pop(old) for old, new in moved.items() if old in found})
        for path, entry in entries_of(record, addresses):
            address = entry.change.address
            if address is not None and not _TOLD.isdisjoint(entry.change.aspects):
                revision = Revision(
                    edition_name(record), f"{path}#{entry.anchor}", tags_of(entry.change), entry.change.lines
                )
                found.setdefault(address, {})[number] = revision
    heads: dict[str, dict[int, Revision]] = {}
    for address, revisions in found.items():
        if address in book.provisions:
            inside = heads.setdefault(head_of(book, address), {})
            for number, revision in revisions.items():
                inside[number] = _together(inside[number], revision) if number in inside else revision
    return MappingProxyType({address: _latest_first(revisions) for address, revisions in heads.items()})


def _together(article: Revision, part: Revision) -> Revision:
    """Return what one edition did to an article and to a provision inside it."""
    return replace(article, tags=tuple(dict.fromkeys((*article.tags, *part.tags))), lines=(*article.lines, *part.lines))


def _latest_first(revisions: Mapping[int, Revision]) -> tuple[Revision, ...]:
    latest = [revisions[number] for number in sorted(revisions, reverse=True)]
    # Of an earlier edition there is a link to its page.
    return tuple(revision if i == 0 else replace(revision, lines=()) for i, revision in enumerate(latest))


def history_html(revisions: tuple[Revision, ...], link: Callable[[str], str]) -> Markup:
    """Return the line under an article whose history is *revisions*.

    Args:
        revisions: What became of it, the latest first.
        link: Makes the way from the page to a place on the site.
    """
    macro = environment().get_template("history.html").module.history  # type: ignore[attr-defined]
    html: Markup = macro(revisions, map(line_of, revisions[0].lines), link)
    return html
