"""What this machine has of the things Guizhang can use, and how to get the rest."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.diagnostics import Message


@dataclass(frozen=True)
class Finding:
    """One thing that is there or missing."""

    found: bool
    message: Message


def examine() -> Iterator[Finding]:
    """Yield what was looked for, in the order it matters."""
    yield _font()
    yield _office()


def _font() -> Finding:
    names = cjk_fonts()
    if names:
        return Finding(True, Message(f"中文字体：{names[0]}", f"Chinese font: {names[0]}"))
    return Finding(
        False,
        Message(
            "没有中文字体，试卷 PDF 排不出中文；Debian/Ubuntu：apt install fonts-noto-cjk",
            "no Chinese font, so PDF papers cannot show Chinese; on Debian or Ubuntu: apt install fonts-noto-cjk",
        ),
    )


def _office() -> Finding:
    if shutil.which("soffice") or shutil.which("libreoffice"):
        return Finding(
            True,
            Message(
                "LibreOffice：可导入 .doc、.rtf、.odt、.xls、.ods",
                "LibreOffice: .doc, .rtf, .odt, .xls and .ods files can be imported",
            ),
        )
    return Finding(
        False,
        Message(
            "没有 LibreOffice；只有导入 .doc、.wps、.rtf、.odt、.xls、.ods 时才用得到",
            "no LibreOffice; it is needed only to import .doc, .wps, .rtf, .odt, .xls and .ods",
        ),
    )


def cjk_fonts() -> list[str]:
    """Return the families of installed fonts that cover Chinese; empty where fontconfig is absent."""
    command = shutil.which("fc-list")
    if command is None:
        return []
    # A fixed command found on the PATH; nothing a user typed is in it.
    done = subprocess.run([command, ":lang=zh", "family"], capture_output=True, text=True, check=False)  # noqa: S603
    return sorted({line.split(",")[0].strip() for line in done.stdout.splitlines() if line.strip()})
