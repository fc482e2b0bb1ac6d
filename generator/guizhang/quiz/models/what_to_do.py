"""What to do: what an article wants done, or not done, in one case, to be written down, one mark a part.

Lists are asked for by themselves; here it is sentences that have several parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Text
from guizhang.quiz.material.contrasts.commonplace import GOOD_SENSE, manners
from guizhang.quiz.material.lists.article_demands import ArticleDemand
from guizhang.quiz.material.lists.hand_over import told as handed_over
from guizhang.quiz.material.lists.sentences import as_point
from guizhang.quiz.material.lists.written import written_item
from guizhang.quiz.material.lists.written_lists import FEWEST, HANDED_OVER
from guizhang.quiz.material.made import Declined, Made
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import verdict

NAME = "what-to-do"
QUOTES = True
ASKS = Message(
    "“什么情形下、谁、应当或者不得做什么”这样的句子，要做的有两件以上",
    "a sentence of the form “in such a case somebody must, or must not, …”, of two things or more",
)
_LISTED = Message("要做的几件事是清单，另用 list-recall 来问", "a list says what, which list-recall asks for")
_PARTS = Message(
    "要做的只有一件，或者超过六件；中英文分法不同的算一件",
    "it is one thing only, or more than six; what the two languages part differently counts as one",
)
_NOT_ALL = Message(
    "同一条对同一个人还有别的要求，写了那些也算对",
    "the article demands more of the same people, which would be right as well",
)
_MOST = 6


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for everything that sentences of an article demand in one case, if it has two to six parts."""
    for demands in rules.demands:
        for n, one in enumerate(demands, start=1):
            asked, clause = one.demand, one.clauses[0]
            why = _why_not(one, demands)
            # Of a prohibition in a case of its own the case is what has to be learned.
            told = rules.good_sense(clause.address, asked.acts) or not (
                rules.to_be_learned(asked.acts) or (asked.forbids and any(asked.case))
            )
            if why is None and _called_up(one):
                why = HANDED_OVER
            if why is None and (
                told or rules.courtesy(asked.acts) or (one.at_large and manners(asked.acts, forbidden=asked.forbids))
            ):
                why = GOOD_SENSE
            if why is not None:
                yield Declined(clause.address, why, clause.shown)
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


def _called_up(one: ArticleDemand) -> bool:
    """Tell whether the heading, or the case that the question states, says half of what is to be done."""
    asked, clause = one.demand, one.clauses[0]
    case = [Text(zh=asked.case[0] or None, en=asked.case[1] or None)] if any(asked.case) else []
    texts = (*([clause.heading] if clause.heading is not None else []), *case)
    above = [text for text in texts if all(text.get(lang) for lang in clause.langs)]
    said = [handed_over(act, above, [a for a in asked.acts if a is not act], clause.langs) for act in asked.acts]
    return 2 * sum(said) >= len(said)


def _why_not(one: ArticleDemand, demands: Sequence[ArticleDemand]) -> Message | None:
    if one.listed:
        return _LISTED
    if not FEWEST <= len(one.demand.acts) <= _MOST:
        return _PARTS
    return None if one.whole and one.distinct(demands) and not one.also_forbidden(demands) else _NOT_ALL
