"""Renders a site share by share on all cores, and writes each page as it is made."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guizhang.parallel import spread
from guizhang.site.frame import Frame, Look
from guizhang.site.page import Share, Site, Task
from guizhang.site.search.unit import Unit
from guizhang.site.sidebar import Sidebar

_FEW = 30
"""So few pages are rendered faster than processes are started."""


@dataclass(frozen=True)
class Written:
    """What was written: the paths of all pages, and anchors others link to that are not on them."""

    pages: tuple[str, ...]
    missing: tuple[tuple[str, str], ...] = ()


_ROOM = 200_000_000
"""Characters of pages kept for the next build; the shares of a larger handbook are made anew beyond that."""


class Kept:
    """Shares of the last build, for the next one in the same process."""

    def __init__(self) -> None:
        """Start with none."""
        self._ground: object = None
        self._shares: dict[str, tuple[object, Share]] = {}
        self._size = 0

    def settle(self, ground: object) -> None:
        """Forget everything unless it rests on this *ground*."""
        if ground != self._ground:
            self._shares.clear()
            self._size = 0
        self._ground = ground

    def share(self, task: Task) -> Share | None:
        """Return what *task* would make, if it is known."""
        rests_on, share = self._shares.get(task.name, (None, None))
        return share if share and rests_on == task.rests_on() else None

    def keep(self, task: Task, share: Share) -> None:
        """Keep what *task* made, as far as there is room."""
        _, former = self._shares.pop(task.name, (None, Share(())))
        self._size += _size(share) - _size(former)
        if self._size <= _ROOM:
            self._shares[task.name] = task.rests_on(), share
        else:
            self._size -= _size(share)


def _size(share: Share) -> int:
    return sum(len(page.html) for page in share.pages) + sum(map(len, share.files.values()))


def write_site(
    site: Site,
    out: Path,
    frames: Sequence[Frame],
    look: Look,
    sidebar: Sidebar,
    wanted: Mapping[str, Collection[str]] | None = None,
    written: Sequence[Unit] = (),
    *,
    kept: Kept | None = None,
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
        kept: Shares of an earlier build; it learns those of this one.
    """
    for path in sorted({path.rpartition("/")[0] for path in site.paths}):
        (out / path).mkdir(parents=True, exist_ok=True)

    _write(out / look.sheet(())[0], look.sheet(())[1])
    folder = _Folder(out, frames, look, sidebar, wanted or {})

    def all_of(tasks: Sequence[Task]) -> list[tuple[Written, object]]:
        known = [kept.share(task) if kept else None for task in tasks]

        def work(number: int) -> tuple[Written, object, Share | None]:
            task, before = tasks[number], known[number]
            share = before or task.make()
            return folder.write(share), None if before else share.found, share if kept and task.name and not before else None

        done = []
        parts = spread(work, len(tasks), small=len(site.paths) < _FEW)
        for task, before, (made, found, new) in zip(tasks, known, parts, strict=True):
            if kept and new:
                kept.keep(task, new)
            done.append((made, before.found if before else found))
        return done

    if kept:
        kept.settle(site.ground())
    first = all_of(site.first(written))
    rest = all_of(site.last([found for _, found in first]))
    done = [written for written, _ in (*first, *rest)]
    return Written(tuple(p for d in done for p in d.pages), tuple(m for d in done for m in d.missing))


@dataclass(frozen=True)
class _Folder:
    """Where the shares of a site are written, and what stands around their pages; see :func:`write_site`."""

    out: Path
    frames: Sequence[Frame]
    look: Look
    sidebar: Sidebar
    wanted: Mapping[str, Collection[str]]

    def write(self, share: Share) -> Written:
        """Write the pages and files of a share."""
        for page in share.pages:
            frame = self.frames[page.path.count("/")]
            text = frame.filled(self.look.around(page, self.sidebar.html(page.path)))
            _write(self.out / page.path, text.encode("utf-8", errors="xmlcharrefreplace"))
        for path, data in {self.look.sheet(page.styles) for page in share.pages if page.styles}:
            _write(self.out / path, data)
        for path, data in share.files.items():
            _write(self.out / path, data)
        missing = ((p.path, a) for p in share.pages for a in self.wanted.get(p.path, ()) if a not in p.anchors)
        return Written(tuple(page.path for page in share.pages), tuple(missing))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
