"""Reading order of PDF files of several pages, by two writers, against the text they were made from."""

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import pdf
from tests.importers.readers.pdf_samples import bare, chromium_pdf, expected, page_html, recall, rules, typst_pdf

TARGET = 0.995
NUMBERINGS = ("第 1 页", "1", "1 / 1", "— 1 —")


def check(data, blocks, *, heads=True):
    extract = pdf.read(data)
    audit_extract(extract)
    want = expected(blocks)
    assert recall(want, extract.text) >= TARGET
    # Nothing of head, foot or watermark got into the text, and nothing of the text went with them.
    assert len(bare(extract.text)) == len(want)
    reasons = {drop.reason for drop in extract.dropped}
    assert not heads or {"running-head", "page-number"} <= reasons


@pytest.mark.parametrize("tables", [False, True], ids=["text", "tables"])
@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_typst(seed, columns, tables, cjk_font):
    blocks = rules(seed, 40, tables=tables)
    settings = {"numbering": NUMBERINGS[seed], "watermark": seed % 2 == 1, "justify": seed != 2, "both": seed == 2}
    check(typst_pdf(blocks, columns=columns, indent=2 * (seed == 3), **settings), blocks)


@pytest.mark.parametrize("tables", [False, True], ids=["text", "tables"])
@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("seed", [10, 11])
def test_chromium(seed, columns, tables, browser, cjk_font):
    blocks = rules(seed, 40, tables=tables)
    check(chromium_pdf(browser, page_html(blocks, columns)), blocks)


@pytest.mark.parametrize(("size", "leading"), [(8, 0.5), (14, 1.5), (10.5, 1.2)])
def test_sizes_and_leading(size, leading, cjk_font):
    blocks = rules(21, 30, tables=True)
    check(typst_pdf(blocks, size=size, leading=leading), blocks)
    check(typst_pdf(blocks, size=size, leading=leading, columns=2), blocks)


def test_without_heads(cjk_font):
    blocks = rules(22, 20)
    check(typst_pdf(blocks, heads=False), blocks, heads=False)
