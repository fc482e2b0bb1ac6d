"""What keeps a file from being YAML, said where the author went wrong and not where the parser gave up."""

from __future__ import annotations

import re

import yaml

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.yamlio.slips import Slip, closed_wide, conflict, near

_Scanner = getattr(yaml, "CLoader", yaml.Loader)
_KEY_LINE = re.compile(r"\s*(?:- +)*[\w./#-]+:(?:\s|$)|\s*- ")
"""A line of a file, and hardly of a text."""

_SYNTAX_ZH = {
    "found a tab character": "缩进用了制表符（Tab），要用空格",
    "found character that cannot start any token": "这里不能用这个字符开头（制表符、@、` 或 %）",
    "could not find expected ':'": "少了半角冒号“: ”，或这一行的缩进不对",
    "did not find expected key": "缩进和上面的不一致，或少了半角冒号“: ”",
    "did not find expected '-' indicator": "缩进和列表的其他项不一致，或少了“- ”",
    "did not find expected ',' or": "括号没有配对，或少了逗号",
    "did not find expected node content": "这里少了内容",
    "did not find expected <document start>": "这一行的缩进不对",
    "mapping values are not allowed": "这里不能有“: ”；含它的文字要加引号，或缩进不对",
    "block sequence entries are not allowed": "这里不能有“- ”，检查缩进",
    "found unknown escape character": "双引号里的 \\ 要写成 \\\\，或改用单引号",
    "control characters are not allowed": "有不可见的控制字符，删去它",
}
"""What libyaml says begins with -> the same in Chinese, for what happens to those who write rules."""


def syntax(error: yaml.YAMLError, text: str, path: str) -> Diagnostic:
    """Return why *text* cannot be read, from what the parser said and a look at the raw lines."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    found = conflict(text, failed=True)
    if found is None and isinstance(error, yaml.MarkedYAMLError) and mark is not None:
        lines = text.split("\n")
        found = _open_quote(error, text, lines) or near(
            lines, mark.line, mark.column, (error.context_mark or mark).line
        )
    return slipped(found, path) if found is not None else _as_said(error, mark, path)


def slipped(slip: Slip, path: str) -> Diagnostic:
    """Return *slip*, found in the whole of the file *path*, as a fault."""
    source = Source(path, slip.line + 1, slip.column + 1)
    return Diagnostic(slip.code, Severity.ERROR, source, "", slip.problem, slip.mend)


def _as_said(error: yaml.YAMLError, mark: yaml.Mark | None, path: str) -> Diagnostic:
    source = Source(path, mark.line + 1, mark.column + 1) if mark else Source(path, 1, 1)
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    zh = next((words for begin, words in _SYNTAX_ZH.items() if detail.startswith(begin)), detail)
    return Diagnostic(
        "YML004",
        Severity.ERROR,
        source,
        "",
        Message(f"YAML 语法错误：{zh}", f"YAML syntax: {detail}"),
        Message(
            "检查这一行和上一行的缩进、冒号和引号；含“: ”或以符号开头的文字要加引号",
            "check indentation, colons and quotes on this line and the one above;"
            " quote a text that contains ': ' or begins with a sign",
        ),
    )


def _open_quote(error: yaml.MarkedYAMLError, text: str, lines: list[str]) -> Slip | None:
    """Return where a quotation mark was opened that ends only where the parser gave up."""
    start, end = _last_quoted(error, text)
    if start is None:
        return None
    swallowed = lines[start.line + 1 : end.line + 1] if end is not None else []
    if end is not None and not any(map(_KEY_LINE.match, swallowed)):
        return None
    wide = closed_wide(lines[start.line], start.column)
    if wide is not None:
        return Slip(wide.code, start.line, wide.column, wide.problem, wide.mend)
    ends = (
        Message(f"到第 {end.line + 1} 行才结束", f"and ends only in line {end.line + 1}")
        if end is not None
        else Message("到文件末尾也没有结束", "and does not end before the file does")
    )
    return Slip(
        "YML004",
        start.line,
        start.column,
        Message(f"YAML 语法错误：引号从这里开始，{ends.zh}", f"YAML syntax: a quotation mark opens here {ends.en}"),
        Message("在这段文字的末尾补上引号", "close it where the text ends"),
    )


def _last_quoted(error: yaml.MarkedYAMLError, text: str) -> tuple[yaml.Mark | None, yaml.Mark | None]:
    """Return where the quoted text before the fault begins and ends; no end where the file ends first."""
    problem, context = error.problem_mark, error.context_mark
    if "quoted scalar" in str(error.context) and context is not None:
        at_end = str(error.problem).startswith("found unexpected end of stream")
        return context, None if at_end else problem
    last = None
    try:
        for token in yaml.scan(text, Loader=_Scanner):
            if problem is None or token.start_mark.index >= problem.index:
                break
            if isinstance(token, yaml.ScalarToken):
                last = token
    except yaml.YAMLError:
        pass
    if problem is None or last is None or last.style not in ("'", '"') or last.end_mark.line != problem.line:
        return None, None
    return last.start_mark, last.end_mark
