"""Drawn exams put together by hand, with every type of question, for the tests of answer sheets."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from guizhang.exam.answersheets.layouts import with_layouts
from guizhang.model.drawn_item import DrawnGap, DrawnItem
from guizhang.model.form import Candidate, DrawnForm, DrawnSection, ExamRecord
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.rubric import Criterion, Rubric
from guizhang.model.text import Text

_NUMBERS = count(1)
PEOPLE = (
    Candidate(id="1001", name="王芳", department="客户服务部", form="A"),
    Candidate(id="E-2002", name="Alexandra Featherstonehaugh", form="A", language="en"),
    Candidate(id="1003", name="李强", form="A", large_print=True),
)


def item(kind: ItemType, key: tuple[str, ...] = (), options: int = 0, **more) -> DrawnItem:
    """Return a question with so many options."""
    texts = tuple(Text(zh=f"选项{n}", en=f"option {n}") for n in range(options))
    plain = {
        "type": kind,
        "key": key,
        "options": texts,
        "item_id": f"item-{next(_NUMBERS)}",
        "points": Decimal(2),
        "cites": {},
    }
    about = {
        "themes": ("theme",),
        "level": CognitiveLevel.RECALL,
        "difficulty": 3,
        "stem": Text(zh="题", en="question"),
    }
    return DrawnItem(**{**plain, **about, **more})


def single(key: str, options: int = 4) -> DrawnItem:
    return item(ItemType.SINGLE_CHOICE, (key,), options)


def several(key: str, options: int = 5) -> DrawnItem:
    return item(ItemType.MULTIPLE_CHOICE, tuple(key), options)


def truth(key: str) -> DrawnItem:
    return item(ItemType.TRUE_FALSE, (key,))


def cloze(*gaps: tuple[str, int]) -> DrawnItem:
    """Return a question with gaps, each with its key and number of options; none where it is written."""
    made = tuple(
        DrawnGap(answer=None if count else Text(zh="答"), options=tuple(Text(zh=f"{n}") for n in range(count)))
        for _, count in gaps
    )
    return item(ItemType.CLOZE, tuple(key for key, _ in gaps), gaps=made)


def matching(key: str, options: int) -> DrawnItem:
    return item(ItemType.MATCHING, tuple(key), options, lefts=tuple(Text(zh=f"左{n}") for n in range(len(key))))


def ordering(key: str) -> DrawnItem:
    return item(ItemType.ORDERING, tuple(key), len(key))


def number(key: str) -> DrawnItem:
    return item(ItemType.NUMERIC, (key,), tolerance=Decimal("0.5"))


def written() -> DrawnItem:
    return item(ItemType.SHORT_ANSWER)


def section(title: str, *items: DrawnItem, kind: ItemType | None = None) -> DrawnSection:
    return DrawnSection(
        title=Text(zh=title, en=f"Section {title}"), type=kind or items[0].type, points=Decimal(2), items=items
    )


def every_type() -> tuple[DrawnSection, ...]:
    """Return sections with 70 questions of all types, on two pages."""
    return (
        section("单选", *(single("ABCD"[n % 4]) for n in range(38)), single("B", 3), single("E", 5)),
        section("多选", *(several(("AC", "BDE", "ABCDE", "B")[n % 4]) for n in range(10))),
        section("判断", *(truth("TTF"[n % 3]) for n in range(10))),
        section("填空", cloze(("B", 4), ("", 0), ("A", 3)), cloze(("", 0)), cloze(("H", 8))),
        section("配对", matching("BAEC", 5)),
        section("排序", ordering("CABFED")),
        section("填数", number("24.5"), number("-3"), number("1000000")),
        section("案例", truth("F"), written(), single("C"), kind=ItemType.CASE),
    )


def record(sections=None, *, people=(), forms=("A",), language="both", size="a4", **more) -> ExamRecord:
    """Return an exam whose forms all have these sections, with the layouts of its answer sheets."""
    rubric = Rubric(
        id="play",
        title=Text(zh="演练"),
        task=Text(zh="任务"),
        criteria=(Criterion(id="one", title=Text(zh="一"), max_points=Decimal(1)),),
    )
    fields = {
        "tool_version": "1", "exam_id": "0123456789abcdef", "blueprint": "b", "seed": "s", "limit_minutes": 45,
        "cut_score": "80%", "editions": {}, "language": language, "paper_size": size, "candidates": tuple(people),
        "title": Text(zh="上岗考核", en="Onboarding"), "company": Text(zh="公司", en="Company"), "rubric": rubric,
        "forms": tuple(DrawnForm(id=name, sections=sections or every_type()) for name in forms),
    }  # fmt: skip
    return with_layouts(ExamRecord(**{**fields, **more}))
