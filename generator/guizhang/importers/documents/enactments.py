"""Notices that enact rules and carry them below: 关于印发《差旅办法》的通知, who signs it, and 差旅办法."""

from __future__ import annotations

import re

from guizhang.importers.documents.head_signs import Page
from guizhang.importers.lines.letterheads import is_signature
from guizhang.importers.lines.titles import core, title_score

_NOTICE = re.compile(
    r"(?:印发|发布|公布|颁布|颁发|下发|转发|印送|施行|实行|修订|制定).{2,60}(?:通知|公告|通告|决定|函)$"
)
_HANDS_OUT = re.compile(r"(?:印发|转发|下发|发布|公布|颁布).{0,8}(?:你们|给|如下)|请.{0,8}(?:遵照|贯彻|遵守|执行|落实)")
_QUOTED = re.compile(r"《([^《》]{4,})》")
_NAME = 4
"""Characters that the name of what is enacted has at least."""
_TITLE = 2.0


def carries(first: int, second: int, page: Page) -> bool:
    """Return whether the lines from place *first* are a notice and the one at *second* is the title of what it enacts.

    Either title may be broken over two lines.
    """
    text, between = page.texts[second], page.texts[first + 1 : second]
    spans = ((first, first + 1), (max(0, first - 1), first + 1), (first, first + 2))
    head = next((words for a, b in spans if _NOTICE.search(words := "".join(page.texts[a:b]))), "")
    if not head or _NOTICE.search(text) or text.endswith("通知") or title_score(text) < _TITLE:
        return False
    if not any(is_signature(line) or _HANDS_OUT.search(line) for line in between):
        return False
    name = core(text)
    quoted = [match for line in (head, *between) for match in _QUOTED.findall(line)]
    return len(name) >= _NAME and (name in head or any(name in one or one in name for one in quoted))
