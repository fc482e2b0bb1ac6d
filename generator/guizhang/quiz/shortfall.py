"""Why a blueprint cannot be drawn: which quota, how many it asks for, how many there are, and the nearest that works."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.angoff import AngoffRatings
from guizhang.model.blueprint import Blueprint, Section
from guizhang.model.text import Lang
from guizhang.quiz.fair import Infeasible, Problem, assemble
from guizhang.quiz.fair.counts import most_forms
from guizhang.quiz.fair.relax import Relaxation, nearest
from guizhang.quiz.pool import OBSTACLE_NAMES, Obstacle, Pool, PoolEntry
from guizhang.quiz.selection import DIMENSIONS, values
from guizhang.quiz.wanted import TYPE_NAMES, asked_of, kept_from, to_have_more
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.tree import Loc

_LISTED = 12
_WIDER = (1, 2, 4)
"""How many more items in common are tried when none of a smaller number will do."""


class Shortfall:
    """Explains, for one blueprint, why it cannot be drawn and what the nearest is that can."""

    def __init__(
        self, loaded: Loaded, blueprint: Blueprint, langs: Sequence[Lang], pool: Callable[[], Pool]
    ) -> None:  # fmt: skip
        self.loaded = loaded
        self.blueprint = blueprint
        self.langs = tuple(langs)
        self._make = pool
        self.path = loaded.bank.paths[("blueprint", blueprint.id)]

    @cached_property
    def pool(self) -> Pool:
        """Every item there could be; made only when there is something to explain."""
        return self._make()

    def explain(self, problem: Problem, why: str, names: Sequence[str]) -> list[Diagnostic]:
        """Return what stands in the way of a form for each of *names*.

        Args:
            problem: What could not be solved.
            why: ``quotas``, ``enemies``, ``exposure`` or ``overlap``.
            names: The forms.
        """
        if why == "exposure":
            return [self._exposure(problem, len(names))]
        if why == "overlap":
            return [self._overlap(problem, names)]
        relaxed = nearest(problem)
        if not relaxed:
            return [self._unfinished()]
        apart = nearest(replace(problem, enemies=tuple(frozenset[int]() for _ in problem.choices)))
        without = {(one.slot, one.quota, one.item) for one in apart}
        return [self._relaxed(one, problem, enemies=(one.slot, one.quota, one.item) not in without) for one in relaxed]

    def bad_includes(self) -> list[Diagnostic]:
        """Return a fault for each required item that cannot be drawn."""
        return [
            fault for index, item_id in enumerate(self.blueprint.include) for fault in self._bad_include(index, item_id)
        ]

    def no_ratings(self, there: AngoffRatings | None) -> Diagnostic:
        """Return the fault of a cut score that rests on ratings that do not exist."""
        name = self.blueprint.angoff or self.blueprint.id
        what = (
            Message("没有实操部分的评分", "the practical part is not rated")
            if there
            else Message(f"没有 quizzes/angoff/{name}.yaml", f"there is no quizzes/angoff/{name}.yaml")
        )
        return self.fault(
            "ANG004",
            ("cut_score",),
            Message(f"及格线按 Angoff 评分，但{what.zh}", f"the cut score rests on Angoff ratings, but {what.en}"),
            Message("补上评分，或写一个百分数或分数", "write the ratings, or write a percentage or a number of points"),
        )

    def unrated(self, ratings: AngoffRatings, items: Sequence[str]) -> Diagnostic:
        """Return the fault of items that could be drawn and that nobody has rated."""
        listed = ", ".join(items[:_LISTED]) + (" …" if len(items) > _LISTED else "")
        path = self.loaded.bank.paths[("angoff", ratings.id)]
        return Diagnostic(
            "ANG005",
            Severity.ERROR,
            self.loaded.locate(path, ("items",), at_key=True),
            "items",
            Message(
                f"可抽的题里有 {len(items)} 道没有评分：{listed}",
                f"{len(items)} items that could be drawn are not rated: {listed}",
            ),
            Message(
                "请评委补评，或在蓝图里排除，或写 unrated: leave_out（不抽没有评分的题）",
                "have them rated, exclude them in the blueprint, or write unrated: leave_out (items without ratings are not drawn)",
            ),
        )

    def _bad_include(self, index: int, item_id: str) -> Iterator[Diagnostic]:
        entry = self.pool.by_id.get(item_id)
        mend = Message("改正或删去这一项", "correct or delete this entry")
        if entry is None:
            problem = Message(f"没有名为 {item_id!r} 的题", f"there is no item {item_id!r}")
            near = difflib.get_close_matches(item_id, self.pool.by_id, 1, 0.8)
            mend = Message(f"是否想写 {near[0]}？", f"did you mean {near[0]}?") if near else mend
        elif refusals := entry.refusals(self.blueprint, self.langs):
            why = OBSTACLE_NAMES[refusals[0]]
            problem = Message(
                f"必考题 {item_id!r} 不能抽取：{why.zh}", f"the item {item_id!r} cannot be drawn: {why.en}"
            )
            if {*refusals} <= {Obstacle.STALE, Obstacle.UNCONFIRMED}:
                accept = f"guizhang items accept {item_id}"
                mend = Message(
                    f"与所引条款核对后运行 {accept}", f"compare it with the rules it cites, then run {accept}"
                )
        elif entry.item.type not in {section.type for section in self.blueprint.sections}:
            problem = Message(
                f"没有一节收{TYPE_NAMES[entry.item.type].zh}",
                f"no section takes {TYPE_NAMES[entry.item.type].en} items",
            )
        else:
            return
        yield self.fault("DRW015", ("include", index), problem, mend)

    def _relaxed(self, relaxation: Relaxation, problem: Problem, *, enemies: bool) -> Diagnostic:
        """Return the fault of one thing a form cannot have in full; *enemies*: only because some items exclude others."""
        if relaxation.item is not None:
            index = self.blueprint.include.index(relaxation.item)
            return self.fault(
                "DRW015",
                ("include", index),
                Message(
                    f"必考题 {relaxation.item!r} 与其他必考题或配额放不到一起",
                    f"there is no place for the item {relaxation.item!r} beside the other required items and the quotas",
                ),
                Message(
                    "删去这一项，或删去与它互斥的必考题，或减少配额",
                    "delete this entry or the required item it excludes, or lower a quota",
                ),
            )
        assert relaxation.slot is not None
        section, quota = self.blueprint.sections[relaxation.slot], relaxation.quota
        of_type = [entry for entry in self.pool.entries if entry.item.type is section.type]
        of_kind = [e for e in of_type if quota is None or quota.value in values(e)[quota.dimension]]
        kind = problem.slots[relaxation.slot].kind
        alone = sum(
            c.kind == kind and (quota is None or problem.meets(n, quota)) for n, c in enumerate(problem.choices)
        )
        which = asked_of(quota, self.loaded.handbook) if quota else Message("", "")
        where = (relaxation.slot, quota.dimension, quota.value) if quota else (relaxation.slot, "count")
        if quota is None:
            # Sections of one type take their items from one store.
            alone -= sum(s.count for i, s in enumerate(problem.slots) if s.kind == kind and i != relaxation.slot)
        if alone < relaxation.asked:
            code = {"themes": "DRW010", "difficulty": "DRW011"}.get(quota.dimension, "DRW016") if quota else "DRW012"
            return self._short(code, where, relaxation, max(alone, 0), of_kind, which, section)
        return self._together("DRW014" if enemies else "DRW013", where, relaxation, alone, which, section)

    def _short(
        self, code: str, where: Loc, relaxation: Relaxation, there: int, of_kind: Sequence[PoolEntry],
        which: Message, section: Section,
    ) -> Diagnostic:  # fmt: skip
        together = code == "DRW012" and relaxation.possible < there
        missing = relaxation.asked - (relaxation.possible if together else there)
        kept_out = kept_from(of_kind, self.blueprint, self.langs)
        kind = TYPE_NAMES[section.type]
        return self.fault(
            code,
            ("sections", *where),
            Message(
                f"要 {relaxation.asked} 道{which.zh}{kind.zh}，可用的只有 {there} 道"
                f"{f'，其中能同卷的 {relaxation.possible} 道' if together else ''}，缺 {missing} 道{kept_out.zh}",
                f"asks for {relaxation.asked} {kind.en} items{' ' + which.en if which.en else ''}, but only {there} can be "
                f"drawn{f', {relaxation.possible} of them on one form' if together else ''}: {missing} missing{kept_out.en}",
            ),
            self._mend(relaxation, to_have_more(of_kind, self.blueprint, self.langs, missing)),
        )

    def _together(
        self, code: str, where: Loc, relaxation: Relaxation, there: int, which: Message, section: Section
    ) -> Diagnostic:
        missing = relaxation.asked - relaxation.possible
        kind = TYPE_NAMES[section.type]
        zh, en = (
            ("互斥的题（enemies，或考同一数值、同一条款的题）不能同卷", "enemy items (named so, or about the same figure or rule) may not share a form")
            if code == "DRW014"
            else ("各项配额不能同时满足", "the quotas cannot be met together")
        )  # fmt: skip
        return self.fault(
            code,
            ("sections", *where),
            Message(
                f"要 {relaxation.asked} 道{which.zh}{kind.zh}，可用的有 {there} 道，但{zh}：缺 {missing} 道",
                f"asks for {relaxation.asked} {kind.en} items{' ' + which.en if which.en else ''}, and {there} can be drawn, "
                f"but {en}: {missing} missing",
            ),
            self._mend(
                relaxation,
                Message("为缺少的组合、其他条款补充题目", "add items of the missing combinations, about other rules"),
            ),
        )

    def _mend(self, relaxation: Relaxation, more: Message) -> Message:
        return Message(
            f"{more.zh}；或把这里改为 {relaxation.possible}：连同一起报告的各处，这是改动最少而能抽成的蓝图",
            f"{more.en}; or ask for {relaxation.possible} here: together with whatever else is reported, that is the nearest "
            "blueprint that works",
        )

    def _exposure(self, problem: Problem, forms: int) -> Diagnostic:
        needed = next((n for n in range(1, forms + 1) if most_forms(problem, n) >= forms), forms)
        # With enemies it may take one form more than counting tells; dealing needs some room too.
        nearest_share = min(100, -(-100 * max(needed, problem.most_uses(forms) + 1) // forms))
        return self.fault(
            "DRW017",
            ("exposure",),
            Message(
                f"{forms} 份卷里每题最多出现 {problem.most_uses(forms)} 次，题目不够：至少要 {needed} 次",
                f"on {forms} forms an item may stand {problem.most_uses(forms)} times at most, and there are too few items: it "
                f"takes {needed} at least",
            ),
            Message(
                f"改为 {nearest_share}% 或更多，少抽几份，或补充题目",
                f"allow {nearest_share}% or more, draw fewer forms, or add items",
            ),
        )

    def _overlap(self, problem: Problem, names: Sequence[str]) -> Diagnostic:
        most, length = problem.most_common or 0, sum(slot.count for slot in problem.slots)
        works = next(
            (n for n in _WIDER if most + n <= length and self._works(problem, names, (most + n) / length)), None
        )
        zh, en = ("", "") if works is None else (
            f"改为 {-(-100 * (most + works) // length)}%，", f"allow {-(-100 * (most + works) // length)}%, ",
        )  # fmt: skip
        return self.fault(
            "DRW018",
            ("overlap",),
            Message(
                f"{len(names)} 份卷两两之间最多有 {most} 题相同，没有找到这样的一套",
                f"{len(names)} forms of which no two have more than {most} items in common were not found",
            ),
            Message(f"{zh}少抽几份，或补充题目", f"{en}draw fewer forms, or add items"),
        )

    def _works(self, problem: Problem, names: Sequence[str], overlap: float) -> bool:
        try:
            assemble(replace(problem, overlap=overlap), names, "")
        except Infeasible:
            return False
        return True

    def _unfinished(self) -> Diagnostic:
        return self.fault(
            "DRW019",
            ("sections",),
            Message(
                "这样的试卷是有的，但在限定的步数内没有找到",
                "there are such forms, but none was found within the limit of steps",
            ),
            Message("换一个 seed，或放宽一项配额", "try another seed, or lower a quota"),
        )

    def fault(self, code: str, loc: Loc, problem: Message, mend: Message) -> Diagnostic:
        """Return an error at *loc* of the blueprint's file."""
        at_key = len(loc) > 2 and loc[-2] in DIMENSIONS
        source = self.loaded.locate(self.path, loc, at_key=at_key)
        return Diagnostic(code, Severity.ERROR, source, field_path(loc), problem, mend)
