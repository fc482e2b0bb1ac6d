"""The command line: each command parses, calls one library function, prints.

Exit codes: 0 fine, 1 faults found, 2 usage.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from guizhang import __version__
from guizhang.diagnostics import Diagnostic, Faulty, GuizhangError, Language, OutputFormat, Severity, render, stops

SEED_BITS = 128

if TYPE_CHECKING:
    from guizhang.model.form import PaperLanguage
    from guizhang.yamlio.content import Loaded

_root = click.argument("root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
_handbook = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    show_default=True,
    help="Folder of the handbook.",
)
_strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


class _Commands(click.Group):
    """Prints faults and refusals the same way for every command."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Faulty as error:
            _report(error.diagnostics)
        except GuizhangError as error:
            click.echo(f"guizhang: {error}", err=True)
        except KeyboardInterrupt:
            click.echo("guizhang: interrupted; nothing half-written", err=True)
        raise SystemExit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
    ctx.obj = lang or _system_language()


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Start a handbook in FOLDER from the reference handbook."""
    from guizhang.reference import copy_reference

    copy_reference(folder)
    _say(f"已建立 {folder}", f"made {folder}")
    _say(f"下一步：guizhang build {folder}", f"next: guizhang build {folder}")


@main.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for YAML drafts.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the report goes; with -o build/import-report.html of the handbook when absent.",
)
@click.option("--outline", type=click.Path(path_type=Path, dir_okay=False), help="Write the structure as JSON.")
@click.option(
    "--ledger", type=click.Path(path_type=Path, dir_okay=False), help="Write the account of characters as JSON."
)
@click.option(
    "--facts",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the figures, norms and references found as JSON.",
)
@click.option("--replace", is_flag=True, help="Overwrite drafts that are there already; hand edits are lost.")
def import_(
    files: Sequence[Path],
    output: Path | None,
    report: Path | None,
    outline: Path | None,
    ledger: Path | None,
    facts: Path | None,
    *,
    replace: bool,
) -> None:
    """Import rules from documents: YAML drafts, a report, structure, account of every character.

    Drafts that are there already are merged: what was edited by hand stays.
    """
    from guizhang.facts.lines import SourceLines
    from guizhang.facts.report import facts_text
    from guizhang.files import write_file
    from guizhang.importers.alike import alike
    from guizhang.importers.page import report_page, sentence
    from guizhang.importers.review import diagnostics
    from guizhang.importers.save import import_files, plan_drafts, save_json, write_drafts
    from guizhang.yamlio.content import project_root, shown

    if (outline or ledger or facts) and len(files) > 1:
        raise click.UsageError("--outline, --ledger and --facts take one FILE at a time")
    with _step("导入", "importing"):
        imported = import_files(files)
    drafts = plan_drafts(imported, output, replace=replace) if output is not None else []
    for one in imported:
        said = sentence(one.result, [draft for draft in drafts if draft.source == one.source])
        encoding = one.result.encoding
        _say(f"{one.source}（{encoding}）：{said.zh}", f"{one.source} ({encoding}): {said.en}")
        _report(diagnostics(one.result), stream=sys.stdout)
    _report(list(alike([one.result for one in imported])), stream=sys.stdout)
    _report([item.diagnostic for draft in drafts for item in draft.notices], stream=sys.stdout)
    if output is not None:
        write_drafts(drafts, output)
        report = report or project_root(output) / "build" / "import-report.html"
    for draft in drafts:
        name = draft.status.shown
        _say(f"{draft.path}：{name.zh}", f"{draft.path}: {name.en}")
    if report is not None:
        write_file(report, report_page(imported, drafts))
        _say(f"报告：{shown(report)}", f"report: {shown(report)}")
    save_json(imported[0], outline=outline, ledger=ledger)
    if facts is not None:
        result = imported[0].result
        write_file(facts, facts_text(result.documents, SourceLines(result.text, result.numbers)))


@main.command()
@_root
@_strict
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations of a GitHub workflow.",
)
def check(root: Path, output: str, *, strict: bool) -> None:
    """Check content and item bank of the handbook in ROOT."""
    _, found = _checked(root)
    if output == "text":
        _report(found, stream=sys.stdout)
        _summary(found)
    else:
        click.echo(render(found, cast("OutputFormat", output), _language()))
    raise SystemExit(1 if stops(found, strict=strict) else 0)


@main.command()
@_root
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site; ROOT/site when absent.",
)
@_strict
def build(root: Path, output: Path | None, *, strict: bool) -> None:
    """Check the content and build the handbook site."""
    from guizhang.site.build import build_site

    with _step("检查内容", "checking content"):
        _, found = _checked(root)
    if stops(found, strict=strict):
        raise Faulty(found)
    _report([f for f in found if f.severity is not Severity.NOTE])
    target = output or root / "site"
    with _step("生成网站", "building the site"):
        report = build_site(root, target)
    _say(f"{report.pages} 页：{target / 'index.html'}", f"{report.pages} pages: {target / 'index.html'}")


@main.command()
@_root
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT to listen on.")
def serve(root: Path, address: str) -> None:
    """Serve the handbook locally and rebuild it as files change."""
    from guizhang.site.build import serve_site

    serve_site(root, address)


@main.group()
def exam() -> None:
    """Draw exams."""


@exam.command("draw")
@click.argument("blueprint")
@click.option("--forms", type=click.IntRange(1, 200), default=1, show_default=True, help="Versions of the paper.")
@click.option(
    "--candidates",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Roster: CSV with id, name, role, department, language.",
)
@click.option("--seed", help="Draws the same exam again; 128 random bits when absent.")
@click.option(
    "--language",
    type=click.Choice(["zh", "en", "both"]),
    default="both",
    show_default=True,
    help="Language of the papers; a candidate's own goes first.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to make.")
@click.option("--replace", is_flag=True, help="Replace an exam that is in the folder already.")
def exam_draw(
    blueprint: str,
    forms: int,
    candidates: Path | None,
    seed: str | None,
    language: str,
    output: Path,
    *,
    replace: bool,
) -> None:
    """Draw an exam from BLUEPRINT: papers, keys, scoring sheets.

    BLUEPRINT is a file under quizzes/blueprints/, or the id of a blueprint of the handbook in the current folder.
    """
    from guizhang.exam.produce import produce_exam
    from guizhang.yamlio.content import project_root

    with _step("检查内容", "checking content"):
        loaded, found = _checked(project_root(Path(blueprint)))
    if stops(found):
        raise Faulty(found)
    with _step("抽题、排版", "drawing and typesetting"):
        written = produce_exam(
            loaded,
            blueprint,
            output,
            forms=forms,
            roster=candidates,
            seed=seed or secrets.token_hex(SEED_BITS // 8),
            language=cast("PaperLanguage", language),
            replace=replace,
        )
    _report(written.diagnostics)
    _say(f"考生材料：{output / 'handout'}", f"for candidates: {output / 'handout'}")
    _say(f"保密材料：{output / 'secret'}", f"secret: {output / 'secret'}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("responses", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Results folder.")
@click.option("--site", help="Where the handbook stands, so that results link to the rules.")
@_strict
def grade(folder: Path, responses: Sequence[Path], output: Path, site: str | None, *, strict: bool) -> None:
    """Grade RESPONSES (CSV, XLSX) of the exam in FOLDER."""
    from guizhang.grading.pipeline import grade as run

    report = run(folder, responses, output, strict=strict, site_url=site)
    _report(report.diagnostics)
    if report.stopped:
        raise SystemExit(1)
    if report.headline is not None:
        _say(report.headline.either("zh"), report.headline.either("en"))
    for path in report.written:
        click.echo(path)


@main.group()
def items() -> None:
    """The items: from the bank, and made from the rules."""


@items.command("accept")
@click.argument("ids", nargs=-1, required=True)
@_handbook
def items_accept(ids: Sequence[str], root: Path) -> None:
    """Record that items have been read against the rules they cite (ID, or `all`)."""
    from guizhang.quiz.accept import accept_in_place

    accepted = accept_in_place(root, ids)
    _say(f"更新了 {accepted} 处引用", f"{accepted} citations renewed")


@main.command()
@click.option("--accept", "ids", multiple=True, required=True, help="Regulation, REGULATION/PROVISION, or `all`.")
@_handbook
def translate(ids: Sequence[str], root: Path) -> None:
    """Record that translations have been compared with their source."""
    from guizhang.translation.accept import accept_in_place

    accepted = accept_in_place(root, ids)
    _say(f"更新了 {accepted} 处译文标记", f"{accepted} translations renewed")


@main.command()
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder; printed when absent.")
def schema(output: Path | None) -> None:
    """Write the JSON Schemas of the file formats, for editors."""
    from guizhang.files import write_file
    from guizhang.yamlio.schema import schemas

    for kind, text in schemas().items():
        if output is None:
            click.echo(text, nl=False)
        else:
            write_file(output / f"{kind}.json", text)
            click.echo(output / f"{kind}.json")


@main.command()
def doctor() -> None:
    """Say what is missing on this machine and how to get it."""
    from guizhang.doctor import examine

    missing = False
    for finding in examine():
        missing |= not finding.found
        click.echo(f"{'✓' if finding.found else '✗'} {finding.message.render(_language())}")
    raise SystemExit(1 if missing else 0)


def _checked(root: Path) -> tuple[Loaded, list[Diagnostic]]:
    from guizhang.checks import check as run_checks
    from guizhang.yamlio.content import load_project

    loaded = load_project(root)
    return loaded, run_checks(loaded)


def _report(found: Sequence[Diagnostic], stream: Any = None) -> None:
    if found:
        click.echo(render(found, "text", _language()), file=stream or sys.stderr)


def _summary(found: Sequence[Diagnostic]) -> None:
    counts = {severity: sum(f.severity is severity for f in found) for severity in Severity}
    _say(
        "错误 {error}，警告 {warning}，提示 {note}".format(**counts),
        "{error} errors, {warning} warnings, {note} notes".format(**counts),
    )


def _say(zh: str, en: str) -> None:
    click.echo(en if _language() == "en" else zh if _language() == "zh" else f"{zh} / {en}")


@contextmanager
def _step(zh: str, en: str) -> Iterator[None]:
    """Show that something is going on: a spinner on a terminal, a plain line elsewhere."""
    text = en if _language() == "en" else zh
    if not sys.stderr.isatty():
        click.echo(f"{text} …", err=True)
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{text} …"):
        yield


def _language() -> Language:
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return cast("Language", found or _system_language())


def _system_language() -> Language:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
