"""Making items from the rules: time, sameness, how many provisions get items, and what edits make stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from benchmarks.measure import Row, seconds
from benchmarks.rulebook import rulebook
from benchmarks.staleness import missed_and_extra
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.regulation import Level, Node, Norm
from guizhang.quiz.in_use import in_use
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import generate
from guizhang.yamlio.content import load_project

_ROOT = Path(__file__).parents[1]
_ARTICLES = 300
_EDITS = 200
_ENOUGH = 3


def rows() -> Iterator[Row]:
    """Yield time and sameness on a made-up handbook, coverage and staleness on the reference handbook."""
    made_up = rulebook(_ARTICLES)
    yield Row(f"{_ARTICLES} articles -> all items", seconds(lambda: generate(made_up)), "s", "<= 3")
    first, second = (_bytes(generate(rulebook(_ARTICLES))) for _ in range(2))
    yield Row("same input, same bytes", float(first == second), "", "1")
    yield Row("items of them", len(first), "")
    loaded = load_project(_ROOT)
    handbook = loaded.handbook
    items = generate(handbook)
    yield Row("items of the reference handbook", len(items), "")
    yield Row("models that made some", len({item.model for item in items}), "", ">= 12")
    share, provisions = covered(handbook, items)
    yield Row(f"of {provisions} provisions that oblige or state figures, >= {_ENOUGH} items", share, "", ">= .95")
    bank = (*in_use(items, loaded.bank), *loaded.bank.items)
    share, provisions = covered(handbook, bank)
    yield Row("items of its bank: made and asked, and written by hand", len(bank), "")
    yield Row(f"of {provisions} provisions that oblige or state figures, >= {_ENOUGH} of them", share, "", ">= .95")
    plain = Rules(handbook).commonplace
    share, provisions = covered(handbook, items, without=plain)
    yield Row(f"of the {provisions} of them that hold more than good sense, >= {_ENOUGH} items", share, "")
    complete = sum(bool(item.cites) and all(item.cites.values()) for item in items) / len(items)
    yield Row("items with provision and hash", complete, "", "1")
    missed, extra = missed_and_extra(handbook, (*items, *loaded.bank.items), _EDITS)
    yield Row(f"{_EDITS} edits: stale items missed", missed, "", "0")
    yield Row(f"{_EDITS} edits: fresh items called stale", extra, "", "0")


def covered(handbook: Handbook, items: tuple[Item, ...], without: Collection[str] = ()) -> tuple[float, int]:
    """Return the share of provisions with a duty, prohibition, figure or list that enough items cite, and their number."""
    cited = Counter(address for item in items for address in item.cites)
    asked = [a for a, place in handbook.binding_provisions() if a not in without and _asks(place.node)]
    return sum(cited[address] >= _ENOUGH for address in asked) / len(asked), len(asked)


def _asks(node: Node) -> bool:
    states = node.norm in (Norm.DUTY, Norm.PROHIBITION) or bool(node.facts) or node.level is Level.ITEM
    # What stands under an id of its own is a provision of its own.
    return states or any(_asks(child) for child in node.body if child.id is None)


def _bytes(items: tuple[Item, ...]) -> list[bytes]:
    return [item.model_dump_json().encode() for item in items]
