"""DOC, WPS, RTF, ODT and XLS through LibreOffice; without it, a refusal that says what to install."""

from __future__ import annotations

import os
import stat
import subprocess
import time
from pathlib import Path

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import docx as docx_reader
from guizhang.importers.readers import office
from guizhang.importers.readers.workbook import xlsx
from guizhang.importers.refusal import ImportRefused
from guizhang.importers.source import read_source
from tests.importers.readers.test_xlsx import book
from tests.importers.readers.word97 import compound
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, pack, para

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "WordDocument".encode("utf-16-le")
needs_office = pytest.mark.skipif(office.find_soffice() is None, reason="LibreOffice is not installed")
LIST = abstract(
    0,
    lvl(0, "第%1章", "chineseCountingThousand"),
    lvl(1, "第%2条", "chineseCountingThousand"),
    lvl(2, "（%3）", "chineseCounting"),
    lvl(3, "%4.", "decimal"),
) + num(1, 0)
RULES = docx(
    item(1, 0, "总则") + item(1, 1, "为规范管理，制定本制度。") + item(1, 1, "员工应当：") + item(1, 2, "打卡；") + item(1, 2, "请假。")
    + item(1, 3, "事假；") + item(1, 0, "附则") + item(1, 1, "自发布之日起施行。") + para("二〇二六年"),
    numbering=LIST,
)  # fmt: skip
LINES = [
    "第一章 总则",
    "第一条 为规范管理，制定本制度。",
    "第二条 员工应当：",
    "（一） 打卡；",
    "（二） 请假。",
    "1. 事假；",
    "第二章 附则",
    "第一条 自发布之日起施行。",
    "二〇二六年",
]


def into(kind: str, data: bytes, tmp_path: Path, suffix: str = ".docx") -> bytes:
    """Return *data* as LibreOffice writes it in an old format."""
    source = tmp_path / f"source{suffix}"
    source.write_bytes(data)
    subprocess.run(
        [str(office.find_soffice()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         kind, "--outdir", str(tmp_path / "out"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return next((tmp_path / "out").iterdir()).read_bytes()


@needs_office
@pytest.mark.parametrize("kind", ["doc:MS Word 97", "odt"])
def test_old_formats_are_read_with_their_numbers(kind, tmp_path):
    data = into(kind, RULES, tmp_path)
    extract = office.read(data)
    audit_extract(extract)
    assert [line for line in extract.text.split("\n") if line] == LINES


@needs_office
def test_rtf_is_read():
    words = "".join(f"\\u{ord(c)}?" for c in "员工须打卡")
    extract = office.read(f"{{\\rtf1\\ansi\\ansicpg936 {words}\\par B\\par}}".encode("ascii"))
    audit_extract(extract)
    assert extract.text.split("\n")[:2] == ["员工须打卡", "B"]


@needs_office
def test_word_2003_xml_is_read():
    space = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("考勤制度", "第一条 员工须打卡。"))
    data = f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument {space}><w:body>{inside}</w:body></w:wordDocument>'
    for name in ("rules.doc", "rules.xml"):
        assert read_source(data.encode(), name).text == "考勤制度\n第一条 员工须打卡。"


@needs_office
def test_a_word_97_file_under_a_docx_name_is_read(tmp_path):
    assert "第二条 员工应当：" in docx_reader.read(into("doc:MS Word 97", RULES, tmp_path)).text


@needs_office
def test_an_excel_97_file_is_read(tmp_path):
    extract = xlsx.read(into("xls", book(["迟到", 0.05], ["旷工", 50]), tmp_path, ".xlsx"))
    audit_extract(extract)
    assert extract.text == "迟到\t0.05\n旷工\t50"


@needs_office
def test_an_ods_file_is_read_whatever_it_is_called(tmp_path):
    data = into("ods", book(["迟到", 0.05], ["旷工", 50]), tmp_path, ".xlsx")
    for name in ("penalties.ods", "penalties.xls"):
        assert read_source(data, name).text == "迟到\t0.05\n旷工\t50"


@needs_office
def test_an_odt_file_under_a_docx_name_is_read(tmp_path):
    assert "第二条 员工应当：" in docx_reader.read(into("odt", RULES, tmp_path)).text


@needs_office
def test_conversion_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    office.convert(into("rtf", RULES, tmp_path / "x" if (tmp_path / "x").mkdir() is None else tmp_path), ".rtf")
    assert [path.name for path in tmp_path.iterdir() if path.name != "x"] == []


def test_a_docx_under_an_old_name_needs_no_libreoffice(monkeypatch):
    monkeypatch.setattr(office, "find_soffice", lambda: None)
    assert office.read(RULES).text.split("\n") == LINES


def test_without_libreoffice_the_refusal_says_what_to_install(monkeypatch):
    monkeypatch.setattr(office, "find_soffice", lambda: None)
    with pytest.raises(ImportRefused) as caught:
        office.read(OLE + b"\0" * 504 + b"\xec\xa5\xc1\x00" + b"\0" * 508 + WORD)
    assert "LibreOffice, which is not installed" in caught.value.reason_en
    assert "apt install libreoffice-writer" in caught.value.mend_en
    assert "LibreOffice" in caught.value.mend_zh


def test_word_95_files_have_a_reader_of_their_own(monkeypatch):
    given = []
    monkeypatch.setattr(office, "convert", lambda _, suffix: given.append(suffix) or RULES)
    text = b"\xdc\xa5\x68\x00" + b"\0" * 4092
    for streams in ({"WordDocument": text}, {"WordDocument": b"\xec\xa5\xc1\x00" + text, "0Table": b"a"}):
        assert office.read(compound(streams)).text.split("\n") == LINES
    assert given == [".w95", ".doc"]


def encrypted_doc() -> bytes:
    """Return the head of a Word 97 file whose information block says it is encrypted."""
    return OLE + b"\0" * 504 + b"\xec\xa5\xc1\x00" + b"\0" * 6 + b"\x00\x01" + b"\0" * 500 + WORD


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (encrypted_doc(), "protected by a password"),
        (OLE + "Workbook".encode("utf-16-le"), "it is a file of Excel 97-2003"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "it is a file of PowerPoint 97-2003"),
        (compound({"Contents": b"a"}), "there is no Word text in it"),
        (OLE + b"\0" * 512, "its directory cannot be read"),
        (
            pack(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml": "<manifest:encryption-data/>",
                }
            ),
            "protected by a password",
        ),
        (OLE + WORD + b"\0" * 4096, "the head of its Word text is missing"),
        (b"", "it is empty"),
        ("第一条".encode(), "it is no office document"),
        (b"<html>", "it is a web page or XML file"),
        (pack({"a": "b"}), "it is some other archive"),
        (b"PK\x03\x04", "damaged or cut off"),
    ],
)
def test_bad_input_is_refused(data, reason):
    with pytest.raises(ImportRefused) as caught:
        office.read(data)
    assert reason in caught.value.reason_en


@needs_office
def test_what_libreoffice_cannot_open_is_damaged():
    with pytest.raises(ImportRefused, match="LibreOffice cannot open it"):
        office.read(OLE + b"\0" * 504 + b"\xec\xa5\xc1\x00" + b"\0" * 508 + WORD + os.urandom(4096))


def fake_program(tmp_path: Path, script: str) -> str:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def test_a_conversion_that_hangs_is_ended_with_everything_it_started(tmp_path, monkeypatch):
    child = tmp_path / "child"
    monkeypatch.setattr(office, "find_soffice", lambda: fake_program(tmp_path, f"sleep 60 & echo $! > {child}; wait"))
    begun = time.monotonic()
    with pytest.raises(ImportRefused, match="took too long"):
        office.convert(b"x", ".doc", limit_seconds=1)
    assert time.monotonic() - begun < 20
    running = int(child.read_text())
    deadline = time.monotonic() + 5
    while Path(f"/proc/{running}").exists() and time.monotonic() < deadline:
        if " Z " in Path(f"/proc/{running}/stat").read_text():
            break
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{running}").exists()


def test_the_converter_gets_a_private_home_and_no_secrets(tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setattr(office, "find_soffice", lambda: fake_program(tmp_path, f'env > {seen}; echo "$@" >> {seen}'))
    with pytest.raises(ImportRefused, match="cannot open it"):
        office.convert(b"x", ".doc")
    text = seen.read_text()
    assert "SECRET_TOKEN" not in text
    assert f"HOME={Path.home()}\n" not in text
    assert "-env:UserInstallation=file://" in text
