"""The material of seeds/*.yaml in one language, and the plain items made of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Entry = dict[str, Any]
HERE = Path(__file__).parent


class Topic(NamedTuple):
    """A subject, when it comes up, and what is right and wrong to do then."""

    name: str
    when: str
    do: list[str]
    dont: list[str]


class Figure(NamedTuple):
    """A provision that turns on one figure: `@` stands for it in the statement."""

    statement: str
    ask: str
    unitless: str
    unit: str
    values: list[int]
    key: int
    same: str


class Choice(NamedTuple):
    """A question for a person or a place, of which one is right."""

    statement: str
    ask: str
    key: str
    others: list[str]


class Side(NamedTuple):
    """Everything in one language."""

    lang: str
    say: dict[str, Any]
    words: dict[int, str]
    topics: list[Topic]
    figures: list[Figure]
    who: list[Choice]
    where: list[Choice]
    people: list[str]
    places: list[str]
    statements: list[tuple[str, bool]]
    matching: list[tuple[str, list[tuple[str, str]]]]


def read(lang: str) -> Side:
    """Read the material, one side of it.

    Args:
        lang: zh or en.

    Returns:
        What is said in that language.
    """
    at = ("zh", "en").index(lang)
    say, figures, topics, people = (
        yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("phrases", "figures", "topics", "people")
    )

    def half(text: str) -> str:
        return str(text).split(" | ")[at]

    def choices(rows: list[str], names: list[str]) -> list[Choice]:
        made = []
        for row in rows:
            *texts, marks = row.split(" | ")
            key, *others = (names[int(mark)] for mark in marks.split())
            made.append(Choice(texts[2 + at], texts[at], key, others))
        return made

    def figure(row: str) -> Figure:
        cells = row.split(" | ")
        values = cells[8].split()
        key = next(int(value[:-1]) for value in values if value.endswith("*"))
        statement, ask, unitless, unit = cells[4 * at : 4 * at + 4]
        return Figure(statement, ask, unitless, unit, [int(value.rstrip("*")) for value in values], key, cells[9 + at])

    def pairs(rows: list[str]) -> list[tuple[str, str]]:
        return [(left, right) for left, _, right in (half(row).partition(" > ") for row in rows)]

    names = [half(person) for person in people["people"]]
    places = [half(place) for place in people["places"]]
    said = [row.split(" | ") for row in people["statements"]]
    return Side(
        lang=lang,
        say=say[lang],
        words=say["words"][lang],
        topics=[
            Topic(
                half(row["name"]),
                half(row["when"]),
                [half(text) for text in row["do"]],
                [half(text) for text in row["dont"]],
            )
            for row in topics
        ],
        figures=[figure(row) for row in figures],
        who=choices(people["who"], names),
        where=choices(people["where"], places),
        people=names,
        places=places,
        statements=[(row[at], row[2] == "true") for row in said],
        matching=[(half(row["stem"]), pairs(row["pairs"])) for row in say["matching"]],
    )


def begin(text: str, *, up: bool = True) -> str:
    """Set the first letter as a capital, or as a small one.

    Args:
        text: a phrase.
        up: whether as a capital.

    Returns:
        The phrase as an option or a sentence begins, or as it stands within one.
    """
    return (text[:1].upper() if up else text[:1].lower()) + text[1:]


def choice(
    side: Side, stem: str, keys: Sequence[str], wrong: Sequence[str], turn: int, *, multiple: bool = False
) -> Entry:
    """Make a single or multiple choice, its keys at a place that changes with the turn.

    Args:
        side: the language.
        stem: the question.
        keys: the right options.
        wrong: the others.
        turn: where the keys begin.
        multiple: whether it is a multiple choice.

    Returns:
        The item.
    """
    at = turn % (len(wrong) + 1)
    texts = [*wrong[:at], *keys, *wrong[at:]]
    return {
        "type": "multiple_choice" if multiple else "single_choice",
        "stem": {side.lang: begin(stem)},
        "options": [
            {"text": {side.lang: begin(text)}} | ({"key": True} if at <= place < at + len(keys) else {})
            for place, text in enumerate(texts)
        ],
    }


def figure_text(side: Side, value: object, unit: str) -> str:
    """Write a figure with its unit.

    Args:
        side: the language.
        value: the figure.
        unit: its unit.

    Returns:
        24小时 or 24 hours.
    """
    return f"{value}{unit}" if side.lang == "zh" else f"{value} {unit}"


def topic_at(side: Side, turn: int) -> Topic:
    """Take a topic; a second round begins at another one, so that phrases and topics meet anew.

    Args:
        side: the language.
        turn: any number.

    Returns:
        The topic.
    """
    return side.topics[(turn + turn // len(side.topics) * 5) % len(side.topics)]


def action(side: Side, turn: int) -> tuple[str, str, list[str]]:
    """Take a question what to do.

    Args:
        side: the language.
        turn: which question.

    Returns:
        Its stem, its key and three wrong options.
    """
    topic = topic_at(side, turn)
    ask = side.say["ask"][turn % len(side.say["ask"])].format(when=topic.when)
    key = topic.do[(turn + turn // len(side.topics)) % 4]
    return ask, key, topic.dont[:3] if turn % 2 else topic.dont[1:]


def ordered(side: Side, stem: str, texts: Sequence[str], key: int) -> Entry:
    """Make a single choice whose options keep their order.

    Args:
        side: the language.
        stem: the question.
        texts: the options.
        key: place of the right one.

    Returns:
        The item.
    """
    return {
        "type": "single_choice",
        "stem": {side.lang: stem},
        "keep_order": True,
        "options": [
            {"text": {side.lang: text}} | ({"key": True} if place == key else {}) for place, text in enumerate(texts)
        ],
    }


def figures(side: Side, turn: int, *, unitless: bool = False) -> tuple[str, list[str], int, Figure]:
    """Take a question for a figure.

    Args:
        side: the language.
        turn: which question.
        unitless: whether the stem leaves the unit out.

    Returns:
        Its stem, its options, the place of the key, and the figure.
    """
    row = side.figures[turn % len(side.figures)]
    texts = [figure_text(side, value, row.unit) for value in row.values]
    return row.unitless if unitless else row.ask, texts, row.values.index(row.key), row


def judge(side: Side, stem: str, *, answer: bool) -> Entry:
    """Make a true or false item.

    Args:
        side: the language.
        stem: the statement.
        answer: whether it is true.

    Returns:
        The item.
    """
    return {"type": "true_false", "stem": {side.lang: begin(stem)}, "answer": answer}


def both(chinese: Entry, english: Entry) -> Entry:
    """Lay an item over its translation.

    Args:
        chinese: the item in Chinese.
        english: the same item in English.

    Returns:
        One item in both.
    """

    def lay(one: Any, other: Any) -> Any:
        if isinstance(one, dict):
            return {key: lay(one.get(key, other.get(key)), other.get(key, one.get(key))) for key in one | other}
        return [lay(*pair) for pair in zip(one, other, strict=True)] if isinstance(one, list) else one

    merged = lay(chinese, english)
    assert isinstance(merged, dict)
    return merged


def pick(phrases: list[str], turn: int) -> str:
    """Take a phrase in turn.

    Args:
        phrases: the list.
        turn: any number.

    Returns:
        One of them.
    """
    return str(phrases[turn % len(phrases)])


def matching(side: Side, stem: str, pairs: list[tuple[str, str]]) -> Entry:
    """Make a matching item.

    Args:
        side: the language.
        stem: the question.
        pairs: left and right.

    Returns:
        The item.
    """
    return {
        "type": "matching",
        "stem": {side.lang: stem},
        "pairs": [{"left": {side.lang: left}, "right": {side.lang: right}} for left, right in pairs],
    }
