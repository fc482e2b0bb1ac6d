"""English references taken apart: Section 4.2(b), Articles 3 to 5, Paragraph 2 of Clause 7, the preceding two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guizhang.zh.english_forms import CHAINED
from guizhang.zh.mentions import Mention, Step
from guizhang.zh.numerals import roman_to_int, to_int

MOST = 50
"""Most items a range is spelled out to."""
_EN_NAMES = {
    "article": "article", "clause": "article", "rule": "article", "chapter": "chapter", "section": "section", "part": "part",
    "art": "article", "sec": "section", "para": "paragraph", "cl": "article", "s": "section", "ss": "section",
    "sub-section": "section", "subsection": "section",
    "sub-clause": "item", "subclause": "item", "sub-rule": "article", "subrule": "article", "question": "item", "§": "section",
    "paragraph": "paragraph", "item": "item", "point": "item", "step": "item",
    "regulation": "article", "by-law": "article", "condition": "article", "bylaw": "article", "division": "section",
    "sub-paragraph": "item", "subparagraph": "item", "title": "part",
    "number": "item", "no": "item",
    "policy": "article", "procedure": "article", "standard": "article",
}  # fmt: skip
_EN_LIST = re.compile(
    r"(?P<level>[A-Za-z-]+?|§)[s§]?\.? ?(?P<numbers>(?:\d+(?:\.\d+)*|[IVX]+|[A-Z]|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)(?:(?: (?:to|and|or|through) |, (?:and |or )?|[–—-])"
    r"(?:\d+(?:\.\d+)*|[IVX]+|[A-Z]|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten))*)(?P<below>(?: \d+(?:\.\d+)+)?(?: ?\(\w+\))*)"
)
_EN_WITHIN = re.compile(r"(?P<inner>.+) of (?P<outer>[a-z]+ (?:[\dIVX.]+|[A-H])|\d+(?:\.\d+)+)", re.IGNORECASE)
_EN_BELOW = re.compile(r",? \(?(?:paragraph|item|section|point|part) (\d+|(?-i:[A-H]))\)?$", re.IGNORECASE)
_EN_OF_ANNEX = re.compile(
    r"(?P<inner>.+) of (?P<outer>(?:annex|appendix|schedule|attachment|exhibit) \w+)", re.IGNORECASE
)
_ANNEX = re.compile(
    r"(?:annex(?:ure)?|appendix|appendices|schedule|attachment|exhibit|addendum|table|figure)(?:e?s)? (\w+)",
    re.IGNORECASE,
)
# Rule no. 5, rule #5.
_NUMBERED = re.compile(r"(?<= )(?:no\.?|number) (?=\d)|(?<= )#", re.IGNORECASE)
_RANGE_EN = re.compile(r"\b(?:to|through)\b|[–—-]")


_CHAINED = re.compile(CHAINED, re.IGNORECASE)
_OF = re.compile(r"(?P<inner>.+?) of (?P<outer>.+)", re.IGNORECASE)
_ANNEXED = re.compile("(?:annex|appendix|schedule)s? ", re.IGNORECASE)
_UNIT = re.compile(r"(?P<level>[A-Za-z-]+?)s?\.? ?(?P<rows>\(.*|(?:\d|[IVXA-Z](?![a-z])|[A-Z][a-z]+$).*)", re.DOTALL)
_ROWS = re.compile(
    r"(?P<joint>^| (?:and|or|to|through) |, (?:and |or )?|[–—-])(?P<number>[\w.]*)(?P<below>(?: ?\(\w+\))*)"
)
_NEXT_LEVEL = re.compile(r",? (?=[A-Za-z-]{3,}\.?(?: |\())(?!(?:and|or|to|through)\b)")


def read_english(blank: Mention, words: str) -> Mention:
    """Return *blank* with what *words* name: levels, an annex, or a relative word."""
    # items b and c, items (b) and (c): one is printed without its brackets.
    words = re.sub(r"^(\w+ )([a-h]) (and|or|to) ([a-h])$", r"\1(\2) \3 (\4)", _NUMBERED.sub("", words))
    if (compound := _compound(blank, words)) is not None:
        return compound
    if alone := re.fullmatch("the (schedule|appendix|annex)", words, re.IGNORECASE):
        return replace(blank, annex=alone[1])
    annex = _ANNEX.match(words)
    if annex:
        below = _EN_BELOW.search(words)
        return (
            replace(blank, annex=words[: below.start()], steps=(Step("item", (english_number(below[1]),)),))
            if below
            else replace(blank, annex=words)
        )
    if of := _EN_OF_ANNEX.fullmatch(words):
        return replace(blank, annex=of["outer"], steps=read_english(blank, of["inner"]).steps)
    if words.lower().startswith(("the ", "this ")):
        return replace(blank, anchor=words.lower())
    if of := _EN_WITHIN.fullmatch(words):
        outer, inner = (
            (Step("item", (english_number(of[name]),)),)
            if of[name][0].isdecimal()
            else read_english(blank, of[name]).steps
            for name in ("outer", "inner")
        )
        return replace(blank, steps=(*outer, *inner))
    if low := re.fullmatch(_EN_LIST, words):
        number = [
            english_number(n)
            for n in re.findall(r"\d+(?:\.\d+)*|[IVX]+\b|[A-Z]\b|[A-Za-z]{3,5}\b(?<!and)(?<!through)", low["numbers"])
        ]
        if _RANGE_EN.search(low["numbers"]) and len(number) == 2 and len(number[0]) == 1:
            number = [(n,) for n in range(number[0][0], min(number[1][0], number[0][0] + MOST) + 1)]
        deeper = [*re.findall(r" (\d+(?:\.\d+)+)$", low["below"] or ""), *re.findall(r"\((\w+)\)", low["below"] or "")]
        level = _EN_NAMES[low["level"].lower()]
        if _RANGE_EN.search(low["numbers"]) and len(number) == 2 and len(number[0]) > 1:
            return replace(blank, steps=(Step(level, (number[0],)),), until=(Step(level, (number[1],)),))
        return replace(blank, steps=(Step(level, tuple(number)), *(Step("item", (english_number(n),)) for n in deeper)))
    if several := re.fullmatch(r"(?P<first>.+?) ?[(](\w+)[)] ?(?P<by>to|and|or|[–-]) ?[(](\w+)[)]", words):
        return _several_letters(blank, several)
    if lettered := re.fullmatch(r"[A-Za-z-]+? ?((?:\(\w+\))+)", words):
        return replace(blank, steps=tuple(Step("item", (english_number(n),)) for n in re.findall(r"\w+", lettered[1])))
    if plain := re.fullmatch(r"(\d*)((?:\(\w+\))+)(?: (?:and|or|to) \((\w+)\))?", words):
        outer = (Step("article", ((int(plain[1]),),)),) if plain[1] else ()
        numbers = tuple(english_number(n) for n in (*re.findall(r"\w+", plain[2]), plain[3]) if n)
        inner = (Step("item", numbers),) if plain[3] else tuple(Step("item", (n,)) for n in numbers)
        return replace(blank, steps=(*outer, *inner), bare=True)
    found = re.findall(
        r"(art(?:icle)?|chapter|sec(?:tion)?|part|para(?:graph)?|clause|item)s?\.? \(?(\d+(?:\.\d+)*|[a-z](?=\)))",
        words,
        re.IGNORECASE,
    )
    steps = tuple(
        Step("item" if number.isalpha() else _EN_NAMES[name.lower()], (english_number(number),))
        for name, number in found
    )
    return replace(blank, steps=steps or _unit_steps(words))


def _compound(blank: Mention, words: str) -> Mention | None:
    """Return *blank* with the levels of what names one within another, or a number of several signs; None for all else."""
    if _CHAINED.fullmatch(words):
        return _read_chain(blank, words)
    if (unit := _UNIT.fullmatch(words)) and re.fullmatch(
        r"[IVXA-Z]+\.[A-Z\d][\w.]*|(?:\(\w+\)| (?:and|or|to) |[–-])+", unit["rows"]
    ):
        return replace(blank, steps=_unit_steps(words))
    if unit and unit["level"].lower() in ("number", "no"):
        return replace(blank, steps=_unit_steps(words), bare=True)
    if section := re.fullmatch(r"§ ?(\d+)-(\d+)((?:\(\w+\))*)", words):
        below = (Step("item", (english_number(n),)) for n in re.findall(r"\w+", section[3]))
        return replace(blank, steps=(Step("section", ((int(section[1]), int(section[2])),)), *below))
    return None


def _read_chain(blank: Mention, words: str) -> Mention:
    """Return *blank* with the levels of Article IV, Section 2 or of Section 1 of this Article, the outer ones first."""
    if of := _OF.fullmatch(words):
        inner = _units(of["inner"])
        if of["outer"].lower().startswith("this "):
            return replace(blank, anchor=of["outer"].lower(), steps=inner)
        if _ANNEXED.match(of["outer"]):
            return replace(blank, annex=of["outer"], steps=inner)
        return replace(blank, steps=(*_units(of["outer"]), *inner))
    return replace(blank, steps=_units(words))


def _units(words: str) -> tuple[Step, ...]:
    return tuple(step for unit in _NEXT_LEVEL.split(words) for step in _unit_steps(unit))


def _unit_steps(unit: str) -> tuple[Step, ...]:
    """Return the steps of one level word with its numbers: Sections 1 to 3, Paragraphs (a) and (c), Section IV.B.2."""
    match = _UNIT.fullmatch(unit)
    if match is None:
        return ()
    level = _EN_NAMES.get(match["level"].lower(), "article")
    rows = list(_ROWS.finditer(match["rows"]))
    first, last = rows[0], rows[-1]
    if len(rows) > 1 and not last["number"]:
        # rule 1(a) and (c): the last of the letters are several.
        head = [*_row_steps(level, first)]
        ends = [head.pop().numbers[-1], *(english_number(re.findall(r"\w+", row["below"])[-1]) for row in rows[1:])]
        return (*head, Step("item", _spelled(ends, last["joint"])))
    if len(rows) > 1:
        return (Step(level, _spelled([english_number(row["number"]) for row in rows], last["joint"])),)
    return tuple(_row_steps(level, first))


def _row_steps(level: str, row: re.Match[str]) -> Iterator[Step]:
    number = row["number"]
    if number and not number[0].isdigit() and "." in number:
        outer, *inner = number.split(".")
        yield Step(level, (english_number(outer),))
        yield from (Step("item", (english_number(n),)) for n in inner if n)
    elif number:
        yield Step(level, (english_number(number),))
    yield from (Step("item", (english_number(n),)) for n in re.findall(r"\w+", row["below"]))


def _spelled(ends: list[tuple[int, ...]], joint: str) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of a row, those between the ends of a range too."""
    if len(ends) == 2 and _RANGE_EN.search(joint) and len(ends[0]) == len(ends[1]) == 1:
        return tuple((n,) for n in range(ends[0][0], min(ends[1][0], ends[0][0] + MOST) + 1))
    return tuple(ends)


def _several_letters(blank: Mention, row: re.Match[str]) -> Mention:
    """Return *blank* with the items of clause 2.2(a) to (c)."""
    first, last = english_number(row[2]), english_number(row[4])
    between = (
        ((n,) for n in range(first[0], min(last[0], first[0] + MOST) + 1))
        if row["by"] not in ("and", "or")
        else (first, last)
    )
    upper = (
        read_english(blank, row["first"]).steps
        if re.search(r"[\w)]$", row["first"]) and re.search("[ (]", row["first"])
        else ()
    )
    return replace(blank, steps=(*upper, Step("item", tuple(between))))


def english_number(printed: str) -> tuple[int, ...]:
    """Return an ordinal printed as 4.2, IV, B or b."""
    if printed[0].isdecimal():
        return tuple(int(n) for n in printed.split("."))
    if len(printed) > 2 and (word := to_int(printed)):
        return (word,)
    roman = roman_to_int(printed)
    letter = ord(printed.lower()) - 96 if len(printed) == 1 else 0
    return (roman if roman and (len(printed) > 1 or printed in "ivxIVX") else letter,)
