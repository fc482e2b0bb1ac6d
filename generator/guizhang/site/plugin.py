"""The one adapter to MkDocs: hands it pages rendered from the model, and the frame around them.

Pages are virtual files outside MkDocs' own navigation, so that their number does not slow every page down; what they
show was rendered by `compose` and never goes through Markdown.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_markdown_title
from mkdocs.utils.meta import get_data

from guizhang.diagnostics import Diagnostic, Language, Message, Severity, render, stops
from guizhang.model.text import Text
from guizhang.site.begin import Begun, begin, checked
from guizhang.site.compose import compose
from guizhang.site.paths import ASSETS
from guizhang.site.frame import DEPTHS, HOLES, Frame, Look, hole, toc_html
from guizhang.site.page import NavEntry, NavGroup, Site, TocEntry
from guizhang.site.paths import relative
from guizhang.site.render import render as render_template
from guizhang.site.search.unit import Unit
from guizhang.site.search.written import units_of_page
from guizhang.site.sidebar import Sidebar
from guizhang.site.texts import duo
from guizhang.site.theming import Compiled, quick
from guizhang.site.words import word
from guizhang.site.write import Kept, write_site
from guizhang.yamlio.content import Memory

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.guizhang")
content_log = log.getChild("content")
"""Faults of the content; who builds through `build_site` has shown them already."""

THEME = Path(__file__).parent / "theme"
_FRAMES = tuple("gz-frame/" * depth + "gz-frame.md" for depth in range(DEPTHS))
"""The empty pages, one for each depth of folder."""
_MANY = 2_000
"""A site of more pages is checked before they are made: side by side both would hold too much memory at once."""
_THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


_STOPPED = Message("内容有错误，网站没有更新：", "the content has faults, so the site stays as it was:")


class ContentFaults(PluginError):
    """Stops MkDocs with everything that is wrong with the content."""

    def __init__(self, diagnostics: Sequence[Diagnostic], said: str = "") -> None:
        super().__init__(said or "\n" + render(diagnostics, language="both"))
        self.diagnostics = tuple(diagnostics)


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ without types
    """The plugin has no options: what a company sets stands in handbook.yaml."""


class GuizhangPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # likewise
    """Reads ``content/`` beside mkdocs.yml and adds the handbook's pages to the site.

    MkDocs, its theme and other plugins render an empty page for each depth of folder; our pages are put into those when
    it has finished, on all cores, so that their number slows nothing down.
    """

    def __init__(self) -> None:
        self.remembers = False
        """Whether to keep what was read for the next build: files that have not changed are then not parsed again."""
        self.speaks: Language | None = None
        """The language of whoever builds and shows what stopped the site itself; without one it is said here, in both."""
        self._memory: Memory = {}
        self._compiled = Compiled()
        self._kept = Kept()
        self._serves = False
        self._site: Site | None = None
        self._look: Look | None = None
        self._frames: dict[str, Frame] = {}
        self._sidebar = Sidebar(word("home"), ())
        self._written: tuple[Page, ...] = ()
        self._units: list[Unit] = []
        """What the search finds on hand-written pages."""
        self.begun: Begun | None = None
        """The content of this build, where whoever builds has read it; ``None`` again once its faults are known."""
        self.faults: tuple[Diagnostic, ...] = ()
        """What the checks found in the content of the last build."""
        self.advice: Callable[[], list[Diagnostic]] = list
        """Runs all checks over the content of the last build, those too that only warn."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Note whether the site is built once or again and again."""
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the content, compose the site, and put our frame before the theme's."""
        if self.begun is None:
            self.begun = begin(_root(config), self._memory if self._again else None, faults_only=self.remembers)
        loaded, practice = self.begun.loaded, self.begun.practice
        self.advice = lambda: checked(loaded)
        # `serve` empties the site before it builds it again, so there what stops the build must be known by now.
        if stops(loaded.diagnostics) or (self._serves and stops(checked(loaded, faults_only=True))):
            self._judge(config)
        site = self._site = compose(loaded.handbook, loaded.mark, practice)
        own = {f"{ASSETS}/{path.name}": path.read_bytes() for path in (THEME / ASSETS).glob("*.css")}
        self._look = Look(site.title, _version(site), {**own, **site.assets})
        # The theme prints the name unescaped in some places and escaped in others; Markup is right in both.
        config.site_name = escape(site.title.either("zh"))
        config.theme.dirs.insert(0, str(THEME))
        # MkDocs has no hook between configuration and files.
        config.theme.get_env = quick(  # type: ignore[method-assign]
            config.theme.get_env, self._compiled if self._again else None
        )
        # The time of the build would make each build different, and a handbook inside a company wants no robots.
        config.theme.static_templates.discard("sitemap.xml")
        config.extra["homepage"] = "index.html"
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and assets; leave out what no reader needs."""
        site = self._composed()
        for file in list(files):
            if _unwanted(file):
                files.remove(file)
        for path in sorted(site.paths):
            uri = path.removesuffix(".html") + ".md"
            existing = files.get_file_from_path(uri)
            if existing is not None:
                log.warning("%s: the handbook has a page of this name; yours is not used", existing.src_uri)
                files.remove(existing)
            files.append(_Ours.at(config, path))
        for uri in _FRAMES:
            files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        for path, data in site.assets.items():
            files.append(File.generated(config, path, content=data))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Put the hand-written pages at the end of our sidebar."""
        site = self._composed()
        self._units = []
        self._written = tuple(page for page in nav.pages if page.file.src_uri not in _FRAMES)
        entries = tuple(NavEntry(written_title(page.file), page.file.dest_uri) for page in self._written)
        about = (NavGroup(word("about"), entries),) if entries else ()
        self._sidebar = Sidebar(word("home"), (*site.navigation, *about))
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give an empty page its hole, and a hand-written one its title."""
        if page.file.src_uri not in _FRAMES:
            self._units += units_of_page(page.file.dest_uri, written_title(page.file), html)
            return _written_content(html, page)
        page.meta["search"] = {"exclude": True}
        return str(hole("content"))

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Give the frame what it shows around a page."""
        if page.file.src_uri in _FRAMES:
            context["gz"] = self._gz({name: hole(name) for name in HOLES})
        else:
            title = written_title(page.file)
            said = escape(str(page.meta.get("description") or title.either("zh")))
            around = self._around(page.file.dest_uri, title, page.toc)
            context["gz"] = around | {"written": True, "description": said}
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ARG002
        """Frame the page for addresses that do not exist."""
        if template_name == "404.html":
            frame = self._around("404.html", word("not-found"), ())
            # Whatever address was asked for, the links must start from the site's root.
            root = context["base_url"].rstrip("/") + "/"
            assert self._look is not None, "on_config runs first"
            frame["styles"] = self._look.styles((), root)
            frame["sidebar"] = Markup(frame["sidebar"].replace('href="', f'href="{escape(root)}'))  # noqa: S704
            context["gz"] = frame | {"content": render_template("not_found.html", "404.html")}
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Keep the empty pages, after every other plugin has had its turn; they are not written."""
        # Without scripts nobody chooses: both languages, laid out as such, where the handbook is in both.
        views = self._composed().views
        output = output.replace("<html ", f'<html data-gz-view="{"both" if "both" in views else views[0]}" ', 1)
        if page.file.src_uri not in _FRAMES:
            return output
        try:
            self._frames[page.file.src_uri] = Frame.of(output)
        except ValueError as lost:
            raise PluginError(str(lost)) from lost
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages, and stop when the checks have found a fault meanwhile."""
        if not self._again and len(self._composed().paths) > _MANY:
            self._judge(config)
        wanted: dict[str, dict[str, tuple[str, str]]] = {}
        for page in self._written:
            for file, links in (page.links_to_anchors or {}).items():
                if isinstance(file, _Ours):
                    wanted.setdefault(file.dest_uri, {}).update(
                        {a: (page.file.src_uri, url) for a, url in links.items()}
                    )
        assert self._look is not None, "on_config runs first"
        done = write_site(
            self._composed(),
            Path(config.site_dir),
            [self._frames[uri] for uri in _FRAMES],
            self._look,
            self._sidebar,
            wanted,
            self._units,
            kept=self._kept if self._again else None,
        )
        for path, anchor in done.missing:
            source, url = wanted[path][anchor]
            log.log(config.validation.links.anchors, "%s: the link '%s' leads to no place on %s", source, url, path)
        self._judge(config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild when a rule, a script or an item changes."""
        for folder in ("content", "quizzes"):
            if (_root(config) / folder).is_dir():
                server.watch(str(_root(config) / folder))
        return server

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Say what is wrong with the content rather than what came of it."""
        self._judge(None)

    @property
    def _again(self) -> bool:
        return self.remembers or self._serves

    def _judge(self, config: MkDocsConfig | None) -> None:
        """Wait for the checks; what they found stops the build or is logged."""
        if self.begun is None:
            return
        begun, self.begun = self.begun, None
        try:
            self.faults = tuple(begun.checks())
        finally:
            begun.end()
        if stops(self.faults, strict=config is not None and config.strict):
            raise ContentFaults(self.faults, _STOPPED.render(self.speaks) if self.speaks else "")
        log_faults(self.faults, self.speaks or "both")

    def _around(self, path: str, title: Text, toc: Any) -> dict[str, Any]:
        assert self._look is not None, "on_config runs first"
        entries = toc_html([_entry(link) for link in toc])
        root = relative(path, "index.html").removesuffix("index.html") or "./"
        holes = {
            "description": "",
            "styles": self._look.styles((), root),
            "scripts": "",
            "toc": entries,
            "sidebar": self._sidebar.html(path),
        }
        return self._gz({**holes, **self._look.head(path, title)})

    def _gz(self, holes: dict[str, Any]) -> dict[str, Any]:
        site, look = self._composed(), self._look
        assert look is not None, "on_config runs first"
        return {
            **holes,
            "site_title": duo(site.title),
            "default_view": site.default_view,
            "views": site.views,
            "version": look.version,
            "index": site.mark,
            "footer": site.footer,
            "written": False,
        }

    def _composed(self) -> Site:
        assert self._site is not None, "on_config runs first"
        return self._site


class _Ours(File):
    """A page we write ourselves when MkDocs has finished; here so that hand-written pages can link to it."""

    @classmethod
    def at(cls, config: MkDocsConfig, path: str) -> _Ours:
        """Return the page at *path*; links name it as they would name a Markdown page."""
        file = cls(
            path.removesuffix(".html") + ".md", None, config.site_dir, False, inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.dest_uri = path
        return file

    def is_documentation_page(self) -> bool:
        """Tell MkDocs that there is nothing to render."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy nothing: there is no source."""


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent


def log_faults(faults: Sequence[Diagnostic], language: Language) -> None:
    """Log *faults* in *language* where those who build through MkDocs look for them."""
    for fault in faults:
        level = logging.WARNING if fault.severity is Severity.WARNING else logging.INFO
        content_log.log(level, "%s", fault.render(language))


def _unwanted(file: File) -> bool:
    """Tell whether *file* stays out of the site: YAML sources, source maps, the theme's own search, our style sheets.

    Pages have their style sheets in one (`Look.sheet`).

    The sitemap lies in MkDocs' templates; when it is not rendered it would be copied as it is.
    """
    uri = file.src_uri
    ours = uri.startswith(f"{ASSETS}/") and uri.endswith(".css")
    return ours or uri.endswith((".yaml", ".yml", ".map")) or uri == "sitemap.xml" or uri.startswith(_THEME_SEARCH)


def written_title(file: File) -> Text:
    """Return the title of a hand-written page: `title` and `title_en` of its head, else its first heading."""
    text, head = get_data(file.content_string)
    zh, en = head.get("title"), head.get("title_en")
    if not zh and not en:
        zh = en = get_markdown_title(text) or file.name.replace("-", " ")
    return Text(zh=str(zh) if zh else None, en=str(en) if en else None)


def _written_content(html: str, page: Page) -> str:
    """Return a hand-written page with its title above it, where it has no heading of its own."""
    title = written_title(page.file)
    # Search takes a page's title from here, and shows it as HTML.
    page.meta["title"] = str(escape(title.either("zh")))
    if "<h1" in html:
        return html
    # An id, or search would not take it for a heading.
    return f'<header class="gz-pagehead"><h1 id="gz-title">{duo(title)}</h1></header>\n{html}'


def _entry(link: AnchorLink) -> TocEntry:
    return TocEntry(link.id, Markup(link.title), tuple(_entry(child) for child in link.children))  # noqa: S704 - Markdown's


def _version(site: Site) -> str:
    """Return a mark that changes with our assets, so that browsers fetch them anew after an upgrade and only then."""
    digest = hashlib.sha256()
    for path in sorted((THEME / ASSETS).rglob("*")):
        digest.update(path.read_bytes())
    for name in sorted(site.assets):
        digest.update(name.encode() + site.assets[name])
    return digest.hexdigest()[:8]
