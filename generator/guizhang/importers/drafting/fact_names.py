"""Names of facts from one import to the next: a figure keeps the name it has, so that parameters and items still mean it."""

from __future__ import annotations

from collections.abc import Mapping

from guizhang.importers.drafting.figures import free_name
from guizhang.model.fact import Fact
from guizhang.model.quantity import QuantityKind
from guizhang.model.regulation import Node, Regulation, walk
from guizhang.model.text import Text, segments


def keep_names(base: Regulation, new: Regulation) -> Regulation:
    """Return *new* with the facts of each provision under the names they have in *base*.

    Args:
        base: The draft as generated last time.
        new: The draft as generated now, its ids already those of *base* for what is the same.
    """
    known: dict[str | None, Mapping[str, Fact]] = {p.node.id: p.node.facts for p in walk(base) if p.node.id}
    return new.model_copy(update={"body": _renamed(new.body, known, {})})


def _renamed(
    body: tuple[Node, ...], known: Mapping[str | None, Mapping[str, Fact]], names: Mapping[str, str]
) -> tuple[Node, ...]:
    out = []
    for node in body:
        here = names if node.id is None else _names(known.get(node.id, {}), node.facts)
        update = {
            "text": _with_names(node.text, here),
            "facts": {here[name]: fact for name, fact in node.facts.items()},
            "body": _renamed(node.body, known, here),
        }
        out.append(node.model_copy(update=update))
    return tuple(out)


def _names(olds: Mapping[str, Fact], news: Mapping[str, Fact]) -> dict[str, str]:
    """Return new name -> name to keep: that of the same figure, else of one of its kind whose value has changed."""
    found: dict[str, str] = {}
    for alike in (_same, _same_sum, _amended):
        for name, fact in news.items():
            free = (old for old in olds if old not in found.values() and alike((old, olds[old]), (name, fact)))
            if name not in found and (kept := next(free, None)) is not None:
                found[name] = kept
    for name in news:
        if name not in found:
            found[name] = free_name(name, {*olds, *found.values()})
    return found


def _same(old: tuple[str, Fact], new: tuple[str, Fact]) -> bool:
    return old[1] == new[1]


def _same_sum(old: tuple[str, Fact], new: tuple[str, Fact]) -> bool:
    """Tell whether an amount has only become one of another currency, which the rest of the document tells."""
    return (old[1].kind, old[1].value) == (new[1].kind, new[1].value) and new[1].kind is QuantityKind.MONEY


def _amended(old: tuple[str, Fact], new: tuple[str, Fact]) -> bool:
    return old[0] == new[0] and (old[1].kind, old[1].unit) == (new[1].kind, new[1].unit)


def _with_names(text: Text | None, names: Mapping[str, str]) -> Text | None:
    if text is None:
        return None
    zh, en = (None if words is None else _replaced(words, names) for words in (text.zh, text.en))
    return Text(zh=zh, en=en)


def _replaced(words: str, names: Mapping[str, str]) -> str:
    parts = (
        part.replace("${", "$${") if isinstance(part, str) else "${" + names.get(part.reference, part.reference) + "}"
        for part in segments(words)
    )
    return "".join(parts)
