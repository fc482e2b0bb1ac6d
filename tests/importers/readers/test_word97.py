"""Lists of Word 97-2003 files: read from their own tables, and put back into what LibreOffice made of them."""

from __future__ import annotations

import os

import pytest
from lxml import etree

from guizhang.importers.readers import office
from guizhang.importers.readers.compound import BrokenCompound, Compound
from guizhang.importers.readers.docx.numbering import Numbering
from guizhang.importers.readers.docx.styles import Styles
from guizhang.importers.readers.word97 import Level, read_lists
from guizhang.importers.readers.word97_numbers import restore
from tests.importers.readers.test_docx_numbering import CASES, RUNNING
from tests.importers.readers.test_office import into, needs_office
from tests.importers.readers.word97 import compound, marked, only_lists, with_lists
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, numbered, override, para, part, style

LISTS = (
    RUNNING
    + abstract(1, lvl(0, "%1.", start=3), kind="singleLevel")
    + num(1, 0)
    + num(2, 1)
    + num(3, 1, override(0, 7))
)


def test_streams_of_a_compound_file():
    whole = {"WordDocument": b"a" * 5000, "1Table": os.urandom(600_000)}
    file = Compound(compound(whole))
    assert (file.stream("WordDocument"), file.stream("1Table")) == (whole["WordDocument"], whole["1Table"])
    assert file.stream("0Table") is None


@pytest.mark.parametrize("size", [0, 30, 80, 512, 600, 3000])
def test_a_container_that_is_cut_off_is_broken(size):
    data = compound({"WordDocument": b"a" * 5000})
    with pytest.raises(BrokenCompound):
        Compound(data[:size]).stream("WordDocument")


def test_lists_of_a_word_file():
    lists = read_lists(only_lists(LISTS))
    assert lists is not None
    assert lists.lists[0][:2] == (
        Level("chineseCountingThousand", 1, "第%1章", legal=False, restart=None),
        Level("chineseCountingThousand", 1, "第%2条", legal=False, restart=0),
    )
    assert lists.lists[1] == (Level("decimal", 3, "%1.", legal=False, restart=None),)
    assert [(one.list, one.levels[0].start) for one in lists.instances] == [(0, 1), (1, 3), (1, 7)]


def test_tables_that_are_damaged_give_nothing_and_never_fail():
    data = only_lists(LISTS)
    assert read_lists(b"") is None
    assert read_lists(data[: len(data) - 700]) is None
    for place in range(512, len(data) - 512, 13):
        read_lists(data[:place] + b"\xff\xff\xff\xff" + data[place + 4 :])


def converted(*lists: str) -> etree._Element:
    return etree.fromstring(part("numbering", "".join(lists)).encode())


def test_a_converted_list_gets_back_what_was_lost():
    found = converted(
        abstract(1, lvl(0, "第%1章", "taiwaneseCountingThousand"), lvl(1, "第%2条", "taiwaneseCountingThousand"))
        + abstract(2, lvl(0, "%1、")) + num(1, 1) + num(2, 2)
    )  # fmt: skip
    held = read_lists(only_lists(abstract(0, lvl(0, "第%1章", "chineseCounting"), lvl(1, "第%2条", "chineseCountingThousand",
        more='<w:lvlRestart w:val="0"/>'), kind="multilevel") + num(1, 0)))  # fmt: skip
    assert held is not None
    # A Word file states nine levels, and so does what is converted from it.
    for place in range(2, 9):
        found[0].append(etree.fromstring(part("lvl", '<w:numFmt w:val="none"/>').encode()))
        found[0][-1].set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}ilvl", str(place))
    restore(found, held)
    numbering = Numbering(found, Styles(None))
    first, second = numbering.get(1), numbering.get(2)
    assert first is not None
    assert second is not None
    assert [(first.levels[at].kind, first.levels[at].restart) for at in (0, 1)] == [
        ("chineseCounting", None),
        ("chineseCountingThousand", 0),
    ]
    assert second.levels[0].kind == "decimal"


def test_lists_that_print_alike_are_told_apart_by_their_numerals_then_by_their_order():
    single = [abstract(at, lvl(0, "%1", kind), kind="singleLevel") + num(at, at) for at, kind in
              enumerate(("chineseCounting", "upperLetter", "decimalEnclosedParen"), 1)]  # fmt: skip
    held = read_lists(only_lists("".join(single)))
    assert held is not None
    found = converted(*(abstract(at, lvl(0, "%1", kind)) for at, kind in
                        enumerate(("taiwaneseCountingThousand", "upperLetter", "decimal"), 1)))  # fmt: skip
    restore(found, held)
    kinds = [
        node.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val")
        for node in found.iter("{*}numFmt")
    ]
    assert kinds == ["chineseCounting", "upperLetter", "decimalEnclosedParen"]


@needs_office
@pytest.mark.parametrize(
    "name",
    [
        "lvlRestart-0-articles-run-through",
        "lvlRestart-1-only-behind-the-first-level",
        "isLgl-prints-all-levels-decimal",
        "format-decimalEnclosedParen",
        "format-ideographEnclosedCircle",
        "format-chineseCountingThousand",
        "instances-of-one-list-count-on",
        "startOverride-works-once",
        "override-of-a-higher-level-shows-in-the-lower",
    ],
)
def test_numbers_of_a_word_97_file_are_those_word_prints(name, tmp_path):
    case = next(case for case in CASES if case.name == name)
    written = into("doc:MS Word 97", docx(case.body, numbering=marked(case.numbering)), tmp_path)
    extract = office.read(with_lists(written, case.numbering))
    assert [label.text for _, label in sorted(extract.labels.items())] == case.labels


@needs_office
def test_articles_that_are_headings_run_on_through_chapters(tmp_path):
    numbering = (
        RUNNING.replace("</w:abstractNum>", "") + lvl(2, "（%3）", "chineseCounting") + "</w:abstractNum>" + num(1, 0)
    )
    styles = "".join(
        style(f"Heading{n + 1}", f'{numbered(1, n)}<w:outlineLvl w:val="{n}"/>', name=f"heading {n + 1}")
        for n in (0, 1)
    )
    lines = [(1, "总则"), (2, "打卡。"), (1, "附则"), (2, "施行："), (0, "甲；"), (2, "解释。")]
    body = "".join(
        para(text, f'<w:pStyle w:val="Heading{level}"/>') if level else item(1, 2, text) for level, text in lines
    )
    written = into("doc:MS Word 97", docx(body, numbering=marked(numbering), styles=styles), tmp_path)
    assert office.read(with_lists(written, numbering)).text.split("\n") == [
        "第一章 总则",
        "第一条 打卡。",
        "第二章 附则",
        "第二条 施行：",
        "（一） 甲；",
        "第三条 解释。",
    ]
