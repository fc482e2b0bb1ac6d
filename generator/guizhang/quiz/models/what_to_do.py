"""What to do: what an article wants done, or not done, in one case, to be written down, one mark a part.

Lists are asked for by themselves; here it is sentences that have several parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.quiz.models.made import Made
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import verdict
from guizhang.quiz.models.sentences import as_point
from guizhang.quiz.models.written import FEWEST, written_item

NAME = "what-to-do"
QUOTES = True
ASKS = Message(
    "一种情形下应当做或者不得做的两件以上的事",
    "two things or more that must or must not be done in one case",
)
_MOST = 6


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for everything that sentences of an article demand in one case, if it has two to six parts."""
    for demands in rules.demands:
        for n, one in enumerate(demands, start=1):
            asked, clause = one.demand, one.clauses[0]
            if one.listed or not FEWEST <= len(asked.acts) <= _MOST or not (one.whole and one.distinct(demands)):
                continue
            if rules.good_sense(clause.address, asked.acts):
                continue
            where = clause.said_where
            quoted = [quote for each in one.clauses if (quote := each.quote()) is not None]
            yield written_item(
                clause,
                NAME,
                str(n),
                also=one.clauses[1:],
                stem=asked.question(clause, len(asked.acts), f"按{where.zh}，", f"Under {where.en}: "),
                points=[as_point(act) for act in asked.acts],
                rationale=verdict(
                    clause,
                    clause.said(
                        "".join(quote.either("zh") for quote in quoted),
                        " ".join(quote.either("en") for quote in quoted),
                    ),
                ),
                level=CognitiveLevel.UNDERSTAND,
            )
