"""Lines known by their words alone: whose rules they are, over a title, its number and version, and who signs below."""

from __future__ import annotations

import re

from guizhang.importers.lines.folded import ends_sentence, has_han
from guizhang.importers.lines.titles import BARE_LEAD, DOCUMENT_HEAD, title_score

LONG_HEADING = 40
"""Longest line, in characters, that is only a heading."""
_LONGEST = 100
"""Longest line, in characters, that says who signs or whose rules they are."""
NUMBERED_BLOCK = re.compile(
    r"^\S{0,6}(?:编号|档号|文号|卷号) ?:|^\S{1,12}[〔\[(]\d{4}[〕\])] ?第?\d{1,4}号$|^(?:doc(?:ument)?|ref(?:erence)?|policy|sop)\.? ?(?:no|number|id)?\.? ?:",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"[^。;:,、]{2,24}(?:有限公司|股份公司|集团|总公司|分公司|公司|酒店|宾馆|医院|学校|[大中小]学|学院|研究所|管理处|服务中心|物业|[工纸布药酒品金料]厂|幼儿园)(?:文件)?"
    r"|[^。;:,、《》]{4,32}(?:[部处科室局厅院会委办组所站行社队]|中心|集团|政府)文件|.{3,40}\b(?:ltd|inc|limited|llc|plc|gmbh)\.?",
    re.IGNORECASE,
)
"""Whose rules they are, over their title."""
HEAD_BLOCK = re.compile(
    rf"^(?:applies to|(?:last|next) (?:updat|review|revi[sz])\w*|for|scope|audience|distribution|适用(?:范围|部门|对象|单位|门店)?) ?:|{DOCUMENT_HEAD.pattern}",
    re.IGNORECASE,
)
_HAN_FIGURE = "〇○零一二三四五六七八九十"
SIGNED = re.compile(
    rf"[^\d。;,]{{0,24}}(?:\d{{2,4}}|[{_HAN_FIGURE}]{{2,4}}) ?[年./-] ?[\d{_HAN_FIGURE}]{{1,3}} ?(?:月|[月./-] ?[\d{_HAN_FIGURE}]{{1,3}} ?日?)"
    r"|[^\d.;:]{0,24}(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (?:\d{1,2}, )?\d{4}"
    r"|\d{1,2}月\d{1,2}日"
    r"|\W*(?:特此(?:通知|公告|公布)|此(?:致|令))\W*|.{0,12}(?:签名|签字|签章|盖章|signature|signed)[^\w。;!?]{0,3}(?: ?[:_].{0,60})?"
    r"|\W*(?:end of (?:the )?(?:document|policy|section|procedure)|全文完|完|以下空白|the end)\W*",
    re.IGNORECASE,
)
"""The last line of a document: who signs it and when."""

_REMARK = re.compile(
    r"\((?=[^()]*(?:\d{4}|修[订正]|[试暂]行|讨论|草案|征求|适用|通过|[印颁]发|发布|[施执]行|实施|[版稿]\)|\b(?:for|revised|draft|trial|applies|applicable|version|edition|issue)\b))"
    r"[^()]{2,60}\)",
    re.IGNORECASE,
)


def is_remark(text: str) -> bool:
    """Return whether a line in brackets says of the title above it which edition the rules are, or for whom: （2023年修订）."""
    return _REMARK.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Return whether a line ends a document: who signs it, and when."""
    return len(text) <= _LONGEST and bool(SIGNED.fullmatch(text))


def leads_in(text: str) -> bool:
    """Return whether a line stands over a title as a part of it: 附件：, or whose rules they are."""
    if len(text) > _LONGEST:
        return False
    return bool(BARE_LEAD.fullmatch(text)) or (bool(COMPANY.fullmatch(text)) and title_score(text) < 2.0)


def heads_title(text: str) -> bool:
    """Return whether a line is one of those that stand over a title: whose rules they are, or their number, version and dates."""
    return leads_in(text) or is_block(text)


def is_block(text: str) -> bool:
    """Return whether a line is one of the block with a document's number, version and dates."""
    long = len(text) > (LONG_HEADING if has_han(text) else _LONGEST)
    return not long and not ends_sentence(text) and bool(HEAD_BLOCK.search(text) or NUMBERED_BLOCK.search(text))
