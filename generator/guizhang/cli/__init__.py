"""The command line: each command parses, calls one library function, prints. A module for each command or group.

Exit codes: 0 fine, 1 faults found, 2 usage.
"""

from __future__ import annotations

import click

from guizhang import __version__
from guizhang.cli.bank import items_export, items_import
from guizhang.cli.build import build, serve
from guizhang.cli.check import check
from guizhang.cli.collect import collect
from guizhang.cli.corrections import log, regrade, who
from guizhang.cli.diff import diff
from guizhang.cli.doctor import doctor
from guizhang.cli.exam import exam
from guizhang.cli.export import export
from guizhang.cli.grade import grade
from guizhang.cli.import_ import import_
from guizhang.cli.init import init
from guizhang.cli.items import items
from guizhang.cli.publish import publish
from guizhang.cli.purge import purge
from guizhang.cli.read_items import items_accept, items_retire
from guizhang.cli.receipts import receipts
from guizhang.cli.results import results
from guizhang.cli.schema import schema
from guizhang.cli.search import search
from guizhang.cli.shell import Commands, default_language, speaking
from guizhang.cli.translate import translate
from guizhang.cli.walk_in import add


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(["zh", "en", "both"]),
    envvar="GUIZHANG_LANG",
    help="Language of messages; the system's when absent.",
)
@click.version_option(__version__)
@click.pass_context
def main(ctx: click.Context, lang: str | None) -> None:
    """Company rules as a bilingual handbook, quizzes and scoring sheets."""
    ctx.obj = lang or default_language()


for command in (add, collect):
    exam.add_command(command)
for command in (items_accept, items_retire, items_export, items_import):
    items.add_command(command)
for command in (regrade, log, who, purge):
    results.add_command(command)
for command in (
    init,
    import_,
    check,
    build,
    serve,
    search,
    publish,
    diff,
    exam,
    export,
    grade,
    results,
    receipts,
    items,
    translate,
    schema,
    doctor,
):
    main.add_command(command)
speaking(main)
