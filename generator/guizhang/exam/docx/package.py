"""The parts of a Word document and the archive they stand in.

Written without a template: a document made from one brings along styles, names and times that are not ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree
from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.numbering import numbering
from guizhang.exam.docx.styles import FACES, styles
from guizhang.tables.packing import pack
from guizhang.tables.wordml import W, clean, element

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_DC, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE = "2000-01-01T00:00:00Z"
"""Word shows when a document was made, and its bytes must not depend on that."""
_LONGEST_PROPERTY = 255
# Word's own layout since 2013; without this it opens the document in a mode for older ones.
_WORD = ("compatibilityMode", "http://schemas.microsoft.com/office/word", "15")


@dataclass(frozen=True)
class Document:
    """What a document says; how it looks is the same for all of ours."""

    title: str
    creator: str
    look: Look
    body: Sequence[_Element]
    header: Sequence[_Element] = ()
    """Paragraphs at the head of every look."""
    footer: Sequence[_Element] = ()


def packed(document: Document) -> bytes:
    """Return *document* as a DOCX file; the same document gives the same bytes."""
    around = {"header": document.header, "footer": document.footer}
    edges = {kind: content for kind, content in around.items() if content}
    roots = {"hdr": edges.get("header"), "ftr": edges.get("footer")}
    parts: dict[str, tuple[str, bytes]] = {
        "styles": ("styles", styles(document.look)),
        "numbering": ("numbering", numbering(document.look)),
        "settings": ("settings", _xml(_settings())),
        "fontTable": ("fontTable", _xml(_fonts())),
    }
    for kind, (root, content) in zip(around, roots.items(), strict=True):
        if content:
            parts[kind] = (kind, _xml(element(root, *content)))
    ids = {name: f"rId{number}" for number, name in enumerate(parts, 1)}
    body = element("body", *document.body, _section(document.look, {kind: ids[kind] for kind in edges}))
    files = {
        "[Content_Types].xml": _xml(_types({name: kind for name, (kind, _) in parts.items()})),
        "_rels/.rels": _xml(
            _related([("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                      ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")])
        ),
        "docProps/core.xml": _xml(_core(document.title, document.creator)),
        "word/document.xml": _xml(element("document", body)),
        "word/_rels/document.xml.rels": _xml(
            _related([(ids[name], f"{_OFFICE}/{kind}", f"{name}.xml") for name, (kind, _) in parts.items()])
        ),
        **{f"word/{name}.xml": data for name, (_, data) in parts.items()},
    }  # fmt: skip
    return pack(files.items())


def _xml(root: _Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _section(look: Look, edges: dict[str, str]) -> _Element:
    found = element("sectPr")
    for kind, relation in edges.items():
        # The prefix is named here: otherwise it is whatever another library of this process has registered, or ns0.
        reference = etree.Element(f"{{{W}}}{kind}Reference", nsmap={"w": W, "r": _OFFICE})
        reference.set(f"{{{W}}}type", "default")
        reference.set(f"{{{_OFFICE}}}id", relation)
        found.append(reference)
    width, height = look.sheet
    turned = {"orient": "landscape"} if look.wide else {}
    found.append(element("pgSz", w=str(width), h=str(height), **turned))
    sides = {side: str(look.margin) for side in ("top", "right", "bottom", "left")}
    found.append(element("pgMar", **sides, header=str(look.margin // 2), footer=str(look.margin // 2), gutter="0"))
    return found


def _root(namespace: str, name: str) -> _Element:
    """Return the root of a part of the package; some readers know its elements without a prefix only."""
    return etree.Element(f"{{{namespace}}}{name}", nsmap=cast("dict[str, str]", {None: namespace}))


def _types(parts: dict[str, str]) -> _Element:
    namespace = f"{_PACKAGE}/content-types"
    root = _root(namespace, "Types")
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{namespace}}}Default", Extension=extension, ContentType=kind)
    named = {
        "/word/document.xml": f"{_WORDML}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}.xml": f"{_WORDML}.{kind}+xml" for name, kind in parts.items()},
    }
    for name, kind in named.items():
        etree.SubElement(root, f"{{{namespace}}}Override", PartName=name, ContentType=kind)
    return root


def _related(targets: Iterable[tuple[str, str, str]]) -> _Element:
    namespace = f"{_PACKAGE}/relationships"
    root = _root(namespace, "Relationships")
    for relation, kind, target in targets:
        etree.SubElement(root, f"{{{namespace}}}Relationship", Id=relation, Type=kind, Target=target)
    return root


def _core(title: str, creator: str) -> _Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, text in (("title", title), ("creator", creator)):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = clean(text)[:_LONGEST_PROPERTY]
    for name in ("created", "modified"):
        made = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        made.text = _MADE
    return root


def _settings() -> _Element:
    name, uri, value = _WORD
    return element(
        "settings",
        element("defaultTabStop", val="420"),
        element("characterSpacingControl", val="compressPunctuation"),
        element("compat", element("compatSetting", name=name, uri=uri, val=value)),
        element("themeFontLang", val="en-GB", eastAsia="zh-CN"),
    )


def _fonts() -> _Element:
    """Return by which other name each font may be installed, and what to look for where it is not."""
    found = []
    for face in FACES:
        properties = [element("altName", val=face.other)] if face.other else []
        properties.append(element("panose1", val=face.panose))
        properties.append(element("charset", val=face.charset))
        properties += [element("family", val=face.family), element("pitch", val="variable")]
        found.append(element("font", *properties, name=face.name))
    return element("fonts", *found)
