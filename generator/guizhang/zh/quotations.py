"""Quotations within a text: what stands inside one ends no sentence of the text around it, unless both end together."""

from __future__ import annotations

import re
from itertools import pairwise

HIDDEN = "\ue000"
"""Stands for a character inside a quotation; of a stop that ends the quotation the stop itself is kept."""
CLOSING = "”’」』\"'"
# ASCII marks close what curly ones opened in damaged files. An apostrophe has a letter before it, or one behind it.
_QUOTATION = re.compile(
    r"“(?P<a>[^“”\"\n]*)[”\"]|「(?P<b>[^」\n]*)」|『(?P<c>[^』\n]*)』"
    r"|(?<![A-Za-z0-9])\"(?P<d>(?! )[^\"\n]+)\""
    r"|‘(?P<e>(?:\"[^\"\n]*\"|[^\"‘\n]|‘[^‘’\n]*’)*?)(?:’(?![A-Za-z0-9])|\")"
    r"|(?<![A-Za-z0-9])'(?P<f>(?! )[^\n]+?)(?<! )'(?![A-Za-z0-9])"
)
_OPENING = frozenset("“「『‘\"'")
_STOPPED = re.compile(rf"[。！？.!?…]*[{CLOSING}]*$")


def hidden(text: str) -> str:
    """Return *text*, sign for sign, with the insides of its quotations hidden but for the stop that ends each.

    Example: ``Say "Come in. Sit down." and wait.`` keeps of the quotation its marks and the last point.
    """
    return text if _OPENING.isdisjoint(text) else _QUOTATION.sub(_hide, text)


def split(text: str, at: re.Pattern[str]) -> list[str]:
    """Return *text* parted behind each match of *at* outside its quotations, blanks around the parts left out."""
    view = hidden(text)
    stops = [0, *(match.end() for match in at.finditer(view)), len(text)]
    return [part for start, stop in pairwise(stops) if (part := text[start:stop].strip())]


def _hide(found: re.Match[str]) -> str:
    said = found[found.lastgroup or 0]
    stop = _STOPPED.search(said)
    kept = stop[0] if stop else ""
    return f"{found[0][0]}{HIDDEN * (len(said) - len(kept))}{kept}{found[0][-1]}"
