"""Elements of WordprocessingML, for documents whose body is written as XML."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, /, *inner: _Element, **attributes: str) -> _Element:
    """Return an element of WordprocessingML; name and attributes are given without their namespace."""
    made = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W})
    for attribute, value in attributes.items():
        made.set(f"{{{W}}}{attribute}", value)
    made.extend(inner)
    return made


def clean(text: str) -> str:
    """Return *text* with U+FFFD for each character XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def text_element(piece: str) -> _Element:
    """Return the text of a run; blanks at its ends count."""
    made = element("t")
    made.set(_SPACE, "preserve")
    made.text = piece
    return made
