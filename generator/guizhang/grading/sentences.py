"""What a report says first, in both languages: who passed, and which rules most people miss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from guizhang.grading.analysis.analyse import Analysis
from guizhang.grading.analysis.figures import Measure, enough
from guizhang.model.correction import Change, Correction
from guizhang.model.response import CandidateResult
from guizhang.model.text import Lang, Text

PASS = Text(zh="合格", en="pass")
FAIL = Text(zh="不合格", en="fail")
OPEN = Text(zh="待定", en="open")

_LONGEST_NAME = 60
_COUNTED = {1: ("", "the rule"), 2: ("两条", "two rules"), 3: ("三条", "three rules")}


def decision(passed: bool | None) -> Text:
    """Return the word for a decision."""
    if passed is None:
        return OPEN
    return PASS if passed else FAIL


def correction_told(correction: Correction) -> Text:
    """Return what a correction does."""
    c = correction
    item = f"{c.item}@{c.form}" if c.form else c.item
    keys, points = ", ".join(c.keys), number(c.points)
    zh, en = {
        Change.DROP: (f"{item} 作废，不计分", f"{item} is dropped and counts for nothing"),
        Change.ACCEPT: (f"{item} 答 {keys} 也算对", f"{item}: {keys} counts as right too"),
        Change.REKEY: (f"{item} 的答案改为 {keys}", f"{item}: the key is {keys} now"),
        Change.CREDIT_ALL: (f"{item} 人人得满分", f"{item}: everybody has its points"),
        Change.POINTS: (f"{item} 改为 {points} 分", f"{item} is worth {points} points"),
        Change.POLICY: ("改用另一套评分规则", "other scoring rules"),
        Change.REVOKE: (f"撤销第 {c.number} 条更正", f"correction {c.number} is revoked"),
    }[c.what]
    return Text(zh=zh, en=en)


def provision_name(address: str, names: Mapping[str, Text], lang: Lang) -> str:
    """Return what a provision is called; its address where nobody has named it."""
    name = names.get(address)
    return name.either(lang) if name else address


def headline(
    results: Sequence[CandidateResult], absent: int, analysis: Analysis, names: Mapping[str, Text], refused: int = 0
) -> Text:
    """Return the first sentence of a report.

    Example:
        ``40 人中 31 人合格；多数人没掌握的三条规定：…`` / ``31 of 40 passed; three rules most people miss: …``
    """
    zh, en = _passed(results)
    if absent:
        zh += f"，另有 {absent} 人缺考"
        en += f", {absent} more {'was' if absent == 1 else 'were'} absent"
    if refused:
        zh += f"，{refused} 人的答卷有误，没有评分"
        en += f", {refused} {'paper' if refused == 1 else 'papers'} could not be graded"
    missed = analysis.missed_by_most
    if missed:
        count_zh, count_en = _COUNTED[len(missed)]
        zh += f"；多数人没掌握的{count_zh}规定：" + "、".join(provision_name(p.address, names, "zh") for p in missed)
        en += f"; {count_en} most people miss: " + ", ".join(provision_name(p.address, names, "en") for p in missed)
    elif any(enough(Measure.HEADLINE, provision.n) for provision in analysis.provisions):
        zh += "；没有哪条规定是多数人没掌握的"
        en += "; there is no rule that most people miss"
    return Text(zh=f"{zh}。", en=f"{en}.")


def _passed(results: Sequence[CandidateResult]) -> tuple[str, str]:
    if not results:
        return "没有可评的答卷", "There is no paper to grade"
    passed = sum(result.passed is True for result in results)
    undecided = sum(result.passed is None for result in results)
    zh = f"{len(results)} 人中 {passed} 人合格"
    en = f"{passed} of {len(results)} passed"
    if undecided:
        zh += f"，{undecided} 人待定（还有未评的部分）"
        en += f", {undecided} still open (parts are unmarked)"
    return zh, en


def percent(share: Decimal | float | None) -> str:
    """Return a share as whole per cent, rounded half up; a dash where there is none."""
    if share is None:
        return "–"
    return f"{int(Decimal(share) * 100 + Decimal('0.5'))}%"


def number(value: Decimal | None) -> str:
    """Return points without trailing zeros; a dash where there are none."""
    if value is None:
        return "–"
    return f"{value.normalize():f}" if value else "0"


def brief(text: str) -> str:
    """Return a name as one prints it: an endless one ends with three dots."""
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
