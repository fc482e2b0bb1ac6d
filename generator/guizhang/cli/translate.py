"""The state of translations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from guizhang.cli.shell import counted, handbook_option, say


@click.command()
@click.option("--accept", "ids", multiple=True, required=True, help="Regulation, REGULATION/PROVISION, or `all`.")
@handbook_option
def translate(ids: Sequence[str], root: Path) -> None:
    """Record that translations have been compared with their source."""
    from guizhang.translation.accept import accept_in_place

    accepted = accept_in_place(root, ids)
    say(f"更新了 {accepted} 处译文标记", f"{counted(accepted, 'translation')} renewed")
