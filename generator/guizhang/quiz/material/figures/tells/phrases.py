"""Figures inside phrases that a rule quotes: what staff never say, and lines of a script, lay no figure down.

服务禁语：“这个三天就好。” forbids the promise, whatever number it names.
"""

from __future__ import annotations

import re

from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.quoting.points import BLANK

_QUOTED = rf"[‘“「『][^’”」』]*{BLANK}[^’”」』]*[’”」』]"
_WHOSE = (
    "(?:标准|標準|文明|规范|規範|服务|服務|错误|錯誤|正确|正確)*"
    "(?:话术|話術|用[语語]|禁[语語]|忌[语語]|[问問]候[语語]|示[例范範]|例句?|[应應回]答|[说說][法话話]?)"
)
# × ‘……’, 话术：‘……’: all of the line is what somebody says.
_LINE = re.compile(rf"(?:[^\w‘“「『]*|[^\w]*{_WHOSE}：){_QUOTED}[。！？；]?")
_BARS = "(?:不[得准许許要可能应應宜]|禁止|[严嚴]禁|切?[忌勿]|避免|杜[绝絕])"
_SAYS = "(?:[说說讲講]|使用|用[语語]|回答|答[复覆应應]|承[诺諾]|出[现現])"
_NEVER_SAID = re.compile(
    rf"{_BARS}[^。；：]{{0,10}}{_SAYS}[^。；]{{0,8}}?(?:[‘“「『][^’”」』]*[’”」』][、，和或等]?)*{_QUOTED}"
    rf"|{_BARS}[^。；：]{{0,8}}{_SAYS}[^。；：]{{0,8}}[话話语語句词詞][^。；：]{{0,4}}：[^。]*{BLANK}"
)
_HEADED = re.compile("禁[语語]|忌[语語]|禁忌用[语語]|不文明用[语語]")
_RULE = re.compile(
    "[的者]，|[应應须須]|必[须須]|不得|禁止|[严嚴]禁|扣|[罚罰]|[记記][过過]|禁[语語]|忌[语語]|本|每[天日月次]"
)
_NEVER_SAID_EN = re.compile(
    r"\b(?:never|not|n['’]t|avoid) (?:\w+ ){0,3}?(?:say(?:ing)?|tell(?:ing)?|promis(?:e|ing)|us(?:e|ing))\b[^.;‘“\"]{0,40}"
    rf"[‘“\"][^’”\"]*{BLANK}[^’”\"]*[’”\"]|^[^\w‘“]*[‘“\"][^’”\"]*{BLANK}[^’”\"]*[’”\"][.!?]?$",
    re.IGNORECASE,
)


def in_phrase(figure: Figure) -> bool:
    """Tell whether a figure is in a phrase that the rule only quotes: one never to be said, or a line of a script."""
    if "zh" not in figure.clause.langs:
        return _NEVER_SAID_EN.search(figure.sentence.either("en")) is not None
    said = figure.sentence.either("zh")
    if _LINE.fullmatch(said) or _NEVER_SAID.search(said):
        return True
    heading = figure.clause.heading
    headed = heading is not None and _HEADED.search(heading.either("zh")) is not None
    return headed and _RULE.search(said) is None
