"""guizhang exam collect: who has handed in, with and without the key, while files are still arriving."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile

import click
import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.exam.web.files import Web
from guizhang.exam.write import write_exam
from guizhang.grading.arrivals import SETTLED, arrivals
from guizhang.grading.reading.responses import read_responses
from guizhang.sealing.folder import look
from guizhang.sealing.key_files import make_key, read_private
from guizhang.sealing.keys import new_key
from guizhang.sealing.sitting import receipt, sittings
from tests.exam.web.submitting import START, sealed_file, submission, unsealed_file

PASSWORD = "a long password"


@pytest.fixture
def drop(tmp_path):
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def seen(folder, record, key=None, sealed_to=None, now=None, before=None):
    return arrivals(look(folder, before), record, key, sealed_to, now or time.time() + 60)


def states(found):
    return {one.file: one.state.value for one in found.found}


def test_with_the_key_everything_is_checked(record, key, drop):
    first = sealed_file(drop, "answers-A1001.json", submission(record, 0), key.public)
    sealed_file(drop, "renamed.json", submission(record, 1), key.public)
    sealed_file(drop, "z-again.json", submission(record, 0, nonce="Z" * 22, end=START + 700), key.public)
    sealed_file(drop, "forged.json", submission(record, 2, who="1002"), key.public)
    found = seen(drop, record, key)
    assert states(found) == {
        "answers-A1001.json": "counts", "renamed.json": "counts", "z-again.json": "again", "forged.json": "refused",
    }  # fmt: skip
    assert [person.id for person in found.missing] == ["=1+1"]
    one = found.of(record.candidates[0])
    assert (one.at, one.number) == (START + 600, receipt(json.loads(first.read_text())["jwe"]))
    assert [fault.code for fault in found.others[0].faults] == ["SEA016"]


def test_without_the_key_only_the_outside_is_seen(record, key, drop):
    sealed_file(drop, "answers-A1001 (1).json", submission(record, 0), key.public)
    sealed_file(drop, "answers-_1_1.json", submission(record, 2), key.public)
    sealed_file(drop, "answers-1002.json", submission(record, 1), new_key().public)
    sealed_file(drop, "who.json", submission(record, 1), key.public)
    found = seen(drop, record, sealed_to=key.public.thumbprint)
    assert states(found) == {
        "answers-1002.json": "refused", "answers-A1001 (1).json": "sealed", "answers-_1_1.json": "sealed", "who.json": "sealed",
    }  # fmt: skip
    assert [person.id for person in found.missing] == ["1002"]
    assert [one.file for one in found.others] == ["answers-1002.json", "who.json"]


def test_what_was_not_sealed_is_checked_without_the_key(record, drop):
    token = list(sittings(record))[1].token
    unsealed_file(drop, "a.json", submission(record, 1), token)
    unsealed_file(drop, "b.json", submission(record, 2), token)
    found = seen(drop, record)
    assert states(found) == {"a.json": "counts", "b.json": "refused"}
    assert found.of(record.candidates[1]).faults[0].code == "SEA017"


def test_a_file_that_is_still_being_copied_is_waited_for(record, key, drop):
    whole = sealed_file(drop, "answers-1002.json", submission(record, 1), key.public).read_bytes()
    path = drop / "answers-1002.json"
    # Some shares show the last size and time before the content.
    path.write_bytes(whole[: len(whole) // 2].ljust(len(whole), b"\0"))
    written = path.stat().st_mtime
    first = look(drop)
    young = arrivals(first, record, key, None, written + 1)
    assert (states(young), len(young.missing)) == ({"answers-1002.json": "arriving"}, 3)
    old = arrivals(first, record, key, None, written + SETTLED + 1)
    assert states(old) == {"answers-1002.json": "refused"}
    path.write_bytes(whole)
    os.utime(path, (written, written))
    assert states(arrivals(look(drop, first), record, key, None, written + 2)) == {"answers-1002.json": "counts"}


def test_duplicates_mails_and_archives(record, key, drop):
    path = sealed_file(drop, "answers-A1001.json", submission(record, 0), key.public)
    (drop / "answers-A1001 - 副本.json").write_bytes(path.read_bytes())
    text = json.loads(sealed_file(drop, "x.json", submission(record, 1), key.public).read_text())["jwe"]
    (drop / "x.json").unlink()
    (drop / "mail.eml").write_text(f"Subject: answers\n\nHere they are:\n{text}\nRegards\n")
    with zipfile.ZipFile(drop / "late.zip", "w") as archive:
        third = sealed_file(drop.parent, "answers-_1_1.json", submission(record, 2), key.public)
        archive.write(third, "answers-_1_1.json")
    for opening in (key, None):
        found = seen(drop, record, opening, key.public.thumbprint)
        assert [one.state.value for one in found.found if "A1001" in one.file].count("again") == 1
    opened = seen(drop, record, key)
    assert not opened.missing
    # Nobody can tell from outside whose the mail is.
    assert [person.id for person in seen(drop, record).missing] == ["1002"]


@pytest.fixture
def exam(record, tmp_path):
    make_key(tmp_path / "keys", PASSWORD)
    public = read_private(tmp_path / "keys" / "private-key.pem", PASSWORD).public
    write_exam(record, tmp_path / "exam", web=Web(public))
    return tmp_path / "exam", public


def run(*words, **environment):
    given = {"GUIZHANG_KEY_PASSWORD": None, "GUIZHANG_KEY": None, **environment}
    return CliRunner().invoke(main, ["--lang", "en", "exam", "collect", *map(str, words)], env=given)


def test_the_command_looks_once(exam, record, drop, tmp_path):
    folder, public = exam
    answer = "FORGET-ME-NOT"
    items = next(form for form in record.forms if form.id == record.candidates[0].form).items
    answers = [answer if item.type == "short_answer" else "" for item in items]
    sealed_file(drop, "answers-A1001.json", submission(record, 0, answers), public)
    (drop / "mail.txt").write_text("hello")
    os.utime(drop / "mail.txt", (START - 10**8, START - 10**8))
    outside = run(folder, drop, "--once")
    assert outside.exit_code == 1  # the mail holds nothing
    assert "handed in (not opened): A1001 王芳" in outside.output
    assert "1 of 3 handed in" in outside.output
    assert "not yet: 1002 Li Lei, =1+1" in outside.output
    (drop / "mail.txt").unlink()
    key = ("--key", tmp_path / "keys" / "private-key.pem")
    inside = run(folder, drop, "--once", *key, "--into", tmp_path / "kept", GUIZHANG_KEY_PASSWORD=PASSWORD)
    assert inside.exit_code == 0, inside.output
    assert answer not in outside.output + inside.output
    kept = list((tmp_path / "kept").iterdir())
    assert [path.name for path in kept] == ["answers-A1001.json"]
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700
    private = read_private(tmp_path / "keys" / "private-key.pem", PASSWORD)
    intake = read_responses(kept, record, {kept[0]: "a"}, private)
    assert [response.candidate for response in intake.responses] == ["A1001"]
    assert "SEA002" in run(folder, drop, "--once", *key, GUIZHANG_KEY_PASSWORD="wrong").output
    assert run(folder, drop, "--once", "--into", drop / "in").exit_code == 2
    assert [path.name for path in drop.iterdir()] == ["answers-A1001.json"]


def test_an_interrupt_while_a_line_is_printed_still_counts_that_line(exam, record, drop, tmp_path, monkeypatch):
    folder, public = exam
    sealed_file(drop, "answers-1002.json", submission(record, 1), public)
    printed, echo = [], click.echo

    def interrupted(*words, **options):
        echo(*words, **options)
        printed.append(words)
        if len(printed) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(click, "echo", interrupted)
    result = run(folder, drop, "--into", tmp_path / "kept")
    assert "handed in (not opened): 1002 Li Lei" in result.output.splitlines()[0]
    assert "1 of 3 handed in" in result.output
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["answers-1002.json"]


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    reason="tests run in the background ignore Ctrl-C, and so does what they start",
)
def test_the_command_watches_until_it_is_interrupted(exam, record, drop):
    folder, public = exam
    words = [sys.executable, "-m", "guizhang", "--lang", "en", "exam", "collect", folder, drop, "--every", "0.2"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GUIZHANG")}
    with subprocess.Popen(
        [str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**environment, "PYTHONUNBUFFERED": "1"},
    ) as watching:  # fmt: skip
        sealed_file(drop, "answers-1002.json", submission(record, 1), public)
        first = watching.stdout.readline()
        sealed_file(drop, "answers-A1001.json", submission(record, 0), public)
        second = watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        rest, errors = watching.communicate(timeout=30)
    assert ("1002 Li Lei" in first, "A1001 王芳" in second) == (True, True)
    assert "2 of 3 handed in" in rest
    assert watching.returncode == 0, errors
    assert "Traceback" not in errors
