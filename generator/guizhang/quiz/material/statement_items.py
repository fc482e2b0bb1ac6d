"""Items of statements side by side: of those a regulation offers, the ones whose looks say nothing of which is altered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from guizhang.model.item import Item, Option
from guizhang.model.regulation import Node
from guizhang.model.text import LANGS, Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.made import betrays_itself, item_id, item_of
from guizhang.quiz.material.sayings import mended, verdict
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.statements import ENOUGH, Asked, Sayings, Statements
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.naming import plain_title
from guizhang.quiz.quoting.texts import escaped

_FAR = 12
"""Characters by which lengths differ before a rule that is nearer in length is preferred."""
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
    if part is not None and part.title is not None:
        named = clause.part_named(plain_title(part.title))
    true = {one: text in said.true.get(one, ()) for one, text in texts.items()}
    altered = [(one, _rule(one)) for one, stands in true.items() if not stands]
    return item_of(
        clause,
        asked.name,
        last,
        asked.kind,
        also=tuple(one for one in texts if one is not clause),
        difficulty=3,
        stem=clause.said(asked.stem.either("zh").format(named.zh), asked.stem.either("en").format(named.en)),
        options=tuple(
            Option(
                text=escaped(_headed(one, text, part)),
                key=true[one],
                why=escaped(verdict(one, _rule(one), true[one])),
                cite=one.address,
            )
            for one, text in texts.items()
        ),
        rationale=mended(altered, (clause, _rule(clause)) if true[clause] else None),
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
