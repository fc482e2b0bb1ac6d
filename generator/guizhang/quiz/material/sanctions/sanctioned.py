"""Whom a Chinese rule deals with, and whether what follows could follow on other deeds as well.

Dismissal is nothing for a customer and a suspended membership nothing for staff; 没收所得 follows on what was taken only, and
按维修费赔偿 on what was broken: among fines they tell their case, and beside another case nobody takes them for right.
"""

from __future__ import annotations

import re

_OUTSIDERS = (
    "会员|會員|客户|客戶|顾客|顧客|客人|宾客|賓客|旅客|乘客|业主|業主|租户|租戶|租客|住户|住戶|商户|商戶|学员|學員|学生|學生|家长|家長"
    "|读者|讀者|患者|病人|访客|訪客|来访者|供应商|供應商|分包|承包|外包|施工单位|施工單位|考生|车主|車主|承租人|租借人"
)
# Of 会员投诉的 and 客户资料 it is staff who are dealt with.
_OUTSIDER = re.compile(
    f"(?:凡|对|對|如|若|外来|外來|未成年|新)?(?:{_OUTSIDERS})"
    "(?!投诉|投訴|反映|举报|舉報|表扬|表揚|意见|意見|差评|差評|不满意|不滿意|资料|資料|信息|档案|檔案|财物|財物|物品|证件|隐私)"
)
_HEADED = re.compile(
    f"(?:{_OUTSIDERS})(?:须知|須知|守则|守則|公约|公約|管理|违约|違約|违规|違規|退费|退費|纪律|紀律|入场|入場|行为|行為)"
)
_OF_OUTSIDERS = re.compile(
    "会籍|會籍|会员资格|會員資格|入会|入會|退会|退會|预约|預約|订金|訂金|定金|押金|违约金|違約金|滞纳金|滯納金|学籍|學籍|借阅|借閱|租约|租約|合作|入场资格|進場"
)
_OF_STAFF = re.compile(
    "[辞辭]退|[开開]除|解除[劳勞聘]|解雇|解僱|除名|工资|工資|薪|绩效|績效|奖金|獎金|全勤|[岗崗]|[停撤降免]职|[停撤降免]職|[记記][大小]?[过過]|停工|检讨|檢討|申诫|申誡"
)
_STAFF = re.compile(
    "(?:凡|对|對|如|若)?(?:[^，。；的向对對]{0,3}(?:员工|員工|职工|職工|雇员|僱員)|[^，。；的向对對会會学學队隊]{1,3}[员員師师]|教练|教練|经理|經理|主管|前台|保安|店长|店長|司机|司機|班组|班組)"
)
_SPECIFIC = re.compile(
    "[没沒]收|[赔賠]|退[还還回]|[补補][办辦交缴繳]|失约|失約|爽约|爽約|[预預][约約]|订金|訂金|定金|押金|违约金|違約金|[维維]修|修[复復]|恢[复復]原|重[做新]|返工|清理|清除"
    # The two sides of a fight.
    "|[双雙各]方|所得|原价|原價|差价|差價|[损損]失|停止|暂停使|[锁鎖]车|拖离|[拒谢]绝|[拒謝]絕|[责責]令|限期|加收|收取"
)


def outsiders_dealt_with(case: str, outcome: str, heading: str) -> bool | None:
    """Tell whether a rule deals with customers, members, contractors and the like; ``None`` where it may be with them or with staff.

    Args:
        case: What was done.
        outcome: What follows.
        heading: What the rule stands under.
    """
    if _OUTSIDER.match(case) or (_OF_OUTSIDERS.search(outcome) and not _OF_STAFF.search(outcome)):
        return True
    if _STAFF.match(case) or _OF_STAFF.search(outcome):
        return False
    return True if _HEADED.search(heading) else None


def tells_its_case(outcome: str) -> bool:
    """Tell whether what follows says on what it does: 没收所得, 按维修费赔偿, 停止预约."""
    return _SPECIFIC.search(outcome) is not None
