"""A choice has three to five options.

Why: with two options half of the guesses are right; three good ones do as well as four or five, and a sixth is seldom
chosen by anybody and costs reading time.

Warns (LNT002). Fails: two options; six options. Passes: three, four or five.

Source: Haladyna, Downing & Rodriguez (2002), guideline 18; Rodriguez (2005), three options are optimal.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.view import Finding, View

CODE = "LNT002"
LEAST, MOST = 3, 5


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a choice with too few or too many options."""
    have = len(view.choices)
    if have and not LEAST <= have <= MOST:
        yield view.at_stem(
            Message(f"有 {have} 个选项，应为 {LEAST} 至 {MOST} 个", f"{have} options; {LEAST} to {MOST} are wanted"),
            Message(
                "增加像样的干扰项，或删去没人会选的", "add plausible distractors, or drop those nobody would choose"
            ),
        )
