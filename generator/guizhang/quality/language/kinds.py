"""What a short name stands for, by the noun it ends with: a person, an office, a place, a time or a thing."""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.model.text import Lang
from guizhang.quality.language.lexicon import kind_of_name, lexicon

PERSON, OFFICE, PLACE, TIME, THING = "person", "office", "place", "time", "thing"
EVENT = "event"
QUALITIES = ("colour", "shape", "quality", "language")
"""What something is, or has in it: kinds that go with none but their own."""

_TIME_ZH = re.compile(
    r"(?:每|当|次|本|下|上)?(?:[周星期]+[一二三四五六日天](?:上午|下午|晚上|早上)|[天日](?:早上|上午|下午|晚上|中午|凌晨)|月底|月初|月末|年底|年初"
    r"|周末|季度末|周[一二三四五六日]|星期[一二三四五六日天]|上午"
    r"|下午|早上|晚上|中午|下班|上班|当天|次日|傍晚|清晨|午后|凌晨|节假日|工作日)(?:之?[前后])?(?:以[前后])?"
    r"|(?:早上|上午|下午|晚上|中午)?[零一二两三四五六七八九十\d]{1,3}[点时](?:整|半|钟)?(?:以?[前后])?"
)
# Names of the lexicon's words aside end so.
_ENDINGS_ZH: tuple[tuple[str, re.Pattern[str]], ...] = (
    (PERSON, re.compile(r"(?:人员|负责人|管理[员者]|[一-龥]员|[一-龥]{1,3}(?<![困伤救载咬骂打撞压找接送吓扰])人)$")),
    (OFFICE, re.compile(r"(?:[事政售划流质务营产术务控资]部|部门?|[务政育事管财审计划学研]处|[务卫险政事疗研]科|财务|行政|人事)$")),
    (
        PLACE,
        re.compile(
            r"(?:室|(?<![时期中空夜晚人世瞬民车])间|厅|库|仓|楼|楼梯口?|台|柜|箱|架|栏|亭|院|场|区|门|角落|窗口|电梯间"
            r"|[一二三四五六七八九十\d]楼|[东西南北左右内外前后两一]侧|[上下中底顶]层|旁边|对面|里面|外面|上面|下面|中央|附近)(?:里|内|外|旁|上)?$"
        ),
    ),
    (THING, re.compile(r"(?:表|单|册|簿|证|卡|牌|书|规定|号码|票|章|函|笔|包|伞|帽|鞋|衣|服|资料|照片|器|[^司]机|仪|录像带|胶带)$")),
)  # fmt: skip
# 放进抽屉, 交给主管, 请其出示证件: what is done with a thing is no name of it.
_DOING_ZH = re.compile(
    r"^(?:放|拿|送(?!货)|带|存(?!放|档)|交(?!接)|锁|写(?!字)|贴|挂|找|问|叫|请|去|到|回|留|塞|藏|扔|丢|发(?!货|票)|报(?!告|警箱|表)|转|告诉|联系"
    r"|询问|等|由|用|打(?!印|卡)|关|开(?!水|票)|按|走(?!廊)|"
    r"跑|站|坐|看|听|擦|扫|搬|移|推|拉|进|换|借(?!阅|款)|还|陪|扶|呼叫|提醒|要求|离开|前往|拨|停(?!车)|套|穿|戴|佩|收(?!银|件|据|发)|拍|签(?!到)|填"
    r"|核对|检查|提交|通知(?!书|单)|归还|使用|打开)"
    r"|[为被由把将向给不没了过着已未让您你我,，、；]|[放送交拿写贴存锁][进入到给在]"
)
_MOST_ZH = 8

_NOT_PERSON = frozenset(
    "danger together larder gutter shutter defender spacer sander grinder slicer mincer strainer bumper fender "
    "protector connector adaptor drawer counter folder computer printer paper letter number order register locker corner "
    "container cover meter filter flyer banner poster ledger "
    "binder tower elevator monitor door floor corridor mirror error water summer winter offer matter october november december september power "
    "centre center theatre transfer voucher sticker scanner extinguisher charger calculator trailer cooler toner screwdriver holder ladder hour "
    "quarter calendar newsletter server projector detector generator weather dinner shower answer colour color behaviour favour labour paragraph chapter "
    "warrant restaurant document moment other either another further rather never ever over under after former later latter larger longer shorter "
    "higher lower newer older fewer better river mist dust trust cost guarantee fee coffee committee degree tree three see trolley "
    "waist wrist first last least past most test request rest post dentistry checklist playlist contrast interest tier half-year year importer "
    "powder rubber timber lumber copper silver fiber cider liver laser toaster blender locker hairdryer tumbler pointer "
    "cylinder thermometer barrier carrier courier-bag "
    "canister planner timer router air repair chair stair pair hair major minor outdoor indoor prior quiver lever tender gender reminder remainder "
    "layer stapler marker cutter freezer heater boiler copier shredder headquarter dryer washer tracker organiser tablet-computer "
    "lighter blazer cooker mixer speaker hanger duster adapter sharpener opener saucer pepper butter burger razor vapor factor motor anchor "
    "character semester trimester plant plaster finger shoulder leather sweater jumper slipper trouser wrapper envelope-opener wallpaper newspaper".split()
)  # fmt: skip
# What the lexicon calls a document, or food, is a thing here; an event is a time as well.
_AS = {
    PERSON: PERSON,
    OFFICE: OFFICE,
    PLACE: PLACE,
    TIME: TIME,
    "document": THING,
    "thing": THING,
    "food": THING,
    "animal": THING,
    EVENT: EVENT,
} | {kind: kind for kind in QUALITIES}
PAST = re.compile(
    r"told|gave|took|made|wrote|left|sent|kept|went|said|got|found|held|lost|met|paid|sold|spoke|threw|wore|broke|brought|bought|chose|did|drew"
    r"|drove|forgot|had|heard|hid|knew|laid|led|lent|meant|ran|rang|saw|sat|shook|stood|taught|thought|tore|understood|withdrew|won"
)
"""Irregular pasts that are no base form as well."""
_HAPPENED_EN = re.compile(
    r"[a-z]{2,}ed|lost|stuck|burst|broken|stolen|torn|spilt|forgotten|hurt|shut|sunk|worn|blown|frozen|missing|leaking|failing"
)
_PERSON_END = re.compile(r"[a-z]{3,}(?:er|or|ist|man|men|woman|women|ee|yer|eer|ician)")
_TIME_EN = re.compile(
    r"(?:(?:at|by|before|after|on|every|each|in|until) )?(?:the )?(?:(?:end|start|beginning) of (?:the|each|every) (?:day|week|month|year"
    r"|shift)|\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|(?:half past|(?:a )?quarter (?:past|to)) [a-z]+|noon|midnight"
    r"|(?<= )(?:lunch|breakfast|dinner|supper|[a-z]+ time)|midday|morning|afternoon|evening|night|"
    r"(?:(?:next|last) )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:morning|afternoon|evening|night))?|week|month|year|january"
    r"|february|march|april|may|june|july|august|september|october|november|december"
    r"|\d{1,2}(?:st|nd|rd|th)|(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day of (?:the|each|every) (?:month|quarter|year)|(?:first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|fifteenth|twentieth|last day)(?: of (?:the|each|every|next) (?:month|week|year|quarter))?)"
)
_IN_EN = re.compile(
    r"(?:in|at|on|behind|near|outside|inside|under|into|onto|beside|by)\s+(?=the\b|an?\b|his\b|her\b|their\b|its\b|your\b|one's\b)"
)
_BEFORE_EN = re.compile(r"(?:only )?(?:the|an?|his|her|their|its|your|our|one's|any|every|each|another)\s+")
_TAIL_EN = re.compile(r"\s+(?:of|for|in|at|with|from|on|who|that|which|to|under|next|behind|by|near|without|about)\b.*")
_COUNT_EN = re.compile(r"\s+(?:one|two|three|four|five|[a-e]|\d+)$")
# Twenty days of leave are leave.
_SO_LONG = re.compile(r"\b(?:minutes|hours|days|weeks|months|years) of (?!the\b|each\b)")
_THE_ONE = re.compile(r"(?:the|this|that) [a-z]+ ones?\b")
_MOST_EN, _MOST_BARE_EN = 6, 3
_NO_NAME = frozenset(
    "it its them the a an his her their and or is are was were must may can not do does be my your our this that".split()
)


def says_when(text: str, lang: Lang) -> bool:
    """Tell whether *text* is a time and nothing else: 每周三下午, at noon; a trial day is more."""
    plain = text.strip().rstrip("。.").lower()
    return (_TIME_ZH if lang == "zh" else _TIME_EN).fullmatch(plain) is not None


@lru_cache(maxsize=16384)
def kind_of(text: str, lang: Lang) -> str | None:
    """Return what *text* names, ``None`` where it is no name or its noun is not known.

    Figures are not its business; 前台 and "reception" are an office, which is a place and somebody at once.
    """
    plain = text.strip().rstrip("。.").strip('“”"')
    return _kind_zh(plain) if lang == "zh" else _kind_en(plain)


def _kind_zh(text: str) -> str | None:
    if _TIME_ZH.fullmatch(text):
        return TIME
    name = re.sub(r"^在", "", text)
    name = name.rpartition("的")[2] if len(name) <= _MOST_ZH else name
    if not 1 < len(name) <= _MOST_ZH or _DOING_ZH.search(name):
        return None
    known = kind_of_name(re.sub(r"(?<=[一-龥]{2})(?:里|内|外|旁|上)$", "", name), "zh")
    if known in QUALITIES and name not in lexicon("zh").kinds:
        return None  # 投诉态度 is done with it
    if known:
        return _AS.get(known)
    return next((kind for kind, ending in _ENDINGS_ZH if ending.search(name)), None)


def _kind_en(text: str) -> str | None:
    plain = text.lower()
    if _TIME_EN.fullmatch(plain):
        return TIME
    if _THE_ONE.match(plain) or _SO_LONG.search(plain):
        return None  # the red one: of what, another option says
    placed = _IN_EN.match(plain)
    rest = plain[placed.end() :] if placed else plain
    article = _BEFORE_EN.match(rest)
    name = _COUNT_EN.sub("", _TAIL_EN.sub("", rest[article.end() :] if article else rest)).split()
    if not name or len(name) > _MOST_EN or (not article and len(name) > _MOST_BARE_EN) or not _NO_NAME.isdisjoint(name):
        return None
    if not article and (_HAPPENED_EN.fullmatch(name[0]) or PAST.fullmatch(name[0])):
        return None  # Lost child, burst pipe: what has happened
    head = name[-1].rstrip(",").rpartition("-")[2]
    known = kind_of_name(" ".join([*name[:-1], head]), "en")
    kind = _AS.get(known) if known else None
    # A post nobody listed has its article, or another word before it: hunger and a multimeter have none.
    if (
        known is None
        and (article or len(name) > 1)
        and not head.endswith(("meter", "ator"))
        and _PERSON_END.fullmatch(head.removesuffix("s"))
        and head.removesuffix("s") not in _NOT_PERSON
    ):
        kind = PERSON
    if placed:
        return PLACE if kind in (PLACE, OFFICE) else None
    return kind if article or kind in (PERSON, OFFICE, PLACE, EVENT, *QUALITIES) or len(name) > 1 else None
