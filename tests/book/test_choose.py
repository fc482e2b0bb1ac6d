"""What is chosen of a handbook: for a role, or by the names of regulations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.book.gather import gather
from guizhang.diagnostics import Faulty
from guizhang.model.handbook import Handbook, Role, Settings
from guizhang.model.regulation import Edition, Node, Regulation, walk
from guizhang.model.text import Text
from tests.book.conftest import TODAY


def test_cutting_for_a_role_keeps_what_its_clauses_hang_on():
    def clause(text, *roles, **more):
        return Node(text=Text(zh=text) if text else None, applies_to=roles, **more)

    article = clause(
        "前台须：", article="1", id="a",
        body=(clause("登记；", item="1"), clause("归档；", "clerk", item="2"), clause(None, item="3"), clause("报告。", "guard", item="4")),
    )  # fmt: skip
    others = clause(
        "档案员须保存：",
        "clerk",
        article="2",
        id="b",
        body=(clause("登记簿。", item="1"), clause("证件。", "guard", item="2")),
    )
    rules = Regulation(id="r", title=Text(zh="规定"), edition=Edition(version="1"), body=(article, others))
    roles = {name: Role(name=Text(zh=name)) for name in ("clerk", "guard", "agent")}
    book = Handbook(Settings(title=Text(zh="手册"), company=Text(zh="公司"), roles=roles), (rules,))

    def left(role):
        (regulation,) = gather(book, on=TODAY, role=role).rules
        return [place.node.text.zh if place.node.text else place.node.item for place in walk(regulation.regulation)]

    assert left("agent") == ["前台须：", "登记；", "3"]
    assert left("clerk") == ["前台须：", "登记；", "归档；", "3", "档案员须保存：", "登记簿。"]
    assert left("guard") == ["前台须：", "登记；", "3", "报告。", "档案员须保存：", "证件。"]


@pytest.mark.parametrize(
    ("choice", "code", "problem", "mend"),
    [
        ({"regulations": ["leaves"]}, "BOK001", "there is no regulation 'leaves'", "did you mean leave?"),
        ({"regulations": ["zzz"]}, "BOK001", "there is no regulation 'zzz'", "known: leave, old, visitors"),
        ({"role": "recepton"}, "BOK001", "there is no role 'recepton'", "did you mean reception?"),
        (
            {"regulations": ["visitors", "x"], "role": "y"},
            "BOK001",
            "there is no regulation 'x'",
            "known: leave, old, visitors",
        ),
    ],
)
def test_what_there_is_not_cannot_be_chosen(handbook, choice, code, problem, mend):
    with pytest.raises(Faulty) as caught:
        gather(handbook, on=TODAY, **choice)
    fault = caught.value.diagnostics[0]
    assert (fault.code, fault.problem.en, fault.mend.en) == (code, problem, mend)


def test_an_empty_handbook_is_nothing_to_print():
    empty = Handbook(Settings(title=Text(zh="空"), company=Text(zh="空")))
    with pytest.raises(Faulty) as caught:
        gather(empty, on=TODAY)
    assert [fault.code for fault in caught.value.diagnostics] == ["BOK002"]


def test_a_role_that_everything_applies_to_gets_no_word_about_extracts(handbook):
    whole = replace(handbook, regulations=tuple(r for r in handbook.regulations if r.id == "old"))
    notice = gather(whole, on=TODAY, role="clerk").rules[0].notice
    assert notice is not None
    assert "节选" not in notice.zh
