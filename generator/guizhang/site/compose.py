"""The published handbook to all pages and assets of the site, in reading order."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation, provisions
from guizhang.model.text import Text
from guizhang.site import fact_pages, paths, regulations, roles
from guizhang.site.blocks import heads_a_block
from guizhang.site.colour import brand_css, favicon
from guizhang.site.companions import Companions
from guizhang.site.page import NavEntry, NavGroup, Site, SitePage, TocEntry
from guizhang.site.paths import Addresses
from guizhang.site.render import render
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word

ASSETS = "assets/guizhang"

_Companion = tuple[tuple[str, ...], NavEntry]


def compose(book: Handbook) -> Site:
    """Return the site of *book*.

    Args:
        book: The handbook as loaded; what is not adopted is left out here, so that no caller can forget it.
    """
    book = book.published()
    prose, addresses = Prose(book), Addresses.of(book)
    groups = navigation(book, prose)
    companions = Companions(book, prose, addresses)
    pages = [_home(book, groups)]
    pages += _regulation_pages(book, prose)
    pages += [companions.script(file) for file in book.scripts]
    pages += [companions.etiquette(file) for file in book.etiquette]
    pages += [companions.record(record) for record in book.records]
    if book.glossary:
        pages.append(companions.glossary(book.glossary))
    pages += fact_pages.pages(book, prose, addresses)
    pages += roles.pages(book, prose, addresses, tuple(_companions(book)))
    pages.append(_go())
    accent = book.settings.brand.accent
    assets = {f"{ASSETS}/brand.css": brand_css(accent).encode(), f"{ASSETS}/favicon.svg": favicon(accent).encode()}
    assets.update(_shards(addresses))
    settings = book.settings
    return Site(settings.title, settings.default_view, tuple(pages), groups, _footer(book), assets)


def navigation(book: Handbook, prose: Prose) -> tuple[NavGroup, ...]:
    """Return the sidebar: rules, then what helps to keep them, then the pages made from facts."""
    groups = [
        NavGroup(word("regulations"), tuple(_regulation_entry(prose, r) for r in book.regulations)),
        NavGroup(word("practice"), tuple(entry for _, entry in _companions(book))),
        NavGroup(
            word("at-a-glance"),
            tuple(NavEntry(word(name), paths.fact_path(name)) for name in paths.FACT_PAGES)
            + ((NavEntry(word("glossary"), paths.GLOSSARY),) if book.glossary else ()),
        ),
    ]
    return tuple(group for group in groups if group.entries)


def _regulation_entry(prose: Prose, regulation: Regulation) -> NavEntry:
    own, *chapters = regulations.steps(prose, regulation)
    return NavEntry(own.title, own.path, tuple(NavEntry(step.title, step.path) for step in chapters))


def _companions(book: Handbook) -> Iterator[_Companion]:
    yield from ((s.applies_to, NavEntry(s.title, f"scripts/{s.id}.html")) for s in book.scripts)
    yield from ((e.applies_to, NavEntry(e.title, f"etiquette/{e.id}.html")) for e in book.etiquette)
    yield from ((r.applies_to, NavEntry(r.title, f"records/{r.id}.html")) for r in book.records)


def _regulation_pages(book: Handbook, prose: Prose) -> Iterator[SitePage]:
    firsts = [regulations.Step(r.title, paths.regulation_path(r.id)) for r in book.regulations]
    lasts = [list(regulations.steps(prose, r))[-1] for r in book.regulations]
    home = regulations.Step(word("home"), paths.HOME)
    for i, regulation in enumerate(book.regulations):
        before = lasts[i - 1] if i else home
        after = firsts[i + 1] if i + 1 < len(firsts) else None
        yield from regulations.pages(book, prose, regulation, (before, after))


def _home(book: Handbook, groups: tuple[NavGroup, ...]) -> SitePage:
    settings = book.settings
    edition = Text(zh=f"{settings.edition} 版", en=f"Edition {settings.edition}") if settings.edition else None
    listed = [{"title": r.title, "path": paths.regulation_path(r.id), "note": _size(r)} for r in book.regulations]
    people = [{"name": role.name, "path": paths.role_path(role_id)} for role_id, role in settings.roles.items()]
    html = render(
        "home.html", paths.HOME, title=settings.title, company=settings.company, edition=edition, roles=people,
        regulations=listed, groups=groups[1:],
    )  # fmt: skip
    heads = [("gz-regulations", word("regulations"))]
    if people:
        heads.insert(0, ("gz-roles", word("roles")))
    heads += [(f"gz-group-{i}", group.title) for i, group in enumerate(groups[1:], start=1)]
    return SitePage(
        paths.HOME,
        settings.title,
        html,
        tuple(TocEntry(anchor, duo(text)) for anchor, text in heads),
        frozenset(anchor for anchor, _ in heads),
        settings.title.either("zh"),
        searchable=False,
    )


def _footer(book: Handbook) -> Markup:
    settings = book.settings
    lines = [settings.company, settings.title]
    if settings.edition:
        lines.append(Text(zh=f"{settings.edition} 版", en=f"Edition {settings.edition}"))
    return Markup(" ").join(Markup("<span>{}</span>").format(duo(line)) for line in lines)


def _size(regulation: Regulation) -> Text:
    count = sum(heads_a_block(place) for place in provisions(regulation))
    return Text(zh=f"{count} 条", en=f"{count} articles" if count != 1 else "1 article")


def _go() -> SitePage:
    return SitePage(
        paths.GO,
        word("moving"),
        render("go.html", paths.GO),
        searchable=False,
        scripts=(f"{ASSETS}/go.js",),
    )


def _shards(addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    """Yield a small script for each document that says where its ids stand.

    Scripts, because ``fetch`` does not run from ``file://``; one each, so that a copied link costs the same at any size.
    """
    for document, places in addresses.shards().items():
        table = json.dumps(places, sort_keys=True, separators=(",", ":"))
        yield f"{ASSETS}/places/{document}.js", f"guizhangPlaces({table});\n".encode()
