"""A second import of a source somebody has edited since: three versions become one, and nothing typed by hand is lost.

The versions are the draft as it was generated last time, the draft as it is now, and the new import. What only the source
changed is taken over, what only a hand changed stays, and what both changed stays as the hand left it and is named. Rules
that are new are added; rules the source no longer has stay and are marked for review.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from guizhang.diagnostics import Message, Source, field_path
from guizhang.importers.merging.figures import Figures, names
from guizhang.importers.merging.matching import ROOT, Loc, Spot, match, plain, same, sign_of, spots, words
from guizhang.importers.merging.notices import NO_SIGN, Notice, changed, notice, review
from guizhang.importers.merging.patch import Patch, Put
from guizhang.model.regulation import Level, Node, Regulation, Review
from guizhang.model.text import Lang, Text

Data = Mapping[str, Any]
RETURNED = 90
"""Per cent of likeness from which a rule that is new in the source is one somebody has typed in already."""
_ELSEWHERE = -2


@dataclass(frozen=True)
class Merged:
    """What became of one draft."""

    text: str
    notices: tuple[Notice, ...]
    known: Mapping[str, Any]
    """The new import without what could not be written; the base of the next merge, which then tries again."""


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


@dataclass(frozen=True, slots=True)
class _Event:
    kind: str
    loc: Loc
    sign: Message
    said: str
    line: int
    put: tuple[Put, int] | None = None


@dataclass
class _Merge:
    base: Data | None
    text: str
    current: Data
    new: Regulation
    path: str
    events: list[_Event] = field(default_factory=list)
    marked: set[Loc] = field(default_factory=set)
    unwritten: set[int] = field(default_factory=set)

    def run(self) -> Merged:
        self.lang = self.new.source_language
        self.other: Lang = "en" if self.lang == "zh" else "zh"
        new = plain(self.new)
        self.patch = Patch(self.text)
        self.bases = spots(self.base or {}, self.lang)
        self.nows = spots(self.current, self.lang)
        self.news = spots(new, self.lang)
        self.now_of_base = match(self.bases, self.nows, edited=True)
        self.base_of_new = {n: b for b, n in match(self.bases, self.news).items()}
        self.now_of_new = self._now_of_new()
        self.figures = Figures(self.bases, self.nows, self.news, self.base_of_new, self.now_of_new)
        self._fields((), self.base, self.current, new)
        for n, spot in enumerate(self.news):
            self._node(n, spot)
        self._vanished()
        self._added()
        self._write_figures()
        return self._finished()

    def _now_of_new(self) -> dict[int, int]:
        """Return index in the new import -> index in the draft as it is now."""
        if self.base is None:
            return match(self.news, self.nows)
        found = {n: self.now_of_base[b] for n, b in self.base_of_new.items() if b in self.now_of_base}
        # A rule that went and came back, or one somebody typed in before the source had it, must not stand twice.
        taken = set(self.now_of_base.values())
        free = [i for i in range(len(self.nows)) if i not in taken]
        for n, spot in enumerate(self.news):
            if n in self.base_of_new or not spot.words:
                continue
            alike = [(fuzz.ratio(spot.words, self.nows[i].words, score_cutoff=RETURNED), -i) for i in free]
            score, which = max(alike, default=(0.0, 0))
            if score:
                found[n] = -which
                free.remove(-which)
        return found

    def _node(self, n: int, spot: Spot) -> None:
        b = self.base_of_new.get(n)
        c = self.now_of_new.get(n)
        before = self.bases[b] if b is not None else None
        if c is not None:
            now = self.nows[c]
            self._fields(now.loc, before.data if before else None, now.data, spot.data, n)
            if before is not None:
                self._moved(before, n, now)
        elif before is not None and (before.words, before.sign) != (spot.words, spot.sign):
            self.events.append(_Event("deleted", (), spot.shown, spot.words, spot.line))

    def _fields(self, loc: Loc, base: Data | None, now: Data, new: Data, n: int = ROOT) -> None:
        """Compare one node field by field; an empty *loc* is the regulation itself."""
        for key in ("title", "text"):
            self._words(loc, key, base, now, new, n, self.lang)
            # What a source in one language says nothing about is the author's own.
            if words(new, key, self.other):
                self._words(loc, key, base, now, new, n, self.other)
        if loc:
            self._sign(loc, base, now, new)
        self._origin(loc, base, now, new)
        was, here, will = (v.get("review") if v else None for v in (base, now, new))
        if base is None or not same(was, here) or same(was, will) or loc in self.marked:
            return
        if will is None:
            self.patch.drop(loc, "review")
        elif self.patch.set(loc, "review", Review.model_validate(will)):
            self.marked.add(loc)

    def _words(self, loc: Loc, key: str, base: Data | None, now: Data, new: Data, n: int, lang: Lang) -> None:
        was, here, will = (words(v, key, lang) if v else "" for v in (base, now, new))
        if here == will or (was == will and self.figures.follow(n, will, here)):
            return
        before, there, wanted = self.figures.shown(n, (was, here, will), lang)
        if there == wanted or (base is not None and before == wanted):
            return
        untouched = was == here or (before == there and not set(names(here)) - set(names(was)))
        if base is not None and untouched and will:
            inner = (*loc, key)
            text = self.figures.writable(n, will, lang)
            if isinstance(now.get(key), Mapping):
                done = self.patch.set(inner, lang, text)
            else:
                done = self.patch.set(loc, key, Text(zh=text) if lang == "zh" else Text(en=text))
            if done:
                self.figures.rewritten.add((*inner, lang))
                if key == "text" and lang == self.lang and base.get("norm") == now.get("norm") != new.get("norm"):
                    self._norm(loc, new.get("norm"))
                kind = "changed" if self._follows(key, base, new, lang) else changed(now, lang)
                self.events.append(_Event(kind, inner, NO_SIGN, wanted, 0))
                return
        self.figures.settle(n, will)
        self._conflict((*loc, key, lang), loc, wanted, new)

    def _follows(self, key: str, base: Data, new: Data, lang: Lang) -> bool:
        """Return whether the source has changed the translation, too, or the translation alone."""
        return lang == self.other or words(base, key, self.other) != words(new, key, self.other)

    def _norm(self, loc: Loc, norm: str | None) -> None:
        if norm:
            self.patch.set(loc, "norm", norm)
        else:
            self.patch.drop(loc, "norm")

    def _write_figures(self) -> None:
        """Follow the source's figures where nobody has touched them."""
        for change in self.figures.changes(self.lang):
            spot = self.nows[change.holder]
            place = (*spot.loc, "facts", change.name)
            if change.conflict:
                self._conflict(place, spot.loc, change.said, self.news[change.new].data)
            else:
                self.events.append(_Event(changed(spot.data, self.lang), place, NO_SIGN, change.said, 0))
        self.figures.write(self.patch)

    def _sign(self, loc: Loc, base: Data | None, now: Data, new: Data) -> None:
        """Follow the source's level, number and label where nobody has touched them."""
        was, here, will = (sign_of(v) if v else None for v in (base, now, new))
        if was is None or here is None or will is None or will in (was, here):
            return
        level, number, label = will
        if here != was or Level.PARAGRAPH in (level, here[0]):
            self._conflict(loc, loc, label or f"{level} {number}", new)
            return
        self.patch.set(loc, level, number, instead=here[0])
        if label and label != here[2]:
            self.patch.set(loc, "label", label)
        elif not label and here[2]:
            self.patch.drop(loc, "label")
        if new.get("label_en") and now.get("label_en"):
            self.patch.set(loc, "label_en", str(new["label_en"]))

    def _origin(self, loc: Loc, base: Data | None, now: Data, new: Data) -> None:
        """Follow the source's line numbers, where the origin is still the importer's own."""
        here, will = now.get("origin"), new.get("origin")
        was = base.get("origin") if base else here
        if not isinstance(here, Mapping) or not isinstance(will, Mapping) or not isinstance(was, Mapping):
            return
        for key in ("file", "line"):
            if str(here.get(key)) == str(was.get(key)) != str(will[key]):
                self.patch.set((*loc, "origin"), key, str(will[key]))

    def _moved(self, before: Spot, n: int, now: Spot) -> None:
        """Name a rule the source now has elsewhere; moving it is left to a person, with its comments and notes."""
        was, will = before.parent, self.news[n].parent
        if (ROOT if will == ROOT else self.now_of_new.get(will, _ELSEWHERE)) == now.parent:
            return
        if (ROOT if will == ROOT else self.base_of_new.get(will, _ELSEWHERE)) == was:
            return
        title = self.new.title.either(self.lang)
        name = self.news[will].shown if will != ROOT else Message(title, title)
        self.events.append(_Event("moved", now.loc, name, self.news[n].words, self.news[n].line))
        self._mark(now.loc, review("moved", sign=name, line=self.news[n].line))

    def _vanished(self) -> None:
        kept = set(self.base_of_new.values())
        for b, spot in enumerate(self.bases):
            if b in kept or b not in self.now_of_base:
                continue
            now = self.nows[self.now_of_base[b]]
            kind = "vanished-edited" if now.words != spot.words else "vanished"
            self.events.append(_Event(kind, now.loc, now.shown, now.words, 0))
            self._mark(now.loc, review(kind))

    def _conflict(self, place: Loc, loc: Loc, said: str, new: Data) -> None:
        line = int(new.get("origin", {}).get("line", 1))
        self.events.append(_Event("conflict", place, NO_SIGN, said, line))
        self._mark(loc, review("conflict", said=said, line=line))

    def _mark(self, loc: Loc, mark: Review) -> None:
        """Mark a node for review; a mark that stands there already stays as it is."""
        now: Any = self.current
        for step in loc:
            now = now[step]
        if loc not in self.marked and now.get("review") is None:
            self.marked.add(loc)
            self.patch.set(loc, "review", mark)

    def _added(self) -> None:
        """Add what is new behind the rule it follows in the source."""
        places: dict[tuple[Loc, int | None], list[int]] = defaultdict(list)
        for n, spot in enumerate(self.news):
            if self._is_new(n) and not (spot.parent != ROOT and self._is_new(spot.parent)):
                places[self._place(n)].append(n)
        for (parent, after), several in places.items():
            put = self.patch.put(parent, after, [self._subtree(n) for n in several])
            self.unwritten |= set() if put else set(several)
            for i, n in enumerate(several):
                spot = self.news[n]
                kind, at = ("added", (put, i)) if put else ("not-added", None)
                self.events.append(_Event(kind, parent, spot.shown, spot.words, spot.line, at))

    def _is_new(self, n: int) -> bool:
        return n not in self.now_of_new and n not in self.base_of_new

    def _place(self, n: int) -> tuple[Loc, int | None]:
        """Return the parent in the draft, and the sibling there behind which the new node goes."""
        above = self.news[n].parent
        while above != ROOT and above not in self.now_of_new:
            above = self.news[above].parent
        parent = self.now_of_new[above] if above != ROOT else ROOT
        loc = self.nows[parent].loc if parent != ROOT else ()
        siblings = [
            (i, self.nows[c])
            for i, c in sorted(self.now_of_new.items())
            if self.news[i].parent == above and self.nows[c].parent == parent
        ]
        before = [spot for i, spot in siblings if i < n]
        behind = [spot for i, spot in siblings if i > n]
        if before:
            return loc, int(before[-1].loc[-1])
        if behind:
            first = int(behind[0].loc[-1])
            return loc, first - 1 if first else None
        last = max((int(spot.loc[-1]) for spot in self.nows if spot.parent == parent), default=None)
        return loc, last

    def _subtree(self, n: int) -> Node:
        """Return a new node with those nodes below it that are new as well."""
        return Node.model_validate(self._cut(n))

    def _known(self) -> dict[str, Any]:
        """Return the new import without the nodes that could not be written."""
        lost = {self.news[n].loc for n in self.unwritten}

        def kept(data: Data, loc: Loc) -> dict[str, Any]:
            body = [
                kept(child, (*loc, "body", i))
                for i, child in enumerate(data.get("body", ()))
                if (*loc, "body", i) not in lost
            ]
            return {**data, **({"body": body} if "body" in data else {})}

        return kept(plain(self.new), ())

    def _cut(self, n: int) -> dict[str, Any]:
        data = self.figures.new_data(n, self._is_new(self.news[n].anchor))
        below = [i for i in range(n + 1, len(self.news)) if self.news[i].parent == n and self._is_new(i)]
        return {**data, "body": [self._cut(i) for i in below]}

    def _finished(self) -> Merged:
        # Places are those of the result, so they are looked up last.
        text = self.patch.result()
        breaks = [i for i, sign in enumerate(text) if sign == "\n"]
        out = []
        for event in self.events:
            at = self.patch.where_put(*event.put) if event.put else self.patch.where(event.loc)
            line = bisect_right(breaks, at - 1)
            column = at - (breaks[line - 1] + 1 if line else 0) + 1
            place = Source(self.path, line + 1, column)
            where = field_path(event.loc)
            out.append(notice(event.kind, place, where, sign=event.sign, said=event.said, line=event.line))
        out.sort(key=lambda one: (one.diagnostic.source.line, one.diagnostic.source.column))
        return Merged(text, tuple(out), self._known())
