"""No two options say the same.

Why: two options that say the same are both right or both wrong; whoever sees it strikes out two at once.

Warns (LNT003). Fails: 24小时 beside ２４小时; "recognise the customer" beside "Recognize the customer."
Passes: 朝里 beside 朝外.

Source: Haladyna, Downing & Rodriguez (2002), guideline 22: keep choices independent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.lexicon import same_thing
from guizhang.quality.view import Finding, View
from guizhang.zh.folding import fold

CODE = "LNT003"
# What is dropped or made one before texts are compared: particles, articles, and spellings of one word.
_NOISE_ZH = re.compile(
    r"[的了地得该此]|(?<=[等直])到(?=[下上当次第明月])|(?<=[一-龥])(?:就|都|也|才)(?=[一-龥])|将(?=.)|把(?=[^手守握关])|(?:应当|应该|应|须|必须|要)(?=.)"
)
_NOISE_EN = re.compile(r"\b(?:the|an?|to|that|please)\b")
# Characters in which one word is written two ways: 帐户, 象, 做, 惟一, 其它.
_VARIANTS = str.maketrans("帐象做惟它迭", "账像作唯他叠")
_SPELLINGS = (
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
        (re.compile(r"\b(?:telephone|phone|call(?= .+ by (?:tele)?phone))\b(?! )|\bby (?:tele)?phone\b"), ""),
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
    """Yield a finding for each option that repeats an earlier one."""
    seen: dict[str, int] = {}
    for i, choice in enumerate(view.choices):
        bare = _meaning(choice.text, view.lang)
        if bare in seen:
            first, second = _letter(seen[bare]), _letter(i)
            yield view.at_option(
                i,
                Message(f"选项 {first} 与 {second} 意思相同", f"options {first} and {second} say the same"),
                Message("换掉其中一个", "replace one of the two"),
            )
        seen.setdefault(bare, i)


@lru_cache(maxsize=16384)
def _meaning(text: str, lang: Lang) -> str:
    """Return what is the same for two texts that differ in one of two words for a thing, or in its place: 向主管报告, 报告主管."""
    told = text.casefold()
    if lang == "en":
        # Open the bag up, open up the bag.
        told = _PARTICLE.sub(r"\g<verb> \g<particle> \g<what>", told)
    for pattern, word in _SAME[lang]:
        told = pattern.sub(word, told)
    told = same_thing(told.strip().rstrip("。."), lang)
    turned = _TURNED[lang].fullmatch(told.strip().rstrip("。."))
    return normal(turned.expand(_STRAIGHT[lang]) if turned else told)


# The same options and sentences of the rules come up for item after item.
@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Return a text without what makes no difference: width, case, punctuation, blanks, particles, spelling."""
    folded = unicodedata.normalize("NFKC", fold(text).text).casefold()
    folded = _NOISE_EN.sub(" ", _NOISE_ZH.sub("", folded).translate(_VARIANTS))
    for pattern, instead in _SPELLINGS:
        folded = re.sub(pattern, instead, folded)
    # A sign between digits is part of the figure: 1.5 is not 15.
    return re.sub(r"(?<!\d)[\W_]+|[\W_]+(?!\d)", "", folded)


def _letter(index: int) -> str:
    return "ABCDEFGH"[index]
