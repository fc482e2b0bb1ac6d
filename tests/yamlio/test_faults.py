"""Every kind of fault in a file, with its place, message and mend: rows of (source, expected lines)."""

from __future__ import annotations

import pytest

from guizhang.yamlio.content import KINDS
from guizhang.yamlio.load import load, loads

HEAD = 'id: rules\ntitle: {zh: 规定, en: Rules}\nedition: {version: "1"}\nbody:\n'
ARTICLE = "  - article: 1\n    id: one\n    text: {zh: 甲, en: A}\n"

ROWS = [
    ("empty", "regulation", "", "1:1 YML001 : the file is empty"),
    ("only blanks", "regulation", " \n\n", "1:1 YML001 : the file is empty"),
    ("only a comment", "regulation", "# nothing\n", "1:1 YML001 : the file is empty"),
    ("syntax", "regulation", "id: [a\nb: c", "2:2 YML004 : YAML syntax: did not find expected ',' or ']'"),
    ("tab", "regulation", "id: a\n\ttitle: b", "2:1 YML004 : YAML syntax: found a tab character that violates indentation"),
    (
        "duplicate key",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    id: two\n    text: {zh: 甲}\n",
        "7:5 YML008 body[0].id: the key 'id' stands twice here, or is not a text",
    ),
    (
        "comment behind a text",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    text:\n      zh: 保留编号 #3 的记录\n",
        "8:11 YML005 body[0].text.zh: ' #' behind an unquoted text: YAML drops the rest as a comment",
    ),
    ("anchor", "glossary", "terms: [&a {id: x}, *a]", "1:9 YML006 terms[1]: anchors and aliases (& and *) are not supported"),
    ("tag", "glossary", "terms: !!python/tuple [1]", "1:8 YML007 terms: tags (!) are not supported"),
    ("deep", "glossary", "terms: " + "[" * 99 + "]" * 99, "1:1 YML003 : nested more than 60 levels deep"),
    ("missing", "regulation", "id: rules\nedition: {version: 1}\n" + "body:\n" + ARTICLE, "1:1 FMT001 title: title is missing"),
    (
        "unknown field",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    txt: {zh: 甲}\n    title: {zh: 甲}\n",
        "7:5 FMT002 body[0].txt: unknown field txt",
    ),
    (
        "norm",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    norm: dutty\n    text: {zh: 甲}\n",
        "7:11 FMT003 body[0].norm: 'dutty' is not one of the allowed values",
    ),
    (
        "id",
        "regulation",
        HEAD + "  - article: 1\n    id: First_Reply\n    text: {zh: 甲}\n",
        "6:9 FMT004 body[0].id: 'First_Reply' is not of the expected form ^[a-z0-9]+(-[a-z0-9]+)*$",
    ),
    (
        "comma in braces",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    text: {zh: 甲, en: First, then second}\n",
        "7:30 FMT002 body[0].text.then second: a comma cut the text in {…}; 'then second' was left over",
    ),
    ("shape", "regulation", HEAD.replace("body:\n", "body: nothing\n"), "4:7 FMT005 body: 'nothing' stands where a list is expected"),
    (
        "fact value",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    facts:\n      f: {kind: duration, value: 24h}\n    text: {zh: '${f}'}\n",
        "8:34 FCT001 body[0].facts.f.value: '24h' is not a duration",
    ),
    (
        "bound",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    facts:\n      f: {kind: money, value: 1..2, bound: max}\n    text: {zh: '${f}'}\n",
        "8:10 FCT002 body[0].facts.f: the value '1..2' does not go with bound: max",
    ),
    (
        "currency",
        "regulation",
        HEAD + "  - article: 1\n    id: one\n    facts:\n      f: {kind: money, value: 1, unit: RMB}\n    text: {zh: '${f}'}\n",
        "8:40 FCT004 body[0].facts.f.unit: 'RMB' is not a unit of a money",
    ),
    (
        "half a question",
        "blueprint",
        "id: x\ntitle: {zh: 试}\nlimit_minutes: 30\ncut_score: 60%\nsections: [{title: {zh: 题}, type: true_false, count: 5.5, points: 1}]\n",
        "5:54 FMT008 sections[0].count: '5.5' is not a whole number",
    ),
    ("date", "regulation", HEAD.replace('"1"', "'1', effective: soon") + ARTICLE, "3:36 FMT008 edition.effective: 'soon' is not a date"),
    (
        "two nodes with one id",
        "regulation",
        HEAD + ARTICLE + "  - article: 2\n    body:\n      - {id: one, text: {zh: 乙}}\n    id: two\n    text: {zh: 乙}\n",
        "10:14 FMT015 body[1].body[0].id: the id 'one' stands twice in this regulation: body[0] and body[1].body[0] (the first in line 6)",
    ),
    (
        "two keys",
        "items",
        ("- id: x\n  type: single_choice\n  cites: {a/b: 12345678}\n  themes: [t]\n  stem: {zh: 问}\n"
        "  options: [{key: true, text: {zh: 甲}}, {key: true, text: {zh: 乙}}]\n"),
        "1:3 ITM001 [0]: single_choice: needs exactly one option with key: true, has 2",
    ),
    (
        "quota",
        "blueprint",
        ("id: b\ntitle: {zh: 卷}\nlimit_minutes: 9\ncut_score: 80%\nsections:\n"
        "  - {title: {zh: 一}, type: true_false, count: 2, points: 1, themes: {a: 3}}\n"),
        "6:5 BLP001 sections[0]: the quotas by themes add up to 3, more than the 2 items of the section",
    ),
    ("nothing yet", "regulation", 'id: a\ntitle: {zh: 甲}\nedition: {version: "1"}\nbody: []\n',
        "4:7 FMT006 body: body is empty: there is nothing in it yet"),
    ("nothing in a list of choices", "blueprint",
        ("id: b\ntitle: {zh: 卷}\nlimit_minutes: 9\ncut_score: 80%\nsections: []\n"),
        "5:11 FMT006 sections: sections is empty: there is nothing in it yet"),
    ("points", "blueprint",
        ("id: b\ntitle: {zh: 卷}\nlimit_minutes: 0\ncut_score: most\nsections:\n"
        "  - {title: {zh: 一}, type: true_false, count: 2, points: -1}\n"),
        ("3:16 FMT006 limit_minutes: '0' is out of range (at least 1)\n"
        "4:12 FMT004 cut_score: 'most' is not of the expected form ^(\\d+(\\.\\d+)?%?|angoff)$\n"
        "6:58 FMT006 sections[0].points: '-1' is out of range (above 0)"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_fault_is_placed_and_explained(kind, text, expected):
    value, faults = loads(text, KINDS[kind], "f.yaml")
    shown = [f"{f.source.line}:{f.source.column} {f.code} {f.field}: {f.problem.en}" for f in faults]
    assert shown == (expected.splitlines() if "\n" in expected else expected.split("|"))
    assert value is None
    assert all(f.problem.zh and f.mend.zh and f.mend.en for f in faults)


def test_all_faults_of_a_file_are_reported_together():
    text = HEAD + "  - article: 1\n    txt: {zh: 甲}\n  - item: 1\n    norm: dutty\n    text: {zh: 乙, fr: deux}\n"
    _, faults = loads(text, KINDS["regulation"], "f.yaml")
    assert [(f.code, f.source.line) for f in faults] == [("FMT002", 6), ("FMT003", 8), ("FMT002", 9)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: a\n\ttitle: b", "缩进用了制表符（Tab），要用空格"),
        ("id: a\n规定\nbody: []", "少了半角冒号“: ”，或这一行的缩进不对"),
        ("title:\n   zh: 甲\n  en: A", "缩进和上面的不一致，或少了半角冒号“: ”"),
        ("title: {zh: 甲", "括号没有配对，或少了逗号"),
        ("title: '甲", "引号从这里开始，到文件末尾也没有结束"),
        ("title: 时间: 8点", "这里不能有“: ”；含它的文字要加引号，或缩进不对"),
        ("title: @all", "这里不能用这个字符开头（制表符、@、` 或 %）"),
    ],
)
def test_a_fault_of_notation_is_said_in_chinese_too(text, said):
    (fault,) = loads(text, KINDS["regulation"], "f.yaml")[1]
    assert (fault.code, fault.problem.zh) == ("YML004", f"YAML 语法错误：{said}")


def test_a_near_miss_gets_did_you_mean():
    _, faults = loads(HEAD + "  - artcle: 1\n    text: {zh: 甲}\n", KINDS["regulation"], "f.yaml")
    assert faults[0].mend.en == "did you mean article?"


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("标题: 规定\n编号: 客服".encode("gbk"), (1, 1)),
        (b"id: ok\ntitle: \xff\xfe", (2, 8)),
        (b"\x89PNG\r\n\x1a\n\0\0", (1, 1)),
    ],
)
def test_a_file_that_is_not_utf8_is_named_with_its_place(tmp_path, data, where):
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    value, faults = load(path, KINDS["regulation"], "bad.yaml")
    assert value is None
    assert [(f.code, f.source.line, f.source.column) for f in faults] == [("YML009", *where)]
    assert faults[0].problem.zh == "读不了这个文件：不是 UTF-8 编码"


def test_a_file_that_is_gone_is_not_called_badly_encoded(tmp_path):
    (fault,) = load(tmp_path / "gone.yaml", KINDS["regulation"])[1]
    assert (fault.code, fault.problem.zh) == ("YML009", "读不了这个文件：没有这个文件")
    assert "UTF-8" not in fault.mend.zh + fault.mend.en


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + ARTICLE).replace("\n", "\r\n").encode())
    value, faults = load(path, KINDS["regulation"])
    assert not faults
    assert value.body[0].text.zh == "甲"


@pytest.mark.parametrize("typed", ["8:30", "010", "1.10", "no", "1e3", "0x1F", "2026-12-01", "1_000", "~x"])
def test_scalars_are_what_was_typed(typed):
    value, faults = loads(HEAD + f"  - article: 1\n    id: one\n    text: {{zh: {typed}}}\n", KINDS["regulation"], "f")
    assert not faults
    assert value.body[0].text.zh == typed


ITEM = "- id: x\n  type: {type}\n  cites: {cites}\n  themes: {themes}\n  stem: {stem}\n"
SOUND = {"type": "true_false", "cites": "{a/b: null}", "themes": "[t]", "stem": "{zh: 问}"}

MENDS = [
    (
        "a word for a list",
        "items",
        {"themes": "leave"},
        "write [leave], or each entry on a line of its own behind '- '",
    ),
    ("keys for a list", "items", {"themes": "{a: b}"}, "write each entry on a line of its own behind '- '"),
    ("a list for keys", "items", {"cites": "[a/b]"}, "give each entry a value: {a/b: …}"),
    ("a text in one language", "items", {"stem": "问"}, "write {zh: …, en: …}, at least one of the two"),
    (
        "a letter for the key",
        "items",
        {"type": "single_choice\n  answer: B"},
        "write true or false for true_false; a choice has no answer: mark the right option with key: true",
    ),
    (
        "a mark of a citation",
        "items",
        {"cites": "{a/b: 123}"},
        "the program writes this mark: put null in its place, then run guizhang items accept ITEM",
    ),
    (
        "a mark of a translation",
        "regulation",
        HEAD + ARTICLE + "    translated_from: {en: 123456789}\n",
        "the program writes this mark: delete it, then run guizhang translate --accept REGULATION/PROVISION",
    ),
]


@pytest.mark.parametrize(("kind", "given", "mend"), [row[1:] for row in MENDS], ids=[row[0] for row in MENDS])
def test_a_mend_says_what_to_write(kind, given, mend):
    text = given if isinstance(given, str) else ITEM.format(**{**SOUND, **given})
    (fault,) = loads(text, KINDS[kind], "f.yaml")[1]
    assert fault.mend.en == mend
    assert "docs/formats.md" not in fault.mend.zh


def test_a_value_is_named_in_the_language_of_the_message():
    (fault,) = loads(ITEM.format(**{**SOUND, "cites": "[a/b]"}), KINDS["items"], "f.yaml")[1]
    assert fault.problem.zh == "这里应是“键: 值”，不是一个列表"
    assert fault.problem.en == "a list stands where keys with values are expected"
