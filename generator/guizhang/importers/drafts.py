"""Outline to drafts: what an import found, as regulations an author can go on editing.

Reads: the documents of an import. Writes: one regulation per document. Stands last: nothing is decided here, so a draft
says exactly what the outline says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from guizhang.importers.outline import Document, Import, Kind, Node, NodeType
from guizhang.importers.review import reviews
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Edition, Level, Origin, Regulation, Review, walk
from guizhang.model.regulation import Node as Draft
from guizhang.model.text import Lang, Text
from guizhang.yamlio.dump import dump
from guizhang.zh.folding import GLOSS

DRAFT_VERSION = "draft"
EDITS: Mapping[str, str] = {GLOSS: "gloss-removed"}
"""Reason in the ledger for characters inside a node's text -> the edit its origin names."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[A-Za-z]")
_ID_PREFIX = {
    NodeType.PART: "part", NodeType.CHAPTER: "chapter", NodeType.SECTION: "section", NodeType.ARTICLE: "article", NodeType.ITEM: "item",
}  # fmt: skip
_CITABLE_ITEM_DEPTH = 2  # outside articles: a heading 一、 and the rules 1. 2. 3. below it


def regulations(imported: Import, ids: Mapping[str, str]) -> dict[str, Regulation]:
    """Return document id -> its draft.

    Args:
        imported: The import.
        ids: Document id -> id of its draft; documents that are not in it are left out.
    """
    marks = reviews(imported)
    return {
        document.id: _regulation(imported, document, ids[document.id], marks)
        for document in imported.documents
        if document.id in ids
    }


def renamed(draft: Regulation, draft_id: str) -> Regulation:
    """Return *draft* under another id; a title that was only its id follows."""
    lang = draft.source_language
    update: dict[str, object] = {"id": draft_id}
    if draft.title.get(lang) == draft.id:
        update["title"] = _text(draft_id, lang)
    return draft.model_copy(update=update)


def draft_text(regulation: Regulation) -> str:
    """Return the YAML of a draft nobody has edited yet."""
    return dump(regulation, schema="../.schema", kind="regulation")


def _regulation(imported: Import, document: Document, draft_id: str, marks: Mapping[str, Review]) -> Regulation:
    lang = _language(document)
    title = _text(document.title or draft_id, lang)
    nodes = document.nodes or (_bare(document),)
    head = {
        "id": draft_id,
        "title": title,
        "authoritative": lang,
        "edition": Edition(version=DRAFT_VERSION),
        "review": marks.get(document.id),
    }
    first = Regulation.model_validate({**head, "body": _Builder(imported, lang, marks, {}).nodes(nodes)})
    # Labels are kept where they are not what the norm prints, which only the whole tree can tell.
    norm = {place.loc: printed_label(place, lang) for place in walk(first)}
    return Regulation.model_validate({**head, "body": _Builder(imported, lang, marks, norm).nodes(nodes)})


def _bare(document: Document) -> Node:
    """Return a paragraph for a document that is a title and nothing else: a regulation has a body."""
    return Node(
        f"{document.id}.1", NodeType.PARAGRAPH, "", None, (), "", "", document.title or "…", document.lines[0], (), 0.5
    )


class _Builder:
    """Builds draft nodes; ids are printed numbers, counted on where one is taken."""

    def __init__(
        self, imported: Import, lang: Lang, marks: Mapping[str, Review], norm: Mapping[tuple[str | int, ...], str]
    ) -> None:
        self.file = PurePath(imported.path).name
        self.lang = lang
        self.marks = marks
        self.norm = norm
        self.taken: Counter[str] = Counter()
        self.edits = [e for e in imported.ledger if e.kind is Kind.DISCARDED and e.reason in EDITS]
        self.edit_starts = [e.start for e in self.edits]

    def nodes(
        self, nodes: tuple[Node, ...], above: tuple[Node, ...] = (), loc: tuple[str | int, ...] = ()
    ) -> tuple[Draft, ...]:
        return tuple(self._node(node, above, (*loc, "body", i)) for i, node in enumerate(nodes))

    def _node(self, node: Node, above: tuple[Node, ...], loc: tuple[str | int, ...]) -> Draft:
        level = Level(node.type.value)
        node_id = self._id(node, above)
        fields: dict[str, object] = {
            "id": node_id,
            "title": _text(node.title, self.lang),
            "text": _text(node.text, self.lang),
            "review": self.marks.get(node.id),
            "origin": Origin(file=self.file, line=node.line, edits=self._edits(node)),
            "body": self.nodes(node.children, (*above, node), loc),
        }
        if level is not Level.PARAGRAPH:
            fields[level.value] = _number(node)
            norm = self.norm.get(loc)
            if norm is not None and _squeezed(node.label) != _squeezed(norm):
                fields["label"] = node.label
        return Draft.model_validate(fields)

    def _edits(self, node: Node) -> tuple[str, ...]:
        if not node.spans:
            return ()
        first = bisect_left(self.edit_starts, node.spans[0][0])
        # A gloss behind the last character touches the node's end.
        stop = bisect_left(self.edit_starts, node.spans[-1][1] + 1)
        return tuple(dict.fromkeys(EDITS[e.reason] for e in self.edits[first:stop]))

    def _id(self, node: Node, above: tuple[Node, ...]) -> str | None:
        if node.type is NodeType.PARAGRAPH:
            return None
        items = [up for up in above if up.type is NodeType.ITEM]
        inside_article = any(up.type is NodeType.ARTICLE for up in above)
        if node.type is NodeType.ITEM and (inside_article or len(items) >= _CITABLE_ITEM_DEPTH):
            return None
        steps = [str(up.number or "x") for up in items] if node.type is NodeType.ITEM else []
        wanted = "-".join([_ID_PREFIX[node.type], *steps, *(str(n) for n in node.path or (node.number or "x",))])[:60]
        self.taken[wanted] += 1
        count = self.taken[wanted]
        return wanted if count == 1 else f"{wanted}-no{count}"


def _number(node: Node) -> str:
    if node.type is NodeType.ARTICLE and len(node.path) > 1:
        return "-".join(str(n) for n in node.path)[:40]
    if node.number is not None:
        return str(node.number)[:40]
    return node.label.strip()[:40] or "-"


def _text(text: str, lang: Lang) -> Text | None:
    # A "${" of the source is text, and a draft must not read it as a figure.
    content = text.strip().replace("${", "$${")
    if not content:
        return None
    return Text(zh=content) if lang == "zh" else Text(en=content)


def _language(document: Document) -> Lang:
    text = document.title + "".join(_contents(document.nodes))
    return "zh" if _HAN.search(text) and len(_HAN.findall(text)) * 4 >= len(_LETTER.findall(text)) else "en"


def _contents(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield node.title
        yield node.text
        yield from _contents(node.children)


def _squeezed(label: str) -> str:
    return "".join(label.split())
