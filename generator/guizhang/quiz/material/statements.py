"""Statements side by side: what rules of one regulation say, and what they would say with one word or figure exchanged.

The options of one item come from different provisions, so that none answers another, of one part of the regulation
where it has enough of them, and are about as long as each other. An exchanged word makes a statement false of its own
rule; that it happens to be true by another rule of the same wording is excluded by looking it up among all that the
handbook says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.regulation import Node, Regulation
from guizhang.model.text import LANGS, Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.made import Declined, betrays_itself, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import verdict, verdicts
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.written import parts
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.naming import plain_title
from guizhang.quiz.quoting.texts import escaped, inner

ENOUGH = 3
"""Items after which a provision gives way to others."""
_FAR = 12
"""Characters by which lengths differ before a rule that is nearer in length is preferred."""
_FIGURED = re.compile(r"\d|[一二三四五六七八九十百千]")
_MARKED = 2
"""Right statements that have a figure where a wrong one has, or name a party: else what is marked would be wrong."""
_WAYS = 4
"""Ways to put a set together, each tried in turn."""
_TRIES = 20
"""Sets of others that are tried."""
_MORE_WRONG = (0, 0, 1, 1, 2)
"""Wrong statements beside the first, each as likely as the others, so that the number of right ones says nothing."""
_RELENTING = 3 * _WAYS
"""Tries after which one wrong statement is enough."""
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
    """``{}`` stands for the regulation, or a part of it."""
    others: int
    """Statements beside the first."""
    fewest_right: int
    spread: bool
    """Whether the rules asked for least stand beside the first, rather than those that look like it."""


@dataclass(frozen=True, eq=False)
class Statements:
    """What the rules of one regulation say, truly and falsely, and how often each provision has been asked for."""

    rules: Rules
    regulation: Regulation

    @cached_property
    def true(self) -> Sayings:
        """Per clause what it says."""
        return {clause: (text,) for clause, text in self.rules.statements.items() if self._here(clause)}

    @cached_property
    def false(self) -> Sayings:
        """Per clause what neither it nor any other says."""
        return {clause: texts for clause, texts in self.rules.untruths.items() if self._here(clause)}

    def _here(self, clause: Clause) -> bool:
        return clause.place.regulation is self.regulation

    def unsaid(self) -> Iterator[Declined]:
        """Yield why provisions have no clause to be one of several statements, and why others have none to be altered."""
        stated = {clause.address for clause in self.true}
        altered = {clause.address for clause in self.false}
        for one in self.rules.unstated:
            if one.address.partition("/")[0] == self.regulation.id and one.address not in stated:
                yield one
        for address in dict.fromkeys(clause.address for clause in self.true):
            if address not in altered:
                detailed = any(clause.address == address for clause in (*self.rules.wordings, *self.rules.details))
                yield Declined(address, _NO_FALSEHOOD if detailed else _NO_DETAIL)

    def too_few(self, address: str, sayings: Sayings, needed: int) -> Message:
        """Return why nothing stands beside a statement of the provision at *address*: too few of *sayings*, or none alike."""
        others = {clause.address for clause in sayings} - {address}
        return _NO_OTHERS if len(others) < needed else _NONE_ALIKE

    def looks(self, text: Text) -> tuple[bool, bool]:
        """Tell whether *text* has a figure, and whether it names a party: what most altered statements have."""
        zh = text.either("zh")
        if zh not in self._looks:
            self._looks[zh] = _FIGURED.search(zh) is not None, bool(self.rules.parties_named(text))
        return self._looks[zh]

    @cached_property
    def _looks(self) -> dict[str, tuple[bool, bool]]:
        """What was found of each text; asked for some hundred times."""
        return {}

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


def first_sound(
    said: Statements, asked: Asked, clause: Clause, last: str, key: Text, others: Sayings, used: Counter[str]
) -> Item | None:
    """Return the first item with *key* and some of *others* that no rule of item writing has anything against.

    Args:
        said: Tells what is true.
        asked: What is asked.
        clause: What it is about.
        last: Last part of its id.
        key: What it says of *clause*.
        others: What may stand beside it, of its regulation.
        used: Items by provision; the least used stand beside others first.
    """
    same = {c: texts for c, texts in others.items() if c.langs == clause.langs}
    part = clause.part
    near = {c: texts for c, texts in same.items() if part is not None and c.part is part}
    # Where its own part has nothing left to ask for, the whole regulation may have.
    anywhere = {c: texts for c, texts in same.items() if not c.needs_part}
    pools = [(near, part), *([] if clause.needs_part else [(anywhere, None)])]
    if not any(used[c.address] < ENOUGH for c in near):
        pools.reverse()
    last_resort = None
    for pool, where in pools:
        for chosen in _sets(said, clause, asked, last, key, pool, used):
            texts = {clause: key, **chosen}
            right = [text for one, text in texts.items() if text in said.true.get(one, ())]
            if betrays_itself(key, list(chosen.values())) or len(right) < asked.fewest_right:
                continue
            wrong = [text for text in texts.values() if text not in right]
            if _one_party(said, wrong, right) or _marked(said, wrong, right):
                continue
            fair = _fair(said, asked, list(texts.values()), right, item_id(asked.name, clause.address, last))
            if not fair and (last_resort is not None or not _alike(said, asked, wrong, right)):
                continue
            item = _made(said, asked, last, texts, where)
            if any(faults(item, clause.handbook)):
                continue
            if fair:
                return item
            last_resort = item
    return last_resort


def _marked(said: Statements, wrong: Sequence[Text], right: Sequence[Text]) -> bool:
    """Tell whether all wrong statements have a figure or name a party, and no right one does: only what is there is altered."""
    return all(any(said.looks(text)) for text in wrong) and not any(any(said.looks(text)) for text in right)


def _one_party(said: Statements, wrong: Sequence[Text], right: Sequence[Text]) -> bool:
    """Tell whether several wrong statements all name a party that no right one names, which would show what was changed."""
    named = [set(said.rules.parties_named(text)) for text in wrong]
    beside = {name for text in right for name in said.rules.parties_named(text)}
    return len(wrong) > 1 and bool(set.intersection(*named) - beside)


def _fair(said: Statements, asked: Asked, texts: Sequence[Text], right: Sequence[Text], name: str) -> bool:
    """Tell whether looks say nothing: right statements have what wrong ones have, and the shortest is right by chance."""
    wrong = [text for text in texts if text not in right]
    if not _alike(said, asked, wrong, right):
        return False
    shortest = min(texts, key=lambda text: len(text.either("zh")))
    wished = keyed_choice((*(True for _ in right), *(False for _ in wrong)), "shortest", name)
    return (shortest in right) is wished


def _alike(said: Statements, asked: Asked, wrong: Sequence[Text], right: Sequence[Text]) -> bool:
    """Tell whether enough right statements have a figure, and a party, where a wrong one has."""
    marks = [sum(said.looks(text)[trait] for text in right) for trait in (0, 1)]
    there = [any(said.looks(text)[trait] for text in wrong) for trait in (0, 1)]
    return not asked.spread or all(
        n >= min(_MARKED, len(right)) for n, is_there in zip(marks, there, strict=True) if is_there
    )


def _has(marks: tuple[bool, bool], wanted: tuple[bool, bool]) -> bool:
    return all(mark or not want for mark, want in zip(marks, wanted, strict=True))


def _sets(
    said: Statements, clause: Clause, asked: Asked, last: str, key: Text, others: Sayings, used: Counter[str]
) -> Iterator[Mapping[Clause, Text]]:
    """Yield statements of other provisions, of those nearest in length the least used first."""
    name = item_id(asked.name, clause.address, last)
    length = len(key.either("zh"))
    lengths = {c: len(texts[0].either("zh")) for c, texts in others.items()}
    looks = said.looks(key)
    nearest: dict[str, Clause] = {}
    for other in sorted(others, key=lambda c: (abs(lengths[c] - length), c.address, c.ordinal)):
        if other.address != clause.address:
            nearest.setdefault(other.address, other)

    def wanted(other: Clause, *, like: bool) -> tuple[bool, bool, bool, int]:
        alike = said.looks(others[other][0]) == looks
        far = abs(lengths[other] - length) // _FAR
        return (like and not alike, asked.spread and used[other.address] >= ENOUGH, not alike, far)

    in_turn = keyed_order(nearest.values(), lambda c: c.address, name)
    altered = [c for c in in_turn if c in said.false]
    more = keyed_choice(_MORE_WRONG, "wrong", name) if asked.spread else 0
    ways = [sorted(in_turn, key=lambda c: wanted(c, like=like)) for like in (any(looks), False)]
    for turn in range(_TRIES):
        start = turn // _WAYS
        # Now and then all others are longer: what is altered is long, and the shortest would be right.
        like, needed = (
            [c for c in way if turn % _WAYS < _WAYS - 1 or lengths[c] > length] for way in (ways[0], ways[turn % 2])
        )
        wrong = [*altered[start:], *altered[:start]][: more if turn < _RELENTING else 0]
        # Beside a wrong one with a figure stand right ones with figures, and only then the rules asked for least.
        fit = [c for c in like[start:] if c not in wrong and _has(said.looks(others[c][0]), looks)]
        alike = [*wrong, *fit[:_MARKED]] if asked.spread else []
        needed = [c for c in needed if c not in alike]
        # As many are shorter as chance has it, so that length says nothing.
        shorter, longer = ([c for c in needed if (lengths[c] < length) is low] for low in (True, False))
        rest = asked.others - len(alike)
        low = keyed_choice(range(asked.others + 1), "shorter", name, str(turn))
        low -= sum(lengths[c] < length for c in alike)
        low = max(min(low, len(shorter), rest), rest - len(longer), 0)
        chosen = [*alike, *shorter[start:][:low], *longer[start:][: rest - low]]
        if len(chosen) == asked.others:
            yield {c: said.false[c][0] if c in wrong else keyed_choice(others[c], "other", name) for c in chosen}


def _made(said: Statements, asked: Asked, last: str, texts: Mapping[Clause, Text], part: Node | None) -> Item:
    clause = next(iter(texts))
    named = clause.regulation_named
    zh, en = named.either("zh"), named.either("en")
    if part is not None and part.title is not None:
        heading = plain_title(part.title)
        zh, en = f"{zh}“{inner(heading.either('zh'))}”部分", f"{en}, “{inner(heading.either('en'))}”"
    true = {one: text in said.true.get(one, ()) for one, text in texts.items()}
    return item_of(
        clause,
        asked.name,
        last,
        asked.kind,
        also=tuple(one for one in texts if one is not clause),
        difficulty=3,
        stem=clause.said(asked.stem.either("zh").format(zh), asked.stem.either("en").format(en)),
        options=tuple(
            Option(
                text=escaped(_headed(one, text, part)),
                key=true[one],
                why=escaped(verdict(one, _rule(one), true[one])),
                cite=one.address,
            )
            for one, text in texts.items()
        ),
        # What the question turns on: the one that is right, or each that is not.
        rationale=verdicts((one, _rule(one)) for one, stands in true.items() if stands is true[clause]),
    )


def _headed(clause: Clause, text: Text, part: Node | None) -> Text:
    """Return *text* behind what its article is called: that says whose election it is, and what talk has come to its end.

    Where it is called only as the part that the stem names, it stands by itself.
    """
    heading = clause.heading
    if heading is None or (part is not None and part.title is not None and plain_title(part.title) == heading):
        return text
    zh, en = (heading.either(lang).rstrip("：:") for lang in LANGS)
    return clause.said(f"（{zh}）{text.zh}", f"({en}) {text.en}")


def _rule(clause: Clause) -> Text:
    quoted = clause.quote()
    assert quoted is not None
    return quoted
