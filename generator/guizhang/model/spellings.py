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

BLANK = tuple("- -- — —— – / 空 (空) 空白 未答 未作答 (跳过) blank n/a (skipped)".split())
"""Ways to say that there is no answer; those in brackets are what form services write."""
ILLEGIBLE = tuple("看不清 看不清楚 无法辨认 难以辨认 无法识别 字迹不清 字迹模糊 illegible unreadable".split())
"""Ways to say that there is one nobody can read."""
ABSENT = tuple("缺考 缺席 弃考 未考 未参加 未到 absent no-show".split())
"""Written among the answers of somebody who was not there."""
TRUE = tuple("对 正确 是 √ ✓ ✔ ☑ t true y yes r right 1".split())
FALSE = tuple("错 错误 不对 不正确 否 × x ✗ ✘ ✕ ╳ ☒ f false n no wrong 0".split())
AND = ("和", "与", "及", "and")
"""Words between letters: A和C, A and C."""
BESIDE = ("选项", "选", "答案", "option")
"""Words beside a letter: 选B, 答案：B, Option B."""
POINTS = ("分", "points", "point", "pts")
"""Words behind the points an assessor gave."""


def parse_number(text: str) -> Decimal | None:
    """Return the number *text* is: ``24``, ``2.5``, ``2,5`` and ``1,000``; ``None`` for anything else."""
    text = unicodedata.normalize("NFKC", text).strip()
    if len(text) > _LONGEST_NUMBER or not re.fullmatch(NUMBER, text):
        return None
    # A comma before exactly three digits divides thousands, any other is a decimal comma.
    return Decimal(_THOUSANDS.sub("", text).replace(",", "."))


def unit_forms(unit: str) -> tuple[str, ...]:
    """Return the spellings of a unit without blanks: hours and hour, 个工作日 and 工作日."""
    forms = [unit, unit.removeprefix("个")]
    if unit.isascii() and unit.isalpha() and len(unit) > 2:
        forms += [unit + "s", unit.removesuffix("s")]
    return tuple(dict.fromkeys(filter(None, forms)))
