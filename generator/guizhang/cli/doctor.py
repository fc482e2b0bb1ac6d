"""What is missing on this machine."""

from __future__ import annotations

import click

from guizhang.cli.shell import chosen_language


@click.command()
def doctor() -> None:
    """Say what is missing on this machine and how to get it."""
    from guizhang.doctor import examine

    missing = False
    for finding in examine():
        missing |= not finding.found
        click.echo(f"{'✓' if finding.found else '✗'} {finding.message.render(chosen_language())}")
    raise SystemExit(1 if missing else 0)
