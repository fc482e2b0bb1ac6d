"""What stands at an address, printed as its readers have it before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guizhang.model.citation import find
from guizhang.model.etiquette import EtiquettePoint
from guizhang.model.fingerprint import Citable
from guizhang.model.glossary import Term
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.record import Record
from guizhang.model.regulation import Node, Place, within
from guizhang.model.script import Situation
from guizhang.model.text import LANGS, Lang, Text

_NEVER: Mapping[Lang, str] = {"zh": "不能说：", "en": "Never: "}
_INSTEAD: Mapping[Lang, str] = {"zh": "应当说：", "en": "Instead: "}


def span(address: str, handbook: Handbook) -> Text | None:
    """Return what stands at *address* as readers have it before them, a line for each clause; ``None`` if nothing does."""
    cited = find(address, handbook)
    if cited is None:
        return None
    said = {lang: "\n".join(_lines(cited, address, handbook, lang)) or None for lang in LANGS}
    return Text(**said) if any(said.values()) else None


def _lines(cited: Citable, address: str, handbook: Handbook, lang: Lang) -> Iterator[str]:
    match cited:
        case Node():
            yield from _node_lines(address, handbook, lang)
        case Situation():
            for text in (cited.title, cited.when, *(phrase.text for phrase in cited.say)):
                yield from _printed(text, handbook, lang, slots=cited)
            for never in cited.never:
                for mark, line in ((_NEVER, never.text), (_INSTEAD, never.instead)):
                    yield from (f"{mark[lang]}{said}" for said in _printed(line, handbook, lang, slots=cited))
        case EtiquettePoint():
            yield from (t for text in (cited.title, cited.do, cited.dont) if text and (t := text.get(lang)))
        case Record():
            labels = [field.label for section in cited.sections for field in section.fields]
            yield from (t for text in (cited.title, *labels) if (t := text.get(lang)))
        case Term():
            yield from (t for text in (cited.term, cited.definition) if (t := text.get(lang)))


def _node_lines(address: str, handbook: Handbook, lang: Lang) -> Iterator[str]:
    place: Place | None = handbook.provisions.get(address)
    if place is None:
        return
    for inner in within(place):
        for text in (inner.node.title, inner.node.text):
            yield from _printed(text, handbook, lang, place=inner)


def _printed(
    text: Text | None, handbook: Handbook, lang: Lang, place: Place | None = None, slots: Situation | None = None
) -> Iterator[str]:
    said = text.get(lang) if text is not None else None
    if said is None:
        return
    try:
        yield " ".join(handbook.plain(said, lang, place, slots.slots if slots else None).split())
    except UnknownReference:
        yield said
