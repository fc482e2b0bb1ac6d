"""Record that somebody has read items against the rules they cite: write the hashes of what is cited now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, stops
from guizhang.files import write_file
from guizhang.model.citation import current_hash
from guizhang.yamlio.content import Loaded, load_project
from guizhang.yamlio.edit import exact_text, set_scalars

ALL = "all"
"""Stands for every hand-written item."""


def accept_in_place(root: Path, ids: Iterable[str]) -> int:
    """Renew citation hashes in the bank below *root* and return how many.

    Raises:
        Faulty: the content has errors, an id names no item, or a cited provision is gone; no file has been written.
    """
    loaded = load_project(root)
    if stops(loaded.diagnostics):
        raise Faulty(loaded.diagnostics)
    wanted = set(ids)
    known = {item.id for item in loaded.bank.items}
    unknown = sorted(wanted - known - {ALL})
    if unknown:
        raise Faulty([_fault("ITM013", name, "没有这道题", "there is no such item") for name in unknown])
    changes, count = _changes(loaded, wanted)
    for path, edits in changes.items():
        write_file(Path(path), set_scalars(exact_text(Path(path)), path, edits))
    return count


def _changes(loaded: Loaded, wanted: set[str]) -> tuple[dict[str, dict[tuple[str | int, ...], dict[str, str]]], int]:
    changes: dict[str, dict[tuple[str | int, ...], dict[str, str]]] = {}
    faults: list[Diagnostic] = []
    count = 0
    for item in loaded.bank.items:
        if item.id not in wanted and ALL not in wanted:
            continue
        renewed = {}
        for address, recorded in item.cites.items():
            now = current_hash(item, address, loaded.handbook)
            if now is None:
                faults.append(
                    _fault("ITM014", item.id, f"所引条款 {address} 不存在", f"the cited {address} does not exist")
                )
            elif now != recorded:
                renewed[address] = now
        if renewed:
            path = loaded.bank.paths[("item", item.id)]
            changes.setdefault(path, {})[(*loaded.bank.locations[item.id], "cites")] = renewed
            count += len(renewed)
    if faults:
        raise Faulty(faults)
    return changes, count


def _fault(code: str, name: str, zh: str, en: str) -> Diagnostic:
    mend = Message("核对题目的 id 和引用", "check the id and the citations of the item")
    return Diagnostic(code, Severity.ERROR, Source("quizzes/bank"), name, Message(zh, en), mend)
