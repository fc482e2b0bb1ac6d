"""Altered wording, true or false: the sentence as it stands, or with the word that decides it exchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.quiz.material.made import Made, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.statements.truths import WORDS, true_as_shown, word_name, word_spots

NAME = WORDS
QUOTES = True
ASKS = Message(
    "换成另一个也像真的词：责任人、书面还是口头、当面、分别还是合并、原件、可以（“必须”“不得”凭常识就知道，不换）",
    "a word that another could stand in the place of: who, in writing or orally, in person, separately, original, may (must "
    "and must not good sense tells)",
)
_SELDOM = 0.2
"""How often a word counts as right that never is."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield a statement for every clause with such a word."""
    worded = {clause.address for clause in rules.wordings}
    yield from (one for one in rules.refused_parties if one.address not in worded)
    as_it_stands = true_as_shown(rules)
    asking = [(clause, spot, word_name(clause) in as_it_stands) for clause, spot in word_spots(rules)]
    # A word that is often wrong and seldom right would tell that a statement is altered.
    right = Counter(spot.true.either("zh") for _, spot, true in asking if true)
    offered = Counter[str]()
    for clause, spot, true in asking:
        shown = spot.true
        if not true:
            shown = min(spot.wrong, key=lambda text: offered[text.either("zh")] / (_SELDOM + right[text.either("zh")]))
            offered[shown.either("zh")] += 1
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.TRUE_FALSE,
            level=CognitiveLevel.UNDERSTAND,
            difficulty=2,
            stem=asked(clause, spot.filled(shown)),
            answer=true,
            rationale=verdict(clause, spot.filled(spot.true), true),
        )
