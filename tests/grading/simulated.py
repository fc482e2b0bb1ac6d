"""A class of forty who never were: answers follow from a keyed hash, so the class is the same on every machine.

``python -m tests.grading.simulated FOLDER`` writes the exam, its responses and the graded results, for looking at.
"""

from __future__ import annotations

import csv
import io
import sys
from decimal import Decimal
from pathlib import Path

from guizhang.grading.pipeline import GradeReport, grade
from guizhang.model.form import LETTERS, Candidate, CitedPlace, DrawnForm, DrawnItem, DrawnSection, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.text import Text
from tests.grading.examples import chance, drawn, exam_folder, record

SIZE = 40
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
        forms=(_form("A"), _form("B")), candidates=roster, practical_points=Decimal(20), theme_names=themes, cited=cited
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
    writer.writerow(
        ["考号 candidate", "姓名 name", "卷别 form", *range(1, count), f"{count} points 得分", "实操 practical"]
    )
    for n, person in enumerate(record_.candidates):
        if n in (11, 30):  # two were absent
            writer.writerow([person.id, person.name, person.form])
            continue
        ability = (chance("ability", person.id) - 0.42) * 0.8
        answers = [_answer(item, person.id, ability) for item in forms[person.form].items[:-1]]
        written = "" if n == 25 else min(12, max(0, round(12 * (0.6 + ability + (chance("w", person.id) - 0.5) / 2))))
        practical = min(20, max(0, round(20 * (0.75 + ability / 2 + (chance("p", person.id) - 0.5) / 4))))
        writer.writerow([person.id, person.name, person.form, *answers, written, practical])
    return out.getvalue()


def run(where: Path) -> GradeReport:
    where.mkdir(parents=True, exist_ok=True)
    record_ = exam()
    folder = exam_folder(where, record_)
    path = where / "responses.csv"
    path.write_text(responses_csv(record_), encoding="utf-8-sig")
    return grade(folder, [path], where / "results", site_url="../site", shown={path: path.name})


if __name__ == "__main__":
    report = run(Path(sys.argv[1]))
    print(report.headline, *report.written, sep="\n")
