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
    holder,
    leading,
    run_in,
)
from guizhang.facts.cases import is_condition, still_main
from guizhang.facts.clauses import HIDDEN, Clause
from guizhang.facts.consequences import PENALTY, consequence
from guizhang.facts.english_norms import judge_english
from guizhang.facts.implied import implied
from guizhang.facts.judgement import Judgement
from guizhang.facts.modality import Cue
from guizhang.facts.names import whole_name
from guizhang.model.regulation import Norm

_NAMES_A_THING = re.compile("的(?:问题|事|情况|投诉|员工|人员|[,]|$)")
# 不得使用的设备, 须经审批的事项, 需住院治疗的员工: a verb alone, or one with its agent, or what somebody is known by.
_TOPIC = re.compile(
    "(?:[一-龥]{1,2}|[经由向对在按][^,的]{1,12})的(?!话)[^,的]{1,8}?(?=$|(?:应|须|必|需|可|不|严|禁|一律|由|均|方|请|要|建议|宜|包[括含]|涵盖))"
    # 其他住户应遵行事项 is what somebody keeps, not a second rule.
    "|(?:遵[守行循]|注意|办理?|履行|承担|知悉)(?:之|的)?(?:事项|事宜|义务)$"
    "|(?:(?<=需)|(?<=需要)|(?<=不能))[^,的]{2,10}的(?:员工|人员?|职工|学员|[客住用租]户|[顾宾旅]客|单位|部门|同事|供应商|车辆)$"
)
# What may be asked for, let or forbidden as well as told: 不得包含, 须包括.
_ASKABLE = ("包含", "涵盖", "包括")
_NEEDS = ("必须", "必需", "须", "需", "需要")
_DESCRIBES = re.compile("[的之者]")
_WHO = re.compile("[^,的者]{1,14}者(?=可|得|应|须|必|需|不|严|禁|均|由|予|给|一律)")
# 不打卡者每次扣10元: it is told of whom it costs something.
_WHOM = re.compile("^(?!应|须|必须|要).*的[一-龥]{0,4}(?:员工?|[学医]生|[职学]工|[者客户方人主长师机]|单位|部门)$")
# 如发现包装破损的应及时上报: case and rule stand in one part.
_AT_ONCE = re.compile("^(?:如果?|若|凡|遇)[^,]{4,}[的者](?:业主|员工|人员|单位|部门)?(?:应当?|须|必须|不得|严禁|禁止)$")
_WHO_DOES_NOT = re.compile("[^,]{0,12}[者的](?=[^,]*(?:扣|罚|记|处以|按|予以|给予))")
_NAME = 12
"""Most characters of the name of an organ."""
_HANDS = 3
"""So many people in the parts of one sentence hand something on."""
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
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
# 使用普通话（必要时可用方言）: what a bracket adds decides nothing.
_ASIDE = re.compile(r"(?<=[\u3400-\u9fff])[(][^()]{4,60}[)]")
_LATIN_PER_HAN = 3
"""A clause with more than three Latin letters to a Chinese character is English."""


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
    if clause.turn or not _LETTER.search(view.replace(HIDDEN, "")):
        return Judgement(Norm.STATEMENT, explicit=False)
    if len(_HAN.findall(view)) * _LATIN_PER_HAN < len(_LATIN.findall(view)):
        return judge_english(view)
    view = _ASIDE.sub(lambda aside: HIDDEN * len(aside.group()), view)
    shown = m.hide_words(view)
    parts = view.split(",")
    cues = _cues(shown.split(","), parts)
    first = cues[0] if cues else None
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
    done = first.start + first.word.index("有") + 1 if first.word.endswith("权利") else by.end() if by else first.end
    if first.word.endswith("可不"):
        # 可不经通知终止服务
        done -= 1
    if part.endswith("者", 0, first.start):
        # 路程超过三十公里者可申请宿舍: who may is not whom the case names.
        return None
    if m.INSTITUTION.search(who) and not m.SERVES.match(part, first.end) and not PENALTY.search(part, first.end):
        return who if len(who) <= _NAME else None
    if not m.POWERFUL.match(part, done):
        return None
    if who.endswith("者") and m.REVOKES.match(part, done):
        # 已核准者，得撤销: what was allowed, and whoever allowed it takes it back.
        return ""
    # 有下列情形之一者，得不经预告终止契约: only a party ends a contract, whatever it is called.
    ends = m.ENDS_CONTRACT.match(part, done) is not None
    if not who or who == "双方":
        # What both agree on is laid on nobody.
        return who if ends else None
    named = (ends and whole_name(who)) or m.ORGAN.search(who) or m.INSTITUTION.search(who)
    return who if named and len(who) <= _NAME else None


def _cues(parts: list[str], said: list[str]) -> list[Cue]:
    """Return the cues of the main clause, in order; *said* are its parts as printed, with what *parts* hide."""
    out: list[Cue] = []
    for index, part in enumerate(parts):
        when = index < len(parts) - 1 and (is_condition(said[index]) or _is_whom(said, index))
        for match in m.CUE.finditer(part):
            norm, strength = m.cue_at(match)
            if "包括" in part[: match.start()] and "的" in part[match.end() :]:
                # …包括依法可以扣除的款项: what may be deducted is named, nothing is let.
                continue
            if _names_a_topic(part, match.end(), last=index == len(parts) - 1):
                continue
            if norm is Norm.PERMISSION and part.startswith(("分为", "划分为"), match.end()):
                continue  # 转正可分为三种: what there is, and nothing is let.
            if when and not still_main(part, match.group()) and not _AT_ONCE.search(part, 0, match.end()):
                continue
            if (
                match.group() in ("不能", "不可")
                and not when
                and _NAMES_A_THING.search(part, match.end(), match.end() + 30)
            ):
                # 不能解决的问题 names a thing; the rule comes after it.
                continue
            out.append(Cue(index, match.start(), match.end(), match.group(), norm, strength))
        if not when and (bare := m.SOFT_NOT.search(part)) and not _WHO_DOES_NOT.match(part, bare.end()):
            out.append(Cue(index, bare.start(), bare.end(), bare.group(), Norm.PROHIBITION, "must", soft=True))
    last = max((cue.part for cue in out if not cue.soft), default=0)
    cues = (cue for cue in out if cue.part == last or not _tells_when(parts[cue.part], cue))
    return sorted(cues, key=lambda cue: (cue.part, cue.start))


def _is_whom(said: list[str], index: int) -> bool:
    """Tell whether a part ends the name of whom a rule hits: 对态度恶劣,不接受批评的学生,教师可…."""
    return index > 0 and said[0].startswith(("对", "凡")) and _WHOM.search(said[index]) is not None


def _tells_when(part: str, cue: Cue) -> bool:
    """Tell whether what must be done is when something else is let or asked: 必须使用礼堂时，得通知改期."""
    return cue.word in _NEEDS and part.endswith("时") and not part.startswith(("在", "于", "当", "每"), cue.end)


def _names_a_topic(part: str, start: int, *, last: bool) -> bool:
    """Tell whether the modal before *start* only says of which things the rule speaks: 须经审批的事项不得…."""
    if _WHO.match(part, start):
        # 须照顾家属者可申请弹性工时.
        return True
    topic = _TOPIC.match(part, start)
    if topic is None or topic.end() == len(part):
        return topic is not None and not last
    return part.startswith(_ASKABLE, topic.end()) or m.CUE.match(part, topic.end()) is not None


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
    asks_first = steps and "先" in steps.group() and hard and hard.norm is Norm.DUTY and _ONLY_THEN.search(view)
    if steps and not forbids and not asks_first:
        return Norm.PROCEDURE, steps.group()[:8]
    power = m.POWER.search(shown) or (approver(view) if first is None else None)
    if power:
        part = shown.count(",", 0, power.start())
        # What stands in a part before decides: 须佩戴工牌，特殊情况由店长批准 asks for the badge.
        late = hard is not None and hard.part < part
        if not late and not (found and found[2] < part) and not (forbids and hard is not None and hard.part <= part):
            return Norm.POWER, power.group()[-4:]
    classifies = m.CLASSIFIES.search(shown) if first is None else None
    if classifies and not shown[: classifies.start()].count(","):
        # 处分分为警告、记过: what is told apart in the first part is not meted out in it.
        return Norm.DEFINITION, classifies.group()[-4:]
    if found:
        return found[:2]
    return (Norm.DEFINITION, classifies.group()[-4:]) if classifies else None


def _comes_first(modal: Cue, view: str, defines: re.Match[str]) -> bool:
    """Tell whether a modal decides before a word that could define: in a part before, or of that word (不得包含广告)."""
    if modal.part < view.count(",", 0, defines.start()):
        return True
    *before, said = view[: defines.end()].split(",")
    if modal.part != len(before) or not defines.group().endswith(_ASKABLE):
        return False
    # 可以报销的费用包含油费: a modal that only describes a thing asks for nothing.
    return modal.end < len(said) and not _DESCRIBES.search(said, modal.end)


def _party(norm: Norm, view: str, first: Cue | None) -> str | None:
    """Return who has the power, gives the reward, or acts."""
    if norm in (Norm.DEFINITION, Norm.PROCEDURE):
        return None
    if norm is Norm.POWER:
        owner = _OWNER.search(view)
        approving = approver(view)
        named = agent(view) or (owner["who"] if owner else approving["who"] if approving else None)
        return named or holder(view) or next((who for part in view.split(",") if (who := leading(part))), None)
    parts = view.split(",")
    if norm is Norm.PENALTY:
        return concerned(view)
    for part in reversed(parts):
        if who := leading(part):
            return who
    if first and norm is Norm.REWARD:
        who = find_bearer(parts, first.part, first.start, first.word, "")
        return who if who and not who.endswith("者") else None
    return concerned(view)
