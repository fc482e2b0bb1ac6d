"""Classes of faults found on reading items aloud again: duties left out of a guide, silly values, words out of place."""

from __future__ import annotations

from itertools import permutations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Role, Settings
from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from guizhang.quiz.material.offers import Offers, fairest
from guizhang.quiz.material.ranks import beside, own_trade, same_person
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.models.approver import is_upward
from guizhang.quiz.quoting.points import joined
from guizhang.quiz.quoting.quotable import leans, of_itself
from tests.quiz.rulings import article, days, made, only


def clauses(title: tuple[str, str], *texts: tuple[str, str]) -> Node:
    """Return an article of several sentences, each a clause of its own."""
    body = tuple(Node(text=Text(zh=zh, en=en), norm="duty") for zh, en in texts)
    return Node(article="1", id="post", title=Text(zh=title[0], en=title[1]), body=body)


def imported(zh: str | None, en: str | None = None, **fields) -> Node:
    """Return an article as import leaves it."""
    return article("x", zh, en, **fields).model_copy(update={"origin": Origin(file="page.txt", line=1)})


KEEP = ("收发员应当核对信件，归档回执。", "The mail clerk shall check the letters and keep the receipts.")
ALSO = ("信件破损的，收发员应当拍照。", "If a letter is damaged, the mail clerk shall photograph it.")
DAMAGED = ("信件破损的，收发员应当当场拍照。", "If a letter is damaged, the mail clerk shall photograph it at once.")
AGAIN = ("每天下班前，还应当清点邮袋。", "Before closing, the mail clerk shall also count the bags.")
# Verbs are what stands behind shall.
CHECK = article(
    "check", "值班员应当保管钥匙，检查门窗。", "The guard shall keep the key. The guard shall check the door."
)


def test_what_somebody_must_do_is_asked_at_large_only_where_that_is_all():
    assert len(made("what-to-do", clauses(("收发", "Mail"), KEEP), CHECK)) == 1
    assert made("what-to-do", clauses(("收发", "Mail"), KEEP, ALSO), CHECK) == []


def test_a_sentence_that_names_nobody_goes_on_with_those_of_the_one_before():
    assert made("what-to-do", clauses(("收发", "Mail"), KEEP, AGAIN), CHECK) == []


def test_situations_leave_out_whom_the_article_demands_more_of():
    more = ("收发员应当在登记簿上写明：", "The mail clerk shall state in the register:")
    others = ("保洁员应当清空纸篓。", "The cleaner shall empty the bins.")
    late = ("信件超重的，保洁员应当清空纸篓。", "If a letter is overweight, the cleaner shall empty the bins.")
    assert [len(item.guide) for item in made("situations", clauses(("收发", "Mail"), DAMAGED, late), CHECK)] == [2]
    # What must the mail clerk do? In no case, and without a list, a careful person would name other things.
    assert made("situations", clauses(("收发", "Mail"), KEEP, others), CHECK) == []
    assert made("situations", clauses(("收发", "Mail"), KEEP, DAMAGED), CHECK) == []
    assert made("situations", clauses(("收发", "Mail"), KEEP, others, more), CHECK) == []


def test_a_situation_that_another_names_is_not_asked_for():
    done = ("检修完成后，收发员应当试开机器。", "After the repair, the mail clerk shall start the machine.")
    before = (
        "试开机器以前，保洁员不得离开机房。",
        "Before the mail clerk starts the machine, the cleaner must not leave the room.",
    )
    damaged = ("信件破损的，保洁员不得离开机房。", "If a letter is damaged, the cleaner must not leave the room.")
    assert made("situations", clauses(("收发", "Mail"), done, damaged), CHECK)
    assert made("situations", clauses(("收发", "Mail"), done, before), CHECK) == []


def test_what_is_listed_under_must_not_is_quoted_with_it():
    body = (
        Node(norm="duty", text=Text(zh=DAMAGED[0], en=DAMAGED[1])),
        Node(
            norm="prohibition",
            text=Text(zh="分拣信件时，收发员不得：", en="While sorting letters, the mail clerk must not:"),
            body=(
                Node(item="1", text=Text(zh="拆开信件；", en="open letters;")),
                Node(item="2", text=Text(zh="使用手机。", en="use a telephone.")),
            ),
        ),
    )
    item = only("situations", Node(article="1", id="post", title=Text(zh="收发", en="Mail"), body=body))
    assert "收发员不得：拆开信件；使用手机" in item.rationale.zh
    assert "must not: open letters; use a telephone" in item.rationale.en


def test_an_exception_behind_a_semicolon_belongs_to_the_demand_before_it():
    kept = (
        "值班员应当把录像保存30天，并登记编号；案件未结的，录像保存到结案为止。",
        "The guard shall keep the recordings for 30 days and check the number; where a case is open, they are kept until it ends.",
    )
    assert made("what-to-do", clauses(("录像", "Recordings"), kept), CHECK) == []


@pytest.mark.parametrize(
    ("kind", "value", "offered"),
    [
        ("money", "15", {"5", "10", "20", "25"}),  # and not 9, 11, 13
        ("duration", "P21D", {"P7D", "P14D", "P28D", "P42D"}),
        ("frequency", "1/P180D", {"1/P120D", "1/P90D"}),
        ("count", "1.5", {"0.5", "2.5", "3.5"}),
    ],
)
def test_neighbours_are_what_rules_say(kind, value, offered):
    found = neighbours(Fact(kind=kind, value=value))
    values = {fact.value for side in found for fact in side}
    assert offered <= values, values


def test_no_neighbour_of_a_figure_with_a_fraction_is_whole():
    lower, higher = neighbours(Fact(kind="count", value="1.5"))
    assert not {"1", "2", "3"} & {fact.value for fact in (*lower, *higher)}


def test_one_of_a_thing_is_asked_for_where_no_english_has_to_agree():
    facts = {"n": Fact(kind="count", value="1", unit="双"), "m": Fact(kind="count", value="3", unit="副")}
    (item,) = list(made("fact-choice", imported("仓管员入职领取劳保鞋${n}。", facts={"n": facts["n"]})))
    assert "1双" in {option.text.zh for option in item.options}
    (item,) = list(made("fact-choice", imported("装卸工每月领取手套${m}。", facts={"m": facts["m"]})))
    assert {option.text.zh[-1] for option in item.options} == {"副"}


def test_times_of_a_rule_that_has_whole_hours_move_by_the_hour():
    facts = {"a": Fact(kind="time-of-day", value="9:00"), "b": Fact(kind="time-of-day", value="15:00")}
    item = made("fact-choice", imported("冷库由库管员每日${a}和${b}测量温度并登记在册。", facts=facts))[0]
    assert all(option.text.zh.endswith(":00") for option in item.options)


def test_what_begins_as_the_sentence_says_another_ends_is_not_asked():
    facts = {
        "a": Fact(kind="time-of-day", value="6:30..14:30", zh="6:30-14:30"),
        "b": Fact(kind="time-of-day", value="14:30..22:30", zh="14:30-22:30"),
    }
    assert made("fact-choice", imported("早班${a}，中班${b}，换班须提前告诉领班。", facts=facts)) == []


@pytest.mark.parametrize(
    ("zh", "fact"),
    [
        ("事假${t}内合计不得超过十四日，须提前申请。", days("P1Y", zh="一年")),
        ("病假${t}连续三日以上者，须附证明。", Fact(kind="count", value="1", unit="times", zh="一次")),
        ("代人打卡者，一经查实记小过${t}。", Fact(kind="count", value="1", unit="times", zh="一次")),
    ],
)
def test_a_figure_that_only_could_be_one_is_not_asked(zh, fact):
    assert made("fact-choice", imported(zh, facts={"t": fact})) == []


def test_shares_that_make_up_the_whole_are_not_asked():
    shares = {"a": Fact(kind="percent", value="70%"), "b": Fact(kind="percent", value="30%")}
    assert made("fact-choice", imported("小费按比例发给：楼面${a}，厨房${b}。", facts=shares)) == []
    shares["b"] = Fact(kind="percent", value="20%")
    assert made("fact-choice", imported("小费按比例发给：楼面${a}，厨房${b}。", facts=shares)) != []


@pytest.mark.parametrize("zh", ["员工继续旷工${t}的，予以解除。", "员工在不同日子缺勤累计${t}的，予以警告。"])
def test_one_is_no_row_and_no_sum(zh):
    item = made("fact-choice", article("x", zh, facts={"t": days("P3D", bound="exact")}))[0]
    assert not {"1天", "半天"} & {option.text.zh for option in item.options}


def test_a_rationale_quotes_the_rule_as_it_is():
    fact = Fact(kind="percent", value="0.3%", zh="千分之三", bound="max")
    for n in range(6):
        (item,) = made("altered-fact", imported(f"第{n}仓盘点误差率不得超过${{t}}，由库管登记。", facts={"t": fact}))
        assert "千分之三" in item.rationale.zh
        assert "%" not in item.stem.zh


@pytest.mark.parametrize(
    ("en", "asks"),
    [
        ("Let reception have the badge within ${t} of leaving.", "Which of the cases keep to the rule?"),
        ("Gifts have to be entered in the register within ${t}.", "Which of the cases keep to the rule?"),
        ("Claims older than ${t} will not be paid.", "To which of the cases does the rule apply?"),
        ("The other half of the bonus is paid after ${t}.", None),
    ],
)
def test_english_limits_are_asked_for_as_they_are_said(en, asks):
    bound = "min" if asks is None or "apply" in asks else "max"
    found = made("threshold-case", imported(None, en, facts={"t": days("P5D", bound=bound)}))
    assert [item.stem.en.endswith(asks) for item in found] == ([] if asks is None else [True])


@pytest.mark.parametrize(
    ("introduction", "point", "sentence"),
    [
        ("Company cards: ", "must never be lent", "Company cards must never be lent."),
        ("Company cards: ", "a limit of £500", "Company cards: … a limit of £500."),
    ],
)
def test_a_point_goes_on_with_what_its_introduction_names(introduction, point, sentence):
    assert joined(introduction, point, "en") == sentence


def test_what_a_list_holds_besides_is_given_and_never_asked_for():
    points = [
        ("锁门；", "lock up;"),
        ("关灯；", "switch off;"),
        ("交钥匙；", "hand in;"),
        ("其他情形。", "other matters."),
    ]
    body = tuple(Node(item=str(n), text=Text(zh=a, en=b)) for n, (a, b) in enumerate(points, 1))
    rule = article("x", "值班员下班时必须处理：", "At closing time the guard must see to:", body=body)
    assert made("list-recall", rule) == []
    for item in made("missing-points", rule):
        assert "其他情形" in item.stem.zh


def test_a_department_gives_way_to_no_head_of_another():
    hr, sales, any_head = (Text(zh=zh, en=en) for zh, en in _PARTIES)
    assert not beside(hr, sales, unit=True, other_unit=False)
    assert beside(hr, any_head, unit=True, other_unit=False)


_PARTIES = (("人力资源部", "human resources"), ("销售经理", "sales manager"), ("部门经理", "department manager"))


def test_rules_of_their_own_basis_and_what_leans():
    assert of_itself("本规则依劳动基准法及有关法令订定，适用于全体员工。")
    assert of_itself("本規則依勞動基準法及有關法令訂定，適用於全體員工。")
    assert leans("If that proves impossible, the manager may allow more time.", "en")
    assert leans("确实来不及的，经理可以批准延期。", "zh")


def test_the_least_offered_for_each_time_it_is_right_comes_first():
    offers = Offers(["a", "a", "b"])
    offers.made(["a", "b", "c"])
    assert fairest(offers, ["c", "b", "a"]) == [2, 1, 0]
    assert offers.count("c") == 1


def test_of_one_question_the_answer_is_in_the_article():
    item = only("what-to-do", clauses(("收发", "Mail"), KEEP), CHECK)
    assert [point.text.zh for point in item.guide] == ["核对信件", "归档回执"]


def test_an_article_with_a_provision_of_its_own_below_it_is_not_counted():
    first = Node(
        text=Text(zh="收发员应当每天清点邮袋。", en="The mail clerk shall count the bags every day."), norm="duty"
    )
    second = Node(text=Text(zh="收发员不得拆开信件。", en="The mail clerk must not open letters."), norm="prohibition")
    third = Node(id="own", text=Text(zh="经理可以抽查邮袋。", en="The manager may check the bags."), norm="power")
    title = Text(zh="收发", en="Mail")
    whole = Node(article="1", id="post", title=title, body=(first, second))
    assert len(made("article-recall", whole)) == 1
    assert made("article-recall", whole.model_copy(update={"body": (first, second, third)})) == []


def test_a_prohibition_in_one_part_is_said_once():
    both = (
        "系统维护期间，严禁擅自修改、复制数据，严禁用数据谋取私利。",
        "During maintenance, it is strictly prohibited to alter or copy data without authority, to steal data, or to use data for gain.",
    )
    item = only("situations", clauses(("数据", "Data"), DAMAGED, both), CHECK)
    forbidden = item.guide[-1].text
    assert "严禁" not in forbidden.zh
    assert ", to " not in forbidden.en


@pytest.mark.parametrize(
    ("party", "said", "trade"),
    [("人力资源部", "记过和调离原岗位", True), ("人力资源部", "销毁档案", False), ("行政部", "记过", False)],
)
def test_what_is_the_trade_of_a_department_its_name_says(party, said, trade):
    assert own_trade(Text(zh=party, en="x"), said) is trade


@pytest.mark.parametrize(
    ("introduction", "sentence"),
    [
        ("投诉有以下情形之一的，是重大投诉：", "投诉有以下情形之一的，是重大投诉：……有人堵门。"),
        ("员工有以下情形之一的，给予警告：", "员工有人堵门的，给予警告。"),
    ],
)
def test_only_people_do_what_a_point_says(introduction, sentence):
    assert joined(introduction, "有人堵门", "zh") == sentence


def test_a_case_that_another_sentence_names_is_no_question():
    rule = clauses(
        ("骚扰", "Harassment"),
        (
            "接到报告后，店长必须制止骚扰，保存录像。",
            "On receiving the report, the manager must stop it and keep the film.",
        ),
        KEEP,
    )
    assert not any("接到报告" in item.stem.zh for item in made("situations", rule, CHECK))
    assert not any("接到报告" in item.stem.zh for item in made("what-to-do", rule, CHECK))


def test_nothing_goes_from_the_general_manager_down_to_a_department():
    names = {
        "head": Text(zh="部门经理", en="Department manager"),
        "top": Text(zh="总经理", en="General manager"),
        "money": Text(zh="财务部", en="Finance"),
    }
    settings = Settings(
        title=Text(zh="手册"), company=Text(zh="公司"), roles={k: Role(name=v) for k, v in names.items()}
    )
    book = Handbook(settings)
    chains = {chain: is_upward(book, chain) for chain in permutations(names, 2)}
    assert [chain for chain, upward in chains.items() if not upward] == [("top", "head"), ("top", "money")]


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("直接上级", "总经理", True),
        ("部门经理", "总经理", False),
        ("部门经理", "销售经理", True),
        ("总经理", "董事长", False),
    ],
)
def test_who_may_be_one_person(one, other, may_be):
    parties = Text(zh=one, en="x"), Text(zh=other, en="y")
    assert same_person(*parties) is same_person(*parties[::-1]) is may_be


def test_nobody_else_is_put_in_the_place_of_whose_trade_it_is():
    files = article(
        "files", "人力资源部应当保管员工的人事表单。", "Human resources shall keep the personnel forms of staff."
    )
    lockers = article("lockers", "人力资源部应当给员工分配储物柜。", "Human resources shall give lockers to staff.")
    others = [
        article(f"o{n}", f"行政部负责{zh}。", f"Administration is responsible for {en}.")
        for n, (zh, en) in enumerate((("排班", "the rota"), ("钥匙", "the keys"), ("会议室", "the meeting rooms")))
    ]
    asked = {item.id.split(".")[2] for item in made("altered-wording", files, lockers, *others)}
    assert "lockers" in asked
    assert "files" not in asked


def test_a_time_from_which_its_sentence_excepts_a_case_is_no_limit_for_four_cases():
    plain = article("a", "录像应当至少保存${x}。", facts={"x": days("P30D", bound="min")})
    excepted = article(
        "b", "录像应当至少保存${x}；案件没有了结的，保存到了结为止。", facts={"x": days("P30D", bound="min")}
    )
    asked = [item.id for item in made("threshold-case", plain, excepted)]
    assert asked == ["threshold-case.rules.a.x"]
