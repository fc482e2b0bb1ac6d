"""What stands between two lines that may be titles, and before the first of a file: rules, words that lead to it, or nothing."""

from __future__ import annotations

import re
from typing import Literal

from guizhang.importers.documents.head_signs import LOOK_AHEAD, Page, is_first
from guizhang.importers.documents.heads import Candidate
from guizhang.importers.lines.breaks import wants_more
from guizhang.importers.lines.folded import ends_sentence, has_han
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import LONG_HEADING, is_block, is_signature
from guizhang.importers.lines.sayings import is_prose, is_sentence, orders, says_rule, says_something
from guizhang.importers.lines.titles import BARE_LEAD, ENACTS, core, is_promise, title_score

LONG_LINE = 60
"""Shortest line, in characters, that is text whatever it says."""
_MENU = 4
"""Fewest parts of a site under its name."""
_LONG_MENU = 12
"""Fewest lines over the first title that need no name of a site over them."""
_NAME = 20
"""Characters that an English title may be longer than a line that is text."""
_FEW = 3
"""Lines of a file that has a title at least."""
_SAID = 10
"""Names to one line among them that says something."""
FIGURE = re.compile(
    r"\d+(?:[.:/-]\d+)* ?(?:页|积分|分|次|人|元|字|金币|阅读|下载|收藏|[天日]|小时|分钟|(?:seconds?|minutes?|mins?|hours?|hrs?|days?|users?|members?|views?))?",
    re.IGNORECASE,
)
"""Nothing but a figure: what a page has counted, and when: 12, 5积分."""


def content_between(first: int, second: int, page: Page) -> bool:
    """Return whether rules stand under the title at place *first* and before the one at *second*, numbered or whole sentences."""
    head = page.marks[first]
    if head is not None and not head.at_start and (is_first(head) or len(page.texts[first]) > LONG_LINE):
        return True  # the rules are glued to the title
    for position in range(first + 1, second):
        mark = page.marks[position]
        if mark is not None and (mark.at_start or mark.prior > 0 or len(page.texts[position]) > LONG_LINE):
            return True
    if second - first > LOOK_AHEAD:
        # Names in a row that furniture parts from the title are those of a page's parts.
        named = any(page.apart[first + 1 : second + 1]) and not any(map(ends_sentence, page.texts[first + 1 : second]))
        return not named
    return _is_text(first, second, page)


def are_entries(last: Candidate, candidate: Candidate, page: Page) -> bool:
    """Return whether two headings of a series, or a title that others vouch for and another, have sentences between them, which need not have numbers."""
    counted = last.series is not None and candidate.series is not None and last.series != candidate.series
    return (counted or last.agreed) and any(map(is_prose, page.texts[last.position + 1 : candidate.position]))


def _is_text(first: int, second: int, page: Page) -> bool:
    """Return whether whole sentences stand under the title *first*, and nothing that speaks of a page's patter.

    Who signs them, and when, may stand below: a notice, and behind it what it carries.
    """
    head, texts = page.texts[first], page.texts[first + 1 : second]
    if texts and is_signature(texts[-1]):
        texts = texts[: -2 if len(texts) > 1 and not ends_sentence(texts[-2]) else -1]
    if any(page.apart[first + 1 : second + 1]) or is_promise(head) or title_score(head) < 2.0:
        return False
    return core(head) != core(page.texts[second]) and len(texts) >= 2 and ends_sentence(texts[-1])


def unnumbered_before(start: Candidate, page: Page) -> int | None:
    """Return the place of a title of rules before the first candidate that says several things, or what the rules are for, and numbers none."""
    for place in range(start.position - 1):
        if title_score(page.texts[place]) >= 2.0 and not is_promise(page.texts[place]):
            below = page.texts[place + 1 : start.position]
            if is_menu(place, start.position, page):
                return None
            enacts = ENACTS.search(below[0]) is not None
            return place if enacts or sum(says_rule(text) for text in below) >= 2 else None
    return None


def is_menu(first: int, second: int, page: Page) -> bool:
    """Return whether the first title of a file is that of a site: furniture above it, and the site's parts alone before the title at *second*."""
    headed = page.over[:1] != (page.texts[first],) and first not in page.bylined
    return headed and second - first > _MENU and are_names(first + 1, second, page)


def are_names(first: int, second: int, page: Page) -> bool:
    """Return whether what stands from place *first* to the title of rules at *second* says and counts nothing, all but a line in ten."""
    numbered = any(
        mark is not None and mark.labels[0].path and mark.labels[0].variant for mark in page.marks[first:second]
    )
    if numbered or (title_score(page.texts[second]) < 2.0 and second not in page.bylined):
        return False
    said = sum(is_sentence(text) or orders(text) or is_signature(text) for text in page.texts[first:second])
    return said * _SAID <= second - first


def is_listed(start: Candidate, page: Page) -> bool:
    """Return whether the first title of rules stands above as one entry among others, signed by nobody: what a page offers, with a word on each."""
    name = core(page.texts[start.position]).lower()
    above = page.texts[: start.position]
    titled = start.repeated or title_score(page.texts[start.position]) >= 2.0
    if not titled or any(is_signature(text) or BARE_LEAD.fullmatch(text) for text in above):
        return False
    # The first line is the title itself, which a page may say twice.
    return any(core(text).lower() == name for text in above[1:]) and core(above[0]).lower() != name


def content_before(start: Candidate, page: Page) -> Literal["rules", "words", ""]:
    """Return what stands before the first title: rules are a document of their own, words lead to the one below.

    Before a series they are the preface of who collected it.
    """
    before = page.texts[: start.position]
    # Names in a row are those of a page's parts, where furniture stands among them; counted or not.
    parted = any(page.apart[: start.position + 1]) or page.over[:1] != tuple(page.texts[:1])
    if parted and not any(says_something(text) and not FIGURE.fullmatch(text) for text in before):
        return ""
    if is_listed(start, page) or (start.position >= _LONG_MENU and are_names(0, start.position, page)):
        return ""
    if are_ruled(page.marks[: start.position]) or start.position > 15:
        return "rules"
    # What furniture parts from the title is the page's.
    prefaced = start.series is not None or page.apart[start.position] or any(map(is_promise, before))
    said = sum(len(text) for text in before if len(text) >= 15 and ends_sentence(text))
    # One sentence among names and figures is a page's.
    words = not prefaced and said * 2 >= sum(map(len, before)) > 0
    return "words" if words else ""


def opens_file(page: Page) -> bool:
    """Return whether the first line of a file, whose words say nothing of rules, is its title all the same: it stands apart from what follows."""
    text = page.texts[0]
    longest = LONG_HEADING if has_han(text) else LONG_LINE + _NAME
    mark = page.marks[0]
    if len(page.texts) < _FEW or not 2 <= len(text) <= longest or text[0].islower() or page.cells[0]:
        return False
    if (
        mark is not None
        or ends_sentence(text)
        or ":" in text
        or is_block(text)
        or is_signature(text)
        or page.over[:1] != (text,)
    ):
        return False
    apart = page.lines[1].number > page.lines[0].number + 1 or 1 in page.looks
    alone = 0 in page.looks and len(page.looks) == 1
    return (apart or alone) and not wants_more(text)


def are_ruled(marks: list[Mark | None]) -> bool:
    """Return whether a label with a sign begins one of the lines; a bare figure may begin any."""
    return any(mark is not None and mark.at_start and mark.labels[0].variant for mark in marks)
