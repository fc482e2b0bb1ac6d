"""Facts, norms and references of a source in two languages are those of both."""

from __future__ import annotations

from guizhang.facts.lines import SourceLines
from guizhang.facts.report import facts_json
from guizhang.importers.bilingual.sides import sides
from guizhang.importers.pipeline import import_text

RULES = """\
储物柜规定
Locker Rules
第一条 员工须在三天内领取钥匙。
Article 1 Staff must collect the key within three days.
第二条 丢失钥匙的，赔偿40元。
Article 2 Whoever loses the key pays RMB 40.
第三条 第二条的款项交到前台。
Article 3 The sum in Article 2 is paid at reception.
"""


def test_what_both_languages_say_is_found_where_it_is_printed():
    result = import_text(RULES.encode(), "a.txt")
    (document,) = result.documents
    assert document.nodes[0].translation is not None
    found = facts_json(tuple(sides(result.documents)), SourceLines(result.text, result.numbers))
    assert sorted((fact["line"], fact["span"]) for fact in found["facts"]) == [
        (3, "三天"), (4, "three days"), (5, "40元"), (6, "RMB 40"),
    ]  # fmt: skip
    assert sorted((norm["line"], norm["norm"]) for norm in found["norms"] if norm["line"] < 5) == [
        (3, "duty"),
        (4, "duty"),
    ]
    assert sorted((one["line"], one["span"]) for one in found["references"]) == [(7, "第二条"), (8, "Article 2")]


def test_a_source_in_one_language_has_one_side():
    result = import_text("会客规定\n第一条 来客须登记。\n第二条 来客由前台接待。\n".encode(), "a.txt")
    assert tuple(sides(result.documents)) == result.documents
