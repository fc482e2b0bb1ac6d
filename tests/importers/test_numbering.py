"""Numbers that break off or begin anew, as findings."""

from __future__ import annotations

import pytest

from guizhang.importers.numbering import check_converter, check_numbers
from guizhang.importers.pipeline import import_text
from guizhang.importers.source import CONVERTED

ANEW = "考勤制度\n第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 休假\n第一条 丙。\n第二条 丁。\n第三章 附则\n第一条 戊。\n第二条 己。\n"
RUNNING = "考勤制度\n第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 休假\n第三条 丙：\n1、一；\n2、二；\n第四条 丁：\n1、三；\n2、四。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (ANEW, CONVERTED, [(6, "number-converted", "articles begin anew 2 times")]),
        (ANEW, "docx", []),
        (ANEW, "utf-8", []),
        (RUNNING, CONVERTED, []),
    ],
)
def test_articles_that_begin_anew_in_a_converted_file_may_run_on_in_the_original(text, encoding, found):
    documents = import_text(text.encode(), "a.txt").documents
    given = check_converter(list(check_numbers(documents)), documents, encoding)
    said = [(f.line, f.code, f.en.split(": ")[1].split(",")[0]) for f in given]
    assert said == found
