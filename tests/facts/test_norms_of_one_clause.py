"""A duty and a prohibition in one clause: the clause has both, the first as its norm."""

from __future__ import annotations

import pytest

from guizhang.facts.inherit import find_norms
from guizhang.importers import import_text


@pytest.mark.parametrize(
    ("rule", "norm", "also"),
    [
        ("员工必须佩戴工牌，不得外借。", "duty", ("prohibition",)),
        ("仓库内严禁吸烟，必须配备灭火器。", "prohibition", ("duty",)),
        ("员工必须佩戴工牌。", "duty", ()),
    ],
)
def test_both_norms_of_a_clause_are_found(rule, norm, also):
    (document,) = import_text(f"管理规定\n第一条 {rule}\n第二条 本规定自公布之日起施行。\n".encode(), "a.txt").documents
    first = next(clause for clause in find_norms(document.nodes) if clause.node == document.nodes[0].id)
    assert (first.norm, first.also) == (norm, also)
