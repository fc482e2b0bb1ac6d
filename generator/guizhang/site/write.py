"""Renders a site share by share on all cores, and writes each page as it is made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guizhang.parallel import spread
from guizhang.site.frame import Frame, Look
from guizhang.site.page import Share, Site
from guizhang.site.search.unit import Unit
from guizhang.site.sidebar import Sidebar

_FEW = 30
"""So few pages are rendered faster than processes are started."""


@dataclass(frozen=True)
class Written:
    """What was written: the paths of all pages, and anchors others link to that are not on them."""

    pages: tuple[str, ...]
    missing: tuple[tuple[str, str], ...] = ()


def write_site(
    site: Site,
    out: Path,
    frames: Sequence[Frame],
    look: Look,
    sidebar: Sidebar,
    wanted: Mapping[str, Collection[str]] | None = None,
    written: Sequence[Unit] = (),
) -> Written:
    """Write every page and file of *site* into *out*.

    Args:
        site: What to write.
        out: Folder of the site.
        frames: The empty page for each depth of folder, the root's first.
        look: What is the same on all pages.
        sidebar: The sidebar of all pages.
        wanted: Path -> anchors that hand-written pages link to.
        written: What the search finds on hand-written pages.
    """
    for path in sorted({path.rpartition("/")[0] for path in site.paths}):
        (out / path).mkdir(parents=True, exist_ok=True)

    _write(out / look.sheet(())[0], look.sheet(())[1])

    def made(share: Share) -> tuple[Written, object]:
        for page in share.pages:
            frame = frames[page.path.count("/")]
            text = frame.filled(look.around(page, sidebar.html(page.path)))
            _write(out / page.path, text.encode("utf-8", errors="xmlcharrefreplace"))
        for path, data in {look.sheet(page.styles) for page in share.pages if page.styles}:
            _write(out / path, data)
        for path, data in share.files.items():
            _write(out / path, data)
        anchors = wanted or {}
        missing = ((p.path, a) for p in share.pages for a in anchors.get(p.path, ()) if a not in p.anchors)
        return Written(tuple(page.path for page in share.pages), tuple(missing)), share.found

    def all_of(shares: Sequence[Callable[[], Share]]) -> list[tuple[Written, object]]:
        return list(spread(lambda number: made(shares[number]()), len(shares), small=len(site.paths) < _FEW))

    first = all_of(site.first(written))
    rest = all_of(site.last([found for _, found in first]))
    done = [written for written, _ in (*first, *rest)]
    return Written(tuple(p for d in done for p in d.pages), tuple(m for d in done for m in d.missing))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
