"""Words that decide what a rule says, and what a careless reader would put in their place.

Each contrast is a pair of patterns, so that both languages change together, and only where each has it once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guizhang.diagnostics import Message
from guizhang.model.regulation import Level, Norm
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.contrasts.english_modals import ORDER, english_modal
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import leans, sentences
from guizhang.quiz.quoting.texts import bare


@dataclass(frozen=True)
class _Contrast:
    name: str
    zh: re.Pattern[str]
    en: re.Pattern[str]
    wrong: tuple[Text, ...]
    clash: re.Pattern[str]
    """What a sentence says where another word would make nonsense of it."""


def _contrast(name: str, zh: str, en: str, *wrong: tuple[str, str], clash: str = "(?!)") -> _Contrast:
    words = tuple(Text(zh=a, en=b) for a, b in wrong)
    return _Contrast(name, re.compile(zh), re.compile(rf"\b(?:{en})\b", re.IGNORECASE), words, re.compile(clash))


# Nobody files or signs what was said, nor is it something to be written, handed in or had.
_ON_PAPER = (
    "提交|交来|函|文件|汇总|申诉|异议|复核|附在|归档|存档|归入|签字|盖章|保存|签收|放入|加入|抄送|邮寄|寄送"
    # Nor is a contract 不是以口头形式订立的.
    "|(?:不是|并非|不以|非)[^，。；]{0,4}书面"
    "|(?:写[出好下明]?|编[写制]|撰写|出具|开具|[具没须备持]有|附上?|递交|上交|填[写报]|做[好出]|作出|形成|提供|凭|须持|无)[^，。；]{0,6}书面"
)
# What can be done by word of mouth as well. A record, papers, a contract, a certificate or a form are in writing by what
# they are: 口头记录 is none.
_SAID = (
    "(?:[^，。；]{2})?通知(?![单书函])|(?:告知|回复|答复|承诺|许可|批准|授权|同意|认可|申诉|声明|道歉|请示|确认)(?![书函单证件文])"
    "|汇报(?!材料)|(?:报告|申请|说明)(?![书表单材])|提醒|指示|反馈|提出|要求|建议|解释|邀请|约定|表扬|批评|投诉|通报|申报|上报|报(?!告)"
    "|补登|征[求得]|形式|方式|向|给予"
)
_IN_WRITING = f"书面(?={_SAID})"


_CONTRASTS = (
    # Nobody gives a warning by telephone.
    _contrast(
        "in-writing",
        f"{_IN_WRITING}(?!提出)",
        "in writing",
        ("口头", "orally"),
        ("电话", "by telephone"),
        clash=_ON_PAPER,
    ),
    # 电话提出 is no Chinese.
    _contrast("raised-in-writing", "书面(?=提出)", "in writing", ("口头", "orally"), clash=_ON_PAPER),
    _contrast("written", _IN_WRITING, "written", ("口头", "oral"), clash=_ON_PAPER),
    _contrast("orally", "口头(?!的)", "orally", ("书面", "in writing")),
    _contrast(
        "in-person",
        "当面(?=进行|告|说明|提醒|答复|通知|指出|交接|确认)",
        "in person",
        ("书面", "in writing"),
        ("电话", "by telephone"),
    ),
    _contrast("separately", "分别", "separately", ("合并", "together")),
    _contrast("dark", "深色", "dark", ("浅色", "light-coloured")),
    _contrast("light", "浅色", "light(?:-coloured)?", ("深色", "dark")),
    _contrast("original", "原件", "original", ("复印件", "copy"), clash="不得|复印"),
)
_SHADES = ("dark", "light")
"""Of one line on what to wear whether it is dark or light is all that could be asked, and one of two."""
# What something is called, and what still or again holds, does not turn into sense by another word; what is laid down
# elsewhere is not asked for here.
_FIXED = re.compile("所称|写出|[是为]经办人|就是|仍|例如|依法|公开|见[《“‘]")
_ZH_MODAL = re.compile(r"不得|应当|必须|可以|严禁|禁止|不能|应|须|宜|方可|不可")
_EN_MODAL = re.compile(
    r"\b(?:must not|must|shall not|shall|may not|may|should|prohibited|can(?!['’])|cannot|can['’]t)\b"
)
FORBIDDEN = _contrast("forbidden", "不得", "must not", ("可以", "may"), ("必须", "must"))
ALLOWED = _contrast("allowed", "可以", "may", ("必须", "must"), ("不得", "must not"))
REQUIRED = _contrast("required", "必须", "must(?! not)", ("可以", "may"), ("不得", "must not"))
_LEFT_OPEN = ("allowed", "free")
# Nobody would think that customers and those at the head may not do what a rule says they may.
_FREE = re.compile("异议|不服|(?:^|[，。；：])(?:客户|客人|来宾|租户|员工本人|公司|总经理|董事长|[^，。；：]{2,5}部)$")
# Nobody would think that a benefit must not be had, or that what has a time limit may be left undone.
_BENEFIT = re.compile(r"^[^，。]{0,4}(?:获得|享受|得到|领取|参加评选)")
_IN_TIME = re.compile(r"^[^，。；]*(?:立即|及时|当天|以前|之前|[\d一二三四五六七八九十半][^，。；]{0,6}内)")
_AT_MOST = re.compile("最晚|最迟|最多|至少|至多")
# Nobody is made to do what is left to them.
_UNFORCED = re.compile("公开的|权|權|自由|增减|变通|自愿|愿意|需要|酌情|自行|根据情况|或者不")
# What is done before anything else, and not done before something else, good sense would lay down as well.
_SAFEGUARD = re.compile("低于|不足|不合格|超过|过期|故障|损坏|没有|未|以前|之前|被投诉|涉及|以外的|外单位|无关")
# A form is there to be filled in, nobody may be made to work in their own time, and what is done by another article is no ban.
_FORMAL = re.compile("(?:如实)?(?:填写|填报|提交|上交|交回)")
_IMPOSED = re.compile("(?:要求|强迫|安排)(?:员工|下属|同事)")
# 不得只联系自己熟悉的客户: nobody is told to keep to some, and looking after others' things at work nobody is told to do.
_ONLY_SOME = re.compile("[只仅光]|[替代帮]他人|[替代帮]别人")
_BY_ARTICLE = re.compile("按[^，。；]*(?:一条|规定》?|办法》?)[^，。；]")
_FIRST = re.compile("先|征得|同意|依据")
# 专卡专用，不得转借: what stands before a prohibition and is no case of its own says it already; 不得只 is no question.
_SAID_BEFORE = re.compile(r"[^的时后前者内间日，]，[^，；。]{0,4}$|(?:专|统一)[^，；。]*，[^，；。]*$")
# What follows for those who do otherwise tells the word.
_PUNISHED = re.compile("否则|否則|违者|違者|违反|違反|[罚罰扣][款\\d分]|处罚|處罰|处分|處分")
_AS_WELL, _AS_WELL_EN = re.compile("[还還也亦又]$"), re.compile(r"\b(?:also|likewise|as well)\b|, too\b")
_FEWEST = 8
_SCOPE = 5
"""Characters in front of 不得 from which a prohibition has a case of its own, outside which it may be otherwise."""
_BOUNDS = ("超过", "少于", "低于", "高于", "多于", "晚于", "早于")
"""What makes 不得 a bound of a figure and no prohibition."""
# Good manners and common sense answer these, whatever the rule says.
_PLAIN = re.compile(
    r"虚心|愉快|随时应答|团结|服从|热爱|断电|伸手|露出|运转|携带手机|强行|可疑|触碰|危险|指指点点|围观|抵触|消防通道|手持手机|超速|涉嫌犯罪|优质|快捷|言行|为先|保证准确|关闭电源|未经|查证|法定|本人|为重|首要|承受|勇于|敬业|诚信|争执|打断|争辩|争吵|讽刺|挖苦|敷衍|推诿|推卸|隐瞒|涂改|伪造|泄露|透露|擅自|自行|随意|无故|私|辱|粗|猜|拖延|销毁|冷落|"
    r"避开|代他人|谎|骗|烟|酒|赌|侵占|贿|不懂|闲谈|礼貌|耐心|尊重|准时|按时|安全|如实|遵守|认真|热情|清楚|整洁|干净|保密|"
    r"恶意|歧视|威胁|拒绝|要求客户|先为|感谢|致歉|道歉|吐字|敬语|清洁|合法|诚实|公平|听完|回避|推走|压下|劝阻|情绪|问候|旁听|窥视|问好|严格|把关|再次|欺凌|骚扰|毒|斗殴|为难|刁难|推给|说完|针锋相对|亲切|柔和|得当|端正|刷牙|洗澡|异味|接受监督|谋利|好评|掩盖|精神|利落|不断|改进|努力|微笑|真诚|友好|态度|保护|爱护|节约"
)


def plain(text: Text) -> bool:
    """Tell whether common sense answers what *text* says."""
    return _PLAIN.search(text.either("zh")) is not None


def contrasts(clause: Clause) -> Iterator[Spot]:
    """Yield the places of *clause* where a word decides and another could stand."""
    if clause.langs == ("en",):
        # That what may be done need not be, and what need not be done does not have to.
        word = english_modal(clause)
        if isinstance(word, Spot) and word.name in _LEFT_OPEN:
            yield replace(word, wrong=word.wrong[:1])
        return
    quoted = None if clause.introduces else clause.quote()
    if (
        quoted is None
        or clause.has_own_case
        or clause.traditional
        or quoted.zh is None
        or _names_only(clause)
        or clause.place.norm is Norm.DEFINITION
        or _FIXED.search(quoted.either("zh"))
    ):
        return
    for contrast in _CONTRASTS:
        if contrast.name in _SHADES and _one_line(clause, quoted):
            continue
        spot = None if contrast.clash.search(quoted.either("zh")) else _spot(clause, quoted, contrast)
        if spot is not None and not any(wrong.either("zh") in quoted.either("zh") for wrong in spot.wrong):
            yield spot
    # That a wrong is no right good sense tells; that what may be done need not be, only the rule.
    modal_spot = modal_place(clause)
    if isinstance(modal_spot, Spot) and modal_spot.name == ALLOWED.name:
        yield replace(modal_spot, wrong=modal_spot.wrong[:1])


_WORDS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("|".join(re.escape(word.either("zh")) for one in _CONTRASTS for word in one.wrong)),
    "en": re.compile(
        rf"\b(?:{'|'.join(re.escape(word.either('en')) for one in _CONTRASTS for word in one.wrong)})\b", re.IGNORECASE
    ),
}


def told_how(text: Text) -> bool:
    """Tell whether *text* has a word that says how something is done, or one that could stand in its place."""
    patterns = {"zh": [one.zh for one in _CONTRASTS], "en": [one.en for one in _CONTRASTS]}
    said = [(lang, one) for lang in LANGS if (one := text.get(lang)) is not None][:1]
    return any(pattern.search(one) for lang, one in said for pattern in (*patterns[lang], _WORDS[lang]))


def modal(spot: Spot) -> bool:
    """Tell whether a spot is that of a word that allows, forbids or requires."""
    return spot.name in ORDER


def _one_line(clause: Clause, quoted: Text) -> bool:
    """Tell whether its article is no more than this one sentence, which its title sums up."""
    single = not clause.provision.body and clause.place.node is clause.provision
    return single and len(sentences(quoted.either("zh"), "zh")) == 1


def _names_only(clause: Clause) -> bool:
    """Tell whether it is a point that only names something: of 书面警告, 口头 makes another point, not a false one."""
    text = clause.place.node.text
    return clause.place.node.level is Level.ITEM and text is not None and len(bare(text.either("zh"))) < _FEWEST


_CHINESE = Message(
    "这种题要有简体中文的条文", "this way of asking takes a rule that has Chinese, in Simplified characters"
)
_SEVERAL = Message(
    "“应当”“必须”“可以”“不得”之类的字不止一处，或者两种语言不一样多",
    "it has several words like must, may or must not, or not as many in both languages",
)
_SENSE = Message("可以、必须还是不得，凭常识就知道", "whether it must, may or must not be good sense tells")
_UNCLEAR = Message(
    "还有“不”“除”之类的字，或者依赖上一句，换了字意思不清",
    "it has other negations or exceptions, or leans on the sentence before it",
)
_BOUND = Message("“不得”限制的是数值，由问数值的题来问", "must not bounds a figure, which is asked for as such")
_AT_LARGE = Message(
    "不是某种情形下的允许、要求或者禁止，而是一般都要做、不得做的",
    "it holds at large and not in a case of its own; that staff must do a plain duty nobody gets wrong",
)


def modal_place(clause: Clause, *, duty: bool = False) -> Spot | Message | None:
    """Return the place of the word that allows or forbids, where a careful reader could take it to be otherwise.

    Or why nobody is asked for the word; ``None`` where the clause has none. With *duty*, the place of the word that requires
    what holds in a case of its own.
    """
    if clause.langs == ("en",):
        return english_modal(clause)
    quoted = None if clause.introduces else clause.quote()
    if quoted is None:
        return None
    modals = {"zh": _ZH_MODAL, "en": _EN_MODAL}
    counts = [len(modals[lang].findall(quoted.either(lang))) for lang in clause.langs]
    if not all(counts):
        return None
    if quoted.zh is None or clause.traditional:
        return _CHINESE
    if plain(quoted) or max(counts) > 1:
        return _SENSE if plain(quoted) else _SEVERAL
    words = (REQUIRED,) if duty else (FORBIDDEN, ALLOWED)
    spot = next((spot for word in words if (spot := _spot(clause, quoted, word))), None)
    return None if spot is None else _why_no_choice(clause, spot, duty=duty) or spot


def _why_no_choice(clause: Clause, spot: Spot, *, duty: bool) -> Message | None:
    """Return why one word in the place of *spot* is no more than good sense, or more than one would do."""
    before, _, behind = (spot.sentence.zh or "").partition(BLANK)
    if any(leans(spot.sentence.either(lang), lang) for lang in clause.langs):
        return _UNCLEAR
    # Beside what is done as well, another word makes no sense: also must, also need not.
    if _AS_WELL.search(before) or _AS_WELL_EN.search(spot.sentence.en or ""):
        return _UNCLEAR
    if "不" in before + behind or "除" in before or before.count("‘") > before.count("’"):
        return _UNCLEAR  # nor what somebody is to say: 请问有什么可以帮您
    if spot.name != ALLOWED.name and _PUNISHED.search(before + behind):
        return _SENSE
    match spot.name:
        case FORBIDDEN.name:
            sensible = (
                _SAFEGUARD.search(before)
                or _SAID_BEFORE.search(before)
                or _IMPOSED.match(behind)
                or _ONLY_SOME.match(behind)
            )
        case REQUIRED.name:
            sensible = _FIRST.search(behind) or _IN_TIME.match(behind) or _FORMAL.match(behind)
        case _:
            sensible = (
                _UNFORCED.search(before + behind)
                or _FREE.search(before)
                or _BENEFIT.search(behind)
                or _AT_MOST.match(behind)
                or _BY_ARTICLE.match(behind)
            )
    if sensible:
        return _SENSE
    if behind.startswith(_BOUNDS) and spot.name == FORBIDDEN.name:
        return _BOUND
    plainly = spot.name != ALLOWED.name and len(before.rpartition("：")[2]) < _SCOPE
    return _AT_LARGE if plainly or (duty and "的，" not in before) else None


def _spot(clause: Clause, quoted: Text, contrast: _Contrast) -> Spot | None:
    blanked: dict[Lang, str] = {}
    true: dict[Lang, str] = {}
    patterns = {"zh": contrast.zh, "en": contrast.en}
    for lang in clause.langs:
        text = quoted.either(lang)
        matches = list(patterns[lang].finditer(text))
        if len(matches) != 1 or matches[0].start() < clause.introduced(lang):
            return None
        (match,) = matches
        blanked[lang], true[lang] = text[: match.start()] + BLANK + text[match.end() :], match[0]
    sentence = clause.excerpt(Text(zh=blanked.get("zh"), en=blanked.get("en")))
    if sentence is None:
        return None
    wrong = tuple(clause.said(text.either("zh"), text.either("en")) for text in contrast.wrong)
    return Spot(clause, contrast.name, sentence, Text(zh=true.get("zh"), en=true.get("en")), wrong)
