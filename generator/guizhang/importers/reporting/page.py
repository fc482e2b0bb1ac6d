"""The report of an import: one HTML file for whoever owns the rules, in Chinese and English, without script.

A sentence first, then what to look at, then source and result side by side, then the account of every character.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.importers.accounting.reasons import SAID_ELSEWHERE, reason_name
from guizhang.importers.drafting.changes import Change, Conversion, changes, conversion
from guizhang.importers.intake import Imported
from guizhang.importers.merging.alike import Alike, Repeated
from guizhang.importers.outline import Document, Import, Kind, NodeType, walk
from guizhang.importers.reporting.account import Account, account
from guizhang.importers.reporting.looks import Group, groups, named_nodes
from guizhang.importers.reporting.rows import Row, rows_by_document
from guizhang.importers.reporting.standing import Standing, standing
from guizhang.importers.save import Draft, Status
from guizhang.templating import environment

AT_ONCE = 10
"""Findings of one kind shown at once; the others unfold."""
LEVELS: Mapping[NodeType, tuple[str, str, str]] = {
    NodeType.PART: ("编", "part", "parts"),
    NodeType.CHAPTER: ("章", "chapter", "chapters"),
    NodeType.SECTION: ("节", "section", "sections"),
    NodeType.ARTICLE: ("条", "article", "articles"),
    NodeType.ITEM: ("项", "item", "items"),
    NodeType.PARAGRAPH: ("段", "paragraph", "paragraphs"),
}


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """One document, or what stands before the first."""

    title: str
    lines: tuple[int, int] | None
    draft: Draft | None
    rows: tuple[Row, ...]
    standing: Standing
    """Where the draft says otherwise than the import."""
    doubts: int
    open: bool
    """Whether it stands unfolded: where there is something to look at, links lead into it."""


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One imported file."""

    number: int
    """Part of its anchors."""
    name: str
    encoding: str
    numbered: bool
    """Whether the file numbers its lists itself."""
    merged: bool
    """Whether a draft had been edited by hand before."""
    sentence: Message
    groups: tuple[Group, ...]
    edits: tuple[tuple[Change, ...], tuple[Change, ...]]
    """What drafts were changed in, and what is only suggested."""
    script: Conversion | None
    changes: tuple[Diagnostic, ...]
    """What a merge with drafts that were there already did."""
    documents: tuple[ShownDocument, ...]
    notes: Mapping[str, tuple[Message, ...]]
    """Node -> what is doubtful about it."""
    account: Account
    dropped: tuple[tuple[int, Message, str], ...]
    """Line, reason and text of what the reader left out."""


def report_page(
    imported: Sequence[Imported],
    drafts: Sequence[Draft],
    pairs: Sequence[Alike] = (),
    repeated: Sequence[Repeated] = (),
) -> str:
    """Return the report.

    Args:
        imported: The files.
        drafts: What became of their documents; none where only the outline was wanted.
        pairs: Documents that say much the same.
        repeated: Rules a document has more than once.
    """
    shown = [
        _file(i, one, [draft for draft in drafts if draft.source == one.source])
        for i, one in enumerate(imported, start=1)
    ]
    style = _resource("import-report.css")
    return (
        environment("guizhang.importers")
        .get_template("import-report.html.j2")
        .render(
            files=shown,
            total=_total(imported, drafts),
            pairs=pairs,
            repeated=repeated,
            style=style,
            # The page's policy admits this one style sheet and nothing else: rule text that became markup could do nothing.
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            at_once=AT_ONCE,
        )
    )


def sentence(imported: Import, drafts: Sequence[Draft] = ()) -> Message:
    """Return what an import gave, as one says it; where draft and source disagree is a place to look at, too."""
    levels = Counter(node.type for document in imported.documents for node in walk(document.nodes))
    zh = "、".join(f"{levels[level]} {names[0]}" for level, names in LEVELS.items() if levels[level])
    en = _listed([f"{levels[k]} {names[1 if levels[k] == 1 else 2]}" for k, names in LEVELS.items() if levels[k]])
    told = sum(node.translation is not None for document in imported.documents for node in walk(document.nodes))
    zh += f"，{told} 处带译文" if told else ""
    en += f", {told} of them with a translation" if told else ""
    out = _lines_out(imported)
    places = _places(imported, drafts)
    count = len(imported.documents)
    lines = imported.text.rstrip("\n").count("\n") + 1
    last = max(imported.numbers) if imported.numbers else lines
    sheets = {document.sheet: document.lines[1] for document in imported.documents if document.sheet}
    whole = Message(f"第 1–{last} 行", f"Lines 1–{last}")
    if sheets:
        whole = Message(
            "、".join(f"工作表“{sheet}”到第 {row} 行" for sheet, row in sheets.items()),
            _listed([f"sheet {sheet} up to row {row}" for sheet, row in sheets.items()]),
        )
        whole = Message(whole.zh, whole.en[0].upper() + whole.en[1:])
    unread = _unread(imported)
    changed = sum(mend.applied for mend in imported.mends)
    changes_en = f"{changed} change{'s' * (changed != 1)} to the text; " if changed else ""
    return Message(
        f"{whole.zh}成为 {count} 份规章：{zh or '没有内容'}；舍弃 {out} 行{unread.zh if unread else ''}；"
        f"{f'文字改动 {changed} 处；' if changed else ''}{f'需要看 {places} 处' if places else '没有要看的'}。",
        f"{whole.en} became {count} regulation{'s' * (count != 1)}: {en or 'empty'}; {out} line{'s' * (out != 1)} left out"
        f"{unread.en if unread else ''}; "
        f"{changes_en}{places or 'no'} place{'s' * (places != 1)} to look at.",
    )


def _unread(imported: Import) -> Message | None:
    """Return how much of the file is no text at all, and what that is: deletions, running heads."""
    reasons = Counter(drop.reason for drop in imported.dropped if drop.reason not in SAID_ELSEWHERE)
    if not reasons:
        return None
    told = {reason: reason_name(reason) for reason in reasons}
    zh = "、".join(f"{told[reason].zh} {count}" for reason, count in reasons.most_common())
    en = ", ".join(f"{told[reason].en} {count}" for reason, count in reasons.most_common())
    total = reasons.total()
    return Message(f"，另有 {total} 处没有读入（{zh}）", f", {total} more of the file not read in ({en})")


def _places(imported: Import, drafts: Sequence[Draft]) -> int:
    undecided = sum(n.diagnostic.severity is Severity.WARNING for draft in drafts for n in draft.notices)
    return undecided + sum(len(group.entries) for group in groups(imported))


def _total(imported: Sequence[Imported], drafts: Sequence[Draft]) -> Message | None:
    """Return the sentence over several files."""
    if len(imported) == 1:
        return None
    count = sum(len(one.result.documents) for one in imported)
    places = sum(_places(one.result, [d for d in drafts if d.source == one.source]) for one in imported)
    return Message(
        f"{len(imported)} 个文件成为 {count} 份规章；{f'需要看 {places} 处' if places else '没有要看的'}。",
        f"{len(imported)} files became {count} regulations; {places or 'no'} place{'s' * (places != 1)} to look at.",
    )


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def _lines_out(imported: Import) -> int:
    """Return how many lines have text and none of it kept."""
    out: set[int] = set()
    kept: set[int] = set()
    for rows in rows_by_document(imported).values():
        for row in rows:
            for piece in row.pieces:
                (out if piece.out is not None else kept).add(piece.line)
    return len(out - kept)


def _file(number: int, one: Imported, drafts: Sequence[Draft]) -> ShownFile:
    result = one.result
    by_document = {draft.document: draft for draft in drafts if draft.document}
    generated = {document: draft.generated for document, draft in by_document.items()}
    titles: dict[str, Document] = {document.id: document for document in result.documents}
    found = groups(result)
    linked = {entry.target for group in found for entry in group.entries}
    notes = named_nodes(result)
    edits = changes(result)
    script = conversion(result, [draft.generated for draft in drafts])
    sides = rows_by_document(result, simplify=script is not None and script.applied)
    shown = [
        ShownDocument(
            titles[key].title if key else "",
            titles[key].lines if key else None,
            by_document.get(key) if key else None,
            tuple(rows),
            standing(titles[key], by_document[key]) if key in by_document else Standing({}, ()),
            sum(node.id in notes for row in rows for node in row.nodes),
            len(sides) == 1 or any(target in linked for row in rows for target in _targets(row)),
        )
        for key, rows in sides.items()
    ]
    return ShownFile(
        number,
        one.source.name if one.source.is_absolute() else one.source.as_posix(),
        result.encoding,
        any(entry.kind is Kind.GENERATED for entry in result.ledger),
        any(draft.status is Status.MERGED for draft in drafts),
        sentence(result, drafts),
        found,
        (tuple(e for e in edits if e.applied), tuple(e for e in edits if not e.applied)),
        script,
        tuple(item.diagnostic for draft in drafts for item in draft.notices),
        tuple(shown),
        notes,
        account(result, generated),
        tuple((drop.line, reason_name(drop.reason), drop.text) for drop in result.dropped),
    )


def _targets(row: Row) -> Iterator[str]:
    yield from (node.id for node in row.nodes)
    yield from (f"l{piece.line}" for piece in row.pieces)


def _resource(name: str) -> str:
    return (files("guizhang.importers") / "templates" / name).read_text(encoding="utf-8")
