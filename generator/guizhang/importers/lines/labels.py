"""The labels of Chinese and English rules as a table: what each looks like, its family and its ordinal.

A label's *family* says which labels count on from each other (一、 二、), its *variant* how the sign is written (一、 一.).
Patterns run on the folded view: half-width signs, Simplified characters, no blanks inside 第一条.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from guizhang.zh.numerals import CHINESE, chinese_to_int, roman_to_int, sign_to_int, stem_to_int, to_int


class Family(StrEnum):
    """Which labels count on from each other."""

    HEADING = "heading"  # a heading the format marks as such, without a label; its path is its level
    ATTACHMENT = "附件1"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    CLAUSE = "clause"  # English "Section 2.1", "Clause 4": above or below an article, as its text has it
    CHINESE = "一、"
    CHINESE_PAREN = "（一）"
    ORDINAL = "第一，"
    STEM = "甲、"
    FORMAL = "壹、"
    BRACKETED = "【一】"
    STEP = "步骤1"
    QUESTION = "Q1"
    DECIMAL = "1.1"
    ARABIC = "1."
    ARABIC_PAREN = "（1）"
    ARABIC_CLOSE = "1）"
    CIRCLED = "①"
    LETTER_UPPER = "A."
    LETTER_LOWER = "a)"
    ROMAN_UPPER = "I."
    ROMAN_LOWER = "(i)"
    BULLET = "·"


STRONG: dict[Family, float] = {
    Family.HEADING: -1,
    Family.ATTACHMENT: -0.5,
    Family.PART: 0,
    Family.CHAPTER: 1,
    Family.SECTION: 2,
    Family.ARTICLE: 3,
}
"""Families whose rank among each other is fixed by how rules are written; the others find theirs in the text."""

_UNITS = {
    "编": Family.PART,
    "篇": Family.PART,
    "部分": Family.PART,
    "章": Family.CHAPTER,
    "节": Family.SECTION,
    "条": Family.ARTICLE,
}
_WORDS = {
    "part": Family.PART,
    "chapter": Family.CHAPTER,
    "article": Family.ARTICLE,
    "section": Family.CLAUSE,
    "clause": Family.CLAUSE,
    "rule": Family.ARTICLE,
    "policy": Family.SECTION,
    "appendix": Family.ATTACHMENT,
    "annex": Family.ATTACHMENT,
    "schedule": Family.ATTACHMENT,
    "attachment": Family.ATTACHMENT,
    "step": Family.STEP,
    "question": Family.QUESTION,
}
_NAMING = ("Standard", "Principle", "Requirement", "Guideline", "Regulation")
"""Words that number rules, and stand in sentences as well (Standard 5 rooms): what such a number labels begins with a capital."""
_NAMING_WORD = "|".join(f"{word}|{word.upper()}" for word in _NAMING)
_WORDS |= {word.lower(): Family.ARTICLE for word in _NAMING}


@dataclass(frozen=True, slots=True)
class Label:
    """One way to read a label at one place."""

    start: int
    end: int
    family: Family
    variant: str
    path: tuple[int, ...]
    """(3,) for 三、; (4, 8, 1) for 4.8.1; (5, 1) for 第五条之一; empty for a bullet."""
    bias: float = 0.0
    """What this reading is worth against the others at its place."""


_N = CHINESE
_ENGLISH_NUMBER = r"\d{1,3}(?:\.\d{1,3})*(?:-\d{1,2}(?![\w-]))?|[IVXLC]{1,7}|[A-Z]|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
_ENGLISH_WORD = "Part|Chapter|Article|Section|Clause|Rule|Appendix|Annex|Schedule|Attachment|Step|Question"
_POSITIONAL = re.compile("[一二三四五六七八九]{2}")
_DESERT = 1000
_FORMAL = "壹贰叁参肆伍陆柒捌玖拾"
# A sign followed by these is a quantity or an amount, never a label.
_UNIT_WORDS = "年月日号天个小时分秒元人次名位份周季级层楼点倍折万千百亿米公克吨页张项款批种类岁%℃"

INLINE = re.compile(
    r"(?<=[、.)])(?P<run>12(?:3(?:4(?:5(?:6(?:78?)?)?)?)?)?)(?:(?=[一二三四五六七八九十]{1,2}、)|、)"
    rf"|第(?P<strong>[{_N}]{{1,8}}|[{_FORMAL}]{{1,4}}|\+[{_N}]|[{_N}]\+[{_N}]?|\d{{1,4}})(?P<unit>编|篇|部分|章|节|条)(?:之(?P<sub>[一二三四五六七八九十]{{1,2}})(?![一-鿿]))?"
    rf"|第(?P<nth>[一二三四五六七八九十]{{1,3}})(?P<nth_sign>[,、:])"
    rf"|(?:(?<=[。;:!?\n ])|^)第(?P<step>[一二三四五六七八九十]{{1,2}}|\d{{1,2}})步(?:骤[,、:]?|[,、:]|(?= ))"
    rf"|(?<![{_FORMAL}])(?P<formal>[{_FORMAL}]{{1,3}})(?P<formal_sign>[、.:])"
    rf"|[(\[](?P<cn_paren>[{_N}]{{1,4}}|[—–](?=\)))[)\]][、.]?"
    rf"|(?P<cn_paren_sign>[㈠-㈩])[、.]?"
    rf"|(?<![{_N}第])(?P<cn>[{_N}]{{1,4}})(?P<cn_sign>、|\.(?!\d))"
    rf"|(?<![{_N}第\d(])(?P<cn_close>[{_N}]{{1,3}})\)"
    r"|(?<!\d)(?<!\d\.)(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,5})(?![\d%‰℃°]|\.\d|:\d\d(?!\d))[.、]?"
    r"|(?<!\d)(?<!\d\.)(?P<arabic>\d{1,9})(?P<arabic_sign>\.、|、|\)|\.(?!\d)|\.(?=\d{1,2}:\d\d(?!\d)))"
    r"|(?P<dotted_sign>[⒈-⒛])|(?P<keycap>\d)\ufe0f?\u20e3\ufe0f?"
    r"|\((?P<arabic_paren>\d{1,3})\)[、.]?"
    r"|(?P<arabic_paren_sign>[⑴-⒇])[、.]?"
    r"|(?P<circled>[①-⑳㉑-㉟㊱-㊿❶-❿➀-➓⓵-⓾])[、.]?"
    r"|(?<![Ⅰ-ⅻ])(?:(?P<roman_upper_sign>[Ⅰ-Ⅻ])|(?P<roman_lower_sign>[ⅰ-ⅻ]))(?![Ⅰ-ⅻ])[、.]?"
    r"|(?<![A-Za-z0-9(.])(?P<letter>[A-Za-z]|[ivx]{2,6}|[IVX]{2,6})(?P<letter_sign>[、.)])(?![A-Za-z]\.)"
    r"|\((?P<letter_paren>[A-Za-z]|[ivx]{2,6})\)"
    r"|(?<![甲乙丙丁戊己庚辛壬癸])(?P<stem>[甲乙丙丁戊己庚辛壬癸])[、.]"
    rf"|(?:(?<=[ ])|(?<=[.;:!?]))(?P<word>{_ENGLISH_WORD}) (?P<word_number>{_ENGLISH_NUMBER})(?![\w-])[.:)]?"
    r"|(?<=[。;!?])(?P<bare_end>[1-9]\d?)$"
    rf"|(?<=[:;。])(?<!\d:)(?P<bare>[1-9]\d?)(?=[一-鿿])(?![{_UNIT_WORDS}])"
)
"""Labels that may stand anywhere, glued to the text before them too."""

WORDLESS = re.compile(
    rf"(?:[\d\s{_N}{_FORMAL}第章节条编篇部款项步之(){re.escape('[]')}、.,:;·•*+-]|[^\W\d_\u3400-\u9fff](?=[).、])|[①-⒛㈠-㈩㉑-㊿Ⅰ-ⅻ❶-➓⓵-⓾]){{{_DESERT},}}"
)
"""Signs and numerals without a word between them, so many that they label nothing: no rule looks like this."""

BROKEN = re.compile(
    rf"第(?P<head>[{_N}\d]{{0,7}})[ ]*\n[ ]*(?P<tail>[{_N}\d]{{0,7}})(?P<unit>[编篇章节条])"
    rf"|\((?P<paren_head>[{_N}]{{0,3}}|\d{{0,2}})\n[ ]*(?P<paren_tail>[{_N}]{{0,3}}|\d{{0,2}})\)"
)
"""第二 at the end of a line and 章 at the start of the next."""

JOINED_DECIMAL = re.compile(
    rf"(?P<letter_decimal>(?!A\d{{1,3}}:)[A-PR-UW-Z](?:\.?[1-9]\d?)(?:\.\d{{1,2}}){{0,3}})(?![\w%-])[.、:)]?"
    rf"|(?P<comma_decimal>\d{{1,2}}(?:、\d{{1,2}}){{1,3}})(?![\d、.])"
    rf"|(?P<dash_decimal>[1-9]\d?(?:-[1-9]\d?){{1,3}})(?=[、.:] ?|[ ]?[一-鿿A-Z(“「【《])(?![ ]?[{_UNIT_WORDS}])[、.:]?"
)
"""A.1, 3、1、2 and 3-1-2 at the start of a line; elsewhere they are figures and ranges. A1: is the answer to Q1."""

AT_START = re.compile(
    rf"(?P<naming_word>{_NAMING_WORD}) +(?P<naming_number>\d{{1,3}}|[A-Z]|[IVX]{{1,5}})(?:[.:)](?= |$)|(?= +[A-Z“\"–—-]|$))"
    rf"|(?i:(?P<word>{_ENGLISH_WORD}|Policy(?=[ ]+\d{{1,3}}(?::|\.(?!\d)|[ ]+[–—-][ ]|$))))[ ]+(?P<word_number>(?i:{_ENGLISH_NUMBER}))(?=[\s.:)—–-]|$)[.:)]?"
    rf"|(?P<cn>[{_N}]{{1,4}})(?P<cn_sign>[,:]|(?= ))"
    r"|(?P<letter>[a-h])(?P<letter_sign>:)(?!//)"
    rf"|附[件录表图](?P<attachment>\d{{1,2}}|[{_N}]{{1,3}}|[A-H](?![A-Za-z]))(?![\d{_N}]|[.、]\d)[.:、]?"
    rf"|[【〖〔](?P<bracketed>[{_N}]{{1,3}}|[1-9]\d?)[】〗〕][、.:]?"
    rf"|步骤 ?(?P<step>\d{{1,2}}|[{_N}]{{1,3}})(?![\d{_N}])[.:、)]?"
    rf"|(?:Q|问题?) ?(?P<question>\d{{1,3}}|[{_N}]{{1,3}})(?:[.:、)]|(?=[ ?]|$))"
    rf"|(?P<formal>[{_FORMAL}]{{1,3}})(?P<formal_sign>(?= ))"
    rf"|(?P<bare>0?[1-9]|[1-9]\d)(?:(?=[ ]|[一-鿿]|$|\n)(?![ ]?[{_UNIT_WORDS}])|(?= [一-鿿]{{2,6}}$))"
    r"|(?P<bullet>(?P<sign>[·•●○◆◇■□▪▶►➢✓※★☆☞➤❖✦✧✔✅❌✗✘⚠🚫👉🔹🔸])(?!(?P=sign))(?![^\n]{2,40}(?P=sign)[ ]?(?:\n|$))\ufe0f?|[-*+–](?= |$))",
)
"""Labels that count as such at the start of a line only; ○○公司 is a name left out, and ★消毒制度★ is adorned."""


def read_labels(match: re.Match[str]) -> list[Label]:
    """Return every reading of one match of a pattern above, the likeliest first; empty when it has no ordinal."""
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span()
    for name, (family, read) in _SIMPLE.items():
        if name in found:
            number = read(found[name])
            sign = (
                found.get("cn_sign") or found.get("nth_sign") or found.get("formal_sign") or _VARIANTS.get(name, name)
            )
            if number is None:
                return []
            labels = [Label(start, end, family, sign, (number,))]
            # 范文一一、 is the first rule of the first text: nobody writes eleven like this.
            digit = chinese_to_int(found["cn"][-1]) if name == "cn" and _POSITIONAL.fullmatch(found["cn"]) else None
            return labels if digit is None else [Label(match.end("cn") - 1, end, family, sign, (digit,)), *labels]
    if "strong" in found:
        number = to_int(found["strong"].replace("+", "十"))
        sub = chinese_to_int(found.get("sub", ""))
        path = () if number is None else (number,) if sub is None else (number, sub)
        return [Label(start, end, _UNITS[found["unit"]], "第", path)] if path else []
    if "decimal" in found:
        figures = tuple(map(int, found["decimal"].split(".")))
        # 3.0 职责 over 3.1 and 3.2 counts as 3.
        return [Label(start, end, Family.DECIMAL, ".", figures[:1] if figures[1:] == (0,) else figures)]
    if "arabic" in found:
        return _arabic(match, found["arabic"], found["arabic_sign"])
    if "letter" in found or "letter_paren" in found:
        return _letters(start, end, found.get("letter") or found["letter_paren"], found.get("letter_sign", "()"))
    if "word" in found:
        return _english(match, found["word"], found["word_number"])
    if "naming_word" in found:
        return _english(match, found["naming_word"], found["naming_number"])
    if "comma_decimal" in found:
        return _comma_decimal(match, found["comma_decimal"])
    if "letter_decimal" in found:
        signs: list[str] = re.findall(r"[A-Z]|\d+", found["letter_decimal"])
        return [Label(start, end, Family.DECIMAL, "A", (ord(signs[0]) - 64, *map(int, signs[1:])))]
    if "dash_decimal" in found:
        return [Label(start, end, Family.DECIMAL, "-", tuple(map(int, found["dash_decimal"].split("-"))))]
    return [Label(start, end, Family.BULLET, found["bullet"], ())]


# Group of a pattern -> family and how its numeral is read; groups with more to them are read one by one above.
_SIMPLE: dict[str, tuple[Family, Callable[[str], int | None]]] = {
    "nth": (Family.ORDINAL, chinese_to_int),
    "cn": (Family.CHINESE, to_int),
    "cn_close": (Family.CHINESE_PAREN, to_int),
    "cn_paren": (Family.CHINESE_PAREN, lambda sign: 1 if sign in "—–" else to_int(sign)),
    "cn_paren_sign": (Family.CHINESE_PAREN, sign_to_int),
    "arabic_paren": (Family.ARABIC_PAREN, int),
    "arabic_paren_sign": (Family.ARABIC_PAREN, sign_to_int),
    "dotted_sign": (Family.ARABIC, sign_to_int),
    "keycap": (Family.ARABIC, int),
    "circled": (Family.CIRCLED, sign_to_int),
    "stem": (Family.STEM, stem_to_int),
    "formal": (Family.FORMAL, chinese_to_int),
    "bracketed": (Family.BRACKETED, to_int),
    "step": (Family.STEP, to_int),
    "question": (Family.QUESTION, to_int),
    "attachment": (Family.ATTACHMENT, lambda sign: ord(sign) - 64 if "A" <= sign <= "H" else to_int(sign)),
    "bare": (Family.ARABIC, int),
    "bare_end": (Family.ARABIC, int),
    "roman_upper_sign": (Family.ROMAN_UPPER, sign_to_int),
    "roman_lower_sign": (Family.ROMAN_LOWER, sign_to_int),
}
_VARIANTS = {"bare": "", "bare_end": ""}


def read_broken(match: re.Match[str]) -> list[Label]:
    """Return the reading of a label that the end of a line breaks in two."""
    strong = match["unit"] is not None
    digits = match["head"] + match["tail"] if strong else match["paren_head"] + match["paren_tail"]
    number = to_int(digits)
    if number is None:
        return []
    family = _UNITS[match["unit"]] if strong else Family.ARABIC_PAREN if digits.isascii() else Family.CHINESE_PAREN
    sign = "第" if strong else "arabic_paren" if digits.isascii() else "cn_paren"
    return [Label(match.start(), match.end(), family, sign, (number,))]


def _comma_decimal(match: re.Match[str], figures: str) -> list[Label]:
    """Return 3、1、2 as one label, and as a plain 3、 before figures."""
    start, end = match.span()
    path = tuple(map(int, figures.split("、")))
    behind_first = start + figures.index("、") + 1
    return [
        Label(start, end, Family.DECIMAL, "、", path),
        Label(start, behind_first, Family.ARABIC, "、", path[:1], -0.7),
    ]


def _english(match: re.Match[str], word: str, number: str) -> list[Label]:
    family = _WORDS[word.lower()]
    start, end = match.span()
    if number[0].isdigit():
        return [Label(start, end, family, word.title(), tuple(int(part) for part in re.split("[.-]", number)))]
    letter = ord(number.upper()) - 64 if len(number) == 1 else None
    # Part C is the third: no rule book counts to a hundred in Roman figures.
    value = roman_to_int(number) or to_int(number) if letter is None or number.upper() in "IVX" else None
    return [Label(start, end, family, word.title(), (n,)) for n in (value, letter) if n is not None]


_FIGURE = re.compile("[A-Za-z$€£¥￥] ?$")
_LINE_START = re.compile(r"(?:\A|\n)[ \t]*\Z")
"""Where 0. may be a label, 0. 定义 over 1. 目的; elsewhere it is an amount."""


def _arabic(match: re.Match[str], digits: str, sign: str) -> list[Label]:
    """Return readings of a digit run before a sign: in 6:002、 only the last digit belongs to the label.

    A figure behind a Latin letter or a sign of money, USD 25. or $25., is one number.
    """
    family = Family.ARABIC_CLOSE if sign == ")" else Family.ARABIC
    labels = []
    first = match.start("arabic")
    whole = _FIGURE.search(match.string, max(0, first - 2), first)
    for length in range(min(len(digits), 3), len(digits) - 1 if whole else 0, -1):
        label = digits[-length:]
        if label[0] == "0" and length > 1 and length == len(digits) < 3 and int(label):
            labels.append(Label(match.start(), match.end(), family, sign, (int(label),)))  # 01. 02.
        elif label[0] != "0" or (digits == "0" and _LINE_START.search(match.string, max(0, first - 24), first)):
            bias = 0.0 if length == len(digits) else -1.0
            labels.append(Label(match.end("arabic") - length, match.end(), family, sign, (int(label),), bias))
    return labels


def _letters(start: int, end: int, letters: str, sign: str) -> list[Label]:
    labels = []
    upper = letters.isupper()
    if len(letters) == 1:
        family = Family.LETTER_UPPER if upper else Family.LETTER_LOWER
        labels.append(Label(start, end, family, sign, (ord(letters.lower()) - 96,)))
    roman = roman_to_int(letters)
    if roman is not None and (len(letters) > 1 or letters in "ivxIVX"):
        family = Family.ROMAN_UPPER if upper else Family.ROMAN_LOWER
        labels.append(Label(start, end, family, sign, (roman,), 0.0 if len(letters) > 1 else -0.3))
    return labels
