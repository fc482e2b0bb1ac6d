"""Posts and departments that English rules name: the floor supervisor, head of department, the finance team.

A name is what stands behind an article, or in the plural at the head of a sentence, and ends in what people or departments of a company
are called. Those a company serves, and words for everybody, are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from guizhang.quiz.material.made import lower

_PERSON = (
    r"(?:manager|supervisor|director|leader|lead|head|foreman|matron|housekeeper|receptionist|nurse|doctor|physician|dentist|pharmacist"
    r"|therapist|attendant|cleaner|cook|chef|baker|barista|cashier|guard|clerk|officer|accountant|bookkeeper|technician|driver|engineer"
    r"|assistant|steward|concierge|porter|waiter|server|operator|picker|packer|loader|planner|dispatcher|inspector|storekeeper|coordinator"
    r"|controller|auditor|developer|designer|analyst|adviser|advisor|agent|administrator|secretary|treasurer|trainer|teacher|principal"
    r"|mechanic|electrician|buyer|recruiter|executive|president|marshal|warden|caretaker|first aider|partner)"
)
_UNIT = r"(?:department|team|desk|committee|office|board|works council)"
_WHOLE = (
    r"(?:head|director|manager|chief|dean) of (?!(?:the|an?|our|this|that|each|every)\b)[a-z]+|chief executive"
    r"|chief [a-z]+ officer|managing director|human resources|HR|payroll|head office"
)
# What stands in front of a name and is no part of it, or makes it one of several.
_NO_PART = (
    r"(?!(?:same|other|next|new|responsible|respective|relevant|competent|first|second|third|current|previous|own|following|former|whole|entire"
    r"|only|two|three|four|absent|latter|of|and|or|to|by|in|on|at|for|from|with|who|that|which|is|are|must|may|shall|will|if|when|where"
    r"|your|our|their|his|her|its|my|company|appropriate|authori[sz]ed|another|each|every|any|all|no|the|an?)\b)"
)
_WORD = rf"{_NO_PART}[a-z][a-z'-]*"
# The executive housekeeper is no executive, the team lead no team, and the director of studies not the director.
NAME = rf"(?:{_WHOLE}|(?:{_WORD} ){{0,2}}?(?:{_PERSON}|{_UNIT}))\b(?! (?:{_PERSON}|{_UNIT}|room)s?\b| of\b)"
"""What posts and departments are called, as a pattern."""
_BEHIND_ARTICLE = re.compile(rf"\b(?:the|an?|each|every|any|by|from|to) (?P<name>{NAME})(?![\w'’-])", re.IGNORECASE)
# Misconduct leads to dismissal, and a vaccination guards against flu: those are no posts.
_PLURAL = re.compile(
    rf"(?:^|[.;:] )(?P<name>(?:{_WORD} ){{0,2}}?{_PERSON})s (?!to\b|against\b|towards?\b)(?:must|shall|may|should|[a-z]+)\b",
    re.IGNORECASE,
)
# Those who are served or dealt with, and everybody.
_NOBODY = re.compile(
    r".*\b(?:employee|staff|colleague|guest|customer|visitor|patient|client|business partner|trading partner)s?\b.*"
    r"|lead|head|office|board|desk|team|partner|agent|executive|server|assistant|officer|department"
)
_NO_ARTICLE = re.compile(r"HR|human resources|payroll|head office", re.IGNORECASE)
_FEWEST = 2


def posts(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names that English *texts* use twice or more, as they spell them most often, those used most first."""
    spelled: dict[str, Counter[str]] = {}
    for text in texts:
        for pattern in (_BEHIND_ARTICLE, _PLURAL):
            for match in pattern.finditer(text):
                name = match["name"]
                at_head = pattern is _PLURAL and not name.split()[0].isupper()
                spelled.setdefault(name.casefold(), Counter())[lower(name) if at_head else name] += 1
    often = {name: ways.total() for name, ways in spelled.items() if not is_nobody(name)}
    named = [name for name in often if often[name] >= _FEWEST]
    return tuple(spelled[name].most_common(1)[0][0] for name in sorted(named, key=lambda name: (-often[name], name)))


def all_posts(text: str) -> list[str]:
    """Return the names that an English text uses, each as often as it does."""
    found = (match["name"] for pattern in (_BEHIND_ARTICLE, _PLURAL) for match in pattern.finditer(text))
    return [name for name in found if not is_nobody(name)]


def with_article(name: str) -> str:
    """Return the name of a post or department as it stands in a sentence: the store manager, HR."""
    return name if _NO_ARTICLE.fullmatch(name) else f"the {name}"


def is_nobody(name: str) -> bool:
    """Tell whether a name is that of somebody who is served, of everybody, or of no certain post."""
    return _NOBODY.fullmatch(name.casefold()) is not None
