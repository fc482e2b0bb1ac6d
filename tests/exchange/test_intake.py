"""Questions into the bank of a project: in place, beside, or not at all."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.diagnostics import Faulty
from guizhang.exchange.intake import Change, take_in
from guizhang.exchange.spread import bank_workbook
from guizhang.quiz.accept import accept_in_place
from guizhang.reference import copy_reference
from guizhang.yamlio.content import load_project
from tests.importers.readers.wordfile import docx, para


@pytest.fixture
def root(tmp_path):
    copy_reference(tmp_path / "book")
    return tmp_path / "book"


def output(root: Path) -> Path:
    return root / "quizzes" / "bank" / "imported.yaml"


def snapshot(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((root / "quizzes").rglob("*.yaml"))}


def test_the_exported_bank_changes_nothing(root, tmp_path):
    loaded, before = load_project(root), snapshot(root)
    sheet = tmp_path / "bank.xlsx"
    sheet.write_bytes(bank_workbook(loaded.bank.items, "bank", "both"))
    intake = take_in(loaded, [sheet], output(root))
    intake.write()
    assert set(intake.changes.values()) == {Change.SAME}
    assert snapshot(root) == before


def test_an_edited_item_changes_where_it_stands_and_nothing_else_moves(root, tmp_path):
    loaded = load_project(root)
    item = loaded.bank.items[1]
    path = Path(loaded.bank.paths["item", item.id])
    path.write_text(
        path.read_text(encoding="utf-8").replace(f"- id: {item.id}", f"# a note of ours\n- id: {item.id}"),
        encoding="utf-8",
    )
    loaded, before = load_project(root), path.read_text(encoding="utf-8")
    sheet = tmp_path / "bank.xlsx"
    edited = item.model_copy(update={"difficulty": 5})
    sheet.write_bytes(bank_workbook([edited], "bank", "both"))
    intake = take_in(loaded, [sheet], output(root))
    intake.write()
    assert dict(intake.changes) == {item.id: Change.CHANGED}
    after = load_project(root)
    assert after.diagnostics == loaded.diagnostics
    assert [a for a, b in zip(after.bank.items, loaded.bank.items, strict=True) if a != b] == [edited]
    head, _, tail = before.partition(f"- id: {item.id}\n")
    rest = path.read_text(encoding="utf-8")
    assert rest.startswith(head)
    assert rest.endswith(tail[tail.index("\n- id:") :])


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_files_of_a_windows_editor_keep_their_bytes(root, tmp_path, mark):
    for path in snapshot(root):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))
    loaded, before = load_project(root), snapshot(root)
    first, second = loaded.bank.items[:2]
    path = Path(loaded.bank.paths["item", first.id])
    sheet = tmp_path / "bank.xlsx"
    new = second.model_copy(update={"id": "one-more"})
    edited = first.model_copy(update={"difficulty": 5})
    sheet.write_bytes(bank_workbook([edited, new], "bank", "both"))
    take_in(loaded, [sheet], path).write()
    after = path.read_bytes()
    assert after.startswith(mark)
    assert after.count(b"\n") == after.count(b"\r\n")
    kept = before[path][before[path].index(b"\r\n- id: " + second.id.encode()) :]
    assert after.endswith(b"\r\n\r\n- id: one-more" + after.partition(b"- id: one-more")[2])
    assert kept in after
    assert {one.id for one in load_project(root).bank.items} >= {first.id, "one-more"}
    assert not load_project(root).diagnostics
    assert {other for other, data in snapshot(root).items() if data != before[other]} == {path}


def test_accepting_keeps_the_bytes_of_a_windows_editor(root):
    item = load_project(root).bank.items[0]
    path = Path(load_project(root).bank.paths["item", item.id])
    mark = next(mark for mark in item.cites.values() if mark)
    path.write_bytes(BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    path.write_bytes(before.replace(mark.encode(), b"00000000", 1))
    assert accept_in_place(root, {item.id}) >= 1
    assert path.read_bytes() == before


def test_new_questions_of_a_word_file_come_behind_those_that_were_there(root, tmp_path):
    word = tmp_path / "questions.docx"
    word.write_bytes(
        docx(para("一、判断题") + para("1. 工牌可以借给同事。（×）") + para("2. 铃响三声以内接起电话。（√）"))
    )
    for _ in range(2):  # the second time changes nothing
        intake = take_in(load_project(root), [word], output(root))
        intake.write()
    assert set(intake.changes.values()) == {Change.SAME}
    more = tmp_path / "more.txt"
    more.write_text("判断题\n1. 当班期间不得饮酒。\n答案：对\n", encoding="utf-8")
    take_in(load_project(root), [more], output(root)).write()
    added = [item for item in load_project(root).bank.items if item.id.startswith("q-")]
    assert [(item.stem.zh, item.answer) for item in added] == [
        ("工牌可以借给同事。", False),
        ("铃响三声以内接起电话。", True),
        ("当班期间不得饮酒。", True),
    ]


def test_one_fault_and_nothing_is_taken(root, tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("题型,题干,答案\n判断题,工牌可以借给同事。,错\n", encoding="utf-8")
    bad.write_text("题型,题干,答案\n判断题,铃响三声以内接起电话。,也许\n", encoding="utf-8")
    before = snapshot(root)
    with pytest.raises(Faulty) as faulty:
        take_in(load_project(root), [good, bad], output(root))
    assert [d.code for d in faulty.value.diagnostics if d.severity == "error"] == ["BNK003"]
    assert snapshot(root) == before


def test_a_missing_file_is_said(root, tmp_path):
    with pytest.raises(Faulty) as faulty:
        take_in(load_project(root), [tmp_path / "none.docx"], output(root))
    assert [d.code for d in faulty.value.diagnostics] == ["TAB001"]


def bank(root):
    return {item.id: item for item in load_project(root).bank.items if item.id.startswith("q-")}


SHEET = "题型,题干,答案\n判断题,工牌可以借给他人。,{}\n判断题,铃响三声以内接起电话。,对\n"


def test_the_same_file_again_takes_back_no_acceptance(root, tmp_path):
    sheet = tmp_path / "q.csv"
    sheet.write_text(SHEET.format("错"), encoding="utf-8")
    take_in(load_project(root), [sheet], output(root)).write()
    assert all(mark is None for item in bank(root).values() for mark in item.cites.values())
    accept_in_place(root, bank(root))
    accepted = bank(root)
    assert all(mark for item in accepted.values() for mark in item.cites.values())
    again = take_in(load_project(root), [sheet], output(root))
    again.write()
    assert set(again.changes.values()) == {Change.SAME}
    assert bank(root) == accepted


def test_what_a_file_has_no_word_for_stays_and_a_changed_key_asks_for_acceptance(root, tmp_path):
    sheet = tmp_path / "q.csv"
    sheet.write_text(SHEET.format("错"), encoding="utf-8")
    take_in(load_project(root), [sheet], output(root)).write()
    accept_in_place(root, bank(root))
    there = output(root).read_text(encoding="utf-8")
    output(root).write_text(there.replace("  stem:", "  pool: exam\n  difficulty: 5\n  stem:"), encoding="utf-8")
    sheet.write_text(SHEET.format("对"), encoding="utf-8")
    changed = take_in(load_project(root), [sheet], output(root))
    changed.write()
    assert sorted(changed.changes.values()) == [Change.CHANGED, Change.SAME]
    assert [d.code for d in changed.found] == ["BNK007"]
    items = bank(root).values()
    assert {(item.pool, item.difficulty) for item in items} == {("exam", 5)}
    assert [(item.answer, None in item.cites.values()) for item in items] == [(True, True), (True, False)]


def table(*rows):
    cells = ("".join(f"<w:tc>{''.join(map(para, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_questions_in_a_table_of_a_word_file(root, tmp_path):
    word = tmp_path / "table.docx"
    questions = table(
        ["题号", "题干", "选项", "答案"],
        ["1", "工牌可以借给谁？", "A. 同事|B. 家人|C. 谁也不可以", "C"],
        ["2", "工牌可以借给他人。", "", "×"],
    )
    below = para("判断题") + para("1. 铃响三声以内接起电话。（√）")
    word.write_bytes(docx(para("考题") + table(["姓名", "得分"], ["", ""]) + questions + below))
    take_in(load_project(root), [word], output(root)).write()
    items = bank(root).values()
    assert [(item.type.value, item.stem.zh) for item in items] == [
        ("single_choice", "工牌可以借给谁？"),
        ("true_false", "工牌可以借给他人。"),
        ("true_false", "铃响三声以内接起电话。"),
    ]
    assert [o.text.zh for item in items for o in item.options if o.key] == ["谁也不可以"]


def test_a_fault_in_a_table_of_a_word_file_is_named_by_its_paragraph(root, tmp_path):
    word = tmp_path / "table.docx"
    word.write_bytes(docx(table(["题干", "A", "B", "答案"], ["工牌可以借给谁？", "同事", "家人", "E"])))
    with pytest.raises(Faulty) as faulty:
        take_in(load_project(root), [word], output(root))
    (error,) = (d for d in faulty.value.diagnostics if d.severity == "error")
    assert (error.code, error.source.line, error.source.column) == ("BNK003", 5, 4)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["list", "--regulation", "complaint"], "REF002"),
        (["export", "--regulation", "nosuch", "-o", "bank.xlsx"], "REF002"),
        (["accept", "fact-choice.complaints.first-reply.reply"], "needs no acceptance"),
    ],
)
def test_commands_name_what_they_cannot_do(root, command, said):
    result = CliRunner().invoke(main, ["--lang", "en", "items", *command, "--root", str(root)])
    assert result.exit_code != 0
    assert said in result.output
    assert not Path("bank.xlsx").exists()
