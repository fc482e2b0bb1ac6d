"""Penalty or reward: what follows for what was done; the options are what follows in other cases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.english_sanctions import english_sanctions
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
)
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import verdict
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
_DISTRACTORS = 3
_FEWEST = 2


@dataclass(frozen=True)
class _Sanction:
    clause: Clause
    rule: Text
    case: Text
    outcome: Text


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every penalty or reward that can be told from others of its kind."""
    yield from _english(rules)
    sanctions = [s for clause in rules.clauses if (s := _sanction(clause)) is not None]
    for here in sanctions:
        kin = [s for s in sanctions if s is not here and _alike(s.clause, here.clause)]
        others = [s.outcome for s in kin if not alike(s.outcome, here.outcome) and not _names_case(s.outcome)]
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


def _english(rules: Rules) -> Iterator[Made]:
    """Yield an item for everything that English rules say follows for somebody, among what follows in other cases."""
    known = [sanction for clause in rules.clauses for sanction in english_sanctions(clause)]
    asked = Counter[Clause]()
    for here in known:
        clause = here.clause
        if any(here is not other and other.question == here.question for other in known):
            continue
        kin = {
            other.outcome: other
            for other in known
            if other.clause.place.regulation is clause.place.regulation
            # What befalls candidates at an exam is no wrong answer for the office.
            and other.clause.part is clause.part
            and other.reward is here.reward
            # Dismissed is dismissed without notice as well.
            and not other.outcome.startswith(here.outcome)
            and not here.outcome.startswith(other.outcome)
        }
        wrong = nearest_in_length(Text(en=here.outcome), [Text(en=outcome) for outcome in kin], _DISTRACTORS)
        if len(wrong) < _FEWEST or betrays_itself(Text(en=here.outcome), wrong):
            yield Declined(clause.address, TOO_FEW if len(wrong) < _FEWEST else BETRAYS)
            continue
        asked[clause] += 1
        key = Text(en=here.outcome)
        number = str(clause.ordinal) if asked[clause] == 1 else f"{clause.ordinal}-{asked[clause]}"
        yield item_of(
            clause,
            NAME,
            number,
            ItemType.SINGLE_CHOICE,
            also=tuple(kin[text.either("en")].clause for text in wrong),
            difficulty=3,
            stem=Text(en=f"{here.where.either('en')}: {here.question}"),
            options=options(key, wrong, instead(key)),
            rationale=verdict(clause, here.rule),
        )


def _names_case(outcome: Text) -> bool:
    """Tell whether what follows says itself what was done: 按旷工处理 follows on nothing but an absence."""
    return _AS.search(outcome.zh or "") is not None


def _alike(one: Clause, other: Clause) -> bool:
    """Tell whether two clauses are of one norm, and written in the same languages and characters."""
    return (one.place.norm, one.langs, one.traditional) == (other.place.norm, other.langs, other.traditional)


def _sanction(clause: Clause) -> _Sanction | None:
    rule = clause.quote() if clause.place.norm in (Norm.PENALTY, Norm.REWARD) and clause.langs != ("en",) else None
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
