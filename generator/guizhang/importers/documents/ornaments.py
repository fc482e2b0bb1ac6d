"""Headings that a sign sets off (▍仪容仪表, 【工作流程】) in a file whose titles have none: parts of one document, whatever their words."""

from __future__ import annotations

import re
from collections import Counter

from guizhang.importers.documents.head_signs import Page
from guizhang.importers.lines.titles import is_promise, series_number, title_score

_SIGN = re.compile(r"[▍▌▎◆◇■□●★☆▶❖♦※]|【(?=[^【】]{2,14}】$)")
_RULES = re.compile(
    r"(?:制度|办法|规定|守则|条例|章程|须知|细则|手册|合同|协议书?|policy|rules|handbook)\W*$", re.IGNORECASE
)
"""What a set of rules is called rather than a part of one."""
_LONGEST = 20
_TITLE = 2.0
_SEVERAL = 2


def find_set_off(page: Page) -> set[int]:
    """Return the places of headings that share a sign with others, behind a title that has none."""
    first = next(
        (
            at
            for at, text in enumerate(page.texts)
            if title_score(text) >= _TITLE and (series_number(text) is not None or not is_promise(text))
        ),
        len(page.texts),
    )
    if first == len(page.texts) or _SIGN.match(page.texts[first]):
        return set()
    signs = {
        at: sign[0]
        for at, text in enumerate(page.texts)
        if at > first and len(text) <= _LONGEST and (sign := _SIGN.match(text))
    }
    often = Counter(signs.values())
    return {at for at, sign in signs.items() if often[sign] >= _SEVERAL and not _RULES.search(page.texts[at])}
