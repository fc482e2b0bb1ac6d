"""Runs MkDocs: one build into a folder, or a server that builds again as files change."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import threading
from itertools import count
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from guizhang.diagnostics import Diagnostic, GuizhangError, Language, render, system_words
from guizhang.parallel import aside
from guizhang.site.begin import Begun, warm
from guizhang.site.plugin import ContentFaults, GuizhangPlugin, log_faults, written_title
from guizhang.site.search.unit import Unit
from guizhang.site.search.written import units_of_page

log = logging.getLogger("mkdocs.plugins.guizhang")

_LOOK_SECONDS = 0.1
"""How often files are looked at; MkDocs' own half a second is most of what an author would wait."""
_SETTLE_SECONDS = 0.05
"""How long files must have been at rest: an editor may write several at once."""


class BuildStopped(GuizhangError):
    """MkDocs stopped; *diagnostics* are the faults of the content if those were the reason."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


def run(
    config_file: Path, site_dir: Path, begun: Begun, *, strict: bool, public: bool = False
) -> tuple[Diagnostic, ...]:
    """Build the site of *config_file* into *site_dir* and return what the checks found in the content.

    Args:
        config_file: mkdocs.yml.
        site_dir: An empty folder.
        begun: The content beside *config_file*.
        strict: Whether warnings stop the build.
        public: Whether search engines may find it.

    Raises:
        BuildStopped: MkDocs, a plugin or the content refused.
    """
    plugin = _built(config_file, site_dir, begun, strict=strict, public=public)
    return plugin.faults if plugin else ()


def _built(
    config_file: Path,
    site_dir: Path,
    begun: Begun | None = None,
    *,
    strict: bool = False,
    public: bool = False,
    again: bool = False,
    speaks: Language | None = None,
) -> GuizhangPlugin | None:
    """Build as `run` does, and return the plugin if it took part.

    With *again* this process will build the same site again: what has not changed is then read and made once, and checks
    that only warn are left to the caller. With *speaks* the caller shows what stopped the site.
    """
    # Material prints news about its successor to whoever builds; it is no fault of the content.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        config = load_config(str(config_file), site_dir=str(site_dir.absolute()), strict=strict)
        config.extra["gz_public"] = public
        plugin = config.plugins.get("guizhang")
        if isinstance(plugin, GuizhangPlugin):
            plugin.begun, plugin.remembers, plugin.speaks = begun, again, speaks
        if again:
            warm()
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as stopped:
        raise _stopped(stopped) from stopped
    return plugin if isinstance(plugin, GuizhangPlugin) else None


def settled(config_file: Path) -> tuple[Path, str]:
    """Return what *config_file* says of hand-written pages and of the site's address: folder, and URL or nothing.

    Raises:
        BuildStopped: it is no configuration.
    """
    try:
        config = load_config(str(config_file))
    except MkDocsException as stopped:
        raise _stopped(stopped) from stopped
    return Path(config.docs_dir), config.site_url or ""


def written_units(config_file: Path) -> list[Unit]:
    """Return what the search finds on the hand-written pages of *config_file*; nothing where there is none.

    Raises:
        BuildStopped: it is no configuration, or a page cannot be rendered.
    """
    if not config_file.is_file():
        return []
    try:
        # Plugins have no part in it: ours would read all rules again.
        config = load_config(str(config_file), plugins=[])
        files = get_files(config)
        units: list[Unit] = []
        for file in files.documentation_pages():
            page = Page(None, file, config)
            page.read_source(config)
            page.render(config, files)
            units += units_of_page(file.dest_uri, written_title(file), page.content or "")
    except MkDocsException as stopped:
        raise _stopped(stopped) from stopped
    return units


def serve(config_file: Path, address: str, language: Language) -> None:
    """Serve the site of *config_file* at *address* (``HOST:PORT``) until interrupted; rebuild it as files change.

    Faults are logged in *language*. Each build goes into a folder of its own, which the server turns to when it is complete.

    Raises:
        BuildStopped: the first build failed, or the address is taken; later faults are logged, and the last good site
            stays.
    """
    # Its server takes a while to load, and a build needs none.
    from mkdocs.livereload import LiveReloadServer

    host, _, port = address.rpartition(":")
    with tempfile.TemporaryDirectory(prefix="guizhang-") as base:
        folders = (Path(base, str(number)) for number in count())
        advisor = _Advisor(language)

        def built() -> str:
            folder = next(folders)
            plugin = _built(config_file, folder, again=True, speaks=language)
            if plugin:
                advisor.start(plugin)
            return str(folder)

        def rebuild() -> None:
            try:
                fresh = built()
            except BuildStopped as stopped:
                said = render(stopped.diagnostics, language=language) if stopped.diagnostics else str(stopped)
                log.log(logging.ERROR, "%s", said)
                return
            server.root, former = fresh, server.root
            shutil.rmtree(former, ignore_errors=True)

        server = LiveReloadServer(rebuild, host or "127.0.0.1", int(port), built(), polling_interval=_LOOK_SECONDS)
        server.build_delay = _SETTLE_SECONDS
        server.error_handler = lambda code: _page(Path(server.root, f"{code}.html"))
        for path in (config_file, *(config_file.parent / folder for folder in ("content", "quizzes"))):
            if path.exists():
                server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it without types
        except KeyboardInterrupt:
            log.info("Shutting down...")
        except OSError as taken:
            raise BuildStopped(f"{address}: {system_words(taken).en}") from taken
        finally:
            server.shutdown()


class _Advisor:
    """Runs the checks that only warn when a site stands, and logs what they find unless another has been built since."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._builds = 0

    def start(self, plugin: GuizhangPlugin) -> None:
        """Check what *plugin* has built, without keeping anybody waiting."""
        self._builds += 1
        build, known, advice = self._builds, plugin.faults, plugin.advice

        def check() -> list[Diagnostic]:
            os.nice(10)
            return advice()

        wait = aside(check)

        def tell() -> None:
            found = wait()
            if build == self._builds:
                log_faults([fault for fault in found if fault not in known], self._language)

        threading.Thread(target=tell, daemon=True).start()


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _stopped(stopped: MkDocsException) -> BuildStopped:
    # MkDocs turns every fault into Abort; the one that caused it hangs behind.
    cause = stopped.__context__ if isinstance(stopped, Abort) else stopped
    return BuildStopped(str(stopped), cause.diagnostics if isinstance(cause, ContentFaults) else ())
