"""Slips of the hand in YAML: full-width signs, a colon without its space, conflict marks of a merge.

YAML itself finds them late and calls them something else, so the raw line is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Message

_KEY = "[a-z][a-z0-9_/#.-]*"
"""Keys of our files; a text may well say QQ：1."""
_HALF = dict(zip("：，、；｛｝［］“”‘’＂＇－—–＃", ":,,,{}[]\"\"''\"'---#", strict=True))
"""Full-width sign -> the one YAML takes."""
_ODD_SPACE = "[^\\S \t\r\n]|[\u200b\ufeff]"

_FULL_WIDTH = [
    re.compile(pattern)
    for pattern in (
        rf"^ *(?P<sign>{_ODD_SPACE})\s*(?:[-－] |{_KEY} ?[:：])",  # an indent
        rf"^\s*(?:- +)*{_KEY}\s*(?P<sign>：)",  # a key
        rf"^[^\"']*[{{｛](?:[^\"']*[,，])?\s*{_KEY}\s*(?P<sign>：)",  # a key in braces
        rf"[{{｛].*?(?P<sign>[，、；])\s*[\"']?{_KEY}[\"']?\s*[:：]",  # a comma before a key in braces
        r"[{\[｛［].*[\"']\s*(?P<sign>[，、；])\s*[\"']",  # a comma between quoted texts
        r"(?:[:：]\s*|- +)(?P<sign>[｛［])",  # an opening bracket
        r"(?:\{[^{}]*(?P<sign>｝)|\[[^\[\]]*(?P<mark>］))\s*(?:#.*)?$",  # a closing one
        r"(?:[:：]\s+|- +)(?P<sign>[“‘＂＇])[^“‘]*[”’＂＇]\s*$",  # quotation marks around a value
        r"^\s*(?P<sign>[－—–]) ",  # the dash of a list
        r"^\s*(?P<sign>＃)",  # a comment
    )
]
"""Where signs of the notation stand; a sign in the words of a rule is none of them."""
_NO_SPACE = re.compile(rf"^\s*(?:- +)*{_KEY}(?P<sign>:)(?![\s/]|$)")
_CLOSED_WIDE = re.compile(r"(?P<sign>[“”‘’＂＇])\s*[,，}\]｝］]*\s*(?:#.*)?$")
_IN_VALUE = re.compile(rf"^(?:(?P<sign>[｛［])|{_KEY}\s*(?P<mark>：))")
_GOOD = re.compile(rf"^\s*(?:- +)*{_KEY}: +\S")
_BLOCK = re.compile(r"(?:^|[:-]\s+)[|>][-+0-9]*\s*(?:#.*)?$")

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_ENDS = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


@dataclass(frozen=True)
class Slip:
    """What the hand did, how many lines and characters behind the start of what was looked at."""

    code: str
    line: int
    column: int
    problem: Message
    mend: Message


def conflict(text: str, *, failed: bool) -> Slip | None:
    """Return the marks that a merge left in *text*; a line of equals signs alone counts only where YAML *failed*."""
    if not failed and (("<<<<<<< " not in text and ">>>>>>> " not in text) or not _ENDS.search(text)):
        return None
    lines = [text.count("\n", 0, mark.start()) for mark in _CONFLICT.finditer(text)]
    if not lines:
        return None
    numbers = [str(line + 1) for line in lines]
    return Slip(
        "YML010",
        lines[0],
        0,
        Message(
            f"有合并冲突的标记（<<<<<<<、=======、>>>>>>>），在第 {'、'.join(numbers)} 行",
            f"conflict marks of a merge (<<<<<<<, =======, >>>>>>>), line{'s' * (len(lines) > 1)} {', '.join(numbers)}",
        ),
        Message(
            "在两种写法之间选定一种（或合成一种），再删去这些标记所在的行",
            "decide between the two versions (or join them), then delete the lines with the marks",
        ),
    )


def near(lines: Sequence[str], line: int, column: int, begun: int) -> Slip | None:
    """Return the slip that made YAML fail.

    Args:
        lines: All lines of the file.
        line: Index of the line where YAML failed.
        column: Index on it.
        begun: Index of the line where began what it was reading.

    Returns:
        The slip on one of these lines. Else, if the line was in order up to where YAML failed, none; if not, the first
        above, up to a line that is in order.
    """
    outside = dict(_outside_blocks(lines, line))
    looked_at = [at for at in (line, begun) if at in outside]
    for at in sorted(outside, reverse=True):
        if at < line:
            if _GOOD.search(outside.get(line, "")[:column]):
                break
            looked_at.append(at)
            if _GOOD.search(outside[at]):
                break
    for at in looked_at:
        if (found := _on_line(outside[at])) is not None:
            return Slip(found.code, at, found.column, found.problem, found.mend)
    return None


def closed_wide(line: str, start: int) -> Slip | None:
    """Return the full-width quotation mark that ends a text which begins with a half-width one at *start*."""
    found = _CLOSED_WIDE.search(line, start + 1)
    return _full_width(found) if found else None


def in_key(name: str) -> Slip | None:
    """Return the slip that made *name* a key, of a mapping that YAML could read."""
    return _on_line(f"{name}:") or _on_line(f"{{{name}", 1)


def in_value(value: str, *, plain: bool) -> Slip | None:
    """Return the slip in a *value* where keys or a list were expected; where it should be *plain*, any full-width sign."""
    found = re.search(f"(?P<sign>[{''.join(_HALF)}])", value) if plain else _IN_VALUE.search(value)
    if found:
        return _full_width(found)
    missing = None if plain else _NO_SPACE.search(value)
    return _no_space(missing) if missing else None


def in_quotes(value: str) -> Slip | None:
    """Return the full-width quotation mark that stands at either end of a *value*."""
    found = re.match(r"(?P<sign>[“”‘’＂＇])", value) or re.search(r"(?P<sign>[“”‘’＂＇])$", value)
    return _full_width(found) if found else None


def _on_line(line: str, offset: int = 0) -> Slip | None:
    for pattern in _FULL_WIDTH:
        if found := pattern.search(line):
            return _full_width(found, offset)
    missing = _NO_SPACE.search(line)
    return _no_space(missing) if missing else None


def _full_width(found: re.Match[str], offset: int = 0) -> Slip:
    group = "sign" if found["sign"] else "mark"
    sign, column = found[group], found.start(group) - offset
    if sign not in _HALF:
        problem = Message("缩进里有全角空格或不换行空格", "a full-width or no-break space in the indentation")
        mend = Message("缩进只用半角空格", "indent with ordinary spaces only")
    else:
        half = _HALF[sign]
        problem = Message(f"这里用了全角的“{sign}”", f"a full-width {sign} stands here")
        behind = Message("，冒号后空一格", " with a space behind it") if half == ":" else Message("", "")
        mend = Message(f"改成半角的 {half}{behind.zh}", f"write a half-width {half}{behind.en}")
    return Slip("YML011", 0, column, problem, mend)


def _no_space(found: re.Match[str]) -> Slip:
    problem = Message("YAML 语法错误：冒号后面少了空格", "YAML syntax: the space behind the colon is missing")
    mend = Message("在冒号后空一格", "put a space behind the colon")
    return Slip("YML004", 0, found.start("sign"), problem, mend)


def _outside_blocks(lines: Sequence[str], last: int) -> Iterator[tuple[int, str]]:
    """Yield the lines up to *last* that are no part of a block text (``|``), where every sign is the author's."""
    block: int | None = None
    for at, line in enumerate(lines[: last + 1]):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indent > block):
            continue
        block = indent if _BLOCK.search(line) else None
        yield at, line
