"""What the lines around a title say for a document beginning there: who signed above, which numbers begin below."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from guizhang.importers.lines.breaks import wants_more
from guizhang.importers.lines.contents import inline_names
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import (
    COMPANY,
    HEAD_BLOCK,
    LONG_HEADING,
    NUMBERED_BLOCK,
    SIGNED,
    is_block,
    leads_in,
)
from guizhang.importers.lines.titles import BARE_LEAD, DOCUMENT_HEAD, LEAD, core, series_number, title_score

LOOK_AHEAD = 12
_BLOCK = 8
"""Most lines of a block with number, version and date."""
_STATED = 1.5
_ALIKE = 2.0
_ANEW = 0.6
_SURE = 2.0
"""Score of a line whose words are those of a title of rules."""
_NUMBERED = 2.0
"""What it is worth that the number of a document (文件编号：…) stands over its title."""
SECTION = 5
"""Longest title, in characters, that is more often the name of a section than of a document."""
_DATED = re.compile(r"\([^()]*\d[^()]*\)")
_FIELD = re.compile(r"[^\s:][^:]{0,16}(?=:)")
_IN_BRACKETS_DATED = "()"
_SUBJECT = re.compile(r" [a-z]")
"""Behind the words of a title: they begin an English sentence (Visitors / Visitors sign in)."""
_HOUSE = re.compile(
    r"[^。!?;:,、(《]{2,20}(?:餐[厅馆]|酒[楼家吧]|饭[店堂]|[商门分药书]店|超市|[商卖菜]场|会所|俱乐部|[美理]容院|健身房|银行|支行|诊所|养老院|旅馆|客栈|民宿)"
)
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
    listed: frozenset[int] = frozenset()
    """Places of lines right behind contents that list titles of rules: the first document of a collection, not its second title."""
    named: frozenset[int] = frozenset()
    """Places of lines that a page's path or running head names as what follows."""
    bylined: frozenset[int] = frozenset()
    """Places of lines right above one that says when the page was put up, and by whom."""
    dated: frozenset[int] = frozenset()
    """Places of lines right below such a one."""
    looks: Mapping[int, str] = field(default_factory=dict)
    """Place of each line that is stated to be a heading, or looks like one -> a word for its look, the same for those that look alike."""
    set_titles: frozenset[int] = frozenset()
    """Places of the lines that the format sets as titles are set: centred and in bold, larger, in the style of titles."""


class Signs:
    """What the neighbours of a line say for a document that begins with it, by what the whole file is like."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._blocks = sum(NUMBERED_BLOCK.search(text) is not None for text in page.texts)
        self._alike = _heads_alike(page) | _contents_named(page) | page.named
        seen = sum(series_number(text) is not None and title_score(text) >= 2.0 for text in page.texts)
        self.for_series = 2.0 if seen >= 2 else 0.5
        """What it is worth that the title has a number in a series."""

    def around(self, position: int, latest: dict[Family, int], glued: Mark | None) -> float:
        """Return what the lines around *position* say.

        Args:
            position: Place of the line.
            latest: Family -> its last number above.
            glued: The first label of the rules, where it stands on the line of the title.
        """
        score = _surroundings(self._page, position, latest, self._blocks) + _below(self._page, position, latest, glued)
        score += _ALIKE if position in self._alike else 0.0
        if (latest or self._blocks >= 2) and block_above(self._page, position):
            score += _NUMBERED if self._blocks >= 2 else _NUMBERED / 4
        return score + (_STATED if self._page.headed[position] else 0.0)

    def for_title(self, position: int, latest: dict[Family, int], opening: Family | None) -> float:
        """Return what speaks for a line that reads like a title: rules that begin under it as those of the last document did."""
        score = _ANEW if opening is not None and _begins_anew(self._page, position, opening, latest) else 0.0
        return score + (1.0 if latest and _leads_to_article(self._page, position) else 0.0)


def block_above(page: Page, position: int) -> int:
    """Return how many lines directly above a title are the block with the document's number, from that number on."""
    above = 0
    for lines in range(1, min(_BLOCK, position) + 1):
        text = page.texts[position - lines]
        if not is_block(text):
            break
        if NUMBERED_BLOCK.search(text):
            above = lines
    led = above and above < position and leads_in(page.texts[position - above - 1])
    return above + bool(led)


def below_title(page: Page, position: int) -> str:
    """Return the first line below a title and its block, such as *1 目的*; empty where it is no heading."""
    for text in page.texts[position + 1 : position + 1 + _BLOCK]:
        if not (HEAD_BLOCK.search(text) or NUMBERED_BLOCK.search(text)):
            return "" if ends_sentence(text) or len(text) > LONG_HEADING // 2 else text
    return ""


def is_first(mark: Mark) -> bool:
    """Return whether a label may be the first of its list."""
    return any(label.path == (0,) or (label.path[:1] == (1,) == label.path[-1:]) for label in mark.labels)


def _surroundings(page: Page, position: int, latest: dict[Family, int], blocks: int) -> float:
    """Return what the lines directly above and below say for a document beginning at *position*.

    Args:
        page: The lines.
        position: Place of the title.
        latest: Family -> its last number above.
        blocks: How many lines of the file give the number of a document.
    """
    texts = page.texts
    score = _above(page, position) if latest and position else 0.0
    if is_repeated(position, texts):
        score += 2.5
    elif latest and len(core(texts[position])) <= SECTION and not page.apart[position]:
        score -= 0.5  # 课程规定 between lists is a heading rather than another document
    if not latest:
        score += 1.7 if _is_topmost(page, position) else 1.0  # a short first line is a title whatever it says
    if Family.ATTACHMENT in latest:
        score += 0.5  # behind the schedules of one document there is hardly a heading of its own
    if page.drawn[position]:
        score += 1.0
    following = texts[position + 1] if position + 1 < len(texts) else ""
    # (试行), (2019年修订): what stands in brackets under a line says that this is a title.
    if _IN_BRACKETS.fullmatch(following):
        score += 0.5
    if NUMBERED_BLOCK.search(following):
        score += 2.5 if blocks >= 2 else 0.5
    elif HEAD_BLOCK.search(following) and not ends_sentence(following):
        score += 1.0
    return score


def _is_topmost(page: Page, position: int) -> bool:
    """Return whether nothing stands above a line but the company's name, behind which a title is as good as the first line."""
    return position == 0 or leads_in(page.texts[position - 1]) or is_second(page, position)


def is_second(page: Page, position: int) -> bool:
    """Return whether a title of rules stands right below the first line, which names a house and no rules."""
    if position != 1 or page.lines[1].number != page.lines[0].number + 1 or page.marks[0] is not None:
        return False
    name, text = page.texts[:2]
    if title_score(text) < _SURE or title_score(name) >= _SURE or len(name) > LONG_HEADING or ends_sentence(name):
        return False
    # 员工餐厅 / 管理规定 is one title on two lines.
    house = not has_han(name) or (is_house(name) and not text.startswith("管理"))
    return house and not page.apart[1] and page.over[:1] == (name,)


def is_house(name: str) -> bool:
    """Return whether a line is the name of a house by its last word: 某某酒楼."""
    return _HOUSE.fullmatch(name) is not None


def _above(page: Page, position: int) -> float:
    """Return what the line above says: it ends what it says, or breaks off, or introduces a list."""
    before, mark, apart = page.texts[position - 1], page.marks[position - 1], page.apart[position]
    score = 0.0
    if page.apart[position - 1] and not apart and ends_sentence(before) and title_score(page.texts[position]) >= 2.0:
        score += 0.5  # a word of whoever puts the text on the page
    if SIGNED.fullmatch(before) or (COMPANY.fullmatch(before) and page.marks[position - 1] is None):
        score += 2.0
    elif ends_sentence(before) or apart or title_score(before) >= 2.0:
        score += 0.5
    elif len(before) > (20 if has_han(before) else 60):
        # Stands inside a broken sentence, unless that is an item of a list typed without stops.
        item = mark is not None and mark.at_start and not wants_more(before)
        score -= 0.0 if item else 2.5
    if BARE_LEAD.fullmatch(before) or LEAD.match(page.texts[position]):
        score += 1.5
    elif before.endswith((":", ",", "、")) and not _leads_to_article(page, position):
        score -= 3.0  # introduces a list
    if page.lines[position].number - page.lines[position - 1].number == 1 and not apart:
        score -= 0.3
    return score


def _heads_alike(page: Page) -> set[int]:
    """Return the places of short lines, two or more, under which the same kind of remark leads to a list that begins.

    (行政部，2022年6月), or Owner: … Issue 2, under one title says that another line over such a remark is a title too, whatever
    its words.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(page.texts[:-2]):
        kind = _remark(page.texts[position + 1])
        if (
            not kind
            or page.marks[position] is not None
            or len(text) > LONG_HEADING
            or ends_sentence(text)
            or ":" in text
        ):
            continue
        below = page.marks[position + 2 : position + 2 + (_BLOCK if kind != _IN_BRACKETS_DATED else 1)]
        first = next((mark for mark in below if mark is not None and mark.at_start), None)
        if first is not None and is_first(first):
            found[kind].append(position)
    return {place for places in found.values() if len(places) >= 2 for place in places}


def _remark(text: str) -> str:
    """Return what kind of remark about a document a line is: a date in brackets, or the first field it fills in; empty for another."""
    if _DATED.fullmatch(text):
        return _IN_BRACKETS_DATED
    field = _FIELD.match(text)
    return field[0] if field and DOCUMENT_HEAD.search(field[0]) and not ends_sentence(text) else ""


def _contents_named(page: Page) -> set[int]:
    """Return the places of lines that contents in one line name (本页内容：请假制度、加班制度、来访), where half of these are titles of rules."""
    known: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(page.texts):
        known[line.lower()].append(place)
    for text in page.over:
        names = set(inline_names(text))
        places = [place for name in names for place in known.get(name, ())]
        titled = sum(title_score(page.texts[place]) >= 2.0 for place in places)
        if len(places) >= 2 and len(places) * 2 >= len(names) and titled * 2 >= len(places):
            return set(places)
    return set()


def _begins_anew(page: Page, position: int, opening: Family, latest: dict[Family, int]) -> bool:
    """Return whether the next label begins the kind of list anew with which the document above began."""
    ahead = next((mark for mark in page.marks[position + 1 : position + LOOK_AHEAD] if mark is not None), None)
    if len(core(page.texts[position])) <= SECTION:
        return False
    return ahead is not None and is_first(ahead) and ahead.labels[0].family is opening and latest.get(opening, 0) >= 2


def _below(page: Page, position: int, latest: dict[Family, int], glued: Mark | None) -> float:
    """Return what the next label says: a list that begins speaks for a document, one that goes on against it."""
    ahead = glued or next((mark for mark in page.marks[position + 1 : position + LOOK_AHEAD] if mark is not None), None)
    if ahead is None:
        # A cover, a letter and contents may stand between the first title of a file and its rules.
        return 0.0 if not latest and _is_topmost(page, position) else -1.0
    label = ahead.labels[0]
    if is_first(ahead):
        score = 1.0 if ahead.strong or label.family is Family.CHINESE else 0.5
        return score + (1.0 if latest.get(label.family, 0) >= 1 and ahead.strong else 0.0)
    if label.path and latest:
        return -4.0 if latest.get(label.family) == label.path[-1] - 1 else -1.0
    return 0.0


def _leads_to_article(page: Page, position: int) -> bool:
    """Return whether 第一条 or 第一章 stands directly under the line."""
    mark = page.marks[position + 1] if position + 1 < len(page.marks) else None
    return mark is not None and mark.at_start and mark.strong and is_first(mark)


def is_bare_label(page: Page, position: int) -> bool:
    """Return whether the line is 第一章 and nothing else, so that the one below is its heading."""
    mark = page.marks[position] if position >= 0 else None
    return mark is not None and mark.at_start and mark.strong and mark.labels[0].end >= page.lines[position].end


def is_repeated(position: int, texts: list[str]) -> bool:
    """Return whether the line stands again within the next three."""
    name, titled = core(texts[position]), title_score(texts[position]) >= 2.0
    following = texts[position + 1 : position + 4]
    # 机房巡检规定 under 机房巡检 is a title of its own.
    return len(name) >= 4 and any(
        text.startswith((name, "《" + name))
        and not _SUBJECT.match(text, len(name))
        and (titled or core(text) == name or title_score(text) < 2.0)
        for text in following
    )
