"""Watch who has handed in while an exam is sat in the browser."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guizhang.cli.exam import exam_argument
from guizhang.cli.shell import key_options, opened_key, said, say_names

if TYPE_CHECKING:
    from rich.console import RenderableType

    from guizhang.grading.arrivals import Arrival, Arrivals
    from guizhang.model.form import ExamRecord
    from guizhang.sealing.folder import Look
    from guizhang.sealing.keys import PrivateKey

_NAMED = 12
"""Missing people who are named in one line."""


@click.command("collect")
@exam_argument
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@key_options
@click.option("--once", is_flag=True, help="Look once and end; the exit code is 1 where something was refused.")
@click.option(
    "--every",
    type=click.FloatRange(0.2, 3600),
    default=2.0,
    show_default=True,
    metavar="SECONDS",
    help="How often to look.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="Copy what was accepted into this folder, one file for each candidate, for guizhang grade.",
)
def collect(
    exam: Path, folder: Path, *, key: Path | None, key_password: str | None, once: bool, every: float, into: Path | None
) -> None:
    """Show who has handed in.

    EXAM is the exam's folder; FOLDER has what came in: saved files, pasted texts, mails, archives.

    Without --key sealed files are not opened; it can only be seen whether they are whole, and which key they are sealed to.
    With it they are checked as guizhang grade checks them. Answers are never shown; nothing is written unless --into says
    where. Ctrl-C ends it.
    """
    from guizhang.exam.record import read_record
    from guizhang.grading.arrivals import State

    record, opened = read_record(exam), opened_key(key, key_password)
    if into is not None and into.resolve().is_relative_to(folder.resolve()):
        raise click.UsageError("--into must lie outside FOLDER")
    rounds = _rounds(record, folder, opened, _sealed_to(exam), every, once=once)
    last = None
    try:
        # What has been seen is kept before it is shown: wherever Ctrl-C falls, the end counts what stands above it.
        with _display() as show:
            for last in rounds:
                show(last)
                if into is not None:
                    _copy(last, into)
    except KeyboardInterrupt:
        click.echo(err=True)
    if last is not None:
        if into is not None:
            _copy(last, into)
        _tell(last)
        if once and any(one.state is State.REFUSED for one in last.found):
            raise SystemExit(1)


def _sealed_to(folder: Path) -> str | None:
    """Return the thumbprint of the key the exam's pages seal to; ``None`` where they do not."""
    from guizhang.exam.web.files import drawn_web

    web = drawn_web(folder)
    return web.key.thumbprint if web and web.key else None


def _rounds(
    record: ExamRecord, folder: Path, key: PrivateKey | None, sealed_to: str | None, every: float, *, once: bool
) -> Iterator[Arrivals]:
    from guizhang.grading.arrivals import arrivals
    from guizhang.sealing.folder import look

    seen: Look | None = None
    while True:
        seen = look(folder, seen)
        yield arrivals(seen, record, key, sealed_to, time.time())
        if once:
            return
        time.sleep(every)


@contextmanager
def _display() -> Iterator[Callable[[Arrivals], None]]:
    """Give what shows a round: a table that stays in its place on a terminal, lines of what is new elsewhere."""
    if sys.stdout.isatty():
        from rich.live import Live

        with Live(auto_refresh=False) as live:
            yield lambda now: live.update(_table(now), refresh=True)
        return
    known: set[str] = set()

    def show(now: Arrivals) -> None:
        lines = [_line(one) for one in now.found]
        if now.gone:
            lines.append(
                said(
                    f"文件夹读不了：{now.gone.zh}；稍后再看", f"the folder cannot be read: {now.gone.en}; trying again"
                )
            )
        for line in lines:
            if line not in known:
                click.echo(line)
        known.clear()
        known.update(lines)

    yield show


def _table(now: Arrivals) -> RenderableType:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(title=_headline(now), title_justify="left", box=None, pad_edge=False)
    for zh, en in (
        ("工号", "number"),
        ("姓名", "name"),
        ("交卷", "handed in"),
        ("回执码", "receipt"),
        ("状态", "state"),
    ):
        table.add_column(said(zh, en))
    for person in now.candidates:
        one = now.of(person)
        # Names may hold square brackets, which rich would read as markup.
        cells = (person.id, person.name, *((_clock(one.at), one.number, _state(one)) if one else ("", "", "—")))
        table.add_row(*(Text(cell) for cell in cells), style="" if one else "dim")
    rest = [Text(_line(one), style="yellow") for one in now.others]
    if now.gone:
        rest.append(
            Text(said(f"文件夹读不了：{now.gone.zh}", f"the folder cannot be read: {now.gone.en}"), style="red")
        )
    return Group(table, *rest)


def _headline(now: Arrivals) -> str:
    if not now.candidates:
        return said(f"已交 {len(now.accepted)} 份", f"{len(now.accepted)} handed in")
    done = len(now.candidates) - len(now.missing)
    return said(f"已交 {done} / {len(now.candidates)}", f"{done} of {len(now.candidates)} handed in")


def _line(one: Arrival) -> str:
    from guizhang.grading.arrivals import grave

    who = f"{one.person} {one.name}".strip() or "?"
    at = f" {_clock(one.at)}" if one.at else ""
    number = f" {one.number}" if one.number else ""
    why = "".join(f"; {said(fault.problem.zh, fault.problem.en)}" for fault in grave(one.faults))
    return f"{_state(one)}: {who}{at}{number} ({one.file}){why}"


def _state(one: Arrival) -> str:
    from guizhang.grading.arrivals import State

    return said(*{
        State.COUNTS: ("已交", "handed in"), State.SEALED: ("已交（未拆封）", "handed in (not opened)"),
        State.AGAIN: ("又交一份", "handed in again"), State.ARRIVING: ("正在传来", "arriving"),
        State.REFUSED: ("不采用", "refused"),
    }[one.state])  # fmt: skip


def _clock(seconds: float) -> str:
    return time.strftime("%m-%d %H:%M:%S", time.localtime(seconds))


def _tell(now: Arrivals) -> None:
    """Print how it stands in the end."""
    click.echo(_headline(now))
    say_names("未交", "not yet", [f"{person.id} {person.name}".strip() for person in now.missing], most=_NAMED)


def _copy(now: Arrivals, into: Path) -> None:
    """Keep what was accepted, as the page would have saved it."""
    from guizhang.files import PRIVATE, write_file

    into.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    for one in now.accepted:
        if one.source is None:
            continue
        path = into / one.saved_as
        if not path.exists() or path.read_text(encoding="utf-8") != one.source.file:
            write_file(path, one.source.file)
