"""Made items that a trainer has read and does not want: taken out until they ask something else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, stops
from guizhang.files import as_written, write_file
from guizhang.model.bank import ItemBank
from guizhang.model.item import Item
from guizhang.model.retired import RetiredItems, Retirement
from guizhang.quiz.models import generate
from guizhang.yamlio.content import load_project
from guizhang.yamlio.dump import dump

_ASKED = {"type", "stem", "options", "answer", "gaps", "numeric", "pairs", "distractors", "guide", "questions"}


def said(item: Item) -> str:
    """Return the hash of what *item* asks and of its key.

    What is cited or explained does not count: another word elsewhere in the rule makes no better question.
    """
    asked = item.model_dump(mode="json", include=_ASKED, exclude_defaults=True)
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def retirement(item: Item, bank: ItemBank) -> Retirement | None:
    """Return why the made *item* is not asked; ``None`` where it is."""
    found = bank.retired.get(item.id)
    return found if found is not None and item.model is not None and found.said == said(item) else None


def retire_in_place(root: Path, ids: Iterable[str], reason: str) -> int:
    """Write the made items *ids* into ``quizzes/retired.yaml`` below *root*; return how many are new there.

    Raises:
        Faulty: the content has errors, or an id names no made item; nothing has been written.
    """
    loaded = load_project(root)
    if stops(loaded.diagnostics):
        raise Faulty(loaded.diagnostics)
    written = {item.id for item in loaded.bank.items}
    made = {item.id: item for item in generate(loaded.handbook) if item.id not in written}
    wanted = list(dict.fromkeys(ids))
    if faults := [_written(name) if name in written else _unknown(name) for name in wanted if name not in made]:
        raise Faulty(faults)
    fresh = [made[name] for name in wanted if retirement(made[name], loaded.bank) is None]
    _write(root, {**loaded.bank.retired, **{item.id: Retirement(said=said(item), reason=reason) for item in fresh}})
    return len(fresh)


def restore_in_place(root: Path, ids: Iterable[str]) -> int:
    """Take *ids* out of ``quizzes/retired.yaml`` below *root*; return how many.

    Raises:
        Faulty: the content has errors, or an id is not there; nothing has been written.
    """
    loaded = load_project(root)
    if stops(loaded.diagnostics):
        raise Faulty(loaded.diagnostics)
    wanted = set(ids)
    if unknown := sorted(wanted - loaded.bank.retired.keys()):
        raise Faulty([_asked(name) for name in unknown])
    _write(root, {name: entry for name, entry in loaded.bank.retired.items() if name not in wanted})
    return len(wanted)


def _write(root: Path, items: dict[str, Retirement]) -> None:
    path = root / "quizzes" / "retired.yaml"
    write_file(path, as_written(path, dump(RetiredItems(items=dict(sorted(items.items()))))))


def _unknown(name: str) -> Diagnostic:
    problem = Message("没有这道题", "there is no such item")
    mend = Message("核对题号：guizhang items list", "check the id: guizhang items list")
    return Diagnostic("ITM013", Severity.ERROR, Source(name), "", problem, mend)


def _written(name: str) -> Diagnostic:
    problem = Message("这道题是手写的", "this item was written by hand")
    mend = Message("在题库文件里删去它", "delete it from its file in the bank")
    return Diagnostic("ITM017", Severity.ERROR, Source(name), "", problem, mend)


def _asked(name: str) -> Diagnostic:
    problem = Message("这道题没有停用", "this item is not retired")
    mend = Message("停用的题在 quizzes/retired.yaml", "retired items stand in quizzes/retired.yaml")
    return Diagnostic("ITM013", Severity.ERROR, Source(name), "", problem, mend)
