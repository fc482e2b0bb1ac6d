"""The sidebar of every page: the same lines everywhere, so they are rendered once for each depth and put together.

A group with very many lines shows the one the reader is at, and the way to all of them on the home page; so the sidebar
weighs the same in a handbook of any size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from guizhang.model.text import Text
from guizhang.site.page import NavEntry, NavGroup
from guizhang.site.paths import HOME
from guizhang.site.texts import duo

LONG = 60
"""More lines than a reader looks through in a sidebar."""

_LINK = Markup('<a href="{}{}"{}>{}</a>')
_CURRENT = Markup(' aria-current="page"')


@dataclass
class Sidebar:
    """The lines of one site."""

    home: Text
    groups: Sequence[NavGroup]
    _closed: dict[str, list[list[Markup]]] = field(default_factory=dict)
    """Way to the site's root -> the lines of each group, none of them current."""
    _at: dict[str, tuple[int, int]] = field(init=False)
    """Path -> group and entry that are open there."""

    def __post_init__(self) -> None:
        self._at = {
            path: (i, j)
            for i, group in enumerate(self.groups)
            for j, entry in enumerate(group.entries)
            for path in (entry.path, *(child.path for child in entry.children))
        }

    def html(self, path: str) -> Markup:
        """Return the sidebar of the page at *path*: its line is current, and open where it has lines below it."""
        root = "../" * path.count("/")
        closed = self._closed.get(root)
        if closed is None:
            closed = [self._lines(i, root) for i in range(len(self.groups))]
            self._closed[root] = closed
        here = self._at.get(path)
        out = [
            '<nav class="gz-nav" aria-label="目录 / Contents">\n<p class="gz-nav-home">',
            _link(HOME, self.home, root, path),
            "</p>\n",
        ]
        for i, group in enumerate(self.groups):
            lines = closed[i]
            if here is not None and here[0] == i:
                current = _line(group.entries[here[1]], root, path)
                if _is_long(group):
                    lines = [current, *lines]
                else:
                    lines = [*lines]
                    lines[here[1]] = current
            out += ['<p class="gz-nav-group">', duo(group.title), "</p>\n<ul>", *lines, "</ul>\n"]
        return Markup("".join([*out, "</nav>\n"]))  # noqa: S704 - every part is Markup or written here

    def _lines(self, number: int, root: str) -> list[Markup]:
        """Return the lines of a group, none of them current; of a long one, the line that leads to all."""
        group = self.groups[number]
        if not _is_long(group):
            return [_line(entry, root) for entry in group.entries]
        every = Text(zh=f"全部 {len(group.entries)} 项", en=f"All {len(group.entries)}")
        return [_line(NavEntry(every, f"{HOME}#{group.anchor}"), root)]


def _is_long(group: NavGroup) -> bool:
    return group.anchor is not None and len(group.entries) > LONG


def _line(entry: NavEntry, root: str, path: str | None = None) -> Markup:
    below = Markup()
    if path is not None and entry.children:
        below = Markup("<ul>{}</ul>").format(Markup("\n").join(_line(child, root, path) for child in entry.children))
    return Markup("<li>{}{}</li>\n").format(_link(entry.path, entry.title, root, path), below)


def _link(target: str, title: Text, root: str, path: str | None) -> Markup:
    return _LINK.format(root, target, _CURRENT if target == path else Markup(), duo(title))
