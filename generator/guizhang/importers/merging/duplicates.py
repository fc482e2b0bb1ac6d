"""Documents and provisions that say the same: found, measured and named, so that one of them is imported.

Texts are compared as sets of runs of N characters, Chinese characters, letters and digits only, Traditional as Simplified:

    share of A in B   = |A ∩ B| / |A|
    Jaccard           = |A ∩ B| / |A ∪ B|        exact, on the runs themselves, not on hashes

Which pairs to compare is found by runs that few documents have: of every stretch of a document the rarest run is looked
up in an index of the runs that two documents or more have. Source: A. Broder, "On the resemblance and containment of
documents" (1997), for the two measures; the choice of a run per stretch follows S. Schleimer, D. Wilkerson and A. Aiken,
"Winnowing" (2003), with rarity in place of the smallest hash.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from guizhang.importers.naming import name_of_file
from guizhang.importers.outline import Document, Import, Node, NodeType, walk
from guizhang.zh.folding import fold

RUN = 5
"""Characters of a run between documents."""
PROVISION_RUN = 3
NEAR_SHARE = 0.5
"""Share in common, one way, from which documents are named."""
PROVISION_SHARE = 0.6
_PROVISION_MIN = 8
"""Characters below which a provision is too short to be the same as another: 附则, 解释权归公司."""
_STRETCH = 12
_HOLDERS_MAX = 40
_COMPARED_MAX = 16
_SLOTS = 1 << 24
_RUNS_KEPT = 256
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Provision:
    """One article or item with its text."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """One document to compare."""

    id: str
    """Unique among the documents compared: path and number."""
    title: str
    provisions: tuple[Provision, ...]
    file: str = ""
    """Name of its file."""
    line: int = 0
    """The line on which it begins."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two provisions that say the same."""

    first: str
    """Id of the provision in the first document."""
    second: str
    jaccard: float
    """1 for the same characters."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents with much in common."""

    first: str
    second: str
    first_share: float
    """Share of the first document that stands in the second as well."""
    second_share: float
    jaccard: float
    matches: tuple[Match, ...]
    """Provisions of the first, in order, each with the likest of the second."""
    zh: str
    en: str


def sources(imported: Import) -> tuple[Source, ...]:
    """Return the documents of an import, ready to compare. Ids are ``path#d1``."""
    return tuple(_source(imported.path, document) for document in imported.documents)


def near_duplicates(documents: Sequence[Source], *, share: float = NEAR_SHARE) -> tuple[Pair, ...]:
    """Return the pairs of documents with at least *share* in common one way or the other, most alike first.

    A document contained in a longer one is found by its own share. A document equal to an earlier one is paired with that
    one only, and one of a crowd of near ones with the nearest of them: the pairs stay proportional to the documents.

    Args:
        documents: Of one import or of many; the order decides which is first in a pair.
        share: 0 to 1.
    """
    plains = [_plains(document.provisions) for document in documents]
    texts = ["".join(plain) for plain in plains]
    runs = lru_cache(maxsize=_RUNS_KEPT)(lambda number: _runs(texts[number], RUN))
    found: list[tuple[float, int, int, Pair]] = []
    for a, b in _candidates(texts, share):
        left, right = runs(a), runs(b)
        common = len(left & right)
        if not common or max(common / len(left), common / len(right)) < share:
            continue
        shares = common / len(left), common / len(right)
        zh, en = _named(documents[a], documents[b], shares)
        pair = Pair(
            first=documents[a].id,
            second=documents[b].id,
            first_share=round(shares[0], 3),
            second_share=round(shares[1], 3),
            jaccard=round(common / (len(left) + len(right) - common), 3),
            matches=_matches(documents[a].provisions, plains[a], documents[b].provisions, plains[b]),
            zh=zh,
            en=en,
        )
        found.append((-max(shares), a, b, pair))
    return tuple(pair for _, _, _, pair in sorted(found, key=lambda item: item[:3]))


def repeated_provisions(document: Source) -> tuple[tuple[str, ...], ...]:
    """Return the groups of provisions of one document whose text is the same, signs and script apart, in order."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for provision, plain in zip(document.provisions, _plains(document.provisions), strict=True):
        if len(plain) >= _PROVISION_MIN:
            groups[plain].append(provision.id)
    return tuple(tuple(ids) for ids in groups.values() if len(ids) > 1)


def _source(path: str, document: Document) -> Source:
    title = document.title or name_of_file(path)
    provisions = tuple(_provisions(document.nodes))
    return Source(f"{path}#{document.id}", title, provisions, PurePath(path).name, document.lines[0])


def _provisions(nodes: Iterable[Node]) -> Iterator[Provision]:
    """Yield articles whole, with the items below them, and what stands outside articles node by node."""
    for node in nodes:
        if node.type is NodeType.ARTICLE:
            text = "".join(part for below in walk((node,)) for part in (below.title, below.text))
            yield Provision(node.id, node.label, text)
            continue
        if node.text or node.title:
            yield Provision(node.id, node.label, node.title + node.text)
        yield from _provisions(node.children)


def _plains(provisions: Sequence[Provision]) -> list[str]:
    """Return the texts folded, letters and digits only; folded in one go, since each fold has a price of its own."""
    whole = "\n".join(provision.text.replace("\n", " ") for provision in provisions)
    return [_NO_LETTER.sub("", line) for line in fold(whole).text.lower().split("\n")] if provisions else []


def _runs(plain: str, size: int) -> set[str]:
    if len(plain) <= size:
        return {plain} if plain else set()
    return {plain[i : i + size] for i in range(len(plain) - size + 1)}


def _candidates(texts: Sequence[str], share: float) -> list[tuple[int, int]]:
    """Return the pairs worth comparing, in order.

    The first pass counts runs in a fixed number of slots, so that memory does not grow with runs that only one document
    has, which most are. A collision makes a run look more frequent, never absent.
    """
    pairs: set[tuple[int, int]] = set()
    firsts: dict[str, int] = {}
    for number, text in enumerate(texts):
        if firsts.setdefault(text, number) != number:
            pairs.add((firsts[text], number))
    slots = bytearray(_SLOTS)
    for text in firsts:
        for run in _runs(text, RUN):
            slot = hash(run) % _SLOTS
            slots[slot] += slots[slot] < 255
    holders: dict[str, list[int]] = {}
    counts: Counter[str] = Counter()
    for text, number in firsts.items():
        for run in _runs(text, RUN):
            if slots[hash(run) % _SLOTS] > 1:
                counts[run] += 1
                held = holders.setdefault(run, [])
                if len(held) < _HOLDERS_MAX:
                    held.append(number)
    for text, number in firsts.items():
        hits: Counter[int] = Counter()
        for run in _rare_runs(text, counts):
            hits.update(holders[run])
        del hits[number]
        # Alike by that share, they have about as large a share of the stretches in common; a quarter of it leaves room.
        least = share * len(text) / _STRETCH / 4
        near = [hit for hit in hits.items() if hit[1] >= least]
        nearest = sorted(near, key=lambda hit: (-hit[1], hit[0]))[:_COMPARED_MAX]
        pairs.update((min(number, other), max(number, other)) for other, _ in nearest)
    return sorted(pairs)


def _rare_runs(text: str, counts: Counter[str]) -> Iterator[str]:
    """Yield of each stretch the run that the fewest documents have, but two at least."""
    last = max(1, len(text) - RUN + 1)
    for start in range(0, last, _STRETCH):
        runs = (text[i : i + RUN] for i in range(start, min(start + _STRETCH, last)))
        shared = [(counts[run], run) for run in runs if counts[run] > 1]
        if shared:
            yield min(shared)[1]


def _matches(
    first: Sequence[Provision], first_plain: Sequence[str], second: Sequence[Provision], second_plain: Sequence[str]
) -> tuple[Match, ...]:
    """Return for each provision of *first* the likest of *second*, where they are near each other."""
    theirs = [
        (provision.id, _runs(plain, PROVISION_RUN)) for provision, plain in zip(second, second_plain, strict=True)
    ]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, runs) in enumerate(theirs):
        for run in runs:
            index[run].append(number)
    matches: list[Match] = []
    for provision, plain in zip(first, first_plain, strict=True):
        if len(plain) < _PROVISION_MIN:
            continue
        ours = _runs(plain, PROVISION_RUN)
        common = Counter(number for run in ours for number in index.get(run, ()))
        best = min(
            ((-count / (len(ours) + len(theirs[number][1]) - count), number) for number, count in common.items()),
            default=None,
        )
        if best is not None and -best[0] >= PROVISION_SHARE:
            matches.append(Match(provision.id, theirs[best[1]][0], round(-best[0], 3)))
    return tuple(matches)


def _named(first: Source, second: Source, shares: tuple[float, float]) -> tuple[str, str]:
    (ours, our_name), (theirs, their_name) = _names(first, second)
    a, b = (f"{share:.0%}" for share in shares)
    same = min(shares) >= 0.95
    zh = f"{ours}与{theirs}" + ("内容相同" if same else f"有相同的内容：前者的 {a} 见于后者，后者的 {b} 见于前者")
    en = f"{our_name} and {their_name} " + (
        "say the same" if same else f"overlap: {a} of the first is in the second, {b} of the second in the first"
    )
    return zh + "；请只导入其中一份", en + "; import one of them"


def _names(first: Source, second: Source) -> list[tuple[str, str]]:
    """Return what the two are called, in both languages; of one title by their files, or else by where they begin."""
    found = []
    for one in (first, second):
        zh, en = f"《{one.title}》", f"“{one.title}”"
        if first.title == second.title and first.file != second.file:
            zh, en = f"{zh}（{one.file}）", f"{en} ({one.file})"
        elif first.title == second.title and one.line:
            zh, en = f"{zh}（第 {one.line} 行起）", f"{en} (from line {one.line})"
        found.append((zh, en))
    return found
