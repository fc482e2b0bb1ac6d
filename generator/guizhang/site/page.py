"""A page of the site before any site generator sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from guizhang.model.text import Text


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of the page's own contents."""

    anchor: str
    title: Markup
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SitePage:
    """One finished page."""

    path: str
    """Place on the site: ``regulations/complaints/taking.html``."""
    title: Text
    """What the browser's tab and a search result say, without markup."""
    html: Markup
    """The content, without the frame around it."""
    toc: tuple[TocEntry, ...] = ()
    anchors: frozenset[str] = frozenset()
    description: str = ""
    searchable: bool = True
    scripts: tuple[str, ...] = ()
    """Scripts of ours only this page needs, as paths on the site."""
    styles: tuple[str, ...] = ()
    """Style sheets likewise."""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A line of the sidebar; its children are shown when the reader is at it or below."""

    title: Text
    path: str
    children: tuple[NavEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Lines of the sidebar under one heading."""

    title: Text
    entries: tuple[NavEntry, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the handbook becomes."""

    title: Text
    default_view: str
    pages: tuple[SitePage, ...]
    """In reading order."""
    navigation: tuple[NavGroup, ...]
    footer: Markup
    assets: dict[str, bytes] = field(default_factory=dict)
    """Files made from the content: path on the site -> bytes."""
