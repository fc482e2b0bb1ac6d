"""Parts of a sentence that say when, for whom, or in which case a rule holds, and not what it asks."""

from __future__ import annotations

import re

# A part of the sentence that says when, not what.
_WHEN_START = re.compile(
    # 员工因故不能到岗，应…: whom it happens to may stand in front.
    "^(?:[一-龥]{0,5}(?:员工?|[职学]工|[学医]生|[者客户方人主理长师机])(?=如果|[如若](?!何|此|干)|因(?![此而为公素]))|[一-龥]{2,14}(?<![比例假诸譬犹不自])(?=[如若][有遇需因不未没无想欲]))?(?:如果?|若|遇|当(?!面|班|值|[天日月年晚季期])|因|对于?|凡|除|按照?|根据|经(?!理|常|营|办)|在.*(?:时|前|后|中|期间|情况下)$)"
)
_WHEN_END = re.compile("(?:的|者|(?<![小准按及随临同平工有])时|后|前|情况下|期间|过程中|除[^,]{2,}外)$")
# 因公外出须填写…: a modal behind these is the rule itself; behind 如 or 遇 it is part of the case.
_SOFT_START = re.compile(
    "^(?:[一-龥]{0,5}(?:员工?|[职学]工|[学医]生|[者客户方人主理长师机])(?=因))?(?:因|对|凡|按|根据|经|在)"
)
_WITHOUT = re.compile("^(?:未经|非经|没有经过|未[得获]|除)")
# 试用期内解除合同，甲方应当…: a parting in front of the rule is its case.
_PARTING = re.compile("^(?:[^,]{1,8}[内前后时]|双方[^,]{0,4}|协商一致)?(?:解除|终止)(?:劳动|本)?(?:合同|协议|关系)$")
_MAIN_MODALS = frozenset(("应", "应当", "必须", "须", "不得", "严禁", "禁止"))
# 未经批准不得外出: the rule stands in one breath with its case.
_RULED = re.compile(
    "^(?:未经|非经|没有经过|未[得获])[^,]{1,24}?(?:不得|不准|不可|不能|不许|不应|严禁|禁止)(?![^,]*[的者外]$)"
)


def is_condition(part: str) -> bool:
    """Tell whether a part is the condition of the sentence, or begins or ends like one."""
    if _RULED.match(part):
        return False
    return bool(_WHEN_START.match(part) or _WHEN_END.search(part) or _WITHOUT.match(part))


def is_case(part: str) -> bool:
    """Tell whether a part only says when: 按追回金额的5%给予奖励 begins like a case and is the consequence."""
    return not _RULED.match(part) and bool(
        _WHEN_END.search(part)
        or _PARTING.match(part)
        or _WITHOUT.match(part)
        or (_WHEN_START.match(part) and not _SOFT_START.match(part))
    )


def still_main(part: str, word: str) -> bool:
    """Tell whether a cue in a part that ends like a condition is the rule all the same: 应在客户来访时，主动起立."""
    if part.endswith(("的", "者")) or _WITHOUT.match(part):
        return False
    if _WHEN_START.match(part):
        soft = _SOFT_START.match(part) is not None and _WHEN_END.search(part) is None
        return soft and word not in ("不能", "不可", "可", "才能", "不需", "不必", "无需", "无须")
    return word in _MAIN_MODALS
