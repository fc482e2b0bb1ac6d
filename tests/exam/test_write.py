"""The folder of an exam: written whole or not at all, on any number of cores the same, and never over another."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.diagnostics import Faulty
from guizhang.exam import write
from guizhang.exam.answersheets.layouts import with_layouts
from guizhang.exam.readme import readme
from guizhang.exam.record import read_record
from guizhang.exam.walk_ins import free_row
from guizhang.exam.write import add_candidate, write_exam
from guizhang.files import file_name
from guizhang.model.exam_json import dump_record
from guizhang.model.form import Candidate
from guizhang.parallel import cores
from guizhang.printing.pdf import Typesetter
from tests.exam.making import made


def below(folder):
    """Return what every file below *folder* holds, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_is_written(record, setter, tmp_path, cjk_font):
    out = tmp_path / "build" / "exam"
    written = write_exam(record, out, typesetter=setter)
    assert set(written.files) == {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert {p.name for p in (out / "handout").glob("paper-*")} == {
        *(f"paper-{f}.{s}" for f in ("A", "B", "B.zh") for s in ("html", "pdf", "docx")),
    }  # fmt: skip
    assert (out / "secret").stat().st_mode & 0o777 == 0o700
    assert read_record(out) == record
    assert dump_record(read_record(out)) == dump_record(record)
    assert [p.name for p in out.parent.iterdir()] == ["exam"]


def test_an_older_exam_stays_unless_it_is_replaced(record, setter, tmp_path):
    out = tmp_path / "exam"
    first = write_exam(record, out, typesetter=setter)
    assert (first.folder, first.diagnostics) == (out, ())
    for name in ("exam-2", "exam-3"):
        beside = write_exam(record.model_copy(update={"seed": name}), out, typesetter=setter)
        assert beside.folder == tmp_path / name
        assert [fault.code for fault in beside.diagnostics] == ["EXM021"]
        assert read_record(beside.folder).seed == name
    assert read_record(out) == record
    write_exam(record.model_copy(update={"seed": "2"}), out, replace=True, typesetter=setter)
    assert read_record(out).seed == "2"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["exam", "exam-2", "exam-3"]


def test_a_folder_with_other_things_is_never_replaced(record, setter, tmp_path):
    (tmp_path / "exam").mkdir()
    (tmp_path / "exam" / "notes.txt").write_text("mine")
    with pytest.raises(Faulty, match="EXM002"):
        write_exam(record, tmp_path / "exam", replace=True, typesetter=setter)


@pytest.mark.parametrize("folder", ["site/exam", "docs/a/b", "content/x", "site"])
def test_published_folders_are_refused(record, setter, tmp_path, folder):
    (tmp_path / "mkdocs.yml").write_text("site_name: x")
    with pytest.raises(Faulty, match="EXM001"):
        write_exam(record, tmp_path / folder, typesetter=setter)
    assert [p.name for p in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_a_crash_leaves_the_old_exam(record, setter, tmp_path, monkeypatch):
    out = tmp_path / "exam"
    write_exam(record, out, typesetter=setter)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Faulty, match="EXM003"):
        write_exam(record, out, replace=True, typesetter=setter)
    monkeypatch.undo()
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    assert [p.name for p in tmp_path.iterdir()] == ["exam"]


def test_without_a_chinese_font_everything_but_pdf_is_written(record, tmp_path):
    setter = Typesetter("guizhang.exam")
    setter.__dict__["family"] = None
    written = write_exam(record, tmp_path / "exam", typesetter=setter)
    assert [fault.code for fault in written.diagnostics] == ["EXM020"]
    assert not [name for name in written.files if name.endswith(".pdf")]
    assert "secret/scoring.xlsx" in written.files


def test_a_folder_that_cannot_be_written(record, setter, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Faulty, match="EXM003"):
        write_exam(record, tmp_path / "file" / "exam", typesetter=setter)
    assert below(tmp_path) == {"file": b"mine"}


_ELSEWHERE = """
import sys
from pathlib import Path
from guizhang.printing.pdf import forkable
from guizhang.exam.record import read_record
from guizhang.exam.write import write_exam
assert forkable()
write_exam(read_record(Path(sys.argv[1])), Path(sys.argv[2]))
assert forkable(), "the PDFs were set by workers"
"""


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods() or cores() < 2, reason="needs two cores, and fork"
)
def test_any_number_of_cores_gives_the_same_bytes(record, setter, tmp_path, monkeypatch):
    """One is written here, one file after another; the other as the command does it, by forked workers."""
    monkeypatch.setattr(write, "forkable", lambda: False)
    written = write_exam(record, tmp_path / "one", typesetter=setter)
    subprocess.run([sys.executable, "-c", _ELSEWHERE, tmp_path / "one", tmp_path / "many"], check=True)
    found = below(tmp_path / "one")
    assert below(tmp_path / "many") == found
    own = {"secret/exam.json": dump_record(record), "secret/README.txt": readme(record, written.files)}
    assert found == {**made(record, setter), **own}


def test_what_is_made_of_a_record_is_made_of_the_file(record, setter, tmp_path):
    """Nothing depends on an order that the record does not keep, such as that of citations."""
    assert any(len(item.cites) > 1 for form in record.forms for item in form.items)
    write_exam(record, tmp_path / "exam", typesetter=setter)
    assert made(read_record(tmp_path / "exam"), setter) == made(record, setter)


def test_a_walk_in_gets_what_is_theirs_and_nothing_else_changes(record, setter, tmp_path, cjk_font):
    out = tmp_path / "exam"
    write_exam(record, out, typesetter=setter)
    before = below(out)
    person = Candidate(id="CON/../x", name="李雷", form="B", language="en", large_print=True)
    grown = with_layouts(_with(record, person))
    written = add_candidate(grown, out, person, typesetter=setter)
    after = below(out)
    name = file_name("CON/../x")
    assert set(after) - set(before) == set(written.files)
    assert {key for key in before if before[key] != after[key]} == {"secret/exam.json"}
    assert read_record(out) == grown
    # No key, no list of the class, no workbook: those lie in the exam's own folder. Nobody else had large print.
    assert set(written.files) == {
        *(f"handout/added/{name}/{file}" for file in ("papers.html", "papers.pdf", "answer-sheets.pdf")),
        *(f"secret/added/{name}/{file}.{end}" for file in ("marking-sheets", "rubric") for end in ("html", "pdf")),
        f"secret/added/{name}/key-mask-B.large.pdf",
        *(f"secret/added/{file}" for file in ("README.txt", "class-list.docx")),
        *(f"secret/added/envelopes.{end}" for end in ("docx", "html", "pdf")),
    }  # fmt: skip
    assert (out / "secret" / "added" / name).stat().st_mode & 0o777 == 0o700
    paper = after[f"handout/added/{name}/papers.html"].decode()
    assert "李雷" in paper
    assert "Form B" in paper
    again = add_candidate(grown, out, person, typesetter=setter)
    assert (again, below(out)) == (written, after)


def test_the_lists_of_walk_ins_have_all_of_them_and_say_where_their_answers_go(record, setter, tmp_path):
    out = tmp_path / "exam"
    write_exam(record, out, typesetter=setter)
    grown, rows = record, []
    for number in range(1, 13):
        person = Candidate(id=f"W{number}", name=f"后加{number}", form="AB"[number % 2])
        grown = _with(grown, person)
        written = add_candidate(grown, out, person, typesetter=setter)
        rows.append(free_row(grown, person))
        assert (f"secret/added/W{number}/scoring.xlsx" in written.files) is (rows[-1] is None)
    # Rows 2 and 3 are the roster's, and ten are spare.
    assert rows == [*range(4, 14), None, None]
    listed = (out / "secret" / "added" / "envelopes.html").read_text(encoding="utf-8")
    assert all(f"<td>W{number}</td>" in listed for number in range(1, 13))
    assert "王芳" not in listed
    assert "发卷清单（后加）" in listed
    said = (out / "secret" / "added" / "README.txt").read_text(encoding="utf-8-sig")
    assert "10. W10 后加10　A 卷 Form A" in said
    assert "Responses, 第 13 行 row 13" in said
    assert said.count("Type into: secret/added/W11/scoring.xlsx") == 1
    assert said.rstrip().endswith(
        "FOLDER/secret/added/W11/scoring.xlsx FOLDER/secret/added/W12/scoring.xlsx -o RESULTS"
    )


def _with(record, person):
    """Return *record* with somebody who was added later."""
    walk_ins = {**record.walk_ins, person.id: "0" * 16}
    return record.model_copy(update={"candidates": (*record.candidates, person), "walk_ins": walk_ins})


def test_signs_without_a_glyph_are_told(record, tmp_path, cjk_font, monkeypatch):
    named = record.model_copy(update={"company": record.company.model_copy(update={"zh": "公司\u0378"})})
    written = write_exam(named, tmp_path / "exam", typesetter=Typesetter("guizhang.exam"))
    (fault,) = written.diagnostics
    assert fault.code == "EXM022"
    assert "U+0378" in fault.problem.en


ORDINARY = st.text(st.sampled_from("A1-_张"), min_size=1, max_size=6)
IDS = st.one_of(
    ORDINARY,
    st.text(min_size=1, max_size=80),
    st.sampled_from(["CON", "a1", "A1", "..", "/", "NUL.txt", "é", "e\u0301"]),
)


@given(st.lists(IDS, min_size=2, max_size=2, unique=True))
def test_no_two_ids_have_one_file(ids):
    """Not even where capitals, or the two ways to write é, are the same to the file system."""
    one, two = (unicodedata.normalize("NFC", file_name(identity)).casefold() for identity in ids)
    assert one != two


@given(IDS)
def test_a_file_name_is_safe_anywhere(identity):
    name = file_name(identity)
    assert not set(name) & set('<>:"/\\|?* .\0')
    assert name.isprintable()
    assert len(name.encode()) <= 120
    assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


@pytest.mark.parametrize(
    ("identity", "expected"),
    [("A", "A"), ("1001", "1001"), ("E-10_2", "E-10_2"), ("张三", "张三"), ("a1", "a1~"), ("E/1.2", "E_1_2~"), ("CON", "CON~"), ("规" * 80, "规" * 20 + "~")],
)  # fmt: skip
def test_a_file_name_can_be_read(identity, expected):
    name = file_name(identity)
    assert name == expected if not expected.endswith("~") else name.startswith(expected)


def test_secrets_are_their_owners_alone_under_any_umask(record, setter, tmp_path):
    old = os.umask(0)
    try:
        write_exam(record, tmp_path / "exam", typesetter=setter)
    finally:
        os.umask(old)
    secret = tmp_path / "exam" / "secret"
    assert secret.stat().st_mode & 0o777 == 0o700
    modes = {path.name: path.stat().st_mode & 0o777 for path in secret.rglob("*")}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}
