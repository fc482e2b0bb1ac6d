"""The handbook as what is found."""

import pytest

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from guizhang.site.paths import Addresses
from guizhang.site.search.unit import Kind
from guizhang.site.search.units import units_of_regulation, units_of_rest
from guizhang.site.texts import Prose
from tests.site.search.book import handbook


@pytest.fixture(scope="module")
def units():
    book = handbook()
    prose = Prose(book)
    return [unit for r in book.regulations for unit in units_of_regulation(book, prose, r)] + units_of_rest(book, prose)


def test_every_rule_and_companion_is_a_unit_in_reading_order(units):
    assert [unit.address for unit in units] == [
        "complaints", "complaints/first-reply", "complaints/shouting", "complaints/records",
        "leave", "leave/sick", "leave/notice", "leave/quoted",
        "phone-scripts/calm", "manners/tea", "register", "glossary/complaint", "glossary/call-back", "glossary/growth",
    ]  # fmt: skip
    assert [unit.kind for unit in units[8:]] == [Kind.SCRIPT, Kind.ETIQUETTE, Kind.RECORD, *[Kind.TERM] * 3]


def test_units_stand_where_the_site_has_them(units):
    addresses = Addresses.of(handbook())
    assert {unit.address: unit.url for unit in units} == {unit.address: addresses[unit.address] for unit in units}


def test_an_article_has_its_items_figures_and_place(units):
    reply, shouting = units[1], units[2]
    assert reply.label.zh == "第五条"
    assert reply.numbers == ("5",)
    assert reply.heading.shown.zh == "投诉处理规定\n第二章 受理"
    assert "须在24小时内" in reply.body.zh
    assert "within 24 hours" in reply.body.en
    assert [(f.kind, f.printed.zh, f.what.zh) for f in reply.figures] == [
        ("duration", "24小时", "首次回复时限：最多24小时")
    ]
    assert shouting.body.zh.split("\n") == [
        "遇到客户发火，先请客户到接待室坐下。",
        "（一）倒一杯水；",
        "（二）不得争吵。",
    ]
    assert len(shouting.body.en.split("\n")) == 3


def test_a_missing_translation_leaves_its_line_empty(units):
    notice = units[6]
    assert (notice.body.zh.count("\n"), notice.body.en) == (0, "")


def test_a_regulation_without_a_preamble_is_found_by_its_name(units):
    leave = units[4]
    assert (leave.title.zh, leave.body.zh, leave.url) == ("请假办法", "", "regulations/leave.html")


def test_slots_are_printed(units):
    assert "〔姓氏〕先生" in units[8].body.zh
    assert "[surname]" in units[8].body.en


def test_a_figure_without_words_of_its_own_has_the_sentence_that_prints_it():
    article = Node(
        article="1", id="a", facts={"long": Fact(kind="duration", value="PT12H"), "short": Fact(kind="duration", value="PT2H")},
        text=Text(zh="一般投诉在${long}内办结。重大投诉在${short}内报告。", en="Complaints take ${long}. Major ones take ${short}."),
    )  # fmt: skip
    regulation = Regulation(id="r", title=Text(zh="办法"), edition=Edition(version="1"), body=(article,))
    book = Handbook(handbook().settings, (regulation,))
    unit = units_of_regulation(book, Prose(book), regulation)[-1]
    assert [f.what.zh for f in unit.figures] == ["一般投诉在12小时内办结。", "重大投诉在2小时内报告。"]
    assert unit.figures[1].what.en == "Major ones take 2 hours."


def test_a_sentence_with_several_figures_says_where_the_clause_of_each_ends():
    facts = {"led": Fact(kind="percent", value="95"), "head": Fact(kind="percent", value="88")}
    article = Node(article="1", id="a", facts=facts, text=Text(zh="𠮷店领班打${led}，店长打${head}，再低不行。", en="Leads ${led}, heads ${head}."))
    regulation = Regulation(id="r", title=Text(zh="办法"), edition=Edition(version="1"), body=(article,))
    book = Handbook(handbook().settings, (regulation,))
    led, head = units_of_regulation(book, Prose(book), regulation)[-1].figures
    # As the browser counts: a rare character is two.
    assert led.ends == (len("𠮷店领班打95%") + 1, len("Leads 95%"))
    assert head.ends == (len("𠮷店领班打95%，店长打88%") + 1, len("Leads 95%, heads 88%"))


def test_each_item_of_a_flat_list_is_found_by_itself():
    """Rules of staff are often a list 1、2、3 without articles: the item is what is quoted and linked."""
    fine = Fact(kind="money", value="15")
    body = (
        Node(text=Text(zh="全体员工须遵守下列各项。")),
        Node(item="1", id="item-1", label="1、", text=Text(zh="上下班打卡。")),
        Node(
            item="2", id="item-2", label="2、", facts={"fine": fine}, text=Text(zh="顾客投诉一次罚款${fine}："),
            body=(Node(item="1", id="item-2-1", label="(1)", text=Text(zh="当天上交。")),),
        ),
        Node(text=Text(zh="以上从下月起执行。")),
        Node(
            item="3", id="looks", label="三、", title=Text(zh="仪容仪表"),
            body=(Node(text=Text(zh="上班前检查。")), Node(item="1", id="looks-1", label="1、", text=Text(zh="不留长指甲。"))),
        ),
    )  # fmt: skip
    regulation = Regulation(id="r", title=Text(zh="员工制度"), edition=Edition(version="1"), body=body)
    book = Handbook(handbook().settings, (regulation,))
    found = units_of_regulation(book, Prose(book), regulation)
    page = "regulations/r.html"
    assert [(unit.url, unit.label.zh, unit.title.zh, unit.heading.shown.zh, unit.body.zh) for unit in found] == [
        (page, "", "员工制度", "", "全体员工须遵守下列各项。"),
        (f"{page}#item-1", "1、", "", "员工制度", "上下班打卡。"),
        (f"{page}#item-2", "2、", "", "员工制度", "顾客投诉一次罚款15元：\n(1)当天上交。"),
        (page, "", "员工制度", "", "以上从下月起执行。"),
        (f"{page}#looks", "三、", "仪容仪表", "员工制度", "上班前检查。"),
        (f"{page}#looks-1", "1、", "", "员工制度\n三、 仪容仪表", "不留长指甲。"),
    ]
    assert found[2].address == "r/item-2"
    assert [figure.printed.zh for figure in found[2].figures] == ["15元"]
