"""The account of every character of the source: kept in a node, or discarded with a reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from guizhang.importers.furniture.margins import Discard
from guizhang.importers.outline import Document, Entry, Kind, Translation, owner_id, walk
from guizhang.zh.folding import BLANK, Folded, Mask

LAYOUT = "layout"
"""Blanks and line breaks between pieces of text."""
SEPARATOR = "separator"
"""A colon, comma, dash or brackets between label, heading and text."""
_SEPARATORS = frozenset("-–—:：﹕、﹑.．﹒,，﹐()（）﹙﹚[]【】〔〕")


def keep_ledger(
    view: Folded,
    documents: Iterable[Document],
    discards: Iterable[Discard],
    masks: Iterable[Mask],
    signs: Iterable[Entry] = (),
) -> tuple[Entry, ...]:
    """Return spans that cover the source exactly, in order.

    Reads: view, documents, discards, masks that are no words of the other half of the source, signs around the words of that
    half. Writes: ledger. Stands behind the tree; the audit then counts it all again.

    Raises:
        ValueError: A piece of text belongs to nothing, or to two nodes. That is a fault of the importer.
    """
    claims = list(signs)
    for document in documents:
        claims += [Entry(a, b, Kind.KEPT, document.id) for a, b in document.title_spans]
        claims += _translated(document.translation)
        for node in walk(document.nodes):
            claims += [Entry(a, b, Kind.KEPT, node.id) for a, b in node.spans]
            claims += _translated(node.translation)
    for discard in discards:
        claims += [Entry(a, b, Kind.DISCARDED, discard.reason) for a, b in view.pieces(discard.start, discard.end)]
    claims.sort(key=lambda entry: (entry.start, entry.end))
    hidden = iter(masks)
    entries: list[Entry] = []
    place = 0
    mask = next(hidden, None)
    for claim in [*claims, Entry(len(view.source), len(view.source), Kind.KEPT, "")]:
        if claim.start < place:
            raise ValueError(f"characters {claim.start} to {place} are claimed twice, by {claim.reason} too")
        while place < claim.start:
            while mask is not None and mask.end <= place:
                mask = next(hidden, None)
            stop = claim.start if mask is None else min(claim.start, max(place, mask.start))
            entries += _explain(view.source, place, stop)
            place = stop
            if mask is not None and mask.start <= place < claim.start:
                end = min(mask.end, claim.start)
                entries.append(Entry(place, end, Kind.DISCARDED, _mask_reason(mask)))
                place = end
        if claim.end > place:
            entries.append(claim)
            place = claim.end
    return tuple(_joined(entries))


def owner_at(ledger: Sequence[Entry], offset: int) -> str:
    """Return the id of the node or document that keeps the character at *offset*; empty where none does."""
    at = bisect_right(ledger, offset, key=lambda entry: entry.start) - 1
    return owner_id(ledger[at].reason) if at >= 0 and ledger[at].kind is not Kind.DISCARDED else ""


def _translated(translation: Translation | None) -> list[Entry]:
    if translation is None:
        return []
    return [Entry(a, b, Kind.KEPT, translation.id) for a, b in translation.spans]


def _mask_reason(mask: Mask) -> str:
    return LAYOUT if mask.reason == BLANK else mask.reason


def _explain(source: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the entries of a stretch that nothing claims: blanks and separating signs, and nothing else."""
    place = start
    while place < end:
        blank = source[place].isspace()
        if not blank and source[place] not in _SEPARATORS:
            raise ValueError(f"character {place} ({source[place]!r}) belongs to nothing")
        stop = place + 1
        while stop < end and source[stop].isspace() == blank and (blank or source[stop] in _SEPARATORS):
            stop += 1
        yield Entry(place, stop, Kind.DISCARDED, LAYOUT if blank else SEPARATOR)
        place = stop


def _joined(entries: list[Entry]) -> Iterator[Entry]:
    last: Entry | None = None
    for entry in entries:
        if last is not None and (last.kind, last.reason, last.end) == (entry.kind, entry.reason, entry.start):
            last = Entry(last.start, entry.end, entry.kind, entry.reason)
            continue
        if last is not None:
            yield last
        last = entry
    if last is not None:
        yield last
