"""Amounts of money without their unit, as short rules, notices and chats write them: 罚50, 满299减50, 500以上经理签字."""

from __future__ import annotations

import re

from guizhang.zh.quantities.counts import COUNTED, POINTED
from guizhang.zh.quantities.numbers import HAN, NUMBER, SEPARATOR, Numeral

SHORT = re.compile(r"[kKwW](?![A-Za-z\d])")
"""罚3K, 奖金1w: the scale chats write."""
_REACH = 60
_NEAR = 40
_LEAST = 5
"""扣 2 or 3 of something is rarely money."""
_LEAST_IN_ROW = 10
_ROUND = 100
_MYRIAD = 10_000

# 满299减50: the terms of an offer.
_OFFERED = re.compile(rf"(?:满|充|存)(?:{NUMBER}(?:元|块)?[减返送赠抵])?$")
_HAN = re.compile("[一-龥](?<![的起后])")
_LESS = re.compile(rf"[减返送赠抵](?:{NUMBER}|[一-龥])")
_FINED = re.compile(
    r"(?:罚款?|扣款?|扣罚|扣发|各扣|处罚|罚金|奖励?|乐捐|赔偿?|全勤|[餐话车房饭]补|补贴|补助|奖金|罚款金额|[底月年起时日周]薪|餐标|[一-龥]费|押金|定金|保证金|违(?:反|规)?者)"
    r"(?:人民币|现金|金额|为|各|:| |每人|每次)?(?:\d{2,7}(?:[(]含[)])?以上(?:至|到|,)?)?$"
)
# 扣罚当事人50, 罚班长100: whom it costs stands between; points and marks of work are no money.
_FROM_WHOM = re.compile(
    r"(?:罚款?|扣罚?|处罚|奖励?)(?:当?班?[一-龥]{0,3}(?:人员?|者|员工?|长|主管|经理|店员|领班|同事|司机|部门|班组))$"
)
# 扣罚当事人50，负责人100: a row goes on without the word.
_ROW = re.compile(r"[罚扣奖赔][^。;\n分]{0,30}?\d{2,4}(?:元|块)?[,、][一-龥]{1,8}(?<![计满达共第每到过分超])$")
# 罚款：迟到20，旷工100; 收费标准：洗牙150，拔牙300起.
_LIST = re.compile(
    r"(?:罚款?|扣款|罚金|收费|价格|单价|票价|费用|奖金|补贴|补助|津贴)(?:标准|如下|金额|明细)?:[^。\n分]{0,60}[一-龥A-Z]$"
)
# 工龄工资每年加50, 逾期费每天10.
_PAID = re.compile(
    r"(?:工资|薪|津贴|补[贴助]|奖金?|费|价)[^。;\n]{0,20}(?:加|增加?|涨|减|封顶|上限|每[天日月年次人班晚])(?:为|到|至)?$"
)
# 除夕每班400块，其余每班两百: where money is spoken of, a round sum for each goes without its unit.
_EACH_ROUND = re.compile(r"(?:元|块|[奖罚扣补]|费|津贴)[^。;\n]{0,40}每[一-龥]{1,2}[^一-龥\d]?$")
_SCALED = frozenset("百千万")
_LADDER = re.compile(rf"第[{HAN}\d]+次(?:各|罚|扣|:)?$")
_LADDER_BEFORE = re.compile(r"(?:[罚扣]|警告|批评|次\d+元)[^。\n]*$")
# 月销售额达10万以上, 超5万报总经理: in the myriads a sum of money often goes without its 元.
_SUM_BEFORE = re.compile(
    r"(?:金额|额度?|款|费用?|价格?|工资|薪金?|资金|销售|业绩|营收|支出|收入|成本|预算|租金|货值|[点取]钞|取现|[存取]款|存取|现金|转账|汇款|[\d万千百]元)[^。\n]{0,24}?$"
)
_SUM_BEHIND = re.compile(
    "(?:(?:[(]含[)])?以[上下内])?的?(?:费用|采购|支出|合同|项目|工程|借款|报销|付款|开支|投资|设备|订单"
    "|消费|任务额|业绩|销售额|营业额|营收|流水|产值|回款|罚款|罚金|赔偿金?|违约金|押金|保证金|定金|奖金)"
)
_SUM_END = re.compile(r"(?:[,。;、)\n]|部分|以[上下内]|及以[上下]|的|者|时|[报由经需须应提奖返计按]|至|到|-|~|$)")
# 50万以上的，由总经理审批: so large a sum also where the sentence goes on behind a comma.
_DECIDED_THEN = re.compile(
    r"(?:[(]含[)])?(?:以[上下内])?的?,(?:应当?|须|需|要|必须|由|报|经)[^。;,\n]{1,10}(?:审[批核]|批准|签[字批]|核准|同意|决定)"
)
# 单笔超过500的须审批, 500以上经理签字: a round sum at which somebody else decides.
_SPENT = re.compile(r"(?:金额|费用?|单笔|消费|采购|借款|报销|支出|预算|单价|价值|开支)[^。;,\n]{0,10}$")
_LIMITED = re.compile("(?:[(]含[)])?(?:以[上下内]|的)")
_DECIDED = re.compile(
    r"(?:[(]含[)])?以[上下内]的?[^。;,\n]{0,8}(?:审[批核]|批准|签[字批名]|核准|报销|附[一-龥]{0,4}审批|招标|比价|询价|竞价)"
)
_END = re.compile(
    rf"(?:{SEPARATOR}{NUMBER})?(?:(?:[(]含[)])?以[上下内]|[,。;、!\s(]|$|每[人次]|/[次人天月年件单节晚位张]|不等|起|并|且)"
)
_FROM = re.compile(r"起(?=[,。;、]|$)")


def is_amount(view: str, start: int, number: Numeral) -> bool:
    """Tell whether *number*, which begins at *start* and has no unit, is an amount of money."""
    before = view[max(0, start - _REACH) : start]
    near = before[-_NEAR:]
    if (offered := _OFFERED.search(near)) and (
        _LESS.match(view, number.end) or (len(offered[0]) > 1 and not _HAN.match(view, number.end))
    ):
        return True
    if short := SHORT.match(view, number.end):
        return _FINED.search(near) is not None and _END.match(view, short.end()) is not None
    if _is_sum(view, near, number):
        return True
    # A bracket closes an amount only where one was opened: 处罚 5）未按规定… begins the fifth item.
    closes = view[number.end : number.end + 1] == ")" and near.rfind("(") > near.rfind(")")
    if number.low < _LEAST or not (closes or _END.match(view, number.end)) or POINTED.search(near):
        return False
    if _LIST.search(before) and (_FROM.match(view, number.end) or not COUNTED.match(view, number.end)):
        return True
    # 扣 5 分: printed with blanks, points are points.
    if COUNTED.match(view, number.end):
        return False
    return (
        any(context.search(near) for context in (_FINED, _FROM_WHOM, _PAID))
        or (number.low >= _LEAST_IN_ROW and _ROW.search(near) is not None)
        or (view[number.end - 1] in _SCALED and _EACH_ROUND.search(near) is not None)
        or (_LADDER.search(near) is not None and _LADDER_BEFORE.search(near) is not None)
    )


def _is_sum(view: str, before: str, number: Numeral) -> bool:
    """Tell whether *number* is a sum that business is done in: ten thousands, or round hundreds somebody must approve."""
    if view[number.end - 1] in "万亿" or (number.low >= _MYRIAD and not number.digits):
        decided = (_SUM_BEHIND, _DECIDED, _DECIDED_THEN)
        return any(behind.match(view, number.end) for behind in decided) or (
            _SUM_END.match(view, number.end) is not None and _SUM_BEFORE.search(before) is not None
        )
    if not number.digits or number.low < _ROUND or number.low % _ROUND:
        return False
    if _SUM_BEHIND.match(view, number.end):
        return True
    return _DECIDED.match(view, number.end) is not None or (
        _LIMITED.match(view, number.end) is not None and _SPENT.search(before) is not None
    )
