"""What is seen at a line that a document may begin with: its words, what stands above and below, what the page promises.

Every sign is a name that holds or does not; what it is worth stands in ``worth``. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from guizhang.importers.annexes import find_annexes, is_annex_label
from guizhang.importers.breaks import wants_more
from guizhang.importers.head_signs import (
    LONG_HEADING,
    Page,
    block_above,
    is_first,
    is_repeated,
    is_signature,
    leads_in,
)
from guizhang.importers.labels import Family, Label
from guizhang.importers.lines import ends_sentence
from guizhang.importers.lists import Lists
from guizhang.importers.series import find_series, find_volumes
from guizhang.importers.titles import DOCUMENT_HEAD, LEAD, core, is_promise, series_number, title_score

_TITLE = 2.0
_SERIES = 3.0
_LONGEST = 60
"""Characters of a line that may be a title."""
_SHORT = 5
_LONG = 25
_FEW = 3
_HEADING = 20
_LONG_LATIN = 60
_FURTHER = 16
"""Lines between the name of an annex and the annex: who signs, and the names of others."""
_GOING_ON = "|,.。;:、)」』”’!?"
_COLUMNS = re.compile(r"\S[ \t]{2,}\S")
_CAPITALS = re.compile(r"[A-Z][A-Z '&/,()-]{3,}")
_FORM = re.compile(r"(?:承诺书|责任书|确认书|保证书|声明书|倡议书|协议书?|合同)(?: [A-Za-z ]+)?$")
"""What is a document of its own however short its name is."""
_OVER = 12
"""Lines at the top among which the name of a book stands."""
_SPEAKS = re.compile(
    r"您|你|大家|各位|我们?|咱|亲|网友|同事|收到|敬请|欢迎|谢谢|感谢|\b(?:you|your|we|our|us|thanks?|dear|hi|hello|regards|please)\b",
    re.IGNORECASE,
)
"""Somebody speaks to somebody: no title does."""
_SIGNS = re.compile(r"[|>›»·•_/~=+#★☆→←▲▼\[\]【】]")
_COMPANY = re.compile(r"公司|酒店|医院|集团")
_BOOK = re.compile(r"手册|handbook|manual", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """A line that a document may begin with."""

    position: int
    """Its place."""
    signs: frozenset[str]
    opens: Family | None
    """Kind of the list that begins below; nothing where none does."""
    ahead: int
    """Place of the first label below."""
    name: str
    """Its words, without trimmings and without what is glued to it."""
    titled: bool
    """Whether it is a title, and not the first of the rules."""
    glued: bool
    """Whether the first rule stands on the same line."""


def find_starts(page: Page, lists: Lists) -> list[Start]:
    """Return the lines that a document may begin with, in order; the first line always may."""
    about = _About.of(page)
    starts: list[Start] = []
    for place in range(len(page.texts)):
        name = _name(page, lists, about, place)
        if place and (name is None or _is_said(page, lists, about, starts, place, name)):
            continue
        starts.append(_start(page, lists, about, place, name))
    return starts


def _is_said(page: Page, lists: Lists, about: _About, starts: list[Start], place: int, name: str) -> bool:
    """Return whether a document has begun above, with no rule between: with the same title, or with its number.

    The first of equal titles counts, or the second below the head of a page.
    """
    if place in about.counted or series_number(name) is not None:
        return False
    for one in reversed(starts):
        if lists.ahead[one.position + 1] < place or one.glued:
            return False
        if "counted" in one.signs or ("numbered" in one.signs and one.position == place - 1):
            return True
        titled = "title" in one.signs and "promise" not in one.signs and place not in about.annexes
        if titled and title_score(name) < _TITLE and lists.ahead[place] < len(page.texts):
            return True  # its list stands below a title already
        if core(name) == one.name or (len(one.name) > _SHORT and core(name).startswith(one.name)):
            return not (one.position == place - 1 and page.apart[place])
    return False


def _name(page: Page, lists: Lists, about: _About, place: int) -> str | None:
    """Return the words of a line that may be a title, or nothing."""
    text, label, glued = page.texts[place], lists.labels[place], lists.glued[place]
    if place in about.volumes or text[0] in _GOING_ON:
        return None
    if place in about.counted:
        return text
    if glued is not None:
        head = text[: glued.first - page.lines[place].start].rstrip()
        return head if title_score(head) > 0 else None
    if label is not None:
        return _labelled(page, lists, place, label)
    own = title_score(text)
    if len(text) > _LONGEST or ends_sentence(text) or own <= 0 or page.cells[place] or is_signature(text):
        return None
    # Who issued it and when, or whose rules they are, is said over or under a title; a table has its columns apart.
    if own < _TITLE and (DOCUMENT_HEAD.search(text) or leads_in(text) or _COLUMNS.search(text)):
        return None
    # Between two items of one list stands no title, unless its words say that it is one.
    if own < _TITLE and lists.reach[place] >= place:
        return None
    # A colon above leads to an item of a list that goes on below.
    if (
        place
        and lists.labels[place - 1] is None
        and page.texts[place - 1].endswith(":")
        and lists.reach[place] >= place
    ):
        return None
    return None if LEAD.match(text) and _stands_below(page, place) else text


def _labelled(page: Page, lists: Lists, place: int, label: Label) -> str | None:
    """Return the words behind a label that counts documents: a title, or 第一章 where chapters begin anew."""
    text = page.texts[place]
    rest = text[label.end - page.lines[place].start :].strip(" :、.《》")
    own = title_score(rest)
    if label.family is Family.ATTACHMENT:
        return rest if own > 0 and not (LEAD.match(text) and _stands_below(page, place)) else None
    if (
        label.family in (Family.PART, Family.CHAPTER)
        and label.path == (1,)
        and lists.latest[place].get(label.family, 0) > 1
    ):
        return rest
    ornament = label.family is Family.BULLET and own >= _TITLE and len(text) <= LONG_HEADING
    return rest if ornament or title_score(text) >= _SERIES else None


def _stands_below(page: Page, place: int) -> bool:
    """Return whether what 附件：… names is the title of something further down."""
    name = core(LEAD.sub("", page.texts[place]))
    return any(core(LEAD.sub("", text)) == name for text in page.texts[place + 1 : place + _FURTHER])


@dataclass(frozen=True, slots=True)
class _About:
    """What holds for the whole page."""

    counted: frozenset[int]
    annexes: frozenset[int]
    """Titles of annexes that have rules of their own."""
    volumes: frozenset[int]
    lines: Counter[str]
    promised: bool
    book: bool
    strong: bool
    """Whether the first label is 第一章 or 第一条."""

    @classmethod
    def of(cls, page: Page) -> _About:
        first = next(
            (m for m in page.marks if m is not None and m.at_start and m.labels[0].family is not Family.HEADING), None
        )
        over = page.over[:_OVER]
        return cls(
            frozenset(find_series(page.texts, page.marks)),
            frozenset(find_annexes(page)),
            frozenset(find_volumes(page.texts, page.marks)),
            Counter(page.texts),
            any(map(is_promise, over)),
            any(map(_BOOK.search, over)),
            first is not None and first.strong,
        )


def _start(page: Page, lists: Lists, about: _About, place: int, named: str | None) -> Start:
    name = named or page.texts[place]
    texts, label, glued = page.texts, lists.labels[place], lists.glued[place]
    ahead = place if glued is not None else lists.ahead[place + 1]
    if label is not None and title_score(name) < _TITLE:
        ahead = place
    mark = page.marks[ahead] if ahead < len(texts) else None
    begins = mark is not None and is_first(mark)
    opens = mark.labels[0].family if mark is not None and begins else None
    own, apart = title_score(name), ahead - place - 1
    above = texts[place - 1] if place else ""
    under = texts[place + 1] if place + 1 < len(texts) and lists.labels[place + 1] is None else ""
    numbers = lists.latest[place]
    follows = (
        mark is not None
        and bool(mark.labels[0].path)
        and numbers.get(mark.labels[0].family) == mark.labels[0].path[-1] - 1
    )
    title, restarts = own >= _TITLE, opens is not None and numbers.get(opens, 0) >= 1
    short, blank = len(core(name)) <= _SHORT, place > 0 and page.lines[place].number > page.lines[place - 1].number + 1
    signed = bool(above) and is_signature(above)
    at_once = mark is not None and apart <= 0
    seen = {
        "any": True,
        "title": title,
        "words": 0 < own < 1,
        "short title": title and short,
        "short": short,
        "long": len(name) > _LONG,
        "promise": is_promise(name),
        "capitals": bool(_CAPITALS.fullmatch(name)),
        "form": bool(_FORM.search(core(name))),
        "title glued": title and glued is not None,
        "numbered": series_number(name) is not None,
        "series head": title_score(texts[place]) >= _SERIES,
        "counted": place in about.counted,
        "volume": place in about.volumes,
        "annex": place in about.annexes,
        "behind annex label": is_annex_label(page, place - 1),
        "signs": bool(_SIGNS.search(name)),
        "speaks": bool(_SPEAKS.search(name)),
        "quoted": name[:1] in ("《", "【"),
        "company": bool(_COMPANY.search(name)),
        "leads": leads_in(name),
        "Latin": name.isascii(),
        "label": label is not None,
        "chapters anew": label is not None and not title and place > 0,
        "glued": glued is not None,
        "headed": page.headed[place],
        "behind company": bool(above) and leads_in(above),
        "behind block": bool(above and DOCUMENT_HEAD.search(above)),
        "over block": bool(under and DOCUMENT_HEAD.search(under)),
        "own number": block_above(page, place) > 0,
        "blank": blank,
        "apart": page.apart[place] and place > 0,
        "drawn": page.drawn[place],
        "signed": signed,
        "stopped": bool(above) and ends_sentence(above),
        "mid sentence": _breaks_off(page, lists, place),
        "goes on": above.startswith("关于") and title_score(above) < _TITLE and not ends_sentence(above),
        "open": above.endswith((":", ",", "、")),
        "under rule": place > 0 and lists.labels[place - 1] is not None,
        "said again": is_repeated(place, texts),
        "said elsewhere": about.lines[texts[place]] > 1,
        "at once": at_once,
        "few between": 0 < apart <= _FEW,
        "many between": apart > _FEW,
        "no list": mark is None,
        "goes on below": mark is not None and not begins,
        "follows": follows,
        "article": begins and mark is not None and mark.strong,
        "chinese": opens is Family.CHINESE,
        "other list": begins and mark is not None and not mark.strong and opens is not Family.CHINESE,
        "anew": restarts,
        "new kind": opens is not None and opens not in numbers,
        "lists open": lists.reach[place] >= place,
        "weaker": about.strong and not (begins and mark is not None and mark.strong),
        "introduced": apart > 0 and mark is not None and texts[ahead - 1].endswith(":"),
        "skeleton": bool(under) and core(under) != core(name) and len(under) <= _HEADING and about.lines[under] > 1,
        "title anew": title and restarts,
        "title at once": title and at_once,
        "title behind blank": title and blank,
        "lone": place > 0 and lists.labels[place - 1] is not None and at_once and ends_sentence(above),
        "promised": about.promised,
        "book": about.book,
    }
    return Start(
        place,
        frozenset(sign for sign, there in seen.items() if there),
        opens,
        ahead,
        core(name),
        titled=named is not None and (label is None or title or place in about.counted),
        glued=glued is not None,
    )


def _breaks_off(page: Page, lists: Lists, place: int) -> bool:
    """Return whether the line above is long and ends no sentence, and is no item of a list typed without stops."""
    above = page.texts[place - 1] if place else ""
    if (
        len(above) <= (_LONG_LATIN if above.isascii() else _HEADING)
        or ends_sentence(above)
        or title_score(above) >= _TITLE
    ):
        return False
    return lists.labels[place - 1] is None or wants_more(above)
