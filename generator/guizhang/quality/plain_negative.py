"""A stem that asks for the exception marks its negation.

Why: a reader in a hurry passes over a plain 不 or not and answers the opposite question, knowing the rule. Best is to
ask for what is right. Where the exception is the point, write 【不】 (or any mark around the word), and in English
capitals: NOT, EXCEPT, LEAST.

Warns (LNT008). Fails: 下列哪项不属于迟到？ Which of these is not a breach? Passes: 下列哪项【不】属于迟到？ Which of these is
NOT a breach? And a condition is no exception: 主管不在时，由谁批准？

Source: Haladyna, Downing & Rodriguez (2002), guideline 17: word the stem positively; if negative words are used,
capitalise or boldface them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT008"
_ASKS_ZH = re.compile(r"哪|谁|什么|怎|如何|下列|以下|何者|何种|的是|[是有][：:]$")
# A doubled or merely quantifying 不 denies nothing: 不同, 不少于, 是不是, 能不能, 不只.
_INNOCENT = re.compile(
    r"不(?:只|仅|但|论|管|同|少于|超过|低于|高于|足|满|久|断|妨|过|时|再|动产|锈钢|良)|([是能要该会可对有用])(?:不|没)\1"
    r"|可以?不(?![做用交带填写戴穿签报查打开关锁])|差不多|了不|用不着|免不了|对不起|不好意思|不可抗力|投诉不|没有?问题"
)
_NO = (
    r"(?:不(?:应当|应该|应|可以|能|得|必|需要|须|宜|是|属于|包括|包含|正确|恰当|合适|妥当|妥|符合|合规|合理|对|当"
    r"|允许|适用|准确|在)?|没有|并非|非(?!常|机动|工作)|无须|无需)"
)
_NEGATIVE_ZH = (
    re.compile(rf"(?:哪|谁|什么|何者|何种|下列|以下)[^，。；？?]*?(?<!可以)(?<!可){_NO}"),
    re.compile(
        r"(?:不正确|不恰当|不合适|不妥当?|不符合|不属于|不包括|不应当?|不应该|不得|不能|不对|不是|错误|有误"
        r"|不当)[^，。；？?]{0,12}的(?:有|是|做法|说法|一项|行为|选项)"
    ),
    re.compile(r"不(?:得|能|可以?|应当?|应该|该|宜|允许|准|许|要)(?:怎[么样]|如何)(?:做|办|处理|对待)?$"),
    re.compile(r"不(?:需要?|必|用|得|能|应|可以?|属于|包括|允许)[^，。；？?]{0,14}的[^，。；？?]{0,6}(?:是|有)[：:]?$"),
    re.compile(r"(?:不属于|不包括|不包含|不是|不符合)(?:下列|以下|哪)"),
    re.compile(r"不(?:需要?|必|用|得|能|应当?|应该|可以?|允许|该|会|准|许)[^，。；？?的时由后]{0,8}(?:哪|什么|谁)"),
    re.compile(
        r"(?:说法|做法|选项|表述|描述|叙述|一项)[^，。；？?]{0,4}(?:错误|有误)|错误的?(?:是|做法|说法|一项|表述)"
    ),
    re.compile(
        r"(?:哪|谁|什么)[^，。；？?]{0,10}(?:可以?不(?=[做用交带填写戴穿签报查打开关锁])|不用|不必|免于|用不着)"
    ),
    re.compile(r"(?:哪|何)[^，。；？?]{0,14}(?:错误|不对|不当|不妥|有误|不合适|不正确)的?$"),
    re.compile(r"除.{1,20}(?:哪|外.{0,8}都)|(?:下列|以下).{0,20}(?:除外|例外)"),
)
_AFTER_CASE = re.compile(
    r"(?:不|没|无|非)[^，。；？?]{0,16}?(?:时候?|期间|的话|以后|之后|后|情况下|的(?:员工|客户|人|人员|投诉|同事|应|须|可以|要|由|怎|按|向))"
)
_MARK_ZH = re.compile(
    r"[【〖〔\[(（“‘「『《*_＊●]+[^】〗〕\])）”’」』》*_＊●]{0,4}?(?:不|非|没有?|错误|有误|无|除外"
    r"|例外)[^】〗〕\])）”’」』》*_＊●]{0,6}[】〗〕\])）”’」』》*_＊●]+|[不非错][̣̇]"
)

_ASKS_EN = re.compile(
    r"\b(?:which|what|who|whom|whose|where|when|why|how|all of|each of|the following|these)\b", re.IGNORECASE
)
_NEGATIVE_EN = (
    re.compile(
        r"(?:\b(?:which|what|who|whom)|^(?:when|where|why|how) (?:is|are|may|must|should|can|does|do|was"
        r"|were))\b(?:(?! (?:if|when|who|that|while|because|unless|after|before|where|for|and|but)\b)[^,;:.?])*?"
        r"(?:\bnot\b(?! (?:only|merely|just|more|less|later|earlier|exceed|fewer|yet))|n't\b|n’t\b|\bnever\b|\bleast\b(?<!at least))"
    ),
    re.compile(r"\b(?:except|excluding|other than)\b(?: for)?(?:\s*(?:one|which|what))?\s*[:：?.…_]*$"),
    re.compile(r"\b(?:all|each|any|every(?:one|thing)?)\b[^.?]*\b(?:except|but one|save)\b"),
    re.compile(r"\bexception\b"),
    re.compile(
        r"\b(?:is|are|be|the|an?)\s+(?:\w+ly )?(?:incorrect|inappropriate|untrue|false|wrong"
        r"|inaccurate)\b(?: (?:statement|answer|option|action|response|description)s?)?(?=[^.?!]{0,30}[?:…_]|\s*$)"
    ),
    re.compile(
        r"\b(?:which|what)\b(?:(?! (?:if|when|who|that|while|because|unless|after|before|where|for|and|but)\b)[^,;:.?])*?"
        r"\b(?:is|are|be|was|were) (?:the |an? )?(?:\w+ly )?(?:incorrect|inappropriate|untrue|false|wrong|inaccurate|improper|unsuitable"
        r"|unacceptable|mistaken)\b(?! (?:with|about)\b)"
    ),
    re.compile(
        r"\b(?:does|do|is|are|must|should|shall|may|can|would|will|was|were|has|have)(?: not\b|n't\b)(?: [\w'-]+){0,4}\s*[:：…_]*$"
    ),
)
_ALL_BUT_ONE = re.compile(
    r"\b(?:exception of|except(?: for)?|apart from|other than|but(?: for)?) one\b(?! of (?:the|his|her|their)\b)|\bone exception\b",
    re.IGNORECASE,
)
_QUESTION_EN = re.compile(r"[^.?!]*(?:[.?!]|$)")


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a choice whose stem asks for the exception in plain letters."""
    if view.type not in CHOICE or not asks_for_exception(view) or _marked(view):
        return
    yield view.at_stem(
        Message("题干问的是例外，而否定词没有突出", "the stem asks for the exception, and the negation is not marked"),
        Message(
            "改成正面提问；必须反问的，写成【不】、【错误】",
            "ask for what is right; where you cannot, write NOT or EXCEPT in capitals",
        ),
    )


def asks_for_exception(view: View) -> bool:
    """Tell whether the stem asks which option is not so."""
    if view.lang == "zh":
        stem = re.sub(r"[（(](?:可?多选|单选)[^）)]*[）)]", "", view.stem)
        asking = [clause.rstrip("？?") for clause in re.split(r"[，,。；;！!]", stem) if _ASKS_ZH.search(clause)][-1:]
        plain = [
            _AFTER_CASE.sub("", _INNOCENT.sub("", re.sub(r"[【】〖〗*_＊“”「」‘’（）()\[\]]", "", clause)))
            for clause in asking
        ]
        return any(pattern.search(clause) for clause in plain for pattern in _NEGATIVE_ZH)
    plain_en = re.sub(r"\*|__?(?=\w)|(?<=\w)__?", "", view.stem)
    asking_en = [
        sentence for sentence in _QUESTION_EN.findall(plain_en) if _ASKS_EN.search(sentence) or "____" in sentence
    ][-1:]
    # All but one are right, it says, and only then: which one?
    if _ALL_BUT_ONE.search(plain_en):
        return True
    asking_en = asking_en or [plain_en]
    return any(pattern.search(sentence.strip().lower()) for sentence in asking_en for pattern in _NEGATIVE_EN)


def _marked(view: View) -> bool:
    if view.lang == "zh":
        return _MARK_ZH.search(view.stem) is not None
    return (
        re.search(
            r"\b(?:NOT|N'T|EXCEPT|LEAST|NEVER|INCORRECT|FALSE|WRONG|UNTRUE|INAPPROPRIATE|EXCEPTION|INACCURATE|CANNOT)\b"
            r"|[*_“\"](?:not|except|least|never|incorrect|false|wrong)[*_”\"]",
            view.stem,
        )
        is not None
    )
