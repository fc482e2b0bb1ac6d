"""What is the matter with the text itself, as findings: what was mended, what only a person can mend, and the script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.importers.accounting.ledger import owner_at
from guizhang.importers.outline import Document, Entry, Finding, Mend, walk
from guizhang.importers.repairs import RepairKind
from guizhang.zh.script import Script, detect_script

_AROUND = 6
_SHOWN = 40
_ESCAPE = len(r"\xNN")
_CERTAIN = 0.99


_IN_ONE = (
    (RepairKind.GLOSS, "gloss-removed", "略去注音 {} 处", "pinyin glosses left out: {}"),
    (RepairKind.STRAY, "sign-removed", "删去杂符 {} 处", "stray signs taken out: {}"),
)
"""What changes nothing a rule says; the report shows each place."""
_PLAIN = frozenset(kind for kind, *_ in _IN_ONE)


def check_text(
    text: str,
    documents: Sequence[Document],
    mends: Sequence[Mend],
    ledger: Sequence[Entry],
    undecoded: Sequence[int] = (),
) -> Iterator[Finding]:
    """Yield a finding for each repair that changes a rule or waits for a person, and one for all of a kind that does neither.

    Reads: source text, documents, mends, ledger, offsets of bytes that are no character. Writes: findings.
    """
    lines: dict[int, int] = {}
    counted = line = 0
    for offset in undecoded:
        line += text.count("\n", counted, offset)
        counted = offset
        lines.setdefault(line + 1, offset)
    for number, offset in lines.items():
        around = _short(_around(text, offset, offset + _ESCAPE))
        zh, en = f"有字节不是文字，照原值写出：{around}", f"a byte that is no character, written as its value: {around}"
        yield Finding(number, "text-damaged", zh, en, _CERTAIN, owner_at(ledger, offset))
    for kind, code, zh, en in _IN_ONE:
        done = [mend for mend in mends if mend.repair.kind is kind and mend.applied]
        if done:
            sure = min(mend.repair.confidence for mend in done)
            yield Finding(done[0].line, code, zh.format(len(done)), en.format(len(done)), sure)
    for mend in mends:
        if not (mend.applied and mend.repair.kind in _PLAIN):
            yield _finding(text, mend)
    for document in documents:
        words = "".join(part for node in walk(document.nodes) for part in (node.label, node.title, node.text))
        if (found := detect_script(document.title + words)).script is Script.TRADITIONAL:
            yield Finding(
                document.lines[0],
                "script-traditional",
                f"全文为繁体，可转为简体的字有 {found.traditional} 个",
                f"in Traditional Chinese; {found.traditional} characters have a Simplified form",
                0.97,
                document.id,
            )


def _finding(text: str, mend: Mend) -> Finding:
    repair = mend.repair
    original, suggestion = _short(repair.original), _short(repair.suggestion or "")
    around = _short(_around(text, repair.start, repair.end))
    if repair.kind is RepairKind.GLOSS:
        code, zh, en = "gloss-doubtful", f"像是注音，没有略去：{around}", f"perhaps a pinyin gloss, left in: {around}"
    elif mend.applied:
        code, zh, en = (
            "text-repaired",
            f"{original} → {suggestion}（{repair.zh}）",
            f"{original} → {suggestion} ({repair.en})",
        )
    else:
        offered = repair.suggestion is not None
        code = "text-damaged"
        zh = f"{repair.zh}：{around}" + (f"；可改为“{suggestion}”" if suggestion else "；可删去" if offered else "")
        en = f"{repair.en}: {around}" + (
            f"; perhaps it should read “{suggestion}”" if suggestion else "; could be deleted" if offered else ""
        )
    return Finding(mend.line, code, zh, en, repair.confidence, mend.owner)


def _around(text: str, start: int, end: int) -> str:
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[max(line, start - _AROUND) : min(len(text) if stop < 0 else stop, end + _AROUND)]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN] + "…"
