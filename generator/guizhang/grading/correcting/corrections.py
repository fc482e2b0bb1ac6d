"""Corrections applied: the exam as it counts after them. What was drawn and what was answered stay untouched.

A correction changes the question (worth, keys), the forms' cut scores or the scoring rules; grading then knows nothing of
corrections. They work in the order they were made, each on what the ones before it left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Source
from guizhang.files import PRIVATE_FILE, write_file
from guizhang.grading.correcting import faults
from guizhang.grading.correcting.corrected_form import CorrectedForm, Made, key_of
from guizhang.model.correction import Change, Corrections
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import ExamRecord
from guizhang.model.scoring import ScoringPolicy
from guizhang.yamlio.dump import dump
from guizhang.yamlio.load import load, read_tree

CORRECTIONS = "corrections.yaml"
Places = Callable[[int, str], Source]
"""Number of a correction and name of a field -> where it stands."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """An exam as it counts, with the corrections that made it so."""

    record: ExamRecord
    policy: ScoringPolicy
    corrections: Corrections = field(default_factory=Corrections)


def read_corrections(path: Path) -> tuple[Corrections | None, list[Diagnostic]]:
    """Return the corrections of an exam, none where there is no file; ``None`` and why where it cannot be read."""
    return load(path, Corrections) if path.exists() else (Corrections(), [])


def write_corrections(path: Path, corrections: Corrections) -> None:
    """Write the corrections of an exam, for its owner alone."""
    write_file(path, dump(corrections), mode=PRIVATE_FILE)


def correct(
    record: ExamRecord, policy: ScoringPolicy, corrections: Corrections, path: Path
) -> tuple[Corrected | None, list[Diagnostic]]:
    """Return the exam as it counts after the corrections that hold.

    Args:
        record: The exam as it was drawn.
        policy: The scoring rules it was graded by.
        corrections: All of its corrections.
        path: Where they stand, for messages.

    Returns:
        The exam, ``None`` where a correction does not fit it, and all that does not fit.
    """
    place = _places(path)
    asked = {item.item_id: item for form in reversed(record.forms) for item in form.items}
    found = list(_misfits(record, corrections, asked, place))
    if found or not corrections.in_force:
        return (None if found else Corrected(record, policy, corrections)), found
    forms: dict[str, CorrectedForm] = {}
    made: Made = {}
    for number, correction in corrections.in_force:
        policy = correction.policy or policy
        for form in record.forms if correction.item else ():
            if correction.form in (None, form.id) and any(item.item_id == correction.item for item in form.items):
                changed = forms.setdefault(form.id, CorrectedForm(record, form))
                changed.apply(number, correction, asked[correction.item or ""], made)
    beyond = next((form for form in forms.values() if not form.passable), None)
    if beyond is not None:
        source = Source(str(path))
        return None, [
            faults.out_of_reach(source, "corrections", beyond.drawn.id, f"{beyond.cut:f}", f"{beyond.most:f}")
        ]
    counted = tuple(forms[form.id].result if form.id in forms else form for form in record.forms)
    return Corrected(record.model_copy(update={"forms": counted}), policy, corrections), []


def _places(path: Path) -> Places:
    """Return where the fields of corrections stand; those that are not in the file yet, in the file as a whole."""
    tree = read_tree(path, str(path)) if path.exists() else None
    return lambda number, name: (
        tree.locate(("corrections", number - 1, name)) if tree is not None else Source(str(path))
    )


def _misfits(
    record: ExamRecord, corrections: Corrections, asked: dict[str, DrawnItem], place: Places
) -> Iterator[Diagnostic]:
    """Yield what in the corrections is not of this exam; those that were revoked must fit as well."""
    forms = {form.id: form for form in record.forms}
    for number, correction in enumerate(corrections.corrections, start=1):
        where = f"corrections[{number}]"
        if correction.what is Change.REVOKE and correction.number and correction.number >= number:
            yield faults.unknown_number(place(number, "number"), where, correction.number)
        if correction.form is not None and correction.form not in forms:
            yield faults.unknown_form(place(number, "form"), where, correction.form, forms)
            continue
        if correction.item is None:
            continue
        on = asked if correction.form is None else {item.item_id: item for item in forms[correction.form].items}
        if correction.item not in on:
            yield faults.unknown_item(place(number, "item"), where, correction.item, on)
            continue
        for key in correction.keys:
            if key_of(on[correction.item], key) is None:
                yield faults.bad_key(place(number, "keys"), where, key, correction.item)
