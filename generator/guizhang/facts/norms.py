"""What each clause does: one norm per sentence, with who it addresses, how strongly, and the word that says so."""

from __future__ import annotations

import re
from dataclasses import replace

from guizhang.facts import modality as m
from guizhang.facts.bearers import (
    actor,
    agent,
    approver,
    concerned,
    find_bearer,
    given_to,
    holder,
    leading,
    run_in,
)
from guizhang.facts.cases import is_condition
from guizhang.facts.clauses import HIDDEN, Clause
from guizhang.facts.consequences import PENALTY, consequence
from guizhang.facts.cues import ASKABLE, find_cues
from guizhang.facts.english_norms import judge_english
from guizhang.facts.implied import implied
from guizhang.facts.judgement import Judgement
from guizhang.facts.modality import Cue
from guizhang.facts.names import whole_name
from guizhang.model.regulation import Norm

_NAME = 12
"""Most characters of the name of an organ."""
_HANDS = 3
"""So many people in the parts of one sentence hand something on."""
_STRICT = ("必须", "必需", "务必", "须")
"""必须先…再…: that it must be so is said more strongly than in which order."""
_DESCRIBES = re.compile("[的之者]")
_ONLY = re.compile("只有(?P<who>.+?)(?:才可以?|才能|方可)")
_ONLY_SO = re.compile("[只仅](?:[能限可得准]?)$")
_ONLY_THEN = re.compile(
    "[,后](?<![先前]后)(?:方[可能得予准]|始[得可予]|才[能可])|后(?:再行)?为之$|(?:始得|方[可能]|才[能可]以?)再"
)
"""请假应先提出申请，经核准后，方可离岗: what is asked for before something is let is a duty, in whatever order."""
_BY_WHOM = re.compile(
    "由(?P<who>[^,由]{2,10}?)(?=[^,]{2})(?<=[司方馆会长任人员部门心处所站院校店室科局台庭场厅园理管])"
)
_OWNER = re.compile("(?:归|属于?)(?P<who>[^,]{1,12}?)(?:所有|$)")
_RUN_IN_NAME = re.compile("[^,:]{2,12}:(?=[一-龥])")
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
# 使用普通话（必要时可用方言）: what a bracket adds decides nothing.
_ASIDE = re.compile(r"(?<=[\u3400-\u9fff》”])[(][^()]{4,60}[)]")
_LATIN_PER_HAN = 3
"""A clause with more than three Latin letters to a Chinese character is English."""


def judge(clause: Clause) -> Judgement:
    """Return what *clause* does, looked at alone; a bearer is named as printed."""
    own = _judged(clause)
    if (own.norm is Norm.DEFINITION or (own.norm is Norm.STATEMENT and not own.explicit)) and (
        name := _RUN_IN_NAME.match(clause.view)
    ):
        # 监事：监督检查财务: whose task it is stands in front.
        told = _judged(replace(clause, view=clause.view[name.end() :], text=clause.view[name.end() :]))
        own = replace(told, bearer=run_in(clause.view)) if told.norm is Norm.DUTY and run_in(clause.view) else own
    own = (own if own.bearer else replace(own, bearer=run_in(clause.view))).settled()
    start = clause.view.find(own.bearer) if own.bearer else -1
    if start < 0 or len(clause.view) != len(clause.text):
        return own
    return replace(own, bearer=clause.text[start : start + len(own.bearer or "")])


def _judged(clause: Clause) -> Judgement:
    view = clause.view.strip(" 。.;!?…-•·◆●")
    if clause.turn or not _LETTER.search(view.replace(HIDDEN, "")):
        return Judgement(Norm.STATEMENT, explicit=False)
    if len(_HAN.findall(view)) * _LATIN_PER_HAN < len(_LATIN.findall(view)):
        return judge_english(view)
    view = _ASIDE.sub(lambda aside: HIDDEN * len(aside.group()), view)
    shown = m.hide_words(view)
    parts = view.split(",")
    cues = find_cues(shown.split(","), parts)
    first = cues[0] if cues else None
    if (plain := _by_form(view, first)) is not None:
        return plain
    told = consequence(parts, shown.split(","), first)
    if (
        told is None
        and (first is None or first.soft)
        and len({who for part in parts if not is_condition(part) and (who := actor(part))}) >= _HANDS
    ):
        # 本人填单，班长签字，车间主任批准: one after the other does his part.
        return Judgement(Norm.PROCEDURE, False, None, soft=True)
    # 逾期的按日加计千分之三，总部并得没收保证金: what stands in a part before decides.
    if first and not (told and told[2] < first.part) and (who := _organ(first, parts)) is not None:
        return Judgement(Norm.POWER, True, who or None, None, first.word)
    special = _special(view, shown, first, told)
    if special:
        norm, word = special
        # 应当依次: the modal asks for the steps.
        asks = {norm, Norm.DUTY} if norm is Norm.PROCEDURE and view.endswith(":") else {norm}
        also = tuple(dict.fromkeys(cue.norm for cue in cues if cue.norm not in asks))
        return Judgement(
            norm, True, _party(norm, view, first), None, word, also, soft=norm is Norm.POWER and first is None
        )
    if first is None:
        return implied(view, shown)
    if (
        first.soft
        and first.part
        and (before := implied(",".join(parts[: first.part]), ",".join(shown.split(",")[: first.part]))).norm
        is Norm.DUTY
    ):
        # 密码至少12位，不与前五次重复: a bare 不 outranks nothing that stands before it.
        return before
    if first.norm is Norm.PERMISSION and (whole := _after_leave(cues, parts)) is not None:
        # 每两小时记录一次，夜间可代记，但凌晨须复核: leave between two duties takes nothing from them.
        first = whole
    # The bearer is read from what is printed: 需求 may be hidden in `shown` and still belong to a name.
    who = find_bearer(parts, first.part, first.start, first.word, parts[first.part][first.end :])
    if first.word.startswith("由"):
        who = agent(first.word)
    elif only := _ONLY.match(first.word):
        who = only["who"] if whole_name(only["who"]) else None
    norm = first.norm
    if _ONLY_SO.search(parts[first.part][: first.start + 1]) and any(
        cue.norm is Norm.PROHIBITION and not cue.soft and cue.part > first.part for cue in cues
    ):
        # 钥匙只能由值班员使用，不得外借: both say what is not to be done.
        norm = Norm.PROHIBITION
    others = [cue.norm for cue in cues if cue.norm is not norm]
    if PENALTY.search(shown):
        others.append(Norm.PENALTY)
    return Judgement(norm, not first.soft, who, first.strength, first.word, tuple(dict.fromkeys(others)), first.soft)


def _by_form(view: str, first: Cue | None) -> Judgement | None:
    """Return what a clause does by its whole form: what something is for, what is agreed, a row of fines; else None."""
    if (
        m.PURPOSE.match(view)
        or m.ENACTED.match(view)
        or m.POSTS.match(view)
        or (m.AGREED.search(view) and (first is None or first.soft))
    ):
        return Judgement(Norm.STATEMENT, explicit=False, soft=True)
    if first is None and m.FINED.match(view):
        return Judgement(Norm.PENALTY, False, concerned(view), soft=True)
    return None


def _after_leave(cues: list[Cue], parts: list[str]) -> Cue | None:
    """Return the modal of a duty behind a permission, where what is done so often stands before it; else None."""
    at = cues[0].part
    later = next((cue for cue in cues if cue.part > at and cue.norm is Norm.DUTY and not cue.soft), None)
    if later is None or not at:
        return None
    return later if any(m.RHYTHM.search(part) and not is_condition(part) for part in parts[:at]) else None


def _organ(first: Cue, parts: list[str]) -> str | None:
    """Return the organ or party that may end, refuse or take something, which is its power; else None.

    The name is empty where the sentence leaves it out.
    """
    part = parts[first.part]
    if first.norm is not Norm.PERMISSION or first.word[0] in "无毋不免":
        return None
    who = find_bearer(parts, first.part, first.start, first.word, part[first.end :]) or part[: first.start]
    by = _BY_WHOM.match(part, first.end)
    if by and whole_name(by["who"]):
        # 可由公司调整: who may do it stands behind the modal.
        who = by["who"]
    # 甲方有解除合同的权利: what one may do stands within the words that let.
    done = first.start + first.word.find("有") + 1 if first.word.endswith("权利") else by.end() if by else first.end
    if first.word.endswith("可不"):
        # 可不经通知终止服务
        done -= 1
    if part.endswith("者", 0, first.start):
        # 路程超过三十公里者可申请宿舍: who may is not whom the case names.
        return None
    if m.INSTITUTION.search(who) and not m.SERVES.match(part, first.end) and not PENALTY.search(part, first.end):
        return who if len(who) <= _NAME else None
    calls = m.CALLS.match(part, done) is not None
    if not (m.POWERFUL.match(part, done) or calls):
        return None
    if who.endswith("者") and m.REVOKES.match(part, done):
        # 已核准者，得撤销: what was allowed, and whoever allowed it takes it back.
        return ""
    # 有下列情形之一者，得不经预告终止契约: only a party ends a contract, whatever it is called.
    ends = m.ENDS_CONTRACT.match(part, done) is not None
    if not who or who == "双方":
        # What both agree on is laid on nobody.
        return who if ends else None
    named = ((ends or calls) and whole_name(who)) or m.ORGAN.search(who) or m.INSTITUTION.search(who)
    return who if named and len(who) <= _NAME else None


def _special(view: str, shown: str, first: Cue | None, found: tuple[Norm, str, int] | None) -> tuple[Norm, str] | None:
    """Return the norms that are patterns of the sentence rather than one modal, with what shows them."""
    hard = first if first is not None and not first.soft else None
    defines = m.DEFINITION.search(view)
    if defines and not (hard is not None and _comes_first(hard, view, defines)):
        return Norm.DEFINITION, defines.group()[-4:]
    forbids = hard is not None and hard.norm is Norm.PROHIBITION
    if hard is None and m.GLOSS.match(view):
        return Norm.DEFINITION, view[:2]
    steps = m.PROCEDURE.search(view) or m.STEP_LABEL.match(view)
    if steps and hard is None and (right := m.RIGHT.search(shown)) and right.start() < steps.start():
        # 乙方有权要求先付款，后发货: what comes first is part of what one has a right to.
        steps = None
    if steps and not forbids and not _asks_first(steps, hard, view) and not (found and found[2] < _part(view, steps)):
        return Norm.PROCEDURE, steps.group()[:8]
    power = m.POWER.search(shown) or (approver(view) if first is None else None)
    if power:
        part = shown.count(",", 0, power.start())
        # What stands in a part before decides: 须佩戴工牌，特殊情况由店长批准 asks for the badge.
        late = hard is not None and hard.part < part
        # 有权禁止: what one may forbid is forbidden by nobody yet.
        within = hard is not None and hard.part == part and power.end() <= len(shown) - len(_from(shown, hard))
        barred = forbids and hard is not None and hard.part <= part and not within
        if not late and not (found and found[2] < part) and not barred:
            return Norm.PERMISSION if m.heard(view) else Norm.POWER, power.group()[-4:]
    classifies = m.CLASSIFIES.search(shown) if first is None else None
    if classifies and not shown[: classifies.start()].count(","):
        # 处分分为警告、记过: what is told apart in the first part is not meted out in it.
        return Norm.DEFINITION, classifies.group()[-4:]
    if found:
        return found[:2]
    return (Norm.DEFINITION, classifies.group()[-4:]) if classifies else None


def _asks_first(steps: re.Match[str], hard: Cue | None, view: str) -> bool:
    """Tell whether a duty is to do one thing before another is let: 须先登记，方可入内."""
    if hard is None or hard.norm is not Norm.DUTY or "先" not in steps.group():
        return False
    strict = hard.word in _STRICT and view.split(",")[hard.part].startswith("先", hard.end)
    return strict or _ONLY_THEN.search(view) is not None


def _part(view: str, match: re.Match[str]) -> int:
    """Return the part between commas that what was found ends in."""
    return view.count(",", 0, match.end())


def _from(shown: str, cue: Cue) -> str:
    """Return a clause from a cue on."""
    parts = shown.split(",")
    return ",".join((parts[cue.part][cue.start :], *parts[cue.part + 1 :]))


def _comes_first(modal: Cue, view: str, defines: re.Match[str]) -> bool:
    """Tell whether a modal decides before a word that could define: in a part before, or of that word (不得包含广告)."""
    if modal.part < view.count(",", 0, defines.start()):
        return True
    *before, said = view[: defines.end()].split(",")
    if modal.part != len(before) or not defines.group().endswith(ASKABLE):
        return False
    # 可以报销的费用包含油费: a modal that only describes a thing asks for nothing.
    return modal.end < len(said) and not _DESCRIBES.search(said, modal.end)


def _first_named(view: str) -> str | None:
    """Return who has a right or acts, whichever the sentence names first: 甲方有权收车，费用由承租方承担."""
    doer, owner = agent(view), holder(view)
    if doer and owner:
        return min(doer, owner, key=view.find)
    return doer or owner


def _party(norm: Norm, view: str, first: Cue | None) -> str | None:
    """Return who has the power, gives the reward, or acts."""
    if norm in (Norm.DEFINITION, Norm.PROCEDURE):
        return None
    if norm is Norm.PERMISSION:
        return m.heard(view)
    if norm is Norm.POWER:
        owner = _OWNER.search(view)
        approving = approver(view)
        named = _first_named(view) or (owner["who"] if owner else approving["who"] if approving else None)
        if named is None and "职权" in view:
            # 股东会由全体股东组成，行使下列职权.
            named = actor(view.split(",", maxsplit=1)[0])
        return named or next((who for part in view.split(",") if (who := leading(part))), None)
    parts = view.split(",")
    if norm is Norm.PENALTY:
        return concerned(view)
    if given := given_to(view):
        return given
    for part in reversed(parts):
        if who := leading(part):
            return who
    if first and norm is Norm.REWARD:
        who = find_bearer(parts, first.part, first.start, first.word, "")
        return who if who and not who.endswith("者") else None
    return concerned(view)
