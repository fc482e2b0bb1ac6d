"""Who acts, approves or is told: which other party could be believed in its place, and which could not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.model.handbook import Handbook, Role
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, handbook, key, listed, made


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


def test_two_parties_that_could_change_places_are_not_asked_for_together():
    either = "由客服主管或者客服部经理签发，公布在大厅。"
    en = "It is signed by the service supervisor or the service manager and posted in the hall."
    assert not made("two-details", article("r", either, en))


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


def test_a_department_whose_english_name_goes_on_is_no_person_with_an_article():
    rules = [
        article("till", "退款由总经理批准。", "Refunds are approved by the general manager."),
        article("post", "挂号信由人力资源部保管。", "Registered post is kept by the Human Resources department."),
    ]
    said = [o for m in ("responsible", "altered-wording", "two-details") for o in made(m, *rules)]
    texts = [t.en for item in said for t in (item.stem, *(o.text for o in item.options))]
    assert not any(
        "human resources" in (text or "").casefold().replace("human resources department", "") for text in texts
    )
