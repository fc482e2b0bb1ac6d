"""Draw exams."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from guizhang.cli.shell import load_checked, say, show, step
from guizhang.diagnostics import Faulty, stops

if TYPE_CHECKING:
    from guizhang.model.form import PaperLanguage

SEED_BITS = 128


@click.group()
def exam() -> None:
    """Draw exams."""


@exam.command("draw")
@click.argument("blueprint")
@click.option("--forms", type=click.IntRange(1, 200), default=1, show_default=True, help="Versions of the paper.")
@click.option(
    "--candidates",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Roster: CSV or XLSX with id, name, role, department, language.",
)
@click.option("--seed", help="Draws the same exam again; 128 random bits when absent.")
@click.option(
    "--language",
    type=click.Choice(["zh", "en", "both"]),
    default="both",
    show_default=True,
    help="Language of the papers; a candidate's own goes first.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to make.")
@click.option("--replace", is_flag=True, help="Replace an exam that is in the folder already.")
def exam_draw(
    blueprint: str,
    forms: int,
    candidates: Path | None,
    seed: str | None,
    language: str,
    output: Path,
    *,
    replace: bool,
) -> None:
    """Draw an exam from BLUEPRINT: papers, keys, scoring sheets.

    BLUEPRINT is a file under quizzes/blueprints/, or the id of a blueprint of the handbook in the current folder.
    """
    from guizhang.exam.produce import produce_exam
    from guizhang.yamlio.content import project_root

    with step("检查内容", "checking content"):
        loaded, found = load_checked(project_root(Path(blueprint)))
    if stops(found):
        raise Faulty(found)
    with step("抽题、排版", "drawing and typesetting"):
        written = produce_exam(
            loaded,
            blueprint,
            output,
            forms=forms,
            roster=candidates,
            seed=seed or secrets.token_hex(SEED_BITS // 8),
            language=cast("PaperLanguage", language),
            replace=replace,
        )
    show(written.diagnostics)
    say(f"考生材料：{output / 'handout'}", f"for candidates: {output / 'handout'}")
    say(f"保密材料：{output / 'secret'}", f"secret: {output / 'secret'}")
