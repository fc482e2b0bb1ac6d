"""A scanner and a reader of answer sheets: what a page looks like on paper, and what its layout lets a machine find in it."""

from __future__ import annotations

import ctypes
import math
import random
from dataclasses import dataclass
from itertools import product

import pypdfium2
import pypdfium2.raw as pdfium

from guizhang.model.answer_sheet import AnswerSheet

DARK = 128


@dataclass
class Scan:
    """A page in greys, 0 black; rows from the top, places in pixels."""

    pixels: bytearray
    width: int
    height: int
    row: int
    """Bytes from one row to the next."""

    def dark(self, x: float, y: float) -> bool:
        return self.pixels[int(y) * self.row + int(x)] < DARK

    def darkness(self, x: float, y: float, radius: float) -> float:
        """Return the share of black in a disc, 0..1."""
        found = [
            255 - self.pixels[row * self.row + column]
            for row in range(math.ceil(y - radius), int(y + radius) + 1)
            for column in range(math.ceil(x - radius), int(x + radius) + 1)
            if math.hypot(column - x, row - y) <= radius
        ]
        return sum(found) / len(found) / 255

    def ring(self, x: float, y: float, radius: float) -> float:
        """Return the share of 24 directions in which something dark lies within half a pixel of a circle."""
        hits = 0
        for step in range(24):
            angle = math.tau * step / 24
            ways = (radius - 0.7, radius, radius + 0.7)
            hits += any(self.dark(x + way * math.cos(angle), y + way * math.sin(angle)) for way in ways)
        return hits / 24


def scan(pdf: bytes, page: int, dpi: int, *, degrees: float = 0.0, scale: float = 1.0, fills=()) -> Scan:
    """Return a page as a scanner sees it that pulls it in askew, with discs filled in by hand.

    Args:
        pdf: The sheets.
        page: Index of the page.
        dpi: Pixels to the inch.
        degrees: How far the page is turned about its middle.
        scale: How much too large the scanner takes it.
        fills: Centre and radius of each disc, in millimetres on the page.
    """
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    wide, high = sheet.get_size()
    zoom = dpi / 72
    width, height = round(wide * zoom), round(high * zoom)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    cos, sin = math.cos(math.radians(degrees)) * scale * zoom, math.sin(math.radians(degrees)) * scale * zoom
    # The middle stays where it is.
    left, top = width / 2 - cos * wide / 2 + sin * high / 2, height / 2 - sin * wide / 2 - cos * high / 2
    matrix = pdfium.FS_MATRIX(cos, sin, -sin, cos, left, top)
    clip = pdfium.FS_RECTF(0, 0, width, height)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, sheet.raw, ctypes.byref(matrix), ctypes.byref(clip), 0)
    found = Scan(bytearray(bitmap.buffer), width, height, bitmap.stride)
    noise = random.Random(7)
    for x, y, radius in fills:
        # By hand: not quite in the middle, not quite black.
        px, py = (x + noise.uniform(-0.3, 0.3)) * 72 / 25.4, (y + noise.uniform(-0.3, 0.3)) * 72 / 25.4
        middle = cos * px - sin * py + left, sin * px + cos * py + top
        reach = radius * dpi / 25.4 * noise.uniform(0.85, 1.05)
        box = (range(int(at - reach), int(at + reach) + 2) for at in middle)
        for column, row in product(*box):
            if math.hypot(column - middle[0], row - middle[1]) <= reach:
                found.pixels[row * found.row + column] = noise.randrange(10, 110)
    for _ in range(2000):
        found.pixels[noise.randrange(len(found.pixels))] = noise.randrange(256)
    return found


def read(found: Scan, sheet: AnswerSheet, page: int) -> dict[tuple[int, int], str]:
    """Return what is filled in: question and part -> values. Knows the layout and the picture, and nothing else."""
    place = _places(found, sheet)
    answers: dict[tuple[int, int], str] = {}
    unit = math.dist(place(0, 0), place(100, 0)) / 100
    for line in sheet.pages[page].bubbles:
        for value, x, y in line.centres():
            if found.darkness(*place(x, y), sheet.radius * unit * 0.75) > 0.45:
                key = line.question, line.part
                answers[key] = answers.get(key, "") + value
    return answers


def _places(found: Scan, sheet: AnswerSheet):
    """Return what takes millimetres on the sheet to pixels of the scan, by the squares in the corners."""
    unit = found.width / sheet.width
    corners = [_square(found, x * unit, y * unit, sheet.mark * unit) for x, y in sheet.marks]
    for ends in (corners, corners[::-1]):  # as it should be, and upside down
        place = _between(ends, sheet)
        x, y, side = sheet.upright
        if found.darkness(*place(x, y), side * unit * 0.4) > 0.8:
            return place
    raise AssertionError("no mark tells which way up the page is")


def _between(corners, sheet):
    (left, top), (right, bottom) = sheet.marks[0], sheet.marks[3]

    def place(x, y):
        u, v = (x - left) / (right - left), (y - top) / (bottom - top)
        weights = (1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v
        return tuple(sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))

    return place


def _square(found: Scan, x: float, y: float, side: float) -> tuple[float, float]:
    """Return the middle of the blackest square of this side that lies within two sides of a place."""
    reach, half = 2 * side, side / 2
    span = [step * side / 12 for step in range(-12, 13)]
    coarse = product(range(int(x - reach), int(x + reach), 3), range(int(y - reach), int(y + reach), 3))

    def black(cx, cy):
        points = ((cx + dx / 2, cy + dy / 2) for dx in span[::3] for dy in span[::3])
        return sum(0 <= a < found.width and 0 <= b < found.height and found.dark(a, b) for a, b in points)

    cx, cy = max(coarse, key=lambda at: black(*at))
    # The middle of all that is dark around there.
    around = product(range(int(cx - half - 4), int(cx + half + 5)), range(int(cy - half - 4), int(cy + half + 5)))
    dark = [(a, b) for a, b in around if 0 <= a < found.width and 0 <= b < found.height and found.dark(a, b)]
    return sum(a for a, _ in dark) / len(dark), sum(b for _, b in dark) / len(dark)
