"""An item stands by itself: nothing in it points to what the candidate cannot see.

Why: 前款, 其 and "the above" are at home in the rule they were copied from; in a paper nobody knows what they mean.

Warns (LNT021). Fails: 前款规定的时限是几小时？ 其应当怎么做？ How long must it be kept? Passes: 投诉登记表保存几年？ and a word
that points to something in the same stem: 一名员工迟到三次。该员工……

Source: Haladyna, Downing & Rodriguez (2002), guidelines 3 and 14: keep items independent of one another; clear stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

CODE = "LNT021"
_ELSEWHERE_ZH = re.compile(
    r"(?:[前本]|前[一二两三]|(?<![递穿戴铺贴放盖挂加附送换系套披搭垫奉端捎带])上[一二两三]?)[款条项目]|[本前上该](?:章|节|规定|办法|制度|细则)(?=第)|上文|下文|(?:如|像)?[前上](?:面|文|边)?所[述说提讲]|前文"
    r"|如[下上右左]?图|[上下右左]图|图[中示](?=[所的，])|图示|见图|[下上左右]表(?![面示])|^同上|[前后]一[种类项个](?=情|行|做|规)|^(?:据|由)此"
    r"|本办法(?!》)|前[一二三]?[句题]|上[一]?题"
)
_BACK_ZH = re.compile(
    r"(?<![\d天年月日时周次个人名岁米度级元钟分成%数])以上(?=[一二两三四五六几][种个条项类点])|上述|前述|上面(?=[的所提])|以上(?=[情规做行人员要各条所内材表单])"
)
_THIS_ZH = re.compile(
    r"^(?:[“「])?(?:(?:按照?|依照?|根据)[^，,。]{0,6}?规定[，,]?|如果|当|若|对于?|遇到|遇上|碰到|碰上|面对|发生|出现|由|在|须|应当?|必须|请问|关于|下列|[，,])*"
    r"(?:其(?![中他它余实间次])|该(?!当)|此(?!外)|这(?!样)|那(?!么)|上述|前述|他们?(?!人)|她们?|它们?|后者|前者|两者)"
)
_MIDDLE_ZH = re.compile(
    r"(?:^|[，,；;])(?:须|应当?|必须|要|可以?|不得|由|将|把|对|向|在|经)?(?:其(?![中他它余实间次])|该(?!当)(?=[表单款项事员申情报]))"
)
# 在大厅当班时，其应当……: who is on duty nobody said; the clause before names none of us.
_SUBJECT_ZH = re.compile(
    r"^(?:(?!员|经理|主管|同事|保安|司机|前台|新人)[^，。；？！]){2,20}[时后前][，,](?P<word>其|该[一-龥]{1,2}?)(?=应|必须|须|可以|不得|要|不能|会)"
)
_THAT_ZH = re.compile(r"^(?P<said>[^。；？！]*?)(?<![应活])该(?P<noun>(?!当|如何|怎|由|向|在|给|先|做|不)[一-龥]{2})")
# 由谁保管这些钥匙？ 随后应做什么？: what was said before, where nothing was.
_DEMONSTRATIVE_ZH = re.compile(
    r"(?P<word>(?:这|那|此)(?:种|类|些|个|位|名|项|件|笔|次|张|份|一)|上列|前列)(?![天日年月周季]|星期|时段|问题|班次)"
)
_AFTER_ZH = re.compile(
    r"^(?:随后|之后|此后|然后|接下来|接着|届时|当时|于是|否则|同样|另一|其余|其他人|下一步|除此|遇此|为此|对此|如此)"
)
_FEW = 7
_HALF_LINE = 12
_PER_ZH = re.compile(r"[一-龥]")
# All begin at a word, which is looked for once.
_ELSEWHERE_EN = re.compile(
    r"^(?:"
    r"(?:in (?:this|that|such|these|those)(?: an?)? (?:case|event|situation|circumstance|instance)s?|(?:at|from) (?:this|that) (?:point|moment|stage"
    r"|time)|on (?:that|this|such an) (?:occasion|day))\b|(?:after|before) that,|then\b(?! and)"
    r")"
    r"|\b(?:"
    r"(?:the|this|that) (?:person|employee|staff|form|document|party|case|period|item|rule|record|step|place|time|customer|visitor|\w+) (?:mentioned"
    r"|referred to|described|just (?:named|mentioned))\b(?! (?:in|on|by|at|to|as)\b)"
    r"|(?:under|by|in|according to|pursuant to|for) (?:that|those|these|such|(?:the )?said) (?:articles?|sections?|paragraphs?|clauses?|provisions?"
    r"|polic(?:y|ies)|procedures?|regulations?|requirements?)\b"
    r"|(?:the|this|that) (?:foregoing|above|aforementioned|aforesaid|above-mentioned) (?:\w+ )?\w+"
    r"|(?:the|this|that) (?:preceding|previous) (?:two |three )?(?:articles?|sections?|paragraphs?|clauses?|chapters?|sentences?|questions?|items?"
    r"|provisions?|rules?|points?|steps?|regulations?|subsections?|statements?)\b"
    r"|this (?:article|section|paragraph|clause|chapter|policy|rule|handbook|procedure|regulation|provision|subsection|document)\b"
    r"|(?:as|mentioned|stated|described|listed|set out|referred to|said) (?:mentioned |stated |described )?(?:above|before(?=[,.?])|earlier|previously"
    r"|below)(?!\w)|(?:above|afore)-?(?:mentioned|said|named)\b|said (?:person|employee|form|document|party|staff|complaint|period)\b"
    r"|(?:paragraph|article|section|clause|item) (?:above|below)\b|(?:in|on|from|by) (?:the|this) (?:picture|photo(?:graph)?|figure|diagram|image)\b"
    r"|(?:in|on|from|by) this (?:chart|drawing|plan)\b|the (?:table|list|figure|text|passage|example) (?:above|below)\b|the same\?|as shown\b"
    r"|shown (?:above|below|here)\b|the above\b|(?:before|after|by|until|since|besides) that(?= (?:must|should|may|can|is|are|does|do|has)\b|[,?.]|$)"
    r"|thereof\b|hereof\b|herein\b|the (?:former|latter)\b|the (?:preceding|foregoing)\b|in (?:the )?(?:previous|preceding) (?:question|item)\b"
    r"|the same (?:article|paragraph|section)\b"
    r")",
    re.IGNORECASE,
)
_PRONOUN_EN = re.compile(
    r"^(?:[“\"])?(?:(?:according to|under) (?:the )?(?:company )?(?:rules|policy|handbook),? |if so,? |when |if "
    r"|after |before |by whom |to whom |in such (?:a )?cases?,? )?"
    r"(?:(?:how(?: (?:long|often|many \w+|much|soon|far|quickly|early))?|when|where|why|what|who|to whom|by whom"
    r"|which (?!of\b)\w+|by when|within (?:what|how many) \w+|in which \w+)\s+)?"
    r"(?:(?:must|should|may|can|shall|will|does|do|did|is|are|was|were|has|have|could|would)\s+)?"
    r"(?:(?P<it>it)|they|he|she|them|him|these(?! days| rules)|those(?! who| with| of)|such(?! as)|this(?! is (?:how"
    r"|what|why|the))|that(?= (?:person|employee|form|period|time|case|must|should|is|may))|its|their|his"
    r"|her)\b(?P<rest>.*)"
)
# These people, at that moment, either of the two hazards, the papers already listed, where nothing was said before.
_POINTS_EN = re.compile(
    r"\b(?:(?:these|those) (?!who\b|that\b|which\b|of\b|with\b|in\b|days\b|two\b|three\b|four\b|five\b|six\b|is\b|are\b|words\b|must\b"
    r"|should\b|may\b)[a-z]+"
    r"|(?:at|in|on|by|for|of|to|from|with|before|after|during|under|until|into) (?:that|this) (?!is\b|are\b|the\b|an?\b|all\b|kind\b|sort\b|type\b)[a-z]+"
    r"|(?:either|neither|one|both|any|each|all) of the (?:two|three|four|five) [a-z]+"
    r"|(?:already|previously|just|earlier) (?:listed|mentioned|named|described|given|stated|noted|discussed|quoted)|such an? (?!way\b)[a-z]+|the others?\?"
    r"|the other (?:one|two|person|side|party)\b|(?:then|there|afterwards|thereafter|meanwhile|otherwise)\?$|(?:in )?doing so\b|(?:that"
    r"|this) (?!way\b|year\b|week\b|month\b)[a-z]+(?=\?$)|^(?:what|who|whom|where) else\b|the said [a-z]+"
    r"|(?:must|should|may|shall) (?:that|this) be\b|^the same\b(?! (?:key|form|person|rule) (?:as|that))|^which of the (?:two"
    r"|three)(?= (?:is|are|must|should|may|has|comes|goes)\b)"
    r"|^what (?:is|comes) (?:the )?next(?: step)?\?)",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:which|what|who|all|each|any|none|one|some|how many|pick|choose|select|tick|mark|of|among|between"
    r"|are|read|match|put|sort|arrange|in)(?: of| from| with| the)? (?:these|those)\b"
    r"|\b(?:in|by|with) this (?:way|order)\b"
    r"|\b(?:this|these) (?:year|month|week|morning|afternoon|evening|company|firm|hotel|hospital|school|shop|site|building|plant"
    r"|statements?|questions?|options?|answers?|sentences?|steps)\b",
    re.IGNORECASE,
)
# A short question that asks of "it" and names nothing: Who approves it?
_OBJECT_EN = re.compile(
    r"^(?:who|what|when|where|how|why)(?: \w+){1,3} (it|them|him|her|this|these|those)[?.]?$"
    r"|^(?:who|what|when|where|how|why)(?! is\b| was\b| does\b| do\b| did\b| will\b| makes\b| finds\b| would\b)(?: [a-z]+(?:s|ed|es))+ (it|them"
    r"|him|her)\b.*$"
    r"|^(?:who|what|when|where|how|why)(?: \w+){1,6} (?:of|for|with|to|from|about) (?:it|them)[?.]?$",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\s*(?:['’]s|is|was|will be|may be|has been)\s+(?:\w+ ){0,3}?(?:to|that|for|if|when|whether|\d|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|raining|dark|late|noon|time|who)\b|\s*takes\b|\s*rains\b"
    r"|\s*(?:['’]s|is) (?:a|an|the|one|two|three|half|five|ten|nearly|almost|about|early|mid)\b",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a stem or an option that leans on what is not there."""
    mend = Message("写明所指的人、事或规定", "name what is meant")
    word = _dangling_zh(view) if view.lang == "zh" else _dangling_en(view)
    if word:
        yield view.at_stem(Message(f"“{word}”所指不明", f"nothing shows what “{word}” means"), mend)
    for i, choice in enumerate(view.choices):
        word = _elsewhere(choice.text, view.lang)
        # "All of the above" and its kin are another rule's business.
        if word and not re.search(r"of the above|\babove\b", choice.text, re.IGNORECASE):
            yield view.at_option(i, Message(f"“{word}”所指不明", f"nothing shows what “{word}” means"), mend)


# The same options come up for item after item.
@lru_cache(maxsize=16384)
def _elsewhere(text: str, lang: Lang) -> str | None:
    """Return the words of an option that point to another place of the rule it was taken from."""
    match = (_ELSEWHERE_ZH if lang == "zh" else _ELSEWHERE_EN).search(text)
    return match and match[0]


def _dangling_zh(view: View) -> str | None:
    stem = view.stem
    match = _ELSEWHERE_ZH.search(stem)
    if match:
        return match[0]
    back = _BACK_ZH.search(stem)
    if back and not view.before and not re.search(r"[。；，！？：]", stem[: back.start()]):
        return back[0]
    this = _THIS_ZH.match(_unquoted(stem))
    if this and not view.before:
        return this[0][-2:] if len(this[0]) > 1 else this[0]
    # 须在几天内将其交回: 其 with nothing but particles before it.
    subject = _SUBJECT_ZH.match(stem)
    if subject and not view.before:
        return subject["word"]
    that = _THAT_ZH.search(stem)
    if that and not view.before and not (that["noun"] in that["said"] or len(_PER_ZH.findall(that["said"])) > _FEW):
        return f"该{that['noun']}"
    pointed = _DEMONSTRATIVE_ZH.search(stem)
    if (
        pointed
        and not view.before
        and not re.search("[，。；：！？“]", stem[: pointed.start()])
        and pointed.start() < _HALF_LINE
    ):
        return pointed["word"]
    after = _AFTER_ZH.match(stem)
    if after and not view.before:
        return after[0]
    middle = _MIDDLE_ZH.search(stem)
    if middle and not view.before and len(_PER_ZH.findall(stem[: middle.start()])) < 5:
        return middle[0][-1]
    return None


def _unquoted(stem: str) -> str:
    """Return the stem, or what it quotes where it begins by saying where from: 《…》规定：“…”."""
    quoted = re.match(r"《[^》]+》.{0,20}?规定[：:]\s*“(.+)", stem, re.DOTALL)
    return quoted[1] if quoted else stem


def _dangling_en(view: View) -> str | None:
    match = _ELSEWHERE_EN.search(view.stem)
    # A case tells its story first: what was said above stands above.
    if match and not (
        re.search(r"\babove\b", match[0], re.IGNORECASE)
        and (view.before or re.search(r"[.!?]\s", view.stem[: match.start()]))
    ):
        if (
            re.fullmatch(r"(?:the (?:former|latter))", match[0], re.IGNORECASE)
            and view.stem[: match.start()].count(" ") > 4
        ):
            return None
        return match[0]
    said = re.match(r"“[^”]+”(?:, “[^”]+”)? says: “(.+)", view.stem, re.DOTALL)
    stem = said[1] if said else view.stem
    pronoun = _PRONOUN_EN.match(stem[:1].lower() + stem[1:])
    object_of = _OBJECT_EN.match(stem)
    points = _POINTS_EN.search(stem)
    # These indicators, with these weights: …: what is meant follows.
    if points and not view.before and ":" not in stem[points.end() :] and not _OFFERED.search(stem):
        told = stem[: points.start()].lower()
        if not re.search(r"[,.;:!?“”]", told) and points[0].split()[-1].lower().rstrip("?s") not in told:
            return points[0]
    if object_of and not view.before:
        return object_of[1] or object_of[2] or object_of[0].rstrip("?.").split()[-1]
    if pronoun and not view.before:
        if pronoun["it"] and _EXPLETIVE.match(pronoun["rest"]):
            return None
        return stem[: pronoun.start("rest")].split()[-1]
    return None
