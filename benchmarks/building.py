"""Building the site from 1,000 to 100,000 articles: time, memory, size of a chapter page, and an edit under `serve`.

The command runs from compiled files, as `pip` leaves them, whatever the environment of the benchmark says. The targets were
set for a site without search and practice; `benchmarks.bare` is the same command without those two.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from benchmarks.loading import write_corpus
from benchmarks.measure import Row, pss, tree

_ROOT = Path(__file__).parents[1]
_TARGETS = {1000: 1.0, 5000: 2.5, 20000: 8.0, 100_000: 35.0}
_EDITS = {1000: 0.7, 5000: 2.0}
_MEMORY_MB = 900
_PAGE_KB = 90
_LINKED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"?]+)')


def rows() -> Iterator[Row]:
    """Yield the figures for each size, smallest first."""
    with tempfile.TemporaryDirectory() as name:
        # The first build compiles; no measured one does.
        _build(_project(Path(name, "first"), 20))
        for articles, target in _TARGETS.items():
            root = _project(Path(name, str(articles)), articles)
            yield from _size(root, articles, target)
            shutil.rmtree(root)


def _project(root: Path, articles: int) -> Path:
    write_corpus(root, articles)
    shutil.copy(_ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / "pages").mkdir()
    return root


def _size(root: Path, articles: int, target: float) -> Iterator[Row]:
    source = sum(path.stat().st_size for path in (root / "content").rglob("*.yaml"))
    yield Row(f"{articles:,} articles, source", source / 1e6, "MB")
    runs = 3 if articles <= 20000 else 1
    yield Row(f"{articles:,} articles, built", min(_build(root) for _ in range(runs)), "s", f"<= {target:g}")
    bare = min(_build(root, "benchmarks.bare") for _ in range(runs))
    yield Row(f"{articles:,} articles, built without search and practice", bare, "s", f"<= {target:g}")
    yield Row(f"{articles:,} articles, peak memory of all processes", _peak(root), "MB", f"<= {_MEMORY_MB}")
    if articles in (1000, 100_000):
        yield Row(
            f"{articles:,} articles, chapter page with CSS and JS, gzip", _weight(root / "site"), "KB", f"<= {_PAGE_KB}"
        )
    if articles in _EDITS:
        yield Row(f"{articles:,} articles, edit to reload", _edit(root), "s", f"<= {_EDITS[articles]:g}")


def _build(root: Path, module: str = "guizhang") -> float:
    """Return seconds from the command to its end."""
    start = time.perf_counter()
    code = _started(root, module).wait()
    assert code == 0, f"the build failed with {code}"
    return time.perf_counter() - start


def _peak(root: Path) -> float:
    """Return the most memory (PSS, MB) that the command and its children held together.

    A build of its own: adding up a process's pages stops it meanwhile, ten times a second.
    """
    process, peak = _started(root), 0.0
    while process.poll() is None:
        peak = max(peak, sum(map(pss, tree(process.pid))))
        time.sleep(0.1)
    assert process.returncode == 0, f"the build failed with {process.returncode}"
    return peak


def _started(root: Path, module: str = "guizhang") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", module, "build"], cwd=root, stdout=subprocess.DEVNULL, env=_compiled(root)
    )


def _compiled(root: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, into a folder of the benchmark's own."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(root.parent / "compiled"), "PYTHONPATH": str(_ROOT)}


def _weight(site: Path) -> float:
    page = site / "regulations" / "rules-1" / "chapter-1.html"
    text = page.read_text(encoding="utf-8")
    files = [page, *(page.parent / link for link in _LINKED.findall(text))]
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files) / 1000


def _edit(root: Path) -> float:
    """Return the median seconds from saving one article until the server has the new text."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "guizhang", "serve", "--address", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=_compiled(root),
    )
    address = f"http://127.0.0.1:{port}/regulations/rules-2/chapter-1.html"
    file = root / "content" / "regulations" / "rules-2.yaml"
    try:
        _until(address, "rule-1")
        times = []
        for number in range(5):
            time.sleep(1)
            text = file.read_text(encoding="utf-8")
            mark = f"改动{number}。"
            file.write_text(
                re.sub(r"(zh: \|-\n +\S{40,}?)(?:改动\d。)?\n", rf"\1{mark}\n", text, count=1), encoding="utf-8"
            )
            start = time.perf_counter()
            _until(address, mark)
            times.append(time.perf_counter() - start)
        return sorted(times)[2]
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _until(address: str, text: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - the loopback address above
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{text} did not appear")
