"""Choices without a random generator: each is a SHA-256 of what it is for.

A generator has a state, so one more item in the bank would change every choice after it, and its sequence may change
with the version of Python. A hash of (seed, form, item) depends on nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def keyed_number(*key: str) -> int:
    """Return a number of 64 bits that depends on *key* only."""
    return int.from_bytes(hashlib.sha256(_joined(key)).digest()[:8], "big")


def _joined(key: tuple[str, ...]) -> bytes:
    # The lengths keep ("ab", "c") apart from ("a", "bc"); a lone surrogate in a seed must not stop the draw.
    return "".join([f"{len(part)}:{part}" for part in key]).encode(errors="surrogatepass")


def keyed_choice(choices: Sequence[T], *key: str) -> T:
    """Return one of *choices*, each as likely as the others."""
    # 64 bits against a handful of choices: the bias of the remainder is below 1e-17.
    return choices[keyed_number(*key) % len(choices)]


def keyed_places(count: int, *key: str) -> list[int]:
    """Return the numbers below *count*, eight at most, shuffled."""
    digest = hashlib.sha256(_joined(key)).digest()
    # Four bytes for each: two are equal once in a billion shuffles, and then they keep their order.
    return sorted(range(count), key=lambda number: digest[4 * number : 4 * number + 4])


def keyed_order(values: Iterable[T], name: Callable[[T], str], *key: str) -> list[T]:
    """Return *values* shuffled; *name* tells them apart, and each value's place depends on the names only."""
    return sorted(values, key=lambda value: (keyed_number(*key, name(value)), name(value)))
