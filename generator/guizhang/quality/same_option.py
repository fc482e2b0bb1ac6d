"""No two options say the same.

Why: two options that say the same are both right or both wrong; whoever sees it strikes out two at once.

Warns (LNT003). Fails: 24小时 beside ２４小时; "recognise the customer" beside "Recognize the customer."; 签名 beside 签字.
Passes: 朝里 beside 朝外.

Source: Haladyna, Downing & Rodriguez (2002), guideline 22: keep choices independent.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.language.lexicon import same_thing
from guizhang.quality.language.synonymous import synonymous
from guizhang.quality.view import Finding, View
from guizhang.zh.folding import fold
from guizhang.zh.numerals import chinese_to_int

CODE = "LNT003"
# What is dropped or made one before texts are compared: particles, articles, and spellings of one word.
_NOISE_ZH = re.compile(
    r"[的了地得该此]|(?<=[一-龥]{2})一下(?!子)|(?<=[等直])到(?=[下上当次第明月])|(?<=[一-龥])(?:就|都|也|才)(?=[一-龥])|将(?=.)|把(?=[^手守握关])|(?:应当|应该|应|须|必须|要)(?=.)"
)
_NOISE_EN = re.compile(r"\b(?:the|an?|to|that|please)\b")
# Characters in which one word is written two ways: 帐户, 象, 做, 惟一, 其它.
_VARIANTS = str.maketrans("帐象做惟它迭陆订黏记拆含帖爱札锻琅震侯既须", "账像作唯他叠录定粘纪折涵贴哀扎段榔振候即需")
# Ten pounds are not ten dollars.
_CURRENCIES = str.maketrans({"£": "gbp", "$": "usd", "€": "eur", "¥": "cny"})
_SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"is(e[ds]?|ing|ation)\b", r"iz\1"),
        (r"our(s|ed|ing|able)?\b", r"or\1"),
        (r"([lt])re\b", r"\1er"),
        (r"ll(ed|ing)\b", r"l\1"),
        (r"\bgrey", "gray"),
        (r"ogue(s?)\b", r"og\1"),
        (r"\bcheque", "check"),
        (r"\b(licen|defen|offen)ce", r"\1se"),
        (r"\bprogramme", "program"),
        (r"\btyre", "tire"),
        (r"\bkerb", "curb"),
        (r"\bstorey", "story"),
        (r"ae(?=[dns])", "e"),
        (r"(?<=[a-z])wards\b", "ward"),
    )
)
_LATIN = re.compile("[a-z]")
# A sign between digits is part of the figure: 1.5 is not 15.
_PUNCTUATION = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
# Short for a longer word, or two words run into one.
_SHORT_EN = {
    "can't": "cannot", "won't": "will not", "don't": "do not", "doesn't": "does not", "didn't": "did not", "mustn't": "must not",
    "shouldn't": "should not", "isn't": "is not", "aren't": "are not",
    "it's": "it is", "they're": "they are", "that's": "that is", "id": "identity", "hr": "human resources",
    "it department": "information technology", "dept": "department", "mgr": "manager",
    "asap": "as soon as possible", "min": "minutes", "mins": "minutes", "hr.": "hours", "hrs": "hours", "approx": "approximately",
    "info": "information", "ad": "advertisement", "fridge": "refrigerator",
    "photo": "photograph", "phone": "telephone", "exam": "examination", "lab": "laboratory", "ceo": "chief executive officer",
    "pc": "computer", "tv": "television", "cctv": "camera", "e mail": "email",
    "personnel": "human resources", "percent": "%", "per cent": "%", "and": "&", "okay": "ok", "plane": "aeroplane", "gym": "gymnasium",
    "fax": "facsimile", "rep": "representative", "admin": "administration",
    "maths": "mathematics", "flu": "influenza", "bike": "bicycle", "log book": "logbook", "log in": "login", "sign in": "signin",
    "on line": "online", "work place": "workplace", "night shift": "nightshift",
}  # fmt: skip
_SHORT = re.compile(rf"(?<![a-z'])(?:{'|'.join(sorted(map(re.escape, _SHORT_EN), key=len, reverse=True))})(?![a-z'])")
_NUMBERS_ZH = re.compile(
    "[零一二两三四五六七八九十百千]+(?=(?:个|天|日|小时|分钟|秒|周|星期|年|月|元|次|人|名|位|份|件|张|米|公斤|克|倍|岁|层|遍|楼|号|点|成|折|级|页|条|台|辆|把|瓶|箱)(?!一|起|样|直))"
)
_NUMBER_EN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)\b"
)
_IN_DIGITS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred".split(),
        "1 2 3 4 5 6 7 8 9 10 11 12 15 20 30 40 50 60 90 100".split(),
        strict=True,
    )
)
# Of names side by side the order is nothing: 人事部和财务部; nor is it between a noun and what it is of.
_SIDE_BY_SIDE = re.compile(r"(?<=[一-龥])(?:[和与及、]|以及)(?=[一-龥])|,\s*(?:&\s*)?|\s&\s|\sor\s")
_ORDERED_ZH = re.compile("先|再|然后|后|前|从|到|至|给|向|由|把|将|被|比|对|让")
_ORDERED_EN = re.compile(
    r"\b(?:before|after|from|to|than|over|into|by|then|until|if|when|not|first|with|instead|who|which|that|for|because|about)\b"
)
_SEQUENCE = re.compile(
    r"顺序|次序|先后|依次|排列|\b(?:order|sequence|one after the other|first to last)\b", re.IGNORECASE
)
_FEW = 2
_BELOW_ZERO = re.compile(r"(?<![\w-])[-−–](?=\d)")
_LINKING_EN = re.compile(r"\b(?:of|on|in|at)\b")
# Two words for one thing, wherever they stand.
_SAME: dict[Lang, tuple[tuple[re.Pattern[str], str], ...]] = {
    "zh": (
        (re.compile("马上|立刻|即刻|当即|即时"), "立即"),
        (re.compile("不准|不许|禁止|严禁|不可以|不能"), "不得"),
        (re.compile("第二天|翌日|隔天"), "次日"),
        (re.compile("告知|告诉|知会|通报给"), "通知"),
        (re.compile("看上去|看来|看似"), "看起来"),
        (re.compile("上报|汇报|呈报"), "报告"),
        (re.compile("核实|核对清楚|查证"), "核对"),
        (re.compile("拨打|致电|打给"), "打电话给"),
        (re.compile("递交|上交|呈交|交给"), "交"),
        (re.compile("离岗|离开岗位|脱岗"), "离岗"),
        (re.compile("填报|填好|填妥"), "填写"),
        (re.compile("关上|关掉|关好"), "关闭"),
        (re.compile("开启|打开"), "开"),
        (re.compile("丢弃|扔掉|丢掉"), "扔"),
        (re.compile("清理|打扫|清洁"), "清扫"),
        (re.compile("两(?=[天次名位人个份张周年])"), "二"),
        (re.compile("周(?=[一二三四五六日])|礼拜(?=[一二三四五六日天])"), "星期"),
        (re.compile("星期天"), "星期日"),
        (re.compile("一半|半数|百分之五十"), "50%"),
        (re.compile("检验|检查|查验"), "检查"),
        (re.compile("替换|更换"), "换"),
        (re.compile("协助|帮助|帮忙"), "帮"),
        (re.compile("致歉|赔礼道歉|表示歉意"), "道歉"),
        (re.compile("全体员工|所有员工|每名员工|每位员工"), "全员"),
        (re.compile("给(.{2,6})打电话|致电(.{2,6})"), r"打电话给\1\2"),
    ),
    "en": (
        (re.compile(r"\b(?:immediately|straight away|right away|without delay)\b"), "at once"),
        (re.compile(r"\bdon['’]t\b|\bmust not\b"), "do not"),
        (re.compile(r"\bfill out\b|\bcomplete\b"), "fill in"),
        (re.compile(r"\b(?:switch|turn) off\b"), "turn off"),
        (re.compile(r"\b(?:switch|turn) on\b"), "turn on"),
        (re.compile(r"\b(?:discard|throw away|throw out|dispose of)\b"), "bin"),
        (re.compile(r"\b(?:hand over|hand in|submit|turn in)\b"), "hand in"),
        (re.compile(r"\b(?:examine|inspect|check)\b"), "check"),
        (re.compile(r"\b(?:as soon as possible|promptly|quickly|at the earliest)\b"), "soon"),
        (re.compile(r"\b(?:boss|line manager|superior)\b"), "supervisor"),
        (re.compile(r"\b(?:staff members?|members? of staff|workers?)\b"), "employee"),
        (re.compile(r"\b(?:half|50 (?:%|per ?cent))\b"), "50%"),
        (re.compile(r"\b(?:repair|mend|fix)\b"), "mend"),
        (re.compile(r"\b(?:purchase|buy)\b"), "buy"),
        (re.compile(r"\b(?:begin|start|commence)\b"), "start"),
        (re.compile(r"\b(?:finish|end)\b"), "end"),
        (re.compile(r"\b(?:daily|every day|each day)\b"), "daily"),
        (re.compile(r"\b(?:weekly|every week|once a week|each week)\b"), "weekly"),
        (re.compile(r"\b(?:monthly|every month|once a month|each month)\b"), "monthly"),
        (re.compile(r"\b(?:two weeks|a fortnight|14 days)\b"), "two weeks"),
        (re.compile(r"\b(?:inform|notify|let (\w+) know)\b"), r"tell \1"),
        (re.compile(r"(?<=^call )(.+) by (?:tele)?phone\b"), r"\1"),
        (re.compile(r"\b(?:telephone|phone|ring)\b"), "call"),
    ),
}
# 向主管报告, the head of the department: the same as the other way round.
_TURNED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?:向|对|给)(?P<whom>[^，]{2,6})(?P<done>报告|汇报|说明|解释|道歉|通知|请示|反映)"),
    "en": re.compile(r"(?:the )?(?P<done>head|chief|manager|supervisor|director) of (?:the )?(?P<whom>[a-z]+)"),
}
_PARTICLE = re.compile(
    r"^(?P<verb>[a-z]+) (?P<what>(?:the|an?|his|her|their|all) (?:(?!of\b|to\b|for\b)[a-z]+ ?){1,3}?) (?P<particle>up|out"
    r"|off|down|in|back|away|over|on)(?=[.]?$)"
)
_STRAIGHT: dict[Lang, str] = {"zh": r"\g<done>\g<whom>", "en": r"\g<whom> \g<done>"}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each option, or step to be put in order, that repeats an earlier one."""
    seen: dict[str, int] = {}
    meanings = [_meanings(text, view.lang) for text in view.offered]
    # Gloves, mask, gown beside mask, gloves, gown: where the order is asked for, it makes all the difference.
    ordered = _SEQUENCE.search(view.stem) or max(Counter(loosely for _, loosely in meanings).values(), default=0) > _FEW
    for i, (strictly, loosely) in enumerate(meanings):
        says = (strictly,) if ordered else (strictly, loosely)
        again = next((seen[bare] for bare in says if bare in seen), None)
        if again is None and not ordered:
            again = next((n for n in range(i) if _told_again(view, n, i)), None)
        if again is not None:
            first, second = _letter(again), _letter(i)
            yield view.at_option(
                i,
                Message(f"选项 {first} 与 {second} 意思相同", f"options {first} and {second} say the same"),
                Message("换掉其中一个", "replace one of the two"),
            )
        for bare in says:
            seen.setdefault(bare, i)


def _told_again(view: View, first: int, second: int) -> bool:
    """Tell whether two options are synonyms, or one number with its unit spelled in two ways: 2 m, 2 metres."""
    if synonymous(view.offered[first], view.offered[second], view.lang):
        return True
    if not view.choices:
        return False
    one, other = view.values[first], view.values[second]
    if one is None or other is None or not one.digits or one.digits != other.digits:
        return False
    return view.amounts[first] is not None and view.amounts[first] == view.amounts[second]


@lru_cache(maxsize=16384)
def _meanings(text: str, lang: Lang) -> tuple[str, str]:
    """Return what is the same for two texts that differ in one of two words for a thing, or in its place (向主管报告, 报告主管), and the same in no order."""
    told = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").strip().rstrip("。.")
    if lang == "en":
        # Open the bag up, open up the bag.
        told = _PARTICLE.sub(r"\g<verb> \g<particle> \g<what>", told)
    for pattern, word in _SAME[lang]:
        told = pattern.sub(word, told)
    told = same_thing(told.strip(), lang)
    if lang == "en":
        told = _NUMBER_EN.sub(lambda number: _IN_DIGITS[number[0]], _SHORT.sub(lambda short: _SHORT_EN[short[0]], told))
    else:
        told = _NUMBERS_ZH.sub(lambda number: str(chinese_to_int(number[0]) or number[0]), told)
    told = _BELOW_ZERO.sub("minus ", told)
    turned = _TURNED[lang].fullmatch(told)
    straight = turned.expand(_STRAIGHT[lang]) if turned else told
    return normal(straight), _unordered(straight, lang)


def _unordered(text: str, lang: Lang) -> str:
    """Return *text* without what makes no difference, names that stand side by side in one order."""
    if (_ORDERED_ZH if lang == "zh" else _ORDERED_EN).search(text):
        return normal(text)
    parts = [part for part in _SIDE_BY_SIDE.split(text) if part]
    if lang == "en":
        # The manager on duty, the duty manager.
        parts = [
            " ".join(sorted(_NOISE_EN.sub(" ", _LINKING_EN.sub(" ", part)).replace("'s", "").replace("-", " ").split()))
            for part in parts
        ]
    return "、".join(sorted(normal(part) for part in parts)) or normal(text)


# The same options and sentences of the rules come up for item after item.
@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Return a text without what makes no difference: width, case, punctuation, blanks, particles, spelling."""
    folded = unicodedata.normalize("NFKC", fold(text).text).casefold()
    folded = _NOISE_EN.sub(" ", _NOISE_ZH.sub("", folded).translate(_VARIANTS)).translate(_CURRENCIES)
    if _LATIN.search(folded):
        for pattern, instead in _SPELLINGS:
            folded = pattern.sub(instead, folded)
    return _PUNCTUATION.sub("", folded)


def _letter(index: int) -> str:
    return "ABCDEFGH"[index]
