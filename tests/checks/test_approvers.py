"""Who approves by the text, and who by ``approval``."""

from __future__ import annotations

import pytest

from guizhang.consistency.approvers import misnamed
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text

ROLES = {
    "shift": {"name": {"zh": "当班主管", "en": "shift supervisor"}},
    "shop": {"name": {"zh": "门店经理", "en": "shop manager"}},
    "region": {"name": {"zh": "区域经理", "en": "regional manager"}},
}


def book(text, by, *, above=None, listed=()):
    """A handbook of one clause that *by* approve, perhaps below words of its own article."""
    clause = {
        "text": text,
        "approval": {"by": by, "matter": {"zh": "折扣", "en": "a discount"}},
        "body": [{"item": str(i), "text": one} for i, one in enumerate(listed, 1)],
    }
    article = {"article": "1", "id": "discount", "text": above, "body": [clause]}
    regulation = {"id": "sales", "title": {"zh": "销售规定"}, "edition": {"version": "1"}, "body": [article]}
    return Handbook(
        Settings(title=Text(zh="规章"), company=Text(zh="公司"), roles=ROLES), (Regulation.model_validate(regulation),)
    )


MISNAMED = [
    ({"zh": "超过九折的折扣，经区域经理批准后方可给出。"}, ["shop"]),
    ({"zh": "员工可以由区域经理决定给予折扣。"}, ["shop"]),
    ({"zh": "要给折扣的，向区域经理提出，经同意后办理。"}, ["shop"]),
    ({"zh": "经当班主管同意后，报区域经理审批。"}, ["shift", "shop"]),
    # The short name is that of the one named above it.
    ({"en": "A discount may be given with the regional manager's approval; the manager signs the form."}, ["shop"]),
    ({"en": "Only after the regional manager has approved may a discount be given."}, ["shop"]),
    ({"en": "Discounts are approved by the regional manager."}, ["shop"]),
    ({"zh": "经区域经理批准后给出。", "en": "Given once the regional manager has approved."}, ["shop"]),
]
AS_TYPED = [
    ({"zh": "超过九折的折扣，经门店经理批准后方可给出。"}, ["shop"]),
    # Nobody is named, or only for short.
    ({"zh": "超过九折的折扣，经批准后方可给出。"}, ["shop"]),
    ({"zh": "超过九折的折扣，由经理批准。"}, ["shop"]),
    ({"zh": "经主管同意后由区域经理批准。"}, ["shift", "region"]),
    # A role that is unknown is another fault.
    ({"zh": "经区域经理批准后给出。"}, ["boss"]),
    # Somebody else is spoken of, but approves nothing.
    ({"zh": "折扣经批准后，通知区域经理。"}, ["shop"]),
    ({"zh": "门店经理批准的折扣，报区域经理审批。"}, ["shop"]),
    ({"en": "A discount needs approval; tell the regional manager."}, ["shop"]),
    # The two languages do not say the same, which is another fault.
    ({"zh": "经门店经理批准后给出。", "en": "Given once the regional manager has approved."}, ["shop"]),
]


@pytest.mark.parametrize(("text", "by"), MISNAMED)
def test_another_approver_in_the_words_is_found(text, by):
    (found,) = misnamed(book(text, by))
    assert (found.typed, found.said) == ("shop", "region")


@pytest.mark.parametrize(("text", "by"), AS_TYPED)
def test_words_that_name_those_typed_or_nobody_are_left_alone(text, by):
    assert not list(misnamed(book(text, by)))


def test_an_approver_named_above_or_below_the_clause_counts():
    assert not list(misnamed(book({"zh": "报区域经理审批"}, ["shop"], above={"zh": "以下由门店经理办理："})))
    assert not list(
        misnamed(book({"zh": "折扣由区域经理批准："}, ["region", "shop"], listed=({"zh": "不在时由门店经理批准"},)))
    )
