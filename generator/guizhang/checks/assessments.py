"""Blueprints, ratings and statistics fit the bank.

Passes: ``cut_score: angoff`` in a blueprint with ratings of the same id under ``quizzes/angoff/``.
Fails (ANG003): a rating by somebody who is not among the judges. Fails (ANG004): a blueprint whose ratings do not exist, or
do not cover its practical part. Fails (BLP002): a cut score above all points, or a minimum above those of its section.
Warns (BLP003): ``cut_score: 0``, which everybody reaches. Warns (ANG002, STA001): ratings or statistics of an item that is
not in the bank.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from decimal import Decimal

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.angoff import AngoffRatings
from guizhang.model.blueprint import ANGOFF, Blueprint, cut_points
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.tree import Loc


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield ANG002 to ANG004, BLP002, BLP003 and STA001."""
    for ratings in loaded.bank.angoff:
        yield from _ratings(loaded, ratings)
    for blueprint in loaded.bank.blueprints:
        yield from _cuts(loaded, blueprint)
    path = loaded.bank.paths.get(("statistics", ""))
    if path is not None:
        yield from _unknown(loaded, loaded.bank.statistics, path, "STA001")


def _ratings(loaded: Loaded, ratings: AngoffRatings) -> Iterator[Diagnostic]:
    path = loaded.bank.paths[("angoff", ratings.id)]
    yield from _unknown(loaded, ratings.items, path, "ANG002")
    rated: list[tuple[Loc, str]] = [(("practical", judge), judge) for judge in ratings.practical]
    rated += [(("items", item, judge), judge) for item, by in ratings.items.items() for judge in by]
    for loc, judge in rated:
        if judge not in ratings.judges:
            yield Diagnostic(
                "ANG003", Severity.ERROR, loaded.locate(path, loc, at_key=True), field_path(loc),
                Message(f"{judge!r} 不在评委名单里", f"{judge!r} is not among the judges"),
                Message(f"评委：{'、'.join(ratings.judges)}；改正，或补进 judges", f"judges: {', '.join(ratings.judges)}; correct it or add them"),
            )  # fmt: skip


def _cuts(loaded: Loaded, blueprint: Blueprint) -> Iterator[Diagnostic]:
    path = loaded.bank.paths[("blueprint", blueprint.id)]
    if blueprint.cut_score == ANGOFF:
        name = blueprint.angoff or blueprint.id
        ratings = loaded.bank.angoff_by_id.get(name)
        if ratings is None and name not in loaded.broken:
            yield _error(
                loaded, path, "ANG004", ("cut_score",),
                (f"没有 quizzes/angoff/{name}.yaml", f"there is no quizzes/angoff/{name}.yaml"),
                ("写出评委的评分，或写一个百分数或分数", "write the judges' ratings, or write a percentage or a number of points"),
            )  # fmt: skip
        elif ratings is not None and blueprint.practical and not ratings.practical:
            yield _error(
                loaded, path, "ANG004", ("cut_score",),
                (f"{name} 的评分没有实操部分（practical）", f"the ratings {name} leave out the practical part"),
                ("补上各评委对实操部分的评分", "let the judges rate the practical part too"),
            )  # fmt: skip
    else:
        yield from _cut(loaded, path, ("cut_score",), blueprint.cut_score, blueprint.total_points)
    for index, section in enumerate(blueprint.sections):
        if section.minimum is not None:
            loc = ("sections", index, "minimum")
            yield from _cut(loaded, path, loc, section.minimum, section.points * section.count)


def _cut(loaded: Loaded, path: str, loc: Loc, cut: str, total: Decimal) -> Iterator[Diagnostic]:
    points = cut_points(cut, total)
    if not points:
        yield Diagnostic(
            "BLP003", Severity.WARNING, loaded.locate(path, loc), field_path(loc),
            Message("0 分即可，人人都达到", "0 points are enough: everybody has them"),
            Message("写要达到的分数或百分数，例如 80%", "write the points or the percentage to be reached, such as 80%"),
        )  # fmt: skip
    if points > total:
        yield _error(
            loaded, path, "BLP002", loc,
            (f"{cut} 超过满分 {total:f} 分，无人能及格", f"{cut} is more than all {total:f} points: nobody could pass"),
            ("降低它", "lower it"),
        )  # fmt: skip


def _unknown(loaded: Loaded, named: Mapping[str, object], path: str, code: str) -> Iterator[Diagnostic]:
    """Yield a warning for each item that is not in the bank; those that rules are made into are known by their dots."""
    known = {item.id for item in loaded.bank.items}
    for name in named:
        if name in known or "." in name or loaded.broken:
            continue
        near = difflib.get_close_matches(name, known, 1, 0.6)
        yield Diagnostic(
            code, Severity.WARNING, loaded.locate(path, ("items", name), at_key=True), field_path(("items", name)),
            Message(f"题库里没有 {name!r}", f"there is no item {name!r} in the bank"),
            Message(f"是否想写 {near[0]}？", f"did you mean {near[0]}?") if near else Message("改正或删去", "correct or delete it"),
        )  # fmt: skip


def _error(loaded: Loaded, path: str, code: str, loc: Loc, words: tuple[str, str], mend: tuple[str, str]) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, loaded.locate(path, loc), field_path(loc), Message(*words), Message(*mend))
