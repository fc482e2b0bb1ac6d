"""Versions announced while the one before stays in force: what they change, and what applies until their first day.

A file holds one version of a regulation, the one to come as soon as it is published. The record of the edition that
announced it says which rules it changes and how they read before; all others bind today as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from guizhang.model.edition import Aspect, EditionRecord, RecordedChange, Subject
from guizhang.model.regulation import Regulation

_BIND = frozenset({Aspect.STRENGTH, Aspect.FIGURES, Aspect.ADDED, Aspect.REMOVED, Aspect.WORDING, Aspect.SCOPE})
"""What makes a rule another from the day on; a translation, a number or a place does not."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a version that was announced changes in one regulation."""

    since: date
    """Its first day in force."""
    changes: Mapping[str, tuple[RecordedChange, ...]] = field(default_factory=dict)
    """Address of a provision as it stands now -> how it changes, the earliest first."""
    beside: tuple[tuple[EditionRecord, RecordedChange], ...] = ()
    """What changes outside the provisions there are: those the new version does without, words under a heading."""


def renewals(regulations: Iterable[Regulation], editions: Sequence[EditionRecord]) -> Mapping[str, Renewal]:
    """Return what is announced by the regulation's id; nothing of one whose record does not say that the earlier stays.

    Args:
        regulations: As they are published.
        editions: Their records, the oldest first.
    """
    found = {}
    for regulation in regulations:
        if regulation.edition.effective is not None and (records := _records(regulation, editions)):
            found[regulation.id] = _renewal(regulation.id, regulation.edition.effective, records)
    return found


def _records(regulation: Regulation, editions: Sequence[EditionRecord]) -> Sequence[EditionRecord]:
    """Return the records from the one on that announced the version of *regulation*; none where none did."""
    last = max((n for n, record in enumerate(editions) if regulation.id in record.renewed), default=None)
    if last is None or regulation.edition.effective is None or regulation.edition.effective <= editions[last].issued:
        return ()
    records = editions[last:]
    # A version nobody has recorded yet may change anything.
    told = any(record.regulations.get(regulation.id) == regulation.edition.version for record in records)
    return records if told else ()


def _renewal(regulation: str, since: date, records: Sequence[EditionRecord]) -> Renewal:
    changes: dict[str, tuple[RecordedChange, ...]] = {}
    beside: list[tuple[EditionRecord, RecordedChange]] = []
    for record in records:
        moved = {c.was_address: c.address for c in record.changes if c.was_address and c.address}
        # All at once: two rules may have exchanged their ids.
        changes.update({now: changes.pop(was) for was, now in moved.items() if was in changes})
        for change in record.changes:
            address = change.address or change.was_address or ""
            if address.partition("/")[0] != regulation or _BIND.isdisjoint(change.aspects):
                continue
            if change.address is not None and change.subject is Subject.PROVISION:
                changes[change.address] = (*changes.get(change.address, ()), change)
            elif change.lines:
                beside.append((record, change))
    return Renewal(since, changes, tuple(beside))
