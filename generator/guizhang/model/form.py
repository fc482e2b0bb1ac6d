"""The drawn exam: what was drawn, in which order, with which key.

Papers, keys, sheets and grading all read this record; `guizhang.model.public` has what a candidate may see of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from guizhang.model.answer_sheet import AnswerSheet
from guizhang.model.base import Id, Model
from guizhang.model.blueprint import Blueprint, cut_points
from guizhang.model.checklist import ObservedPoint
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.rubric import Rubric
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import LANGS, Text

RECORD_VERSION: Literal[2] = 2
PaperLanguage = Literal["zh", "en", "both"]
PaperSize = Literal["a4", "letter"]


class DrawnSection(Model):
    """A section of one form."""

    title: Text
    type: ItemType
    points: Decimal
    """Points per item; a case shares them out among its questions."""
    minimum: str | None = None
    items: tuple[DrawnItem, ...]

    @property
    def total_points(self) -> Decimal:
        """Points of the section."""
        return sum((item.points for item in self.items), Decimal(0))


class Expected(Model):
    """A figure that is expected and not yet known, in points."""

    points: Decimal
    standard_error: Decimal | None = None
    """``None`` where nothing tells how sure it is."""


class DrawnForm(Model):
    """One version of the paper."""

    id: str
    """Printed on every page: ``A``, ``B``, … or the candidate's id."""
    sections: tuple[DrawnSection, ...]
    cut_points: Decimal | None = None
    """Points it takes to pass this form where it has a cut score of its own; ``None``: the exam's."""
    score: Expected | None = None
    """What a candidate is expected to get in the written part, and how sure that is: the items' facilities are estimates."""
    judged: Expected | None = None
    """Angoff: what the judges say a candidate on the borderline gets, over all points, and its standard error."""

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
    extra_minutes: Annotated[int, Field(ge=0, le=600)] = 0
    """Minutes this person has beyond the limit."""
    large_print: bool = False
    """Whether this person needs large print."""
    form: str
    """The form this person sits."""


class DrawnFrom(Model):
    """What could be chosen at the draw."""

    items: int
    """How many items."""
    hash: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    """Hash of their ids, difficulties, themes and of who excludes whom."""


class ExamRecord(Model):
    """``secret/exam.json``."""

    record_version: Literal[2] = RECORD_VERSION
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
    paper_size: PaperSize = "a4"
    limit_minutes: int
    cut_score: str
    instructions: Text | None = None
    practical_points: Decimal = Decimal(0)
    rubric: Rubric | None = None
    checklist: tuple[ObservedPoint, ...] = ()
    """What an observer looks for at work."""
    theme_names: Mapping[str, Text] = {}
    role_names: Mapping[str, Text] = {}
    """Roles of the handbook that candidates are on the roster with -> their names."""
    cited: Mapping[str, CitedPlace] = {}
    """Every cited address -> what stands there; ``go.html#ADDRESS`` on the site leads to it."""
    editions: Mapping[str, str]
    """Regulation id -> hash of its adopted provisions at the draw."""
    forms: Annotated[tuple[DrawnForm, ...], Field(min_length=1)]
    candidates: tuple[Candidate, ...] = ()
    individual: bool = False
    """Whether every candidate has a form of their own, named by their id."""
    specification: Blueprint | None = None
    """The blueprint as it was at the draw."""
    drawn_from: DrawnFrom | None = None
    """What could be chosen."""
    avoided: tuple[str, ...] = ()
    """Items of earlier exams, drawn only where the blueprint could not be met without them."""
    held: date | None = None
    """The day of the exam: what is not in force yet on it was not drawn. ``None``: the draw did not ask."""
    walk_ins: Mapping[str, str] = {}
    """Candidates added after the draw -> `guizhang.quiz.stamp.walk_in_id`, which ties what they were given to the exam."""
    answer_sheets: tuple[AnswerSheet, ...] = ()
    """Where everything on the answer sheets is; forms that are built alike share one."""

    @property
    def total_points(self) -> Decimal:
        """Points of one form, the practical part included."""
        return sum((item.points for item in self.forms[0].items), self.practical_points)

    @property
    def scoring(self) -> ScoringPolicy:
        """How answers earn points, as the blueprint said at the draw."""
        return self.specification.scoring if self.specification else ScoringPolicy()

    @property
    def as_drawn(self) -> ExamRecord:
        """The exam without the people who were added later."""
        if not self.walk_ins:
            return self
        forms = tuple(form for form in self.forms if not (self.individual and form.id in self.walk_ins))
        people = tuple(person for person in self.candidates if person.id not in self.walk_ins)
        return self.model_copy(update={"forms": forms, "candidates": people})

    def cut_points(self, form: DrawnForm) -> Decimal:
        """Return the points it takes to pass *form*."""
        if form.cut_points is not None:
            return form.cut_points
        # Of its own points: a correction may have changed those of another form alone.
        return cut_points(self.cut_score, sum((item.points for item in form.items), self.practical_points))
