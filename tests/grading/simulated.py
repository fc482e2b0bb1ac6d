"""A class of forty who never were: answers follow from a keyed hash, so the class is the same on every machine.

``python -m tests.grading.simulated FOLDER`` writes the exam, its responses and the graded results, for looking at.
"""

from __future__ import annotations

import csv
import io
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

from guizhang.grading.pipeline import GradeReport, grade
from guizhang.grading.reports.extras import Extras
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import Candidate, CitedPlace, DrawnForm, DrawnSection, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.rubric import Criterion, Rubric
from guizhang.model.text import Text
from tests.grading.examples import chance, drawn, exam_folder, record

SIZE = 40
SITE = "https://handbook.example/rules"
HELD = date(2026, 12, 1)
PLANTED = "s3"
"""The item whose key is recorded wrongly: people answer what is right, and the figures have to give it away."""
ABSENT, UNMARKED, UNREADABLE, APART = (11, 30), 25, 18, 7
"""Places on the roster of those who were absent, whose written answer nobody has marked, whose row has an option that
does not exist, and whose two assessors are too far apart."""
NAMES = {
    "complaints/first-reply": Text(zh="首次回复", en="First reply"),
    "complaints/register": Text(zh="投诉登记", en="Logging a complaint"),
    "complaints/closing": Text(zh="结案", en="Closing a case"),
    "complaints/compensation": Text(zh="赔偿权限", en="Authority to compensate"),
    "attendance/late": Text(zh="迟到", en="Lateness"),
    "attendance/leave": Text(zh="请假审批", en="Who approves leave"),
    "attendance/absence": Text(zh="旷工", en="Absence without leave"),
    "appearance/badge": Text(zh="工牌佩戴", en="Wearing the badge"),
    "appearance/uniform": Text(zh="着装", en="Dress"),
    "telephone/rings": Text(zh="接听时限", en="Answering in time"),
    "telephone/greeting": Text(zh="开头语", en="Greeting"),
    "telephone/transfer": Text(zh="转接", en="Transferring a call"),
}
_QUESTIONS = [
    # item, provision, share who know it, zh, en
    ("s1", "complaints/register", 0.9, "接到当面投诉，首先应当怎么做？", "A customer complains in person. What comes first?"),
    ("s2", "complaints/compensation", 0.3, "客服专员最多可以当场答应多少赔偿？", "How much compensation may a service agent agree to on the spot?"),
    ("s3", "attendance/leave", 0.75, "请假三天由谁批准？", "Who approves three days of leave?"),
    ("s4", "attendance/late", 0.8, "超过上班时间多久算迟到？", "From when on does one count as late?"),
    ("s5", "appearance/badge", 0.95, "工牌应当佩戴在哪里？", "Where is the badge worn?"),
    ("s6", "telephone/rings", 0.7, "电话最迟应在第几声铃响内接起？", "By which ring must a call be answered?"),
    ("s7", "telephone/transfer", 0.35, "转接电话前应当先做什么？", "What must be done before a call is transferred?"),
    ("s8", "telephone/greeting", 0.85, "接起电话的第一句话是什么？", "What is the first sentence on the telephone?"),
    ("m1", "complaints/closing", 0.4, "结案前必须具备哪些条件？（多选）", "What does it take before a case is closed? (several)"),
    ("m2", "appearance/uniform", 0.65, "下列哪些着装不符合规定？（多选）", "Which of these break the dress rules? (several)"),
    ("t1", "attendance/absence", 0.6, "未请假而缺勤半天按旷工处理。", "Half a day without leave counts as absence."),
    ("t2", "telephone/greeting", 0.9, "接听电话可以先说“喂”。", "A call may be opened with “hello?” alone."),
    ("n1", "complaints/first-reply", 0.55, "接到投诉后最迟多少小时内首次回复？", "Within how many hours must the first reply be given?"),
    ("o1", "complaints/register", 0.5, "把处理投诉的步骤排成正确顺序。", "Put the steps of handling a complaint in order."),
    ("w1", "complaints/closing", 0.5, "为什么结案要由经理批准？", "Why must the manager approve the closing of a case?"),
]  # fmt: skip
_KNOWN = {item: share for item, _, share, _, _ in _QUESTIONS}
_TYPES = {"s": ItemType.SINGLE_CHOICE, "m": ItemType.MULTIPLE_CHOICE, "t": ItemType.TRUE_FALSE, "n": ItemType.NUMERIC,
          "o": ItemType.ORDERING, "w": ItemType.SHORT_ANSWER}  # fmt: skip
_POINTS = {"s": "4", "m": "6", "t": "3", "n": "5", "o": "5", "w": "12"}
_TITLES = {"s": ("单项选择题", "Single choice"), "m": ("多项选择题", "Multiple choice"), "t": ("判断题", "True or false"),
           "n": ("填数题", "Figures"), "o": ("排序题", "Ordering"), "w": ("简答题", "Written answer")}  # fmt: skip
_SURNAMES, _GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    ("静怡", "伟", "梓涵", "强", "丽", "浩然", "敏", "晨", "秀英", "磊"),
)


CRITERIA = (
    ("greeting", "问候和自报姓名", "Greets and gives the name", False),
    ("listening", "听完并复述", "Hears the caller out and sums up", False),
    ("deadline", "说明答复时限", "Says when the caller hears back", True),
    ("logging", "登记完整", "Logs everything", False),
)
RUBRIC = Rubric(
    id="telephone-roleplay",
    title=Text(zh="接听投诉电话", en="Taking a complaint by telephone"),
    task=Text(zh="接听一位客户的投诉电话。", en="Take a customer's complaint."),
    criteria=tuple(
        Criterion(id=name, title=Text(zh=zh, en=en), max_points=Decimal(5), critical=critical)
        for name, zh, en, critical in CRITERIA
    ),
)


def _item(row: tuple[str, str, float, str, str], form: str) -> DrawnItem:
    item, provision, _, zh, en = row
    kind = _TYPES[item[0]]
    options = {"s": 4, "m": 5, "o": 4}.get(item[0], 0)
    order = sorted(LETTERS[:options], key=lambda letter: chance("order", form, item, letter))
    key = {"s": order[:1], "m": sorted(order[:3]), "o": order, "t": ["F"], "n": ["24"], "w": []}[item[0]]
    more = {"unit": Text(zh="小时", en="hours")} if item == "n1" else {}
    if options:
        more["order"] = ("".join(LETTERS[order.index(letter)] for letter in LETTERS[:options]),)
    guide = ((Text(zh="防止自行了结", en="Nobody closes their own case"), Decimal(12)),) if item[0] == "w" else ()
    return drawn(item, kind, _POINTS[item[0]], key, provision.split("/")[0], provision,
                 options=options, stem=Text(zh=zh, en=en), guide=guide, **more)  # fmt: skip


def _form(form: str) -> DrawnForm:
    sections = []
    for letter, (zh, en) in _TITLES.items():
        rows = [row for row in _QUESTIONS if row[0][0] == letter]
        rows.sort(key=lambda row: chance("place", form, row[0]))
        sections.append(DrawnSection(
            title=Text(zh=zh, en=en), type=_TYPES[letter], points=Decimal(_POINTS[letter]),
            minimum="40%" if letter == "s" else None, items=tuple(_item(row, form) for row in rows),
        ))  # fmt: skip
    return DrawnForm(id=form, sections=tuple(sections))


def exam() -> ExamRecord:
    roster = tuple(
        Candidate(
            id=f"{1001 + n}",
            name=_SURNAMES[int(chance("surname", n) * 20)] + _GIVEN[int(chance("given", n) * 10)],
            form="AB"[n % 2],
        )
        for n in range(SIZE)
    )
    themes = {"complaints": Text(zh="投诉", en="Complaints"), "attendance": Text(zh="考勤与请假", en="Attendance and leave"),
              "appearance": Text(zh="仪容着装", en="Appearance"), "telephone": Text(zh="电话", en="Telephone")}  # fmt: skip
    cited = {address: CitedPlace(document=themes[address.split("/")[0]], title=name) for address, name in NAMES.items()}
    return record(
        forms=(_form("A"), _form("B")), candidates=roster, practical_points=Decimal(20), rubric=RUBRIC,
        theme_names=themes, cited=cited, edition="2026-12",
    )  # fmt: skip


def with_wrong_key(exam_: ExamRecord) -> ExamRecord:
    """Return the exam as it was drawn from a bank with one wrong key."""

    def mistaken(item: DrawnItem) -> DrawnItem:
        # The same wrong option on every form: the one its author took for the key.
        wrong = LETTERS[item.order[0].index("C" if item.order[0].index("A") == LETTERS.index(item.key[0]) else "A")]
        return item.model_copy(update={"key": (wrong,)}) if item.item_id == PLANTED else item

    def sections(form: DrawnForm) -> tuple[DrawnSection, ...]:
        return tuple(s.model_copy(update={"items": tuple(map(mistaken, s.items))}) if s.type is ItemType.SINGLE_CHOICE else s
                     for s in form.sections)  # fmt: skip

    return exam_.model_copy(
        update={"forms": tuple(f.model_copy(update={"sections": sections(f)}) for f in exam_.forms)}
    )


def _answer(item: DrawnItem, person: str, ability: float) -> str:
    """Return what this person writes: right with a chance that grows with ability, else another option or nothing."""
    luck = chance("luck", person, item.item_id)
    knows = luck < min(0.98, max(0.03, _KNOWN[item.item_id] + ability))
    if knows:
        return "".join(item.key)
    if chance("skips", person, item.item_id) < 0.12:
        return ""
    others = [letter for letter in LETTERS[: len(item.options)] if letter not in item.key]
    pick = chance("pick", person, item.item_id)
    match item.type:
        case ItemType.SINGLE_CHOICE:
            return others[int(pick * len(others))]
        case ItemType.MULTIPLE_CHOICE:
            return "".join(item.key[:2]) if pick < 0.5 else "".join(sorted([*item.key[:2], others[0]]))
        case ItemType.TRUE_FALSE:
            return "T"
        case ItemType.NUMERIC:
            return ("48", "12小时", "8")[int(pick * 3)]
        case _:
            return "".join(reversed(item.key))


def responses_csv(record_: ExamRecord) -> str:
    forms = {form.id: form for form in record_.forms}
    out = io.StringIO()
    writer = csv.writer(out)
    count = len(forms["A"].items)
    writer.writerow(["考号 candidate", "姓名 name", "卷别 form", *range(1, count), f"{count} points 得分"])
    for n, person in enumerate(record_.candidates):
        if n in ABSENT:
            writer.writerow([person.id, person.name, person.form])
            continue
        ability = _ability(person.id)
        answers = [_answer(item, person.id, ability) for item in forms[person.form].items[:-1]]
        if n == UNREADABLE:
            answers[3] = "G"
        mark = min(12, max(0, round(12 * (0.6 + ability + (chance("w", person.id) - 0.5) / 2))))
        writer.writerow([person.id, person.name, person.form, *answers, "" if n == UNMARKED else mark])
    return out.getvalue()


def _ability(person: str) -> float:
    return (chance("ability", person) - 0.42) * 0.8


def ratings_csv(record_: ExamRecord) -> str:
    """Return what two assessors gave: the second one point more or less now and then, once far more."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["考号", "评分人", *(name for name, *_ in CRITERIA)])
    for n, person in enumerate(record_.candidates):
        if n in ABSENT:
            continue
        first = [_points(4 + 3 * _ability(person.id) + chance("p", person.id, name) - 0.5) for name, *_ in CRITERIA]
        second = [_points(p + (chance("q", person.id, k) - 0.5) * 2.4) for k, p in enumerate(first)]
        writer.writerow([person.id, "赵", *first])
        writer.writerow([person.id, "钱", *((0, *second[1:]) if n == APART else second)])
    return out.getvalue()


def _points(value: float) -> int:
    return min(5, max(1, round(value)))


def run(where: Path, extras: Extras | None = None, *, wrong_key: bool = True) -> GradeReport:
    where.mkdir(parents=True, exist_ok=True)
    record_ = exam()
    folder = exam_folder(where, with_wrong_key(record_) if wrong_key else record_)
    tables = {"responses.csv": responses_csv(record_), "practical.csv": ratings_csv(record_)}
    for name, table in tables.items():
        (where / name).write_text(table, encoding="utf-8-sig")
    shown = {where / name: name for name in tables}
    return grade(folder, list(shown), where / "results", site_url=SITE, shown=shown, extras=extras)


if __name__ == "__main__":
    report = run(Path(sys.argv[1]), Extras(HELD, people=True, certificates=True, valid_months=24, retest=True))
    print(report.headline, *report.written, sep="\n")
