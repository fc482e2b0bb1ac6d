"""Who approves: the matter of an approval; the options are roles, or chains of as many roles.

A rule that calls the approver something else than the role's name (the department manager) means whoever holds that
place, so that a second role may be right as well: of it no item is made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.approvals.items import NO_OTHERS, told_items
from guizhang.quiz.material.approvals.marked import GIVEN, REVIEWED, Approval, Chain, approvals, by_rank, chain_name
from guizhang.quiz.material.approvals.scales import AT_END
from guizhang.quiz.material.made import TOO_OFTEN, Declined, Made, capital, instead, item_id, item_of, lower, options
from guizhang.quiz.material.parties.vacancies import SUPERIOR
from guizhang.quiz.material.ranks import STAFF, beside, own_trade, rank, same_person
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.spoken import pairs

NAME = "approver"
ASKS = Message(
    "一项审批：标注了的，或者（只有一种语言的规定）“由店长批准”“须经店长同意”这样写明岗位的",
    "an approval that is marked, or in rules in one language one that names the post (approved by the store manager)",
)
_NOT_NAMED = Message(
    "条文没有用岗位名称称呼批准人，可能不止一个岗位符合",
    "the rule does not call the approver by a role's name, so that several may fit",
)
_EXCEPTED = Message(
    "同一条对其中一些情形另外规定了批准",
    "the same article says of some such cases that they take another approval",
)
_SUPERIOR = Message(
    "小事由直接上级批准，凭常识就知道", "that the line manager approves small matters, good sense tells"
)
_OWN_TRADE = Message("这类事本来就由这个部门批准", "such matters are the trade of that department, as its name says")
_DISTRACTORS = 3
_FEWEST = 2
_AHEAD = 1
"""Times that somebody may be right beyond those that chance has it."""
_TRIED = 6
_REACH = 2
"""Ranks by which those who could approve a matter may differ."""
_SELDOM = 0.2
"""How often a chain counts as right that never is."""
_DEPARTMENT = 3
"""Rank of who heads a department."""
_LONG_ZH = 12
_APPROVED = Text(zh="批准", en="approve")
_DECIDED = Text(zh="决定", en="decide")
# Decides on the price, but decides what is done with it.
_WHAT = re.compile(r"(?:what|whether|who|how|which|when|where)\b", re.IGNORECASE)


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every approval whose roles can be told from others."""
    found = list(approvals(rules))
    yield from (one for one in found if isinstance(one, Declined))
    known = [one for one in found if isinstance(one, Approval)]
    ends = _ends(known)
    right = Counter(approval.by for approval in known if _refused(approval) is None)
    offered, asked_for = Counter[Chain](), Counter[Chain]()
    for approval in known:
        # Who is right more often than chance has it would be known without the rule.
        if asked_for[approval.by] > _AHEAD + offered[approval.by] // _FEWEST and _refused(approval) is None:
            yield Declined(approval.clause.address, TOO_OFTEN, approval.matter)
            continue
        if approval in ends:
            yield Declined(approval.clause.address, AT_END, approval.matter)
            continue
        made = _item(rules, approval, known, right, offered)
        asked_for[approval.by] += isinstance(made, Item)
        yield made
    yield from told_items(rules, NAME)


def _ends(known: Sequence[Approval]) -> list[Approval]:
    """Return the least and the most of what rises with the post that approves it."""
    by_address: dict[str, list[Approval]] = {}
    for approval in known:
        by_address.setdefault(approval.address, []).append(approval)
    return [end for here in by_address.values() if by_rank(here) for end in (here[0], here[-1])]


def _item(
    rules: Rules, approval: Approval, known: list[Approval], right: Counter[Chain], offered: Counter[Chain]
) -> Item | Declined:
    clause, handbook, matter = approval.clause, approval.clause.handbook, approval.matter
    refused = _refused(approval)
    if refused is not None:
        return Declined(clause.address, refused, matter)
    name = item_id(NAME, clause.address, str(approval.ordinal))
    # Who is often offered and seldom right would be known to be wrong without the rule.
    # Nor does anybody take the sales manager for whoever dismisses staff: each has to have something to do there.
    there = {role for role, party in handbook.settings.roles.items() if rules.parties.acts_in(party.name, clause)}
    usable = [c for c in _wrong(handbook, approval, known, name) if there.union(approval.by).issuperset(c)]
    fair = sorted(usable, key=lambda c: offered[c] / (_SELDOM + right[c]))
    # So would who never is right, where there are others.
    sometimes = [chain for chain in fair if right[chain]]
    fair = sometimes if len(approval.by) == 1 and len(sometimes) >= _DISTRACTORS else fair
    wrong = (
        _crossed(handbook, approval.by, fair) if len(approval.by) > 1 else _unalike(handbook, approval.by, fair, name)
    )
    if len(wrong) < _FEWEST:
        return Declined(clause.address, NO_OTHERS, matter)
    offered.update(wrong)
    where = clause.said_where
    key = chain_name(handbook, approval.by)
    verb = _DECIDED if approval.decided else _APPROVED
    alone = len(approval.by) == 1
    on = " on" if approval.decided and not _WHAT.match(matter.either("en")) else ""
    return item_of(
        approval,
        NAME,
        str(approval.ordinal),
        ItemType.SINGLE_CHOICE,
        difficulty=2,
        stem=clause.said(
            f"按{where.zh}，{matter.zh}{_comma(matter.either('zh'))}{f'由谁{verb.zh}' if alone else '要先后经过谁同意'}？",
            f"{where.en}: who has to {verb.en}{on} {matter.en}{'' if alone else ', and in what order'}?",
        ),
        options=options(key, [chain_name(handbook, chain) for chain in wrong], instead(key)),
        rationale=clause.said(
            f"{matter.zh}：{key.zh}{verb.zh}（{where.zh}）。",
            f"{capital(matter.either('en'))}: {lower(key.either('en'))} ({where.en}).",
        ),
    )


def _refused(approval: Approval) -> Message | None:
    """Return why nobody is asked who approves it; ``None`` where that can be asked."""
    if not approval.named:
        return _NOT_NAMED
    if approval.reviewed:
        return REVIEWED
    if approval.excepted:
        return _EXCEPTED
    if approval.somebodys:
        return _NOT_NAMED
    if approval.given_away or approval.countersigned:
        return GIVEN
    parties = [approval.clause.handbook.role_name(role) for role in approval.by]
    if len(parties) == 1 and own_trade(parties[0], approval.matter.either("zh")):
        return _OWN_TRADE
    return _SUPERIOR if [party.either("zh") for party in parties] == [SUPERIOR] else None


def _comma(matter: str) -> str:
    """Return the comma of a matter that is a clause of its own: 因接待市场调查人员补客户，由谁批准."""
    return "，" if len(matter) > _LONG_ZH or matter.startswith(("因", "对", "为")) else ""


def _wrong(handbook: Handbook, approval: Approval, known: list[Approval], name: str) -> list[Chain]:
    """Return wrong chains of the same length, roles that approve something else first."""
    by = approval.by
    # Who approves the same matter by another provision, or one told with the same words and more, is no wrong answer.
    also_right = {a.by for a in known if _covers(a.matter, approval.matter)}
    approvers = list(dict.fromkeys(role for a in known for role in a.by))
    rest = [role for role in handbook.settings.roles if role not in approvers]
    found: list[Chain] = []
    for roles in (approvers, rest):
        candidates = (c for c in _chains(by, roles, approvers) if _likely(handbook, c, by))
        found += keyed_order(
            (c for c in candidates if c not in also_right and c not in found and not _same(handbook, c, by)),
            ">".join,
            "chain",
            name,
        )
    return found


def _covers(matter: Text, other: Text) -> bool:
    """Tell whether a matter has, in either language, all words of another: strictly confidential files are confidential files."""
    if matter.en and other.en and _words(other.en) <= _words(matter.en):
        return True
    return bool(matter.zh and other.zh) and pairs(other, "zh") <= pairs(matter, "zh")


def _words(said: str) -> set[str]:
    return set(re.findall(r"[\w.,]*\w", said.casefold()))


def _unalike(handbook: Handbook, by: Chain, fair: Sequence[Chain], name: str) -> list[Chain]:
    """Return the fairest roles beside which *by* is most like the others in name as seldom as any of them is."""
    foremost = keyed_choice((True, *(False,) * _DISTRACTORS), "foremost", name)
    fair = _apart(handbook, fair)
    for chosen in combinations(fair[:_TRIED], _DISTRACTORS):
        names = [pairs(chain_name(handbook, chain), "zh") for chain in (by, *chosen)]
        alike = [sum(len(one & other) for other in names if other is not one) for one in names]
        if (alike[0] > max(alike[1:])) is foremost:
            return list(chosen)
    return list(fair[:_DISTRACTORS])


def _apart(handbook: Handbook, chains: Sequence[Chain]) -> list[Chain]:
    """Return *chains* without those that may be the same people as one before them."""
    chosen: list[Chain] = []
    for chain in chains:
        if not any(_same(handbook, chain, other) for other in chosen):
            chosen.append(chain)
    return chosen


def _crossed(handbook: Handbook, by: Chain, fair: Sequence[Chain]) -> list[Chain]:
    """Return two chains that differ from *by* in one place each, and the one that differs in both; none where there are none.

    Each of the four shares as much with the others, so that the right one is not the one that has most of each.
    """
    for one, other in combinations(fair, 2):
        first = [i for i, (a, b) in enumerate(zip(by, one, strict=True)) if a != b]
        second = [i for i, (a, b) in enumerate(zip(by, other, strict=True)) if a != b]
        if len(first) == len(second) == 1 and first != second:
            both = tuple(one[i] if i in first else other[i] for i in range(len(by)))
            if len(set(both)) == len(both) and _likely(handbook, both, by):
                return [one, other, both]
    return []


def _likely(handbook: Handbook, chain: Chain, by: Chain) -> bool:
    """Tell whether each of *chain* could be taken for who stands in its place in *by*; clerks approve nothing."""
    for a, b in zip(chain, by, strict=True):
        other, right = handbook.role_name(a), handbook.role_name(b)
        if not beside(right, other, unit=rank(right) is None, other_unit=rank(other) is None, reach=_REACH):
            return False
        # Clerks approve nothing, and a department among people would be seen to be out of place.
        if rank(other) == STAFF or (rank(other) is None) is not (rank(right) is None):
            return False
    if _names_twice(handbook, chain) and not _names_twice(handbook, by):
        return False
    return is_upward(handbook, chain) or not is_upward(handbook, by)


def _names_twice(handbook: Handbook, chain: Chain) -> bool:
    """Tell whether two in a chain may be one person: the sales manager is the department manager of the sales department."""
    return any(same_person(*map(handbook.role_name, two)) for two in combinations(chain, 2))


def is_upward(handbook: Handbook, chain: Chain) -> bool:
    """Tell whether nobody of a chain is asked after somebody who stands above them."""
    # A department stands where its manager does: nothing goes from the general manager down to finance.
    ranks = [rank(handbook.role_name(role)) or _DEPARTMENT for role in chain]
    return ranks == sorted(ranks)


def _same(handbook: Handbook, one: Chain, other: Chain) -> bool:
    """Tell whether two chains may be the same people."""
    return all(same_person(handbook.role_name(a), handbook.role_name(b)) for a, b in zip(one, other, strict=True))


def _chains(by: Chain, roles: list[str], approvers: list[str]) -> list[Chain]:
    if len(by) == 1:
        return [(role,) for role in roles]
    changed = [(*by[:i], role, *by[i + 1 :]) for i in range(len(by)) for role in roles if role not in by]
    return [chain for chain in changed if set(chain) <= set(roles) | set(approvers)]
