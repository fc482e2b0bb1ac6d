"""Files that cannot be imported are refused with a reason, and bytes that are no character are named."""

from __future__ import annotations

import threading

import pytest

from guizhang.diagnostics import Faulty
from guizhang.importers.accounting.damage import check_text
from guizhang.importers.intake import LARGEST, import_files
from guizhang.importers.outline import Entry, Finding, Kind
from guizhang.importers.readers import office
from tests.importers.readers.wordfile import docx, para


def test_a_file_larger_than_any_reader_takes_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "rules.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(Faulty) as caught:
        import_files([path])
    (fault,) = caught.value.diagnostics
    assert fault.code == "IMP001"
    assert f"{LARGEST + 1:,}" in fault.problem.en


def test_bytes_that_are_no_character_are_named_once_a_line():
    text = "规定\n第一条 不\\xff得\\xfe迟到。\n第二条 须\\xff登记。\n"
    places = [i for i, sign in enumerate(text) if sign == "\\"]
    second = text.index("第二条")
    ledger = [Entry(0, second, Kind.KEPT, "d1.1"), Entry(second, len(text), Kind.KEPT, "d1.2")]
    found = list(check_text(text, (), (), ledger, places))
    assert [(f.line, f.code, f.node) for f in found] == [(2, "text-damaged", "d1.1"), (3, "text-damaged", "d1.2")]
    assert all(isinstance(f, Finding) and "\\xff" in f.zh for f in found)


def test_old_files_are_converted_at_the_same_time_and_named_in_their_order(tmp_path, monkeypatch):
    """Each conversion waits until another one is under way, as only conversions at the same time can."""
    both = threading.Barrier(2, timeout=20)

    def convert(data: bytes, suffix: str) -> bytes:
        both.wait()
        return docx(para(data.removeprefix(b"{\\rtf1 ").rstrip(b"}").decode()))

    monkeypatch.setattr(office, "convert", convert)
    paths = []
    for name in ("one.rtf", "two.txt", "three.rtf", "none.rtf"):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(f"{{\\rtf1 {name}}}".encode() if name.endswith("rtf") else name.encode())
    paths[3].unlink()
    found = import_files(paths[:3])
    assert [(one.source.name, one.result.text) for one in found] == [
        (name, name) for name in ("one.rtf", "two.txt", "three.rtf")
    ]
    with pytest.raises(Faulty) as caught:
        import_files(paths)
    assert [fault.code for fault in caught.value.diagnostics] == ["IMP002"]
