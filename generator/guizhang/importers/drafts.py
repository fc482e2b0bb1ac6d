"""Outline to YAML drafts: what an import found, as regulations an author can go on editing.

Reads: the documents of an import. Writes: one regulation per document. Stands last: nothing is decided here, so a draft
says exactly what the outline says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from guizhang.importers.outline import Document, Import, Node, NodeType
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Edition, Level, Origin, Regulation, walk
from guizhang.model.regulation import Node as Draft
from guizhang.model.text import Lang, Text
from guizhang.yamlio.dump import dump

DRAFT_VERSION = "draft"
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[A-Za-z]")
_ID_PREFIX = {
    NodeType.PART: "part", NodeType.CHAPTER: "chapter", NodeType.SECTION: "section", NodeType.ARTICLE: "article", NodeType.ITEM: "item",
}  # fmt: skip
_CITABLE_ITEM_DEPTH = 2  # outside articles: a heading 一、 and the rules 1. 2. 3. below it


def drafts(imported: Import) -> dict[str, str]:
    """Return YAML text by file name, one regulation per document."""
    ids = _document_ids(imported)
    return {
        f"{draft_id}.yaml": dump(
            _regulation(imported, document, draft_id), schema="../.schema", kind="regulation"
        )
        for draft_id, document in zip(ids, imported.documents, strict=True)
        if document.nodes
    }  # fmt: skip


def _document_ids(imported: Import) -> list[str]:
    stem = re.sub(r"[^a-z0-9]+", "-", PurePath(imported.path).stem.lower()).strip("-")[:60].strip("-") or "imported"
    count = len(imported.documents)
    return [stem if count == 1 else f"{stem}-{number}" for number in range(1, count + 1)]


def _regulation(imported: Import, document: Document, draft_id: str) -> Regulation:
    lang = _language(document)
    source = PurePath(imported.path).name
    title = _text(document.title or draft_id, lang)
    plain = _Builder(source, lang, {}).nodes(document.nodes)
    head = {"id": draft_id, "title": title, "authoritative": lang, "edition": Edition(version=DRAFT_VERSION)}
    first = Regulation.model_validate({**head, "body": plain})
    # Labels are kept where they are not what the norm prints, which only the whole tree can tell.
    norm = {place.loc: printed_label(place, lang) for place in walk(first)}
    return Regulation.model_validate({**head, "body": _Builder(source, lang, norm).nodes(document.nodes)})


class _Builder:
    """Builds draft nodes; ids are printed numbers, counted on where one is taken."""

    def __init__(self, source: str, lang: Lang, norm: Mapping[tuple[str | int, ...], str]) -> None:
        self.source = source
        self.lang = lang
        self.norm = norm
        self.taken: Counter[str] = Counter()

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
            "origin": Origin(file=self.source, line=node.line),
            "body": self.nodes(node.children, (*above, node), loc),
        }
        if level is not Level.PARAGRAPH:
            fields[level.value] = _number(node)
            norm = self.norm.get(loc)
            if norm is not None and _squeezed(node.label) != _squeezed(norm):
                fields["label"] = node.label
        return Draft.model_validate(fields)

    def _id(self, node: Node, above: tuple[Node, ...]) -> str | None:
        if node.type is NodeType.PARAGRAPH:
            return None
        items = [up for up in above if up.type is NodeType.ITEM]
        inside_article = any(up.type is NodeType.ARTICLE for up in above)
        if node.type is NodeType.ITEM and (inside_article or len(items) >= _CITABLE_ITEM_DEPTH):
            return None
        steps = [str(up.number or "x") for up in items] if node.type is NodeType.ITEM else []
        wanted = "-".join([_ID_PREFIX[node.type], *steps, *(str(n) for n in node.path or (node.number or "x",))])
        self.taken[wanted] += 1
        count = self.taken[wanted]
        return wanted if count == 1 else f"{wanted}-no{count}"


def _number(node: Node) -> str:
    if node.type is NodeType.ARTICLE and len(node.path) > 1:
        return "-".join(str(n) for n in node.path)
    if node.number is not None:
        return str(node.number)
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
