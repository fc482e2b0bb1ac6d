"""The item bank as a workbook that trainers edit and that comes back without loss: one row an item or question of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.diagnostics import Language
from guizhang.exchange.draft import LETTERS
from guizhang.exchange.words import LEVEL_NAMES, POOL_NAMES, TYPE_NAMES, VERDICTS, YES
from guizhang.model.item import Body, Gap, Item, ItemType
from guizhang.model.text import LANGS, Lang, Text
from guizhang.tables import room
from guizhang.tables.book import Book, save

_HEAD: tuple[tuple[str, str, str, int], ...] = (
    ("id", "编号", "id", 26),
    ("type", "题型", "type", 14),
    ("pool", "题库", "pool", 10),
    ("level", "层次", "level", 12),
    ("difficulty", "难度", "difficulty", 11),
    ("points", "小题分值", "points", 8),
    ("themes", "主题", "themes", 14),
    ("roles", "岗位", "roles", 14),
    ("cites", "引用条款", "cites", 30),
    ("stem.zh", "题干", "stem", 44),
    ("stem.en", "题干", "stem", 44),
)
_TAIL: tuple[tuple[str, str, str, int], ...] = (
    ("answer", "答案", "answer", 14),
    ("tolerance", "允许误差", "tolerance", 8),
    ("unit.zh", "单位", "unit", 8),
    ("unit.en", "单位", "unit", 8),
    ("rationale.zh", "解析", "rationale", 44),
    ("rationale.en", "解析", "rationale", 44),
    ("keep_order", "固定顺序", "keep_order", 8),
    ("states", "写明的数值", "states", 14),
    ("enemies", "互斥题", "enemies", 14),
)
"""Field, its heading in Chinese and English, width in characters; what stands in two languages has a column for each."""
_LANGUAGES: Mapping[str, tuple[str, str]] = {"zh": ("中", "zh"), "en": ("英", "en")}
_HELP_WIDTH = 90
_HELP = (
    ("一行一题；案例题的小题写在案例下面，编号为 案例编号#1、#2……", "One row a question; questions of a case stand below it as case-id#1, #2 …"),
    ("选择题：选项写在 A、B、C……，答案写字母，如 B 或 ACD。", "Choice: options in A, B, C …; the answer is letters, as in B or ACD."),
    ("判断题：答案写 对 或 错。", "True/false: the answer is true or false."),
    ("填空题：题干用 [[名称]] 或 ____ 留空；A、B……依次写各空的答案，一行一种写法。",
     "Cloze: leave [[name]] or ____ in the stem; A, B … hold the answers in order, one accepted answer a line."),
    ("供选择的空：每行一个词，正确的前面加 ●，其余加 ○。",
     "A gap to choose: one word a line, ● before the right one and ○ before the others."),
    ("填数题：答案写数，允许误差和单位各有一列。", "Numeric: the answer is a number; tolerance and unit have columns."),
    ("匹配题：A、B……写 左项 → 右项；没有左项的右项写 → 右项。", "Matching: A, B … hold left → right; a right side that belongs to none is → right."),
    ("排序题：选项按正确顺序写，答案留空。", "Ordering: write the options in their right order and leave the answer empty."),
    ("简答题：A、B……写评分要点，开头写（2分）。", "Short answer: A, B … hold the marking guide, each point beginning with (2)."),
    ("引用条款写 规章/条款；@ 后是确认时的内容标记，不要改动。",
     "cites holds regulation/provision; what follows @ marks the text as confirmed and stays as it is."),
    ("新题的引用可以写《规章》第几条，也可以留空，由工具查找。",
     "A new question may cite “Regulation” Article 5, or nothing, to have it looked up."),
)  # fmt: skip


def bank_workbook(items: Sequence[Item], title: str, language: Language) -> bytes:
    """Return *items* as a workbook; `read_sheets` and `shape` give back equal items.

    Args:
        items: The items.
        title: Title of the workbook.
        language: What headings, words for types and help are in; types are in Chinese where they are in both.
    """
    lang: Lang = "en" if language == "en" else "zh"
    rows = [row for item in items for row in _rows(item, lang)]
    letters = [letter for letter in LETTERS if any(f"part.{letter}.{lang}" in row for row in rows for lang in LANGS)]
    reasons = [letter for letter in LETTERS if any(f"why.{letter}.{lang}" in row for row in rows for lang in LANGS)]
    fields = [
        *_HEAD,
        *((f"part.{letter}.{lang}", "", "", 26) for letter in letters or "ABCD" for lang in LANGS),
        *_TAIL,
        *((f"why.{letter}.{lang}", "说明", "why", 26) for letter in reasons for lang in LANGS),
    ]
    columns = [(name, _heading(name, (zh, en), language), width) for name, zh, en, width in fields]
    book = Book()
    book.workbook.properties.title = title
    sheet = book.sheet("items")
    wrapped = Alignment(wrap_text=True, vertical="top")
    for at, (_, heading, width) in enumerate(columns, 1):
        cell = book.text(sheet, 1, at, heading)
        cell.font, cell.alignment = Font(name="Calibri", bold=True), Alignment(wrap_text=True, vertical="center")
        cell.fill = PatternFill("solid", fgColor="FFE8EEF3")
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = room.height(max(room.lines(heading, width) for _, heading, width in columns))
    for line, row in enumerate(rows, 2):
        for at, (name, _, _) in enumerate(columns, 1):
            if row.get(name):
                cell = book.text(sheet, line, at, row[name])
                cell.alignment, cell.number_format = wrapped, "@"
        most = max(room.lines(row.get(name) or "", width) for name, _, width in columns)
        sheet.row_dimensions[line].height = room.height(most)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    # Forty columns do not fit on one page at a size that can be read.
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 4, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    _choices(sheet, columns, len(rows), lang)
    _help(book, LANGS if language == "both" else (language,))
    return save(book)


def _heading(name: str, said: tuple[str, str], language: Language) -> str:
    """Return the heading of a column: 题干（中）, stem (zh), or 题干 stem（中 zh）; A why (en)."""
    _, *parts = name.split(".")
    heading = " ".join(filter(None, [*parts[:-1], _said(said, language)]))
    mark = _said(_LANGUAGES[parts[-1]], language) if parts else ""
    return heading if not mark else f"{heading} ({mark})" if language == "en" else f"{heading}（{mark}）"


def _said(pair: tuple[str, str], language: Language) -> str:
    return " ".join(filter(None, pair)) if language == "both" else pair[LANGS.index(language)]


def _choices(sheet: Worksheet, columns: Sequence[tuple[str, str, int]], rows: int, lang: Lang) -> None:
    named: Mapping[str, Mapping[Any, Text]] = {"type": TYPE_NAMES, "pool": POOL_NAMES, "level": LEVEL_NAMES}
    lists: Mapping[str, Iterable[str]] = {
        **{field: [name.either(lang) for name in names.values()] for field, names in named.items()},
        "difficulty": "12345",
    }
    for at, (name, _, _) in enumerate(columns, 1):
        if name in lists:
            allowed = DataValidation(type="list", formula1=f'"{",".join(lists[name])}"', allow_blank=True)
            # Room for questions that are added below.
            allowed.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{rows + 500}")
            sheet.add_data_validation(allowed)


def _help(book: Book, langs: Sequence[Lang]) -> None:
    sheet = book.sheet("help")
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = _HELP_WIDTH
    for line, pair in enumerate((("说明", "How to fill in"), *_HELP), 1):
        texts = [pair[LANGS.index(lang)] for lang in langs]
        for column, text in enumerate(texts, 1):
            book.text(sheet, line, column, text).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[line].height = room.height(max(room.lines(text, _HELP_WIDTH) for text in texts))


def _rows(item: Item, lang: Lang) -> Iterator[dict[str, str]]:
    row = {
        "id": item.id,
        "pool": POOL_NAMES[item.pool].either(lang),
        "level": LEVEL_NAMES[item.level].either(lang),
        "difficulty": str(item.difficulty),
        "themes": "；".join(item.themes),
        "roles": "；".join(item.applies_to),
        "cites": "\n".join(f"{address}@{mark}" if mark else address for address, mark in item.cites.items()),
        "states": "\n".join(item.states),
        "enemies": "\n".join(item.enemies),
    }
    yield row | dict(_body(item, lang))
    for number, question in enumerate(item.questions, 1):
        points = {"points": f"{question.points:f}"} if question.points != 1 else {}
        yield {"id": f"{item.id}#{number}"} | points | dict(_body(question, lang))


def _body(body: Body, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "type", TYPE_NAMES[body.type].either(lang)
    yield from _text("stem", body.stem)
    yield from _text("rationale", body.rationale)
    if body.keep_order:
        yield "keep_order", YES.either(lang)
    for letter, option in zip(LETTERS, body.options, strict=False):
        yield from _text(f"part.{letter}", option.text)
        yield from _text(f"why.{letter}", option.why)
    if body.type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE):
        yield "answer", "".join(letter for letter, option in zip(LETTERS, body.options, strict=False) if option.key)
    if body.type is ItemType.ORDERING:
        # Said, or else a letter in brackets in the stem would be taken for the answer.
        yield "answer", LETTERS[: len(body.options)]
    if body.answer is not None:
        yield "answer", VERDICTS[body.answer].either(lang)
    if body.numeric:
        yield "answer", f"{body.numeric.value:f}"
        yield from (("tolerance", f"{body.numeric.tolerance:f}"),) if body.numeric.tolerance else ()
        yield from _text("unit", body.numeric.unit)
    for letter, gap in zip(LETTERS, body.gaps.values(), strict=False):
        yield from _gap(letter, gap)
    for letter, (left, right) in zip(LETTERS, _sides(body), strict=False):
        for side, said in _languages(right):
            yield f"part.{letter}.{side}", f"{(left.get(side) or '') if left else ''} → {said}".strip()
    for letter, point in zip(LETTERS, body.guide, strict=False):
        for side, text in _languages(point.text):
            yield f"part.{letter}.{side}", f"({_plain(point.points)}) {text}"


def _gap(letter: str, gap: Gap) -> Iterator[tuple[str, str]]:
    accepted = [text for text in (gap.answer, *gap.equivalent) if text]
    lines = {lang: [text.get(lang) or "" for text in accepted] for lang in LANGS}
    if gap.options:
        lines = {lang: [f"{'●' if o.key else '○'}{o.text.get(lang) or ''}" for o in gap.options] for lang in LANGS}
    for lang, some in lines.items():
        if any(line.strip("●○") for line in some):
            yield f"part.{letter}.{lang}", "\n".join(some)


def _sides(body: Body) -> Iterator[tuple[Text | None, Text]]:
    yield from ((pair.left, pair.right) for pair in body.pairs)
    yield from ((None, right) for right in body.distractors)


def _text(name: str, text: Text | None) -> Iterator[tuple[str, str]]:
    for lang, value in _languages(text):
        yield f"{name}.{lang}", value


def _languages(text: Text | None) -> Iterator[tuple[Lang, str]]:
    for lang in LANGS:
        value = text.get(lang) if text else None
        if value:
            yield lang, value


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
