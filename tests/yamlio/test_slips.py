"""Slips of the hand: rows of (what, source, place and code, what is said), and texts that hold none."""

from __future__ import annotations

import pytest

from guizhang.yamlio.content import KINDS
from guizhang.yamlio.load import loads

HEAD = 'id: rules\ntitle: {zh: 规定, en: Rules}\nedition: {version: "1"}\n'
BODY = "body:\n  - article: 1\n    id: one\n    text:\n"

COLON, COMMA, SPACE = (
    "a full-width ： stands here",
    "a full-width ， stands here",
    "a full-width or no-break space in the indentation",
)

SLIPS = [
    ("colon of a key", HEAD + "owner：boss\n" + BODY + "      zh: 甲\n", "4:6 YML011", COLON),
    ("colon of a key, with a space", HEAD + "owner ： boss\nadopted: true\n", "4:7 YML011", COLON),
    ("colon of a text", HEAD + BODY + "      zh：员工须打卡。\n      en: Clock in.\n", "8:9 YML011", COLON),
    ("colon behind a block", HEAD + BODY + "      zh: |\n        app：用法\n      en：B\n  - item: 1\n", "10:9 YML011", COLON),
    ("colon of a list", HEAD + "themes：\n  - leave\nadopted: true\n", "4:7 YML011", COLON),
    ("colon in braces", HEAD + BODY[:-1] + " {zh： 打卡, en: Clock}\n", "7:14 YML011", COLON),
    ("colon in braces, glued", HEAD + BODY[:-1] + " {zh：打卡}\n", "7:14 YML011", COLON),
    ("colon for a text", HEAD + BODY[:-1] + " zh：打卡\n", "7:13 YML011", COLON),
    ("comma in braces", HEAD + BODY[:-1] + " {zh: 打卡，en: Clock}\n", "7:18 YML011", COMMA),
    ("comma between quotes", HEAD + BODY[:-1] + ' {zh: "打卡"，"en": "Clock"}\n', "7:20 YML011", COMMA),
    ("comma in a list", HEAD + "themes: [leave，conduct]\n" + BODY + "      zh: 甲\n", "4:15 YML011", COMMA),
    ("mark of enumeration", HEAD + "themes: [leave、conduct]\n" + BODY + "      zh: 甲\n", "4:15 YML011", "a full-width 、 stands here"),
    ("braces", HEAD + BODY[:-1] + " ｛zh: 打卡, en: Clock｝\n", "7:11 YML011", "a full-width ｛ stands here"),
    ("brackets", HEAD + "themes: ［leave］\n" + BODY + "      zh: 甲\n", "4:9 YML011", "a full-width ［ stands here"),
    ("closing brace", HEAD + BODY[:-1] + " {zh: 打卡, en: Clock｝\n  - item: 1\n", "7:29 YML011", "a full-width ｝ stands here"),
    ("quotes with a colon", HEAD + BODY + "      zh: “注意: 打卡”\n", "8:11 YML011", "a full-width “ stands here"),
    ("quotes around a day", HEAD.replace('"1"', '"1", effective: “2026-12-01”') + BODY + "      zh: 甲\n", "3:36 YML011", "a full-width “ stands here"),
    ("closing quote", HEAD + BODY + '      zh: "打卡”\n      en: "Clock"\n', "8:14 YML011", "a full-width ” stands here"),
    ("indent", HEAD + BODY + "      zh: 甲\n\u3000     en: B\n", "9:1 YML011", SPACE),
    ("no-break indent", HEAD + BODY + "      zh: |\n        甲\n    \u00a0 en: B\n", "10:5 YML011", SPACE),
    ("indent of a key", HEAD + "\u3000owner: boss\n" + BODY + "      zh: 甲\n", "4:1 YML011", SPACE),
    ("dash", HEAD + "themes:\n  － leave\n  － conduct: x\n", "6:3 YML011", "a full-width － stands here"),
    ("comment", HEAD + "＃ ours\n" + BODY + "      zh: 甲\n", "4:1 YML011", "a full-width ＃ stands here"),
    ("colon without space", HEAD + "owner:boss\n" + BODY + "      zh: 甲\n", "4:6 YML004", "YAML syntax: the space behind the colon is missing"),
    ("colon without space in a text", HEAD + BODY + "      zh:甲\n      en: B\n", "8:9 YML004", "YAML syntax: the space behind the colon is missing"),
    ("colon without space in braces", HEAD + BODY[:-1] + " {zh:打卡, en: Clock}\n", "7:14 YML004", "YAML syntax: the space behind the colon is missing"),
    (
        "conflict",
        HEAD + BODY + "<<<<<<< HEAD\n      zh: 甲\n=======\n      zh: 乙\n>>>>>>> other\n      en: B\n",
        "8:1 YML010",
        "conflict marks of a merge (<<<<<<<, =======, >>>>>>>), lines 8, 10, 12",
    ),
    (
        "conflict inside a quoted text",
        HEAD + BODY + '      zh: "甲\n<<<<<<< HEAD\n乙\n||||||| base\n=======\n丙\n>>>>>>> other\n丁"\n',
        "9:1 YML010",
        "conflict marks of a merge (<<<<<<<, =======, >>>>>>>), lines 9, 11, 12, 14",
    ),
    ("a mark left over", HEAD + "=======\n" + BODY, "4:1 YML010", "conflict marks of a merge (<<<<<<<, =======, >>>>>>>), line 4"),
    (
        "quote to the end",
        HEAD + BODY + '      zh: "打卡。\n      en: Clock in.\n',
        "8:11 YML004",
        "YAML syntax: a quotation mark opens here and does not end before the file does",
    ),
    (
        "quote to the next",
        HEAD + BODY + '      zh: "打卡。\n      en: Clock in.\n  - article: 2\n    sources: ["a:1"]\n',
        "8:11 YML004",
        "YAML syntax: a quotation mark opens here and ends only in line 11",
    ),
    (
        "quote to an apostrophe",
        HEAD + BODY + "      zh: '打卡。\n      en: Don't be late.\n",
        "8:11 YML004",
        "YAML syntax: a quotation mark opens here and ends only in line 9",
    ),
    (
        "quote in braces",
        HEAD.replace("规定,", '"规定,') + BODY + '      zh: "打卡"\n',
        "2:13 YML004",
        "YAML syntax: a quotation mark opens here and ends only in line 3",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "where", "said"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_a_slip_is_named_where_it_was_made(text, where, said):
    value, faults = loads(text, KINDS["regulation"], "f.yaml")
    assert value is None
    first = faults[0]
    assert (f"{first.source.line}:{first.source.column} {first.code}", first.problem.en) == (where, said)
    assert first.problem.zh
    assert first.mend.zh
    assert first.mend.en


OTHERS = [
    ("a colon inside a text", HEAD + BODY + "      zh: 甲\n        app：乙\n      en: Note: B\n", "10:15"),
    ("signs inside a text", HEAD + BODY + "      zh: 见｛甲｝，“乙”：丙\n     en: B\n", "9:6"),
    ("signs inside a block", HEAD + BODY + "      zh: |\n        app：甲\n        － 乙\n     en: B\n", "11:6"),
    ("an address", HEAD + BODY + "      zh: 甲\n        http://a.example\n      en: Note: B\n", "10:15"),
    ("a long quoted text", HEAD + BODY + '      zh: "甲\n        乙" 丙\n', "9:12"),
]


@pytest.mark.parametrize(("text", "where"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_signs_in_the_words_of_a_rule_are_not_blamed_for_another_fault(text, where):
    (fault,) = loads(text, KINDS["regulation"], "f.yaml")[1]
    assert (fault.code, f"{fault.source.line}:{fault.source.column}") == ("YML004", where)
    assert fault.mend.en.startswith("check indentation")


@pytest.mark.parametrize(
    "words",
    [
        "见｛甲｝",
        "“微笑服务”：见附件，app：甲",
        "'甲：乙，丙'",
        "|\n        <<<<<<< 甲\n        =======\n        zh：乙",
    ],
)
def test_full_width_signs_of_a_text_are_no_fault(words):
    assert not loads(HEAD + BODY + f"      zh: {words}\n", KINDS["regulation"], "f.yaml")[1]
