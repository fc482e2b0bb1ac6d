"""Which node of one version of a draft is which node of another: by id, by text, by place.

Versions are plain data in the shape of the YAML, so that a draft with faults of form can be compared too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from rapidfuzz import fuzz

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.regulation import NUMBERED_LEVELS, Level, Regulation
from guizhang.model.text import Lang, substitute
from guizhang.model.wording import print_fact

Loc = tuple[str | int, ...]
ROOT = -1
"""Index of the regulation itself, parent of the outermost nodes."""

SAME = 0.6
"""Texts this much alike are one rule, reworded."""
AMENDED = 0.35
"""With the same number under the same heading, this much is enough: the rule was rewritten, not replaced."""
WINDOW = 100
"""Nodes further apart than this in what is left over are not compared; bounds the work on large rewrites."""


_COUNTED = {"part": "编", "chapter": "章", "section": "节", "article": "条", "item": "项", "paragraph": "款"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One node of a version."""

    loc: Loc
    parent: int
    """Index of the parent in the list of spots."""
    data: Mapping[str, Any]
    level: str
    number: str
    label: str
    id: str
    words: str
    """Title and text in the source language, figures as they are printed."""
    scope: Mapping[str, Fact]
    """Figures its text may name."""
    anchor: int
    """Index of the node that holds them, itself or one above; the root's where there is none."""
    line: int
    """Line of the imported file; 0 where the node was written by hand."""

    @property
    def sign(self) -> tuple[str, str, str]:
        """What is printed before the text."""
        return self.level, self.number, self.label

    @property
    def shown(self) -> Message:
        """The node's number as a message names it."""
        if self.label or not self.number:
            return Message(self.label, self.label)
        return Message(f"第 {self.number} {_COUNTED[self.level]}", f"{self.level} {self.number}")


def plain(regulation: Regulation) -> dict[str, Any]:
    """Return a regulation in the shape of its YAML."""
    return regulation.model_dump(mode="json", exclude_defaults=True)


def same(a: object, b: object) -> bool:
    """Return whether two values of a draft are the same but for blanks around their texts."""
    return _squeezed(a) == _squeezed(b)


def _squeezed(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(k): _squeezed(v) for k, v in value.items()}
    return value.strip() if isinstance(value, str) else value


def spots(version: Mapping[str, Any], lang: str) -> list[Spot]:
    """Return the nodes of *version*, parents before children, in printed order."""
    found: list[Spot] = []
    _add_spots(found, version.get("body"), ("body",), ROOT, lang)
    return found


def _add_spots(found: list[Spot], body: object, loc: Loc, parent: int, lang: str) -> None:
    if not isinstance(body, Sequence) or isinstance(body, str):
        return
    for i, data in enumerate(body):
        if not isinstance(data, Mapping):
            continue
        index = len(found)
        origin = data.get("origin")
        line = str(origin.get("line", "")) if isinstance(origin, Mapping) else ""
        above = found[parent] if parent != ROOT else None
        scope = {**(above.scope if above else {}), **facts_of(data)}
        texts = (printed(words(data, key, lang), scope, lang) for key in ("title", "text"))
        spot = Spot(
            (*loc, i),
            parent,
            data,
            *sign_of(data),
            str(data.get("id") or ""),
            "\n".join(filter(None, texts)),
            scope,
            index if data.get("id") else above.anchor if above else ROOT,
            int(line) if line.isdecimal() else 0,
        )
        found.append(spot)
        _add_spots(found, data.get("body"), (*loc, i, "body"), index, lang)


def facts_of(data: Mapping[str, Any]) -> dict[str, Fact]:
    """Return the facts a node holds; one that is faulty is left to ``check``."""
    found: dict[str, Fact] = {}
    facts = data.get("facts")
    for name, fact in facts.items() if isinstance(facts, Mapping) else ():
        try:
            found[str(name)] = Fact.model_validate(fact)
        except ValidationError:
            continue
    return found


def printed(text: str, scope: Mapping[str, Fact], lang: str) -> str:
    """Return *text* with its figures; a name without a figure stays a placeholder."""
    side: Lang = "en" if lang == "en" else "zh"
    return substitute(text, lambda name: print_fact(scope[name], side) if name in scope else "${" + name + "}")


def sign_of(data: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return level, number and label of a node."""
    level = next((str(key) for key in NUMBERED_LEVELS if data.get(key) is not None), str(Level.PARAGRAPH))
    return level, str(data.get(level) or ""), str(data.get("label") or "")


def words(data: Mapping[str, Any], key: str, lang: str) -> str:
    """Return the title or text of a node in one language; empty where there is none."""
    text = data.get(key)
    value = text.get(lang) if isinstance(text, Mapping) else None
    return value.strip() if isinstance(value, str) else ""


def match(olds: Sequence[Spot], news: Sequence[Spot], *, edited: bool = False) -> dict[int, int]:
    """Return index in *olds* -> index in *news*, each used once.

    Args:
        olds: Nodes of the earlier version.
        news: Nodes of the later one.
        edited: The later one is the earlier one edited by hand, so ids and lines of the source still mean the same.
    """
    pairing = _Pairing(olds, news, edited)
    if edited:
        pairing.by_id()
    pairing.by_words()
    pairing.by_likeness()
    pairing.by_place()
    return {old: new for old, new in pairing.found.items() if old != ROOT}


class _Pairing:
    def __init__(self, olds: Sequence[Spot], news: Sequence[Spot], edited: bool) -> None:
        self.olds = olds
        self.news = news
        self.edited = edited
        self.found: dict[int, int] = {ROOT: ROOT}
        self.used: set[int] = {ROOT}

    def by_id(self) -> None:
        """Pair nodes with one id: it is permanent, whatever else was changed."""
        places = {spot.id: i for i, spot in enumerate(self.news) if spot.id}
        for old, spot in enumerate(self.olds):
            if spot.id in places:
                self._pair(old, places[spot.id])

    def by_words(self) -> None:
        """Pair nodes with the same words, where the same words stand equally often."""
        left: dict[tuple[str, str], list[int]] = defaultdict(list)
        right: dict[tuple[str, str], list[int]] = defaultdict(list)
        for spots_, table, free in ((self.olds, left, self._old_free), (self.news, right, self._new_free)):
            for i, spot in enumerate(spots_):
                if spot.words and free(i):
                    table[(spot.level, spot.words)].append(i)
        for key, olds in left.items():
            if len(olds) == len(right.get(key, ())):
                for old, new in zip(olds, right[key], strict=True):
                    self._pair(old, new)

    def by_likeness(self) -> None:
        """Pair what is left by likeness of words, the most alike first; number, parent and line settle ties."""
        olds = [i for i, spot in enumerate(self.olds) if spot.words and self._old_free(i)]
        news = [i for i, spot in enumerate(self.news) if spot.words and self._new_free(i)]
        likely: list[tuple[float, int, int]] = []
        for rank, old in enumerate(olds):
            for new in news[max(0, rank - WINDOW) : rank + WINDOW]:
                alike = self._alike(old, new, SAME)
                if alike:
                    a, b = self.olds[old], self.news[new]
                    ties = (a.sign == b.sign) + 2 * (self.found.get(a.parent) == b.parent)
                    ties += 2 * (self.edited and a.line == b.line) - 2 * (a.level != b.level)
                    likely.append((alike + 0.05 * ties, old, new))
        for _, old, new in sorted(likely, key=lambda item: (-item[0], item[1], item[2])):
            if self._old_free(old) and self._new_free(new):
                self._pair(old, new)

    def by_place(self) -> None:
        """Pair what is left where number and parent are the same and the words are not quite strangers."""
        places: dict[tuple[int, tuple[str, str, str]], list[int]] = defaultdict(list)
        for new, spot in enumerate(self.news):
            if self._new_free(new):
                places[(spot.parent, spot.sign)].append(new)
        for old, spot in enumerate(self.olds):
            if not self._old_free(old) or spot.parent not in self.found:
                continue
            for new in places[(self.found[spot.parent], spot.sign)]:
                if self._new_free(new) and self._at_home(old, new):
                    self._pair(old, new)
                    break

    def _at_home(self, old: int, new: int) -> bool:
        a, b = self.olds[old], self.news[new]
        if self.edited and a.line and a.line == b.line:
            return True
        return (not a.words and not b.words) or self._alike(old, new, AMENDED) > 0

    def _alike(self, old: int, new: int, least: float) -> float:
        return fuzz.ratio(self.olds[old].words, self.news[new].words, score_cutoff=least * 100) / 100

    def _pair(self, old: int, new: int) -> None:
        self.found[old] = new
        self.used.add(new)

    def _old_free(self, old: int) -> bool:
        return old not in self.found

    def _new_free(self, new: int) -> bool:
        return new not in self.used
