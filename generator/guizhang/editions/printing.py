"""Texts of one handbook as they are printed, and as they stand with figures named instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guizhang.model.fact import Fact
from guizhang.model.fingerprint import translation_hash
from guizhang.model.handbook import Handbook, UnknownReference, slot_label
from guizhang.model.regulation import Place
from guizhang.model.text import LANGS, Lang, Text, placeholders, substitute

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand around the name of a figure, so that no rule text can look like one."""


class Printer:
    """Prints the texts of one handbook."""

    def __init__(self, book: Handbook) -> None:
        self._book = book

    def words(self, text: Text, place: Place | None = None, slots: Mapping[str, Text] | None = None) -> Text:
        """Return *text* with its figures printed; what nothing is known of stays as it is written."""
        if not has_figures(text):
            return text
        return Text(**{lang: self._printed(said, lang, place, slots) for lang in LANGS if (said := text.get(lang))})

    def masked(self, text: Text) -> Text:
        """Return *text* with the names of its figures."""
        if not has_figures(text):
            return text
        said = {lang: text.get(lang) for lang in LANGS}
        return Text(**{lang: substitute(s, lambda name: _OPEN + name + _CLOSE) for lang, s in said.items() if s})

    def _printed(self, text: str, lang: Lang, place: Place | None, slots: Mapping[str, Text] | None) -> str:
        def resolve(name: str) -> str:
            if slots and name in slots:
                return slot_label(slots[name], lang)
            try:
                return self._book.print_fact(self._book.fact_address(name, place), lang)
            except UnknownReference:
                return "${" + name + "}"

        return substitute(text, resolve)

    def figure(self, fact: Fact, lang: Lang) -> str:
        """Return the figure of *fact* as *lang* prints it in this handbook."""
        from guizhang.model.wording import print_fact

        return print_fact(fact, lang, self._book.settings.units)

    def confirmed(self, place: Place) -> bool:
        """Return whether the translation of a node is marked as made from its present source text."""
        source = place.regulation.source_language
        recorded = place.node.translated_from.get("en" if source == "zh" else "zh")
        return recorded is not None and recorded == translation_hash(place.node, source)

    def facts_of(self, places: Iterable[Place], own: Place | None) -> dict[str, Fact]:
        """Return the figures that *places* hold or print.

        Args:
            places: Nodes of one entry.
            own: The node whose figures are the entry's own; they are named without its address, which may change.
        """
        mine = f"{own.regulation.id}/{own.node.id}#" if own is not None else ""
        found: dict[str, Fact] = {}
        if own is not None:
            found = {f"#{name}": self._book.facts[mine + name] for name in own.node.facts}
        for place in places:
            for text in (place.node.title, place.node.text):
                for address in self._addresses(text, place):
                    found[address.removeprefix(mine[:-1]) if mine else address] = self._book.facts[address]
        return found

    def _addresses(self, text: Text | None, place: Place) -> Iterable[str]:
        if text is None or not has_figures(text):
            return
        for lang in LANGS:
            for placeholder in placeholders(text.get(lang) or ""):
                try:
                    yield self._book.fact_address(placeholder.reference, place)
                except UnknownReference:
                    continue


def has_figures(text: Text) -> bool:
    """Return whether *text* prints a figure or a slot."""
    return "${" in (text.zh or "") or "${" in (text.en or "")
