"""The key is not the longest option by far.

Why: authors take care that the key is beyond doubt and leave the distractors short, and candidates know it: choose the
longest. What counts is what is seen at a glance: half as long again as the longest distractor, and by at least four
words (six Chinese characters), since 事假 is twice as long as 假 and nobody minds.

Warns (LNT010). Fails: 请假 / 旷工 / 迟到 beside 经部门经理书面批准并在人力资源部备案的休假.
Passes: four options of about one length, or a distractor nearly as long as the key.

Source: Haladyna, Downing & Rodriguez (2002), guideline 24: keep the length of choices about equal.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

CODE = "LNT010"
_FACTOR = 1.5
# Four English words with their blanks; four Chinese words at one and a half characters a word.
_LEAST: dict[Lang, int] = {"zh": 6, "en": 22}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where every key is far longer than every distractor."""
    if not view.choices or not view.wrong or view.figures:
        return
    shortest, longest = min(map(len, view.keys)), max(map(len, view.wrong))
    if shortest >= _FACTOR * longest and shortest - longest >= _LEAST[view.lang]:
        index = next(i for i, choice in enumerate(view.choices) if choice.key)
        yield view.at_option(
            index,
            Message(
                f"正确选项 {shortest} 个字，最长的干扰项 {longest} 个字",
                f"the key has {shortest} characters, the longest distractor {longest}",
            ),
            Message("缩短正确选项，或把干扰项写得一样具体", "shorten the key, or make the distractors as specific"),
        )
