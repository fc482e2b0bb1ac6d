"""How often: 每周至少两次, 一天三次, 每季度, 隔日一次."""

from __future__ import annotations

import re

from guizhang.zh.quantities.durations import spell
from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import GLOSS, HAN, NUMBER, SEPARATOR, value_of
from guizhang.zh.quantities.units import DURATION, DURATIONS

_PERIODS: dict[str, str] = {
    "天": "P1D", "日": "P1D", "个工作日": "P1D", "工作日": "P1D", "晚": "P1D", "周": "P1W", "个星期": "P1W", "星期": "P1W",
    "旬": "P10D", "月": "P1M", "个月": "P1M", "季度": "P3M", "季": "P3M", "个季度": "P3M", "半年": "P6M", "半年度": "P6M", "年": "P1Y",
    "年度": "P1Y", "小时": "PT1H", "个小时": "PT1H", "半个月": "P15D", "半月": "P15D", "半小时": "PT30M", "半个小时": "PT30M", "双周": "P2W", "双月": "P2M",
}  # fmt: skip
_PERIOD = "|".join(sorted(_PERIODS, key=len, reverse=True))
_EACH = (
    rf"每(?:(?P<gap>隔)|满|运行|行驶|使用|工作)?(?:一(?![个]))?(?:(?P<n>{NUMBER})(?P<unit>{DURATION})|(?P<period>{_PERIOD})"
    r"(?!报(?![销送备告请修名盘])|计划|刊|常))"
)
_WITHIN = r"(?<![\d一-龥])一(?:个)?(?P<one>[天日周年月]|季度)|(?P<bare>一(?:天|日|周|年|个月))"
_TIMES = (
    r"(?P<limit>至少|最少|不得?少于|不得?低于|最多|至多|不得?超过|不多于|上限|只能|仅限|限)?(?P<act>(?:(?![至最以]|不[得少低超多])[一-龥]){0,4}?)"
    rf"(?P<low>{NUMBER})(?:{SEPARATOR}(?P<high>{NUMBER}))?(?:{GLOSS})?(?:次(?!日|数|序|品|性)|回(?!访|复)|遍|圈|趟)(?P<right>及?以上|及?以下|以内)?"
)
# What may stand between the period and how often: 每日盘点现金一次, 每半年对设备检修一次.
_ACTION = r"(?P<action>[^\d一二两三四五六七八九十百半每第,。;!?\n:]{0,16}?)(?<!以)"
_EVERY = re.compile(rf"(?:{_EACH}|{_WITHIN}|隔(?P<other>[日天周月])){_ACTION}{_TIMES}")
_OTHER = {"日": "P2D", "天": "P2D", "周": "P2W", "月": "P2M"}
"""隔日一次, 每隔日一次: every other day."""
_SET = re.compile(
    rf"(?:一(?P<period>[年月周日天季])|(?P<half>半(?:年|个?月|小时))|(?P<n>{NUMBER})(?P<unit>{DURATION}))一(?:[审评检结换清报查考签训议会测付洗轮]|次(?!性|日|数))"
)
# 至少半年召开一次: the limit is one of how often, not of the half year.
_AT_LEAST_IN = re.compile(
    rf"(?P<half>半(?:年|个?月))(?P<act>[一-龥]{{1,6}}?)一次(?!性)|(?P<n>{NUMBER})(?P<unit>{DURATION})(?P<act2>[一-龥]{{1,6}}?)一次(?!性)"
)
_LIMITED = re.compile("(?:至少|最少|不少于|不得少于)(?:应|须|要)?$")
_BARE = re.compile(_EACH)
# 200元（每月）: what it is paid for, and no rhythm.
_RATE = re.compile("[元块圆整钱角毛分%\\d][(]$")
_CLAUSE = re.compile(r"[^,。;!?\n:]{0,28}")
_ANY = re.compile(rf"[\d{HAN}半]")
# 每月迟到三次的 is a case that costs something, no rhythm to keep.
_CASE = re.compile("迟到|早退|旷|违|缺|未|投诉|忘|错|逾|累计|超过$|罚|扣|记(?!录|账|载)|到$|退|工$")
_SHORT_ACT = 4
_HAPPENED = re.compile("[发出受被内中仅有获]|[可只]能")
# 一日两次，早晚各一次 goes on to say when.
_CASE_BEHIND = re.compile("[的者]?[:,](?!即|每次|分别|上下[班午]|早|间隔|一次|各)")
_PARTS_OF_DAY = {
    "早晚": 2,
    "早、晚": 2,
    "上下午": 2,
    "上午下午": 2,
    "上午、下午": 2,
    "上、下午": 2,
    "早中晚": 3,
    "早、中、晚": 3,
    "班前班后": 2,
    "班前、班后": 2,
}
_AT_EACH = re.compile(f"(?:在|于)?({'|'.join(_PARTS_OF_DAY)})各")
_AT_LEAST = frozenset(("至少", "最少", "不少于", "不得少于", "不低于", "不得低于"))
# 每周至少对仓库检查2次: the limit may stand before what is done.
_EARLY_LIMIT = re.compile("至少|最少|不得?少于|不得?低于|最多|至多|不得?超过")


def read_frequency(view: str, start: int) -> tuple[Reading, int] | None:
    """Return (how often, end of what belongs to it) for what begins at *start*, or None.

    A bare 每季度 is once a quarter, unless the clause goes on with a figure of its own that 每季度 only frames.
    """
    if match := _SET.match(view, start):
        period = _period(match["n"], match["unit"], match["period"] or match["half"])
        return Reading(start, match.end(), FigureKind.FREQUENCY, f"1/{period}"), match.end()
    if _LIMITED.search(view, max(0, start - 6), start) and (match := _AT_LEAST_IN.match(view, start)):
        period = _period(match["n"], match["unit"], match["half"])
        act = match["act"] or match["act2"]
        if period and not _CASE.search(act) and not act.startswith(("内", "以", "之", "前", "后")):
            return Reading(start, match.end(), FigureKind.FREQUENCY, f"1/{period}", None, Limit.MIN), match.end()
    match = _EVERY.match(view, start)
    if match and (reading := _often(match, start)):
        return reading, reading.end
    match = _BARE.match(view, start)
    period = _period(match["n"], match["unit"], match["period"]) if match else None
    if match is None or period is None or _RATE.search(view, max(0, start - 2), start):
        return None
    clause = _CLAUSE.match(view, match.end())
    if _ANY.search(clause.group() if clause else ""):
        return None
    return Reading(start, match.end(), FigureKind.FREQUENCY, f"1/{period}"), match.end()


def _often(match: re.Match[str], start: int) -> Reading | None:
    said = match["period"] or match["one"] or (match["bare"] or "")[1:]
    other = match["other"] or (match["period"] if match["gap"] else None)
    period = _OTHER.get(other or "") or _period(match["n"], match["unit"], said)
    low, high = value_of(match["low"]), value_of(match["high"]) if match["high"] else None
    whole = low is not None and low == int(low) and (high is None or high == int(high))
    action = match["action"] + match["act"]
    if not period or not low or not whole or _CASE.search(action) or (match["right"] and action) or action == "前":
        return None
    # 一季度三次:…, 一年三次的,… are cases; 一周一次的例会 is a rhythm.
    if (match["one"] or match["bare"]) and _CASE_BEHIND.match(match.string, match.end()):
        return None
    # 一年内三次 counts within a year; 一周一次 is a rhythm.
    if (match["one"] or match["bare"]) and action not in ("", "进行", "开展", "做") and not _is_rhythm(match, action):
        return None
    if twice := _AT_EACH.match(action):
        # 每天早晚各一次: as many times as parts of the day are named.
        low *= _PARTS_OF_DAY[twice[1]]
        high = None
    value = f"{int(low)}/{period}" + (f"..{int(high)}/{period}" if high and high > low else "")
    limit = None
    if word := match["limit"] or ((early := _EARLY_LIMIT.search(match["action"])) and early[0]):
        limit = Limit.MIN if word in _AT_LEAST else Limit.MAX
    end = match.start("right") if match["right"] else match.end()
    return Reading(start, end, FigureKind.FREQUENCY, value, None, limit)


def _is_rhythm(match: re.Match[str], action: str) -> bool:
    """Tell 压力表一年校验一次 (how often) from what happened once in a year."""
    last = match.end() == len(match.string) or match.string[match.end()] in ",。;\n"
    return match["low"] in ("一", "1") and len(action) <= _SHORT_ACT and last and not _HAPPENED.search(action)


def _period(number: str | None, unit: str | None, name: str | None) -> str | None:
    if name:
        return _PERIODS[name]
    amount = value_of(number or "")
    if not amount or unit is None:
        return None
    part, scale = DURATIONS[unit]
    return spell({"days" if part == "business" else part: amount * scale})
