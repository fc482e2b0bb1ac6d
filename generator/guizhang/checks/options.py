"""No option stands twice.

Whoever ticks the other one of two equal options is marked wrong for the right words, and steps that are the same have no
order. An item in which that is so cannot be drawn.

Passes: A 30分钟, B 1小时, C 2小时. Fails (ITM016): A 30分钟 (key), B 1小时, C 30分钟.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.drawn_item import LETTERS
from guizhang.model.fitting import doubled
from guizhang.model.item import Body, Option
from guizhang.model.text import LANGS
from guizhang.yamlio.content import Loaded

_MEND = Message("改正其中一个，或删去", "correct one of the two, or delete it")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield ITM016."""
    for item in loaded.bank.items:
        path, start = loaded.bank.paths[("item", item.id)], loaded.bank.locations[item.id]
        for inner, options in _choices(item):
            same = doubled([{lang: option.text.get(lang) for lang in LANGS} for option in options])
            if same:
                loc: tuple[str | int, ...] = (*start, *inner, same[1], "text")
                one, two = (LETTERS[at] for at in same)
                problem = Message(f"选项 {one} 与 {two} 相同", f"options {one} and {two} are the same")
                yield Diagnostic("ITM016", Severity.ERROR, loaded.locate(path, loc), field_path(loc), problem, _MEND)


def _choices(body: Body) -> Iterator[tuple[tuple[str | int, ...], tuple[Option, ...]]]:
    """Yield the options of a question and of those in it, with the fields they stand in."""
    yield ("options",), body.options
    for name, gap in body.gaps.items():
        yield ("gaps", name, "options"), gap.options
    for at, question in enumerate(body.questions):
        yield from ((("questions", at, *inner), options) for inner, options in _choices(question))
