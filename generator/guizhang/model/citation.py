"""Whether an item still rests on what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain

from guizhang.model.fingerprint import Citable, citation_hash
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.item import GAP, Item
from guizhang.model.regulation import Place, walk, within
from guizhang.model.text import LANGS, Text, placeholders, substitute


class Freshness(StrEnum):
    """State of one citation."""

    FRESH = "fresh"
    STALE = "stale"
    """The provision has changed since the item was accepted."""
    UNCONFIRMED = "unconfirmed"
    """No hash was ever recorded."""
    GONE = "gone"
    """There is no such provision."""
    NOT_ADOPTED = "not_adopted"
    """The provision is kept out of the published handbook."""
    REPEALED = "repealed"
    """The regulation has a day of repeal, past or to come."""


def freshness(item: Item, handbook: Handbook) -> Mapping[str, Freshness]:
    """Return the state of every citation of *item*, by address."""
    return {address: _state(item, address, recorded, handbook) for address, recorded in item.cites.items()}


def in_force_from(item: Item, handbook: Handbook) -> date | None:
    """Return the first day on which every rule that *item* rests on is in force; ``None`` where none names a day."""
    rests_on = {address.partition("#")[0] for address in (*item.cites, *item.states)}
    editions = [edition for address in rests_on if (edition := handbook.edition_at(address)) is not None]
    return max((edition.effective for edition in editions if edition.effective is not None), default=None)


def current_hash(item: Item, address: str, handbook: Handbook) -> str | None:
    """Return the hash *item* should hold for *address* now; ``None`` when there is nothing at that address."""
    cited = find(address, handbook)
    if cited is None:
        return None
    return citation_hash(cited, [handbook.facts[figure] for figure in _rests_on(item, address, cited, handbook)])


def find(address: str, handbook: Handbook) -> Citable | None:
    """Return what stands at *address*: a node of a regulation, a situation, a point, a record or a term."""
    place = _place(address, handbook)
    if place is not None:
        return place.node
    if address in handbook.situations:
        return handbook.situations[address][1]
    if address in handbook.etiquette_points:
        return handbook.etiquette_points[address][1]
    record = next((r for r in handbook.records if r.id == address), None)
    if record is not None:
        return record
    return handbook.terms.get(address)


def _place(address: str, handbook: Handbook) -> Place | None:
    if address in handbook.provisions:
        return handbook.provisions[address]
    regulation_id, _, node_id = address.partition("/")
    for regulation in handbook.regulations:
        if regulation.id == regulation_id and node_id:
            return next((place for place in walk(regulation) if place.node.id == node_id), None)
    return None


def _rests_on(item: Item, address: str, cited: Citable, handbook: Handbook) -> list[str]:
    """Return the figures at *address* whose values make *item* right or wrong.

    An item model knows which figures it has printed. Nobody knows that of what a person wrote: their item rests on every
    figure of what it cites, save those it follows.
    """
    stated = [f for f in item.states if f in handbook.facts and f.startswith(f"{address}#")]
    if item.model is not None:
        return stated
    return sorted({*stated, *(set(_figures(address, cited, handbook)) - _followed(item))})


def _figures(address: str, cited: Citable, handbook: Handbook) -> Iterator[str]:
    """Yield the figures that what is cited has or prints."""
    place = _place(address, handbook)
    if place is None:
        said = placeholders(cited.model_dump_json())
        yield from (p.reference for p in said if p.reference in handbook.facts)
        return
    for inner in within(place):
        if not inner.node.adopted:
            continue
        yield from (f"{inner.regulation.id}/{inner.node.id}#{name}" for name in inner.node.facts)
        for text in (inner.node.title, inner.node.text):
            for wording in _said(text):
                for placeholder in placeholders(wording):
                    try:
                        yield handbook.fact_address(placeholder.reference, inner)
                    except UnknownReference:
                        continue


def _followed(item: Item) -> set[str]:
    """Return the figures that *item* prints by placeholder in what is asked, where it has no number of its own.

    A rationale says why the key is the key and does not make it; and beside a distractor of 36小时 a placeholder may
    come to print the same.
    """
    bodies = (item, *item.questions)
    gaps = [gap for body in bodies for gap in body.gaps.values()]
    shown = [said for text in item.shown() for said in _said(text)]
    own = (
        any(body.numeric for body in bodies)
        or any(gap.equivalent and any(map(placeholders, _said(gap.answer))) for gap in gaps)
        or any(re.search(r"\d", GAP.sub("", substitute(said, lambda _: ""))) for said in shown)
    )
    return set() if own else {p.reference for p in chain.from_iterable(map(placeholders, shown))}


def _said(text: Text | None) -> list[str]:
    return [said for lang in LANGS if text and (said := text.get(lang))]


def _state(item: Item, address: str, recorded: str | None, handbook: Handbook) -> Freshness:
    now = current_hash(item, address, handbook)
    if now is None:
        return Freshness.GONE
    place = handbook.provisions.get(address)
    if place is not None and not place.adopted:
        return Freshness.NOT_ADOPTED
    if place is not None and not place.binding:
        return Freshness.REPEALED
    if recorded is None:
        return Freshness.UNCONFIRMED
    return Freshness.FRESH if recorded == now else Freshness.STALE
