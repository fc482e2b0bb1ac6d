"""How much of what one text says another says as well, in words of its own.

A pair of Chinese characters is taken up whole, or by its characters apart (借书, 借给学生的书); an English word by another
word of its root (sign, signature; keep, kept). Two words for one act or thing count as one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from guizhang.consistency.statements import without
from guizhang.consistency.words import content_words
from guizhang.model.text import Lang
from guizhang.quality.language.lexicon import lexicon
from guizhang.quality.rulebook import asked_words
from guizhang.zh.quantities import find_figures

# A pair both of whose characters stand in the other text apart is nearly said; of a root, so is the word.
_APART, _HALF, _ROOT = 0.8, 0.2, 0.8
_ROOT_LETTERS = 5
# Words that go with any question: what is asked about is beside them.
_LIGHT: dict[Lang, frozenset[str]] = {
    "zh": frozenset("员工 人员 工作 公司 单位 部门 负责 进行 有关 相关 使用".split()),
    "en": frozenset("staff employe person peopl company work thing use used using new".split()),
}
_LIGHT_WEIGHT = 0.3
# What only asks, beside what the rulebook knows.
_ASKING: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"《[^》]*》|百分之几|凭什么|(?:什么|哪[些种个]?)?(?:颜色|证件|材料|东西|物品|地方|岗位|动作|措施|步骤|方法|顺序)|哪[里儿]|何[处人]|何种|第一步|最先|符合|要求|正确|办$|办(?=？)|请[把将]|给|排序"
        r"|[多几](?:大|长|高|远|少|重|岁|层|楼|张|份|遍|把|台|辆|名|位|箱|桶|米|公里|度)(?=[^一-龥]|[以之的]|$)"
    ),
    "en": re.compile(
        r"\b(?:first step|steps?|put .{0,12}in order|in order|which of (?:these|the following)|choose all that apply|per cent|how (?:far|high|old"
        r"|heavy|large|"
        r"big|fast|soon)|what (?:happens|must be done|is done)|colou?r|kind|sort|allowed|may|must|needs?)\b",
        re.IGNORECASE,
    ),
}
# One word for each act that rules and questions name by several.
_ACTS_ZH = {
    "不得": "不让|不准|不许|禁止|严禁|不能|不可以?",
    "可": "允许|准许|让",
    "进": "驶入|进入|入内|进到|走进|入场|进场",
    "丢失": "遗失|丢失|弄丢|丢了|找不到|不见了",
    "放": "存放|放置|摆放|放到|放进|放入|置于|放在",
    "领": "领取|领用|领走",
    "还": "归还|退还|交还|还回|返还|退到|退给",
    "停": "停止|暂停|停用|停了",
    "贴": "张贴|粘贴|贴上|贴好",
    "戴": "佩戴|穿戴|戴好|戴上|戴着",
    "倒": "倒入|倒进|倒在",
    "带": "带上|携带|带着|随身带|带好",
    "通知": "通知|告知|告诉|知会",
    "联系": "联系|致电|打电话给?|拨打",
    "开": "出具|开具",
    "每": "每隔|每过",
    "低": "低于|不足|小于",
    "高": "高于|大于",
    "期限": "期限|时限|限期",
    "单独": "一个人|独自",
    "客": "客人|住客|宾客|顾客|来宾",
    "保管": "保管|看管|代管|掌管|管理",
}
_ACT_ZH = re.compile("|".join(f"(?P<{word}>{words})" for word, words in _ACTS_ZH.items()))
_IRREGULAR = {
    form: base
    for base, forms in (
        line.split(":")
        for line in (
            "keep:kept leave:left take:took,taken tell:told wear:wore,worn hold:held send:sent bring:brought buy:bought sell:sold pay:paid "
            "make:made meet:met find:found stand:stood show:shown draw:drew,drawn write:wrote,written lend:lent lose:lost,loss build:built "
            "break:broke,broken choose:chose,chosen drive:drove,driven speak:spoke,spoken steal:stole,stolen wake:woke begin:began,begun "
            "ring:rang,rung run:ran see:saw,seen know:knew,known throw:threw,thrown eat:ate,eaten freeze:frozen hang:hung hide:hidden sit:sat "
            "sleep:slept teach:taught think:thought store:storage remove:removal prove:proof approve:approval arrive:arrival high:higher,highest low:lower "
            "long:longer"
        ).split()
    )
    for form in forms.split(",")
}
_IRREGULAR_EN = re.compile(rf"\b(?:{'|'.join(_IRREGULAR)})\b")
_WORD_EN = re.compile(r"[a-z]+(?:-[a-z]+)*")


# Who does it: what is done stands behind the word that asks, or else before it, next to it.
_WHO: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"谁|哪[一些个位]?(?:部门|岗位|科室|班组|人员|人)|何人|什么(?:人|部门|岗位)"),
    "en": re.compile(
        r"\b(?:who(?:m|se)?|which (?:department|person|post|office|team|member of staff))\b"
        r"(?: (?:may|must|can|should|shall|will|has to|have to|is|are|does|do))?",
        re.IGNORECASE,
    ),
}
_ACT_EN = re.compile(r"[a-z]{2,}")


class Said(NamedTuple):
    """The words of a text, and what of them another text may take up."""

    words: frozenset[str]
    parts: frozenset[str]
    """Chinese: their characters; English: their roots."""


@lru_cache(maxsize=16384)
def said(text: str, lang: Lang) -> Said:
    """Return the words of *text*, function words aside, and their parts."""
    words = content_words(_one_word(text, lang), lang)
    return Said(words, frozenset(part for word in words for part in (word if lang == "zh" else (_root(word),))))


@lru_cache(maxsize=16384)
def asked_about(stem: str, lang: Lang) -> frozenset[str]:
    """Return the words of what a stem asks about, without its figures and the words that only ask."""
    bare = _ASKING[lang].sub(" ", without(stem, find_figures(stem)))
    return asked_words(_one_word(bare, lang), lang)


def act_asked(stem: str, lang: Lang) -> frozenset[str]:
    """Return the words of the act where *stem* asks who does it; none where it asks for something else."""
    who = _WHO[lang].search(stem)
    if who is None:
        return frozenset()
    behind = asked_about(stem[who.end() :], lang)
    if lang == "en":
        first = next((word[0] for word in _ACT_EN.finditer(stem[who.end() :].lower())), "")
        return asked_about(first, lang)
    return behind or asked_about(re.split("[的，,；]", stem[: who.start()].rstrip("由给向经归"))[-1][-4:], lang)


def weighed(words: Iterable[str], lang: Lang, common: Container[str] = ()) -> dict[str, float]:
    """Return how much each word counts: less where it goes with any question, or is one of the *common* ones."""
    light = _LIGHT[lang]
    return {word: _LIGHT_WEIGHT if word in light or word in common else 1.0 for word in words}


def covered(words: Mapping[str, float], by: Said, lang: Lang) -> float:
    """Return the share (0 to 1) of *words* that *by* says as well, each counted by its weight; 0 where there are none."""
    met = 0.0
    for word, counts in words.items():
        if word in by.words:
            met += counts
        elif lang == "zh":
            there = [sign in by.parts for sign in word]
            met += counts * (_APART if all(there) else _HALF if any(there) else 0)
        elif _root(word) in by.parts:
            met += counts * _ROOT
    return met / sum(words.values()) if words else 0.0


def _root(word: str) -> str:
    return word[:_ROOT_LETTERS]


def _one_word(text: str, lang: Lang) -> str:
    if lang == "zh":
        return _ACT_ZH.sub(lambda act: act.lastgroup or "", text)
    first = lexicon("en").first
    regular = _IRREGULAR_EN.sub(lambda form: _IRREGULAR[form[0]], text.lower())
    return _WORD_EN.sub(lambda word: first.get(word[0], word[0]), regular)
