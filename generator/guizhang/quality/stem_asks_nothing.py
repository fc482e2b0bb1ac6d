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

from guizhang.consistency.words import content_words
from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT020"
_FRAME_ZH = re.compile(
    r"(?:请?(?:在|从)?(?:下列|以下|下面)(?:的)?(?:各项|选项|几项|四项|说法|表述|做法|陈述|描述|叙述|内容|情况|观点"
    r"|答案|句子|哪一?[项个种条些]?(?:说法|做法|选项|表述|描述|叙述|情况|内容|陈述)?|关于.{0,14}的?)?"
    r"|一[项个种]|哪一?[项个种条些](?:说法|做法|选项|表述|描述|陈述)?|请?选择?出?|"
    r"正确|恰当|合适|妥当|错误|【?不】?|是|的|有|说法|做法|选项|表述|描述|一项|答案|哪些|哪|中|其中|最|判断|对|选|项"
    r"|[？?：:。，,（）()\s_]|可多选|单选|多选|关于|对于|有关|我司|我们|公司|本公司|规定|制度|规则|规章|应该|应当"
    r"|属于|为|个|内容|符合)+"
)
_ASKS_ZH = re.compile(
    r"[？?]|____|（\s*）|哪|谁|什么|怎|多少|几|何|是否|应|须|要|是|为|可以?|由|包括|属于|能|会|按|于|不|的"
)
_FRAME_EN = re.compile(
    r"\b(?:which|what|of|the|following|these|those|statements?|options?|answers?|sentences?|choices?|is|are|was|were"
    r"|true|false|correct|incorrect|right|wrong|best|most|accurate|"
    r"appropriate|not|choose|select|pick|mark|tick|please|one|ones|all|that|apply|about|regarding|concerning|on|with"
    r"|regard|to|as|for|our|company|rules?|policy|policies|a|an|below|does|do|correctly|describes?|item|identify|it|you|agree|with|think|prefer|support|consider|would|say"
    r"|out|find)\b|[^\w]+",
    re.IGNORECASE,
)
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
# A heading and no more: 关于电话礼仪：; 消防安全（　）.
_HEADING_ZH = re.compile(
    r"(?:关于|对于|有关)[^，。？哪谁]{1,14}[：:]?"
    r"|(?:(?!第?[一二两三四五六七八九十百\d]|[应须要为由时把将向给按不是在于到没会能可得经][^）（]*)[一-龥]){2,10}"
    r"(?<![记交送存放报找问查填写签归扣罚算属做先超达满付赔退用穿戴带拨打让请叫去内前后称叫指含包括])(?:（\s*）|\(\s*\)|[：:]|_+)[。]?"
)
_ASIDE_ZH = re.compile(r"(?:在|就|从)?[^，,。？]{1,10}(?:方面|问题上|环节)(?:的规定|的要求)?[，,]?")
_MOST_TOPIC_ZH, _MOST_TOPIC_EN = 4, 3


_INSTRUCTION = re.compile(
    r"[（(][^（()）]*(?:选|choose|select|tick)[^（()）]*[）)]|\b(?:choose|select|tick|mark) (?:all|every|one"
    r"|the)\b[^.?]*(?:apply|answers?|one|options?|applies)\b[^.?]*[.]?",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a stem with a frame and no question in it."""
    if view.type not in CHOICE:
        return
    stem = _INSTRUCTION.sub("", view.stem).strip()
    if (
        view.lang == "en"
        and stem[-1:].isalpha()
        and len(stem.split()) > _MOST_TOPIC_EN
        and all(choice.text[:1].islower() for choice in view.choices)
    ):
        return  # a sentence that each option ends
    nothing = _nothing_zh(stem) if view.lang == "zh" else _nothing_en(stem)
    # What a case has told need not be said again; what is asked of it must.
    if nothing and (not view.before or not _topic(stem, view.lang)):
        yield view.at_stem(
            Message("不看选项就不知道在问什么", "the stem asks nothing before the options are read"),
            Message("在题干里写出情形和要问的事", "put the case and the question into the stem"),
        )


def _topic(stem: str, lang: Lang) -> str:
    """Return what is left of a stem without the words that only frame a question."""
    frame = _FRAME_ZH if lang == "zh" else _FRAME_EN
    return re.sub(r"\W", "", frame.sub("", stem))


def _nothing_zh(stem: str) -> bool:
    if _HEADING_ZH.fullmatch(stem):
        return True
    rest = _FRAME_ZH.sub("", _ASIDE_ZH.sub("", stem))
    frame = re.search(r"下列|以下|下面|说法|表述|哪一?[项个种](?:是)?(?:正确|对|错)|选项|陈述|叙述", stem)
    asks_truth = re.search(
        r"正确|错误|(?:一项|哪[个项种])(?:[最更]?(?:对|错|好|行)|是?[对错]的?)|说法|表述|描述|叙述|陈述|恰当|妥当|合适|是对的|属实|符合规定",
        stem,
    )
    if re.search(r"[【*“《](?:不|错误|没有)", stem) and rest:
        return False  # whoever marks the exception means to ask for it, of what is named
    if frame and asks_truth and len(rest) <= _MOST_TOPIC_ZH:
        return True
    return bool(_BARE_TOPIC_ZH.match(stem)) or not _ASKS_ZH.search(stem) or len(re.sub(r"\W", "", rest)) == 0


def _nothing_en(stem: str) -> bool:
    rest = [word for word in _FRAME_EN.sub(" ", stem).split() if len(word) > 1]
    asks_truth = re.search(
        r"\b(?:true|false|correct|incorrect|right|wrong|accurate|statements?|appropriate|applies|describes?)\b",
        stem,
        re.IGNORECASE,
    )
    if asks_truth and len(rest) <= _MOST_TOPIC_EN and "____" not in stem and len(stem.split(". ")) == 1:
        return len(content_words(" ".join(rest), "en")) <= _MOST_TOPIC_EN and not re.search(
            r"\b(?:when|if|after|before|while|how|why|who)\b", stem, re.IGNORECASE
        )
    return (
        (bool(_BARE_TOPIC_EN.match(stem)) and len(stem.split()) <= _MOST_TOPIC_EN + 1)
        or not _ASKS_EN.search(stem)
        or not rest
    )
