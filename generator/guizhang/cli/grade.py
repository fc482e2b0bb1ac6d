"""Grade responses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import (
    by_option,
    code_key_option,
    handbook_option,
    key_options,
    needs_codes,
    opened_key,
    say,
    say_files,
    show,
    stamp,
    strict_option,
    typed,
)
from guizhang.diagnostics import stops

if TYPE_CHECKING:
    from guizhang.grading.audit import Stamp
    from guizhang.grading.pipeline import GradeReport
    from guizhang.model.practice import PracticeItem
    from guizhang.model.scoring import ScoringPolicy

_LISTED = 20
"""People named on the screen; the files have all."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("responses", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Results folder.")
@click.option("--site", help="Address of the handbook site, so that results link to the rules.")
@click.option(
    "--policy",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Scoring rules (YAML) instead of the blueprint's.",
)
@click.option("--statistics", is_flag=True, help="Add how the items did to quizzes/statistics.yaml, for the next draw.")
@click.option(
    "--date",
    "held",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of the exam, such as 2026-12-01; when absent that of the last grading, else today.",
)
@key_options
@by_option
@click.option(
    "--pseudonymise",
    is_flag=True,
    help="Show people under codes in the results; guizhang results who tells whose they are.",
)
@code_key_option
@click.option("--candidate-pages", is_flag=True, help="Write a page for each person to take home, as HTML and PDF.")
@click.option("--certificates", is_flag=True, help="Write certificates for those who passed, and their register.")
@click.option(
    "--valid-months", type=click.IntRange(1, 600), help="How long certificates are valid; without limit when absent."
)
@click.option("--retest", is_flag=True, help="List who has to sit again, and what each should read and practise.")
@click.option(
    "--forget",
    is_flag=True,
    help="Repeat none of the options with which this exam was graded into the folder before.",
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
    by: str | None,
    pseudonymise: bool,
    key_file: Path | None,
    candidate_pages: bool,
    certificates: bool,
    valid_months: int | None,
    retest: bool,
    forget: bool,
) -> None:
    """Grade RESPONSES of the exam in FOLDER.

    They are CSV and XLSX files, and answer files of the exam page.
    """
    from guizhang.grading.pipeline import grade as run
    from guizhang.grading.reports.extras import Extras
    from guizhang.results.pseudonym import key_from

    needs_codes(key_file, pseudonymise=pseudonymise)
    if pseudonymise and (candidate_pages or certificates or retest):
        raise click.UsageError("pages, certificates and the re-test list are for people: leave out --pseudonymise")
    if statistics and _handbook(root) is None:
        raise click.UsageError(f"--statistics writes into a handbook, and there is no content/handbook.yaml in {root}")
    today = date.today()  # noqa: DTZ011 - the day where the exam is held
    opened = opened_key(key, key_password)
    extras = Extras(
        held=held.date() if held else today,
        people=candidate_pages,
        certificates=certificates,
        valid_months=valid_months,
        retest=retest,
        practice=_practice(root) if retest else (),
    )
    report = run(
        folder,
        responses,
        output,
        policy=read_policy(policy),
        strict=strict,
        site_url=site,
        key=opened,
        held=held.date() if held else None,
        today=today,
        stamp=stamp(by),
        pseudonymise=pseudonymise,
        code_key=key_from(key_file) if key_file is not None else None,
        extras=extras,
        forget=forget,
    )
    _tell(report, folder, output)
    if report.stopped:
        raise SystemExit(1)
    if statistics:
        _keep(report, root, report.held or today, folder, stamp(by))
    if report.refused:
        raise SystemExit(1)


def read_policy(path: Path | None) -> ScoringPolicy | None:
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


def _handbook(root: Path) -> Path | None:
    """Return the handbook *root* lies in; ``None`` where there is none."""
    from guizhang.yamlio.content import project_root

    at = project_root(root)
    return at if (at / "content" / "handbook.yaml").is_file() else None


def _practice(root: Path) -> tuple[PracticeItem, ...]:
    """Return what the handbook offers for practice; nothing, and a word about it, where there is none or it has errors."""
    from guizhang.quiz.practice import practice
    from guizhang.yamlio.content import load_project

    at = _handbook(root)
    loaded = load_project(at) if at is not None else None
    if loaded is None or stops(loaded.diagnostics):
        say(
            "没有可用的手册，补考名单里不附练习题",
            "no sound handbook here: the re-test list comes without practice questions",
        )
        return ()
    return practice(loaded).items


def _tell(report: GradeReport, folder: Path, output: Path) -> None:
    """Print what became of one run."""
    show(report.diagnostics)
    _account(report)
    if report.stopped:
        say("没有写出成绩", "no results were written")
        return
    _outcome(report, folder, output)
    _tell_of_last_time(report)
    say_files(report.written, output)


def _account(report: GradeReport) -> None:
    """Print what the columns were taken for, and what became of every row."""
    from guizhang.grading.summary import columns_told, rows_line

    for file in report.files:
        where = f"{file.path} [{file.sheet}]" if file.sheet else file.path
        rows = rows_line(file)
        say(f"{where}：{rows.zh}", f"{where}: {rows.en}")
        for column in columns_told(file):
            say(f"  {column.zh}", f"  {column.en}")


def _outcome(report: GradeReport, folder: Path, output: Path) -> None:
    """Print who passed, who is missing, who is near the line, and which items to look at."""
    from guizhang.grading.analysis.advice import Flag

    if report.headline is not None:
        say(report.headline.zh or "", report.headline.en or "")
    if report.refused:
        # Whose name was typed for the number is named once.
        named = (dict.fromkeys(filter(None, (person.candidate, person.name))) for person in report.refused)
        names = ", ".join(map(" ".join, named))
        say(f"没有评分，改正后重评：{names}", f"not graded, to be mended and graded again: {names}")
    if report.analysis is None:
        return
    if near := report.analysis.near_cut:
        names, more = ", ".join(near[:_LISTED]), len(near) - _LISTED
        say(
            f"离及格线不到一个测量误差，请再看一遍：{names}" + (f" 等 {len(near)} 人" if more > 0 else ""),
            f"within one standard error of the cut, look again: {names}" + (f" and {more} more" if more > 0 else ""),
        )
    advised = [(advice, item) for item in report.analysis.flagged for advice in item.advice]
    for advice, item in sorted(advised, key=lambda pair: pair[0].rank):
        places = ", ".join(f"{form} {number}" for form, number in list(item.numbers.items())[:4])
        say(f"{item.item_id}（{places}）：{advice.text.zh}", f"{item.item_id} ({places}): {advice.text.en}")
        if advice.flag is Flag.WRONG_KEY:
            rekey = f"--rekey {item.item_id}={advice.label}"
            command = f"guizhang results regrade {typed(folder)} {typed(output)} {rekey} --dry-run"
            say(f"  看看谁的结果会变：{command}", f"  to see whose result would move: {command}")


def _tell_of_last_time(report: GradeReport) -> None:
    """Print what was taken over from the results that stood there, and what stands there no more."""
    if taken := report.taken_over:
        zh, en = "、".join(text.zh or "" for text in taken), ", ".join(text.en or "" for text in taken)
        say(f"与上次一样：{zh}（不要就加 --forget）", f"as the last time: {en} (--forget leaves it out)")
    if report.since.superseded:
        _tell_who_moved(report)
    if report.removed:
        names = ", ".join(report.removed)
        say(f"已删除，是上次成绩的：{names}", f"removed, as it told earlier results: {names}")


def _tell_who_moved(report: GradeReport) -> None:
    from guizhang.grading.correcting.differences import lines, told

    headline = told(report.since.moved, len(report.results))
    say(f"与上次相比：{headline.zh}", f"since the last time: {headline.en}")
    for line in lines(report.since.moved[:_LISTED]):
        say(f"  {line.zh}", f"  {line.en}")
    say("上次的成绩在 earlier/，变动在 changes.xlsx", "the last results are in earlier/, the changes in changes.xlsx")


def _keep(report: GradeReport, root: Path, day: date, folder: Path, now: Stamp) -> None:
    """Add how the items went to the bank's statistics."""
    from guizhang.grading.analysis.history import update_statistics
    from guizhang.grading.audit import Action, append, hashes
    from guizhang.yamlio.content import project_root

    path = project_root(root) / "quizzes" / "statistics.yaml"
    written, found = update_statistics(path, report.exam_id, day, report.analysis.items if report.analysis else ())
    show(found)
    if not written:
        raise SystemExit(1)
    items = len(report.analysis.items) if report.analysis else 0
    append(
        folder / "secret", now, Action.STATISTICS, counts={"items": items}, files=hashes({path.name: path.read_bytes()})
    )
    click.echo(path)
