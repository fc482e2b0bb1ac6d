"""The register of who has confirmed to have read the rules."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import (
    chosen_language,
    counted,
    handbook_option,
    key_options,
    opened_key,
    say,
    say_names,
    show,
    step,
    strict_option,
)
from guizhang.diagnostics import Severity, stops

if TYPE_CHECKING:
    from guizhang.receipts.known import Known
    from guizhang.receipts.register import Register

_NAMED = 20
"""Missing people who are named one by one."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Who is to confirm: CSV or XLSX with id, name, role, department. Without it nobody can be missing.",
)
@key_options
@click.option(
    "--edition",
    "editions",
    multiple=True,
    help="An earlier edition: a folder or a git revision of the handbook; may be given several times, the oldest first.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the register as a workbook (XLSX)."
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="Form of what is printed.",
)
@handbook_option
@strict_option
def receipts(
    folder: Path,
    *,
    roster: Path | None,
    key: Path | None,
    key_password: str | None,
    editions: Sequence[str],
    output: Path | None,
    shape: str,
    root: Path,
    strict: bool,
) -> None:
    """Register who has confirmed which rules, and who is missing.

    FOLDER holds the receipts: files, pasted texts, mails (EML) and archives are read. The exit code is 1 where a receipt was
    refused; with --strict also where one is doubtful, confirms an earlier edition, or somebody is missing.
    """
    from guizhang.exam.roster import read_roster
    from guizhang.files import write_file
    from guizhang.receipts.as_data import as_csv, as_json
    from guizhang.receipts.book import register_workbook
    from guizhang.receipts.read import read_receipts
    from guizhang.receipts.register import State, register, strange_roles
    from guizhang.sealing.folder import look
    from guizhang.yamlio.content import shown

    people = read_roster(roster, ("-",)) if roster else None
    show(people.warnings if people else ())
    opened = opened_key(key, key_password)
    known = _known(root, editions)
    now = int(time.time())
    seen = look(folder)
    if seen.gone:
        raise click.ClickException(f"{folder}: {seen.gone.render(chosen_language())}")
    with step("核对回执", "checking receipts"):
        found = register(read_receipts(seen, known, opened, now), known, people.people if people else None)
    show(list(strange_roles(people.people, known, shown(roster))) if people and roster else [])
    show([fault for one in found.receipts for fault in one.faults if fault.severity is not Severity.NOTE])
    if output:
        write_file(output, register_workbook(found, now=now, zone=None))
    if shape == "text":
        _tell(found)
        if output:
            click.echo(output)
    else:
        click.echo(as_json(found) if shape == "json" else as_csv(found), nl=False)
    open_rows = any(row.state is not State.CONFIRMED for row in found.rows)
    if stops((f for one in found.receipts for f in one.faults), strict=strict) or (strict and open_rows):
        raise SystemExit(1)


def _known(root: Path, editions: Sequence[str]) -> Known:
    """Return what receipts are held against: the handbook as staff see it, and its earlier editions."""
    from guizhang.editions.revisions import read_edition
    from guizhang.receipts.known import Known
    from guizhang.yamlio.content import load_sound, project_root

    root = project_root(root)
    with step("读取手册", "reading the handbook"):
        loaded = load_sound(root)
        older = [read_edition(name, root) for name in editions]
    show([fault for one in older for fault in one.faults])
    return Known.of(loaded.handbook.published(), [(one.name, one.handbook) for one in older])


def _tell(found: Register) -> None:
    """Print how it stands, what was refused and why, and who is missing."""
    from guizhang.receipts.register import State
    from guizhang.receipts.words import STATES

    counts = [(STATES[state], found.count(state)) for state in State if state is not State.MISSING or found.from_roster]
    said = [[f"{text.either(lang)} {number}" for text, number in counts] for lang in ("zh", "en")]
    edition = found.known.edition or "—"
    say(f"{edition} 版：{'，'.join(said[0])}", f"edition {edition}: {', '.join(said[1])}")
    say(f"收到回执 {len(found.receipts)} 份", f"{counted(len(found.receipts), 'receipt')} handed in")
    if not found.receipts:
        say("  文件夹里没有回执，确认是不是这个文件夹", "  there is no receipt in the folder; is it the right one?")
    refused = Counter((fault.code, fault.problem.zh, fault.problem.en) for one in found.refused for fault in one.faults)
    for (code, zh, en), number in sorted(refused.items()):
        say(f"  不采用 {number} 份：{code} {zh}", f"  {number} refused: {code} {en}")
    missing = [f"{row.person.id} {row.person.name}".strip() for row in found.missing]
    say_names("未确认", "missing", missing, most=_NAMED)
