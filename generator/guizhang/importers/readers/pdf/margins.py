"""Running heads, page numbers and watermarks: what comes back from page to page at one place and is no rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from guizhang.importers.readers.pdf.rows import Piece, join_row, rows_of

HEAD = "running-head"
NUMBER = "page-number"
WATERMARK = "watermark"

_EDGE_ROWS = 3
_SAME_HEIGHT = 4.0
_SMALL = 0.92
"""Size of a head against the text."""
_RULE = re.compile(
    r"\s*(?:第\s*[零〇一二三四五六七八九十百千两\d]{1,6}\s*[条條]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,3}(?:、|[.．)）]\s*[^\d\s])|[①-⒇]|(?:Article|Section|Clause) \d)"
)
_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlcIVXLC]{1,7})"
_NUMBERS = re.compile(
    rf"[-–—·.~|\s]*(?:第\s*{_NUMERAL}\s*[页頁](?:[\s,，/|]*共\s*{_NUMERAL}\s*[页頁])?|{_NUMERAL}\s*(?:/|of)\s*{_NUMERAL}"
    rf"|(?:Page|P\.?|页码[:：]?)\s*{_NUMERAL}(?:\s*(?:/|of)\s*{_NUMERAL})?|[-–—]\s*{_NUMERAL}\s*[-–—])[-–—·.~|\s]*",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(?:(\d{1,4})|([ivxlc]{1,7}))\s*")
_ADDRESS = re.compile(
    r"\s*(?:https?|file|about|blob|data|chrome(?:-extension)?):\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?\s*", re.IGNORECASE
)
"""The foot of a page printed from a browser."""
_PRINTED = re.compile(
    r"\s*(?:\d{2,4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s|$)",
    re.IGNORECASE,
)
"""How its head begins."""
_DUTY = re.compile(r"不得|不准|必须|必須|应当|應當|\b(?:shall|must|may not)\b")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True, eq=False)
class _Row:
    page: int
    pieces: list[Piece]
    text: str
    base: float
    top: bool
    alone: bool
    """A gap of two lines or more parts it from the text."""


def find_margins(pages: Sequence[Sequence[Piece]]) -> list[dict[int, str]]:
    """Return per page: id of a piece -> why it is not text. Tables are left alone, and so is a row that begins a rule."""
    found: list[dict[int, str]] = [{} for _ in pages]
    edges = [_edge_rows(number, pieces) for number, pieces in enumerate(pages)]
    rows = [row for page in edges for row in page]
    found_rows = [*_heads(rows, len(pages)), *_printed(edges), *_numbers(rows)]
    if len(pages) == 1:
        found_rows += _small_heads(pages[0], rows, numbered=any(reason == NUMBER for _, reason in found_rows))
    reasons = {id(row): reason for row, reason in found_rows}
    for page in edges:
        for top in (True, False):
            # Inwards from the edge: what stands inside of text is text.
            for row in takewhile(lambda r: id(r) in reasons, [r for r in page if r.top is top]):
                for piece in row.pieces:
                    found[row.page][id(piece)] = reasons[id(row)]
    for number, piece in _stamps(pages):
        found[number].setdefault(id(piece), WATERMARK)
    return found


def _edge_rows(number: int, pieces: Sequence[Piece]) -> list[_Row]:
    rows = rows_of(p for p in pieces if p.text.text.strip() or p.lines is not None)
    out: list[_Row] = []
    for top, edge in ((True, rows[:_EDGE_ROWS]), (False, rows[::-1][:_EDGE_ROWS])):
        for place, row in enumerate(edge):
            if row[0].lines is not None:
                break
            inner = edge[place + 1] if place + 1 < len(edge) else None
            gap = abs(row[0].base - inner[0].base) if inner and inner[0].lines is None else 99.0
            text = join_row(row, " ").text
            out.append(_Row(number, row, text, row[0].base, top, gap >= 2.2 * row[0].size))
    return out


def _heads(rows: list[_Row], pages: int) -> list[tuple[_Row, str]]:
    """Return rows whose words come back at the same height, figures the same or counting on with the pages."""
    same: dict[tuple[bool, str], list[_Row]] = {}
    for row in rows:
        if not _RULE.match(row.text):
            for key in _keys(row):
                same.setdefault((row.top, key), []).append(row)
    repeated: dict[int, _Row] = {}
    for group in same.values():
        # Sorted by height, neighbours within reach are one place; odd and even pages may have one each.
        group.sort(key=lambda row: row.base)
        runs: list[list[_Row]] = []
        for row in group:
            if runs and row.base - runs[-1][-1].base <= _SAME_HEIGHT:
                runs[-1].append(row)
            else:
                runs.append([row])
        repeated |= {id(row): row for run in runs if len({r.page for r in run}) >= 2 for row in run}
    # Chapter heads change along the book, so a place counts as a head's when most of what stands there comes back.
    at = Counter(_slot(row) for row in repeated.values())
    all_at = Counter(_slot(row) for row in rows)
    words = Counter((row.top, row.text) for row in repeated.values())
    return [
        (row, HEAD)
        for row in repeated.values()
        if _often(words[row.top, row.text], row, pages)
        or (at[_slot(row)] * 2 >= all_at[_slot(row)] and not _sentence(row))
    ]


def _printed(edges: list[list[_Row]]) -> Iterator[tuple[_Row, str]]:
    """Yield what a browser prints around a page: its address below, and where that stands the time and the title above."""
    for page in edges:
        feet = [row for row in page if not row.top and _ADDRESS.fullmatch(row.text)]
        yield from ((row, HEAD) for row in feet)
        if feet:
            yield from ((row, HEAD) for row in page if row.top and _PRINTED.match(row.text))


def _small_heads(pieces: Sequence[Piece], rows: list[_Row], *, numbered: bool) -> Iterator[tuple[_Row, str]]:
    """Yield the head of a single page with a page number: it stands apart and is smaller than the text."""
    em = median([piece.size for piece in pieces] or [0.0])
    if numbered:
        for row in rows:
            small = max(piece.size for piece in row.pieces) <= _SMALL * em
            if row.top and row.alone and small and not _RULE.match(row.text) and not _sentence(row):
                yield row, HEAD


def _keys(row: _Row) -> set[str]:
    """Return what a row is compared by: itself, and with its first, last or all figures counted from the page."""
    text = "".join(row.text.split())
    figures = list(_DIGITS.finditer(text))
    keys = {text}
    for chosen in (figures[:1], figures[-1:], figures):
        key, place = "", 0
        for figure in chosen:
            key += text[place : figure.start()] + f"\x00{int(figure.group()[:9]) - row.page}\x00"
            place = figure.end()
        keys.add(key + text[place:])
    return keys


def _often(count: int, row: _Row, pages: int) -> bool:
    return count >= (max(3, 0.6 * pages) if _sentence(row) else max(2, 0.4 * pages))


def _sentence(row: _Row) -> bool:
    return row.text.rstrip().endswith(("。", "；", ";", "：")) or bool(_DUTY.search(row.text))


def _slot(row: _Row) -> tuple[bool, int]:
    return row.top, round(row.base / (2 * _SAME_HEIGHT))


def _numbers(rows: list[_Row]) -> list[tuple[_Row, str]]:
    """Return page numbers: marked as such, or bare numbers that count on with the pages at one height."""
    out = [(row, NUMBER) for row in rows if _NUMBERS.fullmatch(row.text)]
    bare: dict[tuple[bool, int], list[tuple[_Row, int]]] = {}
    for row in rows:
        match = _BARE.fullmatch(row.text)
        value = int(match.group(1)) if match and match.group(1) else _roman(match.group(2)) if match else None
        if value is not None:
            bare.setdefault((row.top, value - row.page), []).append((row, value))
    for (_, shift), group in bare.items():
        level = [
            row for row, _ in group if any(r is not row and abs(r.base - row.base) <= _SAME_HEIGHT for r, _ in group)
        ]
        if len({row.page for row in level}) >= 2:
            out += [(row, NUMBER) for row in level]
        elif shift == 1 and len(group) == 1 and group[0][0].alone and not group[0][0].top:
            out.append((group[0][0], NUMBER))
    return out


def _roman(text: str) -> int | None:
    from guizhang.zh.numerals import roman_to_int

    return roman_to_int(text)


def _stamps(pages: Sequence[Sequence[Piece]]) -> list[tuple[int, Piece]]:
    """Return words that stand at exactly one place on most pages, wherever that is."""
    if len(pages) < 3:
        return []
    at: dict[tuple[str, int, int], list[tuple[int, Piece]]] = {}
    for number, pieces in enumerate(pages):
        for piece in pieces:
            text = piece.text.text.strip()
            if len(text) >= 2 and piece.lines is None and not _RULE.match(text):
                at.setdefault((text, round(piece.x0), round(piece.base)), []).append((number, piece))
    return [
        stamp
        for stamps in at.values()
        if len({number for number, _ in stamps}) >= max(3, 0.6 * len(pages))
        for stamp in stamps
    ]
