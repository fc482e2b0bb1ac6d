"""Lines that say when a page was put up, by whom and how often it was read: right above one stands the title of what the page is about."""

from __future__ import annotations

import re
from itertools import pairwise

from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.sayings import is_sentence, says_rule
from guizhang.importers.lines.verdicts import PREFACE, Verdict
from guizhang.zh.folding import Folded

_FIELD = re.compile(
    r"(?P<page>(?:文章|信息|稿件|本文|内容)?(?:来源|出处)|(?:文章)?作者|(?:责任)?编辑|责编|发布(?:者|人)|上传(?:者|人)?|点击(?:次数|率|量|数)?|点阅(?:次数|数)?"
    r"|浏览(?:次数|人次|量|数)?|阅读(?:次数|人次|量|数)?|访问(?:次数|量)?|人气|评论(?:数)?|字号|字体(?:大小)?|类别|栏目|分类)(?= ?[::(\d]|【)"
    r"|(?P<time>(?:发布|发表|更新|最后更新|修改|上传|张贴|登载)?(?:时间|日期)|(?:最后)?更新|发[布表]于)(?= ?[::\d])"
    r"|(?P<date>(?<!\d)(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2})",
)
_HOUR = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日? +\d{1,2}:\d\d")
_ENGLISH = re.compile(
    r"^(?:posted|published|(?:last )?updated|last modified|written|uploaded|submitted)(?: (?:on|by|at)|:)?.{0,60}"
    r"(?:\d{4}\b|\bago)$|^by [A-Z][\w .'-]{2,40}[|·•,-] ?.{0,24}\d{4}"
    r"|^posted on:?(?: by:?.{0,40})?$",  # the date was no text
    re.IGNORECASE,
)
_PATH = re.compile(
    r"(?:[您你]?(?:的|现在的?|所在的?)*|当前|现在|目前)位置 ?:|(?:网站)?首页 ?[>›»/]|home ?[>›»/]", re.IGNORECASE
)
_TITLE = 46
_LONGEST = 160
_SEVERAL = 2


def is_byline(text: str) -> bool:
    """Return whether a line gives date, source, author or visits of a page: two such fields, or a time of day."""
    if len(text) > _LONGEST or "。" in text:
        return False
    if _ENGLISH.match(text):
        return True
    found = [match.lastgroup for match in _FIELD.finditer(text)]
    return (len(found) >= _SEVERAL and "page" in found) or (
        found == ["time", "date"] and _HOUR.search(text) is not None
    )


def find_bylined(view: Folded, lines: list[Line], verdicts: dict[int, Verdict]) -> set[int]:
    """Return the lines above a byline with nothing but furniture between, which the byline is too."""
    found: set[int] = set()
    above: int | None = None
    for line in lines:
        index = line.number - 1
        if line.blank:
            continue
        if index not in verdicts:
            above = index
        elif above is not None and is_byline(view.text[line.start : line.end]):
            found.add(above)
    return found


def find_dated(view: Folded, lines: list[Line], verdicts: dict[int, Verdict]) -> set[int]:
    """Return the lines right below bylines, which are furniture."""
    filled = [line.number - 1 for line in lines if not line.blank]
    return {
        below
        for above, below in pairwise(filled)
        if above in verdicts and is_byline(view.text[lines[above].start : lines[above].end])
    }


def find_page_titles(view: Folded, lines: list[Line], body: list[int], verdicts: dict[int, Verdict]) -> set[int]:
    """Return the lines above bylines without those over the preface of a text from elsewhere, which has a title of its own.

    Args:
        view: The folded text.
        lines: Its lines.
        body: Indexes of those that are neither blank nor furniture, in order.
        verdicts: What is furniture.
    """
    stops = dict(pairwise(body))
    return {
        index
        for index in find_bylined(view, lines, verdicts).intersection(stops)
        if not any(
            verdicts[gap].reason == PREFACE or is_sentence(view.text[lines[gap].start : lines[gap].end])
            for gap in range(index + 1, stops[index])
            if gap in verdicts
        )
    }


def find_entries(view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]) -> list[int]:
    """Return the lines above bylines, and right below a path, that rules follow: not those of other texts that a page only names."""
    texts = {index: view.text[line.start : line.end] for index, line in enumerate(lines) if not line.blank}
    below = {
        under
        for over, under in pairwise(texts)
        if over in verdicts and under not in verdicts and _PATH.match(texts[over])
    }
    titles = sorted(
        index
        for index in find_bylined(view, lines, verdicts) | below
        if len(texts[index]) <= _TITLE and not ends_sentence(texts[index])
    )
    labelled = {mark.line for mark in marks if mark.at_start}
    entries = []
    for title, stop in zip(titles, [*titles[1:], len(lines)], strict=False):
        said = sum(
            index in labelled or says_rule(texts[index])
            for index in range(title + 1, stop)
            if index in texts and index not in verdicts
        )
        if said >= (1 if title in below else _SEVERAL):
            entries.append(title)
    return entries
