"""Which options stand beside a key, so that nobody learns from their lengths which is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guizhang.model.text import LANGS, Text
from guizhang.quiz.material.made import nearest_in_length


def beside(
    keys: Sequence[Text], others: Sequence[Text], count: int, number: int, together: Mapping[Text, Text] | None = None
) -> list[tuple[Text, list[Text]]]:
    """Return keys, each with at most *count* of the *others*, the ones to try first in front.

    The others nearest in length alone would put every key in the middle, or below all others where the right lines are
    short. So as many of them as *number* says, from none to all, are shorter than the key where that can be.

    Args:
        keys: Texts that may be the right option.
        others: Texts that may be wrong ones.
        count: Wrong options of an item.
        number: Any number, for the drawing.
        together: Of a key the other that must stand beside it.
    """
    shorter = number % (count + 1)
    found = []
    for key in keys:
        own = [together[key]] if together and key in together else []
        near = nearest_in_length(key, (text for text in others if text not in own), len(others))
        wanted = max(0, shorter - sum(_is_shorter(text, key) for text in own))
        below = [text for text in near if _is_shorter(text, key)][:wanted]
        above = [text for text in near if not _is_shorter(text, key)][: max(0, count - len(own) - wanted)]
        found += [(key, own + below + above), (key, own + near[: count - len(own)])]
    return sorted(found, key=lambda one: (abs(sum(_is_shorter(t, one[0]) for t in one[1]) - shorter), _apart(*one)))


def _is_shorter(one: Text, other: Text) -> bool:
    return len(one.either("zh")) < len(other.either("zh"))


def _apart(key: Text, others: Sequence[Text]) -> float:
    """Return how far the length of *key* is from the mean of the *others*, as a share of that, where it is farther."""
    means = {lang: sum(len(text.either(lang)) for text in others) / max(1, len(others)) for lang in LANGS}
    return max(abs(len(key.either(lang)) - mean) / max(1.0, mean) for lang, mean in means.items())
