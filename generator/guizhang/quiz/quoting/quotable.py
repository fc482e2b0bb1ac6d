"""What of a rule can be quoted by itself: whole sentences that lean on nothing and point nowhere else.

Rules taken over from documents have more that cannot: rows of tables, lines cut in two, answers without their question,
two languages in one field. Nothing is asked of those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quiz.quoting.texts import SIGN
from guizhang.zh.quotations import CLOSING, split

# A sentence that starts with one of these leans on the sentence before it.
_LEANS = {
    "zh": re.compile(
        r"(其|该|此|这|那|上述|前述|他|她|它|自己|同时|但|并|否则|因此|也|再|仍|逾期|到期|超过|不足|期满|另|"
        r"以上|以下|确实|没有听清|到货|复核后|提交前|事情办完|其餘|該|並|這|违反的|违者|違反者|違者|第[二三四]次"
        # A fine, and what it is for said before: 每发现一次，各罚款100元.
        r"|(?:每|一?[经經])?(?:[发發][现現]|查[实實出获獲处處到])(?:(?:一|1)[次例起])?(?:[后後者]|的)?[，,]?(?:[将將]|均|各|一律|[给給]予|[处處视視罚罰扣])"
        # Nor what whoever did not do as told has to pay: 当班人员未做到者每次处以200元罚款.
        r"|(?:如果?|若|凡|对|對)?(?:(?:当班|當班|值班|有关|有關|相关|相關|责任|責任|当事|當事|以上|上述)?(?:人员|人員|员工|員工|人|者)?)(?:如果?|若)?(?:第[一二三四]次|每次|再次)?"
        r"(?:违规|違規|违反(?:规定|制度)?(?=[，者的]|[给給予处處罚罰扣])|未(?:能)?做到|做不到|[不未]按(?:规定|規定|要求|本制度)(?:执行|執行|做)?(?=[，者的其]|[给給予处處罚罰扣])|[不未]执行)"
        r"(?:其中[一任]?[项項条條]?|之一)?(?:者|的|人员|人員)?，?(?=[^。；：]{0,16}[罚罰扣处處记記][^。；：]{0,12}(?:______|\d|[一二两三四五六七八九十百]+[元分]))"
        r"|情[节節](?:[严嚴较較特轻輕])(?=[^。；：]{0,12}(?:______|\d|[一二两三四五六七八九十百]+元))|(?:各|均|一律|每次|一次)?[处處]?以?(?:罚款|罰款|扣[罚罰款发發])(?:______|[\d一二两三四五六七八九十百]))"
    ),
    "en": re.compile(
        r"(It|They|This|These|That|Those|He|She|But|Otherwise|Such|The same(?! \w+ (?:may|must|can|shall) [^.]*\b(?:once|twice|again|times)\b)|Then|If not|"
        r"If so|If that|If they|If it|Next(?=,)|Finally|Lastly|"
        r"Afterwards|Secondly|Thirdly|Both|Either|Neither|In that|In this|Until then|After that|Thereafter|Also|So|What they|Beyond|Each of|"
        r"From then|"
        r"Before handing it|The three|Before doing so|Until they|Having|If there is still|After the handover|Any other|"
        r"Other staff)\b"
    ),
}
_PEOPLE = re.compile(
    r"\b(?:staff|wom[ae]n|m[ae]n|any(?:one|body)|every(?:one|body)|no(?:body|t)|people|who|whoever|members?|\w+(?:er|or|ee|ist|gue)s?"
    r"|agents?|assistants?|consultants?|clients?|clerks?|hosts?|departments?|company|human resources)\b",
    re.IGNORECASE,
)
# Within 7 days thereafter, you will also be charged: after what, and besides what, the sentence before says.
_BESIDES = re.compile(
    r"\b(?:within|in|after) [^,.;]{1,20} (?:thereafter|afterwards)\b|^You (?:will|shall|must|may) also\b"
)
# The nurse keeps it locked: what, the sentence before says; staff who break a plate report it: the plate.
_REFERS = re.compile(
    r"\b(?:it|they|them|these|those|this (?:is|was|must|may|will|shall))\b(?! (?:who|that|which|in|on|of|with)\b)",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?<!no )(?<!any )(?:less|shorter|longer|fewer|further|another)\b (?!notice is\b|than\b|or\b)[a-z]+",
    re.IGNORECASE,
)
_NAMED_THING = re.compile(
    r"\b(?:the|an?|any|every|each|all|no|your|our|their|his|her|two|three|\d+)\b|\b(?:staff|anyone|anybody|everyone|nobody|somebody)\b"
    r"|(?:^|\b(?:of|with|for|in|on|to|and|or|from|if|when|where) )[a-z]{3,}s\b",
    re.IGNORECASE,
)
_NAMES_RULES = re.compile(r"It is (?:\w+ly )?(?:prohibited|forbidden)\b|These rules\b")
# Above 2 metres, below the rim, above that limit: compared, and pointing nowhere. The day before is no place either.
_COMPARED = (
    r"(?! (?:(?:the|an?|any|all|every|each|their|his|her|its|your|our) [a-z]|[$€£¥\d]|______|\$\{|(?:RMB|USD|GBP|EUR|HKD|CNY) ?\d"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|half|minus)\b"
    r"|(?:zero|freezing|average|normal|head|eye|knee|shoulder|waist|chest|ankle|ground|floor|sea|deck|ceiling|sprinklers?|target|par)\b))"
)
# 400 mm below lamps; 85 dB or above, grade 5 and above are limits.
_NO_DISTANCE = r"(?<!\d mm )(?<!\d cm )(?<!\d m )(?<!metres )(?<!inches )(?<!feet )(?<!\bor )(?<!\band )"
_A_TIME = (
    r"(?! (?:[a-z]+ |\d+ ){0,2}(?:(?:mid)?day|night|week|weekend|workweek|month|quarter|year|morning|afternoon|evening|shift|term|season"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?\b)"
)
# References that mean nothing away from their place in the regulation.
_DANGLES = re.compile(
    r"前款|前条|前項|前條|前项|上述|前述|本条|本款|本项|下列|如下(?!：.{6})|"
    rf"\bthe (?:preceding|previous|above|following)\b{_A_TIME}|(?<!the )(?<!\bor )(?<!\band ){_NO_DISTANCE}\b(?:above|below)\b{_COMPARED}|"
    r"以下[\d一二三四五六七八九十]+[项件条]|这一(?:次数|期限|金额|比例|数量)|^有关事项|\bthese \d+\b|\bas follows\b(?!: ?\S)|\bset out here\b|"
    r"\bthis (?:number|limit|period|amount)\b|\bsuch an? \w+ shall\b|\bsuch a conflict\b|"
    r"^If (?:it|they|so|not)\b|[见見][下附]表|以上各|受影响的客户|^按《[^》]+》第[^，]+条，|\bhow it (?:will|is|was)\b"
    r"|^违反的|^違反者|^违者|^違者|[如按]下表|[见見]附件|"
    r"^(?:比如|例如|譬如)|\bQ\d|\d、\d+[两三四兩]?项"
    r"|[按照依见違违反合]\s?(?:\d+\.\d+(?![\d%‰])(?![元米克度倍万千])|[一二三四五六七八九十]+、\d)"
    r"|\bwho disagrees may\b|\bsome other way\b|\banything else\b"
)
# Up to $25, and whatever is above that: the figure stands beside it.
_ABOVE_THAT = re.compile(r"((?:\d|______|\}).*?) (?:above|below) (?:that|this)\b", re.DOTALL)
# A number of another article, unless the law or the rules it stands in are named in front of it.
_ELSEWHERE = {
    "zh": re.compile(r"(?<![》、和或及至条條])第 ?[\d一二三四五六七八九十百]+ ?[条條款项項章](?!件)"),
    "en": re.compile(
        r"\b(?:[Aa]rticle|[Ss]ection|[Cc]lause|[Rr]ule|paragraph)s? \d[\d.]*(?![\w ,.]* of (?:the\b|“))"
        r"|\b(?:Part|Schedule|Annex|Appendix) [A-Z\d]+\b|\bsee Q\d|\b\d+(?:\.\d+)+\([a-z\d]+\)"
        r"|\b(?:see|under|breach of|accordance with) \d+(?:\.\d+)+\b"
    ),
}
# What is other than something has to be said beside it: 其他员工 alone begins nothing.
_OTHER = re.compile(r"(?P<behind>^|[。；：，]|替他人存放)其[他它](?P<who>[一-龥]{0,2})|以其他方式")
# 新教师每周两节，其他教师每月两节: others than those whom the sentence has named.
_SOMEBODY = re.compile(
    "教[师師]|[学學]生|[会會][员員]|客[人户戶]|[顾顧]客|[员員]工|人[员員]|[经經]理|主任|[组組組]?[长長]|部[门門]|[门門]店|[岗崗]位"
)
_POINTS_BACK = re.compile(
    rf"前款|前条|前项|上述|前述|本条|本款|\bthe (?:preceding|previous|above)\b{_A_TIME}|{_NO_DISTANCE}\babove\b{_COMPARED}|\bthis article\b",
    re.IGNORECASE,
)
# What an introduction says of the list behind it.
_FORWARD = re.compile(
    r"下列|如下|依次|以下[\d一二三四五六七八九十]*|\bthe following\b|\bthese\b|\bas follows\b|\bin this order\b"
    rf"|{_NO_DISTANCE}\bbelow\b{_COMPARED}"
)
_MOST: Mapping[Lang, int] = {"zh": 150, "en": 420}
_FEWEST_HAN = 4
_HAN = "\u3400-\u9fff"
_BLANKED = r"(?:______|\$\{)"
_TIME = r"\d{1,2}(?:[:：]\d\d|[点點日时時號号])"
_TO_TIME = rf" ?[至到—–~～-]+ ?(?:[次翌隔][日晨天]|第二天|凌晨|[上下]午|晚上?)?{_TIME}(?:半|整|\d+分)?"
# A row of a table, a line that is the rest of another, text of the other language or of both, a mark at the margin.
_BROKEN = {
    "zh": re.compile(
        rf"`|\*\*|{SIGN.pattern}"
        r"|\t| {2,}|[|｜]|^[A-Za-z]{3,}\s*[:：]|[a-z]{3,}.*[^A-Za-z][a-z]{3,}|.[○□■●◆★]|＿＿|[：:][。；]|^[，。；：、）”]"
        rf"|^(?:{_BLANKED}|[\d.,:]+)[^，。；\s{_HAN}]?[{_HAN}%]{{0,3}}(?:，|以后|之后|后未|开始)"
        r"|^(?:______|\d+)[—–~-]|\d[.,] ?______"
        r"|^[满滿][\d一二三四五六七八九十半]+(?:年|个月|個月)[\d一二三四五六七八九十]+[天日]"
        rf"|^[满滿]______[^，。；]{{0,4}}。|^[满滿][^，。；]{{2,6}}______。"
        rf"|\d (?:day|hour|minute|week|month|year)s?\b|[{_HAN}] ?(?!email|wifi)[a-z]{{4,}}\b"
        # A word got lost before the blank (接打私人 不得超过5分钟), or a number: 保存小时，时间到满方可倒掉.
        rf"|[{_HAN}] (?:不[得准许許能可]|[应應][当當]?|必?[须須]|可以)"
        r"|(?:保存|存放|留足|保留|超过|不少于|不低于|至少)(?:小时|分钟|毫升|公斤|克(?![扣服])|米|元(?!旦))"
        rf"|______[末底初中旬]|[{_HAN}][a-z]{{3,}}[，。；]"
        # 每天9:00开晨会 is a sentence; 每天8小时, 每人50元 are none.
        rf"|^每[天日月年次人](?!(?<![次人])(?:______|\$\{{\w+\}}|{_TIME}(?:{_TO_TIME})?)(?:[^，。；]{{0,2}}[{_HAN}]{{4,}}|，[^。；]*[{_HAN}]{{4,}}))"
        rf"(?:{_BLANKED}|[\d一二三四五六七八九十百半])"
        rf"|[A-Za-z]+(?:[ ,]+[A-Za-z'’-]+){{2,}}|^[^{_HAN}]*$"
    ),
    "en": re.compile(
        # Lines in one: Stage 1 - Verbal warning Stage 2 - Written warning.
        rf"`|\*\*|{SIGN.pattern}|\b(?P<grade>Stage|Step|Level|Phase|Grade) \d+ ?[-–:].*\b(?P=grade) \d+ ?[-–:]"
        rf"|[A-Za-z]~|~[A-Za-z]|^(?:When|If|Where|While|Unless)\b[^,]{{0,50}}\.$|\t| {{2,}}|[|]|[{_HAN}]"
        r"|: ?[.;]$|^[a-z,;.)]|^(?:______|[\d.,]+) (?:\w+ )?(?:an?|the)\b"
    ),
}
_RULES_EN = "(?:policy|policies|rules?|regulations?|handbook|procedures?|document|code|guidelines?|standards?|manual)"
# What rules say of themselves: from when they hold, what for, and who explains them. Nobody needs to know that by heart.
_OF_ITSELF = re.compile(
    r"^本[^，。]{1,6}自[^，。]{2,14}(?:施行|实施|执行|生效|试行|試行)"
    # 本制度经批准后生效 says that of itself; 请假经批准后生效 is a rule.
    r"|(?:起|之日|(?:发布|公布|颁布|印发|下发|签发|通过)[之以]?后)(?:正式)?(?:施行|实施|執行|执行|生效|試行|试行)"
    r"|^[本此][^。]*[后後](?:正式)?(?:施行|实施|執行|执行|生效|試行|试行)|修正時亦同|本[^，。]{2,4}由[^，。]{2,12}执行"
    # What is explained to a customer, or never was (无合理解释), says nothing of the rules.
    r"|(?:负责|負責)(?:解释|解釋)(?:[。，]|[和与與及并並])|(?:解释|解釋)(?:权|權)|^[本此][^。，]*(?:解释|解釋)(?:[。，]|[和与與及并並])"
    r"|由[^，。向对對]{2,12}(?:负责|負責)?(?:解释|解釋)(?:[。，]|[和与與及并並、])"
    r"|^本[^，。]{1,6}(?:依|依据|依據|根据|根據|按照)[^，。]{2,40}(?:订定|訂定|制定|制订|訂立|拟定|擬定)"
    r"|^(?:本[^，。：]{0,6})?(?:有效|[执執]行|施行|[实實]施|[试試]行|[适適]用)?(?:期限|期)：|(?:制定|訂定|制订|编写|編寫)(?:本|此)|(?:适用|適用)[于於]?本|^本[^，。]{2,4}(?:适用|適用)"
    # Nor that other rules hold where these do not, or say something else.
    r"|^本[^，。]{0,4}(?:规定|办法|制度|手册|细则|规范|守则|规程)(?:(?:没有|未)[^，。]{1,6}|与[^，。]{2,20}(?:不一致|抵触))的，|未尽事[宜项]"
    # What the rules are for.
    r"|^(?:[为為]了?)?(?:进一步|進一步)?(?:[规規][范範]|加[强強]|健全|完善|明[确確]|提[高升]|促[进進]|[树樹]立)[^，。；：]*"
    r"(?:[，；、](?:[规規][范範]|加[强強]|保[证證障]|[确確]保|[维維][护護]|防止|杜[绝絕]|健全|完善|明[确確]|提[高升]|促[进進]|[树樹]立|使)[^，。；：]*)+。$"
    rf"|^(?:The )?(?:purposes?|aims?|object(?:ive)?s?) of (?:this|these|the) {_RULES_EN}\b"
    rf"|^(?:This|These) {_RULES_EN} (?:aims?|seeks?|exists?|(?:is|are) (?:intended|meant|designed)) "
    # What staff sign at the end is no rule either.
    r"|^(?:[^，。；：]{1,6}[：:])?(?:本人|兹)[^，。]{0,6}(?:收到|收悉|阅读|閱讀|知悉|了解|承诺|承諾|声明|聲明|确认|確認|同意|保证|保證)"
    r"|^I (?:hereby |have |the undersigned )*(?:receive|read|acknowledge|confirm|agree|undertake|declare|understand)"
    r"|(?<!\bleave )\b(?:takes? effect|comes? into (?:force|effect)|effective from)\b"
)
_PURPOSE = re.compile(
    r"(?:[编編]?制定?|制[订訂])?(?:本[^，。]{1,4})?(?:目的|宗旨|目[标標])(?:[和与與及、](?:意[义義]|依[据據]|宗旨))?"
    r"|(?:purposes?|aims?|objectives?|goals?)(?: and (?:aims?|objectives?|purposes?))?",
    re.IGNORECASE,
)
_LAYS_DOWN = re.compile(r"[应應须須]|必[须須]|不得|禁止|\b(?:must|shall|may|cannot|required)\b")
# What another rule says more of: that it does is no part of this one.
_SENT_ON = re.compile(r"，?(?:并)?(?:见|適用|按)《[^》]+》(?:的[‘“][^’”]+[’”]一条)?。$")
# 操作流程详见附件一.
_ANNEX = re.compile(
    r"[（(]?[^，。；：]{0,12}(?:[详詳]细?|參|参|具体)?[见見参閱阅](?:本[^，。；]{1,6})?附[件表录錄图圖][^，。；]{0,10}。"
)
_ELSE = re.compile(
    r"[”’]一条|另有规定|从其规定|[按见]《|(?:遵守|符合)《|第 ?[\d一二三四五六七八九十百]+ ?[条條款]|\barticle [“‘]|[”’] in [A-Z]"
    r"|\brules of its own\b|\bunder [A-Z]|\bin [A-Z]\w+ [a-z]+\.?$|\b(?:[Ss]ection|[Cc]lause|Schedule|Annex|Appendix|Part) [\dA-Z]"
)
# What it is that is kept for three years, the sentence before says.
_PRONOUN = re.compile(r"(?:It|They|This|These|That|Those|He|She)\b|[该此这那他她它該這]")
# A question lays nothing down: 租客要转租，可以吗？
_ASKS = re.compile(r"[？?]$|[吗嗎]。?$")
_IF_IT = re.compile(r"(?:\S+ ){0,5}(?:if|where|when) (?:it|they)\b")
# A heading at the head of its line: Annual leave. You have 20 days a year.
_ITS = re.compile(r"(?:(?!(?:the|an?|any|every|each|all|no)\b)[\w'-]+ ){0,3}its?\b", re.IGNORECASE)
# Wait for written consent: what for, the heading or the step before says.
_BIDS = re.compile(
    r"(?:Apply|Ask|Book|Bring|Call|Check|Clean|Close|Complete|Contact|Do|Empty|Enter|Fill|Give|Hand|Hold|Keep|Leave|Let|Lock|Log"
    r"|Make|Move|Note|On completion|Open|Place|Press|Put|Read|Record|Remove|Report|Return|Ring|Rinse|Scrub|Send|Sign|Speak"
    r"|Start|Stop|Store|Submit|Switch|Take|Tell|Turn|Use|Wait|Wash|Wear|Wipe|Write)\b"
)
_RUN_IN = re.compile(r"^[A-Z][A-Za-z]+(?: [a-z]+){0,3}\. (?=[A-Z])")
_JOINED: Mapping[Lang, str] = {"zh": "", "en": " "}
# Behind a quotation the sentence may go on, with another or without: 说“您好！”并微笑.
_SENTENCES = {
    "zh": re.compile(
        rf"[。！？](?![{CLOSING}])"
        rf"|[。！？][{CLOSING}]+(?![{CLOSING}，、；：。！？）“‘「『\"']|\s|并|然后|再|后|而|且|及|和|与|或|的|时|等|之|来|以|作|为|是|这|字样)"
    ),
    "en": re.compile(
        rf"[.!?](?=\s+[A-Z“‘\"'])|[.!?][{CLOSING}]+(?=\s+[A-Z])"
        # Up to £100: line manager. £100 to £1,000: department head. But not: approx. £5.
        r"|(?<=[a-z]{4})(?<!prox)\.(?=\s+[£€$]\d)"
    ),
}
_ENDED = re.compile(r"[。！？；…”’）).!?]$")
# The mark of an answer in a list of questions: what it answers is named as its heading.
_ANSWER = re.compile(r"^(?:A|答|回答)[\d.]*\s*[：:]\s*")


_TOO_LONG = Message("太长，一道题里引不下", "it is too long to be quoted in an item")
_TORN = Message(
    "不是一种语言的完整句子（表格的行、断开的行、没有合上的括号、混着另一种语言）",
    "it is no whole sentence of one language (a row of a table, a line cut in two, an open bracket, words of the other)",
)
_QUESTION = Message("是问句，没有规定什么", "it is a question and lays nothing down")
ITSELF = Message(
    "只说本规定何时施行、为什么制定、由谁解释", "it only says from when the rules hold, what for or who explains them"
)


def unquotable(text: str, lang: Lang) -> Message | None:
    """Return why a text cannot be quoted alone, whatever it stands beside; ``None`` where it can."""
    if too_long(text, lang):
        return _TOO_LONG
    if broken(text, lang):
        return _TORN
    if asks(text):
        return _QUESTION
    return ITSELF if of_itself(text) else None


def asks(text: str) -> bool:
    """Tell whether a line asks something."""
    return _ASKS.search(text) is not None


def hardly_says(text: str) -> bool:
    """Tell whether a line has too few words to say anything by itself (成交人40%)."""
    return len(re.findall(rf"[{_HAN}]", text)) < _FEWEST_HAN and not re.search("[A-Za-z]", text)


def begins_with_pronoun(text: str) -> bool:
    """Tell whether a line begins with a word for what stands before it."""
    return _PRONOUN.match(text) is not None


def ended(text: str) -> bool:
    """Tell whether a line ends as a sentence does; one that does not goes on in another."""
    return _ENDED.search(text) is not None


def has_heading(text: str) -> bool:
    """Tell whether an English line begins with a heading."""
    return _RUN_IN.match(text) is not None


def run_in(text: str) -> str:
    """Return the heading an English line begins with, without its stop; empty where there is none."""
    found = _RUN_IN.match(text)
    return found[0].rstrip(". ") if found and not _BIDS.match(text) else ""


def bids(text: str) -> bool:
    """Tell whether an English line bids the reader do something, in a case that its heading or the step before it names."""
    return _BIDS.match(text) is not None


def without_mark(text: str) -> str:
    """Return an answer without the mark that says it is one."""
    return _ANSWER.sub("", text)


def names_rules(text: str) -> bool:
    """Tell whether an English sentence begins with words that only look as if they leaned on another: It is prohibited to."""
    return _NAMES_RULES.match(text) is not None


def leans(text: str, lang: Lang) -> bool:
    """Tell whether a sentence leans on the one before it."""
    if lang == "en":
        before, they, _ = text.partition(" they ")
        if (they and not _PEOPLE.search(before)) or _BESIDES.search(text):
            return True
    return _LEANS[lang].match(text) is not None


def begins_at(parts: Sequence[str], at: int) -> int:
    """Return which of English sentences a quotation of the one at *at* has to begin with, so that each says what it is about.

    A question is asked with what answers it (Not happy? Tell the manager), and whoever “they” are stands in the sentence before.
    """
    while at and (asks(parts[at - 1]) or leans(parts[at], "en") or _refers_back(parts[at]) or _compares(parts[at])):
        at -= 1
    return at


def _compares(sentence: str) -> bool:
    """Tell whether an English sentence compares with what it does not name: who cancels with less notice pays $25."""
    return " than " not in sentence and _LESS.search(sentence) is not None


def _refers_back(sentence: str) -> bool:
    """Tell whether an English sentence has a pronoun with no more than one thing before it that it could stand for."""
    found = _REFERS.search(sentence)
    return found is not None and len(_NAMED_THING.findall(sentence[: found.start()])) <= 1


def if_it(point: str) -> bool:
    """Tell whether an English point has a case that names nothing before it: 2 people if it has at least 5."""
    return _IF_IT.match(point) is not None


def takes_up(point: str) -> bool:
    """Tell whether an English point begins with what another point names: confirm that it has not eaten."""
    return _ITS.match(point) is not None


def too_long(text: str, lang: Lang) -> bool:
    """Tell whether *text* is too long to be quoted."""
    return len(text) > _MOST[lang]


def broken(text: str, lang: Lang) -> bool:
    """Tell whether *text* is no whole sentence of its language: a row of a table, half a line, both languages at once."""
    unclosed = any(text.count(left) > text.count(right) for left, right in ("()", "（）", "《》"))
    return unclosed or _BROKEN[lang].search(text) is not None


def dangles(text: str, lang: Lang) -> bool:
    """Tell whether *text* points at what does not stand beside it."""
    if lang == "zh" and _others_unnamed(text):
        return True
    text = _ABOVE_THAT.sub(r"\1", text)
    return _DANGLES.search(text) is not None or _ELSEWHERE[lang].search(text) is not None


def _others_unnamed(text: str) -> bool:
    """Tell whether a Chinese text says 其他 of what it has not told from anything: 其他员工应当……."""
    for found in _OTHER.finditer(text):
        before = text[: found.start()].rpartition("。")[2]
        told = found["who"] and (found["who"] in before or (_SOMEBODY.match(found["who"]) and _SOMEBODY.search(before)))
        if not (found["behind"] and found["behind"] in "，；：" and told):
            return True
    return False


def points_back(text: str) -> bool:
    """Tell whether an introduction points at what stands before it."""
    return _POINTS_BACK.search(text) is not None


def points_forward(text: str) -> bool:
    """Tell whether an introduction points at the list behind it."""
    return _FORWARD.search(text) is not None


def unpointed(text: str) -> str:
    """Return an introduction without what points at the list behind it."""
    return _FORWARD.sub("", text)


def of_itself(text: str) -> bool:
    """Tell whether a sentence only says from when the rules hold, what they are for or who explains them."""
    return _OF_ITSELF.search(text) is not None


def says_purpose(heading: str, text: str) -> bool:
    """Tell whether *text* under *heading* says what the rules are for and lays nothing down."""
    return _PURPOSE.fullmatch(heading.strip()) is not None and _LAYS_DOWN.search(text) is None


def sends_on(sentence: str) -> bool:
    """Tell whether a Chinese sentence only says where more is laid down."""
    return _SENT_ON.search(sentence) is not None or names_annex(sentence)


def names_annex(sentence: str) -> bool:
    """Tell whether a Chinese sentence says no more than that an annex has the rest: 操作流程详见附件一."""
    return _ANNEX.fullmatch(sentence) is not None


def sends_elsewhere(text: str) -> bool:
    """Tell whether *text* says that another provision or regulation lays down the rest."""
    return _ELSE.search(text) is not None


def sentences(text: str, lang: Lang) -> list[str]:
    """Return the sentences of *text*; what is said in a quotation is part of the sentence around it."""
    return split(text, _SENTENCES[lang])


def without_what_sends_on(texts: Mapping[Lang, str], *, sends: Callable[[str], bool] = sends_on) -> dict[Lang, str]:
    """Return *texts* without Chinese sentences that only *send* elsewhere, but for blanks; all languages lose the same."""
    parts = {lang: sentences(text, lang) for lang, text in texts.items()}
    if "zh" not in parts or len({len(found) for found in parts.values()}) != 1:
        return dict(texts)
    kept = [n for n, sentence in enumerate(parts["zh"]) if "______" in sentence or not sends(sentence)]
    if len(kept) in (0, len(parts["zh"])):
        return dict(texts)
    return {lang: _JOINED[lang].join(found[n] for n in kept) for lang, found in parts.items()}
