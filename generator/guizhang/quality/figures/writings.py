"""Figures as people write them, rewritten as digits and units that the grammar of quantities reads.

A minute and a half is 90 seconds, half past eight 8:30, 1.5倍 150%, 两米五 2.5米, ≥3天 不少于3天. Only what is written is
changed: what a figure allows is read elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from guizhang.model.text import LANGS, Lang
from guizhang.quality.figures.writings_en import REWRITINGS_EN
from guizhang.quality.figures.writings_zh import REWRITINGS_ZH

_SIGNS: dict[str, dict[Lang, str]] = {
    ">=": {"zh": "不少于", "en": "at least "},
    "≥": {"zh": "不少于", "en": "at least "},
    "<=": {"zh": "不超过", "en": "at most "},
    "≤": {"zh": "不超过", "en": "at most "},
    ">": {"zh": "超过", "en": "more than "},
    "<": {"zh": "少于", "en": "less than "},
}
_SIGN = re.compile(r"(?<![\w=<>])(>=|<=|[≥≤><])\s*(?=[\d$£€¥-])")


# Figures with a word of their own, as they are written with a number.
_WORDED: dict[Lang, tuple[tuple[re.Pattern[str], str], ...]] = {
    "zh": tuple(
        (re.compile(word), instead)
        for word, instead in (
            ("^正午$", "中午12点"), ("^(?:零点|午夜|半夜12点|凌晨零点|夜里12点)$", "0:00"), ("^晚上12点$", "24:00"),
            (r"^(\d{1,2})[点时](?:整|钟)?$", r"\1:00"), (r"^(\d{1,2})[点时]半$", r"\1:30"),
            (r"^(\d{1,2})[点时](\d{2})分?$", r"\1:\2"), ("^半打$", "6个"), ("^一打$", "12个"), ("^两打$", "24个"), ("隔[天日]", "每2天"),
            ("隔周", "每2周"), ("隔月", "每2个月"), ("千克", "公斤"), ("千米", "公里"),
            ("一?昼夜", "24小时"), ("旬(?=$|内)", "10天"), (r"^百分之百$", "100%"), (r"^整?一个?星期$", "7天"),
            ("半个月|半月(?!刊)", "15天"), ("^一个人$", "1个人"), ("三刻钟", "45分钟"), ("一刻(?!钟)", "15分钟"),
        )
    ),
    "en": tuple(
        (re.compile(word, re.IGNORECASE), instead)
        for word, instead in (
            (r"^(?:at )?midnight$", "0:00"), (r"^(?:at )?(?:midday|noon|12 noon)$", "12:00"),
            (r"\bevery other (day|week|month|year)\b", r"every two \1s"), (r"\bevery second (day|week|month|year)\b", r"every two \1s"),
            (r"\bhalf a dozen\b", "6"), (r"\ba dozen\b", "12"), (r"\bone and a half\b", "1.5"), (r"\ban hour and a half\b", "90 minutes"),
            (r"\ba year and a half\b", "18 months"), (r"\ba day and a half\b", "36 hours"),
            (r"\bthree[- ]quarters of an hour\b", "45 minutes"), (r"\bfortnightly\b", "every two weeks"), (r"\bone in (?:ten|10)\b", "10%"),
            (r"\bone in (?:twenty|20)\b", "5%"), (r"\bone in (?:five|5)\b", "20%"), (r"\bone in (?:four|4)\b", "25%"),
            (r"\bone in (?:two|2)\b", "50%"), (r"^(?:daily|(?:every|each) day)$", "once every day"), (r"\bdaily\b", "every day"),
            (r"^(?:(week)ly|(month)ly|(quarter)ly|(year)ly)$", r"every \1\2\3\4"),
        )
    ),
}  # fmt: skip
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
"""Numerals of cheques."""
_REWRITINGS = {
    lang: tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in rewritings)
    for lang, rewritings in zip(LANGS, (REWRITINGS_ZH, REWRITINGS_EN), strict=True)
}


@lru_cache(maxsize=16384)
def rewritten(text: str, lang: Lang) -> str:
    """Return *text* with its figures in digits and in units the grammar of quantities knows."""
    plain = unicodedata.normalize("NFKC", re.sub(r"(?<=\d)(?=[½¼¾])", " ", text.strip()))
    plain = _SIGN.sub(lambda sign: _SIGNS[sign[1]][lang], plain.replace("⁄", "/"))
    for pattern, instead in _REWRITINGS[lang]:
        plain = pattern.sub(instead, plain)
    return plain.strip()


def worded(text: str, lang: Lang) -> str:
    """Return *text* with the figures that have a word of their own in digits: 正午, every other week."""
    written = unicodedata.normalize("NFKC", text.strip()).translate(_CAPITALS)
    for pattern, instead in _WORDED[lang]:
        written = pattern.sub(instead, written)
    return written
