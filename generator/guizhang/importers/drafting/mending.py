"""Repairs put to use: where each one belongs, whether drafts follow it, and what a rule then says.

Reads: source text, documents, ledger, suggestions. Writes: mends. The outline and the ledger stay about the source as it
was; only drafts are mended, and only where a suggestion is sure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guizhang.importers.outline import Document, Entry, Import, Kind, Mend, Node, Span, Translation, walk
from guizhang.importers.repairs import Repair, RepairKind
from guizhang.zh.folding import GLOSS, Mask

SURE = 0.9
"""Confidence from which a suggestion is followed without asking."""
EDITS: Mapping[RepairKind, str] = {
    RepairKind.GLOSS: "gloss-removed", RepairKind.LOST_BYTES: "repaired", RepairKind.STRAY: "repaired",
    RepairKind.SCRIPT: "script-converted",
}  # fmt: skip
"""What an origin says was changed on the way in."""


def gloss_masks(repairs: Iterable[Repair]) -> list[Mask]:
    """Return the glosses that are surely none of the rule; the others stay in its text."""
    return [Mask(r.start, r.end, GLOSS) for r in repairs if r.kind is RepairKind.GLOSS and r.confidence >= SURE]


def place_repairs(
    text: str, documents: Sequence[Document], ledger: Sequence[Entry], repairs: Iterable[Repair]
) -> tuple[Mend, ...]:
    """Return the repairs of what became a rule or heading; text that was left out needs none."""
    kept = [entry for entry in ledger if entry.kind is not Kind.DISCARDED]
    ends = [entry.end for entry in kept]
    written = dict(_written(documents))
    breaks = [i for i, sign in enumerate(text) if sign == "\n"]
    found: list[Mend] = []
    known: dict[str, _Aligned] = {}
    for repair in repairs:
        # A gloss or a gap belongs to the character before it.
        behind = repair.kind is RepairKind.GLOSS or repair.start == repair.end
        at = bisect_left(ends, repair.start) if behind else bisect_right(ends, repair.start)
        if at == len(kept) or kept[at].start >= max(repair.end, repair.start + 1):
            continue
        owner = kept[at].reason
        if owner not in known:
            known[owner] = _Aligned(text, *written[owner])
        sure = repair.suggestion is not None and repair.confidence >= SURE
        applied = sure and (repair.kind is RepairKind.GLOSS or known[owner].place(repair) is not None)
        found.append(Mend(repair, owner, bisect_right(breaks, repair.start - 1) + 1, applied))
    return tuple(found)


def applied_mends(imported: Import) -> dict[str, list[Mend]]:
    """Return node or document id -> the mends drafts follow."""
    found: dict[str, list[Mend]] = {}
    for mend in imported.mends:
        if mend.applied:
            found.setdefault(mend.owner, []).append(mend)
    return found


def mended(text: str, owner: Document | Node | Translation, mends: Iterable[Mend]) -> tuple[str, str]:
    """Return title and text of a node, or the title of a document and no text, as drafts write them.

    Args:
        text: The source.
        owner: The node, document or translation.
        mends: Those of it that drafts follow.
    """
    fields = ("", owner.title, "") if isinstance(owner, Document) else (owner.label, owner.title, owner.text)
    now = list(fields)
    edits = [mend for mend in mends if mend.repair.kind is not RepairKind.GLOSS]
    if edits:
        aligned = _Aligned(text, fields, owner.title_spans if isinstance(owner, Document) else owner.spans)
        for mend in sorted(edits, key=lambda m: m.repair.start, reverse=True):
            if (place := aligned.place(mend.repair)) is not None:
                which, start, end = place
                now[which] = now[which][:start] + (mend.repair.suggestion or "") + now[which][end:]
    return now[1], now[2]


def _written(documents: Sequence[Document]) -> Iterator[tuple[str, tuple[tuple[str, str, str], tuple[Span, ...]]]]:
    for document in documents:
        yield document.id, (("", document.title, ""), document.title_spans)
        yield from _translated(document.translation)
        for node in walk(document.nodes):
            yield node.id, ((node.label, node.title, node.text), node.spans)
            yield from _translated(node.translation)


def _translated(one: Translation | None) -> Iterator[tuple[str, tuple[tuple[str, str, str], tuple[Span, ...]]]]:
    if one is not None:
        yield one.id, ((one.label, one.title, one.text), one.spans)


class _Aligned:
    """Label, title and text of a node beside their source, character by character; blanks, which may differ, aside."""

    def __init__(self, text: str, fields: tuple[str, str, str], spans: Sequence[Span]) -> None:
        self.sources = [i for start, end in spans for i in range(start, end) if not text[i].isspace()]
        self.places = [(f, i) for f, words in enumerate(fields) for i, c in enumerate(words) if not c.isspace()]

    def place(self, repair: Repair) -> tuple[int, int, int] | None:
        """Return field, start and end of what is repaired; ``None`` where a title or text does not hold all of it."""
        first, last = bisect_left(self.sources, repair.start), bisect_left(self.sources, repair.end)
        if last - first != len("".join(repair.original.split())) or first == last:
            return None
        (which, start), (other, end) = self.places[first], self.places[last - 1]
        return (which, start, end + 1) if which == other != 0 else None
