"""Which modals of a sentence are its rule: not those of a case, of a name, or of what somebody needs."""

from __future__ import annotations

import re

from guizhang.facts import modality as m
from guizhang.facts.cases import is_condition, still_main
from guizhang.facts.modality import Cue
from guizhang.model.regulation import Norm

_NAMES_A_THING = re.compile("的(?:问题|事|情况|投诉|员工|人员|[,]|$)")
# 不得使用的设备, 须经审批的事项, 需住院治疗的员工: a verb alone, or one with its agent, or what somebody is known by.
_TOPIC = re.compile(
    "(?:[一-龥]{1,2}|[经由向对在按](?!(?:明确|指定|规定|要求|划定|相应|统一|公布|约定|核定|原有?定?)的)[^,的]{1,12})(?:的(?!话)|之(?![前后间内外中一]))[^,的]{1,8}?(?=$|(?:应|须|必|需|可|不|严|禁|一律|由|均|方|请|要|建议|宜|包[括含]|涵盖))"
    # 其他住户应遵行事项 is what somebody keeps, not a second rule.
    "|(?:遵[守行循]|注意|办理?|履行|承担|知悉)(?:之|的)?(?:事项|事宜|义务)$"
    "|(?:(?<=需)|(?<=需要)|(?<=不能))[^,的]{2,10}的(?:员工|人员?|职工|学员|[客住用租]户|[顾宾旅]客|单位|部门|同事|供应商|车辆)$"
)
ASKABLE = ("包含", "涵盖", "包括")
"""What may be asked for, let or forbidden as well as told: 不得包含, 须包括."""
_WANTED = ("需", "需要", "要")
_NEEDS = ("必须", "必需", "须", "需", "需要")
_WHO = re.compile("[^,的者]{1,14}者(?=可|得|应|须|必|需|不|严|禁|均|由|予|给|一律)")
# 不打卡者每次扣10元: it is told of whom it costs something.
_WHOM = re.compile("^(?!应|须|必须|要).*的[一-龥]{0,4}(?:员工?|[学医]生|[职学]工|[者客户方人主长师机]|单位|部门)$")
# 如发现包装破损的应及时上报: case and rule stand in one part.
_AT_ONCE = re.compile("^(?:如果?|若|凡|遇)[^,]{4,}[的者](?:业主|员工|人员|单位|部门)?(?:应当?|须|必须|不得|严禁|禁止)$")
_WHO_DOES_NOT = re.compile("[^,]{0,12}[者的](?=[^,]*(?:扣|罚|记|处以|按|予以|给予))")


def find_cues(parts: list[str], said: list[str]) -> list[Cue]:
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
            if match.group() == "不能" and _goes_on_as_case(said, index):
                # 驾校不能履行承诺或态度恶劣,学员投诉得不到解决的: the case is told in two parts.
                continue
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
    cues = (cue for cue in out if cue.part == last or not (_tells_when(parts[cue.part], cue) or _tells_why(parts, cue)))
    return sorted(cues, key=lambda cue: (cue.part, cue.start))


def _is_whom(said: list[str], index: int) -> bool:
    """Tell whether a part ends the name of whom a rule hits: 对态度恶劣,不接受批评的学生,教师可…."""
    return index > 0 and said[0].startswith(("对", "凡")) and _WHOM.search(said[index]) is not None


def _goes_on_as_case(said: list[str], index: int) -> bool:
    """Tell whether the part behind is the end of a case that this one begins."""
    return index + 2 < len(said) and said[index + 1].endswith("的") and not said[index].endswith(("的", "者"))


def _tells_when(part: str, cue: Cue) -> bool:
    """Tell whether what must be done is when something else is let or asked: 必须使用礼堂时，得通知改期."""
    return cue.word in _NEEDS and part.endswith("时") and not part.startswith(("在", "于", "当", "每"), cue.end)


_BECAUSE = re.compile("[^,]{0,8}因(?!公)[^,]*$")


def _tells_why(parts: list[str], cue: Cue) -> bool:
    """Tell whether what somebody needs is the case of the rule behind it: 因故需提前离校，须书面申请."""
    return (
        cue.word in _WANTED
        and _BECAUSE.match(parts[cue.part][: cue.start]) is not None
        and parts[cue.part + 1].startswith(("应", "须", "必须", "需"))
    )


def _names_a_topic(part: str, start: int, *, last: bool) -> bool:
    """Tell whether the modal before *start* only says of which things the rule speaks: 须经审批的事项不得…."""
    if _WHO.match(part, start):
        # 须照顾家属者可申请弹性工时.
        return True
    topic = _TOPIC.match(part, start)
    if topic is None or topic.end() == len(part):
        return topic is not None and not last
    return part.startswith(ASKABLE, topic.end()) or m.CUE.match(part, topic.end()) is not None
