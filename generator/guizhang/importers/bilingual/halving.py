"""Lines that say a thing in both languages: 第一章 总则 Chapter 1 General Provisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.importers.bilingual.scripts import HAN, is_phrase, language

_ENGLISH_LABEL = re.compile(
    r"(?:Part|Chapter|Article|Section|Clause|Rule|Annex|Appendix|Schedule)"
    r" (?:\d{1,3}(?:\.\d{1,2})*|[IVX]+\b|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)[.:]?",
    re.IGNORECASE,
)
_LETTER = re.compile("[A-Za-z]")
_BEHIND_HAN = re.compile(r"[。；;：:！!？?…，,、)）》」』”’%.]*")
_TRAILING = re.compile(r"[\s。；;，,、：:]*")
_FIGURES = re.compile(r"[\s/|｜／–—-]*[\d(\"“'‘$.)]*\s?(?:RMB|HK\$|US\$)?[\d(\"“'‘$.,)\s]*")
_WIDE = "。；：！？…，、）》」』"
_ENDS = ".;!?:"
_STOPS = "。；;：:！!？?…"
_NEXT_LABEL = re.compile(r"\s*[(（]?\d{0,3}[)）、.]?\s*\Z")
_CLOSING = re.compile(r"[\w%]*[.;!?:)\"”’]*")
_LABEL = re.compile(r"\s*(?:[(（\[]?\d{1,3}(?:\.\d{1,2})*(?:[)）\]、.．]+(?!\d)\s*|\s+)|[•·*-]\s*|[A-Za-z][.)]\s+)?")
_PARTING = " \t\u3000/|｜／-–—"


@dataclass(frozen=True, slots=True)
class Half:
    """Words of one language within a line; offsets are of the line."""

    lang: str
    start: int
    end: int
    low: int
    high: int
    """From *low* to *high* stands what goes with the words where they are taken out: signs and blanks between the halves."""


@dataclass(frozen=True, slots=True)
class Halved:
    """A line in parts, in order."""

    halves: tuple[Half, ...]
    sure: bool
    """Whether the line alone shows that it says a thing twice; else only what other lines look like can tell."""


def halve(text: str) -> Halved | None:
    """Return the parts of a line, as it is printed, that has Chinese and English words; ``None`` where it says nothing twice.

    Of a row of a table each cell is looked at by itself, and may be in one language as a whole.
    """
    halves: list[Half] = []
    sure = True
    place = 0
    cells = text.split("\t")
    for cell in cells:
        found, certain = _cell(cell) if len(cells) > 1 else _within(cell)
        sure = sure and (certain or not found)
        before = 1 if place and len(found) == 1 else 0
        behind = 1 if not place and len(found) == 1 and len(cells) > 1 else 0
        halves += [
            Half(one.lang, place + one.start, place + one.end, place + one.low - before, place + one.high + behind)
            for one in found
        ]
        place += len(cell) + 1
    if {half.lang for half in halves} != {"zh", "en"}:
        return None
    return Halved(tuple(halves), sure and (len(cells) == 1 or _say_the_same(text, halves)))


def _say_the_same(text: str, halves: list[Half]) -> bool:
    """Return whether two cells are sentences or numbered alike, as a name beside its price is not."""
    first, second = halves[0], halves[-1]
    ended = all(text[half.end - 1] in _STOPS + _ENDS for half in (first, second))
    return len(halves) == 2 and (ended or any(_ENGLISH_LABEL.match(text, half.start) for half in halves))


def _cell(text: str) -> tuple[list[Half], bool]:
    """Return the halves of a cell of several, or the whole of it where it is in one language."""
    lang = language(text)
    found, certain = _within(text) if lang == "zh" else ([], True)
    if found or not lang or (lang == "en" and not is_phrase(text)):
        return found, certain
    start = len(text) - len(text.lstrip())
    return [Half(lang, start, len(text.rstrip()), 0, len(text))], True


def _within(text: str) -> tuple[list[Half], bool]:
    """Return the halves of a line, or of a cell, and whether they are surely that."""
    halves: list[Half] = []
    sure = True
    place = 0
    for start, end in _latin(text):
        if not is_phrase(text[start:end]):
            continue
        first = HAN.search(text, place, start) is None
        part, certain = (_in_front if first else _behind)(text, place, start, end)
        if part is None:
            continue
        if not first:
            halves.append(_chinese(text, place, part.low, part.start))
        halves.append(part)
        sure = sure and certain
        place = part.high
    if halves and HAN.search(text, place):
        halves.append(_chinese(text, place, len(text), len(text)))
    return (halves, sure) if {half.lang for half in halves} == {"zh", "en"} else ([], True)


def _chinese(text: str, place: int, end: int, high: int) -> Half:
    label = _LABEL.match(text, place)
    begin = label.end() if label else place
    return Half("zh", begin, begin + len(text[begin:end].rstrip()), begin, high)


def _latin(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs from a Latin letter to the next Chinese character, without its label and the stop of the Chinese words."""
    place = 0
    while match := _LETTER.search(text, place):
        start = match.start()
        han = HAN.search(text, start)
        stop = han.start() if han else len(text)
        run = text[start:stop].rstrip()
        while run and run[-1] in _WIDE + _PARTING:
            run = run[:-1].rstrip()
        end = start + len(run)
        if han and not _ENGLISH_LABEL.fullmatch(run):
            last = start + max(i for i, sign in enumerate(run) if _LETTER.match(sign))
            closing = _CLOSING.match(text, last + 1, stop)
            behind = closing.end() if closing else last + 1
            end = behind if _NEXT_LABEL.match(text[behind:stop]) else end
        yield start, end
        place = stop


def _behind(text: str, place: int, start: int, end: int) -> tuple[Half | None, bool]:
    """Return the English half behind Chinese words, and whether it is one for sure."""
    han = max(match.end() for match in HAN.finditer(text, place, start))
    signs = _BEHIND_HAN.match(text, han, start)
    low = signs.end() if signs else han
    between = text[low:start]
    begin = low + len(between) - len(between.lstrip(_PARTING))
    words = text[begin:end]
    stop = _TRAILING.match(text, end)
    rest = text[stop.end() if stop else end :]
    ended = words.rstrip('"”’)')[-1:] in _ENDS
    numbered = _ENGLISH_LABEL.fullmatch(words)  # 第一条 Article 1 目的 Purpose
    if rest and not (ended or numbered):
        return None, False  # 使用 Smart Print 软件
    high = end
    if text[begin] in "(（" and words.count("(") + words.count("（") > words.count(")"):
        closing = re.compile(r"\s*[)）]").match(text, end)
        if closing is None:
            return None, False
        begin, high = begin + 1, closing.end()
    elif text[begin] in "(（" and words[-1] in ")）" and not _LABEL.match(text, begin + 1, end - 1).end() > begin + 1:  # type: ignore[union-attr]  # it matches the empty label too
        begin, end = begin + 1, end - 1
    elif not _FIGURES.fullmatch(between):
        return None, False
    last = text[low - 1]
    sure = (
        bool(_ENGLISH_LABEL.match(text, start))
        or (last in "。！!？?" and ended)
        or (last in "：:" and words[-1:] == ":")
        or (last in "；;" and words[-1:] in (";", "."))
    )
    return Half("en", begin, end, low, high), sure


def _in_front(text: str, place: int, start: int, end: int) -> tuple[Half | None, bool]:
    """Return the English half in front of Chinese words, and whether it is one for sure."""
    labelled = bool(_ENGLISH_LABEL.match(text, start))
    label = _LABEL.match(text, place)
    begin = start if labelled or label is None or label.end() >= end else label.end()
    rest = text[end:]
    gap = len(rest) - len(rest.lstrip(_PARTING))
    chinese = rest[gap:].rstrip()
    if not HAN.search(chinese) or chinese[0] in "(（":
        return None, False
    ended, said = text[end - 1] in _ENDS, chinese[-1] in _STOPS
    if ended != said:
        return None, False  # Excel 表格由财务保管。
    return Half("en", begin, end, begin, end + gap), ended or labelled
