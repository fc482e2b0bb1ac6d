"""Which true-or-false items give a rule as it stands, and which with a detail altered.

A sentence with two figures, or a figure and a party, has an item for each. As it stands it is asked once: two items that
both gave it unaltered would be one question twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.fact import Fact
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.made import item_id
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause

FIGURES, WORDS = "altered-fact", "altered-wording"
"""The models that make such items."""
_NEAREST = 2
_FEWEST = 2
"""Wrong values a figure needs, so that the one that is shown is not always the same."""


def altered_values(rules: Rules, figure: Figure) -> list[Fact]:
    """Return the values one of which may stand in the place of *figure*; none where it has too few."""
    lower, higher = rules.believable(figure)
    wrong = [*lower[:_NEAREST], *higher[:_NEAREST]]
    return wrong if len(wrong) >= _FEWEST else []


def figure_name(figure: Figure) -> str:
    """Return the id of the item on a figure."""
    return item_id(FIGURES, figure.clause.address, figure.name)


def word_name(clause: Clause) -> str:
    """Return the id of the item on a word of a clause."""
    return item_id(WORDS, clause.address, str(clause.ordinal))


def word_spots(rules: Rules) -> Iterator[tuple[Clause, Spot]]:
    """Yield the place of each clause at which a word is asked for."""
    for clause, spots in rules.wordings.items():
        yield clause, keyed_choice(spots, "spot", word_name(clause))


def true_as_shown(rules: Rules) -> frozenset[str]:
    """Return the ids of the items that give their rule as it stands: of several on one sentence one, of one by chance."""
    by_sentence: dict[tuple[str, str | None, str | None], list[str]] = {}
    for name, clause, said in _statements(rules):
        by_sentence.setdefault((clause.address, said.zh, said.en), []).append(name)
    chosen = []
    for names in by_sentence.values():
        lot = [name for name in names if keyed_choice((True, False), "truth", name)]
        chosen += lot[:1] if lot or len(names) == 1 else keyed_order(names, str, "truth", names[0])[:1]
    return frozenset(chosen)


def _statements(rules: Rules) -> Iterator[tuple[str, Clause, Text]]:
    for figure in rules.figures:
        if altered_values(rules, figure):
            yield figure_name(figure), figure.clause, figure.filled(figure.fact)
    for clause, spot in word_spots(rules):
        yield word_name(clause), clause, spot.filled(spot.true)
