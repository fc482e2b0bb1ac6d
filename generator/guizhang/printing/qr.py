"""QR codes, drawn as SVG so that they stay sharp at any size.

Source: ISO/IEC 18004, byte mode, error correction level M; section and table numbers are those of the edition of 2015.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

# Table 9, level M, version by version: check codewords in a block, and blocks.
_CHECKS = (
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
)  # fmt: skip
_BLOCKS = (
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
)  # fmt: skip
# 7.8.2: which of eight masks is laid over the data is told in the code. Trying all of them for the most even picture takes
# many times as long, and a reader finds its way at the sizes printed here with any of them.
_MASK = 3
_QUIET = 4
"""Modules left white around the code (6.3.8)."""
# Rows reach a little into the next one: a printer or viewer that draws them apart leaves white hairlines between them.
_ROW = 1.05
_RUNS = re.compile("(0*)(1+)")


def qr_svg(text: str) -> str:
    """Return the QR code of *text* as an SVG image, quiet zone included; about a seventh of it may be damaged.

    Raises:
        ValueError: *text* is longer than 2,331 bytes of UTF-8.
    """
    rows = qr_rows(text)
    size = len(rows) + 2 * _QUIET
    path = "".join(f"M{_QUIET} {y}" + "".join(map(_run, _RUNS.findall(row))) for y, row in enumerate(rows, _QUIET))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>'


@cache
def _run(modules: tuple[str, str]) -> str:
    """Return the way past some light modules, around some dark ones and to their end."""
    light, dark = map(len, modules)
    return f"m{light} 0h{dark}v{_ROW}h-{dark}zm{dark} 0"


def qr_rows(text: str) -> list[str]:
    """Return the QR code of *text* row by row, ``1`` for a dark module.

    Raises:
        ValueError: *text* is longer than 2,331 bytes of UTF-8.
    """
    data = text.encode()
    version = next((v for v in range(1, 41) if len(data) <= _room(v)), None)
    if version is None:
        raise ValueError(f"{len(data)} bytes, at most {_room(40)}")
    plan = _plan(version)
    words = _with_checks(_codewords(data, version), version)
    spare = plan.modules - 8 * len(words)
    bits = format((int.from_bytes(words, "big") << spare) ^ plan.mask, f"0{plan.modules}b")
    found = "".join(plan.arranged(bits + "01"))
    return [found[at : at + plan.size] for at in range(0, plan.size**2, plan.size)]


def _room(version: int) -> int:
    """Return how many bytes fit."""
    return _total(version) - _CHECKS[version - 1] * _BLOCKS[version - 1] - (2 if version < 10 else 3)


def _total(version: int) -> int:
    """Return how many codewords a code has, checks included (table 1)."""
    modules = (16 * version + 128) * version + 64
    if version >= 2:
        aligned = version // 7 + 2
        modules -= (25 * aligned - 10) * aligned - 55
        if version >= 7:
            modules -= 36
    return modules // 8


def _codewords(data: bytes, version: int) -> bytes:
    """Return mode, length, data and padding (7.4)."""
    room = _room(version)
    head = f"0100{len(data):0{8 if version < 10 else 16}b}"
    filled = int(head + "0" * (len(data) * 8 + 4), 2) | int.from_bytes(data, "big") << 4
    out = filled.to_bytes((len(head) + 4) // 8 + len(data), "big")
    return out + (b"\xec\x11" * room)[: room - len(data)]


def _with_checks(data: bytes, version: int) -> bytes:
    """Return data and check codewords of all blocks, interleaved (7.6); later blocks may be one codeword longer."""
    count, checks = _BLOCKS[version - 1], _CHECKS[version - 1]
    short, longer = divmod(len(data), count)
    blocks, at = [], 0
    for number in range(count):
        end = at + short + (number >= count - longer)
        blocks.append(data[at:end])
        at = end
    table = _generator(checks)
    keep, shift = (1 << 8 * checks) - 1, 8 * (checks - 1)
    rests = []
    for block in blocks:
        rest = 0
        for byte in block:
            rest = (rest << 8 & keep) ^ table[rest >> shift ^ byte]
        rests.append(rest.to_bytes(checks, "big"))
    woven = [block[at] for at in range(short + 1) for block in blocks if at < len(block)]
    woven += [rest[at] for at in range(checks) for rest in rests]
    return bytes(woven)


@cache
def _generator(checks: int) -> list[int]:
    """Return the generator polynomial times each byte, without its leading coefficient (7.5.2, annex A)."""
    powers = [1]
    while len(powers) < 255:
        powers.append(powers[-1] << 1 ^ (0x11D if powers[-1] & 128 else 0))
    logs = {power: exponent for exponent, power in enumerate(powers)}

    def times(a: int, b: int) -> int:
        return powers[(logs[a] + logs[b]) % 255] if a and b else 0

    polynomial = [1]
    for exponent in range(checks):
        shifted = [*polynomial, 0]
        polynomial = [a ^ times(b, powers[exponent]) for a, b in zip(shifted, [0, *polynomial], strict=True)]
    return [int.from_bytes(bytes(times(byte, c) for c in polynomial[1:]), "big") for byte in range(256)]


@dataclass(frozen=True)
class _Plan:
    """What all codes of a version have in common."""

    size: int
    modules: int
    """Modules that carry data."""
    mask: int
    """The mask in the order of the data."""
    arranged: Callable[[str], tuple[str, ...]]
    """Puts data, and behind it a light and a dark module, in the order of the rows."""


@cache
def _plan(version: int) -> _Plan:
    size = 17 + 4 * version
    fixed = _fixed(version, size)
    # 7.7.3: two columns at a time from the right, up and down in turn, past the timing pattern.
    columns = [column for column in range(size - 1, 0, -2) if column > 6] + [5, 3, 1]
    places = []
    for number, right in enumerate(columns):
        rows = range(size) if number % 2 else range(size - 1, -1, -1)
        places += [(row, column) for row in rows for column in (right, right - 1) if (row, column) not in fixed]
    mask = "".join("1" if (row + column) % 3 == 0 else "0" for row, column in places)
    order = {place: number for number, place in enumerate(places)}
    order |= {place: len(places) + dark for place, dark in fixed.items()}
    return _Plan(
        size,
        len(places),
        int(mask, 2),
        itemgetter(*(order[row, column] for row in range(size) for column in range(size))),
    )


def _fixed(version: int, size: int) -> dict[tuple[int, int], bool]:
    """Return the modules that carry no data, by row and column: whether each is dark (6.3, 7.9, 7.10)."""
    found: dict[tuple[int, int], bool] = {}
    for at in range(size):
        found[6, at] = found[at, 6] = at % 2 == 0
    last = size - 7
    for top, left in ((0, 0), (0, last), (last, 0)):
        for row in range(max(top - 1, 0), min(top + 8, size)):
            for column in range(max(left - 1, 0), min(left + 8, size)):
                ring = max(abs(row - top - 3), abs(column - left - 3))
                found[row, column] = ring not in (2, 4)
    centres = _alignments(version, size)
    corners = {(6, 6), (6, last), (last, 6)}
    for middle in ((row, column) for row in centres for column in centres if (row, column) not in corners):
        for row in range(-2, 3):
            for column in range(-2, 3):
                found[middle[0] + row, middle[1] + column] = max(abs(row), abs(column)) != 1
    # Level M is 00.
    told = _protected(_MASK, 10, 0b10100110111) ^ 0b101010000010010
    for bit in range(15):
        dark = bool(told >> bit & 1)
        found[bit if bit < 6 else bit + 1 if bit < 8 else size - 15 + bit, 8] = dark
        found[8, size - 1 - bit if bit < 8 else 15 - bit if bit == 8 else 14 - bit] = dark
    found[size - 8, 8] = True
    if version >= 7:
        told = _protected(version, 12, 0b1111100100101)
        for bit in range(18):
            row, column = bit // 3, size - 11 + bit % 3
            found[row, column] = found[column, row] = bool(told >> bit & 1)
    return found


def _alignments(version: int, size: int) -> list[int]:
    """Return rows, and columns, of the centres of the alignment patterns (annex E)."""
    if version == 1:
        return []
    count = version // 7 + 2
    step = (version * 8 + count * 3 + 5) // (count * 4 - 4) * 2
    return [6, *(size - 7 - number * step for number in range(count - 2, -1, -1))]


def _protected(value: int, bits: int, generator: int) -> int:
    """Return *value* and behind it so many check bits of a BCH code (annexes C and D)."""
    rest = value << bits
    while rest.bit_length() > bits:
        rest ^= generator << rest.bit_length() - bits - 1
    return value << bits | rest
