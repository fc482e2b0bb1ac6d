"""A page for each role: the rules that name it, then everything that applies to it in reading order, with time to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guizhang.model.acknowledged import Extent
from guizhang.model.handbook import Handbook
from guizhang.model.passages import below, passages
from guizhang.model.regulation import Norm, Place, Regulation
from guizhang.model.text import Text
from guizhang.site import force, paths, progress
from guizhang.site.amounts import applies, total
from guizhang.site.blocks import children, label_of, title_of
from guizhang.site.page import NavEntry, SitePage, TocEntry
from guizhang.site.progress import Tallies
from guizhang.site.regulations import ROLE_SCRIPT
from guizhang.site.render import render
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word

STYLES = ("assets/guizhang/role.css",)
_FIRST = (Norm.PROHIBITION, Norm.DUTY)
"""What a role must know before anything else."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A provision, or a whole regulation, that names roles."""

    text: Text | None
    """Number."""
    title: Text | None
    target: str
    address: str
    norms: Mapping[str, tuple[Norm, ...]]
    """For each role it names: what the clauses for that role do."""


@dataclass(frozen=True, slots=True)
class RegulationReading:
    """What a regulation has to read, for whom; small, since it travels between processes."""

    tallies: Tallies
    naming: tuple[Naming, ...]
    extents: Mapping[str, Extent]
    """What of it is confirmed on each list; none where the company does not ask for it."""


def naming(prose: Prose, regulation: Regulation) -> tuple[Naming, ...]:
    """Return what in *regulation* names roles: its provisions in printed order, then the regulation as a whole."""
    found = []
    for passage in passages(regulation):
        page, place = passage.chapter, passage.provision
        norms = _norms(place) if place else {}
        if place and norms:
            path = paths.regulation_path(regulation.id)
            if page is not None:
                path = paths.chapter_path(regulation.id, page.node.id or "")
            found.append(Naming(label_of(place), title_of(prose, place), f"{path}#{paths.anchor_of(place)}", f"{regulation.id}/{place.node.id}", norms))
    if regulation.applies_to:
        whole: dict[str, tuple[Norm, ...]] = dict.fromkeys(regulation.applies_to, ())
        found.append(Naming(word("whole"), regulation.title, paths.regulation_path(regulation.id), regulation.id, whole))
    return tuple(found)


def pages(
    book: Handbook,
    found: Sequence[RegulationReading],
    companions: Mapping[str, Sequence[tuple[tuple[str, ...], NavEntry]]],
) -> list[SitePage]:
    """Return a page for each role.

    Args:
        book: The published handbook.
        found: What there is to read in its regulations, in reading order.
        companions: Kind -> scripts, etiquette or records, each with the roles it names (none means everyone).
    """
    return [_page(book, found, companions, role_id) for role_id in book.settings.roles]


def _page(
    book: Handbook,
    found: Sequence[RegulationReading],
    companions: Mapping[str, Sequence[tuple[tuple[str, ...], NavEntry]]],
    role: str,
) -> SitePage:
    settings = book.settings.roles[role]
    named = [
        (n, n.norms[role], one.tallies.title, book.edition_at(n.address))
        for one in found
        for n in one.naming
        if role in n.norms
    ]
    # In reading order within each half.
    named.sort(key=lambda entry: not any(norm in _FIRST for norm in entry[1]))
    rules = [
        (
            one.tallies,
            [(page, amount) for page in one.tallies.chapters if (amount := page.amount(role)).rules],
            book.edition_at(one.tallies.regulation),
        )
        for one in found
    ]
    others = {kind: [entry for roles, entry in every if applies(roles, role)] for kind, every in companions.items()}
    html = render(
        "role.html", paths.role_path(role), role=role, name=settings.name, lead=settings.description or word("role-lead"),
        everything=total(one.tallies.amount(role) for one in found), named=named, first=_FIRST,
        rules=[(tallies, tallies.amount(role), rows, edition) for tallies, rows, edition in rules if rows], handbook=progress.handbook_key(book.settings),
        others=[(kind, yours) for kind, yours in others.items() if yours],
        acknowledge=paths.acknowledge_path(role) if book.settings.acknowledgement else None,
    )  # fmt: skip
    heads = [("gz-named", word("naming-you")), ("gz-order", word("reading-order")), ("gz-others", word("practice"))]
    return SitePage(
        paths.role_path(role),
        settings.name,
        html,
        tuple(TocEntry(anchor, duo(text)) for anchor, text in heads),
        frozenset(anchor for anchor, _ in heads),
        settings.name.either("zh"),
        searchable=False,
        scripts=(*force.SCRIPTS, ROLE_SCRIPT, *progress.LIST_SCRIPTS),
        styles=(*STYLES, *force.STYLES, *progress.LIST_STYLES),
    )


def _norms(place: Place) -> dict[str, tuple[Norm, ...]]:
    """Return the roles that the article, a heading above it or a clause in it names, with what those clauses do."""
    named = [role for node in (*place.ancestors, place.node, *below(place.node)) for role in node.applies_to]
    found: dict[str, dict[Norm, None]] = {role: {} for role in named}
    if found:
        for clause in _clauses(place):
            for role in clause.applies_to:
                if clause.norm is not None and role in found:
                    found[role][clause.norm] = None
    return {role: tuple(sorted(norms, key=list(Norm).index)) for role, norms in found.items()}


def _clauses(place: Place) -> Iterator[Place]:
    yield place
    for child in children(place):
        yield from _clauses(child)
