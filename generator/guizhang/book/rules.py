"""A regulation as a printed document: headings, articles with their rows, in printed order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guizhang.book.parts import Block, Document, Row
from guizhang.book.words import word
from guizhang.exam.papers.layout import width
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import CalendarDate
from guizhang.model.regulation import HEADING_LEVELS, Level, Place, Regulation
from guizhang.model.text import LANGS, Text
from guizhang.model.wording import print_date
from guizhang.site.blocks import children, heads_a_block, label_of, title_of, top
from guizhang.site.standing import edition_name, metadata
from guizhang.site.texts import Prose

_WIDEST_LABEL = 6
_DEEPEST = 4


def rule_document(book: Handbook, regulation: Regulation, on: date, extract: Text | None = None) -> Document:
    """Return *regulation* as it is printed.

    Args:
        book: The handbook it belongs to.
        regulation: One of its regulations, or what was chosen of it.
        on: The day whose reader it is for: rules not yet or no longer in force are marked.
        extract: Name of the role it was cut down to.
    """
    prose = Prose(book)
    notices = [*_standing(book, regulation, on), *([word("extract", role=extract)] if extract else [])]
    return Document(
        anchor=regulation.id,
        title=regulation.title,
        facts=tuple(metadata(book, regulation)),
        edition=edition_name(regulation.edition.version),
        notice=Text(**{lang: " ".join(n.either(lang) for n in notices) for lang in LANGS}) if notices else None,
        blocks=tuple(_blocks(prose, top(regulation), 1)),
        regulation=regulation,
    )


def date_text(day: date) -> Text:
    """Return 2026年12月1日 / 1 December 2026."""
    value = CalendarDate.parse(day.isoformat())
    return Text(zh=print_date(value, "zh"), en=print_date(value, "en"))


def _standing(book: Handbook, regulation: Regulation, on: date) -> Iterator[Text]:
    edition = regulation.edition
    if edition.repealed is not None and edition.ended(on):
        yield word("repealed", day=date_text(edition.repealed))
    elif edition.effective is not None and edition.pending(on):
        yield word("renewed-from" if regulation.id in book.renewals else "not-yet", day=date_text(edition.effective))


def _blocks(prose: Prose, places: tuple[Place, ...], level: int) -> Iterator[Block]:
    """Yield the blocks of siblings and of everything below them."""
    loose: list[Row] = []
    room = _room(places)
    for place in places:
        node = place.node
        if node.level not in HEADING_LEVELS and not heads_a_block(place):
            loose.extend(_rows(prose, place, room))
            continue
        if loose:
            yield Block(0, tuple(loose))
            loose = []
        own = [_row(prose, place)] if node.text is not None else []
        head = Block(
            level,
            label=label_of(place),
            title=title_of(prose, place),
            anchor=_anchor(place),
            heading=node.level in HEADING_LEVELS,
            stale=prose.stale(place) if node.text is None else None,
            rows=tuple(own),
            place=place,
        )
        if head.heading:
            yield head
            yield from _blocks(prose, children(place), level + 1)
        else:
            below = children(place)
            inner = _room(below)
            rows = [row for child in below for row in _rows(prose, child, inner)]
            yield Block(
                level, (*own, *rows), head.label, head.title, head.anchor, stale=head.stale, place=place
            )  # fmt: skip
    if loose:
        yield Block(0, tuple(loose))


def _rows(prose: Prose, place: Place, room: int) -> Iterator[Row]:
    """Yield the row of *place* and those of everything below it."""
    yield _row(prose, place, label=label_of(place), title=title_of(prose, place), room=room)
    below = children(place)
    inner = _room(below)
    for child in below:
        yield from _rows(prose, child, inner)


def _row(prose: Prose, place: Place, *, label: Text | None = None, title: Text | None = None, room: int = 0) -> Row:
    above = sum(node.level is Level.ITEM and node.title is None for node in place.ancestors)
    return Row(
        text=prose.words(place.node.text, place) if place.node.text else None,
        label=label,
        title=title,
        depth=min(above + (label is not None), _DEEPEST),
        width=room if label else 0,
        stale=prose.stale(place),
        place=place,
    )


def _room(siblings: tuple[Place, ...]) -> int:
    """Return the room in em that the labels of a list need."""
    labels = [label_of(place) for place in siblings if place.node.level is Level.ITEM]
    widest = max((width(label.either(lang)) for label in labels if label for lang in LANGS), default=0)
    return max(2, min(-(-widest // 2), _WIDEST_LABEL))


def _anchor(place: Place) -> str | None:
    return f"{place.regulation.id}/{place.node.id}" if place.node.id else None
