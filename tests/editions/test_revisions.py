"""Editions from folders and from git, and what is said where there is none."""

import shutil
import subprocess

import pytest

from guizhang.diagnostics import Faulty
from guizhang.editions import objects
from guizhang.editions.revisions import comparable, read_edition
from tests.editions.rules import GLOSSARY, RECORD, SCRIPTS, SETTINGS, VISITS, aspects, edited

FILES = {
    "handbook.yaml": SETTINGS,
    "regulations/visits.yaml": VISITS,
    "scripts/desk-scripts.yaml": SCRIPTS,
    "records/visitor-book.yaml": RECORD,
    "glossary.yaml": GLOSSARY,
}


def write(root, **files):
    for name, text in {**FILES, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def git(root, *arguments):
    who = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, "-C", str(root), *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    """A project below the top of a repository: v1, then an edit of the working tree that is not committed."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    root = write(tmp_path / "repository" / "our rules")
    git(tmp_path / "repository", "init", "-q")
    (tmp_path / "repository" / ".gitattributes").write_text("*.yaml export-ignore\n", encoding="utf-8")
    (root / "content" / "notes.txt").write_text("not YAML", encoding="utf-8")
    (root / "content" / "regulations" / "link.yaml").symlink_to("/etc/hostname")
    git(root, "add", "-A", "..")
    git(root, "commit", "-q", "-m", "first")
    git(root, "tag", "v1")
    (root / "content" / "regulations" / "link.yaml").unlink()
    write(root, **{"regulations/visits.yaml": edited(VISITS, ("迎接", "迎候"))})
    return root


def everything(root):
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()}


def compared(old, new, root):
    from guizhang.editions.compare import compare

    first, second, unread = comparable(read_edition(old, root), read_edition(new, root))
    return compare(first, second, unread=unread)


def test_a_revision_is_what_was_committed(repository):
    read = read_edition("v1", repository)
    assert not read.faults
    assert [r.id for r in read.handbook.regulations] == ["visits"]
    assert aspects(compared("v1", str(repository), repository)) == {"visits/greeting": {"wording"}}


def test_reading_a_revision_touches_nothing(repository):
    before = everything(repository.parent)
    read_edition("v1", repository)
    assert everything(repository.parent) == before


@pytest.mark.parametrize("name", ["v1", "HEAD", "v1^{commit}", "HEAD~0"])
def test_revisions_are_named_as_git_names_them(repository, name):
    assert read_edition(name, repository).handbook.settings.title.zh == "手册"


def test_a_folder_goes_before_a_revision_of_its_name(repository, monkeypatch):
    monkeypatch.chdir(repository)
    write(repository / "v1", **{"handbook.yaml": edited(SETTINGS, ("手册", "旧手册"))})
    assert read_edition("v1", repository).handbook.settings.title.zh == "旧手册"


def refusal(name, root):
    with pytest.raises(Faulty) as caught:
        read_edition(name, root)
    (fault,) = caught.value.diagnostics
    return fault


@pytest.mark.parametrize("name", ["v9", "--output=x", "v1:content"])
def test_an_unknown_revision_is_said(repository, name):
    fault = refusal(name, repository)
    assert fault.code == "EDN001"
    assert "no such revision" in fault.problem.en
    assert "没有这个版本" in fault.problem.zh


def test_a_project_under_no_version_control_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    fault = refusal("v1", write(tmp_path / "plain"))
    assert fault.code == "EDN001"
    assert "no git repository" in fault.problem.en


def test_without_git_folders_still_compare(tmp_path, monkeypatch):
    monkeypatch.setattr(objects.shutil, "which", lambda _: None)
    root = write(tmp_path / "plain")
    assert refusal("v1", root).code == "EDN001"
    assert compared(str(root), str(root), root).same


def test_a_folder_or_revision_without_content_is_said(repository, tmp_path):
    (tmp_path / "empty").mkdir()
    assert refusal(str(tmp_path / "empty"), repository).code == "EDN002"
    git(repository, "rm", "-q", "--cached", "content/handbook.yaml")
    git(repository, "commit", "-q", "-m", "no settings")
    assert refusal("HEAD", repository).code == "EDN002"


@pytest.mark.parametrize(("name", "limit"), [("FILES_MAX", 2), ("BYTES_MAX", 100)])
def test_a_revision_is_bounded(repository, monkeypatch, name, limit):
    monkeypatch.setattr(objects, name, limit)
    assert refusal("v1", repository).code == "EDN003"


def test_a_document_that_one_side_cannot_read_is_left_out_of_both(repository):
    """It must not look as if it had been removed."""
    broken = write(repository.parent / "broken", **{"regulations/visits.yaml": "id: visits\nbody: nothing\n"})
    read = read_edition(str(broken), repository)
    assert read.broken == {"visits"}
    assert {fault.code for fault in read.faults} >= {"FMT005"}
    comparison = compared("v1", str(broken), repository)
    assert comparison.same
    assert comparison.unread == ("visits",)


def test_faults_of_a_revision_are_placed_as_git_names_files(repository):
    write(repository, **{"regulations/visits.yaml": "id: visits\n"})
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "broken")
    faults = read_edition("HEAD", repository).faults
    assert {fault.source.path for fault in faults} == {"HEAD:content/regulations/visits.yaml"}
