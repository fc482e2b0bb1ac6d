"""DOC, WPS, RTF and ODT through LibreOffice, where it is installed: converted to DOCX, then read as DOCX.

Every conversion has a profile of its own in a private folder: two imports do not disturb each other, no macro or setting of
the user's LibreOffice takes part, and nothing is left behind.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from functools import partial
from pathlib import Path

from guizhang.importers.extract import Extract
from guizhang.importers.readers import docx, rtf_numbers, word97, word97_numbers
from guizhang.importers.readers.compound import Compound, is_whole
from guizhang.importers.readers.docx import refusals
from guizhang.importers.readers.docx.archive import OLE, Archive, root_name
from guizhang.importers.refusal import ImportRefused

SUFFIXES = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott")
LIMIT_SECONDS = 120
MAX_BYTES = 128 * 1024 * 1024

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TABLES = {"0Table", "1Table"}
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORKS_STREAMS = tuple(name.encode("utf-16-le") for name in ("CONTENTS", "MatOST"))
_OTHER_STREAMS = {
    "Workbook": "Excel 97-2003",
    "PowerPoint Document": "PowerPoint 97-2003",
}
_MANIFEST = "META-INF/manifest.xml"
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
# Told what a file is, LibreOffice does not guess; left to guess, it reads a damaged DOC as plain text: a page of rubbish.
_READERS = {
    ".doc": "MS Word 97",
    ".w95": "MS Word 95",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".wps": "MS_Works",
    ".xml": "MS Word 2003 XML",
}
# No macros, no linked content, no questions; the registry of the private profile says so before LibreOffice starts.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def read(data: bytes) -> Extract:
    """Return text, numbers and drops of a document LibreOffice can open.

    Args:
        data: The file's bytes: Word 97-2003, Word 2003 XML, WPS, RTF or ODT by content; a DOCX is read as such, whatever its name.

    Raises:
        ImportRefused: LibreOffice is not installed or cannot open the file, or the file is protected or none of these.
    """
    if data.startswith(b"PK") and open_document(Archive(data)) != ".odt":
        return docx.read(data)
    suffix = _suffix(data)
    if len(data) > MAX_BYTES:
        raise refusals.oversized("超过 128 MB", "more than 128 MB")
    if suffix == ".rtf":
        data = rtf_numbers.write_out(data)
    lists = word97.read_lists(data) if suffix == ".doc" else None
    return docx.read(convert(data, suffix), partial(word97_numbers.restore, lists=lists) if lists else None)


def find_soffice() -> str | None:
    """Return the path of LibreOffice's program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(data: bytes, suffix: str, *, target: str = "docx", limit_seconds: float = LIMIT_SECONDS) -> bytes:
    """Return *data* in a format of today.

    Args:
        data: A document LibreOffice can open.
        suffix: What it is: .doc, .w95 (Word 6 and 95), .rtf, .odt, .wps (Microsoft Works), .xml (Word 2003), .xls or .ods.
        target: ``docx`` or ``xlsx``.
        limit_seconds: How long the conversion may take.

    Raises:
        ImportRefused: LibreOffice is missing, failed or took too long.
    """
    program = find_soffice()
    if program is None:
        raise ImportRefused(
            "读取 DOC、WPS、RTF、ODT、XLS 和 ODS 文件需要 LibreOffice，本机没有安装",
            "DOC, WPS, RTF, ODT, XLS and ODS files are read through LibreOffice, which is not installed",
            "请安装 LibreOffice（Debian/Ubuntu：apt install libreoffice-writer libreoffice-calc），"
            "或用 Word、WPS 或 Excel 另存为 .docx 或 .xlsx 后导入",
            "install LibreOffice (Debian/Ubuntu: apt install libreoffice-writer libreoffice-calc), "
            "or save it as .docx or .xlsx and import that",
        )
    with tempfile.TemporaryDirectory(prefix="guizhang-office-") as folder:
        home = Path(folder)
        source = home / f"source{suffix}"
        source.write_bytes(data)
        settings = home / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        what = [f"--infilter={_READERS[suffix]}", "--convert-to", _FILTERS[target], "--outdir", str(home / "out")]
        done = _run([program, *_options(home), *what, str(source)], home, limit_seconds)
        result = home / "out" / f"source.{target}"
        if not done or not result.is_file():
            raise refusals.damaged(
                "LibreOffice 打不开它" if done else "LibreOffice 转换超时",
                "LibreOffice cannot open it" if done else "LibreOffice took too long to convert it",
            )
        return result.read_bytes()


def _options(home: Path) -> list[str]:
    return [
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nofirststartwizard",
    ]


def _run(command: list[str], home: Path, limit_seconds: float) -> bool:
    """Run *command* in a process group of its own; return whether it ended by itself.

    soffice is a script that starts others: ending only the first would leave the converter running, so on time-out the
    whole group we started is ended, by its id.
    """
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL", "TMPDIR"}}
    process = subprocess.Popen(  # noqa: S603 - a fixed program; the document is an argument, never a command
        command,
        cwd=home,
        env=environment | {"HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=limit_seconds)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _suffix(data: bytes) -> str:
    """Return the suffix by which LibreOffice shall open *data*.

    Raises:
        ImportRefused: It is protected, or no document LibreOffice's Writer reads.
    """
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise refusals.protected()
        if _WORD_STREAM not in data:
            for stream, what in _OTHER_STREAMS.items():
                if stream.encode("utf-16-le") in data:
                    raise refusals.other_kind(f"是 {what} 文件", f"it is a file of {what}", "Word")
            if any(stream in data for stream in _WORKS_STREAMS):
                return ".wps"
            if not is_whole(data):
                raise refusals.damaged("文件的目录读不出来", "its directory cannot be read")
            raise refusals.other_kind("里面没有 Word 正文", "there is no Word text in it", "Word")
        head = _information_block(data)
        if head is None:
            raise refusals.damaged("找不到 Word 正文的开头", "the head of its Word text is missing")
        if data[head + 11 : head + 12] and data[head + 11] & 0x01:
            raise refusals.protected()
        # Word 6 and 95 keep their tables in the stream of the text, and LibreOffice has another reader for them.
        return ".doc" if not is_whole(data) or _TABLES & {*Compound(data).names()} else ".w95"
    if data.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK"):
        return ".odt"
    if root_name(data) == "wordDocument":
        return ".xml"
    raise refusals.other_kind(*docx.describe(data), "Word")


def _information_block(data: bytes) -> int | None:
    """Return where the file information block of a Word file starts, or None where it has none ([MS-DOC] 2.5.2).

    It stands at the start of a sector (of a short one in short files), opens with 0xA5EC (Word 97-2003) or 0xA5DC (Word 6 and
    95) and a version; bit 8 of the flags at offset 10 says that the text is encrypted.
    """
    for at in range(512, len(data), 64):
        version = int.from_bytes(data[at + 2 : at + 4], "little")
        if data[at : at + 2] in {b"\xec\xa5", b"\xdc\xa5"} and 0x60 <= version <= 0x120:
            return at
    return None


def open_document(archive: Archive) -> str:
    """Return the suffix of an OpenDocument file, .odt or .ods, or nothing where an archive is neither.

    Raises:
        ImportRefused: It is protected by a password.
    """
    kind = archive.read("mimetype") if archive.has("mimetype") else b""
    suffix = ".odt" if b"opendocument.text" in kind else ".ods" if b"opendocument.spreadsheet" in kind else ""
    if suffix and archive.has(_MANIFEST) and b":encryption-data" in archive.read(_MANIFEST):
        raise refusals.protected()
    return suffix
