"""Where addresses of earlier editions lead: a link that was copied then still finds its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guizhang.model.handbook import Handbook
from guizhang.site.changes import entries_of
from guizhang.site.paths import Addresses


@dataclass(frozen=True)
class _Told:
    """What the records of editions say of addresses that are no longer in use."""

    moved: dict[str, str] = field(default_factory=dict)
    """Address -> the one it had from the next edition on."""
    removed: dict[str, str] = field(default_factory=dict)
    """Address -> the place on the site that tells of its removal."""

    def last(self, address: str) -> str | None:
        """Return what *address* came to be; ``None`` where nothing is told of it. A rule inside a renamed document moves with it."""
        now, seen = address, {address}
        while True:
            document, slash, inner = now.partition("/")
            later = self.moved.get(now) or (f"{self.moved[document]}/{inner}" if slash and document in self.moved else None)
            # Two rules may have exchanged their addresses, and back.
            if later is None or later in seen:
                return now if now != address else None
            now = later
            seen.add(now)


def former(book: Handbook, addresses: Addresses) -> Mapping[str, str]:
    """Return the addresses of earlier editions that nothing has today, and where each leads.

    That is where the rule stands now, or the line that tells of its removal.

    Args:
        book: The published handbook.
        addresses: Where its rules stand.
    """
    told = _Told()
    for record in book.editions:
        for path, entry in entries_of(record, addresses):
            change = entry.change
            if change.was_address is None:
                continue
            if change.address is None:
                told.removed[change.was_address] = f"{path}#{entry.anchor}"
            else:
                told.moved[change.was_address] = change.address
    found: dict[str, str] = {}
    for address in (*told.moved, *told.removed):
        now = told.last(address) or address
        target = addresses.get(now) or told.removed.get(now)
        if target is not None and address not in addresses.targets:
            found[address] = target
    return found
