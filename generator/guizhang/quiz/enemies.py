"""Items that answer each other: named so by their author, about the same fact, or one saying what the other asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from guizhang.quiz.pool import PoolEntry

Enemies = Mapping[str, frozenset[str]]


def enemies_among(entries: Sequence[PoolEntry], answering: Iterable[tuple[str, str]] = ()) -> Enemies:
    """Return for each item the ids of the items that may not stand beside it; of *answering*, one gives the other away."""
    ids = {entry.item.id for entry in entries}
    by_topic: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {item_id: set() for item_id in ids}
    for entry in entries:
        for topic in entry.topics:
            by_topic.setdefault(topic, set()).add(entry.item.id)
        for enemy in ids.intersection(entry.item.enemies):
            found[entry.item.id].add(enemy)
            found[enemy].add(entry.item.id)
    for one, other in answering:
        if one in ids and other in ids:
            found[one].add(other)
            found[other].add(one)
    for entry in entries:
        found[entry.item.id].update(*(by_topic[topic] for topic in entry.topics))
    return {item_id: frozenset(enemies - {item_id}) for item_id, enemies in found.items()}
