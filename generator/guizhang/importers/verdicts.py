"""Why a line is no rule text."""

from __future__ import annotations

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
