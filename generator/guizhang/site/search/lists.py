"""Lists of document numbers as strings: gaps in base64 groups, or one bit a document. docs/search.md 2.2."""

from __future__ import annotations

import re
from array import array
from base64 import b64encode
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import sub

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUE = {sign: value for value, sign in enumerate(ALPHABET)}
LONG = 3072
"""Characters; about as many as a file of terms has."""
_GROUP = 5
_MORE = 1 << _GROUP
_BITS = 6
_RUN = re.compile("A{4,}")
_ONE = ord("1")
_SPAN, _STRIDE = 8, 64


class _Numbers(dict[int, str]):
    """The distance between two documents -> what is written for it."""

    def __missing__(self, distance: int) -> str:
        left, out = distance - 1, ""
        while left >= _MORE:
            out += ALPHABET[left % _MORE + _MORE]
            left //= _MORE
        self[distance] = out = out + ALPHABET[left]
        return out


_NUMBERS = _Numbers()


def encode(ids: Sequence[int]) -> str:
    """Return *ids*, which are in order and without repetition, in the form that is likely the shorter."""
    if not ids:
        return ""
    bits = ids[-1] // _BITS + 2
    # Gaps take a character a document where there are no runs, so they are only tried where they can be the shorter.
    if len(ids) > bits and not _in_runs(ids):
        return _bits(ids)
    gaps = _gaps(ids)
    return gaps if len(gaps) <= bits else _bits(ids)


def is_long(ids: Sequence[int]) -> bool:
    """Tell whether a list is better cut into blocks, so that a query need not load all of it."""
    return min(len(ids), ids[-1] // _BITS) > LONG and not _in_runs(ids)


def _in_runs(ids: Sequence[int]) -> bool:
    """Tell from a sample whether most documents stand in runs."""
    sample = range(0, len(ids) - _SPAN, _STRIDE)
    return 2 * sum(ids[at + _SPAN] - ids[at] == _SPAN for at in sample) > len(sample)


def _gaps(ids: Sequence[int]) -> str:
    written = _NUMBERS[ids[0] + 1] + "".join(map(_NUMBERS.__getitem__, map(sub, ids[1:], ids)))
    return _RUN.sub(_run, written) if "AAAA" in written else written


def _run(run: re.Match[str]) -> str:
    return "~" + _NUMBERS[len(run.group()) + 1]


def _bits(ids: Sequence[int]) -> str:
    # Everything is done by C loops: a list like this has thousands of documents.
    flags = bytearray(b"0") * ((ids[-1] // 24 + 1) * 24)
    deque(map(flags.__setitem__, ids, repeat(_ONE)), maxlen=0)
    return "!" + b64encode(int(flags, 2).to_bytes(len(flags) // 8, "big")).decode().rstrip("A")


def decode(text: str) -> array[int]:
    """Return the documents a list names."""
    return array("I", _from_bits(text[1:]) if text.startswith("!") else _from_gaps(text))


def _from_bits(text: str) -> Iterable[int]:
    for place, sign in enumerate(text):
        value = _VALUE[sign]
        for bit in range(_BITS):
            if value & (1 << (_BITS - 1 - bit)):
                yield place * _BITS + bit


def _from_gaps(text: str) -> Iterable[int]:
    last, number, shift, run = -1, 0, 0, False
    for sign in text:
        if sign == "~":
            run = True
            continue
        value = _VALUE[sign]
        number += (value % _MORE) << shift
        shift += _GROUP
        if value >= _MORE:
            continue
        if run:
            yield from range(last + 1, last + 1 + number)
            last += number
        else:
            last += number + 1
            yield last
        number, shift, run = 0, 0, False
