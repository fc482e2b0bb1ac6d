"""Figures that changed: facts with their parameters, and figures that stand in the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from guizhang.editions.changes import FigureChange, RowChange
from guizhang.editions.entries import Entry
from guizhang.model.edition import Aspect
from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import QuantityKind
from guizhang.model.text import LANGS, Lang, Text
from guizhang.model.wording import bound_word, limit_word
from guizhang.zh.quantities import Figure, find_figures


def fact_changes(old: Entry, new: Entry) -> Iterator[FigureChange]:
    """Yield the facts of an entry, its own and those it prints, that say something else than before."""
    before, after = old.content.facts, new.content.facts
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if was is not None and now is not None and _measure(was) == _measure(now):
            continue
        fact = now or was
        assert fact is not None, "the name comes from one of the two"
        yield FigureChange(
            name,
            fact.about,
            _shown(old, was) if was else None,
            _shown(new, now) if now else None,
            was.value if was else None,
            now.value if now else None,
        )


def word_changes(rows: Sequence[RowChange]) -> Iterator[FigureChange]:
    """Yield the figures that rows reworded have in one edition only, paired where one took the place of another."""
    for change in rows:
        if change.old is None or change.new is None or Aspect.WORDING not in change.aspects:
            continue
        lang: Lang = change.new.source if change.new.masked.get(change.new.source) else "en"
        was, now = change.old.masked.get(lang), change.new.masked.get(lang)
        if was is None or now is None:
            continue
        before, after = find_figures(was), find_figures(now)
        common = Counter(map(_reading, before)) & Counter(map(_reading, after))
        gone, came = _without(before, common), _without(after, common)
        if len(gone) == len(came):
            yield from (
                FigureChange("", None, _in_words(a, lang), _in_words(b, lang), a.value, b.value)
                for a, b in zip(gone, came, strict=True)
                if a.kind == b.kind
            )


def _measure(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.value, fact.unit, fact.bound, fact.inclusive


def _shown(entry: Entry, fact: Fact) -> Text:
    said = {lang: _with(bound_word(fact, lang), entry.printer.figure(fact, lang), lang) for lang in LANGS}
    return Text(**said)


def _in_words(figure: Figure, lang: Lang) -> Text:
    kind, bound = QuantityKind(figure.kind), Bound(figure.bound)
    return Text(**{lang: _bounded(kind, bound, figure.span, lang, figure.inclusive)})


def _bounded(kind: QuantityKind, bound: Bound, figure: str, lang: Lang, inclusive: bool) -> str:
    return _with(limit_word(kind, bound, lang, inclusive=inclusive), figure, lang)


def _with(word: str, figure: str, lang: Lang) -> str:
    return f"{word}{figure}" if lang == "zh" else f"{word} {figure}".strip()


def _reading(figure: Figure) -> tuple[object, ...]:
    return figure.kind, figure.value, figure.unit, figure.bound, figure.inclusive


def _without(figures: Sequence[Figure], common: Counter[tuple[object, ...]]) -> list[Figure]:
    left = common.copy()
    out = []
    for figure in figures:
        if left[_reading(figure)] > 0:
            left[_reading(figure)] -= 1
        else:
            out.append(figure)
    return out
