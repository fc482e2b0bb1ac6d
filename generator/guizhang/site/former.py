"""Where addresses of earlier editions lead: a link that was copied then still finds its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guizhang.model.edition import Subject
from guizhang.model.handbook import Handbook
from guizhang.site.changes import entries_of
from guizhang.site.paths import Addresses, chapter_path, regulation_path


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


_FOLDERS = {Subject.SCRIPT: "scripts", Subject.ETIQUETTE: "etiquette", Subject.RECORD: "records"}


def former_pages(book: Handbook, addresses: Addresses) -> Iterator[tuple[str, str, str]]:
    """Yield the pages of earlier editions that are no longer there: path, address, and where that leads.

    Whoever kept the address of a whole chapter would be told that there is no such page.

    Args:
        book: The published handbook.
        addresses: Where its rules stand.
    """
    subjects = {c.was_address: c.subject for record in book.editions for c in record.changes if c.was_address}
    there = {target.partition("#")[0] for target in addresses.targets.values()}
    for address, target in former(book, addresses).items():
        # A rule of a renamed document is not told of by itself; what has a page today had one.
        subject = subjects.get(address, Subject.HEADING if "#" not in target else None)
        path = _page_of(subject, address)
        if path is not None and path not in there:
            yield path, address, target


def _page_of(subject: Subject | None, address: str) -> str | None:
    document, _, inner = address.partition("/")
    if subject in (Subject.REGULATION, Subject.HEADING):
        return chapter_path(document, inner) if inner else regulation_path(document)
    return f"{_FOLDERS[subject]}/{document}.html" if subject in _FOLDERS else None


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
    for was in [address for address in told.moved if "/" not in address]:
        # With a document everything in it has another address; a record has only what else changed.
        now = told.last(was)
        inside = (address for address in addresses.targets if address.startswith(f"{now}/"))
        told.moved.update((f"{was}/{a.partition('/')[2]}", a) for a in inside if f"{was}/{a.partition('/')[2]}" not in told.moved)
    found: dict[str, str] = {}
    for address in (*told.moved, *told.removed):
        now = told.last(address) or address
        target = addresses.get(now) or told.removed.get(now)
        if target is not None and address not in addresses.targets:
            found[address] = target
    return found
