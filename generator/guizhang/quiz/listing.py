"""Items as people and other programs read them: printed, with their key, and with the rules they cite."""

from __future__ import annotations

from decimal import Decimal

from guizhang.diagnostics import Faulty
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.item import Item
from guizhang.model.text import LANGS, Text
from guizhang.quiz.cited import span
from guizhang.quiz.pool import Pool, PoolEntry
from guizhang.quiz.printed import Printer
from guizhang.quiz.why import unknown

_FORM = "list"
"""The form a list is printed for: options stand as a draw would put them, so that the key is not always A."""


def chosen(pool: Pool, regulation: str | None) -> list[PoolEntry]:
    """Return the entries that cite *regulation*, or all."""
    if regulation is None:
        return list(pool.entries)
    return [e for e in pool.entries if any(a.partition("/")[0] == regulation for a in e.item.cites)]


def drawn(item: Item, handbook: Handbook) -> tuple[DrawnItem, ...]:
    """Return the questions of *item* as a list prints them.

    Raises:
        UnknownReference: a placeholder names no fact.
    """
    return Printer(handbook).draw(item, Decimal(1), _FORM, _FORM)


def as_json(item: Item, handbook: Handbook) -> dict[str, object]:
    """Return *item* for other programs; texts with a placeholder that names nothing stay as they are."""
    questions: list[dict[str, object]]
    try:
        questions = [_question(question) for question in drawn(item, handbook)]
    except UnknownReference:
        options = [_pair(option.text) for option in item.options]
        questions = [{"stem": _pair(item.stem), "options": options, "key": [], "rationale": _pair(item.rationale)}]
    said = questions[0] if len(questions) == 1 else {"stem": _pair(item.stem), "questions": questions}
    return {
        "id": item.id,
        "model": item.model,
        "type": str(item.type),
        "pool": str(item.pool),
        "cites": [
            {"provision": address, "hash": recorded, "span": _pair(span(address, handbook))}
            for address, recorded in item.cites.items()
        ],
        "themes": list(item.themes),
        "difficulty": item.difficulty,
        **said,
    }


def _question(question: DrawnItem) -> dict[str, object]:
    parts: dict[str, object] = {"stem": _pair(question.stem), "options": [_pair(text) for text in question.options]}
    if question.lefts:
        parts["lefts"] = [_pair(text) for text in question.lefts]
    if question.gaps:
        parts["gaps"] = [
            {"accepted": list(gap.accepted), "options": [_pair(o) for o in gap.options]} for gap in question.gaps
        ]
    if question.guide:
        parts["guide"] = [_pair(text) for text, _ in question.guide]
    return {**parts, "key": list(question.key), "rationale": _pair(question.rationale)}


def _pair(text: Text | None) -> dict[str, str | None] | None:
    return {lang: text.get(lang) for lang in LANGS} if text is not None else None


def stem_of(item: Item, handbook: Handbook) -> Text:
    """Return the stem with its figures printed, or as it is where a placeholder names nothing."""
    try:
        return drawn(item, handbook)[0].stem
    except UnknownReference:
        return item.stem


def letters(question: DrawnItem) -> list[tuple[str, Text, bool, Text | None]]:
    """Return letter, text, whether it is in the key, and why, for each option of a question."""
    whys = question.whys or (None,) * len(question.options)
    return [
        (LETTERS[i], text, LETTERS[i] in question.key, why)
        for i, (text, why) in enumerate(zip(question.options, whys, strict=True))
    ]


def enemies(entry: PoolEntry, pool: Pool) -> list[str]:
    """Return the ids of items that may not stand on one form with this one."""
    item = entry.item
    return [
        other.item.id
        for other in pool.entries
        if other is not entry
        and (
            entry.topics & other.topics
            or other.item.id in item.enemies
            or item.id in other.item.enemies
            or not pool.answering.isdisjoint(((item.id, other.item.id), (other.item.id, item.id)))
        )
    ]


def entry_of(name: str, pool: Pool) -> PoolEntry:
    """Return the item called *name*.

    Raises:
        Faulty: there is none; the fault names those that come near.
    """
    if name not in pool.by_id:
        raise Faulty([unknown(name, pool.by_id, "ITM013", "没有这道题", "there is no such item")])
    return pool.by_id[name]
