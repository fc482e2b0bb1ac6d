"""Which texts of two lists are worth comparing: those that share a rare run of three characters.

Comparing everything with everything is out of the question for a handbook that was imported anew; two texts that are
mostly the same share runs that few others have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

_RUN = 3
_RAREST = 12
"""Runs a text is known by."""
_HOLDERS_MAX = 64
"""A run that so many texts are known by tells nothing more."""
_COMPARED_MAX = 8
"""Texts one text is compared with, those that share most with it."""


def candidates(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (index in *olds*, index in *news*) of pairs worth comparing.

    Time and memory grow with the number of texts, not with that of pairs.
    """
    frequency: Counter[str] = Counter()
    for text in (*olds, *news):
        frequency.update(_runs(text))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(news):
        # By their own spelling where they are equally rare, so that both sides choose the same.
        for run in sorted(_runs(text), key=lambda run: (frequency[run], run))[:_RAREST]:
            if len(holders[run]) < _HOLDERS_MAX:
                holders[run].append(i)
    for i, text in enumerate(olds):
        hits = Counter(new for run in _runs(text) for new in holders.get(run, ()))
        yield from ((i, new) for new, _ in sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:_COMPARED_MAX])


def _runs(text: str) -> set[str]:
    return {text[i : i + _RUN] for i in range(max(1, len(text) - _RUN + 1))} if text else set()
