"""Items to practise and blueprints to imitate as the scripts of the practice page read them: lists of two are zh, en."""

from __future__ import annotations

from datetime import date
from typing import Any

from guizhang.model.blueprint import Blueprint
from guizhang.model.drawn_item import LETTERS, DrawnGap, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.practice import PracticeItem
from guizhang.model.scoring_words import told_before
from guizhang.model.text import Text


def item_view(item: PracticeItem) -> dict[str, Any]:
    """Return what is asked, its keys and its reasons."""
    first = item.questions[0]
    out: dict[str, Any] = {"id": item.id, "cites": item.cites, "themes": first.themes}
    if item.applies_to:
        out["roles"] = item.applies_to
    if item.apart:
        out["apart"] = item.apart
    if item.since is not None:
        out["since"] = day_number(item.since)
    out |= {"level": first.level.value, "difficulty": first.difficulty}
    questions = [_question(q, fixed=fixed) for q, fixed in zip(item.questions, item.fixed, strict=True)]
    if first.case is None:
        return out | questions[0]
    points = [float(question.points) for question in item.questions]
    return out | {
        "type": ItemType.CASE.value,
        "stem": both(first.case.text),
        "because": _maybe(first.case.rationale),
        "questions": [question | {"points": worth} for question, worth in zip(questions, points, strict=True)],
    }


def day_number(day: date) -> int:
    """Return the days since 1 January 1970, as the scripts count them."""
    return (day - date(1970, 1, 1)).days


def _question(question: DrawnItem, *, fixed: bool) -> dict[str, Any]:
    out: dict[str, Any] = {"type": question.type.value, "stem": both(question.stem)}
    if question.rationale:
        out["because"] = both(question.rationale)
    if question.options:
        out["options"] = [both(text) for text in question.options]
        out["fixed"] = int(fixed)
    if any(question.whys):
        out["whys"] = [_maybe(why) for why in question.whys]
    match question.type:
        case ItemType.CLOZE:
            out["gaps"] = [_gap(gap, key) for gap, key in zip(question.gaps, question.key, strict=True)]
            out["fixed"] = int(fixed)
        case ItemType.TRUE_FALSE:
            out["key"] = int(question.key[0] == "T")
        case ItemType.NUMERIC:
            out |= {
                "key": float(question.key[0]),
                "tolerance": float(question.tolerance),
                "unit": _maybe(question.unit),
            }
        case ItemType.SHORT_ANSWER:
            out["guide"] = [[*both(text), float(points)] for text, points in question.guide]
        case _:
            out["key"] = [LETTERS.index(letter) for letter in question.key]
    if question.lefts:
        out["lefts"] = [both(text) for text in question.lefts]
    return out


def _gap(gap: DrawnGap, key: str) -> dict[str, Any]:
    out: dict[str, Any] = {"share": float(gap.share)}
    if gap.options:
        return out | {"options": [both(text) for text in gap.options], "key": LETTERS.index(key)}
    answer = _maybe(gap.answer)
    return out | {"accepted": gap.accepted, "answer": answer, "tolerance": float(gap.tolerance)}


def blueprint_view(blueprint: Blueprint) -> dict[str, Any]:
    """Return the shape of an assessment, and the policy that scores it."""
    return {
        "title": both(blueprint.title),
        "minutes": blueprint.limit_minutes,
        "cut": blueprint.cut_score,
        "total": float(blueprint.total_points),
        "roles": blueprint.roles,
        "scoring": blueprint.scoring.model_dump(mode="json"),
        "sections": [
            {
                "title": both(section.title),
                "type": section.type.value,
                "count": section.count,
                "points": float(section.points),
                "minimum": section.minimum,
                "counting": _maybe(told_before(blueprint.scoring, section.type)),
                "quotas": {
                    name: dict(sorted((str(key), count) for key, count in quota.items()))
                    for name, quota in (
                        ("themes", section.themes),
                        ("difficulty", section.difficulty),
                        ("levels", section.levels),
                        ("roles", section.roles),
                        ("regulations", section.regulations),
                    )
                    if quota
                },
            }
            for section in blueprint.sections
        ],
    }


def both(text: Text) -> list[str]:
    """Return a text in both languages; the one it has stands for one it lacks."""
    return [text.either("zh"), text.either("en")]


def _maybe(text: Text | None) -> list[str] | None:
    return both(text) if text else None
