"""Points that are handed over: by what stands above a list, or by another point of it.

Of the title “Company secrets” everybody writes down trade secrets. Where one point is what staff can settle themselves, the
other is what they cannot; a grade from 5 to 10 tells where the one below it ends; and what “log it” is about the point before says.
Such points are given together or asked for together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from guizhang.model.text import Lang, Text
from guizhang.quality.paraphrase import covered, said, weighed

_TOLD = 0.6
"""Share of the words of a point, over its languages, from which what stands above says it."""
_GENERAL: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "^其[他它余][^，。；]{0,12}$|^(?:政府)?(?:有关|相关|上级)(?:部门|单位|人员|机构|方面|事项|材料|资料|内容|规定)$"
    ),
    "en": re.compile(
        r"^(?:any |all |the )?other [^,;.]{0,40}$|^(?:the )?(?:relevant|competent) (?:\w+ )?(?:authorit|depart|bod|part|matter|document)\w*$"
        r"|\b(?:authorit|depart|bod|part)\w+ concerned$",
        re.IGNORECASE,
    ),
}
_ALIKE: Mapping[Lang, tuple[re.Pattern[str], ...]] = {
    "zh": tuple(
        re.compile(line.replace("/", "|"))
        for line in (
            "公开/公平/公正 纠正/预防 事前/事中/事后 内部/外部 国内/国外 境内/境外 线上/线下 优点/缺点 优势/劣势/机会/威胁 权利/义务 增加/减少 收入/支出 "
            "新/老/旧 高/中/低 大/中/小 长期/中期/短期 书面/口头 主观/客观 软件/硬件 早/中/晚/夜 上/中/下 前/后 内/外 起/止 买/卖 进/出 收/发 男/女 "
            "目的/理由/事由/原因/用途 时间/日期 绝密/机密/秘密 目标/措施 质/量 人/财/物"
        ).split()
    ),
    "en": tuple(
        re.compile(rf"\b(?:{line.replace('/', '|')})\b")
        for line in (
            "open/fair/just/impartial corrective/preventive before/during/after internal/external domestic/foreign online/offline "
            "strengths/weaknesses rights/duties increase/decrease income/expenditure new/old/existing high/medium/low large/small "
            "written/oral hardware/software early/late incoming/outgoing buying/selling purpose/reason time/date"
        ).split()
    ),
}
"""Words of which one calls up the other, or which hardly differ."""
# 处理不了的, 不能处理的, 没有联系过的: what is said no to.
_DENIED: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:没有?|未[能经曾]?|尚未|不[能得会]?|无法|非)(?P<a>[一-龥]{2})|(?P<b>[一-龥]{2})不(?:了|上|到|来|清)"
    ),
    "en": re.compile(
        r"\b(?:(?:not|cannot|never|no longer|unable to) (?:yet )?(?:be )?(?P<a>[a-z]{4,})|(?:un|in|dis)(?P<b>[a-z]{5,}))",
        re.IGNORECASE,
    ),
}
# 不满5人, 5至10人: figures that end where another begins.
_FIGURE: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"\d(?:[\d,.:：]*\d)?[^\W\d_至到和与以或及的者]?"),
    "en": re.compile(r"[A-Z£$€]*\s?\d(?:[\d,.:]*\d)?(?: (?!to|and|or|but|by|in|of)[a-z%]+)?"),
}
_BOUNDS: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("超过|超出|不满|不足|少于|多于|高于|低于|大于|小于|至少|最多|满\\d|以[上下内外]|[至到～~—–-]"),
    "en": re.compile(r"\b(?:than|least|most|up to|to|under|over|above|below|within|from|between)\b|[–—]"),
}
# Log it, behind a point that names what is logged; a noun of its own before it would be meant instead.
_POINTS_BACK: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?:^|[把将对给向])[该其](?!他|它|余|中|次|实)"),
    "en": re.compile(
        r"^they\b|^(?:(?!\b(?:the|an?|any|each|every|all|whether|what|which|who|whose|when|where|how|if)\b)[^,;])*\b(?:it|its|them)\b",
        re.IGNORECASE,
    ),
}
_NAMES_SOMETHING: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("[一-龥]{3}"),
    "en": re.compile(r"\b(?:the|an?|all|any)\b", re.IGNORECASE),
}
_NAME: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile("[，：（；]"), "en": re.compile("[,:(;]")}
"""What ends the words that a point begins with, as open in “open: posts are published”."""
_HOOK = 3
"""Characters that end one point and begin another where one goes on from the other: 报客服主管, 客服主管报."""


def told(point: Text, above: Sequence[Text], beside: Sequence[Text], langs: Sequence[Lang]) -> bool:
    """Tell whether what stands *above* a list says a point of it, but for words that points *beside* it have too."""
    shares = []
    for lang in langs:
        common = {word for other in beside for word in said(other.either(lang), lang).words}
        words = weighed(said(point.either(lang), lang).words, lang, common)
        shares.append(covered(words, said("。".join(text.either(lang) for text in above), lang), lang))
    return sum(shares) / len(shares) >= _TOLD


def general(point: Text, langs: Sequence[Lang]) -> bool:
    """Tell whether a point takes in what other points name: the authorities concerned, other fees."""
    return any(_GENERAL[lang].search(point.either(lang)) for lang in langs)


def bound_together(points: Sequence[Text], langs: Sequence[Lang]) -> list[list[int]]:
    """Return the places of *points* in groups of those that hand each other over, each in printed order."""
    group = list(range(len(points)))
    for one, other in _ties(points, langs):
        group = [group[one] if g == group[other] else g for g in group]
    return [[n for n, g in enumerate(group) if g == first] for first in dict.fromkeys(group)]


def _ties(points: Sequence[Text], langs: Sequence[Lang]) -> Iterator[tuple[int, int]]:
    for lang in langs:
        texts = [point.either(lang) for point in points]
        for (n, one), (m, other) in combinations(enumerate(texts), 2):
            if _shares_bound(one, other, lang) or _contrasts(one, other, lang) or _hooked(one, other, lang):
                yield n, m
        for n, (before, text) in enumerate(pairwise(texts)):
            back = _POINTS_BACK[lang]
            # Where both point back, they do so to what stands above.
            if back.search(text) and not back.search(before) and _NAMES_SOMETHING[lang].search(before):
                yield n, n + 1


def _shares_bound(one: str, other: str, lang: Lang) -> bool:
    """Tell whether a figure of one point is where the other begins or ends."""
    if not all(_BOUNDS[lang].search(text) for text in (one, other)):
        return False
    return bool(set(_FIGURE[lang].findall(one)) & set(_FIGURE[lang].findall(other)))


def _hooked(one: str, other: str, lang: Lang) -> bool:
    """Tell whether one point begins with whom or what the other ended with."""
    return lang == "zh" and any(a.endswith(b[:_HOOK]) and len(b) > _HOOK for a, b in ((one, other), (other, one)))


def _contrasts(one: str, other: str, lang: Lang) -> bool:
    """Tell whether one point denies what the other says, or both differ by words of which one calls up the other."""
    if _denies(one, other, lang) or _denies(other, one, lang):
        return True
    names = [_NAME[lang].split(text.casefold(), maxsplit=1)[0] for text in (one, other)]
    return names[0] != names[1] and any(_differ_by(names, stock) for stock in _ALIKE[lang])


def _denies(one: str, other: str, lang: Lang) -> bool:
    plain = _DENIED[lang].sub(" ", other).lower()
    denied = (word.lower() for found in _DENIED[lang].finditer(one) for word in found.groups() if word)
    return any(re.search(word if lang == "zh" else rf"\b{word}", plain) for word in denied)


def _differ_by(names: Sequence[str], stock: re.Pattern[str]) -> bool:
    """Tell whether two names, as 新客户 and 老客户, are the same but for words of one stock."""
    return all(map(stock.search, names)) and len({stock.sub("", name, count=1) for name in names}) == 1
