"""The account of one import as people read it: what became of every character, counted twice by code that shares nothing.

The first count is the ledger's. The second walks the nodes, the discards and, for a container (DOCX, PDF, HTML, XLSX), the
file's own text nodes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from guizhang.diagnostics import Message
from guizhang.importers.accounting.audit import audit
from guizhang.importers.accounting.reasons import reason_name
from guizhang.importers.bilingual.row import as_row
from guizhang.importers.outline import Document, Import, Kind, translation_id, walk
from guizhang.importers.repairs import RepairKind
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Place, Regulation
from guizhang.model.regulation import walk as places
from guizhang.model.text import Lang, substitute
from guizhang.model.wording import print_fact


@dataclass(frozen=True, slots=True)
class Count:
    """One line of the account."""

    name: Message
    first: int
    second: int

    @property
    def equal(self) -> bool:
        """Whether the two counts agree."""
        return self.first == self.second


@dataclass(frozen=True, slots=True)
class Account:
    """Both counts of one import."""

    lines: tuple[Count, ...]
    """Whole source first, then what became of it."""
    reasons: tuple[tuple[Message, int], ...]
    """Characters left out by reason, most first."""

    @property
    def equal(self) -> bool:
        """Whether every line agrees."""
        return all(line.equal for line in self.lines)


def account(imported: Import, drafts: Mapping[str, Regulation]) -> Account:
    """Return the account.

    Args:
        imported: The import.
        drafts: Document id -> its draft as generated.
    """
    first: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    names = {document.id for document in imported.documents}
    names |= {node.id for document in imported.documents for node in walk(document.nodes)}
    names |= {translation_id(name) for name in names}
    for entry in imported.ledger:
        size = entry.end - entry.start
        first[entry.kind] += size
        if entry.kind is Kind.DISCARDED:
            reasons[entry.reason] += size
    # The audit knows source and nodes, not who made a character: a generated number is part of its node's words.
    whole = [
        replace(e, kind=Kind.KEPT) if e.kind is Kind.GENERATED and e.reason in names else e for e in imported.ledger
    ]
    audited = audit(imported.text, whole, imported.documents)
    made = first[Kind.GENERATED]
    lines = [
        Count(Message("读到的文字", "text that was read"), sum(first.values()), len(imported.text)),
        Count(
            Message("成为规定或标题（含自动编号）", "in rules and headings, automatic numbers included"),
            first[Kind.KEPT] + made, audited[Kind.KEPT] + audited[Kind.GENERATED],
        ),
        Count(Message("舍弃", "left out"), first[Kind.DISCARDED], audited[Kind.DISCARDED]),
    ]  # fmt: skip
    if imported.native_chars is not None:
        joins = imported.text.count("\n")
        dropped = sum(len(drop.text) for drop in imported.dropped)
        own = Message("文件本身的字符", "characters of the file itself")
        lines.insert(0, Count(own, len(imported.text) - made - joins + dropped, imported.native_chars))
        for drop in imported.dropped:
            reasons[drop.reason] += len(drop.text)
    if drafts:
        said = sum(
            _bare(d.title + "".join(n.label + n.title + n.text for n in walk(d.nodes))) for d in imported.documents
        )
        # The draft prints its own number in the other language.
        said += sum(_bare(words) for document in imported.documents for words in _translated(document))
        said += sum(
            _bare(mend.repair.suggestion or "") - _bare(mend.repair.original)
            for mend in imported.mends
            if mend.applied and mend.repair.kind is not RepairKind.GLOSS
        )
        lines.append(
            Count(Message("写进草稿（不计空白）", "written into drafts, blanks not counted"), said,
                  sum(_said(imported, name, draft) for name, draft in drafts.items()))
        )  # fmt: skip
    return Account(tuple(lines), tuple((reason_name(reason), size) for reason, size in reasons.most_common()))


def _translated(document: Document) -> Iterator[str]:
    """Yield what drafts write of the other language; a row has the cells that are in neither again."""
    if document.translation is not None:
        yield document.translation.title
    for node in walk(document.nodes):
        if node.translation is not None:
            yield as_row(node.title, node.translation.title)
            yield as_row(node.text, node.translation.text)


def _said(imported: Import, document: str, draft: Regulation) -> int:
    """Return how many characters a draft prints; a title that was made up for it is not counted."""
    found = next(one for one in imported.documents if one.id == document)
    lang = draft.source_language
    total = _bare(substitute(draft.title.get(lang) or "", str)) if found.title else 0
    other: Lang = "en" if lang == "zh" else "zh"
    total += _bare(substitute(draft.title.get(other) or "", str))
    if not found.nodes:
        return total
    for place in places(draft):
        # A label kept as it was printed is counted as that, also where the other language would print its own.
        total += _bare(place.node.label or printed_label(place, lang))
        for text in (place.node.title, place.node.text):
            for said in (lang, other) if text else ():
                total += _bare(substitute(text.get(said) or "", partial(_figure, place, said))) if text else 0
    return total


def _figure(place: Place, lang: Lang, name: str) -> str:
    return next((print_fact(node.facts[name], lang) for node in place.lineage if name in node.facts), "")


def _bare(text: str) -> int:
    return len("".join(text.split()))
