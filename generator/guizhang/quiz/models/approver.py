"""Who approves: the matter of an approval; the options are roles, or chains of as many roles.

A rule that calls the approver something else than the role's name (the department manager) means whoever holds that
place, so that a second role may be right as well: of it no item is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.approvals import GIVEN, Approval, Chain, approvals, chain_name
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, capital, instead, item_id, item_of, options
from guizhang.quiz.models.parties import same_person
from guizhang.quiz.models.rules import Rules

NAME = "approver"
ASKS = Message("一项审批", "an approval")
_NOT_NAMED = Message(
    "条文没有用岗位名称称呼批准人，可能不止一个岗位符合",
    "the rule does not call the approver by a role's name, so that several may fit",
)
_DISTRACTORS = 3
_FEWEST = 2


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every approval whose roles can be told from others."""
    known = list(approvals(rules))
    for approval in known:
        yield _item(approval, known)


def _item(approval: Approval, known: list[Approval]) -> Item | Declined:
    clause, handbook, matter = approval.clause, approval.clause.handbook, approval.matter
    if not approval.named:
        return Declined(clause.address, _NOT_NAMED)
    if approval.given_away:
        return Declined(clause.address, GIVEN)
    name = item_id(NAME, clause.address, str(approval.ordinal))
    wrong = _wrong(handbook, approval, known, name)
    if len(wrong) < _FEWEST:
        return Declined(clause.address, TOO_FEW)
    where = clause.said_where()
    key = chain_name(handbook, approval.by)
    return item_of(
        approval,
        NAME,
        str(approval.ordinal),
        ItemType.SINGLE_CHOICE,
        difficulty=2,
        stem=clause.said(f"按{where.zh}，{matter.zh}由谁批准？", f"{where.en}: who has to approve {matter.en}?"),
        options=options(key, [chain_name(handbook, chain) for chain in wrong], instead(key)),
        rationale=clause.said(
            f"{matter.zh}：{key.zh}批准（{where.zh}）。", f"{capital(matter.either('en'))}: {key.en} ({where.en})."
        ),
    )


def _wrong(handbook: Handbook, approval: Approval, known: list[Approval], name: str) -> list[Chain]:
    """Return wrong chains of the same length, roles that approve something else first."""
    by = approval.by
    # Who approves the same matter by another provision is no wrong answer.
    also_right = {a.by for a in known if a.matter == approval.matter}
    approvers = list(dict.fromkeys(role for a in known for role in a.by))
    rest = [role for role in handbook.settings.roles if role not in approvers]
    found: list[Chain] = []
    for roles in (approvers, rest):
        candidates = _chains(by, roles, approvers)
        found += keyed_order(
            (c for c in candidates if c not in also_right and c not in found and not _same(handbook, c, by)),
            ">".join,
            "chain",
            name,
        )
    return found[:_DISTRACTORS]


def _same(handbook: Handbook, one: Chain, other: Chain) -> bool:
    """Tell whether two chains may be the same people."""
    return all(same_person(handbook.role_name(a), handbook.role_name(b)) for a, b in zip(one, other, strict=True))


def _chains(by: Chain, roles: list[str], approvers: list[str]) -> list[Chain]:
    if len(by) == 1:
        return [(role,) for role in roles]
    swapped = [by[::-1]] if set(by) <= set(roles) else []
    changed = [(*by[:i], role, *by[i + 1 :]) for i in range(len(by)) for role in roles if role not in by]
    return swapped + [chain for chain in changed if set(chain) <= set(roles) | set(approvers)]
