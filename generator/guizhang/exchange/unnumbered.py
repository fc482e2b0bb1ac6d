"""Questions that nobody numbered: each ends with its answer, so that the next one begins behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guizhang.exchange.sections import heading
from guizhang.exchange.unfold import OPTION, spaced

Lines = Sequence[tuple[int, str]]


def numbered(lines: Lines, label: Callable[[str], str | None]) -> list[tuple[int, str]]:
    """Return *lines* with a number before each question; nothing where no answer tells where questions end.

    Args:
        lines: Lines that hold no numbered question.
        label: What a line gives of a question, ``answer`` or ``rationale``; ``None`` for any other line.
    """
    if not any(label(text) == "answer" for _, text in lines):
        return []
    found: list[tuple[int, str]] = []
    count, behind = 0, True
    for at, (number, text) in enumerate(lines):
        if heading(text) is not None:
            behind = True
        elif label(text):
            # Above the first question a title may stand.
            behind = behind or count > 0
        elif behind and (count or _begins(lines, at, label)):
            count, behind = count + 1, False
            found.append((number, f"{count}. {text}"))
            continue
        found.append((number, text))
    return found


def _begins(lines: Lines, at: int, label: Callable[[str], str | None]) -> bool:
    """Tell whether the line below offers the first option or gives the answer."""
    if at + 1 == len(lines) or OPTION.match(lines[at][1]):
        return False
    below, after = lines[at + 1][1], lines[at + 2][1] if at + 2 < len(lines) else ""
    return bool(OPTION.match(below) or label(below) or spaced(below, 0, after))
