"""How much there is to read, how long that takes, and for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from guizhang.model.text import Text

_CHARACTERS_A_MINUTE = 400
"""Chinese read for understanding: surveys of adults give 300 to 500."""
_WORDS_A_MINUTE = 200
"""English likewise: 200 to 240."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is to read."""

    rules: int = 0
    characters: int = 0
    """Of the Chinese text."""
    english: int = 0
    """Words of the English text."""
    first: str = ""
    """Where it begins; empty when there is nothing."""

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            self.rules + other.rules,
            self.characters + other.characters,
            self.english + other.english,
            self.first or other.first,
        )

    @property
    def seconds(self) -> tuple[int, int]:
        """Time to read the Chinese, and the English."""
        return round(self.characters * 60 / _CHARACTERS_A_MINUTE), round(self.english * 60 / _WORDS_A_MINUTE)

    @property
    def words(self) -> Text:
        """How much that is, in words: 12 条，约 4 分钟."""
        zh, en = (max(1, ceil(seconds / 60)) for seconds in self.seconds)
        count = counted(self.rules)
        return Text(zh=f"{count.zh}，约 {zh} 分钟", en=f"{count.en}, about {en} min")


def counted(rules: int) -> Text:
    """Return how many rules there are, as every page says it: 12 条, 12 rules."""
    return Text(zh=f"{rules} 条", en=f"{rules} rule{'s' if rules != 1 else ''}")


def total(amounts: Iterable[Amount]) -> Amount:
    """Return several amounts as one, which begins where the first begins."""
    return sum(amounts, Amount())


def applies(roles: tuple[str, ...], role: str) -> bool:
    """Tell whether something for *roles* applies to *role*; no roles means everyone."""
    return not roles or role in roles
