"""What is wrong with printed papers: characters no font could draw, lines that leave the text area, questions on two pages."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium

from guizhang.printing.pdf import SUBSTITUTE

POINTS_PER_MM = 72 / 25.4
MARGIN_MM = 18
FOOT_MM = 24
_TOLERANCE = 1.0
"""Points by which the side bearings of a glyph may stand over."""
_FIRST_PAGE = re.compile(r"第1页，共\d+页|Page1of\d+")


def squeezed(text: str) -> str:
    """Return *text* without blanks and without hyphens, which PDFium takes away at the ends of lines."""
    return re.sub(r"[\s\ufffe\u200b-]+", "", text)


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, squeezed."""
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def flaws(pdf: bytes, papers) -> Counter:
    """Count what is wrong with a file of papers.

    Args:
        pdf: The file.
        papers: What was printed, paper by paper: `guizhang.exam.papers.paper.paper_view` of each.
    """
    document = pypdfium2.PdfDocument(pdf)
    found = Counter({"missing glyphs": 0, "overfull lines": 0, "split items": 0, "fonts not embedded": 0})
    for page in document:
        text_page = page.get_textpage()
        text = text_page.get_text_range()
        found["missing glyphs"] += sum(text.count(sign) for sign in ("\ufffd", "\0", SUBSTITUTE))
        found["overfull lines"] += _overfull(page, text_page)
        found["fonts not embedded"] += _not_embedded(page)
    pages = page_texts(pdf)
    starts = [n for n, text in enumerate(pages) if _FIRST_PAGE.search(text)]
    assert len(starts) == len(papers), f"{len(starts)} papers in the file, {len(papers)} printed"
    for paper, first, end in zip(papers, starts, [*starts[1:], len(pages)], strict=True):
        found["split items"] += sum(not _on_one_page(texts, pages[first:end]) for texts in _kept_together(paper))
    return found


def _overfull(page, text_page) -> int:
    """Count characters that stand outside the text area, or between it and the foot of the page."""
    width, height = page.get_size()
    side, foot = MARGIN_MM * POINTS_PER_MM - _TOLERANCE, FOOT_MM * POINTS_PER_MM - _TOLERANCE
    count = 0
    for number in range(text_page.count_chars()):
        left, bottom, right, top = text_page.get_charbox(number)
        if left == right or not text_page.get_text_range(number, 1).strip():
            continue
        inside = side <= left and right <= width - side and bottom > 0 and top < height
        # What begins above the foot of the page must end above it.
        count += not inside or (top > foot and bottom < foot - 3)
    return count


def _not_embedded(page) -> int:
    fonts = [pdfium.FPDFTextObj_GetFont(shape.raw) for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
    return sum(not pdfium.FPDFFont_GetIsEmbedded(font) for font in fonts)


def _kept_together(paper):
    """Yield the texts that must be on one page: a question with all its options, a heading with the stem of the first below it."""
    for section in paper["sections"]:
        first = section["groups"][0]
        yield [*_runs(section["title"]), *_runs(section["how"]), *_runs(first["case"] or first["items"][0]["stem"])]
        for group in section["groups"]:
            for item in group["items"]:
                options = [*item["options"], *item["lefts"], *(o for gap in item["gaps"] for o in gap["options"])]
                if item is first["items"][0] and item["tall"]:
                    # With the heading, which it must not leave, it may be longer than a page.
                    options = []
                yield [*_runs(item["stem"]), *(text for option in options for text in _runs(option["runs"]))]


def _runs(runs):
    return [squeezed(run["text"]) for run in runs]


def _on_one_page(texts, pages) -> bool:
    return any(all(text in page for text in texts) for page in pages)
