"""Compound files, the container of Word and Excel 97-2003: their streams by name ([MS-CFB])."""

from __future__ import annotations

import struct

_END = 0xFFFFFFFA
"""This and above: no sector ([MS-CFB] 2.1)."""
_HEAD = 512
_DIRECT = 109
_SHORT = 64
_ENTRY = 128
_ROOT, _STREAM = 5, 2
_SHIFTS = (9, 12)


class BrokenCompound(ValueError):
    """The container is damaged or cut off."""


class Compound:
    """The streams of a compound file."""

    def __init__(self, data: bytes) -> None:
        """Read the directory of *data*.

        Raises:
            BrokenCompound: It has no directory that can be read.
        """
        try:
            (shift,) = struct.unpack_from("<H", data, 30)
            first, _, self._limit, short, _, more, _ = struct.unpack_from("<IIIIIII", data, 48)
            direct = struct.unpack_from(f"<{_DIRECT}I", data, 76)
        except struct.error as fault:
            raise BrokenCompound("no head") from fault
        if shift not in _SHIFTS:
            raise BrokenCompound(f"sectors of 2 ** {shift} bytes")
        self._data, self._size = data, 1 << shift
        self._next = self._table(direct, more)
        self._entries: dict[str, tuple[int, int]] = {}
        directory = self._chain(first)
        root = _END
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            name, used, kind, start, size = struct.unpack_from("<64sHB49xII", directory, at)
            if kind == _ROOT:
                root = start
            elif kind == _STREAM:
                words = name[: max(0, min(used, 64) - 2)].decode("utf-16-le", "replace")
                self._entries.setdefault(words, (start, size))
        self._shorts = self._chain(root)
        chained = self._chain(short)
        self._next_short = struct.unpack(f"<{len(chained) // 4}I", chained[: len(chained) // 4 * 4])

    def names(self) -> list[str]:
        """Return the names of the streams."""
        return list(self._entries)

    def stream(self, name: str) -> bytes | None:
        """Return the bytes of a stream, or None where there is none of that name.

        Raises:
            BrokenCompound: Its sectors do not follow on each other.
        """
        if name not in self._entries:
            return None
        start, size = self._entries[name]
        if size >= self._limit:
            return self._chain(start)[:size]
        return b"".join(self._shorts[at * _SHORT : (at + 1) * _SHORT] for at in _walk(start, self._next_short))[:size]

    def _table(self, direct: tuple[int, ...], more: int) -> tuple[int, ...]:
        sectors = [at for at in direct if at < _END]
        seen: set[int] = set()
        while more < _END and more not in seen:
            seen.add(more)
            *some, more = self._numbers(more)
            sectors += [at for at in some if at < _END]
        return tuple(number for at in sectors for number in self._numbers(at))

    def _numbers(self, at: int) -> tuple[int, ...]:
        sector = self._sector(at)
        if len(sector) < self._size:
            raise BrokenCompound("cut off")
        return struct.unpack(f"<{self._size // 4}I", sector)

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(at) for at in _walk(start, self._next))

    def _sector(self, at: int) -> bytes:
        begun = max(_HEAD, self._size) + at * self._size
        return self._data[begun : begun + self._size]


def is_whole(data: bytes) -> bool:
    """Return whether the directory of a compound file can be read."""
    try:
        return bool(Compound(data).names())
    except BrokenCompound:
        return False


def _walk(start: int, following: tuple[int, ...]) -> list[int]:
    """Return the sectors of a chain."""
    found: list[int] = []
    while start < _END:
        if start >= len(following) or len(found) > len(following):
            raise BrokenCompound("sectors do not follow on each other")
        found.append(start)
        start = following[start]
    return found
