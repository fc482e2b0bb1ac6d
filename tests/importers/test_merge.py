"""A second import: what a hand typed stays, what the source changed comes in, what both changed is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guizhang.importers.intake import Imported
from guizhang.importers.pipeline import import_text
from guizhang.importers.save import Status, plan_drafts, write_drafts
from guizhang.model.regulation import Regulation, walk
from guizhang.yamlio.dump import dump
from guizhang.yamlio.load import loads

SOURCE = """考勤管理规定

第一章 总则
第一条 员工应当按时到岗，不得迟到。
第二条 迟到三次的，扣发当月奖金50元。
第二章 请假
第三条 请假须提前一天申请。
（一）病假凭医院证明；
（二）事假不超过三天。
第四条 请假期满须当日销假。
"""


def run(folder, source, *, replace=False, name="attendance.txt", renews=""):
    """Import *source* into *folder*; return status, codes with places, and the draft."""
    path = folder.parent / name
    imported = Imported(path, import_text(source.encode(), str(path)))
    drafts = plan_drafts([imported], folder, replace=replace, renews=renews)
    write_drafts(drafts, folder)
    return drafts


def draft(folder, name="attendance.yaml"):
    return (folder / name).read_text(encoding="utf-8")


def valid(text):
    value, faults = loads(text, Regulation, "attendance.yaml")
    assert not faults, "\n".join(f.render("en") for f in faults)
    return value


def said(text):
    return [(p.node.number, (p.node.title or p.node.text).zh) for p in walk(valid(text)) if p.node.title or p.node.text]


@dataclass
class Case:
    name: str
    hand: list = field(default_factory=list)
    """(old, new) in the draft."""
    source: list = field(default_factory=list)
    """(old, new) in the source."""
    codes: list = field(default_factory=list)
    """code and the text on the line it points at."""
    keeps: list = field(default_factory=list)
    """Stands in the draft afterwards."""
    lacks: list = field(default_factory=list)


SICK, PRIVATE = (
    f"          - item: {n}\n            text:\n              zh: |-\n                {text}\n"
    f'            origin:\n              file: "attendance.txt"\n              line: {line}\n'
    for n, text, line in ((1, "病假凭医院证明；", 8), (2, "事假不超过三天。", 9))
)
THRICE = "        text:\n          zh: |-\n            迟到三次的，扣发当月奖金50元。\n"
CASES = [
    Case("nothing changed"),
    Case("the source alone", source=[("50元", "100元")], codes=[("IMP016", "text:")], keeps=["扣发当月奖金100元"], lacks=["50元", "review"]),
    Case("a comment", hand=[("  - chapter: 2", "  # 请假由人事部解释\n  - chapter: 2")], keeps=["  # 请假由人事部解释\n  - chapter: 2"]),
    Case(
        "an id renamed and its text changed in the source",
        hand=[("id: article-2", "id: late-thrice")], source=[("50元", "100元")],
        codes=[("IMP016", "text:")], keeps=["id: late-thrice", "奖金100元"], lacks=["article-2", "50元", "review"],
    ),
    Case(
        "a translation, and the source changed elsewhere",
        hand=[("            迟到三次的，扣发当月奖金50元。", "            迟到三次的，扣发当月奖金50元。\n          en: Three late arrivals cost 50 yuan.")],
        source=[("按时到岗", "准时到岗")], codes=[("IMP016", "text:")],
        keeps=["en: Three late arrivals cost 50 yuan.", "准时到岗"],
    ),
    Case(
        "a figure made a fact stays one",
        hand=[("50元。", "${fine}。"), ("id: article-2", "id: article-2\n        facts:\n          fine: {kind: money, value: 50}")],
        keeps=["${fine}。", "fine: {kind: money, value: 50}"],
    ),
    Case(
        "both changed: the hand wins and the source is quoted",
        hand=[("50元。", "${fine}。")], source=[("50元", "100元")],
        codes=[("IMP010", "zh: |-")], keeps=["${fine}。", "kind: import", "原文第 5 行已改为：迟到三次的，扣发当月奖金100元。"],
    ),
    Case(
        "both changed to the same", hand=[("50元", "100元")], source=[("50元", "100元")], keeps=["100元"], lacks=["review"],
    ),
    Case(
        "a mark that is there already stays",
        hand=[("50元。", "60元。"), ("id: article-2", "id: article-2\n        review: {kind: legal, note: {zh: 问律师}}")],
        source=[("50元", "100元")], codes=[("IMP010", "zh: |-")], keeps=["review: {kind: legal, note: {zh: 问律师}}"], lacks=["kind: import"],
    ),
    Case(
        "an article is new",
        hand=[("id: article-3", "id: leave-notice")], source=[("第四条", "第四条 旷工按日扣薪。\n第五条")],
        codes=[("IMP015", "article: 4")], keeps=["旷工按日扣薪", "id: leave-notice", "id: article-4-no2", "article: 5"],
    ),
    Case(
        "an item is new behind a comment that belongs to the one before",
        hand=[("              line: 9\n", "              line: 9\n            # 三天指工作日\n")],
        source=[("事假不超过三天。", "事假不超过三天。\n（三）婚假按规定。")],
        codes=[("IMP015", "item: 3")], keeps=["# 三天指工作日\n          - item: 3"],
    ),
    Case(
        "places are those of the draft as it is afterwards",
        hand=[("id: article-3", "id: leave-notice")],
        source=[("事假不超过三天。", "事假不超过三天。\n（三）婚假按规定。"), ("当日销假", "次日销假")],
        codes=[("IMP015", "item: 3"), ("IMP016", "text:")], keeps=["婚假按规定", "次日销假"],
    ),
    Case(
        "what was typed in before the source had it does not stand twice",
        hand=[("  - chapter: 2\n", "  - article: 2-1\n    id: absence\n    text: {zh: 旷工按日扣发工资。}\n  - chapter: 2\n")],
        source=[("第二章 请假", "第二条之一 旷工按日扣发工资。\n第二章 请假")],
        keeps=["id: absence"], lacks=["article-2-1"],
    ),
    Case(
        "an article is gone", hand=[("id: article-1", "id: first")], source=[("第二条 迟到三次的，扣发当月奖金50元。\n", "")],
        codes=[("IMP012", "article: 2")], keeps=["迟到三次的", "新的原文里没有这一条"],
    ),
    Case(
        "an article is gone that was edited", hand=[("奖金50元", "奖金60元")], source=[("第二条 迟到三次的，扣发当月奖金50元。\n", "")],
        codes=[("IMP011", "article: 2")], keeps=["奖金60元", "新的原文里没有这一条"],
    ),
    Case(
        "deleted by hand and unchanged in the source stays deleted",
        hand=[(SICK, "")],
        lacks=["病假"],
    ),
    Case(
        "deleted by hand and changed in the source is named",
        hand=[(SICK, "")],
        source=[("病假凭医院证明；", "病假凭三级医院证明；")], codes=[("IMP014", "# yaml")], lacks=["病假"],
    ),
    Case(
        "a rule moved by hand stays where it is",
        hand=[("  - chapter: 2\n", "  - article: 9\n    id: kept-apart\n    text: {zh: 自己写的一条}\n  - chapter: 2\n")],
        source=[("按时到岗", "准时到岗")], codes=[("IMP016", "text:")], keeps=["    text: {zh: 自己写的一条}\n"],
    ),
    Case(
        "texts in flow style are changed in place",
        hand=[(THRICE, "        text: {zh: 迟到三次的，扣发当月奖金50元。, en: Late}\n")],
        source=[("50元", '100元: "整"')], codes=[("IMP016", "text:")],
        keeps=['        text: {zh: "迟到三次的，扣发当月奖金100元: \\"整\\"。", en: Late}\n'],
    ),
    Case(
        "a body in flow style is not torn apart",
        hand=[("        body:\n" + SICK + PRIVATE, "        body: [{item: 1, text: {zh: 病假凭医院证明；}}, {item: 2, text: {zh: 事假不超过三天。}}]\n")],
        source=[("事假不超过三天。", "事假不超过三天。\n（三）婚假按规定。")],
        codes=[("IMP017", "article: 3")], lacks=["婚假"],
    ),
    Case(
        "renumbered in the source, ids stay",
        hand=[("id: article-4", "id: return-from-leave")], source=[("第三条", "第五条"), ("第四条", "第六条")],
        keeps=["article: 5", "article: 6", "id: article-3", "id: return-from-leave"], lacks=["article: 4"],
    ),
    Case(
        "a label that comes and goes",
        hand=[("id: article-3", "id: leave-notice")], source=[("（一）", "①"), ("（二）", "②")],
        keeps=["label: |-\n              ①"],
    ),
    Case(
        "the title of the regulation", hand=[("id: article-3", "id: x3")], source=[("考勤管理规定", "考勤管理办法")],
        codes=[("IMP016", "title:")], keeps=["考勤管理办法"],
    ),
    Case(
        "a chapter of its own", hand=[("id: article-3", "id: x3")], source=[("第四条", "第三章 销假\n第四条")],
        codes=[("IMP013", "article: 4"), ("IMP015", "chapter: 3")], keeps=["已移到 第 3 章 之下", "now below chapter 3"],
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_second_import(case, tmp_path):
    folder = tmp_path / "regulations"
    run(folder, SOURCE)
    text = draft(folder)
    for old, new in case.hand:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "attendance.yaml").write_text(text, encoding="utf-8")
    source = SOURCE
    for old, new in case.source:
        assert old in source
        source = source.replace(old, new, 1)
    (done,) = run(folder, source)
    after = draft(folder)
    lines = after.split("\n")
    notices = [item.diagnostic for item in done.notices]
    found = [(n.code, lines[n.source.line - 1][n.source.column - 1 :]) for n in notices]
    assert [(code, at[: len(want)]) for (code, at), (_, want) in zip(found, case.codes, strict=True)] == case.codes, (
        found
    )
    for words in case.keeps:
        assert words in after
    for words in case.lacks:
        assert words not in after
    valid(after)
    if not case.source:
        assert after == text
    for n in notices:
        assert n.source.path.endswith("attendance.yaml")
        assert n.mend.zh
        assert n.mend.en
    # A third import says nothing new and writes nothing: what was named is marked, not repeated. What could not be
    # written is tried again.
    (again,) = run(folder, source)
    waiting = tuple(item for item in done.notices if item.kind == "not-added")
    assert (again.status, again.notices, draft(folder)) == (Status.SAME, waiting, after)


def test_crossed_edits_everywhere_leave_every_hand_typed_word(tmp_path):
    folder = tmp_path / "regulations"
    run(folder, SOURCE)
    text = re.sub(r"([。；])\n", r"（手改）\1\n", draft(folder))
    text = re.sub(r"^( *)- article", r"\1# 见会议纪要\n\1- article", text, flags=re.MULTILINE)
    (folder / "attendance.yaml").write_text(text, encoding="utf-8")
    (done,) = run(folder, re.sub(r"([。；])\n", r"，另有通知的除外\1\n", SOURCE))
    after = draft(folder)
    assert after.count("（手改）") == text.count("（手改）") == 6
    assert after.count("# 见会议纪要") == 4
    assert [n.diagnostic.code for n in done.notices] == ["IMP010"] * 6
    assert len(said(after)) == len(said(text))


def test_line_ends_and_a_byte_order_mark_of_an_edited_draft_stay(tmp_path):
    folder = tmp_path / "regulations"
    run(folder, SOURCE)
    path = folder / "attendance.yaml"
    data = "\ufeff" + draft(folder).replace("id: article-1", "id: on-time").replace("\n", "\r\n")
    path.write_bytes(data.encode())
    run(folder, SOURCE.replace("50元", "100元"))
    assert path.read_bytes() == data.replace("50元", "100元").encode()


def test_without_a_record_every_difference_is_named(tmp_path):
    folder = tmp_path / "regulations"
    run(folder, SOURCE)
    (folder / ".import" / "attendance.json").unlink()
    text = draft(folder).replace("50元", "60元").replace("id: article-1", "id: on-time")
    (folder / "attendance.yaml").write_text(text, encoding="utf-8")
    (done,) = run(folder, SOURCE)
    assert [n.diagnostic.code for n in done.notices] == ["IMP010"]
    assert "60元" in draft(folder)
    assert "id: on-time" in draft(folder)


WORDS = st.text(alphabet="员工应当须不得按时到岗请假登记回复客户\n #:|-'\"{}[]&*!%@`、。，；$", min_size=1, max_size=30)


@st.composite
def lines_of_rules(draw):
    count = draw(st.integers(2, 6))
    bodies = draw(
        st.lists(
            st.text("员工应当须不得按时到岗请假登记回复客户、，${}:# ", min_size=8, max_size=30),
            min_size=count,
            max_size=count,
        )
    )
    return [f"第{n}条 {n}甲{body}乙。" for n, body in zip("一二三四五六", bodies, strict=False)]


@given(lines_of_rules(), st.data())
@settings(max_examples=30)
def test_any_hand_edit_survives_any_change_of_the_source(tmp_path_factory, lines, data):
    folder = tmp_path_factory.mktemp("merge") / "regulations"
    run(folder, "安全管理规定\n" + "\n".join(lines) + "\n")
    value = valid(draft(folder))
    which = data.draw(st.integers(0, len(value.body) - 1))
    typed = "手写" + data.draw(WORDS) + "完"
    # Typed with an editor's help: the model itself writes the file, a comment follows.
    node = value.body[which].model_copy(
        update={"text": value.body[which].text.model_copy(update={"zh": typed.strip()}), "id": "by-hand"}
    )
    edited = value.model_copy(update={"body": (*value.body[:which], node, *value.body[which + 1 :])})
    (folder / "attendance.yaml").write_text(dump(edited) + "# 末尾的注释\n", encoding="utf-8")
    changed = data.draw(st.lists(st.sampled_from(range(len(lines))), unique=True))
    dropped = data.draw(st.sampled_from([None, *range(len(lines))]))
    source = [line.replace("乙。", "丙丁。") if i in changed else line for i, line in enumerate(lines) if i != dropped]
    changed_source = "安全管理规定\n" + "\n".join(source) + "\n第九条 新增的规定在这里。\n"
    # Of two rules hardly anything may be left, so it has to be said whose edition this is.
    run(folder, changed_source, renews="attendance")
    after = valid(draft(folder))
    kept = [p.node for p in walk(after) if p.node.id == "by-hand"]
    assert [node.text.zh for node in kept] == [typed.strip()]
    assert draft(folder).endswith("# 末尾的注释\n")
    assert any(p.node.text and "新增的规定在这里" in p.node.text.zh for p in walk(after))
    there = [(p.node.title, p.node.text) for p in walk(after)]
    for place in walk(value):
        if place.node is not value.body[which] and place.node.origin.line - 2 not in changed:
            assert (place.node.title, place.node.text) in there


def test_only_a_text_that_has_a_translation_asks_for_it_to_follow(tmp_path):
    folder = tmp_path / "regulations"
    run(folder, SOURCE)
    path = folder / "attendance.yaml"
    line = "扣发当月奖金50元。\n"
    text = draft(folder)
    assert line in text
    path.write_text(text.replace(line, line + "          en: Three times cost 50 yuan.\n"), encoding="utf-8")
    (done,) = run(folder, SOURCE.replace("50元", "100元").replace("当日销假", "次日销假"))
    mends = {n.diagnostic.problem.zh: n.diagnostic.mend.zh for n in done.notices}
    assert ["译文" in mend for mend in mends.values()] == [True, False]
    assert "奖金100元" in next(iter(mends))


def test_what_is_new_is_named_by_its_number_in_the_language_of_the_message(tmp_path):
    folder = tmp_path / "regulations"
    run(folder, SOURCE)
    path = folder / "attendance.yaml"
    path.write_text(draft(folder).replace("id: article-1", "id: on-time"), encoding="utf-8")
    (done,) = run(folder, SOURCE.replace("第四条", "第四条 旷工按日扣薪。\n第五条"))
    (new,) = (n.diagnostic.problem for n in done.notices)
    assert new.zh == "原文第 10 行新增：第 4 条 旷工按日扣薪。"
    assert new.en == "new in line 10 of the source: article 4 旷工按日扣薪。"
