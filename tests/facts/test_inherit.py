"""Norms of lists and headings: what a clause does not say itself it has from above."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from guizhang.facts.clauses import split_clauses
from guizhang.facts.found import Node
from guizhang.facts.inherit import find_norms
from guizhang.facts.norms import judge


def item(number, text, *children, title=""):
    return Node("item", f"（{number}）", number, title, text, number + 1, tuple(children))


def article(text, *children, title=""):
    return Node("article", "第一条", 1, title, text, 1, tuple(children))


def norms(*nodes):
    return [(n.text, n.norm, n.explicit, n.bearer, n.strength) for n in find_norms(nodes)]


def test_items_have_the_norm_of_their_intro():
    found = norms(article("客服人员严禁下列行为：", item(1, "与客户争吵；"), item(2, "私收财物。")))
    assert found == [
        ("客服人员严禁下列行为：", "prohibition", True, "客服人员", "must"),
        ("与客户争吵；", "prohibition", False, "客服人员", "must"),
        ("私收财物。", "prohibition", False, "客服人员", "must"),
    ]


@pytest.mark.parametrize(
    ("intro", "text", "norm"),
    [
        ("员工应当做到：", "按时上班；", "duty"),
        ("员工应当做到：", "不得迟到。", "prohibition"),
        ("有下列情形之一的，予以辞退：", "连续旷工三天的；", "penalty"),
        ("有下列情形之一的，予以辞退：", "应当报告而不报告的；", "penalty"),
        ("有下列情形之一的，予以辞退：", "不服从安排的；", "penalty"),
        ("有下列情形之一的，给予奖励：", "提出合理化建议被采纳的；", "reward"),
        ("有下列情形之一的，可以调休：", "法定节假日加班的；", "permission"),
        ("投诉处理流程如下：", "登记客户信息；", "procedure"),
        ("禁止下列行为：", "不按规定着装；", "prohibition"),
        ("本制度下列用语的含义是：", "旷工，是指未经批准不到岗。", "definition"),
    ],
)
def test_an_intro_binds_what_says_nothing_itself(intro, text, norm):
    assert norms(article(intro, item(1, text)))[1][1] == norm


@pytest.mark.parametrize(
    ("heading", "text", "norm"),
    [
        ("投诉处理流程", "登记客户信息。", "procedure"),
        ("工作禁令", "酒后上岗。", "prohibition"),
        ("工作禁令", "员工应当互相监督。", "duty"),
        ("岗位职责", "接听客户电话。", "duty"),
        ("岗位职责", "不得擅自离岗。", "prohibition"),
        ("总则", "本制度适用于全体员工。", "statement"),
        ("奖励", "本制度自发布之日起施行。", "statement"),
    ],
)
def test_a_heading_says_what_stands_below_it(heading, text, norm):
    chapter = Node("chapter", "第一章", 1, heading, "", 1, (article(text),))
    assert norms(chapter)[0][1] == norm


@pytest.mark.parametrize(
    ("heading", "text", "norm", "bearer"),
    [
        ("店长岗位职责", "每日核对营业款。", "duty", "店长"),
        ("前台", "保持台面整洁。", "duty", "前台"),
        ("值班工程师的职责", "检查配电房。", "duty", "值班工程师"),
        ("人事", "档案分类存放。", "duty", None),
        ("Duties of the Supervisor", "Check the log.", "duty", "the Supervisor"),
    ],
)
def test_a_heading_that_names_somebody_says_whose_duties_stand_below_it(heading, text, norm, bearer):
    chapter = Node("chapter", "第一章", 1, heading, "", 1, (article(text),))
    assert norms(chapter)[0][1:4:2] == (norm, bearer)


def test_a_name_in_front_of_a_colon_has_the_items():
    assert norms(article("队长：", item(1, "每日点名；")))[1][1:4:2] == ("duty", "队长")
    assert norms(article("乙方另行承担：", item(1, "公共区域的水电费；")))[1][3] == "乙方"


def test_an_english_sentence_goes_on_in_its_items():
    found = norms(article("The Landlord may end the lease if", item(1, "rent is unpaid;")))
    assert [(n[1], n[3]) for n in found] == [("power", "The Landlord")] * 2


def test_an_intro_that_is_a_paragraph_of_its_own():
    body = article("", Node("paragraph", text="严禁下列行为：", line=2), item(1, "吸烟；"), item(2, "饮酒。"))
    assert [n[1] for n in norms(body)] == ["prohibition"] * 3


OPEN = "抹布三色三用；"
"""Nothing in these words says what they do."""


def test_what_nothing_decides_is_a_duty_among_duties():
    duties = [item(1, "台面保持干净；"), item(2, "及时清运垃圾；"), item(4, "不堵塞通道。")]
    assert norms(article("", item(3, OPEN)))[0][1:3] == ("statement", False)
    assert norms(article("", *duties, item(3, OPEN)))[-1][1:] == ("duty", False, None, "must")


def test_what_is_said_as_a_fact_stays_one_among_duties():
    duties = [item(1, "台面保持干净；"), item(2, "及时清运垃圾；")]
    for fact in ("夜班津贴每班四十元。", "停车场位于地下一层。", "费用按小时计。"):
        assert norms(article("", *duties, item(3, fact)))[-1][1] == "statement"


@pytest.mark.parametrize(
    ("title", "norm", "bearer"),
    [
        ("退房查房流程", "procedure", None),
        ("門市結帳步驟", "procedure", None),
        ("保洁员岗位职责", "duty", "保洁员"),
        # Whose rules they are is no bearer of each.
        ("住户守则", "duty", None),
        ("违纪处罚办法", "duty", None),
    ],
)
def test_the_title_of_a_document_can_be_the_heading_of_its_items(title, norm, bearer):
    (found,) = find_norms([item(1, "检查门窗。")], title=title)
    assert (found.norm, found.bearer) == (norm, bearer)


@pytest.mark.parametrize(
    ("label", "text", "norm"),
    [
        ("任职要求：", "熟悉排班与预测；", "statement"),
        ("报名条件：", "熟悉本地路况；", "statement"),
        ("離職當天：", "交回門禁卡；", "procedure"),
    ],
)
def test_a_label_in_front_of_a_list_is_its_heading(label, text, norm):
    first = item(1, "制定月度计划；", Node("paragraph", text=label))
    assert norms(Node("item", "一、", 1, "店长", "", 1, (first, item(1, text))))[-1][1] == norm


def test_dialogue_and_quotations_yield_no_norm():
    assert norms(article("客服：您必须提供身份证。")) == []
    assert norms(article("“不得入内”")) == []
    assert norms(article("对客户说：“您必须先登记。”"))[0][1] == "duty"


def test_clauses_are_the_whole_text():
    text = "员工应守时。不得迟到；违者罚款。\n另行通知"
    assert [c.text for c in split_clauses(text)] == ["员工应守时。", "不得迟到；", "违者罚款。", "另行通知"]
    assert all(text[c.start : c.start + len(c.text)] == c.text for c in split_clauses(text))


def test_a_second_set_of_clauses_stays_above_the_target():
    # Written after the tables of cues and left to itself: what it shows is the share of clauses that come out right.
    right, wrong = Counter(), Counter()
    for line in Path(__file__).with_name("norms_second.txt").read_text(encoding="utf-8").splitlines():
        norm, text = line.split("|", 1)
        found = judge(split_clauses(text)[0]).norm.value
        if found == norm:
            right[norm] += 1
        else:
            wrong[norm] += 1
            wrong[found] += 1
    scores = [2 * right[n] / (2 * right[n] + wrong[n]) for n in {*right, *wrong}]
    assert sum(scores) / len(scores) >= 0.9


@pytest.mark.parametrize(
    ("intro", "text", "norm"),
    [
        # The colon is left out.
        ("有下列事迹之一者，予以嘉奖", "主动帮助新人者。", "reward"),
        ("有左列情事之一者，记过一次。", "擅自调班。", "penalty"),
        ("有下列表现之一，予以表扬", "帮助同事解决困难。", "reward"),
        # A case says nothing of its own, whatever it tells of.
        ("有下列情形之一者，予以晋级：", "两年内记功三次者；", "reward"),
        ("有下列情形之一者，予以晋级：", "任职五年，未受警告以上处分者；", "reward"),
        ("有下列情形之一者，给予奖金：", "建议改进作业方法，经采用者。", "reward"),
        # What the items are is said from 有下列 on.
        ("上班必须打卡，有下列情形之一的，按旷工处理：", "请人代打；", "penalty"),
        # A definition below penalties stays one.
        ("迟到、早退依下列规定处分：", "上班五分钟后到岗者为迟到。", "definition"),
    ],
)
def test_an_intro_is_known_without_its_colon_and_from_its_last_part(intro, text, norm):
    assert norms(article(intro, item(1, text)))[1][1] == norm


@pytest.mark.parametrize(
    ("heading", "text", "norm"),
    [
        ("书面警告", "一个月内串岗三次。", "penalty"),
        ("乙类过失", "在非吸烟区吸烟。", "penalty"),
        ("记功", "改进工艺，节约用料。", "reward"),
        ("记过", "员工应在三日内签收处分通知。", "duty"),
        ("退宿手续", "钥匙交给舍监。", "procedure"),
        ("违规处理", "借用人在用完后五日内，及时到仓库归还。", "duty"),
    ],
)
def test_a_heading_that_is_the_consequence_names_what_earns_it(heading, text, norm):
    assert norms(Node("item", "一、", 1, heading, "", 1, (item(1, text),)))[0][1] == norm


def test_a_heading_that_is_a_sentence_is_a_clause():
    found = norms(article("", item(1, "警告；"), item(2, "记过。"), title="员工处分分为两种"))
    assert found[0][:3] == ("员工处分分为两种", "definition", True)
    assert norms(article("", item(1, "加班餐费。"), title="不得报销的费用"))[0][0] == "加班餐费。"


def test_a_list_without_anything_above_it_has_its_intro():
    intro = Node("paragraph", text="The following are prohibited:", line=1)
    after = Node("paragraph", text="Guests are welcome in the garden.", line=4)
    assert [n[1] for n in norms(intro, item(1, "smoking;"), after)] == ["prohibition", "prohibition", "statement"]


def test_a_line_that_introduces_a_list_is_not_of_the_list_before():
    first = Node("paragraph", text="The following conduct may result in disciplinary action:", line=1)
    second = Node("paragraph", text="Employees must:", line=3)
    found = norms(first, item(1, "Sleeping on duty;", second), item(1, "arrive on time;"))
    assert [n[1] for n in found[:3]] == ["penalty", "penalty", "duty"]
    assert found[3][1] != "penalty"


@pytest.mark.parametrize("ask", ["请住户在工单上签字。", "请同事复核读数。"], ids=["of whom is served", "of another"])
def test_a_request_among_steps_is_a_step(ask):
    found = norms(article("上门检修应当按下列顺序进行：", item(1, "出示证件；"), item(2, ask)))
    assert [(norm, bearer) for _, norm, _, bearer, _ in found] == [("procedure", None)] * 3


def test_an_intro_of_steps_is_a_procedure_and_no_duty_beside():
    assert [n.also for n in find_norms([article("发现漏水的，值班员应当依次：", item(1, "关闭总阀；"))])] == [(), ()]


def test_acts_to_be_stopped_are_forbidden():
    found = norms(article("有下列行为之一的，值班员应当立即制止：", item(1, "堵塞楼道；"), item(2, "高空抛物的。")))
    assert [(norm, bearer) for _, norm, _, bearer, _ in found] == [
        ("duty", "值班员"), ("prohibition", None), ("prohibition", None),
    ]  # fmt: skip


ROWS = ("| 行为 | 处分 |", "| --- | --- |", "| 错发钥匙 | 谈话提醒 |")


@pytest.mark.parametrize(
    "nodes",
    [
        tuple(Node("paragraph", text=row) for row in ROWS),
        (Node("paragraph", text="\n".join(ROWS)),),
    ],
    ids=["a paragraph for each row", "one paragraph"],
)
def test_rows_below_a_head_of_penalties_are_penalties(nodes):
    found = norms(*nodes, Node("paragraph", text="钥匙存放于前台。"))
    assert [norm for _, norm, *_ in found] == ["statement", "penalty", "duty"]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("A lead may refund up to $30. Larger refunds wait.", 2),
        ("Pay $12.50. Keep the slip.", 2),
        ("The float is 150. Count it.", 2),
        ("Use form 2. Sign it.", 1),
        ("A share of 5%. No more.", 2),
        ("Come by 18:00. Ring once.", 2),
    ],
)
def test_a_sentence_may_end_in_an_amount(text, clauses):
    assert len(split_clauses(text)) == clauses


@pytest.mark.parametrize(
    ("intro", "text", "norm"),
    [
        ("监事会行使下列职权：", "审议会员的处分和除名；", "power"),
        ("监事会的职权是：", "执行会员大会的决议；", "power"),
        ("住户享有下列权利：", "参加业主活动；", "permission"),
        ("住户履行下列义务：", "按规定交纳公共电费；", "duty"),
        ("宿舍管理员根据住户的下列行为给予记分处罚。", "私接电源", "penalty"),
    ],
)
def test_a_list_of_what_somebody_has_or_owes_binds_its_items(intro, text, norm):
    assert norms(article(intro, item(1, text)))[1][1] == norm


@pytest.mark.parametrize(
    ("heading", "bearer"),
    [
        ("Vehicles and visitors", None),
        ("Drivers and cashiers", "Drivers and cashiers"),
        ("Health and Safety Officer", "Health and Safety Officer"),
    ],
)
def test_an_english_heading_of_two_names_somebody_where_each_is_one(heading, bearer):
    assert norms(article("Check the list of parked cars.", title=heading))[0][3] == bearer


def test_a_paragraph_behind_a_list_speaks_for_itself():
    behind = Node("paragraph", "", None, "", "员工可以向工会申诉。", 4)
    found = norms(article("有下列情形之一的，予以记过：", item(1, "旷工两天的；"), item(2, "私接电源的。"), behind))
    assert [one[1] for one in found] == ["penalty", "penalty", "penalty", "permission"]
