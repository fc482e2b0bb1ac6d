"""Remove the personal data of exams held long ago."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import click

from guizhang.cli.shell import by_option, counted, say, show, stamp, step


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--older-than", required=True, metavar="PERIOD", help="24m, 2y, 90d, or a duration such as P1Y6M.")
@click.option("--dry-run", is_flag=True, help="List what would go and remove nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@by_option
def purge(folder: Path, *, older_than: str, dry_run: bool, yes: bool, by: str | None) -> None:
    """Remove the people from exams held long ago.

    Those below FOLDER held longer ago than PERIOD; item statistics and totals stay.
    """
    from guizhang.grading.privacy.purge import find_old
    from guizhang.grading.privacy.purge import purge as run
    from guizhang.grading.privacy.retention import parse_period

    period = parse_period(older_than)
    if period is None:
        raise click.BadParameter(f"{older_than!r} is no period: 24m, 2y, 90d, P1Y6M", param_hint="--older-than")
    now = stamp(by)
    found = find_old(folder, period, now.at.astimezone(UTC).date())
    show(found.diagnostics)
    for old in found.old:
        title = old.record.title
        files, people = len(old.going), len(old.record.candidates)
        zh, en = title.either("zh"), title.either("en")
        say(f"{old.folder}：{zh}，{old.held}，{people} 人，删 {files} 个文件",
            f"{old.folder}: {en}, {old.held}, {people} people, {files} files go")  # fmt: skip
        for path in old.going if dry_run else ():
            click.echo(f"  {path}")
    say(f"到期 {len(found.old)} 场，未到期 {found.younger} 场，已清除 {found.done} 场",
        f"{len(found.old)} exams are due, {found.younger} are not, {found.done} were done before")  # fmt: skip
    if dry_run:
        say("试算，什么都没有删", "dry run: nothing was removed")
    elif found.old:
        if not yes:
            click.confirm("删除后不能恢复，继续？ / this cannot be undone; go on?", abort=True)
        for old in found.old:
            with step(f"清除 {old.folder}", f"purging {old.folder}"):
                run(old, now)
        say(f"已清除 {len(found.old)} 场；留下试题、题目统计和不记名的总分",
            f"{counted(len(found.old), 'exam')} purged; what was asked, item statistics and totals without names stay")  # fmt: skip
    if found.diagnostics:
        raise SystemExit(1)
