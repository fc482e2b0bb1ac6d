"""The drafts that are in a folder already, as people have left them: renamed, edited, reordered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from guizhang.diagnostics import Diagnostic
from guizhang.importers.merging.matching import Spot, spots
from guizhang.importers.merging.state import DraftState
from guizhang.yamlio.load import read_text
from guizhang.yamlio.tree import Tree, parse

SHEET = "#"
"""What parts the name of a workbook from that of a sheet: the lines of an origin count in it."""
RENAMED = 0.5
"""A file that holds this share of a draft's texts is that draft under another name."""


class Existing:
    """Files of a folder of drafts, each read once."""

    def __init__(self, folder: Path, states: Sequence[DraftState]) -> None:
        self.folder = folder
        self._claimed = {state.file for state in states}
        self._read: dict[Path, tuple[str | None, Tree | None, list[Diagnostic]]] = {}

    def text(self, path: Path) -> str | None:
        """Return a file's text, line ends as line feeds; ``None`` where there is none."""
        return self._load(path)[0]

    def tree(self, path: Path) -> tuple[Tree | None, list[Diagnostic]]:
        """Return what a file says, and the faults that keep it from being read."""
        _, tree, faults = self._load(path)
        return tree, faults

    def ids(self, path: Path) -> set[str]:
        """Return the ids of all nodes in a file."""
        return {spot.id for spot in self._spots(path, ("zh",)) if spot.id}

    def sources(self, path: Path) -> set[str]:
        """Return the names of the files from which nodes of a draft were imported."""
        origins = (spot.data.get("origin") for spot in self._spots(path, ("zh", "en")))
        files = [str(origin.get("file")) for origin in origins if isinstance(origin, Mapping)]
        return {*files, *(file.rpartition(SHEET)[0] for file in files)}

    def find(self, state: DraftState) -> Path | None:
        """Return where a draft stands now: under its name, or under the one it was given since."""
        path = self.folder / state.file
        if path.exists():
            return path
        lang = state.regulation.source_language
        wanted = {spot.words for spot in spots(state.generated, lang) if spot.words}
        best: tuple[float, Path] | None = None
        for other in sorted(self.folder.rglob("*.yaml")):
            if other.relative_to(self.folder).as_posix() in self._claimed:
                continue
            there = {spot.words for spot in self._spots(other, (lang,))}
            share = len(wanted & there) / max(1, len(wanted))
            if share >= RENAMED and (best is None or share > best[0]):
                best = share, other
        return best[1] if best else None

    def _spots(self, path: Path, langs: Iterable[str]) -> list[Spot]:
        tree, _ = self.tree(path)
        data = tree.data if tree is not None and isinstance(tree.data, dict) else {}
        return [spot for lang in langs for spot in spots(data, lang)]

    def _load(self, path: Path) -> tuple[str | None, Tree | None, list[Diagnostic]]:
        if path not in self._read:
            if not path.exists():
                self._read[path] = None, None, []
            else:
                text, faults = read_text(path, str(path))
                tree: Tree | None = None
                if text is not None:
                    tree, faults = parse(text, str(path))
                self._read[path] = text, tree, faults
        return self._read[path]
