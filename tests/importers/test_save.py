"""Files to files: what is written, what is left alone, what is refused."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import openpyxl
import pytest

from guizhang.diagnostics import Faulty, Severity
from guizhang.importers.drafting.review import LOOKS
from guizhang.importers.intake import Imported, import_files
from guizhang.importers.merging.alike import repeated_rules, warnings
from guizhang.importers.pipeline import import_text
from guizhang.importers.reporting.looks import diagnostics
from guizhang.importers.reporting.page import sentence
from guizhang.importers.save import Status, plan_drafts, write_drafts
from guizhang.model.regulation import Regulation
from guizhang.yamlio.load import loads

ONE = "访客规定\n第一条 访客须登记。\n第二条 访客须佩戴胸牌。\n"
TWO = "会议室管理规定\n第一条 使用会议室须预约。\n第二条 用后须关灯锁门。\n第三条 不得在会议室用餐。\n"
TWO_AND_A_HALF = "会议室管理规定\n第一条 使用会议室须预约。\n第二条 会前须签到。\n第三条 用后须关灯锁门。\n第四条 不得在会议室用餐。\n"
THREE = "车辆管理规定\n第一条 用车须提前申请。\n第二条 不得公车私用。\n第三条 违章由驾驶员承担。\n"


def run(folder, *sources, replace=False, renews=""):
    """Import (name, text) pairs; return drafts."""
    imported = [Imported(Path("in") / name, import_text(text.encode(), name)) for name, text in sources]
    drafts = plan_drafts(imported, folder, replace=replace, renews=renews)
    write_drafts(drafts, folder)
    return drafts


def everything(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_import_twice_gives_the_same_bytes_and_writes_nothing(tmp_path):
    run(tmp_path, ("book.txt", ONE + TWO + THREE))
    before = everything(tmp_path)
    stamps = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    assert sorted(before) == [
        ".import/che-liang-guan-li-gui-ding.json", ".import/fang-ke-gui-ding.json", ".import/hui-yi-shi-guan-li-gui-ding.json",
        "che-liang-guan-li-gui-ding.yaml", "fang-ke-gui-ding.yaml", "hui-yi-shi-guan-li-gui-ding.yaml",
    ]  # fmt: skip
    again = run(tmp_path, ("book.txt", ONE + TWO + THREE))
    assert {draft.status for draft in again} == {Status.SAME}
    assert everything(tmp_path) == before
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == stamps


def test_an_untouched_draft_follows_the_source_with_its_ids(tmp_path):
    run(tmp_path, ("a.txt", TWO))
    (draft,) = run(
        tmp_path,
        (
            "a.txt",
            TWO.replace("第二条", "第三条")
            .replace("第三条 不得", "第四条 不得")
            .replace("\n第三条", "\n第二条 会前须签到。\n第三条", 1),
        ),
    )
    assert draft.status is Status.RENEWED
    ids = [(node.article, node.id) for node in draft.generated.body]
    assert ids == [("1", "article-1"), ("2", "article-2-no2"), ("3", "article-2"), ("4", "article-3")]
    assert "review" not in draft.text


def test_documents_keep_their_drafts_when_one_comes_before_them(tmp_path):
    run(tmp_path, ("book.txt", ONE + TWO))
    drafts = run(tmp_path, ("book.txt", THREE + ONE + TWO))
    assert [(d.path.name, d.status) for d in drafts] == [
        ("che-liang-guan-li-gui-ding.yaml", Status.NEW),
        ("fang-ke-gui-ding.yaml", Status.RENEWED),
        ("hui-yi-shi-guan-li-gui-ding.yaml", Status.RENEWED),
    ]
    assert "车辆" in (tmp_path / "che-liang-guan-li-gui-ding.yaml").read_text(encoding="utf-8")


def test_a_document_that_is_gone_is_named_and_its_draft_stays(tmp_path):
    run(tmp_path, ("book.txt", ONE + TWO + THREE))
    drafts = run(tmp_path, ("book.txt", ONE + TWO))
    (notice,) = [n for d in drafts for n in d.notices]
    assert (notice.diagnostic.code, Path(notice.diagnostic.source.path).name) == (
        "IMP019",
        "che-liang-guan-li-gui-ding.yaml",
    )
    assert (tmp_path / "che-liang-guan-li-gui-ding.yaml").exists()


def test_a_deleted_draft_stays_deleted_until_it_is_asked_for(tmp_path):
    run(tmp_path, ("book.txt", ONE + TWO))
    (tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml").unlink()
    drafts = run(tmp_path, ("book.txt", ONE + TWO))
    assert [(d.status, [n.diagnostic.code for n in d.notices]) for d in drafts] == [
        (Status.SAME, []),
        (Status.DELETED, ["IMP018"]),
    ]
    assert not (tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml").exists()
    run(tmp_path, ("book.txt", ONE + TWO), replace=True)
    assert (tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml").exists()


def test_a_renamed_draft_is_found_under_its_new_name(tmp_path):
    run(tmp_path, ("book.txt", ONE + TWO))
    text = (
        (tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml")
        .read_text(encoding="utf-8")
        .replace("id: hui-yi-shi-guan-li-gui-ding", "id: meeting-rooms")
    )
    (tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml").unlink()
    (tmp_path / "meeting-rooms.yaml").write_text(text, encoding="utf-8")
    drafts = run(tmp_path, ("book.txt", ONE + TWO.replace("关灯锁门", "关灯、锁门")))
    assert [(d.path.name, d.status) for d in drafts][1] == ("meeting-rooms.yaml", Status.MERGED)
    after = (tmp_path / "meeting-rooms.yaml").read_text(encoding="utf-8")
    assert after == text.replace("关灯锁门", "关灯、锁门")
    assert not (tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml").exists()


def test_replace_overwrites_hand_edits(tmp_path):
    run(tmp_path, ("a.txt", ONE))
    before = everything(tmp_path)
    path = tmp_path / "a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("胸牌", "工牌"), encoding="utf-8")
    (draft,) = run(tmp_path, ("a.txt", ONE), replace=True)
    assert draft.status is Status.REPLACED
    assert everything(tmp_path) == before


def test_sources_of_one_name_and_of_chinese_names_get_drafts_of_their_own(tmp_path):
    drafts = run(tmp_path, ("访客.txt", ONE), ("会议.txt", TWO), ("访客.txt", THREE))
    assert len({draft.path for draft in drafts}) == 3
    again = run(tmp_path, ("会议.txt", TWO))
    assert [(d.path, d.status) for d in again] == [(drafts[1].path, Status.SAME)]


def test_two_files_of_one_name_are_two_sources(tmp_path):
    first = run(tmp_path, ("a.txt", ONE), ("a.txt", ONE))
    again = run(tmp_path, ("a.txt", ONE), ("a.txt", ONE))
    assert [draft.path.name for draft in again] == [draft.path.name for draft in first] == ["a.yaml", "a-2.yaml"]
    assert {(draft.status, draft.notices) for draft in again} == {(Status.SAME, ())}


def test_another_file_of_the_same_name_does_not_touch_the_drafts_of_the_first(tmp_path):
    run(tmp_path, ("a.txt", ONE))
    before = everything(tmp_path)
    (draft,) = run(tmp_path, ("a.txt", THREE))
    assert (draft.path.name, draft.status, draft.notices) == ("a-2.yaml", Status.NEW, ())
    assert before.items() <= everything(tmp_path).items()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.yaml", "id: a\ntitle: {zh: 手写}\nedition: {version: '1'}\nbody: [{text: {zh: 手写的}}]\n", "IMP003"),
        ("a.yaml", "id: a\n  title: broken\n", "YML004"),
        (".import/a.json", "{", "IMP004"),
        (".import/a.json", '{"draft": "a"}', "IMP004"),
    ],
)
def test_what_cannot_be_merged_is_refused_and_nothing_is_written(tmp_path, name, text, code):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    before = everything(tmp_path)
    with pytest.raises(Faulty) as caught:
        run(tmp_path, ("a.txt", ONE), ("b.txt", TWO))
    assert [fault.code for fault in caught.value.diagnostics] == [code]
    assert everything(tmp_path) == before


def test_all_refused_files_are_named_together(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(Faulty) as caught:
        import_files([tmp_path / "empty.txt", tmp_path / "missing.txt"])
    assert [fault.code for fault in caught.value.diagnostics] == ["IMP001", "IMP002"]


def test_findings_are_faults_with_a_code_of_their_kind_and_a_mend():
    result = import_text("访客规定\n第一条 访客须登记。\n第三条 须\ufffd戴胸牌。\n".encode(), "a.txt")
    found = [(f.code, f.severity.value, str(f.source), f.mend.zh[:4]) for f in diagnostics(result)]
    assert found == [("IMP105", "warning", "a.txt:3:1", "草稿里照"), ("IMP110", "warning", "a.txt:3:1", "看原文是")]


def test_every_kind_of_finding_the_stages_raise_has_its_code():
    """A stage that invents a kind of finding says here what a person should do about it."""
    package = Path(import_text.__code__.co_filename).parent
    raised = set()
    for path in package.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Finding", "_finding"):
                raised |= {a.value for a in call.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    assert raised <= set(LOOKS)
    assert len({look.code for look in LOOKS.values()}) == len(LOOKS)


HEAD_OFFICE = (
    "值班规定\n第一条 总店值班时间为18:00至22:00。\n第二条 值班人员每班两人，须带钥匙。\n第三条 值班津贴每班50元。\n"
)
BRANCH = "值班规定\n第一条 门店值班时间为9:00至21:00。\n第二条 值班人员每班一人。\n第三条 交接班须清点现金，差额超过20元的，报告店长。\n"


def codes(drafts):
    return [notice.diagnostic.code for draft in drafts for notice in draft.notices]


def test_a_file_of_the_same_name_and_title_from_elsewhere_gets_a_draft_of_its_own_and_a_warning(tmp_path):
    run(tmp_path, ("值班.txt", HEAD_OFFICE))
    before = everything(tmp_path)
    (draft,) = run(tmp_path, ("值班.txt", BRANCH))
    assert (draft.path.name, draft.status) == ("zhi-ban-gui-ding-2.yaml", Status.NEW)
    assert before.items() <= everything(tmp_path).items()
    (warning,) = (notice.diagnostic for notice in draft.notices)
    assert warning.code == "IMP021"
    assert "zhi-ban-gui-ding.yaml" in warning.problem.zh
    assert "--renews zhi-ban-gui-ding" in warning.mend.zh
    assert "title" in warning.mend.en
    # From then on each follows its own file.
    again = run(tmp_path, ("值班.txt", HEAD_OFFICE))
    assert [(d.path.name, d.status) for d in again if d.document] == [("zhi-ban-gui-ding.yaml", Status.SAME)]


def test_the_same_rules_under_another_file_name_are_named_and_can_be_said_to_be_the_next_edition(tmp_path):
    run(tmp_path, ("会议室2019.txt", TWO))
    first = everything(tmp_path)
    (draft,) = run(tmp_path, ("会议室2024.txt", TWO_AND_A_HALF))
    (warning,) = (notice.diagnostic for notice in draft.notices)
    assert warning.code == "IMP130"
    assert "hui-yi-shi-guan-li-gui-ding.yaml" in warning.problem.en
    assert "--renews hui-yi-shi-guan-li-gui-ding" in warning.mend.en
    # As the warning says.
    draft.path.unlink()
    (renewed,) = run(tmp_path, ("会议室2024.txt", TWO_AND_A_HALF), renews="hui-yi-shi-guan-li-gui-ding")
    assert (renewed.path.name, renewed.status, codes([renewed])) == (
        "hui-yi-shi-guan-li-gui-ding.yaml",
        Status.RENEWED,
        ["IMP015"],
    )
    assert "会议室2024.txt" in renewed.text
    assert len([name for name in everything(tmp_path) if name.endswith(".yaml")]) == len(first) // 2 == 1
    # The draft goes on under the new name, although the deleted one is still remembered under it.
    (again,) = run(tmp_path, ("会议室2024.txt", TWO_AND_A_HALF))
    assert (again.path, again.status, again.notices) == (renewed.path, Status.SAME, ())


def test_an_edited_draft_follows_the_next_edition_of_another_file_name_with_its_origins(tmp_path):
    run(tmp_path, ("会议室2019.txt", TWO))
    path = tmp_path / "hui-yi-shi-guan-li-gui-ding.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: article-1", "id: booking"), encoding="utf-8")
    (draft,) = run(tmp_path, ("会议室 2024：新.txt", TWO_AND_A_HALF), renews="hui-yi-shi-guan-li-gui-ding")
    assert draft.status is Status.MERGED
    assert "2019" not in path.read_text(encoding="utf-8")
    value, faults = loads(path.read_text(encoding="utf-8"), Regulation, "x.yaml")
    assert not faults
    assert next((node.id, node.origin.file) for node in value.body) == ("booking", "会议室 2024：新.txt")


def test_a_draft_no_import_has_made_cannot_be_renewed(tmp_path):
    run(tmp_path, ("a.txt", ONE))
    with pytest.raises(Faulty) as caught:
        run(tmp_path, ("b.txt", ONE), renews="visitors")
    (fault,) = caught.value.diagnostics
    assert fault.code == "IMP006"
    assert fault.mend.en == "name one of: a"


def test_what_is_gone_from_an_unedited_draft_is_named_with_what_cites_it(tmp_path):
    folder = tmp_path / "content" / "regulations"
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "handbook.yaml").write_text("title: {zh: 手册}\n", encoding="utf-8")
    run(folder, ("rooms.txt", TWO))
    bank = tmp_path / "quizzes" / "bank" / "rooms.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text(
        "- id: eating\n  cites: {rooms/article-3: null}\n- id: x\n  cites: {rooms/article-30: null}\n", encoding="utf-8"
    )
    (draft,) = run(
        folder, ("rooms.txt", TWO.replace("第三条 不得在会议室用餐。\n", "").replace("须预约", "须提前2小时预约"))
    )
    changed, gone = (notice.diagnostic for notice in draft.notices)
    assert (changed.code, gone.code, gone.severity) == ("IMP016", "IMP020", Severity.WARNING)
    assert "须提前2小时预约" in changed.problem.zh
    assert "第 3 条 不得在会议室用餐" in gone.problem.zh
    assert gone.mend.zh.count("rooms.yaml:") == 1
    assert "rooms.yaml:2" in gone.mend.zh
    run(folder, ("rooms.txt", TWO))
    (draft,) = run(folder, ("rooms.txt", TWO.replace("第二条 用后须关灯锁门。\n", "").replace("第三条", "第二条")))
    assert [notice.kind for notice in draft.notices] == ["gone"]


def test_a_folder_that_cannot_be_written_is_a_fault_with_a_mend(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        run(tmp_path / "file", ("a.txt", ONE))
    assert [(fault.code, bool(fault.mend.zh)) for fault in caught.value.diagnostics] == [("IMP007", True)]


def workbook(sheets):
    """Return a workbook of sheets, each a list of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(out := io.BytesIO())
    return out.getvalue()


def test_messages_about_a_workbook_name_the_sheet_and_its_rows():
    fines = [["行为", "罚款"], ["迟到", "20元"], ["旷工", "200元"]]
    data = workbook({"罚款": fines, "Sheet2": [["消防通道须保持畅通，不得堆放物品。"], ["夜班须两人在岗。"]]})
    result = import_text(data, "rules.xlsx")
    said = sentence(result)
    assert said.zh.startswith("工作表“罚款”到第 3 行、工作表“Sheet2”到第 2 行成为 2 份规章")
    assert said.en.startswith("Sheet 罚款 up to row 3 and sheet Sheet2 up to row 2 became 2 regulations")
    assert [str(found.source) for found in diagnostics(result) if found.code == "IMP107"] == ["rules.xlsx#Sheet2:1:1"]


def test_an_empty_file_of_any_kind_is_empty_and_not_damaged(tmp_path):
    for name in ("a.txt", "a.docx", "a.xlsx", "a.pdf"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(Faulty) as caught:
        import_files([tmp_path / name for name in ("a.txt", "a.docx", "a.xlsx", "a.pdf")])
    assert {fault.problem.en for fault in caught.value.diagnostics} == {"the file is empty"}


def test_rules_that_come_twice_are_named_in_the_order_of_their_lines():
    one, two = "访客进入厂区须在门卫处登记。", "访客离开厂区须交还访客胸牌。"
    text = f"访客规定\n第一条 {one}\n第二条 {two}\n第三条 {two}\n第四条 {one}\n"
    found = warnings((), repeated_rules([import_text(text.encode(), "a.txt")]))
    assert [fault.source.line for fault in found] == [4, 5]


def test_two_files_of_one_title_in_one_run_get_the_warning_too(tmp_path):
    first, second = run(tmp_path, ("总店.txt", HEAD_OFFICE), ("门店.txt", BRANCH))
    assert (codes([first]), codes([second])) == ([], ["IMP021"])
    assert first.path.name in second.notices[0].diagnostic.problem.zh
    # What says much the same is named among all documents of a run, as before.
    assert (
        codes(run(tmp_path / "b", ("总店.txt", HEAD_OFFICE), ("新店.txt", HEAD_OFFICE.replace("50元", "60元")))) == []
    )
