"""The handbook, or what was chosen of it, as a printed book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from guizhang.book.choose import choose
from guizhang.book.companions import Companions, rule_names
from guizhang.book.parts import Book, Document, Part
from guizhang.book.rules import rule_document
from guizhang.book.words import word
from guizhang.model.handbook import Handbook
from guizhang.model.text import LANGS, Text
from guizhang.site.words import word as site_word


def gather(book: Handbook, *, on: date, regulations: Sequence[str] = (), role: str | None = None) -> Book:
    """Return the printed book.

    Args:
        book: The handbook, published or its owner's.
        on: The day whose reader it is for.
        regulations: Ids of the regulations wanted; none means everything.
        role: Id of the role whose rules are wanted.

    Raises:
        Faulty: there is no such regulation or role.
    """
    chosen = choose(book, regulations, role)
    name = book.role_name(role) if role is not None else None
    whole = {regulation.id: regulation for regulation in book.regulations}
    rules = tuple(
        rule_document(book, regulation, on, name if regulation is not whole[regulation.id] else None)
        for regulation in chosen.regulations
    )
    parts = [Part(site_word("regulations"), rules), *_companions(book, chosen)]
    settings = book.settings
    edition = Text(zh=settings.edition, en=settings.edition) if settings.edition else None
    return Book(
        settings.title,
        settings.company,
        word("edition", edition=edition) if edition else None,
        settings.brand.accent,
        _choice(rules if regulations else (), name),
        tuple(part for part in parts if part.documents),
    )


def _companions(book: Handbook, chosen: Handbook) -> Iterator[Part]:
    make = Companions(book, rule_names(chosen))
    yield Part(site_word("scripts"), tuple(make.script(file) for file in chosen.scripts))
    yield Part(site_word("etiquette"), tuple(make.etiquette(file) for file in chosen.etiquette))
    yield Part(site_word("records"), tuple(make.record(record) for record in chosen.records))
    if chosen.glossary:
        yield Part(site_word("glossary"), (make.glossary(chosen.glossary),))


def _choice(rules: tuple[Document, ...], role: Text | None) -> Text | None:
    """Return what the book was cut down to, for its cover."""
    lines = [rule.title for rule in rules]
    if role is not None:
        lines.append(word("for-role", role=role))
    return Text(**{lang: "\n".join(line.either(lang) for line in lines) for lang in LANGS}) if lines else None
