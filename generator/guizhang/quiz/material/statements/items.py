"""Items of statements side by side: of those a regulation offers, the ones whose looks say nothing of which is altered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guizhang.model.item import Item, Option
from guizhang.model.regulation import Node
from guizhang.model.text import LANGS, Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.made import betrays_itself, item_id, item_of
from guizhang.quiz.material.rules import Looks
from guizhang.quiz.material.sayings import mended, verdict
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.statements.offered import ENOUGH, Asked, Sayings, Statements, Told
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.naming import plain_title
from guizhang.quiz.quoting.texts import escaped

_FAR = 12
"""Characters by which lengths differ before a rule that is nearer in length is preferred."""
_MARKED = (2, 1)
"""Right statements that name a party, or say how, where a wrong one does: else what is marked would be wrong."""
_WAYS = 4
"""Ways to put a set together, each tried in turn."""
_FEWEST_BESIDE = 2
"""Others in a set from which one of them may be such that everybody would take it for right."""
_TRIES = 24
"""Sets of others that are tried."""
_STANDS = 15
"""Items in which one rule stands as it is beside what they ask of, at most."""
_SHARE = 3
"""Of the rules that could stand there, as many as that to one such item, so that a short text does not say one rule over and over."""
_RELENTING = 2 * _WAYS
"""Tries after which a wrong statement less is enough."""


def first_sound(
    said: Statements,
    asked: Asked,
    clause: Clause,
    last: str,
    key: Text,
    others: Sayings,
    told: Told,
) -> Item | None:
    """Return the first item with *key* and some of *others* that no rule of item writing has anything against.

    Args:
        said: Tells what is true.
        asked: What is asked.
        clause: What it is about.
        last: Last part of its id.
        key: What it says of *clause*.
        others: What may stand beside it, of its regulation.
        told: What other items have; what the item has is added.
    """
    most = min(_STANDS, -(-len(others) // _SHARE))
    same = {c: texts for c, texts in others.items() if c.langs == clause.langs and told.stood[c.address] < most}
    if asked.spread and said.figures_tell and said.looks(key).figure:
        same = {c: texts for c, texts in same.items() if said.looks(texts[0]).figure}
    used, part = told.used, clause.part
    near = {c: texts for c, texts in same.items() if part is not None and c.part is part}
    # Where its own part has nothing left to ask for, the whole regulation may have.
    anywhere = {c: texts for c, texts in same.items() if not c.needs_part}
    pools = [(near, part), *([] if clause.needs_part else [(anywhere, None)])]
    if asked.two:
        pools = pools[1:]
    elif not any(used[c.address] < ENOUGH for c in near):
        pools.reverse()
    last_resort = None
    for pool, where in pools:
        for chosen in _sets(said, clause, asked, last, key, pool, told):
            texts = {clause: key, **chosen}
            right = [text for one, text in texts.items() if text in said.true.get(one, ())]
            if betrays_itself(key, list(chosen.values())) or len(right) < asked.fewest_right:
                continue
            # Of two regulations, the one whose only options are altered shows by its name.
            at_home = any(_same_house(one, clause) for one, text in texts.items() if text in right)
            wrong = [text for text in texts.values() if text not in right]
            needed = not asked.spread or any(used[one.address] < ENOUGH for one in texts)
            if not needed or _one_party(said, wrong, right):
                continue
            fair = at_home and _fair(
                said, asked, list(texts.values()), right, item_id(asked.name, clause.address, last)
            )
            if not fair and (last_resort is not None or not _alike(said, asked, wrong, right)):
                continue
            item = _made(said, asked, last, texts, where)
            if any(faults(item, clause.handbook)):
                continue
            last_resort = item, [text.either("zh") for text in wrong], [c.address for c in chosen if texts[c] in right]
            if fair:
                break
        else:
            continue
        break
    if last_resort is None:
        return None
    item, altered, stood = last_resort
    used.update(item.cites.keys())
    told.shown.update(altered)
    if asked.spread:
        told.stood.update(stood)
    return item


def _same_house(one: Clause, other: Clause) -> bool:
    return one.place.regulation is other.place.regulation


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
    """Tell whether enough right statements have each kind of detail that a wrong one has."""
    return not asked.spread or not _lacking(
        [said.looks(text) for text in wrong], [said.looks(text) for text in right], len(right)
    )


def _lacking(wrong: Sequence[Looks], right: Sequence[Looks], most: int) -> list[int]:
    """Return the kinds of detail of *wrong* that too few of *right* have; *most*: as many as there will be.

    One right statement may have none of them; but where several wrong ones have figures, what has none would be right.
    """
    all_but_one = max(most - 1, 1)
    figures = most if sum(looks.figure for looks in wrong) > 1 else all_but_one
    fewest = (figures, *(min(marked, all_but_one) for marked in _MARKED))
    return [
        kind
        for kind, few in enumerate(fewest)
        if any(looks[kind] for looks in wrong) and sum(looks[kind] for looks in right) < few
    ]


def _unlike(said: Statements, looks: Looks, text: Text, length: int) -> tuple[bool, int, int]:
    """Return how far another altered statement is from one with *looks* and *length*: the kinds only it has, and its length.

    One without a figure comes first: were only figures altered, what has none would be right.
    """
    more = sum(there and not here for there, here in zip(said.looks(text), looks, strict=True))
    return said.looks(text).figure, more, abs(len(text.either("zh")) - length) // _FAR


def _sets(
    said: Statements,
    clause: Clause,
    asked: Asked,
    last: str,
    key: Text,
    others: Sayings,
    told: Told,
) -> Iterator[Mapping[Clause, Text]]:
    """Yield statements of other provisions, of those nearest in length the least used first; none altered as in another item."""
    name = item_id(asked.name, clause.address, last)
    length = len(key.either("zh"))
    lengths = {c: len(texts[0].either("zh")) for c, texts in others.items()}
    looks, seen = said.looks(key), {c: said.looks(texts[0]) for c, texts in others.items()}
    nearest: dict[str, Clause] = {}
    for other in sorted(others, key=lambda c: (abs(lengths[c] - length), c.address, c.ordinal)):
        if other.address != clause.address:
            nearest.setdefault(other.address, other)
    if asked.spread and not any(told.used[address] < ENOUGH for address in (clause.address, *nearest)):
        return

    def wanted(other: Clause, *, like: bool) -> tuple[bool, int, bool, int]:
        alike = seen[other] == looks
        far = abs(lengths[other] - length) // _FAR
        return (like and not alike, min(told.used[other.address], ENOUGH) if asked.spread else 0, not alike, far)

    in_turn = keyed_order(nearest.values(), lambda c: c.address, name)
    fresh = {c: [text for text in said.false.get(c, ()) if said.fresh(text, told)] for c in in_turn}
    altered = sorted((c for c in in_turn if fresh[c]), key=lambda c: _unlike(said, looks, fresh[c][0], length))
    more = keyed_choice(asked.more_wrong, "wrong", name)
    free = [c for c in in_turn if asked.spread and said.free(others[c][0])]
    free.sort(key=lambda c: min(told.used[c.address], ENOUGH))
    ways = [sorted(in_turn, key=lambda c: wanted(c, like=like)) for like in (any(looks), False)]
    for turn in range(_TRIES):
        start = turn // _WAYS
        # Now and then all others are longer: what is altered is long, and the shortest would be right.
        like, needed = (
            [c for c in way if turn % _WAYS < _WAYS - 1 or lengths[c] > length]
            for way in (ways[0], ways[1 if asked.spread else turn % 2])
        )
        count = max(more - turn // _RELENTING, 0)
        wrong = {c: keyed_choice(fresh[c], "false", name) for c in [*altered[start:], *altered[:start]][:count]}
        rest = asked.others - len(wrong)
        # Beside a wrong one with a figure stand right ones with figures, and only then the rules asked for least.
        alike = list[Clause]()
        altered_looks = [looks, *map(said.looks, wrong.values())]
        for other in like[start:] if asked.spread else ():
            lacking = _lacking(altered_looks, [seen[c] for c in alike], rest)
            if not lacking or len(alike) == rest:
                break
            if other not in wrong and any(seen[other][kind] for kind in lacking):
                alike.append(other)
        # Of those that everybody would take for right one will do, the least asked for, where it is not the only one.
        if (
            free
            and rest >= _FEWEST_BESIDE
            and len(alike) < rest
            and told.used[free[start % len(free)].address] < ENOUGH
        ):
            alike.append(free[start % len(free)])
        needed = [c for c in needed if c not in alike and c not in wrong and c not in free]
        # As many are shorter as chance has it, so that length says nothing.
        shorter, longer = ([c for c in needed if (lengths[c] < length) is low] for low in (True, False))
        rest -= len(alike)
        low = keyed_choice(range(asked.others + 1), "shorter", name, str(turn))
        low -= sum(lengths[c] < length for c in (*wrong, *alike))
        low = max(min(low, len(shorter), rest), rest - len(longer), 0)
        chosen = [*alike, *shorter[start:][:low], *longer[start:][: rest - low]]
        if len(wrong) + len(chosen) == asked.others:
            yield {**wrong, **{c: keyed_choice(others[c], "other", name) for c in chosen}}


def _made(said: Statements, asked: Asked, last: str, texts: Mapping[Clause, Text], part: Node | None) -> Item:
    clause = next(iter(texts))
    named = _regulations(texts)
    if part is not None and part.title is not None:
        named = clause.part_named(plain_title(part.title))
    true = {one: text in said.true.get(one, ()) for one, text in texts.items()}
    altered = [(one, _rule(one)) for one, stands in true.items() if not stands]
    item = item_of(
        clause,
        asked.name,
        last,
        asked.kind,
        also=tuple(one for one in texts if one is not clause),
        difficulty=3,
        stem=clause.said(asked.stem.either("zh").format(named.zh), asked.stem.either("en").format(named.en)),
        options=tuple(
            Option(
                text=escaped(_labelled(one, text, part, texts)),
                key=true[one],
                why=escaped(verdict(one, _rule(one), true[one])),
                cite=one.address,
            )
            for one, text in texts.items()
        ),
        rationale=mended(altered, (clause, _rule(clause)) if true[clause] else None),
    )
    return item.model_copy(update={"applies_to": addressed(texts)}) if asked.two else item


def addressed(said: Iterable[Clause]) -> tuple[str, ...]:
    """Return the roles that all clauses address; none where they address everybody, or where no role is addressed by all."""
    roles = [clause.applies_to for clause in said if clause.applies_to]
    return tuple(role for role in roles[0] if all(role in others for others in roles)) if roles else ()


def _regulations(said: Iterable[Clause]) -> Text:
    """Return how a stem names the regulations of clauses."""
    named = list({clause.place.regulation.id: clause.regulation_named for clause in said}.values())
    return Text(zh="或者".join(one.either("zh") for one in named), en=" or ".join(one.either("en") for one in named))


def _labelled(clause: Clause, text: Text, part: Node | None, beside: Iterable[Clause]) -> Text:
    """Return *text* behind what its article is called, or as those *beside* it can be: all have a label, or none.

    The one statement without a label would stand out; of two regulations each is labelled with its own.
    """
    if all(one.heading is not None for one in beside):
        return _headed(clause, text, part)
    if len({one.place.regulation.id for one in beside}) == 1:
        return text
    named = clause.regulation_named
    return clause.said(f"（{named.zh}）{text.zh}", f"({named.en}) {text.en}")


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
