"""Which options stand beside a key, so that nobody learns from their lengths which is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guizhang.model.text import LANGS, Text
from guizhang.quiz.material.made import nearest_in_length


def beside(keys: Mapping[Text, Sequence[Text]], count: int, number: int) -> list[tuple[Text, list[Text]]]:
    """Return keys, each with at most *count* of its others, the ones to try first in front.

    The others nearest in length alone would put every key in the middle, or below all others where the right lines are
    short. So as many of them as *number* says, from none to all, are shorter than the key where that can be.

    Args:
        keys: Texts that may be the right option, each with those that may be wrong beside it.
        count: Wrong options of an item.
        number: Any number, for the drawing.
    """
    shorter = number % (count + 1)
    found = []
    for key, others in keys.items():
        near = nearest_in_length(key, others, len(others))
        below = [text for text in near if _is_shorter(text, key)][:shorter]
        above = [text for text in near if not _is_shorter(text, key)][: count - shorter]
        found += [(key, below + above), (key, near[:count])]
    return sorted(found, key=lambda one: (abs(sum(_is_shorter(t, one[0]) for t in one[1]) - shorter), _apart(*one)))


def _is_shorter(one: Text, other: Text) -> bool:
    return len(one.either("zh")) < len(other.either("zh"))


def _apart(key: Text, others: Sequence[Text]) -> float:
    """Return how far the length of *key* is from the mean of the *others*, as a share of that, where it is farther."""
    means = {lang: sum(len(text.either(lang)) for text in others) / max(1, len(others)) for lang in LANGS}
    return max(abs(len(key.either(lang)) - mean) / max(1.0, mean) for lang, mean in means.items())
