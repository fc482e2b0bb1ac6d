"""Steps of a procedure whose order can be asked for: it is laid down, and does not show in their wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.lists.english_point_lists import told_lists
from guizhang.quiz.material.lists.option_lists import RuleList, rule_lists
from guizhang.quiz.material.lists.written_lists import IN_ORDER
from guizhang.quiz.material.made import Declined
from guizhang.quiz.quoting.clauses import Clause

_LENGTH = Message(
    "步骤少于四步、多于十步，或者有的步骤不能单独列出",
    "fewer than four steps, more than ten, or one that cannot be listed",
)
_SHOWS = Message("步骤的先后从字面就看得出来", "the wording of the steps shows their order")
_NO_STEPS = Message("列的是议程、目录，不是步骤", "it lists an agenda or contents, and no steps")
_NO_PROCEDURE = Message("没有标为程序（norm: procedure）", "it is not marked as a procedure (norm: procedure)")
_NO_LEAD = Message("清单的引语不能单独引用", "its introduction cannot be quoted alone")
_FEWEST = 4
_MOST = 10
# A step that says which it is needs no putting in order.
_SAYS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"^(首先|其次|然后|接着|接下来|随后|最后|第[一二三四五六七八]|初次|再次|先|再|仍)"),
    "en": re.compile(r"^(first|second|third|then|next|after that|finally|lastly|last)\b", re.IGNORECASE),
}

_FOLLOWS = re.compile(r"[^，]{2,12}[的后]，")
# What any paper, plan or deal goes through: drawn up, checked, approved, signed, sent out or filed.
_STAGES = tuple(
    map(
        re.compile,
        (
            r"起立|迎接|收集|拟稿|起草|申报|申请|自评|建立|制定|分析需求|告诉|\b(?:draw|draft|appl|submit|enter|request|collect|fill|hand)",
            r"问候|入座|整理|核实|审核|核对|评估|面谈|介绍|分析原因|培训|\b(?:check|verif|review|examin|assess|compar|inspect)",
            r"端水|泡茶|批准|审批|谈判|报价|实施|\b(?:approv|authori[sz]|releas|decid|confirm)",
            r"盖章|签字|签收|签订|填写|评价|\b(?:sign|stamp|seal|pay)",
            r"发出|公布|归档|存档|调整|改进|反馈|\b(?:send|dispatch|publish|file|archiv|post)",
        ),
    )
)
# Any talk: whoever answers the telephone greets, says who they are, and asks.
_TALK = tuple(
    map(
        re.compile,
        (
            r"问候|迎接|问好|\b(?:greet|welcome)",
            r"报[^，]{0,8}(?:名称|姓名|工号|部门)|自我介绍|\b(?:names? the|(?:give|say|state)s? (?:their|your)|introduce)",
            r"询问|问明|了解[^，]*(?:需求|来意)|\bask",
            r"解答|答复|介绍|\b(?:answer|explain)",
            r"道别|致谢|感谢|送[别客走]|\b(?:thank|goodbye|see (?:them|the \w+) (?:out|off))",
        ),
    )
)
# What a meeting deals with in turn is no procedure.
_AGENDA: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("议程|日程|目录|栏目"),
    "en": re.compile(r"\b(?:agenda|programme|table of contents)\b", re.IGNORECASE),
}
_TELLING = 3
"""Stages in their order from which the others follow."""


def ordered_steps(clauses: Sequence[Clause]) -> Iterator[RuleList | Declined]:
    """Yield the procedures of four to ten steps, or why there is nothing to ask about their order."""
    yield from _unmarked(clauses)
    for steps in (*rule_lists(clauses, Norm.PROCEDURE, IN_ORDER), *_told(clauses)):
        if not steps.complete or not _FEWEST <= len(steps.items) <= _MOST:
            yield steps.declined(_LENGTH)
        elif not steps.told and any(_AGENDA[lang].search(steps.lead.either(lang)) for lang in steps.clause.langs):
            yield steps.declined(_NO_STEPS)
        elif _shows_order(steps):
            yield steps.declined(_SHOWS)
        else:
            yield steps


def _told(clauses: Sequence[Clause]) -> Iterator[RuleList]:
    """Yield the steps of English rules that no introduction announces."""
    for found in told_lists(clauses):
        if found.ordered and len(found.points) >= _FEWEST:
            first, *rest = found.clauses
            yield RuleList(first, first.ordinal, found.lead, found.points, complete=True, also=tuple(rest), told=True)


def _unmarked(clauses: Iterable[Clause]) -> Iterator[Declined]:
    """Yield the lists that say they are in order and cannot be asked about, and why."""
    for clause in clauses:
        text, points = clause.place.node.text, clause.listed
        if (
            text is None
            or not clause.introduces
            or not all(IN_ORDER[lang].search(re.sub("[：:]$", "……", text.either(lang))) for lang in clause.langs)
        ):
            continue
        if clause.place.norm is not Norm.PROCEDURE:
            yield Declined(clause.address, _NO_PROCEDURE, clause.shown)
        elif len(points) < 2 or clause.lead() is None:
            yield Declined(clause.address, _LENGTH if len(points) < 2 else _NO_LEAD, clause.shown)


def _shows_order(steps: RuleList) -> bool:
    """Tell whether steps name their place, or each begins with what the one before it ended with."""
    # What follows only where something was found, or after something, stands behind it.
    if sum(_FOLLOWS.match(item.either("zh")) is not None for item in steps.items) > 1:
        return True
    talk = [stage for item in steps.items if (stage := _stage(item.either("zh"), _TALK)) is not None]
    if talk == sorted(talk) and len(set(talk)) >= _TELLING and len(talk) == len(steps.items):
        return True
    stages = [stage for item in steps.items if (stage := _stage(item.either("zh"), _STAGES)) is not None]
    # One of them may stand where it likes: an application for the seal between the check and the approval.
    but_one = (stages[:n] + stages[n + 1 :] for n in range(len(stages)))
    if any(rest == sorted(rest) and len(set(rest)) >= _TELLING for rest in (stages, *but_one)):
        return True
    said = any(_SAYS[lang].match(item.either(lang)) for item in steps.items for lang in steps.clause.langs)
    return said or any(_hooks(a.either("zh"), b.either("zh")) for a, b in pairwise(steps.items))


def opens(step: Text) -> bool:
    """Tell whether a step is the greeting, behind which only asking what somebody wants makes sense."""
    return _TALK[0].search(step.either("zh").lower()) is not None


def _stage(step: str, stages: Sequence[re.Pattern[str]]) -> int | None:
    """Return which of the stages that everybody knows a step is; the first that it names."""
    found = [(match.start(), n) for n, stage in enumerate(stages) if (match := stage.search(step.lower()))]
    return min(found)[1] if found else None


def _hooks(before: str, behind: str) -> bool:
    return any(before.endswith(behind[:n]) for n in range(2, min(len(before), len(behind)) + 1))
