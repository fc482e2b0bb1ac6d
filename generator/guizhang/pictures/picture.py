"""A picture as a web page shows it: PNG, JPEG, WebP or SVG."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guizhang.diagnostics import Message
from guizhang.pictures.fault import Unusable, broken
from guizhang.pictures.svg import svg_size

Kind = Literal["png", "jpeg", "webp", "svg"]

MOST_BYTES = 256 * 1024
"""A logo of this size is a photograph, or holds another document's data."""
MOST_PIXELS = 4096
"""Longest side: a small file can unpack to a picture that fills a phone's memory."""
MEDIA_TYPES: dict[Kind, str] = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp", "svg": "image/svg+xml"}


@dataclass(frozen=True)
class Picture:
    """A picture that is safe to show."""

    data: bytes
    kind: Kind
    width: float
    """In pixels; of an SVG, in units of its own."""
    height: float

    @property
    def media_type(self) -> str:
        """The type a server sends it with."""
        return MEDIA_TYPES[self.kind]

    @property
    def suffix(self) -> str:
        """How a file with it ends: ``.png``."""
        return f".{self.kind}"


def picture_at(root: Path, named: str) -> Picture:
    """Return the picture *named* by its path below *root*.

    Raises:
        Unusable: it is not there, lies elsewhere, or cannot be shown.
    """
    path = root / named
    if Path(named).is_absolute() or not path.resolve().is_relative_to(root.resolve()):
        raise Unusable(
            Message("不在手册的文件夹里", "it lies outside the handbook's folder"),
            Message(
                "把图片放进手册的文件夹，写相对路径，例如 content/brand/logo.svg",
                "put the picture into the handbook's folder and name it from there, such as content/brand/logo.svg",
            ),
            "BRD002",
        )
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as missing:
        raise Unusable(
            Message("没有这个文件", "there is no such file"),
            Message(
                "放好图片，或改正路径；路径从手册的文件夹算起",
                "put it there, or mend the path, which counts from the handbook's folder",
            ),
            "BRD001",
        ) from missing
    return read_picture(data)


def read_picture(data: bytes) -> Picture:
    """Return the picture in *data*; its name says nothing about what it is.

    Raises:
        Unusable: it is no such picture, broken, too large, or an SVG that is more than a drawing.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(f"{MOST_BYTES // 1024} KB")
    kind, size = _sniff(data)
    width, height = size(data)
    if kind != "svg" and not (1 <= width <= MOST_PIXELS and 1 <= height <= MOST_PIXELS):
        raise _too_large(f"{MOST_PIXELS} × {MOST_PIXELS}")
    return Picture(data, kind, width, height)


def _sniff(data: bytes) -> tuple[Kind, Callable[[bytes], tuple[float, float]]]:
    """Return the kind of picture *data* begins as, and what measures it.

    Source: WHATWG MIME Sniffing, section 6.1, image types.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", _png_size
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", _jpeg_size
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", _webp_size
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "svg", svg_size
    raise Unusable(
        Message("不是 PNG、SVG、JPEG 或 WebP 图片", "this is no PNG, SVG, JPEG or WebP picture"),
        Message("另存为其中一种格式，例如 PNG", "save it as one of these, such as PNG"),
    )


def _png_size(data: bytes) -> tuple[float, float]:
    if data[12:16] != b"IHDR" or len(data) < 33 or b"IEND" not in data[-16:]:
        raise broken("PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[float, float]:
    """Return the size in the frame header.

    Source: ITU-T T.81, B.2.2: the markers C0 to CF without C4, C8 and CC start a frame.
    """
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD7:  # padding, and markers without a length
            place += 1 if marker == 0xFF else 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    raise broken("JPEG")


def _webp_size(data: bytes) -> tuple[float, float]:
    """Return the size of the canvas.

    Source: RFC 9649, sections 2.5 to 2.7.
    """
    chunk = data[12:16]
    if len(data) < 30:
        raise broken("WebP")
    if chunk == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise broken("WebP")


def _too_large(most: str) -> Unusable:
    return Unusable(
        Message(f"图片太大，最多 {most}", f"the picture is too large; at most {most}"),
        Message("缩小以后再用；作标志有 400 像素宽就够", "make it smaller; 400 pixels across are enough for a logo"),
    )
