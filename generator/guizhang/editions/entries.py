"""A handbook as a list of what can change on its own: provisions, headings, regulations, situations, points, records.

Every text of the handbook belongs to exactly one entry: a paragraph or item without an id to the nearest node above that
has one, or to the regulation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from guizhang.editions.attributes import Attribute, approvals, day, known, literal, roles, themes
from guizhang.editions.printing import Printer
from guizhang.model.edition import Subject
from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import HEADING_LEVELS, Node, Norm, Place, Regulation, walk
from guizhang.model.text import LANGS, Lang, Text

Key = tuple[str, str]
"""(family, address)."""

_FAMILIES: dict[Subject, str] = {
    Subject.HEADING: Subject.REGULATION, Subject.PROVISION: Subject.REGULATION, Subject.SITUATION: Subject.SCRIPT,
    Subject.POINT: Subject.ETIQUETTE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph, item, title or field of an entry."""

    role: str
    """``title``, ``text``, or what the row is in a script or record; rows of different roles are never compared."""
    text: Text
    """As printed, with its figures."""
    masked: Text
    """The same with the name of each figure in its place."""
    label: Text | None = None
    """Printed label of an item, or what the row is called."""
    norm: Norm | None = None
    """Its own; an item that has none goes with its paragraph."""
    note: str = ""
    """What else is fixed about it: a field's type, whether it is required."""
    source: Lang = "zh"
    """The language that prevails."""
    confirmed: bool = False
    """Whether the translation is marked as made from this source text."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry says."""

    rows: tuple[Row, ...]
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """Its figures: ``#name`` for its own, the full address for those of others it prints."""


@dataclass(frozen=True, eq=False)
class Entry:
    """Something that can change on its own. Its content is made when it is asked for: most of a handbook never is."""

    subject: Subject
    address: str
    """Permanent address; empty for the handbook itself."""
    home: str
    """Address of what it stands in: a chapter, a regulation, a file; empty at the top."""
    number: Callable[[], Text | None] | None
    """Makes the printed number; ``None`` for what has none."""
    title: Text | None
    printer: Printer
    make: Callable[[], Content]
    model: object = None
    """What it was made from, where comparing that is cheaper than comparing contents."""

    @property
    def family(self) -> str:
        """The kind of document it stands in."""
        return _FAMILIES.get(self.subject, self.subject)

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.family, self.address

    @property
    def place(self) -> Key:
        """What it stands in."""
        return self.family, self.home

    @property
    def document(self) -> str:
        """Id of the document it stands in."""
        return self.address.partition("/")[0]

    @cached_property
    def label(self) -> Text | None:
        """Printed number: 第五条 / Article 5."""
        return self.number() if self.number is not None else None

    @cached_property
    def content(self) -> Content:
        """What it says."""
        return self.make()

    @property
    def name(self) -> Text:
        """Number and title as one says them: 第五条 首次回复 / Article 5 First reply."""
        parts = [part for part in (self.label, self.title) if part is not None]
        if not parts:
            return Text(zh=self.address, en=self.address)
        return Text(**{lang: " ".join(filter(None, (part.either(lang) for part in parts))) for lang in LANGS})

    def words(self, lang: Lang) -> str:
        """Return everything it says in one language, a line for each row; empty where it has nothing in it."""
        return "\n".join(said for row in self.content.rows if (said := row.text.get(lang)))


def regulation_entries(book: Handbook, printer: Printer) -> Iterator[Entry]:
    """Yield the entries of all regulations, in printed order."""
    for regulation in book.regulations:
        yield from _entries(book, printer, regulation)


def _entries(book: Handbook, printer: Printer, regulation: Regulation) -> Iterator[Entry]:
    owned: dict[str, list[Place]] = {regulation.id: []}
    for place in walk(regulation):
        owned.setdefault(_owner(regulation, place.lineage), []).append(place)
    loose = owned.pop(regulation.id)
    yield Entry(
        Subject.REGULATION, regulation.id, "", None, regulation.title, printer,
        lambda: _regulation_content(book, printer, regulation, loose),
    )  # fmt: skip
    for address, places in owned.items():
        place = places[0]
        heading = place.node.level in HEADING_LEVELS
        yield Entry(
            Subject.HEADING if heading else Subject.PROVISION,
            address,
            _owner(regulation, place.lineage[1:]),
            partial(_label, place),
            printer.words(place.node.title, place) if place.node.title else None,
            printer,
            _maker(book, printer, places),
            None if heading else place.node,
        )


def _owner(regulation: Regulation, lineage: tuple[Node, ...]) -> str:
    """Return the address of the nearest of *lineage* with an id, which goes outwards; else that of the regulation."""
    node_id = next((node.id for node in lineage if node.id is not None), None)
    return regulation.id if node_id is None else f"{regulation.id}/{node_id}"


def _maker(book: Handbook, printer: Printer, places: list[Place]) -> Callable[[], Content]:
    return lambda: _node_content(book, printer, places)


def _regulation_content(book: Handbook, printer: Printer, regulation: Regulation, loose: list[Place]) -> Content:
    title = _plain_row("title", regulation.title, regulation.source_language)
    rows = [title, *(row for place in loose for row in _rows(printer, place))]
    edition = regulation.edition
    attributes = {
        "version": literal(edition.version),
        "effective": day(edition.effective),
        "repealed": day(edition.repealed),
        "authoritative": known(regulation.authoritative),
        "applies_to": roles(book, regulation.applies_to),
        "themes": themes(book, regulation.themes),
        "owner": roles(book, (regulation.owner,) if regulation.owner else ()),
        "aliases": literal(", ".join(regulation.aliases) or None),
        "adopted": known(regulation.adopted),
        "review": literal(regulation.review.kind if regulation.review else None),
    }
    return Content(tuple(rows), attributes, printer.facts_of(loose, own=None))


def _node_content(book: Handbook, printer: Printer, places: list[Place]) -> Content:
    head = places[0]
    node = head.node
    rows = [row for place in places for row in _rows(printer, place)]
    for name, fact in node.facts.items():
        rows += [
            _plain_row(f"{part} {name}", text, head.regulation.source_language)
            for part, text in (("about", fact.about), ("since", fact.since))
            if text is not None
        ]
    attributes = {
        "applies_to": roles(book, node.applies_to),
        "themes": themes(book, node.themes),
        "approval": approvals(book, places),
        "adopted": known(node.adopted),
        "review": literal(node.review.kind if node.review else None),
    }
    return Content(tuple(rows), attributes, printer.facts_of(places, own=head))


def _rows(printer: Printer, place: Place) -> Iterator[Row]:
    """Yield the heading and the text of one node; the number of an entry's own node belongs to the entry."""
    node, source = place.node, place.regulation.source_language
    label = _label(place) if node.id is None else None
    confirmed = printer.confirmed(place)
    if node.title is not None:
        role = "title" if node.id else "heading"
        yield Row(
            role, printer.words(node.title, place), printer.masked(node.title), label, None, "", source, confirmed
        )
        label = None
    if node.text is not None:
        text = printer.words(node.text, place)
        yield Row("text", text, printer.masked(node.text), label, node.norm, "", source, confirmed)


def _label(place: Place) -> Text | None:
    labels = {lang: printed_label(place, lang) or None for lang in LANGS}
    return Text(**labels) if any(labels.values()) else None


def _plain_row(role: str, text: Text, source: Lang = "zh") -> Row:
    return Row(role, text, text, source=source)
