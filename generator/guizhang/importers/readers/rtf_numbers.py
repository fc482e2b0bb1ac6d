r"""Automatic numbers of an RTF file as text: as its writer printed them, before LibreOffice counts them anew.

RTF holds each number twice: as a rule (``\ls1\ilvl0`` and a table of lists) and as it was printed (``{\listtext …}``, and
``{\pntext …}`` in files of Word 95 and WordPad), for readers that know no lists. LibreOffice goes by the rules and loses what it
does not know of them: 第 and 条 in its own files, articles that run on through chapters, all numbers of WordPad. The printed
number is right by definition, so it becomes text and the rule is taken off its paragraph. Bullets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]+)(?P<value>-?\d+)? ?|\\'(?P<hex>[0-9a-fA-F]{2})|(?P<symbol>\\[^a-zA-Z'])|(?P<brace>[{}])|[^\\{}]+|\\",
    re.DOTALL,
)
_PRINTED = (b"listtext", b"pntext")
_ENDS = frozenset({b"par", b"cell", b"nestcell", b"row", b"nestrow", b"sect"})
_INSETS = frozenset({b"footnote", b"shptxt"})
"""Texts inside a paragraph that have paragraphs of their own."""
_FONTS = frozenset({b"f", b"af", b"loch", b"hich", b"dbch", b"fcs", b"ltrch", b"rtlch", b"uc", b"u"})
"""Words of a printed number that tell how its characters are meant; the others are of the paragraph, and reset it."""
_SYMBOLS = re.compile(rb"\{\\f(\d+)(?=[^{}]*\\fcharset2\b)")
_NO_SIGNS = re.compile(r"[\W_]*")
_COURIER_BULLET = "o"
"""The sign of Word's second level of bullets, a letter of an ordinary font."""


class _Place(Enum):
    TEXT = auto()
    STYLES = auto()
    NUMBER = auto()
    RULE = auto()
    ASIDE = auto()


_PLACES = {
    b"stylesheet": _Place.STYLES,
    b"pn": _Place.RULE,
    **dict.fromkeys(_PRINTED, _Place.NUMBER),
    **dict.fromkeys((b"\\*", b"fonttbl", b"colortbl", b"info", b"pict", b"header", b"footer"), _Place.ASIDE),
}
"""What a group is that begins with a word, or with the sign of a group that readers may leave out."""


@dataclass(slots=True)
class _Paragraph:
    rules: list[tuple[int, int]] = field(default_factory=list)
    """Spans of what makes it an item of a list: ``\\ls1``, ``{\\*\\pn …}``."""
    numbers: list[tuple[int, int]] = field(default_factory=list)
    """Spans of the groups that hold its number as printed."""
    begun: int | None = None
    """Where its text begins; Word writes the number in front of the words that say what kind of paragraph it is."""


def write_out(data: bytes) -> bytes:
    """Return an RTF file in which printed numbers are text.

    Args:
        data: The file's bytes.
    """
    if not any(word in data for word in _PRINTED):
        return data
    symbols = {int(found) for found in _SYMBOLS.findall(data)}
    changes: list[tuple[int, int, bytes]] = []
    styled: list[tuple[int, int]] = []
    for paragraph in _paragraphs(data, styled):
        # LibreOffice writes the number twice where the paragraph has a footnote.
        number = _number(data[slice(*paragraph.numbers[-1])], symbols) if paragraph.numbers else b""
        if number and paragraph.begun is not None:
            changes += [(*span, b"") for span in [*paragraph.numbers, *paragraph.rules]]
            changes.append((paragraph.begun, paragraph.begun, number))
    if not changes:
        return data
    changes += [(*span, b"") for span in styled]
    out, at = [], 0
    for start, end, text in sorted(changes):
        out += [data[at:start], text]
        at = end
    return b"".join([*out, data[at:]])


def _paragraphs(data: bytes, styled: list[tuple[int, int]]) -> Iterator[_Paragraph]:
    """Yield the paragraphs; the words of styles that make items of a list are added to *styled*."""
    # Each open group: where it begins, what it is, and the paragraph that is under way in its text.
    groups = [(0, _Place.TEXT, [_Paragraph()])]
    at = 0
    while found := _TOKEN.match(data, at):
        start, at = found.span()
        begun, place, flow = groups[-1]
        word = found["word"]
        if found["brace"] == b"{":
            groups.append((start, place, flow))
        elif found["brace"] and len(groups) > 1:
            groups.pop()
            above, flow_above = groups[-1][1:]
            if above is _Place.TEXT and place in (_Place.NUMBER, _Place.RULE):
                (flow[0].numbers if place is _Place.NUMBER else flow[0].rules).append((begun, at))
            if flow is not flow_above:
                yield flow[0]
        elif word == b"bin":
            at += max(0, int(found["value"] or 0))
        elif word in _INSETS:
            groups[-1] = (begun, _Place.TEXT, [_Paragraph()])
        elif (what := word or found["symbol"]) in _PLACES:
            groups[-1] = (begun, _PLACES[what], flow)
        elif word in (b"ls", b"ilvl") and place in (_Place.TEXT, _Place.STYLES):
            (styled if place is _Place.STYLES else flow[0].rules).append((start, at))
        elif place is _Place.TEXT:
            if flow[0].begun is None and (word in _ENDS or _prints(found)):
                flow[0].begun = start
            if word in _ENDS:
                yield flow[0]
                flow[0] = _Paragraph()
    yield from (flow[0] for _, _, flow in groups[:1])


def _prints(found: re.Match[bytes]) -> bool:
    """Return whether a token puts a character on the page."""
    if found["word"] is not None:
        return found["word"] in (b"u", b"tab", b"line", b"field")
    return found["hex"] is not None or found["symbol"] is not None or bool(found.group().strip(b"{}\r\n\\"))


def _number(group: bytes, symbols: set[int]) -> bytes:
    """Return a printed number as a group of text, or nothing where it is a bullet."""
    kept, signs, fonts, skip = [b"{"], bytearray(), set[int](), False
    for found in _TOKEN.finditer(group):
        word, whole = found["word"], found.group()
        if word == b"tab":
            kept.append(b" ")
        elif word in _FONTS:
            kept.append(whole)
            if word == b"f":
                fonts.add(int(found["value"] or 0))
            elif word == b"u":
                # As GBK, so that one decoding serves both ways of writing; what it lacks is no number.
                signs += chr(int(found["value"] or 0) & 0xFFFF).encode("gb18030", "replace")
        elif word is None and found["brace"] is None:
            kept.append(whole)
            # What stands behind \\u is the same character for readers that know no Unicode.
            plain = bytes.fromhex(found["hex"].decode()) if found["hex"] else whole
            signs += plain[1:] if skip else plain
        skip = word == b"u"
    text = signs.decode("gb18030", "replace").strip()
    if fonts & symbols or text == _COURIER_BULLET or _NO_SIGNS.fullmatch(text):
        return b""
    return b"".join([*kept, b"}"])
