"""The tables of lists in a Word 97-2003 file ([MS-DOC] 2.4.6.3, 2.9.131 to 2.9.151): how its automatic numbers count and print."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace

from guizhang.importers.readers.compound import BrokenCompound, Compound

_KINDS_IN_ORDER = (
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting "
    "aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 "
    "aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen "
    "decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional "
    "taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified "
    "chineseCountingThousand"
).split()
KINDS: Mapping[int, str] = {**dict(enumerate(_KINDS_IN_ORDER)), 57: "numberInDash", 255: "none"}
"""Code of a number format -> its name in DOCX (MSONFC, [MS-OSHARED] 2.2.1.3, has the order of ST_NumberFormat)."""

_LISTS = 0x2E2
"""Where the head says where the two tables are and how long (fcPlfLst, lcbPlfLst, fcPlfLfo, lcbPlfLfo)."""
_SECOND_TABLE = 0x0200
_LEVELS = 9
_SIMPLE, _LEGAL, _NO_RESTART = 0x01, 0x04, 0x08
_START_STATED, _LEVEL_STATED = 0x10, 0x20


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    kind: str | None
    """Name of the number format in DOCX; None for one nobody uses."""
    start: int
    text: str
    """As in DOCX: ``第%1条``."""
    legal: bool
    restart: int | None
    """As ``lvlRestart`` in DOCX: None is behind any higher level."""


@dataclass(frozen=True, slots=True)
class Override:
    """What an instance changes on a level."""

    start: int | None
    level: Level | None


@dataclass(frozen=True, slots=True)
class Instance:
    """What a paragraph names: a list and what is different."""

    levels: tuple[Level, ...]
    """Those of its list, the changes put in."""
    list: int
    """Which list, by its place."""
    overrides: Mapping[int, Override]


@dataclass(frozen=True, slots=True)
class Lists:
    """Both tables of a file."""

    lists: tuple[tuple[Level, ...], ...]
    instances: tuple[Instance, ...]


def read_lists(data: bytes) -> Lists | None:
    """Return the lists of a Word 97-2003 file, or None where it has none, is older or they cannot be read.

    Args:
        data: The file's bytes.
    """
    try:
        file = Compound(data)
        text = file.stream("WordDocument") or b""
        second = struct.unpack_from("<H", text, 10)[0] & _SECOND_TABLE
        table = file.stream("1Table" if second else "0Table") or b""
        lists, size, instances, more = struct.unpack_from("<IIII", text, _LISTS)
        return _read(table, lists, instances) if size and more else None
    except (BrokenCompound, struct.error, UnicodeDecodeError, IndexError):
        return None


def _read(table: bytes, at: int, instances: int) -> Lists:
    count = struct.unpack_from("<H", table, at)[0]
    heads = [struct.unpack_from("<i22xB", table, at + 2 + 28 * place) for place in range(count)]
    at += 2 + 28 * count
    places: dict[int, int] = {}
    found: list[tuple[Level, ...]] = []
    for key, flags in heads:
        levels: list[Level] = []
        for _ in range(1 if flags & _SIMPLE else _LEVELS):
            level, at = _level(table, at)
            levels.append(level)
        places[key] = len(found)
        found.append(tuple(levels))
    return Lists(tuple(found), tuple(_instances(table, instances, places, found)))


def _instances(table: bytes, at: int, places: Mapping[int, int], lists: list[tuple[Level, ...]]) -> list[Instance]:
    count = struct.unpack_from("<I", table, at)[0]
    heads = [struct.unpack_from("<i8xB", table, at + 4 + 16 * place) for place in range(min(count, len(table)))]
    at += 4 + 16 * count
    found: list[Instance] = []
    for key, changed in heads:
        at += 4
        overrides: dict[int, Override] = {}
        for _ in range(changed):
            start, flags = struct.unpack_from("<iI", table, at)
            at += 8
            level = None
            if flags & _LEVEL_STATED:
                level, at = _level(table, at)
                start = level.start
            overrides[flags & 0xF] = Override(start if flags & _START_STATED else None, level)
        if key in places:
            levels = tuple(_changed(level, overrides.get(place)) for place, level in enumerate(lists[places[key]]))
            found.append(Instance(levels, places[key], overrides))
    return found


def _changed(level: Level, override: Override | None) -> Level:
    if override is None:
        return level
    level = override.level or level
    return level if override.start is None else replace(level, start=override.start)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return the level at an offset, and the offset behind it (LVL: LVLF, two lists of properties, the text)."""
    start, kind, flags, characters, paragraphs, limit = struct.unpack_from("<iBB18xBBBx", table, at)
    at += 28 + characters + paragraphs
    size = struct.unpack_from("<H", table, at)[0]
    words = table[at + 2 : at + 2 + 2 * size].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in words)
    restart = limit if flags & _NO_RESTART else None
    return Level(KINDS.get(kind), max(0, start), text, bool(flags & _LEGAL), restart), at + 2 + 2 * size
