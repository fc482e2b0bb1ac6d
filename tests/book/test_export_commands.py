"""`guizhang export` as its users run it."""

from __future__ import annotations

import io
import re
import shlex
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from guizhang.cli import main
from tests.book.conftest import FILES, write_project
from tests.book.reading import pages_of


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A handbook of its own for each test, which is also the current folder."""
    monkeypatch.chdir(write_project(tmp_path / "own"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return tmp_path / "own"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["export", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


def test_pdf(project, cjk_font):
    out = project / "out" / "book.pdf"
    said = run("pdf", "--regulation", "visitors", "--language", "zh", "--on", "2026-11-22", "-o", out)
    assert f"written: {out}" in said
    text = "".join(pages_of(out.read_bytes()))
    assert "起立问候" in text
    assert "怎样请假" not in text


def test_rules_without_translation_are_printed_in_one_language(tmp_path, monkeypatch, cjk_font):
    own = {"handbook.yaml": FILES["handbook.yaml"].replace("order: [leave, visitors, old]", "order: [own]")}
    own["regulations/own.yaml"] = (
        'id: own\ntitle: {zh: 规定}\nedition: {version: "1"}\nbody:\n  - text: {zh: 来访须登记。}\n'
    )
    monkeypatch.chdir(write_project(tmp_path / "own", own))
    for arguments, notices in ((), 0), (("--language", "both"), 1):
        run("pdf", *arguments, "-o", "book.pdf")
        assert "".join(pages_of(Path("book.pdf").read_bytes())).count("Nottranslatedyet") == notices


ENGLISH_ONLY = 'id: own\ntitle: {en: Visits}\nedition: {version: "1"}\nbody:\n  - {article: 1, id: sign-in, text: {en: Visitors sign in.}}\n'


@pytest.mark.parametrize(("arguments", "chinese"), [((), False), (("--language", "both"), True)])
def test_a_sign_off_sheet_of_rules_in_english_is_in_english_as_every_export_is(
    tmp_path, monkeypatch, arguments, chinese
):
    own = {"handbook.yaml": FILES["handbook.yaml"].replace("order: [leave, visitors, old]", "order: [own]")}
    monkeypatch.chdir(write_project(tmp_path / "own", own | {"regulations/own.yaml": ENGLISH_ONLY}))
    run("signoff", *arguments, "-o", "sheet.html")
    sheet = Path("sheet.html").read_text(encoding="utf-8")
    assert "Visits" in sheet
    assert ("签收单" in sheet) is chinese


def test_docx(project):
    run("docx", "--language", "en", "-o", "staff.docx")
    run("docx", "--language", "en", "--review", "-o", "owner.docx")
    staff, owner = (docx.Document(io.BytesIO((project / name).read_bytes())) for name in ("staff.docx", "owner.docx"))
    assert not list(staff.comments)
    assert [c.text for c in owner.comments]
    assert ["must not see" in "".join(p.text for p in d.paragraphs) for d in (staff, owner)] == [False, True]


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_signoff(project, cjk_font, suffix):
    (project / "team.csv").write_text("工号,姓名\n7,王芳\n", encoding="utf-8")
    out = project / f"sheet.{suffix}"
    run("signoff", "--role", "clerk", "--roster", "team.csv", "-o", out)
    data = out.read_bytes()
    assert "王芳" in (data.decode() if suffix == "html" else "".join(pages_of(data)))


def test_offline(project):
    assert "BOK004" in run("offline", "-o", "book.zip", code=1)
    for name in ("site/index.html", "site/assets/guizhang/x.css"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("x", encoding="utf-8")
    assert "2 files" in run("offline", "-o", "book.zip")
    assert "handbook/index.html" in zipfile.ZipFile(project / "book.zip").namelist()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("pdf", "--role", "clark", "-o", "x.pdf"), 1, "did you mean clerk?"),
        (("docx", "--regulation", "leaves", "-o", "x.docx"), 1, "did you mean leave?"),
        (("signoff", "-o", "x.txt"), 2, "ends with .pdf or .html"),
        (("signoff", "--roster", "gone.csv", "-o", "x.pdf"), 1, "gone.csv"),
        (("pdf", "--on", "1 May", "-o", "x.pdf"), 2, "1 May"),
        (("pdf",), 2, "--output"),
    ],
)
def test_mistakes_are_said_and_nothing_is_written(project, arguments, code, said):
    assert said in run(*arguments, code=code)
    assert not list(project.glob("x.*"))


def test_content_with_errors_is_not_exported(project):
    path = project / "content" / "regulations" / "old.yaml"
    path.write_text(FILES["regulations/old.yaml"].replace("id: old", "id: Old rules"), encoding="utf-8")
    for command, out in (("pdf", "x.pdf"), ("docx", "x.docx"), ("signoff", "x.pdf")):
        assert "old.yaml" in run(command, "-o", out, code=1)
        assert not (project / out).exists()


ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "book.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^guizhang export (\S+) (.*?)\s*(?:#.*)?$", DOCS, re.MULTILINE)


@pytest.mark.parametrize(("command", "arguments"), EXAMPLES, ids=[" ".join(example) for example in EXAMPLES])
def test_what_the_docs_say_can_be_typed(command, arguments):
    export = main.commands["export"]
    assert export.commands[command].make_context(command, shlex.split(arguments)).params["output"]


def test_the_docs_name_every_command_and_option():
    export = main.commands["export"]
    for name, command in export.commands.items():
        assert f"guizhang export {name}" in DOCS
        for parameter in command.params:
            assert (
                f"`{parameter.opts[-1]}" in DOCS or f" {parameter.opts[-1]} " in DOCS or parameter.name == "output"
            ), parameter.opts


def test_warnings_of_the_checks_are_counted_and_not_repeated(tmp_path, monkeypatch):
    own = {"handbook.yaml": FILES["handbook.yaml"].replace("order: [leave, visitors, old]", "order: [own]")}
    own["regulations/own.yaml"] = (
        'id: own\ntitle: {zh: 规定, en: Rules}\nedition: {version: "1"}\nbody:\n'
        "  - {article: 1, id: a, text: {zh: 来访须登记。, en: Visitors sign in.}}\n"
        "  - {article: 3, id: c, text: {zh: 离开时签退。, en: They sign out.}}\n"
    )
    monkeypatch.chdir(write_project(tmp_path / "own", own))
    said = run("docx", "-o", "book.docx")
    assert "guizhang check shows them" in said
    assert not re.search(r"[A-Z]{3}\d{3}", said)
    counted = re.search(r"(\d+) warnings?: guizhang check", said)[1]
    checked = CliRunner().invoke(main, ["check"]).output
    assert len(re.findall(r" warning [A-Z]{3}\d{3}:", checked)) == int(counted) > 0
