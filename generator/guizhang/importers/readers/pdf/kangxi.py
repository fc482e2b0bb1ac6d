"""Radicals that PDF files use where the character is meant: ⼯ (U+2F2F) for 工, ⻓ (U+2ED3) for 长.

Several fonts share one glyph between a radical and its character, and the way back from glyph to text picks the wrong
one. The text looks right and nothing finds it. One character for one, so that counts hold.
"""

from __future__ import annotations

import unicodedata
from functools import cache

# CJK Radicals Supplement, as Unicode's EquivalentUnifiedIdeograph.txt has it; only two of them decompose by themselves.
_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢水⺣灬⺤爫"
    "⺥爫⺦爿⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤"
    "⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣"
    "⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
# Kangxi radicals decompose to the Traditional form; where the font drew the Simplified one, that one was meant.
_SIMPLIFIED = dict(zip("戶黃", "户黄", strict=True))
_TRADITIONAL_ONLY = frozenset("條個這時為會發動過與應員門們來國書長說請")


@cache
def _table() -> dict[int, str]:
    table = dict(zip(map(ord, _SUPPLEMENT[::2]), _SUPPLEMENT[1::2], strict=True))
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code) and len(plain) == 1 and "\u3400" <= plain <= "\u9fff":
            table[code] = plain
    return table


def plain_ideographs(text: str) -> str:
    """Return *text* with radicals and compatibility ideographs as the characters they stand for, length unchanged."""
    plain = text.translate(_table())
    if plain == text or any(c in _TRADITIONAL_ONLY for c in plain):
        return plain
    return "".join(_SIMPLIFIED.get(new, new) if new != old else new for old, new in zip(text, plain, strict=True))
