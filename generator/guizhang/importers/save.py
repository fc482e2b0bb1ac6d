"""Imports to files: merged with what is there, everything written or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, system_words
from guizhang.files import as_written, write_file
from guizhang.importers.accounting.report import ledger_json, outline_json
from guizhang.importers.drafting.drafts import draft_text, regulations, renamed
from guizhang.importers.drafting.fact_names import keep_names
from guizhang.importers.drafting.figures import PLAIN, Drafting
from guizhang.importers.intake import Imported
from guizhang.importers.merging.earlier import Earlier, called_alike, next_editions
from guizhang.importers.merging.existing import Existing
from guizhang.importers.merging.matching import plain
from guizhang.importers.merging.merge import merge
from guizhang.importers.merging.notices import Notice, notice
from guizhang.importers.merging.renewal import renewal
from guizhang.importers.merging.state import (
    ALIKE,
    FOLDER,
    DraftState,
    keep_ids,
    load_states,
    pair_documents,
    state_text,
)
from guizhang.importers.naming import free_id, wanted_id
from guizhang.model.regulation import Regulation, walk


class Status(StrEnum):
    """What happened to a draft."""

    NEW = "new"
    SAME = "same"
    RENEWED = "renewed"
    """Nobody had edited it; it is as the source is now."""
    MERGED = "merged"
    """Hand edits and changes of the source are both in it."""
    REPLACED = "replaced"
    DELETED = "deleted"
    """Somebody deleted it, so it is not written again."""

    @property
    def shown(self) -> Message:
        """What a person reads."""
        return _SHOWN[self]


_SHOWN: Mapping[Status, Message] = {
    Status.NEW: Message("新草稿", "new draft"),
    Status.SAME: Message("没有变化", "unchanged"),
    Status.RENEWED: Message("已按新的原文更新", "renewed from the source"),
    Status.MERGED: Message("已合并，手工修改都保留", "merged, hand edits kept"),
    Status.REPLACED: Message("已覆盖", "replaced"),
    Status.DELETED: Message("草稿已被删去，没有再写出", "had been deleted, not written again"),
}


@dataclass(frozen=True)
class Draft:
    """One draft to be written, or left as it is."""

    source: Path
    """The file it was imported from."""
    document: str
    """Id of the document in its import; empty where the source no longer has it."""
    path: Path
    text: str
    status: Status
    notices: tuple[Notice, ...]
    state: DraftState
    generated: Regulation
    """What the import alone gives."""


def plan_drafts(
    imported: Sequence[Imported],
    folder: Path,
    *,
    replace: bool,
    renews: str = "",
    drafting: Drafting = PLAIN,
) -> list[Draft]:
    """Return what is to be written into *folder*; nothing is written.

    Args:
        imported: The imports.
        folder: Folder of the drafts, there or not.
        replace: Overwrite drafts without a look at what was edited.
        renews: Id of the draft whose new edition the import is, whatever its file is called.
        drafting: What drafts say beyond the words of the source.

    Raises:
        Faulty: a draft would overwrite another file, one that is there cannot be read, or there is none to renew.
    """
    plan = _Plan(folder, drafting, replace=replace, renews=renews)
    for one in imported:
        plan.add(one)
    plan.finish()
    if plan.faults:
        raise Faulty(plan.faults)
    return plan.drafts


def write_drafts(drafts: Sequence[Draft], folder: Path) -> None:
    """Write the drafts, and what the next import needs to know about them.

    Raises:
        Faulty: the folder cannot be written.
    """
    try:
        _write(drafts, folder)
    except OSError as error:
        words = system_words(error)
        problem = Message(f"写不了草稿：{words.zh}", f"the drafts cannot be written: {words.en}")
        mend = Message(
            "换一个文件夹，或取得写入的权限，再导入一次",
            "choose another folder or get the right to write, and import again",
        )
        raise Faulty(
            [Diagnostic("IMP007", Severity.ERROR, Source(str(error.filename or folder)), "", problem, mend)]
        ) from error


def _write(drafts: Sequence[Draft], folder: Path) -> None:
    for draft in drafts:
        if draft.status not in (Status.SAME, Status.DELETED):
            write_file(draft.path, as_written(draft.path, draft.text))
    for draft in drafts:
        path = folder / FOLDER / f"{draft.state.draft}.json"
        text = state_text(draft.state)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            write_file(path, text)


def save_json(one: Imported, *, outline: Path | None, ledger: Path | None) -> None:
    """Write the outline and the ledger of one import as JSON."""
    if outline is not None:
        write_file(outline, json.dumps(outline_json(one.result), ensure_ascii=False, indent=1) + "\n")
    if ledger is not None:
        write_file(ledger, json.dumps(ledger_json(one.result), ensure_ascii=False, indent=1) + "\n")


@dataclass(frozen=True, slots=True)
class _Outcome:
    text: str
    status: Status
    notices: tuple[Notice, ...]
    known: Mapping[str, Any]
    """What the next import compares with."""


class _Plan:
    def __init__(self, folder: Path, drafting: Drafting, *, replace: bool, renews: str) -> None:
        self.folder = folder
        self.drafting = drafting
        self.replace = replace
        self.states = load_states(folder)
        self.existing = Existing(folder, self.states)
        self.taken = {state.draft for state in self.states}
        self.claimed: set[str] = set()
        self.sources: dict[str, Path] = {}
        self.drafts: list[Draft] = []
        self.faults: list[Diagnostic] = []
        self.renews = [state for state in self.states if state.draft == renews]
        if renews and not self.renews:
            self.faults.append(_nothing_to_renew(renews, folder, self.states))

    def add(self, one: Imported) -> None:
        """Plan the drafts of one file."""
        result = one.result
        # Two files of one name in one run are two sources: what one has claimed is not the other's.
        own = [s for s in self.states if s.source == one.source.name and s.draft not in self.claimed]
        wishes = {document.id: wanted_id(result, i) for i, document in enumerate(result.documents)}
        news = regulations(result, wishes, self.drafting)
        before = self._before(dict(enumerate(news.values())), own)
        self.claimed |= {state.draft for state in before.values()}
        for i, (document, new) in enumerate(news.items()):
            draft_id = before[i].draft if i in before else free_id(wishes[document], self.taken)
            self.taken.add(draft_id)
            draft = self._draft(one, document, renamed(new, draft_id), before.get(i))
            if draft is not None:
                self.drafts.append(draft)
        if before:
            self.sources[one.source.name] = one.source

    def _before(self, news: dict[int, Regulation], own: Sequence[DraftState]) -> dict[int, DraftState]:
        """Return index of a document -> the draft it was before: the one it is said to renew, else one of its source.

        A draft somebody has deleted comes last: its document may go on in another.
        """
        found: dict[int, DraftState] = {}
        gone = [state for state in own if self.existing.find(state) is None]
        alive = [state for state in own if state not in gone]
        for states, least in ((self.renews, 0.0), (alive, ALIKE), (gone, ALIKE)):
            left = {i: new for i, new in news.items() if i not in found}
            used = {state.draft for state in found.values()}
            found |= pair_documents(left, [state for state in states if state.draft not in used], least)
        return found

    def finish(self) -> None:
        """Name what only shows behind all files: documents the sources no longer have, and drafts much like new ones."""
        self._vanished()
        written = {draft.path: draft for draft in self.drafts}
        new = {draft.path: draft.generated for draft in self.drafts if draft.status is Status.NEW}
        if not new:
            return
        known = {path: state.draft for state in self.states if (path := self.existing.find(state)) is not None}
        there = [
            Earlier(path, tree.data, known.get(path, ""))
            for path in sorted(self.folder.rglob("*.yaml"))
            if path not in written and (tree := self.existing.tree(path)[0]) is not None and isinstance(tree.data, dict)
        ]
        run = [(path, draft, written[path].source) for path, draft in new.items()]
        for path, warning in [*next_editions(list(new.items()), there), *called_alike(run)]:
            written[path] = replace(written[path], notices=(*written[path].notices, warning))
        self.drafts = [written[draft.path] for draft in self.drafts]

    def _vanished(self) -> None:
        """Name the drafts whose documents the sources no longer have."""
        for state in self.states:
            source = self.sources.get(state.source)
            path = self.existing.find(state) if source and state.draft not in self.claimed else None
            text = self.existing.text(path) if path else None
            if source is None or path is None or text is None:
                continue
            title = state.regulation.title.either("zh")
            found = (notice("draft-vanished", Source(str(path), 1, 1), "", said=title),)
            self.drafts.append(Draft(source, "", path, text, Status.SAME, found, state, state.regulation))

    def _draft(self, one: Imported, document: str, new: Regulation, state: DraftState | None) -> Draft | None:
        path = self.existing.find(state) if state else self.folder / f"{new.id}.yaml"
        used = {*(state.ids if state else ()), *(self.existing.ids(path) if path else ())}
        base = state.regulation if state else None
        if base is not None:
            new = keep_names(base, keep_ids(base, new, used))
        used |= {place.node.id for place in walk(new) if place.node.id}
        where = path or self.folder / (state.file if state else f"{new.id}.yaml")
        text, status, notices = draft_text(new), Status.NEW, tuple[Notice, ...]()
        known: Mapping[str, Any] = plain(new)
        if self.replace:
            there = self.existing.text(where)
            status = Status.NEW if there is None else Status.SAME if there == text else Status.REPLACED
        elif path is None:
            assert state is not None
            status = Status.DELETED
            title = new.title.either(new.source_language)
            notices = (notice("draft-deleted", Source(str(where)), "", said=title),)
        elif path.exists():
            merged = self._merged(one, path, base, new, text)
            if merged is None:
                return None
            text, status = merged.text, merged.status
            notices, known = merged.notices, merged.known if merged.known.get("body") else known
        remembered = DraftState(
            draft=state.draft if state else new.id,
            file=where.relative_to(self.folder).as_posix(),
            source=one.source.name,
            sha256=one.result.sha256,
            ids=tuple(sorted(used)),
            generated=known,
        )
        return Draft(one.source, document, where, text, status, notices, remembered, new)

    def _merged(
        self, one: Imported, path: Path, base: Regulation | None, new: Regulation, text: str
    ) -> _Outcome | None:
        """Return what the draft becomes; ``None`` where it is not ours to change, with a fault."""
        there = self.existing.text(path)
        if there == text:
            return _Outcome(text, Status.SAME, (), plain(new))
        if base is not None and there == draft_text(base):
            return _Outcome(text, Status.RENEWED, renewal(plain(base), new, text, path), plain(new))
        tree, faults = self.existing.tree(path)
        self.faults += faults
        if tree is None or there is None or faults:
            return None
        if base is None and one.source.name not in self.existing.sources(path):
            self.faults.append(_taken(path))
            return None
        data = tree.data if isinstance(tree.data, dict) else {}
        done = merge(plain(base) if base else None, there, data, new, str(path))
        status = Status.SAME if done.text == there else Status.MERGED
        return _Outcome(done.text, status, done.notices, done.known)


def _nothing_to_renew(draft: str, folder: Path, states: Sequence[DraftState]) -> Diagnostic:
    known = ", ".join(state.draft for state in states)
    problem = Message(f"--renews 所指的草稿 {draft} 不是导入的", f"--renews: no import has made a draft {draft}")
    mend = Message(
        f"写下面之一：{known}" if known else "这个文件夹里没有导入过的草稿",
        f"name one of: {known}" if known else "this folder has no imported drafts",
    )
    return Diagnostic("IMP006", Severity.ERROR, Source(str(folder)), "", problem, mend)


def _taken(path: Path) -> Diagnostic:
    problem = Message(
        "已有这个文件，不是由这份原文导入的", "this file exists already and was not imported from this source"
    )
    mend = Message(
        "改用别的目录；确认不要旧内容时加 --replace",
        "choose another folder, or add --replace if the old content is no longer wanted",
    )
    return Diagnostic("IMP003", Severity.ERROR, Source(str(path)), "", problem, mend)
