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
from guizhang.quality.phrases_zh import phrase_zh
from guizhang.quality.view import CHOICE, Finding, View

CODE = "LNT020"
_FRAME_ZH = re.compile(
    r"(?:请?(?:在|从)?(?:下列|以下|下面)(?:的)?(?:各项|选项|几项|四项|说法|表述|做法|陈述|描述|叙述|内容|情况|观点"
    r"|答案|句子|哪一?[项个种条些]?(?:说法|做法|选项|表述|描述|叙述|情况|内容|陈述)?|关于.{0,14}的?)?"
    r"|[几两三四五]?句话?|[说讲做]得|一[项个种句]|哪一?[项个种条些句](?:说法|做法|选项|表述|描述|陈述)?|请?选择?出?|"
    r"正确|恰当|合适|妥当|错误|【?不】?|是|的|有|说法|做法|选项|表述|描述|一项|答案|哪些|哪|中|其中|最|判断|对|选|项"
    r"|[？?：:。，,（）()\s_]|可多选|单选|多选|关于|对于|有关|我司|我们|公司|本公司|规定|制度|规则|规章|应该|应当"
    r"|属于|为|个|内容|符合)+"
)
_FRAME_EN = re.compile(
    r"\b(?:which|what|of|the|following|these|those|statements?|options?|answers?|sentences?|choices?|is|are|was|were"
    r"|true|false|correct|incorrect|right|wrong|best|most|accurate|"
    r"appropriate|not|choose|select|pick|mark|tick|please|one|ones|all|that|apply|about|regarding|concerning|on|with"
    r"|regard|to|as|for|our|company|rules?|policy|policies|a|an|below|does|do|correctly|describes?|item|identify|it|you|agree|with|think|prefer"
    r"|support|consider|would|say"
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
# 值班表的作用是, 员工离开工位前应当: what of it, or in which case.
_SAYS_OF_ZH = re.compile("[一-龥]的(?!(?:是|有|为|[：:_…（]))|[前后时]|遇|发现")
# A heading and no more: 关于电话礼仪：; 消防安全（　）.
_HEADING_ZH = re.compile(
    r"(?:关于|对于|有关)[^，。？哪谁]{1,14}[：:]?"
    r"|(?:(?!第?[一二两三四五六七八九十百\d]|[应须要为由时把将向给按不是在于到没会能可得经][^）（]*)[一-龥]){2,10}"
    r"(?<![记交送存放报找问查填写签归扣罚算属做先超达满付赔退用穿戴带拨打让请叫去内前后称叫指含包括])(?:（\s*）|\(\s*\)|[：:]|_+)[。]?"
)
_ASIDE_ZH = re.compile(r"(?:在|就|从)?[^，,。？]{1,10}(?:方面|问题上|环节)(?:的规定|的要求)?[，,]?")
_MOST_TOPIC_ZH, _MOST_TOPIC_EN = 4, 3
# 关于接送，哪种说法对？: a subject of any length, and nothing said of it.
_MOST_SUBJECT_ZH, _MOST_SUBJECT_EN = 10, 6
_SUBJECT_ZH = re.compile(
    r"(?:[下以]列?[下面]?(?:哪[项个种些])?)?(?:关于|对于|有关|就|针对|围绕|谈到|说到|涉及)(?P<what>[^，。？：:]+?)(?:的|方面|问题|一事|这件事|来说|而言|，|,|：|:|$)"
)
_CASE_ZH = re.compile("[时后前]|如果|若|因|由于|发现|遇|不|没|未|必须|应")
_SUBJECT_EN = re.compile(
    r"^(?:with (?:regard|respect|reference) to|in (?:regard|relation) to|regarding|concerning|about|as (?:for|to|regards)|on the (?:subject|topic"
    r"|matter|question) of|when it comes to|in terms of|re)\b:?(?P<what>[^,:?]*)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
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
_TRUTH_ZH = re.compile(
    r"正确|错误|(?:一项|哪(?:一句|[个项种条句]))(?:[说讲做]得)?(?:[最更]?(?:对|错|好|行)|是?[对错真]的?)|说法|表述|描述|叙述|陈述|恰当|妥当|合适|适当|是[对错真]的|属实|可取|可行|得当|合理|合规|无误|成立|准确|最佳|最优|最好"
    r"|(?:符合|合乎|违反|违背).{0,8}(?:规定|制度|要求|规范|规章|标准)|(?:与|和|跟|同).{1,10}(?:有关|相关|相符|一致|符合)|属于.{1,8}(?:规定|制度|要求)"
)
_TRUTH_EN = re.compile(
    r"\b(?:true|false|correct|incorrect|right|wrong|accurate|statements?(?! (?:describes?|defines?|fits?|matches) an?\b)|appropriate|applies|apply"
    r"|advisable|agrees?|corresponds?|complies|comply|in line with|in keeping with|consistent with|relates? to|has to do with|concerns|mentioned in"
    r"|covered by|in accordance with)\b",
    re.IGNORECASE,
)
# What may be said of anything asks for the truth where nothing but any option is asked about: what holds?
_TRUTH_OF_ANY_EN = re.compile(
    r"^(?:which|what)(?: (?:ones?|options?|answers?|statements?|sentences?)| of (?:these|the following|those)(?: [a-z]+)?)? (?:is |are |be )?"
    r"(?:describes?(?! an? )|holds?|valid|acceptable|fine|reflects?|part of|belongs? to|found in|goes with|fits?(?! for\b))\b",
    re.IGNORECASE,
)
# 年假有哪些规定？; What do the rules say about leave?: whatever there is on a subject.
_WHATEVER_ZH = re.compile(
    r"(?P<what>[^，。？：:、]{2,5}?)(?:的|方面的?|有|上有)?(?:[有是])?(?:哪些|什么|怎样的|何种)?(?:相关|有关|具体)?(?:规定|制度|说法|内容|注意事项|知识|情况)(?:是什么|有哪些|是怎样的|如何|怎么样|是)?[？?：:]?"
)
_WHATEVER_EN = re.compile(
    r"^(?P<asks>(?:what|which)\b[^,?.]*?)\b(?P<link>about|regarding|concerning|on|for|of|governing|covering"
    r"|with regard to)\b (?P<what>[^,?.]+)[?.]?$",
    re.IGNORECASE,
)
_RULES_EN = re.compile(
    r"\b(?:rules?|polic(?:y|ies)|regulations?|requirements?|handbook|says?|procedures?|guidelines?|statements?|know)\b",
    re.IGNORECASE,
)
# A case, and nothing asked of it.
_WHEN_EN = re.compile(
    r"(?:when|if|after|before|while|during|at|in|on|whenever|once|as soon as)\b[^,?:_…]*", re.IGNORECASE
)
_VERB_EN = re.compile(
    r"\b(?:is|are|was|were|must|should|may|can|will|shall|has to|have to|needs?|do|does)\b\W*(?:\w+\W*){0,3}$",
    re.IGNORECASE,
)
# Whoever, whatever, wherever: words that any question has, and that name no case.
_ANY_ZH = re.compile(
    r"员工|职工|人员|大家|我们|你们?|您|自己|认为|觉得|怎么样?|如何|怎样|办|做|处理|行动|什么|情形|情况|工作|要求|要点|注意|事项|知道|了解|重要|关键|最好|合理|合规|合法|请问?|请|回答|作答|题目|问题|根据|按照|依据|依照|结合|实际|本店"
    r"|本单位|单位|手册|材料|所学|常识|经验"
    r"|认真|仔细|阅读|以上|时候|理解|看法|选项|之一|一种|一条|一个|适用|合乎|对错|真|假|得|法|一般|通常|情况下|一下|好|必须|须|要|能|会|可以|呢|吗|么|说|讲|写|在|应|你好|您好|各位|同学|同事|老师|考生|考试|本题|此题|下面|哪里|提到|到"
    r"|过|了|都|里|上|就|这|那|其"
)
_ANY_EN = re.compile(
    r"\b(?:employees?|staff|workers?|people|persons?|one|you|your|yourself|we|us|they|anybody|anyone|somebody|everyone|should|must|may|can|could"
    r"|will|might|have|has|had|need|needs|how|why|when|where|who|whose|"
    r"did|done|doing|be|been|being|act|acting|action|thing|things|something|anything|way|ways|handle|handled|happen|happens|case|cases|situation"
    r"|situations|question|questions|decide|decision|go|goes|option|holds?|valid|fine|know|knows|known|important|good|"
    r"better|proper|properly|suitable|sensible|reasonable|fits?|match|matches|according|under|based|handbook|manual|regulations?|requirements?"
    r"|guidelines?|instructions?|procedures?|practice|says?|said|state|states|stated|"
    r"mean|means|apply|followed?|follows?|carefully|read|look|consider|considering|think|believe|opinion|view|here|there|this|that|at|in|by|from"
    r"|any|some|all|each|every|and|or|if|so|then|usually|normally|generally|"
    r"good|morning|afternoon|hello|welcome|dear|colleagues?|candidate|candidates|test|exam|quiz|work|workplace|job|duty|duties|general|only|just"
    r"|also|make|makes|take|takes|required|expected|allowed)\b|[^\w]+",
    re.IGNORECASE,
)


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
    # A statement, or a fragment, that wants nothing behind it.
    if not _OPEN_ZH.search(stem) and not _TO_BE_ENDED_ZH.search(stem):
        return True
    rest = _FRAME_ZH.sub("", _ASIDE_ZH.sub("", stem))
    frame = re.search(
        r"下列|以下|下面|说法|表述|哪一?[项个种句](?:是|[说讲做]得)?(?:正确|对|错)|选项|陈述|叙述|一[项个种条]", stem
    )
    asks_truth = _TRUTH_ZH.search(stem)
    if re.search(r"[【*“《](?:不|错误|没有)", stem) and rest:
        return False  # whoever marks the exception means to ask for it, of what is named
    subject = _SUBJECT_ZH.match(stem)
    if frame and asks_truth:
        what = subject["what"] if subject else ""
        if (
            0 < len(what) <= _MOST_SUBJECT_ZH
            and not _CASE_ZH.search(what)
            and not _left_zh(stem[subject.end() :] if subject else "")
        ):
            return True
        if len(rest) <= _MOST_TOPIC_ZH:
            return True
    whatever = _WHATEVER_ZH.fullmatch(stem)
    if whatever and not _CASE_ZH.search(whatever["what"]) and phrase_zh(whatever["what"]) == "noun":
        return True
    return bool(_BARE_TOPIC_ZH.match(stem) and not _SAYS_OF_ZH.search(stem)) or not _left_zh(stem)


def _left_zh(text: str) -> str:
    """Return what a Chinese text names beside the words that any question has."""
    return re.sub(r"\W", "", _ANY_ZH.sub("", _FRAME_ZH.sub("", _ANY_ZH.sub("", text))))


def _nothing_en(stem: str) -> bool:
    rest = [word for word in _FRAME_EN.sub(" ", stem).split() if len(word) > 1]
    last = re.split(r"(?<=[.!?])\s+", stem)[-1]
    # A statement that wants nothing behind it.
    if stem.endswith((".", "!")) and not _STATED_EN.search(last) and not re.search(r"[?_…]|\.\.\.", stem):
        return True
    whatever = _WHATEVER_EN.match(stem)
    if (
        whatever
        and (whatever["link"].lower() in ("about", "regarding", "concerning") or _RULES_EN.search(whatever["asks"]))
        and not _left_en(whatever["asks"])
        and _only_names(whatever["asks"])
    ):
        return _only_names(whatever["what"])
    if _WHEN_EN.fullmatch(stem) and not _VERB_EN.search(stem):
        return True
    subject = _SUBJECT_EN.match(stem)
    if subject and not _left_en(subject["rest"]):
        return _only_names(subject["what"])
    asks_truth = _TRUTH_EN.search(stem) or _TRUTH_OF_ANY_EN.search(stem)
    if asks_truth and len(rest) <= _MOST_TOPIC_EN and "____" not in stem and len(stem.split(". ")) == 1:
        return len(content_words(" ".join(rest), "en")) <= _MOST_TOPIC_EN and not re.search(
            r"\b(?:when|if|after|before|while|how|why|whom?)\b", stem, re.IGNORECASE
        )
    return (
        (bool(_BARE_TOPIC_EN.match(stem)) and len(stem.split()) <= _MOST_TOPIC_EN + 1)
        or not _ASKS_EN.search(stem)
        or not _left_en(stem)
    )


def _only_names(subject: str) -> bool:
    """Tell whether an English subject is short, and says no case."""
    case = re.search(r"\b(?:when|if|after|before|while|who)\b", subject, re.IGNORECASE)
    return len(subject.split()) <= _MOST_SUBJECT_EN and case is None


def _left_en(text: str) -> list[str]:
    """Return what an English text names beside the words that any question has."""
    return [word for word in _ANY_EN.sub(" ", _FRAME_EN.sub(" ", text)).split() if len(word) > 1]
