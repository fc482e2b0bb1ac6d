"""The answers that stand behind the questions of a paper: 一、单选题 1-5 BCADB; 二、1.× 2.√; 三、填空题 1. 24小时."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guizhang.diagnostics import Diagnostic, Source
from guizhang.exchange import answer_faults as faults
from guizhang.exchange.draft import Cell, Draft
from guizhang.exchange.numbered import EDGES, counted, marks
from guizhang.exchange.sections import Section, named_section

HEADING = re.compile(
    r"[【\[（(]?\s*(?:(?:[参參]考|[标標][准準]|正[确確]|[试試][题題]|[试試]卷)*答案(?:部分|[及与與和]解析)?|answer\s*keys?|answers|keys?)\s*[】\])）]?\s*[:：]?",
    re.IGNORECASE,
)
_SYMBOL = "[A-Ja-j√×✓✗✔✘对错TFtf]"
_SEVERAL = re.compile(
    rf"(\d{{1,3}})\s*[-－—–~～至到]\s*(\d{{1,3}})\s*题?\s*[.．、:：)）]?\s*({_SYMBOL}(?:[\s　,，、;；]*{_SYMBOL})*)"
)
_ONE = re.compile(
    r"(?<!\d)(\d{1,3})\s*[.．、)）:：]?\s*([A-Ja-j](?:[、,， ]?[A-Ja-j])*|正确|错误|true|false|[√×✓✗✔✘对错TFtf])(?=[\s　;；,，。、]*(?:\d|$))",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\s　;；,，。、.]*")
_REASON = re.compile(r"(?:[【\[]解析[】\]]|解析)\s*[:：]?\s*", re.IGNORECASE)
_SAYS_ANSWER = re.compile(r"(?:[【\[]答案[】\]]|答案?)\s*[:：]?\s*")


@dataclass(slots=True)
class _Entry:
    section: Section | None
    number: int
    text: str
    source: Source


@dataclass
class Key:
    """What a key says so far."""

    path: str
    entries: list[_Entry] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    _section: Section | None = None
    _style: str = ""

    def line(self, number: int, text: str) -> None:
        """Take in one line behind the heading."""
        begun = named_section(text)
        if begun is not None:
            self._section, text = begun
            self._style = ""
        if text and not self._symbols(number, text) and not self._texts(number, text):
            self.found.append(faults.unread_key(Cell(text, Source(self.path, number, 1), "")))

    def _symbols(self, line: int, text: str) -> bool:
        """Read 1-5 BCADB, 1.B 2.C and 1× 2√, if the line is made of nothing else."""
        entries: list[tuple[int, str]] = []
        for match in _SEVERAL.finditer(text):
            first, last = int(match[1]), int(match[2])
            groups = [group for group in re.split(r"[\s　,，、;；]+", match[3]) if group]
            if len(groups) != last - first + 1:
                groups = list("".join(groups))
            if len(groups) != last - first + 1:
                return False
            entries += zip(range(first, last + 1), groups, strict=True)
        rest = _SEVERAL.sub(" ", text)
        entries += [(int(match[1]), match[2]) for match in _ONE.finditer(rest)]
        if not entries or not _NOTHING.fullmatch(_ONE.sub(" ", rest)):
            return False
        self._add(line, entries)
        return True

    def _texts(self, line: int, text: str) -> bool:
        """Read numbered answers in words, several on a line; a line without a number goes on with the one before it."""
        here = [entry for entry in self.entries if entry.section is self._section]
        leading = next(marks(text), None)
        last = here[-1].number if here else 0
        # The first may be 11, and 3 may follow 1: what is asked in between has its answer elsewhere, or none.
        first = leading.number if leading and leading.number > last else last + 1
        there = counted(text, first, skipping=True)
        if leading and leading.start == 0 and (not self._style or leading.style == self._style):
            if not there or there[0].start != 0:
                return False
            self._style = leading.style
            there = [mark for mark in there if mark.style == self._style]
            ends = [mark.start for mark in there[1:]] + [len(text)]
            values = [text[mark.end : end].strip(EDGES) for mark, end in zip(there, ends, strict=True)]
            self._add(line, [(mark.number, value) for mark, value in zip(there, values, strict=True)])
            return True
        if here:
            here[-1].text = f"{here[-1].text}\n{text}".strip()
        return bool(here)

    def _add(self, line: int, entries: Sequence[tuple[int, str]]) -> None:
        self.entries += [_Entry(self._section, n, text, Source(self.path, line, 1)) for n, text in entries]

    def give(self, drafts: Sequence[Draft], sections: Sequence[Section | None]) -> None:
        """Give the answers to the questions; *sections* says for each which section it stands in."""
        given: dict[int, Cell] = {}
        for entry in self.entries:
            at = [
                n
                for n, (draft, section) in enumerate(zip(drafts, sections, strict=True))
                if draft.number == str(entry.number) and (entry.section is None or same(entry.section, section))
            ]
            if entry.section is None and len(at) > 1:
                at = [n for n in at if sections[n] is sections[-1]]
            answer, *reason = _REASON.split(_SAYS_ANSWER.sub("", entry.text, count=1), maxsplit=1)
            cell = Cell(answer.strip(), entry.source, "答案 / answer")
            if len(at) != 1:
                self.found.append(faults.no_such_question(cell, str(entry.number)))
                continue
            draft = drafts[at[0]]
            before = draft.cell("answer") or given.get(at[0])
            if before is not None:
                self.found.append(faults.second_answer(cell, "答案", before))
                continue
            given[at[0]] = cell
            draft.cells["answer", None] = cell
            if reason and reason[0].strip():
                draft.cells["rationale", None] = Cell(reason[0].strip(), entry.source, "解析 / rationale")


def same(named: Section, section: Section | None) -> bool:
    """Tell whether a key means a section of the paper: by its number, or by its type where one of them has none."""
    if section is None:
        return False
    if named.number is not None and section.number is not None:
        return named.number == section.number and (named.kind is None or named.kind == section.kind)
    return named.kind == section.kind
