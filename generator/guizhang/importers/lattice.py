"""Every place where a label may stand, at line starts and glued to text, and how likely it is one by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from guizhang.importers.labels import AT_START, COMMA_DECIMAL, INLINE, STRONG, Family, Label, read_labels
from guizhang.importers.lines import Line, ends_sentence
from guizhang.zh.folding import Folded


@dataclass(frozen=True, slots=True)
class Mark:
    """One place where a label may stand."""

    start: int
    line: int
    """Index of its line (number - 1)."""
    at_start: bool
    labels: tuple[Label, ...]
    """Its readings; at least one."""
    prior: float
    """Evidence of the neighbouring characters that a label stands here: above 0 for, below 0 against."""
    introduced: int | None
    """Index of the line whose colon comes directly before it, so that a list is to be expected; None without one."""
    clause: int = 0
    """Where the clause it is glued to begins: behind the last stop or comma before it in the line."""
    indent: int = -1
    """Blanks before it where it starts its line; -1 within a line."""

    @property
    def strong(self) -> bool:
        """Whether it would be a 编, 章, 节 or 条."""
        return self.labels[0].family in STRONG


_SENTENCE_END = frozenset("。!?;…")
_CLOSING = frozenset("”’」』)》】")
_OPENING = frozenset("(“‘「『《【\"'<")
_JOINING = frozenset(",、/~-—+*=×")
# 依照第十条, 见附件1、, 至（五）: a reference or a count goes before, so what follows is no label.
_REFERENCE_BEFORE = re.compile(
    r"(?:依照|按照|按|根据|依据|依|违反|符合|适用|参照|见|本|前述|上述|前|第|附表|附件|附录|表|图|"
    r"至|到|和|与|或|及|由|对|除|在|从|自|"
    r"\b(?:in|of|to|and|or|under|by|with|see|per|from|than|the|item|items|clause|section|article|paragraph))$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"(?:第|附表|附件|附录|附图|[上下见该此]表|图|见|\b(?:items?|clause|section|paragraphs?|points?|table|figure|no|see|under|in|of|to|with))\.?$",
    re.IGNORECASE,
)
_RULE_NAME_BEFORE = re.compile(r"(?:办法|规定|制度|守则|条例|规范|细则|手册|章程|法|规程|合同|协议|准则)[》”]?$")
_REFERENCE_AFTER = re.compile(
    r"(?:的|规定的|规定[,。;:]|规定(?:执行|办理|处理|处罚)|所列|所述|所称|所规定|之规定|第[一二三四五六七八九十\d]+[款项]|款|项|以上|以下|至|到|、[第一二三四五六七八九十\d]|和|及|或|与)"
)
_ENGLISH_REFERENCE_AFTER = re.compile(
    r"\(| (?:above|below|of|and|or|to|shall|may|must|applies|apply|is|are|does|do|has|have|in)\b|[,;)]"
)
_NO_TEXT_AFTER = frozenset("、,。;)”》!?")
# 周一、二、三: a list of numerals is no list of labels.
_NUMERAL_AFTER = {
    Family.CHINESE: re.compile(r"[一二三四五六七八九十]{1,3}、"),
    Family.ARABIC: re.compile(r"\d{1,3}、"),
}
_UNIT_AFTER = re.compile(r"[ ]?(?:%|元|万|个|天|日|年|月|小时|分钟|分|倍|米|公斤|kg|cm|mm|kw|人|次|折|岁|版|GB|MB)")

_AT_START_PRIOR = {
    Family.BULLET: 2.5,
    Family.DECIMAL: 4.5,
    Family.LETTER_UPPER: 4.5,
    Family.LETTER_LOWER: 4.5,
    Family.ORDINAL: 3.0,
    Family.STEM: 3.5,
}


def find_marks(view: Folded, lines: list[Line], *, alone: bool = False) -> list[Mark]:
    """Return every possible label in order of place, with overlapping matches already out.

    Args:
        view: The folded text.
        lines: The lines to look at.
        alone: Look at each line as if nothing stood before it; for lines whose beginning has been cut off.

    Reads: view, lines. Writes: marks. Stands before every decision: chains and nesting only choose among its marks.
    """
    if alone:
        return [mark for line in lines for mark in _marks_of_cut_line(view, line)]
    text = view.text
    marks: list[Mark] = []
    broken = _broken_lines(text, lines)
    for line in lines:
        if line.blank:
            continue
        index = line.number - 1
        place = line.start
        first = COMMA_DECIMAL.match(text, place, line.end)
        if first is None and not INLINE.match(text, place, line.end):
            first = AT_START.match(text, place, line.end)
        if first is not None:
            _add(marks, text, first, index, line, broken)
            place = first.end()
        for match in INLINE.finditer(text, place, line.end):
            if match["run"]:
                marks += _bare_run(match, index, line)
            else:
                _add(marks, text, match, index, line, broken)
    return marks


def add_headings(lines: list[Line], marks: list[Mark], headings: Mapping[int, int]) -> list[Mark]:
    """Return the marks together with one for each heading that the format states and that has no label.

    Reads: lines, marks, headings. Writes: marks. Stands behind the search for labels, since a labelled heading is
    ranked by its label.
    """
    labelled = {mark.line for mark in marks if mark.at_start}
    stated = [
        Mark(
            line.start,
            number - 1,
            True,
            (Label(line.start, line.start, Family.HEADING, str(level), (level,)),),
            9.0,
            None,
        )
        for number, level in headings.items()
        if number - 1 not in labelled and not (line := lines[number - 1]).blank
    ]
    return sorted([*marks, *stated], key=lambda mark: mark.start) if stated else marks


def _marks_of_cut_line(view: Folded, line: Line) -> list[Mark]:
    # Patterns look behind their match, so what was cut off has to be really gone.
    piece = replace(view, text=view.text[line.start : line.end])
    return [
        replace(
            mark,
            start=mark.start + line.start,
            clause=mark.clause + line.start,
            labels=tuple(_moved(label, line.start) for label in mark.labels),
        )
        for mark in find_marks(piece, [Line(line.number, 0, line.end - line.start)])
    ]


def _moved(label: Label, by: int) -> Label:
    return replace(label, start=label.start + by, end=label.end + by)


def _add(marks: list[Mark], text: str, match: re.Match[str], index: int, line: Line, broken: dict[int, float]) -> None:
    labels = read_labels(match)
    if not labels:
        return
    at_start = match.start() == line.start
    prior, by_colon = _prior(text, labels[0], line, at_start, broken.get(index, 0.0))
    introduced = index if by_colon else _colon_above(text, line) if at_start else None
    indent = line.start - text.rfind("\n", 0, line.start) - 1 if at_start else -1
    clause = max(text.rfind(sign, line.start, match.start()) for sign in "。!?;:,") + 1
    marks.append(
        Mark(match.start(), index, at_start, tuple(labels), prior, introduced, max(clause, line.start), indent)
    )


def _bare_run(match: re.Match[str], index: int, line: Line) -> list[Mark]:
    """Return the labels of a list whose texts were lost: 一、123二、 is one of three under 一."""
    start, end = match.span("run")
    last = match.end()
    return [
        Mark(place, index, False, (Label(place, last if place == end - 1 else place + 1, Family.ARABIC, "", (n,)),),
             0.5, None, line.start)
        for n, place in enumerate(range(start, end), start=1)
    ]  # fmt: skip


def _colon_above(text: str, line: Line) -> int | None:
    """Return the index of the line above, blank ones aside, if it ends with a colon.

    Where the words before the colon stand apart behind a stop and a blank (…； 工作要求：) they are a heading that lost
    its line: they introduce a list, but not one inside the item they are glued to, so no line is named (-1).
    """
    place = line.start - 1
    breaks = 0
    while place >= 0 and text[place] in " \n\r":
        breaks += text[place] == "\n"
        place -= 1
    if place < 0 or text[place] != ":":
        return None
    begin = text.rfind("\n", 0, place) + 1
    stop = max(text.rfind("; ", begin, place), text.rfind("。 ", begin, place))
    return -1 if stop >= 0 and place - stop <= 24 else line.number - 1 - breaks


def _broken_lines(text: str, lines: list[Line]) -> dict[int, float]:
    """Return index of line -> what speaks against a label there because the line goes on a sentence.

    A line counts as broken by the page's width when it stops within a sentence about where the longest neighbours stop.
    Where blank lines stand between, the evidence is weaker: the line before may be a heading as well.
    """
    broken: dict[int, float] = {}
    width = 0
    for before, line in pairwise(line for line in lines if not line.blank):
        length = before.end - before.start
        width = max(length, width * 31 // 32)  # an ageing maximum, so that one long line does not decide for good
        if (
            length >= 12
            and length * 10 >= width * 7
            and not ends_sentence(text[max(before.start, before.end - 4) : before.end])
        ):
            broken[line.number - 1] = 4.5 if line.number == before.number + 1 else 2.0
    return broken


def _prior(text: str, label: Label, line: Line, at_start: bool, broken: float) -> tuple[float, bool]:
    strong = label.family in STRONG
    after = text[label.end : min(line.end, label.end + 8)]
    score = 0.0
    introduced = False
    if at_start:
        score = _AT_START_PRIOR.get(label.family, 6.5)
        if label.variant in ("", ",", ":") and label.family in (Family.ARABIC, Family.CHINESE):
            score = 1.0 if after or label.variant else 1.5
        score -= broken
    else:
        score, introduced = _inline_prior(text, label, line, strong)
    if strong or label.family is Family.CLAUSE:
        english = label.variant[0].isascii()
        if (_ENGLISH_REFERENCE_AFTER if english else _REFERENCE_AFTER).match(after):
            score -= 5.0 if at_start else 9.0
    else:
        if after and after[0] in _NO_TEXT_AFTER and not (at_start or introduced):
            score -= 2.0
        if label.family in _NUMERAL_AFTER and _NUMERAL_AFTER[label.family].match(after):
            score -= 3.0
        if label.family is Family.DECIMAL and _UNIT_AFTER.match(after):
            score -= 4.0
        if label.family in (Family.ARABIC_PAREN, Family.CHINESE_PAREN, Family.CIRCLED) and after[:1] in ("款", "项"):
            score -= 3.0
    return score, introduced


def _inline_prior(text: str, label: Label, line: Line, strong: bool) -> tuple[float, bool]:
    """Return the evidence of what a label is glued to, and whether that is a colon."""
    place = label.start
    while place > line.start and text[place - 1] == " ":
        place -= 1
    gap = label.start - place
    before = text[place - 1]
    if before == ":" or before in _SENTENCE_END:
        score = 4.0 if strong else 0.7
    elif before == "." and label.path:
        score = 2.0 if strong else 0.5
    elif strong and before == "》":
        score = -2.0  # 《员工手册》第五条 refers to another text
    elif before in _CLOSING:
        score = 1.0 if strong else 0.0
    elif before in _OPENING:
        score = -4.0
    elif before in _JOINING:
        score = -2.0 if before == "、" and label.variant == "." else -3.0
    elif before.isdigit():
        score = -2.5 if label.bias == 0 else -1.5
    else:
        apart = gap > 0 and not before.isascii()  # English words always stand apart
        score = _behind_word(text[max(line.start, place - 10) : place], strong, apart)
    score += 1.0 if gap else 0.0
    score += (
        _INLINE_VARIANT[label.variant] if label.variant in _INLINE_VARIANT else _INLINE_FAMILY.get(label.family, 0.0)
    )
    return score, before == ":"


_INLINE_VARIANT = {"": -1.0, "()": 0.7}
# How often a sign stands within a sentence without being a label: ① hardly ever, a letter often.
_INLINE_FAMILY = {
    Family.CIRCLED: 1.0,
    Family.ARABIC_PAREN: 0.7,
    Family.CHINESE_PAREN: 0.7,
    Family.LETTER_UPPER: -0.7,
    Family.LETTER_LOWER: -0.7,
    Family.STEM: -0.7,
    Family.ORDINAL: -0.7,
    Family.ROMAN_LOWER: -0.5,
    Family.ROMAN_UPPER: -0.5,
    Family.DECIMAL: -1.0,
}


def _behind_word(head: str, strong: bool, gap: bool) -> float:
    score = -0.5 if strong else -1.3
    if not gap and (_REFERENCE_BEFORE if strong else _PLACE_BEFORE).search(head):
        return score - 3.0
    return score - 1.5 if strong and _RULE_NAME_BEFORE.search(head) else score
