from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

import pytest

from guizhang.checks import check
from guizhang.diagnostics import Faulty
from guizhang.translation.accept import accept_in_place
from guizhang.yamlio.content import load_project

HANDBOOK = "title: {zh: 规章, en: Rules}\ncompany: {zh: 公司, en: Company}\n"
RULES = """\
id: rules
title: {zh: 规定, en: Rules}
edition: {version: "1"}
body:
  - article: 1     # stays
    id: one
    text: {zh: 甲, en: A}
  - article: 2
    id: two
    text: {zh: 乙, en: B}
"""


@pytest.fixture
def rules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "content" / "regulations" / "rules.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(RULES, encoding="utf-8")
    (tmp_path / "content" / "handbook.yaml").write_text(HANDBOOK, encoding="utf-8")
    return path


def codes(root):
    return [f.code for f in check(load_project(root))]


def test_accepting_records_the_source_and_a_later_change_is_seen(rules, tmp_path):
    assert codes(tmp_path) == ["TRN003"]
    assert accept_in_place(tmp_path, ["rules"]) == 2
    assert codes(tmp_path) == []
    assert "# stays" in rules.read_text(encoding="utf-8")
    rules.write_text(rules.read_text(encoding="utf-8").replace("zh: 乙", "zh: 丙"), encoding="utf-8")
    assert codes(tmp_path) == ["TRN002"]
    assert accept_in_place(tmp_path, ["rules/two"]) == 1
    assert codes(tmp_path) == []


def test_a_change_of_the_translation_alone_is_not_a_change_of_its_source(rules, tmp_path):
    accept_in_place(tmp_path, ["all"])
    rules.write_text(rules.read_text(encoding="utf-8").replace("en: B", "en: Bee"), encoding="utf-8")
    assert codes(tmp_path) == []


def test_an_unknown_id_changes_nothing(rules, tmp_path):
    before = rules.read_bytes()
    with pytest.raises(Faulty, match="no regulation or provision rules/three"):
        accept_in_place(tmp_path, ["rules/one", "rules/three"])
    assert rules.read_bytes() == before


def test_a_source_in_english_is_the_other_way_round(rules, tmp_path):
    rules.write_text(RULES.replace("edition", "authoritative: en\nedition"), encoding="utf-8")
    accept_in_place(tmp_path, ["all"])
    assert rules.read_text(encoding="utf-8").count("translated_from: {zh: ") == 2
    assert Path("content/regulations/rules.yaml").exists()


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_file_of_a_windows_editor_keeps_its_bytes(rules, tmp_path, mark, end):
    accept_in_place(tmp_path, ["all"])
    accepted = rules.read_bytes()
    rules.write_bytes(mark + accepted.replace(b"\n", end))
    rules.write_bytes(rules.read_bytes().replace("zh: 乙".encode(), "zh: 丙".encode()))
    before = rules.read_bytes()
    assert accept_in_place(tmp_path, ["rules/two"]) == 1
    after = rules.read_bytes()
    assert codes(tmp_path) == []
    changed = [(a, b) for a, b in zip(before.split(b"\n"), after.split(b"\n"), strict=True) if a != b]
    assert len(before) == len(after)
    assert [b.split(b": {")[0].strip() for _, b in changed] == [b"translated_from"]
