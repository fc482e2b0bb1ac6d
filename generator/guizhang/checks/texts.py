"""Every bilingual text of the handbook and the bank, with where it stands and what its placeholders may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from guizhang.model.regulation import Node, Place, walk
from guizhang.model.script import Situation
from guizhang.model.text import Text
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.tree import Loc


@dataclass(frozen=True)
class Written:
    """A text an author wrote."""

    path: str
    loc: Loc
    text: Text
    place: Place | None = None
    """The clause it belongs to, inside a regulation."""
    slots: Mapping[str, Text] = field(default_factory=dict)
    """Slots of the script situation it stands in."""


def written(loaded: Loaded) -> Iterator[Written]:
    """Yield every text that may hold placeholders: rules, scripts, etiquette, records, items, rubrics, blueprints."""
    book, bank = loaded.handbook, loaded.bank
    for regulation in book.regulations:
        path = book.paths[("regulation", regulation.id)]
        for place in walk(regulation):
            yield from _of_node(path, place)
    for file in book.scripts:
        path = book.paths[("script", file.id)]
        for i, situation in enumerate(file.situations):
            yield from _within(path, ("situations", i), situation, situation)
    for kind, documents in (("etiquette", book.etiquette), ("record", book.records)):
        for document in documents:
            yield from _within(book.paths[(kind, document.id)], (), document)
    for item in bank.items:
        yield from _within(bank.paths[("item", item.id)], bank.locations[item.id], item)
    for rubric in bank.rubrics:
        yield from _within(bank.paths[("rubric", rubric.id)], (), rubric)
    for blueprint in bank.blueprints:
        yield from _within(bank.paths[("blueprint", blueprint.id)], (), blueprint)


def _of_node(path: str, place: Place) -> Iterator[Written]:
    for name in ("title", "text"):
        text = getattr(place.node, name)
        if text is not None:
            yield Written(path, (*place.loc, name), text, place)
    if place.node.approval is not None:
        yield Written(path, (*place.loc, "approval", "matter"), place.node.approval.matter, place)


def _within(path: str, loc: Loc, value: object, situation: Situation | None = None) -> Iterator[Written]:
    if isinstance(value, Text):
        yield Written(path, loc, value, None, situation.slots if situation else {})
    elif isinstance(value, BaseModel) and not isinstance(value, Node):
        for name in type(value).model_fields:
            if name != "slots":
                yield from _within(path, (*loc, name), getattr(value, name), situation)
    elif isinstance(value, tuple):
        for i, child in enumerate(value):
            yield from _within(path, (*loc, i), child, situation)
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from _within(path, (*loc, str(key)), child, situation)
