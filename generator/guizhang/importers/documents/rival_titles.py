"""Which of two titles with no rules between them is the document's: what the page calls itself says less than what stands over the rules."""

from __future__ import annotations

from guizhang.importers.documents.head_signs import Page, is_second
from guizhang.importers.documents.heads import Candidate
from guizhang.importers.lines.titles import core, is_promise, title_score


def said_around(first: int, second: int, page: Page) -> bool:
    """Return whether the title above a title stands again right below it: the one above is the page's."""
    head, text = core(page.texts[first]), core(page.texts[second])
    own = title_score(page.texts[second]) >= 2.0 and not is_promise(page.texts[second]) and head not in text
    return own and text not in head and any(core(line) == head for line in page.texts[second + 1 : second + 2])


def has_entries(page: Page) -> bool:
    """Return whether several titles are said twice, with a page's own line between: of one, the first is the page's."""
    twice = {
        core(text)
        for text, before, apart in zip(page.texts[1:], page.texts, page.apart[1:], strict=False)
        if apart and text == before
    }
    return len(twice) > 1


def names_page(last: Candidate, candidate: Candidate, page: Page) -> bool:
    """Return whether a first line that says nothing of rules names the page or a house, and the title stands further down."""
    if last.position == 0 and is_second(page, candidate.position):
        return True
    apart = candidate.position - last.position > 1
    return apart and title_score(page.texts[last.position]) < 1.0 and title_score(page.texts[candidate.position]) >= 2.0
