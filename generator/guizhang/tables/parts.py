"""The parts of an office file: an archive that is bounded before it is unpacked, XML without a document type."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

MAX_UNPACKED_BYTES = 512 * 1024 * 1024
MAX_PARTS = 2_000
_CHUNK = 1 << 16
Attributes = dict[str, str]


class Stranger(ValueError):
    """A part is not what an office program writes."""


def parse(
    stream: IO[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> None:
    """Tell *start*, *end* and *text* what stands in a part, in its order, until there is *enough*.

    Names come with their namespace and a blank before them: see `local`.

    Raises:
        expat.ExpatError: This is no XML.
        Stranger: It declares a document type; workbooks have none, entity bombs do.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    while not enough():
        chunk = stream.read(_CHUNK)
        parser.Parse(chunk, not chunk)
        if not chunk:
            break


def _refuse(*_: object) -> None:
    raise Stranger("DOCTYPE")


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


class Package:
    """An opened archive."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self._archive.namelist())

    def refusal(self) -> tuple[str, str] | None:
        """Return why this archive is not unpacked, in zh and en."""
        parts = self._archive.infolist()
        if len(parts) > MAX_PARTS:
            return f"压缩包里有 {len(parts)} 个部件", f"the archive holds {len(parts)} parts"
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MAX_UNPACKED_BYTES:
            return f"解压后有 {unpacked:,} 字节", f"it unpacks to {unpacked:,} bytes"
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with self._archive.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(_CHUNK).replace(b"\x00", b""):
                        return f"{part.filename} 含有文档类型声明", f"{part.filename} declares a document type"
        return None

    def open(self, name: str) -> IO[bytes]:
        """Return a part as a stream.

        Raises:
            KeyError: There is no such part.
        """
        return self._archive.open(name)

    def tags(self, name: str) -> Iterator[tuple[str, Attributes]]:
        """Yield the elements of a part, without their namespaces, and their attributes."""
        found: list[tuple[str, Attributes]] = []
        with self.open(name) as stream:
            parse(stream, lambda tag, attributes: found.append((tag, attributes)))
        for tag, attributes in found:
            yield local(tag), {local(key): value for key, value in attributes.items()}

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part (``""``: of the package): id -> what it is, and the part's name."""
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self.names:
            return {}
        return {
            a["Id"]: (a["Type"].rpartition("/")[2], posixpath.normpath(posixpath.join("/", folder, a["Target"]))[1:])
            for tag, a in self.tags(relations)
            if tag == "Relationship" and a.get("TargetMode") != "External"
        }

    def part_of(self, name: str, kind: str) -> str | None:
        """Return the part of one kind that *name* is related to."""
        return next((part for what, part in self.related(name).values() if what == kind and part in self.names), None)
