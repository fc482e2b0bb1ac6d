"""Scripts, etiquette, records and the glossary as printed documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guizhang.book.parts import Block, Document, Fact, Row, Sheet
from guizhang.model.etiquette import EtiquetteFile, EtiquettePoint
from guizhang.model.glossary import Forms, Glossary, Term
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.record import Record
from guizhang.model.script import NeverSay, ScriptFile, Situation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.blocks import cited_as
from guizhang.site.record_sheet import sheet
from guizhang.site.texts import Prose, join_texts
from guizhang.site.words import word as site_word

GLOSSARY = "glossary"


class Companions:
    """Makes the documents of one handbook that are no rules themselves.

    Args:
        book: The published handbook.
        anchors: Anchors of the rules that are in the printed book; others are named nowhere.
    """

    def __init__(self, book: Handbook, anchors: Mapping[str, Text]) -> None:
        self._book = book
        self._prose = Prose(book)
        self._anchors = anchors

    def script(self, file: ScriptFile) -> Document:
        """Return a file of situations: conversation, what to say, what never to say and why."""
        blocks = tuple(
            Block(1, tuple(self._situation(s)), title=s.title, anchor=f"{file.id}/{s.id}") for s in file.situations
        )
        return Document(file.id, file.title, self._applies(file.applies_to), blocks=blocks)

    def etiquette(self, file: EtiquetteFile) -> Document:
        """Return a file of dos and don'ts."""
        blocks: list[Block] = []
        for group in file.groups:
            blocks.append(Block(1, title=group.title, heading=True))
            for point in group.points:
                title = point.title
                rows = tuple(self._point(point))
                blocks.append(Block(2 if title else 0, rows, title=title, anchor=f"{file.id}/{point.id}"))
        return Document(file.id, file.title, self._applies(file.applies_to), blocks=tuple(blocks))

    def record(self, record: Record) -> Document:
        """Return a record with its blank form."""
        facts: list[Fact] = [(site_word("purpose"), self._print(record.purpose))]
        if record.retention:
            facts.append((site_word("retention"), self._print(record.retention)))
        rules = self._rules(record.practises)
        rows = (Row(None, margin=site_word("practises"), targets=rules),) if rules else ()
        blank = Sheet(record.layout == "register", record.rows, tuple(sheet(self._prose, record)))
        blocks = (Block(0, rows),) if rows else ()
        return Document(record.id, record.title, tuple(facts), blocks=blocks, sheet=blank)

    def glossary(self, glossary: Glossary) -> Document:
        """Return the terms."""
        blocks = tuple(
            Block(1, tuple(self._term(term)), title=term.term, anchor=f"{GLOSSARY}/{term.id}")
            for term in glossary.terms
        )
        return Document(GLOSSARY, site_word("glossary"), blocks=blocks)

    def _situation(self, situation: Situation) -> Iterator[Row]:
        def row(text: Text, margin: str) -> Row:
            return Row(self._print(text, situation.slots), margin=site_word(margin))

        yield row(situation.when, "when")
        for turn in situation.turns:
            yield row(turn.text, str(turn.speaker))
        for phrase in situation.say:
            yield row(phrase.text, "verbatim" if phrase.verbatim else "say")
        for never in situation.never:
            yield from self._never(never, situation)
        yield from self._behind(situation.practises)

    def _never(self, never: NeverSay, situation: Situation) -> Iterator[Row]:
        for margin, text in (("never-say", never.text), ("why", never.why), ("instead", never.instead)):
            if text is not None:
                struck = margin == "never-say"
                yield Row(self._print(text, situation.slots), margin=site_word(margin), struck=struck)

    def _point(self, point: EtiquettePoint) -> Iterator[Row]:
        for margin, text in (("do", point.do), ("dont", point.dont), ("why", point.why), ("observe", point.observe)):
            if text is not None:
                yield Row(self._print(text), margin=site_word(margin))
        yield from self._behind(point.practises)

    def _term(self, term: Term) -> Iterator[Row]:
        yield Row(self._print(term.definition))
        for margin, forms in (("synonyms", term.synonyms), ("forbidden", term.forbidden)):
            if forms.zh or forms.en:
                yield Row(_forms(forms), margin=site_word(margin))

    def _behind(self, addresses: Iterable[str]) -> Iterator[Row]:
        if rules := self._rules(addresses):
            yield Row(None, margin=site_word("practises"), targets=rules)

    def _rules(self, addresses: Iterable[str]) -> tuple[tuple[Text, str], ...]:
        return tuple((self._anchors[address], address) for address in addresses if address in self._anchors)

    def _applies(self, roles: tuple[str, ...]) -> tuple[Fact, ...]:
        names = tuple(self._book.role_name(role) for role in roles)
        return ((site_word("applies-to"), join_texts(names)),) if names else ()

    def _print(self, text: Text, slots: Mapping[str, Text] | None = None) -> Text:
        return Text(**{lang: self._plain(said, lang, slots) for lang in LANGS if (said := text.get(lang))})

    def _plain(self, text: str, lang: Lang, slots: Mapping[str, Text] | None) -> str:
        try:
            return self._book.plain(text, lang, slots=slots)
        except UnknownReference:
            # Checks have reported it; what stands in the file is then the best there is.
            return text


def rule_names(book: Handbook) -> dict[str, Text]:
    """Return by anchor how each rule is named in a list: 《投诉处理规定》第五条 / Complaint handling, Art. 5."""
    found = {regulation.id: _named(regulation.title, None) for regulation in book.regulations}
    for address, place in book.provisions.items():
        label = cited_as(place)
        found[address] = _named(place.regulation.title, label or place.node.title)
    return found


def _named(title: Text, inner: Text | None) -> Text:
    zh, en = f"《{title.either('zh')}》", title.either("en")
    return Text(zh=zh + inner.either("zh"), en=f"{en}, {inner.either('en')}") if inner else Text(zh=zh, en=en)


def _forms(forms: Forms) -> Text:
    return Text(zh="、".join(forms.zh) or None, en=", ".join(forms.en) or None)
