"""Grade responses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from guizhang.cli.shell import say, show, strict_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("responses", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Results folder.")
@click.option("--site", help="Where the handbook stands, so that results link to the rules.")
@strict_option
def grade(folder: Path, responses: Sequence[Path], output: Path, site: str | None, *, strict: bool) -> None:
    """Grade RESPONSES (CSV, XLSX) of the exam in FOLDER."""
    from guizhang.grading.pipeline import grade as run

    report = run(folder, responses, output, strict=strict, site_url=site)
    show(report.diagnostics)
    if report.stopped:
        raise SystemExit(1)
    if report.headline is not None:
        say(report.headline.either("zh"), report.headline.either("en"))
    for path in report.written:
        click.echo(path)
