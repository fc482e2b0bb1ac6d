"""Documents pasted together, told apart by what the lines between their lists have in common."""

from __future__ import annotations

from itertools import permutations

import pytest

from guizhang.importers import import_text


def titles(text):
    return [(d.title, d.lines[0]) for d in import_text(text.encode(), "rules.txt").documents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles whose last word says nothing, behind signatures
        (
            "宿舍管理规定\n1、按时熄灯。\n2、不得留宿。\n后勤部 2022.5.6\n电动车停放与充电\n1、停入车棚。\n2、不得进楼。\n后勤部 2022.5.6\n",
            [("宿舍管理规定", 1), ("电动车停放与充电", 5)],
        ),
        # under numbers of their own
        (
            (
                "SOP No.: FS-01   Revision: 3\nHand Washing\n1. Wet hands.\n2. Dry them.\n"
                "SOP No.: FS-02   Revision: 1\nCold Storage Checks\n1. Read the gauge.\n2. Write it down.\n"
            ),
            [("Hand Washing", 1), ("Cold Storage Checks", 5)],
        ),
        # a page that promises several
        (
            "Sample Policies\nBREAKS\nBreaks are paid.\n- Do not skip them.\nOVERTIME\nOvertime is approved first.\n- Ask early.\n",
            [("BREAKS", 2), ("OVERTIME", 5)],
        ),
        # other kinds of number in each
        (
            "发货流程\n一、接单。\n二、拣货。\n退货处理办法\n第一条 当天拆包。\n第二条 录像。\n盘点工作安排\n1.月底盘点。\n2.两人一组。\n",
            [("发货流程", 1), ("退货处理办法", 4), ("盘点工作安排", 7)],
        ),
        # no numbers at all
        (
            "健身房使用须知\n请穿运动鞋入内。\n用后归位。\n\n母婴室管理规定\n请勿占用。\n垃圾带走。\n",
            [("健身房使用须知", 1), ("母婴室管理规定", 5)],
        ),
        # a form behind a handbook
        (
            "员工手册\n第一章 入职\n一、交材料。\n第二章 离职\n一、交工服。\n员工承诺书\n本人承诺：\n1. 遵守手册。\n2. 保守秘密。\n",
            [("员工手册", 1), ("员工承诺书", 6)],
        ),
        # glued to their first rule
        (
            "仓库管理制度1、凭单入库。\n2、先进先出。\n车间卫生制度1、包干到人。\n2、下班打扫。\n门卫管理制度1、凭证进出。\n2、来访登记。\n",
            [("仓库管理制度", 1), ("车间卫生制度", 3), ("门卫管理制度", 5)],
        ),
        # bullets only
        (
            "收银员上岗须知\n● 领取备用金\n● 当面点清\n理货员工作要求\n● 先进先出\n● 一货一签\n",
            [("收银员上岗须知", 1), ("理货员工作要求", 4)],
        ),
    ],
)
def test_what_the_joints_have_in_common_tells_documents_apart(text, expected):
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # headings within one document, one of them with a word of rules
        "影城员工行为规范\n仪容仪表\n1、工服整洁。\n2、佩戴工牌。\n服务要求\n1、主动问好。\n2、双手接票。\n处罚办法\n1、每次10元。\n2、屡犯加倍。\n",
        # sections of a handbook that begin anew
        "员工手册\n考勤规定说明\n1、准时上班。\n2、本人打卡。\n宿舍规定说明\n1、按时熄灯。\n2、不得留宿。\n",
        # chapters called as documents are
        "员工管理制度\n第一章 考勤管理制度\n第一条 打卡。\n第二章 宿舍管理规定\n第二条 熄灯。\n第三章 安全生产守则\n第三条 戴帽。\n",
        # volumes of one book
        "连锁药店员工手册\n第一篇 企业文化篇\n第一章 使命\n一、放心药。\n第二篇 人事制度篇\n第一章 招聘\n一、年满18岁。\n第二章 考勤\n一、早班7:30。\n",
        # 附件2 and its title belong to the notice
        "关于检查的通知\n一、自查。\n二、整改。\n附件1\n检查表\n项目 结果\n附件2\n夜间巡查要求\n1．每两小时一次。\n2．记录时间。\n",
        # names of other documents in a list
        "供应商管理制度\n一、相关文件\n采购控制程序\n合同管理办法\n二、选择\n1. 三家比价。\n2. 现场考察。\n三、附则\n1. 采购部解释。\n",
        # a row of a table, behind a sentence that speaks of signing
        "门店管理制度\n一、卫生\n1、每周消毒，\n记录签名。\n项目\t处罚\n迟到\t20元\n本制度由店长解释。\n",
    ],
)
def test_headings_of_one_document_are_none(text):
    assert len(import_text(text.encode(), "rules.txt").documents) == 1


_RULES = (
    "值班制度\n一、按时到岗。\n二、不得会客。\n三、交接签字。\n",
    "印章管理办法\n第一条 印章专人保管。\n第二条 用印登记。\n",
    "车辆使用规定\n1. 凭单出车。\n2. 公车不得私用。\n3. 用后加油。\n",
    "访客接待须知\n（1）登记。\n（2）佩戴访客证。\n（3）专人陪同。\n",
)


@pytest.mark.parametrize("order", list(permutations(range(len(_RULES)))))
@pytest.mark.parametrize("between", ["", "\n"])
def test_the_order_in_which_documents_are_pasted_does_not_matter(order, between):
    """Metamorphic: each of the documents is found wherever it stands."""
    text = between.join(_RULES[place] for place in order)
    assert [title for title, _ in titles(text)] == [_RULES[place].partition("\n")[0] for place in order]
