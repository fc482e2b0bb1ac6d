"""Random edits of provisions, and which items each of them ought to make stale.

What ought to be stale is found without hashes and without what models record of their items: an item is hit by a change
of a rule's words or norm when it cites a provision that holds the changed clause. A generated item is hit by a change of
a figure when the words around that figure stand in it; a hand-written one when it cites what prints the figure, unless
its question follows the figure and gives no other, neither in digits nor, as its author says, in words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from guizhang.model.citation import Freshness, freshness
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.regulation import Node, Norm, Place, walk
from guizhang.model.text import Text
from guizhang.model.wording import print_fact
from guizhang.quiz.material.values.neighbours import neighbours

KINDS = ("text", "norm", "figure", "parameter", "format", "literal")
_SEED = 20261201


def missed_and_extra(handbook: Handbook, items: Sequence[Item], edits: int) -> tuple[int, int]:
    """Return how many stale items went unnoticed and how many fresh ones were called stale over *edits* edits."""
    choose = random.Random(_SEED)  # noqa: S311 - an experiment, not a secret
    missed = extra = 0
    for number in range(edits):
        changed, ought = _edit(handbook, items, KINDS[number % len(KINDS)], choose)
        found = {i.id for i in items if set(freshness(i, changed).values()) != {Freshness.FRESH}}
        missed += len(ought - found)
        extra += len(found - ought)
    return missed, extra


def _edit(handbook: Handbook, items: Sequence[Item], kind: str, choose: random.Random) -> tuple[Handbook, set[str]]:
    places = [p for r in handbook.regulations for p in walk(r) if p.address and p.adopted and p.node.text]
    if kind in ("figure", "parameter", "literal"):
        named = [(p, name) for p in places for name in (p.provision.facts if p.provision else ())]
        if kind == "literal":
            written = {address for item in items if item.model is None and _literal(item) for address in item.cites}
            named = [(p, name) for p, name in named if p.address in written] or named
        place, name = choose.choice(named)
        return _figure(handbook, items, place, name, parameter=kind == "parameter", choose=choose)
    place = choose.choice(places)
    holders = {f"{place.regulation.id}/{node.id}" for node in place.lineage if node.id}
    hit = {item.id for item in items if holders & set(item.cites)}
    if kind == "text":
        return _with_node(
            handbook, place, lambda node: node.model_copy(update={"text": _reworded(node.text, choose)})
        ), hit
    if kind == "norm":
        other = choose.choice([norm for norm in Norm if norm is not place.node.norm])
        return _with_node(handbook, place, lambda node: node.model_copy(update={"norm": other})), hit
    return _with_node(handbook, place, lambda node: node.model_copy(update=_reformatted(node, choose))), set()


def _figure(
    handbook: Handbook, items: Sequence[Item], place: Place, name: str, *, parameter: bool, choose: random.Random
) -> tuple[Handbook, set[str]]:
    address = f"{place.address}#{name}"
    lower, higher = neighbours(handbook.facts[address])
    value = choose.choice([*lower, *higher]).value
    sayings = _sayings(handbook, address)
    printing = {holder for holders, _ in sayings for holder in holders}
    hit = {item.id for item in items if item.model is not None and _says(item, sayings)}
    hit |= {i.id for i in items if i.model is None and printing & set(i.cites) and not _follows(i, address)}
    if parameter:
        parameters = {**handbook.settings.parameters, address: value}
        return replace(handbook, settings=handbook.settings.model_copy(update={"parameters": parameters})), hit
    provision = handbook.provisions[address.partition("#")[0]]

    def revalued(node: Node) -> Node:
        return node.model_copy(update={"facts": {**node.facts, name: node.facts[name].with_value(value)}})

    return _with_node(handbook, provision, revalued), hit


def _sayings(handbook: Handbook, address: str) -> list[tuple[set[str], re.Pattern[str]]]:
    """Return for every place that prints the figure the provisions that hold it, and its Chinese words as a pattern."""
    provision, _, name = address.partition("#")
    found = []
    for regulation in handbook.regulations:
        for place in walk(regulation):
            approval = place.node.approval.matter.zh if place.node.approval else None
            texts = (place.node.text.zh if place.node.text else None, approval)
            names = ["${" + address + "}", *(["${" + name + "}"] if place.address == provision else [])]
            holders = {f"{regulation.id}/{node.id}" for node in place.lineage if node.id}
            if place.adopted:
                near = next(
                    (f"{regulation.id}/{node.id}" for node in reversed(place.lineage) if node.facts), place.address
                )
                found += [(holders, p) for text in texts for p in _patterns(text or "", names, handbook, near)]
    for script in handbook.scripts:
        for situation in script.situations:
            # A script may print a figure of the rules in what is said, and in why something is not.
            said = [situation.when, *(spoken.text for spoken in (*situation.say, *situation.turns))]
            said += [text for never in situation.never for text in (never.why, never.text, never.instead) if text]
            holders = {f"{script.id}/{situation.id}"}
            found += [
                (holders, pattern)
                for text in said
                for pattern in _patterns(text.zh or "", ["${" + address + "}"], handbook, None)
            ]
    return found


def _patterns(text: str, names: Sequence[str], handbook: Handbook, near: str | None) -> Iterator[re.Pattern[str]]:
    """Yield patterns for each sentence of *text* that prints a figure by one of its *names*; *near* holds its other figures."""
    sentences = re.split(r"[。！？]", text)
    # What announces a list is left out where the list is not asked for: ……，写明：
    sentences += [re.sub(r"[，；][^，；：]*：$", "", sentence) for sentence in sentences if sentence.endswith("：")]
    # So is what only names where more is laid down: ……；频次见《电话服务规定》.
    sentences += [re.sub(r"；[^；]*见《.*$", "", sentence) for sentence in sentences if "见《" in sentence]
    for sentence in sentences:
        if any(name in sentence for name in names):
            # An altered statement alters one figure: this one is as it was, or all others are.
            yield _pattern(sentence, lambda name: name in names, handbook, near)
            yield _pattern(sentence, lambda name: name not in names, handbook, near)


def _pattern(sentence: str, known: Callable[[str], bool], handbook: Handbook, near: str | None) -> re.Pattern[str]:
    """Return a pattern that finds a sentence, also where a list has parted it at its commas, with its *known* figures as they are."""
    found = ""
    for part in re.split(r"(\$\{[^}]*\})", sentence):
        if part.startswith("${"):
            inside = part[2:-1]
            fact = handbook.facts.get(inside if "#" in inside else f"{near}#{inside}")
            # 超过 belongs to the words of the next figure.
            other = r"(?:(?!超过)[^，。；]){1,16}?"
            found += re.escape(print_fact(fact, "zh", handbook.settings.units)) if fact and known(part) else other
        else:
            words = re.split(r"的?[，；：]", part.replace("“", "‘").replace("”", "’"))
            found += r"[^。！？]{0,3}?".join(map(re.escape, words))
    return re.compile(found)


def _says(item: Item, sayings: Sequence[tuple[set[str], re.Pattern[str]]]) -> bool:
    return any(holders & set(item.cites) and pattern.search(_said(item, holders)) for holders, pattern in sayings)


def _said(item: Item, holders: set[str]) -> str:
    """Return what *item* says, without statements of provisions that are none of *holders*: 迟到满10分钟 and 迟到满三次 are of two."""
    others = [text for o in item.options if o.cite and o.cite not in holders for text in (o.text, o.why)]
    return "\n".join(text.zh or "" for text in (*item.shown(), *item.explained()) if text not in others)


def _follows(item: Item, address: str) -> bool:
    """Tell whether what a hand-written item asks prints the figure at *address*, and no number that would stay behind."""
    asked = "\n".join(said for text in item.shown() for said in (text.zh, text.en) if said)
    return "${" + address + "}" in asked and not _literal(item) and address not in item.states


def _literal(item: Item) -> bool:
    """Tell whether a question or its key has a number that no figure of the rules stands behind."""
    bodies = (item, *item.questions)
    asked = "\n".join(said for text in item.shown() for said in (text.zh, text.en) if said)
    aside = any(
        gap.answer and "${" in str(gap.answer) and gap.equivalent for body in bodies for gap in body.gaps.values()
    )
    numeric = any(body.numeric for body in bodies)
    return aside or numeric or bool(re.search("[0-9]", re.sub(r"\$\{[^}]*\}|\[\[[^\]]*\]\]", "", asked)))


def _reworded(text: Text | None, choose: random.Random) -> Text:
    assert text is not None
    if choose.random() < 0.5 and text.en:
        return Text(zh=text.zh, en=text.en.rstrip(".:;") + " without delay.")
    return Text(zh=(text.zh or "").rstrip("。：；") + "并存档。", en=text.en)


def _reformatted(node: Node, choose: random.Random) -> dict[str, object]:
    """Return a change that leaves every rule as it is: white space, the printed number, themes, translation marks."""
    text = node.text
    assert text is not None
    changes: list[dict[str, object]] = [
        {"text": Text(zh=f"{text.zh}\n", en=(text.en or "").replace(" ", "\n", 1) or None)},
        {"label": "※"},
        {"themes": ("other",)},
        {"translated_from": {"en": "00000000"}},
        {"sources": ("X1",)},
    ]
    if node.item is not None:
        changes.append({"item": f"{node.item}-1"})
    return choose.choice(changes)


def _with_node(handbook: Handbook, place: Place, change: Callable[[Node], Node]) -> Handbook:
    """Return *handbook* with the node at *place* changed."""

    def below(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(
            change(node) if node is place.node else node.model_copy(update={"body": below(node.body)}) for node in nodes
        )

    regulations = tuple(
        r.model_copy(update={"body": below(r.body)}) if r is place.regulation else r for r in handbook.regulations
    )
    return replace(handbook, regulations=regulations)
