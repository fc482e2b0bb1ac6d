"""Traditional and Simplified Chinese: which of them a text is in, and the way from one to the other.

Conversion is OpenCC's ``t2s`` (Apache-2.0), which knows phrases (乾燥 -> 干燥 but 乾隆 stays), and a few characters it
leaves. ``tw2s`` is not used: it turns every 著 it does not know into 着 (編著 -> 编着) and 么 into 幺.
Words are never exchanged: 資料 becomes 资料, not 数据.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
# Characters that t2s leaves as they are though Simplified text has another one.
_LEFT_BY_OPENCC = str.maketrans("陜祇衹枱牠妳", "陕只只台它你")
# 著 is read zhù beside these and stays; everywhere else a Traditional text means 着 (著裝, 隨著, 著重).
_ZHU_BEFORE = "名显昭卓编原遗专论巨拙译土合"
_ZHU_AFTER = "名作者称述录书"
_ZHE_VERBS = "起随接跟照试看想说做穿拿带握沿顺存写读"  # 接著作業 is 接着作业, 看著書 is 看着书
_SURE_SHARE = 0.9


class Script(StrEnum):
    """Which characters a text is written in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    MIXED = "mixed"
    NEITHER = "neither"
    """No character tells: English, or characters common to both."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text shows of its script."""

    script: Script
    traditional: int
    """Characters that only Traditional text has."""
    simplified: int
    """Characters that only Simplified text has."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch that conversion changed."""

    start: int
    """Offset in the source."""
    end: int
    original: str
    converted: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A converted text that knows where each character came from."""

    text: str
    source: str
    edits: tuple[Edit, ...]
    """In order, without overlap; what lies between them is the same in both texts."""

    def origin(self, offset: int) -> int:
        """Return the source offset of the converted character at *offset*; inside an edit, the edit's start."""
        shift = 0
        for edit in self.edits:
            begin = edit.start + shift
            if offset < begin:
                break
            if offset < begin + len(edit.converted):
                same = len(edit.converted) == edit.end - edit.start
                return edit.start + (offset - begin if same else 0)
            shift += len(edit.converted) - (edit.end - edit.start)
        return min(offset - shift, len(self.source))


def detect_script(text: str) -> Evidence:
    """Return the script of *text*.

    A character tells Simplified when GB 2312 has it and Big5 has not, Traditional when conversion changes it.
    后 于 里 着 tell nothing, being good in both. Nine tenths of the telling characters decide, otherwise it is mixed.
    """
    traditional = simplified = 0
    for char in text:
        if "\u3400" <= char <= "\u9fff":
            side = _side(char)
            traditional += side == "t"
            simplified += side == "s"
    total = traditional + simplified
    if not total:
        script = Script.NEITHER
    elif traditional >= _SURE_SHARE * total:
        script = Script.TRADITIONAL
    elif simplified >= _SURE_SHARE * total:
        script = Script.SIMPLIFIED
    else:
        script = Script.MIXED
    return Evidence(script, traditional, simplified)


@lru_cache(maxsize=32768)
def simplify_character(char: str) -> str:
    """Return the one Simplified character for *char* out of context, as long in UTF-16, so that offsets hold anywhere."""
    if not "\u3400" <= char <= "\u9fff":
        return char
    if char == "著":
        return "着"
    plain: str = _converter().convert(char).translate(_LEFT_BY_OPENCC)
    return plain if _replaces(plain) else char


def _replaces(plain: str) -> bool:
    # 苧, which stands for 薴, is Traditional for 苎 besides: taken once more it would change again.
    return len(plain) == 1 and plain <= "\uffff" and plain != "苧"


@lru_cache(maxsize=1)
def simplified_variants() -> dict[str, str]:
    """Return every character that `simplify_character` changes, with what it becomes."""
    chars = [chr(code) for code in range(0x3400, 0xA000)]
    # One call for all: a line each, so that no two are taken for a phrase.
    plain = _converter().convert("\n".join(chars)).translate(_LEFT_BY_OPENCC).split("\n")
    found = {char: one for char, one in zip(chars, plain, strict=True) if one != char and _replaces(one)}
    return {**found, "著": "着"}


def to_simplified(text: str) -> Converted:
    """Return *text* in Simplified characters, with every change listed.

    Only Chinese characters are touched; each run of them is converted as a whole, for its phrases.
    """
    edits: list[Edit] = []
    parts: list[str] = []
    place = 0
    for run in _CHINESE.finditer(text):
        plain = _convert_run(run.group())
        if plain == run.group():
            continue
        edits += _changes(run.group(), plain, run.start())
        parts += [text[place : run.start()], plain]
        place = run.end()
    parts.append(text[place:])
    return Converted("".join(parts), text, tuple(edits))


def to_traditional(text: str) -> str:
    """Return *text*, Simplified or with Traditional words in it, in Traditional characters, as OpenCC's ``s2tw`` writes them."""
    return without_simplified(text) if detect_script(text).traditional else _expand(text)


def from_simplified(text: str) -> str:
    """Return *text*, Simplified but for words of a Traditional one that stand in it, in Traditional characters."""
    return _expand(text)


def without_simplified(text: str) -> str:
    """Return a Traditional *text* with each character that only Simplified text has exchanged; 后 and 里 may be meant."""
    return "".join(_expand(char) if _side(char) == "s" else char for char in text)


def _expand(text: str) -> str:
    expanded: str = _expander().convert(text)
    return expanded


def _convert_run(run: str) -> str:
    plain: str = _converter().convert(run).translate(_LEFT_BY_OPENCC)
    if "著" not in plain:
        return plain
    chars = list(plain)
    for place, char in enumerate(chars):
        if char == "著" and not _is_zhu(plain, place):
            chars[place] = "着"
    return "".join(chars)


def _is_zhu(text: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if before and before in _ZHU_BEFORE:
        return True
    if not before and after == "有":
        return True
    return bool(after) and after in _ZHU_AFTER and not (before and before in _ZHE_VERBS)


def _changes(source: str, plain: str, start: int) -> list[Edit]:
    if len(source) == len(plain):
        spans = [(i, i + 1, i, i + 1) for i, (a, b) in enumerate(zip(source, plain, strict=True)) if a != b]
    else:
        # Never seen with t2s, whose phrases keep their length; a future dictionary may do otherwise.
        codes = SequenceMatcher(a=source, b=plain, autojunk=False).get_opcodes()
        spans = [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]
    edits: list[Edit] = []
    for a, b, c, d in spans:
        last = edits[-1] if edits else None
        if last is not None and last.end == start + a:
            edits[-1] = Edit(last.start, start + b, last.original + source[a:b], last.converted + plain[c:d])
        else:
            edits.append(Edit(start + a, start + b, source[a:b], plain[c:d]))
    return edits


@lru_cache(maxsize=32768)
def _side(char: str) -> str:
    """Return "t" or "s" for a character of one script only, "" for one of both or of neither."""
    if simplify_character(char) != char and char != "著":
        return "t"
    # 着 is not in Big5, yet Hong Kong writes it.
    return "s" if char != "着" and _has(char, "gb2312") and not _has(char, "big5") else ""


def _has(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _expander() -> Any:
    import opencc

    return opencc.OpenCC("s2tw")


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
