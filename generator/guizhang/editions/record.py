"""A comparison to the record of an edition, which the site shows to staff for as long as the handbook lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Message
from guizhang.editions.changes import Change, Comparison
from guizhang.editions.entries import Entry, Row
from guizhang.editions.lines import visible_rows
from guizhang.editions.places import joined
from guizhang.editions.refusals import refused
from guizhang.editions.words import ATTRIBUTES
from guizhang.files import write_file
from guizhang.model.acknowledged import reading_lists
from guizhang.model.edition import Aspect, EditionRecord, RecordedChange, RecordedLine, Subject
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Edition as RegulationEdition
from guizhang.model.text import LANGS, Lang, Text
from guizhang.yamlio.dump import dump

_NOTED = frozenset({"applies_to", "effective", "repealed", "authoritative", "approval"})
"""What staff are told of; themes, review marks and the like are the owner's."""
_WORDS = frozenset({Aspect.FIGURES, Aspect.WORDING, Aspect.TRANSLATION, Aspect.REMOVED})
_TOLD = _WORDS | {Aspect.STRENGTH, Aspect.ADDED, Aspect.MOVED, Aspect.RENUMBERED, Aspect.RENAMED}


def edition_record(
    comparison: Comparison, old: Handbook, new: Handbook, *, version: str, issued: date
) -> EditionRecord:
    """Return the record of the edition *new*.

    Args:
        comparison: Two published handbooks compared; what is not adopted must not come into a record.
        old: The earlier of the two.
        new: The later one.
        version: What the edition is called.
        issued: The day it was issued.

    Raises:
        Faulty: *version* is no name of an edition.
    """
    changes = [found for change in comparison.changes if (found := _recorded(comparison, change)) is not None]
    changed = {change.entry.document for change in comparison.changes if change.new is not None}
    regulations = {r.id: r.edition for r in new.regulations if r.id in changed}
    days = {edition.effective for edition in regulations.values()}
    try:
        return EditionRecord(
            id=version,
            previous=comparison.old.version,
            issued=issued,
            effective=days.pop() if len(days) == 1 else None,
            regulations={name: edition.version for name, edition in regulations.items()},
            renewed=tuple(name for name in regulations if _stays(comparison, old, regulations[name], name, issued)),
            digests={name: found.digest for name, found in reading_lists(new).items()},
            changes=tuple(changes),
        )
    except ValidationError as error:
        raise refused(version, _no_name(version)) from error


def _stays(comparison: Comparison, old: Handbook, now: RegulationEdition, name: str, issued: date) -> bool:
    """Tell whether the earlier version of a regulation is in force on the day of issue, and the later one is not yet."""
    was_named = {c.new.address: c.old.address for c in comparison.changes if c.old is not None and c.new is not None}
    before = next((r.edition for r in old.regulations if r.id == was_named.get(name, name)), None)
    return before is not None and now.pending(issued) and not before.pending(issued) and not before.ended(issued)


def save_record(record: EditionRecord, root: Path) -> Path:
    """Write *record* to its place below *root* and return where that is.

    Raises:
        Faulty: there is a record of that edition already; what was told to staff is not rewritten by chance.
    """
    path = root / "content" / "editions" / f"{record.id}.yaml"
    if path.exists():
        raise refused(
            path.as_posix(),
            (
                "EDN005",
                Message(f"{record.id} 版已有记录", f"edition {record.id} is recorded already"),
                Message("换一个版次，或先删去这个文件", "choose another version, or delete the file first"),
            ),
        )
    write_file(path, dump(record, schema="../.schema", kind="edition"))
    return path


def _no_name(version: str) -> tuple[str, Message, Message]:
    return (
        "EDN006",
        Message(f"{version!r} 不能作版次", f"{version!r} cannot name an edition"),
        Message("用字母、数字、点和连字符，例如 1.3", "use letters, digits, points and hyphens, such as 1.3"),
    )


def _recorded(comparison: Comparison, change: Change) -> RecordedChange | None:
    """Return what is told of *change*; ``None`` where it concerns nobody but the owner."""
    old, new, entry = change.old, change.new, change.entry
    remarks = tuple(_remarks(change))
    aspects = tuple(a for a in change.aspects if a in _TOLD or (a is Aspect.SCOPE and remarks))
    if entry.subject is Subject.HANDBOOK or not aspects:
        return None
    return RecordedChange(
        subject=entry.subject,
        address=new.address if new else None,
        was_address=old.address if old and (new is None or old.address != new.address) else None,
        name=entry.name,
        was_name=old.name if old and new and old.name != new.name else None,
        place=_place(comparison, entry),
        was_place=_place(comparison, old) if old and change.old_home != change.new_home else None,
        aspects=aspects,
        turns=tuple(strength.turn for strength in change.strengths),
        lines=tuple(_lines(change)) if old is not None and not _WORDS.isdisjoint(aspects) else (),
        remarks=remarks,
    )


def _remarks(change: Change) -> Iterator[Text]:
    for attribute in change.attributes:
        if attribute.name in _NOTED:
            name, old, new = ATTRIBUTES[attribute.name], attribute.old, attribute.new
            if old is not None and new is not None:
                said = Message(f"{old.either('zh')} → {new.either('zh')}", f"{old.either('en')} → {new.either('en')}")
            elif new is not None:
                said = Message(new.either("zh"), new.either("en"))
            elif old is not None:
                said = Message(f"取消（原为{old.either('zh')}）", f"none any more (it was {old.either('en')})")
            else:
                continue
            yield Text(zh=f"{name.zh}：{said.zh}", en=f"{name.en}: {said.en}")


def _place(comparison: Comparison, entry: Entry) -> Text | None:
    """Return 投诉处理规定 · 第二章 受理 for an article of that chapter."""
    if "/" not in entry.address or entry.subject is Subject.TERM:
        return None
    titles = [comparison.titles.get((entry.family, address)) for address in dict.fromkeys((entry.document, entry.home))]
    parts = [title for title in titles if title is not None]
    return joined(parts)


def _lines(change: Change) -> Iterator[RecordedLine]:
    """Yield the rows whose words changed; a title is told by the names."""
    for row in visible_rows(change):
        if row.row.role != "title" and not _WORDS.isdisjoint(row.aspects):
            yield RecordedLine(
                was=_line(row.old) if row.old is not None else None, now=_line(row.new) if row.new is not None else None
            )


def _line(row: Row) -> Text:
    """Return a row with its label: （一）电话； or staff: good morning."""
    return Text(**{lang: _labelled(row, text, lang) for lang in LANGS if (text := row.text.get(lang))})


def _labelled(row: Row, text: str, lang: Lang) -> str:
    if row.label is None:
        return text
    label = row.label.either(lang)
    if row.role in ("text", "heading"):
        return f"{label}{text}" if label.endswith(("）", "、")) else f"{label} {text}"
    return f"{label}：{text}" if lang == "zh" else f"{label}: {text}"
