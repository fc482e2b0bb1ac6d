"""Questions typed as text (Word files, plain text) to drafts: numbered stems, lettered options, 答案： and 解析： lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guizhang.diagnostics import Diagnostic, Source
from guizhang.exchange import faults, words
from guizhang.exchange.draft import LETTERS, Cell, Draft
from guizhang.exchange.unfold import OPTION
from guizhang.model.item import ItemType
from guizhang.model.text import Lang

_SECTION = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:部分|大题)?[、.．:：]|[（(][一二三四五六七八九十]+[)）]|part\s+\w+[.:：]?|section\s+\w+[.:：]?|[IVX]+[.、])?\s*([^。？?]{2,60})",
    re.IGNORECASE,
)
_STEM = re.compile(
    r"(?:第\s*(\d+)\s*题|(?:q|question)?\s*(\d{1,4})\s*[.．、)）:：]|[（(](\d{1,4})[)）])\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED_TYPE = re.compile(r"^[（(【\[]\s*([^()（）【】\[\]]{2,8})\s*[)）】\]]\s*")
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
_LABEL = re.compile(
    r"[【\[]?\s*([\u4e00-\u9fff]{1,5}|[A-Za-z ]{2,15})\s*[】\]]?\s*[:：]\s*(.*)|[【\[]([\u4e00-\u9fff]{1,5})[】\]]\s*(.*)",
    re.DOTALL,
)


@dataclass
class _Reader:
    path: str
    drafts: list[Draft] = field(default_factory=list)
    kind: ItemType | None = None
    open: tuple[dict[tuple[str, Lang | None], Cell], tuple[str, Lang | None]] | None = None
    """Where a line that begins nothing is added."""

    def line(self, number: int, text: str) -> None:
        """Take in one line."""
        draft = self.drafts[-1] if self.drafts else None
        if self._section(text) or (draft is not None and self._label(draft, number, text)):
            return
        stem = _STEM.fullmatch(text)
        if stem and not (
            draft
            and self.open
            and self.open[1][0] == "answer"
            and self.kind is ItemType.SHORT_ANSWER
            and _follows(draft, stem)
        ):
            self._stem(number, stem[4])
        elif draft is not None and self._options(draft, number, text):
            return
        elif draft is not None and self.open:
            place, key = self.open
            place[key] = Cell(f"{place[key].text}\n{text}".strip(), place[key].source, place[key].field)

    def _section(self, text: str) -> bool:
        match = _SECTION.fullmatch(text)
        found = words.item_type(match[1]) if match else None
        if found is not None:
            self.kind, self.open = found, None
        return found is not None

    def _stem(self, number: int, text: str) -> None:
        draft = Draft(Cell("", Source(self.path, number, 1), ""))
        bracketed = _BRACKETED_TYPE.match(text)
        kind = words.item_type(bracketed[1]) if bracketed else None
        if bracketed and kind:
            text = text[bracketed.end() :]
        if kind or self.kind:
            draft.cells["type", None] = Cell(
                (kind or self.kind or ItemType.CASE).value.replace("_", ""), draft.start.source, "题型 / type"
            )
        self.drafts.append(draft)
        self.open = None
        first = OPTION.search(text)
        if not (first and self._options(draft, number, text[first.start() :], at_first=True)):
            first = None
        stem = (text[: first.start()] if first else text).strip()
        draft.cells["stem", None] = Cell(stem, Source(self.path, number, 1), "题干 / stem")
        if first is None:
            self.open = (draft.cells, ("stem", None))

    def _options(self, draft: Draft, number: int, text: str, *, at_first: bool = False) -> bool:
        marks = list(OPTION.finditer(text))
        due = len(draft.parts)
        if not marks or marks[0].start() != 0 or [m[1].upper() for m in marks] != list(LETTERS[due : due + len(marks)]):
            return False
        if at_first and len(marks) < 2:
            return False
        ends = [m.start() for m in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            key = (mark[1].upper(), None)
            draft.parts[key] = Cell(
                text[mark.end() : end].strip(" \t　;；"),
                Source(self.path, number, mark.start() + 1),
                f"选项 / option {key[0]}",
            )
            self.open = (draft.parts, key)
        return True

    def _label(self, draft: Draft, number: int, text: str) -> bool:
        match = _LABEL.fullmatch(text)
        if match is None:
            return False
        said, value = (match[1], match[2]) if match[1] else (match[3], match[4])
        name = _LABELS.get(words.folded(said))
        if name is None:
            return False
        draft.cells[name, None] = Cell(value.strip(), Source(self.path, number, 1), said)
        self.open = (draft.cells, (name, None))
        return True


def _follows(draft: Draft, stem: re.Match[str]) -> bool:
    """Tell whether a numbered line counts the points of an answer that has just begun rather than the questions."""
    answer = draft.cell("answer")
    number = int(stem[1] or stem[2] or stem[3])
    return (
        answer is not None
        and number == len([line for line in answer.text.splitlines() if line.strip()]) + 1
        and "\n" in answer.text + "\n"
    )


def read_lines(lines: Iterable[tuple[int, str]], path: str) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the questions of a text.

    Args:
        lines: (line as users know it, text) in order.
        path: How messages name the file.
    """
    reader = _Reader(path)
    for number, text in lines:
        if text.strip():
            reader.line(number, text.strip())
    for draft in reader.drafts:
        for key in [key for key, cell in draft.cells.items() if not cell.text]:
            del draft.cells[key]
    if not reader.drafts:
        return [], [faults.no_question(Cell("", Source(path), ""))]
    return reader.drafts, []
