import dataclasses
import posixpath
import re
import time

import pytest

from guizhang.model.handbook import Handbook, Settings
from guizhang.model.record import Record
from guizhang.model.regulation import Norm, Regulation
from guizhang.site import practice
from guizhang.site.blocks import blocks, children, top
from guizhang.site.brand import colour_css
from guizhang.site.colour import DARK_PAPER, LIGHT_PAPER, contrast, readable
from guizhang.site.compose import compose
from guizhang.site.contents import chapter_places, numbered_title
from guizhang.site.home import _size
from guizhang.site.fact_rows import regulation_rows, rule_name
from guizhang.site.paths import Addresses
from guizhang.site.texts import Prose


def page(handbook, path):
    return next(page for page in compose(handbook).pages if page.path == path)


def rows(handbook, name):
    """The lines of one of the pages made from facts."""
    prose, addresses = Prose(handbook), Addresses.of(handbook)
    return [
        row for r in handbook.regulations for row in regulation_rows(handbook, prose, addresses, r, frozenset({name}))
    ]


def regulation(handbook, name):
    return next(r for r in handbook.regulations if r.id == name)


def test_every_chapter_has_a_page_and_every_id_an_address(handbook):
    paths = [page.path for page in compose(handbook).pages]
    assert "regulations/complaints.html" in paths
    assert "regulations/complaints/taking.html" in paths
    assert "regulations/leave/basics.html" in paths
    assert "regulations/leave/second-part.html" in paths, "a part without chapters has a page of its own"
    assert "regulations/leave/first-part.html" not in paths, "a part with chapters is a heading of the contents"
    targets = Addresses.of(handbook.published()).targets
    assert targets["complaints/first-reply"] == "regulations/complaints/taking.html#first-reply"
    assert targets["leave/basics"] == "regulations/leave/basics.html"
    assert targets["leave/first-part"] == "regulations/leave.html#first-part"
    assert targets["without-articles/greeting"] == "regulations/without-articles.html#greeting"
    assert targets["telephone-scripts/answer"] == "scripts/telephone-scripts.html#answer"


def test_every_address_has_its_anchor_on_its_page(handbook):
    site = compose(handbook)
    html = {page.path: page.html for page in site.pages}
    for address, target in Addresses.of(handbook.published()).targets.items():
        path, _, anchor = target.partition("#")
        assert path in html, address
        if anchor:
            assert f'id="{anchor}"' in html[path], address


def test_links_between_pages_lead_somewhere(handbook):
    site = compose(handbook)
    files = {path for share in site.shares for path in share.files}
    ids = {page.path: set(re.findall(r' id="([^"]+)"', page.html)) for page in site.pages}
    for page in site.pages:
        for link in re.findall(r'href="([^"]+)"', page.html):
            target, _, anchor = link.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)) if target else page.path
            assert path in ids or path in files, f"{page.path}: {link}"
            if path == practice.PATH and "=" in anchor:
                continue  # names a round of questions, which its script reads
            assert not anchor or anchor in ids[path], f"{page.path}: {link}"


def test_toc_and_anchors_are_those_of_the_page(handbook):
    for shown in compose(handbook).pages:
        ids = re.findall(r' id="([^"]+)"', shown.html)
        assert len(ids) == len(set(ids)), f"{shown.path}: an id stands twice"
        entries = [shown.toc, *(entry.children for entry in shown.toc)]
        listed = [entry.anchor for level in entries for entry in level]
        assert set(listed) <= set(ids), shown.path
        assert shown.anchors <= set(ids), shown.path


def test_rows_keep_labels_depth_and_norms(handbook):
    prose = Prose(handbook)
    chapter = top(regulation(handbook, "complaints"))[1]
    first = blocks(prose, chapter.regulation, children(chapter))[0]
    assert (first.kind, first.anchor, first.address) == ("article", "first-reply", "complaints/first-reply")
    assert [row.depth for row in first.rows] == [0, 0, 1, 1]
    assert [row.label.zh if row.label else None for row in first.rows] == [None, None, "（一）", "（二）"]
    assert [row.norm for row in first.rows] == [Norm.DUTY, *[Norm.PROHIBITION] * 3]
    assert [row.word for row in first.rows] == [True, True, False, False], "the word stands once for a list"
    assert {row.widths for row in first.rows if row.label} == {(3, 2)}


WIDTHS = [
    ([{"item": "1"}, {"item": "2"}], (2, 2)),  # 1. below an item
    ([{"item": "1", "label": "⑴"}], (2, 2)),
    ([{"item": "1", "label": "12.3.4.5.6"}], (5, 5)),
    ([{"article": "1", "id": "a1", "label": "第1条"}], (3, 3)),
    ([{"item": "1", "label": "附件三之二（表）第一部分"}], (8, 4)),  # in English Annex 1
]


@pytest.mark.parametrize(("labels", "widths"), WIDTHS)
def test_labels_have_the_room_they_need_in_either_language(handbook, labels, widths):
    body = [{**label, "text": {"zh": "文。", "en": "Text."}} for label in labels]
    heading = {"item": "1", "id": "one", "title": {"zh": "一"}, "body": body}
    reg = Regulation.model_validate(
        {"id": "r", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": [heading]}
    )
    (block,) = blocks(Prose(handbook), reg, top(reg))
    assert {row.widths for row in block.rows} == {widths}


def test_a_text_of_several_lines_with_tabs_has_the_columns_of_its_longest_line(handbook):
    lines = {"zh": "级别\t金额\n一级\t100元\t说明", "en": "Level\tAmount"}
    table = {"article": "1", "id": "a1", "text": lines}
    reg = Regulation.model_validate({"id": "r", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": [table]})
    (row,) = blocks(Prose(handbook), reg, top(reg))[0].rows
    assert row.columns == 3
    assert row.text.zh.count('class="gz-tabbed"') == 2


def test_rules_without_articles_keep_their_printed_labels(handbook):
    reg = regulation(handbook, "without-articles")
    (block,) = blocks(Prose(handbook), reg, top(reg))
    assert (block.kind, block.label.zh, block.title.en) == ("article", "一、", "Greeting")
    assert [(row.label.zh, row.depth) for row in block.rows] == [("1.", 1), ("⑴", 2), ("2.", 1)]


def test_what_is_not_adopted_is_nowhere(handbook):
    site = compose(handbook)
    everything = "".join(p.html + p.title.either("zh") + p.description for p in site.pages)
    everything += "".join(data.decode() for data in site.assets.values())
    for hidden in (
        "secret-plan",
        "未采用的条款",
        "Provision not adopted",
        "员工不得看到",
        "绝密备注",
        "confidential note",
    ):
        assert hidden not in everything


def test_missing_and_stale_translations_are_marked(handbook):
    html = page(handbook, "regulations/leave/basics.html").html
    cell = re.search(r'<div class="gz-cell gz-cell-missing" lang="en">(.*?)</div>', html, re.DOTALL)
    assert "Not translated yet" in cell[1]
    assert 'lang="zh-Hans" data-keep data-search-exclude="1">这一条还没有译文。' in cell[1]
    assert html.count("this translation is being revised") == 1
    assert html.index("this translation is being revised") < html.index("made from an older text")


def chapter(*articles, version="1"):
    """The page of a chapter with *articles*, each a list of texts."""
    body = [
        {"article": str(i), "id": f"a{i}", "text": texts[0], "body": [{"item": str(n), "text": t} for n, t in enumerate(texts[1:], 1)]}
        for i, texts in enumerate(articles, 1)
    ]  # fmt: skip
    tree = {"chapter": "1", "id": "c", "title": {"zh": "章"}, "body": body}
    made = Regulation.model_validate(
        {"id": "r", "title": {"zh": "规"}, "edition": {"version": version}, "body": [tree]}
    )
    return page(Handbook(_settings(), (made,)), "regulations/r/c.html").html


NOT_YET, PAGE_NOT_YET = "Not translated yet", "This page is not translated yet"


@pytest.mark.parametrize(
    ("articles", "on_page", "in_cells"),
    [
        ([[{"zh": "甲"}, {"zh": "乙"}], [{"zh": "丙"}]], 1, 0),
        ([[{"zh": "甲"}, {"zh": "乙"}, {"zh": "丁"}], [{"zh": "丙", "en": "C"}]], 0, 1),
        ([[{"zh": "甲", "en": "A"}, {"zh": "乙"}, {"zh": "丁"}]], 0, 2),
        ([[{"zh": "甲", "en": "A"}, {"zh": "乙", "en": "B"}]], 0, 0),
    ],
)
def test_what_is_not_translated_is_said_once_where_nothing_around_it_is(articles, on_page, in_cells):
    html = chapter(*articles)
    assert (html.count(PAGE_NOT_YET), html.count(NOT_YET)) == (on_page, in_cells)
    missing = sum("en" not in text for texts in articles for text in texts)
    assert html.count('class="gz-fallback"') == missing, "each still shows the text that stands"


def test_the_draft_of_an_import_is_called_a_draft():
    assert '<span lang="zh-Hans">草稿 · 以中文为准</span>' in chapter([{"zh": "甲"}], version="draft")
    assert '<span lang="zh-Hans">2 版 · 以中文为准</span>' in chapter([{"zh": "甲"}], version="2")


def test_texts_with_tabs_are_rows_of_one_table():
    html = chapter([{"zh": "按下表："}, {"zh": "事假\t三天<b>\t经理"}, {"zh": "〃\t四天"}], [{"zh": "病假\t五天"}])
    assert html.count('gz-c3"') == 2, "both rows have the columns of the longer one"
    assert html.count('gz-c2"') == 1, "what stands in another article is another table"
    cells = '<span class="gz-tabbed"><span>事假</span>\t<span>三天&lt;b&gt;</span>\t<span>经理</span></span>'
    assert html.count(cells) == 2, "in its cell and beside it, for who reads English"


def test_deadlines_use_the_parameter(handbook):
    (row,) = rows(handbook, "deadlines")
    (figure,) = row.figures
    assert (figure.words.zh, figure.words.en, figure.bound.zh) == ("12小时", "12 hours", "最多")
    assert row.text.en == "time to first reply, from receipt of the complaint"
    assert row.cited[0].target == "regulations/complaints/taking.html#first-reply"
    assert rule_name(row.cited[0]).zh == "第一条 首次回复"


def figures(facts, text):
    """The rows a regulation with *facts* in one article makes."""
    body = [
        {"article": "1", "id": "a", "facts": facts, "norm": "duty", "text": {"zh": text, "en": text}},
    ]
    reg = Regulation.model_validate({"id": "r", "title": {"zh": "甲"}, "edition": {"version": "1"}, "body": body})
    return Handbook(_settings(), (reg,))


def _settings(**more):
    return Settings.model_validate({"title": {"zh": "手册"}, "company": {"zh": "公司"}, **more})


def test_figures_are_sorted_by_kind_and_size_and_say_their_sentence():
    facts = {
        "long": {"kind": "duration", "value": "P1M"},
        "short": {"kind": "duration", "value": "PT2H"},
        "fine": {"kind": "money", "value": "200"},
        "times": {"kind": "count", "value": "3", "unit": "times"},
    }
    book = figures(facts, "甲在${long}内。乙在${short}内；丙交${fine}，满${times}。")
    html = page(book, "at-a-glance/deadlines.html").html
    assert html.index("2小时") < html.index("1个月")
    assert [re.sub("<.*?>", "", row.text.zh) for row in rows(book, "deadlines")] == ["甲在1个月内。", "乙在2小时内"]
    assert [row.figures[0].words.zh for row in rows(book, "amounts")] == ["200元", "三次"]


def test_a_list_of_prohibitions_reads_as_sentences(handbook):
    assert [(row.text.zh, row.text.en) for row in rows(handbook.published(), "prohibitions")] == [
        (
            "首次回复时不得承诺超出权限的赔偿",
            "In the first reply an agent must not promise compensation beyond their authority",
        ),
        (
            "首次回复时不得评论同事或其他客户",
            "In the first reply an agent must not comment on colleagues or other customers",
        ),
    ]


def test_approvals_name_roles():
    body = [{
        "article": "1", "id": "a", "text": {"zh": "须批准。"},
        "approval": {"by": ["lead", "boss"], "matter": {"zh": "三天以上的假", "en": "leave over three days"}},
    }]  # fmt: skip
    reg = Regulation.model_validate({"id": "r", "title": {"zh": "甲"}, "edition": {"version": "1"}, "body": body})
    roles = {"lead": {"name": {"zh": "主管"}}, "boss": {"name": {"zh": "经理"}}}
    book = Handbook(_settings(roles=roles), (reg,))
    (row,) = rows(book, "approvals")
    assert (row.text.zh, row.by.zh, rule_name(row.cited[0]).zh) == ("三天以上的假", "主管 → 经理", "第一条")


def test_a_record_prints_its_figures(handbook):
    html = page(handbook, "records/wide-register.html").html
    assert "接到后在12小时内登记。" in html
    assert "Filled in within 12 hours." in html
    assert html.count('<th scope="col"') == 13, "a column each, and the row's number"
    assert html.count('<tr><td class="gz-rownumber">') == 20


def test_a_form_sets_short_fields_side_by_side():
    field = {"label": {"zh": "栏"}}
    record = Record.model_validate({
        "id": "f", "title": {"zh": "单"}, "purpose": {"zh": "用"},
        "sections": [{"title": {"zh": "节"}, "fields": [
            {"id": "a", **field}, {"id": "b", "type": "date", **field}, {"id": "c", "type": "long_text", **field},
            {"id": "d", **field}, {"id": "e", "type": "choice", "options": [{"zh": "甲"}], **field},
        ]}],
    })  # fmt: skip
    html = page(Handbook(_settings(), records=(record,)), "records/f.html").html
    lines = [len(re.findall("<th", row)) for row in re.findall("<tr>.*?</tr>", html, re.DOTALL)]
    assert lines == [2, 1, 1, 1]


def test_a_role_page_lists_what_applies_to_it(handbook):
    reception = page(handbook, "roles/reception.html").html
    assert "complaints/taking.html#first-reply" in reception
    assert "leave/basics.html" in reception, "rules for everyone are there too"


@pytest.mark.parametrize("accent", ["#ffffff", "#000000", "#ffee00", "#1f5f8b", "#777777"])
def test_the_accent_is_readable_in_both_views(accent):
    assert contrast(readable(accent, LIGHT_PAPER), LIGHT_PAPER) >= 4.5
    assert contrast(readable(accent, DARK_PAPER), DARK_PAPER) >= 4.5
    for paper, colour in zip(
        (LIGHT_PAPER, DARK_PAPER), re.findall(r"--gz-accent:(#\w+)", colour_css(accent)), strict=False
    ):
        assert contrast(colour, paper) >= 4.5


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert readable("#1f5f8b", LIGHT_PAPER) == "#1f5f8b", "a colour that is readable already stays"


def test_twenty_articles_render_in_milliseconds():
    article = {"norm": "duty", "text": {"zh": "员工应当按时完成工作。" * 15, "en": "Staff shall finish on time. " * 20}}
    chapters = [{
        "chapter": "1", "id": "c",
        "body": [{"article": str(n), "id": f"a{n}", "title": {"zh": "条", "en": "Art"}, "body": [article, article]} for n in range(1, 21)],
    }]  # fmt: skip
    reg = Regulation.model_validate({"id": "r", "title": {"zh": "甲"}, "edition": {"version": "1"}, "body": chapters})
    book = Handbook(_settings(), (reg,))
    compose(book)  # templates are compiled once for each process
    best = min(_timed(lambda: compose(book)) for _ in range(3))
    assert best < 0.1, f"{best * 1000:.0f} ms"


def _timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_a_heading_in_one_language_stands_once(handbook):
    from guizhang.site.articles import blocks_html

    rules = Regulation.model_validate({
        "id": "dress", "title": {"zh": "着装"}, "edition": {"version": "1"},
        "body": [{"article": "1", "id": "all", "text": {"zh": "按下列要求。"}, "body": [{"item": "1", "title": {"zh": "前厅"}}]}],
    })  # fmt: skip
    html = blocks_html(blocks(Prose(handbook), rules, top(rules)))
    english = html.rsplit('<div class="gz-cell', 1)[1]
    assert html.count("前厅") == 2, "in its own language, and for whoever reads English alone"
    assert 'gz-cell-noted" lang="en"' in english
    assert '<strong class="gz-run gz-fallback" lang="zh-Hans" data-keep>前厅</strong>' in english


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ([{"article": "1", "id": "a", "text": {"zh": "一"}}, {"item": "1", "id": "b", "title": {"zh": "附件"}, "text": {"zh": "表"}}], "2 条"),
        ([{"item": "1", "id": "b", "title": {"zh": "一"}, "text": {"zh": "做事。"}}], "1 条"),
        ([{"item": "1", "id": "b", "title": {"zh": "一"}, "body": [{"item": n, "text": {"zh": "做事。"}} for n in "123"]}], "3 条"),
        ([{"text": {"zh": "序号\t处理"}}, {"text": {"zh": "1\t警告"}}], "1 条"),
    ],
)  # fmt: skip
def test_how_long_a_regulation_is(body, size):
    rules = Regulation.model_validate({"id": "x", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": body})
    assert _size(rules).zh == size


def test_a_chapter_that_keeps_its_english_label_says_it_once_and_without_its_own_sign(handbook):
    rules = Regulation.model_validate({
        "id": "house", "title": {"en": "House rules"}, "authoritative": "en", "edition": {"version": "1"},
        "body": [
            {"chapter": n, "id": f"c{n}", "label": f"CHAPTER {n}.", "title": {"en": name},
             "body": [{"article": n, "id": f"a{n}", "text": {"en": "Be on time."}}]}
            for n, name in (("1", "WORK"), ("2", "LEAVE"))
        ],
    })  # fmt: skip
    html = page(dataclasses.replace(handbook, regulations=(rules,)), "regulations/house/c1.html").html
    heading = re.search(r"<h1.*?</h1>", html, re.DOTALL)[0]
    assert re.sub(r"<[^>]+>", "", heading) == "CHAPTER 1. WORK"
    prose = Prose(dataclasses.replace(handbook, regulations=(rules,)))
    assert [numbered_title(prose, place).en for place in chapter_places(rules)] == [
        "CHAPTER 1: WORK",
        "CHAPTER 2: LEAVE",
    ]


def test_a_number_that_both_languages_print_alike_stands_once(handbook):
    from guizhang.site.articles import blocks_html

    rules = Regulation.model_validate({
        "id": "trips", "title": {"zh": "出车"}, "edition": {"version": "1"},
        "body": [{"item": str(n), "id": f"i{n}", "label": label, "title": {"zh": "事"}, "text": {"zh": "做事。"}}
                 for n, label in ((1, "1."), (2, "二、"))],
    })  # fmt: skip
    html = blocks_html(blocks(Prose(handbook), rules, top(rules)))
    assert '<a class="gz-num" href="#i1"><span lang="zh-Hans" data-keep>1.</span></a>' in html
    assert '<a class="gz-num" href="#i2"><span lang="zh-Hans">二、</span> <span lang="en">(2)</span></a>' in html


def test_annexes_stand_below_the_list_of_chapters(handbook):
    rules = Regulation.model_validate({
        "id": "staff", "title": {"zh": "手册"}, "edition": {"version": "1"}, "body": [
            {"text": {"zh": "为规范管理，制定本手册。"}},
            {"chapter": "1", "id": "c", "title": {"zh": "总则"}, "body": [{"article": "1", "id": "a", "text": {"zh": "须有礼貌。"}}]},
            {"item": "1", "id": "annex", "label": "附件一", "title": {"zh": "签收单"}, "text": {"zh": "本人已阅读。"}},
        ],
    })  # fmt: skip
    front = page(dataclasses.replace(handbook, regulations=(rules,)), "regulations/staff.html")
    places = [front.html.index(words) for words in ("为规范管理", 'class="gz-contents"', "本人已阅读")]
    assert places == sorted(places)
    assert "annex" in front.anchors


def contents_lines(front):
    """What the list of contents says of each article."""
    listed = re.findall(r"<li[^>]*><a href=[^>]*>(.*?)</a></li>", front.html.split('class="gz-contents"')[1])
    return [re.sub("<[^>]+>", "", line) for line in listed]


def test_an_article_without_a_title_is_listed_by_its_first_words():
    articles = (
        {"text": {"zh": "上班须打卡，不得代打。"}},
        {"text": {"zh": "值班室每晚由${n}值守并且做好交接登记，另有规定的除外。"}, "facts": {"n": {"kind": "count", "value": "2", "unit": "people"}}},
        {"text": {"zh": "节假日照常营业。"}},
        {"text": {"zh": "凡在本店实习满三个月的学生DepartmentStore的员工须登记。"}},
        {"title": {"zh": "奖金"}, "text": {"zh": "按月发放。"}},
        {"body": [{"text": {"zh": "迟到的处理：", "en": "Whoever is late, without a reason, is warned."}}]},
    )  # fmt: skip
    body = [{"article": str(i), "id": f"a{i}", **more} for i, more in enumerate(articles, 1)]
    tree = {"chapter": "1", "id": "c", "title": {"zh": "章"}, "body": body}
    rules = Regulation.model_validate(
        {"id": "r", "title": {"zh": "规"}, "edition": {"version": "1"}, "body": [tree]}
    )
    book = Handbook(_settings(), (rules,))
    assert contents_lines(page(book, "regulations/r.html")) == [
        "第一条 Art. 1 上班须打卡…",
        "第二条 Art. 2 值班室每晚由2人值守并且做好交接登记…",
        "第三条 Art. 3 节假日照常营业",
        "第四条 Art. 4 凡在本店实习满三个月的学生…",
        "第五条 Art. 5 奖金",
        "第六条 Art. 6 迟到的处理… Whoever is late…",
    ]
    first = page(book, "regulations/r/c.html").toc[0]
    assert re.sub("<[^>]+>", "", first.title) == "第一条 Art. 1 上班须打卡…"


def test_the_parts_of_a_regulation_on_one_page_are_in_the_menu_and_of_a_single_one_on_the_home_page():
    def rules(name, titles):
        body = [
            {"item": str(n), "id": f"i{n}", "label": f"{n}.", "title": {"en": title}, "body": [{"item": "1", "text": {"en": "Be kind."}}]}
            for n, title in enumerate(titles, 1)
        ]  # fmt: skip
        raw = {"id": name, "title": {"en": name}, "authoritative": "en", "edition": {"version": "1"}, "body": body}
        return Regulation.model_validate(raw)

    settings = _settings(language="en")
    staff, short = rules("staff", ("Hours", "Leave", "Pay")), rules("short", ("Hours", "Leave"))
    site = compose(Handbook(settings, (staff, short)))
    long, brief = site.navigation[0].entries
    assert [(c.title.en, c.path) for c in long.children][:2] == [
        ("1. Hours", "regulations/staff.html#i1"),
        ("2. Leave", "regulations/staff.html#i2"),
    ]
    assert brief.children == ()
    assert "regulations/staff.html#i1" not in page(Handbook(settings, (staff, short)), "index.html").html
    assert page(Handbook(settings, (staff,)), "index.html").html.count("regulations/staff.html#i") == 3
