"""What is done at a point of time that a Chinese sentence sets a limit by: 须在______前到店签到 is about 到店签到."""

from __future__ import annotations

import re

from guizhang.quiz.quoting.points import BLANK

_MODAL = "(?:[应應][当當]?|必[须須]|[须須]|需要?|要(?!求)|可以?|不得|不准|不[许許]|不可|禁止|一律|方可|才能?|再|就)"
_THEN = "[之以]?[前后後内內]"
_BEHIND = re.compile(rf"(?:{_THEN}|(?!{_THEN})){_MODAL}*(?P<act>[^，。；：、“”‘’（）\d的者]{{2,14}})[，。；]")
_NO_ACT = re.compile(
    "^(?:[起止为為是至未没沒不仍还還均都即每其该該此]|到(?:次|翌|第|为止|為止))|(?:以[上下内外]|时|時|为止|為止)$"
)
# 不得早于______打烊, 最迟______到岗; 超过______未接 speaks of what has not been done.
_LATE = re.compile("(?:超过|超過|超出|逾|过了|過了|晚于|晚於|迟于|遲於)$")
_DENIED = re.compile("(?:不[得能可应應要许許]?|未|勿)$")


_ONCE = re.compile("(?<=..)(?:[一1]次|[一1]遍)$")


def done_by_then(sentence: str) -> str | None:
    """Return what is done at the time in the blank of *sentence*; ``None`` where the words behind it do not say."""
    before, _, behind = sentence.partition(BLANK)
    late = _LATE.search(before)
    if late is not None and not _DENIED.search(before[: late.start()]):
        return None
    match = _BEHIND.match(behind)
    if match is None or _NO_ACT.search(match["act"]):
        return None
    # 四次试通的时间: that it is done once would be said twice.
    return _ONCE.sub("", match["act"])
