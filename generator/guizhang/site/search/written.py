"""Hand-written pages to search units: a section is what stands under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from guizhang.model.text import Text
from guizhang.site.search.unit import Heading, Kind, Unit, Words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_BLOCKS = frozenset("p li dt dd td th pre blockquote figcaption h5 h6 div".split())
_HAN = re.compile("[㐀-鿿]")
_NOTHING = Words()


def units_of_page(path: str, title: Text, content: str) -> list[Unit]:
    """Return the sections of a hand-written page.

    Args:
        path: Its place on the site.
        title: Its title.
        content: Its HTML, without the frame.
    """
    whole = Words(normalize("NFC", title.zh or ""), normalize("NFC", title.en or ""))
    units: list[Unit] = []
    for anchor, heading, lines in _sections(content):
        body = Words(*("\n".join(text for lang, text in lines if lang == wanted) for wanted in ("zh", "en")))
        own = Words(*("".join(text for lang, text in heading if lang == wanted) for wanted in ("zh", "en")))
        if own in (_NOTHING, whole) and body == _NOTHING and units:
            continue
        first = own in (_NOTHING, whole)
        url = f"{path}#{anchor}" if anchor and not first else path
        units.append(
            Unit(Kind.PAGE, url, "", _NOTHING, whole if first else own, Heading(_NOTHING if first else whole), body)
        )
    return units


_Line = tuple[str, str]
"""Language and text."""


def _sections(content: str) -> Iterator[tuple[str, list[_Line], list[_Line]]]:
    """Yield anchor, heading and lines of each section; what stands above the first heading has neither."""
    from lxml import html

    root = html.fragment_fromstring(content, create_parent="div")
    for line_break in root.iter("br"):
        # Two lines are not one word.
        line_break.tail = f" {line_break.tail or ''}"
    anchor, heading, lines = "", list[_Line](), list[_Line]()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _HEADINGS:
            yield anchor, heading, lines
            anchor, heading, lines = element.get("id") or "", list(_texts(element)), []
        elif element.tag in _BLOCKS and not any(
            child.tag in _BLOCKS | _HEADINGS for child in element.iterdescendants()
        ):
            lines += _texts(element)
    yield anchor, heading, lines


def _texts(element: HtmlElement) -> Iterator[_Line]:
    """Yield the text of an element by language: as it is marked, else as it is written."""
    marked = [child for child in element.iterdescendants() if child.get("lang")]
    for part in marked or [element]:
        text = normalize("NFC", " ".join("".join(part.itertext()).split()))
        around = next((e.get("lang") for e in (part, *part.iterancestors()) if e.get("lang")), "")
        if text:
            yield ("en" if around.startswith("en") or (not around and not _HAN.search(text)) else "zh"), text
