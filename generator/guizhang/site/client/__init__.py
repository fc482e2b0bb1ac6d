"""The part of the search that runs in the browser, loaded when a reader opens the box.

Its files share one scope and are sent as one script, in this order. Comments and blanks stay at home: they are a quarter of it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

PARTS = ("text", "files", "query", "rank", "find", "box")

_PIECE = re.compile(
    r"""
      (?P<kept> "(?:\\.|[^"\\\n])*"  |  `(?:\\.|[^`\\])*`                        # strings
              | /(?![\s*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/ )         # patterns; a division has blanks around it
    | ,(?=\s*[\])}]) | ;(?=\s*\})                                              # at the end of a list or a block
    | (?P<gap> (?:\s | /\*.*?\*/ | //\s[^\n]*)+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[\w$]\Z")


@cache
def script() -> bytes:
    """Return the script, a classic one without a build step: what is kept is as it was written."""
    parts = resources.files(__package__)
    return squeezed(
        '(() => {\n"use strict";\n'
        + "".join((parts / f"{name}.js").read_text(encoding="utf-8") for name in PARTS)
        + "})();\n"
    ).encode()


def squeezed(code: str) -> str:
    """Return JavaScript without comments and needless blanks; every statement must end with a semicolon."""
    return _PIECE.sub(_piece, code)


def _piece(found: re.Match[str]) -> str:
    if kept := found["kept"]:
        return kept
    if not found["gap"]:
        return ""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return " " if _WORD.match(before) and _WORD.match(after) else ""
