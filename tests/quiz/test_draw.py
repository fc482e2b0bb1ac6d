"""The draw: quotas met, nothing stale, enemies apart, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guizhang.diagnostics import Faulty
from guizhang.model.blueprint import Section
from guizhang.model.drawn_item import LETTERS
from guizhang.model.exam_json import dump_record
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item, ItemType
from guizhang.model.sharing import share_halves, share_out
from guizhang.model.text import Text
from guizhang.quiz.draw import draw_exam, form_name
from guizhang.quiz.pool import build_pool
from guizhang.quiz.printed import Printer
from tests.quiz.projects import office, with_blueprint, with_items

ROOT = Path(__file__).parents[2]
_SETTINGS = Settings(title=Text(zh="手册"), company=Text(zh="公司"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return office(tmp_path_factory.mktemp("draw"))


@pytest.fixture(scope="module")
def pool(loaded):
    return build_pool(loaded)


@given(seed=st.text(max_size=20), forms=st.integers(1, 4))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_draw_meets_its_blueprint(loaded, pool, seed, forms):
    record = draw_exam(loaded, "onboarding", forms=forms, seed=seed)
    blueprint = loaded.bank.blueprints[0]
    assert [form.id for form in record.forms] == [form_name(i) for i in range(forms)]
    for form in record.forms:
        ids = [item.item_id for item in form.items]
        assert len(set(ids)) == len(ids)
        entries = [pool.by_id[i] for i in ids]
        assert not [e for e in entries if e.refusals(blueprint, ("zh", "en"))]
        topics = Counter(topic for entry in entries for topic in entry.topics)
        assert all(count == 1 for count in topics.values())
        for section, drawn in zip(blueprint.sections, form.sections, strict=True):
            assert len(drawn.items) == section.count
            assert {item.type for item in drawn.items} == {section.type}
            themes = Counter(item.themes[0] for item in drawn.items)
            levels = Counter(str(item.difficulty) for item in drawn.items)
            assert all(themes[theme] >= n for theme, n in section.themes.items())
            assert all(levels[level] >= n for level, n in section.difficulty.items())
        for drawn in form.items:
            _same_question(pool.by_id[drawn.item_id].item, drawn, loaded.handbook)


def _same_question(item, drawn, handbook):
    """Shuffling keeps the options and the key."""
    printed = [handbook.plain(o.text.zh, "zh") for o in item.options]
    shown = [o.zh for o in drawn.options]
    assert sorted(shown) == sorted(printed)
    picked = [shown[LETTERS.index(letter)] for letter in drawn.key] if shown else []
    if item.type is ItemType.ORDERING:
        assert picked == printed
        assert shown != printed
    elif item.options:
        assert set(picked) == {text for text, o in zip(printed, item.options, strict=True) if o.key}
    if item.keep_order:
        assert shown == printed
    if item.type is ItemType.TRUE_FALSE:
        assert drawn.key == ("T" if item.answer else "F",)
    if item.type is ItemType.NUMERIC:
        assert Decimal(drawn.key[0]) == item.numeric.value


def test_the_same_inputs_give_the_same_bytes_in_another_process(loaded, tmp_path):
    code = (
        "import sys; from pathlib import Path; from tests.quiz.projects import office; from guizhang.quiz.draw import draw_exam;"
        "from guizhang.model.exam_json import dump_record;"
        "sys.stdout.buffer.write(dump_record(draw_exam(office(Path(sys.argv[1])), 'onboarding', forms=3, seed='x')))"
    )
    path = os.pathsep.join([str(ROOT), str(ROOT / "generator")])
    env = {**os.environ, "PYTHONHASHSEED": "12345", "PYTHONPATH": path}
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=env, capture_output=True, check=True)
    assert run.stdout == dump_record(draw_exam(loaded, "onboarding", forms=3, seed="x"))


def test_another_seed_gives_another_exam(loaded):
    first, second = (draw_exam(loaded, "onboarding", forms=1, seed=seed) for seed in "ab")
    assert first.exam_id != second.exam_id


def test_the_exam_id_does_not_depend_on_the_keys(loaded):
    from guizhang.quiz.draw import exam_id
    from tests.exam.swapping import swapped

    record = draw_exam(loaded, "onboarding", forms=2, seed="s")
    assert exam_id(swapped(record)) == record.exam_id


def test_an_item_more_leaves_other_options_where_they_are(loaded):
    before = draw_exam(loaded, "onboarding", forms=1, seed="s")
    more = loaded.bank.items[1].model_copy(update={"id": "another"})
    after = draw_exam(with_items(loaded, [*loaded.bank.items, more]), "onboarding", forms=1, seed="s")
    options = {item.item_id: item.options for item in before.forms[0].items}
    both = [item for item in after.forms[0].items if item.item_id in options]
    assert both
    assert all(item.options == options[item.item_id] for item in both)


def test_forms_share_as_little_as_the_pool_allows(loaded):
    section = Section(title=Text(zh="判断"), type="true_false", count=5, points=1)
    single = with_blueprint(loaded, sections=(section,))
    record = draw_exam(single, "onboarding", forms=2, seed="s")
    a, b = ({item.item_id for item in form.items} for form in record.forms)
    assert not a & b


def test_key_positions_are_balanced():
    item = Item.model_validate(
        {
            "id": "x", "type": "single_choice", "cites": {"a/b": None}, "themes": ["t"], "stem": {"zh": "？"},
            "options": [{"text": {"zh": "甲乙丙丁"[i]}, "key": i == 0} for i in range(4)],
        }
    )  # fmt: skip
    drawn = (Printer(Handbook(_SETTINGS)).draw(item, Decimal(1), "seed", str(form))[0] for form in range(4000))
    positions = Counter(LETTERS.index(*item.key) for item in drawn)
    assert all(900 < positions[place] < 1100 for place in range(4))


def test_key_positions_are_balanced_over_many_seeds_and_items():
    options = [{"text": {"zh": word}, "key": word == "丙"} for word in "甲乙丙丁"]
    items = [_item(type="single_choice", options=options).model_copy(update={"id": f"i{n}"}) for n in range(20)]
    printer = Printer(Handbook(_SETTINGS))
    chi = []
    for seed in range(50):
        keys = Counter(printer.draw(item, Decimal(1), str(seed), form)[0].key for item in items for form in "ABCDE")
        chi.append(sum((keys[letter,] - 25) ** 2 / 25 for letter in "ABCD"))
    # Three degrees of freedom: their mean is 3 with a standard deviation of sqrt(6 / 50); 16.27 is passed once in a thousand.
    assert abs(sum(chi) / 50 - 3) < 3 * (6 / 50) ** 0.5
    assert sum(value > 16.27 for value in chi) <= 1


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["24小时", "8小时", "12小时", "1.5小时"], ["1.5小时", "8小时", "12小时", "24小时"]),
        (["1,000元", "500元", "2,000元"], ["500元", "1,000元", "2,000元"]),
        (["30", "7"], ["7", "30"]),
    ],
)
def test_figures_to_choose_from_stand_in_ascending_order(texts, printed):
    options = [{"text": {"zh": text}, "key": i == 0} for i, text in enumerate(texts)]
    for keep in (True, False):
        (drawn,) = Printer(Handbook(_SETTINGS)).draw(
            _item(type="single_choice", options=options, keep_order=keep), Decimal(1), "s", "A"
        )
        assert [option.zh for option in drawn.options] == printed
        assert drawn.options[LETTERS.index(*drawn.key)].zh == texts[0]


def test_figures_of_different_units_are_shuffled():
    options = [{"text": {"zh": text}, "key": i == 0} for i, text in enumerate(["3天", "2小时", "10分钟", "1个月"])]
    item = _item(type="single_choice", options=options)
    orders = {Printer(Handbook(_SETTINGS)).draw(item, Decimal(1), str(seed), "A")[0].options for seed in range(40)}
    assert len(orders) > 10


def _item(**body):
    return Item.model_validate({"id": "x", "cites": {"a/b": None}, "themes": ["t"], "stem": {"zh": "？"}, **body})


@given(seed=st.text(max_size=8), keep=st.booleans(), sides=st.integers(2, 6), spare=st.integers(0, 2))
def test_sides_that_belong_together_never_all_stand_side_by_side(seed, keep, sides, spare):
    names = [{"zh": str(n)} for n in range(sides + spare)]
    matching = _item(
        type="matching", keep_order=keep, distractors=names[sides:],
        pairs=[{"left": {"zh": f"左{n}"}, "right": names[n]} for n in range(sides)],
    )  # fmt: skip
    ordering = _item(type="ordering", keep_order=keep, options=[{"text": name} for name in names[:sides]])
    for item in (matching, ordering):
        (drawn,) = Printer(Handbook(_SETTINGS)).draw(item, Decimal(1), seed, "A")
        assert sorted(text.zh for text in drawn.options) == [name["zh"] for name in names[: len(drawn.options)]]
        assert [drawn.options[LETTERS.index(letter)].zh for letter in drawn.key] == [str(n) for n in range(sides)]
        assert drawn.key != tuple(LETTERS[:sides])
        if item is ordering and sides > 2:
            assert drawn.key != tuple(LETTERS[:sides])[::-1]


def statements(loaded, answers):
    """Return the handbook with so many statements, all true or false as told, of the theme of the first item."""
    first = loaded.bank.items[0]
    made = [
        Item.model_validate(
            {"id": f"said-{n:02}", "type": "true_false", "pool": "exam", "cites": dict(first.cites), "themes": first.themes,
             "stem": {"zh": f"第{n}句话。", "en": f"Statement {n}."}, "answer": answer}
        )
        for n, answer in enumerate(answers)
    ]  # fmt: skip
    others = [item for item in loaded.bank.items if item.type is not ItemType.TRUE_FALSE]
    section = Section(title=Text(zh="判断题", en="True or false"), type=ItemType.TRUE_FALSE, count=6, points=Decimal(1))
    return with_blueprint(with_items(loaded, [*others, *made]), sections=(section,), practical=None, generated=False)


@pytest.mark.parametrize(
    ("true", "false", "forms", "fewest"),
    [
        (20, 10, 1, 3),
        (20, 10, 3, 3),
        (20, 2, 1, 2),  # all there are
        (20, 4, 3, 2),  # each on every second form
        (20, 0, 2, 0),
    ],
)
def test_a_form_has_as_many_false_statements_as_true_ones(loaded, true, false, forms, fewest):
    told = statements(loaded, [True] * true + [False] * false)
    for seed in "abcd":
        record = draw_exam(told, "onboarding", forms=forms, seed=seed)
        for form in record.forms:
            keys = [item.key for item in form.items]
            assert min(keys.count(("T",)), keys.count(("F",))) >= fewest


def test_quotas_go_before_the_balance_of_true_and_false(loaded):
    told = statements(loaded, [True] * 20 + [False] * 10)
    hard = [
        item.model_copy(update={"difficulty": 5}) if item.type is ItemType.TRUE_FALSE and item.answer else item
        for item in told.bank.items
    ]
    told = with_items(told, hard)
    section = told.bank.blueprints[0].sections[0].model_copy(update={"difficulty": {5: 5}})
    record = draw_exam(with_blueprint(told, sections=(section,)), "onboarding", seed="s")
    assert [item.key for item in record.forms[0].items].count(("F",)) == 1


def test_a_gap_prints_its_figure_and_its_number(loaded, pool):
    (drawn,) = Printer(loaded.handbook).draw(pool.by_id["reply-gaps"].item, Decimal(4), "s", "A")
    line = "\u00a0" + "_" * 12
    assert drawn.stem.zh == f"客服人员须在 (1){line} 内首次回复，不得承诺超出 (2){line} 的 (3){line}。"
    assert drawn.stem.en.startswith(f"The first reply must promise no (3){line} beyond")
    limit, authority, what = drawn.gaps
    # The office sets 12 hours where its file says 24.
    assert limit.accepted == ("12小时", "12 hours", "半天", "half a day")
    assert authority.accepted == ("权限", "authority")
    assert drawn.key[:2] == ("", "")
    assert what.options[LETTERS.index(drawn.key[2])].en == "compensation"
    assert [gap.share for gap in drawn.gaps] == [2, 1, 1]


def test_a_case_shares_its_points_out_among_its_questions(loaded, pool):
    first, second = Printer(loaded.handbook).draw(pool.by_id["hold-case"].item, Decimal(10), "s", "A")
    assert (first.item_id, second.item_id) == ("hold-case/1", "hold-case/2")
    assert (first.points, second.points) == (Decimal("3.33"), Decimal("6.67"))
    assert second.guide[0][1] == Decimal(2)
    assert [points for _, points in second.marking_guide] == [Decimal("6.67")]
    assert first.case == second.case
    assert first.case.text.zh.startswith("客户在线等了五分钟")
    assert first.rationale.zh == "每次不超过1分钟。"
    assert first.cites.keys() == second.cites.keys() == {"telephone/hold", "telephone/during-calls"}


@given(st.decimals("0.5", 100, places=2), st.lists(st.decimals("0.01", 20, places=2), min_size=1, max_size=10))
def test_points_that_are_shared_out_add_up(points, weights):
    shares = share_out(points, weights)
    assert sum(shares) == points
    exact = [points * weight / sum(weights) for weight in weights]
    assert all(abs(share - wanted) <= Decimal("0.01") for share, wanted in zip(shares, exact, strict=True))


@pytest.mark.parametrize(
    ("points", "weights", "halves"),
    [
        (
            "4",
            "1 1 1 2 1",
            "1 0.5 0.5 1.5 0.5",
        ),  # 8 halves: 1.3 each and 2.7; two are left for the 2.7 and the first 1.3
        ("4", "2 1 1", "2 1 1"),
        ("3", "1 1", "1.5 1.5"),
        ("5", "1 1 1 1 1 1 1 1 1 1", "0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5"),
        ("1", "1 1 1", "0.33 0.34 0.33"),  # not half a point for each
        ("3.33", "1 1", "1.67 1.66"),
    ],
)
def test_points_of_a_marking_guide_are_half_points_where_they_go_round(points, weights, halves):
    shares = share_halves(Decimal(points), [Decimal(weight) for weight in weights.split()])
    assert shares == [Decimal(half) for half in halves.split()]


def test_required_items_stand_on_every_form(loaded):
    record = draw_exam(with_blueprint(loaded, include=("owner-shouting",)), "onboarding", forms=3, seed="s")
    assert all("owner-shouting" in {i.item_id for i in form.items} for form in record.forms)


def test_figures_in_the_rubric_are_printed(loaded):
    record = draw_exam(loaded, "onboarding", forms=1, seed="s")
    assert record.rubric.assessor.zh == "扮演着急的客户；等候超过1分钟时记在评语里。"
    assert record.cited["complaints/principles"].label.zh == "第二条"


def _faults(loaded, **changes):
    with pytest.raises(Faulty) as caught:
        draw_exam(with_blueprint(loaded, **changes), "onboarding", forms=1, seed="s")
    return caught.value.diagnostics


def _first(loaded, **changes):
    section = loaded.bank.blueprints[0].sections[0].model_copy(update=changes)
    return (section, *loaded.bank.blueprints[0].sections[1:])


def test_a_theme_quota_that_cannot_be_met_says_what_is_missing(loaded, pool):
    there = sum(e.item.type == "single_choice" and e.item.themes[0] == "leave" for e in pool.entries)
    (fault,) = _faults(loaded, sections=_first(loaded, count=60, themes={"leave": 50}, difficulty={}))[:1]
    assert fault.code == "DRW010"
    assert fault.field == "sections[0].themes.leave"
    assert (fault.source.line, fault.source.column) == (13, 43)  # of onboarding.yaml
    assert fault.problem.zh.startswith(f"要 50 道主题“请假”的单项选择题，可用的只有 {there} 道，缺 {50 - there} 道")
    assert f"only {there} can be drawn: {50 - there} missing" in fault.problem.en


def test_papers_in_a_language_that_the_items_do_not_have(loaded):
    chinese = [
        item.model_copy(update={"stem": Text(zh=item.stem.zh)})
        for item in loaded.bank.items
        if item.type == "true_false"
    ]
    section = Section(title=Text(zh="判断"), type="true_false", count=1, points=1)
    few = with_items(with_blueprint(loaded, sections=(section,), generated=False), chinese)
    assert draw_exam(few, "onboarding", forms=1, seed="s", language="zh")
    with pytest.raises(Faulty) as caught:
        draw_exam(few, "onboarding", forms=1, seed="s", language="both")
    (fault,) = caught.value.diagnostics
    assert f"，{len(chinese)} 道没有英文）" in fault.problem.zh
    assert "补上英文，或只用中文出卷（--language，名单里也没有人用英文或双语）" in fault.mend.zh
    assert "add their English, or draw in Chinese alone" in fault.mend.en


def test_a_difficulty_quota_and_a_count(loaded):
    faults = _faults(loaded, sections=_first(loaded, count=400, themes={}, difficulty={"5": 2}))
    assert [fault.code for fault in faults] == ["DRW011", "DRW012"]


def test_quotas_that_only_fail_together(loaded, pool):
    there = sum(e.item.type == "true_false" and e.item.themes[0] == "telephone" for e in pool.entries)
    section = Section(
        title=Text(zh="判断"), type="true_false", count=2, points=1, themes={"telephone": 2}, difficulty={"1": 1}
    )
    (fault,) = _faults(loaded, sections=(section,))
    assert fault.code == "DRW013"
    assert (fault.source.path.rpartition("/")[2], fault.field) == ("onboarding.yaml", "sections[0].themes.telephone")
    assert f"{there} can be drawn, but the quotas cannot be met together: 1 missing" in fault.problem.en
    assert "ask for 1 here" in fault.mend.en


def test_two_sections_of_one_type_share_the_items(loaded, pool):
    there = sum(e.item.type == "multiple_choice" for e in pool.entries)
    half = Section(title=Text(zh="多选"), type="multiple_choice", count=there, points=1)
    *_, fault = _faults(loaded, sections=(half, half))
    assert fault.code == "DRW012"
    assert fault.field == "sections[1].count"


def test_fewer_items_than_asked_for_that_may_not_share_a_form_either(loaded):
    section = Section(title=Text(zh="判断"), type="true_false", count=3, points=1)
    one, other = (loaded.bank.items[1].model_copy(update={"id": i, "enemies": ("one",)}) for i in ("one", "other"))
    few = with_items(with_blueprint(loaded, sections=(section,), generated=False), [one, other])
    with pytest.raises(Faulty) as caught:
        draw_exam(few, "onboarding", forms=1, seed="s")
    (fault,) = caught.value.diagnostics
    assert fault.code == "DRW012"
    assert "可用的只有 2 道，其中能同卷的 1 道，缺 2 道" in fault.problem.zh
    assert "only 2 can be drawn, 1 of them on one form: 2 missing" in fault.problem.en
    assert fault.mend.zh.startswith("补充 2 道题")


def test_enemies_that_leave_no_form(loaded):
    section = Section(title=Text(zh="判断"), type="true_false", count=2, points=1)
    one, other = (loaded.bank.items[1].model_copy(update={"id": i, "enemies": ("one",)}) for i in ("one", "other"))
    few = with_items(with_blueprint(loaded, sections=(section,), generated=False), [one, other])
    with pytest.raises(Faulty) as caught:
        draw_exam(few, "onboarding", forms=1, seed="s")
    assert [fault.code for fault in caught.value.diagnostics] == ["DRW014"]


def test_enemies_are_named_beside_what_is_short(loaded):
    """That nothing else could help either does not make it a matter of quotas: this blueprint has none."""
    many = Section(title=Text(zh="排序"), type="ordering", count=400, points=1)
    section = Section(title=Text(zh="判断"), type="true_false", count=2, points=1)
    other = Section(title=Text(zh="单选"), type="single_choice", count=1, points=1)
    kinds = {"one": "true_false", "two": "true_false", "three": "single_choice"}
    items = [
        next(i for i in loaded.bank.items if i.type.value == kind).model_copy(
            update={"id": name, "enemies": tuple(kinds)}
        )
        for name, kind in kinds.items()
    ]
    few = with_items(with_blueprint(loaded, sections=(section, other, many), generated=False), items)
    with pytest.raises(Faulty) as caught:
        draw_exam(few, "onboarding", forms=1, seed="s")
    assert "DRW013" not in {fault.code for fault in caught.value.diagnostics}


def test_a_required_item_that_cannot_be_drawn(loaded):
    (fault,) = _faults(loaded, include=("nowhere",))
    assert (fault.code, fault.field) == ("DRW015", "include[0]")


def test_a_required_item_says_how_it_can_be_drawn(loaded):
    first = loaded.bank.items[1]
    (misspelt,) = _faults(loaded, include=(first.id[:-1],))
    assert misspelt.mend.en == f"did you mean {first.id}?"
    unconfirmed = first.model_copy(update={"id": "unconfirmed", "cites": dict.fromkeys(first.cites)})
    more = with_items(loaded, [*loaded.bank.items, unconfirmed])
    (waiting,) = _faults(more, include=("unconfirmed",))
    assert "guizhang items accept unconfirmed" in waiting.mend.en


def test_an_unknown_blueprint(loaded):
    with pytest.raises(Faulty, match="known: onboarding"):
        draw_exam(loaded, "onbording", forms=1, seed="s")
