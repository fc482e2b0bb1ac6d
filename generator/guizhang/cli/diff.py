"""Compare two editions of a handbook."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import chosen_language, handbook_option, say, show, step

if TYPE_CHECKING:
    from guizhang.editions.changes import Comparison

_file = click.Path(path_type=Path, dir_okay=False, allow_dash=True)


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@handbook_option
@click.option("--html", type=_file, help="Write the difference as one page, in both languages.")
@click.option("--json", "json_", type=_file, help="Write the difference for other programs; - prints it.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the editions differ.")
@click.option(
    "--record", metavar="VERSION", help="Keep what changed as content/editions/VERSION.yaml, for the site to show."
)
@click.option(
    "--date",
    "issued",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day the recorded edition was issued, such as 2026-12-01; today when absent.",
)
def diff(
    old: str,
    new: str | None,
    root: Path,
    html: Path | None,
    json_: Path | None,
    record: str | None,
    issued: datetime | None,
    *,
    exit_code: bool,
) -> None:
    """Compare two editions, OLD and NEW.

    They are folders of the handbook, or revisions of its git repository. Without NEW the comparison is with the handbook
    as it stands in the folder. Differences are no faults: the exit code is 0 unless something could not be read, or
    --exit-code asks otherwise.
    """
    from guizhang.editions.as_json import as_json
    from guizhang.editions.compare import compare
    from guizhang.editions.page import difference_page
    from guizhang.editions.record import edition_record, save_record
    from guizhang.editions.refusals import otherwise_named
    from guizhang.editions.revisions import comparable, read_edition
    from guizhang.files import write_file
    from guizhang.yamlio.content import project_root, shown

    root = project_root(root)
    with step("读取两个版本", "reading both editions"):
        before, after = read_edition(old, root), read_edition(new or str(root), root)
    show([*before.faults, *after.faults])
    first, second, unread = comparable(before, after)
    with step("比较", "comparing"):
        comparison = compare(first, second, (before.name, after.name), unread=unread)
    if json_ is not None:
        text = as_json(comparison)
        click.echo(text, nl=False) if str(json_) == "-" else write_file(json_, text)
    if html is not None:
        write_file(html, difference_page(comparison))
    if record is not None:
        day = issued.date() if issued else date.today()  # noqa: DTZ011 - the day where the handbook is issued
        earlier, published = first.published(), second.published()
        told = compare(earlier, published, (before.name, after.name))
        path = save_record(edition_record(told, earlier, published, version=record, issued=day), root)
        say(f"记录：{shown(path)}", f"record: {shown(path)}")
        if published.settings.edition not in (None, record):
            show([otherwise_named(path, record, str(published.settings.edition))])
    if str(json_) != "-":
        _print(comparison)
    for written in (json_, html):
        if written is not None and str(written) != "-":
            say(f"已写入 {shown(written)}", f"written: {shown(written)}")
    differs = exit_code and not comparison.same
    raise SystemExit(1 if unread or differs else 0)


def _print(comparison: Comparison) -> None:
    """Print the difference: in colours on a terminal, with marks elsewhere."""
    from rich.console import Console
    from rich.text import Text

    from guizhang.editions.lines import COLOURS, MARKS, lines

    coloured = Console().is_terminal and not Console().no_color
    console = Console() if coloured else Console(file=sys.stdout, width=1 << 16, highlight=False)
    for line in lines(comparison, chosen_language()):
        # Rule text may hold square brackets, which rich would read as markup.
        out = Text()
        for run in line:
            before, after = ("", "") if coloured else MARKS.get(run.style, ("", ""))
            out.append(f"{before}{run.text}{after}", style=COLOURS[run.style] if coloured else "")
        console.print(out, soft_wrap=True)
