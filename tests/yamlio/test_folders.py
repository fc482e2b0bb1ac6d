"""What stands in a folder of the handbook and is read, is a fault, or is the copy of another file."""

from pathlib import Path

import pytest

from guizhang.diagnostics import Severity
from guizhang.yamlio.content import load_project

SETTINGS = "title: {zh: 手册}\ncompany: {zh: 公司}\n"
RULES = 'id: ID\ntitle: {zh: 规定}\nedition: {version: "1"}\nbody: [{article: 1, id: one, text: {zh: 须守时。}}]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of the regulations of a handbook that has one."""
    monkeypatch.chdir(tmp_path)
    Path("content/regulations").mkdir(parents=True)
    Path("content/handbook.yaml").write_text(SETTINGS, encoding="utf-8")
    return write(Path("content/regulations/dress.yaml")).parent


def write(path, document_id="dress"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULES.replace("ID", document_id), encoding="utf-8")
    return path


def errors():
    loaded = load_project(Path())
    names = [r.id for r in loaded.handbook.regulations]
    return names, [d for d in loaded.diagnostics if d.severity is Severity.ERROR]


def test_a_link_to_a_file_that_is_gone_is_an_error(folder):
    (folder / "leave.yaml").symlink_to("/nowhere/leave.yaml")
    names, (fault,) = errors()
    assert (names, fault.code, fault.source.path) == (["dress"], "YML009", "content/regulations/leave.yaml")
    assert fault.problem.en == "the file cannot be read: it is a link to a file that is not there"


def test_a_link_to_a_file_that_is_there_is_read(folder, tmp_path):
    (folder / "leave.yaml").symlink_to(write(tmp_path / "shared" / "leave.yaml", "leave"))
    assert errors() == (["dress", "leave"], [])


@pytest.mark.parametrize("name", ["glossary.yaml", "../quizzes/retired.yaml"])
def test_a_single_file_that_is_a_dead_link_is_an_error(folder, name):
    path = Path("content") / name
    path.parent.mkdir(exist_ok=True)
    Path("quizzes").mkdir(exist_ok=True)
    path.symlink_to("/nowhere")
    assert [fault.code for fault in errors()[1]] == ["YML009"]


def test_a_folder_that_is_a_dead_link_is_an_error(folder):
    Path("content/scripts").symlink_to("/nowhere")
    (fault,) = errors()[1]
    assert (fault.source.path, fault.problem.zh) == ("content/scripts", "没有读取：这是链接，所指的文件夹不在")


def test_a_folder_named_like_a_file_is_an_error(folder):
    write(folder / "leave.yaml" / "leave.yaml", "leave")
    names, (fault,) = errors()
    assert (names, fault.source.path) == (["dress", "leave"], "content/regulations/leave.yaml")
    assert fault.problem.en == "not read: it is a folder with the name of a file"


def test_rules_behind_a_link_to_a_folder_are_not_lost_without_a_word(folder, tmp_path):
    write(tmp_path / "shared" / "leave.yaml", "leave")
    (folder / "hr").symlink_to(tmp_path / "shared")
    (tmp_path / "pictures").mkdir()
    (folder / "pictures").symlink_to(tmp_path / "pictures")
    assert [fault.source.path for fault in errors()[1]] == ["content/regulations/hr"]


@pytest.mark.parametrize("copy", ["dress (1).yaml", "dress - 副本.yaml", "zz.yaml", "again/older.yaml"])
def test_the_copy_is_blamed_and_not_the_original(folder, copy):
    write(folder / copy)
    names, (fault,) = errors()
    assert (names, fault.source.path) == (["dress"], f"content/regulations/{copy}")
    assert fault.problem.en == "the id 'dress' is taken by content/regulations/dress.yaml, line 1"
    assert fault.mend.en.startswith("this looks like a copy left behind: delete this file")
    assert load_project(Path()).handbook.paths["regulation", "dress"] == "content/regulations/dress.yaml"


def test_of_two_files_neither_of_which_is_the_original_the_second_is_blamed(folder):
    write(folder / "a.yaml", "leave")
    write(folder / "b.yaml", "leave")
    (fault,) = errors()[1]
    assert (fault.source.path, fault.mend.en) == ("content/regulations/b.yaml", "choose another id")
