"""How items name regulations and provisions: titles without the ornaments they were printed with.

A title taken over from a document keeps its number, its stars and the blanks that spread it over a line
(``三、餐具消毒制度``, ``档 案 管 理 制 度``); in a question they say nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.model.regulation import Level, Place
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.quoting.texts import SIGN, widened

_HAN = "\u3400-\u9fff"
_ORNAMENT = {
    "zh": re.compile(
        r"^(?:[★☆●◆■※\s]*(?:(?:范文|範例|范例|样本|樣本|样例|示例|附件|篇)[（(]?[\d一二三四五六七八九十]+[）)]?(?=[★☆●◆■※\s：:、])|第[\d一二三四五六七八九十]+[篇编編部册卷])[★☆●◆■※\s：:、]+"
        r"|(?:问|問|Q\d*)[：:]|【[^】]{1,8}】|〖[^〗]{1,8}〗|[★☆●◆■※]+|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[壹贰貳叁參叄肆伍陆陸柒捌玖拾]+(?:、|(?=\s*≡))|\d+[、.．](?!\d))[\s\u3000]*"
        r"|[\[［](?:编辑|編輯|edit|\d+)[\]］]$|[★☆●◆■※\s]+$"
    ),
    "en": re.compile(
        r"^(?:Policy|Procedure|Section|Part|Rule) ?#?\d+(?:\.\d+)+\s*[–—:.-]?\s*"
        r"|^(?:Sample|Template|Example|Part|Policy|Annex) ?#?[\dIVX]+\s*[–—:.-]\s*|^[★●◆■※•*#–—-]+\s*",
        re.IGNORECASE,
    ),
}
# 制度篇一, 制度篇二: which of several texts of one name it is.
_WHICH = re.compile(r"(?:篇|之)[\d一二三四五六七八九十]+$")
_NO_TITLE = re.compile(
    r"^(?:密级|密級|编号|編號|文号|版本|日期|最后修订|最後修訂|受控状态|机密等级)\s*[：:]|^(?=.*\d)\w+(?:[-_]\w+)+$|^[a-z]+(?:[-_][a-z]+)+$",
    re.ASCII,
)
# 信息系统使用规范 IT Acceptable Use Rules: the same once more.
_TWICE = re.compile(
    rf"(?<=[{_HAN}）])[\s\u3000]+[A-Za-z][A-Za-z &'’/,-]{{5,}}$|^[A-Za-z][A-Za-z &'’/,-]{{5,}}[\s\u3000]+(?=[{_HAN}])"
)
_WRAPPED = re.compile(r"^(?:【([^】]+)】|〖([^〗]+)〗|\[([^\]]+)\])$")
_SIGNED = re.compile(rf"^(?:{SIGN.pattern}\s*)+|(?:\s*{SIGN.pattern})+$")
_SPREAD = re.compile(rf"(?<=[{_HAN}])[ \u3000]+(?=[{_HAN}])")
_EVENTS = re.compile(r"纪要|紀要|会议记录|會議記錄|通报$|通報$|\bminutes\b|\bmeeting$", re.IGNORECASE)
# What the company is and how it came about is no rule, whatever figures it has.
_COMPANY = re.compile(
    r"起源|创始人|公司简介|企业简介|公司介绍|发展历程|发展史|大事记|愿景|使命|价值观|寄语|致辞|致词|关于我们"
    r"|\b(?:about us|about the company|our (?:story|history|founders?|mission|vision|values|team)|company history|founders?|welcome)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:is|are|was|were|be|has|have|may|must|shall|should|will|can|not)\b")
_LINE_HEADING = re.compile(r"[A-Z][A-Za-z'’-]*(?:(?:,? |/| & |-)[A-Za-z'’-]+){0,5}")
# What riders may not do: the verb is part of the name.
_ABOUT = re.compile(r"(?:What|Who|When|Where|How|Things) (?:[a-z'’-]+ ){1,6}[a-z'’-]+")
_QUESTION = re.compile(r"[？?]\s*$")
_MOST: dict[Lang, int] = {"zh": 30, "en": 90}
# A line broken in the middle of a sentence or a figure is no title: 保证金数额为住宅每套, 弹性上班时间为9.
_CUT_OFF = re.compile(r"(?:(?<!行)为|(?<!目)的|[是每各共至、，：]|每\S)\d*$")
_BOTH = re.compile(rf"[{_HAN}][\s\u3000]+[A-Za-z]{{3,}}|[A-Za-z]{{3,}}\s+[{_HAN}]|^[^{_HAN}]*$")


@lru_cache(maxsize=4096)
def plain_title(title: Text) -> Text:
    """Return a title without its number and its ornaments, its blanks closed up."""
    said: dict[Lang, str] = {}
    for lang in LANGS:
        printed = title.get(lang)
        if printed is None:
            continue
        plain = printed.strip()
        while (shorter := _ORNAMENT[lang].sub("", _SIGNED.sub("", plain), count=1)) not in (plain, ""):
            plain = shorter
        plain = _WRAPPED.sub(lambda m: m[m.lastindex or 0], plain)
        plain = _TWICE.sub("", plain) if lang == "zh" else plain
        said[lang] = widened(_SPREAD.sub("", plain)) if lang == "zh" else plain
    return Text(zh=said.get("zh"), en=said.get("en"))


def unnumbered(title: Text) -> Text:
    """Return a plain title without the number at its end that tells it from others of its name: 制度篇二."""
    return Text(zh=_WHICH.sub("", title.zh) or title.zh, en=title.en) if title.zh else title


def no_title(title: Text) -> bool:
    """Tell whether what a document is called is no title: a line of its head, or the name of its file."""
    return any(_NO_TITLE.search(title.get(lang) or "") for lang in LANGS)


def heading_above(place: Place) -> Text | None:
    """Return what a provision without a title of its own stands under: the nearest title, or the question it answers."""
    introduced = False
    for node in place.lineage:
        if node.title is not None:
            return plain_title(node.title) if usable_heading(node.title) else None
        if node is not place.node and node.text is not None and is_question(node.text):
            return plain_title(node.text) if usable_heading(node.text) else None
        if node is not place.node and node.level in (Level.ARTICLE, Level.ITEM) and node.text is not None:
            # A point stands under what its introduction stands under; further up they are points of points.
            if introduced:
                return None
            introduced = True
    return None


def usable_heading(title: Text) -> bool:
    """Tell whether a title can be quoted: short, whole, and in the language of its field."""
    both = title.zh is not None and _BOTH.search(title.zh) is not None
    return not both and not cut_off(title) and all(len(title.get(lang) or "") <= _MOST[lang] for lang in LANGS)


def cut_off(title: Text) -> bool:
    """Tell whether a title is half a sentence or half a figure; the other half then stands in the text."""
    return _CUT_OFF.search(title.zh or "") is not None


def is_line_heading(text: str) -> bool:
    """Tell whether an English line that import took for text is a heading: a few words without a stop or a figure."""
    if _ABOUT.fullmatch(text):
        return True
    return _LINE_HEADING.fullmatch(text) is not None and not _SAYS.search(text) and not _COMPANY.search(text)


def records_events(title: Text) -> bool:
    """Tell whether a document says what was held or found, and lays nothing down: minutes, a report of an inspection."""
    return _EVENTS.search(title.zh or "") is not None or _EVENTS.search(title.en or "") is not None


def tells_of_company(place: Place) -> bool:
    """Tell whether it stands under a heading for what the company is and how it came about: its founders, its history."""
    titles = (node.title for node in place.lineage if node.title is not None)
    return any(_COMPANY.search(title.get(lang) or "") for title in titles for lang in LANGS)


def is_question(text: Text) -> bool:
    """Tell whether a text asks something, so that what stands below answers it."""
    return any(_QUESTION.search(text.get(lang) or "") for lang in LANGS)
