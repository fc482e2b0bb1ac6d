"""The import as a whole: nothing is lost, whatever the text; and a text in another dress has the same tree."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.laws import article_f1, laws
from guizhang.importers import import_text, ledger_json, outline_json
from guizhang.importers.accounting.audit import AuditFailed, audit
from guizhang.importers.outline import Kind, walk
from tests.importers.golden import CASES, find_cases, shape, skeleton

SIGNS = [
    "第一条", "第二章", "第三节", "第十条的规定", "一、", "（一）", "1.", "1.1", "①", "a)", "(i)", "：", "。", "；", "\n", "\n\n", "\r\n",
    "目录", "员工管理制度", "篇一", "第二篇：", "下载本文档", "相关推荐", "　", "●", "- ", "# ", "**", "漢(hàn)", "\u200b", "|", "Article 2 ",
    "附件1", "Q1.", "壹、", "第三步，", "第二\n章", "（二\n）", "不超过\n1.5倍", "目录\n", "……3", "“1.", "”", "第1页\n",
    "12", "123、", "6:002、", "【x】", "本办法", "𠀀", "(", ")", "第 一 条", "员工应当按时到岗", "No smoking", "\ufeff",
]  # fmt: skip
MESS = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=3)), min_size=1, max_size=60).map("".join)


def imported(text, name="rules.txt"):
    return import_text(text.encode(), name)


@given(MESS.filter(lambda s: s.strip("\ufeff \t\r\n\u3000") and "\x00" not in s), st.sampled_from(["a.txt", "a.md"]))
@settings(max_examples=300)
def test_any_text_is_accounted_for_character_by_character(text, name):
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]", "", text).lstrip("\ufeff") or "x"
    if not text.strip("\ufeff \t\r\n\u3000"):
        return
    result = imported(text, name)
    spans = ledger_json(result)["spans"]
    assert [s["start"] for s in spans] == [0, *[s["end"] for s in spans[:-1]]]
    assert spans[-1]["end"] == len(result.text) == ledger_json(result)["source"]["chars"]
    assert result.text == text
    names = {node.id for document in result.documents for node in walk(document.nodes)}
    names |= {document.id for document in result.documents}
    assert {s["node"] for s in spans if s["kind"] == "kept"} <= names
    assert all(s["reason"] for s in spans if s["kind"] != "kept")


@given(MESS)
@settings(max_examples=100)
def test_a_plain_sentence_is_never_discarded(mess):
    rule = "员工进入车间必须佩戴安全帽并听从班长指挥。"
    mess = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]|相关推荐|目录", "", mess)
    result = imported(f"车间安全规定\n第一条 {rule}\n{mess}\n第二条 {rule}\n")
    kept = "".join(node.text for document in result.documents for node in walk(document.nodes))
    assert kept.count(rule) >= 2


def test_the_ledger_has_the_contracts_shape():
    data = "第一章 总则\n第一条 为了安全，制定本规定。\n".encode()
    result = import_text(data, "dir/safety.txt")
    ledger = ledger_json(result)
    assert ledger["source"] == {"path": "dir/safety.txt", "sha256": hashlib.sha256(data).hexdigest(), "chars": 23}
    assert ledger["spans"] == [
        {"start": 0, "end": 3, "kind": "kept", "node": "d1.1"},
        {"start": 3, "end": 4, "kind": "discarded", "reason": "layout"},
        {"start": 4, "end": 6, "kind": "kept", "node": "d1.1"},
        {"start": 6, "end": 7, "kind": "discarded", "reason": "layout"},
        {"start": 7, "end": 10, "kind": "kept", "node": "d1.1.1"},
        {"start": 10, "end": 11, "kind": "discarded", "reason": "layout"},
        {"start": 11, "end": 22, "kind": "kept", "node": "d1.1.1"},
        {"start": 22, "end": 23, "kind": "discarded", "reason": "layout"},
    ]


def test_the_outline_has_the_contracts_shape():
    outline = outline_json(imported("安全规定\n\n第一章 总则\n第一条 为了安全，制定本规定。\n"))
    article = {
        "type": "article", "label": "第一条", "number": 1, "title": "", "text": "为了安全，制定本规定。", "line": 4, "children": [],
    }  # fmt: skip
    chapter = {
        "type": "chapter",
        "label": "第一章",
        "number": 1,
        "title": "总则",
        "text": "",
        "line": 3,
        "children": [article],
    }
    assert outline == {"documents": [{"title": "安全规定", "lines": [1, 4], "nodes": [chapter]}], "discarded": []}
    assert json.loads(json.dumps(outline)) == outline


@pytest.mark.parametrize("fault", ["gap", "overlap", "short", "other words", "unknown node", "lost node"])
def test_the_second_count_finds_a_broken_ledger(fault):
    result = imported("安全规定\n第一条 进门须登记。\n第二条 出门须锁门。\n")
    ledger, documents = list(result.ledger), result.documents
    if fault == "gap":
        del ledger[2]
    elif fault == "overlap":
        ledger[2] = replace(ledger[2], start=ledger[2].start - 1)
    elif fault == "short":
        del ledger[-1]
    elif fault == "other words":
        first = replace(documents[0].nodes[0], text="进门不须登记。")
        documents = (replace(documents[0], nodes=(first, *documents[0].nodes[1:])),)
    elif fault == "unknown node":
        documents = (replace(documents[0], nodes=documents[0].nodes[:1]),)
    else:
        ledger = [replace(e, kind=Kind.DISCARDED, reason="x") if e.reason == "d1.2" else e for e in ledger]
    with pytest.raises(AuditFailed):
        audit(result.text, ledger, documents)


def test_the_second_count_adds_up():
    result = imported("安全规定\n第一条 进门须登记。\n相关推荐\n另一篇文章\n")
    counts = audit(result.text, result.ledger, result.documents)
    assert counts.total() == len(result.text)
    assert counts[Kind.KEPT] == len("安全规定第一条进门须登记。")


@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.name)
def test_golden(case):
    for path, text in case.actual().items():
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text == expected, f"if this is right: python -m tests.regolden {case.name}"


def source_of(name):
    return next((CASES / name).glob("source.*")).read_text(encoding="utf-8")


LABEL = re.compile(
    r"第[一二三四五六七八九十]+[章条]|（[一二三四五六七八九十\d]+）|\d+[、.)）]|[一二三四五六七八九十]、"
)


def rewrap(text, width):
    """Break long lines at *width*, though not within a label."""
    lines = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > width:
            at = next((m.start() for m in LABEL.finditer(rest) if m.start() < width < m.end()), width) or width
            lines.append(rest[:at])
            rest = rest[at:]
        lines.append(rest)
    return "\n".join(lines)


@pytest.mark.parametrize("name", ["glued-articles", "five-levels", "list-in-list", "article-titles", "wrapped-lines"])
def test_blank_lines_and_blanks_at_line_ends_change_nothing(name):
    text = source_of(name)
    assert skeleton(imported(text.replace("\n", "  \r\n\r\n"))) == skeleton(imported(text))


@pytest.mark.parametrize("name", ["glued-articles", "page-furniture", "site-chrome", "template-series"])
@pytest.mark.parametrize("width", [24, 30, 38])
def test_wrapping_long_lines_changes_no_node(name, width):
    text = source_of(name)
    assert skeleton(imported(rewrap(text, width))) == skeleton(imported(text))


@pytest.mark.parametrize("name", ["glued-articles", "english-handbook", "spaced-labels"])
def test_joining_the_lines_of_articles_changes_no_node(name):
    title, _, rest = source_of(name).strip().partition("\n")
    if name == "glued-articles":
        rest = rest[: rest.index("更衣室")]
    joint = " " if name.startswith("english") else ""
    joined = f"{title}\n{joint.join(line.strip() for line in rest.splitlines() if line.strip())}\n"
    assert skeleton(imported(joined))[0] == skeleton(imported(source_of(name)))[0]


@pytest.mark.skipif(importlib.util.find_spec("opencc") is None, reason="needs OpenCC")
@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.name)
def test_the_other_script_has_the_same_tree(case):
    import opencc

    text = case.source.read_text(encoding="utf-8")
    for config in ("s2t", "t2s"):
        converted = imported(opencc.OpenCC(config).convert(text), case.source.name)
        assert skeleton(converted) == skeleton(case.read())


HEAD = "当前位置：首页 > 制度 > 正文\n\n发布时间：2025-01-02 03:04:05 来源：网络\n\n"
TAIL = "\n\n点击下载本文档\n\n版权声明：本文由网友上传，如有侵权请联系删除\n\n相关推荐\n\n某部门工作总结\n\n热门文章\n"


@pytest.mark.parametrize(
    "case", [case for case in find_cases() if case.source.suffix == ".txt"], ids=lambda case: case.name
)
def test_a_web_page_around_it_changes_nothing(case):
    text = case.source.read_text(encoding="utf-8")
    assert shape(imported(HEAD + text + TAIL)) == shape(case.read())


GLOSSES = {"员": "yuán", "时": "shí", "须": "xū", "门": "mén", "应": "yīng", "第": "dì", "条": "tiáo"}


@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.name)
def test_glosses_change_no_node(case):
    text = case.source.read_text(encoding="utf-8")
    glossed = "".join(c + f"({GLOSSES[c]})" if c in GLOSSES else c for c in text)
    assert skeleton(imported(glossed, case.source.name)) == skeleton(case.read())


@pytest.mark.parametrize("width", [20, 27, 36])
@pytest.mark.parametrize("joined", [False, True])
def test_a_law_wrapped_anywhere_has_the_same_articles(width, joined):
    """Lines are cut without a look at what stands there: labels and references are broken in two as well."""
    for law in laws(12):
        lines = [law.text.replace("\n", "")] if joined else law.text.split("\n")
        wrapped = "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))
        assert article_f1(law, imported(wrapped)) >= 0.97


def test_a_law_on_one_line_has_all_its_articles():
    for law in laws(40):
        assert article_f1(law, imported(law.text.replace("\n", ""))) == 1


def test_documents_in_another_order_have_the_same_trees():
    first, second, third = (source_of(name) for name in ("broken-numbers", "article-titles", "spaced-labels"))
    there = skeleton(imported(f"{first}\n{second}\n{third}"))
    back = skeleton(imported(f"{third}\n{second}\n{first}"))
    assert there == back[::-1]
    assert len(there) == 3


def test_a_second_run_gives_the_same():
    text = source_of("site-chrome")
    assert imported(text) == imported(text)


def test_rows_of_a_table_are_never_joined_however_long_they_are():
    text = "处罚标准\n序号\t行为\t处罚\t备注\n2\t迟到10分钟以上\t20元/次\t当月3次以上加倍\n3\t与顾客争吵\t200元\t情节严重辞退\n"
    nodes = outline_json(import_text(text.encode(), "t.txt"))["documents"][0]["nodes"]
    assert [node["text"] for node in nodes] == text.split("\n")[1:4]


@pytest.mark.parametrize(
    "line",
    [
        "编制：运营部　　审核：质检组　　生效日期：2024-02-01",
        "文件编号 ZY-01    版本 1.0    页码 1/1",
        "V1.1 2022-06-18 增加跌落试验",
    ],
)
def test_a_number_below_the_head_of_a_document_is_a_label(line):
    text = f"服务标准\n{line}\n1 目的\n统一用语。\n2 范围\n全体坐席。\n"
    nodes = outline_json(import_text(text.encode(), "t.txt"))["documents"][0]["nodes"]
    assert [node["number"] for node in nodes if node["number"]] == [1, 2]


def test_initials_of_names_are_no_list():
    text = "Minutes of the Meeting\nPresent: A. Lee, B. Ortiz, C. Singh\n1. Staffing\nTwo vacancies.\n2. Keys\nA new policy.\n"
    nodes = outline_json(import_text(text.encode(), "t.txt"))["documents"][0]["nodes"]
    assert [node["number"] for node in nodes if node["number"]] == [1, 2]
