"""On which line of the source a character of a provision's text stands.

A provision that goes on over several lines has them joined; a figure is reported where it was printed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from guizhang.facts.found import Provision


class SourceLines:
    """Knows the lines of one source text; call it with a provision and an offset in its text."""

    def __init__(self, source: str, numbers: Sequence[int] | None = None) -> None:
        self._source = source
        self._numbers = numbers
        self._starts = [0, *(i + 1 for i, c in enumerate(source) if c == "\n")]
        self._known: dict[str, list[tuple[int, int]]] = {}

    def __call__(self, node: Provision, offset: int) -> int:
        """Return the 1-based line, by the number users know it by."""
        pieces = self._known.get(node.id)
        if pieces is None:
            pieces = self._known[node.id] = self._pieces(node)
        at = bisect_right(pieces, (offset, len(self._source))) - 1
        if at < 0:
            return node.line
        line = bisect_right(self._starts, pieces[at][1] + offset - pieces[at][0])
        return self._numbers[line - 1] if self._numbers else line

    def _pieces(self, node: Provision) -> list[tuple[int, int]]:
        """Return (offset in the text, offset in the source) of each span of the text.

        The spans are those of label, title and text; read backwards, those that the text ends with are the text's.
        """
        rest, out = node.text, []
        for start, end in reversed(node.spans):
            printed = self._source[start:end]
            words = printed.strip()
            rest = rest.rstrip()
            if not words or not rest.endswith(words):
                break
            rest = rest[: len(rest) - len(words)]
            out.append((len(rest), start + len(printed) - len(printed.lstrip())))
        return out[::-1]
