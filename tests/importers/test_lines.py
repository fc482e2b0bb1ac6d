"""What becomes of one line: what is a label in it and what is spoken of, where a heading ends, which lines go on a sentence."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text, outline_json
from guizhang.importers.readers import read


def rows(text, name="rules.txt"):
    """Return depth, label, title and text of every node, in order."""
    found = []

    def walk(nodes, depth):
        for node in nodes:
            found.append((depth, node["label"], node["title"], node["text"]))
            walk(node["children"], depth + 1)

    for document in outline_json(import_text(text.encode(), name))["documents"]:
        walk(document["nodes"], 0)
    return found


def words(text):
    """Return label, title and text of the nodes that have a label."""
    return [(label, title, said) for _, label, title, said in rows(text) if label]


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("装修时间为8:30", "", "装修时间为8:30"),
        ("早班8：00到岗，由班长点名。", "", "早班8：00到岗，由班长点名。"),
        ("人员配比为3:1，不得改变。", "", "人员配比为3:1，不得改变。"),
        ("网址http://example.org/a，仅供内部使用。", "", "网址http://example.org/a，仅供内部使用。"),
        ("营业时间：8:00至20:00。", "营业时间", "8:00至20:00。"),
        ("限速 15km/h，弯道减速慢行。", "", "限速 15km/h，弯道减速慢行。"),
        ("园区限速 各类车辆进入园区后不得超速。", "园区限速", "各类车辆进入园区后不得超速。"),
        ("迟到按1:1扣减课时。", "", "迟到按1:1扣减课时。"),
        ("目的：规范装修。", "目的", "规范装修。"),
        ("客户说：“三天内不答复就投诉。”前台应当耐心倾听。", "", "客户说：“三天内不答复就投诉。”前台应当耐心倾听。"),
        ("员工要求：调休的，提前一天提出。", "", "员工要求：调休的，提前一天提出。"),
        ("着装要求：上班穿工服。", "着装要求", "上班穿工服。"),
        ("名称：本楼称东楼。", "名称", "本楼称东楼。"),
        ("注意：电梯停运时走楼梯。", "", "注意：电梯停运时走楼梯。"),
        ("审批权限如下：一天以内由主管批准。", "审批权限如下", "一天以内由主管批准。"),
    ],
)
def test_a_colon_parts_a_heading_from_its_text_but_not_a_figure(line, title, text):
    assert words(f"装修规定\n第一条 {line}\n第二条 本规定自发布之日起施行。\n")[0] == ("第一条", title, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Leave is granted after one (1) year of service.",
        "The notice is twenty-five (25) days and the fee one hundred (100) dollars.",
        "Leave under section 2.1(a) or (b) needs the consent of the manager.",
        "A claim under 2.1 (a), (b) or (c) is made at once.",
        "This does not apply to clause 3(b), which is stricter.",
        "The duties in (a)(i) and (ii) end with the contract.",
        "Paragraph (a) prevails over paragraph (b) in all cases.",
        "This is done as Part B prevails over the rest; Part B applies to all.",
        "Charges follow Schedule 2.",
        "Each rate is that of Annex A. It is reviewed yearly.",
    ],
)
def test_what_an_english_sentence_speaks_of_is_no_label(sentence):
    text = f"Staff Rules\n1. Scope\n1.1 {sentence}\n1.2 Staff follow these rules.\n2. End\n2.1 These rules end.\n"
    assert words(text)[1] == ("1.1", "", sentence)
    assert [label for label, _, _ in words(text)] == ["1.", "1.1", "1.2", "2.", "2.1"]


@pytest.mark.parametrize(
    "sentence",
    [
        "罚款应在三（3）日内缴纳。",
        "须提前30（三十）日书面通知。",
        "超过2.2（1）、2.2（2）所列期限的，须重新办理。",
        "违反第2.2(a)段或第2.2(c)段的，给予警告。",
        "本办法与《薪酬管理制度》第四章抵触的，按本办法执行。",
        "有（一）、（二）或者（三）情形的，从重处理。",
    ],
)
def test_what_a_chinese_sentence_speaks_of_is_no_label(sentence):
    text = f"处罚办法\n第一条 适用于全体员工。\n第二条 {sentence}\n第三条 本办法由行政部解释。\n"
    assert words(text) == [
        ("第一条", "", "适用于全体员工。"),
        ("第二条", "", sentence),
        ("第三条", "", "本办法由行政部解释。"),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Rules\n1. The employee shall: (a) fill in the form; (b) hand it in.\n2. Ends.\n", ["1.", "(a)", "(b)", "2."]),
        ("Rules\n2.1(a) Staff sign in.\n(b) Staff sign out.\n2.2 Guests wait.\n", ["2.1", "(a)", "(b)", "2.2"]),
        ("Rules\nPart One\n(1) Staff sign in.\n(2) Staff sign out.\n", ["Part One", "(1)", "(2)"]),
        ("规定\n一、范围（一）全体员工；（二）访客。\n二、其他\n", ["一、", "（一）", "（二）", "二、"]),
        ("规定\n1.1（1）进门登记；\n（2）出门锁门。\n1.2 本规定由行政部解释。\n", ["1.1", "（1）", "（2）", "1.2"]),
    ],
)  # fmt: skip
def test_signs_in_brackets_that_begin_something_stay_labels(text, labels):
    assert [label for label, _, _ in words(text)] == labels


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("A claim must be made by the employee in writing within one\n(1) month of the event.",
         "A claim must be made by the employee in writing within one (1) month of the event."),
        ("Guests: each member may bring\n1 guest per visit.", "Guests: each member may bring 1 guest per visit."),
        ("Guards must at all times hold a licence issued under section 14 of the\nSecurity Ordinance.",
         "Guards must at all times hold a licence issued under section 14 of the Security Ordinance."),
        ("The rules that everybody has to follow are those of the next part, and\nPart B applies to guests.",
         "The rules that everybody has to follow are those of the next part, and Part B applies to guests."),
    ],
)  # fmt: skip
def test_a_wrapped_english_sentence_is_whole_again(broken, whole):
    assert words(f"Staff Rules\n1. Scope of these rules\n1.1 {broken}\n1.2 Staff follow them.\n")[1] == (
        "1.1", "", whole,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("收费标准见《收费公示》\n第二条。", "收费标准见《收费公示》第二条。"),
        ("装修时间为8:30\n至12:00。", "装修时间为8:30至12:00。"),
        ("剩余的物品由供应商凭\n登记数量办理出场。", "剩余的物品由供应商凭登记数量办理出场。"),
        (
            "累计十二分的，参照\n《劳动合同》第十一条第（三）项\n执行。",
            "累计十二分的，参照《劳动合同》第十一条第（三）项执行。",
        ),
        ("全年出勤且没有第四条第一项\n行为的。", "全年出勤且没有第四条第一项行为的。"),
        ("下午 13 : 30—\n17 : 30 可以装卸。", "下午 13 : 30—17 : 30 可以装卸。"),
        ("开门时间，\n15:00开始。", "开门时间，15:00开始。"),
        ("本规定自2024年5月1日起施\n行。", "本规定自2024年5月1日起施行。"),
        ("本规定自2024年5月1日起施\n行，原规定同时废止。", "本规定自2024年5月1日起施行，原规定同时废止。"),
        ("本规定自2024年5月1日起施行\n，原规定同时废止。", "本规定自2024年5月1日起施行，原规定同时废止。"),
    ],
)
def test_a_wrapped_chinese_sentence_is_whole_again(broken, whole):
    assert words(f"值班规定\n1、进门须登记；\n2、{broken}\n3、出门须锁门。\n")[1] == ("2、", "", whole)


def test_a_number_and_a_stop_end_a_sentence():
    text = "Library Rules\n1. The fee is $1 per item per day; equipment costs $20.\n每件每日$1；器材每日$20。\n2. No eating.\n"
    assert [said for *_, said in rows(text)][:2] == [
        "The fee is $1 per item per day; equipment costs $20.",
        "每件每日$1；器材每日$20。",
    ]


@pytest.mark.parametrize("intro", ["处罚标准如下表：", "按下表处理：", "各项标准如下："])
def test_all_rows_of_a_table_stand_below_what_leads_to_it(intro):
    text = f"处罚办法\n第一条 {intro}\n行为\t首次\t再次\n迟到\t提醒\t扣50元\n第二条 自发布之日起施行。\n"
    assert rows(text) == [
        (0, "第一条", "", intro),
        (1, "", "", "行为\t首次\t再次"),
        (1, "", "", "迟到\t提醒\t扣50元"),
        (0, "第二条", "", "自发布之日起施行。"),
    ]


@pytest.mark.parametrize("last", ["Approved by", "Agreed with", "Limit of", "Who and"])
def test_a_row_is_no_part_of_the_one_above_whatever_its_last_cell_ends_with(last):
    text = f"Expense Rules\n1. Limits\nExpense\tAmount\t{last}\nMeals\t$45 a day\tLine manager\n2. Claims\n2.1 Keep receipts.\n"
    assert [said for _, _, _, said in rows(text)[1:3]] == [f"Expense\tAmount\t{last}", "Meals\t$45 a day\tLine manager"]


def test_the_heading_of_a_table_has_no_row_for_its_text():
    text = "Parking Rules\n1. Charges\nItem\tCharge\nBadge\t$20\n2. End\n2.1 These rules end.\n"
    assert rows(text)[:3] == [(0, "1.", "Charges", ""), (1, "", "", "Item\tCharge"), (1, "", "", "Badge\t$20")]


def test_rows_that_one_blank_parts_are_rows_where_their_head_counts():
    text = "处罚办法\n第一条 按下表处理：\n序号 行为 首次 再次\n1 迟开门三十分钟以内 口头提醒 罚100元\n2 提前闭店 罚200元 罚500元\n第二条 自发布之日起施行。\n"
    assert [row[:3] for row in rows(text)] == [(0, "第一条", ""), *[(1, "", "")] * 3, (0, "第二条", "")]


def test_what_stands_behind_a_table_is_no_part_of_its_last_row():
    text = (
        "Cleaning Agreement\n(a) The fee is paid monthly.\n(b) Deductions:\n"
        "    Breach              Deduction\n    Late patrol         $100 each\n(c) No interest is due.\n"
    )
    assert rows(text)[1:] == [
        (0, "(b)", "Deductions", ""),
        (1, "", "", "Breach              Deduction"),
        (1, "", "", "Late patrol         $100 each"),
        (0, "(c)", "", "No interest is due."),
    ]


@pytest.mark.parametrize(
    ("annexes", "expected"),
    [
        ("Annex A Rate card\nAnnex B Samples", [("Annex A", "Rate card", ""), ("Annex B", "Samples", "")]),
        ("附件1 违规通知单\n附件2 应急联系表", [("附件1", "违规通知单", ""), ("附件2", "应急联系表", "")]),
    ],
)
def test_an_annex_that_is_only_named_is_no_part_of_the_sentence_before_it(annexes, expected):
    last = "Chapter 2 applies to the yard; Rules 9 to 11 apply from 1 July 2025."
    text = f"Warehouse Rules\n1. Deliveries are booked.\n2. {last}\n{annexes}\n"
    assert words(text)[1:] == [("2.", "", last), *expected]


def test_a_list_of_names_behind_its_heading_is_no_list_of_annexes():
    assert words("会议规定\n一、准时到会。\n二、不得缺席。\n附件：1.签到表\n2.请假单\n") == [
        ("一、", "", "准时到会。"),
        ("二、", "", "不得缺席。"),
    ]


def test_who_signs_and_when_belongs_to_the_whole_document():
    text = "值班规定\n第一章 总则\n第一条 值班须登记。\n第二条 值班不得离岗。\n附件1 登记表\n后勤部\n2024年6月1日\n"
    assert rows(text)[-3:] == [(0, "附件1", "登记表", ""), (0, "", "", "后勤部"), (0, "", "", "2024年6月1日")]


@pytest.mark.parametrize("name", ["BLUE HARBOUR HOTEL LTD", "NORTHGATE LOGISTICS", "Harbour View Estates"])
def test_a_name_over_the_title_is_not_the_title(name):
    outline = outline_json(import_text(f"{name}\nFront Desk Rules\n1. Smile.\n2. Do not leave.\n".encode(), "a.txt"))
    assert [document["title"] for document in outline["documents"]] == ["Front Desk Rules"]


def test_steps_stand_below_the_heading_they_follow():
    text = "Rules\n3. Conduct\n3.1 Nobody smokes.\n3.2 Disciplinary steps\nStep 1: warning\nStep 2: dismissal\n"
    assert [(depth, label) for depth, label, _, _ in rows(text)][-3:] == [(1, "3.2"), (2, "Step 1:"), (2, "Step 2:")]


def test_a_dash_behind_the_number_of_a_step_is_no_text():
    text = "Rules\n1. Steps\nStep 1 - verbal warning.\nStep 2 – written warning.\nStep 3 -5 degrees is too cold.\n"
    assert [said for _, _, _, said in rows(text)][-3:] == [
        "verbal warning.",
        "written warning.",
        "-5 degrees is too cold.",
    ]


def test_bullets_set_in_stand_below_the_bullet_over_them():
    text = "# 设备管理规定\n## 要求\n- 离开座位须锁屏\n  - 超过3次提醒的，通报\n- 密码每90天更换一次\n"
    found = [(depth, said) for depth, label, _, said in rows(text, "a.md") if label]
    assert found == [(1, "离开座位须锁屏"), (2, "超过3次提醒的，通报"), (1, "密码每90天更换一次")]


def test_lines_that_a_mail_quotes_lose_their_signs():
    text = "> 会议室使用规定\n>\n> 1. 会议室须提前预订，临时使用不超过\n> 2小时的，可直接联系前台。\n> 2. 结束后关闭电源。\n"
    assert words(text) == [
        ("1.", "", "会议室须提前预订，临时使用不超过2小时的，可直接联系前台。"),
        ("2.", "", "结束后关闭电源。"),
    ]


def test_a_stated_heading_with_a_bare_number_is_a_heading():
    text = "# 设备规范\n## 1 申请\n1. 提前三天申请\n2. 写明用途\n## 2 使用\n禁止安装未授权软件。\n## 3 归还\n离职当日归还。\n"
    assert [(depth, label, title) for depth, label, title, _ in rows(text, "a.md")] == [
        (0, "1", "申请"),
        (1, "1.", ""),
        (1, "2.", ""),
        (0, "2", "使用"),
        (0, "3", "归还"),
    ]


def test_a_heading_without_a_number_ends_what_is_numbered_above_it():
    text = "# Expense Policy\n## About\nFor all staff.\n## 1. Claims\n1.1 Claims are filed at once.\n### Rates\nNone.\n## History\nVersion 3.\n"
    found = [(depth, label, title) for depth, label, title, _ in rows(text, "a.md") if label or title]
    assert found == [(0, "", "About"), (0, "1.", "Claims"), (1, "1.1", ""), (1, "", "Rates"), (0, "", "History")]


def test_headings_without_a_blank_behind_their_signs_are_headings():
    text = "# 员工手册\n##第一章 入职\n###一、材料\n1. 身份证。\n2. 证书。\n###二、报到\n1. 周一九点到岗。\n##第二章 离职\n###三、交接\n1. 交还门卡。\n"
    assert [(depth, label) for depth, label, *_ in rows(text)] == [
        (0, "第一章"), (1, "一、"), (2, "1."), (2, "2."), (1, "二、"), (2, "1."), (0, "第二章"), (1, "三、"), (2, "1."),
    ]  # fmt: skip


def test_signs_of_topics_and_of_drawn_lines_are_no_headings():
    text = "巡检制度\n#安全#\n#1 机房\n1. 每日巡检。\n2. 做好记录。\n##########\n"
    assert not read(text, "a.txt").headings
    assert not read(text, "a.md").headings


def test_a_picture_in_a_wiki_leaves_its_caption():
    text = "# 员工手册\n## 一、组织\n![组织图](http://img.example/屏幕 截图.png)\n## 二、考勤\n1. 按时打卡。\n"
    assert "组织图" in [said for *_, said in rows(text)]


def test_marks_of_a_wiki_are_no_text():
    text = "# 资产管理规定\n## 标准\n| 岗位 | 预算 |\n|---|:--:|\n| 研发 | 9000元 |\n\n见[领用办法](http://wiki.example/a)第四章和[注](二)。\n"
    assert [said for *_, said in rows(text, "a.md")] == [
        "",
        "岗位\t预算",
        "研发\t9000元",
        "见领用办法第四章和[注](二)。",
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # Block by block in two languages: the second says the first again, whatever stands between the two.
        (
            (
                "访客规定 Visitors\n第一条 访客须登记。\nArticle 1 Visitors register.\n第二条 下列访客离开：\n（一）拍照；\n（二）吸烟。\n"
                "Article 2 Visitors leave for:\n(1) photographs;\n(2) smoking.\n第三条 九点开门。\nArticle 3 Doors open at nine.\n"
            ),
            ["第一条", "第二条", "（一）", "（二）", "第三条"],
        ),
        # All of one language, then all of the other.
        (
            "访客须知\n1. 请登记。\n2. 请勿拍照。\n3. 请归还胸卡。\nVisitor Rules\n1. Sign in.\n2. No photographs.\n3. Return your badge.\n",
            ["1.", "2.", "3."],
        ),
        # Two documents, one after the other.
        (
            "访客须知\n1. 请登记。\n2. 请勿拍照。\n3. 请归还胸卡。\nDress Code\n1. Wear the uniform.\n2. No jewellery in the kitchen.\n3. Black shoes only.\n",
            ["1.", "2.", "3.", "1.", "2.", "3."],
        ),
    ],
)
def test_a_translation_has_no_labels_of_its_own(text, labels):
    assert [label for label, _, _ in words(text)] == labels


def test_a_drawn_table_loses_its_frame_and_keeps_its_rows():
    text = "懲處辦法\n一、對照表\n┌──┬────┐\n│項次│處分│\n├──┼────┤\n│１│記過│\n└──┴────┘\n二、附則\n"
    assert [(label, title, said) for _, label, title, said in rows(text)] == [
        ("一、", "對照表", ""),
        ("", "", "│項次│處分│"),
        ("", "", "│１│記過│"),
        ("二、", "", "附則"),
    ]


def test_what_is_divided_into_kinds_has_the_first_of_them_beside_the_others():
    text = "处理细则\n第一条 违规行为分为三类：\nA类：一般违规；\nB类：严重违规。\n第二条 自发布之日起施行。\n"
    assert [row[1:] for row in rows(text)][:3] == [
        ("第一条", "", "违规行为分为三类："),
        ("", "", "A类：一般违规；"),
        ("", "", "B类：严重违规。"),
    ]


def test_what_an_annex_holds_stands_below_it():
    text = "Rules\n1. Staff sign in.\nAnnex A Hired cars\nThe daily rate is up to $80.\nThe excess is $500.\n"
    assert rows(text)[-3:] == [
        (0, "Annex A", "Hired cars", ""),
        (1, "", "", "The daily rate is up to $80."),
        (1, "", "", "The excess is $500."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A short line over a sentence is the heading of it, blank lines around it or not.
        ("\nPurpose\nThis policy protects residents.\n\nScope\nIt applies to all homes.\n",
         [("Purpose", ""), ("", "This policy protects residents."), ("Scope", ""), ("", "It applies to all homes.")]),
        ("\n适用范围\n本规定适用于全体员工。\n", [("适用范围", ""), ("", "本规定适用于全体员工。")]),
        ("\nPurpose\n\nThis policy protects residents.\n", [("Purpose", ""), ("", "This policy protects residents.")]),
        ("This policy protects residents.\nScope\nIt applies to all homes.\n",
         [("", "This policy protects residents."), ("Scope", ""), ("", "It applies to all homes.")]),
        # Not over a date.
        ("\n后勤部\n2024年6月1日\n请遵照执行。\n", [("", "后勤部"), ("", "2024年6月1日"), ("", "请遵照执行。")]),
    ],
)  # fmt: skip
def test_a_line_without_a_number_is_a_heading_where_it_stands_over_a_sentence(text, expected):
    found = rows(f"Infection Control Policy\n{text}\n1) Hands are washed.\n2) Masks are worn.\n")
    assert [(title, said) for _, label, title, said in found if not label] == expected


def test_the_answer_to_a_question_has_no_label():
    text = (
        "常见问题\nQ1：迟到怎么算？\nA1：8:31以后打卡算迟到。\nQ2：忘记打卡怎么办？\nA2：1）填补卡单；2）主管签字。\n"
    )
    assert [(depth, label) for depth, label, *_ in rows(text) if label] == [
        (0, "Q1："),
        (0, "Q2："),
        (1, "1）"),
        (1, "2）"),
    ]


def test_a_bare_number_over_its_own_outline_is_a_label():
    text = "服务标准\n1 迎宾\n1.1 站姿端正\n1.2 主动问候\n2 投诉\n2.1 赔偿权限：领班100元，主管300元，经理1,000元以内\n3 附录\n3.1 本标准自发布之日起执行\n"
    assert [(label, title) for label, title, _ in words(text)][-2:] == [("3", "附录"), ("3.1", "")]


NARROW = """门店值班规定
第一条　值班人员应当在晚上
八点前到岗，到岗后检查门窗、
水电和消防设施，并在值班本上
签字。
第二条　值班期间不得离开岗
位，不得饮酒，不得让外人在店
内停留。
第三条　发现异常情况应当立
即报告店长，店长应当在三十分
钟以内赶到现场处理，并通知区
域经理。
第四条　值班人员次日可以调
休半天，由店长安排。
"""


def test_what_a_narrow_column_cuts_is_whole_again():
    assert [said for *_, said in words(NARROW)] == [
        "值班人员应当在晚上八点前到岗，到岗后检查门窗、水电和消防设施，并在值班本上签字。",
        "值班期间不得离开岗位，不得饮酒，不得让外人在店内停留。",
        "发现异常情况应当立即报告店长，店长应当在三十分钟以内赶到现场处理，并通知区域经理。",
        "值班人员次日可以调休半天，由店长安排。",
    ]


def test_short_lines_of_one_length_are_no_column():
    points = ["按时到岗完成打卡", "下班检查关闭门窗", "离岗必须告知同事", "工装整洁佩戴工牌", "接听电话先报姓名"]
    text = "前台工作要点\n" + "\n".join(f"{n}、{point}" for n, point in enumerate(points * 2, start=1))
    assert [said for *_, said in words(text)] == points * 2


def paragraphs(text):
    """Return the texts of all nodes in order."""
    return [said for *_, said in rows(text) if said]


UNSTOPPED = [
    [
        "顾客下单后当天配送，超时未送达的扣除30元",
        "配送前请核对地址，地址写错的由填单人负责改正",
        "若顾客电话无人接听，应在系统里登记并在半小时后再拨打一次，仍无人接听的改为次日配送",
        "每名骑手每天可拒单两次，超过两次的暂停派单",
    ],
    ["第一次迟到，口头提醒", "第二次迟到，罚款20元", "第三次迟到，通报批评并罚款50元"],
    ["▲ 轻度违规（迟到、早退）→ 口头警告", "● 严重违规（旷工、打架）→ 开除", "书面警告满三次：可以解除合同"],
    ["3天以内的请假，由组长批准", "5天以上的请假，由店长批准"],
    ["輕微過失，口頭告誡", "重大過失，記過一次", "情節嚴重者，解僱"],
    ["Green – check again, within two weeks", "Amber – unload within a week", "Red – unload and close the aisle"],
    ["First year of service: 4 days", "Years 2 through 5: 8 days", "6 years and more: 12 days"],
]


@pytest.mark.parametrize("lines", UNSTOPPED, ids=lambda lines: lines[0][:8])
def test_lines_of_a_writer_who_leaves_out_stops_stay_apart(lines):
    block = "\n".join(lines)
    assert paragraphs(f"配送规定\n一、配送\n{block}\n二、其他\n本规定长期有效\n")[: len(lines)] == lines


def test_a_line_that_the_page_broke_goes_on_where_stops_are_left_out():
    items = (
        "骑手取餐时应当面核对数量和品名，确认包装完好并在系统中点击取餐，发现缺少的立即告知商家补齐后再离开",
        "配送途中不得打开包装，餐品洒漏的应当联系顾客说明情况，并在当天把照片发到班组群里等候站长处理",
        "骑手每天出车前检查刹车和灯光，电量不足一半的不得接长途订单，违者当天暂停派单并参加安全学习一次",
    )
    wrapped = "\n".join(item[at : at + 32] for item in items for at in range(0, len(item), 32))
    assert paragraphs(f"配送规定\n一、配送\n{wrapped}\n二、其他\n本规定长期有效\n")[0].startswith(items[0])


def test_what_stands_behind_a_blank_line_is_no_part_of_the_last_bullet():
    bullets = "- asleep at the desk\n- in the yard for more than half an hour after the shift ends"
    text = f"Rules\n1. Conduct\nNobody may be seen:\n{bullets}\n\nCalls are answered at once.\n"
    assert paragraphs(text)[-1] == "Calls are answered at once."
