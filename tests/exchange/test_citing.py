"""Which rule a question of the trainer's own rests on."""

import pytest

from guizhang.exchange.citing import Rules
from guizhang.exchange.printed import printed_name
from guizhang.exchange.shape import shape
from guizhang.exchange.sheet import read_sheets
from guizhang.reference import copy_reference
from guizhang.tables import delimited
from guizhang.yamlio.content import load_project

KEY_CARDS = """
id: key-cards
title: {zh: 房卡管理, en: Key cards}
authoritative: zh
themes: [rooms]
edition: {version: "1.0", effective: 2026-01-01}
body:
  - item: 1
    id: lost
    text: {zh: 房卡遗失：, en: "Lost cards:"}
    body:
      - item: 1.1
        id: lost-report
        facts: {limit: {kind: duration, value: PT24H, bound: max}}
        text:
          zh: "房卡遗失的，员工应当在${limit}内报告。"
          en: "Staff must report a lost card within ${limit}."
"""


def test_a_rule_whose_items_have_figures_of_their_own_is_found_by_them(tmp_path):
    copy_reference(tmp_path / "book")
    (tmp_path / "book" / "content" / "regulations" / "key-cards.yaml").write_text(KEY_CARDS, encoding="utf-8")
    handbook = load_project(tmp_path / "book").handbook
    assert "key-cards/lost-report" in handbook.provisions
    like = Rules(handbook).like("How soon must staff report a lost card? Within 24 hours. 房卡遗失后多久报告？")
    assert set(like) >= {"key-cards/lost", "key-cards/lost-report"}


INN = """
- {item: 6, label: "6", id: pay, title: {en: Pay}, text: {en: "Pay:"}, body: [
  {item: 1, label: "6.1", id: overtime, title: {en: Overtime}, text: {en: Overtime is paid.}},
  {item: 2, label: "6.2", id: tips, text: {en: Tips are shared.}},
  {item: "-", label: "-", id: coins, text: {en: Coins are counted.}}]}
"""
RIVER = """
- {article: 1, id: keys, text: {en: Keys stay here.}, body: [{item: 1, id: spare, text: {en: Spares too.}}]}
- {article: 5, id: boats, text: {en: Boats are tied.}}
- {article: 5-1, id: oars, text: {en: Oars are locked away.}}
"""
OFFICE = """
- {article: 1, id: desk, title: {zh: 整洁}, text: {zh: 桌面保持整洁。}, body: [{item: 1, id: cups, text: {zh: 水杯放好。}}]}
- {article: 1-1, id: lamp, text: {zh: 随手关灯。}}
"""
BOOKS = (
    ("inn", "en", "Inn handbook", INN),
    ("river", "en", "River Inn handbook", RIVER),
    ("office", "zh", "办公规定", OFFICE),
)


@pytest.fixture(scope="module")
def rules(tmp_path_factory):
    folder = tmp_path_factory.mktemp("books") / "content"
    (folder / "regulations").mkdir(parents=True)
    (folder / "handbook.yaml").write_text("title: {en: Rules}\ncompany: {en: The Inns}\n", encoding="utf-8")
    for name, lang, title, body in BOOKS:
        text = f'id: {name}\ntitle: {{{lang}: {title}}}\nauthoritative: {lang}\nedition: {{version: "1"}}\nbody:{body}'
        (folder / "regulations" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Rules(load_project(folder.parent).handbook)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Inn handbook” 6.1", "inn/overtime"),
        ("《Inn handbook》6.1", "inn/overtime"),
        ("Inn handbook, item 6.1", "inn/overtime"),
        ("Inn handbook, 6.1 “Overtime”", "inn/overtime"),
        ("INN HANDBOOK: Overtime", "inn/overtime"),
        ("item 6.2", "inn/tips"),
        ("Inn handbook 6.1 and 6.2", "inn/overtime inn/tips"),
        ("Inn handbook 6.1; inn/coins@0a1b2c3d", "inn/overtime inn/coins"),
        ("River Inn handbook, Article 5", "river/boats"),
        ("River Inn handbook, Article 5-1", "river/oars"),
        ("River Inn handbook, Article 1(1)", "river/spare"),
        ("River Inn handbook art. 1", "river/keys"),
        ("《办公规定》第一条", "office/desk"),
        ("办公规定第1条“整洁”", "office/desk"),
        ("《办公规定》第一条（一）", "office/cups"),
        ("《办公规定》第一条之一", "office/lamp"),
        ("《办公规定》第一条第二款", "office/desk"),
        # Of the Inn, of the River Inn, or of nobody.
        ("Inn handbook 7.4", ""),
        ("Article 1", ""),
        ("Inn handbook •", ""),
        ("Hill handbook 6.1.1", ""),
    ],
)
def test_citations_as_people_print_them(rules, text, expected):
    found, unknown = rules.resolve(text)
    assert " ".join(one.address for one in found) == expected
    assert unknown == ([] if expected else [text])


def test_every_rule_is_found_by_the_name_its_citation_is_printed_with(rules):
    for address, place in rules.handbook.provisions.items():
        name = printed_name(place)
        assert (name is None) is (address == "inn/coins")
        for said in (name.zh, name.en) if name else ():
            assert [one.address for one in rules.resolve(said)[0]] == [address]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Is overtime paid? It is paid.", "inn/overtime"),
        ("Who are tips shared with?", "inn/tips"),
    ],
)
def test_the_provision_meant_is_the_innermost_that_fits(rules, question, expected):
    assert rules.like(question)[0] == expected


def test_what_is_not_found_is_named_with_a_rule_of_this_handbook(rules):
    rows = "type,stem,answer,cites\ntrue/false,Tips are shared.,true,Inn handbook 9.9;River Inn handbook 5\n"
    tables, _ = delimited.read(rows.encode(), "q.csv")
    (fault,) = shape(read_sheets(tables)[0], rules.handbook).found
    assert (fault.code, fault.source.line, fault.source.column) == ("BNK005", 2, 4)
    assert "'Inn handbook 9.9'" in fault.problem.en
    assert fault.mend.en.startswith("write it as in inn/tips, or as in “Inn handbook” 6.2; ")
    assert fault.mend.zh.startswith("写成 inn/tips 或 《Inn handbook》6.2；")


def test_a_rule_that_is_not_adopted_is_never_proposed(tmp_path):
    copy_reference(tmp_path / "book")
    path = tmp_path / "book" / "content" / "regulations" / "key-cards.yaml"
    asked = "How soon must staff report a lost card? Within 24 hours. 房卡遗失后多久报告？"
    for old, new in (
        ("id: lost-report", "id: lost-report\n        adopted: false"),
        ("id: lost\n", "id: lost\n    adopted: false\n"),
        ("effective: 2026-01-01", "effective: 2026-01-01, repealed: 2026-12-31"),
    ):
        path.write_text(KEY_CARDS.replace(old, new, 1), encoding="utf-8")
        assert "key-cards/lost-report" not in Rules(load_project(tmp_path / "book").handbook).like(asked)
