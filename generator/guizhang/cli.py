"""The command line: each command parses, calls one library function, prints."""

from __future__ import annotations

from pathlib import Path

import click

from guizhang import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Company rules as a bilingual handbook, quizzes and scoring sheets."""


@main.command()
@click.argument("root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def check(root: Path) -> None:
    """Check content and item bank."""
    from guizhang.checks import check as run_checks
    from guizhang.diagnostics import render, stops
    from guizhang.yamlio.content import load_project

    found = run_checks(load_project(root))
    click.echo(render(found))
    raise SystemExit(1 if stops(found) else 0)
