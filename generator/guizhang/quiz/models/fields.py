"""What any form could ask for: plausible wrong points beside those a list of things to write down really has.

Points of the handbook's own lists come first, where what they name is named all over the handbook. What only one
regulation speaks of would be seen to be out of place, and then the key shows by being the one that is to the point.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from guizhang.model.text import Text
from guizhang.quiz.clauses import Clause
from guizhang.quiz.models.spoken import pairs

_SMALL = frozenset("的和或与及是否有在")
"""Signs that say nothing of what a point is about."""
_EVERYWHERE = 5
"""Regulations that name what any form may ask for."""
_MOST_ZH = 6
_ITS = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_MATTER = (
    ("经办人", "the case handler", "经办|经手|负责人|责任人|谁|姓名"),
    ("审核人", "the reviewer", "审|批|核"),
    ("所在部门", "the department", "部门|单位|谁"),
    ("完成日期", "the date of completion", "日期|时间|什么时候|期限|完成"),
    ("填写日期", "the date of the entry", "日期|时间|什么时候"),
    ("费用金额", "the amount of the cost", "费|价|金额|收|款"),
    ("付款方式", "the method of payment", "付|款|费"),
    ("处理意见", "the proposed handling", "意见|处理|措施|建议|做了什么"),
    ("处理结果", "the result", "结果|处理|办|答复|措施"),
    ("领导批示", "the instructions given", "批|意见|指示"),
    ("本人签字", "the signature", "签"),
    ("附件清单", "the list of enclosures", "附|清单|资料|份"),
    ("存放地点", "the place of storage", "地点|位置|存|哪里|地址"),
    ("批准日期", "the date of approval", "批|日期|时间"),
    ("参加人员", "the names of those present", "人员|在场|参加|姓名|谁|人"),
    ("所用时间", "the time taken", "时间|时长|多久"),
    ("下一步安排", "the next step", "跟进|安排|计划|还要|下一步|今后|措施"),
    ("责任人", "the person responsible", "经办|负责|谁|责任"),
    ("发生次数", "the number of occurrences", "次|数量|频"),
    ("单据编号", "the number of the document", "号"),
    ("紧急程度", "the degree of urgency", "紧急|等级|轻重|严重"),
)
_PERSON = (
    ("联系电话", "the telephone number", "电话|联系|号码"),
    ("身份证号码", "the identity card number", "证|号"),
    ("电子邮箱", "the e-mail address", "邮|联系|地址"),
    ("出生日期", "the date of birth", "生日|出生|年龄"),
    ("家庭住址", "the home address", "址|住"),
    ("备用联系人", "a second contact", "联系"),
    ("职业", "the occupation", "职|单位|岗位"),
    ("性别", "the sex", "性别|称呼"),
)
"""What a form may ask for, and what a list says that has it already, or something near it."""
_OF_A_PERSON = re.compile("姓名|电话|住址|单位|职位|联系方式|性别|年龄")


class Fields:
    """Points that could stand in any list of things to write down."""

    def __init__(self, clauses: Iterable[Clause], points: Iterable[Text]) -> None:
        """Find among *points* those that name what many regulations of *clauses* name."""
        named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for clause in clauses:
            text = clause.place.node.text
            for pair in pairs(text, "zh") if text is not None and text.zh else ():
                named[pair].add(clause.place.regulation.id)
        self._named = named
        self._points = {
            text.either("zh"): text
            for text in points
            if text.zh and len(text.zh) <= _MOST_ZH and not _ITS.match(text.en or "") and self.anywhere(text)
        }

    def anywhere(self, point: Text) -> bool:
        """Tell whether what a point names is named all over the handbook."""
        return all(len(self._named[pair]) >= _EVERYWHERE for pair in about(point))

    def usual(self, point: Text) -> bool:
        """Tell whether any form could have a point, so that it does not show which list it is of."""
        zh = point.either("zh")
        return self.anywhere(point) or (
            "和" not in zh and any(re.search(near, zh) for _, _, near in (*_MATTER, *_PERSON))
        )

    def beside(self, points: Sequence[Text]) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
        """Return what nothing in *points* comes near: the handbook's own, and any form's; of a person only where they are."""
        said = "；".join(point.either("zh") for point in points)
        persons = sum(_OF_A_PERSON.search(point.either("zh")) is not None for point in points)
        # Beside name and address, what was done about a matter would be out of place.
        own = tuple(
            text
            for zh, text in self._points.items()
            if not set(zh) & set(said) - _SMALL and (2 * persons < len(points) or _OF_A_PERSON.search(zh))
        )
        usual = tuple(
            Text(zh=zh, en=en[:1].upper() + en[1:])
            for zh, en, near in (
                *(_MATTER if 2 * persons < len(points) else ()),
                *(_PERSON if persons else ()),
            )
            if zh not in self._points and not re.search(near, said)
        )
        return own, usual


def about(text: Text) -> set[tuple[str, str]]:
    """Return the pairs of signs of a Chinese text that say what it is about."""
    return {pair for pair in pairs(text, "zh") if not set(pair) & _SMALL}
