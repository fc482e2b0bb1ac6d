"""keygen, draw --web and grade --key, as a trainer types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.exam.add import add_to_exam
from guizhang.exam.web.files import LIST, Web, drawn_web
from guizhang.exam.write import write_exam
from guizhang.grading.reading.responses import read_responses
from guizhang.model.form import Candidate
from guizhang.sealing.key_files import make_key, read_private, read_public
from tests.exam.web.submitting import sealed_file, submission

PASSWORD = "a long password"


@pytest.fixture
def keys(tmp_path):
    make_key(tmp_path / "keys", PASSWORD)
    return tmp_path / "keys"


@pytest.fixture
def exam(record, keys, tmp_path):
    write_exam(record, tmp_path / "exam", web=Web(read_public(keys / "public-key.pem")))
    return tmp_path / "exam"


def run(*words, **environment):
    return CliRunner().invoke(
        main, ["--lang", "en", *map(str, words)], env={"GUIZHANG_KEY_PASSWORD": None, **environment}
    )


def test_a_key_is_for_its_owner_alone_and_never_replaced(tmp_path):
    made = run("exam", "keygen", "-o", tmp_path, GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert made.exit_code == 0, made.output
    private = tmp_path / "private-key.pem"
    assert private.stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED" in private.read_bytes()
    public = read_public(tmp_path / "public-key.pem")
    assert read_private(private, PASSWORD).public == public
    assert json.loads((tmp_path / "public-key.jwk").read_text())["kid"] == public.thumbprint
    before = private.read_bytes()
    again = run("exam", "keygen", "-o", tmp_path, GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert again.exit_code == 1
    assert "SEA003" in again.output
    assert private.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="sessions are POSIX")
@pytest.mark.parametrize(
    ("language", "said"), [("en", "give --password, or set GUIZHANG_KEY_PASSWORD"), ("zh", "用 --password 写明")]
)
def test_without_a_terminal_it_says_how_a_password_is_given(tmp_path, language, said):
    command = [sys.executable, "-m", "guizhang", "--lang", language, "exam", "keygen", "-o", str(tmp_path / "keys")]
    env = {name: value for name, value in os.environ.items() if name != "GUIZHANG_KEY_PASSWORD"}
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=env,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "GetPass" not in done.stderr


def test_a_short_password_is_refused(tmp_path):
    made = run("exam", "keygen", "-o", tmp_path / "keys", GUIZHANG_KEY_PASSWORD="short")
    assert made.exit_code == 2
    assert not (tmp_path / "keys").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path):
    tmp_path.chmod(0o500)
    assert "SEA003" in run("exam", "keygen", "-o", tmp_path / "keys", GUIZHANG_KEY_PASSWORD=PASSWORD).output


def test_pages_lie_in_the_handout_and_the_list_does_not(exam):
    assert len(list((exam / "handout" / "web").iterdir())) == 3
    assert (exam / "secret" / LIST).exists()
    assert not list((exam / "handout").rglob("*.csv"))
    assert not list((exam / "handout").rglob("*.pem"))


def test_grading_with_the_key(record, exam, keys, tmp_path):
    public = read_public(keys / "public-key.pem")
    path = sealed_file(tmp_path, "answers-A1001.json", submission(record), public)
    words = ("grade", exam, path, "-o", tmp_path / "results")
    wrong = run(*words, "--key", keys / "private-key.pem", "--key-password", "wrong")
    assert wrong.exit_code == 1
    assert "SEA002" in wrong.output
    assert not (tmp_path / "results").exists()
    no_key = run(*words)
    assert "SEA010" in no_key.output
    mistaken = run(*words, "--key", keys / "public-key.pem", GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert "SEA001" in mistaken.output
    right = run(*words, GUIZHANG_KEY=str(keys / "private-key.pem"), GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert right.exit_code == 0, right.output
    results = json.loads((tmp_path / "results" / "results.json").read_text())["results"]
    assert [result["candidate"] for result in results] == ["A1001"]


def test_what_makes_pages_unsafe_is_said(key):
    def codes(web, seed):
        return [fault.code for fault in web.warnings(seed)]

    assert codes(Web(key.public), "0123456789abcdef0123456789abcdef") == []
    assert codes(Web(key.public), "2026") == ["SEA006"]
    assert codes(Web(None), "0123456789abcdef0123456789abcdef") == ["SEA005"]


def test_a_public_key_goes_with_web_only(keys, tmp_path):
    words = ("exam", "draw", "onboarding", "-o", tmp_path / "exam", "--public-key")
    assert run(*words, keys / "public-key.pem").exit_code == 2
    assert "SEA004" in run(*words, keys / "private-key.pem", "--web").output


def test_whoever_comes_later_gets_a_page_too(for_everybody, keys, tmp_path):
    """And what was sat on the pages for everybody still counts."""
    out = tmp_path / "exam"
    key = read_private(keys / "private-key.pem", PASSWORD)
    write_exam(for_everybody, out, web=Web(key.public))
    before = sealed_file(tmp_path, "a.json", submission(for_everybody), key.public)
    added = add_to_exam(out, Candidate(id="W1", name="late", form="A"), None)
    (page,) = (out / "handout" / "added").rglob("web/*.html")
    assert page.stem not in {path.stem for path in (out / "handout" / "web").iterdir()}
    assert drawn_web(out) == Web(key.public)
    own = sealed_file(tmp_path, "b.json", submission(added.record, 0), key.public)
    intake = read_responses([before, own], added.record, None, key)
    # Somebody added makes no roster: whoever sat down to the page for everybody is still a candidate.
    assert [r.candidate for r in intake.responses] == ["77", "W1"]
    assert not intake.diagnostics
