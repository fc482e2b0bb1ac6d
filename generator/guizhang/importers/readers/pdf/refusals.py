"""What a PDF is refused for before and after it is opened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.importers.refusal import ImportRefused

MAX_BYTES = 256 * 1024 * 1024
"""Scans come that large; text does not."""
_HEAD_WITHIN = 1024
_LINEAR = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")
_MAX_UNMAPPED = 0.2


def check_file(data: bytes) -> None:
    """Refuse what is no PDF, is too large, or ends before its end: PDFium would open the rest without a word.

    Raises:
        ImportRefused: One of these.
    """
    if not data.strip():
        raise ImportRefused(
            "文件是空的", "the file is empty", "请选择有正文的文件", "choose a file that has text in it"
        )
    if len(data) > MAX_BYTES:
        raise ImportRefused(
            f"PDF 有 {len(data):,} 字节，上限是 {MAX_BYTES:,} 字节",
            f"the PDF has {len(data):,} bytes, the limit is {MAX_BYTES:,}",
            "请拆成几份，或另存为较小的 PDF",
            "split it, or save a smaller copy",
        )
    if b"%PDF-" not in data[:_HEAD_WITHIN]:
        raise ImportRefused(
            "这不是 PDF 文件",
            "this is not a PDF file",
            "请用正确的扩展名重新导入",
            "import it under its own suffix",
        )
    if _cut_off(data):
        raise ImportRefused(
            "PDF 不完整，后面的内容缺失",
            "the PDF is cut off: its end is missing",
            "请重新下载或重新复制原文件",
            "download or copy the original again",
        )


def _cut_off(data: bytes) -> bool:
    end = data.rfind(b"%%EOF")
    if end < 0 or b" obj" in data[end:]:
        return True
    # A file made for the web has an end mark near its beginning too; it says how long it is.
    linear = _LINEAR.search(data[:2048])
    return linear is not None and len(data) < int(linear.group(1))


def check_text(unmapped: int, total: int) -> None:
    """Refuse a file whose fonts do not say which characters they print.

    Args:
        unmapped: Characters without a meaning.
        total: All native characters.

    Raises:
        ImportRefused: More than a fifth of the characters mean nothing.
    """
    if unmapped > total * _MAX_UNMAPPED:
        raise ImportRefused(
            "PDF 的字体没有文字对照表，读出来是乱码",
            "the fonts of the PDF do not say which characters they print (needs OCR)",
            "请导入原来的 Word 文件，或先做文字识别（OCR）",
            "import the original Word file, or run text recognition (OCR) on it first",
        )


def no_text() -> ImportRefused:
    """Return the refusal of a file whose pages show nothing at all."""
    return ImportRefused(
        "PDF 的各页都没有内容（空白，或页面内容已损坏）",
        "no page of the PDF has any content (blank, or damaged)",
        "请在阅读器中打开确认；看得到文字的，请“打印为 PDF”后再导入",
        "open it in a reader; if text shows there, print it to a new PDF and import that",
    )


def needs_ocr(pages: Sequence[int], total: int) -> ImportRefused:
    """Return the refusal of pages that are pictures of text."""
    shown = ", ".join(map(str, pages[:20])) + (" …" if len(pages) > 20 else "")
    if len(pages) == total:
        zh, en = "PDF 没有文字层（扫描件），需要 OCR", "the PDF has no text layer (a scan): needs OCR"
    else:
        zh = f"第 {shown} 页没有文字层（扫描件），需要 OCR"
        en = f"page {shown} of the PDF has no text layer (a scan): needs OCR"
    return ImportRefused(
        zh,
        en,
        "请先做文字识别（OCR）再导入；如果只是封面或图片，请删去这些页",
        "run text recognition (OCR) first; if they are only covers or pictures, take those pages out",
    )
