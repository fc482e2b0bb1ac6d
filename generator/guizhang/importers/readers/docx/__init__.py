"""DOCX: text, automatic numbers and everything that is not seen, out of the container's own XML.

The numbers Word prints (第一条) are not in the text but in three parts of the file; ``numbering`` and ``counters`` work them
out. ``native`` counts the characters once more by other means, so that a forgotten text box is found on every import.
"""

from __future__ import annotations

from xml.parsers.expat import ExpatError

from guizhang.importers.extract import Extract
from guizhang.importers.readers.composing import put_together
from guizhang.importers.readers.docx import native, refusals
from guizhang.importers.readers.docx.archive import OLE, Archive
from guizhang.importers.readers.docx.document import Document, Mend

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

__all__ = ["SUFFIXES", "describe", "read"]


def read(data: bytes, mend: Mend | None = None) -> Extract:
    """Return text, numbers and drops of a Word document.

    Args:
        data: The file's bytes. A Word 97-2003 file under this suffix is converted first.
        mend: Changes the root of numbering.xml before it is read: puts back what a converter left out.

    Raises:
        ImportRefused: It is password-protected, damaged, truncated, a bomb, no Word file, or has no text in it.
    """
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise refusals.protected()
        from guizhang.importers.readers import office

        return office.read(data)
    if not data.startswith(b"PK"):
        raise refusals.other_kind(*describe(data), "Word")
    archive = Archive(data)
    if archive.has("mimetype"):
        from guizhang.importers.readers import office

        if office.open_document(archive) == ".odt":
            return office.read(data)
    try:
        document = Document(archive, mend)
        rows, dropped = document.read()
        if not any(row.text.strip() for row in rows):
            raise refusals.wordless(document.pictures)
        return put_together(rows, dropped, native.count(data))
    except ExpatError as fault:
        raise refusals.damaged("正文不是正确的 XML", "its text is not well-formed XML") from fault
    except RecursionError as fault:
        raise refusals.oversized("嵌套层数过多", "it is nested too deeply") from fault


def describe(data: bytes) -> tuple[str, str]:
    """Return, in Chinese and English, what a file is that starts like no office file."""
    for magic, zh, en in (
        (b"", "文件是空的", "it is empty"),
        (b"%PDF-", "是 PDF 文件", "it is a PDF file"),
        (b"{\\rtf", "是 RTF 文件", "it is an RTF file"),
        (b"<", "是网页或 XML 文件", "it is a web page or XML file"),
    ):
        if data == magic or (magic and data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic)):
            return zh, en
    return "不是办公文档", "it is no office document"
