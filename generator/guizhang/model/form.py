"""The drawn exam: what was drawn, in which order, with which key.

Papers, keys, sheets and grading all read this record.

`PublicForm` is what a candidate may see. It has no key, item id, citation or theme, so a template that is handed one
cannot leak any.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from guizhang.model.base import Id, Model
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.rubric import Rubric
from guizhang.model.text import LANGS, Text

RECORD_VERSION: Literal[1] = 1
PaperLanguage = Literal["zh", "en", "both"]

LETTERS = "ABCDEFGH"
"""Labels of options, in the order they are printed."""


class DrawnItem(Model):
    """An item as it stands on one form: placeholders resolved, options in printed order."""

    item_id: str
    type: ItemType
    points: Decimal
    stem: Text
    options: tuple[Text, ...] = ()
    """In printed order."""
    whys: tuple[Text | None, ...] = ()
    """In the order of the options: why each is wrong or right; empty where the item says nothing."""
    key: tuple[str, ...]
    """Letters of the right options (in their right order for an ordering item); ``T`` or ``F``; the number; empty for
    a short answer."""
    tolerance: Decimal = Decimal(0)
    """Numeric items: largest deviation that still counts."""
    unit: Text | None = None
    """Numeric items: printed behind the blank."""
    guide: tuple[tuple[Text, Decimal], ...] = ()
    """Short answers: what must be said, and its points."""
    rationale: Text | None = None
    cites: Mapping[str, str]
    """Address -> hash of what was cited at the draw."""
    themes: tuple[Id, ...]
    level: CognitiveLevel
    difficulty: int


class DrawnSection(Model):
    """A section of one form."""

    title: Text
    type: ItemType
    points: Decimal
    """Points per item."""
    minimum: str | None = None
    items: tuple[DrawnItem, ...]


class DrawnForm(Model):
    """One version of the paper."""

    id: str
    """Printed on every page: ``A``, ``B``, … or the candidate's id."""
    sections: tuple[DrawnSection, ...]

    @property
    def items(self) -> tuple[DrawnItem, ...]:
        """All items; question 1 is the first."""
        return tuple(item for section in self.sections for item in section.items)


class CitedPlace(Model):
    """What stands at a cited address, as keys print it."""

    document: Text
    """Title of the regulation, script or record."""
    label: Text | None = None
    """Printed number: 第五条 / Article 5."""
    title: Text | None = None

    @property
    def name(self) -> Text:
        """《投诉处理规定》第五条“首次回复” / Complaint handling, Article 5 “First reply”."""
        zh, en = (
            tuple(part.either(lang) if part else "" for part in (self.document, self.label, self.title))
            for lang in LANGS
        )
        quoted = f"“{en[2]}”" if en[2] else ""
        return Text(
            zh=f"《{zh[0]}》{zh[1]}" + (f"“{zh[2]}”" if zh[2] else ""),
            en=", ".join(filter(None, [en[0], " ".join(filter(None, [en[1], quoted]))])),
        )


class Candidate(Model):
    """One person on the roster."""

    id: Annotated[str, Field(min_length=1, max_length=80)]
    name: str = ""
    role: str = ""
    department: str = ""
    language: PaperLanguage | None = None
    form: str
    """The form this person sits."""


class ExamRecord(Model):
    """``secret/exam.json``."""

    record_version: Literal[1] = RECORD_VERSION
    tool_version: str
    exam_id: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    """Hash of what was drawn; printed on papers and sheets so that responses cannot be matched with another exam."""
    blueprint: Id
    title: Text
    company: Text
    edition: str | None = None
    """Printed edition of the handbook."""
    seed: str
    """What every random choice was keyed by; whoever knows it can draw the exam again."""
    language: PaperLanguage = "both"
    limit_minutes: int
    cut_score: str
    instructions: Text | None = None
    practical_points: Decimal = Decimal(0)
    rubric: Rubric | None = None
    theme_names: Mapping[str, Text] = {}
    cited: Mapping[str, CitedPlace] = {}
    """Every cited address -> what stands there; ``go.html#ADDRESS`` on the site leads to it."""
    editions: Mapping[str, str]
    """Regulation id -> hash of its adopted provisions at the draw."""
    forms: Annotated[tuple[DrawnForm, ...], Field(min_length=1)]
    candidates: tuple[Candidate, ...] = ()

    @property
    def total_points(self) -> Decimal:
        """Points of one form, the practical part included."""
        return sum((item.points for item in self.forms[0].items), self.practical_points)


class PublicItem(Model):
    """A question as a candidate sees it."""

    number: int
    type: ItemType
    points: Decimal
    stem: Text
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
    items: tuple[PublicItem, ...]


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
    from guizhang.model.blueprint import cut_points

    number = 0
    sections = []
    for section in form.sections:
        items = []
        for item in section.items:
            number += 1
            items.append(_public_item(item, number))
        sections.append(
            PublicSection(title=section.title, type=section.type, points=section.points, items=tuple(items))
        )
    return PublicForm(
        exam_id=record.exam_id,
        form_id=form.id,
        title=record.title,
        company=record.company,
        edition=record.edition,
        language=record.language,
        limit_minutes=record.limit_minutes,
        cut_points=cut_points(record.cut_score, record.total_points),
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


def _public_item(item: DrawnItem, number: int) -> PublicItem:
    lines = max(_LEAST_LINES, int(item.points)) if item.type is ItemType.SHORT_ANSWER else 0
    return PublicItem(
        number=number,
        type=item.type,
        points=item.points,
        stem=item.stem,
        options=item.options,
        choose=_CHOOSE.get(item.type),
        unit=item.unit,
        lines=lines,
    )
