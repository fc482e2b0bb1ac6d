"""Plain text: nothing is markup and nothing is stated."""

from __future__ import annotations

from guizhang.importers.readers.reading import Reading

SUFFIXES = (".txt", ".text")


def read(source: str) -> Reading:
    """Return an empty reading; structure is found by the stages."""
    del source
    return Reading()
