"""Check content and item bank."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import click

from guizhang.cli.shell import chosen_language, load_checked, root_argument, show, strict_option, summary
from guizhang.diagnostics import OutputFormat, render, stops


@click.command()
@root_argument
@strict_option
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations of a GitHub workflow.",
)
def check(root: Path, output: str, *, strict: bool) -> None:
    """Check the content and the item bank of the handbook in ROOT."""
    _, found = load_checked(root)
    if output == "text":
        show(found, stream=sys.stdout)
        summary(found)
    else:
        click.echo(render(found, cast("OutputFormat", output), chosen_language()))
    raise SystemExit(1 if stops(found, strict=strict) else 0)
