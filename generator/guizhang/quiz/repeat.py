"""Drawing a recorded exam again: the same, or what differs and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from guizhang import __version__
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.blueprint import Blueprint
from guizhang.model.citation import current_hash
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import ExamRecord
from guizhang.model.item import Item
from guizhang.quiz.assembly import Assembly
from guizhang.quiz.draw import draw_exam, draw_walk_in, wanted_langs
from guizhang.quiz.pool import Pool, build_pool
from guizhang.quiz.printed import Printer
from guizhang.yamlio.content import Loaded

_DRAWN = {
    "title": Message("标题", "title"),
    "company": Message("公司", "company"),
    "edition": Message("手册版次", "edition of the handbook"),
    "limit_minutes": Message("考试时间", "time allowed"),
    "cut_score": Message("及格线", "cut score"),
    "instructions": Message("答题须知", "instructions"),
    "practical_points": Message("实操分数", "points of the practical part"),
    "rubric": Message("评分标准", "rubric"),
    "theme_names": Message("主题名称", "names of themes"),
    "cited": Message("所引条款", "rules cited"),
    "editions": Message("规章的版本", "editions of regulations"),
}
"""What a record holds beside the forms and depends on nothing but handbook and blueprint."""
_MEND = Message(
    "试卷仍按记录评分；要按现在的规章考，就重新抽一次",
    "the papers are still marked by the record; for an exam on the rules of today, draw again",
)
_MEND_ITEM = Message(
    "试卷仍按记录评分；如果是题目或答案有错，用 guizhang results regrade 更正成绩；要按现在的题考，就重新抽一次",
    "the papers are still marked by the record; where the question or its key was wrong, correct the results with "
    "guizhang results regrade; for an exam with the question of today, draw again",
)
_LISTED = 8


def differences(record: ExamRecord, loaded: Loaded, source: Source, pool: Pool | None = None) -> list[Diagnostic]:
    """Return everything that comes out otherwise when *record* is drawn again from *loaded*; empty: nothing.

    Causes stand first: changed rules, items, blueprint, bank. That other items are drawn is reported only where none of
    these explains it.

    Args:
        record: The exam.
        loaded: Handbook and bank of today.
        source: How messages name the record.
        pool: All items of today, where they have been made already.
    """
    if record.specification is None:
        return [
            _fault(
                source,
                "VER019",
                ("记录里没有蓝图，不能重抽", "the record holds no blueprint, so it cannot be drawn again"),
            )
        ]
    return list(_Repeat(record, record.specification, loaded, source, pool).differences())


class _Repeat:
    def __init__(
        self, record: ExamRecord, blueprint: Blueprint, loaded: Loaded, source: Source, pool: Pool | None
    ) -> None:
        self.record, self.blueprint, self.source = record, blueprint, source
        self.today = loaded
        others = tuple(b for b in loaded.bank.blueprints if b.id != blueprint.id)
        self.loaded = replace(loaded, bank=replace(loaded.bank, blueprints=(*others, blueprint)))
        self.pool = pool or build_pool(loaded, generated=blueprint.generated)
        paths = {("blueprint", blueprint.id): source.path, **loaded.bank.paths}
        self.loaded = replace(self.loaded, bank=replace(self.loaded.bank, paths=paths))

    def differences(self) -> Iterator[Diagnostic]:
        causes = [*self._provisions(), *self._items(), *self._blueprint(), *self._store()]
        yield from causes
        if self.record.tool_version != __version__:
            yield _fault(
                self.source, "VER012",
                (
                    f"记录由 {self.record.tool_version} 版写成，现在是 {__version__} 版",
                    f"the record was written by version {self.record.tool_version}, this is {__version__}",
                ),
                Severity.NOTE,
            )  # fmt: skip
        yield from self._again(explained=bool(causes))

    @cached_property
    def printed(self) -> Mapping[str, tuple[DrawnItem, ...]]:
        """Item of the bank -> its questions as they stand in the record, options in their own order."""
        found: dict[str, dict[str, DrawnItem]] = {}
        for form in self.record.forms:
            for item in form.items:
                found.setdefault(item.bank_id, {}).setdefault(item.item_id, item)
        return {
            bank_id: tuple(questions[name].unshuffled for name in sorted(questions, key=_question_number))
            for bank_id, questions in found.items()
        }

    @cached_property
    def assembly(self) -> Assembly:
        langs = wanted_langs(self.record.language, self.record.as_drawn.candidates)
        return Assembly(self.loaded, self.blueprint, langs, frozenset(self.record.avoided), self.pool, self.record.held)

    def _item(self, bank_id: str) -> Item | None:
        entry = self.pool.by_id.get(bank_id)
        return entry.item if entry else None

    def _provisions(self) -> Iterator[Diagnostic]:
        handbook = self.loaded.handbook
        changed: dict[str, tuple[str, str]] = {}
        for bank_id, questions in self.printed.items():
            item = self._item(bank_id)
            for address, then in questions[0].cites.items():
                now = current_hash(item, address, handbook) if item else None
                if item and now != then:
                    changed[address] = (then, now or "—")
        for address, (then, now) in sorted(changed.items()):
            yield _fault(
                self.source, "VER010",
                (f"{address} 抽题以后改过（{then} → {now}）", f"{address} has changed since the draw ({then} -> {now})"),
            )  # fmt: skip

    def _items(self) -> Iterator[Diagnostic]:
        printer = Printer(self.loaded.handbook)
        points = {s.type: s.points for s in self.blueprint.sections}
        for bank_id, then in sorted(self.printed.items()):
            item = self._item(bank_id)
            if item is None:
                yield _fault(
                    self.source, "VER011", (f"题目 {bank_id} 已不存在", f"the item {bank_id} is gone"), mend=_MEND_ITEM
                )
                continue
            worth = sum(q.points for q in then) if item.questions else then[0].points
            now = printer.draw(item, worth or points[item.type], "", "")
            if tuple(question.unshuffled for question in now) != then:
                yield _fault(
                    self.source, "VER011", (f"题目 {bank_id} 抽题以后改过", f"the item {bank_id} has changed since the draw"),
                    mend=_MEND_ITEM,
                )  # fmt: skip

    def _blueprint(self) -> Iterator[Diagnostic]:
        now = next((b for b in self.today.bank.blueprints if b.id == self.blueprint.id), None)
        if now is None:
            yield _fault(
                self.source, "VER013",
                (f"蓝图 {self.blueprint.id} 已不存在", f"the blueprint {self.blueprint.id} is gone"),
            )  # fmt: skip
        elif now != self.blueprint:
            fields = ", ".join(_unlike(now, self.blueprint, Blueprint.model_fields))
            yield _fault(
                self.source, "VER013",
                (f"蓝图抽题以后改过：{fields}", f"the blueprint has changed since the draw: {fields}"),
            )  # fmt: skip

    def _store(self) -> Iterator[Diagnostic]:
        then = self.record.drawn_from
        try:
            now = self.assembly.drawn_from
        except Faulty:
            return  # what keeps it from being drawn is said where it is drawn again
        if then is not None and now != then:
            yield _fault(
                self.source, "VER014",
                (
                    f"可抽的题变了（{then.items} → {now.items} 道；题目、难度、主题、统计或互斥关系）",
                    f"what can be drawn has changed ({then.items} -> {now.items} items; their difficulty, themes, statistics or enemies)",
                ),
            )  # fmt: skip

    def _again(self, *, explained: bool) -> Iterator[Diagnostic]:
        record, base = self.record, self.record.as_drawn
        try:
            again = draw_exam(
                self.loaded,
                self.blueprint.id,
                forms=len(base.forms),
                seed=record.seed,
                candidates=base.candidates,
                language=record.language,
                paper_size=record.paper_size,
                individual=record.individual,
                avoid=record.avoided,
                held=record.held,
                pool=self.pool,
            )
            walk_ins = {
                person.id: draw_walk_in(self.loaded, again, person, self.pool)
                for person in record.candidates
                if record.individual and person.id in record.walk_ins and person.form == person.id
            }
        except Faulty as why:
            yield _fault(self.source, "VER015", ("现在抽不出这场考试", "the exam cannot be drawn any more"))
            yield from why.diagnostics
            return
        drawn = {form.id: form for form in (*again.forms, *walk_ins.values())}
        others = [form.id for form in record.forms if drawn.get(form.id) != form]
        # Which themes and places a record names follows from its items.
        follows = ("theme_names", "cited") if others or base is not record else ()
        fields = [name for name in _unlike(again, base, _DRAWN) if name not in follows]
        if others and not explained:
            yield _fault(
                self.source, "VER016",
                (
                    f"重抽的 {_some(others)} 与记录不同，原因不在规章、题目或蓝图：记录被改动过",
                    f"drawn again, {_forms(others)} differently, and neither rules, items nor blueprint explain it: the record was edited",
                ),
            )  # fmt: skip
        elif others:
            yield _fault(
                self.source, "VER015",
                (f"重抽的 {_some(others)} 与记录不同", f"drawn again, {_forms(others)} differently"),
            )  # fmt: skip
        if fields:
            zh, en = "、".join(_DRAWN[name].zh for name in fields), ", ".join(_DRAWN[name].en for name in fields)
            yield _fault(
                self.source,
                "VER017",
                (f"记录与现在的手册不同：{zh}", f"the record differs from the handbook of today: {en}"),
            )


def _question_number(name: str) -> int:
    return int(name.partition("/")[2] or 0)


def _unlike(one: object, other: object, names: Iterable[str]) -> list[str]:
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _some(names: list[str]) -> str:
    rest = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" … (+{rest})" if rest > 0 else "")


def _forms(names: list[str]) -> str:
    return f"form {names[0]} comes out" if len(names) == 1 else f"forms {_some(names)} come out"


def _fault(
    source: Source, code: str, words: tuple[str, str], severity: Severity = Severity.WARNING, mend: Message = _MEND
) -> Diagnostic:
    return Diagnostic(code, severity, source, "", Message(*words), mend)
