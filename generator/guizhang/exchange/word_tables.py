"""Question sheets that stand as tables in a Word file: 题号 题干 A B C D 答案."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from guizhang.tables.table import EDGES, Row, Table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def word_tables(data: bytes, path: str) -> Iterator[tuple[Table, range]]:
    """Yield the tables of a Word file, and which paragraphs (from 1) stand in each; none of any other file.

    A row is known by its first paragraph. A cell that goes on from the row above is empty.

    Args:
        data: The file, which the readers have opened before.
        path: How messages name it.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/document.xml" not in archive.namelist():
            return
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        document = etree.fromstring(archive.read("word/document.xml"), parser)
    numbers = {paragraph: n for n, paragraph in enumerate(document.iter(f"{_W}p"), 1)}
    for table in document.iter(f"{_W}tbl"):
        inside = [numbers[paragraph] for paragraph in table.iter(f"{_W}p")]
        if inside and next(table.iterancestors(f"{_W}tbl"), None) is None:
            rows = tuple(_row(row, numbers) for row in table.iterchildren(f"{_W}tr"))
            yield Table(path, None, rows), range(inside[0], inside[-1] + 1)


def _row(row: _Element, numbers: dict[_Element, int]) -> Row:
    texts: list[str] = []
    for cell in row.iterchildren(f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        texts.append("\n".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")).strip(EDGES))
        texts += [""] * (int(span.get(f"{_W}val", "1")) - 1 if span is not None else 0)
    first = next((numbers[paragraph] for paragraph in row.iter(f"{_W}p")), 0)
    return Row(first, tuple(texts), {})


def _text(paragraph: _Element) -> str:
    pieces = (node.text or "" if node.tag == f"{_W}t" else _BREAKS.get(str(node.tag), "") for node in paragraph.iter())
    return "".join(pieces)
