"""What grading again into a folder with results changes: who moved since, and the files that say so.

A corrected sheet, an appeal, points that came in later: what people were told is kept under a number, as by a regrade.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guizhang.grading.correcting.differences import (
    Difference,
    FormChange,
    changes_json,
    changes_xlsx,
    differences,
    form_changes,
)
from guizhang.grading.kept import Kept
from guizhang.grading.output import CHANGES_JSON, CHANGES_XLSX


@dataclass(frozen=True, slots=True)
class Since:
    """How results differ from those that stand in the folder."""

    moved: tuple[Difference, ...] = ()
    """Of the people graded both times."""
    forms: tuple[FormChange, ...] = ()
    superseded: bool = False
    """Whether anybody is told something else than the last time, or is there only once."""

    def files(self, out: Path) -> Mapping[str, Callable[[], bytes]]:
        """Return the files that say who moved; where nobody has, those that say who did the last time."""
        if self.superseded:
            return {
                CHANGES_JSON: lambda: changes_json(self.moved, self.forms, ()),
                CHANGES_XLSX: lambda: changes_xlsx(self.moved),
            }
        return {name: (out / name).read_bytes for name in (CHANGES_JSON, CHANGES_XLSX) if (out / name).is_file()}

    @property
    def counts(self) -> Mapping[str, int]:
        """For the log: how many moved, and how many of them to the other side of the cut."""
        decided = [d.after.passed for d in self.moved if d.decided_otherwise]
        told = {"moved": len(self.moved), "to_pass": decided.count(True), "to_fail": decided.count(False)}
        return told if self.superseded else {}


UNCHANGED = Since()


def since(last: Kept | None, new: Kept) -> Since:
    """Return how *new* differs from what a folder keeps of the same exam."""
    if last is None:
        return UNCHANGED
    if last.pseudonymous is not new.pseudonymous:
        # Codes on one side and ids on the other: who is who is not to be told in a file.
        return Since(superseded=True)
    old, now = ({s.candidate for s in kept.standings} for kept in (last, new))
    before = [s for s in last.standings if s.candidate in now]
    after = [s for s in new.standings if s.candidate in old]
    known = {s.form for s in before}
    moved = differences(before, after)
    forms = form_changes(before, [s for s in after if s.form in known])
    return Since(moved, forms, bool(moved or forms or old != now))
