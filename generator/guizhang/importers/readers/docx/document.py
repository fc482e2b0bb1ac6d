"""The parts of a Word document around its body: notes, text boxes, diagrams, comments, headers."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from guizhang.importers.extract import Dropped
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.docx import refusals
from guizhang.importers.readers.docx.archive import Archive, Relationship, root_name
from guizhang.importers.readers.docx.counters import Counters
from guizhang.importers.readers.docx.flat import ALTERNATE, TEXTS, flat_text
from guizhang.importers.readers.docx.inline import Hanging
from guizhang.importers.readers.docx.names import CHART, DGM, A, w
from guizhang.importers.readers.docx.numbering import Numbering
from guizhang.importers.readers.docx.setting import without_common
from guizhang.importers.readers.docx.story import Shared, Story
from guizhang.importers.readers.docx.styles import Styles

RUNNING_HEAD = "running-head"

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
STORY_ROOTS = frozenset({w("document"), w("hdr"), w("ftr"), w("footnotes"), w("endnotes"), w("comments")})
"""Roots of the parts that hold text people wrote."""
GRAPHIC_ROOTS = frozenset({f"{{{DGM}}}dataModel", f"{{{CHART}}}chartSpace"})

_ROOT_NAMES = frozenset(str(etree.QName(root).localname) for root in STORY_ROOTS | GRAPHIC_ROOTS)

Mend = Callable[[etree._Element], None]  # noqa: SLF001 - lxml's name of the type of an element


class Document:
    """One opened Word document."""

    def __init__(self, archive: Archive, mend: Mend | None = None) -> None:
        """Find the main part of *archive* and what belongs to it.

        Args:
            archive: The file's parts.
            mend: Changes the root of numbering.xml before it is read.

        Raises:
            ImportRefused: It is no Word document, or a part is damaged.
        """
        self._archive = archive
        self._main, self._root = _main_part(archive)
        self._relationships = archive.relationships(self._main)
        styles = Styles(self._part("styles"))
        numbering = self._part("numbering")
        if mend is not None and numbering is not None:
            mend(numbering)
        self.shared = Shared(styles, Numbering(numbering, styles))
        self.shared.hang = self._hang
        self._read_parts = {self._main, self._name("styles"), self._name("numbering")}
        self._counters = {kind: Counters() for kind in _NOTES}
        self._notes = {kind: self._note_elements(kind) for kind in _NOTES}
        self._seen = {"footnotes": 0, "endnotes": 0, "box": 0, "diagramData": 0}

    def read(self) -> tuple[list[Row], list[Dropped]]:
        """Return the lines of the whole document in reading order, and everything that is not on them."""
        rows: list[Row] = []
        for body in self._root:
            # A second body makes no Word document, but its text is there.
            if body.tag == w("body"):
                rows += Story(self.shared, body, Counters(), anchor=0, name="").read()
            else:
                self._drop("unplaced", body, 1)
        self._drop_notes()
        self._drop_comments()
        self._drop_heads()
        self._drop_unreferenced()
        without_common(rows)
        return rows, self.shared.dropped

    @property
    def pictures(self) -> bool:
        """Whether there is any picture, so that a document without text may be a scan."""
        return any("/media/" in f"/{name}" for name in self._archive.names())

    def _name(self, kind: str) -> str:
        return next((r.target.lower() for r in self._relationships.values() if r.kind == kind and not r.external), "")

    def _part(self, kind: str) -> etree._Element | None:
        name = self._name(kind)
        return self._archive.xml(name) if name and self._archive.has(name) else None

    def _drop(self, reason: str, node: etree._Element, line: int) -> None:
        self.shared.dropped.append(Dropped(reason, flat_text(node), line))

    def _hang(self, hanging: Hanging, number: int) -> list[Row]:
        """Return the lines of something that hangs on paragraph *number*, or drop it where it is not seen."""
        content = hanging.content
        if isinstance(content, str):
            return self._referenced(hanging, content, number)
        if hanging.reason is not None:
            self._drop(hanging.reason, content, number)
            return []
        self._seen["box"] += 1
        name = f"text box {self._seen['box']}"
        return _filled(Story(self.shared, content, Counters(), anchor=number, name=name).read())

    def _referenced(self, hanging: Hanging, content: str, number: int) -> list[Row]:
        if hanging.kind == "words":
            if hanging.reason is None:
                return [Row(number, "drawing", [(content, False)])] if content else []
            self.shared.dropped.append(Dropped(hanging.reason, content, number))
        elif hanging.kind in _NOTES:
            return self._note(hanging, content, number)
        else:
            return self._graphic(hanging, self._relationships.get(content), number)
        return []

    def _note(self, hanging: Hanging, key: str, number: int) -> list[Row]:
        # A note is read where it is first referred to.
        note = self._notes[hanging.kind].pop(key, None)
        if note is None:
            return []
        if hanging.reason is not None:
            self._drop(hanging.reason, note, number)
            return []
        self._seen[hanging.kind] += 1
        name = f"{_NOTES[hanging.kind]} {self._seen[hanging.kind]}"
        return _filled(Story(self.shared, note, self._counters[hanging.kind], anchor=number, name=name).read())

    def _graphic(self, hanging: Hanging, target: Relationship | None, number: int) -> list[Row]:
        """Read the texts of a diagram (SmartArt); those of a chart are figures of a picture and are dropped."""
        if target is None or target.external or not self._archive.has(target.target):
            return []
        name = target.target.lower()
        if name in self._read_parts:
            return []
        root = self._archive.xml(name)
        if root.tag not in GRAPHIC_ROOTS:
            return []
        self._read_parts.add(name)
        if hanging.kind == "chart" or hanging.reason is not None:
            self._drop(hanging.reason or "chart", root, number)
            return []
        self._seen["diagramData"] += 1
        place = f"diagram {self._seen['diagramData']}"
        # A text outside a paragraph makes no diagram, but it is there.
        whole = frozenset({f"{{{A}}}p", ALTERNATE, *TEXTS})
        outermost = [node for node in root.iter(*whole) if next(node.iterancestors(*whole), None) is None]
        return _filled([Row(number, place, [(flat_text(node), False)]) for node in outermost])

    def _note_elements(self, kind: str) -> dict[str, etree._Element]:
        """Return the notes by id; separators and what stands outside notes is dropped at once."""
        root = self._part(kind)
        found: dict[str, etree._Element] = {}
        if root is None or root.tag != w(kind):
            return found
        self._read_parts.add(self._name(kind))
        for node in root:
            key = node.get(w("id"), "")
            if node.tag != w(_NOTES[kind]) or node.get(w("type"), "normal") != "normal" or key in found:
                self._drop("note-separator", node, 1)
            else:
                found[key] = node
        return found

    def _drop_notes(self) -> None:
        for notes in self._notes.values():
            for node in notes.values():
                self._drop("unreferenced-note", node, 1)

    def _drop_comments(self) -> None:
        root = self._part("comments")
        if root is None or root.tag != w("comments"):
            return
        self._read_parts.add(self._name("comments"))
        for node in root:
            line = self.shared.comment_lines.get(node.get(w("id"), ""), 1)
            self._drop("comment", node, line)

    def _drop_heads(self) -> None:
        for relationship in self._relationships.values():
            name = relationship.target.lower()
            fits = relationship.kind in {"header", "footer"} and not relationship.external
            if not fits or name in self._read_parts or not self._archive.has(name):
                continue
            root = self._archive.xml(name)
            if root.tag not in {w("hdr"), w("ftr")}:
                continue
            self._read_parts.add(name)
            for block in root:
                self._drop(RUNNING_HEAD, block, 1)

    def _drop_unreferenced(self) -> None:
        """Account for text in parts nothing points to: Word does not show it, but it is in the file."""
        for name in self._archive.names():
            if name in self._read_parts or not name.endswith(".xml"):
                continue
            # Other parts (themes, settings) are none of our business, whatever state they are in.
            if root_name(self._archive.read(name)) not in _ROOT_NAMES:
                continue
            root = self._archive.xml(name)
            if root.tag in STORY_ROOTS or root.tag in GRAPHIC_ROOTS:
                self._drop("unreferenced-part", root, 1)


def _main_part(archive: Archive) -> tuple[str, etree._Element]:
    """Return name and root of the main part.

    Raises:
        ImportRefused: There is none, or it is no Word document.
    """
    names = [r.target for r in archive.relationships("").values() if r.kind == "officeDocument" and not r.external]
    for name in [*names, "word/document.xml"]:
        if archive.has(name):
            root = archive.xml(name)
            if root.tag == w("document"):
                return name.lower(), root
            break
    raise refusals.other_kind(*_kind(archive), "Word")


def _kind(archive: Archive) -> tuple[str, str]:
    """Return what else an archive is."""
    if archive.has("xl/workbook.xml"):
        return "是 Excel 文件", "it is an Excel file"
    if archive.has("ppt/presentation.xml"):
        return "是 PowerPoint 文件", "it is a PowerPoint file"
    if archive.has("word/document.xml") or archive.has("[content_types].xml"):
        return "找不到正文", "its main part is missing"
    return "是别的压缩文件", "it is some other archive"


def _filled(rows: list[Row]) -> list[Row]:
    """Return *rows* without empty ones: what hangs on a paragraph adds lines only where it has text."""
    return [row for row in rows if row.text]
