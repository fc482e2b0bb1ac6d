"""The item bank to a workbook and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import chosen_language, counted, handbook_option, say, show, step

if TYPE_CHECKING:
    from guizhang.model.handbook import Handbook


def known_documents(names: Iterable[str], handbook: Handbook) -> None:
    """Refuse names of which no regulation, script, record or glossary is called.

    Raises:
        Faulty: With those that come near.
    """
    from guizhang.diagnostics import Faulty
    from guizhang.quiz.why import unknown

    known = {address.partition("/")[0] for address in handbook.addresses}
    found = [
        unknown(name, known, "REF002", "没有这份规章", "there is no such regulation")
        for name in names
        if name not in known
    ]
    if found:
        raise Faulty(found)


@click.command("export")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Workbook (XLSX) to write."
)
@click.option(
    "--regulation",
    "regulations",
    multiple=True,
    help="Only items that cite this regulation; may be given several times.",
)
@handbook_option
def items_export(output: Path, regulations: Sequence[str], root: Path) -> None:
    """Write the hand-written items to a workbook that trainers edit.

    Its headings are in the language of --lang.
    """
    from guizhang.exchange.spread import bank_workbook
    from guizhang.files import write_file
    from guizhang.yamlio.content import load_sound

    loaded = load_sound(root)
    known_documents(regulations, loaded.handbook)
    language = chosen_language()
    wanted = [
        item
        for item in loaded.bank.items
        if not regulations or {address.partition("/")[0] for address in item.cites} & set(regulations)
    ]
    write_file(
        output,
        bank_workbook(wanted, loaded.handbook.settings.title.either("en" if language == "en" else "zh"), language),
    )
    say(
        f"{output}：{len(wanted)} 题，含答案，请保密",
        f"{output}: {counted(len(wanted), 'item')} with keys; keep it secret",
    )


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File for new items; ROOT/quizzes/bank/imported.yaml when absent.",
)
@handbook_option
def items_import(files: Sequence[Path], output: Path | None, root: Path) -> None:
    """Take questions from files into the bank.

    The files are workbooks, CSV, Word or text; if one has a fault, none is taken.
    """
    from guizhang.exchange.intake import Change, take_in
    from guizhang.yamlio.content import load_sound

    with step("读取题目", "reading questions"):
        intake = take_in(load_sound(root), files, output or root / "quizzes" / "bank" / "imported.yaml")
    show(intake.found)
    intake.write()
    new, changed, same = (intake.count(change) for change in (Change.NEW, Change.CHANGED, Change.SAME))
    say(
        f"新增 {new} 题，修改 {changed} 题，未变 {same} 题",
        f"{counted(new, 'item')} new, {changed} changed, {same} the same",
    )
    for path in intake.files:
        click.echo(path)
