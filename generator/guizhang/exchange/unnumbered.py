"""Questions that nobody numbered: each ends with its answer, so that the next one begins behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from guizhang.exchange.sections import heading
from guizhang.exchange.unfold import OPTION, spaced

Lines = Sequence[tuple[int, str]]
_TYPE = re.compile(r"[【\[]?(?:题型|題型|type)[】\]]?\s*[:：]\s*(.+)", re.IGNORECASE)
_STEM = re.compile(r"[【\[]?(?:题干|題幹|题目|題目|question)[】\]]?\s*[:：]\s*(.+)", re.IGNORECASE)


def numbered(lines: Lines, label: Callable[[str], str | None]) -> list[tuple[int, str]]:
    """Return *lines* with a number before each question; nothing where no answer tells where questions end.

    Args:
        lines: Lines that hold no numbered question.
        label: What a line gives of a question, ``answer`` or ``rationale``; ``None`` for any other line.
    """
    if not any(label(text) == "answer" for _, text in lines):
        return []
    found: list[tuple[int, str]] = []
    count, behind, kind = 0, True, ""
    for at, (number, text) in enumerate(lines):
        named, stem = _TYPE.fullmatch(text), _STEM.fullmatch(text)
        if named and behind:
            kind = f"【{named[1].strip()}】"
            continue
        if (
            behind
            and (stem or not (heading(text) or label(text)))
            and (count or stem or kind or _begins(lines, at, label))
        ):
            count, behind = count + 1, False
            found.append((number, f"{count}. {kind}{stem[1] if stem else text}"))
            kind = ""
            continue
        # Above the first question a title may stand.
        behind = behind or heading(text) is not None or label(text) is not None
        found.append((number, text))
    return found


def _begins(lines: Lines, at: int, label: Callable[[str], str | None]) -> bool:
    """Tell whether the line below offers the first option or gives the answer."""
    if at + 1 == len(lines) or OPTION.match(lines[at][1]):
        return False
    below, after = lines[at + 1][1], lines[at + 2][1] if at + 2 < len(lines) else ""
    return bool(OPTION.match(below) or label(below) or spaced(below, 0, after))
