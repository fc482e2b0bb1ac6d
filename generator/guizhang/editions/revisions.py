"""Where an edition is read from: a folder, or a revision of the project's git repository."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from guizhang.diagnostics import Diagnostic
from guizhang.editions.objects import extract
from guizhang.editions.refusals import SETTINGS, no_content, refused
from guizhang.model.base import Document
from guizhang.model.handbook import Handbook, Settings
from guizhang.yamlio.content import load_project, shown

D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True)
class Read:
    """One edition as it was read."""

    name: str
    handbook: Handbook
    faults: tuple[Diagnostic, ...]
    broken: frozenset[str]
    """Ids of documents that could not be read."""


def read_edition(name: str, root: Path) -> Read:
    """Read the edition called *name*.

    Args:
        name: A folder with ``content/handbook.yaml``, or a revision of the repository *root* lies in; a folder goes first.
        root: The project.

    Raises:
        Faulty: there is no such edition, or it cannot be read.
    """
    folder = Path(name)
    if folder.is_dir():
        if not (folder / SETTINGS).is_file():
            raise refused(name, no_content())
        return _read(name, folder)
    with tempfile.TemporaryDirectory(prefix="guizhang-edition-") as temporary:
        extract(name, root, Path(temporary))
        read = _read(name, Path(temporary))
        # Messages name files as git does: v1.1:content/regulations/leave.yaml.
        prefix = shown(Path(temporary)) + "/"
        faults = (
            replace(fault, source=replace(fault.source, path=f"{name}:{fault.source.path.removeprefix(prefix)}"))
            for fault in read.faults
        )
        return replace(read, faults=tuple(faults))


def comparable(old: Read, new: Read) -> tuple[Handbook, Handbook, tuple[str, ...]]:
    """Return both handbooks without the documents that one side could not read, and their ids.

    A document that is only broken must not look as if it had been removed.
    """
    broken = old.broken | new.broken
    if not broken:
        return old.handbook, new.handbook, ()
    return _without(old.handbook, broken), _without(new.handbook, broken), tuple(sorted(broken))


def _without(book: Handbook, broken: frozenset[str]) -> Handbook:
    neutral = Settings(title=book.settings.title, company=book.settings.company)
    return replace(
        book,
        settings=neutral if "handbook" in broken else book.settings,
        regulations=_kept(book.regulations, broken),
        scripts=_kept(book.scripts, broken),
        etiquette=_kept(book.etiquette, broken),
        records=_kept(book.records, broken),
        glossary=None if "glossary" in broken else book.glossary,
    )


def _kept(documents: Sequence[D], broken: frozenset[str]) -> tuple[D, ...]:
    return tuple(document for document in documents if document.id not in broken)


def _read(name: str, folder: Path) -> Read:
    loaded = load_project(folder)
    return Read(name, loaded.handbook, tuple(loaded.diagnostics), loaded.broken)
