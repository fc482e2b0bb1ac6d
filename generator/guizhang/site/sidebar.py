"""The sidebar of every page: the same lines everywhere, so they are rendered once for each depth and put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from guizhang.model.text import Text
from guizhang.site.page import NavEntry, NavGroup
from guizhang.site.paths import HOME
from guizhang.site.texts import duo

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
            closed = [[_line(entry, root) for entry in group.entries] for group in self.groups]
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
                lines = [*lines]
                lines[here[1]] = _line(group.entries[here[1]], root, path)
            out += ['<p class="gz-nav-group">', duo(group.title), "</p>\n<ul>", *lines, "</ul>\n"]
        return Markup("".join([*out, "</nav>\n"]))  # noqa: S704 - every part is Markup or written here


def _line(entry: NavEntry, root: str, path: str | None = None) -> Markup:
    below = Markup()
    if path is not None and entry.children:
        below = Markup("<ul>{}</ul>").format(Markup("\n").join(_line(child, root, path) for child in entry.children))
    return Markup("<li>{}{}</li>\n").format(_link(entry.path, entry.title, root, path), below)


def _link(target: str, title: Text, root: str, path: str | None) -> Markup:
    return _LINK.format(root, target, _CURRENT if target == path else Markup(), duo(title))
