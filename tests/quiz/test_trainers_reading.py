"""Classes of faults a trainer found: lists nobody knows which of, good sense to recite, posts that overlap, odd figures."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.ranks import apart
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.quoting.quotable import of_itself
from guizhang.quiz.quoting.texts import escaped
from tests.quiz.rulings import REPORTING, article, days, listed, made, only

SHELF = [("打印纸；", "paper;"), ("订书机；", "a stapler;"), ("胶带。", "tape.")]


def beside(rule: Node, zh: str, en: str) -> Node:
    """Return an article whose body is the list of *rule* and another sentence."""
    node = Node(text=rule.text, norm="duty", body=rule.body)
    return rule.model_copy(update={"text": None, "body": (node, Node(text=Text(zh=zh, en=en), norm="duty"))})


@pytest.mark.parametrize(
    ("zh", "en", "asked"),
    [
        ("文员还应当每天清点。", "The clerk shall also count them every day.", False),
        ("文员应当每天清点。", "The clerk shall count them every day.", False),
        ("文员不得外借。", "The clerk must not lend them.", True),
        ("店长应当每天清点。", "The shop manager shall count them every day.", True),
    ],
)
def test_what_somebody_must_do_at_large_is_a_list_only_where_the_article_has_no_more_of_it(zh, en, asked):
    acts = [
        ("整理货架；", "tidy the shelves;"),
        ("补足打印纸；", "refill the paper;"),
        ("登记领用。", "log what is taken."),
    ]
    rule = beside(listed("shelf", "文员应当：", "The clerk shall:", acts), zh, en)
    assert bool(made("list-recall", rule)) is asked


def test_a_list_of_cases_says_in_its_introduction_what_it_lays_down_of_them():
    who = [
        ("普通钥匙，由领班保管；", "the foreman keeps ordinary keys;"),
        ("总钥匙，由店长保管。", "the shop manager keeps the master key."),
    ]
    said = ("钥匙登记后方可领用：", "Keys may be taken once they have been logged:")
    announced = ("钥匙按下列分工保管：", "Keys are kept as follows:")
    assert made("list-recall", listed("keys", *said, who)) == []
    assert made("list-recall", listed("keys", *announced, who))


def test_what_words_mean_is_not_recited():
    meanings = [
        ("“当班”是指排班表上的时间；", "“on duty” means the hours on the rota;"),
        ("“门店”是指各个营业点。", "“shop” means each place of business."),
    ]
    assert made("list-recall", listed("words", "在本规定中，下列词语的意思是：", "In these rules:", meanings)) == []


def test_the_rest_at_the_end_of_a_list_is_given_and_not_asked_for():
    points = [*SHELF[:2], ("裁纸刀；", "a cutter;"), ("档案袋和其他文具。", "folders and other stationery.")]
    rule = listed("shelf", "文员应当在柜子里备齐：", "In the cupboard the clerk shall keep:", points)
    assert made("list-recall", rule) == []
    (item,) = made("missing-points", rule)
    assert "档案袋和其他文具" in item.stem.zh


def test_manners_are_not_recited():
    manners = [
        ("耐心听完；", "listen patiently;"),
        ("礼貌道别；", "say goodbye politely;"),
        ("整理柜台。", "tidy the counter."),
    ]
    assert made("list-recall", listed("manners", "店员应当：", "Shop assistants shall:", manners)) == []
    counted = ("店员应当遵守以下3项公约：", "Shop assistants shall keep these 3 promises:")
    assert made("list-recall", listed("manners", *counted, manners))


def test_what_must_be_done_besides_is_not_asked_for():
    body = (
        Node(norm="prohibition", text=Text(zh="员工不得外借钥匙。", en="Staff must not lend the keys.")),
        Node(norm="prohibition", text=Text(zh="未经同意，员工不得进入仓库。", en="Without consent, staff must not enter the store.")),
    )  # fmt: skip
    assert made("situations", Node(article="1", id="keys", title=Text(zh="钥匙", en="Keys"), body=body)) == []


def test_what_everybody_must_do_is_not_asked_for_where_a_post_must_do_more():
    body = (
        Node(norm="duty", text=Text(zh="员工应当登记费用，保存收据。", en="Staff shall log the cost and keep the receipt.")),
        Node(norm="duty", text=Text(zh="领班应当核对登记。", en="The foreman shall check the log.")),
    )  # fmt: skip
    # Verbs are what stands behind shall.
    verbs = article("verbs", "店长应当保存钥匙。", "The shop manager shall keep the keys. Somebody shall log them.")
    title = Text(zh="开销", en="Costs")
    assert made("what-to-do", Node(article="1", id="cost", title=title, body=body), verbs) == []
    assert made("what-to-do", Node(article="1", id="cost", title=title, body=body[:1]), verbs)


def test_a_share_must_do_nothing():
    body = (
        Node(norm="duty", text=Text(zh="年拜访率应当达到要求。", en="The share of tenants visited shall reach the goal.")),
        Node(norm="duty", text=Text(zh="领班应当核对登记。", en="The foreman shall check the log.")),
    )  # fmt: skip
    assert made("situations", Node(article="1", id="visits", title=Text(zh="拜访", en="Visits"), body=body)) == []


def test_posts_that_one_person_may_hold_are_no_two_options():
    names = ("部门经理", "销售经理", "总经理", "客服主管")
    parties = [Text(zh=name, en=name) for name in names]
    assert [party.zh for party in apart(parties)] == ["部门经理", "总经理", "客服主管"]


def test_a_statement_stands_behind_what_its_article_is_called():
    said = {
        "travel": ("出差", "Travel"),
        "shift": ("换班", "Exchanges"),
        "late": ("加班", "Overtime"),
        "loan": ("外借", "Loans"),
    }
    rules = [
        article(name, f"{zh}必须书面报告。", f"{en} must be reported in writing.", title=Text(zh=f"{zh}的报告", en=f"Reports: {en}"))
        for name, (zh, en) in said.items()
    ]  # fmt: skip
    for item in made("true-statement", *rules, title=REPORTING):
        for option in item.options:
            head, _, statement = option.text.zh.partition("）")
            assert head.removesuffix("的报告").removeprefix("（") == statement[:2]
            assert option.text.en.startswith("(Reports: ")


def test_quotation_marks_of_the_inner_kind_stand_only_inside_others():
    texts = ("不论是否使用‘投诉’这个词。", "规定：“按‘登记’一条办理。”说‘好’")
    assert [escaped(Text(zh=text)).zh for text in texts] == [
        "不论是否使用“投诉”这个词。",
        "规定：“按‘登记’一条办理。”说“好”",
    ]


@pytest.mark.parametrize(
    ("kind", "unit", "value", "never"),
    [
        ("money", None, "20", {"8", "80"}),
        ("count", "years-of-age", "14", {"15", "13"}),
        ("count", "years-of-age", "18", {"15", "20.5"}),
    ],
)
def test_neighbours_are_values_that_rules_state(kind, unit, value, never):
    fact = Fact(kind=kind, value=value, unit=unit, bound="min")
    lower, higher = neighbours(fact)
    assert lower
    assert higher
    assert not {other.value for other in (*lower, *higher)} & never


@pytest.mark.parametrize(
    ("zh", "en", "asked"),
    [
        ("表单一式两份，必须保存${n}份。", "The form has two copies; both ${n} copies must be kept.", False),
        ("表单必须保存${n}份。", "${n} copies of the form must be kept.", True),
        ("大厅设保安员${n}份。", "The hall has ${n} copies of guards.", False),
    ],
)
def test_a_figure_that_the_sentence_counts_out_or_that_is_an_establishment_is_not_asked_for(zh, en, asked):
    copies = {"n": Fact(kind="count", value="2", unit="copies", bound="min")}
    assert bool(made("fact-numeric", article("form", zh, en, facts=copies))) is asked


def test_those_who_go_together_are_two_at_least():
    people = {"n": Fact(kind="count", value="2", unit="people", bound="min")}
    rule = article("visit", "上门必须至少${n}同行。", "At least ${n} must go on a visit together.", facts=people)
    item = only("fact-choice", rule)
    assert "1人" not in [option.text.zh for option in item.options]


def test_what_the_rate_of_a_year_counts_is_done_once_a_year():
    every = {"n": Fact(kind="frequency", value="1/P1Y", bound="min")}
    text = (
        "领班必须拜访租户，至少${n}；年拜访率另行公布。",
        "The foreman must visit tenants at least ${n}; the rate is published.",
    )
    rule = article("tenants", *text, facts=every)
    assert made("fact-choice", rule) == []


def test_the_sentence_left_out_of_a_recall_leaves_none_behind_that_leans_on_it():
    sent = ("丢失钥匙的，按《违规处理规定》办理。", "Lost keys come under “Discipline”.")
    rest = ("领班应当更换门锁。店长应当登记。", "The foreman shall change the lock. The shop manager shall log it.")
    assert made("article-recall", article("keys", sent[0] + rest[0], f"{sent[1]} {rest[1]}"))
    leaning = (
        "情节严重的，可以按该规定解雇。店长应当登记。",
        "In a serious case employment may end under it. The shop manager shall log it.",
    )
    assert made("article-recall", article("keys", sent[0] + leaning[0], f"{sent[1]} {leaning[1]}")) == []


def test_who_helps_somebody_is_not_exchanged():
    rule = article("help", "客服主管应当在${t}内协助客服专员登记。", "The service supervisor shall help the service agent to log it within ${t}.",
                   facts={"t": days("P5D")})  # fmt: skip
    assert not any("客服部经理" in item.stem.zh for item in made("correction", rule))


@pytest.mark.parametrize(
    "text",
    [
        "本规定没有写明的，按其他有关规定执行。",
        "本办法与国家规定不一致的，按国家规定执行。",
        "未尽事宜，按公司其他制度执行。",
    ],
)
def test_which_rules_hold_is_nothing_to_know_by_heart(text):
    assert of_itself(text)
    assert not of_itself("本店与客户约定不一致的，领班应当登记。")


def test_a_pointer_to_another_article_is_no_point_of_a_recall():
    zh = "领班应当更换门锁。店长应当登记。丢失的钥匙，按“遗失”一条处理。"
    en = "The foreman shall change the lock. The shop manager shall log it. Lost keys come under the article “Lost”."
    assert len(only("article-recall", article("keys", zh, en)).guide) == 2


def test_what_must_be_done_at_large_is_asked_for_only_where_good_sense_does_not_answer_half_of_it():
    verbs = article(
        "verbs", "店长应当报告。", "The shop manager shall report it. Somebody shall accept it, and shall file it."
    )
    plainly = article(
        "plan", "销售员应当报告计划的进展，接受监督。", "Sales staff shall report on the plan and accept supervision."
    )
    asking = article(
        "plan", "销售员应当报告计划的进展，归档回单。", "Sales staff shall report on the plan and file the slips."
    )
    assert made("what-to-do", plainly, verbs) == []
    assert made("what-to-do", asking, verbs)
