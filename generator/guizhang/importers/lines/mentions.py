"""Numbers that a sentence speaks of: 2.1(a) or (b), thirty (30) days, 超过2.2（1）所列期限, 前项1、2之费用."""

from __future__ import annotations

import re

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import Label
from guizhang.zh.numerals import CHINESE, to_int
from guizhang.zh.quantities.english_numbers import NUMBER, number_of

_NEAR = 48
"""How far to both sides a mention reaches: further than any list of brackets that a sentence names."""
_SIGN = r"\((?P<sign>[a-z]{1,4}|[A-Z]|\d{1,3}|[一二三四五六七八九十]{1,3})\)"
_OUTLINE = r"(?:第?[A-Z]?\d{1,2}(?:\.\d{1,2})*)?"
_JOIN = r"(?:,? (?:and/or|and|or|to|through) |, | ?(?:[、和或及与至到~]|[-–]) ?)"
_JOINED_BEHIND = re.compile(rf"{_JOIN}{_OUTLINE} ?{_SIGN}")
_JOINED_BEFORE = re.compile(rf"{_SIGN}{_JOIN}{_OUTLINE}$")
_CITING = "clause|section|rule|article|paragraph|schedule|part|item|point|condition|regulation|annex|appendix"
# 2.1(a) and clause 3(b); a number that begins its line is the label that (a) stands below.
_OUTLINED = re.compile(
    rf"(?P<lead>\b(?i:(?:sub-?)?(?:{_CITING})s?|in|of|under|by|to|with|see|from|per|and|or) |[A-Za-z,] |[^\W\d_]|[、,])"
    r"(?P<number>[A-Z]?\d{1,2}(?:\.\d{1,2})+|(?<=[a-z] )\d{1,3}|(?<=第)\d{1,3})(?P<gap> ?)$"
)
_HAN_LEAD = re.compile(r"(?:违反|超过|按照?|依照?|依据|根据|符合|适用|参照|[见第本上前述于在由对除与和或及至到、,])$")
_HAN_TAIL = re.compile(r"第?[款项条段点目节]|[所的之、,;。和或及与至到)]|规定|$")
_PART_OF = re.compile(rf"\b(?:sub-?)?(?:{_CITING}) (?:\([a-z\d]{{1,4}}\)){{0,3}}$")
"""Also subsection (2)(a), of which the (2) stands before."""
_CITED_ARTICLE = re.compile(rf"第 ?(?:\d{{1,3}}(?:\.\d{{1,2}})*|[{CHINESE}]{{1,5}}) ?[条款项]$")
_LEVEL = re.compile("第?[款项目](?!目|标)|[、和及或至]第?[(]")
_WORDED = re.compile(rf"(?<![\w-])(?P<number>{NUMBER}) $", re.IGNORECASE)
_COUNTER = re.compile(rf"\b(?:{_CITING}|chapter|step|phase|stage|level|no\.?) {NUMBER} $", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?<![第表图件录\n])(?<![{CHINESE}\d.])(?P<number>[{CHINESE}壹贰叁肆伍陆柒捌玖拾佰仟]{{1,7}}|\d{{1,5}})$"
)
_UNIT = re.compile(
    r" ?(?:个|日|天|年|月|周|小时|分|秒|元|名|人|次|倍|份|张|台|件|位|项|种|级|平方|公|米|吨|工作日|自然日|万|千|百)"
)
_ROW = re.compile(
    r"[甲乙丙丁戊](?:、[甲乙丙丁戊]){1,6}|(?:\d{1,2}(?:、\d{1,2}){1,6}|[一二三四五六七八九十]{1,2}(?:、[一二三四五六七八九十]{1,2}){1,6})"
    r"(?:[两二三四五六]?[款项条点目级类档等层线期](?!件|例|目|标)|之(?!一)|[的所](?=[一-龥]))"
)
"""Signs side by side within a line, of which something is said: 1、2之认定, 分甲、乙两种, 一、二级."""
_THING = re.compile(r" [a-z$%]|[.,;:]| ?$")


def is_mention(text: str, label: Label, line: Line) -> bool:
    """Return whether the sign at a label's place is spoken of in a sentence, and so begins nothing.

    Args:
        text: The folded text.
        label: The likeliest reading there.
        line: The line it stands in.
    """
    if text[label.start] != "(":
        return label.start != line.start and _ROW.match(text, label.start) is not None
    close = text.find(")", label.start, label.end)
    if close < 0:
        return False
    sign = text[label.start + 1 : close]
    at_start = label.start == line.start
    # The line above counts too: what breaks a line may break "one (1) year".
    before = text[max(0, label.start - _NEAR) : label.start].replace("\n", " ")
    after = text[close + 1 : close + 1 + _NEAR].partition("\n\n")[0].replace("\n", " ")
    if _says_again(before, sign, after, at_start=at_start):
        return True
    for found in (_JOINED_BEHIND.match(after), _JOINED_BEFORE.search(before)):
        if found is not None and _kind(found["sign"]) == _kind(sign) and found["sign"] != sign:
            return True
    return not at_start and (_is_part(text, label, line, after) or bool(_PART_OF.search(before)))


def _says_again(before: str, sign: str, after: str, *, at_start: bool) -> bool:
    """Return whether the brackets say in figures what stands before them in words, or the other way round."""
    worded = _WORDED.search(before)
    if worded is not None and sign.isdecimal():
        same = int(number_of(worded["number"])) == int(sign)
        return same and bool(_THING.match(after)) and not _COUNTER.search(before)
    figure = None if at_start else _FIGURE.search(before)
    if figure is None or figure["number"].isdecimal() == sign.isdecimal():
        return False
    return to_int(figure["number"]) == to_int(sign) is not None and bool(_UNIT.match(after))


def _is_part(text: str, label: Label, line: Line, after: str) -> bool:
    """Return whether the brackets go on the number of a provision in the middle of a sentence: under 2.1(a)."""
    near = max(line.start, label.start - _NEAR)
    if _CITED_ARTICLE.search(text, near, label.start) and _LEVEL.match(after):
        return True  # 第2.3条(1)项
    found = _OUTLINED.search(text, near, label.start)
    if found is None:
        return False
    lead = found["lead"]
    if lead[-1:] == " " and lead[0].isascii():
        return lead != ", " or not found["gap"]
    # In Chinese a heading may stand before a label as well, so more has to say that it is cited: 按2.2（1）, 2.2（1）所列.
    return bool(
        _HAN_LEAD.search(text, max(line.start, found.start("number") - 8), found.start("number"))
        or _HAN_TAIL.match(after)
    )


def _kind(sign: str) -> str:
    return "digit" if sign.isdecimal() else "latin" if sign.isascii() else "han"
