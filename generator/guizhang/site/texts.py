"""Rule text to HTML: figures and slots marked, everything else escaped, the two languages side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from guizhang.model.fact import Fact
from guizhang.model.fingerprint import translation_hash
from guizhang.model.handbook import Handbook, UnknownReference, slot_label
from guizhang.model.regulation import Place
from guizhang.model.text import LANGS, Lang, Text, segments
from guizhang.site.meaning import describe

LANG_TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
"""BCP 47 tags; the script is named so that browsers choose Simplified glyphs, and zh-Hant can stand beside it."""


_NEXT_CELL = "</span>\t<span>"
"""A tab between two cells; the character stays, for what copies the text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage in both languages, as HTML; a language without text is ``None``."""

    zh: Markup | None
    en: Markup | None
    stale: Lang | None = None
    """The language whose translation was made from an older source."""

    def get(self, lang: Lang) -> Markup | None:
        """Return the passage in *lang*."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of plain text that becomes a link."""

    start: int
    end: int
    opening: str
    """The HTML of its opening tag; ``a`` closes it."""


Marker = Callable[[str, Lang], Iterable[Mark]]
"""Finds what to link in a run of text, in order and without overlap."""


class Prose:
    """Renders the texts of one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._figures: dict[tuple[str, Lang], str] = {}
        self.edition_at = handbook.edition_at
        """Gives the dates that hold for what stands at an address."""

    def pair(
        self,
        text: Text,
        place: Place | None = None,
        slots: Mapping[str, Text] | None = None,
        *,
        stale: Lang | None = None,
        marker: Marker | None = None,
    ) -> Pair:
        """Return *text* as HTML in both languages.

        Args:
            text: The passage.
            place: Where it stands, to resolve the figures of its article.
            slots: What ``${name}`` stands for in a script.
            stale: The language whose translation is out of date.
            marker: Finds the links in it.
        """
        return Pair(
            None if text.zh is None else self._half(text.zh, "zh", place, slots, marker),
            None if text.en is None else self._half(text.en, "en", place, slots, marker),
            stale,
        )

    def plain(self, text: Text, lang: Lang, place: Place | None = None) -> str:
        """Return *text* without markup, in the other language where *lang* is missing."""
        return self._printed(text.either(lang), lang if text.get(lang) else _other(lang), place)

    def words(self, text: Text, place: Place | None = None) -> Text:
        """Return a title or label with its figures printed, still as text."""
        if "${" not in (text.zh or "") + (text.en or ""):
            return text
        return Text(**{lang: self._printed(value, lang, place) for lang in LANGS if (value := text.get(lang))})

    def stale(self, place: Place) -> Lang | None:
        """Return the language in which the translation of *place* no longer rests on its source."""
        if not place.node.translated_from:
            return None
        source = place.regulation.source_language
        target = _other(source)
        recorded = place.node.translated_from.get(target)
        if recorded is None or recorded == translation_hash(place.node, source):
            return None
        return target

    def _printed(self, text: str, lang: Lang, place: Place | None) -> str:
        try:
            return self._handbook.plain(text, lang, place)
        except UnknownReference:
            # Checks have reported it; what stands in the file is then the best there is.
            return text

    def _half(
        self, text: str, lang: Lang, place: Place | None, slots: Mapping[str, Text] | None, marker: Marker | None
    ) -> Markup:
        return _markup(_columns(text, self._runs(text, lang, place, slots, marker)))

    def _runs(
        self, text: str, lang: Lang, place: Place | None, slots: Mapping[str, Text] | None, marker: Marker | None
    ) -> str:
        if "${" not in text:
            return _literal(text, lang, marker)
        out: list[str] = []
        for part in segments(text):
            if isinstance(part, str):
                out.append(_literal(part, lang, marker))
            elif slots and part.reference in slots:
                out.append(f'<span class="gz-slot">{escape(slot_label(slots[part.reference], lang))}</span>')
            else:
                out.append(self._fact(part.reference, lang, place))
        return "".join(out)

    def _fact(self, reference: str, lang: Lang, place: Place | None) -> str:
        try:
            address = self._handbook.fact_address(reference, place)
        except UnknownReference:
            return str(escape("${" + reference + "}"))
        known = self._figures.get((address, lang))
        if known is None:
            fact: Fact = self._handbook.facts[address]
            figure = self._handbook.print_fact(address, lang)
            meaning = escape(describe(fact, figure, lang))
            known = f'<data class="gz-fact" value="{escape(fact.value)}" title="{meaning}">{escape(figure)}</data>'
            self._figures[address, lang] = known
        return known


@lru_cache(maxsize=1 << 16)
def duo(text: Text) -> Markup:
    """Return a short text (a title, a label) in both languages, one span each; the view decides which is seen.

    Where a translation is missing the other language stays visible in every view, and so does what both print alike (1., 4.8.1).
    """
    return _markup(duo_once(text))


def duo_once(text: Text) -> str:
    """Return the same for what stands once in a handbook: to keep it would only fill the memory."""
    if text.zh and text.zh == text.en:
        latin = text.zh.isascii() and any(map(str.isalpha, text.zh))
        text = Text.model_construct(zh=None, en=text.en) if latin else Text.model_construct(zh=text.zh, en=None)
    keep = "" if text.zh and text.en else " data-keep"
    zh = f'<span lang="{LANG_TAGS["zh"]}"{keep}>{escape(text.zh)}</span>' if text.zh else ""
    en = f'<span lang="{LANG_TAGS["en"]}"{keep}>{escape(text.en)}</span>' if text.en else ""
    # The blank between the spans keeps the two apart for search and for readers without our style sheet.
    return f"{zh} {en}" if zh and en else zh or en


def join_texts(texts: tuple[Text, ...], zh: str = "、", en: str = ", ") -> Text:
    """Return several short texts as one, joined the way each language does it."""
    return Text(zh=zh.join(t.either("zh") for t in texts), en=en.join(t.either("en") for t in texts))


def _literal(text: str, lang: Lang, marker: Marker | None) -> str:
    if marker is None:
        return _lines(text)
    out: list[str] = []
    done = 0
    for mark in marker(text, lang):
        linked = text[mark.start : mark.end].replace("\t", " ")
        out += (_lines(text[done : mark.start]), mark.opening, _lines(linked), "</a>")
        done = mark.end
    out.append(_lines(text[done:]))
    return "".join(out)


def _lines(text: str) -> str:
    html = str(escape(text))
    if "\t" in html:
        html = html.replace("\t", _NEXT_CELL)
    return html.replace("\n", "<br>") if "\n" in html else html


def _columns(text: str, html: str) -> str:
    """Return the *html* of a *text* with tabs, rows of a table, as cells."""
    if "\t" not in text:
        return html
    return "".join(f'<span class="gz-tabbed"><span>{line}</span></span>' for line in html.split("<br>"))


def _other(lang: Lang) -> Lang:
    return "en" if lang == "zh" else "zh"


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - made of escaped text and our own tags
