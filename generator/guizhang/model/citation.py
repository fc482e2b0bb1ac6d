"""Whether an item still rests on what it cites."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from guizhang.model.fingerprint import Citable, citation_hash
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.regulation import walk


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


def current_hash(item: Item, address: str, handbook: Handbook) -> str | None:
    """Return the hash *item* should hold for *address* now; ``None`` when there is nothing at that address."""
    cited = find(address, handbook)
    if cited is None:
        return None
    stated = [handbook.facts[f] for f in item.states if f in handbook.facts and f.startswith(f"{address}#")]
    return citation_hash(cited, stated)


def find(address: str, handbook: Handbook) -> Citable | None:
    """Return what stands at *address*: a node of a regulation, a situation, a point, a record or a term."""
    if address in handbook.provisions:
        return handbook.provisions[address].node
    if address in handbook.situations:
        return handbook.situations[address][1]
    if address in handbook.etiquette_points:
        return handbook.etiquette_points[address][1]
    record = next((r for r in handbook.records if r.id == address), None)
    if record is not None:
        return record
    if address in handbook.terms:
        return handbook.terms[address]
    regulation_id, _, node_id = address.partition("/")
    for regulation in handbook.regulations:
        if regulation.id == regulation_id and node_id:
            return next((place.node for place in walk(regulation) if place.node.id == node_id), None)
    return None


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
