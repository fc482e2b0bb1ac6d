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
from functools import lru_cache

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT008"
# What is asked for, or which of them.
_ASKS_ZH = re.compile(
    r"哪|谁|什么|怎|如何|下列|以下|下面|何者|何种|何项|的[是有]|[是有][：:]?$|[选找挑指]出|选择|一项|例外|除外|____|（\s*）"
)
_WHICH_ZH = r"(?:哪|谁|(?<!为)什么(?!时候)|何者|何种|何项|下列|以下|下面|____|所有|其余|其他)"
# Signs of negation in words that deny nothing of what is asked: 不同, 不少于, 不合格品, 未成年人, 无故, 是不是.
_INNOCENT = re.compile(
    r"不(?:只|仅|但|论|管|同|少于|超过|低于|高于|晚于|早于|迟于|大于|小于|多于|亚于|足|满|止|久|断|妨|过|时|再|动产|锈钢|良|明|慎|幸|便|快"
    r"|干胶|定[期时]|间断|可抗力|记名|透明"
    r"|合格(?!的?[是有？?：:]|的?$)|文明|规范(?=[一-龥]{2})|安全(?=[一-龥]{2})|限|等|得不|一致(?=[时的][^是有]))|(?P<verb>[一-龥])(?:不"
    r"|没)(?P=verb)|有没有|差不多|了不|用不着|[来赶]不及|免不了|少不了"
    r"|对不起|(?:哪[种类些一]|什么|何种)种?情[况形]下[，,]?[^，。？]*"
    r"|不好意思|投诉不|没有?问题|没收|没完|未(?:来|成年|婚|经|满|知|必)|无(?:论|线|人[机值]|纸|障碍|菌|烟|尘|偿|效|理|故|意|薪|色|影|损|铅"
    r"|糖|证|息|主|名|犯罪|锡|纺)"
    r"|非(?:常|机动|工作|法|全日制|营业|本|紧急|当班|员工|正常|住院|现金|处方|会员)|除非|是非|(?:并|莫)非(?=[^是])"
    r"|[级区识特分性类个鉴告差辨派]别|别(?:人|墅|针|称|名|的)"
    r"|免(?:费|税|提|疫|检|冠|签|责|息)|[避难以]免|无不|不无"
)
_MODAL_ZH = "得|能够?|可以?|应当?|应该|该|准|许|允许|需要?|必|用|要|会|宜|予|再"
_NO = rf"(?:不(?:{_MODAL_ZH})?|没有?|未(?:能|曾)?|无[须需权法]?|并?非|免于|勿|莫|别|难以|切[忌勿])"
# What a stem asks for, by its general name: a wrong one is asked for, whatever it is called.
_GENERAL_ZH = (
    r"(?:做法|说法|行为|一[项个种条]|选项|内容|答案|答法|回答|方式|方法|表述|描述|叙述|陈述|措施|操作|处理|情形|情况|观点|理解|步骤|物品"
    r"|东西|材料|要求|动作|话|项目|人员|原因|理由|条件|部分|是|有|为|[：:]|$)"
)
_WRONG_ZH = r"(?:错误|有误|(?<!做)(?<!出)错的?|有错|不对|不当|不妥|欠妥|失当|失误|多余|例外|不实|不宜)"
_NEGATIVE_ZH = (
    # Which of them is not so: behind the word that asks, in the same clause.
    re.compile(rf"{_WHICH_ZH}[^。；？?]*?{_NO}"),
    # What may not be done, is not needed, does not belong: before the word that asks, as its verb.
    re.compile(
        rf"(?:不(?:{_MODAL_ZH}|属于?|包[括含]|含|算|计入|适用|承担|受理|办理|负责|收取?|报销|享受|支付|提供|接受|符合|是|在|列入|归)"
        rf"|无[须需]|未(?:列入|包[括含]|提[到及]|规定|要求)|没有?(?:规定|要求|必要|提[到及]|列入"
        rf"|包[括含])|免于|切[勿忌]|勿)"
        r"(?:[向由找跟对在给让把将])?(?:(?!应|须|要|可|该|[向由找跟对])[^，。；？?的时后]){0,8}(?:哪(?![里儿天])|什么(?!时候)|谁|何[种项])"
    ),
    # The one that is not so.
    re.compile(rf"{_NO}[^。；？?]{{0,24}}?(?:的|者)(?:[^，。；？?]{{0,4}})?{_GENERAL_ZH}"),
    re.compile(r"不(?:得|能|可以?|应当?|应该|该|宜|允许|准|许|要)(?:怎[么样]|如何)(?:做|办|处理|对待)?$"),
    re.compile(
        rf"(?:哪|何|谁|下列|以下|下面)[^，。；？?]*?(?:是|属于?|有|做|说|最|中)?{_WRONG_ZH}(?:的|了)?{_GENERAL_ZH}"
    ),
    re.compile(
        rf"{_WRONG_ZH}的?(?:一[项个种条]|选项|做法|说法|行为|表述|描述|叙述|陈述|理解|观点|操作|处理|是|有|[：:])"
    ),
    re.compile(
        r"(?<![拆解清扣消删免排废剔开切去扫根铲辞])除(?![尘湿锈草霜雪味螨污]|了?[^，]{1,12}以?之?外[，,]?(?:还|也|又|再|另)).{1,20}(?:哪|什么|谁|外.{0,8}[都均皆])|(?:[下以][列上下面]|哪).{0,20}(?:除外"
        r"|例外)|(?:除外|例外)的?(?:是|有|[：:]|$)|(?:除了?|[一-龥])____(?:以外|之外|外)"
    ),
)
# A condition, and whom it meets: 主管不在时, 未交报告的员工.
_AFTER_CASE = re.compile(
    r"(?:不|没|无|非|未)[^，。；？?]{0,16}?(?:时候?(?!间)|期间|的话|以后|之后|后|之前|前(?!台|往|款)|情况下|的情况)"
)
# 不配合检查的客户由谁接待: it says which customer, and does not ask for the exception; 哪一项是不允许的 does.
_OF_WHOM = re.compile(
    rf"(?:^|(?<=[对向由给把将让被找问替为]|[，,、])|(?<=处理|接待|负责|安排|交给|通知|拒绝|发现|遇到|看到|登记|检查|更换))"
    rf"(?:不|没|无|非|未)[^，。；？?哪谁什何]{{0,14}}?的(?!{_GENERAL_ZH})(?=[一-龥])"
)
_MARK_ZH = re.compile(
    r"[【〖〔\[［(（“‘「『《〈<＜\"'*_＊●★▲◆]+[^】〗〕\]］)）”’」』》〉>＞\"'*_＊●★▲◆]{0,4}?(?:不|非|没有?|未|错误?|有误|无|除外"
    r"|例外|勿|免|最差)[^】〗〕\]］)）”’」』》〉>＞\"'*_＊●★▲◆]{0,4}[】〗〕\]］)）”’」』》〉>＞\"'*_＊●★▲◆]+|[不非错][̣̇]"
)

_ASKS_EN = re.compile(
    r"\b(?:which|what|who|whom|whose|where|when|why|how|all of|each of|the following|these)\b", re.IGNORECASE
)
_NEGATIVE_EN = (
    re.compile(
        r"(?:\b(?:which|what|who|whom)|^(?:when|where|why|how) (?:is|are|may|must|should|can|does|do|was"
        r"|were))\b(?:(?! (?:if|when|who|that|while|because|unless|after|before|where|for|and|but)\b)[^,;:.?])*?"
        r"(?:\bnot\b(?! (?:only|merely|just|more|less|later|earlier|exceed|fewer|yet))|n't\b|n’t\b|\bcannot\b|\bnever\b|\bleast\b(?<!at least))"
    ),
    re.compile(r"\b(?:except|excluding|other than)\b(?: for)?(?:\s*(?:one|which|what))?\s*[:：?.…_]*$"),
    re.compile(r"\b(?:all|each|any|every(?:one|thing)?)\b[^.?]*\b(?:except|but one|save)\b"),
    re.compile(r"\bexception\b"),
    re.compile(
        r"\b(?:is|are|(?<!may )(?<!might )(?<!could )be|the|an?)\s+(?:\w+ly )?(?:incorrect|inappropriate|untrue|false|wrong"
        r"|inaccurate)\b(?: (?:statement|answer|option|action|response|description)s?)?(?=[^.?!]{0,30}[?:…_]|\s*$)"
    ),
    re.compile(
        r"\b(?:which|what)\b(?:(?! (?:if|when|who|that|while|because|unless|after|before|where|for|and|but)\b)[^,;:.?])*?"
        r"\b(?:is|are|be|was|were) (?:the |an? )?(?:\w+ly )?(?:incorrect|inappropriate|untrue|false|wrong|inaccurate|improper|unsuitable"
        r"|unacceptable|mistaken|unnecessary|impermissible|inadvisable|unwise|unlikely|unable)\b(?! (?:with|about)\b)"
    ),
    re.compile(
        r"\b(?:is|are|be) not (?:allowed|permitted|acceptable|correct|right|true|required|needed|necessary|covered|included)\?$"
    ),
    re.compile(
        r"\b(?:should|must|shall|do|does|is|are|may|can) (?:(?!to )[\w'-]+ ){1,4}avoid(?:ed)?(?=[?:…_ ]*$| (?:when|while|during|before|after|at|in|on)\b)"
    ),
    # Which service is a teller unable to give; which task falls outside; which entry has no place in it.
    re.compile(
        r"^(?:which|what|who|when|where|for (?:which|what|whom))\b(?:(?! (?:if|when|who|that|while|because|before|after|unless)\b)"
        r"[^,;:.?])*?"
        r" (?:unable|(?:has|have|needs?|with|of|in) no (?!less|more|later)|(?:falls?|lies?|is|are) (?:outside|beyond|excluded|out of place|unnecessary)"
        r"|nobody|no one|(?:the )?odd one out|rarely|seldom|hardly)\b"
    ),
    re.compile(
        r"^(?:(?!\b(?:that|who|which|if|when|unless|where)\b)[^,;:.?])*\b(?:not|never|cannot)\b(?! (?:later|more|less|until"
        r"|only))[^,;:.?]{0,40}\b(?:which|what|whom)\b"
    ),
    re.compile(
        r"^(?:apart from|besides|except(?: for)?|other than|but for|with the exception of|excluding) (?:which|what|whom)\b"
    ),
    re.compile(
        r"^(?:name|give|find|pick|choose|select|mark|tick|identify|state|point out)\b[^.?]*\bthat (?:does|do|is|are|must|may|should|can"
        r"|need|has|have|was|were)"
        r"(?: not\b|n't)"
    ),
    re.compile(r"\bodd one out\b|\b(?:is|be) an? (?:mistake|error)\b[^.?]{0,40}\?"),
    re.compile(
        r"\b(?:does|do|is|are|must|should|shall|may|can|would|will|was|were|has|have)(?: not\b|n't\b)"
        r"(?: (?!(?:must|should|shall|may|can|will|is|are)\b)[\w'-]+){0,4}\s*[:：…_]*$"
    ),
)
_ALL_BUT_ONE = re.compile(
    r"\b(?:exception of|except(?: for)?|apart from|other than|but(?: for)?) one\b(?! of (?:the|his|her|their)\b)|\bone exception\b",
    re.IGNORECASE,
)
# A guest who does not pay: says which one, unless nothing else asks.
_OF_WHOM_EN = re.compile(
    r"(?<=[a-z])(?<!\b(?:to|by|of|in|on|at|is))(?<!\b(?:for|and|but|are))(?<!\b(?:with|from|than|upon|tell))(?<!\b(?:under|about)) (?:who|whom|which)\b"
)
# A rule quoted with a blank says what it says; what is asked for is what stands in the blank.
_QUOTED_RULE = re.compile(r"“[^”]*____[^”]*”")
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
    return _asks_for_exception(view.stem, view.lang)


@lru_cache(maxsize=4096)
def _asks_for_exception(question: str, lang: Lang) -> bool:
    said = _QUOTED_RULE.sub("____", question)
    if lang == "zh":
        stem = re.sub(r"[（(](?:可?多选|单选)[^）)]*[）)]", "", said)
        clauses = [clause.rstrip("？?") for clause in re.split(r"[，,。；;！!？?](?=.)", stem)]
        # From the last clause that asks to the end: 以下哪些物品，员工不得带入？
        asks = [i for i, clause in enumerate(clauses) if _ASKS_ZH.search(clause)][-1:]
        plain = re.sub(r"[【】〖〗*_＊“”「」‘’（）()\[\]](?!_)", "", "，".join(clauses[asks[0] :] if asks else ()))
        for aside in (_INNOCENT, _AFTER_CASE, _OF_WHOM):
            plain = aside.sub("", plain)
        return any(pattern.search(plain) for pattern in _NEGATIVE_ZH)
    plain_en = re.sub(r"\*|__?(?=\w)|(?<=\w)__?", "", said)
    asking_en = [
        sentence for sentence in _QUESTION_EN.findall(plain_en) if _ASKS_EN.search(sentence) or "____" in sentence
    ][-1:]
    # All but one are right, it says, and only then: which one?
    if _ALL_BUT_ONE.search(plain_en):
        return True
    asked = [_asked_en(sentence.strip().lower()) for sentence in asking_en or [plain_en]]
    return any(pattern.search(sentence) for sentence in asked for pattern in _NEGATIVE_EN)


def _asked_en(sentence: str) -> str:
    """Return a sentence with "that" for the pronouns that tell of whom it is."""
    told = _OF_WHOM_EN.sub(" that", sentence)
    asks = re.search(r"\b(?:wh(?:ich|at|om?|ose|en|ere|y)|how)\b", told)
    return told if asks or not sentence.endswith("?") else sentence


def _marked(view: View) -> bool:
    if view.lang == "zh":
        return _MARK_ZH.search(view.stem) is not None
    return (
        re.search(
            r"\b(?:NOT|N'T|EXCEPT|LEAST|NEVER|INCORRECT|FALSE|WRONG|UNTRUE|INAPPROPRIATE|EXCEPTION|INACCURATE|CANNOT|AVOID|UNABLE|OUTSIDE"
            r"|EXCLUDED|NO|NOBODY|NONE|ERROR|MISTAKE|ODD|UN[A-Z]+|IN[A-Z]{5,}|IM[A-Z]{5,})\b"
            r"|[*_“\"](?:not|except|least|never|incorrect|false|wrong)[*_”\"]",
            view.stem,
        )
        is not None
    )
