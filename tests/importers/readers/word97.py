"""Word 97 files with lists as Word writes them: LibreOffice writes the text, the tables of lists are then put in from numbering.xml.

LibreOffice has no way to write a list that is not begun anew behind a heading, one number in two lists, or a restart; a file
that it wrote shows nothing of how such files from Word are read.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

from lxml import etree

from guizhang.importers.readers.compound import Compound
from guizhang.importers.readers.docx.names import flag, number, value, w
from guizhang.importers.readers.word97 import KINDS
from tests.importers.readers.wordfile import abstract, lvl, num, part

SECTOR = 512
_LISTS, _INSTANCES = 0x2E2, 0x2EA
_INSTANCE_OF_PARAGRAPH = b"\x0b\x46"
_NUMBERS = {kind: code for code, kind in KINDS.items()}


def marked(numbering: str) -> str:
    """Return numbering of the same ids in which the sign of every number names its id, to find it again."""
    ids = [number(node.get(w("numId"))) or 0 for node in _root(numbering).iter(w("num"))]
    return "".join(abstract(key, *(lvl(place, f"L{key}.%{place + 1}") for place in range(9))) for key in ids) + "".join(
        num(key, key) for key in ids
    )


def with_lists(data: bytes, numbering: str) -> bytes:
    """Return a file that LibreOffice wrote of ``marked(numbering)``, with the tables of lists of *numbering*."""
    file = Compound(data)
    text, table = bytearray(file.stream("WordDocument") or b""), file.stream("1Table") or b""
    lists, instances = (struct.unpack_from("<I", text, at)[0] for at in (_LISTS, _INSTANCES))
    wanted = [number(node.get(w("numId"))) for node in _root(numbering).iter(w("num"))]
    places = {place: wanted.index(key) + 1 for place, key in _found(table, lists, instances).items()}
    for at in [match.start() for match in re.finditer(re.escape(_INSTANCE_OF_PARAGRAPH), bytes(text))]:
        place = struct.unpack_from("<H", text, at + 2)[0]
        if place in places:
            struct.pack_into("<H", text, at + 2, places[place])
    own_lists, levels, own_instances = _tables(_root(numbering))
    struct.pack_into("<II", text, _LISTS, len(table), len(own_lists))
    at = len(table) + len(own_lists) + len(levels)
    struct.pack_into("<II", text, _INSTANCES, at, len(own_instances))
    return compound({"WordDocument": bytes(text), "1Table": table + own_lists + levels + own_instances})


def only_lists(numbering: str) -> bytes:
    """Return a file with nothing but the tables of lists."""
    lists, levels, instances = _tables(_root(numbering))
    text = bytearray(4096)
    struct.pack_into("<H", text, 10, 0x0200)
    struct.pack_into("<IIII", text, _LISTS, 0, len(lists), len(lists) + len(levels), len(instances))
    return compound({"WordDocument": bytes(text), "1Table": lists + levels + instances})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file of *streams*, each filled up with zeros to the size that needs no short sectors."""
    table: list[int] = []
    body = b""
    begun: dict[str, int] = {}
    whole = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    for name, content in whole.items():
        begun[name] = len(table)
        count = -(-len(content) // SECTOR)
        body += content.ljust(count * SECTOR, b"\0")
        table += [*range(len(table) + 1, len(table) + count), 0xFFFFFFFE]
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    entries += [
        _entry(name, 2, begun[name], len(content), right=place + 1 if place < len(whole) else 0xFFFFFFFF)
        for place, (name, content) in enumerate(whole.items(), 1)
    ]
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    first = len(table)
    table.append(0xFFFFFFFE)
    sectors = -(-(len(table) + 1) // 128)
    while sectors * 128 < len(table) + sectors:
        sectors += 1
    own = list(range(len(table), len(table) + sectors))
    table += [0xFFFFFFFD] * sectors
    fat = struct.pack(f"<{sectors * 128}I", *table, *[0xFFFFFFFF] * (sectors * 128 - len(table)))
    head = struct.pack("<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 16, 0x3E, 3, 0xFFFE, 9, 6,
        b"\0" * 6, 0, sectors, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, *own[:1])  # fmt: skip
    head += struct.pack("<108I", *own[1:], *[0xFFFFFFFF] * (109 - len(own)))
    return head + body + directory + fat


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sI8s8sIQ",
        words,
        len(words),
        kind,
        1,
        0xFFFFFFFF,
        right,
        child,
        b"\0" * 16,
        0,
        b"",
        b"",
        start,
        size,
    )


def _root(numbering: str) -> etree._Element:
    return etree.fromstring(part("numbering", numbering).encode())


def _found(table: bytes, lists: int, instances: int) -> dict[int, int]:
    """Return instance (from 1) -> id that ``marked`` wrote into its numbers."""
    count = struct.unpack_from("<H", table, lists)[0]
    at = lists + 2 + 28 * count
    keys: dict[int, int] = {}
    for place in range(count):
        ids = struct.unpack_from("<i", table, lists + 2 + 28 * place)[0]
        for _ in range(9):
            text_at = at + 28 + table[at + 24] + table[at + 25]
            size = struct.unpack_from("<H", table, text_at)[0]
            text = table[text_at + 2 : text_at + 2 + 2 * size].decode("utf-16-le")
            if mark := re.match(r"L(\d+)\.", text):
                keys[ids] = int(mark[1])
            at = text_at + 2 + 2 * size
    many = struct.unpack_from("<I", table, instances)[0]
    of = [struct.unpack_from("<i", table, instances + 4 + 16 * place)[0] for place in range(many)]
    return {place: keys[key] for place, key in enumerate(of, 1) if key in keys}


def _tables(root: etree._Element) -> tuple[bytes, bytes, bytes]:
    lists, levels, instances, data = b"", b"", b"", b""
    abstracts = list(root.iter(w("abstractNum")))
    for node in abstracts:
        key = 1000 + (number(node.get(w("abstractNumId"))) or 0)
        simple = value(node, "multiLevelType") == "singleLevel"
        lists += struct.pack("<ii9HBB", key, key, *[0x0FFF] * 9, int(simple), 0)
        stated = {number(one.get(w("ilvl"))): one for one in node.iterchildren(w("lvl"))}
        levels += b"".join(_level(stated.get(place), place) for place in range(1 if simple else 9))
    nums = list(root.iter(w("num")))
    for node in nums:
        overrides = list(node.iter(w("lvlOverride")))
        key = 1000 + (number(value(node, "abstractNumId")) or 0)
        instances += struct.pack("<iIIBBBB", key, 0, 0, len(overrides), 0, 0, 0)
        data += b"\xff\xff\xff\xff"
        for one in overrides:
            place = number(one.get(w("ilvl"))) or 0
            start, level = number(value(one, "startOverride")), one.find(w("lvl"))
            flags = place | (0x10 if start is not None else 0) | (0x20 if level is not None else 0)
            data += struct.pack("<iI", start or 0, flags) + (_level(level, place, start) if level is not None else b"")
    return struct.pack("<H", len(abstracts)) + lists, levels, struct.pack("<I", len(nums)) + instances + data


def _level(node: etree._Element | None, place: int, start: int | None = None) -> bytes:
    if node is None:
        return struct.pack("<iBB9sBiiBBBBH", 1, 255, 0, b"", 2, 0, 0, 0, 0, 0, 0, 0)
    kind = value(node, "numFmt") or "decimal"
    template = re.sub(r"%([1-9])", lambda found: chr(int(found[1]) - 1), value(node, "lvlText") or "")
    counters = bytes(at for at, sign in enumerate(template, 1) if ord(sign) < 9)
    restart = number(value(node, "lvlRestart"))
    # A level that is stated anew carries its own start ([MS-DOC] 2.9.132).
    start = number(value(node, "start")) or 0 if start is None else start
    flags = (4 if flag(node, "isLgl") else 0) | (8 if restart is not None else 0)
    follow = 2 if value(node, "suff") == "nothing" else 0
    head = struct.pack("<iBB9sBiiBBBB", start, _NUMBERS[kind], flags, counters, follow, 0, 0, 0, 0,
        restart or 0, 0)  # fmt: skip
    return head + struct.pack("<H", len(template)) + template.encode("utf-16-le")
