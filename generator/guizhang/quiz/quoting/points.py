"""How a point of a list reads behind the introduction of its list, in a sentence of both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guizhang.model.text import Lang, Text
from guizhang.quiz.quoting.quotable import points_forward

BLANK = "______"
"""What stands for what is asked for."""
COLON: Mapping[Lang, str] = {"zh": "：", "en": ": "}
SEMICOLON: Mapping[Lang, str] = {"zh": "；", "en": ";"}
DOTS: Mapping[Lang, str] = {"zh": "……", "en": " …"}
UNLED = Text(en="…")
"""What stands for the introduction of a list that has none, below its heading."""
"""What stands for a list, or for the points of it that are not quoted."""
_ENDS = re.compile(r"[。！？]|[.!?] ")
_DIGIT = re.compile(r"\d")
# 员工应当：+ 请客户坐下 is one sentence.
_COMPLETED = {
    "zh": re.compile(r"(应当|必须|不得|可以|严禁|禁止|包括|写明|载明|注明|客户)[：:]$"),
    "en": re.compile(
        r"\b(shall|must|not|may|should|includes?|states?|stating|within|after|until|customer|consider|if|where|when|receives?"
        r"|staff|is|are|be|to|by|as|covering|including):$"
    ),
}
# 有下列情形之一的，为旷工：+ 未经批准外出 is one sentence as well: 未经批准外出的，为旷工.
_POINTED = {
    "zh": re.compile(r"()有(?:下列|以下)(?:情形|情况|行为)之一(的)"),
    "en": re.compile(r"()\b(?:Each|Any|Any one) of the following()\b"),
}
# 有下列情形之一的，给予奖励：+ 拾金不昧的，奖励200元: what follows here stands in the point.
# 投诉有下列情形之一的，是重大投诉：+ 有人堵门: the point has a subject of its own; of people it says what they do.
_THING = re.compile(r"[^，。；：]*[^，。；：员人者工生长师方们户客]$")
_SOMEBODY = re.compile(
    "(?:[^，。；：]的|^[^，。；：的]{0,8}?)(?:病人|[患病][者儿兒]|老人|客人|[员員]工|人[员員]|[学學][员員生]|[会會][员員]|[儿兒]童|孕[妇婦]|家[属屬][长長]?|家[长長]|[业業]主|[顾顧旅乘]客|[职職]工|教[师師]|者|男性|女性)$"
)
_OUTCOME = re.compile(
    r"的，(?!但|除)[^；。]{0,12}?(?:奖|罚|扣|记[大小]?过|警告|通报|解除|辞退|开除|赔偿|停|取消|降|给予|予以|发给|发放|处|免|按|由|须|应|可|不得)"
)
# Company cards: + must never be lent is one sentence.
_NAMED = re.compile(r"([A-Z][\w'’ -]{2,40}):\s*")
_GOES_ON = re.compile(r"(?:must|may|shall|should|can|cannot|will|are|is|has|does)\b")
_ANNOUNCES = {
    "zh": re.compile(
        r"[，；、](?:并|同时|报告|应当|必须|由其)*(?:写明|载明|注明|说明|记明|填明|标明|记下|登记|检查|核对|查明|包括|内容包括|步骤如下|检查时必须|调查时必须)……$"
    ),
    "en": re.compile(
        r"(?:,? (?:and )?(?:stating|giving|saying|showing|noting|recording|covering|including|to check|checking|establishing)"
        r"|, (?:and|in)\b[^,.;_]{0,40}) …$"
    ),
}


def completed(introduction: str, lang: Lang) -> str:
    """Return an introduction that its points complete, without its colon; any other as it is."""
    return _COMPLETED[lang].sub(r"\1", introduction)


def takes_in(introduction: str, lang: Lang) -> bool:
    """Tell whether a point stands inside an introduction, in the place of words for the list."""
    return _POINTED[lang].search(introduction) is not None


def joined(introduction: str, point: str, lang: Lang, *, first: bool = False, alone: bool = False) -> str:
    """Return the sentence of an introduction and a point without its closing punctuation.

    Args:
        introduction: What stands before the list, with its colon where the points do not complete it.
        point: The point, without its mark and its closing punctuation.
        lang: The language of both.
        first: Whether nothing is left out before the point.
        alone: Whether the list has no other.
    """
    stop = "" if point.endswith(("：", ":")) else "。" if lang == "zh" else "."
    # A point may end as the introduction goes on: 抛摔货物的 and 的，给予书面警告.
    pointed = _POINTED[lang].search(introduction)
    if lang == "zh" and pointed and _OUTCOME.search(point):
        return f"{introduction[: pointed.start()]}{point}{stop}"
    if lang == "zh" and pointed and _THING.search(introduction[: pointed.start()]):
        return f"{introduction}{DOTS[lang]}{point.removesuffix('的')}{stop}"
    # 6周岁以下的儿童，可以…: a point that names somebody takes no 的.
    somebody = lang == "zh" and _SOMEBODY.search(point) is not None
    placed, stands = _POINTED[lang].subn(
        lambda m: m[1] + (point if somebody else point.removesuffix(m[2]) + m[2]), introduction.rstrip(" ：:")
    )
    if stands:
        said = f"{placed}{stop}"
        return said[:1].upper() + said[1:] if lang == "en" else said
    if lang == "en" and _GOES_ON.match(point) and (named := _NAMED.fullmatch(introduction)):
        return f"{named[1]} {point}{stop}"
    # What announces a list, of which this is one point, shows by dots that it has others.
    blank = introduction[len(introduction.rstrip()) :]
    listed = introduction.rstrip().endswith(COLON[lang].rstrip())
    dots = DOTS[lang].lstrip() + blank if (listed or points_forward(introduction)) and not alone else ""
    if dots and listed and first:
        # A point of several sentences ends as they do.
        between = "。" if lang == "zh" and "。" in point else SEMICOLON[lang]
        return f"{introduction}{point}{between}{DOTS[lang]}"
    if lang == "en" and not dots and not introduction.rstrip().endswith(":") and point[1:2].islower():
        point = point[:1].lower() + point[1:]  # Employees must: + Notify the supervisor
    return f"{introduction}{dots}{point}{stop}"


def goes_on(point: str) -> bool:
    """Tell whether an English point only goes on with what its introduction names: must never be lent."""
    return _GOES_ON.match(point) is not None


def unannounced(text: str, lang: Lang) -> str:
    """Return *text* without the words that announce a list that is not asked for: ……，写明…… ends with a stop."""
    return _ANNOUNCES[lang].sub("。" if lang == "zh" else ".", text)


def with_points(introduction: str, points: Sequence[str], lang: Lang) -> str | None:
    """Return an introduction that ends in dots with all its points instead; ``None`` where one is more than a sentence.

    What its points count would tell the figure that is asked for: shifts of 8 hours, how long a day is covered.
    """
    if any(_ENDS.search(point) or (BLANK in introduction and _DIGIT.search(point)) for point in points):
        return None
    listed = (SEMICOLON[lang] + (" " if lang == "en" else "")).join(points)
    return f"{introduction.removesuffix(DOTS[lang])}{COLON[lang]}{listed}{'。' if lang == 'zh' else '.'}"
