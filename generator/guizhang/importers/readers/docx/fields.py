"""Complex fields (PAGE, TOC, EQ …): which runs are instructions, which are results.

A field is begin, instruction, separate, result, end, spread over runs and even paragraphs. Only fields that are complete
count: behind a begin without an end nothing is an instruction, or one damaged field would swallow the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from guizhang.importers.readers.docx.flat import ALTERNATE, SKIPPED, TEXTS, choose_branch
from guizhang.importers.readers.docx.names import A, w
from guizhang.importers.readers.docx.signs import circled

# EQ \o\ac(○,1): Word's enclosed characters. The sign in front is the frame, the one behind is the text.
_ENCLOSED = re.compile(r"\\o\s*\\ac\s*\(\s*([^,;，；()\\]*?)\s*[,;，；]\s*([^()\\]*?)\s*\)")
# EQ \* jc2 … \o\ad(\s\up 9(pīn),拼): Word's phonetic guide before w:ruby. The base stands behind.
_PHONETIC = re.compile(r"\\s\\up\s*\d*\s*\(([^()]*)\)\s*[,;，；]\s*([^()\\]*)\)")
_SWITCH = re.compile(r"\\[a-zA-Z*]+\s*(?:\d+(?!\d*[,;，；)]))?|[()\s]")
_EQUATION = re.compile(r"\s*EQ\b", re.IGNORECASE)


@dataclass(slots=True)
class _Frame:
    in_result: bool = False
    code: str = ""
    shown: bool = False


@dataclass(slots=True)
class Fields:
    """The open fields of one story while it is walked."""

    complete: dict[etree._Element, str]
    """The fldChar elements of complete fields, with their types."""
    frames: list[_Frame] = field(default_factory=list)

    @classmethod
    def of(cls, story: etree._Element) -> Fields:
        """Return the fields of *story*, a body, note or text box; those of text boxes inside it are not its own."""
        complete: dict[etree._Element, str] = {}
        open_fields: list[list[etree._Element]] = []
        owner = story if story.tag == w("txbxContent") else None
        for node in story.iter(w("fldChar")):
            if next(node.iterancestors(w("txbxContent")), None) is not owner or not _is_walked(node, story):
                continue
            kind = node.get(w("fldCharType"))
            if kind == "begin":
                open_fields.append([node])
            elif kind == "separate" and open_fields and len(open_fields[-1]) == 1:
                open_fields[-1].append(node)
            elif kind == "end" and open_fields:
                for part in (*open_fields.pop(), node):
                    complete[part] = str(part.get(w("fldCharType")))
        return cls(complete)

    @property
    def in_code(self) -> bool:
        """Whether what is read now belongs to an instruction and is never seen."""
        return any(not frame.in_result for frame in self.frames)

    @property
    def hidden(self) -> bool:
        """Whether the field that has just begun stands in the instruction of another."""
        return any(not frame.in_result for frame in self.frames[:-1])

    def add_code(self, text: str) -> bool:
        """Take instruction text; return whether a field is open to take it."""
        open_codes = [frame for frame in self.frames if not frame.in_result]
        if open_codes:
            open_codes[-1].code += text
        return bool(open_codes)

    def note_shown(self) -> None:
        """Remember that every open field has shown something as its result."""
        for frame in self.frames:
            frame.shown = frame.shown or frame.in_result

    def mark(self, node: etree._Element) -> tuple[str, str] | None:
        """Pass a fldChar.

        Returns:
            At a field's end, what of its instruction people see and what is dropped; else None.
        """
        kind = self.complete.get(node)
        if kind == "begin":
            self.frames.append(_Frame())
        elif kind == "separate" and self.frames:
            self.frames[-1].in_result = True
        elif kind == "end" and self.frames:
            frame = self.frames.pop()
            return ("", frame.code) if frame.shown else split_code(frame.code)
        return None

    def left_over(self) -> list[str]:
        """Return instructions of fields whose end was not passed, as in a deleted row; they are dropped, not lost."""
        codes = [frame.code for frame in self.frames if frame.code]
        self.frames.clear()
        return codes


def _is_walked(node: etree._Element, story: etree._Element) -> bool:
    """Return whether a reader of *story* passes *node*: not in properties, text or a branch left aside."""
    inner = node
    for outer in node.iterancestors():
        if outer.tag == ALTERNATE and choose_branch(outer) is not inner:
            return False
        if outer is story:
            return True
        if outer.tag in SKIPPED or outer.tag in TEXTS or outer.tag == f"{{{A}}}p":
            return False
        inner = outer
    return True


def split_code(code: str) -> tuple[str, str]:
    """Return what people see of an instruction that has no result, and the rest; together as long as *code*.

    Only EQ draws its own text (①, ruby, fractions); every other field without a result shows nothing.
    """
    if not _EQUATION.match(code):
        return "", code
    enclosed = _ENCLOSED.search(code)
    if enclosed:
        seen = circled(enclosed.group(2)) or enclosed.group(2)
        return seen, _without(code, enclosed.start(2), len(seen))
    phonetic = _PHONETIC.search(code)
    if phonetic:
        seen = phonetic.group(2)
        return seen, _without(code, phonetic.start(2), len(seen))
    start = code.find("(")
    if start < 0:
        return "", code
    head, body = code[:start], code[start:]
    seen = _SWITCH.sub("", body)
    if "\\f" in head.lower():
        seen = seen.replace(",", "/", 1)
    return seen, head + "".join(match.group() for match in _SWITCH.finditer(body))


def _without(code: str, start: int, count: int) -> str:
    return code[:start] + code[start + count :]
