"""Question files into the bank: known ids change where they stand, new ones go to a file of their own; all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, in_file_order, stops, system_words
from guizhang.exchange import faults
from guizhang.exchange.draft import Draft
from guizhang.exchange.key_table import key_of
from guizhang.exchange.lines import read_lines
from guizhang.exchange.shape import shape
from guizhang.exchange.sheet import holds_questions, read_sheets
from guizhang.exchange.word_setting import setting
from guizhang.exchange.word_tables import word_tables
from guizhang.files import write_file
from guizhang.importers.refusal import ImportRefused
from guizhang.importers.source import line_of, read_source
from guizhang.model.item import Item, ItemFile
from guizhang.tables.read import read_tables
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.dump import dump
from guizhang.yamlio.edit import append, exact_text, set_entries

_SHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})
_SCHEMA = "../../content/.schema"


class Change(StrEnum):
    """What became of an item."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass
class Intake:
    """What came in, and the files it would change."""

    changes: Mapping[str, Change] = field(default_factory=dict)
    """Item id -> what became of it, in the order read."""
    files: Mapping[Path, str] = field(default_factory=dict)
    """File -> its new text."""
    found: Sequence[Diagnostic] = ()
    """Notes; faults would have stopped it."""

    def write(self) -> None:
        """Write the files."""
        for path, text in self.files.items():
            write_file(path, text)

    def count(self, change: Change) -> int:
        """Return how many items have this fate."""
        return sum(one is change for one in self.changes.values())


def take_in(loaded: Loaded, paths: Iterable[Path], output: Path) -> Intake:
    """Return what the questions in *paths* would change in the bank of *loaded*; nothing is written.

    Args:
        loaded: The project.
        paths: Workbooks, CSV, Word or text files.
        output: File of the bank for new items; what it holds stays.

    Raises:
        Faulty: With every fault of every file; then nothing may be taken.
    """
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    for path in paths:
        some, more = _drafts(path)
        drafts += some
        found += more
    known = {item.id: item for item in loaded.bank.items}
    shaped = shape(drafts, loaded.handbook, known)
    found = in_file_order([*found, *shaped.found])
    if stops(found):
        raise Faulty(found)
    changes = {item.id: _change(item, known.get(item.id)) for item in shaped.items}
    unconfirmed = [
        faults.asks_again(shaped.starts[item.id], item.id)
        for item in shaped.items
        if changes[item.id] is Change.CHANGED and None in item.cites.values() and any(known[item.id].cites.values())
    ]
    found = in_file_order([*found, *unconfirmed])
    changed = [item for item in shaped.items if changes[item.id] is Change.CHANGED]
    new = [item for item in shaped.items if changes[item.id] is Change.NEW]
    return Intake(changes, {**_replaced(loaded, changed), **_appended(loaded, new, output, changed)}, found)


def _change(item: Item, known: Item | None) -> Change:
    if known is None:
        return Change.NEW
    # A file without marks of confirmation does not take back those of an item it does not change.
    cites = {address: mark or known.cites.get(address) for address, mark in item.cites.items()}
    return Change.SAME if known == item.model_copy(update={"cites": cites}) else Change.CHANGED


def _drafts(path: Path) -> tuple[list[Draft], list[Diagnostic]]:
    if path.suffix.lower() in _SHEETS:
        tables, damaged = read_tables(path)
        drafts, more = read_sheets(tables) if tables else ([], [])
        return drafts, [*damaged, *more]
    try:
        data = path.read_bytes()
        source = read_source(data, str(path))
    except OSError as error:
        words = system_words(error)
        return [], [_unreadable(path, Message(f"读不了这个文件：{words.zh}", f"the file cannot be read: {words.en}"))]
    except ImportRefused as refused:
        mend = Message(refused.mend_zh, refused.mend_en)
        return [], [_unreadable(path, Message(refused.reason_zh, refused.reason_en), mend)]
    held = list(word_tables(data, str(path)))
    sheets = [(table, there) for table, there in held if holds_questions(table)]
    lines = [(line_of(source, number), text) for number, text in enumerate(source.text.split("\n"), start=1)]
    for key, inside in ((key_of(table), there) for table, there in held):
        if key:
            lines = [(n, key if n == inside[0] else "") if n in inside else (n, text) for n, text in lines]
    how = setting(data)
    if not sheets:
        return read_lines(lines, str(path), how)
    asked, found = read_sheets([table for table, _ in sheets])
    typed, more = read_lines(
        [line for line in lines if not any(line[0] in there for _, there in sheets)], str(path), how
    )
    # Beside a table of questions there need be no others.
    return [*asked, *typed], [*found, *(more if typed else ())]


def _unreadable(path: Path, problem: Message, mend: Message | None = None) -> Diagnostic:
    mend = mend or Message("检查路径和权限", "check its path and permissions")
    return Diagnostic("TAB001", Severity.ERROR, Source(str(path)), "", problem, mend)


def _replaced(loaded: Loaded, items: Iterable[Item]) -> dict[Path, str]:
    """Return the files of the bank in which *items* take the place of those with their ids."""
    entries: dict[str, dict[int, str]] = {}
    for item in items:
        path = loaded.bank.paths["item", item.id]
        entries.setdefault(path, {})[loaded.bank.locations[item.id][0]] = dump(ItemFile((item,)))
    return {Path(path): set_entries(exact_text(Path(path)), path, some) for path, some in entries.items()}


def _appended(loaded: Loaded, items: Sequence[Item], output: Path, changed: Sequence[Item]) -> dict[Path, str]:
    if not items:
        return {}
    replaced = _replaced(loaded, [item for item in changed if Path(loaded.bank.paths["item", item.id]) == output])
    there = replaced.get(output) or (exact_text(output) if output.exists() else "")
    fresh = dump(ItemFile(tuple(items)), schema=None if there else _SCHEMA, kind=None if there else "items")
    return {output: append(there, fresh) if there else fresh}
