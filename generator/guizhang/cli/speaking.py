"""Help and usage errors in Chinese: click writes them in English, and here they are put into the reader's language.

English stays as click has it. What the table has no Chinese for is shown in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import IO, Any
from unicodedata import east_asian_width

import click

from guizhang.cli.chinese import EXTRAS, HEADINGS, HELP, MESSAGES

_INDENT = 6
_TOKEN = re.compile(r"[!-~]+ ?| |[^!-~ ][，。；：、）”》]*")
"""What is not parted at the end of a line: words, and a character with the marks behind it."""
_EXTRA = re.compile(r"^(?P<help>.*?)\s*\[(?P<extra>[^\[\]]*)\]$", re.DOTALL)
_FIELD = re.compile(r"\\\{(\w+)\\\}")
_NARROWEST = 40


class ChineseFormatter(click.HelpFormatter):
    """Writes help in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how a command is used."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{'':>{self.current_indent}}{HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Write a text in lines as wide as the screen."""
        for line in _lines(_help(text), max(_NARROWEST, self.width) - self.current_indent):
            self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands, each with what it does below it; the widths go with the screen alone."""
        del col_max, col_spacing
        for name, does in rows:
            self.write(f"{'':>{self.current_indent}}{name}\n")
            for line in _lines(_help(does), max(_NARROWEST, self.width) - _INDENT):
                self.write(f"{'':>{_INDENT}}{line}\n")


class ChineseUsageError(click.UsageError):
    """A usage error, told in Chinese."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(message(error.format_message()), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is used, where its help is, and what was wrong."""
        if self.ctx is not None:
            click.echo(f"{self.ctx.get_usage()}\n看帮助：{self.ctx.command_path} --help\n", file=file, err=True)
        click.echo(f"错误：{self.format_message()}", file=file, err=True)


def told(error: click.UsageError) -> click.UsageError:
    """Return a usage error in Chinese; one that only shows the help is in it already."""
    return (
        error if isinstance(error, ChineseUsageError | click.exceptions.NoArgsIsHelpError) else ChineseUsageError(error)
    )


def message(english: str) -> str:
    """Return what click or a command says is wrong, in Chinese as far as it is known."""
    for pattern, chinese in _patterns():
        if found := pattern.fullmatch(english.strip()):
            return chinese.format(**{name: message(value) for name, value in found.groupdict().items()})
    return english


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(text)), re.DOTALL)

    return tuple((pattern(english), chinese) for english, chinese in MESSAGES)


def _help(english: str) -> str:
    """Return a help text in Chinese; what click adds in brackets (default, required) too."""
    whole = " ".join(english.split())
    if whole in HELP:
        return HELP[whole]
    if found := _EXTRA.match(whole):
        extra = "；".join(_extra(part) for part in found["extra"].split("; "))
        return f"{_help(found['help'])}［{extra}］" if found["help"] else f"［{extra}］"
    # In the list of commands there is only the first sentence, or what of it there is room for.
    short = whole.removesuffix("...")
    begun = short if short != whole else f"{short.removesuffix('.')}."
    key = next((key for key in HELP if short and key.startswith(begun)), None)
    return f"{HELP[key].partition('。')[0]}。" if key else english


def _extra(part: str) -> str:
    name, colon, value = part.partition(": ")
    return f"{EXTRAS.get(name, name)}{'：' if colon else ''}{value}"


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield *text* in lines of *width* columns; a Chinese character takes two."""
    line, room = "", width
    for token in _TOKEN.findall(text):
        size = sum(2 if east_asian_width(char) in "WF" else 1 for char in token)
        if line and size > room:
            yield line.rstrip()
            line, room = "", width
        line += token
        room -= size
    if line:
        yield line.rstrip()
