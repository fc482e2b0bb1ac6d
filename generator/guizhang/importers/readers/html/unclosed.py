"""A comment, script or title that is never closed swallows the page behind it; its beginning is taken out instead.

A browser shows such a page cut off. What it hides was rule text once, and a file cut off or pasted together by hand is
no reason to lose it.
"""

from __future__ import annotations

import re

_SWALLOWERS = tuple(
    (re.compile(opener, re.IGNORECASE), re.compile(closer, re.IGNORECASE))
    for opener, closer in (
        (r"<!--", r"-->"),
        *((rf"<{tag}\b[^<>]*>", rf"</{tag}\b") for tag in "script style title noscript template iframe del".split()),
    )
)
_MARKUP_BEHIND = re.compile(r"<(?:/?(?:p|div|li|tr|td|h[1-6]|table|ol|ul|body|section)\b|br\b)", re.IGNORECASE)


def close_swallowers(source: str) -> str:
    """Return *source* without the beginning of each element that never ends although parts of the page follow it."""
    for opener, closer in _SWALLOWERS:
        last = max(opener.finditer(source), key=lambda match: match.start(), default=None)
        if last is None or closer.search(source, last.end()) or not _MARKUP_BEHIND.search(source, last.end()):
            continue
        # All unclosed ones behind the last end would swallow in turn, so each of them goes.
        ends = list(closer.finditer(source, 0, last.start()))
        cut = ends[-1].end() if ends else 0
        source = source[:cut] + opener.sub("", source[cut:])
    return source
