"""Drafts of sources in two languages: figures under one name, and a second import that keeps what was edited in either."""

from __future__ import annotations

import pytest

from guizhang.facts.placeholders import placeholders
from guizhang.importers.drafting.figures import Drafting
from guizhang.importers.intake import Imported
from guizhang.importers.pipeline import import_text
from guizhang.importers.reporting.page import report_page
from guizhang.importers.save import Status, plan_drafts, write_drafts
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Regulation, walk
from guizhang.model.text import substitute
from guizhang.model.wording import print_fact
from guizhang.yamlio.load import loads

SOURCE = """借用管理规定
Rules on Borrowing
第一条 设备借用期限为7天，逾期每天罚款20元。
Article 1 Equipment is lent for 7 days; each day of delay costs RMB 20.
第二条 借用人应当在24小时内报告损坏。
Article 2 Borrowers must report damage within 24 hours.
第三条 贵重设备须经部门经理批准。
Article 3 Valuable equipment needs the approval of the department manager.
"""


def run(folder, source, name="lending.txt"):
    """Import *source* into *folder* and return the plan."""
    path = folder.parent / name
    imported = Imported(path, import_text(source.encode(), str(path)))
    drafts = plan_drafts([imported], folder, replace=False, drafting=Drafting(figures=placeholders))
    write_drafts(drafts, folder)
    return drafts


def text(folder, name="lending.yaml"):
    return (folder / name).read_text(encoding="utf-8")


def articles(folder):
    value, faults = loads(text(folder), Regulation, "lending.yaml")
    assert not faults, "\n".join(fault.render("en") for fault in faults)
    return [place.node for place in walk(value)]


def codes(drafts):
    return [one.diagnostic.code for draft in drafts for one in draft.notices]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "regulations"


def test_a_figure_has_one_name_in_both_languages_and_prints_what_stood_there(folder):
    run(folder, SOURCE)
    first, second, _ = articles(folder)
    assert first.text.zh == "设备借用期限为${period}，逾期每天罚款${amount}。"
    assert first.text.en == "Equipment is lent for ${period}; each day of delay costs ${amount}."
    assert first.facts["amount"].en == "RMB 20"
    assert second.text.en == "Borrowers must report damage within ${limit}."
    printed = substitute(first.text.en, lambda name: print_fact(first.facts[name], "en"))
    assert printed == "Equipment is lent for 7 days; each day of delay costs RMB 20."


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        pytest.param("迟到3次的，取消资格。", "Whoever is late three times is out.", "Whoever is late ${times} is out.", id="in words"),
        pytest.param("押金200元。", "A deposit of CNY 300.", "A deposit of CNY 300.", id="another amount stays as it is printed"),
        pytest.param("押金200元。", "A deposit is paid.", "A deposit is paid.", id="none"),
        pytest.param("押金200元。", "A deposit of 200 yuan (RMB 200).", "A deposit of ${amount} (RMB 200).", id="once"),
        pytest.param("代号写作${x}。", "Codes are written ${x}.", "Codes are written $${x}.", id="signs of the source"),
    ],
)  # fmt: skip
def test_only_a_figure_that_both_languages_have_stands_for_both(folder, zh, en, expected):
    run(folder, SOURCE.replace("贵重设备须经部门经理批准。", zh).replace(
        "Valuable equipment needs the approval of the department manager.", en))  # fmt: skip
    last = articles(folder)[-1]
    assert last.text.en == expected
    assert substitute(last.text.en, lambda name: print_fact(last.facts[name], "en")) == en


def test_a_second_import_keeps_what_was_edited_in_either_language(folder):
    run(folder, SOURCE)
    path = folder / "lending.yaml"
    edited = text(folder).replace("Valuable equipment needs", "Costly equipment needs").replace("应当在", "必须在")
    path.write_text(edited, encoding="utf-8")
    (draft,) = run(folder, SOURCE)
    assert (draft.status, text(folder)) == (Status.SAME, edited)
    changed = SOURCE.replace("for 7 days; each day", "for 7 days, and each day").replace("部门经理批准", "总经理批准")
    (draft,) = run(folder, changed)
    first, second, third = articles(folder)
    assert draft.status is Status.MERGED
    assert first.text.en == "Equipment is lent for ${period}, and each day of delay costs ${amount}."
    assert "必须在" in second.text.zh
    assert (third.text.zh, third.text.en) == (
        "贵重设备须经总经理批准。",
        "Costly equipment needs the approval of the department manager.",
    )


def test_what_source_and_hand_have_both_changed_in_the_translation_is_named(folder):
    run(folder, SOURCE)
    path = folder / "lending.yaml"
    path.write_text(text(folder).replace("Valuable equipment needs", "Costly equipment needs"), encoding="utf-8")
    (draft,) = run(folder, SOURCE.replace("Valuable equipment needs", "Expensive equipment needs"))
    third = articles(folder)[-1]
    assert third.text.en.startswith("Costly equipment")
    assert "Expensive equipment needs" in third.review.note.en
    assert codes([draft]) == ["IMP010"]


def test_a_changed_translation_alone_is_told(folder):
    run(folder, SOURCE)
    (draft,) = run(folder, SOURCE.replace("Valuable equipment", "Expensive equipment"))
    assert (draft.status, codes([draft])) == (Status.RENEWED, ["IMP016"])


def test_a_translation_typed_by_hand_stays_where_the_source_has_none(folder):
    chinese = "\n".join(SOURCE.splitlines()[::2])
    run(folder, chinese)
    path = folder / "lending.yaml"
    typed = text(folder).replace(
        "经部门经理批准。\n", "经部门经理批准。\n      en: |-\n        The manager approves.\n"
    )
    path.write_text(typed, encoding="utf-8")
    run(folder, chinese.replace("7天", "8天"))
    assert articles(folder)[-1].text.en == "The manager approves."


def test_a_row_of_a_table_has_its_numbers_in_both_languages(folder):
    rows = ["序号\t规定\tRule", *(f"{n}\t{zh}\t{en}" for n, (zh, en) in enumerate(ROWS, start=1))]
    run(folder, "\n".join(["借用管理规定 Rules on Borrowing", *rows]))
    texts = [node.text for node in articles(folder)]
    assert [text.zh.split("\t")[0] for text in texts[-3:]] == ["1", "2", "3"]
    assert [text.en for text in texts[-3:]] == [f"{n}\t{en}" for n, (_, en) in enumerate(ROWS, start=1)]


ROWS = (
    ("设备须在前台登记。", "Equipment is registered at the front desk."),
    ("钥匙不得转借。", "Keys may not be lent to others."),
    ("损坏须立即报告。", "Damage is reported at once."),
)


def test_the_report_shows_both_languages_and_the_pairs_in_doubt(folder):
    source = SOURCE.replace("within 24 hours", "within 48 hours")
    path = folder.parent / "lending.txt"
    imported = Imported(path, import_text(source.encode(), str(path)))
    drafts = plan_drafts([imported], folder, replace=False, drafting=Drafting(figures=placeholders))
    page = report_page([imported], drafts)
    assert page.count('<div class="node translation') == 4
    assert "译文可能不对应" in page
    assert "perhaps not its translation" in page
    # The figure that differs stays as it is printed.
    assert "within 48 hours" in drafts[0].text


@pytest.mark.parametrize("sign", ["7.", "7、"])
def test_english_keeps_the_numbers_it_was_printed_with(folder, sign):
    lines = ["借用规定 Rules on Borrowing", "一、期限", "I. Period"]
    for number, (zh, en) in enumerate((("借期七天。", "Seven days."), ("到期归还。", "Return it then.")), start=7):
        lines += [f"{number}{sign[1]}{zh}", f"{number}. {en}"]
    run(folder, "\n".join(lines))
    value, faults = loads(text(folder), Regulation, "lending.yaml")
    assert not faults
    labels = [(printed_label(place, "zh"), printed_label(place, "en")) for place in walk(value)]
    assert labels == [("一、", "I."), (sign, "7."), (sign.replace("7", "8"), "8.")]


def test_english_without_numbers_prints_its_own(folder):
    run(folder, "借用规定\nRules on Borrowing\n一、借期七天。\nSeven days.\n二、到期归还。\nReturn it then.")
    assert "label_en" not in text(folder)
