"""What reads like a penalty where nobody did wrong: sums settled between two sides, and what the house owes those it serves.

借款按月从工资中扣除 and 退课扣除已上课时 settle an account; 公司应赔偿客户损失 is what a house owes, and its duty.
"""

from __future__ import annotations

import re

_HOUSE = (
    "(?:用人单位|[我本]单位|雇主|(?:本|我|该)?公司|我[司方]|本店|店方|门店|酒店|宾馆|商场|超市|平台|网站|院方|学校|校方|园方|馆方|驿站|商家|机构"
    "|(?:物业|快递|保险|运输)(?:公司|方)?|承运[人方]|医院|中心|保险人|工伤保险(?:基金)?|[本该][校院馆店厂社园会所行局站处场])"
)
_PAYS = "赔|补偿|补足|承担|负|付|退|返|报销|支给"
# 由公司承担医疗费用, 公司应当按三倍赔偿.
_OWED = re.compile(
    f"(?:则|均|应|应当|须)?由?{_HOUSE}(?:[^,]{{0,6}}(?:应当?|须|必须|将|负责|需|予以|给予|统一|全额|双倍|照价|先行|按|向|给|为|依法|一律|酌情)"
    f"[^,]{{0,14}}?|[^,]{{0,3}}?)(?:{_PAYS})"
)
_SETTLES = re.compile("赔|补[偿助]|支付|承担|负|违约金|赔偿金|退|返还")
# Who stands surety answers for another: his duty, and no punishment.
_SURETY = re.compile("(?:则|应?由)?(?:连带)?(?:保证人|担保人|保人)[^,]{0,8}(?:负|承担|清偿|偿还|代[为偿还]|赔)")

_TAKEN = re.compile("扣")
_POINTS = re.compile("扣[^,]{0,6}?[\\d一二三四五六七八九十两]分(?!钟)")
# What an account is settled of. Leave is unpaid, a loan repaid, a fee taken from what is paid back.
_SETTLED = re.compile(
    "借款|欠款|预支|预借|还款|还清|归还|本息|本金|月供|供款|[事病产婚丧]假|请假|休假|税|社保|公积金|保险费|餐费|伙食费|住宿费|水电费|房租|租金|会费"
    "|结算|质保金|质量保证金|预付|储值|消费|次数|时间(?=[应从自予])|退[费款卡课票保还]|押金[^,。]{0,10}扣[^。]*退"
)
# 罚款从当月工资中扣除: how it is collected; what it is for stands elsewhere.
_COLLECTED = re.compile(
    "(?:[^,]{0,8}[的之条项款])?(?:罚款|扣款|罚金|违约金|滞纳金|赔偿款?)[^,。;]{0,6}[从自在于由][^,]{1,12}扣"
)
_TAKEN_FROM = re.compile(
    "按已[^,]{1,8}扣|扣(?:除|减|去|掉|下)[^,。;]{0,10}?(?:已[^经]|实际|手续费|服务费|管理费|报名费|工本费|成本|税|余款|剩余|次数|相应(?:课时|天数)|本金|利息|借款|预付|定金|质保金|作为)"
)
_PAID_BACK = re.compile(
    "(?:余[款额]|剩余[^,]{0,4}|押金|费用|学费|款项?|无息|后)(?:再|予以|应?当?|全额|如数|将)*(?:退[还回]|返还|退给)"
)
_BLAME = re.compile(
    "违|旷|迟到|早退|脱岗|擅自|私自|无故|未(?!休|用|使用|满|还清|到|消费|上)|逾期|不(?:归还|交|合格|达|按|及时|足)|拒|造假|弄虚|损坏|丢失|遗失|缺勤|失误|差错|投诉|过失"
    "|低于|不到|达不到|[离串空]岗|赌|睡|吸烟|发现|第[一二三四五\\d]次|累[计积]|后果|罚"
)


def settles_account(clause: str, match: re.Match[str]) -> bool:
    """Tell whether a deduction at *match* settles an account, nobody in *clause* having done wrong."""
    if not _TAKEN.match(match.group()) or _POINTS.match(match.string, match.start()):
        return False
    if _COLLECTED.match(clause):
        return True
    if _TAKEN_FROM.search(clause) and (_PAID_BACK.search(clause) or not _BLAME.search(clause)):
        return True
    return _SETTLED.search(clause) is not None and not _BLAME.search(clause)


def house_pays(part: str) -> bool:
    """Tell whether *part* says that the house makes good, pays back or bears something."""
    return _OWED.match(part) is not None


def owed_by_house(part: str, match: re.Match[str]) -> bool:
    """Tell whether a payment at *match* is what the house owes, or what a surety answers for."""
    if _SURETY.match(part):
        return True
    return _SETTLES.search(match.group()) is not None and _OWED.match(part) is not None
