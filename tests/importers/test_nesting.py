"""Which label belongs under which: small texts and the tree they mean, written as nested labels."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.drafting.review import REVIEW_BELOW
from guizhang.importers.outline import walk


def tree(text):
    def node(n):
        children = [node(child) for child in n.children if child.label]
        return f"{n.label}({' '.join(children)})" if children else n.label

    result = import_text(text.encode(), "rules.txt")
    return " ".join(node(n) for document in result.documents for n in document.nodes if n.label)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # usual order
        ("一、甲事\n（一）早\n1.一\n2.二\n（二）晚\n二、乙事", "一、(（一）(1. 2.) （二）) 二、"),
        # a list of the same kind inside an item
        ("17.戴帽。\n18.下列情形停机：\n1.异响；\n2.漏油。\n19.报告。", "17. 18.(1. 2.) 19."),
        # unusual order
        ("（1）接待\n一、来电\n二、来访\n（2）交接", "（1）(一、 二、) （2）"),
        ("①班前\n（一）点名\n（二）检查\n②班后", "①(（一） （二）) ②"),
        # sloppy signs go on one list
        ("1.到岗。\n2、打卡。\n3．换装。", "1. 2、 3．"),
        ("1到岗前换装\n2到岗后打卡\n3下班时交接", "1 2 3"),
        # a number is lost, doubled, out of order: kept where it stands
        ("一、早\n三、晚\n四、夜", "一、 三、 四、"),
        ("1.早。\n2.中。\n2.晚。\n3.夜。", "1. 2. 2. 3."),
        # decimals
        ("1 目的\n1.1 安全\n1.1.1 用电\n1.2 卫生\n2 范围\n2.10 门\n2.11 窗", "1(1.1(1.1.1) 1.2) 2(2.10 2.11)"),
        ("一、接待\n1.1 迎客。\n1.2 送客。\n二、交接\n2.1 点钱。", "一、(1.1 1.2) 二、(2.1)"),
        # letters and Roman numerals
        ("(a) one;\n(b) two:\n(i) x;\n(ii) y;\n(c) three.", "(a) (b)((i) (ii)) (c)"),
        ("(g) one;\n(h) two;\n(i) three;\n(j) four.", "(g) (h) (i) (j)"),
        ("I. First\nA. x\nB. y\nII. Second", "I.(A. B.) II."),
        # glued
        ("一、班前1、换装；2、点名。二、班后1、交接；2、签字。", "一、(1、 2、) 二、(1、 2、)"),
        ("1、工作时间上午8:00-12:00下午1:00-5:002、周末轮休。3、节假日另定。", "1、 2、 3、"),
        # 1-1 under 一. and figures that only look like it
        (
            "一. 奖励\n1-1 全勤一千元。\n1-2 抓到窃贼五百元。\n二. 惩处\n2-1 迟到。\n2-2 缺款。",
            "一.(1-1 1-2) 二.(2-1 2-2)",
        ),
        ("1. 每次\n2-3人同行。\n2. 登记。", "1. 2."),
        # a bullet before the label
        ("下班前：\n• A) 关灯；\n• B) 锁门。", "• A) • B)"),
        # a line that goes on what was said, though it begins like a label
        ("一、逾期的，按\n步骤三的期限处理。\n二、术语见\n2.1 至 2.4 各节。\n三、价目见\n附件2。", "一、 二、 三、"),
        ("一、休假依照\n第三条另有规定的除外。\n二、本规定\n四、之格式由管理部修订。", "一、 二、"),
        ("1. Report a loss, see\nArticle IV.\n2. Call ext.\n31.\n3. Sign.", "1. 2. 3."),
        ("1. Doors\n2. Carpet: 3.20\n3. Walls", "1. 2. 3."),
        # what text recognition makes of 一 and 十
        ("一、分类：\n(—) 甲类；\n(二) 乙类。", "一、((—) (二))"),
        # the list below C is of the kind that stands below A and B
        (
            "A、收取\n一、点数；\n二、填单。\nB、送洗\n一、抽查；\n二、退回。\nC、盘点\n一、月末；\n二、写明。",
            "A、(一、 二、) B、(一、 二、) C、(一、 二、)",
        ),
        # a list begun anew under the same heading, and behind an unlabelled line that introduces it
        ("男员工：\n1.剪短发。\n2.刮胡子。\n女员工：\n1.束发。\n2.淡妆。", "1. 2. 1. 2."),
        # and the same in a chapter without articles
        (
            "第一章 开池\n救生员应当：\n1. 测水温；\n2. 放泳道线。\n闭池时应查看：\n1. 更衣柜；\n2. 淋浴间。\n第二章 闭池\n值班员锁门。",
            "第一章(1. 2. 1. 2.) 第二章",
        ),
        (
            "Section 1 Opening\nStaff must:\n(a) test;\n(b) sign.\nAt noon, check:\n(a) lockers;\n(b) showers.\nSection 2 Closing\nLock up.",
            "Section 1((a) (b) (a) (b)) Section 2",
        ),
        # numbers that go on through chapters, and numbers that do not
        ("第一章 甲\n第一条 一。\n第二章 乙\n第二条 二。", "第一章(第一条) 第二章(第二条)"),
        ("第一章 甲\n第一条 一。\n第二条 二。\n第二章 乙\n第一条 三。", "第一章(第一条 第二条) 第二章(第一条)"),
        # the next paragraph of an article has a list of its own, and that stays in the article
        (
            "第一条 应当做到：\n（一）到岗；\n（二）记录。\n遇下列情形报告：\n（一）火警；\n（二）停电。\n第二条 施行。",
            "第一条(（一） （二） （一） （二）) 第二条",
        ),
        (
            "Article 2 Leave\nTen days.\nArticle 2-1 Carry over\nFive days.\nArticle 3 End",
            "Article 2 Article 2-1 Article 3",
        ),
        # references are no labels
        ("四、处罚\n违反第二条（一）1、2款的，罚款。\n按三（二）处理。\n五、附则", "四、 五、"),
        ("第一条 依照第三条的规定办理。\n第二条 见附件1、附件2。", "第一条 第二条"),
        ("1.每周一、三、五盘点。\n2.每人2、3次。", "1. 2."),
        (
            "二、歸還\n（一）損壞者：\n1、輕微：賠償。\n2、嚴重：加倍。\n（二）前項1、2之認定，由店長為之。\n（三）逾期者，同前項1、2的金額。",
            "二、(（一）(1、 2、) （二） （三）)",
        ),
        ("第一条 更衣柜分甲、乙两种。\n第二条 一、二级台面每日擦。", "第一条 第二条"),
        ("第一条 借用人应当：一、登记；二、按时归还。", "第一条(一、 二、)"),
    ],
)
def test_labels_nest_as_they_are_meant(text, expected):
    assert tree(text) == expected


def test_depth_is_bounded_and_nothing_is_lost():
    text = "\n".join(f"{n}." for n in (5, 4, 3, 2, 1) for _ in range(40))
    result = import_text(text.encode(), "rules.txt")
    assert result.ledger[-1].end == len(text)


@pytest.mark.parametrize("sign", ["{}、", "{}.", "（{}）"])
def test_what_counts_on_within_a_long_list_is_not_in_doubt(sign):
    words = ["毛巾每客一换", "杯具消毒15分钟", "地面保持干燥", "发现破损即报修", "窗帘每月清洗1次"]
    text = "布草间须知\n" + "".join(f"{sign.format(i)}{words[i % 5]}{'。' if i % 3 else ''}" for i in range(1, 31))
    result = import_text(text.encode(), "rules.txt")
    doubted = {node.number for node in walk(result.documents[0].nodes) if node.confidence < REVIEW_BELOW}
    assert doubted <= {1, 30}
