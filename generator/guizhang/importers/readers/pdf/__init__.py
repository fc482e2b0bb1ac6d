"""PDF: characters with their places, back to lines in reading order.

A PDF has no words, lines or paragraphs, only characters somewhere on a page. The file is opened in a child process
(``worker``); everything from there on is arithmetic on places.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from guizhang.importers.extract import Dropped, Extract
from guizhang.importers.readers.pdf.bullets import Box, put_bullets
from guizhang.importers.readers.pdf.columns import reading_order
from guizhang.importers.readers.pdf.glyphs import Glyphs, blankless, glyphs_of, leaps
from guizhang.importers.readers.pdf.margins import find_margins
from guizhang.importers.readers.pdf.process import RawPage, open_pdf
from guizhang.importers.readers.pdf.refusals import check_file, check_text, needs_ocr, no_text
from guizhang.importers.readers.pdf.rows import Piece, Text, pieces_of
from guizhang.importers.readers.pdf.ruled import read_tables
from guizhang.importers.readers.pdf.slanted import Slanted, find_watermarks, runs_of
from guizhang.importers.readers.pdf.tables import take_tables
from guizhang.importers.readers.pdf.wrapped import join_titles, one_line

SUFFIXES = (".pdf",)
LAYOUT = "layout"
OVERPRINT = "overprint"
WATERMARK = "watermark"


@dataclass(slots=True)
class _Page:
    pieces: list[Piece]
    dots: list[Box]
    slanted: list[Slanted]
    doubles: str
    unmapped: int
    headings: dict[str, int]
    """What the bookmarks that lead to it are called, without blanks -> their levels."""


def read(data: bytes, *, skip_pictures: bool = False) -> Extract:
    """Return the text of a PDF, one extracted line per line.

    Args:
        data: The file.
        skip_pictures: Leave out pages that are pictures of text, with a record of each, instead of refusing the file.

    Raises:
        ImportRefused: It is encrypted, damaged, cut off, too large, or (some of) its pages have no text.
    """
    check_file(data)
    raw = open_pdf(data)
    spaced = not blankless(raw)
    leaping = leaps(raw)
    pages = [_page(glyphs_of(page, spaced=spaced, leaping=leaping), page.headings) for page in raw]
    native = sum(page.native for page in raw)
    check_text(sum(page.unmapped for page in pages), native)
    margins = find_margins([page.pieces for page in pages])
    read_tables([page.pieces for page in pages], margins)
    em = _usual_size(pages)
    for page in pages:
        put_bullets(page.pieces, page.dots, em)
    watermarks = find_watermarks([page.slanted for page in pages], em)
    pictures = [
        number
        for number, (page, gone) in enumerate(zip(pages, margins, strict=True), start=1)
        if _is_picture(raw[number - 1], page, gone)
    ]
    if pictures and not (skip_pictures and len(pictures) < len(raw)):
        raise needs_ocr(pictures, len(raw))
    writer = _write(pages, margins, watermarks, pictures, em)
    if not writer.texts:
        # Every page says the same: then that is what the file says.
        writer = _write(pages, [{} for _ in pages], set(), pictures, em)
    if not writer.texts:
        # A picture smaller than a page is an illustration beside text, but where nothing is text it is what the file says.
        shown = [number for number, page in enumerate(raw, start=1) if page.pictures]
        raise needs_ocr(shown, len(shown)) if shown else no_text()
    return writer.extract(native)


def _page(glyphs: Glyphs, headings: tuple[tuple[str, int], ...]) -> _Page:
    tables, rest = take_tables(glyphs.upright, glyphs.rules)
    return _Page(
        [*tables, *pieces_of(rest)],
        glyphs.dots,
        runs_of(glyphs.slanted),
        "".join(g.char for g in glyphs.doubles),
        glyphs.unmapped,
        {_bare(title): level for title, level in headings},
    )


def _usual_size(pages: list[_Page]) -> float:
    """Return the size that the character in the middle has, by size."""
    sizes = sorted((p.size, len(p.text.text)) for page in pages for p in page.pieces)
    left = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        left -= count
        if left <= 0:
            return size
    return 10.0


def _write(
    pages: list[_Page], margins: list[dict[int, str]], watermarks: set[int], pictures: list[int], em: float
) -> _Writer:
    writer = _Writer(em)
    for number, (page, gone) in enumerate(zip(pages, margins, strict=True), start=1):
        if number in pictures:
            writer.drop("needs-ocr", "")
        writer.page(number, page, gone, watermarks)
    return writer


_PICTURE = 0.5
_OUTLINES = 60
"""Strokes and areas on a page without text that make it a drawing of text rather than an empty page."""


def _is_picture(raw: RawPage, page: _Page, gone: dict[int, str]) -> bool:
    """Return whether a page shows something and says nothing but what every page says."""
    said = any((p.lines or p.text.text.strip()) and id(p) not in gone for p in page.pieces)
    said = said or any(run.text.strip() for run in page.slanted)
    return not said and (raw.pictures >= _PICTURE or raw.drawn >= _OUTLINES)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


class _Writer:
    """Collects the lines and what is left out."""

    def __init__(self, em: float) -> None:
        """Start writing; *em* is the usual size of the text."""
        self._em = em
        self.texts: list[Text] = []
        self._places: list[str] = []
        self._dropped: list[tuple[str, str, int]] = []
        self._headings: dict[int, int] = {}

    def drop(self, reason: str, text: str) -> None:
        """Leave *text* out for *reason*; it is noted at the next line."""
        if text or reason == "needs-ocr":
            self._dropped.append((reason, text, len(self.texts) + 1))

    def page(self, number: int, page: _Page, gone: dict[int, str], watermarks: set[int]) -> None:
        """Write one page."""
        first = len(self.texts)
        waiting = dict(page.headings)
        rows = reading_order([p for p in page.pieces if id(p) not in gone])
        for group in join_titles(rows, self._em):
            if (table := group[0][0].lines) is not None:
                for line in table:
                    self._line(line, number, first)
                for reason, text in group[0][0].dropped:
                    self.drop(reason, text)
            else:
                line = one_line(group)
                self._line(line, number, first)
                if (level := waiting.pop(_bare(line.text), None)) is not None:
                    self._headings[len(self.texts)] = level
        for piece in page.pieces:
            if id(piece) in gone:
                self.drop(gone[id(piece)], piece.text.native)
        for run in page.slanted:
            if id(run) in watermarks:
                self.drop(WATERMARK, run.text)
            else:
                self._line(Text(run.text), number, first)
        self.drop(OVERPRINT, page.doubles)

    def _line(self, line: Text, page: int, first: int) -> None:
        if not line.text.strip():
            self.drop(LAYOUT, line.native)
            return
        self.texts.append(line)
        self._places.append(f"page {page}, line {len(self.texts) - first}")

    def extract(self, native_chars: int) -> Extract:
        """Return all of it."""
        generated: list[tuple[int, int]] = []
        length = 0
        for line in self.texts:
            generated += [(start + length, end + length) for start, end in line.generated]
            length += len(line.text) + 1
        count = len(self.texts)
        return Extract(
            "\n".join(line.text for line in self.texts),
            tuple(range(1, count + 1)),
            tuple(generated),
            {},
            self._headings,
            tuple(Dropped(reason, text, min(line, count)) for reason, text, line in self._dropped),
            tuple(self._places),
            native_chars,
        )
