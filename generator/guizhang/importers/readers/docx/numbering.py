"""Definitions of automatic numbers (numbering.xml): lists, their levels and what an instance overrides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from guizhang.importers.readers.docx.names import MC, child, flag, number, value, w
from guizhang.importers.readers.docx.signs import bullet
from guizhang.importers.readers.docx.styles import Styles

MAX_LINKS = 16
MAX_TEXT = 128
"""Word prints at most 31 characters of a number; without a bound a small file could print gigabytes."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 0
    """Zero where it is not stated (17.9.25)."""
    kind: str = "decimal"
    custom: str = ""
    """Pattern of a custom format, such as ``001, 002, 003, ...``."""
    text: str = ""
    """``第%1条``; a bullet's sign."""
    blank: str = " "
    """What stands behind the number: a blank for tab and space, nothing for ``nothing``."""
    legal: bool = False
    """Whether the numbers of all levels print decimal (第1.2条 under 第一章)."""
    restart: int | None = None
    """0: never; N: behind a paragraph on one of the first N levels; None: behind any higher level."""
    style: str | None = None
    """The paragraph style this level is linked to."""


@dataclass(frozen=True, slots=True)
class _Abstract:
    levels: Mapping[int, Level]
    link: str | None
    """The numbering style that holds the levels instead (numStyleLink)."""
    basis: str | None
    """The numbering style these levels are the basis of (styleLink)."""
    single: bool


@dataclass(frozen=True, slots=True)
class List:
    """One numbering instance, resolved: what a paragraph's numId stands for."""

    num_id: int
    abstract_id: int
    """Instances with the same abstract list count on from each other."""
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)
    """Level -> number with which this instance begins anew."""
    single: bool = False

    def linked_level(self, style: str) -> int | None:
        """Return the level that is linked to *style* (pStyle), which outranks the level the style states (17.9.23)."""
        return next((n for n, level in sorted(self.levels.items()) if level.style == style), None)


class Numbering:
    """All lists of a document by num id."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read *root*, the root of numbering.xml, or None where the document has none."""
        self._styles = styles
        self._abstracts: dict[int, _Abstract] = {}
        self._nums: dict[int, etree._Element] = {}
        self._lists: dict[int, List | None] = {}
        if root is None:
            return
        for node in root.iter(w("abstractNum")):
            key = number(node.get(w("abstractNumId")))
            if key is not None:
                self._abstracts.setdefault(key, _read_abstract(node))
        for node in root.iter(w("num")):
            key = number(node.get(w("numId")))
            if key is not None:
                self._nums.setdefault(key, node)

    def get(self, num_id: int) -> List | None:
        """Return the list behind a num id, or None: 0 (numbering removed) or one that is not defined."""
        if num_id not in self._lists:
            self._lists[num_id] = self._resolve(num_id) if num_id else None
        return self._lists[num_id]

    def _resolve(self, num_id: int) -> List | None:
        node = self._nums.get(num_id)
        key = number(value(node, "abstractNumId"))
        if node is None or key is None:
            return None
        key = self._follow(key)
        abstract = self._abstracts.get(key)
        if abstract is None:
            return None
        levels = dict(abstract.levels)
        starts: dict[int, int] = {}
        for override in node.iter(w("lvlOverride")):
            place = number(override.get(w("ilvl")))
            if place is None or not 0 <= place <= 8:
                continue
            replaced = child(override, "lvl")
            if replaced is not None:
                levels[place] = _read_level(replaced)
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[place] = max(0, start)
        return List(num_id, key, levels, starts, abstract.single)

    def _follow(self, key: int) -> int:
        """Return the abstract list that really holds the levels, along numStyleLink."""
        for _ in range(MAX_LINKS):
            abstract = self._abstracts.get(key)
            if abstract is None or abstract.link is None or abstract.levels:
                return key
            linked, _level = self._styles.numbering(abstract.link)
            target = number(value(self._nums.get(linked or 0), "abstractNumId"))
            if target is None or target == key:
                # The style lost its list; the levels may still name the style they are the basis of.
                bases = [k for k, a in self._abstracts.items() if a.basis == abstract.link and a.levels]
                return bases[0] if bases else key
            key = target
        return key


def _read_abstract(node: etree._Element) -> _Abstract:
    levels: dict[int, Level] = {}
    for lvl in node.iterchildren(w("lvl")):
        place = number(lvl.get(w("ilvl")))
        if place is not None and 0 <= place <= 8:
            levels.setdefault(place, _read_level(lvl))
    return _Abstract(
        levels,
        value(node, "numStyleLink"),
        value(node, "styleLink"),
        value(node, "multiLevelType") == "singleLevel",
    )


def _read_level(node: etree._Element) -> Level:
    kind, custom = _format(node)
    text = (value(node, "lvlText") or "")[:MAX_TEXT]
    if kind == "bullet" or child(node, "lvlPicBulletId") is not None:
        fonts = child(node, "rPr", "rFonts")
        font = "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
        # A picture bullet has no sign of its own; people see a bullet.
        text = bullet(text, font) if text.strip() else ("•" if child(node, "lvlPicBulletId") is not None else "")
        kind = "bullet"
    return Level(
        start=max(0, number(value(node, "start")) or 0),
        kind=kind,
        custom=custom,
        text=text,
        blank="" if value(node, "suff") == "nothing" else " ",
        legal=flag(node, "isLgl") or False,
        restart=number(value(node, "lvlRestart")),
        style=value(node, "pStyle"),
    )


def _format(node: etree._Element) -> tuple[str, str]:
    """Return the number format and, for a custom one, its pattern.

    Word 2010 and later write custom formats as the Choice of an AlternateContent, with a plain Fallback.
    """
    found = child(node, "numFmt")
    if found is None:
        branches = node.find(f"{{{MC}}}AlternateContent")
        found = None if branches is None else next(branches.iter(w("numFmt")), None)
    if found is None:
        return "decimal", ""
    kind = found.get(w("val"), "decimal")
    return kind, found.get(w("format"), "") if kind == "custom" else ""
