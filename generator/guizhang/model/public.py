"""What a candidate may see of a drawn exam.

`PublicForm` has no key, item id, citation or theme, so a template that is handed one cannot leak any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Literal, TypeVar

from guizhang.model.base import Model
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord, PaperLanguage
from guizhang.model.item import ItemType
from guizhang.model.scoring_words import told_before
from guizhang.model.text import Text

Asked = TypeVar("Asked", DrawnItem, "PublicItem")


def together(items: Iterable[Asked]) -> Iterator[tuple[Asked, ...]]:
    """Yield questions that stand together: those of one case, any other alone."""
    for case, group in groupby(items, key=lambda item: item.case):
        found = tuple(group)
        yield from (found,) if case else ((item,) for item in found)


class PublicItem(Model):
    """A question as a candidate sees it."""

    number: int
    type: ItemType
    points: Decimal
    case: Text | None = None
    """The text of the case it is a question of; questions with the same text stand together."""
    stem: Text
    gaps: tuple[tuple[Text, ...], ...] = ()
    """Cloze items: what each gap is chosen from; nothing where it is written."""
    lefts: tuple[Text, ...] = ()
    options: tuple[Text, ...] = ()
    choose: Literal["one", "several"] | None = None
    unit: Text | None = None
    lines: int = 0
    """Writing lines under a short answer."""


class PublicSection(Model):
    """A section as a candidate sees it."""

    title: Text
    type: ItemType
    points: Decimal
    """Points per item."""
    total_points: Decimal
    counting: Text | None = None
    """How answers earn and lose points, where it is more than right or wrong."""
    items: tuple[PublicItem, ...]

    @property
    def count(self) -> int:
        """Items of the section; a case counts once, however many questions it has."""
        return sum(1 for _ in together(self.items))


class PublicForm(Model):
    """A paper as a candidate sees it."""

    exam_id: str
    form_id: str
    title: Text
    company: Text
    edition: str | None
    language: PaperLanguage
    limit_minutes: int
    cut_points: Decimal
    total_points: Decimal
    practical_points: Decimal
    practical_task: Text | None
    instructions: Text | None
    sections: tuple[PublicSection, ...]


def public_form(record: ExamRecord, form: DrawnForm) -> PublicForm:
    """Return what a candidate may see of *form*; nothing in it depends on a key."""
    number = 0
    sections = []
    for section in form.sections:
        items = []
        for item in section.items:
            number += 1
            items.append(public_item(item, number))
        sections.append(
            PublicSection(
                title=section.title,
                type=section.type,
                points=section.points,
                total_points=section.total_points,
                counting=told_before(record.scoring, section.type),
                items=tuple(items),
            )
        )
    return PublicForm(
        exam_id=record.exam_id,
        form_id=form.id,
        title=record.title,
        company=record.company,
        edition=record.edition,
        language=record.language,
        limit_minutes=record.limit_minutes,
        cut_points=record.cut_points(form),
        total_points=record.total_points,
        practical_points=record.practical_points,
        practical_task=record.rubric.task if record.rubric else None,
        instructions=record.instructions,
        sections=tuple(sections),
    )


_CHOOSE: dict[ItemType, Literal["one", "several"]] = {
    ItemType.SINGLE_CHOICE: "one",
    ItemType.MULTIPLE_CHOICE: "several",
}
# About one line for every two points, and never so few that the space tells how short the answer is.
_LEAST_LINES = 4


def public_item(item: DrawnItem, number: int) -> PublicItem:
    """Return what a candidate may see of *item* as the question with this number."""
    lines = max(_LEAST_LINES, int(item.points)) if item.type is ItemType.SHORT_ANSWER else 0
    return PublicItem(
        number=number,
        type=item.type,
        points=item.points,
        case=item.case.text if item.case else None,
        stem=item.stem,
        gaps=tuple(gap.options for gap in item.gaps),
        lefts=item.lefts,
        options=item.options,
        choose=_CHOOSE.get(item.type),
        unit=item.unit,
        lines=lines,
    )
