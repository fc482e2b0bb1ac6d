"""A fact's own wording says the figure that its value says.

``zh:`` and ``en:`` of a fact are what the text prints. Whoever changes ``value`` and leaves them has changed nothing for
readers, while the pages of deadlines, the search and the items go by the value.

Passes: ``{kind: duration, value: PT24H, zh: 二十四小时}``; ``{kind: duration, value: PT4H, zh: 半天}``, since what half a day
of work is nobody can tell. Fails (FCT014): ``{kind: duration, value: PT12H, zh: 二十四小时}``.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.fact import Fact
from guizhang.model.quantity import CalendarDate, Duration, Quantity, magnitude, parse_quantity
from guizhang.model.text import LANGS
from guizhang.model.wording import print_fact
from guizhang.yamlio.content import Loaded
from guizhang.zh.quantities import find_figures


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield FCT014 for each wording that says another figure."""
    book = loaded.handbook
    for place in book.provisions.values():
        for name, fact in place.node.facts.items():
            for lang in LANGS:
                own = fact.zh if lang == "zh" else fact.en
                if own is None or not _says_another(fact, own):
                    continue
                loc = (*place.loc, "facts", name, lang)
                path = book.paths[("regulation", place.regulation.id)]
                bare = fact.model_copy(update={lang: None})
                printed = print_fact(bare, lang, book.settings.units)
                yield Diagnostic(
                    "FCT014", Severity.ERROR, loaded.locate(path, loc), field_path(loc),
                    Message(
                        f"value 是 {fact.value}（{printed}），条文却照 {lang} 那一行印出“{own}”",
                        f"the value is {fact.value} ({printed}), but the text prints “{own}” as {lang} says",
                    ),
                    Message(
                        f"改了 value 就删去 {lang} 这一行；原来的数值没有错，就改回 value",
                        f"delete the line {lang} if the value is right; otherwise put the value back",
                    ),
                )  # fmt: skip


def _says_another(fact: Fact, wording: str) -> bool:
    """Return whether the one figure in *wording* is another than the fact's; in doubt it is not."""
    figures = [figure for figure in find_figures(wording) if figure.kind.value == fact.kind.value]
    if len(figures) != 1:
        return False
    try:
        said = parse_quantity(fact.kind, figures[0].value)
    except ValueError:
        return False
    pairs = list(zip(said, fact.quantity, strict=True))
    return all(_measure(a) == _measure(b) for a, b in pairs) and any(
        a is not None and b is not None and magnitude(a) != magnitude(b) for a, b in pairs
    )


_CLOCK = ("hours", "minutes", "seconds")


def _measure(end: Quantity | None) -> object:
    """Return what figures that compare have in common: how long a day of work or a month is differs from place to place."""
    match end:
        case Duration():
            units = {unit for unit, _ in end.parts}
            return "clock" if units <= {*_CLOCK} else frozenset(units)
        case CalendarDate():
            return end.year is None, end.month is None
        case _:
            return type(end)
