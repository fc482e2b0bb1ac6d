"""Outline to drafts: what an import found, as regulations an author can go on editing.

Reads: the documents of an import, its mends. Writes: one regulation per document. Stands last: nothing is decided here,
so a draft says exactly what the outline says, mended where a mend is applied, and each origin names what was changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Literal

from guizhang.importers.bilingual.row import as_row
from guizhang.importers.drafting.figures import PLAIN, Drafting, with_figures, with_translation
from guizhang.importers.drafting.lead_ins import below_lead_ins
from guizhang.importers.drafting.mending import EDITS, applied_mends, mended
from guizhang.importers.drafting.review import reviews
from guizhang.importers.lines.sayings import orders, says_rule
from guizhang.importers.lines.titles import DOCUMENT_HEAD, ENACTS
from guizhang.importers.merging.existing import SHEET
from guizhang.importers.naming import name_of_file, words_id
from guizhang.importers.outline import Document, Import, Mend, Node, NodeType
from guizhang.importers.repairs import RepairKind
from guizhang.model.fact import Fact
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Edition, Level, Norm, Origin, Regulation, Review, walk
from guizhang.model.regulation import Node as Draft
from guizhang.model.text import Lang, Text
from guizhang.yamlio.dump import dump
from guizhang.zh.folding import plain
from guizhang.zh.script import to_simplified

DRAFT_VERSION = "draft"
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[A-Za-z]")
_SET_WIDE = re.compile(r"[\u3400-\u9fff](?:\s+[\u3400-\u9fff])+")
"""总　则, as a heading is drawn out on paper; whoever looks for 总则 would not find it."""
_ID_PREFIX = {
    NodeType.PART: "part", NodeType.CHAPTER: "chapter", NodeType.SECTION: "section", NodeType.ARTICLE: "article", NodeType.ITEM: "item",
}  # fmt: skip
_HEADINGS = (NodeType.PART, NodeType.CHAPTER, NodeType.SECTION)
_OF_DOCUMENT = re.compile(
    r"(?:本|此|该|以上)[^。;]{0,12}[自从由][^。;]{0,30}(?:[施试执]行|实施|生效|解释|修订)|起[^。;]{0,4}(?:[施试执]行|实施|生效)|解释权|未尽事宜"
    r"|适用于|(?:this|these) (?:\w+ ){0,4}(?:appl(?:y|ies) to|covers?|replaces?|is|are reviewed)\b|(?:into|take) (?:force|effect)",
    re.IGNORECASE,
)
"""What rules say of themselves before their first number and behind the last: since when they hold, and for whom."""
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十百半][个]?(?:小时|分钟|[元天日月年周次倍])")
_CITABLE_ITEM_DEPTH = 2  # outside articles: a heading 一、 and the rules 1. 2. 3. below it


def regulations(imported: Import, ids: Mapping[str, str], drafting: Drafting = PLAIN) -> dict[str, Regulation]:
    """Return document id -> its draft.

    Args:
        imported: The import.
        ids: Document id -> id of its draft; documents that are not in it are left out.
        drafting: What drafts say beyond the words of the source.
    """
    marks = reviews(imported)
    mends = applied_mends(imported)
    return {
        document.id: _regulation(imported, document, ids[document.id], drafting, marks, mends)
        for document in imported.documents
        if document.id in ids
    }


def renamed(draft: Regulation, draft_id: str) -> Regulation:
    """Return *draft* under another id."""
    return draft.model_copy(update={"id": draft_id})


def draft_text(regulation: Regulation) -> str:
    """Return the YAML of a draft nobody has edited yet."""
    return dump(regulation, schema="../.schema", kind="regulation")


def _regulation(
    imported: Import,
    document: Document,
    draft_id: str,
    drafting: Drafting,
    marks: Mapping[str, Review],
    mends: Mapping[str, list[Mend]],
) -> Regulation:
    lang = _language(document)
    builder = _Builder(imported, document.sheet, lang, drafting, marks, mends)
    title = builder.words(document)[0] or name_of_file(imported.path)
    nodes = document.nodes or (_bare(document),)
    builder.norms = drafting.norms(nodes)
    if drafting.figures_in is not None:
        builder.figures = drafting.figures_in(nodes)
    builder.unnumbered = all(node.type is NodeType.PARAGRAPH for node in nodes)
    nodes = below_lead_ins(nodes)
    head = {
        "id": draft_id,
        "title": builder.with_translation(document, title, "title", None),
        "authoritative": lang,
        "edition": Edition(version=DRAFT_VERSION),
        "review": marks.get(document.id),
    }
    first = Regulation.model_validate({**head, "body": builder.nodes(nodes)})
    # Labels are kept where they are not what the norm prints, which only the whole tree can tell.
    builder.printed = {place.loc: printed_label(place, lang) for place in walk(first)}
    builder.printed_en = {place.loc: printed_label(place, "en") for place in walk(first)}
    builder.taken.clear()
    return Regulation.model_validate({**head, "body": builder.nodes(nodes)})


def _bare(document: Document) -> Node:
    """Return a paragraph for a document that is a title and nothing else: a regulation has a body."""
    return Node(
        f"{document.id}.1", NodeType.PARAGRAPH, "", None, (), "", "", document.title or "…", document.lines[0], (), 0.5
    )


class _Builder:
    """Builds draft nodes; ids are printed numbers, counted on where one is taken."""

    def __init__(
        self,
        imported: Import,
        sheet: str,
        lang: Lang,
        drafting: Drafting,
        marks: Mapping[str, Review],
        mends: Mapping[str, list[Mend]],
    ) -> None:
        self.file = PurePath(imported.path).name + (f"{SHEET}{sheet}" if sheet else "")
        self.source = imported.text
        self.lang = lang
        self.drafting = drafting
        self.marks = marks
        self.mends = mends
        self.norms: Mapping[str, Norm] = {}
        self.figures = drafting.figures
        self.printed: Mapping[tuple[str | int, ...], str] = {}
        self.printed_en: Mapping[tuple[str | int, ...], str] = {}
        self.taken: Counter[str] = Counter()
        self.unnumbered = False
        """Whether the document is nothing but paragraphs."""

    def words(self, owner: Document | Node) -> tuple[str, str]:
        """Return title and text as the draft has them."""
        title, text = mended(self.source, owner, self.mends.get(owner.id, ()))
        if _SET_WIDE.fullmatch(title.strip()):
            title = "".join(title.split())
        return self._script(title, self.lang), self._script(text, self.lang)

    def with_translation(
        self, owner: Document | Node, words: str, field: Literal["title", "text"], scope: dict[str, Fact] | None
    ) -> Text | None:
        """Return a title or text in the languages the source has it in; *scope* holds the figures of its provision."""
        figures = PLAIN.figures if scope is None else self.figures
        said = with_figures(words.strip(), self.lang, scope, figures)
        if owner.translation is None:
            return said
        other: Lang = "en" if self.lang == "zh" else "zh"
        title, text = mended(self.source, owner.translation, self.mends.get(owner.translation.id, ()))
        translated = self._script(as_row(words, title if field == "title" else text), other)
        return with_translation(said, translated.strip(), other, scope, figures)

    def _script(self, words: str, lang: Lang) -> str:
        return to_simplified(words).text if self.drafting.simplify and words and lang == "zh" else words

    def nodes(
        self,
        nodes: tuple[Node, ...],
        above: tuple[Node, ...] = (),
        loc: tuple[str | int, ...] = (),
        scope: dict[str, Fact] | None = None,
        first: int = 0,
    ) -> tuple[Draft, ...]:
        """Return the drafts of *nodes*, the first of which is number *first* of its body."""
        return tuple(self._node(node, above, (*loc, "body", i), scope) for i, node in enumerate(nodes, start=first))

    def _node(
        self, node: Node, above: tuple[Node, ...], loc: tuple[str | int, ...], scope: dict[str, Fact] | None
    ) -> Draft:
        level = Level(node.type.value)
        node_id = self._id(node, above)
        if node_id is not None:
            scope = {}
        title, text = self.words(node)
        own = self._own_text(node, title, text, above, loc)
        led = len(own[0].body) if own else 0
        fields: dict[str, object] = {
            "id": node_id,
            "title": self.with_translation(node, title, "title", None),
            "norm": self.norms.get(node.id) if text and not own else None,
            "text": None if own else self.with_translation(node, text, "text", scope),
            "review": self.marks.get(node.id),
            "origin": Origin(file=self.file, line=node.line, edits=self._edits(node, title + text)),
            "body": own + self.nodes(node.children[led:], (*above, node), loc, scope, len(own)),
        }
        if node_id is not None and scope:
            fields["facts"] = scope
        if level is not Level.PARAGRAPH:
            fields[level.value] = _number(node)
            label, printed = self._script(node.label, self.lang), self.printed.get(loc)
            if printed is not None and _squeezed(label) != _squeezed(printed):
                fields["label"] = label
            if (english := self._english_label(node, loc)) is not None:
                fields["label_en"] = english
        return Draft.model_validate(fields)

    def _english_label(self, node: Node, loc: tuple[str | int, ...]) -> str | None:
        """Return the number an item has in English, where its source prints another than the draft would."""
        said = node.translation.label.strip() if self.lang == "zh" and node.translation is not None else ""
        printed = self.printed_en.get(loc)
        if node.type is not NodeType.ITEM or printed is None or not said.isascii():
            return None
        return said if said and _squeezed(said) != _squeezed(printed) else None

    def _own_text(
        self, node: Node, title: str, text: str, above: tuple[Node, ...], loc: tuple[str | int, ...]
    ) -> tuple[Draft, ...]:
        """Return what a heading says besides its name, as a paragraph below it: a heading is no provision, and cannot be cited.

        Where that leads to a list (请假按下列权限审批：), the list stands in the paragraph.
        """
        led = _led(node, text)
        if node.type not in _HEADINGS or not (title and (led or _is_rule(text))):
            return ()
        scope: dict[str, Fact] = {}
        said = self.with_translation(node, text, "text", scope)
        fields: dict[str, object] = {
            "id": self._free(words_id(text) or _ID_PREFIX[node.type]),
            "norm": self.norms.get(node.id),
            "text": said,
            "origin": Origin(file=self.file, line=node.line, edits=self._edits(node, title + text)),
            "body": self.nodes(node.children[:led], (*above, node), (*loc, "body", 0), scope),
        }
        return (Draft.model_validate({**fields, **({"facts": scope} if scope else {})}),)

    def _edits(self, node: Node, words: str) -> tuple[str, ...]:
        edits = [EDITS[mend.repair.kind] for mend in self.mends.get(node.id, ())]
        if self.drafting.simplify and words != node.title + node.text:
            edits.append(EDITS[RepairKind.SCRIPT])
        return tuple(dict.fromkeys(edits))

    def _id(self, node: Node, above: tuple[Node, ...]) -> str | None:
        if node.type is NodeType.PARAGRAPH:
            # What stands before the first number of a document says what it is for; without any number it is the rules.
            under = all(up.type in _HEADINGS for up in above) if above else self.unnumbered or _rules(node.text)
            # What leads to a list that stands below it is a rule with its points.
            rule = _is_rule(node.text) or (bool(node.children) and plain(node.text.strip()).endswith(":"))
            return self._free(words_id(node.text) or "text") if under and rule else None
        items = [up for up in above if up.type is NodeType.ITEM]
        inside_article = any(up.type is NodeType.ARTICLE for up in above)
        if node.type is NodeType.ITEM and (inside_article or len(items) >= _CITABLE_ITEM_DEPTH):
            return None
        numbers = [str(n) for n in node.path or (node.number,) if n is not None]
        if not numbers and (said := words_id(node.title or node.text)):
            return self._free(said)
        steps = [str(up.number or "x") for up in items] if node.type is NodeType.ITEM else []
        return self._free("-".join([_ID_PREFIX[node.type], *steps, *(numbers or ("x",))])[:60])

    def _free(self, wanted: str) -> str:
        """Return an id that nothing before has."""
        self.taken[wanted] += 1
        count = self.taken[wanted]
        return wanted if count == 1 else f"{wanted}-no{count}"


# First offence: a spoken warning. What follows the first time lays something down, though it is no sentence.
_NTH_TIME = re.compile(
    r"(?:(?:on|for|after) )?(?:(?:the|an?) )?(?:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)) (?:[a-z-]+ ){0,2}[a-z-]+ ?[:–—-] ?\S"
    r"|第[一二三四五1-5][次回][^:,。]{0,8}:\S",
    re.IGNORECASE,
)


def _is_rule(text: str) -> bool:
    """Return whether a text without a number says something by itself: no lead to a list, no name, no row of a table."""
    said = plain(text.strip())
    if said.endswith(":") or "\t" in text or "|" in said:
        return False
    return says_rule(said) or _NTH_TIME.match(said) is not None


def _led(node: Node, text: str) -> int:
    """Return how many of the nodes below a heading are the list that its text leads to; 0 where it leads to none."""
    if not plain(text.strip()).endswith(":"):
        return 0
    listed = (
        child.type is NodeType.ITEM or (child.type is NodeType.PARAGRAPH and not (child.title or _is_rule(child.text)))
        for child in node.children
    )
    return next((place for place, one in enumerate(listed) if not one), len(node.children))


def _rules(text: str) -> bool:
    """Return whether a text outside of all headings and numbers lays something down, and says nothing of the document."""
    said = plain(text.strip())
    about = any(sign.search(said) for sign in (ENACTS, DOCUMENT_HEAD, _OF_DOCUMENT))
    return not about and (orders(said) or _FIGURE.search(said) is not None)


def _number(node: Node) -> str:
    if node.type is NodeType.ARTICLE and len(node.path) > 1:
        return "-".join(str(n) for n in node.path)[:40]
    if node.number is not None:
        return str(node.number)[:40]
    return node.label.strip()[:40] or "-"


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
