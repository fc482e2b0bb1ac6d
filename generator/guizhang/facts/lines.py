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
        place = self._place(node, offset)
        if place is None:
            return node.line
        line = bisect_right(self._starts, place)
        return self._numbers[line - 1] if self._numbers else line

    def printed(self, node: Provision, start: int, end: int) -> str:
        """Return the source from *start* to *end* of the text; what the import left out between its lines is not in it."""
        low, high = self._place(node, start), self._place(node, end - 1)
        words = node.text[start:end]
        if low is None or high is None or high - low + 1 < len(words):
            return words
        between = self._source[low : high + 1]
        # Only a line feed with its indentation stands between; a page's foot is no part of a figure.
        return between if "".join(between.split()) == "".join(words.split()) else words

    def _place(self, node: Provision, offset: int) -> int | None:
        pieces = self._known.get(node.id)
        if pieces is None:
            pieces = self._known[node.id] = self._pieces(node)
        at = bisect_right(pieces, (offset, len(self._source))) - 1
        return None if at < 0 else pieces[at][1] + offset - pieces[at][0]

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
