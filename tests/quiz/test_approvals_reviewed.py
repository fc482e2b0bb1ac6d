"""Who approves is not asked where somebody else may as well, or where rank alone tells."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Approval, Node
from guizhang.model.text import Text
from guizhang.quiz.why import why
from tests.quiz.rulings import article, handbook, made

_MATTER = Text(zh="特别折扣", en="a special discount")
_ZH, _EN = "特别折扣由客服部经理批准。", "The service manager approves a special discount."
_WHY = "同一条还规定了由谁复核"


@pytest.mark.parametrize(
    ("zh", "en", "reviewed"),
    [
        ("", "", False),
        ("员工不服的，由总经理复核。", "Staff who disagree may ask the general manager to review it.", True),
        ("最终决定由总经理作出。", "The final decision is for the general manager.", True),
        (
            "对决定有异议的，可以申诉。",
            "An appeal against the service manager's decision goes to the general manager.",
            True,
        ),
        ("员工不服的，由客服部经理重新决定。", "Staff may appeal to the service manager.", False),
        ("客服主管先审核折扣的理由。", "The service supervisor first reviews the reasons for the discount.", False),
    ],
)
@pytest.mark.parametrize("langs", [("zh", "en"), ("en",)])
def test_who_decides_where_somebody_else_decides_on_review(zh, en, reviewed, langs):
    matter = Text(zh=_MATTER.zh if "zh" in langs else None, en=_MATTER.en)
    rule = article(
        "discounts",
        f"{_ZH}{zh}" if "zh" in langs else None,
        f"{_EN} {en}".strip(),
        approval=Approval(by=("manager",), matter=matter),
    )
    (report,) = (one for one in why("rules/discounts", handbook(rule)) if one.model == "approver")
    assert any(_WHY in message.zh for message in report.declined) is reviewed


def _approved(*points: tuple[str, str, str, str, str]) -> Node:
    """Return an article of approvals: by whom, the matter and the sentence in both languages."""
    body = tuple(
        Node(
            norm="duty",
            text=Text(zh=zh, en=en),
            approval=Approval(by=(by,), matter=Text(zh=matter, en=matter_en)) if by else None,
        )
        for by, matter, matter_en, zh, en in points
    )
    return Node(article="1", id="files", title=Text(zh="文件", en="Files"), body=body)


_FILES = (
    "supervisor",
    "借出文件",
    "lending files",
    "借出文件由客服主管批准。",
    "The service supervisor approves lending files.",
)


@pytest.mark.parametrize(
    ("zh", "en", "declined"),
    [
        ("借出机密文件的，应当先按“保密”一条取得批准。", "To lend confidential files, approval is needed first.", True),
        ("借出文件的，应当登记。", "Who lends files shall record it.", False),
        ("购买电脑的，应当先取得批准。", "To buy a computer, approval is needed first.", False),
    ],
)
def test_who_approves_where_some_cases_take_another_approval(zh, en, declined):
    (report,) = (
        r for r in why("rules/files", handbook(_approved(_FILES, ("", "", "", zh, en)))) if r.model == "approver"
    )
    assert any("另外规定了批准" in message.zh for message in report.declined) is declined


def test_whose_department_manager_it_is_the_option_would_not_say():
    said = "借出文件由归口部门的客服部经理批准。", "The service manager of the department approves it."
    rule = _approved(("manager", "借出文件", "lending files", *said))
    assert not made("approver", rule)


def _ladder(*matters: tuple[str, str]) -> Node:
    posts = (("supervisor", "客服主管", "service supervisor"), ("manager", "客服部经理", "service manager"),
             ("director", "总经理", "general manager"))  # fmt: skip
    return _approved(
        *(
            (by, zh, en, f"{zh}由{name}批准。", f"The {name_en} approves {en}.")
            for (by, name, name_en), (zh, en) in zip(posts, matters, strict=True)
        )
    )


def test_approvals_that_rise_with_the_post_are_not_matched_and_asked_for_in_the_middle():
    amounts = [
        ("不满100元的补偿", "a small refund"),
        ("不满500元的补偿", "a medium refund"),
        ("其他补偿", "any other refund"),
    ]
    assert not made("approval-match", _ladder(*amounts))
    assert [item.id for item in made("approver", _ladder(*amounts))] == ["approver.rules.files.2"]
    unlike = [("借出文件", "lending files"), ("预支旅费", "advancing fares"), ("停用电话", "removing telephones")]
    assert len(made("approver", _ladder(*unlike))) == 3
