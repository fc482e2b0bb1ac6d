"""A comparison in one sentence, and its changes by document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.editions.changes import Change, Comparison, StrengthChange
from guizhang.editions.words import ASPECTS, SUBJECTS
from guizhang.model.edition import Aspect, Subject
from guizhang.model.text import Text


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one document; records, terms and settings are together."""

    title: Text
    loud: tuple[Change, ...]
    """What says something new."""
    quiet: tuple[Change, ...]
    """Numbers, ids and form alone."""
    whole: Aspect | None = None
    """``added`` or ``removed`` where the document as a whole was."""


def sentence(comparison: Comparison) -> Message:
    """Return what changed, as one says it."""
    if comparison.same:
        return Message("两个版本相同。", "The two editions are the same.")
    loud = comparison.loud
    quiet = len(comparison.changes) - len(loud)
    counted = [(aspect, sum(aspect in change.aspects for change in loud)) for aspect in Aspect]
    zh = "、".join(f"{ASPECTS[aspect].zh} {count}" for aspect, count in counted if count)
    en = ", ".join(f"{ASPECTS[aspect].en} {count}" for aspect, count in counted if count)
    if not loud:
        return Message(
            f"内容没有变，只有编号或格式不同（{quiet} 处）。", f"Nothing new: {quiet} in number or form alone."
        )
    return Message(
        f"{len(loud)} 处有改动：{zh}" + (f"；另有 {quiet} 处只是编号或格式。" if quiet else "。"),
        f"{len(loud)} changed: {en}" + (f"; {quiet} more in number or form alone." if quiet else "."),
    )


def turned(comparison: Comparison) -> Iterator[tuple[Change, StrengthChange]]:
    """Yield what binds otherwise than before; whoever reads on reads this."""
    for change in comparison.changes:
        yield from ((change, strength) for strength in change.strengths)


def groups(comparison: Comparison) -> tuple[Group, ...]:
    """Return the changes by document, in the order of the handbook."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in comparison.changes:
        entry = change.entry
        alone = entry.subject in (Subject.HANDBOOK, Subject.RECORD, Subject.TERM)
        found.setdefault((entry.family, "" if alone else entry.document), []).append(change)
    # Rules first: that is what the handbook is for.
    rules_first = sorted(found.items(), key=lambda item: item[0][0] != Subject.REGULATION)
    return tuple(_group(comparison, *key, changes) for key, changes in rules_first)


def _group(comparison: Comparison, family: str, document: str, changes: list[Change]) -> Group:
    name = SUBJECTS[Subject(family)]
    title = comparison.titles.get((family, document)) or Text(zh=name.zh, en=name.en.capitalize())
    whole = next(
        (
            aspect
            for aspect in (Aspect.ADDED, Aspect.REMOVED)
            if document and all(change.aspects == (aspect,) for change in changes)
            and any(change.entry.address == document for change in changes)
        ),
        None,
    )  # fmt: skip
    return Group(title, tuple(c for c in changes if not c.quiet), tuple(c for c in changes if c.quiet), whole)
