"""Who is responsible: the sentence with the party it names left blank; the options are parties of the same kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.material.approvals.doers import told_doers
from guizhang.quiz.material.made import TOO_OFTEN, Declined, Made, instead, item_of, options
from guizhang.quiz.material.parties.chinese_parties import option
from guizhang.quiz.material.ranks import apart, own_trade, rank, trade_words
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.spots import Spot, fill, titled

NAME = "responsible"
QUOTES = True
ASKS = Message(
    "一个负责的岗位或者部门：handbook.yaml 的 roles 里有的，或者常见的部门、职务",
    "a post or department that is responsible: one of the roles in handbook.yaml, or a usual department or title",
)
_IN_TITLE = Message("条标题里已经有答案", "the title of the article gives the answer")
_IN_STEM = Message("题干里的字只有答案有", "only the answer takes up a word of the stem")
_NO_OTHERS = Message(
    "能替换的（级别相近、在这一部分也有事做的）岗位或者部门不到两个",
    "fewer than two other posts or departments could be taken for it: of about its rank, with something to do in this part",
)
_APPROVES = Message("由谁批准，另用 approver 来问", "who approves is asked by approver")
_OWN_TRADE = Message("这件事本来就是这个部门的业务", "it is the trade of that department, as its name says")
_DISTRACTORS = 3
_FEWEST = 2
_ENOUGH = 30
"""Items from which one could learn which parties are right."""
_OFTEN = 2
"""How often a party could be wrong for each time that it is right."""
_AHEAD = 1
"""Times that a party may be right beyond those that chance has it."""
_SELDOM = 0.2
"""How often a party counts as right that never is."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every clause that names one party which can be told from others."""
    yield from rules.refused_parties
    yield from _told(rules)
    # Who approves is asked by its own model.
    own = [spot for clause, spot in rules.party_spots.items() if clause.place.node.approval is None]
    asking = [spot for spot in own if not titled(spot) and not own_trade(spot.true, spot.sentence.either("zh"))]
    right = Counter(spot.true.either("zh") for spot in asking)
    possible = Counter(text.either("zh") for spot in asking for text in spot.wrong)
    offered, asked_for = Counter[str](), Counter[str]()
    for clause, spot in rules.party_spots.items():
        if clause.place.node.approval is not None:
            yield Declined(clause.address, _APPROVES, spot.true)
            continue
        if titled(spot):
            yield Declined(clause.address, _IN_TITLE, spot.true)
            continue
        if own_trade(spot.true, spot.sentence.either("zh")):
            yield Declined(clause.address, _OWN_TRADE, spot.true)
            continue
        # A party that is always right or always wrong would be known without the rule.
        few, party = len(asking) < _ENOUGH, spot.true.either("zh")
        usual = [t for t in spot.wrong if few or offered[t.either("zh")] < _DISTRACTORS * right[t.either("zh")]]
        # A department among people would be seen to be out of place.
        usual = [t for t in usual if (rank(t) is None) is (rank(spot.true) is None)]
        often = not few and _OFTEN * asked_for[party] >= possible[party]
        if len(apart(usual)) < _FEWEST or often:
            why = _NO_OTHERS if len(apart(list(spot.wrong))) < _FEWEST else TOO_OFTEN
            yield Declined(clause.address, why, spot.true)
            continue
        if not few and asked_for[party] > _AHEAD + offered[party] // _FEWEST:
            yield Declined(clause.address, TOO_OFTEN, spot.true)
            continue
        # So would one that is often wrong and seldom right.
        fair = sorted(usual, key=lambda text: offered[text.either("zh")] / (_SELDOM + right[text.either("zh")]))
        wrong = _as_heard(spot, apart(fair))
        if wrong is None:
            yield Declined(clause.address, _IN_STEM, spot.true)
            continue
        offered.update(text.either("zh") for text in wrong)
        asked_for[party] += 1
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.SINGLE_CHOICE,
            difficulty=2,
            stem=asked(clause, spot.sentence, "空白处应填：", " Who belongs in the blank?"),
            options=options(option(spot.true), [option(text) for text in wrong], instead(spot.true)),
            rationale=verdict(clause, spot.filled(spot.true)),
        )


def _told(rules: Rules) -> Iterator[Item]:
    """Yield an item for every Chinese clause that says by whom something is done, among posts that its rules name."""
    for one, others in told_doers(rules.clauses):
        # Roles of the handbook are asked for below.
        if one.clause in rules.party_spots:
            continue
        key = Text(zh=one.who)
        yield item_of(
            one.clause,
            NAME,
            f"{one.clause.ordinal}-told",
            ItemType.SINGLE_CHOICE,
            difficulty=2,
            stem=asked(one.clause, one.sentence, "空白处应填：", ""),
            options=options(key, [Text(zh=other) for other in others], instead(key)),
            rationale=verdict(one.clause, fill(one.sentence, key)),
        )


def _as_heard(spot: Spot, fair: Sequence[Text]) -> list[Text] | None:
    """Return the first of *fair* that take up words of the stem as the answer does or does not; ``None`` where it alone does."""
    said = trade_words(spot.sentence)
    heard = {text: bool(trade_words(text) & said) for text in (spot.true, *fair)}
    chosen = sorted(fair, key=lambda text: heard[text] is not heard[spot.true])[:_DISTRACTORS]
    return None if heard[spot.true] and not heard[chosen[0]] else chosen
