"""A text with its gold outline as blocks that any format can print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from guizhang.zh.numerals import int_to_chinese, int_to_roman

_BLANKS = " \t\u3000\xa0"
_SENTENCE = re.compile(r"[。；;！!？?：:，,]|\.\s|\.$")
_HEADING_CHARS = 30
_BULLET = re.compile(r"[•·●▪◆■○-] ?(?=\S)")
_CELLS = re.compile(r"\t|\u3000{2,}")
_FOLLOWED = re.compile(r"\s*之[一二三四五六七八九十]")
"""第五条之一: a number that no program counts."""
_STRONG = frozenset({"编", "篇", "部", "部分", "章", "节", "Part", "Chapter", "Section"})


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number that a program can count by itself: what stands before and behind a numeral."""

    printed: str
    before: str
    kind: str
    """decimal, chinese, letter, Letter, roman, Roman, circled."""
    behind: str
    value: int
    parent: int
    """Index of the node it stands under in the file, or -1 less the number of the document."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text that is not blank."""

    line: int
    """From 1."""
    text: str
    """Without blanks around it."""
    kind: str
    """title, heading, text, row, noise."""
    depth: int = 0
    """Of the first node on the line, from 1; 0 without one."""
    label: Label | None = None
    node: int = -1
    """Index of that node in the file; -1 without one."""

    @property
    def body(self) -> str:
        """The text behind the label."""
        return self.text[len(self.label.printed) :].lstrip(_BLANKS) if self.label else self.text

    @property
    def cells(self) -> list[str]:
        """The cells of a row."""
        return [cell.strip(_BLANKS) for cell in _CELLS.split(self.text)]

    @property
    def bullet(self) -> str:
        """The sign it begins with, with the blank behind it."""
        found = _BULLET.match(self.text) if self.kind == "text" and self.node < 0 else None
        return found.group() if found else ""


def blocks_of(gold: Any, text: str) -> list[Block]:
    """Return the blocks of a text, in order.

    Args:
        gold: Its gold outline.
        text: The text that the outline is of.
    """
    return list(_blocks(gold, text.split("\n")))


def _blocks(gold: Any, lines: list[str]) -> Iterator[Block]:
    noise = set(gold["noise_lines"])
    nodes: dict[int, tuple[int, dict[str, Any], int, int]] = {}
    titles: set[int] = set()
    parents: set[int] = set()
    base = 0
    for number, document in enumerate(gold["documents"]):
        depths: list[int] = []
        for at, node in enumerate(document["nodes"]):
            parent = node["parent"]
            depths.append(1 if parent is None else depths[parent] + 1)
            above = -1 - number if parent is None else base + parent
            parents.add(above)
            nodes.setdefault(node["line"], (base + at, node, depths[at], above))
        base += len(document["nodes"])
        wanted = "".join(document["title"].split())
        first, last = document["lines"]
        titles |= {
            next((n for n in range(first, last + 1) if wanted and wanted in "".join(lines[n - 1].split())), first)
        }
    for number, line in enumerate(lines, 1):
        text = line.strip(_BLANKS + "\r")
        if not text:
            continue
        if number in noise:
            yield Block(number, text, "noise")
        elif number in titles and number not in nodes:
            yield Block(number, text, "title")
        elif number in nodes:
            at, node, depth, above = nodes[number]
            heads = len(text) <= _HEADING_CHARS and not _SENTENCE.search(text[len(node["number"]) :])
            kind = "heading" if heads and (node["level"] in _STRONG or at in parents) else "text"
            yield Block(number, text, kind, depth, _label(text, node, above), at)
        else:
            yield Block(number, text, "row" if len(_CELLS.split(text)) > 1 else "text")


_NUMERALS: dict[str, Callable[[int], str]] = {
    "chinese": int_to_chinese,
    "decimal": str,
    "roman": int_to_roman,
    "Roman": lambda n: int_to_roman(n).upper(),
    "letter": lambda n: chr(96 + n) if n <= _LETTERS else "",
    "Letter": lambda n: chr(64 + n) if n <= _LETTERS else "",
    "circled": lambda n: chr(0x2460 + n - 1) if n <= _CIRCLED else "",
}
_LETTERS = 26
_CIRCLED = 20


def _label(text: str, node: dict[str, Any], above: int) -> Label | None:
    printed, value = node["number"], node["value"]
    if not text.startswith(printed) or not value or value < 1 or _FOLLOWED.match(text, len(printed)):
        return None
    for kind, form in _NUMERALS.items():
        numeral = form(value)
        before, found, behind = printed.rpartition(numeral) if numeral else ("", "", "")
        # Part of a word, of a longer number or of 1.2.1 is no numeral of its own.
        apart = not re.search(r"\d$|\d\.$" if kind in _FIGURES else r"[A-Za-z\d]$", before)
        if found and apart and not re.match(r"\d|\.\d", behind) and not _HAN.search(before + behind):
            return Label(printed, before, kind, behind, value, above)
    return None


_FIGURES = ("decimal", "chinese", "circled")
_HAN = re.compile(r"[一二三四五六七八九十]")
