"""What people write when they answer: nothing, yes and no, words between letters, a unit.

Grading and the formulas of the scoring workbook read the same ones.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)"
"""Pattern of a number in digits of half width."""
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_LONGEST_NUMBER = 40

BLANK = tuple("- -- — —— – / 空 (空) 空白 未答 未作答 没写 没答 没有作答 (跳过) blank n/a (skipped)".split())
"""Ways to say that there is no answer; those in brackets are what form services write."""
ILLEGIBLE = tuple("看不清 看不清楚 无法辨认 难以辨认 无法识别 字迹不清 字迹模糊 illegible unreadable".split())
"""Ways to say that there is one nobody can read."""
ABSENT = tuple("缺考 缺席 弃考 未考 未参加 未到 absent no-show".split())
"""Written among the answers of somebody who was not there."""
# A V is how a tick comes out of a keyboard, as an x is a cross; 勾 and 叉 name what was drawn.
SAID = ("对的 對的 是的 相符 符合".split(), "错的 錯的 非 不是 不符 不相符 不符合".split())
"""Right and wrong in words that nobody writes beside another."""
TRUE = (*"对 對 正确 正確 是 √ ✓ ✔ ☑ v 勾 打勾 打钩 t true y yes r right 1".split(), *SAID[0])
FALSE = (*"错 錯 错误 錯誤 不对 不對 不正确 不正確 否 × ㄨ x ✗ ✘ ✕ ╳ ☒ 叉 打叉 f false n no wrong 0".split(), *SAID[1])
AND = ("和", "与", "及", "and")
"""Words between letters: A和C, A and C."""
BESIDE = ("选项", "选择", "选", "答案", "答", "option", "answer")
"""Words beside a letter: 选B, 答案：B, Option B; the longer of two that begin alike first."""
BEFORE = ("答案:", "答:", "answer:")
"""Written before an answer that is a word or a sign: 答：√."""
CORRECTED = ("(改)", "(已改)", "(更改)", "(corrected)")
"""What a marker notes behind an answer that somebody has changed on the paper."""
_CORRECTED = re.compile(rf"(?i)\s*(?:{'|'.join(map(re.escape, CORRECTED))})$")
FULL = ("满分", "滿分", "full marks", "full")
"""Written for the points where there are as many as can be had."""
POINTS = ("分", "points", "point", "pts")
"""Words behind the points an assessor gave."""


def parse_number(text: str) -> Decimal | None:
    """Return the number *text* is: ``24``, ``2.5``, ``2,5`` and ``1,000``; ``None`` for anything else."""
    text = unicodedata.normalize("NFKC", text).strip()
    if len(text) > _LONGEST_NUMBER or not re.fullmatch(NUMBER, text):
        return None
    # A comma before exactly three digits divides thousands, any other is a decimal comma.
    return Decimal(_THOUSANDS.sub("", text).replace(",", "."))


def uncorrected(text: str) -> str:
    """Return an answer of half width without the marker's note that it was changed: ``B（改）`` is ``B``."""
    folded = unicodedata.normalize("NFKC", text).strip()
    return _CORRECTED.sub("", folded) if folded.endswith(")") else folded  # most answers are a letter or two


def unit_forms(unit: str) -> tuple[str, ...]:
    """Return the spellings of a unit without blanks: hours and hour, 个工作日 and 工作日."""
    forms = [unit, unit.removeprefix("个")]
    if unit.isascii() and unit.isalpha() and len(unit) > 2:
        forms += [unit + "s", unit.removesuffix("s")]
    return tuple(dict.fromkeys(filter(None, forms)))
