"""Files to files: what is written, what is left alone, what is refused."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from guizhang.diagnostics import Faulty
from guizhang.importers.intake import Imported, import_files
from guizhang.importers.looks import diagnostics
from guizhang.importers.pipeline import import_text
from guizhang.importers.review import LOOKS
from guizhang.importers.save import Status, plan_drafts, write_drafts

ONE = "访客规定\n第一条 访客须登记。\n第二条 访客须佩戴胸牌。\n"
TWO = "会议室管理规定\n第一条 使用会议室须预约。\n第二条 用后须关灯锁门。\n第三条 不得在会议室用餐。\n"
TWO_AND_A_HALF = "会议室管理规定\n第一条 使用会议室须预约。\n第二条 会前须签到。\n第三条 用后须关灯锁门。\n第四条 不得在会议室用餐。\n"
THREE = "车辆管理规定\n第一条 用车须提前申请。\n第二条 不得公车私用。\n第三条 违章由驾驶员承担。\n"


def run(folder, *sources, replace=False):
    """Import (name, text) pairs; return drafts."""
    imported = [Imported(Path("in") / name, import_text(text.encode(), name)) for name, text in sources]
    drafts = plan_drafts(imported, folder, replace=replace)
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
    for path in package.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Finding", "_finding"):
                raised |= {a.value for a in call.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    assert raised <= set(LOOKS)
    assert len({look.code for look in LOOKS.values()}) == len(LOOKS)
