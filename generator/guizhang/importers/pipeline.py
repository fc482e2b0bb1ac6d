"""Import of one text, from bytes to outline, ledger and findings."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from guizhang.importers.audit import audit
from guizhang.importers.breaks import full_lines
from guizhang.importers.chains import choose_strong
from guizhang.importers.chrome import judge_lines
from guizhang.importers.damage import check_text
from guizhang.importers.doubts import check_doubts
from guizhang.importers.lattice import Mark, find_marks
from guizhang.importers.ledger import keep_ledger
from guizhang.importers.lines import Line, split_lines
from guizhang.importers.margins import Body, Discard, trim
from guizhang.importers.mending import gloss_masks, place_repairs
from guizhang.importers.navigation import judge_navigation
from guizhang.importers.neighbours import judge_between
from guizhang.importers.nesting import Placed, nest
from guizhang.importers.numbering import check_numbers
from guizhang.importers.odd_figures import check_figures
from guizhang.importers.outline import Discarded, Import
from guizhang.importers.parallel_labels import without_translations
from guizhang.importers.parts import by_sheet, find_in_parts, outside_tables
from guizhang.importers.paths import find_paths
from guizhang.importers.provenance import all_discarded, mark_generated, renumber_documents, renumber_findings
from guizhang.importers.repairs import suggest_repairs
from guizhang.importers.source import line_of, read_source
from guizhang.importers.sparing import spare
from guizhang.importers.stated_headings import add_headings, without_titles
from guizhang.importers.tables import without_rows
from guizhang.importers.tails import judge_tails
from guizhang.importers.tree import build
from guizhang.zh.folding import Folded, fold


def import_text(data: bytes, path: str) -> Import:
    """Return what the rules in a file are.

    Args:
        data: The file's bytes: text in any encoding Chinese files come in, HTML, DOCX, DOC, WPS, RTF, PDF, XLSX.
        path: The file's name as the user gave it; it is recorded, its suffix helps to choose the reader, nothing is opened.

    Raises:
        ImportRefused: The file is empty, damaged, protected, too large, or in no known format or encoding.
    """
    # The stages, in order; each says in its docstring what it reads and writes and why it stands where it stands.
    source = read_source(data, path)
    reading = source.reading
    repairs = suggest_repairs(source.text)
    view = fold(source.text, [*reading.masks, *gloss_masks(repairs)])
    lines = split_lines(view)
    marks = without_translations(view, lines, without_rows(view, lines, find_marks(view, lines)))
    marks = add_headings(view, lines, marks, reading.headings)
    told = without_titles(view, lines, marks)
    paths = find_paths(view, lines)
    verdicts = judge_lines(view, lines, told, paths)
    verdicts |= judge_tails(view, lines, told, verdicts)
    verdicts |= judge_navigation(view, lines, told, verdicts)
    verdicts = spare(view, lines, told, verdicts | judge_between(view, lines, told, verdicts))
    verdicts = outside_tables(verdicts, reading.parts)
    headings, named = dict(reading.headings), frozenset(paths.values())
    extents = find_in_parts(view, lines, told, verdicts, headings, named, reading.parts)
    bodies, discards = trim(view, lines, marks, verdicts, extents)
    starts, full = [line.start for line in lines], full_lines(lines)
    placed = [nest(body.marks, choose_strong(body.marks)) for body in bodies]
    documents = tuple(
        build(view, lines, full, starts, body, labels, number, parted=reading.parted)
        for number, (body, labels) in enumerate(zip(bodies, placed, strict=True), start=1)
    )
    documents = by_sheet(documents, reading.parts)
    ledger = keep_ledger(view, documents, discards)
    audit(source.text, ledger, documents)
    mends = place_repairs(source.text, documents, ledger, repairs)
    findings = [
        *check_numbers(documents),
        *check_doubts(view, lines, documents, discards, _refused(bodies, placed), ledger),
        *check_figures(documents),
        *check_text(source.text, documents, mends, ledger, source.undecoded),
    ]
    return Import(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=source.encoding,
        text=source.text,
        documents=renumber_documents(documents, source),
        discarded=all_discarded(_discarded(view, lines, discards), source),
        ledger=mark_generated(ledger, source.generated),
        findings=tuple(sorted(renumber_findings(findings, source), key=lambda f: (f.line, f.code, f.node))),
        numbers=source.numbers,
        dropped=source.dropped,
        native_chars=source.native_chars,
        mends=tuple(replace(mend, line=line_of(source, mend.line)) for mend in mends),
    )


def _refused(bodies: list[Body], placed: list[list[Placed]]) -> list[Mark]:
    """Return the likely labels at line starts that were left as text after all."""
    taken = {item.mark.start for labels in placed for item in labels}
    return [
        mark for body in bodies for mark in body.marks if mark.at_start and mark.prior > 1.0 and mark.start not in taken
    ]


def _discarded(view: Folded, lines: Sequence[Line], discards: list[Discard]) -> tuple[Discarded, ...]:
    starts = [line.start for line in lines]
    out: list[Discarded] = []
    for discard in sorted(discards, key=lambda d: d.start):
        line = bisect_right(starts, discard.start)
        text = view.printed(discard.start, discard.end)
        if out and out[-1].reason == discard.reason and line - out[-1].lines[1] <= 1:
            last = out.pop()
            text = last.text + "\n" + text
            out.append(Discarded((last.lines[0], line), discard.reason, text, min(last.confidence, discard.confidence)))
        else:
            out.append(Discarded((line, line), discard.reason, text, discard.confidence))
    return tuple(out)
