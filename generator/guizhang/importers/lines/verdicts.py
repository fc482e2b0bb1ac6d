"""Why a line is no rule text."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHROME = "site-chrome"
DOWNLOAD = "download-prompt"
LINKS = "link-farm"
TEASER = "teaser"
PREFACE = "template-preface"
FOOTER = "page-footer"
ADVERT = "advertisement"
COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line is furniture."""

    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Vote:
    """One reason to think that a line is furniture."""

    weight: float
    """3 and more: no rule says this. 1 to 2: says it seldom."""
    reason: str
    pattern: re.Pattern[str]
    """Searched for in the folded view."""


def vote(weight: float, reason: str, pattern: str) -> Vote:
    """Return a vote; the pattern is searched for in either case."""
    return Vote(weight, reason, re.compile(pattern, re.IGNORECASE))
