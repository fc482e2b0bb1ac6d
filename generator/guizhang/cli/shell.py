"""What the commands share: options, loading with checks, printing in the language of the reader."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from getpass import GetPassWarning, getuser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from guizhang.cli.speaking import ChineseFormatter, told
from guizhang.diagnostics import (
    Diagnostic,
    Faulty,
    GuizhangError,
    Language,
    Message,
    Severity,
    brief,
    stops,
    system_words,
)

if TYPE_CHECKING:
    from guizhang.grading.audit import Stamp
    from guizhang.sealing.keys import PrivateKey
    from guizhang.yamlio.content import Loaded


@atexit.register
def leave() -> None:
    """Skip the search for cycles at the end: in a large handbook it takes seconds, and the system takes all memory back.

    Not where DuckDB is at work: its binding prints a page about the objects that are then never taken down.
    """
    if "duckdb" not in sys.modules:
        gc.freeze()


_LANGUAGES = ("zh", "en", "both")
_ERRORS_NAMED = 20
root_argument = click.argument("root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
handbook_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    show_default=True,
    help="Folder of the handbook.",
)
by_option = click.option("--by", help="Your name, for the log; the user of this computer when absent.")
code_key_option = click.option(
    "--key-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Key the codes are made with, written where there is none yet: with it the same people have the same codes in every run.",
)
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
_key_option = click.option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    envvar="GUIZHANG_KEY",
    help="private-key.pem from guizhang exam keygen, to open sealed answers.",
)
_key_password_option = click.option(
    "--key-password",
    envvar="GUIZHANG_KEY_PASSWORD",
    help="Password of --key; asked for when neither this nor GUIZHANG_KEY_PASSWORD is given.",
)


def key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--key`` and ``--key-password``; `opened_key` takes what they hold."""
    return _key_option(_key_password_option(command))


def needs_codes(key_file: Path | None, *, pseudonymise: bool) -> None:
    """Refuse a key for codes where nobody gets one.

    Raises:
        click.UsageError: there is a key and no ``--pseudonymise``.
    """
    if key_file is not None and not pseudonymise:
        raise click.UsageError("--key-file goes with --pseudonymise")


def opened_key(path: Path | None, password: str | None) -> PrivateKey | None:
    """Return the trainer's key, asking for its password where it is needed."""
    from guizhang.sealing.key_files import read_private

    if path is None:
        return None
    return read_private(path, password if password is not None else ask_password("--key-password"))


def ask_password(option: str, *, twice: bool = False) -> str:
    """Return the password somebody types unseen; *option* is how it is given where nobody sits at a terminal.

    Raises:
        click.UsageError: there is no terminal on which it could be typed unseen.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)
            again = said("再输一次", "Repeat for confirmation") if twice else False
            typed = click.prompt(said("密码", "Password"), hide_input=True, confirmation_prompt=again, err=True)
    except GetPassWarning as refused:
        told_how = f"no terminal to ask for the password: give {option}, or set GUIZHANG_KEY_PASSWORD"
        raise click.UsageError(told_how) from refused
    return str(typed)


class Speaking(click.Context):
    """A context whose help is in the language of the reader."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes help."""
        if (self.find_root().obj or default_language()) != "zh":
            return super().make_formatter()
        return ChineseFormatter(width=self.terminal_width, max_width=self.max_content_width)


def speaking(command: click.Command) -> None:
    """Make the help of *command*, and of all commands below it, speak the language of the reader."""
    command.context_class = Speaking
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        speaking(below)


def _named_language(args: Sequence[str]) -> str | None:
    """Return what --lang says, before click has read it: the help of the program itself is in that language too."""
    named = [value for option, value in pairwise([*args, ""]) if option == "--lang"]
    named += [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    return named[0] if named and named[0] in _LANGUAGES else None


class Commands(click.Group):
    """Prints faults and refusals the same way for every command."""

    context_class = Speaking

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the program's own options."""
        language = _named_language(args) or default_language()
        try:
            return super().make_context(info_name, args, parent, **{"obj": language, **extra})
        except click.UsageError as error:
            if language != "zh":
                raise
            raise told(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; faults found, refusals and interruptions end with exit code 1."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if chosen_language() != "zh":
                raise
            raise told(error) from error
        except Faulty as error:
            show(error.diagnostics)
            _name_errors(error.diagnostics)
        except GuizhangError as error:
            click.echo(f"guizhang: {error}", err=True)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # whoever read the output has seen enough
            where = f"{error.filename}: " if error.filename else ""
            click.echo(f"guizhang: {where}{system_words(error).render(chosen_language())}", err=True)
        except click.Abort:
            # Ctrl-C at a question, or no for an answer.
            click.echo(f"guizhang: {said('已取消', 'cancelled')}", err=True)
        except KeyboardInterrupt:
            click.echo(f"guizhang: {said('已中断，没有写到一半的文件', 'interrupted; nothing half-written')}", err=True)
        raise SystemExit(1)


def _name_errors(found: Sequence[Diagnostic]) -> None:
    """Say which faults stopped the work, where they stand among others."""
    errors = [fault for fault in found if fault.severity is Severity.ERROR]
    if not errors or len(errors) == len(found):
        return
    places = [f"{fault.source} {fault.code}" for fault in errors[:_ERRORS_NAMED]]
    more = len(errors) - len(places)
    # One stands in the line; of several each has its own, to be gone through.
    zh, en = f"没有做完，先改好 {len(errors)} 处错误：", f"not done; first mend {counted(len(errors), 'error')}:"
    if len(errors) == 1:
        zh, en, places = f"{zh}{places[0]}", f"{en} {places[0]}", []
    click.echo(said(zh, en), err=True)
    for place in places:
        click.echo(f"  {place}", err=True)
    if more:
        click.echo(said(f"  另有 {more} 处", f"  {more} more"), err=True)


def load_checked(root: Path) -> tuple[Loaded, list[Diagnostic]]:
    """Return the project in *root* and what every check found in it."""
    from guizhang.checks import check as run_checks
    from guizhang.yamlio.content import load_project

    loaded = load_project(root)
    return loaded, run_checks(loaded)


def load_faultless(root: Path) -> tuple[Loaded, list[Diagnostic]]:
    """Return the project in *root*, and what the checks warn of.

    Raises:
        Faulty: it has errors.
    """
    loaded, found = load_checked(root)
    # Among the notes on what is left to do nobody would find what stops the work.
    found = [fault for fault in found if fault.severity is not Severity.NOTE]
    if stops(found):
        raise Faulty(found)
    return loaded, found


def handbook_in(root: Path) -> Loaded | None:
    """Return the project in *root*; ``None`` where there is none.

    Raises:
        Faulty: it has errors.
    """
    return load_faultless(root)[0] if (root / "content" / "handbook.yaml").is_file() else None


def show(found: Sequence[Diagnostic], stream: Any = None) -> None:
    """Print diagnostics to *stream*, standard error when absent; of many alike the first, and where the others stand."""
    if found:
        click.echo(brief(found, chosen_language()), file=stream or sys.stderr)


def summary(found: Sequence[Diagnostic]) -> None:
    """Print how many errors, warnings and notes there are."""
    counts = {severity: sum(f.severity is severity for f in found) for severity in Severity}
    say(
        "错误 {error}，警告 {warning}，提示 {note}".format(**counts),
        ", ".join(counted(number, severity) for severity, number in counts.items()),
    )


def typed(path: Path) -> str:
    """Return *path* as it is typed in a command: in quotation marks where a blank would part it."""
    words = str(path)
    return f'"{words}"' if any(char.isspace() for char in words) else words


def counted(number: int, noun: str) -> str:
    """Return 1 item, 2 items."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say(zh: str, en: str) -> None:
    """Print a line in the chosen language."""
    click.echo(said(zh, en))


def said(zh: str, en: str) -> str:
    """Return a line in the chosen language."""
    return Message(zh, en).render(chosen_language())


def say_names(zh: str, en: str, names: Sequence[str], *, most: int) -> None:
    """Print a line that ends with names: *most* of them, and how many more there are; nothing where there are none."""
    more = len(names) - most
    listed = ", ".join(names[:most])
    if names:
        say(
            f"{zh}：{listed}" + (f" 等，另有 {more} 人" if more > 0 else ""),
            f"{en}: {listed}" + (f", and {more} more" if more > 0 else ""),
        )


def say_files(written: Sequence[Path], output: Path) -> None:
    """Print the files, of a folder with a page for each person how many there are."""
    below = Counter(path.parent for path in written)
    for path in written:
        if path.parent == output:
            click.echo(path)
    for folder, count in below.items():
        if folder != output:
            say(f"{folder}：{count} 个文件", f"{folder}: {counted(count, 'file')}")


@contextmanager
def step(zh: str, en: str) -> Iterator[None]:
    """Show that something is going on: a spinner on a terminal, a plain line elsewhere."""
    text = en if chosen_language() == "en" else zh
    if not sys.stderr.isatty():
        click.echo(f"{text} …", err=True)
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{text} …"):
        yield


def chosen_language() -> Language:
    """Return the language of messages: the one asked for, or else the system's."""
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return cast("Language", found or default_language())


def stamp(by: str | None) -> Stamp:
    """Return who does something, and that it is now."""
    from guizhang.grading.audit import Stamp

    return Stamp(by or getuser(), datetime.now(UTC).replace(microsecond=0))


def default_language() -> Language:
    """Return the language of messages where the command line names none: GUIZHANG_LANG, else the system's."""
    named = os.environ.get("GUIZHANG_LANG")
    return cast("Language", named) if named in _LANGUAGES else system_language()


def system_language() -> Language:
    """Return the language the system speaks."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
