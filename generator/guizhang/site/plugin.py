"""The one adapter to MkDocs: hands it pages rendered from the model, and the frame around them.

Pages are virtual files outside MkDocs' own navigation, so that their number does not slow every page down; what they
show was rendered by `compose` and never goes through Markdown.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_markdown_title
from mkdocs.utils.meta import get_data

from guizhang.checks import check
from guizhang.diagnostics import Diagnostic, GuizhangError, Severity, render, stops
from guizhang.model.text import Text
from guizhang.site.compose import ASSETS, compose
from guizhang.site.page import NavEntry, NavGroup, Site, SitePage, TocEntry
from guizhang.site.render import render as render_template
from guizhang.site.sidebar import Sidebar
from guizhang.site.texts import duo
from guizhang.site.words import word
from guizhang.yamlio.content import load_project

log = logging.getLogger("mkdocs.plugins.guizhang")
content_log = log.getChild("content")
"""Faults of the content; who builds through `build_site` has shown them already."""

THEME = Path(__file__).parent / "theme"


class ContentFaults(PluginError):
    """Stops MkDocs with everything that is wrong with the content."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("\n" + render(diagnostics, language="both"))
        self.diagnostics = tuple(diagnostics)


class BuildStopped(GuizhangError):
    """MkDocs stopped; *diagnostics* are the faults of the content if those were the reason."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ without types
    """The plugin has no options: what a company sets stands in handbook.yaml."""


class GuizhangPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # likewise
    """Reads ``content/`` beside mkdocs.yml and adds the handbook's pages to the site."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._pages: dict[str, SitePage] = {}
        self._sidebar = Sidebar(word("home"), ())
        self._version = ""
        self.faults: tuple[Diagnostic, ...] = ()
        """What the checks found in the content of the last build."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the content, compose the site, and put our frame before the theme's."""
        loaded = load_project(_root(config))
        self.faults = tuple(check(loaded))
        if stops(self.faults, strict=config.strict):
            raise ContentFaults(self.faults)
        _log(self.faults)
        # jieba, which Material's search uses, tells standard error how it loads its dictionary.
        logging.getLogger("jieba").setLevel(logging.WARNING)
        self._site = compose(loaded.handbook)
        self._pages = {page.path: page for page in self._site.pages}
        self._version = _version(self._site)
        # The theme prints the name unescaped in some places and escaped in others; Markup is right in both.
        config.site_name = escape(self._site.title.either("zh"))
        config.theme.dirs.insert(0, str(THEME))
        # The time of the build would make each build different, and a handbook inside a company wants no robots.
        config.theme.static_templates.discard("sitemap.xml")
        config.extra["homepage"] = "index.html"
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and assets; leave out what no reader needs."""
        site = self._composed()
        for file in list(files):
            if _unwanted(file, config):
                files.remove(file)
        for page in site.pages:
            uri = page.path.removesuffix(".html") + ".md"
            existing = files.get_file_from_path(uri)
            if existing is not None:
                log.warning("%s: the handbook has a page of this name; yours is not used", existing.src_uri)
                files.remove(existing)
            files.append(File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        for path, data in site.assets.items():
            files.append(File.generated(config, path, content=data))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Put the hand-written pages at the end of our sidebar."""
        site = self._composed()
        written = tuple(page.file for page in nav.pages if page.file.dest_uri not in self._pages)
        entries = tuple(NavEntry(_written_title(file), file.dest_uri) for file in written)
        about = (NavGroup(word("about"), entries),) if entries else ()
        self._sidebar = Sidebar(word("home"), (*site.navigation, *about))
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give a virtual page its content, contents list and anchors."""
        ours = self._pages.get(page.file.dest_uri)
        if ours is None:
            return _written_content(html, page)
        page.title = str(escape(ours.title.either("zh")))
        page.toc = TableOfContents([_anchor(entry, 2) for entry in ours.toc])
        page.present_anchor_ids = set(ours.anchors)
        if not ours.searchable:
            page.meta["search"] = {"exclude": True}
        return str(ours.html)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Give the frame what it shows around a page."""
        ours = self._pages.get(page.file.dest_uri)
        title = ours.title if ours else _written_title(page.file)
        frame = self._frame(page.file.dest_uri, title)
        if ours is not None:
            frame |= {
                "description": escape(" ".join(ours.description.split())),
                "scripts": ours.scripts,
                "styles": ours.styles,
            }
        context["gz"] = frame
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ARG002
        """Frame the page for addresses that do not exist."""
        if template_name == "404.html":
            frame = self._frame("404.html", word("not-found"))
            # Whatever address was asked for, the links must start from the site's root.
            root = context["base_url"].rstrip("/") + "/"
            frame["sidebar"] = Markup(frame["sidebar"].replace('href="', f'href="{escape(root)}'))  # noqa: S704
            frame["content"] = render_template("not_found.html", "404.html")
            context["gz"] = frame
        return context

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild when a rule, a script or an item changes."""
        for folder in ("content", "quizzes"):
            if (_root(config) / folder).is_dir():
                server.watch(str(_root(config) / folder))
        return server

    def _frame(self, path: str, title: Text) -> dict[str, Any]:
        site = self._composed()
        home = path == "index.html"
        tabs = {
            lang: title.either(lang) if home else f"{title.either(lang)} - {site.title.either(lang)}"
            for lang in ("zh", "en")
        }
        return {
            "title": duo(title),
            "site_title": duo(site.title),
            "tab_zh": escape(tabs["zh"]),
            "tab_en": escape(tabs["en"]),
            "description": "",
            "default_view": site.default_view,
            "version": self._version,
            "content": Markup(),
            "scripts": (),
            "styles": (),
            "words": {"contents": duo(word("contents"))},
            "footer": site.footer,
            "sidebar": self._sidebar.html(path),
        }

    def _composed(self) -> Site:
        assert self._site is not None, "on_config runs first"
        return self._site


def run(config_file: Path, site_dir: Path, *, strict: bool) -> tuple[Diagnostic, ...]:
    """Build the site of *config_file* into *site_dir* and return what the checks found in the content.

    Raises:
        BuildStopped: MkDocs, a plugin or the content refused.
    """
    from mkdocs.commands.build import build

    # Material prints news about its successor to whoever builds; it is no fault of the content.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        config = load_config(str(config_file), site_dir=str(site_dir), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as stopped:
        raise _stopped(stopped) from stopped
    plugin = config.plugins.get("guizhang")
    return plugin.faults if isinstance(plugin, GuizhangPlugin) else ()


def serve(config_file: Path, address: str) -> None:
    """Serve the site of *config_file* at *address* (``HOST:PORT``) until interrupted; rebuild it as files change.

    Raises:
        BuildStopped: the first build failed; later ones are logged, and the last good site stays.
    """
    from mkdocs.commands.serve import serve as serve_with_mkdocs

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        serve_with_mkdocs(config_file=str(config_file), dev_addr=address)
    except MkDocsException as stopped:
        raise _stopped(stopped) from stopped
    except OSError as taken:
        raise BuildStopped(f"{address}: {taken.strerror or taken}") from taken


def _stopped(stopped: MkDocsException) -> BuildStopped:
    # MkDocs turns every fault into Abort; the one that caused it hangs behind.
    cause = stopped.__context__ if isinstance(stopped, Abort) else stopped
    return BuildStopped(str(stopped), cause.diagnostics if isinstance(cause, ContentFaults) else ())


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent


def _log(faults: Sequence[Diagnostic]) -> None:
    for fault in faults:
        level = logging.WARNING if fault.severity is Severity.WARNING else logging.INFO
        content_log.log(level, "%s", fault.render("both"))


def _unwanted(file: File, config: MkDocsConfig) -> bool:
    """Tell whether *file* stays out of the site: YAML sources, source maps, stemmers for other languages.

    The sitemap lies in MkDocs' templates; when it is not rendered it would be copied as it is.
    """
    if file.src_uri.endswith((".yaml", ".yml", ".map")) or file.src_uri == "sitemap.xml":
        return True
    if not file.src_uri.startswith("assets/javascripts/lunr/"):
        return False
    search = config.plugins.get("material/search")
    languages = [str(lang) for lang in search.config.get("lang") or ()] if search else []
    needed = {"lunr.stemmer.support.min.js", "lunr.multi.min.js", *(f"lunr.{lang}.min.js" for lang in languages)}
    return Path(file.src_uri).name not in needed


def _written_title(file: File) -> Text:
    """Return the title of a hand-written page: `title` and `title_en` of its head, else its first heading."""
    text, head = get_data(file.content_string)
    zh, en = head.get("title"), head.get("title_en")
    if not zh and not en:
        zh = en = get_markdown_title(text) or file.name.replace("-", " ")
    return Text(zh=str(zh) if zh else None, en=str(en) if en else None)


def _written_content(html: str, page: Page) -> str:
    """Return a hand-written page with its title above it, where it has no heading of its own."""
    title = _written_title(page.file)
    # Search takes a page's title from here, and shows it as HTML.
    page.meta["title"] = str(escape(title.either("zh")))
    if "<h1" in html:
        return html
    # An id, or search would not take it for a heading.
    return f'<header class="gz-pagehead"><h1 id="gz-title">{duo(title)}</h1></header>\n{html}'


def _anchor(entry: TocEntry, level: int) -> AnchorLink:
    link = AnchorLink(str(entry.title), entry.anchor, level)
    link.children = [_anchor(child, level + 1) for child in entry.children]
    return link


def _version(site: Site) -> str:
    """Return a mark that changes with our assets, so that browsers fetch them anew after an upgrade and only then."""
    digest = hashlib.sha256()
    for path in sorted((THEME / ASSETS).rglob("*")):
        digest.update(path.read_bytes())
    for name in sorted(site.assets):
        digest.update(name.encode() + site.assets[name])
    return digest.hexdigest()[:8]
