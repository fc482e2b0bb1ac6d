"""Record that somebody has compared a translation with its source: write the source's hash beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.files import write_file
from guizhang.model.fingerprint import translation_hash
from guizhang.model.regulation import Place, walk
from guizhang.model.text import Lang
from guizhang.yamlio.content import Loaded, load_sound
from guizhang.yamlio.edit import exact_text, set_scalars
from guizhang.yamlio.tree import Loc


@dataclass(frozen=True)
class Accepted:
    """What an acceptance changes."""

    files: Mapping[str, str]
    """Path as named in messages -> new text."""
    count: int
    """Translations whose hash is new."""
    unknown: tuple[str, ...]
    """Ids that name no regulation, chapter or provision."""


ALL = "all"
"""Stands for every regulation."""


def accept_in_place(root: Path, ids: Iterable[str]) -> int:
    """Renew hashes in the files below *root* and return how many.

    Raises:
        Faulty: the content has errors, or an id names nothing; no file has been written.
    """
    loaded = load_sound(root)
    paths = {path for (kind, _), path in loaded.handbook.paths.items() if kind == "regulation"}
    texts = {path: exact_text(Path(path)) for path in paths}
    done = accept(loaded, texts, ids)
    if done.unknown:
        raise Faulty([_unknown(name, loaded.settings_path) for name in done.unknown])
    for path, text in done.files.items():
        write_file(Path(path), text)
    return done.count


def _unknown(name: str, path: str) -> Diagnostic:
    problem = Message(f"没有名为 {name} 的规章或条款", f"there is no regulation or provision {name}")
    mend = Message("写 规章 或 规章/条款，或 all", "write a regulation, regulation/provision, or all")
    return Diagnostic("TRN004", Severity.ERROR, Source(path), "", problem, mend)


def accept(loaded: Loaded, texts: Mapping[str, str], ids: Iterable[str]) -> Accepted:
    """Renew the hashes of the translations below *ids*.

    Args:
        loaded: The handbook.
        texts: Path -> current text of every regulation file.
        ids: ``regulation`` or ``regulation/provision`` (or a chapter's id).

    Returns:
        New file texts; files without a change are left out.
    """
    wanted = dict.fromkeys(ids)
    seen: set[str] = set()
    files: dict[str, str] = {}
    count = 0
    for regulation in loaded.handbook.regulations:
        path = loaded.handbook.paths[("regulation", regulation.id)]
        source = regulation.source_language
        target: Lang = "en" if source == "zh" else "zh"
        changes: dict[tuple[str | int, ...], Mapping[str, str]] = {}
        for place in walk(regulation):
            names = {ALL, regulation.id, *(f"{regulation.id}/{node.id}" for node in place.lineage if node.id)}
            seen |= names & wanted.keys()
            if not names & wanted.keys():
                continue
            renewed = _renewed(place, source, target)
            if renewed is not None:
                loc: Loc = (*place.loc, "translated_from")
                changes[tuple(loc)] = {target: renewed}
        if changes:
            files[path] = set_scalars(texts[path], path, changes)
            count += len(changes)
    return Accepted(files, count, tuple(name for name in wanted if name not in seen))


def _renewed(place: Place, source: Lang, target: Lang) -> str | None:
    node = place.node
    if not any(text is not None and text.get(target) for text in (node.title, node.text)):
        return None
    now = translation_hash(node, source)
    return now if now != node.translated_from.get(target) else None
