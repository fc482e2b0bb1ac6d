"""Lists whose points have names: 活跃客户：正在使用产品或者服务."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guizhang.diagnostics import Message
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.written_lists import FORMS_ONLY, WrittenList, only_forms
from guizhang.quiz.quoting.clauses import Clause

_NAMED = Message(
    "各项先是名称，后是内容，另用 label-recall 来问",
    "its points are names with what they mean, which label-recall asks for",
)
_LABEL: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?P<name>[^，；：。]{2,12})：[^：]{4,}"),
    "en": re.compile(r"(?P<name>[^,;:.]{2,40}(?:, [^,;:.]{2,40})?): [^:]{8,}"),
}


def labels(here: WrittenList) -> list[Text] | None:
    """Return the names of all points of a list; ``None`` where one has none in one of its languages."""
    found = [_label(here.clause, point) for point in here.points]
    names = [name for name in found if name is not None]
    return names if len(names) == len(found) else None


def _label(clause: Clause, point: Text) -> Text | None:
    names: dict[Lang, str] = {}
    for lang in clause.langs:
        match = _LABEL[lang].fullmatch(point.either(lang))
        if match is None:
            return None
        names[lang] = match["name"]
    return Text(zh=names.get("zh"), en=names.get("en"))


def recited(here: WrittenList) -> WrittenList | Declined:
    """Return a list whose points can be written down one beside the other, or why they are not asked for so."""
    if only_forms(here):
        return here.declined(FORMS_ONLY)
    return here if labels(here) is None else here.declined(_NAMED)
