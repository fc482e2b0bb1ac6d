"""Names of WordprocessingML, and its three kinds of attribute values."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    "http://purl.oclc.org/ooxml/officeDocument/math": M,
    "http://purl.oclc.org/ooxml/drawingml/main": A,
    "http://purl.oclc.org/ooxml/drawingml/diagram": DGM,
    "http://purl.oclc.org/ooxml/drawingml/chart": CHART,
}
"""ISO 29500 Strict has names of its own for the same elements; they are turned into the common ones on reading."""

UNDERSTOOD = frozenset(
    {
        W,
        R,
        M,
        A,
        V,
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    }
)
"""Extensions whose text this reader finds, so that it may take an AlternateContent's Choice."""


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def child(node: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first WordprocessingML descendant along *path*, one level per name."""
    for name in path:
        if node is None:
            return None
        node = node.find(f"{{{W}}}{name}")
    return node


def value(node: etree._Element | None, *path: str) -> str | None:
    """Return ``w:val`` of the element along *path*."""
    found = child(node, *path)
    return None if found is None else found.get(w("val"))


def number(text: str | None) -> int | None:
    """Return a decimal attribute, or None where it is missing or not a number Word could have written."""
    if text is None or len(text) > 11:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def flag(node: etree._Element | None, name: str) -> bool | None:
    """Return an on/off property of a property list: None where it is not stated."""
    found = child(node, name)
    if found is None:
        return None
    return found.get(w("val"), "true").lower() not in {"0", "false", "off"}
