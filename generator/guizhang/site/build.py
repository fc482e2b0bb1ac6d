"""Builds the site of a project into a folder: all of it, or nothing."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from guizhang.diagnostics import Diagnostic, Faulty, Language, Message, Severity, Source
from guizhang.files import new_folder
from guizhang.site.begin import begin
from guizhang.yamlio.content import NOT_HERE

if TYPE_CHECKING:
    from guizhang.site.driver import BuildStopped
    from guizhang.site.search.unit import Unit

H = TypeVar("H", bound=logging.Handler)

_CONTENT_LOG = "mkdocs.plugins.guizhang.content"
"""Where the plugin logs faults of the content; whoever called us has shown them already."""

_BUILD_LOG = "mkdocs.commands.build"


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was built."""

    out: Path
    pages: int
    files: int
    size_bytes: int
    warnings: tuple[str, ...] = ()
    """What MkDocs and its plugins had to say beyond the checks of the content, notes left out."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the checks found in the content, none of which stops the build."""


def build_site(
    root: Path,
    out: Path,
    *,
    strict: bool = False,
    public: bool = False,
    progress: Callable[[str], None] | None = None,
) -> SiteReport:
    """Build the handbook of *root* into *out*.

    The site is built beside *out* and takes its place in one step, so a failed build leaves the last good site.

    Args:
        root: Folder of mkdocs.yml.
        out: Folder of the finished site; what stood there is replaced.
        strict: Whether warnings stop the build.
        public: Whether search engines may find the site.
        progress: Called with a line about each stage.

    Returns:
        What was built.

    Raises:
        Faulty: the content or mkdocs.yml has faults, or a page could not be built.
    """
    say = progress or (lambda _: None)
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise Faulty([_no_config(config)])
    _refuse_foreign(root, out)
    # Readable by a web server, whatever the builder's umask.
    with new_folder(out, mode=0o755) as fresh:
        say("site: rendering")
        warnings, faults = _run(config, fresh, strict=strict, public=public)
        say("site: putting it in place")
    found = list(_files(out))
    pages = sum(file.name.endswith(".html") for file in found)
    return SiteReport(out, pages, len(found), sum(file.stat().st_size for file in found), tuple(warnings), faults)


def written_units(root: Path) -> list[Unit]:
    """Return what the search finds on the hand-written pages of *root*.

    Raises:
        Faulty: mkdocs.yml has faults, or a page cannot be rendered.
    """
    from guizhang.site import driver

    with _listening(_Collector()) as collected:
        try:
            return driver.written_units(root / "mkdocs.yml")
        except driver.BuildStopped as stopped:
            raise _fault(root / "mkdocs.yml", collected, stopped) from stopped


def serve_site(root: Path, address: str, language: Language = "both") -> None:
    """Serve the handbook of *root* at *address* (``HOST:PORT``) until interrupted; rebuild it as files change.

    What happens is logged to standard error, faults in *language*. A fault in a changed file is shown there, and the last good site stays.

    Raises:
        Faulty: the first build failed.
    """
    from guizhang.site import driver

    config = root / "mkdocs.yml"
    if not config.is_file():
        raise Faulty([_no_config(config)])
    shown = logging.StreamHandler()
    shown.setFormatter(logging.Formatter("%(message)s"))
    shown.addFilter(_worth_showing)
    with _listening(shown, logging.INFO), _listening(_Collector()) as collected:
        try:
            driver.serve(config, address, language)
        except driver.BuildStopped as stopped:
            raise _fault(config, collected, stopped) from stopped


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the files in *folder* and below; a large site has 30,000, for which pathlib takes a second."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(Path(entry))
            elif entry.is_file():
                yield entry


def _worth_showing(record: logging.LogRecord) -> bool:
    """Tell whether who edits rules wants to read *record*: no notes, no steps of a build but its end."""
    quiet = record.name == _CONTENT_LOG or (
        record.name == _BUILD_LOG and not record.getMessage().startswith("Documentation built")
    )
    return record.levelno >= logging.WARNING or not quiet


def _run(config: Path, fresh: Path, *, strict: bool, public: bool) -> tuple[list[str], tuple[Diagnostic, ...]]:
    begun = begin(config.parent)
    try:
        from guizhang.site import driver

        with _listening(_Collector()) as collected:
            try:
                faults = driver.run(config, fresh, begun, strict=strict, public=public)
            except driver.BuildStopped as stopped:
                raise _fault(config, collected, stopped) from stopped
    finally:
        begun.end()
    return collected.lines, faults


def _fault(config: Path, collected: _Collector, stopped: BuildStopped) -> Faulty:
    return Faulty(stopped.diagnostics or [_stopped(config, " ".join(collected.lines) or str(stopped))])


@contextmanager
def _listening(handler: H, level: int = logging.NOTSET) -> Iterator[H]:
    """Attach *handler* to MkDocs' log, which lets records from *level* through meanwhile."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level or before)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != _CONTENT_LOG:
            self.lines.append(record.getMessage())


def _refuse_foreign(root: Path, out: Path) -> None:
    """Refuse to replace a folder that is no site: what it holds would be gone."""
    inside, target = root.resolve(), out.resolve()
    content = inside / "content"
    overlaps = target == inside or target in inside.parents or content == target or content in target.parents
    foreign = out.is_dir() and any(out.iterdir()) and not (out / "assets" / "guizhang").is_dir()
    if overlaps or foreign or (out.exists() and not out.is_dir()):
        raise Faulty(
            [
                Diagnostic(
                    "SIT003",
                    Severity.ERROR,
                    Source(str(out)),
                    "",
                    Message(
                        "这里已有别的文件，不是本工具生成的网站", "this holds something else than a site built before"
                    ),
                    Message("换一个空文件夹，例如 site/", "choose an empty folder, such as site/"),
                )
            ]
        )


def _no_config(path: Path) -> Diagnostic:
    return Diagnostic(
        "SIT001",
        Severity.ERROR,
        Source(str(path)),
        "",
        Message("找不到 mkdocs.yml", "there is no mkdocs.yml"),
        NOT_HERE,
    )


def _stopped(config: Path, said: str) -> Diagnostic:
    return Diagnostic(
        "SIT002",
        Severity.ERROR,
        Source(str(config)),
        "",
        Message(f"网站没有建成：{said}", f"the site could not be built: {said}"),
        Message(
            "按上面的提示修改 mkdocs.yml 或 content/pages 里的页面",
            "mend mkdocs.yml or the page it names in content/pages",
        ),
    )
