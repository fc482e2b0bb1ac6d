"""Figures one can ask for: each fact with the clause that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import magnitude
from guizhang.model.text import LANGS, Lang, Text
from guizhang.model.wording import print_fact
from guizhang.quiz.clauses import BLANK, Clause, clauses
from guizhang.quiz.neighbours import neighbours

_FIGURE_ZH = re.compile(r"^[\d.,:零〇一二两三四五六七八九十百千万半每至]+")
_FIGURE_EN = re.compile(r"^([\d.,:]+|no|one|two|three|four|five|six|seven|eight|nine|ten|half an?)\b\s*")


@dataclass(frozen=True)
class Figure:
    """A fact in the clause that says it."""

    clause: Clause
    address: str
    """``regulation/provision#fact``."""
    fact: Fact
    """Parameters applied."""

    @property
    def handbook(self) -> Handbook:
        """The handbook it stands in."""
        return self.clause.handbook

    @property
    def name(self) -> str:
        """The fact's name."""
        return self.address.partition("#")[2]

    def printed(self, fact: Fact, lang: Lang) -> str:
        """Return *fact* as options print it: never in an own wording, which would tell the key from the others."""
        return print_fact(fact.model_copy(update={"zh": None, "en": None}), lang, self.handbook.settings.units)

    def blanked(self) -> Text | None:
        """Return the sentence with a blank for the figure and all other figures printed."""
        return self.clause.excerpt(
            self.address, lambda a, lang: BLANK if a == self.address else self.handbook.print_fact(a, lang)
        )

    def filled(self, fact: Fact | None = None) -> Text | None:
        """Return the sentence with *fact* in the figure's place; the figure itself when absent."""
        shown = fact or self.fact
        return self.clause.excerpt(
            self.address,
            lambda a, lang: self.printed(shown, lang) if a == self.address else self.handbook.print_fact(a, lang),
        )

    def stated(self) -> tuple[str, ...]:
        """Return the addresses of all figures the clause gives, this one first."""
        others = [a for a in self.clause.facts() if a != self.address]
        return (self.address, *others)

    @cached_property
    def wrong_values(self) -> tuple[list[Fact], list[Fact]]:
        """Values below and above, nearest first, none of which is true of the same thing anywhere.

        True are the other figures of the same kind and unit in the same provision, and those that are about the same
        elsewhere.
        """
        true = {magnitude(fact.quantity[0]) for fact in self._kin()}
        lower, higher = neighbours(self.fact)
        seen = {self.printed(self.fact, "zh"), self.printed(self.fact, "en")}
        return self._usable(lower, true, seen), self._usable(higher, true, seen)

    def _usable(self, facts: list[Fact], true: set[Decimal], seen: set[str]) -> list[Fact]:
        return [
            fact
            for fact in facts
            if magnitude(fact.quantity[0]) not in true and not {self.printed(fact, lang) for lang in LANGS} & seen
        ]

    def _kin(self) -> Iterator[Fact]:
        provision = self.address.partition("#")[0]
        about = self.fact.about
        for address, fact in self.handbook.facts.items():
            if (fact.kind, fact.unit) != (self.fact.kind, self.fact.unit):
                continue
            if address.startswith(f"{provision}#") or (about is not None and fact.about == about):
                yield fact


def figures(handbook: Handbook) -> Iterator[Figure]:
    """Yield every fact of an adopted provision with the first clause that says it, where that clause can be quoted."""
    asked: set[str] = set()
    for clause in clauses(handbook):
        for address in clause.facts():
            # A figure is asked where it is laid down, not where another provision repeats it.
            if address in asked or address.partition("#")[0] != clause.address:
                continue
            figure = Figure(clause, address, handbook.facts[address])
            if figure.blanked() is None or not _fits_blank(figure):
                continue
            asked.add(address)
            yield figure


def unit_words(figure: Figure) -> Text | None:
    """Return what stands behind the number (小时 / hours), as printed for a plural; ``None`` where it cannot be told."""
    try:
        many = figure.fact.with_value(_five(figure.fact))
    except ValueError:
        return None
    zh = _FIGURE_ZH.sub("", figure.printed(many, "zh"))
    en = _FIGURE_EN.sub("", figure.printed(many, "en"))
    return Text(zh=zh or None, en=en or None) if zh or en else None


def _five(fact: Fact) -> str:
    return re.sub(r"\d+(\.\d+)?", "5", fact.value, count=1)


def _fits_blank(figure: Figure) -> bool:
    """Tell whether values printed the usual way fit where the text prints its own wording.

    ``zh: 二十四小时`` does; ``zh: 三`` before 名员工 does not, because 3个 would be put there.
    """
    for lang in LANGS:
        own = figure.fact.zh if lang == "zh" else figure.fact.en
        if own is None:
            continue
        pattern = _FIGURE_ZH if lang == "zh" else _FIGURE_EN
        if pattern.sub("", own) != pattern.sub("", figure.printed(figure.fact, lang)):
            return False
    return True
