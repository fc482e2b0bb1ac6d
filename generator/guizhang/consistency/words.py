"""The words of a sentence that say what it is about: Chinese as pairs of characters, English as stems.

There is no dictionary here. A pair of characters inside a run that is free of function words is as good as a word for
telling whether two sentences speak of the same thing, and it never fails on a word nobody listed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.model.text import Lang
from guizhang.zh.folding import fold

# Longest first; what carries no subject: modals, connectives, places of a text, and the verbs rules are made with.
_FUNCTION_ZH = re.compile(
    "应当|应该|必须|不得|可以|需要|按照|依照|根据|规定|视为|视同|算作|计算|计为|算(?![一-龥]?法)|作为|进行|予以|给予|以内|之内|以上|以下|以前|以后|之前|之后|"
    "之日起|超过|不超过|不少于|至少|最多|最迟|以及|或者|并且|如果|的话|情况|时候|期间|对于|关于|下列|以下|哪些|哪一|哪种|哪项|什么|怎样|怎么|"
    "多少|几个|多久|何时|如何|谁|处理|办理|累计|提前|记为|记作|记(?=旷工|过|一)|形式|方式|内|后|前|时|的|了|在|由|向|对|把|将|被|与|和|及|或|并|且|而|则|即|也|都|还|就|应|须|要|可|能|会|"
    "是|为|有|以|于|自|从|起|满|其|该|此|这|那|一|按|至|次"
)
_SAME_ZH = (
    (re.compile("接到|收到|接获|获悉|得知"), "收取"),
    (re.compile("一个自然月|自然月|当月|每月|每个月|本月|一个月内|同一个月|月内|一月"), "月度"),
    (re.compile("每年|当年|全年|年度|一年内|自然年"), "年度"),
    (re.compile("每周|当周|一周内"), "周度"),
    (re.compile("每天|每日|当天|当日"), "日度"),
    (re.compile("回复|答复|回应|回覆"), "回复"),
    (re.compile("罚款|扣款|扣罚|扣发|扣除"), "罚扣"),
    (re.compile("上报|报告|汇报"), "报告"),
    (re.compile("缴纳|交纳|支付|缴付"), "支付"),
    (re.compile("审批|批准|核准"), "批准"),
    (re.compile("提出申请|申请"), "申请"),
)
_STOP_EN = frozenset(
    "a an the of to in on at by for from with and or but if when where who whom whose which what that this these those it "
    "its they them their he she his her you your we our is are was were be been being has have had do does did must shall "
    "should may can could will would not no nor any all each every as than then so such within after before during until "
    "over under above below more most less least up out into per there here one how many much long often first following "
    "get gets given give entitled receive receives amount amounts "
    "rule rules require required".split()
)
_HAN_RUN = re.compile("[一-鿿]+")
_WORD_EN = re.compile(r"[a-z]{2,}(?:['’][a-z]+)?")


def content_words(text: str, lang: Lang) -> frozenset[str]:
    """Return what *text* is about as a set of words; figures and function words are left out."""
    return _words_zh(text) if lang == "zh" else _words_en(text)


def _words_zh(text: str) -> frozenset[str]:
    joined = fold(text).text
    for pattern, word in _SAME_ZH:
        joined = pattern.sub(f" {word} ", joined)
    found: set[str] = set()
    for run in _HAN_RUN.findall(_FUNCTION_ZH.sub(" ", joined)):
        found |= {run[i : i + 2] for i in range(len(run) - 1)} if len(run) > 1 else {run}
    return frozenset(found)


def _words_en(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD_EN.findall(text.lower()) if word not in _STOP_EN)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return an English word without its commonest endings: ``replies``, ``replied`` and ``replying`` as ``reply``."""
    word = re.sub(r"['’]s?$", "", word)
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", "e"),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            cut = word[: -len(ending)] + instead
            if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lse":
                cut = cut[:-1]
            return cut.removesuffix("e")
    return word.removesuffix("e")
