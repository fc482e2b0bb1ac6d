"""The pages no wiki has: every deadline, every amount, every prohibition, every approval, linked to its article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.model.regulation import Level, Norm, Place, walk
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.site.blocks import label_of, title_of
from guizhang.site.meaning import bound_word
from guizhang.site.page import SitePage, TocEntry
from guizhang.site.paths import Addresses, fact_path
from guizhang.site.render import render
from guizhang.site.texts import Pair, Prose, duo, join_texts
from guizhang.site.words import word

_TIMES = {QuantityKind.DURATION, QuantityKind.TIME, QuantityKind.DATE, QuantityKind.FREQUENCY}
_AMOUNTS = {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.COUNT}
_OTHER = "~other"


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of such a page."""

    theme: str
    text: Pair
    rule: Text
    """Number and title of the article."""
    regulation: Text
    target: str
    figure: Text | None = None
    bound: Text | None = None
    by: Text | None = None
    rank: tuple[int, Decimal] = (0, Decimal(0))
    """Order within a theme, before printed order: kind, then size."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one theme."""

    anchor: str
    title: Text
    rows: tuple[FactRow, ...]


def pages(book: Handbook, prose: Prose, addresses: Addresses) -> list[SitePage]:
    """Return the four pages."""
    return [_page(book, name, columns, list(find(book, prose, addresses))) for name, (columns, find) in _PAGES.items()]


def deadlines(book: Handbook, prose: Prose, addresses: Addresses) -> Iterator[FactRow]:
    """Yield every duration, date, time of day and frequency."""
    return _figures(book, prose, addresses, _TIMES)


def amounts(book: Handbook, prose: Prose, addresses: Addresses) -> Iterator[FactRow]:
    """Yield every amount of money, percentage and count."""
    return _figures(book, prose, addresses, _AMOUNTS)


def prohibitions(book: Handbook, prose: Prose, addresses: Addresses) -> Iterator[FactRow]:
    """Yield everything forbidden; the items of a list one by one, each behind the words that forbid it."""
    for place in _places(book):
        if place.norm is not Norm.PROHIBITION or place.node.text is None:
            continue
        if any(child.level is Level.ITEM for child in place.node.body):
            continue
        text = prose.pair(place.node.text, place)
        leads = [n.text for n in reversed(place.ancestors) if n.norm is Norm.PROHIBITION and n.text is not None]
        if place.node.level is Level.ITEM and leads:
            lead = prose.pair(leads[0], place)
            text = Pair(_behind(lead.zh, text.zh), _behind(lead.en, text.en))
        yield _row(book, prose, place, addresses, text)


def approvals(book: Handbook, prose: Prose, addresses: Addresses) -> Iterator[FactRow]:
    """Yield everything somebody approves, with who signs in which order."""
    for place in _places(book):
        approval = place.node.approval
        if approval is None:
            continue
        roles = tuple(book.role_name(role) for role in approval.by)
        yield _row(
            book, prose, place, addresses, prose.pair(approval.matter, place), by=join_texts(roles, " → ", " → ")
        )


_Finder = Callable[[Handbook, Prose, Addresses], Iterator[FactRow]]
_PAGES: Mapping[str, tuple[tuple[str, ...], _Finder]] = {
    "deadlines": (("figure", "meaning", "rule"), deadlines),
    "amounts": (("figure", "meaning", "rule"), amounts),
    "prohibitions": (("meaning", "rule"), prohibitions),
    "approvals": (("matter", "approver", "rule"), approvals),
}


def _figures(book: Handbook, prose: Prose, addresses: Addresses, kinds: set[QuantityKind]) -> Iterator[FactRow]:
    order = list(QuantityKind)
    for place in _places(book):
        for name in place.node.facts:
            address = f"{place.regulation.id}/{place.node.id}#{name}"
            fact = book.facts[address]
            if fact.kind not in kinds:
                continue
            yield _row(
                book,
                prose,
                place,
                addresses,
                _what(prose, place, name, fact),
                figure=Text(zh=book.print_fact(address, "zh"), en=book.print_fact(address, "en")),
                bound=_bound(fact),
                rank=(order.index(fact.kind), magnitude(fact.quantity[0])),
            )


def _row(
    book: Handbook,
    prose: Prose,
    place: Place,
    addresses: Addresses,
    text: Pair,
    *,
    figure: Text | None = None,
    bound: Text | None = None,
    by: Text | None = None,
    rank: tuple[int, Decimal] = (0, Decimal(0)),
) -> FactRow:
    known = [theme for theme in place.themes if theme in book.settings.themes]
    target = addresses.get(place.address or place.regulation.id) or addresses[place.regulation.id]
    return FactRow(
        known[0] if known else _OTHER,
        text,
        rule_name(prose, place),
        place.regulation.title,
        target,
        figure,
        bound,
        by,
        rank,
    )


def rule_name(prose: Prose, place: Place) -> Text:
    """Return how the article of *place* is cited in a table: 第五条 首次回复 / Art. 5 First reply."""
    chain = (*place.ancestors, place.node)
    heads = [i for i, node in enumerate(chain) if node.id is not None and (node.title or node.level is Level.ARTICLE)]
    if not heads:
        return place.regulation.title
    head = Place(place.regulation, chain[heads[-1]], chain[: heads[-1]], place.loc[: 2 * heads[-1] + 2])
    label, title = label_of(head), title_of(prose, head)
    if label is None or title is None:
        return label or title or place.regulation.title
    return Text(**{lang: f"{label.either(lang)} {title.either(lang)}" for lang in LANGS})


def _what(prose: Prose, place: Place, name: str, fact: Fact) -> Pair:
    """Return what a figure is: its own words where it has some, else the sentence it stands in."""
    if fact.about is not None:
        about, since = fact.about, fact.since
        return prose.pair(
            Text(
                zh=f"{about.zh}，{since.zh}" if about.zh and since and since.zh else about.zh,
                en=f"{about.en}, {since.en}" if about.en and since and since.en else about.en,
            )
        )
    for below in _below(place):
        text = below.node.text
        if text is not None and any(name in _names(text, lang) for lang in LANGS):
            return prose.pair(Text(zh=_sentence(text.zh, name), en=_sentence(text.en, name)), below)
    return prose.pair(place.node.title or place.regulation.title)


def _sentence(text: str | None, name: str) -> str | None:
    """Return the sentence of *text* that prints the figure *name*; the whole text where none does."""
    if text is None:
        return None
    parts = re.split(r"(?<=[。；;])|(?<=\.)\s", text)
    return next((part for part in parts if part and f"${{{name}}}" in part), text).strip(" ;；")


def _names(text: Text, lang: Lang) -> set[str]:
    return {p.reference for p in placeholders(text.get(lang) or "")}


def _below(place: Place) -> Iterator[Place]:
    yield place
    above = (*place.ancestors, place.node)
    for i, child in enumerate(place.node.body):
        yield from _below(Place(place.regulation, child, above, (*place.loc, "body", i)))


def _bound(fact: Fact) -> Text | None:
    zh, en = bound_word(fact, "zh"), bound_word(fact, "en")
    return Text(zh=zh, en=en) if zh else None


def _behind(lead: Markup | None, text: Markup | None) -> Markup | None:
    """Return an item behind the words that forbid it, as one sentence where the words allow it."""
    if lead is None or text is None:
        return text
    item = text.rstrip("；;。.，, ")
    if lead.endswith(("不得：", "must not:")):
        return lead[:-1] + ("" if lead.endswith("：") else " ") + item
    return lead + ("" if lead.endswith("：") else " ") + item


def _places(book: Handbook) -> Iterator[Place]:
    return (place for regulation in book.regulations for place in walk(regulation))


def _page(book: Handbook, name: str, columns: tuple[str, ...], rows: list[FactRow]) -> SitePage:
    path = fact_path(name)
    groups = list(_grouped(book, rows))
    return SitePage(
        path=path,
        title=word(name),
        html=render(
            "figures.html", path, name=name, title=word(name), lead=word(f"{name}-lead"), columns=columns,
            groups=groups, previous=None, next=None,
        ),
        toc=tuple(TocEntry(group.anchor, duo(group.title)) for group in groups),
        anchors=frozenset(group.anchor for group in groups),
        description=word(f"{name}-lead").either("zh"),
        # Search finds the article itself; the same sentence a second time would only push others down.
        searchable=False,
    )  # fmt: skip


def _grouped(book: Handbook, rows: Iterable[FactRow]) -> Iterator[Group]:
    by_theme: dict[str, list[FactRow]] = {}
    for row in rows:
        by_theme.setdefault(row.theme, []).append(row)
    for theme in (*book.settings.themes, _OTHER):
        if theme in by_theme:
            title = word("other-themes") if theme == _OTHER else book.theme_name(theme)
            found = tuple(sorted(by_theme[theme], key=lambda row: row.rank))
            yield Group(f"theme-{theme.strip('~')}", title, found)
