"""The first page: regulations, roles and what else the book has."""

from __future__ import annotations

from guizhang.model.handbook import Handbook
from guizhang.model.passages import passages
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.site import (
    force,
    paths,
    regulations,
)
from guizhang.site.amounts import counted
from guizhang.site.page import NavGroup, SitePage, TocEntry
from guizhang.site.render import render
from guizhang.site.texts import duo
from guizhang.site.words import word


def home(book: Handbook, groups: tuple[NavGroup, ...]) -> SitePage:
    """Return the page for *book*, whose navigation has *groups*, the regulations first."""
    settings = book.settings
    edition = Text(zh=f"{settings.edition} 版", en=f"Edition {settings.edition}") if settings.edition else None
    listed = [
        {"title": r.title, "path": paths.regulation_path(r.id), "note": _size(r), "edition": book.edition_at(r.id)}
        for r in book.regulations
    ]
    people = [
        {"id": role_id, "name": role.name, "path": paths.role_path(role_id)} for role_id, role in settings.roles.items()
    ]
    # A handbook of one document would show one line: what is in it stands below.
    below = groups[0].entries[0].children if len(book.regulations) == 1 else ()
    html = render(
        "home.html", paths.HOME, title=settings.title, company=settings.company, edition=edition, roles=people,
        regulations=listed, below=below, groups=groups[1:],
    )  # fmt: skip
    heads = [("gz-regulations", word("regulations"))]
    if people:
        heads.insert(0, ("gz-roles", word("my-role")))
    heads += [(group.anchor, group.title) for group in groups[1:] if group.anchor]
    return SitePage(
        paths.HOME,
        settings.title,
        html,
        tuple(TocEntry(anchor, duo(text)) for anchor, text in heads),
        frozenset(anchor for anchor, _ in heads),
        settings.title.either("zh"),
        searchable=False,
        scripts=(*force.SCRIPTS, *((regulations.ROLE_SCRIPT,) if people else ())),
        styles=force.STYLES,
    )


def _size(regulation: Regulation) -> Text:
    """Return how long a regulation is: as many rules as staff read and sign."""
    return counted(sum(passage.rules for passage in passages(regulation)))
