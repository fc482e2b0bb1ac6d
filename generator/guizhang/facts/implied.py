"""What a clause without a cue word asks for by its form: rules often just say what is done (热情接待客户)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.facts import modality as m
from guizhang.facts.bearers import agent, leading, of_case, run_in
from guizhang.facts.blameless import house_pays
from guizhang.facts.cases import is_condition
from guizhang.facts.judgement import Judgement
from guizhang.facts.names import whole_name
from guizhang.model.regulation import Norm

_PURPOSE = re.compile("为(?:了|完善|规范|加强|提高|保证|保障|确保|进一步|维护|使|更好|适应|促进|明确)")
_HEADING = 10
"""Most characters of a heading that ends with a colon: 回访内容："""
_COMPANY = re.compile("公司$|客户$|顾客$|业主$|门店$|店铺$|中心$")
_PLACE = re.compile("停车场$|馆$|平台$|网站$|庭$")
_PRACTICES = ("实行", "采用", "采取", "设", "有")
"""What a company does as a fact: 公司实行标准工时制 asks nothing of anybody."""
# 员工每年有15天假: what somebody has is a fact.
_HAS = re.compile("(?:每[年月周季天日]|均|都|各|共)?有(?=[\\d一二两三四五六七八九十])")
_PRACTISED = ("实行", "采用", "采取")
"""What is a fact of people as well."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a sentence between commas, with what stands around it."""

    text: str
    before: tuple[str, ...]
    """The parts before it."""
    last: bool
    tariff: bool
    """Whether the sentence is one of prices."""


def implied(view: str, shown: str) -> Judgement:
    """Return what a clause without a cue does.

    Args:
        view: The clause, folded, quotations hidden.
        shown: The same, what only looks like a modal hidden.
    """
    who = leading(view) or run_in(view) or named_last(view) or of_case(view)
    doer = agent(view)
    if view.endswith(":") and len(view) <= _HEADING and not doer and not leading(view):
        return Judgement(Norm.STATEMENT, False, soft=True)
    if m.FORMULA.search(view):
        return Judgement(Norm.DEFINITION, False, soft=True)
    if m.RELAY.search(view):
        return Judgement(Norm.PROCEDURE, False, None, soft=True)
    if m.ENACTS.search(view):
        return Judgement(Norm.STATEMENT, False, soft=True)
    tariff = m.TARIFF.search(view) is not None
    stated = bool(_PURPOSE.match(view) or m.STATED.search(view))
    parts = view.split(",")
    for index, (part, bare) in enumerate(zip(parts, shown.split(","), strict=True)):
        if agent(part) or (m.OF_DUTY.search(part) and not view.startswith("为")):
            return Judgement(Norm.DUTY, False, doer or who, soft=True)
        if (m.PLAIN_NOT.search(bare) or m.NOT_THERE.search(part)) and not is_condition(part) and not tariff:
            return Judgement(Norm.PROHIBITION, False, leading(part.strip()) or who, soft=True)
        last = index == len(parts) - 1
        subject = _doer(part, last=last)
        fact = m.STATEMENT.search(bare) is not None
        stated = stated or fact
        if stated and not (subject and not fact):
            continue
        if index and is_condition(parts[index - 1]) and house_pays(part):
            return Judgement(Norm.DUTY, False, subject or who, soft=True)
        if subject and _acts(subject, part.strip()):
            return Judgement(Norm.DUTY, False, subject, soft=True)
        told = _Part(part, tuple(parts[:index]), last, tariff)
        if (
            _asks(told, subject)
            or m.CAPPED.search(part)
            or (not stated and m.KEPT.search(part) and not tariff and not is_condition(part))
        ):
            return Judgement(Norm.DUTY, False, who, soft=True)
    if stated:
        return Judgement(Norm.STATEMENT, False, soft=True)
    if m.PAID_BY_THEN.search(view) or (m.BOUND.search(view) and not tariff):
        return Judgement(Norm.DUTY, False, who, soft=True)
    return Judgement(Norm.STATEMENT, False, open=not tariff, soft=True)


def _doer(part: str, *, last: bool) -> str | None:
    """Return who a part tells to do something by naming him, or None."""
    # 员工主动离职的，通知期为一个月: what the case tells of somebody asks nothing of him.
    subject = leading(part.strip()) if last or not part.endswith(("的", "者")) else None
    # 仲裁庭在三个月内裁决, 图书馆周一闭馆: what a place or a court does as a rule is told, not asked.
    return None if subject and _PLACE.search(subject) else subject


def named_last(view: str) -> str | None:
    """Return the name a row of a table in words ends with: 三十万元以上，总经理."""
    head, comma, last = view.rpartition(",")
    return last if comma and head and whole_name(last) else None


def _acts(subject: str, part: str) -> bool:
    """Tell whether a person is told what to do: one with a verb and no copula is, whatever the verb."""
    at = len(subject)
    return not (
        _COMPANY.search(subject) or m.GETS.match(part, at) or _HAS.match(part, at) or part.startswith(_PRACTISED, at)
    )


def _asks(part: _Part, subject: str | None) -> bool:
    """Tell whether a part says what to do, how often, or what to do with a thing."""
    rest = part.text.strip().removeprefix(subject or "")
    if (subject and rest.startswith(_PRACTICES)) or (not part.last and part.text.endswith(("的", "者"))):
        return False
    if m.IMPERATIVE.match(rest) or m.URGED.search(rest) or m.RHYTHM.search(part.text):
        return True
    if m.HANDLED.match(rest) and not part.tariff and not is_condition(part.text):
        return True
    # 开课前申请退费的，全额退还: behind its case, and behind no price.
    case = next((one for one in reversed(part.before) if not one.startswith(("不论", "无论", "不管"))), "")
    return bool(
        m.PAID_BACK.match(rest) and case and is_condition(case) and not m.TARIFF.search(",".join(part.before[:-1]))
    )
