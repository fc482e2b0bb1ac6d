"""The built site as one file to carry away: a zip that works from the folder it is unpacked into, without a server."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from guizhang.book.words import line
from guizhang.diagnostics import Diagnostic, Faulty, whole_file
from guizhang.files import new_file
from guizhang.model.handbook import Settings
from guizhang.site.publish.manifest import files_below
from guizhang.site.publish.refusals import hidden_links, working_files
from guizhang.tables.packing import member
from guizhang.yamlio.content import shown
from guizhang.yamlio.load import load

MAX_FILES = 400_000
MAX_BYTES = 4 * 1024**3
"""Four times a site of 100,000 articles; a larger folder is no handbook."""

_FOLDER = "handbook"
_START = "START-HERE.html"
_NEVER = frozenset({"secret", "quizzes", "responses", "content"})
"""Folders of a project and of exams that are no part of a site; a regulation's own pages lie below regulations/."""
_MODE = 0o644


def write_offline(root: Path, site: Path, out: Path) -> int:
    """Write the site in *site* as a zip to *out*; the same site gives the same bytes.

    Args:
        root: Folder of the handbook.
        site: What `guizhang build` has made of it.
        out: The archive; what stood there is replaced.

    Returns:
        How many files of the site are in it.

    Raises:
        Faulty: the site is not built, holds what must not leave the house, or is beyond all bounds.
    """
    if not (site / "index.html").is_file() or not (site / "assets" / "guizhang").is_dir():
        raise Faulty([_not_built(site)])
    settings, faults = load(root / "content" / "handbook.yaml", Settings, shown(root / "content" / "handbook.yaml"))
    files = sorted(files_below(site))
    faults += [*hidden_links([site]), *working_files(site, root / "content" / "pages"), *_faults(site, files, out)]
    if faults or settings is None:
        raise Faulty(faults)
    title = line("both", settings.title)
    with new_file(out) as file, zipfile.ZipFile(file, "w", compresslevel=6) as archive:
        archive.writestr(member(_START, mode=_MODE), _start_page(title))
        archive.writestr(member("README.txt", mode=_MODE), _readme(title))
        for path in files:
            name = f"{_FOLDER}/{path.relative_to(site).as_posix()}"
            # Read whole: a page or an index shard is small, and the size in its header must be known first.
            archive.writestr(member(name, mode=_MODE), path.read_bytes())
    return len(files)


def _faults(site: Path, files: list[Path], out: Path) -> Iterator[Diagnostic]:
    if out.resolve().is_relative_to(site.resolve()):
        yield whole_file(
            out, "BOK006", ("离线包不能写进它要打包的网站里", "the bundle cannot be written into the site it packs"),
            ("写到网站文件夹以外", "write it outside the folder of the site"),
        )  # fmt: skip
    for path in files:
        folders = path.relative_to(site).parts[:-1]
        if folders and folders[0] != "regulations" and _NEVER.intersection(part.casefold() for part in folders):
            yield whole_file(
                path, "BOK005",
                ("网站里不应有原稿、考题、答案和个人数据", "sources, questions, keys and personal data must not be on the site"),
                ("查清它怎么来的，删去后重新生成网站", "find out how it got there, delete it and build the site again"),
            )  # fmt: skip
    size = sum(path.stat().st_size for path in files)
    if len(files) > MAX_FILES or size > MAX_BYTES:
        yield whole_file(
            site, "BOK006",
            (f"有 {len(files):,} 个文件、{size:,} 字节，太大", f"it has {len(files):,} files and {size:,} bytes: too much"),
            (
                f"至多 {MAX_FILES:,} 个文件、{MAX_BYTES:,} 字节；删去不属于网站的东西",
                f"at most {MAX_FILES:,} files and {MAX_BYTES:,} bytes fit; delete what is no part of the site",
            ),
        )  # fmt: skip


def _start_page(title: str) -> str:
    name = escape(title)
    target = f"{_FOLDER}/index.html"
    return (
        f'<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{name}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={target}"></head>\n'
        f'<body><p><a href="{target}">{name}</a></p></body></html>\n'
    )


def _readme(title: str) -> str:
    lines = (
        title,
        "",
        f"1. 把压缩包整个解压到一个文件夹（不要在压缩包里直接打开）。\n2. 双击 {_START}。不需要联网，也不需要安装任何软件。",
        "3. 更新：删去旧文件夹，解压新的压缩包。阅读进度保存在浏览器里。",
        "",
        f"1. Unpack the whole archive into a folder (do not open pages inside the archive).\n2. Open {_START}. Nothing to install, no network needed.",
        "3. To update, delete the old folder and unpack the new archive. Reading marks are kept by the browser.",
        "",
    )  # fmt: skip
    # Windows Notepad of old takes a file without a byte order mark for GBK, and wants its own line ends.
    return "\ufeff" + "\n".join(lines).replace("\n", "\r\n")


def _not_built(site: Path) -> Diagnostic:
    return whole_file(
        site, "BOK004", ("这里没有生成好的网站", "there is no built site here"),
        ("先运行 guizhang build", "build it first with: guizhang build"),
    )  # fmt: skip
