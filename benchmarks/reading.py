"""Readers: automatic numbers of Word files, and the reading order of PDF files by two writers."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measure import Row
from guizhang.importers.readers import pdf
from guizhang.importers.readers.docx import read
from tests.chromium import launched
from tests.importers.readers.pdf_samples import chromium_pdf, expected, page_html, recall, rules, typst_pdf
from tests.importers.readers.test_docx_numbering import CASES, printed

SEEDS = range(100, 140)


def rows() -> Iterator[Row]:
    """Yield the share of right cases, and the worst and mean order recall per writer and number of columns."""
    right = sum(printed(read(case.file)) == case.labels for case in CASES)
    yield Row("Word numbering: cases", len(CASES), "", ">= 60")
    yield Row("  right", right / len(CASES), "", "1")
    for columns in (1, 2):
        found = [
            _recall(typst_pdf(blocks, columns=columns, watermark=n % 3 == 0, justify=n % 2 == 0), blocks)
            for n, blocks in _blocks()
        ]
        yield Row(f"PDF order recall, Typst, {columns} column(s): worst of {len(found)}", min(found), "", ">= .995")
        yield Row("  mean", sum(found) / len(found), "", ">= .995")
    yield from _printed_by_chromium()


def _printed_by_chromium() -> Iterator[Row]:
    with launched() as browser:
        for columns in (1, 2):
            found = [
                _recall(chromium_pdf(browser, page_html(blocks, columns)), blocks)
                for n, blocks in _blocks()
                if n % 4 == 0
            ]
            yield Row(
                f"PDF order recall, Chromium, {columns} column(s): worst of {len(found)}", min(found), "", ">= .995"
            )


def _blocks() -> Iterator[tuple[int, list[dict[str, object]]]]:
    return ((seed, rules(seed, 30, tables=seed % 2 == 0)) for seed in SEEDS)


def _recall(data: bytes, blocks: list[dict[str, object]]) -> float:
    return recall(expected(blocks), pdf.read(data).text)
