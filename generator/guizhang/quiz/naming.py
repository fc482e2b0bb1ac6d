"""How items name regulations and provisions: titles without the ornaments they were printed with.

A title taken over from a document keeps its number, its stars and the blanks that spread it over a line
(``三、餐具消毒制度``, ``档 案 管 理 制 度``); in a question they say nothing.
"""

from __future__ import annotations

import re

from guizhang.model.regulation import Level, Place
from guizhang.model.text import LANGS, Lang, Text

_ORNAMENT = {
    "zh": re.compile(
        r"^(?:[★☆●◆■※\s]*(?:(?:范文|範例|范例|样本|樣本|样例|示例|附件)[\d一二三四五六七八九十]+|第[\d一二三四五六七八九十]+[篇编編部册卷])[★☆●◆■※\s：:、]+"
        r"|【[^】]{1,8}】|〖[^〗]{1,8}〗|[★☆●◆■※]+|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[、.．](?!\d))[\s\u3000]*"
        r"|(?:篇|之)[\d一二三四五六七八九十]+$|[★☆●◆■※\s]+$"
    ),
    "en": re.compile(
        r"^(?:Sample|Template|Example|Part|Policy|Annex) ?#?[\dIVX]+\s*[–—:.-]\s*|^[★●◆■※]+\s*", re.IGNORECASE
    ),
}
_HAN = "\u3400-\u9fff"
_SPREAD = re.compile(rf"(?<=[{_HAN}])[ \u3000]+(?=[{_HAN}])")
_EVENTS = re.compile(r"纪要|紀要|会议记录|會議記錄|通报$|通報$|\bminutes\b|\bmeeting$", re.IGNORECASE)
_QUESTION = re.compile(r"[？?]\s*$")
_MOST: dict[Lang, int] = {"zh": 30, "en": 90}
# A line broken in the middle of a sentence or a figure is no title: 保证金数额为住宅每套, 弹性上班时间为9.
_CUT_OFF = re.compile(r"(?:[为是每各共至的、，：]|每\S)\d*$")
_BOTH = re.compile(rf"[{_HAN}][\s\u3000]+[A-Za-z]{{3,}}|[A-Za-z]{{3,}}\s+[{_HAN}]|^[^{_HAN}]*$")


def plain_title(title: Text) -> Text:
    """Return a title without its number and its ornaments, its blanks closed up."""
    said: dict[Lang, str] = {}
    for lang in LANGS:
        printed = title.get(lang)
        if printed is None:
            continue
        plain = printed.strip()
        while (shorter := _ORNAMENT[lang].sub("", plain, count=1)) not in (plain, ""):
            plain = shorter
        said[lang] = _SPREAD.sub("", plain) if lang == "zh" else plain
    return Text(zh=said.get("zh"), en=said.get("en"))


def heading_above(place: Place) -> Text | None:
    """Return what a provision without a title of its own stands under: the nearest title, or the question it answers."""
    for node in place.lineage:
        if node.title is not None:
            return plain_title(node.title) if usable_heading(node.title) else None
        if node is not place.node and node.text is not None and is_question(node.text):
            return plain_title(node.text) if usable_heading(node.text) else None
        if node is not place.node and node.level in (Level.ARTICLE, Level.ITEM) and node.text is not None:
            return None  # an introduction stands in the quotation
    return None


def usable_heading(title: Text) -> bool:
    """Tell whether a title can be quoted: short, whole, and in the language of its field."""
    both = _BOTH.search(title.zh or "") is not None
    return not both and not cut_off(title) and all(len(title.get(lang) or "") <= _MOST[lang] for lang in LANGS)


def cut_off(title: Text) -> bool:
    """Tell whether a title is half a sentence or half a figure; the other half then stands in the text."""
    return _CUT_OFF.search(title.zh or "") is not None


def records_events(title: Text) -> bool:
    """Tell whether a document says what was held or found, and lays nothing down: minutes, a report of an inspection."""
    return _EVENTS.search(title.zh or "") is not None or _EVENTS.search(title.en or "") is not None


def is_question(text: Text) -> bool:
    """Tell whether a text asks something, so that what stands below answers it."""
    return any(_QUESTION.search(text.get(lang) or "") for lang in LANGS)
