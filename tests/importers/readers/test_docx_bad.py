"""Bad input: a clear refusal that says why and what to do, in both languages, within bounded time and memory."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import docx as reader
from guizhang.importers.readers.docx import archive
from guizhang.importers.refusal import ImportRefused
from tests.importers.readers.wordfile import NAMESPACES, abstract, docx, item, lvl, members, num, pack, para, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = docx(para("员工须遵守本制度。" * 50))
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = LAUGHS.replace('<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">', '<!ENTITY a SYSTEM "file:///etc/hostname">')


def with_document(xml: str | bytes) -> bytes:
    return pack(members("") | {"word/document.xml": xml})


def nested(depth: int) -> bytes:
    return docx("<w:sdt><w:sdtContent>" * depth + para("甲") + "</w:sdtContent></w:sdt>" * depth)


def flipped(data: bytes, behind: bytes, distance: int) -> bytes:
    at = data.find(behind) + len(behind) + distance
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def encrypted_entry() -> bytes:
    """Return a zip whose entries carry the flag of classic zip encryption."""
    data = bytearray(GOOD)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


def lying_size() -> bytes:
    """Return a zip whose directory says that its document unpacks to ten bytes."""
    data = bytearray(docx(para("员工" * 100_000)))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        if data[at + 46 :].startswith(b"word/document.xml"):
            data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def many_entries() -> bytes:
    return pack({f"word/media/{n}.png": b"" for n in range(archive.MAX_ENTRIES + 1)})


BAD = {
    # name: (bytes, what the reason says)
    "empty": (b"", "not a Word file: it is empty"),
    "plain text": ("第一条 员工须打卡。".encode(), "not a Word file: it is no office document"),
    "pdf": (b"%PDF-1.7\n", "not a Word file: it is a PDF file"),
    "rtf": (b"{\\rtf1 text}", "not a Word file: it is an RTF file"),
    "web page": (b"\n<html><body>x</body></html>", "not a Word file: it is a web page or XML file"),
    "password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "protected by a password"),
    "zip password": (encrypted_entry(), "protected by a password"),
    "signature only": (b"PK\x03\x04", "damaged or cut off: its zip directory"),
    "truncated": (GOOD[: len(GOOD) // 2], "damaged or cut off: its zip directory"),
    "truncated by one byte": (GOOD[:-1], "damaged or cut off: its zip directory"),
    "damaged content": (flipped(GOOD, b"word/document.xml", 40), "damaged or cut off: word/document.xml cannot be unpacked"),
    "other zip": (pack({"a.txt": "x"}), "not a Word file: it is some other archive"),
    "excel": (pack({"xl/workbook.xml": "<workbook/>"}), "not a Word file: it is an Excel file"),
    "powerpoint": (pack({"ppt/presentation.xml": "<p/>"}), "not a Word file: it is a PowerPoint file"),
    "no main part": (pack({"[Content_Types].xml": "<Types/>"}), "not a Word file: its main part is missing"),
    "main part is no document": (with_document("<x/>"), "not a Word file: its main part is missing"),
    "xml cut off": (with_document(str(members(para("甲"))["word/document.xml"])[:-9]), "word/document.xml is not well-formed XML"),
    "xml with a control character": (docx(para("甲&#1;")), "word/document.xml is not well-formed XML"),
    "entity bomb": (with_document(LAUGHS), "declares a DTD or entities"),
    "entity bomb in utf-16": (with_document(LAUGHS.encode("utf-16")), "declares a DTD or entities"),
    "entity bomb behind a comment": (with_document(LAUGHS.replace("<!DOCTYPE", "<!-- x --> <!DOCTYPE")), "declares a DTD"),
    "external entity": (with_document(OUTSIDE), "declares a DTD or entities"),
    "entity bomb in the styles": (pack(members(para("甲"), styles="<w:x/>") | {"word/styles.xml": LAUGHS}), "declares a DTD"),
    "entity bomb in a running head": (pack(members(para("甲"), header1=para("乙")) | {"word/header1.xml": LAUGHS}), "declares a DTD"),
    "zip bomb": (with_document(b" " * (archive.MAX_PART + 10)), "unpacks to too much: word/document.xml is above the limit"),
    "zip bomb by ratio": (docx(para("甲" * 3_000_000)), "packed far too well to be text"),
    "too many entries": (many_entries(), "unpacks to too much: 10,001 entries"),
    "directory that lies": (lying_size(), "damaged or cut off: word/document.xml cannot be unpacked"),
    "unknown packing": (GOOD.replace(b"\x08\x00", b"\x0c\x00"), "damaged or cut off"),
    "no text": (docx(para() + para()), "the file has no text in it"),
    "only blanks": (docx(para("　 ")), "the file has no text in it"),
    "pictures only": (pack(members(para()) | {"word/media/image1.png": b"\x89PNG"}), "it is most likely a scan"),
    "nested too deeply": (nested(5_000), "word/document.xml is not well-formed XML"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_with_reason_and_mend(name):
    data, reason = BAD[name]
    with pytest.raises(ImportRefused) as caught:
        reader.read(data)
    refusal = caught.value
    assert reason in refusal.reason_en
    assert all((refusal.reason_zh, refusal.mend_zh, refusal.mend_en))
    assert refusal.reason_zh != refusal.reason_en


def test_an_entity_bomb_in_a_part_nobody_refers_to_is_never_expanded():
    extract = reader.read(pack(members(para("甲")) | {"word/header9.xml": LAUGHS}))
    audit_extract(extract)
    assert extract.text == "甲"


def test_deep_but_legal_nesting_is_read():
    extract = reader.read(nested(100))
    audit_extract(extract)
    assert extract.text == "甲"


def test_a_long_but_honest_document_is_read():
    body = "".join(para(f"第{n}条 员工编号{n * 7919 % 10_007}须在规定时间内办理登记。") for n in range(20_000))
    extract = reader.read(docx(body))
    audit_extract(extract)
    assert extract.text.count("\n") == 19_999


def test_a_label_cannot_print_gigabytes():
    numbering = abstract(0, lvl(0, "甲" * 100_000)) + num(1, 0)
    extract = reader.read(docx(item(1) * 100, numbering=numbering))
    assert len(extract.text) < 20_000


def seeds() -> list[dict[str, bytes | str]]:
    from tests.importers.readers.test_docx import CASES
    from tests.importers.readers.test_docx_numbering import CASES as NUMBERED

    found = [members(body, **parts) for body, _, _, parts in CASES.values()]
    return found + [members(c.body, styles=c.styles, numbering=c.numbering, **c.parts) for c in NUMBERED]


def mutated(draw: random.Random, parts: dict[str, bytes | str]) -> bytes:
    """Return a damaged file: bytes of the zip flipped or cut, or elements and letters of its XML changed and packed anew."""
    if draw.random() < 0.4:
        data = bytearray(pack(parts, method=draw.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])))
        for _ in range(draw.randint(1, 6)):
            data[draw.randrange(len(data))] = draw.randrange(256)
        if draw.random() < 0.4:
            del data[draw.randrange(len(data)) :]
        return bytes(data)
    name = draw.choice([name for name in parts if name.startswith("word/")])
    text = parts[name] if isinstance(parts[name], str) else parts[name].decode("utf-8", "replace")
    tags = (
        "w:p w:r w:t w:tbl w:tr w:tc w:del w:ins w:sdt w:body w:rPr w:pPr w:txbxContent w:fldChar w:instrText".split()
    )
    for _ in range(draw.randint(1, 4)):
        way = draw.randrange(5)
        at = draw.randrange(len(text))
        if way == 0:
            text = (
                text[:at]
                + draw.choice(["", "x", "<", "&", "&#0;", "\0", "甲", "'", "<w:p/>", "</w:p>"])
                + text[at + 1 :]
            )
        elif way == 1:
            text = text.replace(draw.choice(tags), draw.choice(tags))
        elif way == 2:
            end = min(len(text), at + draw.randint(1, 60))
            text = text[:at] + text[at:end] * 2 + text[end:]
        elif way == 3:
            text = text.replace('w:val="1"', f'w:val="{draw.choice(["-1", "99999999999", "x", "", "8", "0"])}"')
        else:
            tag = draw.choice(tags)
            text = text.replace(f"<{tag}>", f"<{draw.choice(tags)}><{tag}>", 1).replace(
                f"</{tag}>", f"</{tag}></{tag}>", 1
            )
    return pack(parts | {name: text.encode("utf-8", "replace")})


def mutate(count: int, seed: int) -> tuple[int, int]:
    """Return how many damaged files were read and how many refused; anything else is raised."""
    draw = random.Random(seed)
    pool = seeds()
    done = [0, 0]
    for turn in range(count):
        data = mutated(draw, draw.choice(pool))
        try:
            audit_extract(reader.read(data))
        except ImportRefused:
            done[1] += 1
        except Exception as fault:
            raise AssertionError(f"turn {turn} of seed {seed}: {fault!r}") from fault
        else:
            done[0] += 1
    return done[0], done[1]


def test_random_damage_never_crashes_and_never_loses_a_character():
    read, refused = mutate(300, seed=20260101)
    assert read > 50
    assert refused > 50


def test_the_seeds_of_the_mutation_test_are_readable():
    for parts in seeds():
        audit_extract(reader.read(pack(parts)))


def test_a_crc_that_does_not_fit_is_damage():
    data = bytearray(pack(members(para("甲" * 100)), method=zipfile.ZIP_STORED))
    at = data.find("甲".encode())
    data[at] ^= 1
    with pytest.raises(ImportRefused, match="cannot be unpacked"):
        reader.read(bytes(data))
    assert zlib.crc32(b"") == 0
    with zipfile.ZipFile(io.BytesIO(pack({"a": run("x")}))) as good:
        assert good.testzip() is None
