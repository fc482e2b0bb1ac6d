"""Items rest on the rules in force.

An item keeps the hash of what it cites. When the provision changes, or the value of one of its figures that the item does
not print by placeholder, the item is stale and cannot be drawn until somebody has read it again and run ``guizhang items
accept ID``.

Warns (ITM010): a cited provision has changed. Warns (ITM011): the citation has no hash yet, so nobody would notice.
Warns (ITM012): the cited provision is not adopted, so the item is never drawn.
Warns (ITM015): the cited regulation has a day of repeal, likewise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.citation import Freshness, freshness
from guizhang.model.item import Item
from guizhang.yamlio.content import Loaded

_FAULTS = {
    Freshness.STALE: (
        "ITM010",
        Message("所引条款已改，题目过时", "the cited provision has changed; the item is stale"),
    ),
    Freshness.UNCONFIRMED: (
        "ITM011",
        Message("引用没有记录哈希，条款改了也发现不了", "the citation has no hash, so a change would go unnoticed"),
    ),
    Freshness.NOT_ADOPTED: (
        "ITM012",
        Message("所引条款未采用，题目不会被抽取", "the cited provision is not adopted, so the item is never drawn"),
    ),
    Freshness.REPEALED: (
        "ITM015",
        Message(
            "所引规定写有废止日期，题目不会被抽取",
            "the cited regulation has a day of repeal, so the item is never drawn",
        ),
    ),
}
_MENDS = {
    Freshness.NOT_ADOPTED: Message("采用该条款，或删去题目", "adopt the provision or delete the item"),
    Freshness.REPEALED: Message(
        "改引新规定，或删去题目", "cite the regulation that takes its place, or delete the item"
    ),
}


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield ITM010 to ITM012 and ITM015."""
    yield from _faults(loaded, loaded.bank.items, frozenset(_FAULTS))


def never_drawn(loaded: Loaded, ids: Collection[str] | None) -> Iterator[Diagnostic]:
    """Yield ITM012 and ITM015 of some items, or of all: no acceptance makes them fit to be drawn."""
    some = [item for item in loaded.bank.items if ids is None or item.id in ids]
    yield from _faults(loaded, some, frozenset((Freshness.NOT_ADOPTED, Freshness.REPEALED)))


def _faults(loaded: Loaded, items: Iterable[Item], states: Collection[Freshness]) -> Iterator[Diagnostic]:
    for item in items:
        path, start = loaded.bank.paths[("item", item.id)], loaded.bank.locations[item.id]
        for address, state in freshness(item, loaded.handbook).items():
            if state not in states:
                continue
            code, problem = _FAULTS[state]
            loc: tuple[str | int, ...] = (*start, "cites", address)
            accept = Message(
                f"核对题目后运行 guizhang items accept {item.id}",
                f"read the item again, then run: guizhang items accept {item.id}",
            )
            mend = _MENDS.get(state, accept)
            yield Diagnostic(code, Severity.WARNING, loaded.locate(path, loc), field_path(loc), problem, mend)
