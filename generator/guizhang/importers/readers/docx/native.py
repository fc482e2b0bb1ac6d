"""The second counter: characters of a DOCX's own text nodes, counted from the raw parts.

It shares no code with the reader: another zip access, another XML parser (expat), no styles, no relationships, no tree. If
the reader forgets a text box, a note or a whole part, the two disagree and ``audit_extract`` says so.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

# The common names and those of ISO 29500 Strict; anything else is not Word's, whatever it looks like.
_HOST = r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/"
_SPACES = tuple(
    (prefix, re.compile(_HOST + path.replace("/", "(?:/2006)?/")))
    for prefix, path in (
        ("w", "wordprocessingml/main"),
        ("m", "officeDocument/math"),
        ("a", "drawingml/main"),
        ("c", "drawingml/chart"),
        ("dgm", "drawingml/diagram"),
    )
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_VML = "urn:schemas-microsoft-com:vml"

_ROOTS = {("w", name) for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")} | {
    ("dgm", "dataModel"),
    ("c", "chartSpace"),
}
_TEXT = {("w", name) for name in ("t", "delText", "instrText", "delInstrText")} | {("m", "t"), ("a", "t"), ("c", "v")}
_SINGLE = {
    ("w", name): sign
    for name, sign in zip(("tab", "ptab", "noBreakHyphen", "softHyphen"), "\t\t\u2011\u00ad", strict=True)
}
_PROPERTIES = {("w", name) for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr")}
_ROOT_NAMES = {name for _, name in _ROOTS}
_OPENING = re.compile(r"\A\ufeff?(?:\s|<\?.*?\?>|<!--.*?-->)*<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")

Name = tuple[str, str]


def count(data: bytes) -> int:
    """Return the number of characters in all text nodes of a DOCX that the reader has accepted.

    A tab, a hyphen and a symbol element count one each; of alternate contents each different text counts once.

    Raises:
        expat.ExpatError: A part is not well-formed.
    """
    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        seen: set[str] = set()
        for info in archive.infolist():
            name = posixpath.normpath(info.filename.lower().replace("\\", "/")).lstrip("/")
            if name.endswith(".xml") and name not in seen:
                seen.add(name)
                content = _decode(archive.read(info))
                opening = _OPENING.match(content)
                if opening and opening.group(1) in _ROOT_NAMES:
                    total += _Part().count(content)
    return total


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if b"\x00" in content[:2]:
        return content.decode("utf-16-be" if content[:1] == b"\x00" else "utf-16-le", "replace")
    content = content.removeprefix(codecs.BOM_UTF8)
    declared = _ENCODING.match(content.lstrip())
    try:
        return content.decode(declared.group(1).decode("ascii") if declared else "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


@dataclass(slots=True)
class _Part:
    """Counts one part while it is parsed."""

    depth: int = 0
    counted: bool = False
    text_depth: int = 0
    """Depth of the text element we are in, or 0."""
    property_depth: int = 0
    stack: list[Name] = field(default_factory=list)
    pieces: list[list[str]] = field(default_factory=lambda: [[]])
    """Texts collected so far, one list per open branch of an alternate content."""
    branches: list[list[str]] = field(default_factory=list)
    """Texts of the finished branches, one list per open alternate content."""

    def count(self, content: str) -> int:
        # The text is decoded already, so what the part declares no longer holds.
        parser = expat.ParserCreate("utf-8", namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.Parse(content.encode("utf-8", "surrogatepass"), True)
        return sum(map(len, self.pieces[0]))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        element = _short(name)
        if self.depth == 1:
            self.counted = element in _ROOTS
        parent = self.stack[-1] if self.stack else ("", "")
        self.stack.append(element)
        if not self.counted or self.text_depth or self.property_depth:
            return
        if parent == ("mc", "AlternateContent"):
            self.pieces.append([])
        if element in _PROPERTIES:
            self.property_depth = self.depth
        elif element in _TEXT:
            self.text_depth = self.depth
        elif element in _SINGLE:
            self.pieces[-1].append(_SINGLE[element])
        elif element == ("w", "sym"):
            self.pieces[-1].append(_symbol(attributes))
        elif element == ("v", "textpath"):
            self.pieces[-1].append(attributes.get("string", ""))
        elif element == ("mc", "AlternateContent"):
            self.branches.append([])

    def _characters(self, text: str) -> None:
        if self.text_depth:
            self.pieces[-1].append(text)

    def _end(self, _name: str) -> None:
        element = self.stack.pop()
        parent = self.stack[-1] if self.stack else ("", "")
        if self.text_depth == self.depth:
            self.text_depth = 0
        if self.property_depth == self.depth:
            self.property_depth = 0
        if self.counted and not self.text_depth and not self.property_depth:
            if element == ("mc", "AlternateContent"):
                self.pieces[-1].extend(dict.fromkeys(self.branches.pop()))
            if parent == ("mc", "AlternateContent"):
                self.branches[-1].append("".join(self.pieces.pop()))
        self.depth -= 1


def _symbol(attributes: dict[str, str]) -> str:
    """Return one character for a symbol; it only has to differ where symbols differ."""
    code = next((value for name, value in attributes.items() if _short(name) == ("w", "char")), "")
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else "\ufffd"


def _refuse_doctype(*_: object) -> None:
    # The reader has refused such parts already; expanding entities is not left to luck.
    raise expat.ExpatError("a document type is declared")


def _short(name: str) -> Name:
    space, _, local = name.rpartition("\n")
    for prefix, pattern in _SPACES:
        if pattern.fullmatch(space):
            return prefix, local
    return {_COMPATIBILITY: "mc", _VML: "v"}.get(space, space), local
