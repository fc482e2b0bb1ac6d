"""Questions typed as text (Word files, plain text) to drafts: numbered stems, lettered options, 答案： and 解析： lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guizhang.diagnostics import Diagnostic, Source
from guizhang.exchange import answer_faults, faults, stories, words
from guizhang.exchange.draft import LETTERS, Cell, Draft
from guizhang.exchange.gaps import BLANK
from guizhang.exchange.key_part import HEADING, Key, same
from guizhang.exchange.marked import Set, give_marked
from guizhang.exchange.numbered import entries
from guizhang.exchange.sections import OF_QUESTIONS, UNKNOWN, Section, heading, named_section
from guizhang.exchange.unfold import LETTERED, OPTION, spaced
from guizhang.exchange.unnumbered import numbered
from guizhang.model.item import ItemType
from guizhang.model.text import Lang

_STEM = re.compile(
    r"(?:[（(][\s_＿]*([A-Ja-j]{1,8}|[√×✓✗✔✘对错TF])?[\s_＿]*[)）]\s*)?(?:第\s*(\d+)\s*[题題]|(?:q|question)?\s*(\d{1,4})\s*[.．、)）:：]|[（(](\d{1,4})[)）])\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED_TYPE = re.compile(r"^[（(【\[]\s*([^()（）【】\[\]]{2,8})\s*[)）】\]]\s*")
_TYPE_BEHIND = re.compile(r"\s*[（(【\[]\s*([^()（）【】\[\]]{2,8}?)(?:[，,、 ]\s*\d+\s*分)?\s*[)）】\]]\s*$")
"""How form services tell the type: 几点上班？[单选题]."""
_LINE_TO_WRITE_ON = re.compile(r"[_＿]{5,}")
_LABELS: Mapping[str, str] = {
    **dict.fromkeys(
        "答案 参考答案 正确答案 标准答案 答 answer key correctanswer ans 答案要点 评分要点".split(), "answer"
    ),
    **dict.fromkeys("解析 答案解析 试题解析 说明 解释 explanation rationale analysis".split(), "rationale"),
    **dict.fromkeys("难度 难易度 难易程度 difficulty".split(), "difficulty"),
    **dict.fromkeys("题型 类型 type".split(), "type"),
    **dict.fromkeys("依据 出处 引用 引用条款 制度依据 rule cites reference".split(), "cites"),
    **dict.fromkeys("知识点 主题 章节 theme themes topic".split(), "themes"),
    **dict.fromkeys("层次 认知层次 level".split(), "level"),
    **dict.fromkeys("编号 id".split(), "id"),
}
_NAMED_OPTION = re.compile(r"^(?:选项|選項|option)\s*([A-Ha-h])\s*[:：.．、)）]\s*(?=\S)", re.IGNORECASE)
_INSTRUCTION = re.compile(r"[（(].*[)）]|.*(?:[:：]|每[题小空].*分.*)")
"""Below a heading: how to answer, how many points."""
_IN_BRACKETS = re.compile(r"[（(]\s*(.{2,8}?[:：].*)[)）]", re.DOTALL)
_LABEL = re.compile(
    r"[【\[]?\s*([\u4e00-\u9fff]{1,5}|[A-Za-z ]{2,15})\s*[】\]]?\s*[:：]\s*(.*)|[【\[]([\u4e00-\u9fff]{1,5})[】\]]\s*(.*)",
    re.DOTALL,
)
Lines = Sequence[tuple[int, str]]
"""(line as users know it, text) without blank lines."""


@dataclass
class _Reader:
    path: str
    lines: Lines
    drafts: list[Draft] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    sections: list[Section | None] = field(default_factory=list)
    """Of each draft, the section it stands in."""
    section: Section | None = None
    headed: tuple[Cell, int] | None = None
    """Where the section begins, and how many lines below its heading are nothing; ``None`` once it has a question."""
    case: stories.Telling | None = None
    """Set within a section of cases."""
    key: Key | None = None
    """Set behind the questions, where their answers stand together."""
    open: tuple[dict[tuple[str, Lang | None], Cell], tuple[str, Lang | None]] | None = None
    """Where a line that begins nothing is added."""

    def line(self, at: int) -> None:
        """Take in one line."""
        number, text = self.lines[at]
        draft = self.drafts[-1] if self.drafts else None
        if self.key and self._of_the_key(number, text):
            return
        if self._section(number, text) or self._key_begins(at) or (draft and self._label(draft, number, text)):
            return
        stem = _STEM.fullmatch(text)
        if self.case is not None:
            self._case_line(at, stem)
        elif stem and not self._counts_on(at, stem):
            self._stem(number, stem)
        else:
            self._goes_on(at)

    def _goes_on(self, at: int) -> None:
        number, text = self.lines[at]
        draft = self.drafts[-1] if self.drafts else None
        below = self.lines[at + 1][1] if at + 1 < len(self.lines) else ""
        if self.headed and not _INSTRUCTION.fullmatch(text):
            self.headed = self.headed[0], self.headed[1] + 1
        if draft is None or self._options(draft, number, text, below=below):
            return
        unknown = UNKNOWN.fullmatch(text)
        if unknown and (self.open is None or self.open[0] is draft.parts or OF_QUESTIONS.fullmatch(text)):
            cell = Cell(unknown[1], Source(self.path, number, 1), "")
            self.found.append(faults.unknown_type(cell, words.TYPE_NAMES.values()))
        elif self.open and not (_LINE_TO_WRITE_ON.fullmatch(text) and BLANK.search(self.open[0][self.open[1]].text)):
            place, key = self.open
            place[key] = Cell(f"{place[key].text}\n{text}".strip(), place[key].source, place[key].field)

    def _end_section(self) -> None:
        if self.headed and self.headed[1]:
            self.found.append(faults.empty_section(self.headed[0]))
        self.headed = None

    def _section(self, number: int, text: str) -> bool:
        found = heading(text)
        if found is not None:
            self._end_section()
            self.headed = Cell(text, Source(self.path, number, 1), ""), 0
            self.section, self.open = found, None
            self.case = stories.Telling() if found.kind is ItemType.CASE else None
        return found is not None

    def _key_begins(self, at: int) -> bool:
        """Tell whether the answers of several questions begin here; of one alone, the line is its label."""
        number, text = self.lines[at]
        label = _LABEL.fullmatch(text)
        bare = HEADING.fullmatch(text) is not None
        first = "" if bare else (label[2] or label[4]) if label and HEADING.fullmatch(label[1] or label[3]) else ""
        if not bare and not first:
            return False
        rest = [first] if first else [text for _, text in self.lines[at + 1 :]]
        if not rest:
            return bare
        here = [draft for draft, section in zip(self.drafts, self.sections, strict=True) if section is self.section]
        headed = bare and (found := named_section(rest[0])) is not None and self._stands(found[0])
        waiting = len(here) > 1 and not any(draft.said("answer") for draft in here)
        if not headed and not (waiting and (bare or len(_numbers(first)) > 1)):
            return False
        self.key, self.open = Key(self.path), None
        if first:
            self.key.line(number, first)
        return True

    def _of_the_key(self, number: int, text: str) -> bool:
        """Take in a line of the key; a heading of a section that has not been yet ends it."""
        begun = named_section(text)
        if self.key is None or (begun is not None and not self._stands(begun[0])):
            self.finish()
            return False
        self.key.line(number, text)
        return True

    def _stands(self, section: Section) -> bool:
        return any(same(section, there) for there in self.sections)

    def finish(self) -> None:
        self._end_section()
        if self.key:
            self.key.give(self.drafts, self.sections)
            self.found += self.key.found
            self.key = None

    def _case_line(self, at: int, stem: re.Match[str] | None) -> None:
        number, text = self.lines[at]
        counts_on = stem is not None and self._counts_on(at, stem)
        told = self.case.read(text, stem[5] if stem else None, counts_on=counts_on) if self.case else None
        if told is None:
            self._goes_on(at)
        elif told.begins == "story":
            self._begin(number, "", told.text, ItemType.CASE)
            if self.case:
                self.case.story = self.drafts[-1]
        elif told.begins == "question":
            asked = sum(draft.case is self.case.story for draft in self.drafts) if self.case else 0
            if told.number not in (None, asked + 1):
                self.found.append(faults.miscounted(Cell(text, Source(self.path, number, 1), ""), asked + 1))
            self._begin(number, "", told.text, None)
            self.drafts[-1].case = self.case.story if self.case else None
        else:
            self.open = None

    def _stem(self, number: int, stem: re.Match[str]) -> None:
        text = stem[5]
        bracketed = _BRACKETED_TYPE.match(text)
        kind = words.item_type(bracketed[1]) if bracketed else None
        if bracketed and kind:
            text = text[bracketed.end() :]
        behind = _TYPE_BEHIND.search(text) if kind is None else None
        if behind and (kind := words.item_type(behind[1])):
            text = text[: behind.start()]
        printed = str(int(stem[2] or stem[3] or stem[4]))
        self._begin(number, printed, text, kind or (self.section.kind if self.section else None))
        if stem[1]:
            # （×）1．… has its key in front of its number.
            self.drafts[-1].cells["answer", None] = Cell(stem[1], Source(self.path, number, 1), "答案 / answer")

    def _begin(self, number: int, printed: str, text: str, kind: ItemType | None) -> None:
        draft = Draft(Cell("", Source(self.path, number, 1), ""), number=printed)
        if kind:
            draft.cells["type", None] = Cell(kind.value.replace("_", ""), draft.start.source, "题型 / type")
        self.drafts.append(draft)
        self.sections.append(self.section)
        self.headed = None
        self.open = None
        first = OPTION.search(text)
        if not (first and self._options(draft, number, text[first.start() :], at_first=True)):
            first = None
        stem = (text[: first.start()] if first else text).strip()
        draft.cells["stem", None] = Cell(stem, Source(self.path, number, 1), "题干 / stem")
        if first is None:
            self.open = (draft.cells, ("stem", None))

    def _options(self, draft: Draft, number: int, text: str, *, at_first: bool = False, below: str = "") -> bool:
        due = len(draft.parts)
        marks = list(OPTION.finditer(text))
        if not (marks or at_first) and _takes_letters(draft):
            marks = spaced(text, due, below)
        named = [mark[1].upper() for mark in marks]
        if not marks or marks[0].start() != 0 or (at_first and len(marks) < 2):
            return False
        in_order = LETTERS[due : due + len(marks)]
        if named != list(in_order):
            below_answer = self.open and self.open[0] is draft.cells and self.open[1][0] != "stem"
            if below_answer or len(in_order) < len(marks) or (len(marks) < 2 and not due):
                return False
            cell = Cell(text, Source(self.path, number, 1), "选项 / options")
            self.found.append(answer_faults.disordered_options(cell, [*LETTERS[:due], *named]))
        ends = [m.start() for m in marks[1:]] + [len(text)]
        for mark, end, letter in zip(marks, ends, in_order, strict=True):
            key = (letter, None)
            draft.parts[key] = Cell(
                text[mark.end() : end].strip(" \t　;；"),
                Source(self.path, number, mark.start() + 1),
                f"选项 / option {key[0]}",
            )
            self.open = (draft.parts, key)
        return True

    def _label(self, draft: Draft, number: int, text: str) -> bool:
        said, value = _labelled(text)
        name = _LABELS.get(words.folded(said))
        if name is None or (name == "type" and self.case is not None and draft is self.case.story):
            return False  # a case stays one, whatever its story says of types
        cell, before = Cell(value, Source(self.path, number, 1), said), draft.cells.get((name, None))
        if before and before.text and before.text != value and name != "type":
            self.found.append(answer_faults.second_answer(cell, said, before))
        draft.cells[name, None] = cell
        self.open = (draft.cells, (name, None))
        return True

    def _counts_on(self, at: int, stem: re.Match[str]) -> bool:
        """Tell whether a numbered line is a further point of the answer above it rather than the next question.

        It is where its number is due there, it does not ask, and no options or answer of its own follow.
        """
        if not self.open or self.open[1][0] != "answer":
            return False
        said = self.open[0][self.open[1]].text
        points = len(entries(said))
        number = int(stem[2] or stem[3] or stem[4])
        if (said and not points) or number != points + 1 or stem[5].rstrip().endswith(("?", "？")):
            return False
        for _, text in self.lines[at + 1 :]:
            if _LABELS.get(words.folded(_labelled(text)[0])) == "answer" or OPTION.match(text):
                return False
            if _STEM.fullmatch(text) or heading(text):
                return True
        return True


def _takes_letters(draft: Draft) -> bool:
    kind = draft.cell("type")
    return kind is None or words.item_type(kind.text) in LETTERED


def _labelled(text: str) -> tuple[str, str]:
    inside = _IN_BRACKETS.fullmatch(text)
    match = _LABEL.fullmatch(inside[1] if inside else text)
    if match is None:
        return "", ""
    return (match[1], match[2].strip()) if match[1] else (match[3], match[4].strip())


def _given(text: str) -> str | None:
    """Return the field a line gives, such as ``answer``."""
    return _LABELS.get(words.folded(_labelled(text)[0]))


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _read(lines: Lines, path: str) -> _Reader:
    reader = _Reader(path, lines)
    for at in range(len(lines)):
        reader.line(at)
    reader.finish()
    return reader


def read_lines(
    lines: Iterable[tuple[int, str]], path: str, how: Set | None = None
) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the questions of a text.

    Args:
        lines: (line as users know it, text) in order.
        path: How messages name the file.
        how: What a Word file sets apart in its paragraphs.
    """
    written = [(number, _NAMED_OPTION.sub(r"\1. ", text.strip())) for number, text in lines if text.strip()]
    reader = _read(written, path)
    if not reader.drafts and (some := numbered(written, _given)):
        reader = _read(some, path)
    reader.found += give_marked(reader.drafts, how or Set())
    stories.share_out(reader.drafts)
    for draft in reader.drafts:
        for key in [key for key, cell in draft.cells.items() if not cell.text]:
            del draft.cells[key]
    if not reader.drafts:
        return [], [faults.no_question(Cell("", Source(path), ""))]
    return reader.drafts, reader.found
