"""The test items: those in the bank and those made from the rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.bank import known_documents
from guizhang.cli.shell import chosen_language, counted, handbook_option, say, show, step, strict_option, summary
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, in_file_order, stops

if TYPE_CHECKING:
    from datetime import date

    from guizhang.model.handbook import Handbook
    from guizhang.model.text import Text
    from guizhang.quiz.pool import PoolEntry


@click.group()
def items() -> None:
    """Look at, check and exchange the test items.

    They are those in the bank, and those made from the rules.
    """


@items.command("list")
@handbook_option
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table for people, or everything for programs.",
)
@click.option("--regulation", metavar="ID", help="Only items that cite this regulation, script, record or glossary.")
def items_list(root: Path, output: str, regulation: str | None) -> None:
    """List all items with the rules they cite; `items show` has a key."""
    from guizhang.quiz.listing import as_json, chosen
    from guizhang.quiz.pool import build_pool
    from guizhang.yamlio.content import load_sound

    loaded = load_sound(root)
    if regulation is not None:
        known_documents([regulation], loaded.handbook)
    entries = chosen(build_pool(loaded), regulation)
    if output == "json":
        listed = {"items": [as_json(entry.item, loaded.handbook) for entry in entries]}
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    _table(entries, loaded.handbook)
    say(f"{len(entries)} 道题", counted(len(entries), "item"))


@items.command("show")
@click.argument("name", metavar="ID")
@handbook_option
def items_show(name: str, root: Path) -> None:
    """Show one item with everything behind it.

    Key, reasons, rules, figures, freshness, and the items it cannot share a paper with.
    """
    from guizhang.quiz.listing import entry_of
    from guizhang.quiz.pool import build_pool
    from guizhang.yamlio.content import load_sound

    loaded = load_sound(root)
    pool = build_pool(loaded)
    if name not in pool.by_id and name in loaded.bank.retired:
        raise Faulty([_retired(name, loaded.bank.retired[name].reason)])
    if name not in pool.by_id:
        pool = build_pool(loaded, reserve=True)
    entry = entry_of(name, pool)
    _question(entry, loaded.handbook)
    _behind(entry, loaded.handbook)
    from guizhang.quiz.listing import enemies

    others = enemies(entry, pool)
    if others:
        say(f"不能同卷的题（{len(others)}）：", f"Never on one form with ({len(others)}):")
        for other in others:
            click.echo(f"  {other}")


@items.command("why")
@click.argument("provision")
@handbook_option
def items_why(provision: str, root: Path) -> None:
    """Say which items were made from PROVISION, and why no others.

    For each item model: its items, or why it made none. Then the items of the bank.
    """
    from guizhang.quiz.pool import OBSTACLE_NAMES, Obstacle, build_pool
    from guizhang.quiz.why import why
    from guizhang.yamlio.content import load_sound

    loaded, lang = load_sound(root), chosen_language()
    alike: dict[tuple[Message, ...], list[str]] = {}
    reports = why(provision, loaded.handbook, loaded.bank)
    for report in reports:
        if not (report.items or report.beside):
            alike.setdefault(report.declined, []).append(report.model)
            continue
        asked = [name for name in report.items if name not in report.left_out]
        click.echo(f"{report.model}: {len(asked)}")
        for name in asked:
            click.echo(f"  + {name}")
        for name, reason in report.left_out.items():
            click.echo(f"  - {name} {reason.render(lang)}")
        for name in report.beside:
            if name in report.left_out:
                continue
            say(f"  （{name} 也用到这一条）", f"  ({name} uses it as well)")
        for one in report.declined:
            click.echo(f"  - {one.render(lang)}")
    for reasons, models in alike.items():
        click.echo(f"{', '.join(models)}: 0")
        for one in reasons:
            click.echo(f"  - {one.render(lang)}")
    edition = loaded.handbook.edition_at(provision)
    _first_day(edition.effective if edition else None)
    made = sum(len({*report.items} - report.left_out.keys()) for report in reports)
    say(f"由它生成 {made} 道题", f"{counted(made, 'item')} made of it")
    written = [e for e in build_pool(loaded, generated=False).entries if provision in e.item.cites]
    say(f"题库里引用它的题：{len(written)}", f"items of the bank that cite it: {len(written)}")
    for entry in written:
        click.echo(f"  + {entry.item.id}")
        for obstacle in entry.obstacles:
            click.echo(f"    - {OBSTACLE_NAMES[obstacle].render(lang)}")
        if {Obstacle.STALE, Obstacle.UNCONFIRMED} & {*entry.obstacles}:
            name = entry.item.id
            say(f"    读过以后确认：guizhang items accept {name}", f"    once read: guizhang items accept {name}")


@items.command("lint")
@click.argument("ids", nargs=-1)
@handbook_option
@strict_option
@click.option("--explain", metavar="RULE", help="Print the help page of a rule (its name or code), and nothing else.")
def items_lint(ids: Sequence[str], root: Path, explain: str | None, *, strict: bool) -> None:
    """Check how items are written.

    All those of the bank and those made from the rules, or those with these IDS.
    """
    from guizhang.checks.items import findings
    from guizhang.quality import rule_page
    from guizhang.quiz.in_use import in_use
    from guizhang.quiz.models import generate
    from guizhang.yamlio.content import load_items

    if explain is not None:
        click.echo(rule_page(explain))
        return
    loaded = load_items(root)
    with step("检查题目", "Checking items"):
        written = findings(loaded, in_use(generate(loaded.handbook), loaded.bank), only=ids)
        # What keeps one item from being read is said beside what is found in the others.
        found = in_file_order((*loaded.diagnostics, *written))
    show(found, stream=sys.stdout)
    summary(found)
    raise SystemExit(1 if stops(found, strict=strict) else 0)


def _retired(name: str, reason: str) -> Diagnostic:
    problem = Message(f"这道题已停用：{reason}", f"this item is retired: {reason}")
    mend = Message("guizhang items retire --undo 恢复它", "guizhang items retire --undo has it asked again")
    return Diagnostic("ITM018", Severity.ERROR, Source(name), "", problem, mend)


def _table(entries: Sequence[PoolEntry], handbook: Handbook) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Plain

    from guizhang.quiz.listing import stem_of
    from guizhang.quiz.wanted import TYPE_NAMES

    language = chosen_language()
    titles = (Message("题", "item"), Message("题型", "type"), Message("引用", "cites"), Message("题干", "stem"))
    table = Table(show_edge=False, pad_edge=False)
    for title, folds in zip(titles, (True, False, True, True), strict=True):
        table.add_column(title.render(language), overflow="fold" if folds else "ellipsis", no_wrap=not folds)
    for entry in entries:
        item = entry.item
        stem = stem_of(item, handbook)
        cells = (item.id, TYPE_NAMES[item.type].render(language), "\n".join(item.cites), _in(stem, "\n"))
        # Rule text may hold square brackets, which rich would read as markup.
        table.add_row(*(Plain(cell) for cell in cells))
    console = Console()
    console.print(table) if console.is_terminal else Console(width=_WIDE).print(table)


_WIDE = 160
"""Columns of a table that goes to a file or a pipe."""


def _question(entry: PoolEntry, handbook: Handbook) -> None:
    from guizhang.quiz.listing import drawn, letters
    from guizhang.quiz.wanted import TYPE_NAMES

    item = entry.item
    head = TYPE_NAMES[item.type].render(chosen_language())
    click.echo(f"{item.id}  [{head} · {item.pool} · {item.level} · {item.difficulty} · {', '.join(item.themes)}]")
    for question in drawn(item, handbook):
        for text in (question.case.text if question.case else None, question.stem):
            click.echo(_in(text, "\n") if text else "", nl=text is not None)
        for number, left in enumerate(question.lefts, 1):
            click.echo(f"  {number}. {_in(left)}")
        for letter, text, right, reason in letters(question):
            click.echo(f"  {'*' if right and not question.lefts else ' '}{letter}. {_in(text)}")
            if reason is not None:
                click.echo(f"       {_in(reason)}")
        say(f"答案：{_key(question.key)}", f"Key: {_key(question.key)}")
        for gap in question.gaps:
            click.echo(f"  {' | '.join(gap.accepted)}")
        if question.rationale is not None:
            say("解析：", "Rationale:")
            click.echo(f"  {_in(question.rationale)}")


def _key(key: Sequence[str]) -> str:
    return " ".join(key) or "–"


def _behind(entry: PoolEntry, handbook: Handbook) -> None:
    from guizhang.model.citation import freshness
    from guizhang.quiz.cited import span
    from guizhang.quiz.pool import OBSTACLE_NAMES

    item, language = entry.item, chosen_language()
    for address, state in freshness(item, handbook).items():
        say(
            f"依据：{address}（{item.cites[address]}，{state}）",
            f"Rests on: {address} ({item.cites[address]}, {state})",
        )
        text = span(address, handbook)
        for line in _in(text, "\n").splitlines() if text else ():
            click.echo(f"  {line}")
    _first_day(entry.since)
    for fact in item.states:
        if fact in handbook.facts:
            printed = " / ".join(handbook.print_fact(fact, lang) for lang in ("zh", "en"))
            say(f"数值：{fact} = {printed}", f"Figure: {fact} = {printed}")
    for obstacle in entry.obstacles:
        name = OBSTACLE_NAMES[obstacle].render(language)
        say(f"不能抽取：{name}", f"Cannot be drawn: {name}")


def _first_day(day: date | None) -> None:
    """Say from which day on it is asked about, where its rule names one."""
    if day is not None:
        say(
            f"{day} 起施行：在这以前的考试和练习不问",
            f"in force from {day}: no exam or practice before that day asks it",
        )


def _in(text: Text, between: str = " / ") -> str:
    """Return *text* in the language of the reader; in both where they want both or one is missing."""
    language = chosen_language()
    if language == "both":
        return between.join(said for said in (text.zh, text.en) if said)
    return text.either(language)
