"""What is paired: the words of one title, rule or paragraph within one block of its language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.importers.bilingual.segments import Segment
from guizhang.importers.lines.labels import AT_START, INLINE, read_labels
from guizhang.importers.outline import Document, Span, walk
from guizhang.zh.folding import plain

DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of one node that stand together."""

    kind: str
    """Type of the node, or ``document`` for a title of rules."""
    document: int
    """Index of the document."""
    block: int
    segments: frozenset[int]
    """Indexes of the segments its words stand in."""
    label: tuple[Span, ...]
    """Source spans of its number, of its heading and of its text."""
    title: tuple[Span, ...]
    text: tuple[Span, ...]
    path: tuple[tuple[int, ...], ...]
    """Readings of its number; none without one, or where only a part of a node stands here."""
    words: str
    """Heading and text."""
    lines: frozenset[int]
    """Lines it stands in."""
    halves: bool
    """Whether each of them says something in the other language, too."""

    @property
    def start(self) -> int:
        """Source offset of the first character."""
        return min(span[0] for span in (*self.label, *self.title, *self.text))


def units(source: str, documents: Sequence[Document], found: Sequence[Segment]) -> list[Unit]:
    """Return the units of the documents in the order of the source.

    Args:
        source: The source.
        documents: The documents of one half.
        found: All segments of the source.
    """
    out: list[Unit] = []
    for place, document in enumerate(documents):
        if document.title_spans:
            out += _split(source, DOCUMENT, place, ((), document.title_spans, ()), (), found)
        for node in walk(document.nodes):
            spans = parted(source, node.spans, (node.label, node.title, node.text))
            out += _split(source, node.type.value, place, spans, (node.path,) if node.path else (), found)
    return sorted(out, key=lambda unit: unit.start)


def parted(source: str, spans: Sequence[Span], fields: tuple[str, ...]) -> tuple[tuple[Span, ...], ...]:
    """Return the spans of a node by field: those of its number, its heading and its text.

    Args:
        source: The source.
        spans: All of them, in this order.
        fields: What each field says; blanks do not count, joining lines may add or take them.
    """
    sizes = [len("".join(field.split())) for field in fields]
    out: list[list[Span]] = [[] for _ in fields]
    which = 0
    for start, end in spans:
        place = start
        while place < end:
            while which < len(sizes) - 1 and not sizes[which]:
                which += 1
            stop, left = place, sizes[which]
            while stop < end and (left or which == len(sizes) - 1):
                left -= not source[stop].isspace()
                stop += 1
            sizes[which] = max(0, left)
            out[which].append((place, stop))
            place = stop
    return tuple(tuple(_solid(source, field)) for field in out)


def _solid(source: str, spans: Sequence[Span]) -> Iterator[Span]:
    for start, end in spans:
        words = source[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def joined(source: str, spans: Sequence[Span]) -> str:
    """Return the words of *spans*; those of two lines are parted by a blank where both sides are Latin, cells by a tab."""
    out = ""
    for place, (start, end) in enumerate(spans):
        part = " ".join(source[start:end].split())
        if place and "\t" in source[spans[place - 1][1] : start]:
            out += "\t"
        elif out and part and out[-1].isascii() and part[0].isascii():
            out += " "
        out += part
    return out


def _split(
    source: str,
    kind: str,
    document: int,
    fields: tuple[tuple[Span, ...], ...],
    path: tuple[tuple[int, ...], ...],
    found: Sequence[Segment],
) -> Iterator[Unit]:
    """Yield the units of a node, one for each block of its language it stands in."""
    blocks: dict[int, tuple[list[Span], list[Span], list[Span], set[int]]] = {}
    for field, spans in enumerate(fields):
        for span in spans:
            for place, piece in _by_segment(span, found):
                block = blocks.setdefault(found[place].block, ([], [], [], set()))
                block[field].append(piece)  # type: ignore[union-attr]  # label, title and text; the set comes behind them
                block[3].add(place)
    for order, (block_number, (label, title, text, places)) in enumerate(sorted(blocks.items())):
        words = " ".join(filter(None, (joined(source, title), joined(source, text))))
        own = path if order == 0 else ()
        yield Unit(
            kind, document, block_number, frozenset(places), tuple(label), tuple(title), tuple(text),
            own or (() if label or kind == DOCUMENT else read_path(words)), words,
            frozenset(found[at].line for at in places), not any(found[at].whole for at in places),
        )  # fmt: skip


def _by_segment(span: Span, found: Sequence[Segment]) -> Iterator[tuple[int, Span]]:
    """Yield the parts of a span by the segment they stand in."""
    start, end = span
    place = bisect_right(found, start, key=lambda segment: segment.end)
    while place < len(found) and found[place].start < end:
        yield place, (max(start, found[place].start), min(end, found[place].end))
        place += 1


def read_path(words: str) -> tuple[tuple[int, ...], ...]:
    """Return what the label with which *words* begin may count, if they begin with one that was taken for text."""
    text = plain(words[:40])
    match = INLINE.match(text) or AT_START.match(text)
    if match is None or (match.re is INLINE and match["run"]):
        return ()
    return tuple(dict.fromkeys(label.path for label in read_labels(match) if label.path))
