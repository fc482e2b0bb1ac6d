"""From a blueprint to a folder of papers, keys and sheets."""

from __future__ import annotations

from pathlib import Path

from guizhang.exam.roster import read_roster
from guizhang.exam.write import Written, write_exam
from guizhang.model.form import PaperLanguage
from guizhang.quiz.draw import draw_exam, form_name
from guizhang.yamlio.content import Loaded, shown


def produce_exam(
    loaded: Loaded,
    blueprint: str,
    out: Path,
    *,
    forms: int,
    seed: str,
    roster: Path | None = None,
    language: PaperLanguage = "both",
    replace: bool = False,
) -> Written:
    """Draw an exam and write it into *out*.

    Args:
        loaded: Handbook and bank, checked and without errors.
        blueprint: Id of the blueprint, or the path of its file.
        out: The folder to make.
        forms: How many versions of the paper.
        seed: Keys every random choice.
        roster: CSV of who sits the exam; candidates get forms in rotation.
        language: Language of the papers.
        replace: Whether an exam that is in *out* already goes.

    Raises:
        Faulty: the roster has faults, the blueprint cannot be met, or *out* is refused; nothing has been written.
    """
    names = [form_name(index) for index in range(forms)]
    candidates = read_roster(roster, names, shown(roster)) if roster else None
    record = draw_exam(
        loaded, _blueprint_id(loaded, blueprint), forms=forms, seed=seed, candidates=candidates, language=language
    )
    return write_exam(record, out, replace=replace)


def _blueprint_id(loaded: Loaded, blueprint: str) -> str:
    """Return the id of the blueprint in the file *blueprint*; any other word is taken for an id itself."""
    name = shown(Path(blueprint))
    by_path = {path: key for (kind, key), path in loaded.bank.paths.items() if kind == "blueprint"}
    return by_path.get(name, blueprint)
