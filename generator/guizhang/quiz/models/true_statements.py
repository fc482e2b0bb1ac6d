"""True statements: five sentences of the rules, one or more of them altered; which are as they stand?

A rule that common sense answers is asked for nowhere else, and so stands beside the altered one first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.quiz.material.made import Declined, Made
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.statement_items import first_sound
from guizhang.quiz.material.statements import ENOUGH, Asked, Statements
from guizhang.quiz.quoting.clauses import Clause

NAME = "true-statements"
QUOTES = True
ASKS = Message("独立成句、改一个词就不对的规定", "a short rule that one changed word makes wrong")
_TURNS = 16
"""How often an altered rule may stand among others."""
_MOST = 12
"""Items in which one rule is altered: whoever has seen it in so many knows which of five statements it is."""
_ASKED = Asked(
    NAME,
    ItemType.MULTIPLE_CHOICE,
    Text(
        zh="下列哪几项是{}的规定？（可多选）",
        en="Which of these are laid down in {}? Choose all that apply.",
    ),
    others=4,
    fewest_right=2,
    spread=True,
)


def make_in(rules: Rules, regulation: Regulation) -> Iterator[Made]:
    """Yield items for every provision that can be altered, as long as its regulation has rules little else asks for."""
    said = Statements(rules, regulation)
    used = said.used()
    yield from said.unsaid()
    by_provision: dict[str, list[tuple[Clause, str, Text]]] = {}
    for clause, texts in said.false.items():
        for n, text in enumerate(texts, 1):
            last = f"{clause.ordinal}-{n}" if n > 1 else str(clause.ordinal)
            by_provision.setdefault(clause.address, []).append((clause, last, text))
    lacking = {clause.address for clause in said.true}
    altered = Counter[str | None]()
    for turn in range(_TURNS):
        for address, here in by_provision.items():
            made = False
            for clause, last, text in here:
                # What rules little else asks for, or nothing, stands beside what is altered once more.
                if altered[address] >= _MOST or (turn and not any(used[other] < ENOUGH for other in lacking)):
                    break
                item = first_sound(said, _ASKED, clause, f"{last}-r{turn + 1}" if turn else last, text, said.true, used)
                if item is None:
                    continue
                made = True
                if all(used[cited] >= ENOUGH for cited in item.cites):
                    break
                altered.update(option.cite for option in item.options if not option.key)
                used.update(item.cites.keys())
                yield item
            if not made and not turn:
                yield Declined(address, said.too_few(address, said.true, _ASKED.others))
