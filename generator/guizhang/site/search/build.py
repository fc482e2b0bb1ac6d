"""The whole index of a handbook at once: for the command line and for tests. The site does the same share by share."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.model.handbook import Handbook
from guizhang.parallel import spread
from guizhang.site.search.partial import Partial, partial
from guizhang.site.search.unit import Unit
from guizhang.site.search.units import units_of_regulation, units_of_rest
from guizhang.site.search.write import About, write
from guizhang.site.texts import Prose

_SMALL = 2000
"""Regulations and chapters' worth of articles; below, starting processes takes longer than the work."""


def index_files(book: Handbook, content: str = "", written: Sequence[Unit] = ()) -> dict[str, bytes]:
    """Return the files of the index: path below its folder -> content.

    Args:
        book: The published handbook.
        content: The mark of the build that pages carry too.
        written: What is found on hand-written pages.
    """
    prose, roles = Prose(book), tuple(book.settings.roles)

    def share(number: int) -> Partial:
        if number == len(book.regulations):
            return partial(units_of_rest(book, prose), roles)
        return partial(units_of_regulation(book, prose, book.regulations[number]), roles)

    small = len(book.provisions) < _SMALL
    shares = [*spread(share, len(book.regulations) + 1, small=small), *([partial(written, roles)] if written else [])]
    return dict(write(shares, About.of(book, content)))
