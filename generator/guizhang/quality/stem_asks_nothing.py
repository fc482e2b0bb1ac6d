"""The stem asks something by itself.

Why: whoever knows the rule should have the answer in mind before the options come. 下列哪项正确 makes four true-or-false
statements out of one question, about anything.

Warns (LNT020). Fails: 下列说法正确的是； Which of the following is true?; Attendance:. Passes: 迟到三次记什么？; a multiple
choice that says of what: 下列哪几种做法违反保密规定？

Source: Haladyna, Downing & Rodriguez (2002), guideline 15: include the central idea in the stem instead of the choices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.language.asked_en import asks_nothing_en, left_en
from guizhang.quality.language.asked_zh import asks_nothing_zh, left_zh
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT020"
_ASKS_EN = re.compile(
    r"[?_]|…|\b(?:which|what|who|whom|when|where|why|how|must|should|shall|may|can|is|are|was|were|do|does|did|has"
    r"|have|will|would|name|give|choose|select|match|put|by|to|within|if|when|requires?|includes?|means?)\b\s*[:…]?",
    re.IGNORECASE,
)
_BARE_TOPIC_EN = re.compile(
    r"^(?:the )?[\w' -]{2,40}? (?:is|are|should|must|can|may|requires?|includes?|involves?|means?)\s*[:…_.]*$",
    re.IGNORECASE,
)
_BARE_TOPIC_ZH = re.compile(
    r"^[一-龥]{1,8}?(?:是|为|应|应当|应该|必须|要|可以|包括|属于|有|指)(?:[：:_…，。]|（\s*）)*$"
)
# 值班表的作用是, 员工离开工位前应当: what of it, or in which case.
_SAYS_OF_ZH = re.compile("[一-龥]的(?!(?:[：:_…（]))|[前后时]|遇|发现")
# A heading and no more: 关于电话礼仪：; 消防安全（　）.
_HEADING_ZH = re.compile(
    r"(?:关于|对于|有关)[^，。？哪谁]{1,14}[：:]?"
    r"|(?:(?!第?[一二两三四五六七八九十百\d]|[应须要为由时把将向给按不是在于到没会能可得经][^）（]*)[一-龥、]){2,18}"
    r"(?<![记交送存放报找问查填写签归扣罚算属做先超达满付赔退用穿戴带拨打让请叫去内前后称叫指含包括])(?:（\s*）|\(\s*\)|[：:]|_+)[。]?"
)
# A statement leaves nothing open: no word that asks, no gap, no word that wants another behind it.
_OPEN_ZH = re.compile(
    r"[？?]|_{2,}|（\s*）|\(\s*\)|…|哪|谁|什么|怎|如何|多少|几|何|是否|吗|呢|请?(?:选|判断|指出|写出|说明|列出|找出|排|连|配|填|答|补全|完成)"
)
_TO_BE_ENDED_ZH = re.compile(
    r"(?:是|为|应当?|应该|必须|须|要|可以?|由|在|到|给|向|把|将|用|以|有|包括|指|至|于|按|得|能|会|先|再|不|属于|需要?|交|报|达|称|叫|即|[：:，、])[：:]?$"
)
_STATED_EN = re.compile(
    r"\b(?:which|what|who|whom|whose|when|where|why|how)\b|^(?:name|give|state|choose|select|pick|find|put|match|mark|tick|complete|identify|say"
    r"|tell|list|fill|arrange|order|point|decide|judge|work out|"
    r"calculate|indicate|determine|describe|explain|read|look|rank|sort|place|click|underline|circle)\b",
    re.IGNORECASE,
)


_INSTRUCTION = re.compile(
    r"[（(][^（()）]*(?:选|choose|select|tick)[^（()）]*[）)]|\b(?:choose|select|tick|mark) (?:all|every|one"
    r"|the)\b[^.?]*(?:apply|answers?|one|options?|applies)\b[^.?]*[.]?",
    re.IGNORECASE,
)
_FEW_WORDS = 3


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a stem with a frame and no question in it."""
    if view.type not in CHOICE:
        return
    stem = _INSTRUCTION.sub("", view.stem).strip()
    if (
        view.lang == "en"
        and not asks_nothing_en(stem)
        and stem[-1:].isalpha()
        and len(stem.split()) > _FEW_WORDS
        and all(choice.text[:1].islower() for choice in view.choices)
    ):
        return  # a sentence that each option ends
    nothing = _nothing_zh(stem) if view.lang == "zh" else _nothing_en(stem)
    # What a case has told need not be said again; what is asked of it must.
    if nothing and (not view.before or not (left_zh(stem) if view.lang == "zh" else left_en(stem))):
        yield view.at_stem(
            Message("不看选项就不知道在问什么", "the stem asks nothing before the options are read"),
            Message("在题干里写出情形和要问的事", "put the case and the question into the stem"),
        )


def _nothing_zh(stem: str) -> bool:
    if _HEADING_ZH.fullmatch(stem):
        return True
    # A statement, or a fragment, that wants nothing behind it.
    if not _OPEN_ZH.search(stem) and not _TO_BE_ENDED_ZH.search(stem):
        return True
    if re.search(r"[【*“《](?:不|错误|没有)", stem) and (left_zh(stem) or re.search("做法|行为|操作", stem)):
        return False  # whoever marks the exception means to ask for it, of what is named
    return asks_nothing_zh(stem) or bool(_BARE_TOPIC_ZH.match(stem) and not _SAYS_OF_ZH.search(stem))


def _nothing_en(stem: str) -> bool:
    if asks_nothing_en(stem):
        return True
    last = re.split(r"(?<=[.!?])\s+", stem)[-1]
    # A statement that wants nothing behind it.
    if stem.endswith((".", "!")) and not _STATED_EN.search(last) and not re.search(r"[?_…]|\.\.\.", stem):
        return True
    return bool(_BARE_TOPIC_EN.match(stem) and len(stem.split()) <= _FEW_WORDS + 1) or not _ASKS_EN.search(stem)
