"""The key is worded like the distractors.

Why: authors hedge what has to be true (一般, 原则上, usually) and give the key the voice of the rule (按规定, as required);
a full stop, brackets or quotation marks that only the key has come from pasting it. Each tells the key to whoever knows
nothing.

Warns (LNT011). Fails: one option of four says 原则上 or "as required", and it is the key. Passes: two options do, or none.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28: avoid giving clues to the right answer; Millman, Bishop & Ebel
(1965), an analysis of test-wiseness: qualified statements and a differing style give keys away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

CODE = "LNT011"
_MANNERS: Mapping[Lang, Mapping[Message, re.Pattern[str]]] = {
    "zh": {
        Message("带有限定语", "hedges"): re.compile(
            r"^一般(?!员工|人员|事故|情况下?的|的|性|过错|违纪|程序|客户|职工|缺陷|规定|物品|废|过失|投诉|事项|岗位)|一般(?=先|按|以|请|应|可|不|要|须|情况|来说|都|会|在|由|是)|通常|原则上|大多|往往|多数情况|视情况|视具体|根据(?:具体"
            r"|实际)?情况|酌情|可能|必要时|在?条件许可|可以考虑|适当|尽量|尽可能|除特殊情况|特殊情况|基本上|大体上?|视[^，。]{1,8}而定|经常|常常|有时|多半|一般情况|若有必要|如有需要|条件允许"
        ),
        Message("用了规定的口气", "speaks like a rule"): re.compile(
            r"(?:按照?|依照?|依据|根据|遵照|符合)[^，。]{0,8}(?:规定|制度|流程|程序|要求|规章|标准|手册)|依规|照章|依法|规定的|予以|应予|严格按|务必|经批准|有关规定"
        ),
        Message("以句号结尾", "ends with a full stop"): re.compile(r"[。.；;！!]$"),
        Message("有引号", "has quotation marks"): re.compile(r"[“”「」『』《》‘’\"]"),
        Message("有冒号、分号或者破折号", "has a colon, semicolon or dash"): re.compile(r"[：；]|——"),
        Message("有括号", "has a parenthesis"): re.compile(r"[（(].+[)）]"),
    },
    "en": {
        Message("带有限定语", "hedges"): re.compile(
            r"\b(?:usually|generally|normally|in general|in principle|as a rule|in most cases|typically|often"
            r"|where (?:possible|appropriate|necessary)|"
            r"as appropriate|if (?:possible|appropriate|necessary)|when (?:necessary|appropriate)|as far as possible|unless otherwise|"
            r"depending on|reasonabl[ey]|ordinarily|tends? to|in some cases|sometimes)\b",
            re.IGNORECASE,
        ),
        Message("用了规定的口气", "speaks like a rule"): re.compile(
            r"\b(?:as (?:required|prescribed|specified|stated|set out|laid down|provided)|in accordance with|according to (?:the|company)|"
            r"in line with|in compliance with|in keeping with|pursuant to|as the (?:rules?|policy|procedure|handbook)"
            r"|under the (?:rules|policy|procedure)|"
            r"(?:required|prescribed|specified) by|duly|the prescribed|the specified|following (?:the )?(?:company )?(?:policy|procedure|rules))\b",
            re.IGNORECASE,
        ),
        Message("以句号结尾", "ends with a full stop"): re.compile(r"[.;!]$"),
        Message("有引号", "has quotation marks"): re.compile(r"[“”\"]|(?<!\w)['‘]\w"),
        Message("有括号", "has a parenthesis"): re.compile(r"\(.+\)"),
    },
}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each manner that all keys have and no distractor has."""
    if not view.choices or not view.wrong:
        return
    index = next(i for i, choice in enumerate(view.choices) if choice.key)
    for manner, pattern in _MANNERS[view.lang].items():
        if all(pattern.search(text.strip()) for text in view.keys) and not any(
            pattern.search(text.strip()) for text in view.wrong
        ):
            yield view.at_option(
                index,
                Message(f"只有正确选项{manner.zh}", f"only the key {manner.en}"),
                Message("使各选项的写法一致", "word all options in one manner"),
            )
