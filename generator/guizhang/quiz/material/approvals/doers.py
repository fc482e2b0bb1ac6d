"""Who does something by rules in Chinese alone, where no role of the handbook is named: 分差超过10分的，由质检主管复听.

The posts are those that the rules themselves name, and only beside 由 is one asked for: there the sentence says who it is, and nothing
else. Who approves is asked by a model of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.approvals.chinese_approvals import HEADS, is_department
from guizhang.quiz.material.made import item_id
from guizhang.quiz.material.ranks import STAFF, rank, same_person
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

_PERSON = rf"(?:{HEADS}|[一-龥](?<![人成会学队党全职客演动社伤病])员(?![工级])|[医药技厨护剂容计训程发啡艺]师(?!长)|医生|护士|班主任|老师|教师(?!傅))"
_NAME = rf"[一-龥]{{0,5}}?{_PERSON}"
_WHOLE = "(?!长|员|师|会|室|助|级|部门|[一-龥]{0,3}(?:员|主管|经理|主任|组长|队长))"
# One of several is not asked for; nor is who approves, or of whom a body consists.
_ALONE = "(?!签?审?[批核]|批准|同意|核准|许可|签字|和|与|及|或|、|以及|以上|以下|组成|担任|兼任|产生|承担|自行|本人|代|共同|分别|双|两)"
_DOES = re.compile(rf"(?<![自理事缘经])由(?P<who>{_NAME}){_WHOLE}{_ALONE}(?=[一-龥])")
_ACTS = re.compile(
    rf"(?:^|[，。；：、和或与]|[由向报交经])(?P<who>{_NAME}){_WHOLE}(?=[每应须负在对将不必可要于，。；、和或与都签]|立即|安排|检查|接到|收到|发现|随时|当场|[一-龥]{{2}})"
)
_NO_NAME = re.compile(
    "[由经报告向须应可不得对和及或与请给让被将把并再各每该本至到其的是了后前时内上下中为按在日月年次]|有关|相关|责任|值日|当事|全体|所有|任何|发现|公司|师生|调离|新|存入|抢救|招聘"
)
_ANYBODY = re.compile("主管|经理|负责人|部门?|老师|教师|.?员|教练|当班.*|直接.*|上级")
_HEAD = re.compile(f"{_PERSON}$")
_HEADS_UNIT = re.compile("[园馆所站店厂院校]长$")
_MANAGER = 3
_DISTRACTORS, _FEWEST = 3, 2


@dataclass(frozen=True)
class ToldDoer:
    """Who does something, with the sentence that says so."""

    clause: Clause
    who: str
    sentence: Text
    """With a blank for who."""


def told_doers(clauses: Sequence[Clause]) -> Iterator[tuple[ToldDoer, tuple[str, ...]]]:
    """Yield who does something by Chinese rules, each with others of the same rules who could be taken for them.

    As often a wrong answer as a right one: whoever has been offered often gives way.
    """
    named: dict[str, Counter[str]] = {}
    ours = [c for c in clauses if c.langs == ("zh",) and not c.traditional]
    known = _known(ours)
    for clause in ours:
        for key in (clause.place.regulation.id, _section(clause)):
            named.setdefault(key, Counter()).update(who for who in _named(clause) if who in known)
    offered, right = Counter[str](), Counter[str]()
    for clause in ours:
        for one in _of(clause):
            wrong = _others(one, named[clause.place.regulation.id], named[_section(clause)], offered)
            if len(wrong) < _FEWEST or right[one.who] > 1 + offered[one.who] // _FEWEST:
                continue
            right[one.who] += 1
            offered.update(wrong)
            yield one, wrong
            break


def _known(clauses: Sequence[Clause]) -> set[str]:
    """Return the names that are whole beyond doubt: who does something, and those read in two clauses or more."""
    read = Counter(who for clause in clauses for who in _named(clause))
    return {one.who for clause in clauses for one in _of(clause)} | {who for who, n in read.items() if n > 1}


def _section(clause: Clause) -> str:
    """Return what tells the part of its regulation a clause stands in."""
    return f"{clause.place.regulation.id} {clause.heading.either('zh') if clause.heading is not None else ''}"


def _of(clause: Clause) -> Iterator[ToldDoer]:
    quoted = clause.quote() if clause.provision.approval is None and not clause.introduces else None
    text = quoted.either("zh") if quoted is not None else ""
    for match in _DOES.finditer(text):
        if not _is_post(match["who"]) or text.count(match["who"]) != 1 or _in_heading(clause, match["who"]):
            continue
        start, end = match.span("who")
        blanked = clause.excerpt(Text(zh=f"{text[:start]}{BLANK}{text[end:]}"))
        if blanked is not None:
            yield ToldDoer(clause, match["who"], blanked)


def _named(clause: Clause) -> Iterator[str]:
    text = clause.place.node.text
    said = (text.zh or "") if text is not None else ""
    found = {match["who"] for pattern in (_DOES, _ACTS) for match in pattern.finditer(said)}
    yield from (who for who in found if _is_post(who))


def _is_post(who: str) -> bool:
    of = _HEAD.sub("", who)
    return 2 <= len(who) <= 8 and _NO_NAME.search(of) is None and _ANYBODY.fullmatch(who) is None


def _in_heading(clause: Clause, who: str) -> bool:
    titles = [clause.heading, clause.place.regulation.title]
    return any(title is not None and who[:2] in (title.zh or "") for title in titles)


def _others(
    one: ToldDoer, named: Mapping[str, int], here: Mapping[str, int], offered: Mapping[str, int]
) -> tuple[str, ...]:
    """Return who could be taken for *one*: of about the same rank, those *named* *here*, in the same part, first."""
    said = one.sentence.either("zh")
    usable = [
        other
        for other in named
        if other != one.who
        and not (other.endswith(one.who) or one.who.endswith(other) or other in said)
        and is_department(other) is is_department(one.who)
        and not same_person(Text(zh=other), Text(zh=one.who))
        and abs(_height(other) - _height(one.who)) <= 1
    ]
    in_turn = keyed_order(usable, str, "does", item_id("responsible", one.clause.address, one.who))
    return tuple(sorted(in_turn, key=lambda name: (offered[name] - (name in here), name not in here))[:_DISTRACTORS])


def _height(name: str) -> int:
    height = rank(Text(zh=name)) or _MANAGER
    if name.endswith("班主任"):
        return STAFF
    return _MANAGER if height == STAFF and _HEADS_UNIT.search(name) else height
