"""A folded query cut into runs, words and phrases. docs/search.md 5."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from guizhang.site.search.fold import LETTER, stem
from guizhang.site.search.numbers import RUN

_TOKEN = re.compile(rf"(?P<run>{RUN.pattern})|(?P<word>[{LETTER}]+)(?:'[a-z]{{1,2}}(?![a-z]))?")
_PHRASE = re.compile(r'["“]([^"“”]+)["”]|「([^」]+)」')


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query."""

    kind: Literal["run", "word", "phrase"]
    """A run is Han, with the digits that touch it; a phrase stood in quotation marks."""
    text: str
    start: int
    end: int


def tokens(folded: str, stops: Collection[str]) -> list[Token]:
    """Return the tokens of a folded query in order; *stops* are left out unless nothing else is there."""
    out: list[Token] = []
    left = folded
    for found in _PHRASE.finditer(folded):
        group = 1 if found.group(1) else 2
        if text := found.group(group).strip():
            out.append(Token("phrase", text, *found.span(group)))
        left = blanked(left, *found.span())
    for found in _TOKEN.finditer(left):
        if run := found.group("run"):
            out.append(Token("run", run, *found.span()))
        else:
            out.append(Token("word", found.group("word"), *found.span()))
    out.sort(key=lambda token: token.start)
    return [t for t in out if t.kind != "word" or t.text not in stops] or out


def blanked(text: str, start: int, end: int) -> str:
    """Return *text* with blanks in place of a stretch of it."""
    return text[:start] + " " * (end - start) + text[end:]


def text_terms(folded: str) -> tuple[str, ...]:
    """Return the terms that are asked for to find *folded*: stems, pairs, single characters that stand alone.

    Of digits that touch Han only the pair at the edge is asked for: the text may have a longer number.
    """
    found: list[str] = []
    for token in _TOKEN.finditer(folded):
        if run := token.group("run"):
            found += [a + b for a, b in pairwise(run) if not (a + b).isdecimal()] or [run]
        else:
            found.append(stem(token.group("word")))
    return tuple(dict.fromkeys(found))
