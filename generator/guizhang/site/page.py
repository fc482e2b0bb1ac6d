"""A page of the site before any site generator sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from guizhang.model.text import Text
from guizhang.site.search.unit import Unit


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
    anchor: str | None = None
    """Where the home page lists them."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one share of the work yields: some finished pages, and files that go with them."""

    pages: tuple[SitePage, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Path on the site -> bytes."""
    found: object = None
    """What it leaves for the pages that rest on all shares; small, since it travels between processes."""


@dataclass(frozen=True, slots=True)
class Task:
    """A share of the work still to be done."""

    make: Callable[[], Share]
    name: str = ""
    """Its own among all tasks, if the share may be kept for the next build."""
    rests_on: Callable[[], object] = tuple
    """Returns what it is made from beside the `ground` of the site: where both equal what they were when the share was
    made, it need not be made again."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the handbook becomes. Pages are made when a share is called for, on whichever core that is."""

    title: Text
    default_view: str
    """``zh``, ``en`` or ``both``; with ``-hant`` behind it where the rules are written in Traditional characters."""
    views: tuple[str, ...]
    """What a reader may switch to, the same names."""
    navigation: tuple[NavGroup, ...]
    footer: Markup
    paths: frozenset[str]
    """Pages that are certain to be there, known before any is rendered: hand-written pages may link to them."""
    first: Callable[[Sequence[Unit]], Sequence[Task]]
    """Takes what the search finds on hand-written pages; returns the work, the longest first, so that nothing is waited
    for at the end."""
    last: Callable[[Sequence[object]], Sequence[Task]]
    """Takes what the first shares left, in their order; returns the work that rests on all of them."""
    ground: Callable[[], object] = tuple
    """Returns what all shares that may be kept rest on."""
    mark: str = ""
    """Of the content; pages and search index carry it."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Files made from the handbook as a whole: path on the site -> bytes."""

    @property
    def pages(self) -> Iterator[SitePage]:
        """Every page, rendered here and now."""
        return (page for share in self.shares for page in share.pages)

    @property
    def shares(self) -> list[Share]:
        """Every share of the work, done here and now, without hand-written pages."""
        first = [task.make() for task in self.first(())]
        return [*first, *(task.make() for task in self.last([share.found for share in first]))]
