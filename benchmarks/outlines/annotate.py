#!/usr/bin/env python3
r"""Turn annotated rule texts into the text an importer sees and the outline it should find.

    annotate.py [--check] [--lint] [--stats] [NAME ...]

Every `sources/<half>/NN-name.annotated` gives `<half>/NN-name.txt` and `<half>/NN-name.gold.json`.
`--check` writes nothing and fails where a file on disk differs; `--lint` lists line beginnings that look like a
label and are not one (the traps, to be read by eye); `--stats` counts.

A source is the text itself plus:

    #meta script=hans kind=handbook   what the file is (once, first)
    #doc TITLE                        a document begins at the next printed line; it ends at #end or the next #doc
    #wrap N                           break the following lines after N full-width columns, 0 for no more
    #blank N                          print N blank lines after each of the following lines
    #indent TEXT                      print TEXT before the following lines (\u escapes); without TEXT: no more
    // ...                            a remark
    ~...                              a noise line (website, running head, contents page, teaser)
    {D}LABEL                          here a node starts, D levels deep, its parent the last node of level D-1
    {D=N}LABEL                        the same, and the label says N although N is not what would follow
    ↵                                 a line break inside a sentence (as a hard wrap leaves it)

A label's number must be the one that follows among its siblings (for 条 and Article: in the document) or the one
the annotation states; dotted labels must begin like their parent's; anything else is an error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
HALVES = ("dev", "held", "fresh", "rough", "closed", "closed2", "closed3", "closed4", "closed5")
SHORTEST, LONGEST = 4, 250
RUNNING = ("条", "Article")
"""Levels whose numbers run through a document, whatever stands between."""

_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {char: i for i, char in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {
    "貳": 2,
    "參": 3,
    "陸": 6,
    "两": 2,
    "ニ": 2,
    "ー": 1,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_B = r"[ \t\u3000\u00a0]*"
_ZH = rf"[{''.join(_DIGITS)}{''.join(_TENS)}]"
_NUM = rf"(?:[0-9０-９](?:{_B}[0-9０-９])*|{_ZH}(?:{_B}{_ZH})*)"
_LATIN = rf"(?:[0-9]+|[IVX]+|[A-Z]|{'|'.join(word.capitalize() for word in _WORDS)})"
_CIRCLED = "\u2460-\u249b\u2776-\u277f"
_BRACKETED = "\u3220-\u3229"

LABELS: tuple[tuple[str, str], ...] = (
    ("第一条", rf"[第笫]{_B}(?P<n>{_NUM}){_B}(?P<unit>[编編章草节節条條步部篇]分?)"),
    ("第一，", rf"第(?P<n>{_NUM})[，、,]"),
    ("附件1", rf"附{_B}[件录錄表]{_B}(?P<n>{_NUM}|[A-Z])(?![0-9])"),
    ("Chapter 1", rf"(?P<unit>Chapter|CHAPTER|Article|ARTICLE|Part|PART|Step|Rule|Appendix|APPENDIX|Annex|Schedule) (?P<n>{_LATIN})\b\.?"),
    ("Section 1", r"(?P<unit>Section|SECTION|Clause|Policy|POLICY) (?P<n>[0-9]+(?:\.[0-9]+)*)\b\.?"),
    ("Q1", rf"(?:Q{_B}|问题|問題|问|問)(?P<n>[0-9０-９]+|{_ZH}+)[.．、:：]?"),
    ("步骤一", rf"步[骤驟]{_B}(?P<n>{_NUM})[：:、]?"),
    ("(1)", rf"[(（]{_B}(?P<n>[0-9０-９]+){_B}[)）][、.．]?"),
    ("(一)", rf"[(（]{_B}(?P<n>{_ZH}(?:{_B}{_ZH})*){_B}[)）][、.．]?"),
    ("(a)", r"[(（](?P<n>[A-Za-z]|[ivxl]+)[)）]"),
    ("①", rf"(?P<n>[{_CIRCLED}])[、.．]?"),
    ("㈠", rf"(?P<n>[{_BRACKETED}])[、.．]?"),
    ("1.1", r"(?P<n>[0-9０-９]+(?:[.．][0-9０-９]+)+)[.．、]?"),
    ("1-1", r"(?P<n>[0-9]+(?:-[0-9]+)+)(?![0-9.:])"),
    ("1)", r"(?P<n>[0-9０-９]+)[)）][、.．]?"),
    ("1.", r"(?P<n>[0-9０-９]+)[ \u3000]?[.．]"),
    ("1、", r"(?P<n>[0-9０-９]+)[ \u3000]?[、，,:：]"),
    ("1", r"(?P<n>[0-9０-９]+)"),
    ("一、", rf"(?P<n>{_ZH}(?:{_B}{_ZH})*){_B}[、.．，,:：]"),
    ("甲、", rf"(?P<n>[{_STEMS}])[、.．]"),
    ("i)", r"(?P<n>[ivx]+)[)）]"),
    ("A.1", r"(?P<n>[A-Z](?:\.[0-9]+)+)"),
    ("A.", r"(?P<n>[A-Za-z])[.．、)）:：]"),
    ("I.", r"(?P<n>[IVX]+|[\u2160-\u216b])[.、)]"),
)  # fmt: skip
_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in LABELS)
_UNITS = {"編": "编", "草": "章", "節": "节", "條": "条"}
_MARK = re.compile(r"\{(\d)(?:=(\d+))?\}")
_LIKE = re.compile(
    r"^[\s\u3000]*(?:[依按据照见見]*第|[(（]?[0-9０-９一二三四五六七八九十]+[)）.．、 ]|[(（]?[A-Za-z][)）.、]|[\u2460-\u249b]|[IVX]+[.、])"
)


class Fault(Exception):
    """The annotation contradicts itself or the text."""


@dataclass
class Node:
    """Where a numbered thing starts."""

    line: int
    number: str
    value: int
    level: str
    parent: int | None
    depth: int = field(repr=False)

    def gold(self) -> dict[str, object]:
        """Return what the gold file says about it."""
        return {
            "line": self.line,
            "number": self.number,
            "value": self.value,
            "level": self.level,
            "parent": self.parent,
        }


@dataclass
class Document:
    """One set of rules within a file."""

    title: str
    first: int = 0
    last: int = 0
    nodes: list[Node] = field(default_factory=list)


@dataclass
class Outline:
    """A file, its text and what should be found in it."""

    meta: dict[str, str]
    lines: list[str] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    noise: list[int] = field(default_factory=list)


def values(text: str) -> set[int]:
    """Return the numbers a label's number may stand for: (i) is a letter or a Roman one."""
    text = re.sub(_B, "", text).translate(str.maketrans("０１２３４５６７８９．", "0123456789."))
    if text.isascii() and text[-1].isdigit():
        return {int(re.split(r"[.-]", text.removesuffix(".0"))[-1])}
    if len(text) == 1 and text in _STEMS:
        return {_STEMS.index(text) + 1}
    if len(text) == 1 and (special := _special(text)):
        return {special}
    if text.lower() in _WORDS:
        return {_WORDS.index(text.lower()) + 1}
    if text.isascii():
        found = {ord(text.lower()) - 96} if len(text) == 1 else set()
        return found | ({_roman(text.lower())} if set(text.lower()) <= set(_ROMAN) else set())
    total = current = 0
    for char in text:
        if char in _TENS:
            total, current = total + (current or 1) * _TENS[char], 0
        else:
            current = current * 10 + _DIGITS[char]
    return {total + current}


def _special(char: str) -> int | None:
    for start, count in ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10), (0x2776, 10), (0x2160, 12)):
        if start <= ord(char) < start + count:
            return ord(char) - start + 1
    return None


def _roman(text: str) -> int:
    parts = [_ROMAN[char] for char in text]
    return sum(-a if a < b else a for a, b in zip(parts, [*parts[1:], 0], strict=True))


def read_label(text: str) -> tuple[str, str, str]:
    """Return the label at the start of *text*, its level and its number as printed."""
    for level, pattern in _PATTERNS:
        if found := pattern.match(text):
            unit = found.groupdict().get("unit")
            return found[0].rstrip(), _UNITS.get(unit, unit).capitalize() if unit else level, found["n"]
    raise Fault(f"no label at {text[:20]!r}")


def wrapped(text: str, width: int) -> list[str]:
    """Break *text* after *width* full-width columns, Latin at blanks; marks in braces take no room."""
    lines = []
    for part in text.split("↵"):
        pieces = re.findall(r"\{[^}]*\}|[!-z|~]+[ ]?|.", part) if width else [part]
        line, used = "", 0.0
        for piece in pieces:
            size = 0 if piece.startswith("{") and width else sum(0.5 if char < "\u0100" else 1 for char in piece)
            if width and used + size > width and line.strip() and piece not in "，。；、：）」”":
                lines.append(line.rstrip(" "))
                line, used = "", 0.0
            line, used = line + piece, used + size
        lines.append(line)
    return lines


class Reader:
    """Reads one annotated source."""

    def __init__(self, source: str) -> None:
        self.out = Outline({})
        self.open: Document | None = None
        self.starting = False
        self.wrap = self.blank = 0
        self.indent = ""
        self.stack: list[int] = []
        for number, line in enumerate(source.rstrip("\n").split("\n"), 1):
            try:
                self._line(line)
            except Fault as fault:
                raise Fault(f"line {number}: {fault}") from fault
        self._close()
        self._finish()

    def _line(self, line: str) -> None:
        if line.startswith("//"):
            return
        if found := re.match(r"#(meta|doc|end|wrap|blank|indent)\b ?(.*)", line):
            self._command(*found.groups())
        elif line.startswith("~"):
            if not line[1:].strip():
                raise Fault("blank noise")
            self.out.lines.append(line[1:])
            self.out.noise.append(len(self.out.lines))
            self.out.lines += [""] * self.blank
        else:
            for i, part in enumerate(wrapped(line, self.wrap)):
                self._print(self._nodes((self.indent if line and not i else "") + part))
            if line.strip():
                self.out.lines += [""] * self.blank

    def _command(self, name: str, rest: str) -> None:
        if name == "meta":
            self.out.meta = dict(pair.split("=") for pair in rest.split())
        elif name in {"doc", "end"}:
            self._close()
            if name == "doc":
                self.open, self.starting, self.stack = Document(rest), True, []
                self.out.documents.append(self.open)
        elif name == "indent":
            self.indent = rest.encode().decode("unicode_escape")
        else:
            setattr(self, name, int(rest))

    def _print(self, text: str) -> None:
        if "{" in text or "}" in text:
            raise Fault(f"brace left in {text!r}")
        self.out.lines.append(text)
        if self.open and text.strip():
            if self.starting:
                self.open.first, self.starting = len(self.out.lines), False
            self.open.last = len(self.out.lines)

    def _close(self) -> None:
        if self.open and not self.open.first:
            raise Fault(f"nothing in {self.open.title}")
        self.open = None

    def _nodes(self, text: str) -> str:
        plain, end = "", 0
        for mark in _MARK.finditer(text):
            plain, end = plain + text[end : mark.start()], mark.end()
            self._node(int(mark[1]), int(mark[2]) if mark[2] else None, _MARK.sub("", text[end:]))
        return plain + text[end:]

    def _node(self, depth: int, stated: int | None, text: str) -> None:
        if not self.open:
            raise Fault("a node outside of documents")
        if depth > len(self.stack):
            raise Fault(f"no parent at level {depth - 1} for {text[:20]!r}")
        label, level, printed = read_label(text)
        nodes = self.open.nodes
        parent = self.stack[depth - 1] if depth else None
        alike = [n for n in nodes if n.level == level] if level in RUNNING else []
        siblings = alike or [n for n in nodes if n.parent == parent]
        expected = siblings[-1].value + 1 if siblings else 1
        value = expected if stated is None else stated
        if value not in values(printed):
            raise Fault(f"{label!r} is not {value}")
        if stated == expected:
            raise Fault(f"{label!r}: {stated} need not be stated")
        above = re.findall(r"\d+", nodes[parent].number.removesuffix(".0")) if parent is not None else []
        if level == "1.1" and above and stated is None and re.findall(r"\d+", printed)[:-1] != above:
            raise Fault(f"{label!r} is not below {nodes[parent or 0].number!r}")
        if level == "(a)" and value in values(printed) and _roman_like(printed, value):
            level = "(i)"
        line = len(self.out.lines) + 1
        if self.starting:
            self.open.first, self.starting = line, False
        self.stack[depth:] = [len(nodes)]
        nodes.append(Node(line, label, value, level, parent, depth))

    def _finish(self) -> None:
        out = self.out
        while out.lines and not out.lines[-1]:
            out.lines.pop()
        if not {"script", "kind"} <= out.meta.keys():
            raise Fault("#meta script=... kind=... is missing")
        if not SHORTEST <= len(out.lines) <= LONGEST:
            raise Fault(f"{len(out.lines)} lines")
        noise, end = set(out.noise), 0
        for document in out.documents:
            text = "".join(out.lines[document.first - 1 : document.first + 12])
            if _squeezed(document.title) not in _squeezed(text):
                raise Fault(f"title {document.title} is not where its document starts")
            if not end < document.first <= document.last:
                raise Fault(f"{document.title} overlaps")
            if document.last in noise or document.first in noise:
                raise Fault(f"{document.title} begins or ends with noise: lines {document.first}-{document.last}")
            for i, node in enumerate(document.nodes):
                if node.line in noise or (node.parent is not None and node.parent >= i):
                    raise Fault(f"{document.title}: {node.number} in noise or before its parent")
            end = document.last
        inside = {n for d in out.documents for n in range(d.first, d.last + 1)}
        if stray := [n for n, text in enumerate(out.lines, 1) if text.strip() and n not in inside | noise]:
            raise Fault(f"neither noise nor in a document: {stray}, {out.lines[stray[0] - 1]!r}")


def _roman_like(printed: str, value: int) -> bool:
    return len(printed) > 1 or (set(printed) <= set(_ROMAN) and ord(printed) - 96 != value)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def gold(name: str, out: Outline) -> dict[str, object]:
    """Return the gold outline of the file *name*."""
    return {
        "file": f"{name}.txt",
        **out.meta,
        "documents": [
            {
                "id": f"{name[:2]}-{i:02}",
                "title": d.title,
                "lines": [d.first, d.last],
                "nodes": [n.gold() for n in d.nodes],
            }
            for i, d in enumerate(out.documents, 1)
        ],
        "noise_lines": out.noise,
    }


def dump(data: dict[str, object]) -> str:
    """Return *data* as JSON with one node per line."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    text = re.sub(r"\{\s+(\"line\"[^{}]*?)\s+\}", lambda m: "{" + re.sub(r"\s*\n\s*", " ", m[1]) + "}", text)
    return re.sub(r"\[\s+([\d,\s]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]) + "]", text) + "\n"


def lint(name: str, out: Outline) -> None:
    """Print the traps of a file."""
    starts = {n.line for d in out.documents for n in d.nodes} | set(out.noise)
    for number, text in enumerate(out.lines, 1):
        if number not in starts and _LIKE.match(text):
            print(f"{name}:{number}: {text[:60]}")


def main(argv: list[str]) -> int:
    """Convert every source, or those whose path contains one of the names given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    for flag in ("--check", "--lint", "--stats"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(argv)
    counts: Counter[tuple[str, ...]] = Counter()
    bad = 0
    for source in sorted((HERE / "sources").glob("*/*.annotated")):
        half, name = source.parent.name, source.stem
        if options.names and not any(wanted in f"{half}/{name}" for wanted in options.names):
            continue
        try:
            out = Reader(source.read_text(encoding="utf-8")).out
        except Fault as fault:
            print(f"{half}/{name}: {fault}")
            bad += 1
            continue
        files = {f"{name}.txt": "\n".join(out.lines) + "\n", f"{name}.gold.json": dump(gold(name, out))}
        for file, text in files.items():
            path = HERE / half / file
            if not options.check:
                path.write_text(text, encoding="utf-8", newline="")
            elif not path.is_file() or path.read_bytes() != text.encode():
                print(f"{half}/{file}: differs from its source")
                bad += 1
        if options.lint:
            lint(f"{half}/{name}", out)
        for key in (
            (half, "all"),
            (half, out.meta["script"]),
            (half, out.meta["kind"]),
            ("every", out.meta["script"]),
            ("every", "all"),
        ):
            counts[*key, "files"] += 1
            counts[*key, "documents"] += len(out.documents)
            counts[*key, "nodes"] += sum(len(d.nodes) for d in out.documents)
            counts[*key, "noise"] += len(out.noise)
            counts[*key, "lines"] += len(out.lines)
    if options.stats:
        for half, what in sorted({key[:2] for key in counts}):
            print(
                half,
                what,
                *(f"{unit} {counts[half, what, unit]}" for unit in ("files", "documents", "nodes", "noise", "lines")),
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
