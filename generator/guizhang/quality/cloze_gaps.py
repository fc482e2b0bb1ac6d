"""A cloze keeps enough words to be understood.

Why: a sentence with gaps everywhere asks what the author had in mind. Up to three gaps in a
sentence can be filled from the rule where enough of it stands: three words beside each, for those who know the rule, where a
reader who does not needs every fifth. Three Chinese words are about four characters and a half, at one and a half a word.

Warns (LNT018). Fails: ____应在____内向____提交____。 Passes: 员工遇到急事不能到岗的，应在____内告诉____。

Source: Taylor (1953), cloze procedure: every fifth word; Gronlund (1998), completion items: few blanks, so that
the sentence keeps its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quality.view import Finding, View

CODE = "LNT018"
MOST_A_SENTENCE = 3
_WORDS_A_GAP = 3
_HAN_A_GAP = 4.5
_GAP = re.compile(r"_{2,}|（\s*[_＿]*\s*）|\(\s*\)")


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a sentence with too many gaps, or too few words for them."""
    if view.type is not ItemType.CLOZE:
        return
    for sentence in re.split(r"[。；！？]|[.;!?](?=\s)", view.stem):
        gaps, rest = len(_GAP.findall(sentence)), _GAP.sub(" ", sentence)
        if gaps == 0:
            continue
        words = (
            len(re.findall(r"[一-鿿]|\d+", rest)) / _HAN_A_GAP
            if view.lang == "zh"
            else len(rest.split()) / _WORDS_A_GAP
        )
        if gaps > MOST_A_SENTENCE or (gaps > 1 and words < gaps):
            yield view.at_stem(
                Message(
                    f"一句里有 {gaps} 个空，读不成句", f"{gaps} gaps in one sentence leave too little to understand"
                ),
                Message(f"每句至多 {MOST_A_SENTENCE} 个空", f"leave at most {MOST_A_SENTENCE} gaps in a sentence"),
            )
            return
