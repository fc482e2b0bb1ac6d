"""Import rules from documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import say, show, step
from guizhang.diagnostics import Faulty, Message

if TYPE_CHECKING:
    from guizhang.importers.intake import Imported
    from guizhang.importers.outline import Import, Node
    from guizhang.importers.save import Draft
    from guizhang.model.regulation import Norm


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
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
@click.option(
    "--renews", metavar="ID", default="", help="The FILE is the new edition of this draft, under another name."
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
    simplify: bool,
    renews: str,
    replace: bool,
) -> None:
    """Import rules from documents into YAML drafts.

    A report, the structure and an account of every character come with them. Drafts that are there already are merged:
    what was edited by hand stays.
    """
    from guizhang.checks import starter
    from guizhang.cli.outside import outside_handbook
    from guizhang.facts.placeholders import placeholders, placeholders_in
    from guizhang.files import write_file
    from guizhang.importers.drafting.figures import Drafting
    from guizhang.importers.merging.alike import alike_documents, repeated_rules, warnings
    from guizhang.importers.reporting.page import report_page
    from guizhang.importers.save import plan_drafts, save_json, write_drafts
    from guizhang.yamlio.content import project_root, shown

    if (outline or ledger or facts) and len(files) > 1:
        raise click.UsageError("--outline, --ledger and --facts take one FILE at a time")
    if renews and (output is None or len(files) > 1):
        raise click.UsageError("--renews takes one FILE and goes with --output")
    imported = _read(files)
    drafting = Drafting(simplify, placeholders, _norms, placeholders_in)
    drafts = (
        plan_drafts(imported, output, replace=replace, renews=renews, drafting=drafting) if output is not None else []
    )
    for one in imported:
        _tell(one, drafts, simplify=simplify)
    results = [one.result for one in imported]
    pairs, repeated = alike_documents(results), repeated_rules(results)
    notices = [item.diagnostic for draft in drafts for item in draft.notices]
    wrong = [*outside_handbook(output), *starter.warnings(project_root(output))] if output is not None else []
    show([*wrong, *warnings(pairs, repeated), *notices], stream=sys.stdout)
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
        _write_facts(facts, imported[0].result)


def _read(files: Sequence[Path]) -> list[Imported]:
    """Return what the files hold; one that is refused ends the command, for the drafts of all are planned together."""
    from guizhang.importers.intake import import_files

    try:
        with step("导入", "importing"):
            return import_files(files)
    except Faulty as refused:
        show(refused.diagnostics)
        if len(files) > len(refused.diagnostics):
            say(
                "什么都没有写；改正或去掉这些文件，再导入一次",
                "nothing was written; mend or leave out these files and import again",
            )
        raise SystemExit(1) from None


def _write_facts(path: Path, result: Import) -> None:
    """Write the figures, norms and references of a document as JSON."""
    from guizhang.facts.lines import SourceLines
    from guizhang.facts.report import facts_text
    from guizhang.files import write_file
    from guizhang.importers.bilingual.sides import sides

    write_file(path, facts_text(tuple(sides(result.documents)), SourceLines(result.text, result.numbers)))


def _tell(one: Imported, drafts: Sequence[Draft], *, simplify: bool) -> None:
    """Print what was found in a file, and what has to be looked at."""
    from guizhang.facts.dangling import dangling
    from guizhang.facts.lines import SourceLines
    from guizhang.importers.reporting.looks import diagnostics
    from guizhang.importers.reporting.page import sentence

    said = sentence(one.result, [draft for draft in drafts if draft.source == one.source])
    encoding = one.result.encoding
    say(f"{one.source}（{encoding}）：{said.zh}", f"{one.source} ({encoding}): {said.en}")
    found = diagnostics(one.result)
    if simplify:
        done = Message("草稿里已写成简体", "drafts have Simplified characters")
        found = [replace(item, mend=done) if item.code == "IMP123" else item for item in found]
    lines = SourceLines(one.result.text, one.result.numbers)
    found += dangling(one.result.documents, one.result.path, lines)
    # The sheets of a workbook have lines of their own and stay in their order.
    files = list(dict.fromkeys(item.source.path for item in found))
    show(sorted(found, key=lambda item: (files.index(item.source.path), item.source.line)), stream=sys.stdout)


def _norms(nodes: Sequence[Node]) -> dict[str, Norm]:
    """Return node id -> its norm, where every clause of its text says one and the same thing in so many words.

    What breaking a rule costs is said with the rule (不得使用手机，违者罚款50元; 严禁酒后驾车。违者解除劳动合同。): it
    stays the rule it is. An exception that lets or a power beside it (不得…，但经批准可以…) leaves it in doubt.
    """
    from guizhang.facts.inherit import find_norms
    from guizhang.model.regulation import Norm

    rules = {Norm.PROHIBITION, Norm.DUTY}
    found: dict[str, list[Norm | None]] = {}
    for clause in find_norms(nodes):
        norms = found.setdefault(clause.node, [])
        norm = Norm(clause.norm)
        beside = {Norm(other) for other in clause.also}
        sure = clause.explicit and (not beside or (norm in rules and beside <= {*rules, Norm.PENALTY}))
        if not (sure and norm is Norm.PENALTY and norms and norms[0] in rules):
            norms.append(norm if sure else None)
    return {node: norms[0] for node, norms in found.items() if len(set(norms)) == 1 and norms[0]}
