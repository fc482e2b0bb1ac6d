"""Runs the worker on one file and turns what it says, or how it dies, into pages or a refusal."""

from __future__ import annotations

import importlib.util
import json
import math
import subprocess
import sys
import tempfile
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from guizhang.importers.readers.pdf.worker import (
    BOX,
    MAX_CHARS,
    MAX_DOTS,
    MAX_HEADINGS,
    MAX_PAGE_CHARS,
    MAX_PAGES,
    MAX_RULES,
    MAX_SECONDS,
    MAX_TITLE,
)
from guizhang.importers.refusal import ImportRefused

_HEADER = 1_000 + MAX_HEADINGS * MAX_TITLE * 4
"""Longest line before the arrays of a page, in bytes: JSON writes a character in up to six."""
_WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as PDFium has it."""

    codes: array[int]
    boxes: array[float]
    """BOX numbers per character."""
    flags: array[int]
    objects: array[int]
    """Which drawing operation each character comes from."""
    rules: array[float]
    """Straight strokes, four numbers each."""
    dots: array[float]
    """Boxes of small shapes, four numbers each."""
    native: int
    size: tuple[float, float]
    pictures: float
    drawn: int
    headings: tuple[tuple[str, int], ...]
    """Titles and levels of the bookmarks that lead to the page."""


def open_pdf(data: bytes) -> list[RawPage]:
    """Return the pages of a PDF.

    Raises:
        ImportRefused: It is encrypted, damaged or too large, or reading it fails or takes too long.
    """
    if importlib.util.find_spec("pypdfium2") is None:
        raise ImportRefused(
            "读 PDF 需要 pypdfium2，这台机器上没有",
            "reading PDF needs pypdfium2, which is not installed",
            "请运行 pip install pypdfium2 后再导入",
            "run pip install pypdfium2 and import again",
        )
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        source.write(data)
        source.seek(0)
        try:
            # -P: the worker's folder must not stand in front of the standard library.
            done = subprocess.run(  # noqa: S603  (a fixed command; the file reaches it as data on standard input)
                [sys.executable, "-P", str(_WORKER)],
                stdin=source,
                stdout=target,
                stderr=subprocess.DEVNULL,
                timeout=MAX_SECONDS * 2,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise _refusal(["slow"]) from late
        target.seek(0)
        try:
            pages = _read(target)
        except (ValueError, KeyError, TypeError, EOFError) as broken:
            raise _refusal(["damaged"]) from broken
        if done.returncode:
            raise _refusal(["damaged"])
    return pages


def _read(source: BinaryIO) -> list[RawPage]:
    pages: list[RawPage] = []
    while line := source.readline(_HEADER):
        header: dict[str, Any] = json.loads(line)
        if "end" in header:
            return pages
        if "refused" in header:
            raise _refusal(header["refused"])
        chars, rules, dots = int(header["chars"]), int(header["rules"]), int(header["dots"])
        drawn = 0 <= rules <= MAX_RULES * 4 and 0 <= dots <= MAX_DOTS * 4
        if not (0 <= chars <= MAX_CHARS and drawn and len(pages) < MAX_PAGES):
            raise ValueError("the worker says impossible numbers")
        width, height = header["size"]
        pages.append(
            RawPage(
                _array(source, "I", chars),
                _array(source, "f", chars * BOX),
                _array(source, "B", chars),
                _array(source, "I", chars),
                _array(source, "f", rules),
                _array(source, "f", dots),
                int(header["native"]),
                (float(width), float(height)),
                float(header["pictures"]),
                int(header["drawn"]),
                tuple((str(title), int(level)) for title, level in header["headings"]),
            )
        )
    raise EOFError


def _array(source: BinaryIO, kind: str, count: int) -> array[Any]:
    numbers: array[Any] = array(kind)
    numbers.frombytes(source.read(count * numbers.itemsize))
    if len(numbers) != count:
        raise EOFError
    if kind == "f":
        # Geometry from a broken file may be anything; sorting needs numbers that compare.
        for index, number in enumerate(numbers):
            if not math.isfinite(number) or abs(number) > 1e7:
                numbers[index] = 0.0
    return numbers


def _refusal(why: list[Any]) -> ImportRefused:
    kind, detail = why[0], why[1] if len(why) > 1 else ""
    if kind == "password":
        return ImportRefused(
            "PDF 设有打开密码",
            "the PDF is protected with a password",
            "请用密码打开后另存为无密码的 PDF，再导入",
            "open it with the password, save a copy without one and import that",
        )
    if kind == "slow":
        return ImportRefused(
            "PDF 读取超时",
            "reading the PDF takes too long",
            "请在阅读器中打开，重新“打印为 PDF”后再导入，或拆成几份",
            "open it in a reader, print it to a new PDF and import that, or split it",
        )
    if kind in ("pages", "chars"):
        most_zh, most_en = f"{MAX_PAGES:,} 页", f"{MAX_PAGES:,} pages"
        if kind == "chars":
            most_zh = f"{MAX_CHARS:,} 字，或一页超过 {MAX_PAGE_CHARS:,} 字"
            most_en = f"{MAX_CHARS:,} characters, or {MAX_PAGE_CHARS:,} on one page"
        return ImportRefused(
            f"PDF 超过 {most_zh}",
            f"the PDF has more than {most_en}",
            "请拆成几份再导入",
            "split it and import the parts",
        )
    place = (f"第 {detail} 页", f"page {detail} of ") if kind == "page" else ("", "")
    return ImportRefused(
        f"PDF {place[0]}已损坏，无法读取",
        f"{place[1]}the PDF is damaged and cannot be read",
        "请重新取得原文件；如果阅读器还能打开，请“打印为 PDF”后再导入",
        "get the original again; if a reader still opens it, print it to a new PDF and import that",
    )
