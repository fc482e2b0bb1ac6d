"""Options of which one includes another: by their figures, their time, their noun, or by what is done."""

from __future__ import annotations

import pytest

from tests.quality.items import choice, rules_named

MET = {
    "figures": [
        ("工龄满1年的员工", "工龄满3年的员工"),
        ("≤3天", "≤5天"),
        ("三分之二以上", "过半数"),
        ("1~2小时", "90分钟"),
        ("16 and over", "18 and over"),
        ("up to 5", "up to 10"),
        ("below 5 °C", "below 8 °C"),
        ("1 to 3 days", "3 to 5 days"),
    ],
    "time": [
        ("工作日上午", "上午"),
        ("0点至6点之间", "凌晨4点"),
        ("冬季", "12月至2月"),
        ("每月", "每月1日"),
        ("当天", "当天下班前"),
        ("夜间", "晚上11点"),
        ("In the afternoon", "Between 2 p.m. and 4 p.m."),
        ("Weekly", "Every Friday"),
        ("In autumn", "In October"),
        ("At night", "At 2 a.m."),
        ("The same day", "By the end of the same day"),
        ("On Mondays", "On Monday mornings"),
    ],
    "names": [
        ("电梯", "货梯"),
        ("柜子", "带锁的柜子"),
        ("布", "超细纤维布"),
        ("防护用品", "防护眼镜"),
        ("单据", "医院开的病假条"),
        ("保洁部", "保洁部夜班组"),
        ("三楼", "三楼会议室"),
        ("场馆工作人员", "检票员"),
        ("地下室以外", "露天车棚"),
        ("交给相关部门", "交给财务部"),
        ("A bucket", "A plastic bucket"),
        ("The windows", "The roof windows"),
        ("Garden waste", "Wet waste from the garden"),
        ("The pantry", "The locked box in the pantry"),
        ("The legal department", "The head of the legal department"),
        ("Museum staff", "The cashier"),
        ("Plastic items", "Plastic spoons"),
        ("Anywhere but the kitchen", "The lobby"),
        ("Bad weather", "A thunderstorm"),
    ],
    "deeds": [
        ("采取适当措施", "关闭总阀"),
        ("予以销毁", "用碎纸机粉碎"),
        ("通知家长", "打电话告知家长"),
        ("关闭电源", "关闭备用电源"),
        ("锁门", "用挂锁锁门"),
        ("断电", "断电并挂牌"),
        ("Take appropriate action", "Call the fire brigade"),
        ("Destroy the lists", "Shred the lists"),
        ("Clean the mirrors", "Wipe the mirrors with a dry cloth"),
        ("Notify the tenant", "Email the tenant"),
    ],
}
APART = {
    "figures": [
        ("不满3天", "3天以上"),
        ("满1年不满3年", "满3年不满5年"),
        ("under 18", "18 and over"),
        ("1-10", "11-20"),
    ],
    "time": [
        ("上午", "下午2点"),
        ("每天一次", "每天两次"),
        ("当天", "次日"),
        ("每周一", "每周五"),
        ("In the morning", "At 2 p.m."),
        ("Every week", "Every month"),
        ("On Monday mornings", "On Monday evenings"),
    ],
    "names": [
        ("经理", "总经理"),
        ("公司", "分公司"),
        ("客户", "客户经理"),
        ("水", "水桶"),
        ("业主", "业主委员会"),
        ("仓库", "仓库门口"),
        ("The manager", "The assistant manager"),
        ("A customer", "The customer's bank"),
        ("The bus", "The bus driver"),
        ("The lobby", "The lobby of another building"),
    ],
    "deeds": [
        ("自行处理", "上报主管"),
        ("联系客户", "联系供应商"),
        ("通知客户", "不通知客户"),
        ("清洗", "消毒"),
        ("采取适当措施", "不予理会"),
        ("Take no action", "Call the fire brigade"),
        ("Inform the supervisor", "Email the client"),
        ("Deal with it alone", "Call the manager"),
    ],
}


def _rows(pairs):
    return [pytest.param(one, other, id=f"{one}, {other}") for rows in pairs.values() for one, other in rows]


def _asked(one, other):
    return choice("岗位上怎样做？" if any("一" <= sign <= "鿿" for sign in one) else "Which holds?", f"*{one}", other)


@pytest.mark.parametrize(("one", "other"), _rows(MET))
def test_an_option_that_includes_another_is_found(one, other):
    assert "option_overlap" in rules_named(_asked(one, other))
    assert "option_overlap" in rules_named(_asked(other, one))


@pytest.mark.parametrize(("one", "other"), _rows(APART))
def test_options_beside_each_other_are_left_alone(one, other):
    assert "option_overlap" not in rules_named(_asked(one, other))
    assert "option_overlap" not in rules_named(_asked(other, one))


def test_hours_asked_for_as_a_whole_are_a_name_of_themselves():
    options = ("*9:00至17:00", "10:00至18:00", "19:00至21:00")
    assert "option_overlap" in rules_named(choice("客房部在哪个时段查房？", *options))
    assert "option_overlap" not in rules_named(choice("展厅的开放时间是什么？", *options))
