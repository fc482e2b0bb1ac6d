"""Two handbooks to everything that differs between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guizhang.editions.changes import AttributeChange, Change, Comparison, Edition, FigureChange, RowChange
from guizhang.editions.documents import document_entries
from guizhang.editions.entries import Entry, Key, regulation_entries
from guizhang.editions.figures import fact_changes, word_changes
from guizhang.editions.matching import CONTAINERS, Matching, Pair, match
from guizhang.editions.places import joined
from guizhang.editions.printing import Printer, has_figures
from guizhang.editions.rows import label_aspect, row_change, row_changes
from guizhang.editions.strength import strength_changes
from guizhang.model.edition import Aspect, Subject
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Node
from guizhang.model.text import Text

Titles = Sequence[Mapping[Key, Text]]
"""What chapters and documents are called, before and now."""

_ORDERED = (Subject.HEADING, Subject.PROVISION, Subject.SITUATION, Subject.POINT)
"""What has a place among its like that matters; documents are ordered by a setting."""


def compare(
    old: Handbook, new: Handbook, names: tuple[str, str] = ("old", "new"), *, unread: Sequence[str] = ()
) -> Comparison:
    """Return how *old* became *new*.

    Args:
        old: The earlier handbook.
        new: The later one.
        names: What to call them.
        unread: Ids of documents that were left out of both.
    """
    olds, news = entries(old), entries(new)
    matching = match(olds, news)
    ranks = {id(entry): rank for rank, entry in enumerate(news)}
    titles = tuple({entry.key: entry.name for entry in side if entry.subject in CONTAINERS} for side in (olds, news))
    differ = _Differ(old, new, matching, ranks, titles)
    changed: dict[int, Change] = {}
    unchanged: list[tuple[str, str]] = []
    for pair in matching.pairs:
        change = differ.change(pair)
        if change is None:
            unchanged.append((pair.old.address, pair.new.address))
        else:
            changed[id(pair.new)] = change
    changes = tuple(_in_order(olds, news, matching, changed))
    return Comparison(
        Edition(names[0], old.settings.title, old.settings.edition),
        Edition(names[1], new.settings.title, new.settings.edition),
        changes,
        tuple(unchanged),
        {**titles[0], **titles[1]},
        tuple(unread),
        tuple(_unversioned(old, new, changes)),
    )


def entries(book: Handbook) -> list[Entry]:
    """Return everything in *book* that can change on its own, in printed order."""
    printer = Printer(book)
    return [*document_entries(book, printer), *regulation_entries(book, printer)]


def _unversioned(old: Handbook, new: Handbook, changes: Sequence[Change]) -> Iterator[Text]:
    """Yield the titles of regulations whose rules changed and whose version did not."""
    before = {regulation.id: regulation.edition.version for regulation in old.regulations}
    pairs = {
        ((change.old or change.entry).document, change.entry.document)
        for change in changes
        if change.entry.family == Subject.REGULATION and not change.quiet
    }
    for regulation in new.regulations:
        if any(now == regulation.id and before.get(was) == regulation.edition.version for was, now in pairs):
            yield regulation.title


def _in_order(
    olds: Sequence[Entry], news: Sequence[Entry], matching: Matching, changed: Mapping[int, Change]
) -> Iterator[Change]:
    """Yield the changes as the new edition reads; what was removed follows what it followed."""
    successor = {id(pair.old): id(pair.new) for pair in matching.pairs}
    removed = {id(entry) for entry in matching.removed}
    behind: defaultdict[int | None, list[Entry]] = defaultdict(list)
    last: int | None = None
    for entry in olds:
        if id(entry) in removed:
            behind[last].append(entry)
        else:
            last = successor[id(entry)]
    added = {id(entry) for entry in matching.added}
    yield from map(_removed, behind[None])
    for entry in news:
        if id(entry) in added:
            yield _added(entry)
        elif id(entry) in changed:
            yield changed[id(entry)]
        yield from map(_removed, behind[id(entry)])


def _added(entry: Entry) -> Change:
    rows = tuple(row_change(None, row) for row in entry.content.rows)
    return Change(None, entry, (Aspect.ADDED,), rows=rows)


def _removed(entry: Entry) -> Change:
    rows = tuple(row_change(row, None) for row in entry.content.rows)
    return Change(entry, None, (Aspect.REMOVED,), rows=rows)


class _Differ:
    def __init__(
        self, old: Handbook, new: Handbook, matching: Matching, ranks: Mapping[int, int], titles: Titles
    ) -> None:
        self._keys: dict[Key, Key] = {pair.old.key: pair.new.key for pair in matching.pairs}
        # Where all figures are the same, equal nodes print the same and need no closer look.
        self._figures_same = old.facts == new.facts and old.settings.units == new.settings.units
        self._names_same = old.settings.roles == new.settings.roles
        self._out_of_order = _out_of_order(matching.pairs, ranks)
        self._titles = titles

    def change(self, pair: Pair) -> Change | None:
        """Return what became of something that is in both editions; ``None`` where it is the same."""
        old, new = pair.old, pair.new
        aspects: set[Aspect] = set()
        rows: tuple[RowChange, ...] = ()
        figures: tuple[FigureChange, ...] = ()
        attributes: tuple[AttributeChange, ...] = ()
        surely_same = self._surely_same(old, new)
        if not surely_same:
            rows = row_changes(old.content.rows, new.content.rows)
            figures = (*fact_changes(old, new), *word_changes(rows))
            attributes = tuple(_attribute_changes(old, new))
        strengths = tuple(strength_changes(rows))
        aspects.update(*(row.aspects for row in rows))
        if strengths:
            aspects.add(Aspect.STRENGTH)
        if figures:
            aspects.add(Aspect.FIGURES)
        if attributes:
            aspects.add(Aspect.SCOPE)
        moved = self._moved(old, new)
        if moved:
            aspects.add(Aspect.MOVED)
        own = None if surely_same else label_aspect(old.label, new.label)
        if aspects - {Aspect.RENUMBERED, Aspect.FORMAT}:
            # That the items behind a new one have other numbers goes without saying.
            aspects.discard(Aspect.RENUMBERED)
        if own is not None:
            aspects.add(own)
        if old.address != new.address and old.subject is not Subject.HANDBOOK and _id_changed(old, new):
            aspects.add(Aspect.RENAMED)
        if not aspects:
            return None
        return Change(
            old, new, _ranked(aspects), pair.confidence, rows, strengths, figures, attributes,
            *(self._homes(old, new) if moved else (None, None)),
        )  # fmt: skip

    def _surely_same(self, old: Entry, new: Entry) -> bool:
        model = old.model
        if isinstance(model, Node) and isinstance(new.model, Node) and model.id != new.model.id:
            model = model.model_copy(update={"id": new.model.id})
        if model is None or model != new.model or not self._names_same:
            return False
        return self._figures_same or not (isinstance(new.model, Node) and _prints_figures(new.model))

    def _moved(self, old: Entry, new: Entry) -> bool:
        place = old.place
        elsewhere = (self._keys.get(place) if old.home else place) != new.place
        return elsewhere or id(old) in self._out_of_order

    def _homes(self, old: Entry, new: Entry) -> tuple[Text | None, Text | None]:
        """Return what it stood in and stands in; with the documents where they are two."""
        found = []
        for entry, titles in zip((old, new), self._titles, strict=True):
            keys = [entry.place] if old.document == new.document else [(entry.family, entry.document), entry.place]
            parts = [title for key in dict.fromkeys(keys) if (title := titles.get(key)) is not None]
            found.append(joined(parts))
        return found[0], found[1]


def _id_changed(old: Entry, new: Entry) -> bool:
    """Return whether its own id changed, not just that of the document it stands in."""
    own, now = (entry.address.partition("/") for entry in (old, new))
    return own[2] != now[2] if own[1] else own[0] != now[0]


def _prints_figures(node: Node) -> bool:
    texts = [text for text in (node.title, node.text) if text is not None]
    return bool(node.facts) or any(map(has_figures, texts)) or any(map(_prints_figures, node.body))


def _attribute_changes(old: Entry, new: Entry) -> Iterator[AttributeChange]:
    before, after = old.content.attributes, new.content.attributes
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if (was.value if was else None) != (now.value if now else None):
            yield AttributeChange(name, was.shown if was else None, now.shown if now else None)


def _out_of_order(pairs: Sequence[Pair], ranks: Mapping[int, int]) -> set[int]:
    """Return the old entries that moved among those they stand with: all but a longest run that kept its order."""
    together: defaultdict[tuple[Subject, Key, Key], list[tuple[int, Entry]]] = defaultdict(list)
    for pair in pairs:
        if pair.old.subject in _ORDERED:
            together[(pair.old.subject, pair.old.place, pair.new.place)].append((ranks[id(pair.new)], pair.old))
    moved: set[int] = set()
    for found in together.values():
        stayed = _longest_rising([rank for rank, _ in found])
        moved |= {id(entry) for i, (_, entry) in enumerate(found) if i not in stayed}
    return moved


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the indices of a longest rising subsequence (patience sorting)."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(at[place - 1] if place else -1)
        tails[place : place + 1], at[place : place + 1] = [number], [i]
    out: set[int] = set()
    i = at[-1] if at else -1
    while i >= 0:
        out.add(i)
        i = before[i]
    return out


def _ranked(aspects: Iterable[Aspect]) -> tuple[Aspect, ...]:
    order = list(Aspect)
    return tuple(sorted(aspects, key=order.index))
