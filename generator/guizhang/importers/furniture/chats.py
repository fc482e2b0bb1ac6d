"""Rules posted in a group chat: who says something and when, the nods below it, and the head of an exported chat are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from guizhang.importers.lines.sayings import orders, says_rule
from guizhang.importers.lines.titles import title_score

CHAT = "chat"
_DATE = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?"
_TIME = r"(?:[上下中]午|早上|晚上|凌晨)? ?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?"
_NAME = r"[^\s:。;,]{1,16}(?: [^\s:。;,\d]{1,16})?(?: ?[(<]\S{4,40}[)>])?"
_NOD = re.compile(
    r"\[?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? )?\d{1,2}:\d\d(?::\d\d)?\]? [^\s:。;,]{1,16} ?:(?P<said>.{0,12})"
)
"""Who says something in a group chat and when, and what if it is no more than a nod."""
_SPEAKER = re.compile(rf"[^\s:。;,]{{1,16}} +(?:{_DATE} )?{_TIME}", re.IGNORECASE)
"""The same on a line of its own, over what is said."""
_EXPORTED = re.compile(rf"(?:{_DATE} {_TIME}|\[(?:{_DATE} )?{_TIME}\]) (?P<who>{_NAME})", re.IGNORECASE)
"""The same as programs write it that save a chat: the time stands first."""
_HEAD = re.compile(
    r"(?:消息|聊天)记录.{0,40}|(?:消息分组|消息对象|群聊?名称|导出时间|导出日期) ?:.*|[=\-—_*]{4,}"
    r"|.{0,40}(?:end-to-end encrypted|chat history)\b.*",
    re.IGNORECASE,
)
"""What such programs write over it."""
_SPOKEN = re.compile(
    r"[,。!?;:@\[~]|[我你您咱啊哈吧呢哦了]|大家|各位|收到|一下|如下|转发|\b(?:i|we|you|here|please|all)\b",
    re.IGNORECASE,
)
"""What people say to each other, and no title does."""
_ASKED = re.compile(r".*[?吗呢]|\[[^\]]{1,8}\]|.{0,12}")
"""Questions, pictures and nods between rules; what is longer may lay something down."""
_CHATTER = 2
"""Most lines that somebody says between rules."""
_NAMED = 24
"""Longest line that names the rules below it."""
_TITLE = 2.0
_FEWEST = 3
_SEVERAL = 2

Row = tuple[int, str]
"""Index of a line, and its text."""


def chat_lines(filled: list[Row], labelled: set[int]) -> set[int]:
    """Return the indexes of the lines of a chat that are no rules.

    Args:
        filled: Lines with words, folded.
        labelled: Indexes of those that begin with a label.
    """
    nods = [index for index, text in filled if _NOD.fullmatch(text)]
    found = set(nods) if len(nods) >= _SEVERAL else set()
    exported = _exported(filled)
    speakers = exported or [place for place, (_, text) in enumerate(filled) if _SPEAKER.fullmatch(text)]
    labelled = labelled - {filled[place][0] for place in speakers}
    if _is_chat(filled, speakers, labelled):
        found |= set(_said(filled, speakers, labelled))
        found |= {index for index, text in filled[: speakers[0]] if _HEAD.fullmatch(text)}
    return found


def _exported(filled: list[Row]) -> list[int]:
    """Return the places of the lines that say when and who in a saved chat, in which somebody speaks twice; a calendar is none."""
    found = {place: match["who"] for place, (_, text) in enumerate(filled) if (match := _EXPORTED.fullmatch(text))}
    return list(found) if max(Counter(found.values()).values(), default=0) >= _SEVERAL else []


def _is_chat(filled: list[Row], speakers: list[int], labelled: set[int]) -> bool:
    """Return whether people speak there: before any rule, and with words below their names, unlike 起床 6:30 in a timetable."""
    if len(speakers) < _FEWEST or min(labelled, default=len(filled)) < filled[speakers[0]][0]:
        return False
    silent = sum(second == first + 1 for first, second in pairwise(speakers))
    return silent * 2 < len(speakers)


def _said(filled: list[Row], speakers: list[int], labelled: set[int]) -> Iterator[int]:
    """Yield the indexes of the lines that say who speaks in a chat, and of the few lines below before a title or a rule.

    Behind the first rule, of what is said without a title or a number only questions and nods go: it may be a rule itself.
    """
    first = min(labelled, default=filled[-1][0])
    for place, stop in zip(speakers, [*speakers[1:], len(filled)], strict=True):
        yield filled[place][0]
        said = filled[place + 1 : stop]
        if not labelled:
            # Nobody counts: what lays something down is a rule by its words alone.
            yield from (index for index, text in said if not _lays_down(text))
            continue
        rules = next(
            (at for at, (index, text) in enumerate(said) if index in labelled or title_score(text) >= _TITLE), len(said)
        )
        if rules == len(said) and filled[place][0] > first:
            yield from (index for index, text in said if _ASKED.fullmatch(text))
            continue
        if rules <= _CHATTER:
            # What stands over a list without another title is its title, and what heads the first part of it.
            stays = 0
            if rules < len(said) and said[rules][0] in labelled:
                while stays < rules and (not stays or _is_name(said[rules - stays - 1][1])):
                    stays += 1
            yield from (index for index, _ in said[: rules - stays])


def _lays_down(text: str) -> bool:
    """Return whether what somebody says in a chat may be a rule: a duty, or a whole sentence that asks nothing."""
    return orders(text) or title_score(text) >= _TITLE or (says_rule(text) and not _ASKED.fullmatch(text))


def _is_name(text: str) -> bool:
    """Return whether a line over rules in a chat names them, and is not said to somebody."""
    return 4 <= len(text) <= _NAMED and not _SPOKEN.search(text)
