"""Label recall: the names of classes, grades or stages are given, and what the rule says of each is to be written down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import Lang, Text
from guizhang.quiz.clauses import Clause
from guizhang.quiz.material.made import Made, lower
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sentences import as_point
from guizhang.quiz.material.written import asked_list, listing, written_item
from guizhang.quiz.material.written_lists import FEWEST, WrittenList

NAME = "label-recall"
ASKS = Message("“名称：内容”这样的清单，两项以上", "a list of the form “name: what it is”, two or more")
_MOST = 6
_LABELLED: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?P<name>[^，；：。]{2,12})：(?P<said>[^：]{4,})"),
    "en": re.compile(r"(?P<name>[^,;:.]{2,40}(?:, [^,;:.]{2,40})?): (?P<said>[^:]{8,})"),
}


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list all of whose points have names; asked for are those that say all themselves."""
    for here in rules.written_lists:
        found = [_labelled(here.clause, point) for point in here.points]
        pairs = [found[n] for n in here.open]
        if any(pair is None for pair in found) or not FEWEST <= len(pairs) <= _MOST:
            continue
        named = [(name, said) for pair in pairs if pair is not None for name, said in (pair,)]
        yield written_item(
            here.clause,
            NAME,
            str(here.clause.ordinal),
            stem=_stem(here, [name for name, _ in named]),
            points=[as_point(here.points[n]) for n in here.open],
            rationale=listing(here),
            level=CognitiveLevel.UNDERSTAND,
        )


def _stem(here: WrittenList, names: list[Text]) -> Text:
    zh = "”“".join(name.either("zh") for name in names)
    *first, last = (lower(name.either("en")) for name in names)
    return asked_list(
        here,
        f"分别写出“{zh}”各是怎样规定的。",
        f" Write down what the rule says of each of these: “{'”, “'.join(first)}” and “{last}”.",
    )


def _labelled(clause: Clause, point: Text) -> tuple[Text, Text] | None:
    """Return the name of a point and what is said of it; ``None`` where it has no name in one of its languages."""
    found: dict[Lang, re.Match[str]] = {}
    for lang in clause.langs:
        match = _LABELLED[lang].fullmatch(point.either(lang))
        if match is None:
            return None
        found[lang] = match
    name, said = ({lang: match[part] for lang, match in found.items()} for part in ("name", "said"))
    return Text(zh=name.get("zh"), en=name.get("en")), Text(zh=said.get("zh"), en=said.get("en"))
