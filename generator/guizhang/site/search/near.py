"""How far two words are apart when a letter or two are wrong."""

from __future__ import annotations


def distance(one: str, other: str, at_most: int) -> int:
    """Return how many letters are to be put in, left out, replaced or swapped; *at_most* + 1 where it is more.

    Source: optimal string alignment, the restricted form of Damerau-Levenshtein.
    """
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return min(row[-1], at_most + 1)
