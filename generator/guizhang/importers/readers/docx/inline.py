"""Content of one paragraph: what people see, what is dropped and why, and what hangs on it (boxes, notes)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from guizhang.importers.extract import STRUCK
from guizhang.importers.readers.docx.fields import Fields
from guizhang.importers.readers.docx.flat import (
    ALTERNATE,
    SIGNS,
    SKIPPED,
    TEXT_PATH,
    TEXTS,
    choose_branch,
    flat_text,
    path_text,
    symbol,
    text_of,
)
from guizhang.importers.readers.docx.names import CHART, DGM, A, M, R, child, flag, value, w
from guizhang.importers.readers.docx.styles import Styles

DELETED = "tracked-deletion"
HIDDEN = "hidden"
CODE = "field-instruction"

_CODES = frozenset({w("instrText"), w("delInstrText")})
_GONE = frozenset({w("del"), w("moveFrom")})
_BREAKS = frozenset({w("br"), w("cr")})
_MATH_SIGNS = {"f": "/", "sSup": "^", "sSub": "_", "sSubSup": "_^"}
"""Signs between the parts of a formula."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TICKED, _EMPTY = "☑", "☐"


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""

    page: bool
    """A page or column break, which separates nothing but pages where it stands at an edge."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Something that hangs on a paragraph and is read behind it."""

    kind: str
    """``box``, ``footnotes``, ``endnotes``, ``words`` (text of a drawing), ``diagramData`` or ``chart``."""
    content: etree._Element | str
    """The box, or the id of the note or part."""
    reason: str | None
    """Why it is dropped, if it is."""


Piece = tuple[str, bool] | Break
"""Visible text and whether the reader made it, or a break."""


@dataclass(slots=True)
class Inline:
    """What a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    """Reason and text; neighbours with one reason are one."""
    hanging: list[Hanging] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def keep(self, text: str, *, made: bool = False) -> None:
        """Add visible text."""
        if text:
            self.pieces.append((text, made))

    def drop(self, reason: str, text: str) -> None:
        """Add text nobody sees."""
        if not text:
            return
        if self.dropped and self.dropped[-1][0] == reason:
            text = self.dropped.pop()[1] + text
        self.dropped.append((reason, text))

    @property
    def visible(self) -> bool:
        """Whether anything but breaks is seen."""
        return any(isinstance(piece, tuple) for piece in self.pieces)


class Walker:
    """Walks runs and what may stand around them; unknown elements are walked through, so no text is lost."""

    def __init__(self, styles: Styles, fields: Fields, out: Inline, paragraph_style: str | None) -> None:
        """Fill *out* from the runs of a paragraph in *paragraph_style*."""
        self._styles = styles
        self._fields = fields
        self._out = out
        self._style = paragraph_style
        self._raised = False
        """Whether the run that is read stands above the line: m2 is m²."""

    def walk(self, node: etree._Element, reason: str | None = None) -> None:
        """Read the children of *node*; with a *reason*, all of it is dropped."""
        for part in node:
            self._one(part, reason)

    def read(self, node: etree._Element) -> None:
        """Read a run that stands outside a paragraph, as only broken files have it."""
        self._one(node, None)

    def _one(self, node: etree._Element, reason: str | None) -> None:
        tag = node.tag
        if tag in SKIPPED:
            return
        if tag == w("r"):
            self._raised = _is_raised(node)
            self.walk(node, reason or (HIDDEN if self._hidden(node) else STRUCK if _struck(node) else None))
        elif tag in _CODES:
            self._code(text_of(node), reason)
        elif tag in TEXTS:
            self._text(text_of(node), reason or (DELETED if tag == w("delText") else None))
        elif tag in SIGNS:
            self._text(SIGNS[str(tag)], reason)
            self.walk(node, reason)
        elif tag == w("sym"):
            self._text(symbol(node), reason)
            self.walk(node, reason)
        elif tag in _BREAKS:
            if reason is None and not self._fields.in_code:
                self._out.pieces.append(Break(page=node.get(w("type")) in {"page", "column"}))
            self.walk(node, reason)
        elif tag == w("fldChar"):
            self._field(node, reason)
            self.walk(node, reason)
        elif tag in _GONE:
            self.walk(node, reason or DELETED)
        elif tag == w("ruby"):
            for part in node:
                self._one(part, reason or ("ruby" if part.tag == w("rt") else None))
        elif tag == ALTERNATE:
            self._alternate(node, reason)
        else:
            self._other(node, reason)

    def _other(self, node: etree._Element, reason: str | None) -> None:
        tag = str(node.tag)
        out = self._out
        # What an instruction holds is not seen either.
        reason = reason or (CODE if self._fields.in_code else None)
        if tag == w("txbxContent"):
            out.hanging.append(Hanging("box", node, reason))
            return
        if tag == f"{{{A}}}p":
            out.hanging.append(Hanging("words", flat_text(node), reason))
            return
        if tag.startswith(f"{{{M}}}"):
            self._math(node, reason)
            return
        if tag == TEXT_PATH:
            out.hanging.append(Hanging("words", path_text(node), reason))
        elif tag in {w("footnoteReference"), w("endnoteReference")}:
            kind = "footnotes" if tag == w("footnoteReference") else "endnotes"
            out.hanging.append(Hanging(kind, node.get(w("id"), ""), reason))
        elif tag == w("commentReference"):
            out.comments.append(node.get(w("id"), ""))
        elif tag == f"{{{DGM}}}relIds":
            out.hanging.append(Hanging("diagramData", node.get(f"{{{R}}}dm", ""), reason))
        elif tag == f"{{{CHART}}}chart":
            out.hanging.append(Hanging("chart", node.get(f"{{{R}}}id", ""), reason))
        # None of these should hold anything; where one does in a broken file, it is not lost.
        self.walk(node, reason)

    def _text(self, text: str, reason: str | None) -> None:
        if reason is None and self._fields.in_code:
            reason = CODE
        if reason is not None:
            self._out.drop(reason, text)
            return
        self._fields.note_shown()
        self._out.keep(text.translate(_RAISED) if self._raised else text)

    def _code(self, text: str, reason: str | None) -> None:
        if reason is not None or not self._fields.add_code(text):
            self._out.drop(reason or CODE, text)

    def _field(self, node: etree._Element, reason: str | None) -> None:
        ended = self._fields.mark(node)
        if ended is None:
            box = child(node, "ffData", "checkBox")
            if box is not None and reason is None and not self._fields.hidden:
                # The box of a form: whether it is ticked stands in no text.
                self._out.keep(_TICKED if _ticked(box) else _EMPTY, made=True)
            return
        seen, rest = ended
        if reason is not None or self._fields.in_code:
            self._out.drop(reason or CODE, seen)
        elif seen:
            self._fields.note_shown()
            self._out.keep(seen)
        self._out.drop(reason or CODE, rest)

    def _alternate(self, node: etree._Element, reason: str | None) -> None:
        """Read one branch; another that says something else is dropped with a reason, so that no text is lost."""
        chosen = choose_branch(node)
        seen = {""}
        if chosen is not None:
            self.walk(chosen, reason)
            seen.add(flat_text(chosen))
        for branch in node:
            text = flat_text(branch)
            if text not in seen:
                seen.add(text)
                self._out.drop("alternate", text)

    def _math(self, node: etree._Element, reason: str | None) -> None:
        """Read a formula on one line: 1/2, x^2; the signs between its parts are made by the reader."""
        name = etree.QName(node).localname
        before, after = {"d": _fences(node), "rad": ("√", "")}.get(name, ("", ""))
        signs = _MATH_SIGNS.get(name, "")
        show = reason is None and not self._fields.in_code
        self._out.keep(before if show else "", made=True)
        left = sum(not str(part.tag).endswith("Pr") for part in node)
        count = left
        for part in node:
            self._one(part, reason)
            if str(part.tag).endswith("Pr"):
                continue
            left -= 1
            if signs and show and left:
                self._out.keep(signs[min(count - left, len(signs)) - 1], made=True)
        self._out.keep(after if show else "", made=True)

    def _hidden(self, run: etree._Element) -> bool:
        properties = run.find(w("rPr"))
        direct = flag(properties, "vanish")
        if direct is not None:
            return direct
        return self._styles.hidden(self._style, value(properties, "rStyle"))


def _struck(run: etree._Element) -> bool:
    """Return whether a line, or two, are drawn through the text of a run."""
    properties = run.find(w("rPr"))
    return bool(flag(properties, "strike") or flag(properties, "dstrike"))


def _is_raised(run: etree._Element) -> bool:
    """Return whether a run is nothing but a number above the line."""
    raised = value(run, "rPr", "vertAlign") == "superscript"
    return raised and "".join(map(text_of, run.iter(w("t")))).isdecimal()


def _ticked(box: etree._Element) -> bool:
    ticked = flag(box, "checked")
    return bool(flag(box, "default") if ticked is None else ticked)


def _fences(node: etree._Element) -> tuple[str, str]:
    """Return the brackets of a delimiter element; they stand in attributes, ( and ) where nothing is stated."""
    found = []
    for name, usual in (("begChr", "("), ("endChr", ")")):
        stated = node.find(f"{{{M}}}dPr/{{{M}}}{name}")
        found.append(usual if stated is None else stated.get(f"{{{M}}}val", "")[:1])
    return found[0], found[1]
