"""Rule text to HTML: figures and slots marked, everything else escaped, the two languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
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


class Prose:
    """Renders the texts of one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook

    def pair(
        self,
        text: Text,
        place: Place | None = None,
        slots: Mapping[str, Text] | None = None,
        *,
        stale: Lang | None = None,
    ) -> Pair:
        """Return *text* as HTML in both languages.

        Args:
            text: The passage.
            place: Where it stands, to resolve the figures of its article.
            slots: What ``${name}`` stands for in a script.
            stale: The language whose translation is out of date.
        """
        halves = {lang: self._half(text.get(lang), lang, place, slots) for lang in LANGS}
        return Pair(halves["zh"], halves["en"], stale)

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
        self, text: str | None, lang: Lang, place: Place | None, slots: Mapping[str, Text] | None
    ) -> Markup | None:
        if text is None:
            return None
        out = Markup()
        for part in segments(text):
            if isinstance(part, str):
                out += Markup("<br>").join(part.split("\n"))
            elif slots and part.reference in slots:
                out += Markup('<span class="gz-slot">{}</span>').format(slot_label(slots[part.reference], lang))
            else:
                out += self._fact(part.reference, lang, place)
        return out

    def _fact(self, reference: str, lang: Lang, place: Place | None) -> Markup:
        try:
            address = self._handbook.fact_address(reference, place)
        except UnknownReference:
            return escape("${" + reference + "}")
        fact: Fact = self._handbook.facts[address]
        figure = self._handbook.print_fact(address, lang)
        return Markup('<data class="gz-fact" value="{}" title="{}">{}</data>').format(
            fact.value, describe(fact, figure, lang), figure
        )


def _other(lang: Lang) -> Lang:
    return "en" if lang == "zh" else "zh"


@lru_cache(maxsize=1 << 16)
def duo(text: Text) -> Markup:
    """Return a short text (a title, a label) in both languages, one span each; the view decides which is seen.

    Where a translation is missing the other language stays visible in every view.
    """
    present = [(lang, value) for lang in LANGS if (value := text.get(lang))]
    keep = Markup(" data-keep") if len(present) == 1 else Markup()
    # The blank between the spans keeps the two apart for search and for readers without our style sheet.
    return Markup(" ").join(
        Markup('<span lang="{}"{}>{}</span>').format(LANG_TAGS[lang], keep, value) for lang, value in present
    )


def join_texts(texts: tuple[Text, ...], zh: str = "、", en: str = ", ") -> Text:
    """Return several short texts as one, joined the way each language does it."""
    return Text(zh=zh.join(t.either("zh") for t in texts), en=en.join(t.either("en") for t in texts))
