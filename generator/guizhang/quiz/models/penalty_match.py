"""Penalty or reward: what follows for what was done; the options are what follows in other cases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.made import (
    BETRAYS,
    TOO_FEW,
    Declined,
    Made,
    betrays_itself,
    capital,
    instead,
    item_of,
    lower,
    nearest_in_length,
    options,
    unsound,
)
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sanctions.chinese_sanctions import MARKS, ChineseSanction, chinese_sanctions
from guizhang.quiz.material.sanctions.english_sanctions import EnglishSanction, english_sanctions
from guizhang.quiz.material.sanctions.ladder_items import ladder_items
from guizhang.quiz.material.sanctions.sanctioned import outsiders_dealt_with, tells_its_case
from guizhang.quiz.material.sayings import verdict
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.spoken import alike
from guizhang.quiz.quoting.clauses import Clause

NAME = "penalty-match"
QUOTES = True
ASKS = Message("“……的，给予……”这样的处分或者奖励", "a penalty or reward of the form “for …, …”")
# What stands before 的 is the case: 每周检查卫生，两次不合格的，罚款30元; without it the one comma parts the two.
_FORMS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"((?:(?!的，)[^。；：])+(?=的，)|[^，。；：]+(?=，(?:由|给予)|，[^，]*$))的?，([^。；：]{4,})。"),
    "en": re.compile(r"((?:For|If|When|Where|After) [^,;:]+(?:, [^,;]+ or [^,;]+)?), ([^;.:]+)\."),
}
# What is laid down elsewhere follows in no case of its own.
_SENDS_ON = re.compile(r"[’”]一条|按《|见《")
# 按旷工论处, 视为自动离职, 以曠職半日論.
_AS = re.compile(
    r"(?:按|以|依)(?!《)[^，。；]*(?:旷|曠|迟到|遲到|早退|事假|缺勤|离职|離職)|视[为同]|視[為同]|论处|論處"
)
# What is done to somebody is no case of its own, nor what follows on a worse case: 站姿不规范罚20元，屡次不改加倍.
_BEFALLEN = re.compile(r"(?:罚|罰|扣|奖|獎)[^，。；：]{0,6}元|[处處]理$|[论論][处處]$")
_ADDED = re.compile(r"并|並|另|再|仍|情[节節]|[屡屢]|多次|如|[^，。；]{1,8}以[上外]")
_GIVEN = re.compile("予以|[给給]予|一律|立即|每次|各|均|[处處]以|[对對]其|[对對]?本人")
_POINTS = re.compile(f"(?:每次|一次|各|一律|予以)*{MARKS}")
_TELLS = Message("处理办法本身说出了是什么行为（没收所得、照价赔偿）", "what follows says itself what was done")
_DISTRACTORS = 3
_NEAREST = 6
"""Outcomes of other cases that are tried, the nearest in length."""
_TRIED = 24
_FEWEST = 2


@dataclass(frozen=True)
class _Sanction:
    clause: Clause
    rule: Text
    case: Text
    outcome: Text


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every penalty or reward that can be told from others of its kind."""
    yield from _told_apart([_of_english(found) for clause in rules.clauses for found in english_sanctions(clause)])
    yield from _told_apart([_of_chinese(found) for clause in rules.clauses for found in chinese_sanctions(clause)])
    yield from ladder_items(rules, NAME)
    sanctions = [s for clause in rules.clauses if (s := _sanction(clause)) is not None]
    for here in sanctions:
        kin = [s for s in sanctions if s is not here and _alike(s.clause, here.clause)]
        others = [s.outcome for s in kin if not alike(s.outcome, here.outcome) and not _AS.search(s.outcome.zh or "")]
        wrong = nearest_in_length(here.outcome, others, _DISTRACTORS)
        if len(wrong) < _FEWEST or betrays_itself(here.outcome, wrong):
            yield Declined(here.clause.address, TOO_FEW if len(wrong) < _FEWEST else BETRAYS)
            continue
        clause, where = here.clause, here.clause.said_where
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.SINGLE_CHOICE,
            also=tuple(s.clause for s in kin if s.outcome in wrong),
            difficulty=3,
            stem=clause.said(
                f"按{where.zh}，{here.case.zh}的，怎样处理？",
                f"{where.en}: {lower(here.case.either('en'))}, what follows?",
            ),
            options=options(here.outcome, wrong, instead(here.outcome)),
            rationale=verdict(clause, here.rule),
        )


@dataclass(frozen=True)
class _Followed:
    """What rules in one language say that follows on a case."""

    clause: Clause
    rule: Text
    stem: Text
    outcome: Text
    reward: bool
    outsiders: bool | None = None
    """Whether it deals with customers, members and the like; ``None`` where it may be with them or with staff."""


def _of_english(found: EnglishSanction) -> _Followed:
    stem = Text(en=f"{found.where.either('en')}: {found.question}")
    return _Followed(found.clause, found.rule, stem, Text(en=found.outcome), found.reward)


def _of_chinese(found: ChineseSanction) -> _Followed:
    # The heading of a list of what is dealt with alike says how bad it is.
    where = found.clause.regulation_named if found.clause.introduces else found.clause.said_where
    stem = Text(zh=f"按{where.zh}，{found.case}，怎样处理？")
    heading = found.clause.heading
    outsiders = outsiders_dealt_with(found.case, found.outcome, heading.either("zh") if heading is not None else "")
    return _Followed(found.clause, found.rule, stem, Text(zh=found.outcome), found.reward, outsiders)


def _told_apart(known: Sequence[_Followed]) -> Iterator[Made]:
    """Yield an item for everything that rules in one language say follows on a case, among what follows in others."""
    asked = Counter[Clause]()
    for here in known:
        clause = here.clause
        if not here.reward and tells_its_case(here.outcome.zh or ""):
            yield Declined(clause.address, _TELLS, here.rule)
            continue
        if any(here is not other and other.stem == here.stem for other in known):
            continue
        kin = {other.outcome: other for other in known if _of_a_kind(here, other)}
        number = str(clause.ordinal) if not asked[clause] else f"{clause.ordinal}-{asked[clause] + 1}"
        made = _among(here, kin, number)
        asked[clause] += isinstance(made, Item)
        yield made


def _among(here: _Followed, kin: Mapping[Text, _Followed], number: str) -> Made:
    """Return an item with what follows in other cases: the nearest in length beside which its options are sound."""
    near = nearest_in_length(here.outcome, kin, _NEAREST)
    why = TOO_FEW
    for wrong in islice(_choices(near), _TRIED):
        if betrays_itself(here.outcome, wrong):
            why = BETRAYS
            continue
        item = item_of(
            here.clause,
            NAME,
            number,
            ItemType.SINGLE_CHOICE,
            also=tuple(kin[text].clause for text in wrong),
            difficulty=3,
            stem=here.stem,
            options=options(here.outcome, wrong, instead(here.outcome)),
            rationale=verdict(here.clause, here.rule),
        )
        fault = next(faults(item, here.clause.handbook), None)
        if fault is None:
            return item
        why = unsound(fault)
    return Declined(here.clause.address, why, here.rule)


def _choices(near: Sequence[Text]) -> Iterator[Sequence[Text]]:
    """Yield three wrong options, or two where no three will do."""
    for count in range(_DISTRACTORS, _FEWEST - 1, -1):
        yield from combinations(near, count)


def _of_a_kind(here: _Followed, other: _Followed) -> bool:
    """Tell whether what follows on one case could be thought to follow on the other."""
    # What befalls candidates at an exam is no wrong answer for the office.
    if (other.clause.place.regulation, other.clause.traditional) != (
        here.clause.place.regulation,
        here.clause.traditional,
    ):
        return False
    # Nobody is dismissed from a club, nor loses a membership at work.
    if {here.outsiders, other.outsiders} == {True, False}:
        return False
    # Among points what is none would be seen to be out of place, or to follow on a sum of points.
    if _only_points(here.outcome) is not _only_points(other.outcome):
        return False
    if here.clause.langs == ("en",) and other.clause.part is not here.clause.part:
        return False
    # Dismissed is dismissed without notice as well; and 按旷工处理 follows on nothing but an absence.
    said, there = (_plainly(one.outcome) for one in (here, other))
    return other.reward is here.reward and said not in there and there not in said and not _names_case(other.outcome)


def _only_points(outcome: Text) -> bool:
    return _POINTS.fullmatch(outcome.zh or "") is not None


def _plainly(outcome: Text) -> str:
    """Return what follows without the words that only say that it does: 予以辞退 is 辞退."""
    return outcome.en or _GIVEN.sub("", outcome.either("zh"))


def _names_case(outcome: Text) -> bool:
    """Tell whether what follows says itself what was done: 按旷工处理 follows on nothing but an absence."""
    return _AS.search(outcome.zh or "") is not None or tells_its_case(outcome.zh or "")


def _alike(one: Clause, other: Clause) -> bool:
    """Tell whether two clauses are of one norm, and written in the same languages and characters."""
    return (one.place.norm, one.langs, one.traditional) == (other.place.norm, other.langs, other.traditional)


def _sanction(clause: Clause) -> _Sanction | None:
    rule = clause.quote() if clause.place.norm in (Norm.PENALTY, Norm.REWARD) and len(clause.langs) > 1 else None
    if rule is None:
        return None
    found = {lang: _FORMS[lang].fullmatch(rule.either(lang)) for lang in clause.langs}
    if not all(found.values()) or _SENDS_ON.search(rule.either("zh")):
        return None
    if (match := found.get("zh")) and (_BEFALLEN.search(match[1]) or _ADDED.match(match[2])):
        return None
    case, outcome = ({lang: match[n] for lang, match in found.items() if match} for n in (1, 2))
    return _Sanction(
        clause,
        rule,
        Text(zh=case.get("zh"), en=case.get("en")),
        Text(zh=outcome.get("zh"), en=capital(outcome["en"]) if "en" in outcome else None),
    )
