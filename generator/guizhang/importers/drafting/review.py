"""What a person should look at after an import: kinds of findings, and review marks for the drafts.

A mark goes where the importer had to guess what a rule says or where it belongs. ``check`` lists marked rules and
``publish`` refuses them, so a guess cannot reach staff unseen. Broken numbers carry no mark: ``check`` counts them itself
on the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guizhang.diagnostics import Message, Severity
from guizhang.importers.outline import Finding, Import, walk
from guizhang.model.regulation import Review
from guizhang.model.text import Text

REVIEW_BELOW = 0.7
"""A node the importer is less sure of than this is marked in the draft and listed first in the report."""


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of finding: how it is called, how grave it is and what to do about it."""

    code: str
    severity: Severity
    name: Message
    mend: Message
    marks: bool = False
    """Whether the draft's node is marked for review."""


def _look(code: str, severity: Severity, name: tuple[str, str], mend: tuple[str, str], *, marks: bool = False) -> Look:
    return Look(code, severity, Message(*name), Message(*mend), marks)


LOOKS: Mapping[str, Look] = {
    "discard-doubtful": _look(
        "IMP101", Severity.WARNING, ("略去的文字可能是规定", "text left out that may be a rule"),
        ("看左栏划去的文字；若是规定，把它写进草稿", "read what is struck out; if it is a rule, write it into the draft"),
    ),
    "document-doubtful": _look(
        "IMP102", Severity.WARNING, ("文件从哪里开始不确定", "where a document begins is uncertain"),
        ("若与上一份是同一份文件，把两份草稿并为一份；否则删去草稿开头的 review",
         "join the two drafts if this belongs to the document before it; otherwise delete the draft's review"), marks=True,
    ),
    "label-doubtful": _look(
        "IMP103", Severity.WARNING, ("层级不确定", "uncertain level"),
        ("对照原文看它属于哪一条；不对就移到正确的 body 下，然后删去 review",
         "see in the source which rule it belongs to; move it below the right body if it is wrong, then delete review"), marks=True,
    ),
    "label-refused": _look(
        "IMP104", Severity.WARNING, ("行首的编号当作正文", "a number at a line start taken for text"),
        ("若是编号，把这一段从此处分开", "if it is a number, split the text here"), marks=True,
    ),
    "heading-doubtful": _look(
        "IMP109", Severity.WARNING, ("没有编号的标题不确定", "a heading without a number that is uncertain"),
        ("看原文是不是标题：是就成为一节，下面的条款归到它的 body 里；不是就写成正文；然后删去 review",
         "see in the source whether it is a heading: make it a section with its rules in its body, or text, then delete review"), marks=True,
    ),
    "text-damaged": _look(
        "IMP105", Severity.WARNING, ("文字疑似损坏", "damaged text"),
        ("草稿里照原样写着；按原件改正，然后删去 review",
         "the draft has it as it stands; correct it from the original, then delete review"), marks=True,
    ),
    "text-repaired": _look(
        "IMP106", Severity.WARNING, ("损坏的文字已复原", "damaged text put together again"),
        ("草稿里是复原后的文字；与原件核对，然后删去 review",
         "the draft has the restored text; compare it with the original, then delete review"), marks=True,
    ),
    "figure-odd": _look(
        "IMP108", Severity.WARNING, ("数字疑似有误", "figures that look wrong"),
        ("草稿里照原样写着；与原件核对并改正，然后删去 review",
         "the draft has it as it stands; compare it with the original, correct it, then delete review"), marks=True,
    ),
    "translation-doubtful": _look(
        "IMP115", Severity.WARNING, ("译文可能不对应", "perhaps not its translation"),
        ("对照两种文字；不是译文就移成单独的一段，是就删去 review",
         "compare the two; if it is no translation, make it a paragraph of its own, otherwise delete review"), marks=True,
    ),
    "translation-unpaired": _look(
        "IMP116", Severity.NOTE, ("只有一种语言的文字", "said in one language only"),
        ("若是某一条的译文，移到那一条的 en 或 zh", "if it is the translation of a rule, move it to that rule's en or zh"),
    ),
    "text-prevails": _look(
        "IMP117", Severity.WARNING, ("以哪种文字为准", "which text prevails"),
        ("改草稿的 authoritative", "set authoritative in the draft"),
    ),
    "title-missing": _look(
        "IMP107", Severity.NOTE, ("没有标题", "no title"),
        ("草稿的 title 改成规章的名称", "write what the rules are called into the draft's title"),
    ),
    "number-missing": _look(
        "IMP110", Severity.WARNING, ("缺号", "missing number"),
        ("看原文是否漏了一条；原文如此就不用改", "see whether the source lacks a rule; leave it if it was printed so"),
    ),
    "number-doubled": _look(
        "IMP111", Severity.WARNING, ("编号重复", "doubled number"),
        ("看哪一个编号印错了；原文如此就不用改", "see which of the two is misprinted; leave it if it was printed so"),
    ),
    "number-out-of-order": _look(
        "IMP112", Severity.WARNING, ("编号次序不对", "number out of order"),
        ("看是否排错了位置；原文如此就不用改", "see whether it stands in the wrong place; leave it if it was printed so"),
    ),
    "number-restarted": _look(
        "IMP113", Severity.NOTE, ("编号重新开始", "numbering starts again"),
        ("看这里是否另起一组或另一份文件", "see whether another list or document begins here"),
    ),
    "gloss-removed": _look(
        "IMP120", Severity.NOTE, ("略去注音", "pinyin glosses left out"),
        ("不用改；原文见报告左栏", "nothing to do; the report shows the source"),
    ),
    "sign-removed": _look(
        "IMP121", Severity.NOTE, ("删去杂符", "stray signs taken out"),
        ("不用改；若本来就有，在草稿里补上", "nothing to do; put it back in the draft if it belongs there"),
    ),
    "gloss-doubtful": _look(
        "IMP122", Severity.NOTE, ("可能是注音", "perhaps a pinyin gloss"),
        ("若是注音，在草稿里删去", "if it is a gloss, delete it in the draft"),
    ),
    "script-traditional": _look(
        "IMP123", Severity.NOTE, ("繁体文字", "Traditional Chinese"),
        ("草稿保留繁体；要简体就加 --simplify 再导入", "drafts keep it; import with --simplify to have Simplified Chinese"),
    ),
}  # fmt: skip
"""Code of a finding -> what it is; the order is that of the report, gravest first."""

OTHER = _look("IMP199", Severity.WARNING, ("其他", "other"), ("对照原文看一眼", "compare with the source"), marks=True)
"""A finding of a kind that is not in the table."""


def look(finding: Finding) -> Look:
    """Return what kind of finding this is."""
    return LOOKS.get(finding.code, OTHER)


def reviews(imported: Import) -> dict[str, Review]:
    """Return node or document id -> the mark its draft gets."""
    doubts: dict[str, list[Message]] = {}
    for finding in imported.findings:
        if finding.node and look(finding).marks:
            doubts.setdefault(finding.node, []).append(Message(finding.zh, finding.en))
    sure: dict[str, tuple[float, int]] = {}
    for document in imported.documents:
        sure[document.id] = (document.confidence, document.lines[0])
        for node in walk(document.nodes):
            sure[node.id] = (node.confidence, node.line)
            if node.confidence < REVIEW_BELOW and node.id not in doubts:
                doubts[node.id] = [Message("这一段属于哪里不确定", "where this text belongs is uncertain")]
    return {owner: _mark(messages, *sure[owner]) for owner, messages in doubts.items() if owner in sure}


def _mark(doubts: Iterable[Message], confidence: float, line: int) -> Review:
    said = list(dict.fromkeys(doubts))
    share = f"{confidence:.0%}"
    zh = (
        "；".join(_phrase(d.zh) for d in said)
        + f"。原文第 {line} 行"
        + (f"，把握 {share}" if confidence < REVIEW_BELOW else "")
    )
    en = (
        "; ".join(_phrase(d.en) for d in said)
        + f". Line {line}"
        + (f", {share} sure" if confidence < REVIEW_BELOW else "")
    )
    return Review(kind="import", note=Text(zh=_plain(zh), en=_plain(en)))


def _phrase(said: str) -> str:
    return said.strip().rstrip("。.")


def _plain(note: str) -> str:
    # A note may quote the source, and a "${" of the source is text.
    return " ".join(note.split()).replace("${", "$${")
