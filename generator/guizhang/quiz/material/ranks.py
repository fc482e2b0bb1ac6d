"""How high a party stands, read off its name: nobody takes the chairman for whoever fills in the form.

A wrong option has to be one that a reader could believe. Parties two ranks apart are told from each other without any
rule, and so is a report that goes down instead of up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from guizhang.model.text import LANGS, Text

_NAMED: tuple[tuple[int | None, str, str], ...] = (
    (5, "董事长|理事长|董事会", r"chair(?:man|woman|person)?|board"),
    (
        4,
        "总经理|总裁|院长|校长|厂长|总监|副总|首席.*|所长",
        r"general manager|managing director|president|chief .*|principal",
    ),
    (
        3,
        ".*(?:经理|负责人|主任|站长|店长|处长|科长|部长|上级)",
        r".*\b(?:manager|superior|director|head|superintendent)|(?:head|director|manager|dean) of .*|executive .*|deputy .*|principal .*",
    ),
    (2, ".*(?:主管|组长|班长|队长|护士长|领班|调度)", r".*\b(?:supervisor|leader|lead|foreman|dispatcher|matron)"),
    (
        None,
        ".*(?:部|处|科|室|中心|委员会|工会|公司|财务|行政|法务)",
        r".*\b(?:department|office|committee|union|team|desk|council|resources)|HR|payroll",
    ),
)
STAFF = 1
_REACH = 1
"""Ranks by which a wrong party may differ from the right one."""
_MAY_BE = {
    "部门经理": ("经理", "上级", "负责人"),
    "部门负责人": ("经理", "上级", "负责人"),
    "直接上级": ("经理", "主管", "负责人", "组长", "店长"),
    "主管": ("主管", "上级"),
}
"""Ends of names that may be those of the same person: the department manager is some manager."""
_SUPERIOR = "直接上级"
_OVER_A_UNIT = (3, 4)
"""Ranks of those who answer for a department."""
# Whoever heads a department; 销售经理 heads a certain one, and nobody takes them for human resources.
_ANY_HEAD = re.compile(
    r"(?:总|部门|直接|现场|项目|值班)?(?:经理|负责人|上级|主管|主任)|店长|厂长|站长|董事长|总裁"
    r"|(?:general|department|line|site|project|duty) (?:manager|supervisor)|manager|supervisor|chair\w*|superior",
    re.IGNORECASE,
)
# What staff or money is about, human resources or finance sees to, whatever the rule says.
_TRADES = (
    (
        "人力|人事",
        re.compile(
            "招聘|录用|入职|离职|转正|试用期|劳动合同|劳动关系|人事|社保|社会保险|薪|工资|绩效|考勤|晋升|处分|记过|降职|调离|调岗"
            "|考核(?!数据|指标)|评优|优秀员工|旷工|缺勤|未到岗|请假|休假|加班|另一岗位|员工档案|业绩不"
        ),
    ),
    ("财务|会计|出纳", re.compile("付款|收款|发票|报销|账|税|款项|现金")),
    ("法务|法律", re.compile("诉讼|法律|仲裁|律师")),
    ("行政|后勤|总务", re.compile("维修|更换设备|办公用品|保洁|车辆|绿化|食堂")),
    (
        r"(?i:human resources|\bHR\b|\bpeople\b|personnel)",
        re.compile(r"(?i)\brecruit|\bprobation|\bemployment contract|\bpersonnel|\bjoiner|\bleaver|\bparental leave"),
    ),
    (
        r"(?i:financ|account|payroll|bookkeep|cashier)",
        re.compile(
            r"(?i)\bpa(?:ys?|id|yments?|yroll)\b|\binvoice|\btax|\bcash\b|\breimburse|\brepaid|\badvances?\b|\bsalar"
        ),
    ),
    (
        r"(?i:\bIT\b|service desk|help ?desk)",
        re.compile(r"(?i)\blaptop|\bsoftware|\bpassword|\btickets?\b|\bvirus|\bcomputer"),
    ),
    (
        r"(?i:engineer|maintenance|technician|mechanic)",
        re.compile(r"(?i)\bfaults?\b|\brepair|\bmachine|\bdefect|\bair condition"),
    ),
    (r"(?i:security|guard)", re.compile(r"(?i)\btheft|\bintru|\balarm|\blocks?\b|\bbadge")),
)
_PEOPLE = ("人力|人事", re.compile("员工|人员|专员|培训|演练|组织|指定"))
"""What human resources could see to, though others may as well."""
# What many are called says nothing of what they do.
_NO_TRADE = frozenset(
    "the a an of and for to in on at by with or manager supervisor head lead leader director officer chief general deputy assistant duty"
    " department team staff desk office executive is are must may".split()
)
_UPWARD = r"(?:报告|汇报|上报|请示|请教|核实|申诉|批准|同意|审批)"
_TO = re.compile(r"(?:报告|汇报|上报|请示|请教|申诉|报|向|经|由)[^，。；：]{0,8}$")
_ASKS_UP = re.compile(rf"(?:向|报|经|由|{_UPWARD})[^，。；：]*$")


def rank(party: Text) -> int | None:
    """Return 1 for staff up to 5 for the chairman; ``None`` for a department."""
    for lang in LANGS:
        name = party.get(lang)
        if name is None:
            continue
        for height, zh, en in _NAMED:
            if re.fullmatch(zh if lang == "zh" else en, name, re.IGNORECASE):
                # 客服部经理 and 场所客户经理: the one heads a department, the other sees to guests.
                return STAFF if height == 3 and "客户经理" in name else height
        return STAFF
    return STAFF


def beside(party: Text, other: Text, *, unit: bool, other_unit: bool, reach: int = _REACH) -> bool:
    """Tell whether *other* could be taken for *party*: of about the same rank, or a department and who heads one.

    Args:
        party: The right one.
        other: The wrong one.
        unit: Whether *party* is a department, whatever its name says.
        other_unit: Whether *other* is.
        reach: Ranks by which they may differ.
    """
    here, there = (None if unit else rank(party)), (None if other_unit else rank(other))
    if here is None and there is None:
        return True
    if here is None and not _ANY_HEAD.fullmatch(other.either("zh")):
        return False
    if here is None or there is None:
        return (here or there) in _OVER_A_UNIT
    return abs(here - there) <= reach


def heads_one_department(party: Text) -> bool:
    """Tell whether the name of a party says which department they head: the sales manager, not the department manager."""
    return rank(party) == _OVER_A_UNIT[0] and not _ANY_HEAD.fullmatch(party.either("zh"))


def own_trade(party: Text, said: str) -> bool:
    """Tell whether the name of a party says that what a sentence is about is its trade."""
    return any(re.search(names, party.either("zh")) and trade.search(said) for names, trade in _TRADES)


def other_trade(party: Text, said: str) -> bool:
    """Tell whether the name of a party says what its trade is, and a sentence is about something else."""
    trades = [trade for names, trade in (*_TRADES, _PEOPLE) if re.search(names, party.either("zh"))]
    return bool(trades) and not any(trade.search(said) for trade in trades)


def trade_words(text: Text) -> set[str]:
    """Return what shows that a text and the name of a party have something in common: pairs of signs, or English words that tell a trade."""
    if text.zh is not None:
        return {a + b for a, b in pairwise(re.findall(r"\w", text.zh.casefold()))}
    words = re.findall(r"[a-z]{2,}", text.either("en").casefold())
    return {word.removesuffix("s") for word in words} - _NO_TRADE


def upright(other: Text, before: str, behind: str, named: tuple[tuple[int, Text], ...]) -> bool:
    """Tell whether *other* in the blank would be reported to from below, and would itself report to somebody above.

    Args:
        other: Who would stand in the blank.
        before: What the Chinese sentence says in front of the blank.
        behind: And behind it.
        named: The other parties of the sentence, each with where it stands; in front of the blank below 0.
    """
    height = rank(other)
    if height is None:
        return True
    # 主管报______: what stands in front of the blank reports to whoever is in it.
    reported_to = _TO.search(before) is not None and (
        before.endswith("报") or re.search(_UPWARD, before[-12:] + behind[:8]) is not None
    )
    if reported_to and height == STAFF:
        return False
    for at, party in named:
        there = rank(party)
        if there is None:
            continue
        if at < 0 and reported_to and height <= there:
            return False
        if at >= 0 and _ASKS_UP.search(behind[:at]) and height >= there:
            return False
    return True


def same_person(one: Text, other: Text) -> bool:
    """Tell whether two parties may be one person: the department manager is the service manager of that department."""
    names = one.either("zh"), other.either("zh")
    # Whoever stands over a department manager is the general manager.
    return names[0] == names[1] or any(
        b.endswith(_MAY_BE.get(a, ())) and (b != "总经理" or a == _SUPERIOR) for a, b in (names, names[::-1])
    )


def apart(parties: Iterable[Text]) -> list[Text]:
    """Return *parties* without those that may be the same person as one before them."""
    chosen: list[Text] = []
    for party in parties:
        if not any(same_person(party, other) for other in chosen):
            chosen.append(party)
    return chosen


def above(one: Text, other: Text) -> bool:
    """Tell whether one party stands above another, or may: a department stands nowhere."""
    heights = rank(one), rank(other)
    return heights[0] is None or heights[1] is None or heights[0] > heights[1]
