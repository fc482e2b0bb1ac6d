"""Statements side by side: what rules of one regulation say, and what they would say with one word or figure exchanged.

The options of one item come from different provisions, so that none answers another, and are about as long as each
other. An exchanged word makes a statement false of its own rule; that it happens to be true by another rule of the
same wording is excluded by looking it up among all that the handbook says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import LANGS, Text
from guizhang.quiz.clauses import Clause, escaped, inner
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.contrasts import plain
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, betrays_itself, item_id, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import verdict

_OTHERS = 3
_WAYS = 4
"""In how many ways one rule may be said falsely."""
_NEAR = 30
"""Rules nearest in length to choose the others from."""
_PLAIN = Message("凭常识就知道对", "common sense tells that it is right")


@dataclass(frozen=True)
class Asked:
    """What is asked of the statements."""

    name: str
    zh: str
    en: str
    true_key: bool
    """Whether the key is the one that is true."""


def statement_items(rules: Rules, asked: Asked) -> Iterator[Made]:
    """Yield an item for every clause that can be the odd one out among three others of its regulation."""
    said = {text.get(lang) for text in rules.statements.values() for lang in LANGS}
    false = {
        clause: usable
        for clause, texts in rules.falsehoods.items()
        if (usable := tuple(t for t in texts if not {t.zh, t.en} - {None} & said))
    }
    true = {clause: (text,) for clause, text in rules.statements.items()}
    keys, others = (true, false) if asked.true_key else (false, true)
    beside: dict[str, list[Clause]] = {}
    for clause in others:
        beside.setdefault(clause.place.regulation.id, []).append(clause)
    # Rules that common sense answers are asked for nowhere else.
    used = Counter(clause.address for clause, text in rules.statements.items() if not plain(text))
    for clause, texts in keys.items():
        if asked.true_key and plain(texts[0]):
            yield Declined(clause.address, _PLAIN)
            continue
        known = {other: others[other] for other in beside.get(clause.place.regulation.id, ())}
        # What is false of a rule in several ways is asked in several, beside other rules.
        for last, key in enumerate(dict.fromkeys(texts[:: max(1, len(texts) // _WAYS)][:_WAYS]), 1):
            made = _item(
                clause, asked, key, f"{clause.ordinal}-{last}" if last > 1 else str(clause.ordinal), known, used
            )
            if isinstance(made, Item):
                used.update(made.cites.keys())
            yield made


def _item(
    clause: Clause, asked: Asked, key: Text, last: str, others: Mapping[Clause, tuple[Text, ...]], used: Counter[str]
) -> Item | Declined:
    name = item_id(asked.name, clause.address, last)
    chosen: dict[Clause, Text] = {}
    near = keyed_order(_by_length(key, others, clause)[:_NEAR], lambda c: f"{c.address} {c.ordinal}", name)
    # Those that stood beside others least often go first, so that every rule gets its turn.
    for other in sorted(near, key=lambda c: used[c.address]):
        if other.address not in {c.address for c in chosen} and other.langs == clause.langs and len(chosen) < _OTHERS:
            chosen[other] = keyed_choice(others[other], "other", name)
    if len(chosen) < _OTHERS or betrays_itself(key, list(chosen.values())):
        return Declined(clause.address, TOO_FEW)
    regulation = clause.place.regulation.title
    zh, en = f"《{regulation.either('zh')}》", f"“{inner(regulation.either('en'))}”"
    texts = {clause: key, **chosen}
    return item_of(
        clause,
        asked.name,
        last,
        ItemType.SINGLE_CHOICE,
        also=tuple(chosen),
        difficulty=3,
        stem=clause.said(asked.zh.format(zh), asked.en.format(en)),
        options=tuple(
            Option(text=escaped(text), key=one is clause, why=escaped(verdict(one, _rule(one), text == _rule(one))))
            for one, text in texts.items()
        ),
        rationale=verdict(clause, _rule(clause)),
    )


def _rule(clause: Clause) -> Text:
    quoted = clause.quote()
    assert quoted is not None
    return quoted


def _by_length(key: Text, others: Mapping[Clause, tuple[Text, ...]], clause: Clause) -> list[Clause]:
    length = len(key.either("zh"))
    return sorted(
        (other for other in others if other.address != clause.address),
        key=lambda c: (abs(len(others[c][0].either("zh")) - length), c.address, c.ordinal),
    )
