"""An exam drawn by hand: two forms of the same seven questions and a practical part, small enough to work on paper."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from guizhang.model.drawn_item import DrawnGap, DrawnItem
from guizhang.model.form import Candidate, DrawnForm, DrawnSection, ExamRecord
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.response import Response
from guizhang.model.text import Text

EXAM_ID = "0123456789abcdef"
NAMES = {
    "complaints/first-reply": Text(zh="首次回复", en="First reply"),
    "complaints/closing": Text(zh="结案", en="Closing a case"),
    "attendance/late": Text(zh="迟到", en="Lateness"),
    "telephone/rings": Text(zh="接听时限", en="Answering in time"),
}


def text(zh: str, en: str | None = None) -> Text:
    return Text(zh=zh, en=en or zh)


def drawn(
    item_id: str, kind: ItemType, points: str, key: str | Iterable[str], theme: str, *cites: str, **more
) -> DrawnItem:
    options = more.pop("options", 0)
    return DrawnItem(
        item_id=item_id,
        type=kind,
        points=Decimal(points),
        stem=more.pop("stem", None) or text(f"题 {item_id}", f"question {item_id}"),
        options=tuple(text(f"选项{n}", f"option {n}") for n in range(options)),
        key=tuple(key),
        cites=dict.fromkeys(cites, "00000000"),
        themes=(theme,),
        level=CognitiveLevel.RECALL,
        difficulty=2,
        **more,
    )


SINGLE = drawn("single", ItemType.SINGLE_CHOICE, "2", "B", "complaints", "complaints/first-reply", options=4)
SINGLE_B = drawn("single", ItemType.SINGLE_CHOICE, "2", "D", "complaints", "complaints/first-reply", options=4)
OTHER = drawn("other", ItemType.SINGLE_CHOICE, "2", "A", "telephone", "telephone/rings", options=4)
MULTIPLE = drawn("multiple", ItemType.MULTIPLE_CHOICE, "4", "ACD", "complaints", "complaints/closing", options=5)
TRUE_FALSE = drawn("truth", ItemType.TRUE_FALSE, "1", "F", "attendance", "attendance/late")
NUMERIC = drawn(
    "hours", ItemType.NUMERIC, "2", ["24"], "complaints", "complaints/first-reply",
    unit=Text(zh="小时", en="hours"), tolerance=Decimal("0.5"),
)  # fmt: skip
ORDERING = drawn(
    "steps", ItemType.ORDERING, "3", "CAB", "complaints", "complaints/first-reply", "complaints/closing", options=3
)
MATCHING = drawn(
    "match", ItemType.MATCHING, "3", "CAD", "complaints", "complaints/closing", options=4,
    lefts=(text("左一"), text("左二"), text("左三")),
)  # fmt: skip
CLOZE = drawn(
    "gaps", ItemType.CLOZE, "4", ("", "B", ""), "complaints", "complaints/first-reply",
    gaps=(
        DrawnGap(answer=text("24小时", "24 hours"), equivalent=(text("一天", "one day"), text("1天", "1 day")), share=Decimal(2)),
        DrawnGap(options=(text("甲"), text("乙"), text("丙"))),
        DrawnGap(answer=text("投诉登记表", "complaint register")),
    ),
)  # fmt: skip
ONE_GAP = drawn(
    "gap", ItemType.CLOZE, "1", ("",), "complaints", "complaints/first-reply",
    gaps=(DrawnGap(answer=text("请稍等，马上好", "one moment, please")),),
)  # fmt: skip
SHORT = drawn(
    "why", ItemType.SHORT_ANSWER, "6", (), "telephone", "telephone/rings",
    guide=((text("要点一"), Decimal(3)), (text("要点二"), Decimal(3))),
)  # fmt: skip


def _form(form_id: str, singles: tuple[DrawnItem, ...]) -> DrawnForm:
    return DrawnForm(
        id=form_id,
        sections=(
            _section("单项选择题", "Single choice", *singles, minimum="50%"),
            _section("多项选择题", "Multiple choice", MULTIPLE),
            _section("判断题", "True or false", TRUE_FALSE),
            _section("填数题", "Figures", NUMERIC),
            _section("排序题", "Ordering", ORDERING),
            _section("简答题", "Written answer", SHORT),
        ),
    )


def _section(zh: str, en: str, *items: DrawnItem, minimum: str | None = None) -> DrawnSection:
    return DrawnSection(
        title=Text(zh=zh, en=en), type=items[0].type, points=items[0].points, minimum=minimum, items=items
    )


FORM_A = _form("A", (SINGLE, OTHER))
FORM_B = _form("B", (OTHER, SINGLE_B))


def record(**changes) -> ExamRecord:
    """20 written points and 5 for the practical part; 60 % (15 points) pass, and 2 of 4 points in section 1."""
    values = {
        "tool_version": "0.1.0",
        "exam_id": EXAM_ID,
        "blueprint": "onboarding",
        "title": Text(zh="新员工上岗考核", en="Onboarding assessment"),
        "company": Text(zh="某某服务公司", en="Example Services"),
        "seed": "s",
        "limit_minutes": 45,
        "cut_score": "60%",
        "practical_points": Decimal(5),
        "theme_names": {
            "complaints": Text(zh="投诉", en="Complaints"),
            "telephone": Text(zh="电话", en="Telephone"),
            "attendance": Text(zh="考勤", en="Attendance"),
        },
        "editions": {},
        "forms": (FORM_A, FORM_B),
    }
    return ExamRecord(**(values | changes))


ROSTER = (
    Candidate(id="0012", name="张三", form="A"),
    Candidate(id="0013", name="李四", form="B"),
    Candidate(id="E-7", name="王小明", form="A"),
)


def response(answers: Mapping[int, str] = {}, **more) -> Response:
    return Response(**({"candidate": "1", "form": "A", "answers": dict(answers)} | more))


def exam_folder(where: Path, exam: ExamRecord) -> Path:
    """Write the folder `guizhang exam draw` would write, as far as grading reads it."""
    folder = where / "exam"
    (folder / "secret").mkdir(parents=True)
    (folder / "handout").mkdir()
    (folder / "secret" / "exam.json").write_text(exam.model_dump_json(indent=1), encoding="utf-8")
    return folder


WIDE_HEADER = "考号 candidate,姓名 name,卷别 form,1,2,3,4,5,6,7,7 points,实操 practical"
PERFECT_A = "B,A,ACD,F,24,CAB,说明,6,5"
PERFECT_B = "A,D,ACD,F,24,CAB,说明,6,5"


def chance(*key: object) -> float:
    """Return a number in 0..1 that depends on *key* alone: a simulated class is the same on every machine."""
    digest = hashlib.sha256("|".join(map(str, key)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
