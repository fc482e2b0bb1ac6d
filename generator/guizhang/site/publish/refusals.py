"""Why a handbook is not published: what is not decided yet, and what was never meant for readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.site.publish.manifest import NAME, files_below
from guizhang.yamlio.content import shown

_WORKING_FOLDERS = frozenset("secret handout quizzes bank blueprints rubrics responses grades __pycache__".split())
"""Folders of ours, and of trainers, that hold keys, papers, marks or sources."""
_WORKING_NAMES = frozenset("exam.json id_rsa id_dsa id_ecdsa id_ed25519 thumbs.db".split())
_WORKING_SUFFIXES = frozenset(
    ".yaml .yml .pem .key .p12 .pfx .jks .ppk .kdbx .jwk .asc .gpg .sqlite .duckdb .db .bak .log .py .pyc .sh .tmp".split()
)
_SECRETS = (
    (re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY"), Message("私钥", "a private key")),
    (re.compile(rb'"kty"\s*:.*"d"\s*:|"d"\s*:.*"kty"\s*:', re.DOTALL), Message("私钥（JWK）", "a private key (JWK)")),
)
_SNIFFED_BYTES = 1_000_000
"""Keys are small; what is larger is told by its name alone."""


def refused(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what the checks found, with marks for review on adopted rules as the errors they are here."""
    for fault in found:
        if fault.code == "REV002":
            yield replace(fault, code="PUB001", severity=Severity.ERROR)
        else:
            yield fault


def hidden_links(folders: Iterable[Path]) -> Iterator[Diagnostic]:
    """Yield PUB003 for every link below one of *folders* that leads out of it: what is behind would be published."""
    for folder in folders:
        inside = folder.resolve()
        for path in folder.rglob("*"):
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                target = path.readlink()
                yield _error(
                    "PUB003",
                    Source(shown(path)),
                    Message(f"这个链接指向文件夹之外：{target}", f"this link leads out of the folder: {target}"),
                    Message("把要发布的文件本身放进来", "put the file itself here if it is to be published"),
                )


def working_files(site: Path, written: Path) -> Iterator[Diagnostic]:
    """Yield PUB002 for every file of *site* that is no reader's; *written* is the folder of hand-written pages."""
    for path in files_below(site):
        place = PurePosixPath(path.relative_to(site).as_posix())
        source = written / place
        copied = source.is_file()
        what = _working(place, copied=copied) or (_secret(path) if copied else None)
        if what:
            yield _error(
                "PUB002",
                Source(shown(source) if copied else place.as_posix()),
                Message(f"会被发布，但它是{what.zh}", f"this would be published, and it is {what.en}"),
                Message("把它移出手写页面的文件夹", "move it out of the folder of hand-written pages"),
            )


def unfit_output(root: Path, out: Path) -> Iterator[Diagnostic]:
    """Yield PUB004 when what is published into *out* would lie among sources, or replace something else."""
    target, inside = out.resolve(), root.resolve()
    own = [inside / folder for folder in ("content", "quizzes", "docs", "site", ".git")]
    problem = None
    if target == inside or target in inside.parents:
        problem = Message("这里是手册的文件夹，或在它上面", "this is the handbook's own folder, or above it")
    elif any(target == folder or folder in target.parents for folder in own):
        problem = Message("这里放的是手册的原稿或别的成果", "this is where the handbook's sources or other results lie")
    elif out.exists() and not out.is_dir():
        problem = Message("这是一个文件", "this is a file")
    elif out.is_dir() and any(out.iterdir()) and not (out / NAME).is_file():
        problem = Message("这里已有别的文件，不是先前发布的", "this holds something else than an earlier publication")
    if problem:
        mend = Message("换一个空文件夹，例如 published/", "choose an empty folder, such as published/")
        yield _error("PUB004", Source(shown(out)), problem, mend)


def no_address(config: Path) -> Diagnostic:
    """Return the fault of a handbook that anybody may find, and that does not say where."""
    return _error(
        "PUB005",
        Source(shown(config)),
        Message("公开发布需要 site_url，网站地图里要写完整地址", "publishing openly needs site_url: a sitemap names full addresses"),
        Message("在 mkdocs.yml 里写上，例如 site_url: https://handbook.example.com/",
                "add it to mkdocs.yml, such as site_url: https://handbook.example.com/"),
    )  # fmt: skip


def _working(place: PurePosixPath, *, copied: bool) -> Message | None:
    if any(part.startswith(".") for part in place.parts):
        return Message("隐藏文件", "a hidden file")
    # A regulation may well be called `secret`: only folders somebody filled by hand are told by their names.
    if copied and _WORKING_FOLDERS & {part.lower() for part in place.parts[:-1]}:
        return Message("工作文件夹里的文件（考题、答案、成绩）", "from a working folder (questions, keys, marks)")
    if place.name.lower() in _WORKING_NAMES or place.suffix.lower() in _WORKING_SUFFIXES:
        return Message("原稿、密钥或工作文件", "a source, a key or a working file")
    return None


def _secret(path: Path) -> Message | None:
    if path.stat().st_size > _SNIFFED_BYTES:
        return None
    data = path.read_bytes()
    return next((what for pattern, what in _SECRETS if pattern.search(data)), None)


def _error(code: str, source: Source, problem: Message, mend: Message) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, source, "", problem, mend)
