"""What the lines around a title say for a document beginning there: who signed above, which numbers begin below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.importers.lattice import Mark
from guizhang.importers.lines import Line, ends_sentence
from guizhang.importers.titles import BARE_LEAD, DOCUMENT_HEAD, core, title_score

LOOK_AHEAD = 12
LONG_HEADING = 40
"""Longest line, in characters, that is only a heading."""
_BLOCK = 8
"""Most lines of a block with number, version and date."""
_LONGEST = 100
"""Longest line, in characters, that says who signs or whose rules they are."""
_STATED = 1.5
_ALIKE = 2.0
_ANEW = 0.6
_NUMBERED = 2.0
"""What it is worth that the number of a document (文件编号：…) stands over its title."""
_SECTION = 5
"""Longest title, in characters, that is more often the name of a section than of a document."""
_NUMBERED_BLOCK = re.compile(
    r"^\S{0,6}(?:编号|档号|文号|卷号) ?:|^\S{1,12}[〔\[(]\d{4}[〕\])] ?第?\d{1,4}号$|^(?:doc(?:ument)?|ref(?:erence)?|policy|sop)\.? ?(?:no|number|id)?\.? ?:",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"[^。;:,、]{2,24}(?:有限公司|股份公司|集团|总公司|分公司|公司|酒店|宾馆|医院|学校|学院|研究所|管理处|服务中心|物业|工厂|幼儿园)(?:文件)?|.{3,40}\b(?:ltd|inc|limited|llc|plc|gmbh)\.?",
    re.IGNORECASE,
)
"""Whose rules they are, over their title."""
_DATED = re.compile(r"\([^()]*\d[^()]*\)")
_HEAD_BLOCK = re.compile(
    rf"^(?:applies to|for|scope|audience|distribution|适用(?:范围|部门|对象|单位|门店)?) ?:|{DOCUMENT_HEAD.pattern}",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[^\d。;,]{0,24}(?:\d{2,4}|[〇○零一二三四五六七八九]{4}) ?[年./-] ?[\d一二三四五六七八九十]{1,3} ?(?:月|[月./-] ?[\d一二三四五六七八九十]{1,3} ?日?)"
    r"|[^\d.;:]{0,24}(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (?:\d{1,2}, )?\d{4}"
    r"|\d{1,2}月\d{1,2}日"
    r"|\W*(?:特此(?:通知|公告|公布)|此(?:致|令))\W*|.{0,12}(?:签名|签字|签章|盖章|signature|signed)[^\w。;!?]{0,3}(?: ?[:_].{0,60})?"
    r"|\W*(?:end of (?:the )?(?:document|policy|section|procedure)|全文完|完|以下空白|the end)\W*",
    re.IGNORECASE,
)
"""The last line of a document: who signs it and when."""
_IN_BRACKETS = re.compile(r"\([^()]{2,40}\)")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that are neither blank nor furniture, in order; a *place* is an index among them."""

    lines: tuple[Line, ...]
    texts: list[str]
    marks: list[Mark | None]
    """The first plausible label of each line."""
    apart: list[bool]
    """Whether furniture stands between a line and the one before it."""
    headed: list[bool]
    """Whether the format marks the line as a heading of the highest level that it uses."""
    cells: list[bool]
    """Whether a line has a tab in it, as rows of tables have."""
    drawn: list[bool]
    """Whether a drawn line stands between a line and the one before it."""
    over: tuple[str, ...] = ()
    """What stands over the first label of the file, furniture included."""


def is_signature(text: str) -> bool:
    """Return whether a line ends a document: who signs it, and when."""
    return len(text) <= _LONGEST and bool(_SIGNED.fullmatch(text))


def leads_in(text: str) -> bool:
    """Return whether a line stands over a title as a part of it: 附件：, or whose rules they are."""
    if len(text) > _LONGEST:
        return False
    return bool(BARE_LEAD.fullmatch(text)) or (bool(_COMPANY.fullmatch(text)) and title_score(text) < 2.0)


def block_above(page: Page, position: int) -> int:
    """Return how many lines directly above a title are the block with the document's number, from that number on."""
    above = 0
    for lines in range(1, min(_BLOCK, position) + 1):
        text = page.texts[position - lines]
        if (
            len(text) > (_LONGEST if text.isascii() else LONG_HEADING)
            or ends_sentence(text)
            or not (_HEAD_BLOCK.search(text) or _NUMBERED_BLOCK.search(text))
        ):
            break
        if _NUMBERED_BLOCK.search(text):
            above = lines
    led = above and above < position and leads_in(page.texts[position - above - 1])
    return above + bool(led)


def is_first(mark: Mark) -> bool:
    """Return whether a label may be the first of its list."""
    return any(label.path and label.path[-1] == 1 and label.path[0] == 1 for label in mark.labels)


def is_repeated(position: int, texts: list[str]) -> bool:
    """Return whether the line stands again within the next three."""
    name = core(texts[position])
    following = texts[position + 1 : position + 4]
    return len(name) >= 4 and any(text.startswith((name, "《" + name)) for text in following)
