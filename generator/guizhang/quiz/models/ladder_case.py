"""Ladder case: a case with a figure of its own, and who deals with it by a rule that goes by the amount or the time.

The options are the parties of the ladder, and others of about their rank where it has too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.quantity import magnitude
from guizhang.model.regulation import Level
from guizhang.model.text import Lang, Text
from guizhang.quiz.keyed import keyed_choice
from guizhang.quiz.material.approvals.scales import AT_END, posts_rise
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.made import TOO_FEW, Declined, Made, item_id, item_of, options
from guizhang.quiz.material.parties.chinese_parties import option
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import bare

NAME = "ladder-case"
ASKS = Message("按金额或者时间分给几个人处理的清单", "a list that gives each amount or time to somebody else")
_DISTRACTORS = (2, 3)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_BOUND = re.compile(
    r"(不超过|最多|超过|多于|高于|至少|不少于|达到|满|不满|不足|低于|少于|)\$\{([\w-]+)\}(以上|以下|以内|)"
)
_LEAST = {
    "超过": False,
    "多于": False,
    "高于": False,
    "至少": True,
    "不少于": True,
    "达到": True,
    "满": True,
    "以上": True,
}
_MOST = {
    "不超过": True,
    "最多": True,
    "不满": False,
    "不足": False,
    "低于": False,
    "少于": False,
    "以下": True,
    "以内": True,
}


@dataclass(frozen=True)
class _Rung:
    """One point of a ladder: who deals with what lies between two figures."""

    clause: Clause
    party: Spot
    facts: tuple[Fact, ...]
    low: tuple[Decimal, bool] | None
    """The least, and whether it is included; ``None`` where there is none."""
    high: tuple[Decimal, bool] | None

    def holds(self, value: Decimal) -> bool:
        """Tell whether *value* lies on it."""
        above = self.low is None or value > self.low[0] or (value == self.low[0] and self.low[1])
        below = self.high is None or value < self.high[0] or (value == self.high[0] and self.high[1])
        return above and below


def make(rules: Rules) -> Iterator[Made]:
    """Yield a case for every rung of a ladder with two or more."""
    by_list: dict[tuple[str, tuple[int | str, ...]], list[Clause]] = {}
    for clause in rules.clauses:
        if clause.place.node.level is Level.ITEM:
            by_list.setdefault((clause.address, clause.place.loc[:-1]), []).append(clause)
    leads = {(c.address, (*c.place.loc, "body")): c for c in rules.clauses if c.introduces}
    for at, points in by_list.items():
        rungs = [rung for clause in points if (rung := _rung(rules, clause)) is not None]
        one_kind = len({(fact.kind, fact.unit) for rung in rungs for fact in rung.facts}) == 1
        lead = leads.get(at)
        if lead is None or len(rungs) < len(_DISTRACTORS) or not one_kind:
            continue
        # The least goes to the lowest post and the most to the highest, whatever the figures are.
        ends = (rungs[0], rungs[-1]) if posts_rise(rung.party.true for rung in rungs) else ()
        for rung in rungs:
            yield Declined(rung.clause.address, AT_END, rung.party.true) if rung in ends else _item(lead, rung, rungs)


def _rung(rules: Rules, clause: Clause) -> _Rung | None:
    text, party = clause.place.node.text, rules.party_spots.get(clause)
    # Of two who deal with it in turn, neither is the one who decides.
    if text is None or text.zh is None or party is None or len(rules.parties.named(text.zh)) != 1:
        return None
    low = high = None
    facts = []
    for before, reference, behind in _BOUND.findall(text.zh):
        fact = clause.handbook.facts[clause.handbook.fact_address(reference, clause.place)]
        value = magnitude(fact.quantity[0])
        facts.append(fact)
        word = before or behind
        if word in _LEAST:
            low = (value, _LEAST[word])
        elif word in _MOST:
            high = (value, _MOST[word])
        else:
            return None
    return _Rung(clause, party, tuple(facts), low, high) if facts else None


def _item(lead: Clause, rung: _Rung, rungs: Sequence[_Rung]) -> Made:
    said, clause = lead.lead(), rung.clause
    name = item_id(NAME, clause.address, str(clause.ordinal))
    # The figures of the ladder are where it counts whether they are included; others lie between them.
    values = {
        fact.value: fact
        for one in rungs
        for fact in (*one.facts, *(f for side in neighbours(one.facts[0]) for f in side))
    }
    inside = [fact for fact in values.values() if rung.holds(magnitude(fact.quantity[0]))]
    elsewhere = [one for one in rungs if one is not rung]
    inside = [f for f in inside if not any(one.holds(magnitude(f.quantity[0])) for one in elsewhere)]
    others = {one.party.true.either("zh"): one.party.true for one in elsewhere}
    others |= {text.either("zh"): text for text in rung.party.wrong}
    others.pop(rung.party.true.either("zh"), None)
    wrong = list(others.values())[: _DISTRACTORS[1]]
    if said is None or not inside or len(wrong) < _DISTRACTORS[0]:
        return Declined(clause.address, TOO_FEW)
    case = Figure(clause, "", rung.facts[0]).said(keyed_choice(sorted(inside, key=lambda f: f.value), "case", name))
    return item_of(
        clause,
        NAME,
        str(clause.ordinal),
        ItemType.SINGLE_CHOICE,
        also=[one.clause for one in elsewhere],
        level=CognitiveLevel.APPLY,
        difficulty=3,
        stem=asked(lead, said, f"实际是{case.zh}的，由谁决定？", f" In one case it is {case.en}: who decides?"),
        options=options(_plain(rung.party.true), [_plain(text) for text in wrong]),
        rationale=_ladder(lead, rungs),
    )


def _plain(text: Text) -> Text:
    """Return a party without its English article, which points of one list do not all have."""
    return option(Text(zh=text.zh, en=_ARTICLE.sub("", text.en) if text.en else None))


def _ladder(lead: Clause, rungs: Sequence[_Rung]) -> Text:
    """Return a rationale that says the whole ladder."""
    where = lead.said_where
    points: dict[Lang, list[str]] = {}
    for rung in rungs:
        quoted = rung.clause.quote() or Text(zh="", en="")
        for lang in lead.langs:
            points.setdefault(lang, []).append(bare(quoted.either(lang)[rung.clause.introduced(lang) :].strip("…；; ")))
    return lead.said(
        f"{where.zh}：{'；'.join(points.get('zh', ()))}。", f"{where.en}: {'; '.join(points.get('en', ()))}."
    )
