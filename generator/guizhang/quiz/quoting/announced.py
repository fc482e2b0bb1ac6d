"""Lines over rules that are whole without them: a label for a part (收费标准：, Late berths:), and what only says that something follows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guizhang.model.text import Lang
from guizhang.quality.language.verbs_en import form_en
from guizhang.quiz.quoting.naming import is_line_heading
from guizhang.quiz.quoting.quotable import ended, points_forward

_WHOLE: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?=.{14}).*(?:[应應须須需可]|不得|必[须須]|由[^，。；]{1,8}(?!成)|[为為]限|禁止|[严嚴]禁|[请請]勿)", re.DOTALL
    ),
    # A sentence of its own, with a capital letter, a word that says what is to be, and an end.
    "en": re.compile(
        r"[A-Z].*\b(?:is|are|was|were|be|has|have|may|must|shall|should|will|can|do|does)\b.*[.!]$", re.DOTALL
    ),
}
# 应 and 将 begin what the point has to complete, and what is forbidden says so over it.
_LABEL = re.compile(
    r"(?!.*(?:下列|以下|如下|禁止|严禁|嚴禁|有权|有權))[^，。；：、的应應须須可得由将將把按请請为為在\s$]{2,8}[：:]"
)
# If a pony is lame: a case, over what has to be done in it.
_CASE = re.compile(r"(?:If|When|In case of|In the event of|After|Before|During) [^.:;,]{3,40}")
_FOLLOWS = re.compile(r"(?:^|[.!?]\s)[A-Z][\w' -]{2,40} (?:are|is) (?:as follows|the following|listed below):\s*$")

_RULE_ABOVE = re.compile("[。！]\\s*$")
_RULES = "(?:规定|規定|要求|规则|規則|办法|辦法|标准|標準|程序|流程|步骤|步驟|细则|細則|制度|事项|事項|规范|規範|守则|守則|原则|原則|须知|須知|约定|約定|措施)"
# 按下列规定办理。, 规定如下; what 有下列情形之一的 announces is no rule by itself, and 请假的，按下列规定 has a case for all of them.
_RULES_FOLLOW = re.compile(
    f"^(?!.*[的者时時后後]，).*(?:(?:下列|以下)[^，。；]{{0,6}}{_RULES}|{_RULES}如下)", re.DOTALL
)
_OPEN = re.compile("(?:[：:，、应應须須得可为為由将將的在按]|应当|應當|可以|包括|情形|情况|情況|行为|行為|之一)\\s*$")
_FEWEST = 10
"""Characters of a rule that a line above it does not complete."""


def whole(text: str, lang: Lang) -> bool:
    """Tell whether a point says by itself what has to be done, whatever stands over it; it may lack its stop."""
    said = text if lang == "zh" or ended(text) else f"{text}."
    if lang == "en" and text[:1].isupper() and form_en(text) == "verb":
        return True  # Ring the vet on call.
    return _WHOLE[lang].match(said) is not None


def names_part(text: str, lang: Lang) -> bool:
    """Tell whether a line only names what the rules below it are about."""
    if lang == "en":
        return _CASE.fullmatch(text.strip()) is not None or is_line_heading(text.strip().rstrip(":"))
    return _LABEL.fullmatch(text.strip()) is not None


def only_announces(text: str, lang: Lang) -> bool:
    """Tell whether an English line ends with a sentence that says no more than that something follows: Charges are as follows:."""
    return lang == "en" and _FOLLOWS.search(text) is not None


def stands_above(above: str, point: str) -> bool:
    """Tell whether a Chinese line is no part of the sentences below it: a rule of its own, a motto, or what only says that rules follow."""
    forward = points_forward(above)
    if _RULE_ABOVE.search(above) and not forward:
        return True
    announced = _RULES_FOLLOW.search(above) is not None if forward else True
    return announced and _OPEN.search(above) is None and point.strip().endswith("。") and len(point) >= _FEWEST
