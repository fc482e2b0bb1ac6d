"""Files that cannot be imported are refused with a reason, and bytes that are no character are named."""

from __future__ import annotations

import pytest

from guizhang.diagnostics import Faulty
from guizhang.importers.damage import check_text
from guizhang.importers.intake import LARGEST, import_files
from guizhang.importers.outline import Entry, Finding, Kind


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
