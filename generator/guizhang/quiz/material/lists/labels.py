"""Lists whose points have names: 活跃客户：正在使用产品或者服务."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guizhang.diagnostics import Message
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.lists.written_lists import FORMS_ONLY, WrittenList, only_forms
from guizhang.quiz.material.made import Declined

NAMED = Message(
    "各项先是名称，后是内容，另用 label-recall 来问",
    "its points are names with what they mean, which label-recall asks for",
)
# What stands behind a name and a comma: who does it, by when, how much, what for.
_SAYS_ZH = r"(?:[由经归派按在占为是指供说]|给予|予以|用于|用来|用作|用以|负责|适用|作为|视为|不超过|不得超过|至少|最多|每|罚|扣|奖|记(?!录)|\d)"
_SAYS_EN = r"(?:by|at|for|in|within|up to|no more than|at least|is|are|to|used|given|[A-Z]{0,3}[£$€]? ?\d[\d.,]*)"
# 1 person if …, by the manager for …; check for leaks names nothing.
_SAYS_FIRST_EN = r"(?:(?:At least|No more than|Up to|Within|In|On|By|An?|The|No)\b|[A-Z]{0,3} ?[£$€]?\d)"
_LABELS: tuple[Mapping[Lang, re.Pattern[str]], ...] = (
    {
        "zh": re.compile(r"(?P<name>[^，；：。]{2,12})：[^：]{4,}"),
        "en": re.compile(r"(?P<name>[^,;:.]{2,40}(?:, [^,;:.]{2,40})?): [^:]{8,}"),
    },
    {
        "zh": re.compile(r".{4,}，(?:为|属于?|是|构成|视为|算作?)(?P<name>[^，；：。的]{2,12})"),
        "en": re.compile(r".{8,}?,? (?:is|are|counts? as|constitutes?) (?:an? |the )?(?P<name>[^,;:]{3,40})"),
    },
    {
        "zh": re.compile(rf"(?P<name>[^，；：。“”]{{2,30}})，{_SAYS_ZH}.*"),
        "en": re.compile(
            rf"(?P<name>(?:For|If|When|Where|Before|After) [^,;:]{{3,80}}), .{{4,}}|(?P<first>[^;:“]{{2,80}}?), (?:{_SAYS_EN}\b|“).*"
            rf"|{_SAYS_FIRST_EN}.*? (?P<last>(?:for|if|when) [^,;:]{{3,80}})"
        ),
    },
)
"""How a point is made of a name and what it means: name: meaning; meaning, is a name; name, what holds for it."""


def labels(here: WrittenList) -> list[Text] | None:
    """Return the names of all points of a list, made in one way in each of its languages; ``None`` where one has none."""
    langs = here.clause.langs
    for patterns in _LABELS:
        named = {lang: _named([point.either(lang) for point in here.points], patterns[lang]) for lang in langs}
        if all(named.values()):
            each = [dict(zip(named, names, strict=True)) for names in zip(*named.values(), strict=True)]
            return [Text(zh=names.get("zh"), en=names.get("en")) for names in each]
    return None


def _named(points: Sequence[str], pattern: re.Pattern[str]) -> list[str]:
    """Return the names of all *points*; none where one of them has none, or two have the same."""
    matches = [match for point in points if (match := pattern.fullmatch(point)) is not None]
    names = [next(name for name in match.groups() if name) for match in matches]
    return names if len(set(names)) == len(points) else []


def recited(here: WrittenList) -> WrittenList | Declined:
    """Return a list whose points can be written down one beside the other, or why they are not asked for so."""
    if only_forms(here):
        return here.declined(FORMS_ONLY)
    return here if labels(here) is None else here.declined(NAMED)
