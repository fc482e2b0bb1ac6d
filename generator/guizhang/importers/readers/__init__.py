"""Readers, one module per source format. A reader says what is markup and what the format itself knows about structure.

The stages after it see one text and never ask which format it came from.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from guizhang.importers.readers import text
from guizhang.importers.readers.markdown import reader as markdown
from guizhang.importers.reading import Reading

READERS = {suffix: module for module in (text, markdown) for suffix in module.SUFFIXES}

__all__ = ["READERS", "Reading", "read"]


def read(source: str, path: str) -> Reading:
    """Return what the reader for *path*'s suffix knows about *source*; an unknown suffix is read as plain text.

    Reads: text. Writes: masks and heading lines. Stands before folding because the view hides the markup.
    """
    reader: Callable[[str], Reading] = READERS.get(PurePath(path).suffix.lower(), text).read
    # What is copied from a wiki is Markdown whatever the file is called.
    return markdown.read(source) if reader is text.read and markdown.is_markdown(source) else reader(source)
