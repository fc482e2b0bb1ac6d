"""Places where a rule names a party and nobody else could stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guizhang.model.text import Lang, Text
from guizhang.quiz.material.ranks import STAFF, rank
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

_EXAMPLE = re.compile("例如|所称|比如")
# What one party must not do, another need not be free to do; each of several is no single one.
_BOUND = re.compile("不得|每名|每位|每个|各")
# Who a rule is about where it has a case of its own, what somebody must be, and whoever heads a department: there another
# party would make a rule that may hold as well, or none.
_NO_PLACE = re.compile(
    rf"(?:^|[，。；：])(?:[^，。；：]*的)?{BLANK}(?!必须|应当|可以)[^，。；：]*的，|{BLANK}应当具备|部门的{BLANK}"
    # Who pays, and whose skill is tested before the work, the work itself tells.
    rf"|{BLANK}[^，。；]*(?:付款|收取|考核合格)|直属{BLANK}|是[^，。；]*的{BLANK}[，。]"
    # What everybody has to do says nothing of who.
    rf"|{BLANK}[^，。；]*(?:保密|遵守|尊重)"
    # Nor of whom it is wrong to say that they help and encourage others.
    rf"|{BLANK}(?:应当|必须|可以)?[^，。；]{{0,8}}(?:激励|鼓励|协助|配合|关心|支持)"
)
# A post that begins what says nothing of having to: 司机连续驾驶4小时须停车 is about whoever drives.
_DESCRIBES = re.compile(rf"(?:^|[，。；：]){BLANK}(?![^，。；：]*(?:必须|应当|应|须|负责|可以|不得|由))[^，。；：]*")
# A point of a list that is nothing but a party: the other points name the others.
_ALONE = re.compile(rf"(?:：|……){BLANK}。$")
_RELATIVE = re.compile(rf"{BLANK},? (?:which|who|whose)\b")
_FEWEST_ZH = 16
"""Characters an introduction of a list needs to say enough for its party to be asked for."""


def is_fixed(clause: Clause, quoted: Text, party: Text, matches: Mapping[Lang, re.Match[str]], sentence: Text) -> bool:
    """Tell whether another party in its place would make a rule that may hold as well, or none.

    Args:
        clause: Where it is named.
        quoted: The clause as it is quoted.
        party: Who is named.
        matches: Where, in each language.
        sentence: The sentence with a blank in its place.
    """
    return bool(
        _EXAMPLE.search(quoted.either("zh"))
        or (clause.introduces and len(quoted.either("zh")) < _FEWEST_ZH)
        or ("zh" in matches and _BOUND.search(quoted.either("zh"), *_around(matches["zh"])))
        or _ALONE.search(sentence.zh or "")
        or _NO_PLACE.search(sentence.zh or "")
        or (rank(party) == STAFF and _DESCRIBES.search(sentence.zh or ""))
        or _RELATIVE.search(sentence.en or "")
    )


def _around(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 2), match.end() + 2
