"""What the columns of a roster are called, and what a cell of each may say."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from guizhang.model.form import PaperLanguage
from guizhang.zh.folding import plain
from guizhang.zh.quantities.whole import read_amount

_HEADINGS = {
    "id": "id no number candidate candidateid employeeid staffid staffnumber staffno employeenumber employeeno "
    "工号 考号 准考证号 编号 员工号 员工编号 学号 考生编号 考生号 职员编号 员编",
    "name": "name fullname candidatename 姓名 名字 考生姓名 员工姓名",
    "role": "role position job jobtitle post 岗位 职位 角色 职务",
    "department": "department dept unit room 部门 科室 所在部门 所属部门 考场",
    "language": "language lang paperlanguage 语言 语种 试卷语言 试卷语种",
    "form": "form paper version 卷别 试卷 卷",
    "extra_minutes": "extraminutes extratime extramin 加时 加时分钟 加时分钟数 延长 延长分钟 延长时间 延时 延时分钟",
    "large_print": "largeprint largetype bigprint 大字 大字版 大字卷 大字号 大字试卷",
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}
_COUNTING = {"序号", "", "sn", "seq", "row"}
"""Columns that only count the rows; nobody expects anything of them."""

_LANGUAGES: Mapping[str, PaperLanguage] = {
    **dict.fromkeys(
        (
            "zh",
            "zhcn",
            "zhhans",
            "zhhant",
            "zhtw",
            "zhhk",
            "中文",
            "汉语",
            "中",
            "简体中文",
            "繁体中文",
            "简体",
            "繁体",
            "chinese",
        ),
        "zh",
    ),
    **dict.fromkeys(("en", "英文", "英语", "英", "english"), "en"),
    **dict.fromkeys(("both", "双语", "中英", "中英文", "中英双语", "bilingual", "zhen"), "both"),
}
_YES = set("是 要 需 需要 有 对 大字 大字版 大字卷 yes y true t 1 √ ✓ ✔ ☑".split())
_NO = set("否 不 不要 不需要 无 没有 no n false f 0 × ✗ ✘ ☐ none".split())
_NONE = {"", "无", "否", "没有", "不需要", "no", "none", "-", "—", "/"}
_MINUTES = re.compile(r"\+?(\d{1,4})(?:\.0+)?(?:分钟|分|minutes?|mins?|′|')?")
_MINUTES_OF_FORM = {"#": (1,), "PT#M": (1,), "PT#H": (60,), "PT#H#M": (60, 1)}
"""Form of an amount -> minutes of each of its numbers."""
MOST_MINUTES = 600
_HAN = re.compile("[\u4e00-\u9fff]+")


def field_of(heading: str) -> str | None:
    """Return what the column under *heading* holds; ``None`` for one that is not known.

    Blanks, signs and letter case do not matter, nor does a remark in brackets: ``加时（分钟）``, ``Extra minutes *``. A
    heading in both languages says the same in each: ``工号 Staff no.`` Traditional characters do not matter either.
    """
    whole = _squeezed(heading)
    if whole not in _FIELDS:
        whole = _squeezed(re.sub(r"[(（\[【].*?[)）\]】]", "", heading))
    said = {_FIELDS.get(part) for part in ("".join(_HAN.findall(whole)), _HAN.sub("", whole)) if part}
    return _FIELDS.get(whole) or (said.pop() if len(said) == 1 else None)


def folded_id(text: str) -> str:
    """Return an id without letter case and width, as the exam page takes it: E1, e1 and Ｅ１ are one person's."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def only_counts(heading: str) -> bool:
    """Return whether a column numbers the rows or has no heading, so that leaving it out is no news."""
    return _squeezed(heading) in _COUNTING


def like(heading: str) -> str | None:
    """Return the known heading that is spelt most like *heading*."""
    near = difflib.get_close_matches(_squeezed(heading), _FIELDS, 1, 0.75)
    return near[0] if near else None


def language_of(text: str) -> PaperLanguage | None:
    """Return the language a cell names; ``None`` for none that is known."""
    return _LANGUAGES.get(_squeezed(text))


def minutes_of(text: str) -> int | None:
    """Return the extra minutes a cell grants; ``None`` for what is no number of whole minutes.

    Example:
        15, +15, 15 分钟, 三十分钟, 半小时 and 1.5h; none for an empty cell.
    """
    folded = "".join(_folded(text).split())
    if folded in _NONE:
        return 0
    found = _MINUTES.fullmatch(folded)
    minutes = Decimal(found[1]) if found else _minutes_in_words(text)
    return int(minutes) if minutes is not None and 0 <= minutes <= MOST_MINUTES and not minutes % 1 else None


def _minutes_in_words(text: str) -> Decimal | None:
    amount = read_amount(text)
    if amount is None or amount.form not in _MINUTES_OF_FORM:
        return None
    each = _MINUTES_OF_FORM[amount.form]
    return sum((number * minutes for number, minutes in zip(amount.numbers, each, strict=True)), Decimal(0))


def yes_or_no(text: str) -> bool | None:
    """Return whether a cell says yes; an empty one says no; ``None`` for what says neither."""
    folded = "".join(_folded(text).split())
    if folded in _YES:
        return True
    return False if folded in _NO or folded in _NONE else None


def _squeezed(text: str) -> str:
    """Return the letters and digits of *text*, folded."""
    return "".join(c for c in _folded(text) if c.isalnum())


def _folded(text: str) -> str:
    """Return *text* of half width, in small letters and Simplified characters: 工號 is 工号."""
    return plain(unicodedata.normalize("NFKC", text)).casefold()
