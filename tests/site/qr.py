"""Reads a QR code back from its cells, written from ISO/IEC 18004:2015 apart from the encoder it tests."""

from __future__ import annotations

# Table 9, level M: (codewords in all, codewords of correction in a block, blocks).
_LEVEL_M = {
    1: (26, 10, 1), 2: (44, 16, 1), 3: (70, 26, 1), 4: (100, 18, 2), 5: (134, 24, 2), 6: (172, 16, 4), 7: (196, 18, 4),
    8: (242, 22, 4), 9: (292, 22, 5), 10: (346, 26, 5), 11: (404, 30, 5), 12: (466, 22, 8), 13: (532, 22, 9),
    14: (581, 24, 9), 15: (655, 24, 10), 16: (733, 28, 10), 17: (815, 28, 11), 18: (901, 26, 13), 19: (991, 26, 14),
    20: (1085, 26, 16), 21: (1156, 26, 17), 22: (1258, 28, 17), 23: (1364, 28, 18), 24: (1474, 28, 20), 25: (1588, 28, 21),
    26: (1706, 28, 23), 27: (1828, 28, 25), 28: (1921, 28, 26), 29: (2051, 28, 28), 30: (2185, 28, 29),
}  # fmt: skip
# Table E.1.
_CENTRES = {
    1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34), 7: (6, 22, 38), 8: (6, 24, 42), 9: (6, 26, 46),
    10: (6, 28, 50), 11: (6, 30, 54), 12: (6, 32, 58), 13: (6, 34, 62), 14: (6, 26, 46, 66), 15: (6, 26, 48, 70),
    16: (6, 26, 50, 74), 17: (6, 30, 54, 78), 18: (6, 30, 56, 82), 19: (6, 30, 58, 86), 20: (6, 34, 62, 90),
    21: (6, 28, 50, 72, 94), 22: (6, 26, 50, 74, 98), 23: (6, 30, 54, 78, 102), 24: (6, 28, 54, 80, 106),
    25: (6, 32, 58, 84, 110), 26: (6, 30, 58, 86, 114), 27: (6, 34, 62, 90, 118), 28: (6, 26, 50, 74, 98, 122),
    29: (6, 30, 54, 78, 102, 126), 30: (6, 26, 52, 78, 104, 130),
}  # fmt: skip
# Table C.1: the fifteen format bits of level M, masks 0 to 7, as they stand in the code.
_FORMATS = (0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0)
# Table D.1: the eighteen version bits.
_VERSIONS = {
    7: 0x07C94, 8: 0x085BC, 9: 0x09A99, 10: 0x0A4D3, 11: 0x0BBF6, 12: 0x0C762, 13: 0x0D847, 14: 0x0E60D, 15: 0x0F928,
    16: 0x10B78, 17: 0x1145D, 18: 0x12A17, 19: 0x13532, 20: 0x149A6, 21: 0x15683, 22: 0x168C9, 23: 0x177EC,
    24: 0x18EC4, 25: 0x191E1, 26: 0x1AFAB, 27: 0x1B08E, 28: 0x1CC1A, 29: 0x1D33F, 30: 0x1ED75,
}  # fmt: skip
_MASKS = (
    lambda i, j: (i + j) % 2 == 0, lambda i, _: i % 2 == 0, lambda _, j: j % 3 == 0, lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0, lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0, lambda i, j: ((i + j) % 2 + i * j % 3) % 2 == 0,
)  # fmt: skip


def read(cells: list[list[bool]]) -> str:
    """Return the text of a code in byte mode at level M.

    Raises:
        AssertionError: a pattern, a format bit or a codeword of correction is wrong.
    """
    size = len(cells)
    version = (size - 17) // 4
    fixed = _fixed(size, version)
    _check_patterns(cells, size, version)
    mask = _MASKS[_FORMATS.index(_format(cells, size))]
    bits = []
    column, upwards = size - 1, True
    while column > 0:
        if column == 6:
            column -= 1
        for i in range(size - 1, -1, -1) if upwards else range(size):
            bits += [cells[i][j] ^ mask(i, j) for j in (column, column - 1) if (i, j) not in fixed]
        column, upwards = column - 2, not upwards
    total, degree, count = _LEVEL_M[version]
    words = [int("".join("01"[bit] for bit in bits[n : n + 8]), 2) for n in range(0, total * 8, 8)]
    data = _blocks(words, total, degree, count)
    stream = "".join(f"{word:08b}" for word in data)
    assert stream[:4] == "0100", "byte mode"
    width = 8 if version < 10 else 16
    length = int(stream[4 : 4 + width], 2)
    start = 4 + width
    return bytes(int(stream[start + 8 * n : start + 8 * n + 8], 2) for n in range(length)).decode("utf-8")


def _blocks(words: list[int], total: int, degree: int, count: int) -> list[int]:
    room = total - degree * count
    sizes = [room // count + (n >= count - room % count) for n in range(count)]
    blocks: list[list[int]] = [[] for _ in sizes]
    place = 0
    for n in range(max(sizes)):
        for block, size in zip(blocks, sizes, strict=True):
            if n < size:
                block.append(words[place])
                place += 1
    for _ in range(degree):
        for block in blocks:
            block.append(words[place])
            place += 1
    for block in blocks:
        assert not any(_value(block, root) for root in range(degree)), "a block's syndromes are all zero"
    return [word for block, size in zip(blocks, sizes, strict=True) for word in block[:size]]


def _value(block: list[int], root: int) -> int:
    """Return the polynomial *block* at the *root*-th power of the field's generator."""
    point = 1
    for _ in range(root):
        point = _times(point, 2)
    out = 0
    for word in block:
        out = _times(out, point) ^ word
    return out


def _times(a: int, b: int) -> int:
    out = 0
    while b:
        out ^= a if b & 1 else 0
        a = (a << 1) ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return out


def _fixed(size: int, version: int) -> set[tuple[int, int]]:
    """Return the cells that carry no data."""
    out = {(6, n) for n in range(size)} | {(n, 6) for n in range(size)}
    for top, left in ((0, 0), (0, size - 8), (size - 8, 0)):
        out |= {(top + i, left + j) for i in range(8) for j in range(8)}
    out |= {(8, n) for n in (*range(9), *range(size - 8, size))} | {(n, 8) for n in (*range(9), *range(size - 8, size))}
    for i, j in _alignments(version, size):
        out |= {(i + a, j + b) for a in range(-2, 3) for b in range(-2, 3)}
    if version >= 7:
        out |= {(i, j) for i in range(6) for j in range(size - 11, size - 8)}
        out |= {(j, i) for i in range(6) for j in range(size - 11, size - 8)}
    return out


def _alignments(version: int, size: int) -> list[tuple[int, int]]:
    centres = _CENTRES[version]
    corners = ((6, 6), (6, size - 7), (size - 7, 6))
    return [(i, j) for i in centres for j in centres if (i, j) not in corners]


def _check_patterns(cells: list[list[bool]], size: int, version: int) -> None:
    finder = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        for i, row in enumerate(finder):
            assert "".join("01"[cells[top + i][left + j]] for j in range(7)) == row
    for i, j in _alignments(version, size):
        seen = ["".join("01"[cells[i + a][j + b]] for b in range(-2, 3)) for a in range(-2, 3)]
        assert seen == ["11111", "10001", "10101", "10001", "11111"]
    assert all(cells[6][n] == (n % 2 == 0) == cells[n][6] for n in range(8, size - 8)), "timing"
    assert cells[size - 8][8], "the dark cell"
    if version >= 7:
        places = [(i, size - 11 + j) for i in range(6) for j in range(3)]
        assert sum(cells[i][j] << n for n, (i, j) in enumerate(places)) == _VERSIONS[version]
        assert sum(cells[j][i] << n for n, (i, j) in enumerate(places)) == _VERSIONS[version]


def _format(cells: list[list[bool]], size: int) -> int:
    """Return the format bits; both copies must agree (figure 25, most significant first)."""
    first = [(8, j) for j in (0, 1, 2, 3, 4, 5, 7, 8)] + [(i, 8) for i in (7, 5, 4, 3, 2, 1, 0)]
    second = [(i, 8) for i in range(size - 1, size - 8, -1)] + [(8, j) for j in range(size - 8, size)]
    values = {sum(cells[i][j] << (14 - n) for n, (i, j) in enumerate(places)) for places in (first, second)}
    assert len(values) == 1, "the two copies differ"
    return values.pop()
