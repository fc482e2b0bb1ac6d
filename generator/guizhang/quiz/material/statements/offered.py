"""Statements side by side: what rules of one regulation say, and what they would say with one word or figure exchanged.

The options of one item come from different provisions, so that none answers another, of one part of the regulation
where it has enough of them, and are about as long as each other. An exchanged word makes a statement false of its own
rule; that it happens to be true by another rule of the same wording is excluded by looking it up among all that the
handbook says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.regulation import Regulation
from guizhang.model.text import LANGS, Text
from guizhang.quiz.material.contrasts.english_modals import PLAIN
from guizhang.quiz.material.contrasts.words import plain, told_how
from guizhang.quiz.material.lists.written import parts
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.rules import Looks, Rules
from guizhang.quiz.quoting.clauses import Clause
from guizhang.zh.quantities import find_figures

ENOUGH = 3
"""Items after which a provision gives way to others."""
_FEW_PLAIN = 6
"""One altered rule of so many, at least, has no figure where such rules may stand beside those that have one."""
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"[一二两兩三四五六七八九十百千半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|once|twice|[a-z]+teen|[a-z]+ty)\b",
    re.IGNORECASE,
)
# The law prevails, a supplement goes first, the rules are reviewed: nothing that staff could get wrong.
_DRAFTERS = re.compile(
    "(?:法律|法规)[^。]*(?:为准|抵触|不一致)|以本(?:规定|手册|制度|章)为准|[评复]审[^。]*规[章定]|规[章定][^。]*[评复]审|补充规定[^。]*(?:包括|适用|优先|没有规定)"
    r"|\bthe law (?:prevails|applies)\b|\bsupplement\b[^.]*\b(?:contains?|applies|prevails)\b|\brules? (?:is|are) reviewed\b",
    re.IGNORECASE,
)
_NO_DETAIL = Message(
    "没有一处细节（数值、责任人、方式、“可以”）换了以后仍然像真的，又确实不对",
    "it has no detail (a figure, who, in what way, may) that could be exchanged for one that sounds right and is wrong",
)
_NO_FALSEHOOD = Message(
    "换了细节的那句话不能单独作选项（太长，或者依赖上文），或者别处正是这样规定的",
    "with its detail exchanged the sentence cannot be an option (too long, leaning on another), or another rule says so",
)
_NO_OTHERS = Message(
    "同一规章里能放在旁边的规定太少", "its regulation has too few other rules that could stand beside it"
)
_NONE_ALIKE = Message(
    "同一规章里找不出几句长短、样子相近的放在旁边，正确的一句会露出来，或者那几条已经问够了",
    "no rules of its regulation are near enough to it in length and look, or those that are are asked for enough",
)
Sayings = Mapping[Clause, tuple[Text, ...]]


@dataclass(frozen=True)
class Asked:
    """What is asked of the statements."""

    name: str
    kind: ItemType
    stem: Text
    """``{}`` stands for the regulation, or the two, or a part of it."""
    others: int
    """Statements beside the first."""
    fewest_right: int
    spread: bool
    """Whether the rules asked for least stand beside the first, rather than those that look like it."""
    more_wrong: tuple[int, ...] = (0,)
    """Wrong statements beside the first, each as likely as the others, so that the number of right ones says nothing."""
    two: bool = False
    """Whether the statements are of two regulations."""


@dataclass(frozen=True)
class Told:
    """What the items made so far have."""

    used: Counter[str]
    """Items by provision."""
    shown: Counter[str] = field(default_factory=Counter)
    """Items by altered statement, in Chinese where it has it: whoever has seen one knows it."""
    stood: Counter[str] = field(default_factory=Counter)
    """Items by provision in which it stands unaltered beside what is asked: who meets it everywhere need not read it."""


@dataclass(frozen=True, eq=False)
class Statements:
    """What the rules of a regulation, or of two, say, truly and falsely, and how often each provision has been asked for."""

    rules: Rules
    regulations: tuple[Regulation, ...]

    @cached_property
    def true(self) -> Sayings:
        """Per clause what it says; of several English sentences the one that could be altered first."""
        here = {clause: text for clause, text in self.rules.statements.items() if self._here(clause)}
        return {
            clause: tuple(dict.fromkeys((self.rules.as_altered(clause, text), text))) for clause, text in here.items()
        }

    @cached_property
    def false(self) -> Sayings:
        """Per clause what neither it nor any other says."""
        return {clause: texts for clause, texts in self.rules.untruths.items() if self._here(clause)}

    @cached_property
    def figures_tell(self) -> bool:
        """Whether next to nothing without a figure is ever altered: then what has none would always be right."""
        plainly = sum(not all(self.looks(text).figure for text in texts) for texts in self.false.values())
        return plainly * _FEW_PLAIN < len(self.false)

    def _here(self, clause: Clause) -> bool:
        return any(clause.place.regulation is one for one in self.regulations)

    def unsaid(self) -> Iterator[Declined]:
        """Yield why provisions have no clause to be one of several statements, and why others have none to be altered."""
        stated = {clause.address for clause in self.true}
        altered = {clause.address for clause in self.false}
        for one in self.rules.unstated:
            if any(one.address.partition("/")[0] == here.id for here in self.regulations) and one.address not in stated:
                yield one
        for address in dict.fromkeys(clause.address for clause in self.true):
            if address not in altered:
                detailed = any(clause.address == address for clause in (*self.rules.wordings, *self.rules.details))
                yield Declined(address, _NO_FALSEHOOD if detailed else _NO_DETAIL)

    def too_few(self, address: str, sayings: Sayings, needed: int) -> Message:
        """Return why nothing stands beside a statement of the provision at *address*: too few of *sayings*, or none alike."""
        others = {clause.address for clause in sayings} - {address}
        return _NO_OTHERS if len(others) < needed else _NONE_ALIKE

    def looks(self, text: Text) -> Looks:
        """Return which kinds of detail *text* has: what an altered statement has that its companions have not betrays it."""
        zh = text.either("zh")
        if zh not in self.rules.looked_at:
            # Every day before work, and one customer, are no figures that could be exchanged.
            figure = _DIGIT.search(zh) is not None or any(
                one.value != "1" and _NUMBER.search(one.span) for one in find_figures(zh)
            )
            self.rules.looked_at[zh] = Looks(figure, bool(self.rules.parties_named(text)), told_how(text))
        return self.rules.looked_at[zh]

    def fresh(self, text: Text, told: Told) -> bool:
        """Tell whether the altered *text* may be shown once more: twice if it has no figure, for few have none."""
        return told.shown[text.either("zh")] < 2 - self.looks(text).figure

    def free(self, text: Text) -> bool:
        """Tell whether everybody would take *text* for right: no detail that could be altered, no more than good sense."""
        said = text.either("zh")
        if said not in self.rules.taken_for_right:
            sense = PLAIN.search(said) is not None if text.zh is None else plain(text)
            learned = text.zh is None or self.rules.to_be_learned([text])
            drafters = any(_DRAFTERS.search(one) for lang in LANGS if (one := text.get(lang)))
            self.rules.taken_for_right[said] = drafters or (not any(self.looks(text)) and (sense or not learned))
        return self.rules.taken_for_right[said]

    def used(self) -> Counter[str]:
        """Return about how many items each provision has without statements, to be counted on with each item."""
        used = Counter[str]()
        for figure in self.rules.figures:
            used[figure.clause.address] += 3
        for clause in self.rules.wordings:
            used[clause.address] += 1
        for one, foreign in self.rules.lists.items():
            used[one.clause.address] += len(foreign) >= ENOUGH
        for written in self.rules.written_lists:
            if self._here(written.clause):
                used[written.clause.address] += written.whole + len(parts(written))
        return used
