"""Containers through the whole pipeline: automatic numbers, lines as users know them, nothing lost."""

from __future__ import annotations

from base64 import b64encode

import pytest

from guizhang.importers.accounting.report import ledger_json, outline_json
from guizhang.importers.outline import Kind, walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.refusal import ImportRefused
from guizhang.importers.source import read_source
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


LINES = ("访客管理规定", "第一条 访客须登记。", "第二条 罚款50元。")
SAVED_BY_WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="gb2312"><!--[if gte mso 9]><xml><w:WordDocument/></xml>'
    f"<![endif]--></head><body>{''.join(f'<p class=MsoNormal>{line}</p>' for line in LINES)}</body></html>"
)


def web_archive(page: str, encoding: str = "gb2312", head: str = "MIME-Version: 1.0") -> bytes:
    """Return a page as Word and browsers archive it: a mail with parts, a picture in front of the page."""
    parts = [
        ("image/png", "", b"iVBORw0KGgo="),
        (
            f'text/html; charset="{encoding}"',
            "<page>",
            b64encode(page.encode("gbk" if encoding == "gb2312" else encoding)),
        ),
    ]
    body = b"".join(
        f"--=_Part\r\nContent-Type: {kind}\r\nContent-ID: {key}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode()
        + content
        + b"\r\n"
        for kind, key, content in parts
    )
    return (
        f'{head}\r\nContent-Type: multipart/related; boundary="=_Part"; start="<page>"\r\n\r\n'.encode()
        + body
        + b"--=_Part--\r\n"
    )


@pytest.mark.parametrize(
    ("name", "data", "encoding"),
    [
        # What office systems and Word call a Word or an Excel file is often a page, a web archive or text.
        ("rules.doc", SAVED_BY_WORD.encode("gbk"), "html"),
        ("rules.doc", b"\xff\xfe" + SAVED_BY_WORD.replace("gb2312", "utf-16").encode("utf-16-le"), "html"),
        ("rules.wps", f'<?xml version="1.0"?>{SAVED_BY_WORD.replace("gb2312", "utf-8")}'.encode(), "html"),
        ("rules.docx", SAVED_BY_WORD.encode("gbk"), "html"),
        ("rules.xls", SAVED_BY_WORD.encode("gbk"), "html"),
        ("rules.doc", web_archive(SAVED_BY_WORD), "html"),
        ("rules.mht", web_archive(SAVED_BY_WORD, "utf-8", "From: <Saved by a browser>"), "html"),
        ("rules.doc", "\n".join(LINES).encode("gbk"), "gb18030"),
        ("rules.rtf", "\n".join(LINES).encode(), "utf-8"),
        ("rules.docx", "\n".join(LINES).encode("utf-16"), "utf-16-le"),
    ],
)
def test_what_is_written_in_a_file_decides_over_its_name(name, data, encoding):
    source = read_source(data, name)
    assert ([line for line in source.text.split("\n") if line], source.encoding) == (list(LINES), encoding)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("rules.doc", b'<?xml version="1.0"?><pkg:package/>', "it is a web page or XML file"),
        ("rules.doc", b"\0" * 5000, "it is no office document"),
        ("rules.rtf", b"\x89PNG" + bytes(range(256)), "it is no office document"),
        ("rules.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/png\n\nabc\n--a--", "no page in the web"),
    ],
)  # fmt: skip
def test_what_is_neither_text_nor_document_is_refused(name, data, reason):
    with pytest.raises(ImportRefused) as refused:
        read_source(data, name)
    assert reason in refused.value.reason_en
