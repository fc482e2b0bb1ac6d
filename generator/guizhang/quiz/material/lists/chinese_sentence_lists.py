"""Lists within a Chinese sentence: those who have to sign, what has to be put down in writing, what is forbidden.

由申请人、换班人、领班、经理签字; 部门经理审核、分管领导审批、财务总监签字; 载明领用日期、部门和印模; 不得加工四季豆、发芽土豆和鲜黄花菜.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.material.contrasts.commonplace import courtesy
from guizhang.quiz.material.contrasts.words import plain
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

_FEWEST, _MOST = 3, 8
_SHORTEST = 2
"""Characters of what is forbidden."""
_TORN = re.compile("(?:^|[^，]{2})[在从從向往到把将對对][^，]{1,4}[上下里内旁边]?$")
"""A point that ends with where it is done: of 在桌上或地上扔杂物 the half is none."""
# Of 发现制动、转向、灯光故障 each point is a word that has its verb in the first and its noun in the last.
_BEGINS = re.compile("^(?:发现|发生|出现|存在|患有|带有|遇有?|因)")
_ENDS = re.compile("(?:故障|异常|失灵|失效)$")
_ACT = "(?:签[字名认署批章]|会签|联签|盖章|批准|审批|审核|审查|审定|核准|复核|核定|同意|确认|验收)"
_WHO = (
    r"(?!由|经(?![理办])|报(?!销|名)|请(?![款假])|须|需(?!求)|有(?!关))[^，。；、：“”（）\d所]{0,10}?"
    "(?:人|者|员|长|师|方|经理|主任|主管|主办|领班|领导|总监|总裁|会计|出纳|财务|秘书|调度|上级"
    "|部|部门|处|科|室|办|中心|工会|委员会|董事会|公司|单位)"
)
_BY = "(?:[须需应]|必须)?(?:由|经过?|有|报请?|请|[须需])"
_AND = "(?:、|以及|和|及|与)"
# Who signs, and then signs what: of 经理签字样本 it is the thing.
_TOGETHER = re.compile(
    rf"{_BY}(?P<names>{_WHO}(?:{_AND}{_WHO})+)"
    rf"(?:共同|分别|依次|逐级|逐一|联合|三方|双方|均|都)?{_ACT}(?!栏|样本|意见|页|权限)"
)
_EACH = rf"{_WHO}{_ACT}"
_IN_TURN = re.compile(rf"{_BY}(?P<names>{_EACH}(?:{_AND}{_EACH})+)")
_THING = r"[^，。；、：“”《》（）\d]{2,12}?"
_PUT_DOWN = re.compile(
    rf"(?:[注载写填标记]明|注清|填清|写清)(?P<names>{_THING}(?:{_AND}{_THING})+)(?:等(?:各?项)?(?:内容|信息|事项|项目|情况|要素)?)?(?=[，。；])"
)
_BAN = "(?:不得|不准|不许|严禁|禁止|不可|不能)"
_BANNED = rf"(?!{_BAN}|[的时前后])[^，。；：、“”《》（）\d不等]{{2,12}}?"
_OR = "(?:、|以及|或者?|和|及|与)"
_NOT_DONE = re.compile(rf"{_BAN}(?P<names>{_BANNED}(?:、{_BANNED})+(?:{_OR}{_BANNED})?)(?:物品|行为|活动)?(?=[，。；])")
# 发烧、腹泻、手部化脓的一律不得上岗.
_WHO_NOT = re.compile(rf"(?:^|(?<=[，；。]))(?P<names>{_BANNED}(?:{_OR}{_BANNED})+)的，?(?:一律|均|都)?{_BAN}")
_ASKED = {
    _IN_TURN: "空白处写明{0}方各做什么，全部写出（谁、做什么）。",
    _TOGETHER: "空白处共{0}方，写出全部{0}方。",
    _PUT_DOWN: "空白处共{0}项内容，写出全部{0}项。",
    _NOT_DONE: "空白处共{0}项，写出全部{0}项。",
    _WHO_NOT: "空白处共{0}种情形，写出全部{0}种。",
}
_FROM_SENSE = (_NOT_DONE, _WHO_NOT)
"""How those a pattern finds are asked for; ``{0}`` stands for how many they are."""


@dataclass(frozen=True)
class SentenceList:
    """A list within one sentence."""

    clause: Clause
    sentence: Text
    """With a blank for the list."""
    points: tuple[Text, ...]
    wanted: str
    """What is asked for, in Chinese."""


def sentence_lists(clauses: Iterable[Clause]) -> Iterator[SentenceList]:
    """Yield for each clause with Chinese alone its first list of three or more, none of them named elsewhere in its sentence."""
    for clause in clauses:
        quoted = (
            clause.quote() if clause.langs == ("zh",) and not clause.introduces and not clause.traditional else None
        )
        found = _found(clause, quoted.either("zh")) if quoted is not None else None
        if found is not None:
            yield found


def _shared(points: Sequence[str]) -> bool:
    """Tell whether the first point has a verb, or the last a noun, that belongs to all."""
    begins, ends = ([pattern.search(point) is not None for point in points] for pattern in (_BEGINS, _ENDS))
    return (begins[0] and not all(begins)) or (ends[-1] and not any(ends[:-1]))


def _found(clause: Clause, quoted: str) -> SentenceList | None:
    for pattern, wanted in _ASKED.items():
        for match in pattern.finditer(quoted):
            sense = pattern in _FROM_SENSE
            points = re.split(_OR if sense else _AND, match["names"])
            if sense and (min(map(len, points)) < _SHORTEST or any(map(_TORN.search, points)) or _shared(points)):
                continue
            # What manners and honesty forbid anybody writes down.
            if sense and 2 * sum(plain(Text(zh=point)) or courtesy([Text(zh=point)]) for point in points) >= len(
                points
            ):
                continue
            start, end = match.span("names")
            if not _FEWEST <= len(points) <= _MOST or len(set(points)) < len(points) or start < clause.introduced("zh"):
                continue
            sentence = clause.excerpt(Text(zh=quoted[:start] + BLANK + quoted[end:]))
            if sentence is not None and not any(point in sentence.either("zh") for point in points):
                texts = tuple(Text(zh=point) for point in points)
                return SentenceList(clause, sentence, texts, wanted.format(len(points)))
    return None
