"""Word files: plain paragraphs, heading styles, numbers Word counts, soft line ends, tables and text boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from benchmarks.rendering.blocks import Block, Label
from tests.importers.readers.wordfile import members, pack

_FORMATS = {
    "decimal": "decimal",
    "chinese": "chineseCounting",
    "letter": "lowerLetter",
    "Letter": "upperLetter",
    "roman": "lowerRoman",
    "Roman": "upperRoman",
    "circled": "decimalEnclosedCircle",
}
_STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' + "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:basedOn w:val="a"/>{outline}</w:style>'
    for name, title, outline in (
        ("T", "Title", ""),
        *((str(n), f"heading {n}", f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>') for n in (1, 2, 3)),
    )
)


def paragraphs(blocks: Sequence[Block]) -> bytes:
    """Return a file with a plain paragraph for each line."""
    return pack(members("".join(_paragraph(b.text) for b in blocks), styles=_STYLES))


def headings(blocks: Sequence[Block]) -> bytes:
    """Return a file whose title and headings have their styles, its rows tables, its bullets lists."""
    return pack(members("".join(_styled(blocks)), styles=_STYLES, numbering=_BULLETS))


def counted(blocks: Sequence[Block], *, restarts: bool = True) -> bytes:
    """Return a file whose numbers Word counts.

    Args:
        blocks: The text.
        restarts: Whether lists of one look share a definition and begin anew, as Word does it; else each has its own.
    """
    lists = _Numbers()
    body = "".join(_paragraph(b.body, number=lists.number(b.label)) if b.label else _paragraph(b.text) for b in blocks)
    return pack(members(body, styles=_STYLES, numbering=lists.xml() if restarts else lists.apart()))


def soft(blocks: Sequence[Block]) -> bytes:
    """Return a file whose lines end softly inside a few paragraphs, with tabs for indents and behind labels."""
    body = []
    for _, group in groupby(_runs(blocks), key=lambda pair: pair[0]):
        lines = [
            f"<w:r><w:tab/><w:t>{escape(b.label.printed)}</w:t><w:tab/><w:t>{escape(b.body)}</w:t></w:r>"
            if b.label
            else f"<w:r><w:t>{escape(b.text)}</w:t></w:r>"
            for _, b in group
        ]
        body.append("<w:p>" + "<w:r><w:br/></w:r>".join(lines) + "</w:p>")
    return pack(members("".join(body), styles=_STYLES))


def table(blocks: Sequence[Block]) -> bytes:
    """Return a file whose text stands in one cell, as a form with a frame has it."""
    inner = "".join(_paragraph(b.text) for b in blocks)
    return pack(members(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>{_paragraph('')}", styles=_STYLES))


def boxes(blocks: Sequence[Block]) -> bytes:
    """Return a file with each document in a text box."""
    body = []
    for _, group in groupby(_runs(blocks, every=10**9), key=lambda pair: pair[0]):
        inner = "".join(_paragraph(b.text) for _, b in group)
        box = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
        body.append(f"<w:p><w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r></w:p>")
    return pack(members("".join(body), styles=_STYLES))


def _runs(blocks: Sequence[Block], every: int = 12) -> Iterator[tuple[int, Block]]:
    run = size = 0
    for b in blocks:
        if b.kind == "title" or size >= every:
            run, size = run + 1, 0
        size += 1
        yield run, b


def _paragraph(text: str, style: str = "", number: tuple[int, int] | None = None) -> str:
    properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _styled(blocks: Sequence[Block]) -> Iterator[str]:
    for row, group in groupby(blocks, key=lambda b: b.kind == "row"):
        some = list(group)
        if row and len(some) > 1:
            yield "<w:tbl>" + "".join(
                "<w:tr>" + "".join(f"<w:tc>{_paragraph(c)}</w:tc>" for c in b.cells) + "</w:tr>" for b in some
            ) + "</w:tbl>"  # fmt: skip
            continue
        for b in some:
            if b.kind == "title":
                yield _paragraph(b.text, "T")
            elif b.kind == "heading" and b.depth <= 3:
                yield _paragraph(b.text, str(b.depth))
            elif b.bullet:
                yield _paragraph(b.text[len(b.bullet) :], number=(1, 0))
            else:
                yield _paragraph(b.text)


_BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
    '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


class _Numbers:
    """Lists as Word counts them: one for each look and parent, a new instance where its numbers skip."""

    def __init__(self) -> None:
        self._abstracts: dict[tuple[str, str, str, int], int] = {}
        self._nums: list[tuple[int, int]] = []
        self._last: dict[int, tuple[int, int]] = {}

    def number(self, label: Label) -> tuple[int, int]:
        """Return num id and level of a label."""
        look = (label.before, label.kind, label.behind, label.parent)
        key = self._abstracts.setdefault(look, len(self._abstracts) + 1)
        num, last = self._last.get(key, (0, 0))
        if not num or label.value != last + 1:
            self._nums.append((key, label.value))
            num = len(self._nums)
        self._last[key] = (num, label.value)
        return num, 0

    def xml(self) -> str:
        """Return the inside of numbering.xml."""
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[kind]}"/>'
            f"<w:lvlText w:val={quoteattr(f'{before}%1{behind}')}/></w:lvl></w:abstractNum>"
            for (before, kind, behind, _), key in self._abstracts.items()
        )
        nums = "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{key}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for at, (key, start) in enumerate(self._nums, 1)
        )
        return abstracts + nums

    def apart(self) -> str:
        """Return the inside of numbering.xml in which every list has a definition and a start of its own."""
        looks = {key: look for look, key in self._abstracts.items()}
        lists = list(enumerate(self._nums, 1))
        return "".join(
            f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{_FORMATS[looks[key][1]]}"/>'
            f"<w:lvlText w:val={quoteattr(f'{looks[key][0]}%1{looks[key][2]}')}/></w:lvl></w:abstractNum>"
            for at, (key, start) in lists
        ) + "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at, _ in lists)


WORDS: Mapping[str, Callable[[Sequence[Block]], bytes]] = {
    "docx, paragraphs": paragraphs,
    "docx, headings": headings,
    "docx, automatic numbers": counted,
    "docx, soft line ends": soft,
    "docx, one table": table,
    "docx, text boxes": boxes,
}
