"""Joints of a file: where every list above has ended and a list begins anew, with an unlabelled line between the two.

One title is weighed by its own words and neighbours; what several lines at joints have in common says more: documents pasted
together look alike. Where most of them read like titles, the others are titles too, whatever their words; where hardly any
does, they are headings within one document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.importers.documents.head_signs import SECTION, Page, below_title, block_above, is_first
from guizhang.importers.lines.folded import ends_sentence, has_han
from guizhang.importers.lines.labels import Family, Label
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import LONG_HEADING, is_signature, leads_in
from guizhang.importers.lines.titles import DOCUMENT_HEAD, core, is_handbook, is_promise, title_score

_TITLE = 2.0
_FIRM = 4.0
"""What the signs of a line have to say for another document inside one that has headings without numbers."""
_WHOLE = 6
"""Characters that the title of a document has at least; 安全规定 is rather the heading of a part."""
_SOME = 2
_NAME = 4
_HEADING, _HEADING_LATIN = 12, 36
_FORM = re.compile(r"(?:承诺书|责任书|确认书|保证书|声明书|倡议书|协议书?|合同)(?: [A-Za-z ]+)?$")
"""What is a document of its own however short its name is."""
_SET = re.compile(r"(?:制度?|办法|守则|条例|章程|须知|细则)$")
"""What a set of rules is called rather than a part of one."""
_ANNEX = re.compile(r"附[件录表图]")
_CAPITALS = re.compile(r"[A-Z][A-Z '&/,()-]{3,}")

_Key = tuple[Family, int]


@dataclass(frozen=True, slots=True)
class Joint:
    """One place where lists end and another begins."""

    position: int
    """Place of the line that may be a title."""
    since: int
    """Place of the first line behind the lists above."""
    begins: int
    """Place of the first label below."""
    own: float
    """What its words say for a title."""
    anew: bool
    """Whether the list below is of the kind with which the rules above began."""
    strong: bool
    """Whether 第一章 or 第一条 begins there."""
    lone: bool
    """Whether it stands alone between two lists, and is long enough for a title."""
    look: tuple[str, ...]
    """What stands directly above it, as far as that tells documents apart."""

    @property
    def whole(self) -> bool:
        """Whether its words alone would do for a document."""
        return self.own >= _TITLE


def find_joints(page: Page) -> list[Joint]:
    """Return the joints in order; the first is where the rules of the file begin, if a line that may be a title leads to them."""
    rows = [
        (place, label)
        for place, mark in enumerate(page.marks)
        if mark is not None and (label := _counted(mark, page, place))
    ]
    goes_on = _goes_on(rows)
    joints: list[Joint] = []
    opened: dict[_Key, int] = {}
    opening: _Key | None = None
    above = -1
    for index, (place, label) in enumerate(rows):
        key = _key(label)
        glued = not _at_start(page, place)
        if (
            set(label.path) <= {1}
            and (glued or place > above + 1)
            and not any(goes_on[i] > place for i in opened.values())
        ):
            head = place if glued else _head(page, above + 1, place)
            # What stands under 附件2 is its title: attachments are weighed as such.
            attached = index > 0 and rows[index - 1][1].family is Family.ATTACHMENT and head == above + 1
            if head is not None and not attached:
                own = title_score(_words(page, head))
                anew = opening is None or key == opening
                lone = head == place - 1 and ends_sentence(page.texts[head - 1]) and _is_long(core(page.texts[head]))
                # Words before a list in one line with it are a title only where the list is like the others.
                apart = not glued and (own >= _TITLE or lone or bool(block_above(page, head)))
                if anew or apart or _is_strong(page, place):
                    joints.append(
                        Joint(head, above + 1, place, own, anew, _is_strong(page, place), lone, _look(page, head))
                    )
                    opened, opening = {}, None
        opening = opening or key
        opened[key] = index
        above = place
    if not rows:
        return list(_unnumbered(page))
    last = [
        place
        for place in range(above + 1, len(page.texts) - 2)
        if title_score(page.texts[place]) >= _TITLE and not page.cells[place]
    ]
    if last:
        joints.append(Joint(last[-1], above + 1, len(page.texts), _TITLE, False, False, False, _look(page, last[-1])))
    return joints


def agree(page: Page, joints: list[Joint], accepted: dict[int, float]) -> tuple[list[Joint], set[int]]:
    """Return the joints that begin documents because the others do, and the accepted places that are headings after all.

    Args:
        page: The lines.
        joints: The joints of the file.
        accepted: Place of each line that begins a document for its own signs -> how much these say.
    """
    places = sorted(place for place in accepted if not is_promise(page.texts[place]))
    taken = [bisect_left(places, joint.since) < bisect_right(places, joint.begins) for joint in joints]
    titles = [
        took
        or (joint is joints[0] and not any(place < joint.since for place in places))
        or (joint.whole and (joint.lone or joint.strong or _is_whole(page, joint)))
        for took, joint in zip(taken, joints, strict=True)
    ]
    more: list[Joint] = []
    fewer: set[int] = set()
    if not joints:
        return more, fewer
    promised = any(is_promise(text) for text in page.over if text != page.texts[joints[0].position])
    # What has no list at all, a table perhaps, takes two others to be a document.
    needed = 2 + (joints[-1].begins == len(page.texts))
    most = promised or (sum(titles) >= needed and sum(titles) * 2 >= len(joints))
    looks = {joint.look for joint, title in zip(joints, titles, strict=True) if title and joint.look}
    sections = False
    skeletons: set[str] = set()
    for joint, title, took in zip(joints, titles, taken, strict=True):
        # Words with a list glued to them are as often the heading of that list.
        long = _length(page, joint) >= (_WHOLE if joint.position == joint.begins else _NAME)
        named = (joint.anew or promised) and joint.own > 0 and long
        # Behind a signature, or under its own number, rules that begin are another document whatever their title says.
        told = (promised and not sections) or joint.look in looks
        alike = (named and ("signed" in joint.look or (most and told))) or ("numbered" in joint.look and joint.own > 0)
        below = below_title(page, joint.position)
        like = joint.anew or _length(page, joint) <= SECTION  # a heading as the first, or as short as one
        within = sections and like and not promised and (not below or below not in skeletons)
        if took and within and not joint.look and accepted.get(joint.position, _FIRM) < _FIRM:
            fewer.add(joint.position)
            continue
        # Among several documents a short title will do.
        short = joint.whole and sum(titles) > _SOME and long
        found = _is_form(page, joint) or (not within and ((most and (title or short or joint.lone)) or alike))
        if found and not took:
            more.append(joint)
        if found or took:
            skeletons.add(below)
            over = page.texts[joint.since : joint.position + 1]
            sections = any(map(is_handbook, over)) or _has_headings(page, joint)
    return more, fewer


def _is_long(words: str) -> bool:
    han = sum("一" <= sign <= "鿿" for sign in words)
    return han >= _WHOLE if han else len(words) >= 2 * _WHOLE


def _has_headings(page: Page, first: Joint) -> bool:
    """Return whether another heading stands between the first title and its list: the others are headings like it."""
    if first.begins - first.position < 2 or first.position == first.begins:
        return False
    text = page.texts[first.begins - 1]
    if core(text) == core(page.texts[first.position]):
        return False  # the title once more
    longest = _HEADING if has_han(text) else _HEADING_LATIN
    return title_score(text) > 0 and len(text) <= longest and not is_signature(text) and not DOCUMENT_HEAD.search(text)


def _is_form(page: Page, joint: Joint) -> bool:
    words = core(_words(page, joint.position))
    return joint.whole and bool(_FORM.search(words) or is_handbook(words))


def _unnumbered(page: Page) -> Iterator[Joint]:
    """Yield the titles with text below in a file that counts nothing; in English those in capitals: OVERTIME, DRESS CODE."""
    heads: list[int] = []
    for place, text in enumerate(page.texts):
        apart = (
            not place
            or heads[-1:] == [place - 1]
            or page.marks[place - 1] is not None
            or ends_sentence(page.texts[place - 1])
        )
        if apart and len(text) <= LONG_HEADING and (_CAPITALS.fullmatch(text) or title_score(text) >= _TITLE):
            heads.append(place)
    for since, place in zip([-1, *heads], heads, strict=False):
        if place + 1 < len(page.texts) and place + 1 not in heads:
            own = title_score(page.texts[place])
            yield Joint(place, since + 1, place, own, True, False, own >= _TITLE, _look(page, place))


def _is_whole(page: Page, joint: Joint) -> bool:
    """Return whether a title is long enough for a document: 安全规定 is rather a heading, 值班制度 is not."""
    words = core(_words(page, joint.position))
    glued = joint.position == joint.begins
    return len(words) >= (_NAME if _SET.search(words) and not glued else _WHOLE)


def _length(page: Page, joint: Joint) -> int:
    return len(core(_words(page, joint.position)))


def _words(page: Page, place: int) -> str:
    mark = page.marks[place]
    text = page.texts[place]
    return text if mark is None or mark.at_start else text[: mark.first - page.lines[place].start].rstrip()


def _is_strong(page: Page, place: int) -> bool:
    mark = page.marks[place]
    return mark is not None and mark.strong


def _at_start(page: Page, place: int) -> bool:
    mark = page.marks[place]
    return mark is not None and mark.at_start


def _counted(mark: Mark, page: Page, place: int) -> Label | None:
    """Return the label of a line if it counts: one at its start, the first of several bullets, a first one glued to a title."""
    label = mark.labels[0]
    if not label.path:
        above = page.marks[place - 1] if place else None
        run = above is not None and above.at_start and above.labels[0].family is label.family
        titled = title_score(page.texts[place]) >= _TITLE
        return label if mark.at_start and not (run or titled) else None
    if mark.at_start:
        return label
    return label if is_first(mark) and title_score(_words(page, place)) >= _TITLE else None


def _key(label: Label) -> _Key:
    return label.family, len(label.path)


def _goes_on(rows: list[tuple[int, Label]]) -> list[int]:
    """Return for each label the place of the next of its kind that counts on from it; -1 where there is none."""
    found = [-1] * len(rows)
    following: dict[_Key, tuple[int, Label]] = {}
    plain = any(_key(label) == (Family.ARABIC, 1) for _, label in rows)
    for index in range(len(rows) - 1, -1, -1):
        place, label = rows[index]
        if not label.path or (plain and len(label.path) > 1):
            continue  # 3.1 goes on where 3. does
        later = following.get(_key(label))
        if later is not None and later[1].path > label.path:
            found[index] = later[0]
        following[_key(label)] = (place, label)
    return found


def _head(page: Page, since: int, stop: int) -> int | None:
    """Return the place of what may be a title among the lines between two lists: the last that reads like one, or the first short line."""
    short = titled = promise = None
    for place in range(since, stop):
        text = page.texts[place]
        own = title_score(text)
        if is_signature(text) or leads_in(text) or _ANNEX.match(text) or (DOCUMENT_HEAD.search(text) and own < _TITLE):
            continue
        if ends_sentence(text) or len(text) > LONG_HEADING or own <= 0 or page.cells[place]:
            continue
        if is_promise(text):
            promise = place
        elif own >= _TITLE and (titled != place - 1 or len(core(text)) > SECTION):
            titled = place  # 一般要求 right under a title is the heading of its list
        elif short is None:
            short = place
    return next((place for place in (titled, short, promise) if place is not None), None)


def _look(page: Page, place: int) -> tuple[str, ...]:
    """Return what sets a line apart from the lists above it: a signature, a drawn line, the name of the company."""
    if place == 0:
        return ()
    before = page.texts[place - 1]
    signs = {
        "signed": is_signature(before),
        "numbered": block_above(page, place) > 0,
        "led": leads_in(before),
        "drawn": page.drawn[place],
        "blank": page.lines[place].number > page.lines[place - 1].number + 1 and not page.apart[place],
        "capitals": bool(_CAPITALS.fullmatch(page.texts[place])),
    }
    return tuple(name for name, there in signs.items() if there)
