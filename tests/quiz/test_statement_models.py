"""Statements side by side: which are altered, what stands beside them, and how each is put right."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import generate
from guizhang.quiz.models.true_statements import stand_together
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import REPORTING, article, handbook, made


def test_beside_a_wrong_figure_all_right_statements_but_one_have_one_and_beside_several_all():
    few = several = 0
    for item in generate(load_project(Path(__file__).parents[2]).handbook):
        if item.model != "true-statements":
            continue
        said = [(re.sub("^（[^）]*）", "", o.text.zh), o.key) for o in item.options]
        wrong = [re.search("[0-9]", text) is not None for text, is_right in said if not is_right]
        right = [re.search("[0-9一二两三四五六七八九十半]", text) is not None for text, is_right in said if is_right]
        few, several = few + (sum(wrong) == 1), several + (sum(wrong) > 1)
        if any(wrong):
            assert sum(right) >= (max(len(right) - 1, 1) if sum(wrong) == 1 else len(right)), item.id
    assert few
    assert several


def test_one_two_or_three_of_five_statements_are_wrong_and_those_without_figures_at_most_twice():
    book = load_project(Path(__file__).parents[2]).handbook
    items = [item for item in generate(book) if item.model == "true-statements"]
    wrong = [[(o.cite, o.text.zh) for o in item.options if not o.key] for item in items]
    counts = Counter(map(len, wrong))
    assert set(counts) == {1, 2, 3}
    assert min(counts.values()) > len(items) / 10
    shown = Counter(text for those in wrong for _, text in those)
    assert max(shown.values()) == 2
    assert not [text for text, times in shown.items() if times > 1 and re.search("[0-9]", text)]


def test_one_rule_stands_as_it_is_in_fifteen_items_at_most():
    items = [
        one for one in generate(load_project(Path(__file__).parents[2]).handbook) if one.model == "true-statements"
    ]
    stood = Counter(option.cite for item in items for option in item.options if option.key)
    assert max(stood.values()) <= 15 + 1  # and in one that is asked of it


def test_what_is_altered_of_two_regulations_is_put_right_behind_the_title_of_each():
    book = load_project(Path(__file__).parents[2]).handbook
    titles = {regulation.id: regulation.title.zh for regulation in book.regulations}
    found = 0
    for item in generate(book):
        altered = {o.cite.partition("/")[0] for o in item.options if not o.key and o.cite}
        if item.model == "true-statements" and len(altered) > 1:
            found += 1
            assert all(f"《{titles[name]}》" in item.rationale.zh for name in altered), item.id
    assert found


def test_rules_without_a_detail_stand_beside_an_altered_one_only_with_others_that_have_one():
    plain = [
        article(f"p{n}", f"{what}收进器材室靠窗的柜子里，柜门应当关好。")
        for n, what in enumerate(("小号", "长笛", "竖琴", "沙锤", "铃鼓", "木鱼", "响板", "手风琴"))
    ]
    way = article("x", "琴弦断裂的，租借人应当书面报告器材室的人。")
    assert made("true-statements", way, *plain) == []
    ways = [
        article(f"y{n}", f"{what}断裂的，租借人应当书面报告器材室的人。")
        for n, what in enumerate(("琴弓", "琴码", "琴轴"))
    ]
    assert made("true-statements", way, ways[0], *plain) == []
    found = made("true-statements", way, *ways, *plain)
    for item in found:
        right = [option.text.zh for option in item.options if option.key]
        assert any("书面" in text for text in right)
        assert sum("书面" not in text for text in right) <= 1
    assert found


def test_a_true_statement_stands_among_altered_ones_of_other_provisions():
    rules = [
        article(f"a{n}", f"{matter}必须书面报告。", f"{en} must be reported in writing.")
        for n, (matter, en) in enumerate(
            [("出差", "Travel"), ("换班", "Exchanges"), ("加班", "Overtime"), ("外借", "Loans")]
        )
    ]
    items = made("true-statement", *rules, title=REPORTING)
    assert len(items) == 4
    for item in items:
        assert len(item.cites) == 4
        assert sum("书面" in o.text.zh for o in item.options) == 1
        assert all(("书面" in o.text.zh) is o.key for o in item.options)


def test_of_several_statements_those_as_they_stand_are_right():
    rules = [
        article(f"a{n}", f"{matter}必须书面报告。", f"{en} must be reported in writing.")
        for n, (matter, en) in enumerate(
            [("出差", "Travel"), ("换班", "Exchanges"), ("加班", "Overtime"), ("外借", "Loans"), ("搬迁", "Moves")]
        )
    ]
    items = made("true-statements", *rules, title=REPORTING)
    assert items
    for item in items:
        assert len(item.cites) == len(item.options) == 5
        assert all(("书面" in o.text.zh) is o.key for o in item.options)
        assert 2 <= sum(o.key for o in item.options) <= 4


def test_every_altered_statement_is_put_right_in_the_rationale():
    matters = [
        ("出差", "Travel"),
        ("换班", "Exchanges"),
        ("加班", "Overtime"),
        ("外借", "Loans"),
        ("搬迁", "Moves"),
        ("访客", "Visits"),
        ("遗失", "Losses"),
        ("破损", "Damage"),
    ]
    rules = [
        article(f"a{n}", f"{zh}必须书面报告。", f"{en} must be reported in writing.")
        for n, (zh, en) in enumerate(matters)
    ]
    said = {
        f"rules/a{n}": (f"{zh}必须书面报告。", f"{en} must be reported in writing.")
        for n, (zh, en) in enumerate(matters)
    }
    items = made("true-statements", *rules, title=REPORTING)
    several = [item for item in items if sum(not option.key for option in item.options) > 1]
    assert several
    for item in items:
        altered = {option.cite for option in item.options if not option.key}
        assert {address for address, (zh, _) in said.items() if zh in item.rationale.zh} == altered
        assert {address for address, (_, en) in said.items() if en in item.rationale.en} == altered
        assert (
            item.rationale.zh.count("《考勤与报告管理规定》")
            == item.rationale.en.count("“Attendance and reporting”")
            == 1
        )
    assert all("（2）“关于" in item.rationale.zh and " (2) “On " in item.rationale.en for item in several)
    # Where one is right, it is quoted first, and the others behind it.
    single = made("true-statement", *rules, title=REPORTING)
    assert single
    for item in single:
        (right,) = (said[option.cite] for option in item.options if option.key)
        assert all(
            said[address][0] in item.rationale.zh and said[address][1] in item.rationale.en for address in item.cites
        )
        assert item.rationale.zh.index(right[0]) < item.rationale.zh.index("其余几项改动了细节")
        assert item.rationale.en.index(right[1]) < item.rationale.en.index("Each of the others has a detail altered")


def test_a_part_is_named_as_one_in_both_languages():
    under = Text(zh="着装", en="Dress")
    rules = [
        article(f"a{n}", f"{zh}必须书面报告。", f"{en} must be reported in writing.", title=None)
        for n, (zh, en) in enumerate(
            [("出差", "Travel"), ("换班", "Exchanges"), ("加班", "Overtime"), ("外借", "Loans")]
        )
    ]
    chapter = Node(chapter="1", id="dress", title=under, body=tuple(rules))
    items = made("true-statement", chapter, title=REPORTING)
    stems = {(item.stem.zh, item.stem.en) for item in items}
    assert (
        "下列哪一项是《考勤与报告管理规定》“着装”部分的规定？",
        "Which of these is laid down in the part “Dress” of “Attendance and reporting”?",
    ) in stems
    for item in items:
        assert item.rationale.en.startswith("The part “Dress” of “Attendance and reporting”: ")


def test_rules_stand_beside_an_altered_one_of_their_own_script_only():
    rules = Rules(handbook(article("a", "租琴的人应当盖好琴盖。"), article("b", "水手應當繫好纜繩。")))
    simplified, traditional = rules.clauses
    assert stand_together(simplified, simplified)
    assert stand_together(traditional, traditional)
    assert not stand_together(simplified, traditional)
