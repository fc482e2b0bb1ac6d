"""What an import changed on the way from source to draft, and what it only suggests: before and after, for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guizhang.diagnostics import Message
from guizhang.importers.drafting.mending import EDITS
from guizhang.importers.outline import Import, Mend, walk
from guizhang.importers.repairs import RepairKind
from guizhang.model.regulation import Regulation
from guizhang.model.regulation import walk as places
from guizhang.zh.script import to_simplified

CHANGES = frozenset({"gloss-removed", "sign-removed", "script-traditional", "gloss-doubtful"})
"""Findings that say what was or may be changed; the report shows them as changes."""
_AROUND = 8


@dataclass(frozen=True, slots=True)
class Change:
    """One change, or all that are alike."""

    line: int
    target: str
    """Node it is in."""
    lead: str
    before: str
    after: str
    tail: str
    why: Message
    applied: bool
    count: int = 1


@dataclass(frozen=True, slots=True)
class Conversion:
    """Characters of another script."""

    pairs: tuple[tuple[str, str, int], ...]
    """Traditional, Simplified, how often; the most frequent first."""
    applied: bool


def changes(imported: Import) -> tuple[Change, ...]:
    """Return the changes in order; readings in brackets that are alike count as one."""
    found: dict[object, Change] = {}
    for number, mend in enumerate(imported.mends):
        if mend.repair.suggestion is None:
            continue
        one = _change(imported.text, mend)
        alike = mend.repair.kind is RepairKind.GLOSS
        key = (one.lead, one.before, one.applied) if alike else number
        found[key] = replace(found[key], count=found[key].count + 1) if key in found else one
    return tuple(found.values())


def conversion(imported: Import, drafts: Sequence[Regulation]) -> Conversion | None:
    """Return what Traditional documents look like in Simplified characters; ``None`` where there is none."""
    traditional = {finding.node for finding in imported.findings if finding.code == "script-traditional"}
    pairs: Counter[tuple[str, str]] = Counter()
    for document in imported.documents:
        if document.id in traditional:
            words = [document.title, *(n.label + "\n" + n.title + "\n" + n.text for n in walk(document.nodes))]
            for edit in to_simplified("\n".join(words)).edits:
                pairs.update(zip(edit.original, edit.converted, strict=False))
    if not pairs:
        return None
    converted = EDITS[RepairKind.SCRIPT]
    applied = any(converted in p.node.origin.edits for draft in drafts for p in places(draft) if p.node.origin)
    return Conversion(tuple((a, b, count) for (a, b), count in pairs.most_common()), applied)


def _change(text: str, mend: Mend) -> Change:
    repair = mend.repair
    around = 1 if repair.kind is RepairKind.GLOSS else _AROUND
    first = max(text.rfind("\n", 0, repair.start) + 1, repair.start - around)
    end = text.find("\n", repair.end)
    last = min(len(text) if end < 0 else end, repair.end + around)
    tail = "" if repair.kind is RepairKind.GLOSS else text[repair.end : last]
    why = Message("注音", "pinyin gloss") if repair.kind is RepairKind.GLOSS else Message(repair.zh, repair.en)
    return Change(
        mend.line,
        mend.owner,
        text[first : repair.start],
        repair.original,
        repair.suggestion or "",
        tail,
        why,
        mend.applied,
    )
