"""The project builds unchanged with MkDocs and with ProperDocs, its continuation; with the same mkdocs.yml."""

import hashlib
import importlib.util
import os
import subprocess
import sys

import pytest

from tests.conftest import unavailable


def built(program, project, out):
    """Build *project* with *program*'s own command, as somebody would who never heard of ours; return path -> hash."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", program, "build", "-d", str(out)]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_mkdocs_and_properdocs_make_the_same_site(project, tmp_path, site):
    if not importlib.util.find_spec("properdocs"):
        unavailable("properdocs is not installed; it stands in requirements/dev.txt")
    with_mkdocs = built("mkdocs", project, tmp_path / "mkdocs")
    assert built("properdocs", project, tmp_path / "properdocs") == with_mkdocs
    ours = {
        p.relative_to(site).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in site.rglob("*")
        if p.is_file()
    }
    assert with_mkdocs == ours, "guizhang build makes it too"


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_both_refuse_content_with_errors(project, tmp_path, program):
    if not importlib.util.find_spec(program):
        unavailable(f"{program} is not installed; it stands in requirements/dev.txt")
    (project / "content" / "regulations" / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    command = [sys.executable, "-m", program, "build", "-q", "-d", str(tmp_path / "out")]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "content/regulations/broken.yaml:1:1: error" in run.stderr
    assert "Traceback" not in run.stderr
