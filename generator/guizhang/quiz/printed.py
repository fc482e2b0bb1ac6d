"""An item as it stands on one form: placeholders printed, options in their order, the key as letters."""

from __future__ import annotations

from decimal import Decimal

from guizhang.model.form import LETTERS, DrawnItem
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType
from guizhang.model.rubric import Rubric
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_number, keyed_order


def draw_item(item: Item, points: Decimal, handbook: Handbook, seed: str, form: str) -> DrawnItem:
    """Return *item* as it stands on *form*; the order of its options depends on (seed, form, item) only."""
    order = option_order(item, seed, form)
    options = [item.options[i] for i in order]
    whys = tuple(_printed(option.why, handbook) for option in options)
    numeric = item.numeric
    return DrawnItem(
        item_id=item.id,
        type=item.type,
        points=points,
        stem=print_text(item.stem, handbook),
        options=tuple(print_text(option.text, handbook) for option in options),
        whys=whys if any(whys) else (),
        key=_key(item, order),
        tolerance=numeric.tolerance if numeric else Decimal(0),
        unit=_printed(numeric.unit, handbook) if numeric else None,
        guide=tuple((print_text(point.text, handbook), point.points) for point in item.guide),
        rationale=_printed(item.rationale, handbook),
        cites={address: recorded for address, recorded in item.cites.items() if recorded is not None},
        themes=item.themes,
        level=item.level,
        difficulty=item.difficulty,
    )


def print_rubric(rubric: Rubric, handbook: Handbook) -> Rubric:
    """Return *rubric* with its figures printed, as assessors and candidates read it."""
    criteria = tuple(
        criterion.model_copy(
            update={
                "title": print_text(criterion.title, handbook),
                "anchors": {points: print_text(text, handbook) for points, text in criterion.anchors.items()},
                "phrases": tuple(print_text(phrase, handbook) for phrase in criterion.phrases),
            }
        )
        for criterion in rubric.criteria
    )
    return rubric.model_copy(
        update={
            "title": print_text(rubric.title, handbook),
            "task": print_text(rubric.task, handbook),
            "assessor": _printed(rubric.assessor, handbook),
            "criteria": criteria,
        }
    )


def option_order(item: Item, seed: str, form: str) -> list[int]:
    """Return the indices of the options in printed order."""
    indices = list(range(len(item.options)))
    if item.keep_order:
        return indices
    order = keyed_order(indices, str, "option", seed, form, item.id)
    if item.type is ItemType.ORDERING and order == indices:
        # Steps already in their right order would be no question.
        turn = 1 + keyed_number("turn", seed, form, item.id) % (len(order) - 1)
        order = order[turn:] + order[:turn]
    return order


def _key(item: Item, order: list[int]) -> tuple[str, ...]:
    match item.type:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            return tuple(LETTERS[at] for at, index in enumerate(order) if item.options[index].key)
        case ItemType.ORDERING:
            return tuple(LETTERS[order.index(step)] for step in range(len(order)))
        case ItemType.TRUE_FALSE:
            return ("T" if item.answer else "F",)
        case ItemType.NUMERIC:
            assert item.numeric is not None
            return (_plain(item.numeric.value),)
        case ItemType.SHORT_ANSWER:
            return ()


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def print_text(text: Text, handbook: Handbook) -> Text:
    """Return *text* with its figures printed."""
    return Text(
        zh=handbook.plain(text.zh, "zh") if text.zh else None, en=handbook.plain(text.en, "en") if text.en else None
    )


def _printed(text: Text | None, handbook: Handbook) -> Text | None:
    return print_text(text, handbook) if text else None
