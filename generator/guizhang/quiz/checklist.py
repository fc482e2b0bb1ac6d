"""The observation checklist of an exam: points of etiquette an observer can see, for the role it assesses."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.blueprint import Blueprint
from guizhang.model.checklist import ObservedPoint
from guizhang.model.etiquette import EtiquetteFile, EtiquetteGroup, EtiquettePoint
from guizhang.model.handbook import Handbook
from guizhang.model.rubric import Rubric
from guizhang.quiz.printed import print_text

MOST = 16
"""Points of one checklist: as many as an observer can keep in mind, and two pages in both languages."""

_Place = tuple[EtiquetteFile, EtiquetteGroup, EtiquettePoint]


def observed_points(
    handbook: Handbook, blueprint: Blueprint, rubric: Rubric | None = None
) -> tuple[ObservedPoint, ...]:
    """Return the checklist of an exam, in the order of the handbook.

    It holds points that say what an observer sees and that apply to the roles the blueprint assesses. Points about the
    themes it asks for come first, and groups take turns, so that no group is left out for the length of another.

    Args:
        handbook: Where the points stand.
        blueprint: Whose roles and themes count.
        rubric: That of its practical part, whose themes count too.
    """
    places = [place for place in _places(handbook) if place[2].observe and _applies(place, blueprint)]
    themes = {theme for section in blueprint.sections for theme in section.themes} | set(
        rubric.themes if rubric else ()
    )
    turns: dict[tuple[str, str], int] = {}
    ranked = []
    for number, place in enumerate(places):
        file, group, point = place
        turn = turns[file.id, group.id] = turns.get((file.id, group.id), 0) + 1
        asked = bool(themes & set(point.themes or file.themes))
        ranked.append((not asked, turn, number, place))
    chosen = sorted(sorted(ranked, key=lambda entry: entry[:3])[:MOST], key=lambda entry: entry[2])
    return tuple(_printed(place, handbook) for _, _, _, place in chosen)


def _places(handbook: Handbook) -> Iterator[_Place]:
    return ((file, group, point) for file in handbook.etiquette for group in file.groups for point in group.points)


def _applies(place: _Place, blueprint: Blueprint) -> bool:
    file, _, point = place
    roles = set(point.applies_to or file.applies_to)
    return not roles or not blueprint.roles or bool(roles & set(blueprint.roles))


def _printed(place: _Place, handbook: Handbook) -> ObservedPoint:
    file, group, point = place
    said = {
        name: text and print_text(text, handbook)
        for name, text in (("title", point.title), ("do", point.do), ("dont", point.dont), ("observe", point.observe))
    }
    return ObservedPoint.model_validate({"address": f"{file.id}/{point.id}", "group": group.title, **said})
