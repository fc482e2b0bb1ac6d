"""The entries of what stands beside the regulations: scripts, etiquette, records, glossary, settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guizhang.editions.attributes import Attribute, literal, roles, themes
from guizhang.editions.entries import Content, Entry, Row
from guizhang.editions.printing import Printer
from guizhang.editions.words import ROWS
from guizhang.model.edition import Subject
from guizhang.model.etiquette import EtiquetteFile, EtiquettePoint
from guizhang.model.glossary import Term
from guizhang.model.handbook import Handbook
from guizhang.model.record import Record
from guizhang.model.script import ScriptFile, Situation
from guizhang.model.text import LANGS, Text


def document_entries(book: Handbook, printer: Printer) -> Iterator[Entry]:
    """Yield the handbook's own entry and those of all documents that are no regulations."""
    yield Entry(
        Subject.HANDBOOK, "", "", None, book.settings.title, printer, lambda: _settings(book, printer), book.settings
    )
    for file in book.scripts:
        yield _file(book, printer, Subject.SCRIPT, file)
        for situation in file.situations:
            yield _part(book, printer, Subject.SITUATION, file, situation, situation.title)
    for etiquette in book.etiquette:
        yield _file(book, printer, Subject.ETIQUETTE, etiquette)
        for group in etiquette.groups:
            for point in group.points:
                yield _part(book, printer, Subject.POINT, etiquette, point, point.title or point.do or point.dont)
    for record in book.records:
        yield _record_entry(book, printer, record)
    for address, term in book.terms.items():
        yield _term_entry(book, printer, address, term)


def _file(book: Handbook, printer: Printer, subject: Subject, file: ScriptFile | EtiquetteFile) -> Entry:
    def content() -> Content:
        rows = [_row(printer, "title", file.title)]
        if isinstance(file, EtiquetteFile):
            rows += [_row(printer, "group", group.title) for group in file.groups]
        return Content(tuple(rows), _scope(book, file))

    return Entry(subject, file.id, "", None, file.title, printer, content)


def _part(
    book: Handbook,
    printer: Printer,
    subject: Subject,
    file: ScriptFile | EtiquetteFile,
    part: Situation | EtiquettePoint,
    title: Text | None,
) -> Entry:
    def content() -> Content:
        rows = _situation(printer, part) if isinstance(part, Situation) else _point(printer, part)
        return Content(tuple(rows), _scope(book, part))

    return Entry(subject, f"{file.id}/{part.id}", file.id, None, title, printer, content, part)


def _record_entry(book: Handbook, printer: Printer, record: Record) -> Entry:
    def content() -> Content:
        layout = {"layout": literal(f"{record.layout} {record.rows}" if record.layout == "register" else record.layout)}
        return Content(tuple(_record(printer, record)), {**_scope(book, record), **layout})

    return Entry(Subject.RECORD, record.id, "", None, record.title, printer, content, record)


def _term_entry(book: Handbook, printer: Printer, address: str, term: Term) -> Entry:
    def content() -> Content:
        rows = [_row(printer, "title", term.term), _row(printer, "definition", term.definition)]
        for role, forms in (("synonyms", term.synonyms), ("forbidden", term.forbidden)):
            if forms.zh or forms.en:
                rows.append(_row(printer, role, Text(zh="、".join(forms.zh), en=", ".join(forms.en))))
        return Content(tuple(rows), {"themes": themes(book, term.themes)})

    return Entry(Subject.TERM, address, "", None, term.term, printer, content, term)


def _situation(printer: Printer, situation: Situation) -> Iterator[Row]:
    slots = situation.slots
    yield _row(printer, "title", situation.title, slots)
    yield _row(printer, "when", situation.when, slots)
    for name, text in slots.items():
        yield _row(printer, "slot", text, note=name)
    for turn in situation.turns:
        yield _row(printer, str(turn.speaker), turn.text, slots)
    for phrase in situation.say:
        yield _row(printer, "say", phrase.text, slots, "verbatim" if phrase.verbatim else "")
    for never in situation.never:
        yield _row(printer, "never", never.text, slots)
        yield _row(printer, "why", never.why, slots)
        if never.instead is not None:
            yield _row(printer, "instead", never.instead, slots)


def _point(printer: Printer, point: EtiquettePoint) -> Iterator[Row]:
    for role, text in (
        ("title", point.title), ("do", point.do), ("dont", point.dont), ("why", point.why), ("observe", point.observe),
    ):  # fmt: skip
        if text is not None:
            yield _row(printer, role, text)


def _record(printer: Printer, record: Record) -> Iterator[Row]:
    yield _row(printer, "title", record.title)
    yield _row(printer, "purpose", record.purpose)
    if record.retention is not None:
        yield _row(printer, "retention", record.retention)
    for section in record.sections:
        yield _row(printer, "section", section.title)
        for field in section.fields:
            kind = f"{field.type}{' required' if field.required else ''}"
            yield _row(printer, "field", field.label, note=kind)
            yield from (_row(printer, "option", option) for option in field.options)
            if field.note is not None:
                yield _row(printer, "note", field.note)


def _settings(book: Handbook, printer: Printer) -> Content:
    """Return what handbook.yaml says; its parameters show where their figures are printed."""
    settings = book.settings
    rows = [_row(printer, "title", settings.title), _row(printer, "company", settings.company)]
    for role_id, role in settings.roles.items():
        rows.append(_row(printer, "role", role.name, note=role_id))
        if role.description is not None:
            rows.append(_row(printer, "description", role.description, note=role_id))
    rows += [_row(printer, "theme", name, note=theme_id) for theme_id, name in settings.themes.items()]
    units = {name: f"{unit.zh}/{unit.en}" for name, unit in settings.units.items()}
    attributes = {
        "edition": literal(settings.edition),
        "language": literal(settings.language),
        "default_view": literal(settings.default_view),
        "brand": literal(", ".join(f"{name} {value}" for name, value in settings.brand if value)),
        "order": literal(", ".join(settings.order) or None),
        "units": literal(", ".join(f"{name} {said}" for name, said in units.items()) or None),
    }
    return Content(tuple(rows), attributes)


def _scope(
    book: Handbook, part: ScriptFile | Situation | EtiquetteFile | EtiquettePoint | Record
) -> Mapping[str, Attribute]:
    """Return whom a document or a part of one is for, and which rules stand behind it."""
    practises = getattr(part, "practises", ())
    return {
        "applies_to": roles(book, part.applies_to),
        "themes": themes(book, part.themes),
        "practises": literal(", ".join(practises) or None),
    }


def _row(printer: Printer, role: str, text: Text, slots: Mapping[str, Text] | None = None, note: str = "") -> Row:
    name = ROWS.get(role)
    label = Text(**{lang: getattr(name, lang) for lang in LANGS}) if name else None
    return Row(role, printer.words(text, slots=slots), printer.masked(text), label, note=note)
