"""The reference handbook that a company starts from."""

from __future__ import annotations

import shutil
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.files import new_folder

PARTS = ("content", "quizzes", "mkdocs.yml")
"""What `guizhang init` copies."""


def reference_root() -> Path:
    """Return the folder of the reference handbook: inside an installed package, or the checkout it runs from.

    Raises:
        FileNotFoundError: the package was installed without its reference content.
    """
    package = Path(__file__).parent
    for folder in (package / "reference", package.parents[1]):
        if all((folder / part).exists() for part in PARTS):
            return folder
    raise FileNotFoundError(package / "reference")


def copy_reference(target: Path) -> None:
    """Copy the reference handbook to *target*, all of it or nothing.

    Raises:
        Faulty: there is something at *target* already.
    """
    if target.exists() and any(target.iterdir()):
        problem = Message("文件夹不是空的", "the folder is not empty")
        mend = Message("换一个新的文件夹", "choose a new folder")
        raise Faulty([Diagnostic("CLI001", Severity.ERROR, Source(str(target)), "", problem, mend)])
    source = reference_root()
    with new_folder(target) as folder:
        for part in PARTS:
            if (source / part).is_dir():
                shutil.copytree(source / part, folder / part)
            else:
                shutil.copyfile(source / part, folder / part)
