"""No two options say the same.

Why: two options that say the same are both right or both wrong; whoever sees it strikes out two at once.

Warns (LNT003). Fails: 24小时 beside ２４小时; "recognise the customer" beside "Recognize the customer."
Passes: 朝里 beside 朝外.

Source: Haladyna, Downing & Rodriguez (2002), guideline 22: keep choices independent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from guizhang.diagnostics import Message
from guizhang.quality.view import Finding, View
from guizhang.zh.folding import fold

CODE = "LNT003"
# What is dropped or made one before texts are compared: particles, articles, and spellings of one word.
_NOISE_ZH = re.compile(r"[的了地得该此]|(?:应当|应该|应|须|必须|要)(?=.)")
_NOISE_EN = re.compile(r"\b(?:the|an?|to|that|please)\b")
# Characters in which one word is written two ways: 帐户, 象, 做, 惟一, 其它.
_VARIANTS = str.maketrans("帐象做惟它迭", "账像作唯他叠")
_SPELLINGS = (
    (r"is(e[ds]?|ing|ation)\b", r"iz\1"),
    (r"our(s|ed|ing|able)?\b", r"or\1"),
    (r"([lt])re\b", r"\1er"),
    (r"ll(ed|ing)\b", r"l\1"),
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each option that repeats an earlier one."""
    seen: dict[str, int] = {}
    for i, choice in enumerate(view.choices):
        bare = normal(choice.text)
        if bare in seen:
            first, second = _letter(seen[bare]), _letter(i)
            yield view.at_option(
                i,
                Message(f"选项 {first} 与 {second} 意思相同", f"options {first} and {second} say the same"),
                Message("换掉其中一个", "replace one of the two"),
            )
        seen.setdefault(bare, i)


# The same options and sentences of the rules come up for item after item.
@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Return a text without what makes no difference: width, case, punctuation, blanks, particles, spelling."""
    folded = unicodedata.normalize("NFKC", fold(text).text).casefold()
    folded = _NOISE_EN.sub(" ", _NOISE_ZH.sub("", folded).translate(_VARIANTS))
    for pattern, instead in _SPELLINGS:
        folded = re.sub(pattern, instead, folded)
    # A sign between digits is part of the figure: 1.5 is not 15.
    return re.sub(r"(?<!\d)[\W_]+|[\W_]+(?!\d)", "", folded)


def _letter(index: int) -> str:
    return "ABCDEFGH"[index]
