"""Who a clause addresses: 客服人员须…, 全体员工务必…, 折扣由销售总监批准, 建议客服人员."""

from __future__ import annotations

import re

# How names of people and bodies end; the longer first where one ends like another.
_ENDS = (
    "人员|负责人|责任人|经办人|当事人|接待人|申请人|委托人|任何人|每个人|专职员|操作员|业务员|营业员|回访员|收银员|保洁员|质检员|店员|职员|学员|会员|成员|员工|全员|"
    "总经理|董事长|董事会|经理|主管|总监|店长|主任|部长|组长|班长|领班|队长|科长|领导|上级|专员|秘书|顾问|助理|导购|前台|后台|客服|文员|会计|出纳|司机|讲师|实习生|新人|同事|同仁|保安|坐席|座席|"
    "个人|委员会|办公室|男士|女士|男生|女生|部门|各部|小组|中心|公司|门店|店铺|工会|人事|客户|顾客|业主|住户|双方|(?<=[一-龥])[部组处科室者员师商](?!工|会|傅|生|品|业|务|量|场|城|定|议|标|机|家|织|成|合|门|分|位|理|学|内|外|长|件|署|里)"
)
_FIRST = "(?:全体|所有|各级|各|每一?[位个名]|任何|凡是?|本|我|该|其他|有关|相关|在职|当值|值班|现场|第一|因故[一-龥]{2,6}的|[一-龥]{1,4}期)"
# What cannot begin a name: prepositions, conjunctions, verbs of the sentence.
_NOT_FIRST = (
    "(?!主动|积极|及时|认真|热情|体现|通过|配合|服从|听从|转交|移交|上报|反馈|发现|遇到|得到|取得|经过|指定|安排|组织|联系|因为|关于|包括|协助|帮助|接待(?!人|员|岗)|引导(?!员)|带领|要求|作为|保护|维护|尊重|提醒|通知|请示|方便|没有|其它|根据|按|与|对"
    "|向|由|在|其次|首先|为|把|将|以|从|当(?!值|班|事)|如|若|经(?!理|办)|和|及|或|被|给|让|使|请|严禁|禁止|处以|应|须|需|可|不)"
)
# A name does not hold 由 or 的, and it ends where no further ending follows: 客服|人员 is one name.
_NAME = rf"{_NOT_FIRST}{_FIRST}?(?:(?![由的对])[一-龥A-Za-z]){{0,9}}?(?:{_ENDS})(?!{_ENDS}|(?:服务|投诉|关系|管理|销售|营销|技术|支持|信息)(?:部|中心|组|人员))"
NAMES = rf"{_NAME}(?:[、和与及或][一-龥]{{0,6}}?(?:{_ENDS})){{0,4}}"
"""Pattern of the name of a role or a body, or of several joined."""
# What may stand between the subject and its modal.
_TAIL = (
    "(?:在[^,]{1,16}|于[^,]{1,10}|对[^,]{1,14}|与[^,]{1,10}|向[^,]{1,8}|每[天日周月年次]|接到[^,]{1,12}|接听[^,]{1,8}|处理[^,]{1,10}|遇[^,]{1,10}|因[^,]{1,10}|原则上|一律|[上下]班[时期间前后]{0,2}|工作(?:时间|期间|中|时)?|"
    "当值(?:时|期间)?|离[开职岗](?:时|前|后)?|[均都也还则就另亦并再]|平时|同时|之间|必要时|统一|确[实需因]?|如[^,]{1,10}|非[^,]{1,10}|未经[^,]{1,10}|根据[^,]{1,12}|经[^,]{1,10})"
)
_BEFORE_CUE = re.compile(rf"^(?P<who>{NAMES}){_TAIL}{{0,3}}$")
_VERBS = (
    "负责|须|应(?![得收付用急聘届变])|必须|需(?!求)|要(?!求)|不|可(?!能)|在|对|每|均|都|定期|及时|主动|认真|积极|严格|按|将|根据|有|制定|给予|提供|组织|保留|实行|先|向|设|进行|接(?!待)|接待|处理|处|听|说|自觉|统一|务|允许|妥善|耐心|热情|做|保|遵|记录|填|"
    "配合|一律|切|以|如|全|完成|执行|协助|检查|审核|建立|安排|予以|设立|参加|服从|了解|收集|审批|登记|回复|解答|跟进|于|负|出车|出差|外出|收车|收到|汇总|整改|清点|盘点|领取|交接|开启|关闭|进入|巡视|巡查|佩戴|着装|采购|拨打|致电|签收|核对|核实|查验|统计|离职|入职"
)
_LEADING = re.compile(rf"^(?P<who>{NAMES})(?={_VERBS})")
_STRIP = re.compile(r"^(?:凡是?|只有|但|且|并|同时|则|因此)")
_CONDITION = re.compile(r"^(?:如果?|若|遇|当(?!值|班)|对于?|除|经(?!理|办)|由|未经|非经|为)")
_AGENT = re.compile(rf"由(?P<who>{NAMES})(?=[一-龥])(?!等?(?:组成|构成|导致|引起|造成|产生|决定于))")
_OBJECT = re.compile(rf"^(?P<who>{NAMES})(?=[一-龥])")
_URGES = frozenset(("建议", "鼓励", "提倡", "倡导", "允许", "准许", "希望", "推荐"))
_EN = re.compile(
    r"^(?P<who>(?:The |All |Every |Each |Any )?[A-Za-z][A-Za-z' -]{1,40}?) (?:must|shall|should|may|can|is|are|has to|have to|will)\b"
)
_MOST = 18
_FAR = 60
"""A subject farther from its modal than this is not worth the search."""


def find_bearer(parts: list[str], index: int, cue_start: int, cue: str, behind: str) -> str | None:
    """Return who a norm addresses, as the clause names him, or None.

    Args:
        parts: The clause cut at its commas.
        index: The part with the cue.
        cue_start: Where in that part the cue begins.
        cue: The cue.
        behind: What stands behind the cue: 建议客服人员…, 鼓励员工….
    """
    before = _STRIP.sub("", parts[index][:cue_start])
    if len(before) > _FAR:
        return None
    if before:
        match = _BEFORE_CUE.match(before)
        if match:
            return _short(match["who"])
    elif cue in _URGES and (match := _OBJECT.match(behind)):
        return _short(match["who"])
    # 客服人员接到投诉后，须在…: the subject may stand in a part before; 对违反规定的员工 is an object there.
    for part in reversed(parts[:index]):
        if not _CONDITION.match(part) and (who := _whole_or_leading(part)):
            return who
    return None


def _whole_or_leading(part: str) -> str | None:
    part = _STRIP.sub("", part)
    if re.fullmatch(NAMES, part):
        return _short(part)
    match = re.match(rf"^(?P<who>{NAMES})(?={_VERBS}|接到|遇|因|离|请假|出差|外出|上班|使用|收到|发现)", part)
    return _short(match["who"]) if match else None


def agent(view: str) -> str | None:
    """Return who acts in 由店长审批, or None."""
    match = _AGENT.search(view)
    return _short(match["who"]) if match else None


def english_bearer(view: str) -> str | None:
    """Return the subject of an English norm, or None."""
    match = _EN.match(view)
    return match["who"] if match else None


def leading(view: str) -> str | None:
    """Return the subject a clause without a cue begins with: 客服人员及时记录."""
    match = _LEADING.match(_STRIP.sub("", view))
    return _short(match["who"]) if match else None


def _short(who: str) -> str | None:
    return who if 0 < len(who) <= _MOST else None
