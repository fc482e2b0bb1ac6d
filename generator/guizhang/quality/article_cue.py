"""English: a stem that ends with "a" or "an" goes with every option.

Why: "an" before the blank strikes out each option that begins with a consonant.

Warns (LNT013). Fails: The form is called an ____ (application / report / request). Passes: "a or an", or the article in
the options.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (d).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.counted_en import plural
from guizhang.quality.view import Finding, View

CODE = "LNT013"
_ARTICLE = re.compile(
    r"(?<![\w(/])(?P<article>an?)\s*(?:[:…]|\.\.\.|_+)?\s*[.?:]?\s*$|(?<![\w(/])(?P<before>an?)\s+_+", re.IGNORECASE
)
# By sound: an hour, an 8-hour shift; a uniform, a one-day leave, a European.
_VOWEL = re.compile(
    r"(?:[aeio]|u(?!ni(?!n|m)|s[aeu]|ti|r[aeiou]|k)|h(?:our|onest|onou?r|eir)|8|11\b|18\b|(?-i:[FHLMNRSX][A-Z.]))(?!ne\b|ne-|nce\b|u[rp]o)",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where the article before the blank does not go with every option."""
    match = _ARTICLE.search(view.stem.strip()) if view.lang == "en" and view.choices else None
    if match is None:
        return
    wants_vowel = (match["article"] or match["before"]).lower() == "an"
    fits = [
        bool(_VOWEL.match(choice.text.strip())) is wants_vowel and plural(choice.text) is not True
        for choice in view.choices
    ]
    if not all(fits):
        yield view.at_stem(
            Message("冠词 a / an 只配部分选项", "the article goes with some of the options only"),
            Message("把冠词移到选项里，或写 a/an", "move the article into the options, or write a/an"),
        )
