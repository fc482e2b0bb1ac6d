"""The report of an import, as a person sees it in a browser and as text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from guizhang.importers.drafting.figures import Drafting
from guizhang.importers.intake import Imported
from guizhang.importers.merging.alike import alike_documents, repeated_rules
from guizhang.importers.pipeline import import_text
from guizhang.importers.reporting.account import account
from guizhang.importers.reporting.looks import groups
from guizhang.importers.reporting.page import report_page, sentence
from guizhang.importers.reporting.rows import rows_by_document
from guizhang.importers.save import plan_drafts, write_drafts
from tests.importers.golden import find_cases
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, para, run
from tests.importers.test_merge import SOURCE
from tests.importers.test_merge import run as import_again

MESSY = """首页 > 规章 > 客服制度范本下载
客服制度
第一章 总则
第一条 客服(fú)人(rén)员(yuán)须\ufffd时(shí)接(jiē)待(dài)客(kè)户(hù)。
第三条 <b>不得</b>对客户说“不知道”&amp;${reply}。
<script>alert(1)</script>
相关推荐
"""


def imported(text=MESSY, name="rules.txt"):
    return Imported(Path(name), import_text(text.encode(), name))


def page(*files, folder=None):
    drafts = plan_drafts(files, folder, replace=False) if folder else []
    return report_page(files, drafts)


def read(text):
    return html.fromstring(text)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("访客规定\n第一条 须登记。\n第二条 须挂牌。\n", "第 1–3 行成为 1 份规章：2 条；舍弃 0 行；没有要看的。",
         "Lines 1–3 became 1 regulation: 2 articles; 0 lines left out; no places to look at."),
        ("首页 > 规章 > 范本\n访客规定\n第一条 须登记。\n第三条 须挂牌。\n", "第 1–4 行成为 1 份规章：2 条；舍弃 1 行；需要看 1 处。",
         "Lines 1–4 became 1 regulation: 2 articles; 1 line left out; 1 place to look at."),
        ("访客规定\n第一条 客(kè)户(hù)须(xū)登(dēng)记(jì)。\n第二条 员(yuán)工(gōng)挂牌(pái)。\n",
         "第 1–3 行成为 1 份规章：2 条；舍弃 0 行；文字改动 8 处；没有要看的。",
         "Lines 1–3 became 1 regulation: 2 articles; 0 lines left out; 8 changes to the text; no places to look at."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_the_import_gave(text, zh, en):
    said = sentence(imported(text).result)
    assert (said.zh, said.en) == (zh, en)


def test_rule_text_never_becomes_markup(tmp_path):
    root = read(page(imported(), folder=tmp_path))
    assert not root.xpath("//script | //b | //img | //@style | //@onclick")
    assert "<script>alert(1)</script>" in root.text_content()
    assert "<b>不得</b>对客户说“不知道”&amp;${reply}。" in root.text_content()
    assert root.xpath("//meta/@content[starts-with(., \"default-src 'none'; style-src 'sha256-\")]")
    assert not re.search(r"https?://|@import|url\(", page(imported(), folder=tmp_path))


def test_what_was_left_out_is_struck_out_with_its_reason():
    root = read(page(imported()))
    struck = {"".join(e.itertext()): e.get("title") for e in root.xpath("//del")}
    assert struck["(fú)"] == "注音 pinyin glosses"
    assert "首页 > 规章 > 客服制度范本下载" in struck
    (row,) = root.xpath("//div[contains(@class, 'row out')][contains(., '首页')]")
    assert "舍弃：" in "".join(row.xpath(".//div[@class='result']")[0].itertext())


def test_rows_pair_pieces_of_the_source_with_what_they_became():
    text = "# 客服制度\n\n第一章 总则第一条 客(kè)服(fú)员(yuán)工(gōng)须(xū)登(dēng)记(jì)好(hǎo)，\n并回复。\n**第二条** 不得迟到。\n上一篇：别的制度\n"
    result = imported(text, "rules.md").result
    ((_, rows),) = rows_by_document(result).items()
    shown = [
        (
            [(piece.line, piece.opens, [(part.text, part.kind) for part in piece.segments]) for piece in row.pieces],
            [(node.level, node.label) for node in row.nodes],
            row.out is not None,
        )
        for row in rows
    ]
    assert shown == [
        ([(1, True, [("# ", "out"), ("客服制度", "kept")])], [("document", "")], False),
        ([(3, True, [("第一章 总则", "kept")])], [("chapter", "第一章")], False),
        (
            [
                (
                    3,
                    False,
                    [
                        ("第一条 客", "kept"),
                        ("(kè)", "out"),
                        ("服", "kept"),
                        ("(fú)", "out"),
                        ("员", "kept"),
                        ("(yuán)", "out"),
                        ("工", "kept"),
                        ("(gōng)", "out"),
                        ("须", "kept"),
                        ("(xū)", "out"),
                        ("登", "kept"),
                        ("(dēng)", "out"),
                        ("记", "kept"),
                        ("(jì)", "out"),
                        ("好", "kept"),
                        ("(hǎo)", "out"),
                        ("，", "kept"),
                    ],
                ),
                (4, True, [("并回复。", "kept")]),
            ],
            [("article", "第一条")],
            False,
        ),
        (
            [(5, True, [("**", "out"), ("第二条", "kept"), ("**", "out"), (" 不得迟到。", "kept")])],
            [("article", "第二条")],
            False,
        ),
        ([(6, True, [("上一篇：别的制度", "out")])], [], True),
    ]


def test_every_line_with_text_stands_on_the_left_once_and_whole():
    for case in find_cases():
        result = case.read()
        shown = {}
        for rows in rows_by_document(result).values():
            for piece in (piece for row in rows for piece in row.pieces):
                shown[piece.line] = shown.get(piece.line, "") + "".join(part.text for part in piece.segments)
        lines = {n: line for n, line in enumerate(result.text.split("\n"), start=1) if line.strip()}
        assert {n: "".join(t.split()) for n, t in shown.items()} == {n: "".join(t.split()) for n, t in lines.items()}


def test_every_node_stands_on_the_right_once_beside_its_own_line():
    for case in find_cases():
        result = case.read()
        root = read(page(Imported(case.source, result)))
        nodes = [e.get("id") for e in root.xpath("//div[starts-with(@class, 'node')]")]
        assert len(nodes) == len(set(nodes))
        lines = {
            node.id: row.pieces[0].line
            for rows in rows_by_document(result).values()
            for row in rows
            for node in row.nodes
            if node.level != "document"
        }
        from guizhang.importers.outline import walk

        assert lines == {n.id: n.line for d in result.documents for n in walk(d.nodes)}, case.name


def test_links_lead_somewhere_and_ids_are_unique(tmp_path):
    root = read(page(imported(), imported(SOURCE, "attendance.txt"), folder=tmp_path))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in root.xpath("//a/@href")} <= set(ids)


def test_only_what_is_in_doubt_is_marked_and_stands_in_the_list():
    root = read(page(imported()))
    (doubt,) = root.xpath("//div[contains(@class, 'doubt')]")
    assert "文字疑似损坏" in "".join(doubt.itertext())
    kinds = [group.look.code for group in groups(imported().result)]
    assert kinds == ["IMP105", "IMP110"]


DAMAGED = """客户服务规定
第一条 须确??蛻艄こ桃?guī)范化，客服(fú)人员须回复客户。
第二条 在规定的'时间内完成登记，不得拖延。
第三条 须在规定的.期限前登记。
第四条 凡客户来访须登记姓名与时间。
第五条 凡客户来访须登记姓名与时间。
"""


def cells(root, table):
    return [
        ["".join(cell.itertext()).strip() for cell in row.xpath("./td")[1:3]]
        for row in root.xpath(f"(//table[@class='edits'])[{table}]//tr[td]")
    ]


def test_every_change_is_shown_before_and_after_and_what_is_only_suggested_apart():
    root = read(page(imported(DAMAGED)))
    assert cells(root, 1) == [
        ["第一条 须确??蛻艄こ桃?guī)范化，客服(fú", "第一条 须确保客戶工程規范化，客服(fú"],
        ["第二条 在规定的'时间内完成登记，", "第二条 在规定的时间内完成登记，"],
    ]
    assert cells(root, 2) == [["服(fú)", "服"], ["三条 须在规定的.期限前登记。", "三条 须在规定的期限前登记。"]]
    results = ["".join(e.itertext()) for e in root.xpath("//span[@class='t']")]
    assert "须确保客戶工程規范化，客服(fú)人员须回复客户。" in results
    assert "须在规定的.期限前登记。" in results
    sources = ["".join(e.itertext()) for e in root.xpath("//span[@class='s']")]
    assert "第一条 须确??蛻艄こ桃?guī)范化，客服(fú)人员须回复客户。" in sources


def test_glosses_that_are_alike_are_one_line():
    root = read(page(imported("客户制度\n" + "".join(f"第{n}条 客户(hù)须登记(jì)。\n" for n in "一二三四五六七八"))))
    assert cells(root, 1) == [["户(hù)", "户"], ["记(jì)", "记"]]
    assert [e.text.strip() for e in root.xpath("//td[@class='line']/span")] == ["× 8", "× 8"]


@pytest.mark.parametrize(("simplify", "said"), [(False, "Drafts keep them"), (True, "Drafts have the Simplified")])
def test_what_another_script_would_change_is_shown(tmp_path, simplify, said):
    one = imported("客戶制度\n第一條 客戶須登記。\n第二條 不得遲到。\n")
    drafts = plan_drafts([one], tmp_path, replace=False, drafting=Drafting(simplify=simplify))
    root = read(report_page([one], drafts))
    pairs = [" ".join("".join(e.itertext()).split()) for e in root.xpath("//ul[@class='pairs']/li")]
    assert pairs == ["戶 → 户 2", "條 → 条 2", "須 → 须", "記 → 记", "遲 → 迟", "登 → 登"][:5]
    assert said in root.text_content()
    results = ["".join(e.itertext()) for e in root.xpath("//span[@class='t']")]
    assert results[1] == ("客户须登记。" if simplify else "客戶須登記。")


def test_documents_that_are_alike_stand_side_by_side(tmp_path):
    one = imported(DAMAGED, "a.txt")
    two = imported(DAMAGED.replace("不得拖延", "不准拖延").replace("客户服务规定", "服务规定"), "b.txt")
    results = [one.result, two.result]
    root = read(report_page([one, two], [], alike_documents(results), repeated_rules(results)))
    (pair,) = root.xpath("//section[@id='alike']/details")
    rows = [
        [" ".join("".join(side.itertext()).split()) for side in row.xpath("./div")]
        for row in pair.xpath(".//div[@class='row' or @class='row out']")
    ]
    first, second = rows[1]
    assert (first, second.rsplit(" ", 1)[0]) == (
        "第二条 在规定的'时间内完成登记，不得拖延。", "第二条 在规定的'时间内完成登记，不准拖延。",
    )  # fmt: skip
    assert second.endswith("%")
    assert rows[2][1].endswith("相同 the same")
    head = [" ".join("".join(e.itertext()).split()) for e in pair.xpath(".//div[@class='head two']/span")]
    assert head == ["客户服务规定 · a.txt 第 1–6 行 lines 1–6", "服务规定 · b.txt 第 1–6 行 lines 1–6"]
    repeated = [[link.text for link in e.xpath(".//a")] for e in root.xpath("//section[@id='alike']/ul/li")]
    assert repeated == [["第四条", "第五条"]] * 2
    ids = set(root.xpath("//@id"))
    assert {link[1:] for link in root.xpath("//a/@href")} <= ids


def test_neighbours_in_doubt_are_one_question():
    """A list of seven whose level is unsure asks once, not seven times; another list asks for itself."""
    items = "".join(f"（{n}）第{n}种情况须登记；\n" for n in "一二三四")
    result = imported(f"访客规定\n第一条 下列情况：\n{items}第二条 其他情况：\n{items}").result
    (document,) = result.documents

    def unsure(node):
        sure = (
            0.5
            if node.label == "（三）"
            else 0.6
            if node.label != "（一）" and node.label[0] == "（"
            else node.confidence
        )
        return replace(node, confidence=sure, children=tuple(map(unsure, node.children)))

    changed = replace(result, documents=(replace(document, nodes=tuple(map(unsure, document.nodes))),))
    (group,) = groups(changed)
    assert [(e.lines, e.count, e.confidence, e.above, e.said.zh) for e in group.entries] == [
        ((4, 6), 3, 0.5, "第一条", "（二）–（四） 的层级不确定"),
        ((9, 11), 3, 0.5, "第二条", "（二）–（四） 的层级不确定"),
    ]


def test_documents_with_something_to_look_at_stand_unfolded():
    clean = "会议室管理规定\n第一条 使用会议室须预约。\n第二条 用后须关灯锁门。\n第三条 不得在会议室用餐。\n"
    root = read(page(imported(clean + "访客规定\n第一条 须\ufffd保客户满意。\n第二条 须佩戴胸牌。\n")))
    documents = root.xpath("//details[@class='document']")
    assert [("".join(d.find("summary").itertext())[:4], d.get("open") is not None) for d in documents] == [
        ("会议室管", False),
        ("访客规定", True),
    ]


def test_both_counts_are_shown_and_equal(tmp_path):
    one = imported()
    drafts = plan_drafts([one], tmp_path, replace=False)
    both = account(one.result, {draft.document: draft.generated for draft in drafts})
    assert both.equal
    root = read(report_page([one], drafts))
    cells = [
        "".join(e.itertext()).strip()
        for e in root.xpath("//div[@class='accounts']/table[1]//td[contains(@class, 'n')]")
    ]
    assert cells[:2] == [str(len(MESSY))] * 2
    assert not root.xpath("//*[contains(@class, 'bad')]")


def test_a_count_that_does_not_agree_is_said_loudly(tmp_path):
    one = imported()
    (draft,) = plan_drafts([one], tmp_path, replace=False)
    shorter = draft.generated.model_copy(update={"body": draft.generated.body[:0]})
    both = account(one.result, {draft.document: shorter})
    assert not both.equal


def test_a_word_file_is_counted_against_its_own_text_nodes(tmp_path):
    levels = abstract(0, lvl(0, "第%1章", "chineseCountingThousand"), lvl(1, "第%2条", "chineseCountingThousand"))
    deleted = (
        '<w:p><w:del w:id="1"><w:r><w:delText>已经删去</w:delText></w:r></w:del><w:r><w:t>销假。</w:t></w:r></w:p>'
    )
    body = (
        para(run("考勤管理规定"))
        + item(1, 0, "总则")
        + item(1, 1, "员工须登记。")
        + item(1, 1, "迟到须说明。")
        + deleted
    )
    one = Imported(Path("a.docx"), import_text(docx(body, numbering=levels + num(1, 0)), "a.docx"))
    drafts = plan_drafts([one], tmp_path, replace=False)
    both = account(one.result, {draft.document: draft.generated for draft in drafts})
    words = "考勤管理规定总则员工须登记。迟到须说明。销假。已经删去"
    assert both.equal
    assert (both.lines[0].first, both.lines[0].second) == (len(words), len(words))
    root = read(report_page([one], drafts))
    assert [e.text.strip() for e in root.xpath("//ins")] == ["第一章", "第一条", "第二条"]
    assert "另有 1 处没有读入（" in sentence(one.result).zh
    assert "已经删去" in "".join(root.xpath("//del")[0].itertext())


def test_conflicts_of_a_merge_are_in_the_report(tmp_path):
    folder = tmp_path / "regulations"
    import_again(folder, SOURCE)
    path = folder / "attendance.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("50元", "60元"), encoding="utf-8")
    one = imported(SOURCE.replace("50元", "100元"), "attendance.txt")
    drafts = plan_drafts([one], folder, replace=False)
    root = read(report_page([one], drafts))
    assert "IMP010" in root.text_content()
    assert sentence(one.result, drafts).zh.endswith("需要看 1 处。")
    assert sentence(one.result).zh.endswith("没有要看的。")
    assert "60元" in drafts[0].text
    (beside,) = [e.text_content() for e in root.xpath("//div[@class='result']//p[@class='why']")]
    assert "草稿里是：" in beside
    assert "60元" in beside
    assert "手工改过的文字都没有动" in root.text_content()
    write_drafts(drafts, folder)
    assert "60元" in path.read_text(encoding="utf-8")


def test_what_only_the_draft_still_has_stands_in_the_report(tmp_path):
    folder = tmp_path / "regulations"
    import_again(folder, SOURCE)
    path = folder / "attendance.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("按时到岗", "准时到岗"), encoding="utf-8")
    lines = SOURCE.split("\n")
    gone = next(line for line in lines if "50元" in line)
    one = imported("\n".join(line for line in lines if line != gone), "attendance.txt")
    root = read(report_page([one], plan_drafts([one], folder, replace=False)))
    (row,) = [e for e in root.xpath("//div[@class='row']") if "原文里没有" in e.text_content()]
    assert "50元" in row.text_content()


def test_equal_imports_give_equal_reports(tmp_path):
    assert page(imported(), folder=tmp_path) == page(imported(), folder=tmp_path)


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", [380, 1280])
def test_in_a_browser_it_fits_links_unfold_and_nothing_is_fetched(tmp_path, browser, width):
    long = "".join(f"第{n}条 员工须遵守第{n}号规定，并在当日登记。\n" for n in range(1, 800))
    path = tmp_path / "import-report.html"
    damaged = imported(DAMAGED, "damaged.txt")
    path.write_text(page(imported(), damaged, imported("长规定\n" + long, "long.txt")), encoding="utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 900})
    asked, said = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert (asked, said) == ([path.as_uri()], [])
    tab.locator("ul.look a[href^='#f1-']").first.click()
    assert tab.locator(":target").bounding_box()["height"] > 0
    row = tab.locator(".row:not(.out) >> nth=1")
    left, right = (row.locator(f"xpath=./div[{side}]").bounding_box() for side in (1, 2))
    assert right["y"] == left["y"] if width > 800 else right["y"] >= left["y"] + left["height"]
    tab.close()
