"""Which entry of one edition is which of another: by permanent id, then by words, by likeness, by place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from guizhang.editions.entries import Entry, Key
from guizhang.editions.likeness import candidates
from guizhang.editions.plain import bare
from guizhang.model.edition import Subject
from guizhang.model.text import Text

SAME = 0.6
"""Texts this much alike in one document are one rule, reworded."""
SAME_ELSEWHERE = 0.75
"""In different documents they must be more alike: departments have similar rules."""
AMENDED = 0.35
"""With the same number or title at the same place this much is enough: the rule was rewritten, not replaced."""
LONG = 16
"""A shorter text is not followed from one document to another: 本办法自公布之日起施行 stands in many."""
GAP_MAX = 20
"""Entries between two matched ones that are compared with one another."""

_NUMBERED = re.compile(r"/(?:part|chapter|section|article|item)(?:-(?:\d+|x))+(?:-no\d+)?$")
CONTAINERS = (Subject.REGULATION, Subject.HEADING, Subject.SCRIPT, Subject.ETIQUETTE)
"""What others stand in, from the outside in."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing in both editions."""

    old: Entry
    new: Entry
    confidence: float
    """1 where the id says so; else how much the texts are alike, 0..1."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Every entry of both editions, each exactly once."""

    pairs: tuple[Pair, ...]
    removed: tuple[Entry, ...]
    added: tuple[Entry, ...]


def match(olds: Sequence[Entry], news: Sequence[Entry]) -> Matching:
    """Return which of *olds* is which of *news*, both in printed order."""
    pairing = _Pairing(olds, news)
    pairing.by_address(numbered=False)
    if pairing.free_olds() and pairing.free_news():
        pairing.containers_by_title()
        pairing.by_inner_id(numbered=False)
        pairing.by_words()
        pairing.by_likeness()
        pairing.by_address(numbered=True)
        pairing.containers_by_content()
        pairing.by_inner_id(numbered=True)
        pairing.by_place()
    found = pairing.found
    used = {new for new, _ in found.values()}
    return Matching(
        tuple(Pair(olds[old], news[new], sure) for old, (new, sure) in sorted(found.items())),
        tuple(entry for i, entry in enumerate(olds) if i not in found),
        tuple(entry for i, entry in enumerate(news) if i not in used),
    )


class _Pairing:
    def __init__(self, olds: Sequence[Entry], news: Sequence[Entry]) -> None:
        self.olds = olds
        self.news = news
        self.found: dict[int, tuple[int, float]] = {}
        self.used: set[int] = set()
        self.keys: dict[Key, Key] = {}
        """Key of an old entry -> key of the new one it is."""
        self._words: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self.new_at = {entry.key: i for i, entry in enumerate(news)}

    def by_address(self, *, numbered: bool) -> None:
        """Pair what has one permanent id.

        An import names what has no name after its number (``article-5``). A fresh import of a text with one more article gives
        every later one the id of its neighbour, so such an id counts only where nothing speaks against it: at first
        where nothing changed at all, and later, *numbered*, for what likeness has left over.
        """
        for old in self.free_olds():
            entry = self.olds[old]
            new = self.new_at.get(entry.key)
            if new is None or new in self.used:
                continue
            named = _NUMBERED.search(entry.address) is None
            if named or numbered or (entry.model is not None and entry.model == self.news[new].model):
                self._pair(old, new, 1.0)

    def containers_by_title(self) -> None:
        """Pair documents and headings by their titles, from the outside in, where a title stands once."""
        for subject in CONTAINERS:
            theirs: defaultdict[tuple[Key, str], list[int]] = defaultdict(list)
            for new in self.free_news():
                if self.news[new].subject is subject:
                    theirs[(self.news[new].place, _title(self.news[new]))].append(new)
            mine: defaultdict[tuple[Key, str], list[int]] = defaultdict(list)
            for old in self.free_olds():
                # Parts stand before their chapters, so what a heading stands in is known when its turn comes.
                if self.olds[old].subject is subject and (home := self._home(self.olds[old])) is not None:
                    mine[(home, _title(self.olds[old]))].append(old)
            for key, olds in mine.items():
                if key[1] and len(olds) == len(theirs.get(key, ())) == 1:
                    self._pair(olds[0], theirs[key][0], 1.0)

    def by_inner_id(self, *, numbered: bool) -> None:
        """Pair what has one id inside documents that were given another."""
        for old in self.free_olds():
            entry = self.olds[old]
            if not numbered and _NUMBERED.search(entry.address):
                continue
            _, slash, inner = entry.address.partition("/")
            document = self.keys.get((entry.family, entry.document)) if slash else None
            new = self.new_at.get((document[0], f"{document[1]}/{inner}")) if document else None
            if new is not None and new not in self.used:
                self._pair(old, new, 1.0)

    def by_words(self) -> None:
        """Pair what says the same in the same words, at the same place first."""
        table: defaultdict[tuple[Subject, str], list[int]] = defaultdict(list)
        for new in self.free_news():
            table[(self.news[new].subject, self._said(1, new))].append(new)
        for near in (self._same_place, self._same_document, self._anywhere):
            for old in self.free_olds():
                words = self._said(0, old)
                for new in table.get((self.olds[old].subject, words), ()) if words else ():
                    if new not in self.used and near(old, new):
                        self._pair(old, new, 1.0)
                        break

    def by_likeness(self) -> None:
        """Pair what is left by likeness of words, the most alike first."""
        likely: dict[tuple[int, int], tuple[float, float]] = {}
        for old, new in self._worth_comparing():
            least = SAME if self._same_document(old, new) else SAME_ELSEWHERE
            mine, theirs = self._said(0, old), self._said(1, new)
            if least == SAME_ELSEWHERE and min(len(mine), len(theirs)) < LONG:
                continue
            alike = fuzz.ratio(mine, theirs, score_cutoff=least * 100) / 100
            if alike:
                likely[(old, new)] = (alike + self._ties(old, new), alike)
        for (old, new), (_, alike) in sorted(likely.items(), key=lambda item: (-item[1][0], item[0])):
            if old not in self.found and new not in self.used:
                self._pair(old, new, alike)

    def containers_by_content(self) -> None:
        """Pair documents and headings, from the inside out, when most of what one held stands in the other."""
        for subject in reversed(CONTAINERS):
            votes: defaultdict[Key, Counter[Key]] = defaultdict(Counter)
            held: Counter[Key] = Counter(entry.place for entry in self.olds)
            for old, (new, _) in self.found.items():
                votes[self.olds[old].place][self.news[new].place] += 1
            for old in self.free_olds():
                if self.olds[old].subject is not subject:
                    continue
                key = self.olds[old].key
                best = min(votes[key].items(), key=lambda vote: (-vote[1], vote[0]), default=None)
                new_at = self.new_at.get(best[0]) if best is not None else None
                if best is not None and new_at is not None and new_at not in self.used and 2 * best[1] >= held[key]:
                    self._pair(old, new_at, best[1] / held[key])

    def by_place(self) -> None:
        """Pair what is left at one place by number or title, where the words are not quite strangers."""
        table: defaultdict[tuple[Subject, Key, str], list[int]] = defaultdict(list)
        for new in self.free_news():
            for sign in _signs(self.news[new]):
                table[(self.news[new].subject, self.news[new].place, sign)].append(new)
        for old in self.free_olds():
            entry = self.olds[old]
            home = self._home(entry)
            if home is None:
                continue
            for sign in _signs(entry):
                for new in table.get((entry.subject, home, sign), ()):
                    alike = fuzz.ratio(self._said(0, old), self._said(1, new)) / 100
                    if old not in self.found and new not in self.used and alike >= AMENDED:
                        self._pair(old, new, alike)

    def free_olds(self) -> list[int]:
        """Return what of the old edition has no partner."""
        return [i for i in range(len(self.olds)) if i not in self.found]

    def free_news(self) -> list[int]:
        """Return what of the new edition has no partner."""
        return [i for i in range(len(self.news)) if i not in self.used]

    def _worth_comparing(self) -> Iterator[tuple[int, int]]:
        olds, news = self.free_olds(), self.free_news()
        for subject in Subject:
            if subject in CONTAINERS:
                continue
            mine = [i for i in olds if self.olds[i].subject is subject]
            theirs = [i for i in news if self.news[i].subject is subject]
            for old, new in candidates([self._said(0, i) for i in mine], [self._said(1, i) for i in theirs]):
                yield mine[old], theirs[new]
        yield from self._between_matched()

    def _between_matched(self) -> Iterator[tuple[int, int]]:
        """Yield pairs that stand between the same neighbours: an edited rule mostly stayed where it was."""
        before = -1
        gap: list[int] = []
        for old in range(len(self.olds) + 1):
            if old < len(self.olds) and old not in self.found:
                gap.append(old)
                continue
            after = self.found[old][0] if old < len(self.olds) else len(self.news)
            between = [new for new in range(before + 1, min(after, before + 1 + GAP_MAX)) if new not in self.used]
            yield from (
                (mine, theirs)
                for mine in gap[:GAP_MAX]
                for theirs in between
                if self.olds[mine].subject is self.news[theirs].subject not in CONTAINERS
            )
            gap, before = [], after

    def _said(self, side: int, index: int) -> str:
        known = self._words[side]
        if index not in known:
            entry = (self.olds, self.news)[side][index]
            known[index] = bare(entry.words("zh") or entry.words("en"))
        return known[index]

    def _ties(self, old: int, new: int) -> float:
        a, b = self.olds[old], self.news[new]
        return 0.05 * self._same_place(old, new) + 0.05 * (_title(a) == _title(b) != "") + 0.02 * (a.label == b.label)

    def _home(self, entry: Entry) -> Key | None:
        """Return what the place an old entry stands in is now."""
        place = entry.place
        return self.keys.get(place) if entry.home else place

    def _same_place(self, old: int, new: int) -> bool:
        return self._home(self.olds[old]) == self.news[new].place

    def _same_document(self, old: int, new: int) -> bool:
        a, b = self.olds[old], self.news[new]
        return "/" not in a.address or self.keys.get((a.family, a.document)) == (b.family, b.document)

    def _anywhere(self, old: int, new: int) -> bool:
        return len(self._said(0, old)) >= LONG and len(self._said(1, new)) >= LONG

    def _pair(self, old: int, new: int, confidence: float) -> None:
        same_key = self.olds[old].key == self.news[new].key
        self.found[old] = (new, 1.0 if same_key else confidence)
        self.used.add(new)
        self.keys[self.olds[old].key] = self.news[new].key


def _title(entry: Entry) -> str:
    title: Text | None = entry.title
    return bare(title.zh or title.en or "") if title is not None else ""


def _signs(entry: Entry) -> Iterable[str]:
    """Return what an entry is known by at its place: its number, its title."""
    label = (entry.label.zh or entry.label.en) if entry.label is not None else None
    return [sign for sign in (f"#{label}" if label else "", f"={_title(entry)}" if _title(entry) else "") if sign]
