"""Figures in a merge: what a text may name, which figures follow the source, and which are a person's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guizhang.importers.merging.matching import ROOT, Loc, Spot, facts_of, printed, words
from guizhang.importers.merging.patch import Patch
from guizhang.model.fact import Fact
from guizhang.model.text import placeholders


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the source that is another one now."""

    holder: int
    """Node of the draft that holds it."""
    new: int
    name: str
    said: str
    """What the rule now says."""
    conflict: bool
    """Whether it was changed, renamed or taken out by hand as well, and stays so."""


@dataclass
class Figures:
    """The figures of three versions; indexes are those of their spots."""

    bases: Sequence[Spot]
    nows: Sequence[Spot]
    news: Sequence[Spot]
    base_of_new: Mapping[int, int]
    now_of_new: Mapping[int, int]
    wanted: defaultdict[int, dict[str, Fact]] = field(default_factory=lambda: defaultdict(dict))
    """Node of the draft -> figures to write there."""
    rewritten: set[Loc] = field(default_factory=set)
    """Texts of the draft that are replaced, each with its language."""
    settled: set[tuple[int, str]] = field(default_factory=set)
    """Node of the new import and name: figures of a text that is in conflict as a whole."""

    def shown(self, new: int, texts: tuple[str, str, str], lang: str) -> tuple[str, str, str]:
        """Return a text of the base, of the draft and of the new import as they are printed."""
        base, now = self.base_of_new.get(new), self.now_of_new.get(new)
        scopes = [
            self.bases[base].scope if base is not None else {},
            self.nows[now].scope if now is not None else {},
            self.news[new].scope if new != ROOT else {},
        ]
        before, there, wanted = (printed(text, scope, lang) for text, scope in zip(texts, scopes, strict=True))
        return before, there, wanted

    def follow(self, new: int, text: str, here: str) -> bool:
        """Return whether a text whose words have not changed says what the new import says once its figures do."""
        if new == ROOT:
            return True
        spot = self.news[new]
        base = self._base_facts(spot.anchor)
        return all(base.get(name) == spot.scope.get(name) or name in names(here) for name in names(text))

    def settle(self, new: int, text: str) -> None:
        """Leave the figures of a text alone: a person has to decide about all of it."""
        if new != ROOT:
            self.settled |= {(self.news[new].anchor, name) for name in names(text)}

    def writable(self, new: int, text: str, lang: str) -> str:
        """Return a text of the new import for the draft, and note the figures it needs there.

        Where the draft has no place for one, or means another by its name, the figures are written out.
        """
        if new == ROOT or not names(text):
            return text
        spot = self.news[new]
        holder = self.now_of_new.get(spot.anchor) if spot.anchor != ROOT else None
        if holder is None or any(name not in spot.scope for name in names(text)):
            return printed(text, spot.scope, lang).replace("${", "$${")
        needed = {name: spot.scope[name] for name in names(text)}
        here, base = self.nows[holder].scope, self._base_facts(spot.anchor)
        if any(name in here and here[name] not in (fact, base.get(name)) for name, fact in needed.items()):
            return printed(text, spot.scope, lang).replace("${", "$${")
        self.wanted[holder] |= {name: fact for name, fact in needed.items() if here.get(name) != fact}
        return text

    def new_data(self, new: int, anchor_is_new: bool) -> dict[str, Any]:
        """Return a node that is new, without those below it, for a draft that may have its figures' provision already."""
        data = {key: value for key, value in self.news[new].data.items() if key != "body"}
        if "text" in data and not anchor_is_new:
            data["text"] = {lang: self.writable(new, text, lang) for lang, text in data["text"].items()}
        return data

    def changes(self, lang: str) -> Iterator[Change]:
        """Yield the figures whose value has changed while the words around them have not; those free are to be written."""
        for new, spot in enumerate(self.news):
            holder, base = self.now_of_new.get(new), self._base_facts(new)
            if holder is None:
                continue
            here = facts_of(self.nows[holder].data)
            for name, fact in facts_of(spot.data).items():
                if name not in base or fact in (base[name], here.get(name)):
                    continue
                if name in self.wanted.get(holder, {}) or (new, name) in self.settled:
                    continue
                conflict = here.get(name) != base[name]
                if not conflict:
                    self.wanted[holder][name] = fact
                yield Change(holder, new, name, self._said(new, name, lang), conflict)

    def write(self, patch: Patch) -> None:
        """Write the figures wanted, and take out those nothing names any more."""
        for holder, facts in self.wanted.items():
            loc = self.nows[holder].loc
            if isinstance(self.nows[holder].data.get("facts"), Mapping):
                for name, fact in facts.items():
                    patch.set((*loc, "facts"), name, fact)
            else:
                patch.set(loc, "facts", facts)
        for holder, gone in self._unused().items():
            loc = self.nows[holder].loc
            if len(gone) == len(self.nows[holder].data["facts"]) and holder not in self.wanted:
                patch.drop(loc, "facts")
            else:
                for name in gone:
                    patch.drop((*loc, "facts"), name)

    def _unused(self) -> dict[int, list[str]]:
        """Return node of the draft -> figures the source no longer has and no text of the draft names any more."""
        found: dict[int, list[str]] = {}
        for new, spot in enumerate(self.news):
            holder, base = self.now_of_new.get(new), self._base_facts(new)
            if holder is None:
                continue
            here, still = facts_of(self.nows[holder].data), facts_of(spot.data)
            gone = [name for name in base if name not in still and here.get(name) == base[name]]
            if gone := [name for name in gone if not self._named(holder, name)]:
                found[holder] = gone
        return found

    def _base_facts(self, new: int) -> Mapping[str, Fact]:
        base = self.base_of_new.get(new)
        return facts_of(self.bases[base].data) if base is not None else {}

    def _said(self, new: int, name: str, lang: str) -> str:
        """Return the text that names a figure of a node: its own, or the first below it."""
        for spot in self.news[new:]:
            if spot.anchor == new and name in names(words(spot.data, "text", lang)):
                return printed(words(spot.data, "text", lang), spot.scope, lang)
        return self.news[new].words

    def _named(self, holder: int, name: str) -> bool:
        texts = (
            words(spot.data, "text", lang)
            for spot in self.nows
            for lang in ("zh", "en")
            if spot.anchor == holder and (*spot.loc, "text", lang) not in self.rewritten
        )
        return any(name in names(text) for text in texts)


def names(text: str) -> list[str]:
    """Return the figures a text names, in order."""
    return [found.reference for found in placeholders(text)]
