"""Which row of an entry is which row of another, and how each changed."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from guizhang.editions.changes import RowChange
from guizhang.editions.entries import Row
from guizhang.editions.pieces import pieces
from guizhang.editions.plain import bare
from guizhang.editions.strength import turn_of
from guizhang.model.edition import Aspect
from guizhang.model.text import LANGS, Lang, Text

ALIKE = 0.4
"""Rows less alike are not one row edited but one that went and one that came."""
STAYED = 0.8
"""So much alike in one language is enough, however much the other changed."""
_CELLS_MAX = 250_000
"""Largest table of pairs that is filled; a longer list is compared by what is equal in it."""

Key = tuple[str, str, str]
"""Role, Chinese and English, without their form."""
Match = tuple[int | None, int | None, bool]
"""(index before, index now, whether it moved); ``None`` where it came or went."""


def row_changes(olds: Sequence[Row], news: Sequence[Row]) -> tuple[RowChange, ...]:
    """Return the rows that changed, in order."""
    changes = [
        row_change(olds[a] if a is not None else None, news[b] if b is not None else None, moved=moved)
        for a, b, moved in align([_key(row) for row in olds], [_key(row) for row in news])
    ]
    return tuple(change for change in changes if change.aspects)


def row_change(old: Row | None, new: Row | None, *, moved: bool = False) -> RowChange:
    """Return how one row became another; no aspect where it is the same."""
    said = {
        lang: pieces((old.text.get(lang) or "") if old else "", (new.text.get(lang) or "") if new else "")
        for lang in LANGS
    }
    if old is None or new is None:
        aspects, stale = frozenset({Aspect.WORDING}), None
    else:
        aspects, stale = _aspects(old, new)
        aspects |= {Aspect.MOVED} if moved else frozenset()
    return RowChange(old, new, said["zh"], said["en"], aspects, stale)


def _aspects(old: Row, new: Row) -> tuple[frozenset[Aspect], Lang | None]:
    found: set[Aspect] = set()
    how = {lang: _text_aspect(old, new, lang) for lang in LANGS}
    source: Lang = new.source if new.text.get(new.source) else "en" if new.source == "zh" else "zh"
    target: Lang = "en" if source == "zh" else "zh"
    for aspect in how.values():
        if aspect in (Aspect.FIGURES, Aspect.FORMAT):
            found.add(aspect)
    if how[source] is Aspect.WORDING:
        found.add(Aspect.WORDING)
    elif how[target] is Aspect.WORDING:
        found.add(Aspect.TRANSLATION)
    if relabelled := label_aspect(old.label, new.label):
        found.add(relabelled)
    if old.norm is not new.norm:
        turned = old.norm is not None and new.norm is not None and turn_of(old.norm, new.norm) is not None
        found.add(Aspect.STRENGTH if turned else Aspect.SCOPE)
    if old.note != new.note:
        found.add(Aspect.SCOPE)
    followed = how[target] is not None or new.text.get(target) is None or new.confirmed
    return frozenset(found), target if how[source] is Aspect.WORDING and not followed else None


def _text_aspect(old: Row, new: Row, lang: Lang) -> Aspect | None:
    """Return how the text of one language changed."""
    before, after = old.text.get(lang) or "", new.text.get(lang) or ""
    if before == after:
        return None
    masked = old.masked.get(lang) or "", new.masked.get(lang) or ""
    if masked[0] == masked[1]:
        return Aspect.FORMAT if bare(before) == bare(after) else Aspect.FIGURES
    # A figure that became a fact and prints the same is no change of words either.
    if bare(masked[0]) == bare(masked[1]):
        return Aspect.FORMAT if bare(before) == bare(after) else Aspect.FIGURES
    return Aspect.FORMAT if bare(before) == bare(after) else Aspect.WORDING


def label_aspect(old: Text | None, new: Text | None) -> Aspect | None:
    """Return how a printed number changed: 第一条 and 第一條 are one number."""
    before, after = ((label.either("zh") if label is not None else "") for label in (old, new))
    if before == after:
        return None
    return Aspect.FORMAT if bare(before) == bare(after) != "" else Aspect.RENUMBERED


def _key(row: Row) -> Key:
    return row.role, bare(row.masked.zh or ""), bare(row.masked.en or "")


def align(olds: Sequence[Key], news: Sequence[Key]) -> list[Match]:
    """Return which of two lists of rows belong together, each of both lists exactly once, in order.

    Most alike in order first; what then is left over and says the same, elsewhere in the list, is one row that moved.
    """
    head = 0
    while head < min(len(olds), len(news)) and olds[head] == news[head]:
        head += 1
    tail = 0
    while tail < min(len(olds), len(news)) - head and olds[-1 - tail] == news[-1 - tail]:
        tail += 1
    found: list[Match] = [(i, i, False) for i in range(head)]
    middle = _table(olds[head : len(olds) - tail], news[head : len(news) - tail])
    found += [(a if a is None else a + head, b if b is None else b + head, False) for a, b, _ in middle]
    found += [(len(olds) - tail + i, len(news) - tail + i, False) for i in range(tail)]
    return _with_moved(found, olds, news)


def _table(olds: Sequence[Key], news: Sequence[Key]) -> list[Match]:
    """Return the alignment with the most likeness in all (Needleman and Wunsch, gaps are free)."""
    exact = len(olds) * len(news) > _CELLS_MAX
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in range(len(olds) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(len(news) - 1, -1, -1):
            alike = _alike(olds[i], news[j], exact=exact)
            row[j] = max(below[j], row[j + 1], alike + below[j + 1] if alike else 0.0)
    out: list[Match] = []
    i = j = 0
    while i < len(olds) and j < len(news):
        alike = _alike(olds[i], news[j], exact=exact)
        if alike and best[i][j] == alike + best[i + 1][j + 1]:
            out.append((i, j, False))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            out.append((i, None, False))
            i += 1
        else:
            out.append((None, j, False))
            j += 1
    out += [(a, None, False) for a in range(i, len(olds))]
    return out + [(None, b, False) for b in range(j, len(news))]


def _alike(old: Key, new: Key, *, exact: bool) -> float:
    if old[0] != new[0]:
        return 0.0
    if old == new:
        return 1.0
    if exact:
        return 0.0
    # One language may be written anew while the other stays; a text that is missing says nothing.
    likeness = [fuzz.ratio(a, b) / 100 for a, b in zip(old[1:], new[1:], strict=True) if a and b]
    best = max(likeness, default=0.0)
    if not likeness or (likeness[0] < ALIKE and best < STAYED):
        return 0.0
    # Squared, so that one row that stayed counts for more than two that are vaguely like each other.
    return best**2


def _with_moved(found: list[Match], olds: Sequence[Key], news: Sequence[Key]) -> list[Match]:
    gone = {olds[a]: a for a, b, _ in found if a is not None and b is None}
    back = {b: gone.pop(news[b]) for a, b, _ in found if b is not None and a is None and news[b] in gone}
    left = set(back.values())
    return [
        (back[b], b, True) if b is not None and b in back else (a, b, False)
        for a, b, _ in found
        if not (b is None and a in left)
    ]
