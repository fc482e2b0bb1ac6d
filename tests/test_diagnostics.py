"""Messages for somebody who works at something else: many alike are folded."""

import errno

import pytest

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, brief, in_file_order, render, system_words

MEND = Message("改", "mend it")


def alike(lines, code="RSP027", path="answers.csv"):
    return [
        Diagnostic(
            code, Severity.WARNING, Source(path, line, column), "", Message(f"第 {line} 行", f"row {line}"), MEND
        )
        for column, line in enumerate(lines, 1)
    ]


def test_a_few_alike_are_shown_one_by_one():
    faults = alike([2, 3, 4, 5, 6])
    assert brief(faults, "en") == render(faults, language="en")


def test_of_many_alike_the_first_are_shown_and_where_the_others_stand():
    other = alike([4], code="RSP001")
    shown = brief(in_file_order([*alike([2, 3, 4, 5, 6, 7, 9, 9]), *other]), "en").splitlines()
    assert [line for line in shown if "row" in line] == [
        "answers.csv:2:1: warning RSP027: row 2",
        "answers.csv:3:2: warning RSP027: row 3",
        "answers.csv:4:1: warning RSP001: row 4",
        "answers.csv:4:3: warning RSP027: row 4",
    ]
    assert shown[-1] == "answers.csv: warning RSP027: 5 more of the same, in lines 5-7, 9"
    assert brief(alike([2, 3, 4, 5, 6, 8]), "zh").endswith("同样的还有 3 处，在第 5-6、8 行")


def test_how_much_a_fault_matters_is_said_in_the_language_of_the_message():
    fault = alike([2])[0]
    assert fault.render("zh").startswith("answers.csv:2:1: 警告 RSP027: 第 2 行\n    修改: ")
    assert fault.render("en").startswith("answers.csv:2:1: warning RSP027: row 2\n    mend: ")
    assert brief(alike([2, 3, 4, 5, 6, 8]), "zh").splitlines()[-1].startswith("answers.csv: 警告 RSP027: ")
    assert "warning" not in brief(alike([2, 3, 4, 5, 6, 8]), "zh")
    assert "::warning " in render([fault], "github", "zh")


def test_many_alike_of_whole_files_have_no_lines():
    assert brief(alike([1] * 6), "en").endswith("3 more of the same, in line 1")
    assert brief(alike([0] * 6), "en").splitlines()[-1] == "answers.csv: warning RSP027: 3 more of the same"


def test_what_the_system_refuses_is_said_in_chinese_too(tmp_path):
    with pytest.raises(FileNotFoundError) as missing:
        (tmp_path / "rules.docx").read_bytes()
    assert system_words(missing.value) == Message("没有这个文件或文件夹", "No such file or directory")
    assert system_words(OSError(errno.ENOSPC, "No space left on device")).zh == "磁盘已满"
    assert system_words(OSError("odd")) == Message("odd", "odd")
