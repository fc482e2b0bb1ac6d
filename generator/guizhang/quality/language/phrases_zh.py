"""What a short Chinese text is by the words it is made of: something named, something done, or a sentence.

The words are data, in ``words_zh.yaml`` (verbs), ``lexicon.yaml`` and ``measures.yaml`` (nouns); a text none of whose words
is known is unknown.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from guizhang.quality.language.kinds import EVENT, PERSON, kind_of
from guizhang.quality.language.lexicon import lexicon
from guizhang.quality.language.measures import measures, taken_by
from guizhang.quality.language.word_lists import word_list

_PUNCTUATION = re.compile(r"[。.！!？?“”「」\s]")
_MOST_NAME = 12
_MOST_SUBJECT = 5
_LONGEST, _SHORT, _COMPOUND = 6, 4, 3
"""Signs of the longest noun that is looked for, of a name of which the last sign alone is known, of a verb and a noun in one."""
# Behind a verb only: what comes of it, whether it is over, where to.
_AFTER_VERB = re.compile("[了着过好完到给在掉住清并后]|一下|[上下进出回](?=[一-龥]{2})")
# Behind a subject: the sentence goes on.
_AUXILIARY = re.compile(
    r"(?:会(?![议场员计])|要(?![求点素])|就|都|也|已经?|正在?|应(?![急用付聘收])该?|应当|必须|须(?!知)|可以?(?![回燃用能])|不(?![良锈同合动])|没有?|未(?!来|成)|能(?![力源])|很|太|是(?!否)|有(?![关效])"
    r"|被(?![子套告])|把|将|在(?![岗职场线])|还(?!款)|才|再|从来|每[天日次周月]|刚|得到|受到)"
)
_STRONG_AUXILIARY = re.compile(
    r"(?:已经|正在|应该|应当|必须|可以|不能|不得|不会|没有|会被|要被|不用|不必|从来|太|很|总是|一直|都不|就是)"
)
# 催读者还清欠款: whom one makes do it is no subject.
_TO_SOMEBODY = re.compile("[请让叫劝催替帮陪给向对跟]")
_FINITE = re.compile(r"(?:已经?|曾经?|正在|刚刚?)(?![的过来])")
_DEGREE = re.compile(
    r"(?P<verb>[一-龥]{1,3})得(?:很|太|更|比较|非常|十分|不|了)?[一-龥]{1,3}(?:一[点些])?|(?:[很太更最]|十分(?!钟)|非常)[一-龥]{1,4}|[一-龥]{2,4}一点"
)
# 动工前说明费用, 划线后签名: what comes behind is done.
_THEN = re.compile("[一-龥]{2,}[前后时](?=[一-龥]{2,})")
_TIME_END = re.compile("[起后前时内间天日]$")
# What one says, one says to somebody: 报告主管 is no post, as 采购主管 is.
TOLD_TO = (
    "报告",
    "汇报",
    "通知",
    "联系",
    "联络",
    "询问",
    "咨询",
    "答复",
    "投诉",
    "举报",
    "检举",
    "请示",
    "告知",
    "委托",
    "警告",
    "批评",
    "表扬",
)
_ASKS = re.compile("什么|怎[样么]|哪[些个里种位一]|谁|多少|如何")
_OF = re.compile("的(?=[一-龥])")
_NAMED_BEHIND = re.compile(r"[一-龥]{1,12}的[一-龥]{1,6}")


class Words(NamedTuple):
    """Words by what they do in a sentence."""

    acts: re.Pattern[str]
    """Verbs, and words as 把 that stand before verbs only; the longest first."""
    adverbs: re.Pattern[str]
    """What says how or when something is done."""
    either: re.Pattern[str]
    """Verbs that also begin names."""
    inside: re.Pattern[str]
    """Verbs of two signs or more of which no name is made."""
    general: frozenset[str]
    """Nouns that end names made with verbs."""
    signs: frozenset[str]
    """Signs that, outside a known noun, show that something is done or told."""


@cache
def words() -> Words:
    """Return the words."""
    tree = word_list("words_zh.yaml")
    acts, adverbs, either, general = (tuple(tree[name].split()) for name in ("acts", "adverbs", "either", "general"))
    inside = _longest_first(tuple(word for word in acts if len(word) > 1))
    return Words(
        _longest_first(acts),
        _longest_first(adverbs),
        _longest_first(either),
        inside,
        frozenset(general),
        frozenset(tree["signs"]),
    )


def _longest_first(alike: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(alike, key=len, reverse=True)))


@lru_cache(maxsize=16384)
def phrase_zh(text: str) -> str:
    """Return verb, noun, clause, predicate (how it is done) or unknown."""
    plain = _PUNCTUATION.sub("", text)
    if _ASKS.search(plain):
        return "unknown"
    first = re.split("[，,、；]", plain)[0]
    if first != plain:
        return "verb" if len(first) > 1 and phrase_zh(first) == "verb" else "unknown"
    if _FINITE.match(plain) and not _NAMED_BEHIND.fullmatch(plain):
        return "predicate"
    if _is_sentence(plain):
        return "clause"
    known = words()
    how = known.adverbs.match(plain)
    if how is not None and how.end() < len(plain):
        rest = plain[how.end() :]
        return "unknown" if _OF.search(rest) or phrase_zh(rest) == "noun" or _is_noun(rest) else "verb"
    act = known.acts.match(plain)
    if act is not None and not any(_is_noun(plain[:size]) for size in range(act.end() + 1, _LONGEST)):
        return _act(plain, act.end())
    if _DEGREE.fullmatch(plain):
        return "predicate"
    either = known.either.match(plain)
    if either is not None:
        rest = plain[either.end() :]
        if rest and _names(plain):
            return "noun" if len(rest) == 1 or kind_of(plain, "zh") is not None else "unknown"
        return "verb" if rest and _AFTER_VERB.match(rest) and "的" not in rest else "unknown"
    return "noun" if _names(plain) else "unknown"


def _act(plain: str, end: int) -> str:
    rest = plain[end:]
    of = _OF.search(rest)
    if of:
        # 打开的箱子, and 带走客户的资料, of which nobody can tell.
        return "noun" if not of.start() else "unknown"
    # One sign more, or a noun of the office, may make a name of it: 委派书, 归还日期.
    return "unknown" if rest in words().general or (len(plain) <= _COMPOUND and taken_by(plain) is not None) else "verb"


def _is_sentence(plain: str) -> bool:
    """Tell whether *plain* has a subject and goes on: 班长会过来检查, 碎片很危险."""
    if _NAMED_BEHIND.fullmatch(plain) or _TO_SOMEBODY.match(plain):
        return False
    for size in range(2, min(_MOST_SUBJECT, len(plain) - 2) + 1):
        subject, rest = plain[:size], plain[size:]
        if words().acts.match(subject) or _TIME_END.search(subject):
            return False
        person = kind_of(subject, "zh") == PERSON
        if (person and _AUXILIARY.match(rest)) or (_STRONG_AUXILIARY.match(rest) and (person or _is_noun(subject))):
            return len(rest) > 2
    return False


def _names(plain: str) -> bool:
    """Tell whether *plain* ends with a noun that is known, and in nothing before it anything is done or told."""
    if not 1 < len(plain) <= _MOST_NAME:
        return False
    known = words()
    if _THEN.search(plain) or known.inside.search(plain):
        return False
    left, last, nouns = plain, "", 0
    while left:
        size = next((size for size in range(min(len(left), _LONGEST), 1, -1) if _is_noun(left[-size:])), 0)
        if not size and not nouns and left[-1] in known.general and _is_noun(left[-3:-1]):
            size = 1  # 失物招领|处
        if not size and not nouns:
            # A noun known by its last sign only, and nothing else behind it.
            return len(plain) <= _SHORT and taken_by(plain) is not None and known.signs.isdisjoint(plain)
        if not size and left[-1] in known.signs:
            return False
        # 说明费用: a verb before a noun that is no part of its name; 经理签名: one that may be what he does.
        if size and known.either.fullmatch(left[-size:]) and not _in_name(left[-size:], last):
            return False
        last = left[-size:] if size else last
        nouns += bool(size)
        left = left[: -(size or 1)]
    return True


def _in_name(verb: str, noun: str) -> bool:
    """Tell whether a verb and the *noun* behind it, if any, are one name: 检查结果, 登记表; not 说明费用, 报告主管."""
    if not noun or (len(noun) > 1 and noun not in words().general):
        return False
    return verb not in TOLD_TO or kind_of(noun, "zh") != PERSON


@lru_cache(maxsize=16384)
def _is_noun(word: str) -> bool:
    """Tell whether a word of two signs or more is a noun that is listed."""
    known = words()
    # 停电, 漏水 are told as often as they are named.
    listed = word in known.general or word in measures().of or lexicon("zh").kinds.get(word, EVENT) != EVENT
    return listed or known.either.fullmatch(word) is not None


def does_something(plain: str) -> bool:
    """Tell whether a verb stands inside *plain* with what it is done to behind it: 客户要求见经理."""
    known = words()
    if known.inside.search(plain):
        return True
    verb = known.either.search(plain)
    rest = plain[verb.end() :] if verb else ""
    return len(rest) > 1 and rest not in known.general and "的" not in rest


def may_be_name(plain: str) -> bool:
    """Tell whether *plain* is a verb and a noun so general that both may be one name: 离开时间, 检查结果."""
    known = words()
    verb = known.inside.match(plain) or known.either.match(plain)
    rest = plain[verb.end() :] if verb else ""
    return len(rest) > 1 and rest in known.general and kind_of(plain, "zh") is None
