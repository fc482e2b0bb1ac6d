"""Office files as bounded archives: what is read from outside is checked for size, ratio and declarations first."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from guizhang.importers.readers.docx import refusals
from guizhang.importers.readers.docx.names import STRICT

MAX_ENTRIES = 10_000
MAX_PART = 64 * 1024 * 1024
"""One XML part; the text of 500 pages takes about 5 MB."""
MAX_TOTAL = 192 * 1024 * 1024
"""All parts that are read, together."""
MAX_DECLARED = 4 * 1024 * 1024 * 1024
"""What the directory says everything unpacks to, pictures included."""
MAX_RATIO = 250
"""Unpacked : packed, for parts above FREE_SIZE. Word's own XML reaches 40, machine-written tables 100."""
FREE_SIZE = 2 * 1024 * 1024

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
"""What zipfile raises on damaged input, found by mutation; all of it means the same to the file's owner."""
# A document type can only stand before the root element: behind declarations, comments and blanks.
_DOCTYPE = re.compile(r"\A\ufeff?(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", re.DOTALL)
_ROOT = re.compile(r"\A\ufeff?(?:\s|<\?.*?\?>|<!--.*?-->)*<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_PROLOG = 64 * 1024


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part points."""

    kind: str
    """Last word of the relationship's type: header, footnotes, numbering."""
    target: str
    """Name of the part inside the archive; for an external target, as written."""
    external: bool


class Archive:
    """An office file's parts by name, read on demand within bounds."""

    def __init__(self, data: bytes) -> None:
        """Open *data*.

        Args:
            data: The file's bytes, starting with a zip signature.

        Raises:
            ImportRefused: It is damaged, encrypted or unpacks to too much.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _BROKEN as fault:
            raise refusals.damaged("压缩包的目录读不出来", "its zip directory cannot be read") from fault
        if len(infos) > MAX_ENTRIES:
            raise refusals.oversized(f"{len(infos):,} 个条目", f"{len(infos):,} entries")
        if sum(info.file_size for info in infos) > MAX_DECLARED:
            raise refusals.oversized("总量超过 4 GB", "more than 4 GB in all")
        # Some programs write back slashes or a leading slash; names in the package are case-insensitive.
        self._infos = {_key(info.filename): info for info in reversed(infos)}
        self._spent = 0

    def names(self) -> list[str]:
        """Return the names of all parts, normalised, in order of name."""
        return sorted(self._infos)

    def has(self, name: str) -> bool:
        """Return whether there is a part *name*."""
        return _key(name) in self._infos

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            ImportRefused: The part is damaged, encrypted or too large.
            KeyError: There is no such part.
        """
        info = self._infos[_key(name)]
        if info.flag_bits & 0x1:
            raise refusals.protected()
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise refusals.damaged(f"{name} 的压缩方法未知", f"{name} is packed in an unknown way")
        try:
            with self._zip.open(info) as stream:
                # The size in the directory may lie, so what is read counts.
                content = stream.read(MAX_PART + 1)
        except _BROKEN as fault:
            raise refusals.damaged(f"{name} 无法解压", f"{name} cannot be unpacked") from fault
        self._spent += len(content)
        if len(content) > MAX_PART or self._spent > MAX_TOTAL:
            raise refusals.oversized(f"{name} 超过上限", f"{name} is above the limit")
        if len(content) > FREE_SIZE and len(content) > MAX_RATIO * max(1, info.compress_size):
            raise refusals.oversized(f"{name} 的压缩比异常", f"{name} is packed far too well to be text")
        return content

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part, parsed without entities, network or DTD.

        Raises:
            ImportRefused: The part is not well-formed, declares a DTD, or is damaged or too large.
            KeyError: There is no such part.
        """
        return parse(self.read(name), name)

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Return what *part* points to, by relationship id; *part* may be ``""`` for the package itself."""
        folder, name = posixpath.split(_key(part))
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(path):
            return {}
        found: dict[str, Relationship] = {}
        for node in self.xml(path).iter("{*}Relationship"):
            target = unquote(node.get("Target", "").replace("\\", "/"))
            external = node.get("TargetMode") == "External"
            if not external:
                # An absolute target starts at the package's root; posixpath.join knows that.
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = node.get("Type", "").rsplit("/", 1)[-1]
            found[node.get("Id", "")] = Relationship(kind, target, external)
        return found


def parse(data: bytes, part: str) -> etree._Element:
    """Return the root of *data*; *part* is its name for messages.

    Raises:
        ImportRefused: It is not well-formed or declares a DTD.
    """
    if declares_dtd(data):
        raise refusals.entities(part)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise refusals.damaged(f"{part} 不是正确的 XML", f"{part} is not well-formed XML") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusals.entities(part)
    if b"purl.oclc.org/ooxml" in data:
        _common_names(root)
    return root


def declares_dtd(data: bytes) -> bool:
    """Return whether an XML text opens with a document type."""
    return _DOCTYPE.match(_head(data)) is not None


def root_name(data: bytes) -> str:
    """Return the local name of an XML text's root element without parsing it, or ``""`` if there is none in sight."""
    match = _ROOT.match(_head(data))
    return match.group(1) if match else ""


def _head(data: bytes) -> str:
    head = data[:_PROLOG]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if head[:2] in {b"<\x00", b"\x00<"}:
        return head.decode("utf-16-le" if head[0] else "utf-16-be", "replace")
    return head.decode("utf-8", "replace")


def _common_names(root: etree._Element) -> None:
    for node in root.iter("*"):
        node.tag = _common(str(node.tag))
        for name in list(node.attrib):
            common = _common(str(name))
            if common != name:
                node.attrib[common] = node.attrib.pop(name)


def _common(name: str) -> str:
    if not name.startswith("{http://purl.oclc.org/"):
        return name
    space, _, local = name[1:].partition("}")
    return f"{{{STRICT.get(space, space)}}}{local}"


def _key(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()
