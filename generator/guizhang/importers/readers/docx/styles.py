"""Paragraph, character and numbering styles: what a paragraph inherits along its chain of ``basedOn``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from guizhang.importers.readers.docx.names import child, flag, number, value, w

MAX_CHAIN = 64
"""Word's own limit is lower; a longer chain is a circle or an attack."""

_HEADING_NAME = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)

_TITLE_NAME = "title"
"""Word and WPS write the names of their own styles in English, whatever they show."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style states itself."""

    based_on: str | None
    num_id: int | None
    level: int | None
    outline: int | None
    """0-based; 9 is body text."""
    hidden: bool | None
    bold: bool | None = None
    size: int | None = None
    """In half points."""
    alignment: str | None = None
    indent: int | None = None
    title: bool = False
    """Whether it is Word's own style for the title of a document."""


class Styles:
    """The styles of a document; an absent or unknown style inherits nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read *root*, the root of styles.xml, or None where the document has none."""
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        self._hidden_by_default = False
        if root is None:
            return
        self._hidden_by_default = flag(child(root, "docDefaults", "rPrDefault", "rPr"), "vanish") or False
        for node in root.iter(w("style")):
            name = node.get(w("styleId"))
            if name is None:
                continue
            self._styles.setdefault(name, _read(node))
            is_default = node.get(w("default"), "0").lower() in {"1", "true", "on"}
            if is_default and self.default is None and node.get(w("type"), "paragraph") == "paragraph":
                self.default = name

    def chain(self, name: str | None) -> Iterator[tuple[str, Style]]:
        """Yield *name* and what it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while name is not None and name in self._styles and name not in seen and len(seen) < MAX_CHAIN:
            seen.add(name)
            style = self._styles[name]
            yield name, style
            name = style.based_on

    def paragraph_style(self, properties: etree._Element | None) -> str | None:
        """Return the style id of a paragraph by its ``pPr``; one that is not defined is the default style."""
        name = value(properties, "pStyle")
        return name if name in self._styles else self.default

    def numbering(self, name: str | None) -> tuple[int | None, int | None]:
        """Return num id and level along the chain, each from the nearest style that states it.

        Word's own Heading 2 states only the level and takes the list from Heading 1.
        """
        num_id = level = None
        for _, style in self.chain(name):
            num_id = style.num_id if num_id is None else num_id
            level = style.level if level is None else level
        return num_id, level

    def outline(self, name: str | None) -> int | None:
        """Return the outline level (1 for Heading 1) along the chain, or None for body text."""
        for _, style in self.chain(name):
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else None
        return None

    def is_title(self, name: str | None) -> bool:
        """Return whether a style is that of titles, or based on it."""
        return any(style.title for _, style in self.chain(name))

    def bold(self, name: str | None) -> bool:
        """Return whether text in a style is bold."""
        return next((style.bold for _, style in self.chain(name) if style.bold is not None), False)

    def size(self, name: str | None) -> int | None:
        """Return the size of text in a style, in half points, or None where no style states it."""
        return next((style.size for _, style in self.chain(name) if style.size), None)

    def alignment(self, name: str | None) -> str | None:
        """Return how paragraphs in a style are aligned, or None where no style states it."""
        return next((style.alignment for _, style in self.chain(name) if style.alignment), None)

    def indent(self, name: str | None) -> int:
        """Return how far paragraphs in a style are set in from the left; 0 where no style states it."""
        return next((style.indent for _, style in self.chain(name) if style.indent is not None), 0)

    def hidden(self, paragraph: str | None, character: str | None) -> bool:
        """Return whether text in these styles is hidden: stated in both, the two cancel out (17.7.3)."""
        stated = [self._first_hidden(paragraph), self._first_hidden(character)]
        return self._hidden_by_default or (stated[0] is True) != (stated[1] is True)

    def _first_hidden(self, name: str | None) -> bool | None:
        return next((style.hidden for _, style in self.chain(name) if style.hidden is not None), None)


def left_indent(properties: etree._Element | None) -> int | None:
    """Return the left indent that paragraph properties state, in any unit; None where they state none."""
    stated = child(properties, "ind")
    names = ("left", "start", "leftChars", "startChars")
    found = [number(stated.get(w(name))) for name in names] if stated is not None else []
    return max((one for one in found if one is not None), default=None)


def _read(node: etree._Element) -> Style:
    properties = child(node, "pPr")
    outline = number(value(properties, "outlineLvl"))
    if outline is None:
        # The built-in headings mean their level even where a program leaves it out.
        heading = _HEADING_NAME.fullmatch((value(node, "name") or "").strip())
        outline = int(heading.group(1)) - 1 if heading else None
    numbering = child(properties, "numPr")
    return Style(
        based_on=value(node, "basedOn"),
        num_id=number(value(numbering, "numId")),
        level=number(value(numbering, "ilvl")),
        outline=outline,
        hidden=flag(child(node, "rPr"), "vanish"),
        bold=flag(child(node, "rPr"), "b"),
        size=number(value(child(node, "rPr"), "sz")),
        alignment=value(properties, "jc"),
        indent=left_indent(properties),
        title=(value(node, "name") or "").strip().lower() == _TITLE_NAME,
    )
