"""The words of a short Chinese text, each by what it does in a sentence, and what the text can be read as.

The words are those of ``words_zh.yaml``, ``lexicon.yaml`` and ``measures.yaml``; a sign no word holds is tagged ``?``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from guizhang.quality.language.kinds import EVENT
from guizhang.quality.language.lexicon import lexicon
from guizhang.quality.language.measures import measures
from guizhang.quality.language.word_lists import word_list

_LONGEST, _PAIR = 6, 4
# What a word costs, the fewest words are taken: one of two signs or more, one sign that is a word, one that is none.
_KNOWN, _SIGN, _UNKNOWN = 1.0, 1.4, 1.8


class Word(NamedTuple):
    """A word of a text."""

    text: str
    tag: str
    """v verb, s verb of one sign, t verb that also names, before an object, e verb that also names, n noun, o noun of one sign, d adverb,
    x must or no, f already, b 把, p in or for, k and, c and besides, r pronoun, q asking, l 里 or 后, u 的, a 了, m figure, h because,
    i please, j what something is like, ? none of these."""


_TAGS = {
    "noun": "n", "how": "d", "act": "v", "object": "t", "sign": "s", "modal": "x", "finite": "f", "own": "r", "asks": "q",
    "holds": "b", "stands": "p", "of": "u", "joins": "k", "also": "c",
    "done": "a", "because": "h", "begs": "i", "place": "l", "like": "j",
}  # fmt: skip


@cache
def _tags() -> dict[str, str]:
    tree, more = word_list("words_zh.yaml"), word_list("tags_zh.yaml")
    nouns = [*measures().of, *(word for word, kind in lexicon("zh").kinds.items() if kind != EVENT)]
    # Of a word that stands in several lists the last holds.
    tags = {word: "n" if len(word) > 1 else "o" for word in nouns}
    tags |= {word: "n" if len(word) > 1 else "o" for word in tree["general"].split()}
    tags |= dict.fromkeys((word for word, kind in lexicon("zh").kinds.items() if kind == EVENT), "e")
    tags |= dict.fromkeys(tree["either"].split(), "e")
    tags |= dict.fromkeys(tree["adverbs"].split(), "d")
    for name, tag in _TAGS.items():
        if name == "act":
            tags |= dict.fromkeys((word for word in tree["acts"].split() if len(word) > 1), "v")
        tags |= {word: "o" if tag == "n" and len(word) == 1 else tag for word in more[name].split()}
    return tags


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of *text*, the fewest that make it up."""
    tags = _tags()
    if text[:1] in "把将" and len(text) > _PAIR:
        return (Word(text[0], "b"), *words_of(text[1:]))
    best: list[tuple[float, tuple[Word, ...]]] = [(0.0, ())]
    for end in range(1, len(text) + 1):
        ways = []
        for start in range(max(0, end - _LONGEST), end):
            word = text[start:end]
            tag = tags.get(
                word,
                "v"
                if _BROUGHT.fullmatch(word) or (not start and _SO.fullmatch(word))
                else "m"
                if _FIGURE.fullmatch(word)
                else "?",
            )
            if tag == "?" and len(word) > 1:
                continue
            if tag == "s" and start and word in _ENDS_NAMES and (end == len(text) or word == "费"):
                tag = "o"
            cost = _UNKNOWN if tag in "?o" else _KNOWN if len(word) > 1 else _SIGN
            ways.append((best[start][0] + cost, (*best[start][1], Word(word, tag))))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


# Verbs of one sign that as often end a name: 住宿费, 数量.
_ENDS_NAMES = frozenset("费量数号印包背盖锁夹垫卷钉刷拖推点分记画刻封套架")
# 锁进, 递到: a verb of one sign, and where to.
_BROUGHT = re.compile(
    "[放装锁塞扔丢倒存挂贴摆堆码叠搬抬推拉拖挪移送交递寄发传报转退还带领引请叫拿取收写记填登抄画投插埋藏包卷系绑钉夹扣盖垫铺洒喷涂刷滴加注灌充换改调升降归并编列排走跑站坐躲逃]"
    "[进入到给在至往回出上下]"
)
# 解开, 拉紧: any verb of one sign, and what comes of it.
_SO = re.compile("[一-龥][开紧掉断碎牢]")
_FIGURE = re.compile(r"[\d.:：%％A-Za-z℃°]+|[零一二两三四五六七八九十百千万半几]+")
