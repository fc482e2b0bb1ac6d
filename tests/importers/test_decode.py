"""Bytes to text: the encodings Chinese files come in, and what is refused, where and why."""

from __future__ import annotations

import pytest

from guizhang.importers import ImportRefused, import_text
from guizhang.importers.decode import MAX_BYTES, decode

ZH = "第一条 为规范员工的仪容仪表，提高服务质量，制定本制度。\n第二条 本制度适用于公司全体员工。\n"
ZH_HANT = "第一條 為規範員工的儀容儀表，提高服務品質，制定本辦法。\n第二條 本辦法適用於公司全體員工，不得違反。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ZH, "utf-8", "utf-8"),
        (ZH, "utf-8-sig", "utf-8"),
        (ZH, "utf-16", "utf-16-le"),
        (ZH, "utf-16-be", "utf-16-be"),  # without a byte order mark
        (ZH_HANT, "utf-16-le", "utf-16-le"),
        (ZH, "gbk", "gb"),
        (ZH + "𠀀㐂 生僻字", "gb18030", "gb18030"),
        (ZH_HANT, "big5", "big5"),
        ("Article 1 Staff must wear a badge.\n", "ascii", "utf-8"),
    ],
)
def test_reads_and_names_the_encoding(text, encoding, named):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding.startswith(named)


@pytest.mark.parametrize(
    ("data", "reason", "line", "column"),
    [
        (b"", "empty", 1, 1),
        (b" \r\n\t\n", "empty", 1, 1),
        ("\ufeff\u3000\n".encode(), "empty", 1, 1),
        (b"PK\x03\x04rest", "DOCX/XLSX/ZIP", 1, 1),
        (b"%PDF-1.7", "PDF", 1, 1),
        ("第一条\n内\x00容".encode(), "binary", 2, 2),
        (bytes(range(256)) * 8, "binary", 1, 1),
        (b"ok\n\xff\xff\xff\xff\xfe\xfd\x81", "encoding", 2, 1),
        (b"\xff\xfea", "encoding", 1, 3),
    ],
)
def test_refuses_with_a_place_and_a_mend(data, reason, line, column):
    with pytest.raises(ImportRefused) as refused:
        decode(data)
    fault = refused.value
    assert reason in fault.reason_en
    assert (fault.line, fault.column) == (line, column)
    assert all((fault.reason_zh, fault.mend_zh, fault.mend_en))


def test_refuses_what_is_too_large_before_reading_it():
    with pytest.raises(ImportRefused, match="limit"):
        decode(b"a" * (MAX_BYTES + 1))


def test_a_stray_control_character_is_damage_and_not_a_reason_to_refuse():
    text = ZH * 20 + "\x07"
    assert decode(text.encode()).text == text


def test_both_encodings_give_one_outline():
    plain, gbk = (import_text(ZH.encode(encoding), "rules.txt") for encoding in ("utf-8", "gb18030"))
    assert plain.documents == gbk.documents
    assert plain.sha256 != gbk.sha256


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("broken", [b"\xff", b"\x80"], ids=["never-valid", "continuation"])
def test_a_broken_byte_stays_to_be_seen_and_the_rest_is_read(encoding, broken):
    before, after = ("甲" + ZH * 10 + "\n").encode(encoding), ("\n" + ZH * 10).encode(encoding)
    decoded = decode(before + broken + after)
    assert decoded.encoding == encoding
    assert decoded.text == f"甲{ZH * 10}\n\\x{broken[0]:02x}\n{ZH * 10}"
    assert [decoded.text[at : at + 4] for at in decoded.undecoded] == [f"\\x{broken[0]:02x}"]


def test_the_offset_of_each_broken_byte_is_that_of_what_stands_for_it():
    decoded = decode((ZH * 20).encode()[:-2])  # a character of three bytes, cut through, at the end
    assert [decoded.text[at : at + 4] for at in decoded.undecoded] == ["\\xe3", "\\x80"]
    assert decoded.text.endswith("\\xe3\\x80")
