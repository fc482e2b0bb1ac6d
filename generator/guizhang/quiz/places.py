"""What a record keeps of the rules it rests on: what keys print for a cited address, and a hash of each regulation."""

from __future__ import annotations

import hashlib

from guizhang.model.citation import find
from guizhang.model.fingerprint import citation_hash
from guizhang.model.form import CitedPlace
from guizhang.model.handbook import Handbook
from guizhang.model.numbering import cited_label
from guizhang.model.regulation import Regulation
from guizhang.model.text import LANGS, Text


def editions(handbook: Handbook) -> dict[str, str]:
    """Return for each published regulation the hash of its adopted provisions, parameters included."""
    return {regulation.id: _edition(regulation, handbook) for regulation in handbook.published().regulations}


def cited_place(address: str, handbook: Handbook) -> CitedPlace:
    """Return what keys print for a cited address."""
    place = handbook.provisions.get(address)
    if place is not None:
        label = {lang: cited_label(place, lang) or None for lang in LANGS}
        # Behind a number a title reads as that provision's own; only what has no number is called by what it stands under.
        named = (place.node,) if any(label.values()) else place.lineage
        titled = next((node for node in named if node.title), None)
        return CitedPlace(
            document=place.regulation.title,
            label=Text(**label) if any(label.values()) else None,
            title=titled.title if titled else None,
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


def _edition(regulation: Regulation, handbook: Handbook) -> str:
    nodes = [citation_hash(node) for node in regulation.body]
    facts = [f"{a}={f.value}" for a, f in sorted(handbook.facts.items()) if a.startswith(f"{regulation.id}/")]
    return hashlib.sha256("\n".join([*nodes, *facts]).encode()).hexdigest()[:8]
