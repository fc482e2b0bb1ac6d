"""Import rules from documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import say, show, step
from guizhang.diagnostics import Faulty

if TYPE_CHECKING:
    from guizhang.importers.intake import Imported
    from guizhang.importers.outline import Node
    from guizhang.importers.save import Draft
    from guizhang.model.regulation import Norm


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for YAML drafts.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File for the report; with -o, when absent, build/import-report.html of the handbook.",
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
@click.option("--simplify", is_flag=True, help="Write drafts of Traditional Chinese in Simplified characters.")
@click.option("--replace", is_flag=True, help="Overwrite drafts that are there already; hand edits are lost.")
def import_(
    files: Sequence[Path],
    output: Path | None,
    report: Path | None,
    outline: Path | None,
    ledger: Path | None,
    facts: Path | None,
    *,
    simplify: bool,
    replace: bool,
) -> None:
    """Import rules from documents into YAML drafts.

    A report, the structure and an account of every character come with them. Drafts that are there already are merged:
    what was edited by hand stays.
    """
    from guizhang.facts.lines import SourceLines
    from guizhang.facts.placeholders import placeholders
    from guizhang.facts.report import facts_text
    from guizhang.files import write_file
    from guizhang.importers.alike import alike_documents, repeated_rules, warnings
    from guizhang.importers.figures import Drafting
    from guizhang.importers.intake import import_files
    from guizhang.importers.page import report_page
    from guizhang.importers.save import plan_drafts, save_json, write_drafts
    from guizhang.yamlio.content import project_root, shown

    if (outline or ledger or facts) and len(files) > 1:
        raise click.UsageError("--outline, --ledger and --facts take one FILE at a time")
    try:
        with step("导入", "importing"):
            imported = import_files(files)
    except Faulty as refused:
        show(refused.diagnostics)
        if len(files) > len(refused.diagnostics):
            say(
                "什么都没有写；改正或去掉这些文件，再导入一次",
                "nothing was written; mend or leave out these files and import again",
            )
        raise SystemExit(1) from None
    drafting = Drafting(simplify, placeholders, _norms)
    drafts = plan_drafts(imported, output, replace=replace, drafting=drafting) if output is not None else []
    for one in imported:
        _tell(one, drafts)
    results = [one.result for one in imported]
    pairs, repeated = alike_documents(results), repeated_rules(results)
    notices = [item.diagnostic for draft in drafts for item in draft.notices]
    show([*warnings(pairs, repeated), *notices], stream=sys.stdout)
    if output is not None:
        write_drafts(drafts, output)
        report = report or project_root(output) / "build" / "import-report.html"
    elif not (report or outline or ledger or facts):
        say(
            "这是预览，没有写文件；要写草稿，加 -o content/regulations",
            "a preview: no file was written; -o content/regulations writes drafts",
        )
    for draft in drafts:
        say(f"{draft.path}：{draft.status.shown.zh}", f"{draft.path}: {draft.status.shown.en}")
    if report is not None:
        write_file(report, report_page(imported, drafts, pairs, repeated))
        say(f"报告：{shown(report)}", f"report: {shown(report)}")
    save_json(imported[0], outline=outline, ledger=ledger)
    if facts is not None:
        result = imported[0].result
        write_file(facts, facts_text(result.documents, SourceLines(result.text, result.numbers)))


def _tell(one: Imported, drafts: Sequence[Draft]) -> None:
    """Print what was found in a file, and what has to be looked at."""
    from guizhang.importers.looks import diagnostics
    from guizhang.importers.page import sentence

    said = sentence(one.result, [draft for draft in drafts if draft.source == one.source])
    encoding = one.result.encoding
    say(f"{one.source}（{encoding}）：{said.zh}", f"{one.source} ({encoding}): {said.en}")
    show(diagnostics(one.result), stream=sys.stdout)


def _norms(nodes: Sequence[Node]) -> dict[str, Norm]:
    """Return node id -> its norm, where every clause of its text says one and the same thing in so many words."""
    from guizhang.facts.inherit import find_norms
    from guizhang.model.regulation import Norm

    found: dict[str, set[Norm | None]] = {}
    for clause in find_norms(nodes):
        sure = clause.explicit and not clause.also
        found.setdefault(clause.node, set()).add(Norm(clause.norm) if sure else None)
    return {node: norm for node, norms in found.items() if len(norms) == 1 and (norm := next(iter(norms)))}
