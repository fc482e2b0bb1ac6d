from __future__ import annotations

import os

import pytest

from guizhang.files import new_folder, write_file


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
