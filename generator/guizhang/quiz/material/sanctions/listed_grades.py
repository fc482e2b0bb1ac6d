"""Grades that are the lines of a Chinese list: 请假按下列权限审批：半天以内——班组长；1天以内——主管；3天以上——经理."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guizhang.consistency.grades import Grade, closed, grades_in
from guizhang.model.regulation import Level, Place
from guizhang.model.text import Text
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import bare

_FEWEST, _MOST = 3, 8
_PARTS = re.compile(r"^[\s：:—–\-―→，]+")
"""What stands between how much it is and what follows."""
_APPROVED = re.compile("[审審]批|批准|核准|[签簽]批|[权權]限|同意")
_WHO = re.compile("[A-Z一-龥]{2,12}")


@dataclass(frozen=True)
class ListedGrades:
    """A list whose lines are grades."""

    lead: str
    """What introduces it, with “……” for the lines."""
    grades: tuple[Grade, ...]
    """In the order of the rule."""
    places: tuple[Place, ...]

    @property
    def who(self) -> bool:
        """Whether each line names no more than who approves."""
        said = [grade.outcome for grade in self.grades]
        named = all(_WHO.fullmatch(one) and not _APPROVED.search(one) for one in said)
        return named and _APPROVED.search(self.lead) is not None

    @property
    def rule(self) -> Text:
        """The introduction and its lines."""
        return Text(zh=f"{self.lead.rstrip('…：')}：{'；'.join(bare(grade.said) for grade in self.grades)}。")


def listed_grades(clause: Clause) -> ListedGrades | None:
    """Return the grades that the lines below a clause in Chinese alone are; ``None`` unless each line is one."""
    lead = clause.lead()
    here = clause.place
    above = (*here.ancestors, here.node)
    places = [
        Place(here.regulation, node, above, (*here.loc, "body", n))
        for n, node in enumerate(here.node.body)
        if node.text is not None and node.adopted and node.level in (Level.ITEM, Level.PARAGRAPH)
    ]
    if lead is None or not _FEWEST <= len(places) <= _MOST:
        return None
    found = [_grade(clause, place) for place in places]
    grades = [grade for grade in found if grade is not None]
    kinds = {(fact.kind, fact.unit) for grade in grades for fact in grade.facts}
    whole = closed(grades) if len(grades) == len(places) and len(kinds) == 1 else None
    return None if whole is None else ListedGrades(lead.either("zh"), tuple(whole), tuple(places))


def _grade(clause: Clause, place: Place) -> Grade | None:
    text = place.node.text
    topic, grades = grades_in(clause.handbook, place, bare((text.zh if text else None) or ""))
    if len(grades) != 1 or topic:
        return None
    outcome = _PARTS.sub("", grades[0].outcome)
    return replace(grades[0], outcome=outcome) if outcome else None


def below(places: Sequence[Place], clauses: Sequence[Clause]) -> list[Clause]:
    """Return those of *clauses* that stand at one of *places*."""
    return [clause for clause in clauses if any(clause.place.node is place.node for place in places)]
