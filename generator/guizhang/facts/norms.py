"""What each clause does: one norm per sentence, with who it addresses, how strongly, and the word that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from guizhang.facts import modality as m
from guizhang.facts.bearers import agent, approver, find_bearer, leading, run_in, whole_name
from guizhang.facts.clauses import HIDDEN, Clause
from guizhang.facts.english_norms import judge_english
from guizhang.facts.judgement import Judgement
from guizhang.model.regulation import Norm

# A part of the sentence that says when, not what.
_WHEN_START = re.compile(
    "^(?:如果?|若|遇|当(?!面|班|值)|因|对于?|凡|除|按照?|根据|经(?!理|常|营|办)|在.*(?:时|前|后|中|期间|情况下)$)"
)
_WHEN_END = re.compile("(?:的|者|(?<![小准按及随临同平工有])时|后|前|情况下|期间|过程中)$")
# 因公外出须填写…: a modal behind these is the rule itself; behind 如 or 遇 it is part of the case.
_SOFT_START = re.compile("^(?:因|对|凡|按|根据|经|在)")
_WITHOUT = re.compile("^(?:未经|非经|没有经过|未[得获]|除)")
# 试用期内解除合同，甲方应当…: a parting in front of the rule is its case.
_PARTING = re.compile("^(?:[^,]{1,8}[内前后时]|双方[^,]{0,4}|协商一致)?(?:解除|终止)(?:劳动|本)?(?:合同|协议|关系)$")
_NAMES_A_THING = re.compile("的(?:问题|事|情况|投诉|员工|人员|[,]|$)")
_MAIN_MODALS = frozenset(("应", "应当", "必须", "须", "不得", "严禁", "禁止"))
_PURPOSE = re.compile("为(?:了|完善|规范|加强|提高|保证|保障|确保|进一步|维护|使|更好|适应|促进|明确)")
_HEADING = 10
"""Most characters of a heading that ends with a colon: 回访内容："""
_COMPANY = re.compile("公司$|客户$|顾客$|业主$|门店$|店铺$|中心$")
_PRACTICES = ("实行", "采用", "采取", "设", "有")
"""What a company does as a fact: 公司实行标准工时制 asks nothing of anybody."""
_ONLY = re.compile("只有(?P<who>.+?)(?:才可以?|才能|方可)")
_OWNER = re.compile("(?:归|属于?)(?P<who>[^,]{1,12}?)(?:所有|$)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_LATIN_PER_HAN = 3
"""A clause with more than three Latin letters to a Chinese character is English."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A modal of the main clause."""

    part: int
    """Index of the part between commas."""
    start: int
    end: int
    word: str
    norm: Norm
    strength: str
    soft: bool = False


def judge(clause: Clause) -> Judgement:
    """Return what *clause* does, looked at alone; a bearer is named as printed."""
    own = _judged(clause)
    own = (own if own.bearer else replace(own, bearer=run_in(clause.view))).settled()
    start = clause.view.find(own.bearer) if own.bearer else -1
    if start < 0 or len(clause.view) != len(clause.text):
        return own
    return replace(own, bearer=clause.text[start : start + len(own.bearer or "")])


def _judged(clause: Clause) -> Judgement:
    view = clause.view.strip(" 。.;!?…-•·◆●")
    if clause.turn or not re.search(r"[^\W\d_]", view.replace(HIDDEN, "")):
        return Judgement(Norm.STATEMENT, explicit=False)
    if len(_HAN.findall(view)) * _LATIN_PER_HAN < len(_LATIN.findall(view)):
        return judge_english(view)
    shown = m.hide_words(view)
    cues = _cues(shown.split(","))
    first = cues[0] if cues else None
    parts = view.split(",")
    if first and (who := _organ(first, parts)):
        return Judgement(Norm.POWER, True, who, None, first.word)
    special = _special(view, shown, first)
    if special:
        norm, word = special
        also = tuple(dict.fromkeys(cue.norm for cue in cues if cue.norm is not norm))
        return Judgement(
            norm, True, _party(norm, view, first), None, word, also, soft=norm is Norm.POWER and first is None
        )
    if first is None:
        return _implicit(view, shown)
    # The bearer is read from what is printed: 需求 may be hidden in `shown` and still belong to a name.
    who = find_bearer(parts, first.part, first.start, first.word, parts[first.part][first.end :])
    if first.word.startswith("由"):
        who = agent(first.word)
    elif only := _ONLY.match(first.word):
        who = only["who"] if whole_name(only["who"]) else None
    others = [cue.norm for cue in cues if cue.norm is not first.norm]
    if m.PENALTY.search(shown):
        others.append(Norm.PENALTY)
    return Judgement(
        first.norm, not first.soft, who, first.strength, first.word, tuple(dict.fromkeys(others)), first.soft
    )


def _organ(first: _Cue, parts: list[str]) -> str | None:
    """Return the organ or party that may end, refuse or take something, which is its power; else None."""
    part = parts[first.part]
    if first.norm is not Norm.PERMISSION or not m.POWERFUL.match(part, first.end):
        return None
    who = find_bearer(parts, first.part, first.start, first.word, part[first.end :])
    return who if who and m.ORGAN.search(who) else None


def _cues(parts: list[str]) -> list[_Cue]:
    """Return the cues of the main clause, in order."""
    out: list[_Cue] = []
    for index, part in enumerate(parts):
        when = index < len(parts) - 1 and _is_condition(part)
        for match in m.CUE.finditer(part):
            norm, strength = m.cue_at(match)
            if "包括" in part[: match.start()] and "的" in part[match.end() :]:
                # …包括依法可以扣除的款项: what may be deducted is named, nothing is let.
                continue
            if when and not _still_main(part, match.group()):
                continue
            if (
                match.group() in ("不能", "不可")
                and not when
                and _NAMES_A_THING.search(part, match.end(), match.end() + 30)
            ):
                # 不能解决的问题 names a thing; the rule comes after it.
                continue
            out.append(_Cue(index, match.start(), match.end(), match.group(), norm, strength))
        if not when and (bare := m.SOFT_NOT.search(part)):
            out.append(_Cue(index, bare.start(), bare.end(), bare.group(), Norm.PROHIBITION, "must", soft=True))
    return sorted(out, key=lambda cue: (cue.part, cue.start))


def _is_condition(part: str) -> bool:
    return bool(_WHEN_START.match(part) or _WHEN_END.search(part) or _WITHOUT.match(part))


def _is_case(part: str) -> bool:
    """Tell whether a part only says when: 按追回金额的5%给予奖励 begins like a case and is the consequence."""
    return bool(
        _WHEN_END.search(part)
        or _PARTING.match(part)
        or _WITHOUT.match(part)
        or (_WHEN_START.match(part) and not _SOFT_START.match(part))
    )


def _still_main(part: str, word: str) -> bool:
    """Tell whether a cue in a part that ends like a condition is the rule all the same: 应在客户来访时，主动起立."""
    if part.endswith(("的", "者")) or _WITHOUT.match(part):
        return False
    if _WHEN_START.match(part):
        soft = _SOFT_START.match(part) is not None and _WHEN_END.search(part) is None
        return soft and word not in ("不能", "不可", "可", "才能")
    return word in _MAIN_MODALS


def _special(view: str, shown: str, first: _Cue | None) -> tuple[Norm, str] | None:
    """Return the norms that are patterns of the sentence rather than one modal, with what shows them."""
    if match := m.DEFINITION.search(view):
        return Norm.DEFINITION, match.group()[-4:]
    forbids = first is not None and first.norm is Norm.PROHIBITION and not first.soft
    if not forbids:
        if steps := m.PROCEDURE.search(view) or m.STEP_LABEL.match(view):
            return Norm.PROCEDURE, steps.group()[:8]
        if match := m.POWER.search(shown) or (approver(view) if first is None else None):
            return Norm.POWER, match.group()[-4:]
    classifies = m.CLASSIFIES.search(shown) if first is None else None
    if classifies and not shown[: classifies.start()].count(","):
        # 处分分为警告、记过: what is told apart in the first part is not meted out in it.
        return Norm.DEFINITION, classifies.group()[-4:]
    if found := _consequence(shown.split(","), first):
        return found
    return (Norm.DEFINITION, classifies.group()[-4:]) if classifies else None


def _consequence(parts: list[str], first: _Cue | None) -> tuple[Norm, str] | None:
    """Return penalty or reward where the sentence says what follows from an act, unless a modal comes before it.

    不得离岗，违者罚款 is a prohibition (with its penalty beside it); 应当给予警告 is the penalty itself.
    """
    for index, part in enumerate(parts):
        if index < len(parts) - 1 and _is_case(part):
            continue
        behind_case = index and (parts[index - 1].endswith(("的", "者")) or m.RUNG.match(parts[index - 1]))
        if first is None and behind_case and m.BY_RULE.match(part):
            return Norm.PENALTY, part[-2:]
        for norm, pattern in ((Norm.PENALTY, m.PENALTY), (Norm.REWARD, m.REWARD)):
            match = pattern.search(part)
            if match is None:
                continue
            after = first is not None and (first.part, first.start) < (index, match.start() + 1)
            if not after or (first is not None and _governs(part, match.start(), index, first)):
                return norm, match.group()
    return None


def _governs(part: str, start: int, index: int, first: _Cue) -> bool:
    modal = first.norm in (Norm.DUTY, Norm.PERMISSION)
    return modal and first.part == index and (first.start == start or m.GOVERNS.search(part[:start]) is not None)


def _party(norm: Norm, view: str, first: _Cue | None) -> str | None:
    """Return who has the power, gives the reward, or acts."""
    if norm in (Norm.DEFINITION, Norm.PROCEDURE):
        return None
    if norm is Norm.POWER:
        owner = _OWNER.search(view)
        approving = approver(view)
        named = agent(view) or (owner["who"] if owner else approving["who"] if approving else None)
        return named or next((who for part in view.split(",") if (who := leading(part))), None)
    parts = view.split(",")
    for part in reversed(parts):
        if who := leading(part):
            return who
    if first and norm is Norm.REWARD:
        return find_bearer(parts, first.part, first.start, first.word, "")
    return None


def _named_last(view: str) -> str | None:
    """Return the name a row of a table in words ends with: 三十万元以上，总经理."""
    head, comma, last = view.rpartition(",")
    return last if comma and head and whole_name(last) else None


def _implicit(view: str, shown: str) -> Judgement:
    """Judge a clause without a cue by its form: rules often just say what is done (热情接待客户)."""
    who = leading(view) or run_in(view) or _named_last(view)
    doer = agent(view)
    if view.endswith(":") and len(view) <= _HEADING and not doer and not leading(view):
        return Judgement(Norm.STATEMENT, False, soft=True)
    if m.FORMULA.search(view):
        return Judgement(Norm.DEFINITION, False, soft=True)
    if doer or (m.OF_DUTY.search(view) and not view.startswith("为")):
        return Judgement(Norm.DUTY, False, doer or who, soft=True)
    stated = m.STATEMENT.search(shown) or _PURPOSE.match(view) or m.STATED.search(view)
    for part, bare in zip(view.split(","), shown.split(","), strict=True):
        rest = part.strip()
        if (
            (m.PLAIN_NOT.search(bare) or m.NOT_THERE.search(part))
            and not _is_condition(part)
            and not m.TARIFF.search(view)
        ):
            return Judgement(Norm.PROHIBITION, False, leading(rest) or who, soft=True)
        if stated:
            continue
        subject = leading(rest)
        if subject and not _COMPANY.search(subject):
            # A person with a verb and no copula is told what to do, whatever the verb.
            return Judgement(Norm.DUTY, False, subject, soft=True)
        rest = rest.removeprefix(subject or "")
        if subject and rest.startswith(_PRACTICES):
            continue
        if m.IMPERATIVE.match(rest) or m.URGED.search(rest):
            return Judgement(Norm.DUTY, False, who, soft=True)
        if m.HANDLED.match(rest) and not m.TARIFF.search(view) and not _is_condition(part):
            return Judgement(Norm.DUTY, False, who, soft=True)
    if stated:
        return Judgement(Norm.STATEMENT, False, soft=True)
    if m.BOUND.search(view) and not m.TARIFF.search(view):
        return Judgement(Norm.DUTY, False, who, soft=True)
    return Judgement(Norm.STATEMENT, False, open=not m.TARIFF.search(view), soft=True)
