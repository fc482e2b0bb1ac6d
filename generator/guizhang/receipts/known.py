"""Which edition a hash belongs to: the handbook in the folder, editions on record, older editions that were read in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guizhang.model.acknowledged import WHOLE, ReadingList, handbook_mark, reading_lists
from guizhang.model.handbook import Handbook
from guizhang.model.text import Text
from guizhang.receipts.acknowledgement import Acknowledgement


@dataclass(frozen=True)
class Known:
    """What receipts are held against."""

    book: Handbook
    """As published today."""
    current: dict[str, ReadingList]
    older: dict[tuple[str, str], str]
    """List and hash -> name of the latest edition that had it."""

    @classmethod
    def of(cls, book: Handbook, older: Iterable[tuple[str, Handbook]] = ()) -> Known:
        """Collect what is known.

        Args:
            book: The handbook as published.
            older: Names of earlier editions, and those editions; the later ones last.
        """
        found = {
            (name, digest): record.id for record in book.editions for name, digest in record.digests.items()
        }  # fmt: skip
        for edition, past in older:
            lists = reading_lists(past.published())
            found |= {(name, one.digest): past.settings.edition or edition for name, one in lists.items()}
        return cls(book, reading_lists(book), found)

    @property
    def mark(self) -> str:
        """What a receipt for this handbook carries."""
        return handbook_mark(self.book.settings)

    @property
    def edition(self) -> str:
        """Name of today's edition."""
        return self.book.settings.edition or ""

    def is_current(self, said: Acknowledgement) -> bool:
        """Tell whether a receipt is about the text as it stands today."""
        known = self.current.get(said.list)
        return known is not None and known.digest == said.digest

    def older_edition(self, said: Acknowledgement) -> str | None:
        """Return the earlier edition a receipt is about; ``None`` where no known edition had that text."""
        return self.older.get((said.list, said.digest))

    def changed(self, said: Acknowledgement) -> tuple[str, ...]:
        """Return the regulations whose text is another one today, came, or went."""
        now = {e.regulation: e.digest for e in self.current[said.list].extents} if said.list in self.current else {}
        then = {regulation: digest for regulation, (_, digest) in said.regulations.items()}
        return tuple(name for name in dict.fromkeys((*now, *then)) if now.get(name) != then.get(name))

    def list_name(self, name: str) -> Text:
        """Return what a list is called."""
        return Text(zh="全部规章", en="all rules") if name == WHOLE else self.book.role_name(name)
