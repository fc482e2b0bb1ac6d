"""Add people who come to an exam without being on the roster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from guizhang.cli.exam import exam_argument, language_type
from guizhang.cli.shell import handbook_in, handbook_option, say, show, step

if TYPE_CHECKING:
    from guizhang.exam.add import Added
    from guizhang.model.form import PaperLanguage


@click.command("add")
@exam_argument
@click.option("--candidate", required=True, help="Id of the person, as it would stand on the roster.")
@click.option("--name", default="", help="Name.")
@click.option("--role", default="", help="Role.")
@click.option("--department", default="", help="Department.")
@click.option("--language", type=language_type, help="Language of this person's paper.")
@click.option(
    "--extra-minutes", type=click.IntRange(0, 600), default=0, help="Minutes this person has beyond the time limit."
)
@click.option("--large-print", is_flag=True, help="This person needs large print.")
@click.option(
    "--form", default="", help="Form this person sits; when absent the one that fewest sit, or one of their own."
)
@handbook_option
def add(
    exam: Path,
    *,
    candidate: str,
    name: str,
    role: str,
    department: str,
    language: str | None,
    extra_minutes: int,
    form: str,
    root: Path,
    large_print: bool,
) -> None:
    """Add somebody who is not on the roster to an exam.

    EXAM is its folder. Nobody else's paper changes. Where everybody has a paper of their own, one more is drawn from the
    handbook in --root.
    """
    from guizhang.exam.add import add_to_exam
    from guizhang.model.form import Candidate

    candidate = candidate.strip()
    if not 1 <= len(candidate) <= 80:
        raise click.UsageError("--candidate takes 1 to 80 characters")
    person = Candidate(
        id=candidate,
        name=name,
        role=role,
        department=department,
        language=cast("PaperLanguage | None", language),
        extra_minutes=extra_minutes,
        large_print=large_print,
        form=form,
    )
    with step("添加考生", "adding the candidate"):
        added = add_to_exam(exam, person, handbook_in(root))
    show([*added.warnings, *added.written.diagnostics])
    _say_added(added)


def _say_added(added: Added) -> None:
    from guizhang.exam.readme import named
    from guizhang.exam.walk_ins import ADDED
    from guizhang.files import file_name

    person, folder, files = added.person, added.written.folder, added.written.files
    say(f"{person.id}：{person.form} 卷", f"{person.id}: form {person.form}")
    for heading, begins in (
        (("现在打印", "print now"), "handout/"),
        (("阅卷时用", "for marking"), f"secret/{ADDED}/{file_name(person.id)}/"),
        (("所有后加考生的名单和说明", "lists of everybody added, and what to do"), f"secret/{ADDED}/"),
    ):
        listed = [file for file in files if file.startswith(begins)]
        files = tuple(file for file in files if file not in listed)
        say(f"{heading[0]}：", f"{heading[1]}:")
        for file in named(listed):
            say(f"  {folder / file}", f"  {folder / file}")
    if added.row is not None:
        say(
            f"secret/scoring.xlsx 不改动（里面可能已有成绩）：在第 {added.row} 行（空行）录入工号、卷别和作答",
            f"secret/scoring.xlsx stays as it is, since marks may stand in it: type number, form and answers into its empty row {added.row}",
        )
    else:
        say(
            "secret/scoring.xlsx 不改动，里面没有这份卷或没有空行：录入他自己的 scoring.xlsx，评分时两个文件一起交给 guizhang grade",
            "secret/scoring.xlsx stays as it is and has no room for this paper: use their own scoring.xlsx, and give guizhang grade both",
        )
