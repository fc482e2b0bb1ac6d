"""Numbers spelled in ways of their own, put as the grammar reads them, sign for sign: 參拾, 記過乙次, 三０、０００元, 每月(三)次, 500±20克."""

from __future__ import annotations

import re

from guizhang.zh.quantities.numbers import HAN, ROOM

# 參 folds to 参, which begins other words; before a unit it is the numeral.
_THREE = re.compile("参(?=[拾佰仟万份年日个元月])")
# 记大过乙次, 元月一日: two names of one.
_ONE = re.compile(
    "(?<![甲、和与及或])乙(?=(?:次|份|支|台|套|张|只|枚|件(?!数)|式|间|名(?![下称义])|册|本(?![身人]))(?!方|级|等))"
    "|元(?=月(?:份)? ?[\\d一二三四五六七八九十]{1,3}[日号])"
)
# 每月(三)次, 扣罚(50)元: a form leaves room for the number, which stands behind a word and in front of what it counts.
_ROOM = re.compile(
    rf"(?<=[一-龥])(?<![{HAN}])[(](?P<n>[{HAN}\d]{{1,4}})[)](?=个(?:工作日|自然日|月|小时|星期)|工作日|小时|分钟|天(?![气然花线窗津平地])"
    r"|[日周年](?=[之以]?[内前]|[,。;、以的]|$)|元(?!件|旦|素)|[次名](?=[,。;、以的者]|$))"
)
# 500±20克, 60%±5%: how far it may be off is no figure of its own.
_OFF = re.compile(r"(?<=\d)±\d[\d.]*|(?<=[%℃度])±\d[\d.]*[%℃度]")
# 三０、０００元: offices in Taiwan part thousands by a stop, with zeros of the other script.
_THOUSANDS = re.compile(
    "(?<![\\d一二三四五六七八九十百千万、])[一二三四五六七八九\\d]{1,3}[0〇]{0,2}(?:、[\\d一二三四五六七八九〇]{3})+(?=元)"
)
_DIGITS = str.maketrans("一二三四五六七八九〇、", "1234567890,")


def as_read(view: str) -> str:
    """Return *view* with such numbers in the signs the grammar knows, so that offsets hold."""
    plain = _ONE.sub("一", _THREE.sub("叁", _THOUSANDS.sub(_in_digits, view)))
    return _OFF.sub(_out, _ROOM.sub(_in_room, plain))


def _in_digits(sum_of_money: re.Match[str]) -> str:
    return sum_of_money.group().translate(_DIGITS)


def _in_room(number: re.Match[str]) -> str:
    return number["n"] + ROOM * 2


def _out(words: re.Match[str]) -> str:
    return ROOM * len(words.group())
