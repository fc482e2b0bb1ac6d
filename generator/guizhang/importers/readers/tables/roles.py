"""What each column of a table of rules is to the rule: what it is of, for whom, in which group; and which cells say nothing.

类别     | 岗位   | 条款内容 | 记分 | 备注        行车安全
行车安全 | 驾驶员 | 闯红灯   | 6    | —            1、驾驶员：闯红灯，记6分。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from guizhang.importers.readers.tables.heads import FOLLOWS, MEASURED, REMARKS, TEXT, WHAT, Column, Line, is_chinese

_FOR_WHOM = re.compile(
    r"(?:适用|違規|违规|责任|責任)?(?:岗位|崗位|对象|對象|人员|人員|职务|職務|职位|職位|工种|工種|岗位名称|人群|范围|範圍)"
    r"|(?:applies to|role|post|position|job|staff group)s?",
    re.IGNORECASE,
)
"""What stands over a column that says whose rule it is."""
_DONE = re.compile(
    r"(?:行[为為]|情[形节節况況]|表[现現]|事[项由項]|[项項]目)$|(?:conduct|behaviou?rs?|offen[cs]es?)$", re.IGNORECASE
)
"""How the name of a deed ends, whatever follows from it: 扣分项目."""
_NOTHING = re.compile(r"[-－—–―─/／\\]+|无|無|n/?a", re.IGNORECASE)
"""What is written into a cell that has nothing to say."""
_WORTH = re.compile(
    r"\s*[（(]\s*(?:[共满滿]\s*)?\d+(?:\.\d+)?\s*(?:分|points?|pts?\.?|[%％])\s*[)）]\s*$", re.IGNORECASE
)
"""What a group counts in all, behind its name: 店面形象（20分）."""
_LONGEST_GROUP = 24
_LONGEST_HAN = 12
_FEWEST = 2


def says_nothing(words: str) -> bool:
    """Return whether a cell is only filled: —, /, 无, n/a."""
    return _NOTHING.fullmatch(words) is not None


def with_roles(columns: Sequence[Column], below: Sequence[Line], *, headed: bool = True) -> list[Column]:
    """Return the columns of a table of deeds and what follows, each with what it is to the rule.

    Args:
        columns: As their names tell them.
        below: The rows of the table, and what comes behind it.
        headed: Whether groups may be headings; else they lead each rule, as people do.
    """
    if any(column.text for column in columns):
        return list(columns)  # provisions, which are known already
    deeds = _deeds(columns, below)
    first = next((column for column in columns if column.name in deeds), None)
    if first is None:
        return list(columns)
    rows = [line for line in below if line.words(first.at) not in ("", first.printed) or first.at in line.above]
    before = [column for column in columns if column.at < first.at and not column.number]
    group = next((column for column in before if _is_group([line.words(column.at) for line in rows])), None)
    return [
        replace(
            column,
            group=column == group and headed,
            deed=column.name in deeds,
            who=column in before and (_leads(column) if column != group else not headed),
        )
        for column in columns
    ]


def _leads(column: Column) -> bool:
    """Return whether a column says whose rule it is."""
    return _FOR_WHOM.fullmatch(column.name) is not None


def _deeds(columns: Sequence[Column], below: Sequence[Line]) -> set[str]:
    """Return the name of what the rules are of: of the columns that may say so the one that says most, in each language."""
    said: dict[bool, dict[str, int]] = {True: {}, False: {}}
    for column in columns:
        named = TEXT.fullmatch(column.name) or (WHAT.search(column.name) and not _is_follow(column))
        if named and not column.number and MEASURED.search(column.name) is None:
            lengths = said[is_chinese(column.name)]
            length = sum(len(line.words(column.at)) for line in below)
            lengths[column.name] = lengths.get(column.name, 0) + length
    return {max(lengths, key=lambda name: lengths[name]) for lengths in said.values() if lengths}


def _is_follow(column: Column) -> bool:
    follows = FOLLOWS.search(column.name) is not None and _DONE.search(column.name) is None
    return follows or REMARKS.fullmatch(column.name) is not None


def _is_group(cells: Sequence[str]) -> bool:
    """Return whether the cells of a column are headings of the rows: short, without figures, few, each said in one run of rows."""
    said = [words for words in cells if words]
    runs = [words for words, _ in groupby(said)]
    return (
        bool(said)
        and len(runs) == len(set(runs))
        and len(cells) >= _FEWEST * len(runs)
        and not any(map(says_nothing, runs))
        and all(map(_names_group, runs))
    )


def _names_group(said: str) -> bool:
    words = _WORTH.sub("", said)
    longest = _LONGEST_HAN if is_chinese(words) else _LONGEST_GROUP
    return len(words) <= longest and not any(map(str.isdecimal, words)) and any(map(str.isalpha, words))
