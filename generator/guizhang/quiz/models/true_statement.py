"""True statement: one sentence of the rules among three that say something else than theirs do."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.quiz.material.contrasts.words import plain
from guizhang.quiz.material.made import Declined, Made
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.statements.items import first_sound
from guizhang.quiz.material.statements.offered import Asked, Statements, Told
from guizhang.quiz.quoting.clauses import Clause

NAME = "true-statement"
QUOTES = True
ASKS = Message("独立成句、不太长的规定", "a short rule that stands by itself")
_PLAIN = Message("凭常识就知道对", "common sense tells that it is right")
_ASKED = Asked(
    NAME,
    ItemType.SINGLE_CHOICE,
    Text(zh="下列哪一项是{}的规定？", en="Which of these is laid down in {}?"),
    others=3,
    fewest_right=1,
    spread=False,
)


def make_in(rules: Rules, regulation: Regulation) -> Iterator[Made]:
    """Yield an item for every provision of *regulation* with a clause that can stand beside three altered ones of it."""
    said = Statements(rules, (regulation,))
    told = Told(said.used())
    by_provision: dict[str, list[Clause]] = {}
    for clause in said.true:
        by_provision.setdefault(clause.address, []).append(clause)
    yield from said.unsaid()
    for address, here in by_provision.items():
        asking = [clause for clause in here if not plain(said.true[clause][0])]
        # A clause that could be altered looks like the altered ones it would stand beside; others are a last resort.
        alterable = [clause for clause in asking if clause in said.false]
        for clause in alterable:
            tried = (
                first_sound(said, _ASKED, clause, str(clause.ordinal), key, said.false, told)
                for key in said.true[clause]
            )
            item = next((one for one in tried if one is not None), None)
            if item is not None:
                yield item
                break
        else:
            if alterable:
                yield Declined(address, said.too_few(address, said.false, _ASKED.others))
            elif not asking:
                yield Declined(address, _PLAIN)
