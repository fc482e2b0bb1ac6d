"""Decisions a person should look at: uncertain labels, documents and discards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp

from guizhang.importers.accounting.ledger import owner_at
from guizhang.importers.accounting.reasons import reason_name
from guizhang.importers.lines.labels import Family
from guizhang.importers.outline import Document, Entry, Finding, walk
from guizhang.importers.stages import Outlined

_SURE = 0.7
_EVEN = 0.5


def check_doubts(outlined: Outlined, documents: Iterable[Document], ledger: Sequence[Entry]) -> Iterator[Finding]:
    """Yield what is doubtful, in no order.

    Reads: discards and refused marks, documents, ledger. Writes: findings.
    """
    view = outlined.view
    for mark in outlined.refused:
        label = view.printed(mark.labels[0].start, mark.labels[0].end)
        zh, en = f"行首的 {label} 当作正文", f"{label} at the start of a line is taken for text"
        owner = owner_at(ledger, view.pieces(mark.start, mark.start + 1)[0][0])
        sure = round(1 - 0.5 * exp(-mark.prior / 4), 2)
        yield Finding(outlined.numbers[mark.line], "label-refused", zh, en, sure, owner)
    for index in outlined.unsure:
        line = outlined.lines[index]
        said = view.printed(line.start, line.end)
        zh, en = (
            f"“{said}”像标题，当作上一条的文字",
            f"“{said}” looks like a heading; it is taken for text of the rule above",
        )
        owner = owner_at(ledger, view.pieces(line.start, line.end)[0][0])
        yield Finding(outlined.numbers[index], "heading-doubtful", zh, en, _EVEN, owner)
    for document in documents:
        if not document.title:
            zh, en = "没有印出的标题，草稿以文件名为题", "no title is printed: the draft has the name of the file"
            yield Finding(document.lines[0], "title-missing", zh, en, 0.9, document.id)
        if document.confidence < _SURE and document.id != "d1":
            yield Finding(
                document.lines[0],
                "document-doubtful",
                f"此处是否开始另一份文件：{document.title[:20]}",
                f"does another document begin here: {document.title[:20]}",
                1 - document.confidence,
                document.id,
            )
        for node in walk(document.nodes):
            if node.style == Family.HEADING and node.confidence < _SURE:
                zh, en = (
                    f"“{node.title}”没有编号，看样子是标题",
                    f"“{node.title}” has no number; by its look it is a heading",
                )
                yield Finding(node.line, "heading-doubtful", zh, en, 1 - node.confidence, node.id)
            if node.label and node.confidence < _SURE:
                yield Finding(
                    node.line,
                    "label-doubtful",
                    f"{node.label} 的层级不确定",
                    f"the level of {node.label} is uncertain",
                    1 - node.confidence,
                    node.id,
                )
    for discard in outlined.discards:
        if discard.confidence < _SURE:
            text = view.text[discard.start : discard.end]
            why = reason_name(discard.reason)
            yield Finding(
                outlined.number_at(discard.start),
                "discard-doubtful",
                f"已略去（{why.zh}）：{text[:30]}",
                f"left out ({why.en}): {text[:30]}",
                1 - discard.confidence,
            )
