"""A page for each role: what applies to it, in reading order, and how long that takes to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.handbook import Handbook, Role
from guizhang.model.regulation import Node, Place, Regulation, provisions
from guizhang.model.text import Text
from guizhang.site.blocks import heads_a_block, label_of, title_of
from guizhang.site.page import NavEntry, SitePage, TocEntry
from guizhang.site.paths import Addresses, role_path
from guizhang.site.render import render
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word

_CHARACTERS_A_MINUTE = 400
"""Reading speed of Chinese for understanding; surveys give 300 to 500 for adults."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An article that applies to a role."""

    label: Text | None
    title: Text | None
    target: str
    own: bool
    """Whether it names the role, rather than everyone."""


@dataclass(frozen=True, slots=True)
class RoleRegulation:
    """A regulation with what of it applies to a role."""

    id: str
    title: Text
    path: str
    note: Text
    articles: tuple[RoleLine, ...]


def pages(
    book: Handbook,
    prose: Prose,
    addresses: Addresses,
    companions: tuple[tuple[tuple[str, ...], NavEntry], ...],
) -> list[SitePage]:
    """Return a page for each role.

    Args:
        book: The published handbook.
        prose: Renders its texts.
        addresses: Where its rules stand.
        companions: Scripts, etiquette and records, each with the roles it names (none means everyone).
    """
    return [_page(book, prose, addresses, companions, role_id, role) for role_id, role in book.settings.roles.items()]


def applies(roles: tuple[str, ...], role: str) -> bool:
    """Tell whether something for *roles* applies to *role*; no roles means everyone."""
    return not roles or role in roles


def _page(
    book: Handbook,
    prose: Prose,
    addresses: Addresses,
    companions: tuple[tuple[tuple[str, ...], NavEntry], ...],
    role_id: str,
    role: Role,
) -> SitePage:
    path = role_path(role_id)
    regulations, length = [], 0
    for regulation in book.regulations:
        mine = list(_articles(regulation, role_id))
        if not mine:
            continue
        length += sum(_length(place) for place in mine)
        lines = tuple(
            RoleLine(
                label_of(p), title_of(prose, p), addresses[f"{regulation.id}/{p.node.id}"], role_id in p.applies_to
            )
            for p in mine
        )
        note = word("yours-only") if regulation.applies_to else word("for-everyone")
        regulations.append(RoleRegulation(regulation.id, regulation.title, addresses[regulation.id], note, lines))
    minutes = max(1, round(length / _CHARACTERS_A_MINUTE))
    count = sum(len(r.articles) for r in regulations)
    time = Text(
        zh=f"共{count}条，约{minutes}{word('minutes').zh}", en=f"{count} articles, about {minutes} {word('minutes').en}"
    )
    others = [entry for roles, entry in companions if applies(roles, role_id)]
    html = render(
        "role.html", path, name=role.name, lead=role.description or word("role-lead"), time=time,
        regulations=regulations, others=others,
    )  # fmt: skip
    return SitePage(
        path,
        role.name,
        html,
        tuple(TocEntry(f"r-{r.id}", duo(r.title)) for r in regulations),
        frozenset(f"r-{r.id}" for r in regulations),
        role.name.either("zh"),
        searchable=False,
    )


def _articles(regulation: Regulation, role: str) -> Iterator[Place]:
    for place in provisions(regulation):
        if heads_a_block(place) and place.node.id and _concerns(place, role):
            yield place


def _concerns(place: Place, role: str) -> bool:
    """Tell whether the article, or any clause in it, applies to *role*."""
    return applies(place.applies_to, role) or any(role in node.applies_to for node in _below(place.node))


def _length(place: Place) -> int:
    texts = [node.text for node in (place.node, *_below(place.node)) if node.text is not None]
    return sum(len(text.either("zh")) for text in texts)


def _below(node: Node) -> Iterator[Node]:
    for child in node.body:
        yield child
        yield from _below(child)
