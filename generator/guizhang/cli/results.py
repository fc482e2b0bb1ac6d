"""Results of many exams: ready-made summaries, SQL, and loading into a company's own engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import chosen_language, code_key_option, needs_codes, say, show, step
from guizhang.cli.tables import print_rows

if TYPE_CHECKING:
    from guizhang.results.answer import Answer, Value
    from guizhang.results.folder import Folder
    from guizhang.results.store import Store

_folder_argument = click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
_pseudonymise_option = click.option(
    "--pseudonymise", is_flag=True, help="Leave out names, and put codes made with a secret key in the place of ids."
)
_engine_help = "postgres://USER@HOST/DATABASE or spark:MASTER, such as spark:local[*] (extra `warehouse`)."


@click.group()
def results() -> None:
    """Look at, correct and purge the results of exams."""


@results.command("show")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("-s", "--summary", "names", multiple=True, help="Which summary, or `all`; several may be given.")
@click.option("--engine", help=f"Ask this engine instead of a folder: {_engine_help}")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "xlsx"]), default="table", show_default=True,
              help="Table for reading, or a file for other programs.")  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write; the screen when absent."
)
@click.option(
    "--rows", type=click.IntRange(1), default=30, show_default=True, help="Rows of a table on the screen, at most."
)
@click.option("--site", help="Address of the handbook site, so that rules are linked.")
@_pseudonymise_option
@code_key_option
def results_show(
    folder: Path | None,
    *,
    names: Sequence[str],
    engine: str | None,
    form: str,
    output: Path | None,
    rows: int,
    site: str | None,
    key_file: Path | None,
    pseudonymise: bool,
) -> None:
    """Show who passed, and which rules people do not know.

    Over all exams below FOLDER; also who must sit again.
    """
    from guizhang.results.answer import answer
    from guizhang.results.engines import connect
    from guizhang.results.summaries import SUMMARIES, USUAL

    if (folder is None) == (engine is None):
        raise click.UsageError("give either FOLDER or --engine")
    if engine is not None and (pseudonymise or key_file):
        raise click.UsageError("people are renamed when they are loaded: guizhang results load --pseudonymise")
    if form == "xlsx" and output is None:
        raise click.UsageError("--format xlsx needs -o FILE")
    wanted = SUMMARIES if "all" in names else dict.fromkeys(names or USUAL)
    if unknown := wanted.keys() - SUMMARIES.keys():
        raise click.UsageError(f"no such summary: {', '.join(sorted(unknown))}; there are {', '.join(SUMMARIES)}")
    source = (
        connect(engine) if engine is not None else _store(folder or Path(), _reader(folder, pseudonymise, key_file))
    )
    on_screen = form == "table" and output is None
    limit = rows if on_screen else None
    answers = [answer(SUMMARIES[name], source.summary_rows(SUMMARIES[name], limit), site) for name in wanted]
    if on_screen:
        for each in answers:
            _print(each)
        return
    _write(answers, form, output)


@results.command("sql")
@_folder_argument
@click.argument("query", required=False)
@click.option(
    "--file", "file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="File with the query."
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="Table for reading, or a file for other programs.")  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write; the screen when absent."
)
@click.option("--rows", type=click.IntRange(1), default=1000, show_default=True, help="Rows given, at most.")
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Seconds a query may take."
)
@click.option("--memory", "memory_mb", type=click.IntRange(64), default=2000, show_default=True,
              help="Memory it may take, in MB.")  # fmt: skip
@click.option("--threads", type=click.IntRange(1), help="Threads it may take; as many as there are cores when absent.")
@_pseudonymise_option
@code_key_option
def results_sql(
    folder: Path,
    *,
    query: str | None,
    file: Path | None,
    form: str,
    output: Path | None,
    rows: int,
    seconds: float,
    memory_mb: int,
    threads: int | None,
    key_file: Path | None,
    pseudonymise: bool,
) -> None:
    """Answer one SELECT over all exams below FOLDER.

    docs/results.md lists the tables. The query reaches no file and changes nothing.
    """
    from guizhang.results.answer import plain

    if (query is None) == (file is None):
        raise click.UsageError("give either QUERY or --file")
    text = query if query is not None else (file or Path()).read_text(encoding="utf-8-sig")
    store = _store(folder, _reader(folder, pseudonymise, key_file), memory_mb=memory_mb, threads=threads)
    given = store.ask(text, limit=rows, seconds=seconds)
    values = [[plain(value) for value in row] for row in given.rows]
    if form == "table":
        print_rows(given.columns, [["" if v is None else str(v) for v in row] for row in values])
    else:
        _deliver(_rows_text(form, given.columns, values), output)
    if given.more:
        from guizhang.results.faults import cut_short

        show([cut_short(rows)])


@results.command("load")
@_folder_argument
@click.option("--engine", required=True, help=_engine_help)
@_pseudonymise_option
@code_key_option
def results_load(folder: Path, engine: str, key_file: Path | None, *, pseudonymise: bool) -> None:
    """Load all exams below FOLDER into another engine.

    It is the company's own; `results show --engine` then asks it.
    """
    from guizhang.results.engines import connect

    reader = _reader(folder, pseudonymise, key_file)
    target = connect(engine)
    with step("写入数据库", "writing to the engine"):
        target.load(reader.batches())
    show(reader.diagnostics)


def _reader(folder: Path | None, pseudonymise: bool, key_file: Path | None) -> Folder:
    from guizhang.results.folder import Folder
    from guizhang.results.pseudonym import Pseudonyms, key_from

    needs_codes(key_file, pseudonymise=pseudonymise)
    return Folder(folder or Path(), Pseudonyms(key_from(key_file) if pseudonymise else None))


def _store(folder: Path, reader: Folder, *, memory_mb: int = 2000, threads: int | None = None) -> Store:
    """Return the store filled from a folder and shut off; a folder without exams ends the command."""
    from guizhang.diagnostics import stops
    from guizhang.results.store import Store

    store = Store(memory_mb=memory_mb, threads=threads)
    with step(f"读取 {folder}", f"reading {folder}"):
        store.fill(reader.batches())
    store.lock()
    show(reader.diagnostics)
    if stops(reader.diagnostics):
        raise SystemExit(1)
    return store


def _print(answer: Answer) -> None:
    """Print one summary: its title, the table, and how many rows are not shown."""
    from guizhang.results.summaries import FIGURES, Kind

    language = chosen_language()
    click.echo(f"\n{answer.summary.title.render(language)}")
    if not answer.records:
        say("（没有）", "(none)")
        return
    figures = [number for number, column in enumerate(answer.columns) if column.kind in (*FIGURES, Kind.DAY)]
    print_rows(answer.titles(language), [answer.cells(record, language) for record in answer.records], figures)
    if (left := answer.total - len(answer.records)) > 0:
        say(
            f"另有 {left} 行，用 --rows 或 --format xlsx -o 文件 查看",
            f"{left} more rows: --rows, or --format xlsx -o FILE",
        )


def _write(answers: Sequence[Answer], form: str, output: Path | None) -> None:
    from guizhang.results.write import answers_csv, answers_json, answers_xlsx

    language = chosen_language()
    if form == "xlsx":
        _deliver(answers_xlsx(answers, language), output)
    elif form == "json":
        _deliver(answers_json(answers), output)
    else:
        _deliver(answers_csv(answers, language), output)


def _rows_text(form: str, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> str:
    from guizhang.results.write import rows_csv, rows_json

    return rows_json(heads, rows) if form == "json" else rows_csv(heads, rows)


def _deliver(content: str | bytes, output: Path | None) -> None:
    """Write a file that only its owner reads, or print."""
    from guizhang.files import PRIVATE_FILE, write_file

    if output is None:
        click.echo(content, nl=False)
        return
    write_file(output, content, mode=PRIVATE_FILE)
    click.echo(output)
