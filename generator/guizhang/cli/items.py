"""The items: from the bank, and made from the rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from guizhang.cli.shell import handbook_option, say


@click.group()
def items() -> None:
    """The items: from the bank, and made from the rules."""


@items.command("accept")
@click.argument("ids", nargs=-1, required=True)
@handbook_option
def items_accept(ids: Sequence[str], root: Path) -> None:
    """Record that items have been read against the rules they cite (ID, or `all`)."""
    from guizhang.quiz.accept import accept_in_place

    accepted = accept_in_place(root, ids)
    say(f"更新了 {accepted} 处引用", f"{accepted} citations renewed")
