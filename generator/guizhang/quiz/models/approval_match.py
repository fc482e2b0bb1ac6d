"""Who approves what: the approvals of one provision matched with those who give them."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, ItemType, Pair
from guizhang.model.text import Text
from guizhang.quiz.material.approvals.marked import GIVEN, Approval, approvals, by_rank, chain_name
from guizhang.quiz.material.approvals.scales import AT_END
from guizhang.quiz.material.made import Declined, Made, capital, coinciding, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.texts import escaped

NAME = "approval-match"
ASKS = Message("分级审批（三项以上）", "approvals by grade, three or more")
_FEWEST = 3


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every provision with three approvals by different roles."""
    by_address: dict[str, list[Approval]] = {}
    for approval in approvals(rules):
        if isinstance(approval, Approval):
            by_address.setdefault(approval.address, []).append(approval)
    for address, here in by_address.items():
        if len(here) < _FEWEST:
            continue
        names = [chain_name(rules.handbook, a.by) for a in here]
        twice = coinciding(names) or coinciding([a.matter for a in here])
        if twice is not None:
            yield Declined(address, twice)
            continue
        if any(a.given_away for a in here):
            yield Declined(address, GIVEN)
            continue
        if by_rank(here):
            yield Declined(address, AT_END)
            continue
        first, where = here[0], here[0].clause.said_where
        yield item_of(
            first,
            NAME,
            "all",
            ItemType.MATCHING,
            also=tuple(here[1:]),
            level=CognitiveLevel.UNDERSTAND,
            difficulty=3,
            stem=first.clause.said(
                f"按{where.zh}，把各事项与批准人对应起来。", f"{where.en}: match each matter with whoever approves it."
            ),
            pairs=tuple(
                Pair(left=escaped(_matter(a)), right=escaped(name)) for a, name in zip(here, names, strict=True)
            ),
            rationale=first.clause.said(
                "；".join(f"{a.matter.zh}：{n.zh}" for a, n in zip(here, names, strict=True)) + "。",
                "; ".join(f"{a.matter.en}: {n.en}" for a, n in zip(here, names, strict=True)) + ".",
            ),
        )


def _matter(approval: Approval) -> Text:
    matter = approval.matter
    return Text(zh=matter.zh, en=capital(matter.en) if matter.en else None)
