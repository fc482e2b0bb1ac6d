"""Figures as people write them, rewritten as digits and units that the grammar of quantities reads.

A minute and a half is 90 seconds, half past eight 8:30, 1.5倍 150%, 两米五 2.5米, ≥3天 不少于3天. Only what is written is
changed: what a figure allows is read elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from guizhang.model.text import LANGS, Lang
from guizhang.quality.writings_en import REWRITINGS_EN
from guizhang.quality.writings_zh import REWRITINGS_ZH

_SIGNS: dict[str, dict[Lang, str]] = {
    ">=": {"zh": "不少于", "en": "at least "},
    "≥": {"zh": "不少于", "en": "at least "},
    "<=": {"zh": "不超过", "en": "at most "},
    "≤": {"zh": "不超过", "en": "at most "},
    ">": {"zh": "超过", "en": "more than "},
    "<": {"zh": "少于", "en": "less than "},
}
_SIGN = re.compile(r"(?<![\w=<>])(>=|<=|[≥≤><])\s*(?=[\d$£€¥-])")


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
