"""Which lines of a page are not its text: what its containers call navigation or hide, and a title said elsewhere.

A container goes or stays as a whole, and it stays where it holds something that reads like a rule: an unclosed ``<nav>``
swallows the page behind it, and a closed tab may hold half of the rules.
"""

from __future__ import annotations

import re

from guizhang.importers.readers.html.elements import HIDDEN
from guizhang.importers.readers.html.page import Container, Drop, Line, Page

TITLE = "page-title"
LINKS = "link-farm"
_FEWEST = 3
"""Links in a row that make a list of them."""
_LINK = 60
_ENTRY = 10
"""Longest entry of a menu that stands in a cell of a table, as old pages have it."""
_SHORT_HEADING = 24
_RANK = re.compile(r"^[·•>»-]?\d{0,2}")
"""What stands before a link in a list of those most read."""
_LABEL = re.compile(
    r"\s*(?:第\s*[零〇一二三四五六七八九十百千两\d]{1,6}\s*[编編章节節条條]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|(?:Article|Section|Chapter) \d)"
)
_DUTY = re.compile(
    r"不得|不准|禁止|严禁|嚴禁|必须|必須|应当|應當|负责解释|施行|\b(?:shall|must|may not)\b", re.IGNORECASE
)
_NOTICE = re.compile(r"©|copyright|all rights reserved|版权|版權|著作权|转载|轉載|ICP|侵权|cookie", re.IGNORECASE)
_RULE_CHARS = 12
_TRICK = 100
"""Characters that are hidden as a trick or a note at most."""
_TITLES = re.compile(
    r"制度|规定|規定|办法|辦法|守则|守則|手册|手冊|细则|細則|规程|規程|条例|條例|规范|規範|准则|準則|章程|规则|規則"
    r"|handbook|manual|policy|policies|rules|code of|regulation|procedure",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s+[-–—|_·»>]+\s+|[-–—|_·»>]{1,3}")


def judge(page: Page) -> list[Drop]:
    """Return what to drop and take it out of the page's lines; a page title that nothing repeats becomes a line."""
    groups: dict[int, list[Line]] = {}
    for line in page.lines:
        if line.fate is not None:
            groups.setdefault(id(line.fate), []).append(line)
    shown = {_bare(line.text): len(line.text) - line.linked for line in page.lines if line.fate is None}
    gone: set[int] = set()
    if not shown:
        # Shown by a script only, or all of it inside one container: better the whole page than none of it.
        groups = {}
    for lines in groups.values():
        fate = lines[0].fate
        assert fate is not None
        if not _stays(fate, lines, shown):
            gone.add(id(fate))
    farms = _link_lists([line for line in page.lines if line.fate is None or id(line.fate) not in gone])
    drops: list[Drop] = []
    kept: list[Line] = []
    for line in page.lines:
        if line.fate is not None and id(line.fate) in gone:
            drops += [Drop(line.fate.reason, line.text, line.number)] if line.text else []
        elif id(line) in farms:
            drops.append(Drop(LINKS, line.text, line.number))
        else:
            kept.append(line)
    page.lines = kept
    _place_title(page)
    return drops


def _link_lists(lines: list[Line]) -> set[int]:
    """Return the id() of lines of lists of links to other pages, with the short heading over each; none of a page that lists pages."""
    filled = [line for line in lines if line.text.strip()]
    found: set[int] = set()
    run: list[Line] = []
    for place, line in enumerate([*filled, None]):
        if line is not None and _is_link(line):
            run.append(line)
            continue
        if len(run) >= _FEWEST:
            above = filled[place - len(run) - 1] if place > len(run) else None
            found |= {id(one) for one in run}
            if above is not None and above.heading and len(above.text.strip()) <= _SHORT_HEADING:
                found.add(id(above))
        run = []
    # Of a page that is mostly links, they go where rules stand among them: else the page is a list of what there is.
    ruled = sum(_like_a_rule(line) for line in filled if id(line) not in found) >= _FEWEST
    return found if ruled or len(found) * 2 <= len(filled) else set()


def _is_link(line: Line) -> bool:
    text = line.text.strip()
    entry = not line.paragraph if line.row is None else len(text) <= _ENTRY
    whole = (entry or line.marker is not None) and line.linked * 10 >= len(_RANK.sub("", _bare(text))) * 9
    return (
        whole
        and len(text) <= _LINK
        and not _LABEL.match(text)
        and not _DUTY.search(text)
        and text[-1] not in "。；;.!！"
    )


def _stays(fate: Container, lines: list[Line], shown: dict[str, int]) -> bool:
    rules = [line for line in lines if _like_a_rule(line)]
    if fate.reason != HIDDEN:
        return bool(rules) or (fate.banner and any(line.heading for line in lines))
    # Hidden: a copy of shown text or a single trick line goes, a folded-up part of the rules stays, and so does what is
    # more than all that is shown: a script shows it when the page has been loaded.
    fresh = [line for line in rules if _bare(line.text) not in shown]
    own = sum(len(line.text) - line.linked for line in lines if _bare(line.text) not in shown)
    return len(fresh) >= 2 or own > max(sum(shown.values()), _TRICK)


def _like_a_rule(line: Line) -> bool:
    text = line.text.strip()
    if len(text) < _RULE_CHARS or line.linked * 2 > len(text) or _NOTICE.search(text):
        return False
    return bool(_LABEL.match(text)) or bool(_DUTY.search(text)) or (line.marker is not None and line.marker[0].ordered)


def _place_title(page: Page) -> None:
    """Make the page's title its first line where it names rules and the page itself does not."""
    index = next((i for i, drop in enumerate(page.drops) if drop.reason == TITLE), None)
    if index is None:
        return
    drop = page.drops[index]
    text = " ".join(drop.text.split())
    if not any(_TITLES.search(part) for part in _SEPARATORS.split(text)):
        return
    parts = [_bare(part) for part in (text, *_SEPARATORS.split(text)) if _TITLES.search(part)]
    for line in page.lines:
        bare = _bare(line.text)
        if any(part in bare or bare == part or (len(bare) >= 4 and bare in part) for part in parts):
            return
    kept = " ".join(drop.text.split())
    layout = len(drop.text) - len(kept)
    page.drops[index : index + 1] = []
    page.layout.append(" " * layout)
    page.lines.insert(0, Line(kept, drop.number, 0, None, None, None, 0, 0))


def _bare(text: str) -> str:
    return "".join(text.split()).lower()
