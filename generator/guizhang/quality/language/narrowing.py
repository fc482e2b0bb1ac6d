"""Whether what one option says is a case of what another says: the same with a word more, in a part of it, or nearer in time.

Inform the supervisor, inform the supervisor by telephone; 后厨, 后厨的凉菜间; 出车之前, 出车前半小时内.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from guizhang.consistency.amounts import Amount, amount
from guizhang.consistency.statements import without
from guizhang.model.text import Lang
from guizhang.quality.language.kinds import OFFICE, PERSON, PLACE, THING, kind_of
from guizhang.quality.language.lexicon import includes
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.language.verbs_zh import acts
from guizhang.zh.quantities import find_figures

_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")
_ARTICLES = frozenset("the a an any his her their its your our please".split())
_PREPOSITIONS = frozenset(
    "by in on at with within under from for through over behind between during about near beside inside outside of to into who which that when where "
    "while as via per immediately straight again twice".split()
)
# What these add makes another thing of it, and no case of it: a deputy, half of it, not to do it, before it.
_CHANGE = frozenset(
    "not never no nor or and but without non except unless only half instead neither other another former acting deputy vice assistant "
    "senior junior chief general managing "
    "head line lead trainee executive rather than old new next last final previous fake copy part first second third before after until nobody few".split()
)
_WITHIN = frozenset("of in inside within at".split())
_VERBAL = frozenset({"verb", "ing", "to", "third", "past"})
_LEAST_WORDS, _LEAST_ZH = 2, 2
_SPAN = re.compile(r"(?<![\d:.])(\d+(?:\.\d+)?)\s*(?:[-–~～—至到]|to)\s*(\d+(?:\.\d+)?)(?![\d:.])")
_MANNER_ZH = re.compile(
    r"(?:先|立即|立刻|马上|当面|当场|书面|口头|电话|短信|亲自|主动|及时|尽快|如实|按时|提前|用[^，的]{1,5}|通过[^，的]{1,6}|以[^，的]{1,5}(?:形式|方式)"
    r"|在[^，的]{1,6}[里内上前后时]|[^，的]{2,5}[前后]|[^，的]{1,5}内)[，]?"
)
_CHANGE_ZH = re.compile(
    "[不没未无非副总原前另其他旧假或和与及代再]|以外|除|助理|一半|部分|实习|见习|[0-9一二两三四五六七八九十]"
)
_PART_ZH = re.compile(r"(?:区|间|角|处|室|台|层|柜|架|厅|侧|库|站|口|部分|组|科|班|队|房|门|楼|池|通道)$")
_COMPONENT_ZH = re.compile(
    r"的?(?:按钮|按键|把手|拉手|扶手|门把手?|开关|面板|轿厢|内壁|外壁|外壳|表面|屏幕|键盘|镜面|台面|地面|墙面|门框|玻璃|滤网|插头|轮子|底座|盖子|手柄)"
)
_NEAR_ZH = re.compile(
    r"(?P<what>[^，]{1,12}?)(?:之|以)?(?P<side>前|后)(?P<span>的?(?:第?[0-9一二两三四五六七八九十半几]+个?(?:小时|分钟|刻钟|天|日|周|星期|月"
    r"|年|工作日|季度)|当天|次日)(?:内|以内|之内)?)?"
)
_NEAR_EN = re.compile(
    r"(?P<span>.*\b(?:hours?|minutes?|days?|weeks?|months?|years?|quarter)\b.* )?(?P<side>before|after) (?P<what>.+)"
)


@lru_cache(maxsize=16384)
def narrows(small: str, large: str, lang: Lang) -> bool:
    """Tell whether *small* says what *large* says, and how, of which, where or how near besides."""
    if lang == "en":
        return _narrows_en(small, large) or _nearer(_NEAR_EN, small, large)
    return _narrows_zh(small, large) or _nearer(_NEAR_ZH, small, large)


def in_frame(small: str, large: str, lang: Lang) -> bool:
    """Tell whether two options say the same of a part and of its whole: 收走(手机), 收走(电子设备); bring (beer), bring (alcohol)."""
    one, other = (list(text) if lang == "zh" else text.split() for text in (small, large))
    ahead = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    behind = next((n for n, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b), 0)
    if not ahead and not behind:
        return False
    joint = "" if lang == "zh" else " "
    pairs = (
        (joint.join(other[ahead : len(other) - end]), joint.join(one[ahead : len(one) - end]))
        for end in {0, behind}
        if ahead < min(len(one), len(other)) - end
    )
    # 客人的朋友 is one of 客人的亲友; of two posts behind one verb (通知主管) each is another.
    owned = lang == "zh" and small[:ahead].endswith("的")
    return any(includes(whole, part, lang) and (owned or kind_of(part, lang) != PERSON) for whole, part in pairs)


@lru_cache(maxsize=16384)
def ranged(text: str) -> tuple[str, Amount] | None:
    """Return what *text* says beside its one range, and the range; ``None`` where it has none, or nothing beside it."""
    figures = find_figures(text)
    amounts = [allowed for figure in figures if (allowed := amount(figure)) is not None]
    frame = without(text, figures).strip(" ，,。.")
    if frame and len(figures) == len(amounts) == 1:
        return frame, amounts[0]
    if (span := _SPAN.search(text)) and (frame := _SPAN.sub("", text)):
        return frame, Amount(("number", ""), Decimal(span[1]), Decimal(span[2]))
    return None


def _nearer(pattern: re.Pattern[str], small: str, large: str) -> bool:
    """Tell whether both are before (or after) the same, and *small* alone says how long."""
    one, other = pattern.fullmatch(small), pattern.fullmatch(large)
    if one is None or other is None or not one["span"] or other["span"]:
        return False
    same: bool = (one["side"], one["what"]) == (other["side"], other["what"])
    return same


def _narrows_en(small: str, large: str) -> bool:
    one, other = (tuple(word for word in _WORD.findall(text) if word not in _ARTICLES) for text in (small, large))
    if not other or len(other) >= len(one):
        return False
    placed = kind_of(large, "en") == kind_of(small, "en") == PLACE
    if placed and one[-len(other) :] == other and one[-len(other) - 1] in _WITHIN:
        return True
    if len(other) < _LEAST_WORDS:
        return False
    added, at = [], 0
    for n, word in enumerate(one):
        if at < len(other) and word == other[at]:
            at += 1
        else:
            added.append(n)
    new = [one[n] for n in added]
    if at < len(other) or not _CHANGE.isdisjoint(new) or any(word[0].isdigit() for word in new):
        return False
    behind = [n for n in added if n > one.index(other[-1])]
    if behind and one[behind[0]] not in _PREPOSITIONS:
        return False  # Call the police station calls somebody else
    if form_en(large) in _VERBAL:
        return bool(one[0] == other[0])
    # What stands before a name may say which; a copy of the original is another thing.
    return _PREPOSITIONS.isdisjoint(one[n] for n in added if n < one.index(other[0]))


def _narrows_zh(small: str, large: str) -> bool:
    if len(large) < _LEAST_ZH or len(small) <= len(large):
        return False
    # The button of the lift: whoever does something to it does it to the lift.
    if (
        small.startswith(large)
        and kind_of(large, "zh") in (THING, PLACE)
        and _COMPONENT_ZH.fullmatch(small[len(large) :])
    ):
        return True
    # The dish room of the kitchen.
    if (
        small.startswith(f"{large}的")
        and _PART_ZH.search(small)
        and (_PART_ZH.search(large) or kind_of(large, "zh") in (PLACE, OFFICE))
    ):
        return True
    before = small.removesuffix(large)
    if before != small and acts(large) and not _CHANGE_ZH.search(before):
        return _MANNER_ZH.fullmatch(before) is not None
    return _put_in(small, large)


def _put_in(small: str, large: str) -> bool:
    """Tell whether *small* is *large* with something put in before its noun: 过夜的客人, 过夜的境外客人; 关闭(备用)电源."""
    for cut in range(_LEAST_ZH, len(large) - _LEAST_ZH + 1):
        head, tail = large[:cut], large[cut:]
        if not (small.startswith(head) and small.endswith(tail)):
            continue
        put = small[cut : len(small) - len(tail)]
        if (
            len(put) >= _LEAST_ZH
            and not _CHANGE_ZH.search(put)
            and (head.endswith("的") or (acts(large) and kind_of(tail, "zh")))
        ):
            return True
    return False
