"""What a Word file sets apart within its paragraphs: in colour, bold, highlighted, underlined."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from guizhang.exchange.marked import Set

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_BLACK = frozenset({"auto", "000000", "", "none"})


def setting(data: bytes) -> Set:
    """Return what the paragraphs of a Word file, from 1, set apart; nothing of any other file.

    Args:
        data: The file, which the readers have opened before.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return Set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/document.xml" not in archive.namelist():
            return Set()
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        document = etree.fromstring(archive.read("word/document.xml"), parser)
    apart: dict[int, list[str]] = {}
    underlined: dict[int, list[str]] = {}
    for number, paragraph in enumerate(document.iter(f"{_W}p"), 1):
        runs = [(_text(run), _on(run, "u"), _is_apart(run)) for run in paragraph.iter(f"{_W}r")]
        apart[number] = list(_stretches([(text, there) for text, _, there in runs]))
        underlined[number] = list(_stretches([(text, there) for text, there, _ in runs]))
    return Set(apart, underlined)


def _stretches(runs: list[tuple[str, bool]]) -> Iterator[str]:
    """Yield the text of runs side by side that are set alike; Word cuts a word into several."""
    said = ""
    for text, there in [*runs, ("", False)]:
        if there:
            said += text
        elif text or said:
            if said.strip():
                yield said.strip()
            said = ""


def _is_apart(run: _Element) -> bool:
    colour = run.find(f"{_W}rPr/{_W}color")
    coloured = colour is not None and (colour.get(f"{_W}val") or "").lower() not in _BLACK
    return coloured or any(_on(run, name) for name in ("b", "highlight", "u"))


def _on(run: _Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and (found.get(f"{_W}val") or "true").lower() not in _OFF


def _text(run: _Element) -> str:
    return "".join((node.text or "") if node.tag == f"{_W}t" else "\t" for node in run.iter(f"{_W}t", f"{_W}tab"))
