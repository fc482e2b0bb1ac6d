"""What the item models on words, parties and statements make of one rule."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Role
from guizhang.model.item import ItemType
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import generate
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import REPORTING, article, days, handbook, key, listed, made, only, reasons

ACTS = (
    article(
        "a", "借阅人不得把借来的档案转借他人。", "A borrower must not pass a file on to others.", norm="prohibition"
    ),
    article("b", "员工不得使用外来的存储设备。", "Staff must not use storage media from outside.", norm="prohibition"),
    article("c", "员工可以把草稿放进碎纸机销毁。", "Staff may shred drafts that are not needed.", norm="permission"),
    article(
        "d",
        "档案管理员可以拒绝手续不全的申请。",
        "The records clerk may refuse incomplete requests.",
        norm="permission",
    ),
    article("e", "员工可以把离职同事的文件转交主管。", "Staff may pass on the papers of leavers.", norm="permission"),
    # Nobody takes a duty for forbidden.
    article("g", "借阅人应当把借来的档案转交下一位。", "A borrower shall pass a file on to the next in turn."),
    article("f", "员工不得超过三次延期。", "Staff must not extend a loan more than three times.", norm="prohibition"),
)


def test_acts_a_regulation_forbids_stand_beside_acts_it_allows():
    items = made("forbidden-acts", *ACTS)
    assert items
    for item in items:
        assert item.type is ItemType.MULTIPLE_CHOICE
        assert item.stem.zh == "下列哪几种做法是《规定》禁止的？（可多选）"
        assert item.stem.en == "Which of these does “Rules” forbid? Choose all that apply."
        assert set(key(item)) == {"借阅人把借来的档案转借他人", "员工使用外来的存储设备"}
        others = {o.text.en for o in item.options if not o.key}
        assert others == {
            "For staff to shred drafts that are not needed",
            "For the records clerk to refuse incomplete requests",
            "For staff to pass on the papers of leavers",
        }
        assert all(option.why is not None for option in item.options)
        assert set(item.cites) == {f"rules/{name}" for name in "abcde"}


def test_who_is_responsible_is_asked_among_parties_of_one_kind():
    rules = [
        article("filing", "案卷由客服主管保管。", "Files are kept by the service supervisor."),
        article("b", "客服部经理负责复核。", "The service manager reviews them."),
        article("c", "总经理负责解释。", "The general manager interprets them."),
    ]
    item = next(i for i in made("responsible", *rules) if ".filing." in i.id)
    assert item.stem.zh == "《规定》“关于filing”一条规定：“案卷由______保管。”空白处应填："
    assert item.stem.en == "“Rules”, “On filing”: “Files are kept by ______.” Who belongs in the blank?"
    assert key(item) == ["客服主管"]
    assert {o.text.en for o in item.options} == {"The service supervisor", "The service manager", "The service agent"}


def test_a_party_its_title_names_is_not_asked_for():
    rule = article(
        "x",
        "案卷由客服主管保管。",
        "Files are kept by the service supervisor.",
        title=Text(zh="客服主管的职责", en="Duties"),
    )
    assert not made("responsible", rule)


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("结果应当书面答复。", "The result shall be given in writing.", "结果应当口头答复。"),
        ("复核应当当面进行。", "The review shall be held in person.", "复核应当书面进行。"),
    ],
)
def test_the_word_that_decides_is_exchanged_in_both_languages(zh, en, wrong):
    stems = {}
    for n in range(30):
        item = only("altered-wording", article(f"r{n}", zh, en))
        stems[item.stem.zh.partition("规定：“")[2].rstrip("”")] = item.answer
        assert (en in item.stem.en) is item.answer
    assert stems[zh] is True
    assert stems[wrong] is False


@pytest.mark.parametrize(
    "noun",
    "记录 材料 资料 证明 合同 协议 通知单 通知书 凭证 手续 检查 档案 方案 计划 总结 规程 许可证 承诺书 申请表 说明材料 报告书 警告".split(),
)
def test_what_is_in_writing_by_what_it_is_is_not_turned_into_spoken_words(noun):
    assert not made("altered-wording", article("x", f"租借乐器的，器材室须留下书面{noun}备查。"))
    assert not made("altered-wording", article("x", f"押金应当附上书面{noun}后退还租借人。"))


def test_what_a_case_is_not_stays_as_it_is():
    rule = article("x", "租约如果不是以书面形式订立的，器材室应当先收押金。")
    assert not made("altered-wording", rule)
    assert made("altered-wording", article("x", "租约到期的，器材室应当以书面形式告知租借人。"))


@pytest.mark.parametrize("verb", "写出 提交 出具 具有 须有 没有 附上 填写 递交 凭".split())
def test_what_is_handed_in_or_had_is_on_paper(verb):
    assert not made("altered-wording", article("x", f"琴弦断裂的，租借人应当{verb}书面报告，交器材室。"))


@pytest.mark.parametrize(
    "act",
    [
        "通知租借人",
        "报告器材室",
        "申请延期",
        "说明原因",
        "答复租借人",
        "同意",
        "提出更换",
        "承诺赔偿",
        "形式告知租借人",
    ],
)
def test_what_can_be_said_may_stand_for_what_is_written(act):
    assert made("altered-wording", article("x", f"琴弦断裂的，租借人应当在两天内书面{act}。"))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("员工不得打断客户。", "Staff must not interrupt the customer."),
        ("目前不得提前下班。", "Nobody must leave early at present."),
        ("不得超过两次。", "It must not happen more than twice."),
        ("出门必须事先报告。", "Leaving must be reported in advance."),
        ("发现故障应当立即报修。", "A fault shall be reported at once."),
    ],
)
def test_words_are_left_alone_where_the_other_word_would_fool_nobody(zh, en):
    assert not made("altered-wording", article("plain", zh, en))
    assert not made("allowed", article("plain", zh, en))


def test_what_is_allowed_is_asked_in_its_own_case():
    rule = article(
        "lieu",
        "在休息日上班的，员工可以调休。",
        "Staff asked to work on a rest day may take time off.",
        norm="permission",
    )
    item = only("allowed", rule)
    assert [o.text.zh for o in item.options] == ["必须", "可以", "不得"]
    assert key(item) == ["可以"]


def test_no_word_is_right_much_more_often_than_the_others():
    may = [
        article(
            f"may-{n}",
            f"在{day}上班的，员工可以调休。",
            f"Staff asked to work on {en} may take time off.",
            norm="permission",
        )
        for n, (day, en) in enumerate(
            [("周六", "Saturday"), ("周日", "Sunday"), ("节日", "a holiday"), ("除夕", "New Year's Eve")]
        )
    ]
    book = handbook(*may)
    right = [item for item in generate(book) if item.model == "allowed"]
    assert len(right) == 3
    (left_out,) = {f"rules/{rule.id}" for rule in may} - {address for item in right for address in item.cites}
    assert reasons(book, "allowed", left_out)


def test_beside_a_wrong_figure_two_right_statements_have_one():
    for item in generate(load_project(Path(__file__).parents[2]).handbook):
        if item.model != "true-statements":
            continue
        said = [(re.sub("^（[^）]*）", "", o.text.zh), o.key) for o in item.options]
        wrong = [text for text, is_right in said if not is_right]
        right = [re.search("[0-9一二两三四五六七八九十半]", text) is not None for text, is_right in said if is_right]
        if any(re.search("[0-9]", text) for text in wrong):
            assert sum(right) >= min(2, max(len(right) - 1, 1)), item.id


def test_one_two_or_three_of_five_statements_are_wrong_and_none_is_wrong_twice():
    book = load_project(Path(__file__).parents[2]).handbook
    items = [item for item in generate(book) if item.model == "true-statements"]
    wrong = [[(o.cite, o.text.zh) for o in item.options if not o.key] for item in items]
    counts = Counter(map(len, wrong))
    assert set(counts) == {1, 2, 3}
    assert min(counts.values()) > len(items) / 10
    assert max(Counter(one for those in wrong for one in those).values()) == 1


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


def test_two_details_are_offered_in_all_four_ways():
    rule = article(
        "r",
        "客服主管必须在${limit}内书面答复客户。",
        "The service supervisor must answer the customer in writing within ${limit}.",
        facts={"limit": days("P3D")},
    )
    item = only("two-details", rule)
    assert item.stem.zh.count("______") == item.stem.en.count("______") == 2
    ways = [tuple(option.text.zh.split("；")) for option in item.options]
    assert len(ways) == len(set(ways)) == 4
    # Each detail, right or wrong, stands in two of them, so that none is like more of the others than the rest.
    assert [{side.count(part) for part in side} for side in zip(*ways, strict=True)] == [{2}, {2}]
    (right,) = key(item)
    assert all(part in "客服主管必须在3天内书面答复客户。" for part in right.split("；"))


def test_two_parties_that_could_change_places_are_not_asked_for_together():
    either = "由客服主管或者客服部经理签发，公布在大厅。"
    en = "It is signed by the service supervisor or the service manager and posted in the hall."
    assert not made("two-details", article("r", either, en))


@pytest.mark.parametrize(
    ("zh", "en", "fields", "plain"),
    [
        ("员工应当待人有礼，不得争吵。", "Staff shall be polite and must not quarrel.", {}, True),
        ("员工应当报告直接上级。", "Staff shall tell the line manager.", {}, True),
        ("其他事项按《请假规定》的“审批”一条办理。", "For the rest, “Approval” in Leave applies.", {}, True),
        ("员工应当报告客服主管。", "Staff shall tell the service supervisor.", {}, False),
        ("员工应当说“您好”。", "Staff shall say “Hello”.", {}, False),
        ("员工应当等候三天。", "Staff shall wait for three days.", {}, False),
        ("员工可以坐下。", "Staff may sit down.", {"norm": "permission"}, False),
        (None, "Staff shall be polite.", {}, False),
    ],
)
def test_a_provision_without_a_detail_holds_only_good_sense(zh, en, fields, plain):
    book = handbook(article("a", zh, en, **fields))
    assert Rules(book).commonplace == ({"rules/a"} if plain else set())


def test_what_is_allowed_becomes_what_must_be_and_what_is_forbidden_is_left():
    may = article("m", "天气炎热时，员工可以不系领带上班。", "In hot weather staff may come without a tie.")
    must_not = article(
        "n", "天气炎热时，员工不得在库房外休息。", "In hot weather staff must not rest outside the store."
    )
    free = article("f", "天气炎热时，员工可以在库房外休息。", "In hot weather staff may rest outside the store.")
    altered = [spot.wrong for clause, spots in Rules(handbook(may, must_not, free)).wordings.items() for spot in spots]
    assert [[text.zh for text in wrong] for wrong in altered] == [["必须"]]


@pytest.mark.parametrize(
    ("zh", "en", "offered"),
    [
        ("退款经${m}批准后方可支付。", "A refund is paid only after ${m} has approved it.", True),
        ("${m}每天打扫会议室。", "${m} cleans the meeting room every day.", False),
    ],
    ids=["decides", "does the chores"],
)
def test_those_at_the_head_stand_in_only_where_somebody_decides(zh, en, offered):
    said = article("a", zh.replace("${m}", "客服部经理"), en.replace("${m}", "the service manager").capitalize())
    head = article("b", "总经理主持年会。", "The general manager chairs the annual meeting.")
    spots = [spot for spot in Rules(handbook(said, head)).party_spots.values() if spot.clause.address == "rules/a"]
    assert any("总经理" in {text.zh for text in spot.wrong} for spot in spots) is offered


@pytest.mark.parametrize(("name", "asked"), [("直接上级", False), ("值班长", True)])
def test_whom_staff_turn_to_is_not_asked_for(name, asked):
    said = article("a", f"发现裂纹后报告{name}。", "A crack is reported to the foreman.")
    book = handbook(said)
    roles = {**book.settings.roles, "foreman": Role(name=Text(zh=name, en="foreman"))}
    book = replace(book, settings=book.settings.model_copy(update={"roles": roles}))
    assert bool(Rules(book).party_spots) is asked


def _offered(book: Handbook, address: str, **roles: tuple[str, str]) -> set[str]:
    """Return the wrong parties of a provision in a book that has these roles besides."""
    more = {name: Role(name=Text(zh=zh, en=en)) for name, (zh, en) in roles.items()}
    settings = book.settings.model_copy(update={"roles": {**book.settings.roles, **more}})
    details = Rules(replace(book, settings=settings)).details
    return {text.zh for c, spots in details.items() if c.address == address for spot in spots for text in spot.wrong}


@pytest.mark.parametrize(
    ("zh", "en", "offered"),
    [
        ("行政部应当在大厅设置监控。", "Administration shall install cameras in the hall.", False),
        # A department does what no person does, but both are told.
        ("行政部应当为员工设置更衣柜。", "Administration shall provide lockers for staff.", False),
        ("更衣柜损坏的，员工应当报告行政部。", "Staff shall report a broken locker to administration.", True),
    ],
)
def test_the_line_manager_is_somebodys(zh, en, offered):
    said = article("a", zh, en)
    others = [
        article(f"b{n}", f"员工的{matter}由直接上级安排。", f"The {word} of staff is arranged by the line manager.")
        for n, (matter, word) in enumerate([("排班", "rota"), ("休息", "rest"), ("培训", "training")])
    ]
    posts = {"superior": ("直接上级", "line manager"), "office": ("行政部", "administration")}
    assert ("直接上级" in _offered(handbook(said, *others), "rules/a", **posts)) is offered


@pytest.mark.parametrize(
    ("zh", "en", "offered"),
    [
        ("人力资源部应当保存全部考核记录。", "Human resources shall keep all appraisal records.", False),
        ("人力资源部应当保存全部参观记录。", "Human resources shall keep all records of visits.", True),
    ],
)
def test_what_is_plainly_the_business_of_a_department_no_other_is_believed_to_do(zh, en, offered):
    others = [
        article(
            f"b{n}",
            f"行政部和人力资源部共同检查{matter}。",
            f"Administration and human resources check the {word} together.",
        )
        for n, (matter, word) in enumerate(
            [("会议室", "meeting room"), ("信箱", "mailbox"), ("公告栏", "notice board")]
        )
    ]
    posts = {"office": ("行政部", "administration"), "people": ("人力资源部", "human resources")}
    assert ("行政部" in _offered(handbook(article("a", zh, en), *others), "rules/a", **posts)) is offered


def test_whoever_is_reported_to_stands_above_those_who_report():
    steps = listed("a", "投诉按下列次序上交：", "A complaint goes up in this order:", [
        ("客服专员报客服主管；", "from the service agent to the service supervisor;"),
        ("客服主管报客服部经理；", "from the service supervisor to the service manager;"),
        ("客服部经理报总经理。", "from the service manager to the general manager."),
    ])  # fmt: skip
    others = [
        article(
            f"b{n}", f"总经理和部门经理决定{m}。", f"The general manager and the department manager decide on the {w}."
        )
        for n, (m, w) in enumerate([("预算", "budget"), ("编制", "staffing"), ("搬迁", "move")])
    ]
    assert "部门经理" not in _offered(
        handbook(steps, *others), "rules/a", department=("部门经理", "department manager")
    )


def _in_parts(*parts: tuple[str, ...]) -> list[Node]:
    """Return chapters of which each has these sentences, and they are about its own people."""
    chapters = []
    for number, said in enumerate(parts, 1):
        body = tuple(article(f"c{number}-{n}", zh) for n, zh in enumerate(said, 1))
        chapters.append(Node(chapter=str(number), id=f"c{number}", title=Text(zh=f"第{number}部分"), body=body))
    return chapters


def test_a_party_of_another_part_of_the_book_is_no_wrong_answer():
    calls = ("客服专员必须登记来电。", "客服专员必须当天回电。", "客服专员接听以后报告客服主管。")
    papers = ("客服部经理负责审核合同的条款。", "客服部经理负责保管合同的原件。", "合同由总经理签字后生效。")
    spots = Rules(handbook(*_in_parts(calls, papers, papers, papers))).party_spots
    offered = {spot.clause.address: {text.zh for text in spot.wrong} for spot in spots.values()}
    assert not {"客服专员", "客服主管"} & offered["rules/c2-1"], "whom the telephone part names"
    assert "客服专员" not in set().union(*(texts for a, texts in offered.items() if "/c1-" not in a))
    assert not offered["rules/c1-1"], "nobody takes those above a post for it"


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("每辆车一张油卡，专卡专用，不得转借。", False),
        ("氧含量低于${n}的，不得进入作业区。", False),
        ("客服专员接起电话时说‘您好，请问有什么可以帮您’。", False),
        ("工作时间内，员工不得在更衣室会客。", True),
    ],
    ids=["said already", "a safeguard", "speech", "a case of its own"],
)
def test_what_good_sense_forbids_is_not_asked_for(zh, asked):
    facts = {"n": Fact(kind="percent", value="19.5")} if "${n}" in zh else {}
    assert bool(made("allowed", article("x", zh, facts=facts))) is asked


def test_what_concerns_the_whole_company_nobody_does_who_heads_a_part_of_it():
    rules = [
        article("a", "总经理可以另外给予荣誉称号。", "The general manager may in addition grant an honorary title."),
        *(
            article(f"b{n}", f"客服部经理必须{act}。", f"The service manager must {word}.")
            for n, (act, word) in enumerate([("检查仓库", "check the store"), ("检查大厅", "check the hall")])
        ),
    ]
    assert not _offered(handbook(*rules), "rules/a")
    at_large = article("a", "总经理可以另外给予补贴。", "The general manager may in addition grant an allowance.")
    assert _offered(handbook(at_large, *rules[1:]), "rules/a") == {"客服部经理"}


@pytest.mark.parametrize(
    ("zh", "en", "many"),
    [
        ("钥匙丢失的，员工必须填写补领单。", "Staff who lose a key must fill in a form.", 0),
        ("钥匙丢失的，员工必须更换柜子。", "Staff who lose a key must change the cabinet.", 1),
        (
            "午休时店长可以按《奖励规定》的‘加班’一条发放餐券。",
            "At noon the manager may hand out vouchers under ‘Overtime’.",
            0,
        ),
        ("午休时店长可以发放餐券。", "At noon the manager may hand out vouchers.", 1),
        ("休息日店长不得要求员工整理仓库。", "On rest days the manager must not ask staff to tidy the store.", 0),
        ("休息日店长不得整理仓库。", "On rest days the manager must not tidy the store.", 1),
    ],
)
def test_nobody_is_asked_whether_a_form_is_filled_in_or_what_goes_by_another_article_is_banned(zh, en, many):
    assert len(made("allowed", article("a", zh, en))) == many
