"""Containers through the whole pipeline: automatic numbers, lines as users know them, nothing lost."""

from __future__ import annotations

import pytest

from guizhang.importers.outline import Kind, walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.refusal import ImportRefused
from guizhang.importers.report import ledger_json, outline_json
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, para, run

NUMBERING = abstract(
    0,
    lvl(0, "第%1章", "chineseCounting", suff="space"),
    lvl(1, "第%2条", "chineseCounting", suff="space", more='<w:lvlRestart w:val="0"/>'),
    lvl(2, "（%3）", "chineseCounting", suff="nothing"),
) + num(1, 0)
BODY = (
    para("访客管理规定")
    + item(1, 0, "总则")
    + item(1, 1, "访客须登记：")
    + item(1, 2, "出示证件；")
    + item(1, 0, "附则")
    + item(1, 1, "本规定自公布之日起施行。")
    + para(
        f"<w:del>{run('旧的要求').replace('w:t ', 'w:delText ').replace('/w:t>', '/w:delText>')}</w:del>{run('本条由前台执行。')}"
    )
)
WORD = docx(BODY, numbering=NUMBERING)
PAGE = (
    "<html><head><title>访客管理规定 - 内网</title><script>var a = 1</script></head>\n<body><nav>首页 &gt; 制度</nav>\n<h1>访客管理规定</h1>\n"
    "<p>第一条 访客须登记：</p>\n<ol style='list-style-type: decimal'>\n<li>出示证件；</li>\n<li>领取访客证。</li>\n</ol>\n"
    "<p>第二条 来访结束归还访客证。</p></body></html>"
).encode()


def shape(imported):
    def rows(nodes, depth):
        for node in nodes:
            yield depth, node.type.value, node.label, node.title or node.text, node.line
            yield from rows(node.children, depth + 1)

    return [row for document in imported.documents for row in rows(document.nodes, 0)]


def test_word_numbers_its_articles_and_lines_are_paragraphs():
    assert shape(import_text(WORD, "访客.docx")) == [
        (0, "chapter", "第一章", "总则", 2),
        (1, "article", "第一条", "访客须登记：", 3),
        (2, "item", "（一）", "出示证件；", 4),
        (0, "chapter", "第二章", "附则", 5),
        (1, "article", "第二条", "本规定自公布之日起施行。", 6),
        (2, "paragraph", "", "本条由前台执行。", 7),
    ]


def test_a_page_numbers_its_list_and_lines_are_those_of_its_source():
    assert shape(import_text(PAGE, "page.html")) == [
        (0, "article", "第一条", "访客须登记：", 4),
        (1, "item", "1.", "出示证件；", 6),
        (1, "item", "2.", "领取访客证。", 7),
        (0, "article", "第二条", "来访结束归还访客证。", 9),
    ]


@pytest.mark.parametrize(("data", "name"), [(WORD, "a.docx"), (PAGE, "a.html")])
def test_the_ledger_covers_text_and_what_was_left_out(data, name):
    imported = import_text(data, name)
    account = ledger_json(imported)
    ends = [0, *(span["end"] for span in account["spans"])]
    assert [span["start"] for span in account["spans"]] == ends[:-1]
    assert ends[-1] == account["source"]["chars"]
    made = sum(s["end"] - s["start"] for s in account["spans"] if s["kind"] == "generated")
    joins = imported.text.count("\n")
    assert account["source"]["chars"] - made - joins == account["source"]["native_chars"]


def test_automatic_numbers_are_generated_and_never_kept():
    imported = import_text(WORD, "a.docx")
    kept = "".join(imported.text[e.start : e.end] for e in imported.ledger if e.kind is Kind.KEPT)
    made = "".join(imported.text[e.start : e.end] for e in imported.ledger if e.kind is Kind.GENERATED)
    assert "第一条" not in kept
    assert made.replace(" ", "") == "第一章第一条（一）第二章第二条"
    assert all(node.line for document in imported.documents for node in walk(document.nodes))


def test_what_was_deleted_is_discarded_with_its_reason_and_place():
    discarded = outline_json(import_text(WORD, "a.docx"))["discarded"]
    assert {"lines": [7, 7], "reason": "tracked-deletion", "text": "旧的要求"} in discarded


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (WORD, "a.txt", "docx"),
        (WORD, "a", "docx"),
        (PAGE, "a.htm", "html"),
        ("第一条 甲。".encode("gbk"), "a.txt", "gb"),
    ],
)
def test_what_the_bytes_are_goes_before_the_suffix(data, name, kind):
    assert import_text(data, name).encoding.startswith(kind)


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xlsx", "a.html", "a.doc"])
def test_nothing_in_a_file_is_a_refusal_that_says_so(name):
    with pytest.raises(ImportRefused) as refused:
        import_text(b"", name)
    assert refused.value.reason_zh
    assert refused.value.mend_en
