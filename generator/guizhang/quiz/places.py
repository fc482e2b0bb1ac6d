"""What a record keeps of the rules it rests on: what keys print for a cited address, and a hash of each regulation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from guizhang.model.citation import find
from guizhang.model.fingerprint import citation_hash
from guizhang.model.form import CitedPlace
from guizhang.model.handbook import Handbook
from guizhang.model.numbering import cited_label, printed_label
from guizhang.model.regulation import Place, Regulation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.cited import span

_MOST: Mapping[Lang, int] = {"zh": 16, "en": 48}
"""Characters by which a point of a list is named."""
_PARTING = " ，。；：、,.;:"


def editions(handbook: Handbook) -> dict[str, str]:
    """Return for each published regulation the hash of its adopted provisions, parameters included."""
    return {regulation.id: _edition(regulation, handbook) for regulation in handbook.published().regulations}


def cited_place(address: str, handbook: Handbook) -> CitedPlace:
    """Return what keys print for a cited address."""
    place = handbook.provisions.get(address)
    if place is not None:
        bullet = place.node.number is not None and not _has_number(place)
        # A bullet tells no point of a list from the others: it is called by its first words, behind the number above it.
        numbered = next(filter(_has_number, _upwards(place)), None) if bullet else place
        label = {lang: (cited_label(numbered, lang) or None) if numbered else None for lang in LANGS}
        # Behind a number a title reads as that provision's own; only what has no number is called by what it stands under.
        named = (place.node,) if any(label.values()) else place.lineage
        titled = next((node for node in named if node.title), None)
        title = titled.title if titled else None
        return CitedPlace(
            document=place.regulation.title,
            label=Text(**label) if any(label.values()) else None,
            title=place.node.title or _opening(address, handbook) or title if bullet else title,
        )
    if address in handbook.situations:
        file, situation = handbook.situations[address]
        return CitedPlace(document=file.title, title=situation.title)
    if address in handbook.etiquette_points:
        etiquette, point = handbook.etiquette_points[address]
        return CitedPlace(document=etiquette.title, title=point.title)
    there = find(address, handbook)
    title = getattr(there, "title", None)
    return CitedPlace(document=title or Text(zh=address, en=address))


def _has_number(place: Place) -> bool:
    """Tell whether what is printed before a node says which one it is: not a bullet."""
    return any(sign.isalnum() for lang in LANGS for sign in printed_label(place, lang))


def _upwards(place: Place) -> Iterator[Place]:
    """Yield what a node stands in, the nearest first."""
    for at in range(len(place.ancestors) - 1, -1, -1):
        yield Place(place.regulation, place.ancestors[at], place.ancestors[:at], ())


def _opening(address: str, handbook: Handbook) -> Text | None:
    """Return the first words of a provision."""
    whole = span(address, handbook)
    said = {lang: _begin(text.splitlines()[0], _MOST[lang]) for lang in LANGS if whole and (text := whole.get(lang))}
    return Text(**said) if any(said.values()) else None


def _begin(text: str, most: int) -> str:
    """Return *text* up to *most* characters, in whole words where it has any."""
    if len(text) > most:
        cut = text[: most + 1]
        text = (cut.rpartition(" ")[0] or cut[:most]).rstrip(_PARTING) + "…"
    return text.rstrip(_PARTING)


def _edition(regulation: Regulation, handbook: Handbook) -> str:
    nodes = [citation_hash(node) for node in regulation.body]
    facts = [f"{a}={f.value}" for a, f in sorted(handbook.facts.items()) if a.startswith(f"{regulation.id}/")]
    return hashlib.sha256("\n".join([*nodes, *facts]).encode()).hexdigest()[:8]
