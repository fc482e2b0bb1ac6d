"""Tables of contents: headings named before they are printed, with page numbers behind dots or under 目录."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.letterheads import NUMBERED_BLOCK
from guizhang.importers.lines.titles import DOCUMENT_HEAD, names_rules, title_score
from guizhang.importers.lines.verdicts import Verdict
from guizhang.zh.folding import Folded
from guizhang.zh.numerals import to_int

CONTENTS = "table-of-contents"
_HEAD = re.compile(
    r"\W*(?:(?:文章|本文|内容|快速)?目 *[录次](?:导航|一览)?(?:[ /|]*(?:table of )?contents)?|本文导航|(?:table of )?contents|index"
    r"|(?:in|on) this (?:article|page|guide|section|document))"
    r"\W*(?:隐藏|收起|展开|显示|hide|show)?\W*(?:\[(?:ol|ul|list)(?:=\w+)?\])?",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\[(?:ol|ul|list)(?:=\w+)?\]", re.IGNORECASE)
_ENDS_LIST = re.compile(r"\[/(?:ol|ul|list)\]", re.IGNORECASE)
"""Signs with which forums mark a list."""
_NUMBER = r"(?:第 ?|p(?:age|\.) ?|\()?(?:\d{1,4}|[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ])(?: ?页|\))?"
LEADER = re.compile(rf"(?:\.{{3,}}|…+|·{{3,}}|(?:[.·…] ){{3,}}[.·…]?|-{{4,}}|_{{4,}})[ .]*{_NUMBER}$", re.IGNORECASE)
_PAGE = re.compile(rf" {_NUMBER}$", re.IGNORECASE)
_ENDS = frozenset("0123456789)页ivxIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴ")
_TRAIL = re.compile(
    rf"(?:[ .…·_-]*[.…·_-] *{_NUMBER}| +(?:p(?:age|\.) ?)?\d{{1,4}}|[ .…·_-]*\(?\d*\)?)$", re.IGNORECASE
)
_EDIT = re.compile(r" ?[\[【](?:编辑|edit)[\]】]$", re.IGNORECASE)
_N = "零〇一二三四五六七八九十百"
# The contents may print a label in another way than the rules do: 第1篇 and 篇一, 1.0 and 1.
_LABEL = re.compile(
    rf"(?:附[件录表] ?(?:[{_N}]+|\d+)?|第(?:[{_N}]+|\d+)(?:部分|[编篇部章节条份])|篇(?:[{_N}]+|\d+)"
    rf"|[(]?(?:[{_N}]{{1,3}}|\d{{1,2}}(?:\.\d{{1,2}})*)[)、.]?(?=[^\d{_N}])"
    r"|(?:part|chapter|section|article|sample|example|template|document|policy|appendix) #?(?:\d+|[a-z]|[ivx]+)\b)[、.:–— ]*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"\W*(?:(?:(?:[本此]页|本文|本栏|页内)?(?:内容|包[括含]|目录|导航|共收)\S{0,4}|(?:on|in) this (?:page|section|guide)|contents"
    r"|this page (?:contains|covers)) ?:|(?:[本此]页|页内|本文)(?:内容|目录|导航) ?[^\w\s]+) ?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[、,;|/·]| {2,}| and ")
_INLINE_NAMES = 2
_ROW = re.compile(rf" {{2,}}| *[|·] *| +(?=(?:\d{{1,2}}|[{_N}]{{1,3}})(?:[、.]| ))")
_ROW_NAMES = 3
_COUNTED = re.compile(
    rf"(?:第|[(])?([{_N}]{{1,3}}|\d{{1,2}})(?:[章编篇]|部分|[、.)])|(?:chapter|part) (\d{{1,2}})\b", re.IGNORECASE
)
_ENTRIES = 3
_TITLE = 2.0
_BELOW = 3
_NAME = 4
_LONGEST = 40
_LATIN_LONGEST = 90
_PREFIX = 6
_MOST = 300
_TAG = 7
_NEAR = 6


def find_contents(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return index of line -> verdict for the lines of tables of contents.

    Args:
        view: The folded text.
        lines: Its lines.
    """
    filled = [line for line in lines if not line.blank]
    texts = [view.text[line.start : line.end] for line in filled]
    leaders = [place for place, text in enumerate(texts) if text[-1] in _ENDS and LEADER.search(text)]
    # One line of dots may be a form to fill in; contents have several of them close together.
    rows = {place for pair in pairwise(leaders) if pair[1] - pair[0] <= _NEAR for place in pair}
    heads = [place for place, text in enumerate(texts) if len(text) <= 24 and _HEAD.fullmatch(text)]
    if heads:
        known = _by_prefix(texts)
        for head in heads:
            rows |= set(_marked(head, texts)) or set(_under(head, texts, set(leaders), known))
    last = {text.lower(): place for place, text in enumerate(texts)}
    for place, text in enumerate(texts):
        if sum(last.get(name, -1) > place for name in set(inline_names(text))) >= _INLINE_NAMES:
            rows.add(place)
    rows |= _in_one_line(texts) | _without_head(texts) | _tabs(texts)
    return {filled[place].number - 1: Verdict(CONTENTS, 0.9) for place in rows}


def _in_one_line(texts: list[str]) -> set[int]:
    """Return the places of lines that are nothing but headings of what stands below, one behind the other, counted perhaps."""
    rows: dict[int, list[str]] = {}
    for place, text in enumerate(texts):
        if " " in text and len(text) <= _MOST and not ends_sentence(text):
            head = _INLINE.match(text)
            names = [name for name in _ROW.split(text[head.end() :] if head else text) if name]
            if len(names) >= _ROW_NAMES:
                rows[place] = names
    if not rows:
        return set()
    last = {bare_heading(text): place for place, text in enumerate(texts) if len(text) <= _LONGEST}
    found: set[int] = set()
    for place, names in rows.items():
        known = sum(last.get(bare_heading(name), -1) > place for name in names)
        if known >= _ROW_NAMES and known * 4 >= len(names) * 3:
            found.add(place)
    return found


def _without_head(texts: list[str]) -> set[int]:
    """Return the places of contents that no word announces: headings counted from 1, one below the other, that begin again right below.

    Of a list of titles the first needs only come back as the end of its title: 1、请假规定 and 某某酒店请假规定; and where the
    title of rules stands right below, the list names what the file may no longer hold.
    """
    found: set[int] = set()
    place = 0
    while place < len(texts):
        row = _counted_row(texts, place)
        stop = place + len(row)
        if len(row) >= _ENTRIES:
            titled = sum(map(names_rules, row)) * 4 >= len(row) * 3
            first, below = row[0], [bare_heading(text) for text in texts[stop : stop + _BELOW]]
            again = next((at for at, name in enumerate(below) if name == first), None)
            # A list that is given twice has its second entry there.
            begins = again is not None and bare_heading(texts[min(stop + again + 1, len(texts) - 1)]) != row[1]
            ended = len(first) >= _NAME and below and below[0].endswith(first)
            over, under = texts[max(0, place - 1)], texts[stop : stop + 1]
            headed = bool(under) and title_score(under[0]) >= _TITLE and not over.endswith(":")
            if begins or (titled and (ended or headed)):
                found |= set(range(place, stop))
        place = max(stop, place + 1)
    return found


def _tabs(texts: list[str]) -> set[int]:
    """Return the places of the names with which a file begins, where the parts under several of them follow: the tabs of a page.

    The parts begin with the first name that stands again; names that come back without text are a table's.
    """
    seen: dict[str, int] = {}
    for place, text in enumerate(texts):
        if text in seen or len(text) > _LONGEST or ends_sentence(text) or _LABEL.match(text):
            break
        seen[text] = place
    else:
        return set()
    first = seen.get(texts[len(seen)], 0)
    over = {
        text
        for text, below in pairwise(texts[len(seen) :])
        if text in seen and (len(below) > _LONGEST or ends_sentence(below) or _LABEL.match(below))
    }
    if first == 0 or len(over) < _ENTRIES - 1:
        return set()
    return set(range(first if title_score(texts[0]) >= _TITLE else 0, len(seen)))


def _counted_row(texts: list[str], place: int) -> list[str]:
    """Return the bare headings of lines that count on from 1, beginning at *place*; empty where none begins there."""
    row: list[str] = []
    for text in texts[place : place + _MOST]:
        label = _COUNTED.match(text)
        if label is None or to_int(label[1] or label[2]) != len(row) + 1 or len(text) > _LONGEST or ends_sentence(text):
            break
        row.append(bare_heading(heading(text)))
    return row


def inline_names(text: str) -> list[str]:
    """Return what contents in one line name (本页内容：请假制度、加班制度), in small letters; nothing for another line."""
    head = _INLINE.match(text)
    return [name.strip().lower() for name in _BETWEEN.split(text[head.end() :])] if head else []


def heading(text: str) -> str:
    """Return a line of contents, or a heading, without blanks and without the page number and what leads to it."""
    return _TRAIL.sub("", _EDIT.sub("", text)).replace(" ", "")


def bare_heading(text: str) -> str:
    """Return a heading without its label, so that 第1篇 考勤制度 and 篇一：考勤制度 say the same; all of it where little is left."""
    text = _EDIT.sub("", text)
    bare = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    return (bare if len(bare) >= 2 else text).replace(" ", "").lower()


def _by_prefix(texts: list[str]) -> dict[str, list[tuple[int, str]]]:
    known: dict[str, list[tuple[int, str]]] = {}
    for place, text in enumerate(texts):
        bare = bare_heading(text[: _LATIN_LONGEST * 2])
        known.setdefault(bare[:_PREFIX], []).append((place, bare))
    return known


def _under(head: int, texts: list[str], leaders: set[int], known: dict[str, list[tuple[int, str]]]) -> Iterator[int]:
    """Yield the places of the contents under the line *head*, itself included, if half of them come back below."""
    row, again, whole = _row(head, texts, leaders)
    # Where most lines have dots, those without behind the last of them are the title of what follows.
    dotted = [place for place in row if place in leaders]
    if len(dotted) >= 2:
        row = row[: row.index(dotted[-1]) + 1]
    last = row[-1] if row else head
    hits = [
        place
        for place in row
        if place in leaders
        or _PAGE.search(texts[place])
        or _comes_back(bare_heading(_TRAIL.sub("", texts[place])), last, known)
    ]
    if whole and row:
        yield from range(head, row[-1] + 1)
    elif hits and len(hits) * 2 >= hits[-1] - head:
        end = hits[-1] + 1
        # Where the first entry says itself again the rules begin; the last entries may be worded otherwise there, or be cut off.
        while again and end <= last and _LABEL.match(texts[end]):
            end += 1
        yield from range(head, end)


def _row(head: int, texts: list[str], leaders: set[int]) -> tuple[list[int], bool, bool]:
    """Return the places of what may be entries under *head*, whether one said again ends them, and whether that is the first, with text below.

    Entries may be alike (采购订单 under 表单 and under 流程); the rules begin with the first of them.
    """
    seen: set[str] = set()
    row: list[int] = []
    doubled: int | None = None
    counted, first = False, ""
    for place in range(head + 1, min(len(texts), head + _MOST)):
        text = texts[place]
        name, bare = heading(text).lower(), bare_heading(heading(text))
        longest = _LONGEST if has_han(text) else _LATIN_LONGEST
        if place not in leaders and (len(text) > longest or text[-1] == ":" or ends_sentence(text)):
            break
        if NUMBERED_BLOCK.search(text) or len(DOCUMENT_HEAD.findall(text)) > 1:
            break  # number and version of the document: SOP No.: FS-01 Revision: 3
        # The rules may count their headings in another way: 第一章 总则 where the contents have 一、总则.
        if len(row) >= _ENTRIES and bare == first:
            below = texts[place + 1 : place + 1 + _BELOW]
            whole = doubled is not None and any(len(text) > _LONGEST or ends_sentence(text) for text in below)
            return (row if whole or doubled is None else row[:doubled]), True, whole
        if name in seen and doubled is None:
            doubled = len(row)
        seen.add(name)
        row.append(place)
        # What stands over the first number heads the columns: PARAGRAPH | SUBJECT.
        if not counted and (not first or _LABEL.match(text)):
            first, counted = bare, _LABEL.match(text) is not None
    return (row if doubled is None else row[:doubled]), doubled is not None, False


def _marked(head: int, texts: list[str]) -> Iterator[int]:
    """Yield the places of contents whose beginning and end signs of a list mark; the rules may begin on its last line."""
    if not _BEGINS.search(texts[head]):
        return
    stop = next((at for at in range(head + 1, len(texts[: head + _MOST])) if _ENDS_LIST.search(texts[at])), None)
    if stop is not None and all(len(text) <= _LONGEST and not ends_sentence(text) for text in texts[head + 1 : stop]):
        yield from range(head, stop + bool(_ENDS_LIST.search(texts[stop][-_TAG:])))


def _comes_back(name: str, after: int, known: dict[str, list[tuple[int, str]]]) -> bool:
    if len(name) < 2:
        return False
    found = known.get(name[:_PREFIX], []) if len(name) >= _PREFIX else known.get(name, [])
    return any(place > after and bare.startswith(name) for place, bare in found[-50:])
