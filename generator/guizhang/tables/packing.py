"""ZIP archives that are the same bytes for the same content, whatever the clock and the machine."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP archive can name; an archive's bytes must not depend on when it was written."""
_MODE = 0o600
_UNIX = 3
_END = struct.Struct("<4s4H2LH")
_NEEDS = 20
"""Version 2.0 of the format: folders and deflated files."""
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_DEFLATE_WINDOW = -15
"""Without the header and the checksum of zlib, as ZIP has its own."""
_LARGE = 4_000_000
"""Bytes: sheets of thousands of people."""
_QUICK = 2
"""Level of compression."""


def member(name: str, *, mode: int = _MODE) -> zipfile.ZipInfo:
    """Return the entry of a file: compressed, without a time, as if made on one system."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = _UNIX
    info.external_attr = mode << 16
    return info


@dataclass(frozen=True, slots=True)
class Deflated:
    """A file as it stands in an archive: what another process can make and hand over."""

    data: bytes
    size: int
    """Bytes it has unpacked."""
    crc: int


def deflated(data: bytes) -> Deflated:
    """Return *data* compressed; large files quickly, which makes them half as large again in a fifth of the time."""
    level = zlib.Z_DEFAULT_COMPRESSION if len(data) < _LARGE else _QUICK
    press = zlib.compressobj(level, zlib.DEFLATED, _DEFLATE_WINDOW)
    return Deflated(press.compress(data) + press.flush(), len(data), zlib.crc32(data))


def pack(parts: Iterable[tuple[str, bytes | Deflated]]) -> bytes:
    """Return an archive of (name, content), in the order given; each below 4 GB."""
    # The module of the library compresses everything itself, one after another.
    out, entries = io.BytesIO(), []
    for name, content in parts:
        made = deflated(content) if isinstance(content, bytes) else content
        info = member(name)
        info.CRC, info.compress_size, info.file_size = made.crc, len(made.data), made.size
        entries.append(_entry(info, out.tell()))
        out.write(info.FileHeader(zip64=False))
        out.write(made.data)
    start = out.tell()
    out.writelines(entries)
    out.write(_END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), out.tell() - start, start, 0))
    return out.getvalue()


def _entry(info: zipfile.ZipInfo, offset: int) -> bytes:
    """Return the line of a file in the directory at the end (APPNOTE 4.3.12)."""
    name = info.filename.encode()
    unicode_name = 0 if info.filename.isascii() else 0x800
    year, month, day, hour, minute, second = info.date_time
    packed = _ENTRY.pack(
        b"PK\1\2", _NEEDS, info.create_system, _NEEDS, 0, unicode_name, info.compress_type,
        hour << 11 | minute << 5 | second // 2, (year - EPOCH[0]) << 9 | month << 5 | day,
        info.CRC, info.compress_size, info.file_size, len(name), 0, 0, 0, 0, info.external_attr, offset,
    )  # fmt: skip
    return packed + name


def unpack(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files of an archive we have made ourselves, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return [(name, source.read(name)) for name in source.namelist()]
