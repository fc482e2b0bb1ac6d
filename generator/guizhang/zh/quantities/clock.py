"""Clock times and dates: 上午9点半, 下午2:00-6:00, 24:00, 2023年5月1日, 每月10日前, 次月15号."""

from __future__ import annotations

import re
from datetime import date

from guizhang.zh.numerals import to_int
from guizhang.zh.quantities.figure import FigureKind, Reading
from guizhang.zh.quantities.friends import HIDDEN
from guizhang.zh.quantities.numbers import SEPARATOR

_HAN = "零〇一二两三四五六七八九十廿卅"
_DAYTIME = "AM|PM|上午|早上|早晨|清晨|凌晨|中午|下午|傍晚|晚上|晚间|夜间|夜里|(?<!最)早|(?<!最)晚"
_NOON = 12
_SMALL_HOURS = 4
_RATIO = re.compile(
    r"(?:(?:比例|配比|ratios?)[^,.;。\d]{0,40}"
    r"|比(?:应|须)?(?:为|是|达到?|不[得应]?[低高少大小]于|不[得应]?超过|保持在?|控制在|以)"
    # 护床比达到1:10，普通病房1:15: what stands beside a ratio.
    r"|比[^.;。]{0,36}(?<!\d)\d{1,2}:\d{1,2}[,、和及与]? ?[^\d.;。,:每在时点早晚上下午前后]{0,8})$",
    re.IGNORECASE,
)
"""What has 1:10 for a ratio."""
_LIST_ENDS = frozenset("要建意内说注原措规体做")
_AFTERNOON = frozenset(("PM", "下午", "傍晚", "晚上", "晚间", "夜间", "夜里", "晚"))
_N = rf"\d{{1,2}}|[{_HAN}]{{1,3}}"


def _time(tag: str) -> str:
    return (
        rf"(?:(?P<p{tag}>{_DAYTIME})[: ]?)?(?:(?P<h{tag}>\d{{1,2}}):(?P<m{tag}>\d{{2}})(?::\d\d)?(?!:?\d)(?:分(?!钟|之|别)|[点时](?!间|长|限|段|效|候|刻))?"
        rf"|(?P<o{tag}>{_N})(?P<w{tag}>[点时](?!间|长|限|段|效|常|候|刻|尚|机|评|数|名|心))"
        rf"(?P<r{tag}>半(?!小|个|天)|[一三]刻|整(?!改|理|治|顿|个|体|合|数|修|套|编)|钟|(?:{_N})分(?!钟|之|别)|(?:[0-5]\d)(?!\d))?)"
    )


_TIMES = re.compile(
    # 八时三十分至四十分: the hour is said once.
    # A hidden 第二 is that of 第二天; whether the second time is one of the morning, it says itself.
    rf"{_time('1')}(?:(?<=分){SEPARATOR}(?P<till>{_N})分(?!钟|之|别)|(?:起?{SEPARATOR}| to )"
    rf"(?P<next>次日|翌日|{HIDDEN}{{2}}[天日]|翌晨|次晨|翌早|隔[日天])?{_time('2')})?"
)
# 11点和17点前, 7点、11点、15点: hours in a row, and an hour behind what says when: 每天9点集合.
_HOUR_ROW = re.compile(r"(?:[、,和及与或]|以及) ?(?:\d{1,2}[点时]|(?:\d{1,2}[点时]?[、,和及与或] ?){1,4}\d{1,2}[点时])")
_HOUR_ROWED = re.compile(rf"[\d{_HAN}][点时](?:半|整|[一三]刻)?(?:[、,和及与或]|以及) ?$")
_LATER_OF_DAY = re.compile(
    rf"(?P<p>下午|傍晚|晚上|晚间|夜间|夜里|夜班|夜更|晚班)(?:[\d{_HAN}:点时半整刻分]{{1,6}}[、,和及与] ?){{0,3}}$"
)
_NIGHTLY = ("夜班", "夜更", "晚班")
_HOUR_BEFORE = re.compile(
    r"(?:\d[点时半][、,和及与或] ?|[天日晚晨午早周月于在至到从自班][:,]? ?|(?:周|星期|礼拜)[一二三四五六日])$"
)
_HELD_THEN = re.compile(
    r" ?(?:整|准)?(?:集合|清场|报到|开诊|停诊|熄灯|关灯|开灯|锁门|出发|发车|收车|例会|早会|晚会|点名|换班|换岗|接班|交班|下课|上课|放学|开饭|开餐|收餐|起床"
    r"|就寝|查房|查铺|巡查|巡视|打烊"
    r"|闭店|开店|闭馆|开馆|开工|收工|停工|断电|断网|送达|到岗|到场|到店|到校|返校"
    r"|离店|退房|入住|截止|停止|签到|盘点|对账|关账|发布|吃饭|用餐|午休|午睡|睡觉|服药|吃药|测温|量体温|送餐|早餐|午餐"
    r"|晚餐|巡|查|休息|放行|装车|卸货|配送|检查|汇报|碰头|开会|完工|收档|下架|上架|补货|清点|关店|关灯|关窗|拉闸|上锁|交款|存款)"
)
# 三点 are three points of a list unless something says that it is a time.
_SURE_BEHIND = re.compile(
    r" ?(?:以?前|之前|以?后|之后|至|到|[-–—~～]|起(?!草)|上班|下班|准时|打卡|开始|结束|止|关门|开门|营业|开会|交接)"
)

_LATER_YEAR = rf"(?:[次翌]|{HIDDEN}{{2}})年的?"
"""次年, or 第二年 with its 第二 hidden: where what began in autumn ends in spring."""
_DATE = re.compile(
    rf"(?:(?P<y>\d{{4}}|(?:(?<=民国)|(?<=民国 ))(?:\d{{2,3}}|[{_HAN}○百]{{2,5}})|[二一][{_HAN}○Oo0]{{3}}|(?<!\d)1\d\d|(?<![{_HAN}百\d])[{_HAN}百]{{3,6}})年 ?)?"
    rf"(?P<m>{_N})月(?:份)? ?(?P<d>{_N})(?:[日号](?!楼|线|门|机|岗)|(?={SEPARATOR}\d{{1,2}}[日号]))"
    rf"(?:起?{SEPARATOR}(?:(?P<y3>\d{{4}})年 ?|[当同]年 ?|(?P<late>{_LATER_YEAR}) ?)?(?:(?P<m3>{_N})月 ?)?(?P<d3>{_N})[日号](?!楼|线|门|机|岗))?"
    r"|(?P<m4>1[0-2]|0?[1-9])/(?P<d4>[12]\d|3[01]|0?[1-9])(?!\d)(?=[之以]?前(?![款条项])|起(?!草)|止)"
    rf"|(?P<m6>1[0-2]|0?[1-9])/(?P<d6>[12]\d|3[01]|0?[1-9]){SEPARATOR}(?P<m7>1[0-2]|0?[1-9])/(?P<d7>[12]\d|3[01])(?!\d)"
    r"|(?P<y2>(?:19|20)\d{2}|(?<![\d./-])1[01]\d(?=[/.]))(?P<s>[-/.])(?P<m2>\d{1,2})(?P=s)(?P<d2>\d{1,2})(?!\d)(?!(?P=s)\d)"
    rf"(?:{SEPARATOR}(?:(?P<y5>(?:19|20)\d{{2}}|1[01]\d)(?P=s))?(?P<m5>\d{{1,2}})(?P=s)(?P<d5>\d{{1,2}})(?!\d))?"
)
_ANTIQUITY = 1000
_REPUBLIC_BEGAN = 1911
_REPUBLIC = re.compile("(?:中华)?民国 ?$")
_YEAR = re.compile(
    rf"(?:(?:19|20)\d{{2}}|[二一][{_HAN}○Oo0]{{3}})年(?:度|底|初|末|版)?(?: ?(?:{_N})月(?:份|底|初|末)?(?!{_N}))?"
    rf"|(?<!\d)(?:1[0-2]|[1-9]|十[一二]?|[一三四五六七八九])月(?=份|底|初|末)"
)
_DAY = re.compile(
    rf"(?P<d>{_N})(?:[日号])?(?P<r>{SEPARATOR}(?:本月|当月|次月|下月|翌月)?(?P<e>{_N}))?(?P<w>[日号])(?!楼|线|门|机|岗|常|志|程|报|益|内|均|历|用品|以内|之内)"
)
_MONTHLY = re.compile(
    r"(?:每个?月|当月|次月|本月|下个?月|上个?月|该月|隔月|月度|每季度首月|每?季度?末|月)(?:份)?(?:的|底|初|末|中旬)?"
    r"(?:前|于|在|为)?(?:\d{1,2}[日号]?[、,和及与] ?){0,3}$"
)
# 每月10、25日盘点: the first of a row of days.
_DAY_OF_ROW = re.compile(rf"(?P<d>{_N})(?=(?:、(?:{_N})){{0,3}}[、和及与](?:{_N})[日号](?!常|志|程))")
_NAMED_DAY = re.compile("[之以]?前|起|发|或之|上午|下午|晚|早|凌晨|当[天日]|截止|开始")
_EACH_MONTH = re.compile(r"每个?月(?:的)?(?:\d{1,2}[、,和及与] ?){0,3}$")
_DAY_EARLIER = re.compile(r"(?:每个?|当|次|本|上)月\d{1,2}[日号][^。!?\n\d]{1,12}[,;、]$")
_M = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
# 三月内 are months to wait, 一月一次 is a rhythm; 3月份 and 三月底 name a time and no day.
_MONTHS = re.compile(
    rf"(?P<m>{_M})(?:(?:月?{SEPARATOR}(?:{_LATER_YEAR})?|、)(?P<n>{_M}))?月(?![\d{_HAN}份底初末中下上内以之薪租息饼台球结报刊度嫂费]|(?:一|两|二|三)[次回])"
)
# 11月底前 is a limit; 去年11月底 only names a time.
_MONTH_END = re.compile(rf"(?P<m>{_M})月[底末](?=[之以]?前)")
_NO_MONTH_BEHIND = frozenset("第个满约近逾过足零一二三四五六七八九十半-/.")
_LENGTHENS = frozenset("内以之前后的,。;")
_MONTH_NAMED = re.compile("(?:每个?|当|次|本|下个?|上个?|隔|翌)月$")
_YEAR_NAMED = re.compile("(?:每|当|次|翌|同|下一|上一|本)年(?:的)?$")
_MONTHLY_BEFORE = re.compile(r"(?:每个?月|当月|次月|本月|下月|隔月)[^。;!?\n]{0,24}$")


def read_clock(view: str, start: int) -> Reading | None:
    """Return the clock time, or the range of times, that begins at *start*, or None."""
    match = _TIMES.match(view, start)
    goes_on = start and (view[start - 1] in "./" or re.search(r"\d:?$", view[max(0, start - 2) : start]))
    if match is None or (goes_on and view[start].isdecimal()):
        return None
    if match["w1"] and not _sure(match, view):
        return None
    if not match["w1"] and _RATIO.search(view, max(0, start - 48), start):
        return None
    if re.match(" ?(?:的?比[例率]?|稀释|配|兑|混)", view[match.end() : match.end() + 4]) or view[
        max(0, start - 2) : start
    ] in (
        "比例",
        "例为",
    ):
        return None
    # 下午两点、四点: the second is in the afternoon too; a night shift does not begin in the morning, but where the hours run
    # to 24 it is meant as written: 晚班9:00-20:00.
    earlier = _LATER_OF_DAY.search(view, max(0, start - 16), start)
    to_24 = match["h2"] is not None and int(match["h2"]) > _NOON
    first = _minutes(match, "1", earlier["p"] if earlier and not to_24 else None)
    if first is None:
        return None
    if not (match["h2"] or match["o2"] or match["till"]):
        end = match.end("r1") if match["r1"] else match.end("w1") if match["w1"] else match.end()
        return Reading(start, end, FigureKind.TIME, _clock(first))
    if match["till"]:
        minute = to_int(match["till"]) or 0
        last = first - first % 60 + minute
        if first < last and minute < 60:
            return Reading(start, match.end(), FigureKind.TIME, f"{_clock(first)}..{_clock(last)}")
        return Reading(start, match.end("r1"), FigureKind.TIME, _clock(first))
    # 夜间十时至翌日六时: the next day has its own morning.
    second = _minutes(match, "2", None if match["next"] else match["p1"])
    if second is None:
        return None
    if match["h2"] and not match["next"] and 690 <= first <= 810 and second <= 180:
        # 午休12:00-1:00.
        second += 720
    night = match["next"] or match["h2"]
    if second < first and not match["p2"] and not night and second + 720 <= 1440 and first < 720 + second:
        second += 720
    return Reading(start, match.end(), FigureKind.TIME, f"{_clock(first)}..{_clock(second)}")


def _sure(match: re.Match[str], view: str) -> bool:
    if match["p1"] or match["r1"] or match["h2"]:
        return True
    if view[max(0, match.start() - 2) : match.start()] in ("当日", "当天", "次日", "翌日"):
        return True
    if match["o1"].isdecimal() and int(match["o1"]) > _NOON and view[match.end() : match.end() + 1] not in _LIST_ENDS:
        return True
    if match["o2"] is not None or _SURE_BEHIND.match(view, match.end()) or _HELD_THEN.match(view, match.end()):
        return True
    if view[match.end() : match.end() + 1] in _LIST_ENDS:
        return False
    if _HOUR_ROWED.search(view, max(0, match.start() - 6), match.start()):
        return True
    if not match["o1"].isdecimal():
        return False
    return bool(
        _HOUR_ROW.match(view, match.end()) or _HOUR_BEFORE.search(view, max(0, match.start() - 4), match.start())
    )


def _minutes(match: re.Match[str], tag: str, inherited: str | None) -> int | None:
    hour = to_int(match[f"h{tag}"] or match[f"o{tag}"])
    rest = match[f"m{tag}"] or match[f"r{tag}"] or ""
    known = {"": 0, "整": 0, "钟": 0, "半": 30, "一刻": 15, "三刻": 45}
    minute = known[rest] if rest in known else to_int(rest.rstrip("分"))
    if hour is None or minute is None or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    daytime = match[f"p{tag}"] or inherited
    if daytime in _NIGHTLY:
        daytime = "晚" if 5 < hour < _NOON else None
    if daytime in _AFTERNOON and daytime.startswith(("晚", "夜")) and hour < _SMALL_HOURS:
        # 晚0:00至2:00: the night goes on into the next day.
        return hour * 60 + minute
    if (daytime in _AFTERNOON and (hour < 12 or (hour == 12 and daytime.startswith(("晚", "夜"))))) or (
        daytime == "中午" and hour < 4
    ):
        hour += 12
    elif daytime == "凌晨" and hour == 12:
        hour = 0
    return hour * 60 + minute if hour <= 24 else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def read_date(view: str, start: int) -> Reading | None:
    """Return the date that begins at *start*: with a year, of every year, or of every month; or None."""
    match = _DATE.match(view, start)
    if match:
        year = to_int((match["y"] or match["y2"] or "0").replace("O", "0").replace("o", "0"))
        month = to_int(match["m"] or match["m2"] or match["m4"] or match["m6"])
        day = to_int(match["d"] or match["d2"] or match["d4"] or match["d6"])
        if year is None or month is None or day is None or not _exists(year, month, day):
            return None
        if 0 < year < _ANTIQUITY:
            # 民国115年 is 2026, with or without its name.
            republic = _REPUBLIC.search(view, max(0, start - 5), start)
            year, start = year + _REPUBLIC_BEGAN, republic.start() if republic else start
        value = _day(year, month, day)
        if till := match["d3"] or match["d5"] or match["d7"]:
            last_year = to_int(match["y3"] or match["y5"] or "0") or (year + 1 if year and match["late"] else year)
            last_year += _REPUBLIC_BEGAN if 0 < last_year < _ANTIQUITY else 0
            last = last_year, to_int(match["m3"] or match["m5"] or match["m7"] or "0") or month, to_int(till) or 0
            value += f"..{_day(*last)}" if _exists(*last) else ""
        if not year and (prefix := _YEAR_NAMED.search(view, max(0, start - 4), start)):
            start = prefix.start()
        return Reading(start, match.end(), FigureKind.DATE, value)
    return _day_of_month(view, start) or _month(view, start)


def _day(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def _month(view: str, start: int) -> Reading | None:
    """Return the month, or the months from one to another, that begin at *start*: 每年四月, 六月至九月, 一、二月."""
    match = _MONTHS.match(view, start) or _MONTH_END.match(view, start)
    if match is None or (start and view[start - 1] in _NO_MONTH_BEHIND):
        return None
    first, last = to_int(match["m"]), to_int(match["n"]) if match.groupdict().get("n") else None
    if first is None or not 1 <= first <= 12 or (last is not None and not 1 <= last <= 12):
        return None
    value = f"--{first:02d}" + (f"..--{last:02d}" if last else "")
    return Reading(start, match.end(), FigureKind.DATE, value)


def _day_of_month(view: str, start: int) -> Reading | None:
    match = _DAY.match(view, start)
    if match is None:
        row = _DAY_OF_ROW.match(view, start) if _EACH_MONTH.search(view, max(0, start - 16), start) else None
        day = to_int(row["d"]) if row else None
        return Reading(start, row.end(), FigureKind.DATE, f"---{day:02d}") if row and day and day < 32 else None
    first, second = to_int(match["d"]), to_int(match["e"]) if match["e"] else None
    if first is None or not 1 <= first <= 31 or (second is not None and not 1 <= second <= 31):
        return None
    before = view[max(0, start - 40) : start]
    near = _MONTHLY.search(before) is not None
    behind = view[match.end() : match.end() + 2]
    framed = behind.startswith(("前", "之", "以", "起")) and _MONTHLY_BEFORE.search(before) is not None
    # 15号前 names a day even without its month; 15日前 may be fifteen days before.
    named = match["w"] == "号" and _NAMED_DAY.match(view, match.end())
    # (1)26日，考勤员导出数据; 每月3日关账，5日出报表: a day that stands alone, or goes on from one.
    # 自4日起, 22号晚上: so a day of this month.
    begins = match["w"] == "日" and behind.startswith("起") and (not before or before[-1] in "自从,。;:\n")
    alone = match["d"].isdecimal() and behind[:1] in (",", "", "为") and (not before or before[-1] in ":)。;\n")
    goes_on = match["d"].isdecimal() and _DAY_EARLIER.search(before) is not None and behind[:1] not in _LENGTHENS
    if not (near or framed or named or begins or alone or goes_on):
        return None
    if before.endswith("提前") or (near and before.endswith("个月")):
        return None
    if prefix := _MONTH_NAMED.search(view, max(0, start - 4), start):
        start = prefix.start()
    value = f"---{first:02d}" + (f"..---{second:02d}" if second else "")
    return Reading(start, match.end(), FigureKind.DATE, value)


def skip_year(view: str, start: int) -> int | None:
    """Return the end of a year or month that names a time without a day (2023年, 5月份): no figure of a rule."""
    match = _YEAR.match(view, start)
    return match.end() if match else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True
