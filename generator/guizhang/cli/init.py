"""Start a handbook."""

from __future__ import annotations

from pathlib import Path

import click

from guizhang.cli.shell import say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Start a handbook in FOLDER from the reference handbook."""
    from guizhang.reference import copy_reference

    copy_reference(folder)
    say(f"已建立 {folder}", f"made {folder}")
    say(f"下一步：guizhang build {folder}", f"next: guizhang build {folder}")
