"""The folders of a handbook to its models, with every fault of every file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, stops
from guizhang.model.angoff import AngoffRatings
from guizhang.model.bank import ItemBank
from guizhang.model.base import Document
from guizhang.model.blueprint import Blueprint
from guizhang.model.edition import EditionRecord
from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.glossary import Glossary
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item, ItemFile
from guizhang.model.record import Record
from guizhang.model.regulation import Regulation
from guizhang.model.retired import RetiredItems
from guizhang.model.rubric import Rubric
from guizhang.model.script import ScriptFile
from guizhang.model.statistics import Statistics
from guizhang.model.text import Text
from guizhang.parallel import spread, uncollected
from guizhang.yamlio.folders import passed_over, there, unread, yaml_files
from guizhang.yamlio.load import load, read_tree
from guizhang.yamlio.locator import Locator
from guizhang.yamlio.order import in_order
from guizhang.yamlio.tree import Loc

M = TypeVar("M", bound=BaseModel)
D = TypeVar("D", bound=Document)

KINDS: dict[str, type[BaseModel]] = {
    "handbook": Settings,
    "regulation": Regulation,
    "script": ScriptFile,
    "etiquette": EtiquetteFile,
    "record": Record,
    "glossary": Glossary,
    "edition": EditionRecord,
    "items": ItemFile,
    "blueprint": Blueprint,
    "rubric": Rubric,
    "angoff": AngoffRatings,
    "statistics": Statistics,
    "retired": RetiredItems,
}
"""Every kind of file, by the name its JSON Schema has."""

_SMALL_BYTES = 400_000
"""So much is read faster than processes are started."""

CONTENT_FOLDERS = {
    "regulation": "regulations", "script": "scripts", "etiquette": "etiquette", "record": "records",
    "edition": "editions",
}  # fmt: skip
QUIZ_FOLDERS = {"items": "bank", "blueprint": "blueprints", "rubric": "rubrics", "angoff": "angoff"}

_TAKEN = Message("换一个新的 id", "choose another id")
_COPY = Message(
    "多半是误留的副本，删去这个文件；确是另一份，就给它换一个新的 id，文件名也照着改",
    "this looks like a copy left behind: delete this file; if it is another document, give it an id and a file name of its own",
)

NOT_HERE = Message(
    "在手册的文件夹里运行，或指明那个文件夹；还没有手册就用 guizhang init 建一本",
    "run it in the folder of the handbook, or name that folder; guizhang init starts a handbook",
)
"""What to do where a folder is no handbook."""


@dataclass
class Loaded:
    """A handbook and its bank as far as they could be read, and all faults met on the way."""

    handbook: Handbook
    bank: ItemBank
    locate: Locator
    diagnostics: list[Diagnostic] = field(default_factory=list)
    broken: frozenset[str] = frozenset()
    """Ids (file stems) of documents that could not be read: references into them are not reported as dangling."""
    mark: str = ""
    """Changes whenever a file of the handbook does."""

    @cached_property
    def settings_path(self) -> str:
        """How handbook.yaml is named in messages."""
        return self.handbook.paths[("settings", "")]


Memory = dict[Path, tuple[bytes, BaseModel | None, list[Diagnostic]]]
"""Path -> hash of the file, and what was read from it."""


def load_project(root: Path, memory: Memory | None = None) -> Loaded:
    """Read ``content/`` and ``quizzes/`` below *root*; paths in messages are relative to the current folder.

    Args:
        root: The handbook's folder.
        memory: What was read before; files that have not changed since are not parsed again, and it learns those that
            have.
    """
    loader = _Loader(root, memory)
    with uncollected():
        handbook = loader.handbook()
        bank = loader.bank()
    return Loaded(handbook, bank, Locator(Path()), loader.diagnostics, frozenset(loader.broken), loader.mark())


def load_sound(root: Path) -> Loaded:
    """Return the project in *root*, all of whose files could be read: a bank with a file missing looks like a smaller one.

    Raises:
        Faulty: there is no handbook, or a file in it has errors.
    """
    loaded = load_project(root)
    if stops(loaded.diagnostics):
        raise Faulty(loaded.diagnostics)
    return loaded


def load_items(root: Path) -> Loaded:
    """Return the project in *root* with every item that can be read, also where others beside it cannot.

    What is wrong with those stands in its diagnostics.

    Raises:
        Faulty: there is no handbook, or a file other than those of the items has errors.
    """
    loaded = load_project(root)
    items = {shown(path) for path in yaml_files(root / "quizzes" / QUIZ_FOLDERS["items"])}
    if any(fault.severity is Severity.ERROR and fault.source.path not in items for fault in loaded.diagnostics):
        raise Faulty(loaded.diagnostics)
    return loaded


def project_root(path: Path) -> Path:
    """Return the handbook's folder that *path* lies in: the nearest one above with ``content/handbook.yaml``.

    The current folder where there is none, so that what is missing is reported by its expected place.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links away from what was typed
    found = (folder for folder in (absolute, *absolute.parents) if (folder / "content" / "handbook.yaml").is_file())
    return next(found, Path())


class _Loader:
    def __init__(self, root: Path, memory: Memory | None) -> None:
        self.root = root
        self.memory = memory
        self.diagnostics: list[Diagnostic] = []
        self.broken: set[str] = set()
        self.paths: dict[tuple[str, str], str] = {}

    def handbook(self) -> Handbook:
        content = self.root / "content"
        settings = self._settings(content / "handbook.yaml")
        regulations = self._documents(content, "regulation", Regulation)
        scripts = self._documents(content, "script", ScriptFile)
        etiquette = self._documents(content, "etiquette", EtiquetteFile)
        records = self._documents(content, "record", Record)
        editions = sorted(self._documents(content, "edition", EditionRecord), key=lambda e: (e.issued, e.id))
        glossary_path = content / "glossary.yaml"
        glossary = self._load(glossary_path, Glossary) if there(glossary_path) else None
        self.paths[("glossary", "")] = shown(glossary_path)
        regulations = in_order(regulations, settings.order)
        return Handbook(
            settings,
            tuple(regulations),
            tuple(scripts),
            tuple(etiquette),
            tuple(records),
            glossary,
            self.paths,
            tuple(editions),
        )

    def mark(self) -> str:
        """Return a hash of everything under ``content/``."""
        digest = hashlib.sha256()
        for path in yaml_files(self.root / "content"):
            digest.update(path.relative_to(self.root).as_posix().encode() + _digest(path))
        return digest.hexdigest()[:12]

    def bank(self) -> ItemBank:
        quizzes = self.root / "quizzes"
        paths: dict[tuple[str, str], str] = {}
        items: list[Item] = []
        locations: dict[str, tuple[int, ...]] = {}
        for path in self._files(quizzes / QUIZ_FOLDERS["items"]):
            listed = self._load(path, ItemFile)
            for index, item in enumerate(listed.root) if listed else _readable(path):
                if ("item", item.id) in paths:
                    self._twice(
                        item.id,
                        shown(path),
                        paths[("item", item.id)],
                        (index, "id"),
                        (*locations[item.id], "id"),
                        _TAKEN,
                    )
                    continue
                paths[("item", item.id)] = shown(path)
                locations[item.id] = (index,)
                items.append(item)
        self.paths = {}
        blueprints = self._documents(quizzes, "blueprint", Blueprint)
        rubrics = self._documents(quizzes, "rubric", Rubric)
        angoff = self._documents(quizzes, "angoff", AngoffRatings)
        statistics = self._single(quizzes, "statistics", Statistics)
        retired = self._single(quizzes, "retired", RetiredItems)
        return ItemBank(
            tuple(items),
            tuple(blueprints),
            tuple(rubrics),
            tuple(angoff),
            statistics.items if statistics else {},
            retired.items if retired else {},
            {**paths, **self.paths},
            locations,
        )

    def _files(self, folder: Path) -> Iterator[Path]:
        """Yield the files of *folder*, and note what only looks like one."""
        self.diagnostics += [unread(shown(path), reason, mend) for path, reason, mend in passed_over(folder)]
        yield from yaml_files(folder)

    def _single(self, folder: Path, kind: str, model: type[M]) -> M | None:
        """Return the one document of its *kind*; ``None`` where there is none."""
        path = folder / f"{kind}.yaml"
        self.paths[(kind, "")] = shown(path)
        return self._load(path, model) if there(path) else None

    def _settings(self, path: Path) -> Settings:
        self.paths[("settings", "")] = shown(path)
        settings = self._load(path, Settings)
        if settings is not None:
            return settings
        if not path.exists():
            self.diagnostics[-1] = replace(self.diagnostics[-1], mend=NOT_HERE)
        # Everything else is still read and checked, so that one run shows all faults.
        name = self.root.resolve().name
        return Settings(title=Text(zh=name), company=Text(zh=name))

    def _documents(self, parent: Path, kind: str, model: type[D]) -> list[D]:
        found: list[D] = []
        files = list(self._files(parent / {**CONTENT_FOLDERS, **QUIZ_FOLDERS}[kind]))
        read: dict[str, list[tuple[Path, D]]] = {}
        for path, (document, faults) in zip(files, self._read(files, model), strict=True):
            self._note(path, document, faults)
            if document is not None:
                read.setdefault(document.id, []).append((path, document))
        for document_id, alike in read.items():
            # The file named after the id is the original; “leave (1).yaml” beside it is most often a copy.
            (own, document), *others = sorted(alike, key=lambda pair: (pair[0].stem != document_id, len(pair[0].parts)))
            self.paths[(kind, document_id)] = shown(own)
            found.append(document)
            for path, _ in others:
                copy = own.stem == document_id != path.stem
                self._twice(document_id, shown(path), shown(own), ("id",), ("id",), _COPY if copy else _TAKEN)
        return found

    def _read(self, files: list[Path], model: type[M]) -> Iterator[tuple[M | None, list[Diagnostic]]]:
        """Yield what each of *files* holds; those that memory does not have are parsed on all cores."""
        known = {} if self.memory is None else {path: _digest(path) for path in files}
        fresh = [p for p in files if self.memory is None or p not in self.memory or self.memory[p][0] != known[p]]
        small = sum(map(_size, fresh)) < _SMALL_BYTES
        read = spread(lambda i: load(fresh[i], model, shown(fresh[i])), len(fresh), small=small)
        parsed = dict(zip(fresh, read, strict=True))
        for path in files:
            if path in parsed:
                value, faults = parsed[path]
                if self.memory is not None:
                    self.memory[path] = (known[path], value, faults)
                yield value, faults
            elif self.memory is not None:
                _, kept, faults = self.memory[path]
                yield cast("M | None", kept), faults

    def _load(self, path: Path, model: type[M]) -> M | None:
        ((value, faults),) = self._read([path], model)
        self._note(path, value, faults)
        return value

    def _note(self, path: Path, value: BaseModel | None, faults: list[Diagnostic]) -> None:
        self.diagnostics += faults
        if value is None:
            self.broken.add(path.stem)

    def _twice(self, document_id: str, here: str, there: str, loc: Loc, first: Loc, mend: Message) -> None:
        tree, other = read_tree(Path(here), here), read_tree(Path(there), there)
        taken = other.locate(first) if other else Source(there)
        self.diagnostics.append(
            Diagnostic(
                "REF001",
                Severity.ERROR,
                tree.locate(loc) if tree else Source(here),
                "id",
                Message(
                    f"id {document_id!r} 已用于 {taken.path} 第 {taken.line} 行",
                    f"the id {document_id!r} is taken by {taken.path}, line {taken.line}",
                ),
                mend,
            )
        )


def _readable(path: Path) -> Iterator[tuple[int, Item]]:
    """Yield the sound items of a file with faulty ones, with their places."""
    tree = read_tree(path, shown(path))
    for index, data in enumerate(tree.data if tree and isinstance(tree.data, list) else ()):
        with suppress(ValidationError):
            yield index, Item.model_validate(data)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _digest(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b""


def shown(path: Path) -> str:
    """Return *path* as messages name it: relative to the current folder where it lies below, with forward slashes."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links away from what was typed
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()
