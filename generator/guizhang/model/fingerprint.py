"""Hashes that tell whether a translation or an item still rests on the text it was made from.

A hash is the first eight hexadecimal digits of a SHA-256: enough to notice a change, short enough to type.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from guizhang.model.etiquette import EtiquettePoint
from guizhang.model.fact import Fact
from guizhang.model.glossary import Term
from guizhang.model.record import Record
from guizhang.model.regulation import Node
from guizhang.model.script import Situation
from guizhang.model.text import Lang, Text

Citable = Node | Situation | EtiquettePoint | Record | Term


def text_hash(text: str) -> str:
    """Return the hash of one source text, placeholders unresolved; runs of white space count as one blank."""
    return _digest(" ".join(text.split()))


def translation_source(node: Node, lang: Lang) -> str | None:
    """Return what a translation of *node* is made from: its title and text in *lang*; ``None`` when it has none."""
    parts = [part for part in (_in(node.title, lang), _in(node.text, lang)) if part]
    return "\n".join(parts) or None


def translation_hash(node: Node, lang: Lang) -> str | None:
    """Return the hash that ``translated_from`` keeps for a translation out of *lang*."""
    source = translation_source(node, lang)
    return text_hash(source) if source is not None else None


def citation_hash(cited: Citable, figures: Iterable[Fact] = ()) -> str:
    """Return the hash of what an item cites.

    It covers the canonical text (both languages, placeholders unresolved), norms and structure below *cited*, and the
    values of *figures*, in that order: two of them may change places. Printed numbers, themes, reviews and translation
    marks are left out: changing them makes no item wrong.
    """
    values = [f"{fact.kind}:{fact.value}:{fact.unit}:{fact.bound}:{fact.inclusive}" for fact in figures]
    return _digest(json.dumps([_canonical(cited), values], ensure_ascii=False, sort_keys=True))


def _canonical(cited: Citable) -> object:
    if isinstance(cited, Node):
        return [
            cited.norm,
            _pair(cited.title),
            _pair(cited.text),
            sorted((name, fact.kind, fact.bound, fact.inclusive) for name, fact in cited.facts.items()),
            [_canonical(child) for child in cited.body if child.adopted],
        ]
    left_out = {"themes", "applies_to", "practises"}
    return _squeeze(cited.model_dump(mode="json", exclude=left_out, exclude_defaults=True))


def _pair(text: Text | None) -> list[str] | None:
    return [" ".join((text.get(lang) or "").split()) for lang in ("zh", "en")] if text else None


def _squeeze(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {key: _squeeze(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_squeeze(inner) for inner in value]
    return value


def _in(text: Text | None, lang: Lang) -> str | None:
    return text.get(lang) if text else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
