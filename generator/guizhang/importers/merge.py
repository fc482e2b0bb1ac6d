"""A second import of a source somebody has edited since: three versions become one, and nothing typed by hand is lost.

The versions are the draft as it was generated last time, the draft as it is now, and the new import. What only the source
changed is taken over, what only a hand changed stays, and what both changed stays as the hand left it and is named. Rules
that are new are added; rules the source no longer has stay and are marked for review.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guizhang.importers.matching import ROOT, Loc, Spot, match, spots, words
from guizhang.importers.notices import Notice, Notices
from guizhang.importers.patch import Patch
from guizhang.model.regulation import Node, Regulation, Review

Data = Mapping[str, Any]
EXCERPT = 200
"""Characters of the new source text a mark quotes."""


@dataclass(frozen=True)
class Merged:
    """What became of one draft."""

    text: str
    notices: tuple[Notice, ...] = ()


def merge(base: Data | None, text: str, current: Data, new: Regulation, path: str) -> Merged:
    """Return the draft with what the source changed, hand edits kept.

    Args:
        base: The draft as generated last time, in the shape of the YAML; ``None`` where that is not known.
        text: The draft as it is now.
        current: What *text* says, scalars as text.
        new: The new import; its ids are already those of *base* for what is the same.
        path: How the draft is named in messages.
    """
    return _Merge(base, text, current, new, path).run()


def plain(regulation: Regulation) -> dict[str, Any]:
    """Return a regulation in the shape of its YAML."""
    return regulation.model_dump(mode="json", exclude_defaults=True)


@dataclass
class _Merge:
    base: Data | None
    text: str
    current: Data
    new: Regulation
    path: str
    waiting: list[tuple[str, Loc, dict[str, str]]] = field(default_factory=list)

    def run(self) -> Merged:
        self.lang = self.new.source_language
        new = plain(self.new)
        self.patch = Patch(self.text)
        self.notices = Notices(self.path)
        self.bases = spots(self.base or {}, self.lang)
        self.nows = spots(self.current, self.lang)
        self.news = spots(new, self.lang)
        self.now_of_base = match(self.bases, self.nows, edited=True)
        self.base_of_new = {n: b for b, n in match(self.bases, self.news).items()}
        self.now_of_new = self._now_of_new()
        self._fields((), self.base, self.current, new)
        for n, spot in enumerate(self.news):
            self._node(n, spot)
        self._vanished()
        self._added()
        # Places are those of the result, so they are looked up last.
        return Merged(self.patch.result(), self.notices.placed(self.patch))

    def _now_of_new(self) -> dict[int, int]:
        """Return index in the new import -> index in the draft as it is now."""
        found = {n: self.now_of_base[b] for n, b in self.base_of_new.items() if b in self.now_of_base}
        # A rule that went and came back, or one somebody typed in before the source had it, must not stand twice.
        taken = set(self.now_of_base.values())
        free_now = [i for i in range(len(self.nows)) if i not in taken]
        free_new = [i for i in range(len(self.news)) if i not in self.base_of_new]
        pairs = match(
            [_loose(self.news[i], free_new, found) for i in free_new], [_loose(self.nows[i], free_now) for i in free_now]
        )
        return found | {free_new[a]: free_now[b] for a, b in pairs.items()}

    def _node(self, n: int, spot: Spot) -> None:
        b = self.base_of_new.get(n)
        c = self.now_of_new.get(n)
        before = self.bases[b] if b is not None else None
        if c is not None:
            now = self.nows[c]
            self._fields(now.loc, before.data if before else None, now.data, spot.data)
            if before is not None and b is not None:
                self._moved(b, n, now)
        elif before is not None and (before.words, before.sign) != (spot.words, spot.sign):
            self.notices.add("deleted", (), spot.label or spot.number, spot.words, spot.line)

    def _fields(self, loc: Loc, base: Data | None, now: Data, new: Data) -> None:
        """Compare one node field by field; an empty *loc* is the regulation itself."""
        for key in ("title", "text"):
            self._words(loc, key, base, now, new)
        if loc:
            self._sign(loc, base, now, new)
        self._origin(loc, base, now, new)
        was, here, will = (v.get("review") if v else None for v in (base, now, new))
        if base is not None and _same(was, here) and not _same(was, will):
            if will is None:
                self.patch.drop(loc, "review")
            else:
                self.patch.set(loc, "review", Review.model_validate(will))

    def _words(self, loc: Loc, key: str, base: Data | None, now: Data, new: Data) -> None:
        was, here, will = (words(v, key, self.lang) if v else "" for v in (base, now, new))
        if here == will or (base is not None and was == will):
            return
        if base is not None and was == here:
            inner = (*loc, key)
            if isinstance(now.get(key), Mapping):
                done = self.patch.set(inner, self.lang, will) if will else False
            else:
                done = self.patch.set(loc, key, _text(self.lang, will)) if will else False
            if done:
                self.notices.add("changed", inner, "", will, 0)
                return
        self._conflict(loc, key, will, new)

    def _conflict(self, loc: Loc, key: str, will: str, new: Data) -> None:
        line = int(new.get("origin", {}).get("line", 0))
        self.notices.add("conflict", (*loc, key, self.lang), "", will, line)
        self._mark(loc, "conflict", will, line)

    def _sign(self, loc: Loc, base: Data | None, now: Data, new: Data) -> None:
        (was, here, will) = (_sign_of(v) if v else None for v in (base, now, new))
        if was is not None and was != will and here == was and will is not None and here is not None:
            level, number, label = will
            if here[0] == "paragraph" or level == "paragraph":
                self._conflict(loc, here[0], label or f"{level} {number}", new)
                return
            self.patch.set(loc, level, number, instead=here[0])
            if label != here[2]:
                self.patch.set(loc, "label", label) if label else self.patch.drop(loc, "label")
        elif was is not None and was != will and here not in (was, will) and will is not None:
            self.notices.add("conflict", loc, "", will[2] or f"{will[0]} {will[1]}", 0)

    def _origin(self, loc: Loc, base: Data | None, now: Data, new: Data) -> None:
        """Follow the source's line numbers, where the origin is still the importer's own."""
        here, will = now.get("origin"), new.get("origin")
        was = base.get("origin") if base else here
        if not isinstance(here, Mapping) or not isinstance(will, Mapping) or not isinstance(was, Mapping):
            return
        if str(here.get("line")) == str(was.get("line")) != str(will["line"]):
            self.patch.set((*loc, "origin"), "line", str(will["line"]))

    def _moved(self, b: int, n: int, now: Spot) -> None:
        """Name a rule the source now has elsewhere; moving it is left to a person, with its comments and notes."""
        was, will = self.bases[b].parent, self.news[n].parent
        if self.now_of_new.get(will, will) == now.parent or (will in self.base_of_new and self.base_of_new[will] == was):
            return
        if will == was == ROOT:
            return
        above = self.news[will] if will != ROOT else None
        name = (above.label or f"{above.level} {above.number}") if above else self.path
        self.notices.add("moved", now.loc, name, self.news[n].words, self.news[n].line)
        self._mark(now.loc, "moved", name, self.news[n].line)

    def _vanished(self) -> None:
        kept = set(self.base_of_new.values())
        for b, spot in enumerate(self.bases):
            c = self.now_of_base.get(b)
            if b in kept or c is None:
                continue
            now = self.nows[c]
            edited = "vanished-edited" if now.words != spot.words else "vanished"
            self.notices.add(edited, now.loc, now.label or now.number, now.words, 0)
            self._mark(now.loc, "vanished", "", 0)

    def _mark(self, loc: Loc, kind: str, said: str, line: int) -> None:
        now: object = self.current
        for step in loc:
            now = now[step]  # type: ignore[index]
        if isinstance(now, Mapping) and now.get("review") is None:
            self.patch.set(loc, "review", self.notices.review(kind, said[:EXCERPT], line))

    def _added(self) -> None:
        """Add what is new behind the rule it follows in the source."""
        places: dict[tuple[Loc, int | None], list[int]] = defaultdict(list)
        for n, spot in enumerate(self.news):
            if self._is_new(n) and not (spot.parent != ROOT and self._is_new(spot.parent)):
                places[self._place(n)].append(n)
        for (parent, after), several in places.items():
            done = self.patch.put(parent, after, [self._subtree(n) for n in several])
            for n in several:
                spot = self.news[n]
                loc = (*parent, "body", after if after is not None else 0)
                self.notices.add("added" if done else "not-added", loc, spot.label or spot.number, spot.words, spot.line)

    def _is_new(self, n: int) -> bool:
        return n not in self.now_of_new and n not in self.base_of_new

    def _place(self, n: int) -> tuple[Loc, int | None]:
        """Return the parent in the draft, and the sibling there behind which the new node goes."""
        above = self.news[n].parent
        while above != ROOT and above not in self.now_of_new:
            above = self.news[above].parent
        parent = self.now_of_new[above] if above != ROOT else ROOT
        siblings = [i for i, spot in enumerate(self.news) if spot.parent == above]
        there = {i: self.nows[self.now_of_new[i]] for i in siblings if i in self.now_of_new}
        before = [s for i, s in there.items() if i < n and s.parent == parent]
        behind = [s for i, s in there.items() if i > n and s.parent == parent]
        loc = self.nows[parent].loc if parent != ROOT else ()
        if before:
            return loc, int(before[-1].loc[-1])
        if behind:
            first = int(behind[0].loc[-1])
            return loc, first - 1 if first else None
        count = sum(spot.parent == parent for spot in self.nows)
        return loc, count - 1 if count else None

    def _subtree(self, n: int) -> Node:
        """Return a new node with those nodes below it that are new as well."""

        def cut(index: int) -> dict[str, Any]:
            data = {key: value for key, value in self.news[index].data.items() if key != "body"}
            below = [i for i in range(index + 1, len(self.news)) if self.news[i].parent == index and self._is_new(i)]
            return {**data, "body": [cut(i) for i in below]}

        return Node.model_validate(cut(n))


def _loose(spot: Spot, kept: list[int], found: Mapping[int, int] | None = None) -> Spot:
    """Return a spot whose parent is not compared: what is matched loosely is matched by its words alone."""
    del kept, found
    return Spot(spot.loc, -2, spot.data, spot.level, spot.number, spot.label, spot.id, spot.words, spot.line)


def _sign_of(data: Data) -> tuple[str, str, str]:
    spot = spots({"body": [{**data, "body": []}]}, "zh")[0]
    return spot.sign


def _same(a: object, b: object) -> bool:
    return _squeezed(a) == _squeezed(b)


def _squeezed(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(k): _squeezed(v) for k, v in value.items()}
    return value.strip() if isinstance(value, str) else value


def _text(lang: str, value: str) -> Any:
    from guizhang.model.text import Text

    return Text(zh=value) if lang == "zh" else Text(en=value)
