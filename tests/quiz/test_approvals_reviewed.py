"""Who approves is not asked where the article has somebody else decide once more."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Approval
from guizhang.model.text import Text
from guizhang.quiz.why import why
from tests.quiz.rulings import article, handbook

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
