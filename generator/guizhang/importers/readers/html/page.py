"""What the walk over a page keeps: its lines, what is not a line, and the elements that are open."""

from __future__ import annotations

from dataclasses import dataclass, field

from guizhang.importers.readers.html.markers import Item, List


@dataclass(slots=True, eq=False)
class Row:
    """One table row."""

    table: int
    number: int
    cells: int = 0
    above: dict[int, int] = field(default_factory=dict)
    """Cell that goes on from a row above -> that row."""
    plain: bool = True
    """No list, heading or table stands in it: it is data, not page layout."""
    spans: bool = False
    """Whether one of its cells covers several columns."""


@dataclass(slots=True, eq=False)
class Container:
    """An element whose lines share a fate that is decided once all of them are known."""

    reason: str
    banner: bool = False
    """Whether it is the head of a site, which may have the title of its only page."""


@dataclass(slots=True)
class Line:
    """One line of the page."""

    text: str
    number: int
    """Source line."""
    heading: int
    fate: Container | None
    marker: tuple[List, Item] | None
    row: Row | None
    cell: int
    linked: int
    """How many of its characters are links."""
    paragraph: bool = False
    """Whether it stands in a paragraph of text, and not in some box."""
    within: List | None = None
    """The outermost list it stands in."""


@dataclass(slots=True)
class Frame:
    """One open element."""

    tag: str
    block: bool
    drop: str | None
    fate: Container | None
    white: str
    heading: int
    linked: bool
    lists: tuple[List, ...]
    row: Row | None
    cell: int
    table: int
    collected: list[str] | None = None
    """Text dropped with the outermost dropped element, shared by all in it."""


@dataclass(slots=True)
class Drop:
    """Text that is no line."""

    reason: str
    text: str
    number: int


@dataclass(slots=True)
class Page:
    """What the walk found."""

    lines: list[Line] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    layout: list[str] = field(default_factory=list)
    """White space the page does not show."""
    frames: list[str] = field(default_factory=list)
    """Addresses of the frames of a frameset."""
