"""ZIP archives that are the same bytes for the same content, whatever the clock and the machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP archive can name; an archive's bytes must not depend on when it was written."""
_MODE = 0o600
_UNIX = 3


def member(name: str, *, mode: int = _MODE) -> zipfile.ZipInfo:
    """Return the entry of a file: compressed, without a time, as if made on one system."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = _UNIX
    info.external_attr = mode << 16
    return info


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of (name, content), in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in parts:
            target.writestr(member(name), data)
    return out.getvalue()


def unpack(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files of an archive we have made ourselves, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return [(name, source.read(name)) for name in source.namelist()]
