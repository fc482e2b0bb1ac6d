"""The whole book as PDF: nothing lost, everything in order, nothing that was not to be seen."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from pypdfium2 import raw

from guizhang.book.gather import gather
from guizhang.book.pdf import book_pdf
from guizhang.book.view import book_view
from guizhang.diagnostics import Faulty
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Edition, Level, Node, Regulation, walk
from guizhang.model.text import Text
from guizhang.printing.pdf import SUBSTITUTE, Typesetter
from tests.book.conftest import TODAY
from tests.book.reading import bookmarks, in_order, link_pages, pages_of, said, squeezed

LANGUAGES = ("zh", "en", "both")
_FURNITURE = re.compile(r"(?:第\d+页，共\d+页|Page\d+of\d+)")


def made(handbook, language="both", *, on=TODAY, regulations=(), role=None, **how) -> bytes:
    done = book_pdf(gather(handbook, on=on, regulations=regulations, role=role), language, **how)
    assert not done.diagnostics
    return done.data


@pytest.fixture(scope="module")
def pdfs(handbook, cjk_font):
    return {language: made(handbook, language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_rule_is_there_in_order(handbook, pdfs, language):
    text = "".join(pages_of(pdfs[language]))
    for lang in ("zh", "en") if language == "both" else (language,):
        for regulation in handbook.regulations:
            assert in_order(said(handbook, regulation, lang), text) is None


@pytest.mark.parametrize("stacked", [False, True])
def test_a_missing_translation_is_said_and_a_stale_one_is_marked(handbook, cjk_font, stacked):
    text = "".join(pages_of(made(handbook, "both", stacked=stacked)))
    missing, stale = squeezed("〔Not translated yet; the Chinese text stands.〕"), "原文已改"
    assert in_order(["这一条还没有译文。", missing], text) is None
    assert text.count(missing) == 1
    assert stale not in text  # it is the English that is stale, so the English says so
    assert in_order(["This was made from an older text.", "being revised〕"], text) is None


@pytest.mark.parametrize(
    ("lang", "missing"),
    [("zh", "Not translated yet; the Chinese text stands."), ("en", "本段还没有中文译文，以下为英文。")],
)
def test_rules_in_one_language_have_the_page_to_themselves_and_say_once_that_the_other_is_missing(lang, missing):
    def rules(name, **other):
        body = tuple(Node(article=str(n), id=f"a{n}", text=Text(**{lang: f"{name} {n}"}, **other)) for n in (1, 2))
        return Regulation(id=name, title=Text(**{lang: name}), edition=Edition(version="1"), body=body)

    in_both = rules("both", **{"en" if lang == "zh" else "zh": "…"})
    settings = Settings(title=Text(zh="册", en="Book"), company=Text(zh="甲", en="A"))
    view = book_view(gather(Handbook(settings=settings, regulations=(rules("alone"), in_both)), on=TODAY), "both")
    alone, both = view["parts"][0]["documents"]
    for document, columns, notes in ((alone, [lang], [missing]), (both, ["zh", "en"], [])):
        rows = [row for block in document["blocks"] for row in block["rows"]]
        assert [[cell["lang"] for cell in row["cells"]] for row in rows] == [columns] * 2
        cells = [cell for row in (*document["facts"], *rows) for cell in row["cells"]]
        assert [cell["note"] for cell in cells if "note" in cell] == notes


@pytest.mark.parametrize(("lang", "every"), [("zh", 1), ("en", 4)])
def test_the_reference_handbook_comes_back_whole(reference, cjk_font, lang, every):
    chosen = reference.regulations[::every]
    book = gather(reference, on=TODAY, regulations=[regulation.id for regulation in chosen])
    pages = pages_of(book_pdf(book, lang).data)
    title, company = reference.settings.title.get(lang), reference.settings.company.get(lang)
    heads = {
        squeezed(f"{title}{d.title.get(lang)}{d.edition.get(lang) if d.edition else ''}")
        for p in book.parts
        for d in p.documents
    }
    foot = re.compile(re.escape(squeezed(company)) + r".{0,16}?" + _FURNITURE.pattern)
    text = "".join(_without(page, heads, foot) for page in pages)
    for regulation in chosen:
        assert in_order(said(reference, regulation, lang), text) is None, regulation.id


def _without(page, heads, foot):
    """Return the text of a page without its head and foot: a paragraph may go on behind them."""
    page = foot.sub("", page)
    head = max((head for head in heads if page.startswith(head)), key=len, default="")
    return page.removeprefix(head)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bookmarks_name_every_heading_and_lead_to_its_page(handbook, pdfs, language):
    pages, marks = pages_of(pdfs[language]), bookmarks(pdfs[language])
    wanted = [
        place.node.title
        for regulation in handbook.regulations
        for place in walk(regulation)
        if place.node.title and place.node.level is not Level.PARAGRAPH
    ]
    for lang in ("zh", "en") if language == "both" else (language,):
        assert in_order([title.either(lang) for title in wanted], "".join(mark.title for mark in marks)) is None
    first = "规章制度" if language != "en" else "Regulations"
    assert marks[0].title.startswith(first)
    assert [mark.level for mark in marks[:8]] == [0, 1, 2, 3, 4, 5, 4, 5]
    for title in wanted:
        name = squeezed(title.either("en" if language == "en" else "zh"))
        assert any(name in mark.title and name in pages[mark.page] for mark in marks if mark.level > 0), title


def test_the_contents_give_the_pages_the_chapters_stand_on(handbook, cjk_font):
    pdf = made(handbook, "zh")
    contents = pages_of(pdf)[1]
    marks = {mark.title: mark.page + 1 for mark in bookmarks(pdf)}
    for title in (
        "请假规定",
        "第一编总则编",
        "第一章基本规则",
        "第二节申请",
        "来访规定",
        "旧规定",
        "前台话术",
        "请假单",
        "术语",
    ):
        assert f"{title}{marks[title]}" in contents
    assert "怎样请假" not in contents  # articles stand in the contents of a document printed alone


def test_a_document_printed_alone_lists_its_articles(handbook, cjk_font):
    pages = pages_of(made(handbook, "en", regulations=["visitors"]))
    assert "Art.1Greeting3Art.2Filing3" in pages[1]
    assert "Visitors" in pages[0]
    assert len(pages) == 3


def test_references_lead_where_they_say(handbook, pdfs):
    pdf = pdfs["zh"]
    pages = pages_of(pdf)
    links = link_pages(pdf)
    leave, visitors = (next(i for i, t in enumerate(pages) if part in t) for part in ("本规定说明怎样请假", "起立问候"))
    script = next(i for i, text in enumerate(pages) if "来访者走到前台" in text)
    assert links.count((leave, leave)) == 2, "第二条 and 第四条之一"
    assert (leave, visitors) in links, "《来访规定》"
    assert (script, visitors) in links, "the rule behind the script"
    assert all(0 <= target < len(pages) for _, target in links)


def test_a_book_of_one_regulation_has_no_link_to_another(handbook, cjk_font):
    pdf = made(handbook, "zh", regulations=["leave"])
    assert "《来访规定》" in "".join(pages_of(pdf))
    assert all(source == 1 or target == 2 for source, target in link_pages(pdf))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_whose_book_this_is_and_where_one_is(handbook, pdfs, language):
    pages = pages_of(pdfs[language])
    title, company = ("Samplehandbook", "ExampleLtd") if language == "en" else ("示例手册", "示例公司")
    for number, text in enumerate(pages[1:], 2):
        words = {"zh": f"第{number}页，共{len(pages)}页", "en": f"Page{number}of{len(pages)}"}
        for lang in ("zh", "en") if language == "both" else (language,):
            assert words[lang] in text
        assert company in text
        assert title in text or number == 2
    leave = next(
        text
        for text in pages
        if ("只有中文" in text and "第二条" in text) or ("Askingforleave" in text and "3workingdays" in text)
    )
    assert leave.startswith(
        {"zh": "示例手册请假规定2.0版", "en": "SamplehandbookLeaveEdition2.0"}.get(language, "示例手册")
    )


@pytest.mark.parametrize(
    ("on", "regulation", "words"),
    [
        ("2026-11-22", "leave", "尚未施行：自2027年1月1日起施行。"),
        ("2027-01-01", "leave", None),
        ("2026-06-29", "old", None),
        ("2026-06-30", "old", "已废止：自2026年6月30日起不再施行。"),
    ],
)
def test_the_day_decides_what_is_in_force(handbook, on, regulation, words):
    from datetime import date

    book = gather(handbook, on=date.fromisoformat(on), regulations=[regulation])
    notice = book.rules[0].notice
    assert (notice.zh if notice else None) == words


def test_a_version_announced_says_that_the_rest_is_in_force(handbook):
    from dataclasses import replace
    from datetime import date

    from guizhang.model.edition import EditionRecord

    record = EditionRecord(id="2", issued=date(2026, 11, 20), regulations={"leave": "2.0"}, renewed=("leave",))
    announced = replace(handbook, editions=(record,))
    for on, there in ((date(2026, 12, 31), True), (date(2027, 1, 1), False)):
        notice = gather(announced, on=on, regulations=["leave"]).rules[0].notice
        assert (notice is not None and "其余条款照常施行" in notice.zh) is there


def test_which_text_prevails_and_since_when_is_printed(pdfs):
    text = "".join(pages_of(pdfs["both"]))
    assert in_order(["版本", "2.0", "施行日期", "2027年1月1日", "中英文同等有效", "both texts equally"], text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_never_see_what_is_not_adopted_or_under_review(owners, pdfs, language):
    text = "".join(pages_of(pdfs[language]))
    for secret in ("绝密", "confidential", "备注甲", "remark A", "员工不得看到", "must not see", "未采用"):
        assert squeezed(secret) not in text


@pytest.mark.parametrize(
    ("role", "there", "gone"),
    [
        (
            "reception",
            ["怎样请假", "起立问候", "您好，我是〔姓名〕。", "来访登记簿", "节选：只含适用于前台接待的条款"],
            ["由档案员保存"],
        ),
        (
            "clerk",
            ["怎样请假", "由档案员保存", "请假单", "节选：只含适用于档案员的条款"],
            ["起立问候", "您好", "来访登记簿"],
        ),
    ],
)
def test_a_role_gets_what_applies_to_it(handbook, cjk_font, role, there, gone):
    text = "".join(pages_of(made(handbook, "zh", role=role)))
    assert [words for words in there if words not in text] == []
    assert [words for words in gone if words in text] == []
    assert f"适用岗位：{handbook.settings.roles[role].name.zh}" in text


HOSTILE = (
    '#import "x": y',
    '#set page(paper: "a5")',
    "$x^2$ *b* _i_ `c` @ref <label> // gone? /* gone? */",
    "<script>alert(1)</script> &amp; <b>bold</b>",
    '=HYPERLINK("x") +1 -1 @A1',
    "\\#{}[]() ~ -- --- ... 'q' \"q\"",
    "= heading",
    "1. list",
    "${not closed",
)


def hostile(texts) -> Handbook:
    body = tuple(
        Node(article=str(n), id=f"a{n}", title=Text(zh=text, en=text), text=Text(zh=text, en=text))
        for n, text in enumerate(texts, 1)
    )
    regulation = Regulation(
        id="r", title=Text(zh=texts[0], en=texts[0]), edition=Edition(version=texts[0][:40]), body=body
    )
    return Handbook(
        Settings(title=Text(zh=texts[0], en=texts[0]), company=Text(zh=texts[1], en=texts[1])), (regulation,)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_in_a_text_is_text(cjk_font, language):
    pages = pages_of(made(hostile(HOSTILE), language))
    text = "".join(pages)
    for said_there in HOSTILE:
        # As title and as text, in each language that is printed.
        assert text.count(squeezed(said_there)) >= (4 if language == "both" else 2), said_there


def test_a_title_of_300_characters_loses_nothing(cjk_font):
    long = Text(zh="规" * 150 + "定" * 150, en="Rules " * 49 + "finish")
    node = Node(chapter="1", id="c", title=long, body=(Node(article="1", id="a", title=long, text=long),))
    regulation = Regulation(id="r", title=long, edition=Edition(version="1"), body=(node,))
    book = Handbook(Settings(title=long, company=long), (regulation,))
    for language in LANGUAGES:
        text = "".join(pages_of(made(book, language)))
        for lang in ("zh", "en") if language == "both" else (language,):
            # Cover, title, chapter, article and its text; the head of a page gives the beginning.
            assert text.count(squeezed(long.get(lang))) >= 5
    assert "…版本" not in text
    assert "…1版" in text


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_longer_than_a_line_goes_on_in_the_next(cjk_font, language, stacked):
    word = "Donaudampfschifffahrt" * 12
    long = Text(zh=f"见 {word}。", en=f"See {word}.")
    item = Node(item="1", label=word[:30], id="i", text=long)
    node = Node(chapter="1", id="c", title=long, body=(Node(article="1", id="a", title=long, text=long, body=(item,)),))
    regulation = Regulation(id="r", title=long, edition=Edition(version=word[:50]), body=(node,))
    book = Handbook(Settings(title=long, company=long, edition=word[:50]), (regulation,))
    document = pypdfium2.PdfDocument(made(book, language, stacked=stacked))
    right_margin = 18 / 25.4 * 72
    for page in document:
        text = page.get_textpage()
        signs = range(text.count_chars())
        ends = [text.get_charbox(n)[2] for n in signs if text.get_text_range(n, 1).strip()]
        assert max(ends) <= page.get_width() - right_margin + 1
    # As often as it is printed it is there to its end; an address that fits on a line is there as it was written.
    said_there = "".join(pages_of(made(book, language, stacked=stacked))).replace("\u200b", "")
    assert said_there.count(word) >= (8 if language == "both" else 4)
    address = "customer-service.team@example.com"
    text = Text(zh=f"请写信到 {address}。", en=f"Write to {address}.")
    short = Handbook(book.settings, (regulation.model_copy(update={"body": (Node(article="1", id="a", text=text),)}),))
    assert squeezed(address) in "".join(pages_of(made(short, language, stacked=stacked)))


@pytest.mark.parametrize("language", ["zh", "both"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(cjk_font, language):
    """Behind one line more each time, so that somewhere each heading would be the last line of a page."""
    line, long = Text(zh="一行。", en="One line."), Text(zh="正文" * 60, en="The text goes on. " * 14)

    def rules(lines: int) -> Regulation:
        article = Node(article="1", id="a", title=Text(zh="标题", en="Title"), text=long)
        chapter = Node(chapter="1", id="c", title=Text(zh="章名", en="Chapter title"), body=(article,))
        body = (*(Node(text=line) for _ in range(lines)), chapter)
        return Regulation(id=f"r{lines}", title=line, edition=Edition(version="1"), body=body)

    everything = tuple(rules(lines) for lines in range(20, 50))
    book = Handbook(Settings(title=Text(zh="手册", en="Book"), company=Text(zh="公司", en="Co")), everything)
    pdf = made(book, language)
    pages, marks = pages_of(pdf), bookmarks(pdf)
    turned = set()
    chapters = [mark for mark in marks if mark.title.startswith("第一章")]
    articles = [mark for mark in marks if mark.title.startswith("第一条")]
    assert len(chapters) == len(articles) == len(everything)
    for regulation, chapter, article in zip([m for m in marks if m.level == 1], chapters, articles, strict=True):
        assert chapter.page == article.page
        assert "正文正文" in pages[article.page]
        turned.add(chapter.page - regulation.page)
    assert turned >= {0, 1}, "the heading has to come near the foot of a page, and then go over to the next"


def test_the_same_book_gives_the_same_bytes(handbook, pdfs):
    assert made(handbook) == pdfs["both"]


def test_the_pdf_says_what_it_is_and_brings_its_fonts(pdfs):
    document = pypdfium2.PdfDocument(pdfs["both"])
    data = document.get_metadata_dict()
    assert (data["Title"], data["Author"]) == ("示例手册 Sample handbook", "示例公司 Example Ltd")
    fonts = [raw.FPDFTextObj_GetFont(o) for page in document for o in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
    assert fonts
    assert all(raw.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_sheet_is_the_one_asked_for(handbook, cjk_font, paper, size):
    document = pypdfium2.PdfDocument(made(handbook, "en", regulations=["visitors"], paper=paper))
    assert {tuple(map(round, page.get_size())) for page in document} == {size}


def test_a_register_lies_on_its_side(handbook, pdfs):
    document = pypdfium2.PdfDocument(pdfs["en"])
    flipped = [
        squeezed(page.get_textpage().get_text_range()) for page in document if page.get_width() > page.get_height()
    ]
    assert len(flipped) == 1
    assert in_order(["Visitor book", "Arrival", "time", "visitor", "twenty-four hours"], flipped[0]) is None


def test_scripts_etiquette_records_and_terms_are_there(pdfs):
    text = "".join(pages_of(pdfs["both"]))
    for parts in (
        [
            "情形",
            "来访者走到前台",
            "员工",
            "您好，我是〔姓名〕。",
            "原话",
            "请坐。",
            "不要说",
            "你找谁？",
            "太生硬。",
            "《来访规定》第一条",
        ],
        ["At the desk", "Good morning, I am [name].", "word for word", "Never say", "Visitors, Art. 1"],
        ["要", "双手自然下垂。", "不要", "不抱胸。"],
        ["请假单", "每次请假一张。", "*姓名", "□病假sick", "□事假personal", "签名signature"],
        ["术语", "来访者", "不在本公司工作的人。", "访客"],
    ):
        assert in_order(parts, text) is None


@pytest.fixture
def no_chinese_font(monkeypatch):
    monkeypatch.setattr(Typesetter, "family", None)


def test_without_a_chinese_font_only_chinese_stops(handbook, no_chinese_font):
    english = Handbook(
        Settings(title=Text(en="Book"), company=Text(en="Co")),
        (Regulation(id="r", title=Text(en="Rules"), edition=Edition(version="1"), authoritative="en",
                    body=(Node(article="1", id="a", text=Text(en="Be kind.")),)),),
    )  # fmt: skip
    assert "Bekind." in "".join(pages_of(made(english, "en")))
    with pytest.raises(Faulty) as caught:
        made(handbook, "en")  # one article has no English yet
    (fault,) = caught.value.diagnostics
    assert fault.code == "BOK003"
    assert "fonts-noto-cjk" in fault.mend.en


def test_a_character_no_font_has_is_said_and_the_rest_is_printed(cjk_font):
    done = book_pdf(gather(hostile(["前\u0378后", "名称"]), on=TODAY), "zh")
    assert [(fault.code, str(fault.severity)) for fault in done.diagnostics] == [("EXM022", "warning")]
    assert "U+0378" in done.diagnostics[0].problem.en
    assert in_order([f"前{SUBSTITUTE}后", "名称"], "".join(pages_of(done.data))) is None
    assert b"pdfuaid:part" in done.data, "it stays readable for screen readers"


def test_without_a_chinese_font_what_cannot_be_drawn_is_a_question_mark(no_chinese_font):
    english = Handbook(
        Settings(title=Text(en="Book"), company=Text(en="Co")),
        (Regulation(id="r", title=Text(en="Rules"), edition=Edition(version="1"), authoritative="en",
                    body=(Node(article="1", id="a", text=Text(en="Be \u0378 kind.")),)),),
    )  # fmt: skip
    done = book_pdf(gather(english, on=TODAY), "en")
    assert "Be?kind." in "".join(pages_of(done.data))
    (fault,) = done.diagnostics
    assert fault.problem.en.endswith("PDFs print ? instead")


def test_screen_readers_find_titles_headings_and_languages(pdfs):
    """Typst has refused to write what is no PDF/UA-1; the mark in the metadata is what readers look for."""
    for data in pdfs.values():
        assert b"pdfuaid:part" in data
        assert raw.FPDFCatalog_IsTagged(pypdfium2.PdfDocument(data))


def test_the_rows_of_a_table_stand_in_columns(cjk_font):
    rows = ("类别\t行为\t处理", "轻微\t迟到\t口头警告", "〃\t着装不整")
    body = tuple(Node(text=Text(zh=row)) for row in rows)
    rules = Regulation(id="penalties", title=Text(zh="过失"), edition=Edition(version="1"), body=body)
    book = Handbook(settings=Settings(title=Text(zh="册"), company=Text(zh="甲")), regulations=(rules,))
    document = pypdfium2.PdfDocument(made(book, "zh"))
    page = document[len(document) - 1].get_textpage()

    def left(words):
        index, _ = page.search(words).get_next()
        # To the nearest column: every character has a margin of its own.
        return round(page.get_charbox(index)[0] / 20)

    first, second, third = (
        {*map(left, ("类别", "轻微", "〃"))},
        {*map(left, ("行为", "迟到", "着装"))},
        {*map(left, ("处理", "口头"))},
    )
    assert len(first) == len(second) == len(third) == 1
    assert max(first) < min(second) < min(third)
