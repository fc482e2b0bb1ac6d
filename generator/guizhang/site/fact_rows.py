"""What the pages made from facts list, regulation by regulation; rules without such content cost one look at each node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.model.record import Record
from guizhang.model.regulation import HEADING_LEVELS, Edition, Level, Node, Norm, Place, Regulation
from guizhang.model.script import ScriptFile
from guizhang.model.text import Text
from guizhang.site.also_said import also_said, sentences_for
from guizhang.site.blocks import cited_as, title_of
from guizhang.site.contents import numbered_title
from guizhang.site.conditions import may_turn, printed_figures
from guizhang.model.wording import bound_word
from guizhang.site.paths import Addresses
from guizhang.site.sentences import below, figure_words, full_sentence
from guizhang.site.texts import Pair, Prose, join_texts

_TIMES = {QuantityKind.DURATION, QuantityKind.TIME, QuantityKind.DATE, QuantityKind.FREQUENCY}
_LIMITS = {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.DURATION}
_KINDS = tuple(QuantityKind)
_CLAUSES = {Norm.PROHIBITION: "prohibitions", Norm.PENALTY: "penalties"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the words that bound it."""

    words: Text
    bound: Text | None = None
    about: Text | None = None
    """What it is, where the row does not say so."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a row comes from."""

    target: str
    within: Text
    """The regulation or script."""
    label: Text | None = None
    title: Text | None = None
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of such a page."""

    page: str
    text: Pair
    cited: tuple[Cited, ...]
    themes: tuple[str, ...] = ()
    """Those handbook.yaml knows; the line stands under the first."""
    roles: tuple[str, ...] = ()
    """Whom it is for; none means everyone."""
    figures: tuple[Figure, ...] = ()
    by: Text | None = None
    """Who approves, or who fills in."""
    why: Pair | None = None
    instead: Pair | None = None
    target: str | None = None
    """Its own page, where it has one."""
    under: Text | None = None
    """The chapter or other heading it stands below in its regulation."""
    rank: tuple[int, Decimal] = (0, Decimal(0))
    """Order within a theme, before printed order: kind, then size."""

    @property
    def sources(self) -> Mapping[Text, list[Cited]]:
        """What the line rests on, by regulation."""
        found: dict[Text, list[Cited]] = {}
        for cited in self.cited:
            found.setdefault(cited.within, []).append(cited)
        return found


@dataclass(frozen=True, slots=True)
class Find:
    """Something a page lists, before it is written out."""

    page: str
    place: Place
    name: str | None = None
    """The fact, where the line is about one."""


def finds(regulation: Regulation) -> Iterator[Find]:
    """Yield what the pages list of *regulation*, in printed order."""
    return _finds(regulation, regulation.body, (), ())


def tally(regulation: Regulation) -> Counter[str]:
    """Return how many lines each page has of *regulation*."""
    return Counter(find.page for find in finds(regulation))


def regulation_rows(
    book: Handbook, prose: Prose, addresses: Addresses, regulation: Regulation, wanted: frozenset[str]
) -> list[FactRow]:
    """Return the lines of *regulation* for the pages *wanted*, in printed order.

    Args:
        book: The published handbook.
        prose: Renders its texts.
        addresses: Where its rules stand.
        regulation: One of its regulations.
        wanted: Names of pages.
    """
    return [
        replace(_row(book, prose, addresses, find), under=_under(prose, find.place))
        for find in finds(regulation)
        if find.page in wanted
    ]


def script_rows(book: Handbook, prose: Prose, addresses: Addresses, file: ScriptFile) -> list[FactRow]:
    """Return everything *file* says never to say."""
    rows = []
    for situation in file.situations:
        cited = (Cited(addresses[f"{file.id}/{situation.id}"], file.title, title=situation.title),)
        for never in situation.never:
            text, why, instead = (
                prose.pair(said, slots=situation.slots) if said else None
                for said in (never.text, never.why, never.instead)
            )
            assert text is not None
            themes = _themes(book, situation.themes or file.themes)
            roles = situation.applies_to or file.applies_to
            rows.append(FactRow("never-say", text, cited, themes, roles, why=why, instead=instead))
    return rows


def record_row(book: Handbook, prose: Prose, addresses: Addresses, record: Record) -> FactRow:
    """Return the line of *record*: who fills it in, and which rules ask for it."""
    cited = tuple(
        cite(prose, book.provisions[address], addresses) for address in record.practises if address in book.provisions
    )
    names = tuple(book.role_name(role) for role in record.applies_to)
    return FactRow(
        "records", prose.pair(record.title), cited, _themes(book, record.themes), record.applies_to,
        by=join_texts(names) if names else None, target=addresses[record.id],
    )  # fmt: skip


def cite(prose: Prose, place: Place, addresses: Addresses) -> Cited:
    """Return how the article of *place* is cited: where it stands, its regulation, number and title."""
    regulation = place.regulation
    target = addresses.get(place.address or regulation.id) or addresses[regulation.id]
    chain = (*place.ancestors, place.node)
    heads = [i for i, node in enumerate(chain) if node.id is not None]
    if not heads:
        return Cited(target, regulation.title, edition=prose.edition_at(regulation.id))
    places = [Place(regulation, node, chain[:i], place.loc[: 2 * i + 2]) for i, node in enumerate(chain)]
    head = places[heads[-1]]
    # The title of a chapter stands only for what has no number of its own.
    named = [p for p in places[: heads[-1] + 1] if p.node.title and (p is head or _in_one(head, p))]
    return Cited(
        target, regulation.title, cited_as(head), title_of(prose, named[-1]) if named else None,
        prose.edition_at(place.address or regulation.id),
    )  # fmt: skip


def _under(prose: Prose, place: Place) -> Text | None:
    """Return the outermost heading *place* stands below."""
    node = next((node for node in place.ancestors[:1] if node.title is not None and node.article is None), None)
    return numbered_title(prose, Place(place.regulation, node, (), place.loc[:2])) if node else None


def _in_one(head: Place, above: Place) -> bool:
    return head.node.number is None or above.node.level not in HEADING_LEVELS


def rule_name(cited: Cited) -> Text:
    """Return number and title: 第五条 首次回复 / Art. 5 First reply."""
    if cited.label is None or cited.title is None:
        return cited.label or cited.title or cited.within
    return join_texts((cited.label, cited.title), " ", " ")


def _finds(
    regulation: Regulation, nodes: tuple[Node, ...], above: tuple[Node, ...], loc: tuple[str | int, ...]
) -> Iterator[Find]:
    for i, node in enumerate(nodes):
        # Most nodes have nothing for these pages, so a place is only made of those that may.
        if node.facts or node.approval or node.norm in _CLAUSES or _may_matter(node):
            yield from _finds_at(Place(regulation, node, above, (*loc, "body", i)))
        if node.body:
            yield from _finds(regulation, node.body, (*above, node), (*loc, "body", i))


def _clause_pages(place: Place) -> Iterator[str]:
    """Yield the pages of clauses that list *place*: that of its norm, and what its text says beside it."""
    node = place.node
    if node.text is None or any(child.level is Level.ITEM for child in node.body):
        return
    page = _CLAUSES.get(place.norm) if place.norm else None
    if page:
        yield page
    if place.norm is not Norm.DEFINITION:
        yield from (also for also in also_said(node.text) if also != page)


def _may_matter(node: Node) -> bool:
    text = node.text
    if text is None:
        return False
    return (node.norm is None and node.item is not None) or "${" in (text.zh or text.en or "") or bool(also_said(text))


def _finds_at(place: Place) -> Iterator[Find]:
    node = place.node
    for name, fact in node.facts.items():
        yield Find("deadlines" if fact.kind in _TIMES else "amounts", place, name)
    if node.approval is not None:
        yield Find("approvals", place)
    if node.text is None:
        return
    yield from (Find(page, place) for page in _clause_pages(place))
    if may_turn(node.text) and any(figure.condition for figure in printed_figures(node.text, place)):
        yield Find("thresholds", place)


def _row(book: Handbook, prose: Prose, addresses: Addresses, find: Find) -> FactRow:
    place, node = find.place, find.place.node
    cited, themes, roles = (cite(prose, place, addresses),), _themes(book, place.themes), place.applies_to
    if find.name is not None:
        fact = _fact(book, place, find.name)
        figure = Figure(_printed(book, place, find.name), _bound(fact))
        rank = (_KINDS.index(fact.kind), magnitude(fact.quantity[0]))
        return FactRow(
            find.page, figure_words(prose, place, find.name, fact), cited, themes, roles, (figure,), rank=rank
        )  # fmt: skip
    if find.page == "approvals":
        assert node.approval is not None
        by = tuple(book.role_name(role) for role in node.approval.by)
        matter = prose.pair(node.approval.matter, place)
        return FactRow(
            find.page, matter, cited, themes, node.approval.by, _limits(book, place), join_texts(by, " → ", " → ")
        )
    assert node.text is not None
    if find.page in _CLAUSES.values() and (place.norm is None or _CLAUSES.get(place.norm) != find.page):
        beside = sentences_for(node.text, find.page)
        if beside != node.text:
            return FactRow(find.page, prose.pair(beside, place), cited, themes, roles)
    sentence = full_sentence(prose, place)
    if find.page != "thresholds":
        return FactRow(find.page, sentence, cited, themes, roles)
    turning = [f for f in printed_figures(node.text, place) if f.condition]
    fact = _fact(book, place, turning[0].name)
    rank = (_KINDS.index(fact.kind), magnitude(fact.quantity[0]))
    figures = tuple(Figure(_printed(book, place, f.name), f.bound) for f in turning)
    return FactRow(find.page, sentence, cited, themes, roles, figures, rank=rank)


def _limits(book: Handbook, place: Place) -> tuple[Figure, ...]:
    """Return up to which figure somebody may approve: what the matter or its clause says, else the article's money."""
    approval, text = place.node.approval, place.node.text
    assert approval is not None
    for said in (approval.matter, text):
        found = [f for f in printed_figures(said, place) if not f.within] if said else []
        limits = [f for f in found if f.bound and _fact(book, place, f.name).kind in _LIMITS]
        if limits:
            return tuple(Figure(_printed(book, place, f.name), f.bound) for f in limits)
    provision = place.provision
    if provision is None or sum(p.node.approval is not None for p in _below_provision(place)) > 1:
        return ()
    facts = {name: _fact(book, place, name) for name in provision.facts}
    return tuple(
        Figure(_printed(book, place, name), _bound(fact), fact.about)
        for name, fact in facts.items()
        if fact.kind is QuantityKind.MONEY
    )


def _themes(book: Handbook, themes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(theme for theme in themes if theme in book.settings.themes)


def _address(place: Place, name: str) -> str:
    holder = next(node for node in place.lineage if name in node.facts)
    return f"{place.regulation.id}/{holder.id}#{name}"


def _fact(book: Handbook, place: Place, name: str) -> Fact:
    return book.facts[_address(place, name)]


def _printed(book: Handbook, place: Place, name: str) -> Text:
    address = _address(place, name)
    return Text(zh=book.print_fact(address, "zh"), en=book.print_fact(address, "en"))


def _bound(fact: Fact) -> Text | None:
    zh, en = bound_word(fact, "zh"), bound_word(fact, "en")
    return Text(zh=zh, en=en) if zh else None


def _below_provision(place: Place) -> Iterator[Place]:
    """Yield the places of the provision *place* belongs to."""
    chain = (*place.ancestors, place.node)
    i = next(i for i, node in enumerate(chain) if node is place.provision)
    return below(Place(place.regulation, chain[i], chain[:i], place.loc[: 2 * i + 2]))
