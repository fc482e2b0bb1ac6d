"""Correct results, say who changed what, tell whose a code is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.shell import by_option, code_key_option, needs_codes, said, say, say_files, show, stamp
from guizhang.diagnostics import stops

if TYPE_CHECKING:
    from guizhang.grading.audit import Entry
    from guizhang.grading.correcting.regrade import Regraded
    from guizhang.model.correction import Correction

_LISTED = 20
"""People printed one by one; all of them stand in the workbook."""
_folder = click.Path(path_type=Path, file_okay=False, exists=True)


@click.command()
@click.argument("exam", type=_folder)
@click.argument("results", type=_folder)
@click.option(
    "--drop",
    multiple=True,
    metavar="ITEM",
    help="Make the question worth nothing. ITEM is its id or number (A3), or ITEM@FORM.",
)
@click.option("--accept", multiple=True, metavar="ITEM=KEY,…", help="Count these keys as right too.")
@click.option("--rekey", multiple=True, metavar="ITEM=KEY,…", help="Count these keys instead of the one drawn.")
@click.option("--credit-all", multiple=True, metavar="ITEM", help="Give everybody the question's points.")
@click.option("--points", multiple=True, metavar="ITEM=N", help="Make the question worth N points.")
@click.option(
    "--policy", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Other scoring rules (YAML)."
)
@click.option("--revoke", multiple=True, type=click.IntRange(1), help="Take back the correction with this number.")
@click.option(
    "--cut",
    type=click.Choice(["share", "points"]),
    default="share",
    show_default=True,
    help="What the cut score keeps where the maximum changes: its share of it, or its points.",
)
@click.option("--reason", help="Why; recorded with the correction.")
@by_option
@click.option("--pseudonymise", is_flag=True, help="From now on show people under codes in the results.")
@code_key_option
@click.option("--dry-run", is_flag=True, help="Say whose result would change, and write nothing.")
def regrade(
    exam: Path,
    results: Path,
    *,
    drop: Sequence[str],
    accept: Sequence[str],
    rekey: Sequence[str],
    credit_all: Sequence[str],
    points: Sequence[str],
    policy: Path | None,
    revoke: Sequence[int],
    cut: str,
    reason: str | None,
    by: str | None,
    pseudonymise: bool,
    key_file: Path | None,
    dry_run: bool,
) -> None:
    """Correct an exam and grade its results again.

    EXAM is the exam's folder, RESULTS that of its results, which keep what was answered.
    """
    from guizhang.cli.grade import read_policy
    from guizhang.grading.correcting.regrade import regrade as run
    from guizhang.model.correction import Correction
    from guizhang.results.pseudonym import key_from

    needs_codes(key_file, pseudonymise=pseudonymise)
    ids = _numbered(exam)
    changes: list[dict[str, object]] = [
        *({"what": "drop", **_item(text, ids), "cut": cut} for text in drop),
        *({"what": "accept", **_keys(text, ids)} for text in accept),
        *({"what": "rekey", **_keys(text, ids)} for text in rekey),
        *({"what": "credit_all", **_item(text, ids)} for text in credit_all),
        *({"what": "points", **_points(text, ids), "cut": cut} for text in points),
        *({"what": "policy", "policy": changed} for changed in [read_policy(policy)] if changed is not None),
        *({"what": "revoke", "number": number} for number in revoke),
    ]
    if changes and not dry_run and not (reason and reason.strip()):
        raise click.UsageError(said("更正要写理由：--reason", "a correction needs --reason"))
    now = stamp(by)
    add = [
        Correction.model_validate({**change, "reason": reason or "-", "by": now.by, "at": now.at}) for change in changes
    ]
    code_key = key_from(key_file) if key_file is not None and not dry_run else None
    report = run(exam, results, now, add=add, pseudonymise=pseudonymise, code_key=code_key, dry_run=dry_run)
    show(report.diagnostics)
    if stops(report.diagnostics):
        say("什么都没有写", "nothing was written")
        raise SystemExit(1)
    _tell(report, add, dry_run=dry_run)
    say_files(report.written, results)


def _numbered(exam: Path) -> dict[str, str]:
    """Return the ids of the questions by their numbers as the report prints them: A3; the same question elsewhere is B7."""
    from guizhang.exam.record import read_record

    return {
        f"{form.id}{number}": item.item_id
        for form in read_record(exam).forms
        for number, item in enumerate(form.items, start=1)
    }


def _item(text: str, ids: Mapping[str, str], *, lettered: bool = False) -> dict[str, object]:
    """Read ``ITEM``, which is an id or a number, and ``ITEM@FORM``."""
    item, at, form = text.strip().partition("@")
    found = ids.get(item, item)
    first = next((number for number, known in ids.items() if known == found), item)
    if lettered and item in ids and item != first:
        raise click.UsageError(
            said(
                f"{item} 就是 {first}，选项字母以 {first} 为准：写 {first}=…，或只改那一卷：{found}@卷别=…",
                f"{item} is {first}, whose letters count: write {first}=…, or {found}@FORM=… for that form alone",
            )
        )
    return {"item": found, **({"form": form} if at else {})}


def _value(text: str) -> tuple[str, str]:
    item, sign, value = text.partition("=")
    if not sign or not value.strip():
        raise click.UsageError(f"ITEM=… is missing in {text!r}")
    return item, value


def _keys(text: str, ids: Mapping[str, str]) -> dict[str, object]:
    """Read ``ITEM=B,C``."""
    item, value = _value(text)
    keys = tuple(key.strip() for key in value.replace("，", ",").split(",") if key.strip())
    return {**_item(item, ids, lettered=True), "keys": keys}


def _points(text: str, ids: Mapping[str, str]) -> dict[str, object]:
    """Read ``ITEM=3``."""
    item, value = _value(text)
    try:
        points = Decimal(value)
    except ArithmeticError:
        points = Decimal(0)
    if not points.is_finite() or points <= 0:
        raise click.UsageError(f"points above 0 are missing in {text!r}; --drop takes a question out")
    return {**_item(item, ids), "points": points}


def _tell(report: Regraded, add: Sequence[Correction], *, dry_run: bool) -> None:
    """Print what changed, decisions first."""
    from guizhang.grading.correcting.differences import lines, told
    from guizhang.grading.sentences import correction_told, number

    for correction in add:
        what = correction_told(correction)
        why = ("", "") if dry_run else (f"。理由：{correction.reason}", f". Reason: {correction.reason}")
        say(f"更正：{what.zh}{why[0]}", f"correction: {what.en}{why[1]}")
    for form in report.forms[:_LISTED]:
        most, cut = (
            f"{number(before)} → {number(after)}" for before, after in zip(form.before, form.after, strict=True)
        )
        say(f"{form.form} 卷：满分 {most}，及格线 {cut}", f"form {form.form}: maximum {most}, cut {cut}")
    headline = told(report.differences, report.people)
    say(headline.zh or "", headline.en or "")
    for line in lines(report.differences[:_LISTED]):
        say(f"  {line.zh}", f"  {line.en}")
    more = len(report.differences) - _LISTED
    if more > 0:
        say(f"  另有 {more} 人，见 changes.xlsx", f"  {more} more, in changes.xlsx")
    if dry_run:
        say("试算，什么都没有写", "dry run: nothing was written")
    elif not report.written:
        say("没有变动，成绩照旧", "nothing changed, the results stay")


@click.command()
@click.argument("exam", type=_folder)
def log(exam: Path) -> None:
    """Print who changed what in the results of an exam.

    EXAM is its folder. It is also checked that the log was not altered.
    """
    from guizhang.grading.audit import last_hash, people, read_log
    from guizhang.grading.correcting.corrections import CORRECTIONS, read_corrections
    from guizhang.grading.privacy.pseudonyms import read_pseudonyms
    from guizhang.grading.sentences import correction_told

    secret = exam / "secret"
    entries, broken = read_log(secret)
    corrections, found = read_corrections(secret / CORRECTIONS)
    names = read_pseudonyms(secret).people
    made = corrections.corrections if corrections else ()
    for entry in entries:
        done = "".join(_counts(entry, 0)), "".join(_counts(entry, 1))
        at = f"{entry.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        zh, en = _ACTIONS[entry.action]
        say(f"{entry.number}  {at}  {entry.by}：{zh}{done[0]}", f"{entry.number}  {at}  {entry.by}: {en}{done[1]}")
        for number in entry.corrections:
            if number <= len(made):
                what = correction_told(made[number - 1])
                reason = made[number - 1].reason
                say(
                    f"     更正 {number}：{what.zh}。理由：{reason}",
                    f"     correction {number}: {what.en}. Reason: {reason}",
                )
        if moved := [*people(entry, names)]:
            listed = ", ".join(moved[:_LISTED]) + (" …" if len(moved) > _LISTED else "")
            say(f"     结果有变：{listed}", f"     whose result moved: {listed}")
    show([*broken, *found])
    if not entries:
        say("还没有记录", "no entries yet")
    elif not broken:
        say(
            f"记录完整，最后一行 {last_hash(secret)[:16]}",
            f"the log is whole; its last line is {last_hash(secret)[:16]}",
        )
    if broken or found:
        raise SystemExit(1)


_ACTIONS = {
    "grade": ("评分", "graded"),
    "regrade": ("更正后重评", "graded again after a correction"),
    "statistics": ("写入题目统计", "kept statistics of the items"),
    "pseudonymise": ("评分，写出化名成绩", "results written under codes"),
    "purge": ("清除个人信息", "personal data removed"),
}
_COUNTS = {
    "graded": ("{} 人", "{} people"),
    "refused": ("{} 人未评", "{} refused"),
    "moved": ("{} 人有变", "{} moved"),
    "to_pass": ("{} 人变为合格", "{} to pass"),
    "to_fail": ("{} 人变为不合格", "{} to fail"),
    "items": ("{} 题", "{} items"),
    "files": ("{} 个文件", "{} files"),
}


def _counts(entry: Entry, language: int) -> Iterator[str]:
    for name, count in entry.counts.items():
        if count or name in ("graded", "moved"):
            yield ("，" if language == 0 else ", ") + _COUNTS[name][language].format(count)


@click.command()
@click.argument("exam", type=_folder)
@click.argument("code")
def who(exam: Path, code: str) -> None:
    """Tell whom a code in the results stands for.

    EXAM is the exam's folder; its secret folder is needed.
    """
    from guizhang.grading.privacy.pseudonyms import read_pseudonyms

    known = read_pseudonyms(exam / "secret").people.get(code.strip())
    if known is None:
        say("没有这个化名", "nobody has this code")
        raise SystemExit(1)
    click.echo(" ".join(filter(None, known)))
