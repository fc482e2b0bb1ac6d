"""The scan: one way through a text, at each sign a figure may begin with the readers that know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from guizhang.zh.folding import BLANK, Folded, Mask, fold, plain
from guizhang.zh.quantities.bounds import find_bound, find_bound_en, find_span_bound
from guizhang.zh.quantities.clock import read_clock, read_date, skip_year
from guizhang.zh.quantities.counts import read_count, read_half_count, read_rung
from guizhang.zh.quantities.durations import read_duration, read_half, read_ordinal_day
from guizhang.zh.quantities.english import read_english
from guizhang.zh.quantities.english_clauses import shares_limit
from guizhang.zh.quantities.english_forms import NUMBER_WORDS
from guizhang.zh.quantities.figure import Figure, FigureKind, Limit, Reading
from guizhang.zh.quantities.frequencies import read_frequency
from guizhang.zh.quantities.friends import hide
from guizhang.zh.quantities.money import read_money
from guizhang.zh.quantities.numbers import HAN, read_number
from guizhang.zh.quantities.shares import read_majority, read_share
from guizhang.zh.quantities.spellings import as_read
from guizhang.zh.quantities.triggers import find_trigger
from guizhang.zh.quantities.units import SIGN, SIGNS

_DAYTIME = "[AP]M(?= ?\\d{1,2}:)|上午|下午|早上|早晨|清晨|凌晨|中午|傍晚|晚上|晚间|夜间|夜里|(?<!最)[早晚](?=[\\d一二三四五六七八九十])"
# Where a figure can begin, each alternative with the readers that are asked there.
_BEGIN = re.compile(
    rf"(?P<number>[\d{HAN}])|(?P<every>每|(?<![的者后则再])隔(?:[周月]|(?<!,隔)[日天]))|(?P<share>对折|折半|半价|半薪|半成(?![品本年人员型为])|过?半数|过半(?![小天个年月日]))|(?P<half>半)|(?P<double>双倍)|(?P<rung>第)|(?P<day>当[天日]|次日|翌日)|(?P<clock>{_DAYTIME})"
    rf"|(?P<sign>±|{SIGN})"
)
# What one of them begins with: to find a sign of these is many times as fast as to ask all alternatives at every place.
_BEGINNING = re.compile(
    rf"[AP\d{HAN}每隔对折半过双第当次翌上下早清凌中傍晚夜±{''.join(sorted({sign[0] for sign in SIGNS}))}]"
)
_MEASURED_BEFORE = re.compile(r"[\d一二三四五六七八九十百千万](?:公里|千米|km|米|升|元|吨|转|次)$")
# 1730，22时: a comma between two numbers parts them unless it parts thousands.
_RUN = re.compile(rf"[\d{HAN}]+(?:,\d{{3}}(?!\d)|\.\d+)*")
_SAME_DAY = re.compile(
    r"当[天日](?=(?:之?内|下班前|之?前)|(?:将|把|即|就|应|须|必须|要|及时|完成|予以|给予|上报|反馈|回复|答复|处理|登记|录入|提交|上交|归还|办结|汇报|报告|通知|结清|解决|"
    r"送达|更新|告知|清理|整理|受理|开具|回报|报备|存[入档]|入[账库]))(?!处理的|完成的|上报的)"
)
# 按前三个月平均, 近前三天: time gone by, no time before something to come.
_MEASURED = frozenset((FigureKind.DURATION, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT))
_OR = re.compile(" ?(?:或者?|or) ?")
_FIRST = re.compile("免费|免收|免租|每|可|按|为|内|的|合作|平均|累计|[一-龥]{0,4}期间")
_LOOKS_BACK = frozenset("按以近的每从与和比产")
_NEXT_DAY = re.compile(r"[次翌]日(?!常|上午|早|凌晨|清晨|下午|中午|晚|傍晚|夜| ?\d|[零〇一二三四五六七八九十]+[点时])")
# Most clauses have neither of these nor a number word, and need no closer look.
_MAYBE = re.compile(rf"[\d½¼¾{HAN}每隔半双当次翌参折乙元]")
# 5 p.m. has no two letters together.
_LATIN = re.compile(r"[A-Za-z]{2}|[ap]\.m\b")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile(r"[一-龥]")
# RMB200（含）以上 stands in Chinese, two days（两天） need not.
_CHINESE_BEHIND = re.compile(r"(?:[(]不?包?含[^()]{0,4}[)])?[一-龥]")
_OR_SO = re.compile(" (?:or|and) [a-z]")


# 上午 8 时 30 分, 每月 5 日前: many set figures off by blanks. Tabs part the cells of a table.
_SET_OFF = re.compile(
    rf"(?<=[一-龥])(?<![{HAN}]) {{1,4}}(?=\d[\d.,:]* {{0,4}}[一-龥%‰])|(?<=\d) (?=\d{{3}} ?[元块](?!\d))"
    rf"|(?<=\d) {{1,4}}(?=[年月日号时点分秒天个小周季元块%‰次名至到起前后])"
)


def _closed_up(folded: Folded) -> Folded:
    """Return *folded* without the blanks that only set a figure off."""
    if " " not in folded.text:
        return folded
    blanks = [
        Mask(at, at + 1, BLANK)
        for found in _SET_OFF.finditer(folded.text)
        for place in range(found.start(), found.end())
        if folded.source[(at := folded.origin(place))] != "\t"
    ]
    return fold(folded.source, [*folded.masks, *blanks]) if blanks else folded


def find_figures(text: str | Folded) -> list[Figure]:
    """Return the figures of *text* in order, without overlap.

    Args:
        text: A stored text, or its folded view where the caller has one. Offsets and spans are those of the stored text.
    """
    return list(_found_in(text)) if isinstance(text, str) else _found(text)


# The options of questions and the sentences they stand in are asked for by many.
@lru_cache(maxsize=8192)
def _found_in(text: str) -> tuple[Figure, ...]:
    return tuple(_found(text))


def _found(text: str | Folded) -> list[Figure]:
    if not _possible(plain(text) if isinstance(text, str) else text.text):
        return []
    folded = _closed_up(fold(text) if isinstance(text, str) else text)
    view = hide(as_read(folded.text))
    unmasked = not folded.masks
    figures: list[Figure] = []
    before: tuple[int, Limit, bool] | None = None
    for reading in _readings(view, english=_LATIN.search(view) is not None):
        start, end = (
            (reading.start, reading.end)
            if unmasked
            else (folded.origin(reading.start), folded.pieces(reading.start, reading.end)[-1][1])
        )
        bound, inclusive = _bound(view, reading)
        if (
            bound is Limit.EXACT
            and reading.kind in _MEASURED
            and before
            and before[1] is not Limit.RANGE
            and _OR.fullmatch(view, before[0], reading.start)
            and find_span_bound(view, start, end) is None
        ):
            # 不得超过三个月或者60课时: the limit is that of both.
            bound, inclusive = before[1:]
        elif before and figures[-1].kind is reading.kind and shares_limit(view, before[0], reading.start, reading.end):
            bound, inclusive = before[1:]
        before = (reading.end, bound, inclusive)
        trigger = None
        if reading.kind is FigureKind.DURATION and (place := find_trigger(folded.text, reading.start, reading.end)):
            trigger = folded.printed(*place)
        figures.append(
            Figure(
                start,
                end,
                folded.source[start:end],
                reading.kind,
                reading.value,
                reading.unit,
                bound,
                inclusive,
                trigger,
            )
        )
    return figures


def _possible(view: str) -> bool:
    return _MAYBE.search(view) is not None or not NUMBER_WORDS.isdisjoint(_LATIN_WORD.findall(view.lower()))


def _bound(view: str, reading: Reading) -> tuple[Limit, bool]:
    if ".." in reading.value:
        return Limit.RANGE, True
    if reading.limit is not None:
        return reading.limit, reading.inclusive
    if reading.kind is FigureKind.DURATION and (settled := find_span_bound(view, reading.start, reading.end)):
        return settled
    at_time = reading.kind in (FigureKind.DATE, FigureKind.TIME)
    if _is_english(view, reading):
        spans = reading.kind is FigureKind.DURATION
        return find_bound_en(view, reading.start, reading.end, at_time=at_time, spans=spans)
    bound, inclusive = find_bound(view, reading.start, reading.end)
    if at_time:
        # 自三月一日起施行 names the day it begins.
        return (Limit.EXACT if view.startswith("起", reading.end) else _of_day(view, reading, bound)), True
    if bound is Limit.MAX and reading.unit in _LENGTHS and _NOT_NEAR.match(view, reading.end):
        return Limit.EXACT, True
    before = view[max(0, reading.start - 1) : reading.start]
    farther = view[max(0, reading.start - 2) : reading.start - 1]
    if (
        bound is Limit.EXACT
        and before == "前"
        and reading.kind is FigureKind.DURATION
        and not _FIRST.match(view, reading.end)
        and farther not in _LOOKS_BACK
    ):
        # 召开前3天, 期满前三十日: at least so long before.
        return Limit.MIN, True
    if bound is Limit.MAX and reading.kind is FigureKind.DURATION and _ahead(view, reading):
        return Limit.MIN, True
    return bound, inclusive


# 14:00前不得进入: nobody may before then.
_NOT_BEFORE = re.compile("(?:之|以)?前[^,。;\\d]{0,10}?(?:不得|不准|不许|不能|不可|严禁|禁止|切勿|请勿)")
# 5米内严禁烟火: a distance to keep is told, and no limit of it.
_NOT_NEAR = re.compile("(?:之|以)?内[^,。;\\d]{0,8}?(?:不得|不准|不许|不能|不可|严禁|禁止|切勿|请勿)")
_LENGTHS = frozenset(("metres", "centimetres", "毫米", "公里"))


def _of_day(view: str, reading: Reading, bound: Limit) -> Limit:
    """Return the bound of a day or a time of day in Chinese words."""
    return Limit.MIN if bound is Limit.MAX and _NOT_BEFORE.match(view, reading.end) else bound


def _is_english(view: str, reading: Reading) -> bool:
    """Tell whether the words around a figure are English; 160cm以上 and USD50以内 stand in Chinese."""
    if _CHINESE_BEHIND.match(view, reading.end):
        return False
    before = view[max(0, reading.start - 3) : reading.start]
    if _OR_SO.match(view, reading.end):
        return True
    return not _HAN.search(before) and _LATIN.search(view, max(0, reading.start - 3), reading.end) is not None


def _ahead(view: str, reading: Reading) -> bool:
    """Tell 30日前通知 (at least thirty days ahead) from 30日内."""
    return view.startswith(("前", "之前", "以前"), reading.end)


def _readings(view: str, *, english: bool) -> Iterator[Reading]:
    latin = read_english(view) if english else []
    place = 0
    last: Reading | None = None
    while begin := _next(view, place):
        start = begin.start()
        if latin and latin[0].start <= start:
            reading = latin.pop(0)
            if reading.start >= place:
                yield reading
                place = reading.end
            continue
        found, place = _read(view, start, begin.lastgroup or "")
        if found is not None:
            last = found = _same_month(view, last, found)
            yield found
    yield from (reading for reading in latin if reading.start >= place)


_MONTH_AND_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d$")
_DAY = re.compile(rf"[\d{HAN}]+日")
_BESIDE = re.compile("[、和及与]")


def _same_month(view: str, last: Reading | None, found: Reading) -> Reading:
    """Return *found*, or the day it is beside a day of the same month: 十月一日、二日."""
    beside = last is not None and last.kind is FigureKind.DATE and _MONTH_AND_DAY.match(last.value)
    days = re.fullmatch(r"P(\d{1,2})D", found.value)
    if not (
        last
        and beside
        and days
        and _DAY.fullmatch(view, found.start, found.end)
        and _BESIDE.fullmatch(view, last.end, found.start)
    ):
        return found
    day = int(days[1])
    return replace(found, kind=FigureKind.DATE, value=f"{last.value[:-2]}{day:02d}", unit=None) if day < 32 else found


def _next(view: str, place: int) -> re.Match[str] | None:
    while sign := _BEGINNING.search(view, place):
        if begin := _BEGIN.match(view, sign.start()):
            return begin
        place = sign.end()
    return None


def _read(view: str, start: int, group: str) -> tuple[Reading | None, int]:
    """Return (the figure at *start* or None, where to go on)."""
    reading: Reading | None
    match group:
        case "every":
            # 110公里每小时 is a speed.
            often = None if _MEASURED_BEFORE.search(view, max(0, start - 6), start) else read_frequency(view, start)
            return often or (None, start + 1)
        case "half":
            if often := read_frequency(view, start):
                return often
            reading = read_half(view, start) or read_half_count(view, start)
        case "double":
            reading = Reading(start, start + 2, FigureKind.COUNT, "2", "倍")
        case "rung":
            reading = read_rung(view, start) or read_ordinal_day(view, start)
        case "day":
            reading = _read_day(view, start) or read_clock(view, start)
        case "clock":
            reading = read_clock(view, start)
        case "share":
            reading = read_majority(view, start)
        case "sign":
            reading = read_money(view, start)
        case _:
            return _read_number(view, start)
    return reading, reading.end if reading else start + 1


def _read_day(view: str, start: int) -> Reading | None:
    if _SAME_DAY.match(view, start):
        return Reading(start, start + 2, FigureKind.DURATION, "P0D", None, Limit.MAX)
    if _NEXT_DAY.match(view, start):
        return Reading(start, start + 2, FigureKind.DURATION, "P1D")
    return None


def _read_number(view: str, start: int) -> tuple[Reading | None, int]:
    # From the surest form to the loosest; a date must be read before its 日 is taken for days.
    reading = read_date(view, start) or read_clock(view, start) or read_share(view, start)
    if reading:
        return reading, reading.end
    year = skip_year(view, start)
    if year:
        return None, year
    if often := read_frequency(view, start):
        return often
    number = read_number(view, start)
    if number is None:
        run = _RUN.match(view, start)
        return None, run.end() if run else start + 1
    reading = read_money(view, start) or read_duration(view, number, start) or read_count(view, number, start)
    if reading is None or (start and view[start - 1] == "第" and reading.kind is not FigureKind.MONEY):
        run = _RUN.match(view, start)
        return None, max(number.end, run.end() if run else start + 1)
    return reading, reading.end
