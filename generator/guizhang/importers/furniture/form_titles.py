"""Titles that stand in the head of a form: 文件名称 | 车辆管理规定 | 编号 | XZ-07, below what every document of the company has for a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from guizhang.importers.furniture.margins import Body, Discard
from guizhang.importers.lines.cells import with_tabs
from guizhang.zh.folding import Folded

REASON = "title-label"
_HEAD_LINES = 12
_LABEL = re.compile(
    r"(?:(?:体系)?文件|制度|规章|规程|程序|标准)?(?:名称|标题|题目)|(?:文件|制度)名|(?:document|policy|procedure|sop) ?(?:title|name)|title",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?:.{2,16}?(?:公司|集团|中心|学校|医院|酒店))?(?:企业|内部|公司)?(?:规章|管理|体系|质量|受控|标准|作业|程序|制度|[ 化])*文件"
    r"|(?:controlled|quality|company) document|standard operating procedure|company policy",
    re.IGNORECASE,
)
"""Titles that say what kind of paper it is, and not what it is about."""
_NAME = re.compile(r"[^\d\s,。;:!?][^\t。;!?]{2,40}")


def with_named(view: Folded, bodies: Sequence[Body], discards: list[Discard]) -> tuple[list[Body], list[Discard]]:
    """Return the bodies, those without a title that says something with the one that the form over their rules names.

    Reads: view, bodies, discards. Writes: bodies, discards. Stands behind the trimming, which finds titles that stand by themselves.
    """
    out: list[Body] = []
    taken: list[Discard] = []
    for body in bodies:
        found = None
        if body.title is None or _EVERY.fullmatch(view.text[slice(*body.title)].strip()):
            found = _named(view, body)
        if found is None:
            out.append(body)
            continue
        at, label, name, end = found
        line_end = body.content[at][1]
        rest = [(end, line_end)] if end < line_end else []
        before = [body.title] if body.title else []
        content = (*before, *body.content[:at], *rest, *body.content[at + 1 :])
        out.append(replace(body, title=name, content=content))
        taken.append(Discard(*label, REASON, 0.9))
    return out, discards + taken


def _named(view: Folded, body: Body) -> tuple[int, tuple[int, int], tuple[int, int], int] | None:
    """Return which line of a body names it, the spans of label and name, and where the next cell begins."""
    first = min((mark.start for mark in body.marks if mark.at_start), default=len(view.text))
    for at, (start, end) in enumerate(islice(body.content, _HEAD_LINES)):
        if start >= first:
            return None
        label, tab, rest = with_tabs(view, start, end).partition("\t")
        name, behind, _ = rest.partition("\t")
        if tab and _LABEL.fullmatch(label.strip()) and _NAME.fullmatch(name.strip()):
            place = start + len(label) + 1
            stop = place + len(name)
            return at, (start, start + len(label)), (place, stop), stop + len(behind)
    return None
