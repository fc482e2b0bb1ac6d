"""What a regrade changed: who moved, from where to where, decisions first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guizhang.grading.gradebook.layout import IDENTITY_HEAD, IDENTITY_WIDTHS, decision_word, head
from guizhang.grading.kept import Standing
from guizhang.grading.sentences import decision, number
from guizhang.model.correction import Correction
from guizhang.model.text import Text
from guizhang.tables.book import Book, save
from guizhang.tables.bulk import BulkRow, style_number

SHEET = "变动 Changes"


@dataclass(frozen=True, slots=True)
class Difference:
    """One person whose points or decision changed."""

    before: Standing
    after: Standing

    @property
    def points(self) -> Decimal:
        """Points won, below 0 where they were lost."""
        return self.after.points - self.before.points

    @property
    def decided_otherwise(self) -> bool:
        """Whether pass became fail, or the other way, or either became open."""
        return self.after.passed is not self.before.passed

    @property
    def rank(self) -> tuple[bool, bool, Decimal, str]:
        """Place in the list: decisions first, of them those who fail now; then by the change of their share."""
        moved = abs(_share(self.after) - _share(self.before))
        return not self.decided_otherwise, self.after.passed is not False, -moved, self.before.candidate


def _share(standing: Standing) -> Decimal:
    return standing.points / standing.max_points if standing.max_points else Decimal(0)


@dataclass(frozen=True, slots=True)
class FormChange:
    """A form whose maximum or cut score changed."""

    form: str
    before: tuple[Decimal, Decimal]
    """Maximum and cut."""
    after: tuple[Decimal, Decimal]


def differences(before: Sequence[Standing], after: Sequence[Standing]) -> tuple[Difference, ...]:
    """Return everybody whose points or decision changed, decisions first.

    Args:
        before: What everybody was told.
        after: The same people, graded again.

    Raises:
        KeyError: Somebody is in one of the two only.
    """
    old = {standing.candidate: standing for standing in before}
    pairs = (Difference(old[standing.candidate], standing) for standing in after)
    return tuple(sorted((d for d in pairs if d.points or d.decided_otherwise), key=lambda d: d.rank))


def form_changes(before: Sequence[Standing], after: Sequence[Standing]) -> tuple[FormChange, ...]:
    """Return the forms whose maximum or cut score changed, in the order of their names."""
    old, new = ({s.form: (s.max_points, s.cut) for s in standings} for standings in (before, after))
    return tuple(FormChange(form, old[form], new[form]) for form in sorted(new) if old[form] != new[form])


def told(found: Sequence[Difference], people: int) -> Text:
    """Return in a sentence how many moved."""
    to_pass = sum(d.decided_otherwise and d.after.passed is True for d in found)
    to_fail = sum(d.decided_otherwise and d.after.passed is False for d in found)
    zh = f"{people} 人中 {len(found)} 人的结果有变：{to_pass} 人变为合格，{to_fail} 人变为不合格。"
    en = f"{len(found)} of {people} results changed: {to_pass} to pass, {to_fail} to fail."
    return Text(zh=zh, en=en)


def changes_json(found: Iterable[Difference], forms: Iterable[FormChange], corrections: Iterable[Correction]) -> bytes:
    """Return the differences for other programs; points as decimal strings."""
    document = {
        "corrections": [correction.model_dump(mode="json", exclude_none=True) for correction in corrections],
        "forms": [
            {
                "form": f.form,
                "max_points": [f"{f.before[0]:f}", f"{f.after[0]:f}"],
                "cut_points": [f"{f.before[1]:f}", f"{f.after[1]:f}"],
            }
            for f in forms
        ],
    }
    people = (
        json.dumps(
            {"candidate": d.after.candidate, "name": d.after.name, "form": d.after.form,
             "points": [f"{d.before.points:f}", f"{d.after.points:f}"],
             "cut_points": [f"{d.before.cut:f}", f"{d.after.cut:f}"], "passed": [d.before.passed, d.after.passed]},
            ensure_ascii=False,
        )
        for d in found
    )  # fmt: skip
    # A line for each person, as in the results.
    lines = ",".join(f"\n  {person}" for person in people)
    text = json.dumps(document, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{text},\n "people": [{lines}\n ]\n}}\n'.encode()


def changes_xlsx(found: Iterable[Difference]) -> bytes:
    """Return the differences as a sheet, a row for each person."""
    book = Book()
    sheet = book.sheet(SHEET)
    head(
        book, sheet, 1,
        [*IDENTITY_HEAD, "原总分 before", "新总分 after", "变动 change", "原及格线 cut_before", "新及格线 cut_after",
         "原结果 was", "新结果 is"],
        [*IDENTITY_WIDTHS, 9, 9, 9, 11, 11, 14, 14],
    )  # fmt: skip
    quoted = style_number(sheet, quotePrefix=True)
    book.bulk[SHEET] = lambda: (_row(row, difference, quoted) for row, difference in enumerate(found, start=2))
    sheet.freeze_panes = "D2"
    return save(book)


def _row(row: int, difference: Difference, quoted: int) -> str:
    old, new, line = difference.before, difference.after, BulkRow(row, quoted)
    for column, text in enumerate((new.candidate, new.name, new.form), start=1):
        line.text(column, text)
    for column, points in enumerate((old.points, new.points, difference.points, old.cut, new.cut), start=4):
        line.number(column, points)
    line.text(9, decision_word(old.passed))
    line.text(10, decision_word(new.passed))
    return line.xml


def lines(found: Sequence[Difference]) -> Iterator[Text]:
    """Yield a line for each person: ``1001 王静怡 A: 58 -> 62, fail -> pass``."""
    for d in found:
        who = " ".join(filter(None, (d.after.candidate, d.after.name, d.after.form)))
        whole = d.before.max_points != d.after.max_points
        points = " → ".join(_points(standing, whole=whole) for standing in (d.before, d.after))
        old, new = decision(d.before.passed), decision(d.after.passed)
        zh, en = (f"，{old.zh} → {new.zh}", f", {old.en} → {new.en}") if d.decided_otherwise else ("", "")
        yield Text(zh=f"{who}：{points} 分{zh}", en=f"{who}: {points} points{en}")


def _points(standing: Standing, *, whole: bool) -> str:
    """Return ``58``, or ``58/92`` where the maximum changed as well."""
    return number(standing.points) + (f"/{number(standing.max_points)}" if whole else "")
