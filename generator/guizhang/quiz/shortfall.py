"""Why a blueprint cannot be drawn: which quota, how many it asks for, how many there are, how many are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.blueprint import Blueprint, Section
from guizhang.model.item import ItemType
from guizhang.model.text import Lang, Text
from guizhang.quiz.fair import Quota
from guizhang.quiz.fair.counts import placeable
from guizhang.quiz.pool import OBSTACLE_NAMES, Obstacle, Pool, PoolEntry
from guizhang.quiz.selection import DIMENSIONS, problem_of, quotas, values
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.tree import Loc

TYPE_NAMES: dict[ItemType, Message] = {
    ItemType.SINGLE_CHOICE: Message("单项选择题", "single-choice"),
    ItemType.MULTIPLE_CHOICE: Message("多项选择题", "multiple-choice"),
    ItemType.TRUE_FALSE: Message("判断题", "true/false"),
    ItemType.CLOZE: Message("填空题", "cloze"),
    ItemType.NUMERIC: Message("填数题", "numeric"),
    ItemType.MATCHING: Message("配对题", "matching"),
    ItemType.ORDERING: Message("排序题", "ordering"),
    ItemType.SHORT_ANSWER: Message("简答题", "short-answer"),
    ItemType.CASE: Message("案例题", "case"),
}


class Shortfall:
    """Explains, for one blueprint, what its sections lack."""

    def __init__(self, loaded: Loaded, blueprint: Blueprint, pool: Pool, langs: Sequence[Lang]) -> None:
        self.loaded = loaded
        self.blueprint = blueprint
        self.pool = pool
        self.langs = tuple(langs)
        self.path = loaded.bank.paths[("blueprint", blueprint.id)]

    def faults(self) -> list[Diagnostic]:
        """Return every quota that cannot be met; empty where each section could be filled but for enemies."""
        found = [
            fault for index, section in enumerate(self.blueprint.sections) for fault in self._section(index, section)
        ]
        return found or list(self._shared())

    def enemies(self) -> Diagnostic:
        """Return the fault of quotas that could be met if no two items were enemies."""
        return self.fault(
            "DRW014",
            ("sections",),
            Message(
                "各节的配额单独都能满足，但互斥的题（enemies，或考同一数值、同一条款的题）不能同卷，找不到一份完整的试卷",
                "each section could be filled alone, but enemy items (named so, or about the same figure or rule) may not "
                "share a form, and no complete form was found",
            ),
            Message("减少题数或放宽配额，或为这些主题补充考查其他条款的题", "lower a count or a quota, or add items about other rules"),
        )  # fmt: skip

    def _section(self, index: int, section: Section) -> Iterator[Diagnostic]:
        of_type = [entry for entry in self.pool.entries if entry.item.type is section.type]
        usable = [entry for entry in of_type if not entry.refusals(self.blueprint, self.langs)]
        found = False
        for quota in quotas(section):
            there = [e for e in usable if quota.value in values(e)[quota.dimension]]
            if len(there) < quota.least:
                found = True
                out = [e for e in of_type if quota.value in values(e)[quota.dimension]]
                code = {"themes": "DRW010", "difficulty": "DRW011"}.get(quota.dimension, "DRW016")
                where = (index, quota.dimension, quota.value)
                yield self._short(code, where, quota.least, len(there), out, self._which(quota), section)
        if len(usable) < section.count:
            found = True
            yield self._short("DRW012", (index, "count"), section.count, len(usable), of_type, Message("", ""), section)
        if not found:
            yield from self._together(index, section, usable)

    def _together(self, index: int, section: Section, usable: Sequence[PoolEntry]) -> Iterator[Diagnostic]:
        """Yield a fault where each quota could be met alone, but not with the others."""
        possible = placeable(problem_of(self.blueprint, self.pool, usable), index)
        missing = section.count - possible
        if missing:
            yield self.fault(
                "DRW013",
                ("sections", index),
                Message(
                    f"各项配额（主题、难度等）各自都够，但不能同时满足：要 {section.count} 题，最多能排 {possible} 题，缺 {missing} 题",
                    f"the quotas (by theme, difficulty and so on) can each be met, but not together: {section.count} items "
                    f"asked for, at most {possible} can be placed, {missing} missing",
                ),
                Message(
                    f"把其中 {missing} 题的配额去掉（不占配额的题没有限制），或补充缺少的组合的题",
                    f"drop quotas for {missing} of them (items outside the quotas may be of any kind), or add items of the "
                    "missing combinations",
                ),
            )  # fmt: skip

    def _shared(self) -> Iterator[Diagnostic]:
        """Yield a fault where sections of one type together ask for more items than there are."""
        usable = self.pool.drawable(self.blueprint, self.langs)
        for item_type in dict.fromkeys(section.type for section in self.blueprint.sections):
            asked = sum(s.count for s in self.blueprint.sections if s.type is item_type)
            there = [e for e in usable if e.item.type is item_type]
            if len(there) < asked:
                last = max(i for i, s in enumerate(self.blueprint.sections) if s.type is item_type)
                out = [e for e in self.pool.entries if e.item.type is item_type]
                section = self.blueprint.sections[last]
                yield self._short("DRW012", (last, "count"), asked, len(there), out, Message("", ""), section)

    def _short(
        self, code: str, where: tuple[int | str, ...], asked: int, there: int, of_kind: Sequence[PoolEntry],
        which: Message, section: Section,
    ) -> Diagnostic:  # fmt: skip
        missing = asked - there
        kept_out = self._kept_out(of_kind)
        kind = TYPE_NAMES[section.type]
        return self.fault(
            code,
            ("sections", *where),
            Message(
                f"要 {asked} 道{which.zh}{kind.zh}，可用的只有 {there} 道，缺 {missing} 道{kept_out.zh}",
                f"asks for {asked} {kind.en} items{' ' + which.en if which.en else ''}, but only {there} can be drawn: "
                f"{missing} missing{kept_out.en}",
            ),
            Message(
                f"补充 {missing} 道题或确认过时的题，或把这里改为不超过 {there}",
                f"add {missing} items or accept stale ones, or ask for no more than {there} here",
            ),
        )

    def _which(self, quota: Quota) -> Message:
        """Return the words for the items a quota asks for."""
        book, value = self.loaded.handbook, quota.value
        if quota.dimension == "themes":
            theme = book.theme_name(value)
            return Message(f"主题“{theme.either('zh')}”的", f"with the theme “{theme.either('en')}” first")
        if quota.dimension == "difficulty":
            return Message(f"难度 {value} 的", f"of difficulty {value}")
        if quota.dimension == "levels":
            return Message(f"层次为 {value} 的", f"of the level {value}")
        if quota.dimension == "roles":
            role = book.role_name(value)
            return Message(f"点名岗位“{role.either('zh')}”的", f"naming the role “{role.either('en')}”")
        title = next((r.title for r in book.regulations if r.id == value), Text(zh=value, en=value))
        return Message(f"引用《{title.either('zh')}》的", f"citing “{title.either('en')}”")

    def _kept_out(self, entries: Sequence[PoolEntry]) -> Message:
        """Return what keeps other items of the kind from being drawn, by reason."""
        reasons: Counter[Obstacle] = Counter()
        for entry in entries:
            reasons.update(entry.refusals(self.blueprint, self.langs)[:1])
        if not reasons:
            return Message("", "")
        listed = sorted(reasons.items())
        zh = "，".join(f"{n} 道{OBSTACLE_NAMES[o].zh}" for o, n in listed)
        en = ", ".join(f"{n}: {OBSTACLE_NAMES[o].en}" for o, n in listed)
        return Message(f"（另有不能抽的：{zh}）", f" (kept out: {en})")

    def fault(self, code: str, loc: Loc, problem: Message, mend: Message) -> Diagnostic:
        """Return an error at *loc* of the blueprint's file."""
        at_key = len(loc) > 2 and loc[-2] in DIMENSIONS
        source = self.loaded.locate(self.path, loc, at_key=at_key)
        return Diagnostic(code, Severity.ERROR, source, field_path(loc), problem, mend)
