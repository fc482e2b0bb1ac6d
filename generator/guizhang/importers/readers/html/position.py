"""Source lines for the text of a page: the parser does not give any, so its text is followed through the source."""

from __future__ import annotations

import re

# Script and style bodies count as markup here. Each pattern stops at what could begin it anew, so the search is linear.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b[^<>]*>[^<]*(?:<(?!/?(?P=raw)\b)[^<]*)*</(?P=raw)\b[^<>]*>"
    r"|<[A-Za-z/!?][^<>]*>?",
    re.DOTALL | re.IGNORECASE,
)
_NOT_FEED = re.compile(r"[^\n]")
_SKIP = re.compile("[\x00 \t\n\r\f]*")
_REFERENCE = re.compile(r"&#?\w{1,40};?")
_BLANKS = " \t\n\r\f"
_PROBE = 48
_WINDOW = 4_000


class Position:
    """Follows the text of a page, piece by piece, through its source."""

    def __init__(self, source: str) -> None:
        """Blank out the markup of *source*; what is left is text as the parser reports it, references apart."""
        self._text = _MARKUP.sub(lambda m: _NOT_FEED.sub("\x00", m.group()), source)
        self._place = 0
        self._line = 1
        self._counted = 0

    def follow(self, piece: str) -> int:
        """Return the source line (from 1) on which *piece* begins; pieces come in the order of the source."""
        bare = piece.lstrip(_BLANKS)
        if not bare:
            return self._line
        text = self._text
        skipped = _SKIP.match(text, self._place)
        place = skipped.end() if skipped else self._place
        if text.startswith(bare[:_PROBE], place):
            self._place = place + len(bare)
        elif reference := _REFERENCE.match(text, place):
            self._place = reference.end()
        else:
            found = text.find(bare[:_PROBE], place, place + _WINDOW)
            place = found if found >= 0 else self._place
            self._place = place + len(bare) if found >= 0 else self._place
        if place > self._counted:
            self._line += text.count("\n", self._counted, place)
            self._counted = place
        return self._line
