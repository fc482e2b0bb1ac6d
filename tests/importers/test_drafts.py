"""Drafts say what the outline says, know where each clause came from, and mark what is in doubt."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from guizhang.facts.placeholders import placeholders, placeholders_in
from guizhang.importers.drafting.drafts import _Builder, draft_text, regulations
from guizhang.importers.drafting.figures import Drafting
from guizhang.importers.drafting.review import REVIEW_BELOW, look, reviews
from guizhang.importers.naming import free_id, wanted_id
from guizhang.importers.outline import walk as nodes
from guizhang.importers.pipeline import import_text
from guizhang.importers.reporting.account import account
from guizhang.model.regulation import Regulation
from guizhang.yamlio.load import loads
from tests.importers.golden import find_cases
from tests.importers.readers.wordfile import docx, para, run
from tests.importers.test_pipeline import MESS
from tests.importers.test_save import ONE, TWO


def imported(text, name="rules.txt"):
    return import_text(text.encode(), name)


def drafted(result):
    return regulations(result, {document.id: f"r{i}" for i, document in enumerate(result.documents)})


@given(MESS)
@settings(max_examples=150)
def test_a_draft_of_any_text_can_be_read_and_says_every_kept_character(text):
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]", "", text).lstrip("\ufeff")
    result = imported("安全规定\n第一条 进门须登记。\n" + text)
    found = drafted(result)
    for draft in found.values():
        read, faults = loads(draft_text(draft), Regulation, "r.yaml")
        assert not faults
        assert read == draft
    assert account(result, found).equal


@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.name)
def test_the_drafts_of_the_golden_documents_say_every_kept_character(case):
    result = case.read()
    for line in account(result, drafted(result)).lines:
        assert line.equal, line.name.en


GLOSSED = "客戶制度\n第一條 客(kè)戶(hù)須(xū)登(dēng)記(jì)姓(xìng)名(míng)。\n第二條 不得遲(chí)到。\n第三條 須{}。\n"


@pytest.mark.parametrize(
    ("more", "simplify", "texts", "edits"),
    [
        ("早退", False, ["客戶須登記姓名。", "不得遲到。", "須早退。"], [("gloss-removed",), ("gloss-removed",), ()]),
        (
            "在規定的'時間內確??蛻艄こ桃?guī)范",
            False,
            ["客戶須登記姓名。", "不得遲到。", "須在規定的時間內確保客戶工程規范。"],
            [("gloss-removed",), ("gloss-removed",), ("repaired",)],
        ),
        (
            "早退",
            True,
            ["客户须登记姓名。", "不得迟到。", "须早退。"],
            [("gloss-removed", "script-converted"), ("gloss-removed", "script-converted"), ("script-converted",)],
        ),
    ],
)
def test_drafts_are_mended_and_origins_name_file_line_and_edits(more, simplify, texts, edits):
    result = imported(GLOSSED.format(more), "dir/a.txt")
    (draft,) = regulations(result, {"d1": "r"}, Drafting(simplify=simplify)).values()
    assert [node.text.zh for node in draft.body] == texts
    origins = [(node.origin.file, node.origin.line, node.origin.edits) for node in draft.body]
    assert origins == [("a.txt", line, edit) for line, edit in zip((2, 3, 4), edits, strict=True)]
    assert all(line.equal for line in account(result, {"d1": draft}).lines)
    assert [node.label for node in draft.body] == ([None] * 3 if simplify else ["第一條", "第二條", "第三條"])


def test_a_repair_that_is_not_sure_enough_is_only_listed():
    """One gloss may be meant for the reader; a dot for a lost sign is less than sure."""
    text = "客户制度\n第一条 客户(hù)须登记。\n第二条 须在规定的.时间内到。\n"
    result = imported(text)
    (draft,) = drafted(result).values()
    assert [node.text.zh for node in draft.body] == ["客户(hù)须登记。", "须在规定的.时间内到。"]
    assert [node.origin.edits for node in draft.body] == [(), ()]
    assert [(f.line, f.code, f.node) for f in result.findings] == [
        (2, "gloss-doubtful", "d1.1"),
        (3, "text-damaged", "d1.2"),
    ]
    assert [mend.applied for mend in result.mends] == [False, False]
    assert "可删去" in result.findings[1].zh


def test_the_outline_says_what_the_source_says_where_the_draft_is_mended():
    result = imported("客户制度\n第一条 确??蛻艄こ桃?guī)范。\n第二条 须登记。\n")
    (document,) = result.documents
    assert document.nodes[0].text == "确??蛻艄こ桃?guī)范。"
    (mend,) = result.mends
    assert (mend.owner, mend.line, mend.applied) == (document.nodes[0].id, 2, True)
    (draft,) = drafted(result).values()
    assert draft.body[0].text.zh == "确保客戶工程規范。"
    assert draft.body[0].review is not None


def test_what_is_left_out_is_not_mended():
    result = imported("首页 > 规章 > 客服制度\n客服制度\n第一条 须登记。\n第二条 须回复。\n相关推荐\n\ufffd\ufffd\n")
    assert result.mends == ()
    assert not [f for f in result.findings if f.code == "text-damaged"]


def test_doubtful_nodes_and_no_others_are_marked():
    for case in find_cases():
        result = case.read()
        marks = reviews(result)
        named = {finding.node for finding in result.findings if finding.node and look(finding).marks}
        doubtful = {n.id for d in result.documents for n in nodes(d.nodes) if n.confidence < REVIEW_BELOW}
        assert set(marks) == named | doubtful, case.name


def test_a_mark_stands_on_the_line_it_is_about_where_paragraphs_have_several_lines():
    """Word counts paragraphs, and one may hold several lines."""
    broken = run("第一条 员工须：") + "<w:r><w:br/></w:r>".join(("", run("登记；"), run("挂牌；"), run("签到。")))
    texts = ("第二条 须回复。", "第九条 婚假为三天。", "第三条 须满意。", "第四条 须守时。")
    data = docx(para(run("客户制度")) + para(broken) + "".join(para(run(text)) for text in texts))
    result = import_text(data, "rules.docx")
    (finding,) = result.findings
    (document,) = result.documents
    (marked,) = reviews(result)
    said = {node.id: node.text for node in nodes(document.nodes)}
    assert (finding.code, finding.line, said[marked]) == ("label-refused", 4, "第九条 婚假为三天。")


def test_a_node_nobody_named_is_marked_when_it_is_unsure_enough():
    result = imported("安全规定\n第一条 进门须登记。\n第二条 不得迟到。\n")
    (document,) = result.documents
    first, second = document.nodes
    for confidence, marked in ((REVIEW_BELOW, set()), (REVIEW_BELOW - 0.01, {second.id})):
        body = (first, replace(second, confidence=confidence))
        changed = replace(result, documents=(replace(document, nodes=body),))
        assert set(reviews(changed)) == marked
    assert reviews(changed)[second.id].note.en == "where this text belongs is uncertain. Line 3, 69% sure"


def test_a_dollar_brace_of_the_source_is_no_figure():
    (draft,) = drafted(imported("安全规定\n第一条 归还${访客证}。\n第二条 不得迟到。\n")).values()
    assert draft.body[0].text.zh == "归还$${访客证}。"


def test_a_mark_says_what_is_doubtful_in_both_languages():
    (draft,) = drafted(imported("安全规定\n第一条 须\ufffd保客户登记。\n第二条 不得迟到。\n")).values()
    first, second = draft.body
    assert second.review is None
    assert first.review.kind == "import"
    assert first.review.note.zh == "此处有字符丢失，无法确定原文：第一条 须\ufffd保客户登记。原文第 2 行"
    assert (
        first.review.note.en
        == "characters are lost here; what they were cannot be told: 第一条 须\ufffd保客户登记. Line 2"
    )


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("Leave Policy (2026).txt", "第一条 须登记。\n", ["leave-policy-2026"]),
        ("x.txt", "Staff Handbook\n\nArticle 1 Be on time.\nArticle 2 Log in.\n", ["staff-handbook"]),
        ("kq.txt", "考勤规定\n第一条 须登记。\n", ["kq"]),
        ("考勤.txt", "2026年考勤规定\n第一条 须登记。\n", ["2026-nian-kao-qin-gui-ding"]),
        ("考勤.txt", "第一条 须登记。\n第二条 须回复。\n", ["kao-qin"]),
        ("2026.txt", "第一条 须登记。\n第二条 须回复。\n", ["2026"]),
        ("……", "第一条 须登记。\n第二条 须回复。\n", ["imported"]),
        ("kq.txt", ONE + TWO, ["fang-ke-gui-ding", "hui-yi-shi-guan-li-gui-ding"]),
        ("a" * 90 + ".txt", "第一条 须登记。\n", ["a" * 60]),
        (f"{'one-' * 20}.txt", "第一条 须登记。\n", ["-".join(["one"] * 15)]),
    ],
)
def test_the_id_a_draft_would_like(name, text, wanted):
    result = imported(text, name)
    assert [wanted_id(result, i) for i in range(len(result.documents))] == wanted


def test_digits_alone_name_nothing():
    result = imported("考勤规定\n第一条 须登记。\n", "kq.txt")
    (document,) = result.documents
    assert wanted_id(replace(result, documents=(replace(document, title="2026"),)), 0) == "kq"


@pytest.mark.parametrize(
    ("wanted", "taken", "free"),
    [
        ("leave", (), "leave"),
        ("leave", ("leave",), "leave-2"),
        ("a-3", ("a-3", "a-4"), "a-5"),
        ("a", ("a", "a-2"), "a-3"),
        ("a-2026", ("a-2026",), "a-2026-2"),
    ],
)
def test_an_id_in_use_is_not_given_again(wanted, taken, free):
    assert free_id(wanted, taken) == free


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("总　　则", "总则"),
        ("总 则", "总则"),
        ("奖 惩 与 考 核", "奖惩与考核"),
        ("考勤 休假", "考勤 休假"),
        ("A 岗 职责", "A 岗 职责"),
        ("则", "则"),
    ],
)
def test_a_title_drawn_out_on_paper_is_written_as_it_is_read(printed, title):
    result = imported(f"员　工　守　则\n第一章　{printed}\n第一条　进门须登记。\n第二章　附则\n第二条　须守时。\n")
    (draft,) = drafted(result).values()
    assert draft.title.zh == "员工守则"
    assert [node.title.zh for node in draft.body if node.title] == [title, "附则"]
    assert account(result, drafted(result)).equal


AROUND = "{before}\n第一条 出车前检查轮胎。\n第二条 出车须凭派车单。\n\n{behind}\n"


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("司机等候乘客不超过20分钟。", ["PT20M"]),
        ("油卡余额不足500元的，应当报告车队。", ["500"]),
        ("Drivers wait no longer than 20 minutes.", ["PT20M"]),
        ("严禁酒后驾驶，严禁把车借给他人。", []),
    ],
)
def test_a_rule_before_the_first_number_is_one_like_any_other(said, figures):
    result = imported("车辆管理规定\n" + AROUND.format(before=said, behind=""))
    draft = regulations(result, {"d1": "r"}, Drafting(figures=placeholders))["d1"]
    assert draft.body[0].id
    assert [str(fact.value) for fact in draft.body[0].facts.values()] == figures


@pytest.mark.parametrize(
    "said",
    [
        "为加强车辆管理，特制定本规定，全体司机须遵照执行。",
        "本规定适用于公司3辆货车和5辆轿车的全体司机。",
        "版本：V2，2024年5月1日起实施。",
        "本规定自2024年5月1日起施行，由行政部负责解释。",
        "各位同事辛苦了，请互相照应，平安回家。",
    ],
)
def test_what_a_document_says_of_itself_is_no_provision(said):
    drafts = [
        drafted(imported("车辆管理规定\n" + AROUND.format(**{"before": "", "behind": "", where: said})))["d1"]
        for where in ("before", "behind")
    ]
    assert {node.id for draft in drafts for node in draft.body} == {"article-1", "article-2", None}


def test_words_over_a_list_are_a_rule_with_its_points():
    result = imported("Riding rules\n\nRiders must not:\n- gallop in the yard\n- feed the ponies by hand\n")
    (document,) = result.documents
    nodes = [node for node in document.nodes if node.text.startswith(("Riders", "gallop", "feed"))]
    lead, *points = nodes if len(nodes) > 1 else (nodes[0], *nodes[0].children)
    builder = _Builder(result, document.sheet, "en", Drafting(), {}, {})
    builder.unnumbered = True
    (rule,) = builder.nodes((replace(lead, children=tuple(points)),))
    assert rule.id == "riders-must-not"
    (bare,) = builder.nodes((replace(lead, children=()),))
    assert bare.id is None


@pytest.mark.parametrize(
    ("said", "more", "currencies"),
    [
        ("遺失儲物櫃鎖匙扣$80，補發員工證扣60元。", "僱員須於公眾假期前三日交回更表。", ["HKD", "HKD"]),
        ("遲到扣$20。", "茶餐廳侍應須打咭上班。", ["HKD"]),
        ("遺失制服賠償900元。", "曠職一日扣發當日薪資，並報勞保局。", ["TWD"]),
        ("Lost keys cost $80.", "The store is in Hong Kong.", ["HKD"]),
        ("Lost keys cost $80.", "The store is in Boston.", ["USD"]),
        ("遗失钥匙扣80元。", "员工须按时打卡。", [None]),
    ],
)
def test_a_bare_amount_is_in_the_currency_that_the_whole_document_tells(said, more, currencies):
    result = imported(
        f"門店守則\n1. {said}\n2. {more}\n"
        if "$" not in said or "扣" in said
        else f"Store Rules\n\n1. {said}\n2. {more}\n"
    )
    draft = regulations(result, {"d1": "r"}, Drafting(figures=placeholders, figures_in=placeholders_in))["d1"]
    facts = [fact for node in draft.body for fact in node.facts.values()]
    assert [fact.unit for fact in facts if fact.kind == "money"] == currencies
