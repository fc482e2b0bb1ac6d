"""The frame around every page: what the theme made of an empty page, once for each depth of folder, with holes.

Themes and other plugins of MkDocs work on a handful of empty pages; our own pages, however many, are put into them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from guizhang.model.text import LANGS, Lang, Text
from guizhang.site.page import SitePage, TocEntry
from guizhang.site.paths import relative
from guizhang.site.texts import duo
from guizhang.site.words import word

DEPTHS = 3
"""Folders below the site's root that a page may lie in, the root counted."""
HOLES = ("title", "tab_zh", "tab_en", "description", "styles", "scripts", "sidebar", "toc", "content")

_HOLE = re.compile(r"@@gz:(\w+)@@")
_SHEET = Markup('<link rel="stylesheet" href="{}{}?{}">')
_SCRIPT = Markup('<script src="{}{}?{}" defer data-root="{}"></script>')
_FOLDER = "assets/guizhang/"
EVERYWHERE = tuple(f"{_FOLDER}{name}.css" for name in ("site", "search", "brand"))
"""Style sheets of every page."""


def hole(name: str) -> Markup:
    """Return the mark of a hole, as the empty page has it."""
    return Markup("@@gz:{}@@").format(name)


@dataclass(frozen=True)
class Look:
    """What is the same on all pages."""

    title: Text
    """Of the handbook."""
    version: str
    """Changes with our assets, so that browsers fetch them anew then and only then."""
    css: Mapping[str, bytes] = field(default_factory=dict)
    """Our style sheets, by path."""

    def sheet(self, styles: Sequence[str]) -> tuple[str, bytes]:
        """Return the one style sheet of a page that needs *styles* besides those of every page: path and content.

        One file instead of eight: a browser draws nothing before it has them all.
        """
        named = tuple(dict.fromkeys((*EVERYWHERE, *styles)))
        name = hashlib.sha256(" ".join(named).encode()).hexdigest()[:8]
        return f"{_FOLDER}page-{name}.css", b"\n".join(self.css[style] for style in named)

    def around(self, page: SitePage, sidebar: Markup) -> Mapping[str, Markup | str]:
        """Return what goes into the holes around *page*."""
        root = relative(page.path, "index.html").removesuffix("index.html") or "./"
        return {
            **self.head(page.path, page.title),
            "description": escape(" ".join((page.description or page.title.either("zh")).split())),
            "styles": self.styles(page.styles, root),
            "scripts": Markup("\n").join(_SCRIPT.format(root, name, self.version, root) for name in page.scripts),
            "sidebar": sidebar,
            "toc": toc_html(page.toc),
            "content": page.html,
        }

    def head(self, path: str, title: Text) -> dict[str, Markup | str]:
        """Return the titles of the page at *path*: in the header, and in the browser's tab."""
        return {"title": duo(title), **{f"tab_{lang}": escape(self._tab(path, title, lang)) for lang in LANGS}}

    def _tab(self, path: str, title: Text, lang: Lang) -> str:
        if path == "index.html":
            return title.either(lang)
        return f"{title.either(lang)} - {self.title.either(lang)}"

    def styles(self, styles: Sequence[str], root: str) -> Markup:
        """Return the link to the style sheet of a page; *root* leads from it to the site's root."""
        return _SHEET.format(root, self.sheet(styles)[0], self.version)


@dataclass(frozen=True)
class Frame:
    """An empty page cut at its holes: text, name of a hole, text, …."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, page: str) -> Frame:
        """Cut the empty *page* the theme made.

        Raises:
            ValueError: a theme or plugin dropped a hole; the message names it.
        """
        parts = tuple(_HOLE.split(page))
        lost = set(HOLES) - set(parts[1::2])
        if lost:
            raise ValueError(f"the theme leaves out: {', '.join(sorted(lost))}")
        return cls(parts)

    def filled(self, values: Mapping[str, Markup | str]) -> str:
        """Return the page with *values* in its holes."""
        return "".join(part if i % 2 == 0 else values[part] for i, part in enumerate(self.parts))


def toc_html(entries: Sequence[TocEntry]) -> Markup:
    """Return a page's own contents; the class names are those the theme's style sheet knows."""
    if not entries:
        return Markup()
    return Markup(  # noqa: S704 - made of escaped text and our own tags
        f'<p class="md-nav__title gz-toc-title">{duo(word("contents"))}</p>\n'
        f'<div data-md-component="toc" data-md-scrollfix>{_toc_list(entries)}</div>'
    )


def _toc_list(entries: Sequence[TocEntry]) -> str:
    """Return the lines of a page's contents; put together as text, which is ten times as fast as with Markup."""
    lines = (
        f'<li class="md-nav__item"><a class="md-nav__link" href="#{escape(entry.anchor)}">'
        f'<span class="md-ellipsis">{escape(entry.title)}</span></a>'
        + (f'<nav class="md-nav">{_toc_list(entry.children)}</nav>' if entry.children else "")
        + "</li>\n"
        for entry in entries
    )
    return f'<ul class="md-nav__list">\n{"".join(lines)}</ul>'
