"""What people say of items they have read: that they hold for the rules as they are now, or are not wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from guizhang.cli.shell import counted, handbook_option, say, show
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source


@click.command("accept")
@click.argument("ids", nargs=-1, required=True)
@handbook_option
def items_accept(ids: Sequence[str], root: Path) -> None:
    """Record that items were read against the rules they cite.

    IDS are those of the items, or `all`.
    """
    from guizhang.checks.citations import never_drawn
    from guizhang.quiz.accept import ALL, accept_in_place
    from guizhang.quiz.pool import build_pool
    from guizhang.yamlio.content import load_sound

    # Only ids of made items have points: model.regulation.provision.fact.
    if any("." in name for name in ids):
        loaded = load_sound(root)
        known = {item.id for item in loaded.bank.items} | {ALL}
        made = build_pool(loaded).by_id.keys() - known
        if needless := [name for name in ids if name in made]:
            raise Faulty([_made(name) for name in needless])
    accepted = accept_in_place(root, ids)
    # Nobody reads on to the draw to hear that what they have just accepted cannot be drawn.
    show(list(never_drawn(load_sound(root), None if ALL in ids else frozenset(ids))))
    say(f"更新了 {accepted} 处引用", f"{counted(accepted, 'citation')} renewed")


@click.command("retire")
@click.argument("ids", nargs=-1, required=True)
@handbook_option
@click.option("--reason", metavar="TEXT", help="Why, for whoever finds them missing.")
@click.option("--undo", is_flag=True, help="Ask them again.")
def items_retire(ids: Sequence[str], root: Path, reason: str | None, *, undo: bool) -> None:
    """Ask questions made from the rules no more.

    They are on no paper and not on the site, until their rule makes another question of them.
    """
    from guizhang.quiz.retiring import restore_in_place, retire_in_place

    if undo:
        count = restore_in_place(root, ids)
        say(f"恢复了 {count} 道题", f"{counted(count, 'item')} asked again")
        return
    if not (reason and reason.strip()):
        raise click.UsageError("say why with --reason TEXT")
    count = retire_in_place(root, ids, reason)
    say(f"停用了 {count} 道题", f"{counted(count, 'item')} retired")


def _made(name: str) -> Diagnostic:
    problem = Message("这道题由规定生成，不用确认", "this item was made from the rules and needs no acceptance")
    mend = Message("从命令里删去这个题号", "leave its id out")
    return Diagnostic("ITM013", Severity.ERROR, Source(name), "", problem, mend)
