"""Grade responses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import handbook_option, say, show, strict_option

if TYPE_CHECKING:
    from guizhang.grading.pipeline import GradeReport
    from guizhang.model.scoring import ScoringPolicy
    from guizhang.sealing.keys import PrivateKey


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("responses", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Results folder.")
@click.option("--site", help="Where the handbook stands, so that results link to the rules.")
@click.option(
    "--policy",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Scoring rules (YAML) in the place of the blueprint's.",
)
@click.option(
    "--statistics", is_flag=True, help="Add how the items went to quizzes/statistics.yaml, for the next draw."
)
@click.option("--date", "held", type=click.DateTime(["%Y-%m-%d"]), help="Day of the exam; today when absent.")
@click.option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    envvar="GUIZHANG_KEY",
    help="private-key.pem of exam keygen, to open sealed web answers.",
)
@click.option(
    "--key-password",
    envvar="GUIZHANG_KEY_PASSWORD",
    help="Password of --key; asked for when neither this nor GUIZHANG_KEY_PASSWORD is given.",
)
@handbook_option
@strict_option
def grade(
    folder: Path,
    responses: Sequence[Path],
    output: Path,
    *,
    site: str | None,
    policy: Path | None,
    held: datetime | None,
    root: Path,
    key: Path | None,
    key_password: str | None,
    statistics: bool,
    strict: bool,
) -> None:
    """Grade RESPONSES (CSV, XLSX, answer files of the exam page) of the exam in FOLDER."""
    from guizhang.grading.pipeline import grade as run

    report = run(
        folder, responses, output, policy=_policy(policy), strict=strict, site_url=site, key=_opened(key, key_password)
    )
    show(report.diagnostics)
    _account(report)
    if report.stopped:
        say("没有写出成绩", "no results were written")
        raise SystemExit(1)
    _tell(report)
    for path in report.written:
        click.echo(path)
    if statistics:
        day = held.date() if held else date.today()  # noqa: DTZ011 - the day where the exam is held
        _keep(report, root, day)
    if report.refused:
        raise SystemExit(1)


def _policy(path: Path | None) -> ScoringPolicy | None:
    """Return the policy of a file; its faults end the command."""
    if path is None:
        return None
    from guizhang.model.scoring import ScoringPolicy
    from guizhang.yamlio.load import load

    policy, found = load(path, ScoringPolicy)
    show(found)
    if policy is None:
        raise SystemExit(1)
    return policy


def _account(report: GradeReport) -> None:
    """Print what the columns were taken for, and what became of every row."""
    from guizhang.grading.summary import columns_told, rows_line

    for file in report.files:
        where = f"{file.path} [{file.sheet}]" if file.sheet else file.path
        rows = rows_line(file)
        say(f"{where}：{rows.zh}", f"{where}: {rows.en}")
        for column in columns_told(file):
            say(f"  {column.zh}", f"  {column.en}")


def _tell(report: GradeReport) -> None:
    """Print who passed, who is missing, who is near the line, and which items to look at."""
    if report.headline is not None:
        say(report.headline.zh or "", report.headline.en or "")
    if report.refused:
        names = ", ".join(f"{person.candidate} {person.name}".strip() for person in report.refused)
        say(f"没有评分，改正后重评：{names}", f"not graded, to be mended and graded again: {names}")
    if report.analysis is None:
        return
    if near := report.analysis.near_cut:
        names = ", ".join(near)
        say(
            f"离及格线不到一个测量误差，请再看一遍：{names}",
            f"within one standard error of the cut, look again: {names}",
        )
    advised = [(advice, item) for item in report.analysis.flagged for advice in item.advice]
    for advice, item in sorted(advised, key=lambda pair: pair[0].rank):
        places = ", ".join(f"{form} {number}" for form, number in list(item.numbers.items())[:4])
        say(f"{item.item_id}（{places}）：{advice.text.zh}", f"{item.item_id} ({places}): {advice.text.en}")


def _keep(report: GradeReport, root: Path, day: date) -> None:
    """Add how the items went to the bank's statistics."""
    from guizhang.grading.history import update_statistics
    from guizhang.yamlio.content import project_root

    path = project_root(root) / "quizzes" / "statistics.yaml"
    written, found = update_statistics(path, report.exam_id, day, report.analysis.items if report.analysis else ())
    show(found)
    if not written:
        raise SystemExit(1)
    click.echo(path)


def _opened(path: Path | None, password: str | None) -> PrivateKey | None:
    """Return the trainer's key, asking for its password where it is needed."""
    from guizhang.sealing.key_files import read_private

    if path is None:
        return None
    return read_private(path, password if password is not None else click.prompt("Password", hide_input=True, err=True))
