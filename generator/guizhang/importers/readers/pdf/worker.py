"""The child process that opens a PDF. It runs as a script, apart from the package, and is expendable.

PDFium is C++ reading files from outside. A crash, a loop or a flood of memory ends this process, not the import; what
it hands back is plain numbers that the parent checks.

Input: the file on standard input. Output: one JSON line per page, each followed by its arrays; then a line saying end.
"""

from __future__ import annotations

import ctypes
import json
import sys
import unicodedata
from array import array
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import Any, BinaryIO

MAX_MEMORY = 3 * 1024**3 // 2
MAX_SECONDS = 150
MAX_OUTPUT = 512 * 1024**2
MAX_PAGES = 3_000
MAX_CHARS = 2_000_000
MAX_PAGE_CHARS = 200_000
MAX_OBJECTS = 200_000
MAX_RULES = 20_000
MAX_DOTS = 5_000
MAX_DEPTH = 12
MAX_BOOKMARKS = 5_000
MAX_HEADINGS = 300
"""Bookmarks of one page that are handed on."""
MAX_TITLE = 400
"""Bytes of a bookmark's title in UTF-16 that are read; no heading is as long."""
BOX = 7
"""Numbers per character: origin x and y, box left, bottom, right and top, angle."""
GENERATED, UNMAPPED, HYPHEN = 1, 2, 4
_STRAIGHT = 1.0
_THIN = 3.0
_SHORT = 4.0
_DOT = (1.0, 9.0)
"""Least and most points that a drawn bullet is wide and high."""
_SQUARE = 1.5
_PASSWORD = 4
_SAME = 0.01
"""Points that two edges of one box may differ."""
_BELOW = 0.12
"""How much of an em a Chinese character stands below the line."""


class Refused(Exception):
    """The file cannot be read; the argument names why, for the parent to word."""


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Read a PDF and write what stands in it."""
    _limit()
    try:
        for header, arrays in _pages(source.read()):
            target.write(json.dumps(header).encode("ascii") + b"\n")
            target.writelines(numbers.tobytes() for numbers in arrays)
        target.write(b'{"end": true}\n')
    except Refused as refused:
        target.write(json.dumps({"refused": refused.args}).encode("ascii") + b"\n")
    target.flush()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit is what is left
        return
    limits = ((resource.RLIMIT_AS, MAX_MEMORY), (resource.RLIMIT_CPU, MAX_SECONDS), (resource.RLIMIT_FSIZE, MAX_OUTPUT))
    for what, most in (*limits, (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _pages(data: bytes) -> Iterator[tuple[dict[str, Any], list[array[Any]]]]:
    pdfium: Any = import_module("pypdfium2").raw  # importing the package initialises the library
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise Refused("password" if pdfium.FPDF_GetLastError() == _PASSWORD else "damaged")
    count = pdfium.FPDF_GetPageCount(document)
    if count < 1:
        raise Refused("damaged")
    if count > MAX_PAGES:
        raise Refused("pages")
    chars = 0
    marked = _bookmarks(pdfium, document)
    for index in range(count):
        page = pdfium.FPDF_LoadPage(document, index)
        text = pdfium.FPDFText_LoadPage(page) if page else None
        if not text:
            raise Refused("page", index + 1)
        here = pdfium.FPDFText_CountChars(text)
        chars += here
        if chars > MAX_CHARS or here > MAX_PAGE_CHARS:
            raise Refused("chars")
        codes, boxes, flags, objects = _characters(pdfium, text)
        rules, dots, pictures, drawn = _drawing(pdfium, page)
        header = {
            "chars": len(codes),
            "native": _count(pdfium, text),
            "size": _size(pdfium, page),
            "pictures": pictures,
            "drawn": drawn,
            "rules": len(rules),
            "dots": len(dots),
            "headings": marked.get(index, [])[:MAX_HEADINGS],
        }
        yield header, [codes, boxes, flags, objects, rules, dots]
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _bookmarks(pdfium: Any, document: Any) -> dict[int, list[tuple[str, int]]]:
    """Return index of a page -> titles and levels (from 1) of the bookmarks that lead to it, in order."""
    found: dict[int, list[tuple[str, int]]] = {}
    buffer = ctypes.create_string_buffer(MAX_TITLE)
    budget = MAX_BOOKMARKS  # a broken file may go in circles
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and budget:
        mark, level = waiting.pop()
        if not mark:
            continue
        budget -= 1
        size = pdfium.FPDFBookmark_GetTitle(mark, buffer, MAX_TITLE)
        target = pdfium.FPDFBookmark_GetDest(document, mark)
        page = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
        if 2 < size <= MAX_TITLE and page >= 0:
            found.setdefault(page, []).append((buffer.raw[: size - 2].decode("utf-16-le", "replace"), level))
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, mark), level))
        if level < MAX_DEPTH:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, mark), level + 1))
    return found


def _size(pdfium: Any, page: Any) -> tuple[float, float]:
    return round(pdfium.FPDF_GetPageWidthF(page), 2), round(pdfium.FPDF_GetPageHeightF(page), 2)


def _count(pdfium: Any, text: Any) -> int:
    """Return PDFium's own count of the page's characters without those it made: the second count."""
    count = 0
    high = False
    for index in range(pdfium.FPDFText_CountChars(text)):
        # PDFium counts in UTF-16: the second half of a pair is no character of its own.
        unit = pdfium.FPDFText_GetUnicode(text, index)
        second = high and 0xDC00 <= unit < 0xE000
        high = 0xD800 <= unit < 0xDC00
        count += not second and pdfium.FPDFText_IsGenerated(text, index) != 1
    return count


def _characters(pdfium: Any, text: Any) -> tuple[array[int], array[float], array[int], array[int]]:
    codes, boxes, flags, objects = array("I"), array("f"), array("B"), array("I")
    x, y = ctypes.c_double(), ctypes.c_double()
    known: dict[int, int] = {}
    first = 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if first and 0xDC00 <= code < 0xE000:
            # A rare character (𠮷) comes as the two halves of its UTF-16 form, both at its place.
            codes[-1] = 0x10000 + ((first - 0xD800) << 10) + code - 0xDC00
            first = 0
            continue
        first = code if 0xD800 <= code < 0xDC00 else 0
        codes.append(code)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        boxes.extend((x.value, y.value, *_box(pdfium, text, index, (x.value, y.value))))
        boxes.append(pdfium.FPDFText_GetCharAngle(text, index))
        flags.append(
            (pdfium.FPDFText_IsGenerated(text, index) == 1) * GENERATED
            | (pdfium.FPDFText_HasUnicodeMapError(text, index) == 1) * UNMAPPED
            | (pdfium.FPDFText_IsHyphen(text, index) == 1) * HYPHEN
        )
        # Addresses say nothing outside this process; their order of appearance does.
        address = ctypes.cast(pdfium.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value or 0
        objects.append(known.setdefault(address, len(known)))
    return codes, boxes, flags, objects


def _box(pdfium: Any, text: Any, index: int, origin: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a character as it is set, blanks around its ink included.

    Of a font that states no height (drawn shapes, as browsers embed some) PDFium knows the ink alone: 一 would be a stroke
    and 日 have gaps beside it. There a Chinese character is an em wide and high.
    """
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    found = (box.left, box.bottom, box.right, box.top)
    edges = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text, index, *edges)  # left, right, bottom, top
    left, right, bottom, top = (edge.value for edge in edges)
    inked = left < right and all(abs(a - b) < _SAME for a, b in zip(found, (left, bottom, right, top), strict=True))
    if not inked or not pdfium.FPDFText_GetMatrix(text, index, matrix):
        return found
    em = pdfium.FPDFText_GetFontSize(text, index)
    if unicodedata.east_asian_width(chr(pdfium.FPDFText_GetUnicode(text, index))) not in "WF":
        return found
    xs = [origin[0] + em * (x * matrix.a + y * matrix.c) for x in (0.0, 1.0) for y in (-_BELOW, 1 - _BELOW)]
    ys = [origin[1] + em * (x * matrix.b + y * matrix.d) for x in (0.0, 1.0) for y in (-_BELOW, 1 - _BELOW)]
    return min(xs), min(ys), max(xs), max(ys)


Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(m: Matrix, n: Matrix) -> Matrix:
    """Return *m* applied first, then *n*."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _matrix(pdfium: Any, item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(item, m) else _IDENTITY


def _drawing(pdfium: Any, page: Any) -> tuple[array[float], array[float], float, int]:
    """Return what is drawn: strokes and dots (x0, y0, x1, y1 each), the share of the page the largest picture covers, the paths."""
    rules: array[float] = array("f")
    dots: array[float] = array("f")
    width, height = _size(pdfium, page)
    area = max(1.0, width * height)
    covered = 0.0
    paths = 0
    budget = MAX_OBJECTS
    waiting: list[tuple[Any, Matrix, int]] = [
        (pdfium.FPDFPage_GetObject(page, i), _IDENTITY, 0)
        for i in range(min(budget, pdfium.FPDFPage_CountObjects(page)))
    ]
    while waiting and budget:
        item, outer, depth = waiting.pop()
        budget -= 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            shapes = _shapes(pdfium, item, _times(_matrix(pdfium, item), outer)) if len(rules) < MAX_RULES * 4 else []
            for rule in _rules(pdfium, item, shapes):
                rules.extend(rule)
            for dot in _dots(shapes):
                dots.extend(dot)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            m = _times(_matrix(pdfium, item), outer)
            covered = max(covered, abs(m[0] * m[3] - m[1] * m[2]) / area)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _times(_matrix(pdfium, item), outer)
            count = min(budget, max(0, pdfium.FPDFFormObj_CountObjects(item)))
            waiting += [(pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in range(count)]
    return rules[: MAX_RULES * 4], dots[: MAX_DOTS * 4], round(min(1.0, covered), 3), paths


Point = tuple[float, float]
Rule = tuple[float, float, float, float]


def _dots(shapes: list[list[Point]]) -> Iterator[Rule]:
    """Yield the boxes of small shapes about as high as wide, such as the bullets of a list."""
    for shape in shapes:
        xs, ys = [p[0] for p in shape], [p[1] for p in shape]
        less, more = sorted((max(xs) - min(xs), max(ys) - min(ys)))
        if _DOT[0] <= less and more <= min(_DOT[1], _SQUARE * less):
            yield min(xs), min(ys), max(xs), max(ys)


def _rules(pdfium: Any, path: Any, shapes: list[list[Point]]) -> Iterator[Rule]:
    """Yield the straight upright or level strokes of one path; a thin filled rectangle is one, a coloured area none."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    for shape in shapes:
        xs, ys = [p[0] for p in shape], [p[1] for p in shape]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if min(wide, high) <= _THIN:
            if max(wide, high) >= _SHORT and (stroke.value or fill.value):
                middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
                yield (
                    (min(xs), middle[1], max(xs), middle[1])
                    if wide > high
                    else (middle[0], min(ys), middle[0], max(ys))
                )
        elif stroke.value or len(shapes) > 1:
            for (ax, ay), (bx, by) in pairwise(shape):
                level, upright = abs(ay - by) <= _STRAIGHT, abs(ax - bx) <= _STRAIGHT
                if level != upright and max(abs(ax - bx), abs(ay - by)) >= _SHORT:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _shapes(pdfium: Any, path: Any, matrix: Matrix) -> list[list[Point]]:
    shapes: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(2_000, max(0, pdfium.FPDFPath_CountSegments(path)))):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            x.value * matrix[0] + y.value * matrix[2] + matrix[4],
            x.value * matrix[1] + y.value * matrix[3] + matrix[5],
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not shapes:
            shapes.append([point])
        else:
            shapes[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            shapes[-1].append(shapes[-1][0])
    return [shape for shape in shapes if len(shape) > 1]


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
