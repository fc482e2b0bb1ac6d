"""Natural small differences of form among options and entries, of which the rules on form and kind say nothing."""

from __future__ import annotations

import pytest

from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item
from guizhang.model.text import Text
from guizhang.quality import lint

BOOK = Handbook(Settings(title=Text(zh="规章"), company=Text(zh="公司")))


def rules_named(body):
    return {
        finding.rule
        for finding in lint(
            [Item.model_validate({"id": "i", "cites": {"rules/r": None}, "themes": ["t"], **body})], BOOK
        )
    }


def choice(stem, *options):
    lang = "zh" if "一" <= stem[0] <= "鿿" else "en"
    written = [{"text": {lang: o.removeprefix("*")}, "key": o.startswith("*")} for o in options]
    keys = sum(o["key"] for o in written)
    kind = "single_choice" if keys == 1 else "multiple_choice"
    return {"type": kind, "stem": {lang: stem}, "options": written, "keep_order": True}


def matching(stem, *pairs):
    lang = "zh" if "一" <= stem[0] <= "鿿" else "en"
    return {
        "type": "matching",
        "stem": {lang: stem},
        "pairs": [{"left": {lang: a}, "right": {lang: b}} for a, b in pairs],
    }


FORMS = [
    # A name that begins with a verb, one with a qualifier, one that says whom by what he does.
    choice("船上的消防水带由谁保管？", "*值班的水手", "安排靠泊的引航员", "检修主机的轮机员", "厨师长"),
    choice("码头地面上的白色虚线表示什么？", "货物堆放区", "*人行通道", "禁止停放区", "消防通道"),
    choice("会员退会时要核对哪些信息？", "*入会日期", "*会员编号", "家庭住址", "支付密码"),
    # 的 ends a name whatever stands before it.
    choice("浪大时先安置哪一类乘客？", "*靠近船舷的", "能自己走动的", "正在晕船的", "中途上船的"),
    # Where and when.
    choice("帆布在什么时候检查？", "*出航前", "航行途中", "到港后", "夜间停泊时"),
    # What is done, some of it in words that are names as well.
    choice("在阅览室里，哪些行为要劝阻？", "*大声接电话", "*在书上划线", "抄写笔记", "使用耳机听课"),
    matching("把岗位与职责配对。", ("接待员", "登记来访客人"), ("行李员", "运送行李并寄存"), ("礼宾员", "代订车票和餐厅"), ("话务员", "转接电话")),
    matching("把违规行为与扣分配对。", ("迟到", "1分"), ("未穿救生衣", "2分"), ("擅自离岗超过半小时", "5分"), ("泄露航次资料", "10分")),
    matching("把事件与时限配对。", ("一般投诉", "三个工作日"), ("人身伤害", "一小时"), ("主机故障", "四小时"), ("食物中毒", "立即")),
    # A clause whose verb stands late.
    choice("What does “last in, first out” mean on the ferry?", "*The cars nearest the ramp are driven off first",
            "The last driver to pay is charged most", "The last lorry to arrive leaves first"),
    choice("Which injury is reported to the harbour office?", "The sailor lost a glove",
            "*The sailor was off work for a week", "The sailor felt tired after the trip"),
    # A gerund among nouns names something, too.
    choice("What are grounds for ending a berth contract early?", "*Subletting without consent",
            "A change of employer", "*Dues unpaid for two months", "*Serious damage to the pier"),
    choice("What reduces the risk of mixing up samples?", "*Separate labelled trays", "Longer storage", "Colder water", "Larger bottles"),
    # Adjectives that end in -ly, and names that begin like verbs.
    choice("Which papers does the skipper hand in?", "*Entry permit", "Crew handbook", "Fuel receipt", "Weekly roster"),
    choice("What must the label on a drum of paint state?", "*The contents and the hazard",
            "The name of the painter", "The purchase price", "The room it is kept in"),
    choice("How is a seasick passenger laid down?", "*Flat, with the legs raised",
            "On the stomach", "Sitting up against a wall", "With a pillow under the neck"),
    matching("Match each cabin to its cleaning interval.", ("Galley", "After every use"), ("Sick bay", "Twice a day"), ("Bridge", "Once a week")),
]  # fmt: skip


@pytest.mark.parametrize("body", FORMS, ids=[next(iter(body["stem"].values()))[:30] for body in FORMS])
def test_natural_differences_of_form_are_let_pass(body):
    assert rules_named(body) == set()
