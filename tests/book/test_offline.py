"""The offline bundle: the whole site, from a folder, and nothing that is not a reader's."""

from __future__ import annotations

import shutil
import zipfile

import pytest

from guizhang.book import offline
from guizhang.book.offline import write_offline
from guizhang.diagnostics import Faulty
from guizhang.site.build import build_site
from tests.book.conftest import write_project

SITE = {
    "index.html": "<title>手册</title>",
    "regulations/leave.html": "假",
    "regulations/secret/plan.html": "a regulation may have this name",
    "assets/guizhang/site.css": "p {}",
}


@pytest.fixture
def site(tmp_path):
    """A project whose site has been built, as far as a bundle can tell."""
    write_project(tmp_path)
    for name, text in SITE.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def refusal(site, out=None):
    with pytest.raises(Faulty) as caught:
        write_offline(site.parent, site, out or site.parent / "out.zip")
    assert not (site.parent / "out.zip").exists()
    return [(fault.code, fault.source.path.rpartition("site/")[2]) for fault in caught.value.diagnostics]


def test_everything_is_in_it_under_one_folder(site, tmp_path):
    out = tmp_path / "out.zip"
    assert write_offline(tmp_path, site, out) == len(SITE)
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == ["START-HERE.html", "README.txt", *sorted(f"handbook/{name}" for name in SITE)]
        for name, text in SITE.items():
            assert archive.read(f"handbook/{name}").decode() == text
        readme = archive.read("README.txt").decode("utf-8-sig")
        assert "示例手册 Sample handbook" in readme
        assert "START-HERE.html" in readme
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o644}


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    write_offline(tmp_path, site, first)
    again = tmp_path / "again" / "site"
    shutil.copytree(site, again)
    for path in again.rglob("*"):
        path.touch()
    write_offline(tmp_path, again, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("exams/secret/key.html", "BOK005"),
        ("quizzes/bank.html", "BOK005"),
        ("content/handbook.html", "BOK005"),
        ("regulations/leave.yaml", "PUB002"),
        ("handbook.yml", "PUB002"),
        ("exam.json", "PUB002"),
        ("trainer.pem", "PUB002"),
        (".git/config", "PUB002"),
    ],
)
def test_what_is_no_readers_stops_it(site, name, code):
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    assert refusal(site) == [(code, name)]


def test_a_link_out_of_the_site_stops_it(site, tmp_path):
    (tmp_path / "private.txt").write_text("x", encoding="utf-8")
    (site / "harmless.txt").symlink_to(tmp_path / "private.txt")
    assert refusal(site) == [("PUB003", "harmless.txt")]


def test_it_does_not_pack_itself(site):
    assert [code for code, _ in refusal(site, site / "handbook.zip")] == ["BOK006"]


@pytest.mark.parametrize("bound", ["MAX_FILES", "MAX_BYTES"])
def test_a_site_beyond_all_bounds_is_refused(site, monkeypatch, bound):
    monkeypatch.setattr(offline, bound, 2)
    assert [code for code, _ in refusal(site)] == ["BOK006"]


@pytest.mark.parametrize("missing", ["index.html", "assets"])
def test_a_site_that_is_not_built_is_refused(site, missing):
    path = site / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert [code for code, _ in refusal(site)] == ["BOK004"]


def test_an_old_bundle_stays_when_a_new_one_is_refused(site, tmp_path):
    out = tmp_path / "out.zip"
    write_offline(tmp_path, site, out)
    before = out.read_bytes()
    (site / "exam.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Faulty):
        write_offline(tmp_path, site, out)
    assert out.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content", "out.zip", "site"]


def test_unpacked_it_opens_without_a_server(tmp_path, page):
    root = write_project(tmp_path / "project")
    (root / "content" / "pages").mkdir()
    (root / "content" / "pages" / "reading.md").write_text("# 说明\n", encoding="utf-8")
    reference = offline.Path(__file__).parents[2] / "mkdocs.yml"
    shutil.copyfile(reference, root / "mkdocs.yml")
    build_site(root, root / "site")
    write_offline(root, root / "site", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    page.goto((tmp_path / "unpacked" / "START-HERE.html").as_uri())
    page.wait_for_url("**/handbook/index.html")
    page.goto((tmp_path / "unpacked" / "handbook" / "regulations" / "visitors" / "reception.html").as_uri())
    assert "来访者进门时，前台应当起立问候。" in page.inner_text("main")
