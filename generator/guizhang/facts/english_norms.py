"""Norms of English sentences, by the modals English rules use."""

from __future__ import annotations

import re

from guizhang.facts.bearers import english_bearer
from guizhang.facts.judgement import Judgement
from guizhang.model.regulation import Norm

# (pattern, norm, strength); the first that is found in the sentence decides, so negations and consequences stand first.
_ROWS: tuple[tuple[str, Norm, str | None], ...] = (
    (r"\b(?:means|refers to|is defined as|are defined as)\b", Norm.DEFINITION, None),
    (r"\b(?:is|are) strictly (?:prohibited|forbidden)\b|\bunder no circumstances\b|\bmust never\b|^never\b", Norm.PROHIBITION, "strict"),
    (r"\b(?:must|may|can) ?not\b|\b(?:is|are) (?:prohibited|forbidden|not (?:allowed|permitted))\b|\bdo not\b|\bno \w+ may\b", Norm.PROHIBITION, "must"),
    (r"\bshall not\b", Norm.PROHIBITION, "shall"),
    (r"\bfirst\b.*\bthen\b|\bsteps? (?:is|are|\d)", Norm.PROCEDURE, None),
    (r"\b(?:fined?|dismiss(?:ed|al)|warning|deducted|penalt(?:y|ies)|disciplinary|terminated)\b", Norm.PENALTY, None),
    (r"\b(?:bonus|reward(?:ed)?|commended|awarded)\b", Norm.REWARD, None),
    (r"\b(?:approved by|has the right to|have the right to|is authori[sz]ed to|approves|reserves the right)\b", Norm.POWER, "may"),
    (r"\bshould not\b|\bshould\b|\brecommended\b|\bencouraged\b|\bpreferably\b", Norm.RECOMMENDATION, "should"),
    (r"\bmust\b|\b(?:is|are) (?:required|obliged) to\b|\b(?:has|have) to\b", Norm.DUTY, "must"),
    (r"\bshall\b", Norm.DUTY, "shall"),
    (r"\bmay\b|\bcan\b|\b(?:is|are) (?:allowed|permitted)\b|\bneed not\b", Norm.PERMISSION, "may"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), norm, strength) for pattern, norm, strength in _ROWS)


def judge_english(view: str) -> Judgement:
    """Return what an English clause does."""
    for pattern, norm, strength in _PATTERNS:
        if match := pattern.search(view):
            who = None if norm is Norm.DEFINITION or strength == "strict" else english_bearer(view)
            return Judgement(norm, True, who, strength, match.group())
    return Judgement(Norm.STATEMENT, explicit=False, soft=True)
