"""Import of one text, from bytes to outline, ledger and findings."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from guizhang.importers.accounting.audit import audit
from guizhang.importers.accounting.damage import check_text
from guizhang.importers.accounting.doubts import check_doubts
from guizhang.importers.accounting.ledger import keep_ledger
from guizhang.importers.accounting.provenance import (
    all_discarded,
    mark_generated,
    renumber_documents,
    renumber_findings,
)
from guizhang.importers.bilingual.attach import attach, check_pairs, check_prevailing, language_names, signs_of
from guizhang.importers.bilingual.pairs import Bilingual, find_pairs, without
from guizhang.importers.drafting.mending import gloss_masks, place_repairs
from guizhang.importers.drafting.odd_figures import check_figures
from guizhang.importers.nesting.numbering import check_numbers
from guizhang.importers.outline import Discarded, Document, Entry, Finding, Import
from guizhang.importers.reading import Reading
from guizhang.importers.repairs import suggest_repairs
from guizhang.importers.source import line_of, read_source
from guizhang.importers.stages import Outlined, outline
from guizhang.zh.folding import Folded, fold


def import_text(data: bytes, path: str) -> Import:
    """Return what the rules in a file are.

    Args:
        data: The file's bytes: text in any encoding Chinese files come in, HTML, DOCX, DOC, WPS, RTF, PDF, XLSX.
        path: The file's name as the user gave it; it is recorded, its suffix helps to choose the reader, nothing is opened.

    Raises:
        ImportRefused: The file is empty, damaged, protected, too large, or in no known format or encoding.
    """
    source = read_source(data, path)
    repairs = suggest_repairs(source.text)
    whole = fold(source.text, [*source.reading.masks, *gloss_masks(repairs)])
    bilingual = find_pairs(whole, source.reading)
    read = _read(whole, bilingual, source.reading)
    documents, discards = read.documents, read.outlined.discards
    ledger = keep_ledger(read.outlined.view, documents, discards, whole.masks, read.signs)
    audit(source.text, ledger, documents)
    mends = place_repairs(source.text, documents, ledger, repairs)
    findings = [
        *check_numbers(documents),
        *check_doubts(read.outlined, documents, ledger),
        *read.findings,
        *check_figures(documents),
        *check_text(source.text, documents, mends, ledger, source.undecoded),
    ]
    return Import(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=source.encoding,
        text=source.text,
        documents=renumber_documents(documents, source),
        discarded=all_discarded([*_discarded(read.outlined), *read.names], source),
        ledger=mark_generated(ledger, source.generated),
        findings=tuple(sorted(renumber_findings(findings, source), key=lambda f: (f.line, f.code, f.node))),
        numbers=source.numbers,
        dropped=source.dropped,
        native_chars=source.native_chars,
        mends=tuple(replace(mend, line=line_of(source, mend.line)) for mend in mends),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """Documents with their translations, and what speaks of these."""

    outlined: Outlined
    documents: tuple[Document, ...]
    signs: tuple[Entry, ...] = ()
    names: tuple[Discarded, ...] = ()
    """Rows that name the languages and are nothing else."""
    findings: tuple[Finding, ...] = ()


def _read(whole: Folded, bilingual: Bilingual | None, reading: Reading) -> _Read:
    """Return the documents of a source; of one in two languages those of its first half, with their translations."""
    while bilingual is not None and bilingual.pairs:
        outlined = outline(bilingual.view, reading)
        found = attach(whole.source, outlined.documents, bilingual.pairs)
        if not found.orphans:
            signs = tuple(signs_of(bilingual, found.documents))
            pairs = check_pairs(bilingual, found.documents, bilingual.pairs)
            findings = (*pairs, *check_prevailing(bilingual, found.documents))
            return _Read(outlined, found.documents, signs, tuple(language_names(bilingual)), findings)
        # What they translate is no rule after all: it is read again, with them in its place.
        bilingual = without(bilingual, found.orphans)
    outlined = outline(whole, reading)
    return _Read(outlined, outlined.documents)


def _discarded(outlined: Outlined) -> tuple[Discarded, ...]:
    out: list[Discarded] = []
    for discard in sorted(outlined.discards, key=lambda d: d.start):
        line = outlined.number_at(discard.start)
        text = outlined.view.printed(discard.start, discard.end)
        if out and out[-1].reason == discard.reason and line - out[-1].lines[1] <= 1:
            last = out.pop()
            text = last.text + "\n" + text
            out.append(Discarded((last.lines[0], line), discard.reason, text, min(last.confidence, discard.confidence)))
        else:
            out.append(Discarded((line, line), discard.reason, text, discard.confidence))
    return tuple(out)
