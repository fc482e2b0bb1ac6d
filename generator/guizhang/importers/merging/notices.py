"""What a second import did to a draft, and where a person has to decide: as faults with a place, and as review marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.model.regulation import Review
from guizhang.model.text import Text

EXCERPT = 60
"""Characters of a text a message quotes."""
NO_SIGN = Message("", "")


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which source and draft have gone apart."""

    code: str
    severity: Severity
    problem: Message
    """``{sign}`` is the printed number, ``{said}`` the text, ``{line}`` the line of the source."""
    mend: Message
    note: Message | None = None
    """What the review mark says, where the draft gets one."""


def _kind(
    code: str,
    severity: Severity,
    problem: tuple[str, str],
    mend: tuple[str, str],
    note: tuple[str, str] | None = None,
) -> Kind:
    return Kind(code, severity, Message(*problem), Message(*mend), Message(*note) if note else None)


KINDS: Mapping[str, Kind] = {
    "conflict": _kind(
        "IMP010", Severity.WARNING,
        ("原文和草稿都改过；保留草稿，原文第 {line} 行现为：{said}",
         "source and draft have both changed; the draft stays, line {line} of the source now says: {said}"),
        ("对照两边，改好后删去 review", "compare the two, correct the draft if needed, then delete review"),
        ("原文第 {line} 行已改为：{said}", "Line {line} of the source now says: {said}"),
    ),
    "vanished-edited": _kind(
        "IMP011", Severity.WARNING,
        ("原文里已没有这一条，草稿里改过；保留草稿：{said}",
         "the source no longer has this rule, which was edited here; the draft stays: {said}"),
        ("若已废止就删去，否则删去 review", "delete it if it is no longer in force, otherwise delete review"),
        ("新的原文里没有这一条", "The new source does not have this rule"),
    ),
    "vanished": _kind(
        "IMP012", Severity.WARNING,
        ("原文里已没有这一条：{said}", "the source no longer has this rule: {said}"),
        ("若已废止就删去，否则删去 review", "delete it if it is no longer in force, otherwise delete review"),
        ("新的原文里没有这一条", "The new source does not have this rule"),
    ),
    "moved": _kind(
        "IMP013", Severity.WARNING,
        ("原文里已移到 {sign} 之下", "the source now has it below {sign}"),
        ("需要时连同注释一起移过去，然后删去 review", "move it there with its comments if that is right, then delete review"),
        ("原文第 {line} 行：已移到 {sign} 之下", "Line {line} of the source: now below {sign}"),
    ),
    "deleted": _kind(
        "IMP014", Severity.WARNING,
        ("草稿里已删去 {sign}，原文第 {line} 行却改为：{said}",
         "{sign} was deleted here, but line {line} of the source has changed to: {said}"),
        ("若应恢复，把这段文字写进草稿", "write it into the draft if it should come back"),
    ),
    "added": _kind(
        "IMP015", Severity.NOTE,
        ("原文第 {line} 行新增：{sign} {said}", "new in line {line} of the source: {sign} {said}"),
        ("看位置是否合适", "see whether it stands in the right place"),
    ),
    "changed": _kind(
        "IMP016", Severity.NOTE,
        ("按新的原文改为：{said}", "now as in the new source: {said}"),
        ("看一遍，引用它的题目也看一遍", "read it, and the items that cite it"),
    ),
    "changed-translated": _kind(
        "IMP016", Severity.NOTE,
        ("按新的原文改为：{said}", "now as in the new source: {said}"),
        ("译文要跟着改", "the translation has to follow"),
    ),
    "gone": _kind(
        "IMP020", Severity.WARNING,
        ("原文里已没有这一条，没有改过的草稿里也不再有：{sign} {said}",
         "the source no longer has this rule, so the unedited draft has it no more: {sign} {said}"),
        ("确已废止就不用改；否则把它写回草稿", "nothing to do if it is no longer in force; otherwise write it into the draft"),
    ),
    "gone-cited": _kind(
        "IMP020", Severity.WARNING,
        ("原文里已没有这一条，没有改过的草稿里也不再有：{sign} {said}",
         "the source no longer has this rule, so the unedited draft has it no more: {sign} {said}"),
        ("仍引用它的要改：{cited}", "what still cites it has to change: {cited}"),
    ),
    "not-added": _kind(
        "IMP017", Severity.WARNING,
        ("原文第 {line} 行新增，但这里写不进去：{sign} {said}",
         "new in line {line} of the source, but it cannot be written here: {sign} {said}"),
        ("把方括号里的 body 改成每项一行，再导入一次；或手工写入",
         "give the body in brackets a line per node and import again, or write it in by hand"),
    ),
    "draft-deleted": _kind(
        "IMP018", Severity.NOTE,
        ("草稿已被删去，这次不再写出：{said}", "the draft was deleted, so it is not written again: {said}"),
        ("要恢复就加 --replace", "add --replace to have it back"),
    ),
    "draft-vanished": _kind(
        "IMP019", Severity.WARNING,
        ("原文里已没有这份文件；草稿保留：{said}", "the source no longer has this document; the draft stays: {said}"),
        ("若已废止，删去草稿", "delete the draft if it is no longer in force"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """One event of a merge."""

    kind: str
    diagnostic: Diagnostic


def notice(
    kind: str,
    source: Source,
    field: str,
    *,
    sign: Message = NO_SIGN,
    said: str = "",
    line: int = 0,
    cited: Sequence[str] = (),
) -> Notice:
    """Return an event with its message; *cited* names the places that cite a rule that is gone."""
    what = KINDS[kind]
    short = " ".join(said.split())
    short = short if len(short) <= EXCERPT else short[:EXCERPT] + "…"
    problem = _filled(what.problem, sign, short, line)
    mend = Message(*(text.replace("{cited}", ", ".join(cited)) for text in (what.mend.zh, what.mend.en)))
    return Notice(kind, Diagnostic(what.code, what.severity, source, field, problem, mend))


def changed(data: Mapping[str, Any], lang: str) -> str:
    """Return the kind of a change of *data*, a node written in *lang*: with a translation to follow, or without."""
    texts = (data.get(key) for key in ("title", "text"))
    others = (text.get("en" if lang == "zh" else "zh") for text in texts if isinstance(text, Mapping))
    return "changed-translated" if any(others) else "changed"


def review(kind: str, *, sign: Message = NO_SIGN, said: str = "", line: int = 0) -> Review:
    """Return the mark the draft gets; *said* is quoted whole, so that nothing of the source is lost."""
    note = KINDS[kind].note
    assert note is not None, f"{kind} marks nothing"
    filled = _filled(note, sign, " ".join(said.split()), line)
    return Review(kind="import", note=Text(zh=filled.zh, en=filled.en))


def _filled(message: Message, sign: Message, said: str, line: int) -> Message:
    # Not str.format: a rule's text may hold braces.
    out = []
    for template, name_of in ((message.zh, sign.zh), (message.en, sign.en)):
        text = template
        for name, value in (("{sign}", name_of), ("{line}", str(line)), ("{said}", said)):
            before, found, behind = text.partition(name)
            text = before + value + behind if found else text
        out.append(text)
    return Message(*out)
