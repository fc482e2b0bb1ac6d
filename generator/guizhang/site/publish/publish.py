"""Publishes a handbook: the site, examples for its web server, and a manifest; all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, in_file_order, stops
from guizhang.files import new_folder
from guizhang.model.handbook import Settings
from guizhang.site.build import build_site
from guizhang.site.csp import policy
from guizhang.site.publish.delivery import Delivery
from guizhang.site.publish.manifest import NAME, Manifest, files_below, take
from guizhang.site.publish.opened import robots, sitemap
from guizhang.site.publish.pages import blocked
from guizhang.site.publish.refusals import hidden_links, no_address, refused, unfit_output, working_files
from guizhang.site.publish.servers import server_files
from guizhang.yamlio.content import shown
from guizhang.yamlio.load import load

PUBLIC = "public"
SERVER = "server"
_LONGEST_POLICY = 4000
"""nginx reads no longer value (its buffer for a line of configuration is 4,096 bytes)."""


@dataclass(frozen=True)
class Published:
    """What was published."""

    out: Path
    manifest: Manifest
    delivery: Delivery
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings and notes, none of which stopped it."""


def publish(
    root: Path,
    out: Path,
    *,
    check: Callable[[], Sequence[Diagnostic]],
    public: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Published:
    """Publish the handbook of *root* into *out*: ``public/`` for readers, ``server/`` and a manifest for who serves it.

    Args:
        root: Folder of mkdocs.yml.
        out: Folder to write; an earlier publication there is replaced when the new one is complete.
        check: Finds what is wrong with the content, where nothing can be built.
        public: Whether anybody may read the site and search engines may find it.
        progress: Called with a line about each stage.

    Raises:
        Faulty: everything that stands against it, at once.
    """
    written, address = _settled(root)
    faults = [*unfit_output(root, out), *hidden_links({root / "content", written})]
    if public and not address:
        faults.append(no_address(root / "mkdocs.yml"))
    if faults:
        # Not even built: a build would go through whatever a link leads to.
        raise Faulty(in_file_order([*faults, *refused(check())]))
    with new_folder(out, mode=0o755) as fresh:
        site = fresh / PUBLIC
        try:
            report = build_site(root, site, public=public, progress=progress)
        except Faulty as stopped:
            raise Faulty(in_file_order(refused(stopped.diagnostics))) from stopped
        faults = [*refused(report.diagnostics), *working_files(site, written), *blocked(site, written)]
        delivery = Delivery(policy(site), urlsplit(address).path or "/", public)
        if len(delivery.policy) > _LONGEST_POLICY:
            faults.append(_long_policy(written))
        if stops(faults):
            raise Faulty(in_file_order(faults))
        if public:
            pages = [path.relative_to(site).as_posix() for path in files_below(site)]
            (site / "sitemap.xml").write_bytes(sitemap(pages, address))
            (site / "robots.txt").write_bytes(robots(address))
        (fresh / SERVER).mkdir()
        for name, data in server_files(delivery).items():
            (fresh / SERVER / name).write_bytes(data)
        settings, _ = load(root / "content" / "handbook.yaml", Settings)
        assert settings is not None, "the site was built from it"
        manifest = take(site, settings)
        (fresh / NAME).write_bytes(manifest.dump())
    return Published(out, manifest, delivery, tuple(in_file_order(faults)))


def _settled(root: Path) -> tuple[Path, str]:
    from guizhang.site import driver

    try:
        return driver.settled(root / "mkdocs.yml")
    except driver.BuildStopped:
        # The build says what is wrong with mkdocs.yml.
        return root / "content" / "pages", ""


def _long_policy(written: Path) -> Diagnostic:
    return Diagnostic(
        "PUB007", Severity.ERROR, Source(shown(written)), "",
        Message("手写页面里的内联脚本太多，安全策略写不下", "there are too many inline scripts on hand-written pages for a policy"),
        Message("把脚本写成文件", "put the scripts into files"),
    )  # fmt: skip
