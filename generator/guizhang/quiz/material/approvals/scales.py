"""Scales that everybody knows: the more there is of something, the higher the post that decides, the graver the measure.

What lies at the ends of two such scales, or side by side on all of them, is matched without having read the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.model.text import Text
from guizhang.quiz.material.ranks import rank

AT_END = Message(
    "级别最低和最高的岗位管最小和最大的，凭常识就知道",
    "that the least goes to the lowest post and the most to the highest good sense tells",
)
DEPARTMENT = 3.5
"""Where a department stands among ranks: what goes to human resources its own manager cannot decide."""
_LEAST = 3
"""Points from which a scale has a middle."""
# From the least on; the gravest that a text names counts.
_SCALES = tuple(
    tuple(map(re.compile, words))
    for words in (
        ("轻微|较轻|一般|普通|初级", "较重|较大|机密|重要|中级", "严重|重大|特大|绝密|高级"),
        ("提醒|谈话|教育", "警告|批评", "记过|降职|降级|调离|扣", "解除|开除|辞退|除名"),
    )
)


def steps_up(heights: Sequence[float | None]) -> bool:
    """Tell whether each of three or more is known and above the one before it, or each below."""
    known = [height for height in heights if height is not None]
    if len(known) < max(_LEAST, len(heights)):
        return False
    return all(a < b for a, b in pairwise(known)) or all(a > b for a, b in pairwise(known))


def posts_rise(parties: Iterable[Text]) -> bool:
    """Tell whether posts stand each above the one before, so that rank alone tells who has the more to decide on."""
    return steps_up([rank(party) for party in parties])


def graded(texts: Sequence[str]) -> bool:
    """Tell whether Chinese texts name one degree, or one measure, after another."""
    return any(steps_up([_height(text, scale) for text in texts]) for scale in _SCALES)


def _height(text: str, scale: Sequence[re.Pattern[str]]) -> int | None:
    found = [height for height, words in enumerate(scale) if words.search(text)]
    return max(found, default=None)
