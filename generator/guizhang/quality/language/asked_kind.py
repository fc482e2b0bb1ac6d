"""What a question asks for: who, where, what, when, how much, what to do, why. The patterns are data, in ``asks.yaml``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from guizhang.model.text import Lang
from guizhang.quality.language.word_lists import word_list

_Patterns = dict[str, re.Pattern[str]]


@cache
def _patterns(group: str) -> _Patterns:
    tree: dict[str, list[str]] = word_list("asks.yaml")[group]
    return {what: re.compile("|".join(alike), re.IGNORECASE) for what, alike in tree.items()}


@lru_cache(maxsize=4096)
def asked(stem: str, lang: Lang) -> str | None:
    """Return what *stem* asks for, as ``answers`` names it; ``None`` where it may be anything."""
    return next((what for what, asks in _patterns(lang).items() if asks.search(stem.strip())), None)


@lru_cache(maxsize=4096)
def asked_for(stem: str) -> str | None:
    """Return the reading a Chinese *stem* asks for, something named or something done; ``None`` where it may be either."""
    found = [reading for reading, asks in _patterns("forms").items() if asks.search(stem.strip())]
    return found[0] if len(found) == 1 else None
