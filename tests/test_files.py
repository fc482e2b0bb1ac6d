from __future__ import annotations

import errno
import os

import pytest

from guizhang.files import new_file, new_folder, write_file


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "rules.yaml"
    path.write_text("old")

    def broken(_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="disk full"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_keeps_its_mode(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_folder_takes_the_old_ones_place_only_when_complete(tmp_path):
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old")
    with pytest.raises(RuntimeError), new_folder(target) as folder:  # noqa: PT012 - the write before the crash is the point
        (folder / "index.html").write_text("half")
        raise RuntimeError
    assert (target / "index.html").read_text() == "old"
    with new_folder(target, mode=0o700) as folder:
        (folder / "index.html").write_text("new")
    assert (target / "index.html").read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o700
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("write", [new_file, new_folder])
def test_a_folder_that_takes_nothing_is_said_of_what_was_to_be_written(tmp_path, monkeypatch, write):
    """Not of the file beside it that stands there for the time being."""
    target = tmp_path / "site"

    def refused(*_, dir, prefix):  # noqa: A002 - as tempfile calls it
        raise OSError(errno.EROFS, "Read-only file system", f"{dir}/{prefix}x1y2z3")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    monkeypatch.setattr("tempfile.mkdtemp", refused)
    with pytest.raises(OSError, match="Read-only") as caught, write(target):
        pass
    assert caught.value.filename == str(target)


@pytest.mark.parametrize("write", [new_file, new_folder])
def test_a_full_disk_is_said_of_what_was_to_be_written(tmp_path, write):
    target = tmp_path / "published"
    with pytest.raises(OSError, match="No space left") as full, write(target):
        raise OSError(errno.ENOSPC, "No space left on device", "theme/practice.js", None, "somewhere.js")
    assert (full.value.filename, full.value.filename2) == (str(target), None)
    assert not list(tmp_path.iterdir())
