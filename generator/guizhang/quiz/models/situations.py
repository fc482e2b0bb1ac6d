"""Situations: what an article wants done, and not done, in each of its situations, each asked in a question of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, Item
from guizhang.model.text import Text
from guizhang.quiz.material.contrasts.commonplace import GOOD_SENSE
from guizhang.quiz.material.lists.article_demands import ArticleDemand
from guizhang.quiz.material.lists.hand_over import told
from guizhang.quiz.material.lists.sentences import as_point
from guizhang.quiz.material.lists.written import in_a_row, written_item
from guizhang.quiz.material.lists.written_lists import HANDED_OVER
from guizhang.quiz.material.made import Declined, Made
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import COLON, DOTS

NAME = "situations"
QUOTES = True
ASKS = Message(
    "两种以上的情形，或者应当做的和不得做的，各写明怎样做",
    "two situations, or what must and what must not be done, each said in so many words",
)
_ONE = Message("读得出的只有一种情形的一种要求", "only one demand, in one situation, can be read from its sentences")
_NOT_ALL = Message(
    "同一条对同一个人还有别的要求，写了那些也算对",
    "the article demands more of the same people, which would be right as well",
)
_VAGUE = Message(
    "有一问只能问某某应当做到什么、不得做什么，没有说明什么情形，也没有清单",
    "one question could only be what somebody must do or not do, in no situation and without a list",
)
_TOO_MANY = Message("超过四种情形或者十个要点", "it has more than four situations or ten points")
_EITHER = Message("有两处禁止，看不出问的是哪一处", "of two prohibitions nobody could know which is asked for")
_FEWEST, _MOST = 2, 4
_MOST_POINTS = 10


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every article that says what must or must not be done in two to four respects."""
    for read in rules.demands:
        demands = [one for one in read if one.whole and not one.vague and not one.no_occasion and one.distinct(read)]
        acts = [act for one in demands for act in one.demand.acts]
        address, why = read[0].clauses[0].address, None
        if len(demands) < _FEWEST:
            why = (
                _VAGUE
                if any(one.vague or one.no_occasion for one in read)
                else _NOT_ALL
                if len(read) >= _FEWEST
                else _ONE
            )
        elif len(demands) > _MOST or len(acts) > _MOST_POINTS:
            why = _TOO_MANY
        elif _one_question(demands):
            why = _EITHER
        elif any(_told_beside(one, demands) for one in demands):
            why = HANDED_OVER
        elif rules.good_sense(address, acts) or rules.courtesy(acts):
            why = GOOD_SENSE
        yield _item(demands) if why is None else Declined(address, why)


def _one_question(demands: Sequence[ArticleDemand]) -> bool:
    """Tell whether nobody could know which of two prohibitions is asked for: what is prohibited, and what staff must not do."""
    plainly = [
        one.demand.who for one in demands if one.demand.forbids and not any((*one.demand.case, *one.demand.upto))
    ]
    return None in plainly and len(plainly) > 1


def _told_beside(one: ArticleDemand, demands: Sequence[ArticleDemand]) -> bool:
    """Tell whether the case of another question, or the heading, says all that one wants."""
    clause = one.clauses[0]
    cases = [other.demand.case for other in demands if other is not one and any(other.demand.case)]
    heading = [clause.heading] if clause.heading is not None else []
    texts = [*heading, *(Text(zh=zh or None, en=en or None) for zh, en in cases)]
    above = [text for text in texts if all(text.get(lang) for lang in clause.langs)]
    acts = one.demand.acts
    return all(told(act, above, [a for a in acts if a is not act], clause.langs) for act in acts)


def _item(demands: Sequence[ArticleDemand]) -> Item:
    first = demands[0].clauses[0]
    where = first.said_where
    said = dict.fromkeys(clause for one in demands for clause in one.clauses)
    asked = [one.demand.question(first, len(one.demand.acts)) for one in demands]
    points = [[as_point(act) for act in one.demand.acts] for one in demands]
    return written_item(
        first,
        NAME,
        "1",
        also=tuple(clause for clause in said if clause is not first),
        stem=_numbered(first, asked, f"按{where.zh}回答：", f"Under {where.en}:"),
        points=[_point(first, n, act) for n, acts in enumerate(points, start=1) for act in acts],
        rationale=_numbered(first, [_rule(one) for one in demands], f"{where.zh}：", f"{where.en}:"),
        level=CognitiveLevel.APPLY,
        difficulty=4,
    )


def _rule(one: ArticleDemand) -> Text:
    """Return what the rule says: its sentences, and the points of its lists."""
    said: list[Text] = []
    for clause in one.clauses:
        points = clause.points()
        if points is None:
            said += [quote for quote in (clause.quote(),) if quote is not None]
        else:
            # Without its introduction what must not be done would read as what has to be.
            lead = clause.lead()
            led = {
                lang: f"{lead.either(lang).removesuffix(DOTS[lang])}{COLON[lang]}" if lead is not None else ""
                for lang in clause.langs
            }
            rows = {lang: led[lang] + in_a_row(points, lang) for lang in clause.langs}
            said.append(clause.said(f"{rows.get('zh')}。", f"{rows.get('en')}."))
    return one.clauses[0].said(
        "".join(text.either("zh") for text in said), " ".join(text.either("en") for text in said)
    )


def _numbered(clause: Clause, texts: Sequence[Text], zh: str, en: str) -> Text:
    """Return *texts* in a row behind *zh* and *en*, each with its number."""
    numbers = range(1, len(texts) + 1)
    return clause.said(
        zh + "".join(f"（{n}）{text.zh}" for n, text in zip(numbers, texts, strict=True)),
        " ".join((en, *(f"({n}) {text.en}" for n, text in zip(numbers, texts, strict=True)))),
    )


def _point(clause: Clause, n: int, act: Text) -> Text:
    return clause.said(f"（{n}）{act.zh}", f"({n}) {act.en}")
