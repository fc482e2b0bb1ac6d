"""The handbook to search units, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from guizhang.model.etiquette import EtiquetteFile, EtiquetteGroup, EtiquettePoint
from guizhang.model.glossary import Term
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.numbering import printed_label
from guizhang.model.record import Record
from guizhang.model.regulation import HEADING_LEVELS, Node, Place, Regulation
from guizhang.model.script import ScriptFile, Situation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.blocks import children, heads_a_block, label_of, title_of, top
from guizhang.site.contents import numbered_title
from guizhang.site.meaning import describe
from guizhang.site.paths import GLOSSARY, anchor_of, chapter_path, makes_page, regulation_path
from guizhang.site.search.figures import told
from guizhang.site.search.unit import Figure, Heading, Kind, Unit, Words
from guizhang.site.texts import Prose

_PRINTED_NUMBER = re.compile(r"\d+(?:[.-]\d+)*", re.ASCII)


def units_of_regulation(book: Handbook, prose: Prose, regulation: Regulation) -> list[Unit]:
    """Return the articles of *regulation*, and what stands outside articles, in printed order.

    Args:
        book: The published handbook.
        prose: Prints its figures.
        regulation: One of its regulations.
    """
    return list(_Walk(book, prose, regulation).units())


def units_of_rest(book: Handbook, prose: Prose) -> list[Unit]:
    """Return script situations, etiquette points, records and terms."""
    found: list[Unit] = []
    for script in book.scripts:
        found += [_situation(book, script, situation) for situation in script.situations]
    for file in book.etiquette:
        found += [_point(book, prose, file, group, point) for group in file.groups for point in group.points]
    found += [_record(book, prose, record) for record in book.records]
    if book.glossary:
        found += [_term(book, prose, term) for term in book.glossary.terms]
    return found


class _Walk:
    """Goes through one regulation."""

    def __init__(self, book: Handbook, prose: Prose, regulation: Regulation) -> None:
        self.book, self.prose, self.regulation = book, prose, regulation
        self._named: dict[tuple[str, ...], tuple[str, ...]] = {}

    def units(self) -> Iterator[Unit]:
        regulation, title = self.regulation, _words(self.regulation.title)
        page = regulation_path(regulation.id)
        found = list(self._level(top(regulation), (title,), page))
        if not any(unit.url == page for unit in found):
            # Nothing stands before the first article; who looks for the regulation by name still finds its page.
            yield Unit(
                Kind.ARTICLE, page, regulation.id, _NOTHING, title, self._stands(()), _NOTHING,
                roles=regulation.applies_to, themes=regulation.themes, topics=self._topics(regulation.themes),
            )  # fmt: skip
        yield from found

    def _level(self, places: tuple[Place, ...], titles: tuple[Words, ...], page: str) -> Iterator[Unit]:
        """Yield the units of siblings; what stands between provisions without a head becomes one unit a stretch."""
        stands = self._stands(titles)
        loose: list[Place] = []
        for place in places:
            heading = place.node.level in HEADING_LEVELS
            if not heading and not _stands_alone(place):
                loose.append(place)
                continue
            yield from self._loose(loose, titles, page)
            loose = []
            if heading:
                yield from self._heading(place, titles, page)
            else:
                own, apart = _gathered(place)
                yield self._article(place, own, stands, page)
                yield from self._level(apart, (*titles, _words(numbered_title(self.prose, place))), page)
        yield from self._loose(loose, titles, page)

    def _heading(self, place: Place, titles: tuple[Words, ...], page: str) -> Iterator[Unit]:
        node = place.node
        if makes_page(node) and node.id:
            page = chapter_path(self.regulation.id, node.id)
        titles = (*titles, _words(numbered_title(self.prose, place)))
        if node.text is not None:
            yield from self._loose([place], titles, page)
        yield from self._level(children(place), titles, page)

    def _article(self, place: Place, own: Iterable[Place], heading: Heading, page: str) -> Unit:
        node, lines, figures = place.node, _Lines(), list(self._figures(place.node))
        if node.text is not None:
            lines.add(self._printed(node.text, place))
        for child in own:
            self._below(child, lines, figures)
        label, title = _words(label_of(place)), title_of(self.prose, place)
        address = f"{self.regulation.id}/{node.id}" if node.id else ""
        return Unit(
            Kind.ARTICLE, f"{page}#{anchor_of(place)}", address, label if _tells(label) else Words(), _words(title), heading, lines.words(),
            numbers=_numbers(node), roles=place.applies_to, themes=place.themes, topics=self._topics(place.themes),
            figures=told(figures, lines.words()),
        )  # fmt: skip

    def _loose(self, places: list[Place], titles: tuple[Words, ...], page: str) -> Iterator[Unit]:
        if not places:
            return
        first, lines, figures = places[0], _Lines(), list[Figure]()
        for place in places:
            if place.node.level in HEADING_LEVELS:
                lines.add(self._printed(place.node.text, place))
            else:
                self._below(place, lines, figures)
        yield Unit(
            Kind.ARTICLE, page,
            f"{self.regulation.id}/{first.node.id}" if first.node.id else self.regulation.id, Words(), titles[-1],
            self._stands(titles[:-1]), lines.words(), roles=first.applies_to, themes=first.themes,
            topics=self._topics(first.themes), figures=told(figures, lines.words()),
        )  # fmt: skip

    def _below(self, place: Place, lines: _Lines, figures: list[Figure]) -> None:
        node = place.node
        figures += self._figures(node)
        lines.add(self._printed(node.title, place), self._printed(node.text, place), head=_label(place))
        for child in children(place):
            self._below(child, lines, figures)

    def _figures(self, node: Node) -> Iterator[Figure]:
        for name in node.facts:
            address = f"{self.regulation.id}/{node.id}#{name}"
            fact = self.book.facts[address]
            printed = {lang: self.book.print_fact(address, lang) for lang in LANGS}
            told = {lang: describe(fact, printed[lang], lang) if fact.about else "" for lang in LANGS}
            yield Figure(str(fact.kind), Words(printed["zh"], printed["en"]), Words(told["zh"], told["en"]))

    def _printed(self, text: Text | None, place: Place) -> Words:
        return _words(self.prose.words(text, place)) if text else _NOTHING

    def _stands(self, titles: tuple[Words, ...]) -> Heading:
        return Heading(_stacked(titles), self.regulation.aliases)

    def _topics(self, themes: tuple[str, ...]) -> tuple[str, ...]:
        if themes not in self._named:
            self._named[themes] = _theme_names(self.book, themes)
        return self._named[themes]


_NOTHING = Words()


def _stands_alone(place: Place) -> bool:
    """Tell whether a node that is no heading is found by itself: it opens a block, or has an id to link to."""
    return place.node.id is not None or heads_a_block(place)


def _gathered(place: Place) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return what is found as part of *place*, and what only stands below its title (一、仪容仪表) and is found by itself."""
    below = children(place)
    if place.node.article is not None or place.node.title is None:
        return below, ()
    apart = tuple(child for child in below if _stands_alone(child))
    return tuple(child for child in below if child not in apart), apart


class _Lines:
    """Collects the lines of a body so that those of both languages correspond."""

    def __init__(self) -> None:
        self._zh: list[str] = []
        self._en: list[str] = []

    def add(self, *parts: Words, head: Words = _NOTHING) -> None:
        zh, en = "　".join(p.zh for p in parts if p.zh), " ".join(p.en for p in parts if p.en)
        if zh or en:
            self._zh.append(f"{head.zh}{zh}".replace("\n", " ") if zh else "")
            self._en.append(f"{head.en} {en}".strip().replace("\n", " ") if en else "")

    def words(self) -> Words:
        return Words("\n".join(self._zh).rstrip(), "\n".join(self._en).rstrip())


def _situation(book: Handbook, file: ScriptFile, situation: Situation) -> Unit:
    def printed(text: Text | None) -> Words:
        return Words(*(_said(book, text, lang, situation) for lang in LANGS)) if text else _NOTHING

    lines = _Lines()
    lines.add(printed(situation.when))
    for turn in situation.turns:
        lines.add(printed(turn.text))
    for phrase in situation.say:
        lines.add(printed(phrase.text))
    for never in situation.never:
        lines.add(printed(never.text), printed(never.why))
        lines.add(printed(never.instead))
    themes = situation.themes or file.themes
    return Unit(
        Kind.SCRIPT, f"scripts/{file.id}.html#{situation.id}", f"{file.id}/{situation.id}", _NOTHING,
        _words(situation.title), Heading(_words(file.title)), lines.words(),
        roles=situation.applies_to or file.applies_to, themes=themes, topics=_theme_names(book, themes),
    )  # fmt: skip


def _said(book: Handbook, text: Text, lang: Lang, situation: Situation) -> str:
    words = normalize("NFC", text.get(lang) or "")
    try:
        return book.plain(words, lang, slots=situation.slots)
    except UnknownReference:
        # Checks have reported it; what stands in the file is then the best there is.
        return words


def _point(book: Handbook, prose: Prose, file: EtiquetteFile, group: EtiquetteGroup, point: EtiquettePoint) -> Unit:
    lines = _Lines()
    for text in (point.do, point.dont, point.why, point.observe):
        lines.add(_words(prose.words(text)) if text else _NOTHING)
    themes = point.themes or file.themes
    return Unit(
        Kind.ETIQUETTE, f"etiquette/{file.id}.html#{point.id}", f"{file.id}/{point.id}", _NOTHING,
        _words(point.title or group.title),
        Heading(_stacked((_words(file.title), _words(group.title)))), lines.words(),
        roles=point.applies_to or file.applies_to, themes=themes, topics=_theme_names(book, themes),
    )  # fmt: skip


def _record(book: Handbook, prose: Prose, record: Record) -> Unit:
    lines = _Lines()
    lines.add(_words(prose.words(record.purpose)))
    if record.retention:
        lines.add(_words(prose.words(record.retention)))
    for section in record.sections:
        fields = [_words(prose.words(field.label)) for field in section.fields]
        title = _words(section.title)
        lines.add(Words("、".join(f.zh for f in fields), ", ".join(f.en for f in fields)), head=_with_colon(title))
    return Unit(
        Kind.RECORD, f"records/{record.id}.html", record.id, _NOTHING, _words(record.title),
        Heading(_NOTHING), lines.words(), roles=record.applies_to, themes=record.themes,
        topics=_theme_names(book, record.themes),
    )  # fmt: skip


def _term(book: Handbook, prose: Prose, term: Term) -> Unit:
    names = tuple(normalize("NFC", name) for name in (*term.synonyms.zh, *term.synonyms.en))
    return Unit(
        Kind.TERM, f"{GLOSSARY}#{term.id}", f"glossary/{term.id}", _NOTHING, _words(term.term),
        Heading(_NOTHING), _words(prose.words(term.definition)), names, themes=term.themes,
        topics=_theme_names(book, term.themes),
    )  # fmt: skip


def _words(text: Text | None) -> Words:
    if text is None:
        return _NOTHING
    return Words(normalize("NFC", text.zh or ""), normalize("NFC", text.en or ""))


def _with_colon(title: Words) -> Words:
    return Words(f"{title.zh}：" if title.zh else "", f"{title.en}:" if title.en else "")


def _stacked(titles: Iterable[Words]) -> Words:
    kept = list(titles)
    return Words("\n".join(t.zh or t.en for t in kept), "\n".join(t.en or t.zh for t in kept))


def _theme_names(book: Handbook, themes: tuple[str, ...]) -> tuple[str, ...]:
    known = (book.settings.themes[theme] for theme in themes if theme in book.settings.themes)
    return tuple(name for text in known for name in (text.zh, text.en) if name)


def _label(place: Place) -> Words:
    return Words(printed_label(place, "zh"), printed_label(place, "en"))


def _tells(label: Words) -> bool:
    """Tell whether a printed label says which rule it is: a dash does not."""
    return any(sign.isalnum() for sign in label.zh + label.en)


def _numbers(node: Node) -> tuple[str, ...]:
    printed = (node.number, node.label)
    return tuple(dict.fromkeys(number for number in printed if number and _PRINTED_NUMBER.fullmatch(number)))
