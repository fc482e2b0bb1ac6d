"""What a sentence makes of the figure in its blank: what lies beyond it or short of it, and whether that is forbidden.

不得超过8小时 and no one may work more than 8 hours both set 8 hours as what may be had at most; 超过8小时的 and if it takes
more than 8 hours speak of what lies beyond. The word of comparison stands right before the figure; what turns it round may
stand far ahead: a negated verb, a negated subject (no one, none of them, no shift may), an adverb (at no time, 切勿).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.model.fact import Bound
from guizhang.model.text import Lang
from guizhang.zh.quantities.english_clauses import barred

_PROHIBITS = (
    "不得|不准|不许|不許|不可|不能|不应|不應|不宜|不该|不該|不要|不允许|不允許|不容|禁止|严禁|嚴禁|杜绝|避免|切忌|勿"
)
_BEYOND: dict[Lang, str] = {
    "zh": "超过|超過|超出|高于|高於|多于|多於|大于|大於|长于|晚于|迟于|逾",
    "en": r"(?:more|greater|longer|later|higher|larger|heavier|older|further|other) than|over|above|beyond|exceed(?:s|ing)?|in excess of",
}
_SHORT: dict[Lang, str] = {
    "zh": "不足|不满|不滿|不到|未满|未滿|低于|低於|少于|少於|小于|小於|短于|早于",
    "en": r"(?:less|fewer|shorter|lower|smaller|earlier|sooner|younger) than|under|below",
}
_COMPARED: dict[Lang, re.Pattern[str]] = {
    # 超过价目表价格5%; what 超过营业时间后至少 says of a figure is 至少.
    "zh": re.compile(
        rf"(?:(?P<more>{_BEYOND['zh']})|(?P<less>{_SHORT['zh']}))(?P<tail>(?!.*(?:至[少多]|最[少多低高]))[^，。；：、]{{0,8}})$"
    ),
    "en": re.compile(
        rf"\b(?:(?P<more>{_BEYOND['en']})|(?P<less>{_SHORT['en']})) (?:(?:a|the) (?:total|sum) of )?$", re.IGNORECASE
    ),
}
_DIRECT: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?:[不未勿]|没有|沒有)$"),
    "en": re.compile(r"(?:\b(?:no|not|never|cannot)|n['’]t) (?:be )?$", re.IGNORECASE),
}
# 不穿高于3厘米的鞋: what is not done is no act that the figure measures.
_NOT_DONE = re.compile("不(?!得|准|许|許|可|能|应|應|宜|该|該|要|允|容|论|論|同|限|仅|僅|但|超)[一-龥]{1,2}$")
_BARS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(_PROHIBITS),
    "en": re.compile(
        r"\b(?:no|not|none|nobody|nothing|neither|nor|never|cannot|prohibited|forbidden)\b|n['’]t\b", re.IGNORECASE
    ),
}
# cannot is a prohibition only in front of a limit: a complaint one cannot settle must be handed over within 2 hours.
_FORBIDS: dict[Lang, re.Pattern[str]] = {
    "zh": _BARS["zh"],
    "en": re.compile(
        r"\b(?:(?:may|must|shall|should) (?:not|never)|(?:must|should|sha)n['’]t|not (?:be )?(?:allowed|permitted)|prohibited|forbidden|never)\b"
        r"|^\W*(?:at no|under no|in no|no|none|nobody|nothing|neither)\b.*\b(?:may|must|shall|should|can)\b",
        re.IGNORECASE,
    ),
}
_MODAL = re.compile(r"\b(?:may|must|shall|should|can|cannot|allowed|permitted|prohibited|forbidden)\b", re.IGNORECASE)
# No one who works more than 8 hours, nobody has to, no party may be turned away: what is barred is something else.
_OTHERWISE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("拒|推脱|推诿|忽视|因"),
    "en": re.compile(
        r"\b(?:who|that|which|if|where|when|unless|until|because|have to|has to|need(?:s|ed)?|required|obliged|expected"
        r"|(?:refus|reject|declin|fail|forget|ignor|neglect|den[yi]|withh[eo]ld|turn)\w*)\b",
        re.IGNORECASE,
    ),
}
_QUALIFIES = re.compile("[的者后時时]|以后|之后")
_CLAUSE: dict[Lang, re.Pattern[str]] = {"zh": re.compile("[，。；：]"), "en": re.compile("[,.;:]")}
_IN_TIME = re.compile(r"(?:later|earlier|sooner) than", re.IGNORECASE)
_BACKWARDS = re.compile(r" (?:(?:before|prior to|preceding)\b(?! or\b)|in advance|ahead|beforehand)")
_CASE = re.compile(r"\b(?:if|where|when|who|which|that)\b(?:(?!\b(?:must|shall|should)\b)[^.;])*$", re.IGNORECASE)


@dataclass(frozen=True)
class Limit:
    """How the words in front of a figure use it."""

    side: Bound | None = None
    """What they compare with it: MAX for what lies beyond it, MIN for what falls short; ``None`` without such a word."""
    denied: bool = False
    """Whether that side is left out: the figure itself is the most, or the least."""
    forbidden: bool = False
    """Whether it is left out because nobody may go there."""
    missed: bool = False
    """Whether the sentence speaks of the other side of all this: of those who miss the limit, or have nothing beyond it."""
    unclear: bool = False
    """Whether something is forbidden or denied and the figure is no limit of it, as far as can be seen."""

    @property
    def bound(self) -> Bound | None:
        """Which side of the figure the sentence allows, or speaks of."""
        if self.side is None or self.denied:
            return self.side
        return Bound.MIN if self.side is Bound.MAX else Bound.MAX


def limit(before: str, behind: str, lang: Lang) -> Limit:
    """Return how a sentence uses the figure between *before* and *behind*."""
    compared = _COMPARED[lang].search(before)
    ahead = before[: compared.start()] if compared else before
    side = None if compared is None else Bound.MAX if compared["more"] else Bound.MIN
    if compared is not None and lang == "en" and _IN_TIME.match(compared[0]) and _BACKWARDS.match(behind):
        side = Bound.MIN if side is Bound.MAX else Bound.MAX  # no later than two days before is two days or more
    if lang == "en" and side is None and (left := barred(before, len(before), spans=True)) and left[0].value != "exact":
        # Nobody may enter before 3 p.m.: what is left is from then on.
        return Limit(Bound(left[0].value), denied=left[1], forbidden=True)
    *earlier, clause = _CLAUSE[lang].split(ahead)
    forbids = _FORBIDS[lang].search(clause) is not None
    if side is None:
        return Limit(unclear=forbids)
    if _DIRECT[lang].search(ahead):
        return Limit(side, denied=True, forbidden=forbids)
    if lang == "zh" and _NOT_DONE.search(clause):
        return Limit(side, unclear=True)
    if _BARS[lang].search(clause) is None:
        # No one, whatever their post, may work more than 8 hours.
        above = lang == "en" and not _CASE.search(ahead) and any(map(_BARS[lang].search, earlier))
        return Limit(side, unclear=above)
    elsewhere = _OTHERWISE[lang].search(clause) or (lang == "zh" and _QUALIFIES.match(behind))
    if elsewhere or not (lang == "zh" or _MODAL.search(clause)):
        return Limit(side, unclear=True)
    return Limit(side, denied=True, forbidden=True)
