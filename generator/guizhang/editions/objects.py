"""A revision of a git repository to files, object by object.

No checkout, no filter and no attribute of the repository takes part, and the working tree is never touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from guizhang.editions.refusals import (
    SETTINGS,
    Refusal,
    absent,
    git_failed,
    no_content,
    no_repository,
    no_revision,
    refused,
    too_large,
)

FILES_MAX = 200_000
BYTES_MAX = 1 << 30
"""All YAML of a revision; a handbook of 100,000 articles has some 150 MB."""
SECONDS_MAX = 300
_SUFFIXES = (".yaml", ".yml")


def extract(revision: str, root: Path, target: Path) -> None:
    """Write the YAML of *revision* below *target*, as it stands in the project.

    Args:
        revision: A tag, a branch, a commit.
        root: The project, anywhere in its repository.
        target: An empty folder.

    Raises:
        Faulty: there is no such revision or repository, or it is too large.
    """
    if shutil.which("git") is None:
        raise refused(revision, absent("没有这个文件夹，也没有装 git", "there is no such folder, and no git"))
    ask = partial(_git, revision, root)
    prefix = ask("rev-parse", "--show-prefix", refusal=no_repository(root)).decode().strip()
    unknown = no_revision(root)
    name = f"{revision}^{{commit}}"
    commit = ask("rev-parse", "--verify", "--quiet", "--end-of-options", name, refusal=unknown).decode().strip()
    listed = ask("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", f"{prefix}content/", refusal=unknown)
    files = _files(listed, prefix)
    if SETTINGS not in (str(path) for _, path, _ in files):
        raise refused(revision, no_content())
    if len(files) > FILES_MAX or sum(size for _, _, size in files) > BYTES_MAX:
        raise refused(revision, too_large(FILES_MAX, BYTES_MAX >> 20))
    _write(root, files, target, revision)


def _files(listed: bytes, prefix: str) -> list[tuple[str, PurePosixPath, int]]:
    """Return (object, path below the project, bytes) of the YAML files; links and submodules are none."""
    found = []
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        if not line:
            continue
        about, _, path = line.partition("\t")
        mode, _, name, size = about.split()
        if mode.startswith("100") and path.endswith(_SUFFIXES):
            found.append((name, PurePosixPath(path.removeprefix(prefix)), int(size)))
    return found


def _write(root: Path, files: Sequence[tuple[str, PurePosixPath, int]], target: Path, revision: str) -> None:
    failed = git_failed("git 没有给出要的文件", "git did not give the files asked for")
    asked = "".join(f"{name}\n" for name, _, _ in files).encode()
    told = _git(revision, root, "cat-file", "--batch", refusal=failed, given=asked)
    place = 0
    for name, path, size in files:
        # "<object> blob <size>\n", the bytes, and a line feed.
        head = f"{name} blob {size}\n".encode()
        data = told[place + len(head) : place + len(head) + size]
        if not told.startswith(head, place) or len(data) != size or ".." in path.parts:
            raise refused(revision, failed)
        place += len(head) + size + 1
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _git(revision: str, root: Path, *arguments: str, refusal: Refusal, given: bytes | None = None) -> bytes:
    # Nothing is fetched, written or asked for, whatever the repository's configuration says.
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the revision stands behind --end-of-options
            ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments],  # noqa: S607 - the user's own git
            input=given,
            capture_output=True,
            env={**os.environ, **quiet},
            timeout=SECONDS_MAX,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refused(
            revision, git_failed(f"git 超过 {SECONDS_MAX} 秒没有答复", f"git took more than {SECONDS_MAX} s")
        ) from None
    if done.returncode:
        raise refused(revision, refusal, done.stderr.decode("utf-8", "replace").partition("\n")[0])
    return done.stdout
