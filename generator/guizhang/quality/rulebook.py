"""The sentences of the rules in one language, by the words they have: who asks about something need not read them all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from guizhang.consistency.statements import Statement
from guizhang.consistency.words import content_words
from guizhang.model.text import Lang

# What only asks: 要经过哪个岗位, what colour.
_ASKING = re.compile(
    r"(?:要?经过?|应?由)?哪[一-龥](?:岗位|部门|人员|职[务位]|人)?|几个?(?:天|日|年|月|小时|分钟|次|元|人|份|遍|秒|周|张)|多少|多久|先|首先"
    r"|\b(?:what|which) (?:colou?r|kind|sort|type|day|post|department)\b",
    re.IGNORECASE,
)


class Rulebook:
    """Sentences with an index of their words."""

    def __init__(self, statements: Iterable[Statement] = ()) -> None:
        """Take the sentences; the index is made when it is first asked for."""
        self._statements = tuple(statements)

    def __bool__(self) -> bool:
        return bool(self._statements)

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        having: dict[str, list[int]] = defaultdict(list)
        for i, statement in enumerate(self._statements):
            for word in statement.words:
                having[word].append(i)
        return having

    def of(self, addresses: Collection[str]) -> Iterator[Statement]:
        """Yield the sentences of the provisions with these addresses, in printed order."""
        for address in addresses:
            yield from self._by_address.get(address, ())

    @cached_property
    def _by_address(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self._statements:
            found[statement.address].append(statement)
        return found

    def about(self, words: Collection[str], share: float) -> Iterator[tuple[Statement, float]]:
        """Yield the sentences that have at least *share* (0 to 1) of *words*, with the share they have, in printed order."""
        counts = Counter(i for word in words for i in self._having.get(word, ()))
        for i in sorted(counts):
            if counts[i] >= share * len(words):
                yield self._statements[i], counts[i] / len(words)


def asked_words(stem: str, lang: Lang) -> frozenset[str]:
    """Return what a stem asks about: its content words, without those that only ask."""
    return content_words(_ASKING.sub(" ", stem), lang)
