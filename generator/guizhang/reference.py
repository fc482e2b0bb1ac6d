"""The reference handbook that a company starts from."""

from __future__ import annotations

import shutil
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.files import new_folder

PARTS = ("content", "quizzes", "mkdocs.yml")
"""What `guizhang init` copies from the reference handbook."""
ADOPTING = "docs/adopting.md"
"""Copied as ADOPTING.md: how to make the reference handbook one's own."""
IMPORTING = "docs/importing.md"
"""Copied as IMPORTING.md: how to bring in the rules one has."""
SCHEMAS = "content/.schema"
STARTER = Path(__file__).parent / "starter"
"""One article and one item, for a company that starts from nothing."""


def reference_root() -> Path:
    """Return the folder of the reference handbook: inside an installed package, or the checkout it runs from.

    Raises:
        FileNotFoundError: the package was installed without its reference content.
    """
    package = Path(__file__).parent
    for folder in (package / "reference", package.parents[1]):
        if all((folder / part).exists() for part in (*PARTS, ADOPTING, IMPORTING)):
            return folder
    raise FileNotFoundError(package / "reference")


def copy_reference(target: Path, *, empty: bool = False) -> None:
    """Start a handbook in *target*, all of it or nothing.

    Args:
        target: A folder that is not there yet, or has nothing but hidden files (``.git``); it may be the current one.
        empty: One example article instead of the reference handbook.

    Raises:
        Faulty: there is something at *target* already.
    """
    if target.exists() and any(not there.name.startswith(".") for there in target.iterdir()):
        problem = Message("文件夹不是空的", "the folder is not empty")
        mend = Message("换一个新的文件夹", "choose a new folder")
        raise Faulty([Diagnostic("CLI001", Severity.ERROR, Source(str(target)), "", problem, mend)])
    source = reference_root()
    # A folder that is there stays: a shell may stand in it, and .git be in it.
    made = target / ".guizhang" if target.exists() else target
    with new_folder(made) as folder:
        if empty:
            shutil.copytree(STARTER, folder, dirs_exist_ok=True)
            shutil.copytree(source / SCHEMAS, folder / SCHEMAS)
            shutil.copyfile(source / "mkdocs.yml", folder / "mkdocs.yml")
        else:
            for part in PARTS:
                copy = shutil.copytree if (source / part).is_dir() else shutil.copyfile
                copy(source / part, folder / part)
            shutil.copyfile(source / ADOPTING, folder / "ADOPTING.md")
        shutil.copyfile(source / IMPORTING, folder / "IMPORTING.md")
    if made != target:
        for path in made.iterdir():
            path.rename(target / path.name)
        made.rmdir()


def example_left(root: Path) -> list[str]:
    """Return which files of the example a handbook still has, unchanged, as paths below *root*; none where its rules are gone or changed."""
    rules = _unchanged(root, "content/regulations")
    return [*rules, *_unchanged(root, "quizzes")] if rules else []


def _unchanged(root: Path, part: str) -> list[str]:
    files = sorted(path for path in (STARTER / part).rglob("*") if path.is_file())
    names = [path.relative_to(STARTER).as_posix() for path in files]
    return [name for name in names if (root / name).is_file() and _words(root / name) == _words(STARTER / name)]


def _words(path: Path) -> bytes:
    """Return what a file says, whatever its line ends."""
    return path.read_bytes().replace(b"\r\n", b"\n")
