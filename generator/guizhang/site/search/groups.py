"""Words of the same meaning: the groups of the glossary, looked up by what a query says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from guizhang.site.search.fold import fold, stem, words
from guizhang.site.search.terms import HAN_RUN


@dataclass(frozen=True, slots=True)
class Group:
    """One term in both languages with its synonyms, folded."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    declared: bool
    """Whether it is the company's own; else it is one of everyday words."""


class Groups:
    """The groups of one index."""

    def __init__(self, groups: Sequence[Sequence[Sequence[str]]], declared: int, stops: Collection[str]) -> None:
        """Take the groups as the manifest has them, the company's own first."""
        self._stops = stops
        self._runs: dict[str, Group] = {}
        self._words: dict[tuple[str, ...], Group] = {}
        for number, (zh, en, asked) in enumerate(groups):
            group = Group(tuple(map(fold, zh)), tuple(map(fold, en)), number < declared)
            for form in (*group.zh, *group.en, *map(fold, asked)):
                if HAN_RUN.search(form):
                    self._runs.setdefault(form, group)
                elif stems := self.stems(form):
                    self._words.setdefault(stems, group)

    def stems(self, form: str) -> tuple[str, ...]:
        """Return what an English form is known by: its stems, without words that say nothing."""
        return tuple(stem(word) for word in words(form) if word not in self._stops)

    def in_run(self, run: str) -> list[tuple[str, Group]]:
        """Return the forms that stand in a Han run without overlap, longest first, and their groups."""
        places = sorted((-len(form), run.index(form), form) for form in self._runs if form in run)
        taken: set[int] = set()
        out: list[tuple[str, Group]] = []
        for _, start, form in places:
            inside = range(start, start + len(form))
            if taken.isdisjoint(inside):
                taken.update(inside)
                out.append((form, self._runs[form]))
        return out

    def at_head(self, said: Sequence[str]) -> tuple[int, Group] | None:
        """Return how many of some words make the longest form that begins them, and its group."""
        stems = tuple(map(stem, said))
        size = next((n for n in range(len(stems), 0, -1) if stems[:n] in self._words), 0)
        return (size, self._words[stems[:size]]) if size else None
