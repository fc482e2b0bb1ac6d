"""Items on who approves, made of rules in one language where nobody has marked it: the sentence, with a blank for who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Lang
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.approvals.chinese_approvals import (
    ToldApproval,
    could_approve,
    is_department,
    posts_named,
    told_approvals,
)
from guizhang.quiz.material.approvals.english_approvals import (
    ANYWHERE,
    could_approve_too,
    english_approvals,
    posts_told,
    spelled_as,
)
from guizhang.quiz.material.made import TOO_OFTEN, Declined, Made, instead, item_id, item_of, options
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.spots import fill
from guizhang.quiz.quoting.clauses import Clause
from guizhang.zh.script import to_traditional

NO_OTHERS = Message(
    "能批准这类事、级别相近的别的岗位不到两个", "fewer than two other roles of about the rank could approve it"
)
_DISTRACTORS = 3
_FEWEST = 2
_ANYWHERE: Mapping[Lang, tuple[str, ...]] = {"zh": ("总经理", "部门经理", "值班经理"), "en": ANYWHERE}
"""Posts that any company has."""
_OFTEN = 2
"""Times that one may be right beyond those that they have been wrong."""
_Whose = tuple[str, Lang, bool]


def told_items(rules: Rules, model: str) -> Iterator[Made]:
    """Yield an item for everybody who approves by rules in one language, among posts that the rules have approve or see to things."""
    by_regulation: dict[_Whose, Counter[str]] = {}
    for clause in rules.clauses:
        if len(clause.langs) == 1:
            by_regulation.setdefault(_whose(clause), Counter()).update(_posts(clause))
    asked_for, offered, of_clause = Counter[str](), Counter[str](), Counter[Clause]()
    for one in (found for clause in rules.clauses for found in _told(clause)):
        clause = one.clause
        # Posts that the handbook names are asked for by responsible, where others could stand in their place.
        spot = rules.party_spots.get(clause)
        if spot is not None and spot.true == one.name(one.who) and len(spot.wrong) >= _FEWEST:
            continue
        wrong = _others(one, by_regulation, offered, model)
        if len(wrong) < _FEWEST:
            yield Declined(clause.address, NO_OTHERS, one.name(one.who))
            continue
        if asked_for[one.who] > _OFTEN + offered[one.who]:
            yield Declined(clause.address, TOO_OFTEN, one.name(one.who))
            continue
        of_clause[clause] += 1
        made = _item(one, wrong, model, of_clause[clause])
        asked_for[one.who] += 1
        offered.update(wrong)
        yield made


def _item(one: ToldApproval, wrong: Iterable[str], model: str, number: int) -> Item:
    clause, key = one.clause, one.name(one.who)
    return item_of(
        clause,
        model,
        str(clause.ordinal) if number == 1 else f"{clause.ordinal}-{number}",
        ItemType.SINGLE_CHOICE,
        difficulty=2,
        stem=asked(clause, one.sentence, "空白处应填：", " Who belongs in the blank?"),
        options=options(key, [one.name(name) for name in wrong], instead(key)),
        rationale=verdict(clause, fill(one.sentence, key)),
    )


def _told(clause: Clause) -> Iterator[ToldApproval]:
    return english_approvals(clause) if clause.langs == ("en",) else told_approvals(clause)


def _posts(clause: Clause) -> Iterable[str]:
    return posts_told(clause) if clause.langs == ("en",) else posts_named(clause)


def _whose(clause: Clause) -> _Whose:
    """Return the regulation of a clause, its language, and whether it is in Traditional characters."""
    return clause.place.regulation.id, clause.langs[0], clause.traditional


def _others(
    one: ToldApproval, by_regulation: Mapping[_Whose, Counter[str]], offered: Counter[str], model: str
) -> list[str]:
    """Return who else could approve it: posts of its regulation, or where there are too few, of the others, or of any company."""
    clause, own = one.clause, _whose(one.clause)
    text = clause.place.node.text if own[1] == "zh" else one.sentence
    said = (text.get(own[1]) or "").casefold() if text is not None else ""
    others = [names for other, names in by_regulation.items() if other != own and other[1:] == own[1:]]
    elsewhere = list(dict.fromkeys(name for names in others for name in names))
    anywhere = [to_traditional(name) if own[2] else name for name in _ANYWHERE[own[1]]]
    found: list[str] = []
    for names in (list(by_regulation[own]), elsewhere, anywhere):
        usable = [name for name in _usable(one, names) if name.casefold() not in said and name not in found]
        if names is anywhere and own[1] == "en" and not found:
            return []  # where the rules name nobody else, whoever they do name shows
        in_turn = keyed_order(usable, str, "told", item_id(model, clause.address, one.who))
        found += sorted(in_turn, key=lambda name: offered[name])
        if len(found) >= _FEWEST:
            break
    return found[:_DISTRACTORS]


def _usable(one: ToldApproval, names: Sequence[str]) -> list[str]:
    """Return those of *names* who could be taken for who approves; a department among people would be seen to be out of place."""
    if one.clause.langs == ("en",):
        return [spelled_as(one.who, name) for name in could_approve_too(one.who, names)]
    usable = could_approve(one.who, names)
    return usable if is_department(one.who) else [name for name in usable if not is_department(name)]
