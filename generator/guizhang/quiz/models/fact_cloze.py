"""Fact cloze: a sentence with two figures or more, the number of each left out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from guizhang.diagnostics import Message
from guizhang.model.item import Gap, ItemType
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.material.figures.number_blanks import number_blank
from guizhang.quiz.material.made import NOT_ALONE, Declined, Made, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.texts import escaped

NAME = "fact-cloze"
ASKS = Message("有两个以上数值的句子", "a sentence with two figures or more")
_FEWEST = 2
_OTHER_ORDER = Message(
    "两种语言的数值次序不同，或者空白处连不成句子",
    "the two languages have the figures in another order, or the sentence cannot stand with its gaps",
)


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every clause that lays down two numbers or more."""
    by_clause: dict[Clause, list[Figure]] = {}
    yield from rules.refused_figures
    for figure in rules.figures:
        if number_of(figure.fact) is not None and number_blank(figure) is not None:
            by_clause.setdefault(figure.clause, []).append(figure)
    for clause, figures in by_clause.items():
        if len(figures) < _FEWEST or len({figure.said(figure.fact) for figure in figures}) < len(figures):
            continue  # what stands in one blank is not to be written into another
        gapped = _gapped(clause, figures)
        answer = clause.quote()
        if gapped is None or answer is None:
            yield Declined(clause.address, _OTHER_ORDER if answer is not None else NOT_ALONE, clause.shown)
            continue
        where = clause.said_where
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.CLOZE,
            difficulty=4,
            stem=clause.said(
                f"{where.zh}规定：“{gapped.zh}”写出空白处的数字。",
                f"{where.en}: “{gapped.en}” Write the numbers that belong in the blanks.",
            ),
            gaps={f"n{n}": Gap(answer=_digits(figure)) for n, figure in enumerate(figures, 1)},
            rationale=escaped(clause.said(f"{where.zh}：“{answer.zh}”", f"{where.en}: “{answer.en}”")),
        )


def _gapped(clause: Clause, figures: list[Figure]) -> Text | None:
    gaps = {figure.address: f"n{n}" for n, figure in enumerate(figures, 1)}
    blanks = {figure.address: blank for figure in figures if isinstance(blank := number_blank(figure), Text)}
    seen: dict[Lang, list[str]] = {lang: [] for lang in LANGS}

    def print_fact(address: str, lang: Lang) -> str:
        blank = blanks.get(address)
        if blank is None:
            return clause.handbook.print_fact(address, lang)
        seen[lang].append(address)
        return blank.either(lang).replace(BLANK, f"[[{gaps[address]}]]")

    gapped = clause.quote(print_fact)
    # Both languages have the same numbers, and each has them in the order in which its gaps stand.
    in_turn = all(list(dict.fromkeys(seen[lang])) == list(gaps) for lang in clause.langs)
    if gapped is None or not in_turn:
        return None
    # A figure that the rule prints twice would be asked for twice in one item.
    once = all(gapped.either(lang).count(f"[[{gap}]]") == 1 for gap in gaps.values() for lang in clause.langs)
    return gapped if once else None


def _digits(figure: Figure) -> Text:
    number = number_of(figure.fact)
    assert isinstance(number, Decimal)
    digits = f"{number.normalize():f}"
    return figure.clause.said(digits, digits)
