"""Start a handbook."""

from __future__ import annotations

from pathlib import Path

import click

from guizhang.cli.shell import say, typed


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--empty", is_flag=True, help="Start with one example article instead.")
def init(folder: Path, *, empty: bool) -> None:
    """Start a handbook in FOLDER from the reference handbook."""
    from guizhang.reference import copy_reference

    copy_reference(folder, empty=empty)
    guide = folder / ("IMPORTING.md" if empty else "ADOPTING.md")
    say(f"已建立 {folder}；怎样改成自己的：{guide}", f"made {folder}; how to make it yours: {guide}")
    settings = folder / "content" / "handbook.yaml"
    say(f"公司名、手册名和岗位在 {settings}", f"names of company, handbook and roles: {settings}")
    command = f"guizhang build {typed(folder)}"
    say(f"下一步：{command}", f"next: {command}")
