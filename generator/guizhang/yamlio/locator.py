"""Where something stands in a loaded file."""

from __future__ import annotations

from pathlib import Path

from guizhang.diagnostics import Source
from guizhang.yamlio.load import read_tree
from guizhang.yamlio.tree import Loc, Tree


class Locator:
    """Finds the line and column of a place in a loaded file, reading the file again only when asked."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._trees: dict[str, Tree | None] = {}

    def __call__(self, path: str, loc: Loc = (), *, at_key: bool = False) -> Source:
        """Return where *loc* stands in *path* (as named in messages)."""
        if not loc:
            return Source(path, 1, 1)
        if path not in self._trees:
            self._trees[path] = read_tree(self._base / path, path)
        tree = self._trees[path]
        return tree.locate(loc, at_key=at_key) if tree else Source(path)
