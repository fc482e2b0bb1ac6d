"""Sources in two languages: each rule once, with what it says in the other language, and no character lost."""

from __future__ import annotations

import random
import re

import pytest

from guizhang.importers import import_text
from guizhang.importers.drafting.drafts import regulations
from guizhang.importers.outline import walk
from guizhang.importers.reporting.account import account
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, para, run
from tests.importers.two_languages import FORMATS, LAYOUTS, SETS

_LABEL = re.compile(r"(?:Chapter|Article) \d+ |\(\d\) |\d\. |[IVX]+\. ")


def imported(data, suffix):
    result = import_text(data, f"rules.{suffix}")
    drafts = regulations(result, {d.id: f"r{i}" for i, d in enumerate(result.documents)})
    assert account(result, drafts).equal
    return result


def tree(result):
    """Return what a document says in its first language: title, then depth, number, heading and text of each node."""
    (document,) = result.documents
    return document.title, [(node.id.count("."), node.label, node.title, node.text) for node in walk(document.nodes)]


def said(result):
    """Return every text in the other language, in order."""
    (document,) = result.documents
    told = [document.translation, *(node.translation for node in walk(document.nodes))]
    return [f"{one.title} {one.text}".strip() if one else "" for one in told]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SETS)
def test_the_chinese_is_read_as_if_it_stood_alone_and_the_english_is_its_translation(name, layout, form):
    pairs = SETS[name]
    result = imported(FORMATS[form](LAYOUTS[layout](pairs)), form)
    alone = imported(FORMATS[form]([[zh] for zh, _ in pairs]), form)
    assert tree(result) == tree(alone)
    assert said(result) == [_LABEL.sub("", en) for _, en in pairs]


def rules(text, name="rules.txt"):
    """Return number, text and translation of every rule of a text."""
    result = imported(text.encode(), name.rpartition(".")[2])
    return result, [
        (node.label, f"{node.title} {node.text}".strip(), f"{one.title} {one.text}".strip() if one else None)
        for document in result.documents
        for node in walk(document.nodes)
        for one in (node.translation,)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "信息系统使用规定\n第一条 办公软件统一使用 Microsoft Office。\n第二条 视频会议使用 Zoom Meetings\n第三条 网址：https://help.example.com/guide\n"
            "第四条 技术支持请联系 IT Help Desk\nhelpdesk@example.com\n"
            "第五条 文件名写作 Name_Date_Version 的格式。\n第六条 按《员工手册》（Staff Handbook）处理。\n",
            id="products, addresses, terms",
        ),
        pytest.param(
            "收货地址\n1. 货物送到北门。\nNo. 18 Harbour Road, Wan Chai\n2. 收货人须核对数量。\n3. 发票寄财务部。\n"
            "4. 退货须经批准。\n5. 包装物由供应商回收。\n",
            id="an address among rules",
        ),
        pytest.param(
            "停车管理规定\n1. 员工车辆须在行政部登记。\n2. 车速不得超过5公里。\n3. 不得占用消防通道。\n4. 访客车辆停放在北区。\n"
            "Dress Code\n1. All staff must wear the uniform.\n2. Jewellery may not be worn in the kitchen.\n3. Shoes must be black.\n"
            "4. Name badges are worn on the left.\n",
            id="another document in English",
        ),
        pytest.param(
            "Travel Policy\n1. Book flights ten days ahead.\n2. Staff in 上海 use the local agent.\n"
            "3. Keep the 发票 of every taxi.\n4. Claims are due in May.\n",
            id="Chinese names in an English policy",
        ),
    ],
)
def test_what_is_said_in_one_language_stays_text(text):
    result, found = rules(text)
    assert all(translation is None for *_, translation in found)
    assert all(document.translation is None for document in result.documents)


PARTLY = """仓库安全规定
Warehouse Safety Rules
第一条 进入仓库须戴安全帽。
Article 1 Safety helmets must be worn in the warehouse.
第二条 叉车限速5公里。
Article 2 The speed limit for forklifts is 15 km/h.
第三条 仓库内禁止吸烟。
Article 3 Smoking is allowed in the warehouse.
第四条 货物堆放高度不超过2米。
第五条 通道须保持畅通。
Article 5 Aisles must be kept clear.
Forklift drivers sound the horn at every corner.
第六条 事故须在1小时内报告主管。
Article 6 Accidents must be reported to the supervisor within 1 hour.
"""


def test_what_has_no_counterpart_stays_text_and_what_does_not_agree_is_named():
    result, found = rules(PARTLY)
    assert [(label, translation) for label, _, translation in found] == [
        ("第一条", "Safety helmets must be worn in the warehouse."),
        ("第二条", "The speed limit for forklifts is 15 km/h."),
        ("第三条", "Smoking is allowed in the warehouse."),
        ("第四条", None),
        ("第五条", "Aisles must be kept clear."),
        ("", None),
        ("第六条", "Accidents must be reported to the supervisor within 1 hour."),
    ]
    assert found[5][1] == "Forklift drivers sound the horn at every corner."
    told = [(f.line, f.code, f.zh.partition("：")[0]) for f in result.findings]
    assert told == [
        (6, "translation-doubtful", "译文可能不对应（数字不一致）"),
        (8, "translation-doubtful", "译文可能不对应（一边说“不”，另一边没有）"),
        (12, "translation-unpaired", "没有对应的中文，当作正文"),
    ]
    draft = regulations(result, {"d1": "rules"})["d1"]
    assert [bool(node.review) for node in draft.body] == [False, True, True, False, False, False]


def test_rules_that_one_half_lacks_do_not_move_the_others():
    chinese = [f"第{n}条 {words}" for n, words in zip("一二三四五六", ZH, strict=True)]
    english = [f"Article {n} {words}" for n, words in enumerate(EN, start=1)]
    result, found = rules("\n".join(["图书借阅规定", *chinese, "Library Rules", *english[:2], *english[3:]]))
    assert [translation for *_, translation in found] == [EN[0], EN[1], None, *EN[3:]]
    assert result.documents[0].lines == (1, 13)


ZH = (
    "员工凭工牌借书。",
    "每人最多借3本。",
    "词典不外借。",
    "借期30天，可以延长一次。",
    "丢失图书的，照价赔偿。",
    "离职前须归还图书。",
)
EN = (
    "Staff borrow books with their badge.",
    "Each person may borrow up to 3 books.",
    "Dictionaries do not leave the library.",
    "Books are lent for 30 days, which may be extended once.",
    "Lost books are paid for at their price.",
    "Books must be returned before leaving the company.",
)


def test_an_english_number_behind_the_chinese_one_is_no_part_of_the_heading():
    _, found = rules(
        "员工行为准则 Code of Conduct\n第一条 Article 1　目的 Purpose\n为说明公司的要求，制定本准则。\nThis code says what the company expects.\n"
        "第二条 Article 2　礼品 Gifts\n不得收受200元以上的礼品。\nGifts of more than RMB 200 must not be accepted.\n"
        "第三条 Article 3　处理 Consequences\n违反本准则的，按规定处分。\nBreaches of this code lead to disciplinary action.\n"
    )
    assert [row[:2] for row in found] == [
        ("第一条", "目的 为说明公司的要求，制定本准则。"),
        ("第二条", "礼品 不得收受200元以上的礼品。"),
        ("第三条", "处理 违反本准则的，按规定处分。"),
    ]
    assert found[1][2] == "Gifts Gifts of more than RMB 200 must not be accepted."


def test_a_row_that_names_the_languages_is_left_out_with_its_reason():
    rows = [["中文", "English"], *LAYOUTS["columns"](SETS["hotel"])[1:]]
    result = imported(FORMATS["html"](rows), "html")
    assert ("language-names", "中文\tEnglish") in [(one.reason, one.text) for one in result.discarded]
    assert not any("中文" in node.text for node in walk(result.documents[0].nodes))


def test_where_only_the_english_is_numbered_the_rules_are_outlined_by_that():
    lines = [line for n, (zh, en) in enumerate(zip(ZH, EN, strict=True), start=1) for line in (f"{n}. {en}", zh)]
    result, found = rules("\n".join(["Library Rules", "图书借阅规定", *lines]))
    assert found == [(f"{n}.", en, zh) for n, (zh, en) in enumerate(zip(ZH, EN, strict=True), start=1)]
    draft = regulations(result, {"d1": "rules"})["d1"]
    assert (draft.authoritative, draft.title.zh, draft.title.en) == ("en", "图书借阅规定", "Library Rules")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (("两种文本不一致的，以英文文本为准。", "If the two differ, the English version prevails."), "应为 en"),
        (("中英文两种文本具有同等效力。", "Both texts are equally authentic."), "应为 equal"),
        (("两种文本不一致的，以中文文本为准。", "If the two differ, the Chinese version prevails."), None),
        (("考核以英文成绩为准。", "The English mark counts in the assessment."), None),
    ],
)
def test_a_document_may_say_that_the_other_text_prevails(clause, expected):
    pairs = [*zip(ZH, EN, strict=True), clause]
    lines = [line for n, (zh, en) in enumerate(pairs, start=1) for line in (f"{n}、{zh}", f"{n}. {en}")]
    result, _ = rules("\n".join(["图书借阅规定", "Library Rules", *lines]))
    told = [f.zh.rpartition("，")[2] for f in result.findings if f.code == "text-prevails"]
    assert told == ([expected] if expected else [])


@pytest.mark.parametrize("numbered", [True, False])
def test_automatic_numbers_of_either_language_are_no_text(numbered):
    lists = abstract(1, lvl(0, "第%1条", "chineseCounting")) + abstract(2, lvl(0, "Article %1")) + num(1, 1) + num(2, 2)
    body = [para(run("图书借阅规定")), para(run("Library Rules"))]
    for zh, en in zip(ZH, EN, strict=True):
        body += [item(1, 0, run(zh)), item(2, 0, run(en)) if numbered else para(run(en))]
    result = imported(docx("".join(body), numbering=lists), "docx")
    nodes = result.documents[0].nodes
    assert [(node.label, node.text, node.translation.text) for node in nodes] == [
        (f"第{number}条", zh, en) for number, zh, en in zip("一二三四五六", ZH, EN, strict=True)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_two_languages_are_mixed_to_no_character_is_lost(seed):
    chance = random.Random(seed)
    lines = txt_lines(chance)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(txt_lines(chance)))
            case 2:
                lines[at : at + 2] = [chance.choice(("", " ", "\t", " / ")).join(lines[at : at + 2])]
            case 3:
                cut = chance.randrange(len(lines[at]) + 1)
                lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
            case 4:
                cut = chance.randrange(len(lines[at]) + 1)
                lines[at] = (
                    lines[at][:cut]
                    + chance.choice(("（", ")", "|", "\u200b", "Article 3", "第三条", "${x}"))
                    + lines[at][cut:]
                )
            case _:
                chance.shuffle(lines)
        lines = lines or ["规定"]
    imported(("规定\n" + "\n".join(lines)).encode(), "txt")


def txt_lines(chance):
    """Return the lines of one of the sets in one of the layouts."""
    rows = LAYOUTS[chance.choice(list(LAYOUTS))](SETS[chance.choice(list(SETS))])
    return ["\t".join(row) for row in rows]


SHARED = """\
Locker Room Rules 更衣室守则
1. Lockers 储物柜
1.1 One locker for each member of staff.
每名员工一个储物柜。
1.2 Bring your own padlock.
自备挂锁。
1.3 Keys are handed in at the gate on the last day.
最后一天将钥匙交到门岗。
2. Conduct 行为
(a) No food in the lockers. 储物柜内不得存放食物。
(b) Wet shoes stay on the rack. 湿鞋放在鞋架上。
"""


def test_rules_are_outlined_by_the_language_that_has_the_numbers_of_their_points():
    result = imported(SHARED.encode(), "txt")
    assert [node.label for node in walk(result.documents[0].nodes)] == ["1.", "1.1", "1.2", "1.3", "2.", "(a)", "(b)"]
    assert said(result)[1:4] == ["储物柜", "每名员工一个储物柜。", "自备挂锁。"]
