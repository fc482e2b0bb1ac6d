"""What was published: every file with its hash, so that a company can see whether its server still holds just that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.handbook import Settings

NAME = "manifest.json"
_FORM = 1
_SERVERS_OWN = frozenset({".htaccess", "web.config"})
"""Apache and IIS read their settings from the site's folder; what a company writes there is its own."""


@dataclass(frozen=True)
class Manifest:
    """The files of one publication."""

    title: str
    edition: str | None
    files: Mapping[str, tuple[int, str]]
    """Path -> bytes, SHA-256."""

    @property
    def digest(self) -> str:
        """One hash for all of them; the lines it covers are those ``sha256sum`` writes."""
        lines = (f"{files[1]}  {path}\n" for path, files in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    @property
    def size_bytes(self) -> int:
        """What all files take."""
        return sum(size for size, _ in self.files.values())

    def dump(self) -> bytes:
        """Return the manifest as JSON; the same site gives the same bytes."""
        files = {path: {"bytes": size, "sha256": found} for path, (size, found) in sorted(self.files.items())}
        data = {"manifest": _FORM, "title": self.title, "edition": self.edition, "digest": self.digest, "files": files}
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def take(site: Path, settings: Settings) -> Manifest:
    """Return the manifest of the files in *site*."""
    return Manifest(settings.title.either("zh"), settings.edition, _files(site))


def differences(folder: Path) -> list[Diagnostic]:
    """Return how ``public/`` in *folder* differs from the manifest beside it.

    Raises:
        Faulty: there is no manifest, or it is none of ours.
    """
    path = folder / NAME
    try:
        data: Any = json.loads(path.read_bytes())
        expected = {str(name): str(entry["sha256"]) for name, entry in data["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise Faulty(
            [
                _fault(
                    path,
                    Message("没有可用的发布清单", "there is no manifest of a publication here"),
                    Message("指向 guizhang publish 写出的文件夹", "name the folder guizhang publish wrote"),
                )
            ]
        ) from fault
    public = folder / "public"
    found = {name: digest for name, (_, digest) in _files(public).items() if name not in _SERVERS_OWN}
    again = Message("重新发布：guizhang publish", "publish again: guizhang publish")
    said = {
        "missing": Message("发布过的文件不见了", "a published file is missing"),
        "changed": Message("和发布时不同", "not as it was published"),
        "extra": Message("不是发布的文件", "this file was not published"),
    }
    faults = []
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            kind = "missing" if name not in found else "extra" if name not in expected else "changed"
            faults.append(_fault(public / name, said[kind], again))
    return faults


def _files(site: Path) -> dict[str, tuple[int, str]]:
    return {path.relative_to(site).as_posix(): _measured(path) for path in files_below(site)}


def files_below(site: Path) -> Iterator[Path]:
    """Yield every file in *site*, in the order of their paths."""
    yield from sorted(path for path in site.rglob("*") if path.is_file())


def _measured(path: Path) -> tuple[int, str]:
    data = path.read_bytes()
    return len(data), hashlib.sha256(data).hexdigest()


def _fault(path: Path, problem: Message, mend: Message) -> Diagnostic:
    return Diagnostic("PUB008", Severity.ERROR, Source(path.as_posix()), "", problem, mend)
