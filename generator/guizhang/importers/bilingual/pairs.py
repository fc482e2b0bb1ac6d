"""Which words of a source are the translation of which others, and the view that is read without them.

Evidence decides, not the look of one line: both halves are outlined by themselves, their units are paired, and a document
is one in two languages where most of what one half says has its place in the other. Whatever English is left over (a term,
an address, a sentence without a Chinese one) stays what it is, text of the rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guizhang.importers.bilingual.align import Aligned, align
from guizhang.importers.bilingual.evidence import Doubt, Said
from guizhang.importers.bilingual.half import half, is_hidden
from guizhang.importers.bilingual.segments import NAMES, Segment, segments
from guizhang.importers.bilingual.units import Unit, units
from guizhang.importers.lines.folded import split_lines
from guizhang.importers.outline import Span
from guizhang.importers.reading import Reading
from guizhang.importers.stages import outline
from guizhang.model.text import Lang
from guizhang.zh.folding import Folded

_BOTH = re.compile("[\u3400-\u9fff]")
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_FEWEST = 3
"""Pairs that make a document one in two languages."""
_SHARE = 0.6
"""Of what the second language says in a document, so much is the translation of something."""
_COVERED = 0.5
_NUMBERED = 0.8
"""Of the numbered units of the English half, so many of the Chinese for it to be the rules and the English its translation."""
_HEADED = 0.8
_SURE = 0.7
_DOUBTFUL = 0.5
_TOLD, _ALIKE = 2, 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Words and their translation; offsets are of the source."""

    anchor: int
    """Where the words begin that are translated."""
    heading: bool
    """Whether these are a heading or title and nothing else."""
    titled: bool
    """Whether there is a heading among them."""
    label: tuple[Span, ...]
    title: tuple[Span, ...]
    text: tuple[Span, ...]
    """Number, heading and text of the translation."""
    segments: frozenset[int]
    confidence: float
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A source in two languages."""

    whole: Folded
    segments: tuple[Segment, ...]
    lang: Lang
    """Language of the translation."""
    pairs: tuple[Pair, ...]

    @property
    def hidden(self) -> frozenset[int]:
        """Indexes of the segments that are translations, and of rows that only name the languages."""
        names = {place for place, segment in enumerate(self.segments) if segment.lang == NAMES} if self.pairs else set()
        return frozenset(names.union(*(pair.segments for pair in self.pairs)))

    @property
    def view(self) -> Folded:
        """The view without them."""
        return half(self.whole, self.segments, self.hidden)


def find_pairs(whole: Folded, reading: Reading) -> Bilingual | None:
    """Return what is said twice in a source; ``None`` where it is in one language.

    Reads: view, reading. Writes: pairs. Stands before the stages: what is the translation of a rule is none of its
    neighbours, and the rules in one language are outlined as if they stood there alone.
    """
    if len(_ENGLISH.findall(whole.text)) < _FEWEST or len(_BOTH.findall(whole.text)) < _FEWEST:
        return None
    found = segments(whole, split_lines(whole))
    kinds = Counter(segment.lang for segment in found)
    if min(kinds["zh"], kinds["en"]) < _FEWEST:
        return None
    sides: dict[str, list[Unit]] = {}
    for lang, other in (("zh", "en"), ("en", "zh")):
        view = half(whole, found, (i for i, segment in enumerate(found) if segment.lang in (other, NAMES)))
        sides[lang] = units(whole.source, outline(view, reading, half=True).documents, found)
    zh, en = sides["zh"], sides["en"]
    if not zh or not en:
        return None
    numbered = [sum(bool(unit.label) for unit in side) for side in (zh, en)]
    aligned = _accepted(align(zh, en), zh, en)
    # The rules are outlined by the language that has their numbers: 1.1 One meal per shift. / 每更一餐。
    chinese = numbered[0] >= _NUMBERED * numbered[1]
    pairs = [_pair(one, zh, en) if chinese else _pair(_turned(one), en, zh) for one in aligned]
    second = en if chinese else zh
    taken = {at for one in aligned for at in (one.en if chinese else one.zh)}
    pairs = _whole_lines(pairs, (unit for at, unit in enumerate(second) if at not in taken))
    pairs = _closed(whole, found, pairs)
    return Bilingual(whole, tuple(found), "en" if chinese else "zh", tuple(pairs)) if pairs else None


def without(bilingual: Bilingual, pairs: Iterable[Pair]) -> Bilingual:
    """Return the source with some pairs taken for none, and those that share a line with them."""
    gone = set(pairs)
    lost = frozenset().union(*(pair.segments for pair in gone))
    left = tuple(pair for pair in bilingual.pairs if pair not in gone and not pair.segments & lost)
    return replace(bilingual, pairs=left)


def _turned(one: Aligned) -> Aligned:
    return Aligned(one.en, one.zh, one.score, one.doubts)


def _accepted(aligned: Sequence[Aligned], zh: Sequence[Unit], en: Sequence[Unit]) -> list[Aligned]:
    """Return the pairs of the documents that are in two languages."""
    by_document: dict[int, list[Aligned]] = {}
    for pair in aligned:
        by_document.setdefault(zh[pair.zh[0]].document, []).append(pair)
    out: list[Aligned] = []
    for document, pairs in by_document.items():
        own = [unit for unit in zh if unit.document == document]
        if _is_bilingual(pairs, own, zh, en):
            out += pairs
    return out


def _is_bilingual(pairs: Sequence[Aligned], own: Sequence[Unit], zh: Sequence[Unit], en: Sequence[Unit]) -> bool:
    sure = [pair for pair in pairs if pair.confidence >= _SURE]
    if len(sure) < min(_FEWEST, len(own)) or len(sure) * 2 < len(pairs):
        return False
    first, last = min(pair.en[0] for pair in pairs), max(pair.en[-1] for pair in pairs)
    said = sum(len(unit.words) for unit in en[first : last + 1])
    paired = sum(len(en[at].words) for pair in pairs for at in pair.en)
    covered = sum(len(zh[at].words) for pair in pairs for at in pair.zh) >= _COVERED * sum(len(u.words) for u in own)
    heads = [at for at, unit in enumerate(zh) if unit.document == own[0].document and unit.title and not unit.text]
    taken = {at for pair in sure for at in pair.zh}
    headed = len(heads) >= _FEWEST and len(taken & set(heads)) >= _HEADED * len(heads)
    return paired >= _SHARE * said and (covered or headed) and (_beside(pairs, zh) or _alike(pairs, zh, en))


def _beside(pairs: Sequence[Aligned], zh: Sequence[Unit]) -> bool:
    """Return whether the languages change all the time, and not once behind all of a document."""
    blocks = Counter(zh[at].block for pair in pairs for at in pair.zh)
    return max(blocks.values()) * 2 <= blocks.total()


def _alike(pairs: Sequence[Aligned], zh: Sequence[Unit], en: Sequence[Unit]) -> bool:
    """Return whether half of the pairs have a word or a figure in common.

    Rules about parking and about clothes are both numbered from 1, and both say must and may not.
    """
    said = [(Said.of(zh[pair.zh[0]], "zh"), Said.of(en[pair.en[0]], "en")) for pair in pairs]
    marks = [
        tuple(
            {f"={n:g}" for n in one.numbers.written | one.numbers.spoken}.union(map(str, one.vocabulary))
            for one in both
        )
        for both in said
    ]
    told = [bool(first & second) for first, second in marks if first]
    return sum(told) >= _TOLD and sum(told) >= _ALIKE * len(told)


def _pair(one: Aligned, first: Sequence[Unit], second: Sequence[Unit]) -> Pair:
    """Return the pair; ``one.zh`` are units of the half that is outlined."""
    spine, others = [first[at] for at in one.zh], [second[at] for at in one.en]
    lead = spine[0]
    # A heading with its text behind it is one paragraph; of a second paragraph all is text.
    behind = [span for unit in others[1:] for span in (*unit.label, *unit.title, *unit.text)]
    return Pair(
        lead.start,
        not any(unit.text for unit in spine),
        bool(lead.title),
        others[0].label,
        others[0].title,
        (*others[0].text, *behind),
        frozenset().union(*(unit.segments for unit in others)),
        one.confidence,
        one.doubts,
    )


def _whole_lines(pairs: Sequence[Pair], left: Iterable[Unit]) -> list[Pair]:
    """Return the pairs together with what else their lines say: a line is a translation as a whole, or none.

    Args:
        pairs: The pairs, in the order of the source.
        left: Units of the second half that are in none of them.
    """
    out = list(pairs)
    places: dict[int, list[int]] = {}
    for at, pair in enumerate(out):
        for segment in pair.segments:
            places.setdefault(segment, []).append(at)
    for unit in left:
        beside = sorted({at for segment in unit.segments for at in places.get(segment, ())})
        if not beside:
            continue
        before = [at for at in beside if _begin(out[at]) < unit.start]
        at = before[-1] if before else beside[0]
        spans = (*unit.label, *unit.title, *unit.text)
        out[at] = replace(
            out[at],
            text=tuple(sorted((*out[at].text, *spans))),
            segments=out[at].segments | unit.segments,
            confidence=min(out[at].confidence, _DOUBTFUL),
            doubts=(*out[at].doubts, Doubt.PLACE),
        )
        for segment in unit.segments:
            places.setdefault(segment, []).append(at)
    return out


def _begin(pair: Pair) -> int:
    return min(start for start, _ in (*pair.label, *pair.title, *pair.text))


def _closed(whole: Folded, found: Sequence[Segment], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs without those in whose lines something stands that is in no unit, left out as furniture perhaps."""
    left = list(pairs)
    while True:
        spoken: dict[int, list[Span]] = {}
        for pair in left:
            for span in (*pair.label, *pair.title, *pair.text):
                for place in pair.segments:
                    if found[place].start <= span[0] < found[place].end:
                        spoken.setdefault(place, []).append(span)
        partly = {
            place
            for place in frozenset().union(*(pair.segments for pair in left))
            if _says_more(whole, found[place], spoken.get(place, []))
        }
        if not partly:
            return left
        left = [pair for pair in left if not pair.segments & partly]


def _says_more(whole: Folded, segment: Segment, spans: Sequence[Span]) -> bool:
    """Return whether a segment has words outside the spans; markup aside."""
    place = segment.start
    for start, end in [*sorted(spans), (segment.end, segment.end)]:
        for at in range(place, start):
            if whole.source[at].isalnum() and not is_hidden(whole, at):
                return True
        place = max(place, end)
    return False
