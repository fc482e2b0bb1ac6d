"""Readings of Chinese characters, and pinyin as people write it.

Data: the character table of pypinyin (MIT), made from the Unihan fields kHanyuPinlu, kXHC1983, kTGHZ2013, kHanyuPinyin
and kMandarin, in that order of use. Only the character table is asked; its phrase table is not.

Tones are 1 to 4, and 5 for the neutral tone.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

NEUTRAL = 5
_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_DIAERESIS = "\u0308"
# Typesetters write the one-storey letters of school books; typists without an umlaut write v or u:.
_LETTERS = str.maketrans({"ɡ": "g", "ɑ": "a", "v": "ü"})
_SHAPE = re.compile(r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüê]+(?:ng|n|r)?|h?ng?|h?m")
_TONE_CARRIERS = frozenset("aeiouüêmn")
SYLLABLE_MAX = 6
"""Letters of the longest syllable (zhuang)."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable of pinyin."""

    letters: str
    """Lower case, without tone; ü stays ü."""
    tone: int
    """1 to 5; 5 where no tone is written."""


@lru_cache(maxsize=4096)
def parse_syllable(text: str) -> Syllable | None:
    """Return the syllable that *text* writes, None when it writes none.

    Composed and decomposed accents are the same, and so are lǜ, lv4, lu:4. A syllable has at most one tone.

    Example: ``parse_syllable("zhǎng") == Syllable("zhang", 3)``; ``parse_syllable("VIP") is None``.
    """
    bare = text.strip().lower().replace("u:", "ü")
    tone = 0
    if bare[-1:].isascii() and bare[-1:].isdigit():
        tone = {"0": NEUTRAL, "1": 1, "2": 2, "3": 3, "4": 4, "5": NEUTRAL}.get(bare[-1], -1)
        bare = bare[:-1]
    letters: list[str] = []
    for sign in unicodedata.normalize("NFD", bare):
        if sign in _MARKS:
            if tone or not letters or letters[-1] not in _TONE_CARRIERS:
                return None
            tone = _MARKS[sign]
        elif sign == _DIAERESIS and letters and letters[-1] == "u":
            letters[-1] = "ü"
        elif sign == "\u0302" and letters and letters[-1] == "e":
            letters[-1] = "ê"
        else:
            letters.append(sign)
    plain = "".join(letters).translate(_LETTERS)
    if tone < 0 or len(plain) > SYLLABLE_MAX or not _SHAPE.fullmatch(plain):
        return None
    return Syllable(plain, tone or NEUTRAL)


def has_tone(text: str) -> bool:
    """Return whether *text* carries a tone mark or a tone digit, which plain words in brackets do not."""
    return any(sign in _MARKS for sign in unicodedata.normalize("NFD", text)) or text[-1:] in ("1", "2", "3", "4")


@lru_cache(maxsize=32768)
def readings(char: str) -> tuple[Syllable, ...]:
    """Return every reading of one character, the usual one first; empty for what is no Chinese character.

    Example: 长 gives cháng, zhǎng, zhàng.
    """
    if len(char) != 1 or ord(char) < 0x3007:
        return ()
    syllables = map(parse_syllable, _characters().get(str(ord(char)), "").split(","))
    return tuple(dict.fromkeys(syllable for syllable in syllables if syllable is not None))


@cache
def _characters() -> Mapping[str, str]:
    """Return code point -> readings, the usual one first.

    The table is read without its package, which takes most of a second and 60 MB to load phrases that are not asked.
    """
    package = find_spec("pypinyin")
    folders = package.submodule_search_locations if package else None
    assert folders, "a dependency of this package"
    table: dict[str, str] = json.loads((Path(folders[0]) / "pinyin_dict.json").read_text(encoding="utf-8"))
    return table


def fits(char: str, written: Syllable | str) -> bool:
    """Return whether *written* is a reading of *char*, its tone included.

    A neutral tone fits every tone of the same letters: 道(dao) in 知道 is dào said lightly.
    """
    syllable = parse_syllable(written) if isinstance(written, str) else written
    if syllable is None:
        return False
    if syllable.tone == NEUTRAL:
        return any(reading.letters == syllable.letters for reading in readings(char))
    return syllable in readings(char)


def spellings(char: str) -> tuple[str, ...]:
    """Return how a reader may type *char* without tones, usual reading first; ü is typed v.

    Example: 长 gives chang, zhang; 绿 gives lv, lu.
    """
    return tuple(dict.fromkeys(reading.letters.replace("ü", "v").replace("ê", "e") for reading in readings(char)))


def initials(char: str) -> tuple[str, ...]:
    """Return the first letters of the spellings of *char*: 长 gives c, z."""
    return tuple(dict.fromkeys(spelling[0] for spelling in spellings(char)))
