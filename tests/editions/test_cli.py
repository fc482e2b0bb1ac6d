"""`guizhang diff` as its users run it."""

import json

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from tests.editions.rules import VISITS, edited
from tests.editions.test_revisions import write


@pytest.fixture
def editions(tmp_path, monkeypatch):
    """Two folders, old and new; the new one is the current folder."""
    write(tmp_path / "old")
    write(
        tmp_path / "new",
        **{"regulations/visits.yaml": edited(VISITS, ("起立问候", "起立迎候"), ("article: 3", "article: 4"))},
    )
    monkeypatch.chdir(tmp_path / "new")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return tmp_path


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    return result


def test_one_edition_is_compared_with_the_folder_at_hand(editions):
    out = run("diff", "../old").stdout
    assert "1 changed: wording 1; 1 more in number or form alone." in out
    assert "zh 前台人员应当起立[-问-]{+迎+}候来访者。" in out
    assert "Article 3 → Article 4" in out


def test_two_editions_are_compared_in_chinese(editions):
    out = run("--lang", "zh", "diff", "../old", ".").stdout
    assert out.startswith("1 处有改动：文字 1；另有 1 处只是编号或格式。")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("../old", "."), 0),
        (("../old", ".", "--exit-code"), 1),
        ((".", ".", "--exit-code"), 0),
        (("../gone",), 1),
        ((), 2),
    ],
)
def test_a_difference_is_a_fault_only_when_asked_for(editions, arguments, code):
    run("diff", *arguments, code=code)


def test_page_and_json_are_written(editions):
    out = run("diff", "../old", "--html", "out/diff.html", "--json", "out/diff.json").stdout
    assert "written: out/diff.html" in out
    assert (editions / "new" / "out" / "diff.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    value = json.loads((editions / "new" / "out" / "diff.json").read_text(encoding="utf-8"))
    assert value["old"]["name"] == "../old"


def test_json_alone_can_be_piped(editions):
    assert json.loads(run("diff", "../old", "--json", "-").stdout)["summary"]["changed"] == 1


def test_a_record_is_written_once_and_read_with_the_handbook(editions):
    from guizhang.yamlio.content import load_project

    out = run("diff", "../old", "--record", "1.1", "--date", "2026-11-20").stdout
    assert "record: content/editions/1.1.yaml" in out
    assert "EDN005" in run("diff", "../old", "--record", "1.1", code=1).stderr
    loaded = load_project(editions / "new")
    assert not loaded.diagnostics
    assert [edition.id for edition in loaded.handbook.editions] == ["1.1"]


@pytest.mark.parametrize(("edition", "warned"), [("1.0", True), ("1.1", False), (None, False)])
def test_an_edition_recorded_under_another_name_than_the_handbooks_is_said(editions, edition, warned):
    handbook = editions / "new" / "content" / "handbook.yaml"
    if edition:
        handbook.write_text(f'{handbook.read_text("utf-8")}\nedition: "{edition}"\n', encoding="utf-8")
    said = run("diff", "../old", "--record", "1.1", "--date", "2026-11-20").stderr
    assert ("EDN007" in said) is warned
    if warned:
        assert "edition 1.1 is recorded, but edition in handbook.yaml is 1.0" in said


def test_a_broken_document_is_named_and_ends_with_a_fault(editions):
    write(editions / "new", **{"regulations/visits.yaml": "id: visits\n"})
    result = run("diff", "../old", code=1)
    assert "not compared (unreadable): visits" in result.stdout
    assert "visits.yaml" in result.stderr
