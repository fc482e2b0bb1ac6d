"""Whether two texts that differ in one place differ in two words for the same thing, or in the order of two that stand side by side.

挪车 and 移车, 签名 and 签字; correct and initial it, initial and correct it; 把门锁上 and 锁上门. The words are data, in ``synonyms.yaml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from guizhang.model.text import Lang
from guizhang.quality.language.word_lists import word_list

_MOST: dict[Lang, int] = {"zh": 7, "en": 4}
"""Characters, or words, of the longest place of difference."""
_SIDE_BY_SIDE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?P<first>.+?)(?P<join>和|与|及|、|或者?|以及|并)(?P<second>.+)"),
    "en": re.compile(r"(?P<first>.+?) (?P<join>and|or) (?P<second>.+)"),
}
_GIVING = frozenset("give hand send show offer lend pay bring pass write tell sell teach post read".split())
_PLAIN_ZH = re.compile("[，。、；：“”！？\\s的了]")
_WORD_EN = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_ARTICLES = frozenset("the a an please".split())


@cache
def _groups(lang: Lang) -> dict[str, frozenset[int]]:
    groups: dict[str, frozenset[int]] = {}
    for n, line in enumerate(word_list("synonyms.yaml")[lang]):
        for word in line.split() if lang == "zh" else [word.strip() for word in line.split(",")]:
            groups[word] = groups.get(word, frozenset()) | {n}
    return groups


def _alike(one: str, other: str, lang: Lang) -> bool:
    groups = _groups(lang)
    if one in groups and other in groups:
        return bool(groups[one] & groups[other])
    if lang == "en" and one.endswith("s") and other.endswith("s"):
        return _alike(one[:-1], other[:-1], lang)
    return False


@lru_cache(maxsize=65536)
def synonymous(one: str, other: str, lang: Lang) -> bool:
    """Tell whether two options say the same in two words for one thing, or in another order that makes no difference."""
    if lang == "zh":
        first, second = (_PLAIN_ZH.sub("", text) for text in (one, other))
        parts: tuple[list[str], list[str]] = (list(first), list(second))
    else:
        parts = (_words(one), _words(other))
    mine, its = parts
    if not mine or not its or mine == its:
        return False
    return _one_place(mine, its, lang) or _turned(mine, its, lang)


def _words(text: str) -> list[str]:
    return [word for word in _WORD_EN.findall(text.lower()) if word not in _ARTICLES]


def _one_place(mine: list[str], its: list[str], lang: Lang) -> bool:
    ahead = next((n for n, (a, b) in enumerate(zip(mine, its, strict=False)) if a != b), min(len(mine), len(its)))
    most = min(len(mine), len(its)) - ahead
    behind = next((n for n, (a, b) in enumerate(zip(reversed(mine), reversed(its), strict=False)) if a != b), most)
    behind = min(behind, most)
    joint = "" if lang == "zh" else " "
    # The words may have their first or their last character in common: 签名, 签字.
    for begin in range(ahead, max(ahead - _MOST[lang], -1), -1):
        for end in range(behind, max(behind - _MOST[lang], -1), -1):
            a, b = mine[begin : len(mine) - end], its[begin : len(its) - end]
            if max(len(a), len(b)) > _MOST[lang]:
                break
            if _alike(joint.join(a), joint.join(b), lang) and _whole(mine, begin, end, lang):
                return True
    return False


def _whole(parts: list[str], begin: int, end: int, lang: Lang) -> bool:
    """Tell whether something is left besides, or the words are of two characters: 停 alone may be many things."""
    return lang == "en" or begin > 0 or end > 0 or len(parts) > 1


def _turned(mine: list[str], its: list[str], lang: Lang) -> bool:
    if sorted(mine) != sorted(its):
        if lang == "en":
            return _given(mine, its)
        # 把门锁上, 锁上门: what it is done to stands in front.
        for a, b in ((mine, its), (its, mine)):
            if a[0] in "把将" and sorted(a[1:]) == sorted(b):
                rest = "".join(a[1:])
                return any(rest[n:] + rest[:n] == "".join(b) for n in range(1, len(rest)))
        return False
    joint = "" if lang == "zh" else " "
    one, other = joint.join(mine), joint.join(its)
    ahead = next(n for n, (a, b) in enumerate(zip(mine, its, strict=True)) if a != b)
    behind = next(n for n, (a, b) in enumerate(zip(reversed(mine), reversed(its), strict=True)) if a != b)
    first, second = (joint.join(parts[ahead : len(parts) - behind]) for parts in (mine, its))
    found = _SIDE_BY_SIDE[lang].fullmatch(first)
    return (
        one != other
        and found is not None
        and f"{found['second']}{joint}{found['join']}{joint}{found['first']}" == second
    )


def _given(mine: list[str], its: list[str]) -> bool:
    """Give the guest a form, give a form to the guest."""
    for a, b in ((mine, its), (its, mine)):
        for link in ("to", "for"):
            if a[0] == b[0] and a[0] in _GIVING and link in b and link not in a and sorted(b) == sorted([*a, link]):
                at = b.index(link)
                return b[at + 1 :] + b[1:at] == a[1:]
    return False
