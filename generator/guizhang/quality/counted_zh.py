"""Which options go with the measure word, the number or the verb that a Chinese stem asks with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.model.item import ItemType
from guizhang.quality.language.kinds import PERSON, kind_of
from guizhang.quality.language.measures import counts, measures, object_of
from guizhang.quality.language.verbs_zh import acts
from guizhang.quality.view import BLANK, View

_NUMBERS = "一两二三四五六七八九十几半"
_HOW_MANY = re.compile(r"(?:几|多少)([一-龥])")
_NUMBERED = re.compile(rf"(?:\d+|[零百{_NUMBERS}]+)([点.]\d+)?([一-龥]{{0,12}})")
# One of them, by its measure word: 一把, 哪张, 这几盏, 每人一顶.
_ONE_OF = re.compile(rf"(?:(?P<which>[这那哪某该每])[{_NUMBERS}]?|[{_NUMBERS}]|\d|各)(?P<word>[一-龥])")
_WHICH_ONE = re.compile(r"(?:哪一?|某一?)[位名]")
_WHICH_SEVERAL = re.compile(
    r"哪(?:[两二三四几][一-龥]|两|俩)|[两二三](?:个?人|位|名|方|者|[项种样类件处](?=[一-龥]{0,6}(?:是|有)))(?:共同|同时|分别|一起|各)?[^，。]{0,8}(?:谁|哪|什么|是)|分别[是由归向]|(?:哪些|哪几|什么)[^，。？]{0,8}(?:共同|一起|联合|会签|会同|同时|分头)"
)
_SEVERAL = re.compile("[和与及跟、+]|以及|各[个部位]|们$|全体|所有|双方|每[个位名]|^两")
_OWN_COUNT = re.compile(rf"(?:[{_NUMBERS}]|\d+)(?P<word>[一-龥])(?P<noun>[一-龥A-Z]+)[。]?")
_ASKED = re.compile(r"什么|哪|何种|怎样的")
_HAN = re.compile("[一-龥]*")
# Between the measure word and its noun: 一把新的雨伞.
_MOST_BETWEEN = 6
# No name is longer.
_MOST_NAME = 14
_VERB_ASKS = r"(?:上|好|着)?(?:[一每]?[一-龥]?)?(?:什么|哪[种类个件样些]|____)"


def counted_zh(view: View) -> list[bool | None] | None:
    """Tell which options are counted as the stem counts: 几把, and two of them 台; ``None`` where it counts nothing."""
    texts = [choice.text.strip().rstrip("。") for choice in view.choices]
    said = [_NUMBERED.fullmatch(text) for text in texts]
    asked = _HOW_MANY.search(view.stem)
    if asked is not None and all(match is not None and match[2] for match in said):
        return [match is not None and match[2].startswith(asked[1]) for match in said]
    blank = re.search(rf"_+([{''.join(measures().words)}])", view.stem)
    if blank is not None and all(said):
        return [match is not None and not match[2] for match in said]
    if view.figures and all(said) and (alone := _tails(view, [match[2] for match in said if match])):
        return alone
    if BLANK in view.stem and (words := _measure_words(texts)):
        noun = view.stem.partition(BLANK)[2]
        return [_names_counted(word, noun) for word in words]
    if (own := [_OWN_COUNT.fullmatch(text) for text in texts]) and all(own):
        return [
            counts(match["word"], match["noun"]) if match["word"] in measures().words else None
            for match in own
            if match
        ]
    if view.type is not ItemType.MULTIPLE_CHOICE and _WHICH_SEVERAL.search(view.stem):
        several: list[bool | None] = [_SEVERAL.search(text) is not None for text in texts]
        # 哪几扇 counts by its measure word where no option names two things.
        return several if any(several) else None
    if _WHICH_ONE.search(view.stem) is None:
        return None
    # 哪一位: one person, and no department.
    return [_SEVERAL.search(text) is None and kind_of(text, "zh") == PERSON for text in texts]


def fit_zh(view: View) -> list[bool | None] | None:
    """Tell which options are counted by the measure word, or go with the verb, that the stem asks with; ``None`` where it has none."""
    texts = [choice.text for choice in view.choices]
    # 折叠雨伞 is an umbrella; where most of them read so, they are what is done.
    if any(len(text) > _MOST_NAME for text in texts) or sum(map(acts, texts)) * 2 > len(texts):
        return None
    # 每位员工领到一顶什么？: the last measure word whose noun the stem does not name itself is the one asked with.
    known = measures()
    for match in reversed(list(_ONE_OF.finditer(view.stem))):
        word, rest = match["word"], view.stem[match.end() :]
        # “领用”一条，…: it stands by itself, and the question is another.
        if rest[:1] in tuple("，,；"):
            continue
        if word in known.words and (match["which"] == "哪" or _ASKED.match(rest) or not _names_counted(word, rest)):
            return [counts(word, text) for text in texts]
    for verb in sorted(known.verbs, key=len, reverse=True):
        if re.search(verb + _VERB_ASKS, view.stem):
            return [object_of(verb, text) for text in texts]
    return None


def _tails(view: View, tails: Sequence[str]) -> list[bool | None]:
    """Tell which figures are counted as the key is, where they have a measure word or none: 两具, 四, 六; else nothing."""
    if not all(tail in measures().words | {"", "个"} for tail in tails) or len(set(tails)) == 1:
        return []
    key = next(tail for tail, choice in zip(tails, view.choices, strict=True) if choice.key)
    return [tail == key for tail in tails]


def _measure_words(texts: Sequence[str]) -> list[str]:
    """Return the measure words all options are, 把 or 一把; none where one of them is something else."""
    words = [re.sub(rf"^[{_NUMBERS}](?=.)", "", text) for text in texts]
    return words if all(word in measures().words | {"个"} for word in words) else []


def _names_counted(word: str, rest: str) -> bool:
    """Tell whether the noun that *word* counts stands behind it: 一台|旧打印机放在哪里."""
    run = _HAN.match(rest)
    said = run[0] if run else ""
    return any(counts(word, said[:end]) is True for end in range(1, min(len(said), _MOST_BETWEEN) + 1))
