"""The scoring policy in words, as reports and the scoring workbook print it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from guizhang.model.item import TYPE_NAMES, ItemType
from guizhang.model.scoring import Floor, MultipleRule, Negative, OrderingRule, PartsRule, ScoringPolicy
from guizhang.model.text import Text

_RULES: Mapping[MultipleRule, Text] = {
    MultipleRule.ALL_OR_NOTHING: Text(zh="多选全对得分", en="multiple choice: all or nothing"),
    MultipleRule.PER_OPTION: Text(zh="多选逐项计分", en="multiple choice: every option counts"),
    MultipleRule.MISSED_FIXED: Text(zh="多选漏选得部分分，错选不得分", en="multiple choice: part for an incomplete answer, none with a wrong tick"),
    MultipleRule.MISSED_SHARE: Text(zh="多选按选对个数得分，错选不得分", en="multiple choice: by right ticks, none with a wrong tick"),
    MultipleRule.EXAMS_FALSE: Text(zh="多选错选扣分（按错误选项数）", en="multiple choice: wrong ticks cost 1/number of wrong options"),
    MultipleRule.EXAMS_FALSE2: Text(zh="多选错选扣分（按错误选项数，至少 2）", en="multiple choice: wrong ticks cost 1/number of wrong options, at least 2"),
    MultipleRule.EXAMS_TRUE: Text(zh="多选错选扣分（按正确选项数）", en="multiple choice: wrong ticks cost 1/number of right options"),
    MultipleRule.EXAMS_ALL: Text(zh="多选有错选不得分", en="multiple choice: a wrong tick costs everything"),
    MultipleRule.EXAMS_NONE: Text(zh="多选错选不扣分", en="multiple choice: wrong ticks cost nothing"),
}  # fmt: skip

_PARTS_RULES: Mapping[PartsRule | OrderingRule, tuple[str, str]] = {
    OrderingRule.EXACT: ("全对得分", "all or nothing"),
    OrderingRule.ADJACENT_PAIRS: ("按相邻步骤的对数得分", "neighbouring steps count"),
    OrderingRule.LONGEST_RUN: ("按最长的正确连续段得分", "the longest run of right steps counts"),
    PartsRule.PER_PART: ("按答对的处数得分", "every part counts"),
    PartsRule.ALL_OR_NOTHING: ("全对得分", "all or nothing"),
}

_FLOORS: Mapping[Floor, Text] = {
    Floor.ITEM: Text(zh="每题最低 0 分", en="no question below 0"),
    Floor.SECTION: Text(zh="每节最低 0 分", en="no section below 0"),
    Floor.NONE: Text(zh="不设下限", en="without a floor"),
}


_BEFORE: Mapping[MultipleRule, Text] = {
    MultipleRule.ALL_OR_NOTHING: Text(zh="全部选对才得分。", en="Only a complete answer earns points."),
    MultipleRule.PER_OPTION: Text(zh="每个选项选得对、不选得对都得分。", en="Every option counts: rightly ticked or rightly left."),
    MultipleRule.MISSED_FIXED: Text(zh="漏选得部分分，有错选不得分。", en="An incomplete answer earns part of the points, one with a wrong option none."),
    MultipleRule.MISSED_SHARE: Text(zh="按选对的个数得分，有错选不得分。", en="Every right option earns its part; an answer with a wrong one earns nothing."),
    MultipleRule.EXAMS_FALSE: Text(zh="按选对的个数得分，错选扣分。", en="Every right option earns its part; wrong ones cost some of it."),
    MultipleRule.EXAMS_FALSE2: Text(zh="按选对的个数得分，错选扣分。", en="Every right option earns its part; wrong ones cost some of it."),
    MultipleRule.EXAMS_TRUE: Text(zh="按选对的个数得分，错选一个抵掉选对的一个。", en="Every right option earns its part; a wrong one takes a right one away."),
    MultipleRule.EXAMS_ALL: Text(zh="按选对的个数得分，有错选不得分。", en="Every right option earns its part; an answer with a wrong one earns nothing."),
    MultipleRule.EXAMS_NONE: Text(zh="按选对的个数得分。", en="Every right option earns its part."),
}  # fmt: skip
_COMPLETE = Text(zh="全部答对才得分。", en="Only a complete answer earns points.")
_IN_PART = Text(zh="顺序部分正确也得分。", en="An order that is right in part earns part of the points.")


def told_before(policy: ScoringPolicy, kind: ItemType) -> Text | None:
    """Return what a candidate has to know before answering items of *kind*; ``None``: right earns, wrong does not."""
    found = [*_rule_before(policy, kind), *_cost_before(policy.negative, kind)]
    if not found:
        return None
    return Text(zh="".join(text.zh or "" for text in found), en=" ".join(text.en or "" for text in found))


def _rule_before(policy: ScoringPolicy, kind: ItemType) -> Iterator[Text]:
    if kind is ItemType.MULTIPLE_CHOICE:
        yield _BEFORE[policy.multiple]
    elif kind is ItemType.ORDERING and policy.ordering is not OrderingRule.EXACT:
        yield _IN_PART
    elif {ItemType.CLOZE: policy.cloze, ItemType.MATCHING: policy.matching}.get(kind) is PartsRule.ALL_OR_NOTHING:
        yield _COMPLETE


def _cost_before(negative: Negative | None, kind: ItemType) -> Iterator[Text]:
    """Yield what a wrong answer costs; the questions of a case have types of their own."""
    if negative is None or kind not in (*negative.types, ItemType.CASE):
        return
    if isinstance(negative.share, Decimal):
        share = f"{_number(negative.share * 100)}%"
        zh, en = f"答错倒扣该题分值的 {share}", f"A wrong answer costs {share} of its points"
    else:
        zh, en = "答错倒扣分，扣到盲猜占不到便宜为止", "A wrong answer costs so much that blind guessing gains nothing"
    yield Text(zh=f"{zh}；不答不扣分。", en=f"{en}; a blank one costs nothing.")


def told(policy: ScoringPolicy, asked: Collection[ItemType]) -> Text:
    """Return the rules in a sentence, of the types of item that are asked."""
    rules = [_RULES[policy.multiple], *_parts(policy, asked), *_cost(policy.negative)]
    zh, en = "；".join(rule.zh or "" for rule in rules), "; ".join(rule.en or "" for rule in rules)
    step = _number(policy.point_step)
    return Text(
        zh=f"{zh}；未答计 0 分，单独统计；每题得分按 {step} 分四舍五入。",
        en=f"{en}; blank earns 0 and is counted apart; marks are rounded half up to {step} points.".capitalize(),
    )


def _parts(policy: ScoringPolicy, asked: Collection[ItemType]) -> Iterator[Text]:
    rules = (
        (ItemType.CLOZE, policy.cloze),
        (ItemType.MATCHING, policy.matching),
        (ItemType.ORDERING, policy.ordering),
    )
    for kind, rule in rules:
        if kind in asked:
            zh, en = _PARTS_RULES[rule]
            yield Text(zh=f"{TYPE_NAMES[kind].zh}{zh}", en=f"{TYPE_NAMES[kind].en}: {en}")


def _cost(negative: Negative | None) -> Iterator[Text]:
    """Yield what a wrong answer costs."""
    if negative is None:
        return
    zh, en = (
        "、".join(TYPE_NAMES[t].zh or "" for t in negative.types),
        ", ".join(TYPE_NAMES[t].en or "" for t in negative.types),
    )
    share = negative.share if isinstance(negative.share, str) else _number(negative.share)
    floor = _FLOORS[negative.floor]
    yield Text(
        zh=f"{zh}答错倒扣该题分值的 {share}，{floor.zh}",
        en=f"{en}: a wrong answer costs {share} of its points, {floor.en}",
    )


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
