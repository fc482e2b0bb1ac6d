"""The handbook in formats for other hands: paper, Word, a sign-off sheet, one file to carry away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from guizhang.cli.shell import counted, handbook_option, load_faultless, said, say, show, step

if TYPE_CHECKING:
    from guizhang.book.view import Paper
    from guizhang.model.form import PaperLanguage
    from guizhang.model.handbook import Handbook

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def export() -> None:
    """Write the handbook as PDF, Word, sign-off sheet or bundle."""


def _output(suffixes: str) -> Callable[[F], F]:
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        required=True,
        help=f"File to write: {suffixes}.",
    )


_language = click.option(
    "--language",
    type=click.Choice(["zh", "en", "both"]),
    help="One language, or both side by side; when absent, both unless no rule is translated.",
)
_paper = click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Size of the sheet."
)
_role = click.option("--role", metavar="ROLE", help="Only what applies to this role, or to everyone.")
_regulations = click.option(
    "--regulation", "regulations", metavar="ID", multiple=True, help="Only this regulation; repeat for several."
)
_on = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day it is for (2026-12-01), today when absent: rules not yet or no longer in force are marked.",
)


def _languages(handbook: Handbook, chosen: str | None) -> PaperLanguage:
    """Return the languages to print: those that were asked for, else the handbook's, else those the rules are written in."""
    from guizhang.model.regulation import walk
    from guizhang.model.text import LANGS

    if chosen or handbook.settings.language:
        return cast("PaperLanguage", chosen or handbook.settings.language)
    texts = [place.node.text for rules in handbook.regulations for place in walk(rules) if place.node.text is not None]
    written = [lang for lang in LANGS if any(text.get(lang) for text in texts)]
    return written[0] if len(written) == 1 else "both"


@export.command("pdf")
@handbook_option
@_regulations
@_role
@_language
@_paper
@click.option("--stacked", is_flag=True, help="With both languages: English beneath the Chinese, not beside it.")
@_on
@_output("handbook.pdf")
def pdf(
    root: Path,
    regulations: Sequence[str],
    role: str | None,
    language: str | None,
    paper: str,
    on: datetime | None,
    output: Path,
    *,
    stacked: bool,
) -> None:
    """Write the handbook, or part of it, as one PDF.

    It has contents, bookmarks and links.
    """
    from guizhang.book.gather import gather
    from guizhang.book.pdf import book_pdf
    from guizhang.files import write_file

    handbook = _loaded(root).published()
    book = gather(handbook, on=_day(on), regulations=regulations, role=role)
    with step("排版", "typesetting"):
        done = book_pdf(book, _languages(handbook, language), paper=cast("Paper", paper), stacked=stacked)
    write_file(output, done.data)
    show(done.diagnostics)
    say(f"已写出 {output}", f"written: {output}")


@export.command("docx")
@handbook_option
@_regulations
@_role
@_language
@_paper
@click.option(
    "--review",
    is_flag=True,
    help="The owner's copy: with provisions not adopted, and what somebody must look at as comments.",
)
@_on
@_output("handbook.docx")
def docx(
    root: Path,
    regulations: Sequence[str],
    role: str | None,
    language: str | None,
    paper: str,
    on: datetime | None,
    output: Path,
    *,
    review: bool,
) -> None:
    """Write regulations as a Word document for review."""
    from guizhang.book.docx import book_docx
    from guizhang.book.gather import gather
    from guizhang.files import write_file

    whole = _loaded(root)
    book = gather(whole if review else whole.published(), on=_day(on), regulations=regulations, role=role)
    with step("写出 Word 文件", "writing the Word file"):
        data = book_docx(book, _languages(whole, language), paper=cast("Paper", paper), review=review)
    write_file(output, data)
    say(f"已写出 {output}", f"written: {output}")


@export.command("signoff")
@handbook_option
@_role
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    help="CSV or XLSX with id, name, department: one table for a team instead of one person's sheet.",
)
@_language
@_paper
@_on
@_output("signoff.pdf or signoff.html")
def signoff(
    root: Path,
    role: str | None,
    roster: Path | None,
    language: str | None,
    paper: str,
    on: datetime | None,
    output: Path,
) -> None:
    """Write the sheet on which staff acknowledge their rules.

    Its rules are those that apply to a role, or to everybody.
    """
    from guizhang.book.signoff import signoff_html, signoff_pdf, signoff_view
    from guizhang.exam.roster import read_roster
    from guizhang.files import write_file
    from guizhang.yamlio.content import shown

    if output.suffix.lower() not in (".pdf", ".html"):
        raise click.BadParameter("write to a file that ends with .pdf or .html", param_hint="--output")
    found = read_roster(roster, ["-"], shown(roster)) if roster else None
    if found:
        show(found.warnings)
    handbook = _loaded(root).published()
    view = signoff_view(
        handbook,
        _languages(handbook, language),
        on=_day(on),
        role=role,
        people=found.people if found else None,
        paper=cast("Paper", paper),
    )
    if output.suffix.lower() == ".pdf":
        done = signoff_pdf(view)
        write_file(output, done.data)
        show(done.diagnostics)
    else:
        write_file(output, signoff_html(view))
    say(f"已写出 {output}", f"written: {output}")


@export.command("offline")
@handbook_option
@click.option(
    "--site", type=click.Path(path_type=Path, file_okay=False), help="Folder of the built site; ROOT/site when absent."
)
@_output("handbook.zip")
def offline(root: Path, site: Path | None, output: Path) -> None:
    """Pack the built site into one file.

    Once unpacked it works without a server.
    """
    from guizhang.book.offline import write_offline

    with step("打包", "packing"):
        count = write_offline(root, site or root / "site", output)
    say(f"已写出 {output}：{count} 个文件", f"written: {output} ({counted(count, 'file')})")


def _loaded(root: Path) -> Handbook:
    """Return the handbook of *root*; faults that stop the output are raised, of warnings it is said that there are some."""
    with step("检查内容", "checking content"):
        loaded, warnings = load_faultless(root)
    if warnings:
        # Several exports in a row would each repeat what `check` shows.
        click.echo(
            said(
                f"另有 {len(warnings)} 处警告，运行 guizhang check 查看",
                f"{counted(len(warnings), 'warning')}: guizhang check shows them",
            ),
            err=True,
        )
    return loaded.handbook


def _day(on: datetime | None) -> date:
    return on.date() if on is not None else date.today()  # noqa: DTZ011 - the reader's own day, wherever that is
