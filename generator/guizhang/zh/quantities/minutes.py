"""分 as minutes: 迟到10分以上, 浸泡5分, 3分30秒. Everywhere else 分 are points.

The word in front decides: who is late, waits or cooks does it for minutes, who is marked down loses points. After a word
that may do both (迟到5分/次 is a tariff of points) a limit or what follows from it must tell.
"""

from __future__ import annotations

import re

from guizhang.zh.quantities.numbers import NUMBER, SEPARATOR

_REACH = 30
_UNIT = re.compile(" ?分(?![之别部公店类析期级工成发配享钟歧红解制数值])")
_SECONDS = re.compile(rf" ?分(?:零)?{NUMBER} ?秒")
_LIMIT = "累计|合计|共计|总计|连续|不得?超过|超过|超出|超|不足|不满|未满|满|达到?|少于|多于|大于|小于|不少于|不低于|≥|≤|>=|<=|>|<"
_GAP = rf"(?:时间|时长|{_LIMIT}|[约近在为:了]|大约|左右| )*(?:{NUMBER} ?分?{SEPARATOR})?$"
# What takes minutes whatever is said behind it.
_TAKES = re.compile(
    "(?:浸泡|煮沸?|蒸煮?|煎煮?|焖|炖|烘?烤|静置|冷却|搅拌|加热|沸腾|预热|烘干|冲洗|照射|醒发|解冻|保温|课间|每[节堂局]课?|等候|等待|候诊|午休|小憩"
    rf"|通话|时长|用时|耗时|历时|间隔|停留|不在岗|休息){_GAP}"
)
# What takes minutes, or costs points.
_MAY_TAKE = re.compile(
    "(?:迟到|早退|晚到|晚点|脱岗|离岗|空岗|睡岗|串岗|缺岗|延误|耽误|延迟|超时|逾时|消毒|通风|清洗|发言|讲解|面试|答辩|时间|迟[到交报])"
    rf"(?P<gap>{_GAP})"
)
_LIMITED = re.compile(f"(?:{_LIMIT})")
_BOUND_BEHIND = re.compile(
    r"(?:[(]含[)])?(?:以[上下内]|[之]?内|以?后|之后|[的者时]|左右|[至到~-]\d|(?:,|每次|一次)*(?:扣|罚|记|按|作|视|算|处(?!理)|给予|予以|警告|再))"
)
# 10分内到场, 5分后复查: the time in which, or after which, something is done.
_WITHIN = re.compile(" ?分(?:之?内(?!容)|以?后|之后)")
_POINTS = re.compile("(?:[扣加减得记计评考奖罚差]|成绩|总分|积分|分数|绩效|满分|低于|高于)[^,。;]{0,8}$")


def end_of_minutes(view: str, start: int, end: int) -> int | None:
    """Return where the 分 behind the number at *start* to *end* stops, if they are minutes; else None."""
    unit = _UNIT.match(view, end)
    if unit is None:
        return None
    before = view[max(0, start - _REACH) : start]
    taking = _MAY_TAKE.search(before)
    if (
        _SECONDS.match(view, end)
        or (_TAKES.search(before) and view[unit.end() : unit.end() + 1] != "/")
        or (taking and (_LIMITED.search(taking["gap"]) or _BOUND_BEHIND.match(view, unit.end())))
        or (_WITHIN.match(view, end) and not _POINTS.search(before))
    ):
        return unit.end()
    return None
