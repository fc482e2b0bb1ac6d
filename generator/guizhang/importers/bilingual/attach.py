"""Translations put to the nodes they are of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guizhang.importers.accounting.ledger import SEPARATOR
from guizhang.importers.bilingual.evidence import Doubt
from guizhang.importers.bilingual.half import is_hidden
from guizhang.importers.bilingual.pairs import Bilingual, Pair
from guizhang.importers.bilingual.segments import NAMES
from guizhang.importers.bilingual.units import joined, read_path
from guizhang.importers.lines.labels import AT_START, INLINE
from guizhang.importers.outline import (
    Discarded,
    Document,
    Entry,
    Finding,
    Kind,
    Node,
    Span,
    Translation,
    translation_id,
    translations,
    walk,
)
from guizhang.zh.folding import plain

LANGUAGE_NAMES = "language-names"
"""Why a row that names both languages is no text."""
_SURE = 0.7
_TOLD = frozenset({Doubt.NUMBER, Doubt.FIGURES, Doubt.DENIAL})
"""What is said of a pair however sure it is: the two languages do not say the same."""
_TEXT = r"(?:版本?|文本|本)?(?:的?(?:内容|解释|规定))?为准"
_PREVAILS = re.compile(
    rf"以(?P<zh>中文|汉语){_TEXT}|以(?P<en>英文|英语){_TEXT}|(?P<equal>(?:同等|相同)的?(?:法律)?效力|equally (?:authentic|valid|binding))"
    r"|(?P<zh_en>Chinese (?:text|version)[^.;]{0,16}prevail)|(?P<en_en>English (?:text|version)[^.;]{0,16}prevail)",
    re.IGNORECASE,
)
"""What a document says of its two texts."""
_EXCERPT = 40
_WORDS = 4


@dataclass(frozen=True, slots=True)
class Attached:
    """Documents with their translations."""

    documents: tuple[Document, ...]
    orphans: tuple[Pair, ...]
    """Pairs whose words are in none of the documents."""


class _Lines:
    """The lines of a source by offset."""

    def __init__(self, source: str) -> None:
        self._breaks = [at for at, sign in enumerate(source) if sign == "\n"]

    def number(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds *offset*."""
        return bisect_right(self._breaks, offset - 1) + 1


def attach(source: str, documents: Sequence[Document], pairs: Sequence[Pair]) -> Attached:
    """Return the documents with what each node says in the other language.

    Reads: documents of the first half, pairs. Writes: translations. Stands behind the tree, before the ledger.
    """
    owners = sorted(_owners(documents))
    starts = [start for start, _, _ in owners]
    of: dict[str, list[Pair]] = {}
    orphans: list[Pair] = []
    for pair in pairs:
        at = bisect_right(starts, pair.anchor) - 1
        if at >= 0 and pair.anchor < owners[at][1]:
            of.setdefault(owners[at][2], []).append(pair)
        else:
            orphans.append(pair)
    lines = _Lines(source)
    return Attached(tuple(_with_translations(source, lines, document, of) for document in documents), tuple(orphans))


def _owners(documents: Sequence[Document]) -> Iterator[tuple[int, int, str]]:
    for document in documents:
        yield from ((start, end, document.id) for start, end in document.title_spans)
        for node in walk(document.nodes):
            yield from ((start, end, node.id) for start, end in node.spans)


def _with_translations(source: str, lines: _Lines, document: Document, of: Mapping[str, Sequence[Pair]]) -> Document:
    reached = document.lines[0]

    def node(one: Node) -> Node:
        nonlocal reached
        said = _translation(source, lines, one.id, of[one.id], one) if one.id in of else None
        # A rule begins where the first of its two languages does.
        line = min(one.line, said.line) if said is not None and said.line >= reached else one.line
        reached = max(line, one.line)
        return replace(one, line=line, translation=said, children=tuple(map(node, one.children)))

    nodes = tuple(map(node, document.nodes))
    title = _translation(source, lines, document.id, of[document.id], None) if document.id in of else None
    told = [one.translation for one in walk(nodes) if one.translation] + ([title] if title else [])
    ends = [lines.number(span[0]) for one in told for span in (one.spans[0], one.spans[-1])]
    extent = min([document.lines[0], *ends]), max([document.lines[1], *ends])
    return replace(document, nodes=nodes, translation=title, lines=extent)


def _translation(source: str, lines: _Lines, owner: str, pairs: Sequence[Pair], node: Node | None) -> Translation:
    """Return what several pairs say of one node: its heading first, then its text."""
    label: list[Span] = []
    title: list[Span] = []
    text: list[Span] = []
    for pair in pairs:
        heading = node is None or (pair.heading and bool(node.title))
        behind = [*pair.title, *pair.text]
        number = list(pair.label)
        if node is not None and node.path and not label and not number:
            number, behind, cut = _numbered(source, behind, node)
            kept = [span for span in pair.title if span[0] >= cut]
        else:
            kept = list(pair.title)
        if label:
            behind, number = [*number, *behind], []
        label += number
        if heading:
            title += behind
        elif kept and node is not None and node.title:
            title += kept
            text += [span for span in behind if span not in kept]
        else:
            text += behind
    if node is not None and not node.text:
        title, text = title + text, []
    label, title, text = sorted(label), sorted(title), sorted(text)
    if title and text and title[-1] > text[0]:
        title, text = [], sorted(title + text)  # a heading behind its text is none
    if label and label[-1] > min((*title, *text), default=label[-1]):
        label, title, text = [], *((title, sorted(label + text)) if text else (sorted(label + title), text))
    return Translation(
        translation_id(owner),
        joined(source, label),
        joined(source, title),
        joined(source, text),
        lines.number(min((*label, *title, *text))[0]),
        (*label, *title, *text),
        min(pair.confidence for pair in pairs),
    )


def _numbered(source: str, spans: list[Span], node: Node) -> tuple[list[Span], list[Span], int]:
    """Return the number with which the words begin, if it is that of the node, the words behind it, and where they begin."""
    start, end = spans[0]
    words = source[start:end]
    if node.path not in read_path(words) and node.path[-1:] not in read_path(words):
        return [], spans, start
    match = INLINE.match(plain(words)) or AT_START.match(plain(words))
    size = match.end() if match else 0
    behind = start + size + len(words[size:]) - len(words[size:].lstrip(" .:、：-–—"))
    if behind >= end:
        return [], spans, start
    return [(start, start + size)], [(behind, end), *spans[1:]], behind


def signs_of(bilingual: Bilingual, documents: Sequence[Document]) -> Iterator[Entry]:
    """Yield what of the hidden segments is in no translation: signs between the halves of a line and around numbers, names of the languages."""
    source = bilingual.whole.source
    taken = sorted(span for document in documents for one in translations(document) for span in one.spans)
    starts = [start for start, _ in taken]
    for place in sorted(bilingual.hidden):
        segment = bilingual.segments[place]
        named = segment.lang == NAMES
        at = segment.cut[0]
        while at < segment.cut[1]:
            inside = bisect_right(starts, at) - 1
            if inside >= 0 and at < taken[inside][1]:
                at = taken[inside][1]
            else:
                if not source[at].isspace() and not is_hidden(bilingual.whole, at):
                    yield Entry(at, at + 1, Kind.DISCARDED, LANGUAGE_NAMES if named else SEPARATOR)
                at += 1


def language_names(bilingual: Bilingual) -> Iterator[Discarded]:
    """Yield the rows that name both languages over their columns."""
    for place in sorted(bilingual.hidden):
        segment = bilingual.segments[place]
        if segment.lang == NAMES:
            words = bilingual.whole.source[segment.start : segment.end]
            yield Discarded((segment.line, segment.line), LANGUAGE_NAMES, words, 0.95)


def check_pairs(bilingual: Bilingual, documents: Sequence[Document], pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield the pairs that are in doubt, and what of the second language has stayed text.

    Reads: pairs, documents. Writes: findings.
    """
    source = bilingual.whole.source
    owners = sorted(_owners(documents))
    starts = [start for start, _, _ in owners]
    lines = _Lines(source)

    def owner(offset: int) -> str:
        at = bisect_right(starts, offset) - 1
        return owners[at][2] if at >= 0 and offset < owners[at][1] else ""

    for pair in pairs:
        if pair.confidence >= _SURE and not _TOLD.intersection(pair.doubts):
            continue
        spans = sorted((*pair.label, *pair.title, *pair.text))
        said = _short(joined(source, spans))
        why = [doubt.said for doubt in dict.fromkeys(pair.doubts)] or [Doubt.PLACE.said]
        zh = f"译文可能不对应（{'、'.join(one.zh for one in why)}）：{said}"
        en = f"perhaps not its translation ({'; '.join(one.en for one in why)}): {said}"
        line = lines.number(spans[0][0])
        yield Finding(line, "translation-doubtful", zh, en, round(1 - pair.confidence, 2), owner(pair.anchor))
    hidden = bilingual.hidden
    inside = [document.lines for document in documents if any(translations(document))]
    for place, segment in enumerate(bilingual.segments):
        words = source[segment.start : segment.end]
        if segment.lang != bilingual.lang or place in hidden or (len(words.split()) < _WORDS and segment.lang == "en"):
            continue
        node = owner(segment.start)
        if node and any(first <= segment.line <= last for first, last in inside):
            zh = f"没有对应的{'中文' if segment.lang == 'en' else '英文'}，当作正文：{_short(words)}"
            en = f"nothing stands for it in {'Chinese' if segment.lang == 'en' else 'English'}, kept as text: {_short(words)}"
            yield Finding(segment.line, "translation-unpaired", zh, en, 0.6, node)


def check_prevailing(bilingual: Bilingual, documents: Sequence[Document]) -> Iterator[Finding]:
    """Yield where a document says that another of its texts prevails than the one drafts take for that.

    Reads: documents. Writes: findings.
    """
    taken = "zh" if bilingual.lang == "en" else "en"
    for document in documents:
        if not any(translations(document)):
            continue
        for node in walk(document.nodes):
            said = _PREVAILS.search(plain(node.title + node.text))
            which = next((name[:2] for name, words in said.groupdict().items() if words), "") if said else ""
            if which and which != taken:
                name = {
                    "zh": ("中文为准", "the Chinese text prevails"),
                    "en": ("英文为准", "the English text prevails"),
                }.get(which, ("两种文字同等有效", "both texts are equal"))
                key = "equal" if which == "eq" else which
                zh, en = f"文件写明{name[0]}；草稿写的是 {taken}", f"it says that {name[1]}; the draft has {taken}"
                yield Finding(node.line, "text-prevails", f"{zh}，应为 {key}", f"{en}, not {key}", 0.9, node.id)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _EXCERPT else flat[:_EXCERPT] + "…"
