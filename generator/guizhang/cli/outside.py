"""A folder of drafts no handbook reads: the import says so, since `check` and `build` never would."""

from __future__ import annotations

import os
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.yamlio.content import project_root, shown


def outside_handbook(folder: Path) -> list[Diagnostic]:
    """Return the warning (IMP005) where *folder* is not, and does not lie in, the content/regulations of a handbook."""
    root = project_root(folder)
    home = root / "content" / "regulations"
    found = (root / "content" / "handbook.yaml").is_file()
    here = _as_typed(folder)
    if found and here.is_relative_to(_as_typed(home)):
        return []
    problem = Message(
        "手册不读这个文件夹里的草稿，check 和网站里都不会有",
        "no handbook reads drafts in this folder: neither check nor the site has them",
    )
    inside = found and here.is_relative_to(_as_typed(root))
    mend = (
        Message(
            f"改用 -o {shown(home)}，再删去写在这里的草稿", f"use -o {shown(home)} and delete the drafts written here"
        )
        if inside
        else Message(
            "改用手册的 content/regulations；还没有手册，先用 guizhang init 建一个",
            "use content/regulations of a handbook; guizhang init makes one",
        )
    )
    return [Diagnostic("IMP005", Severity.WARNING, Source(str(folder)), "", problem, mend)]


def _as_typed(path: Path) -> Path:
    """Return *path* from the root, without its dots; links stay, as they were typed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links away from what was typed
