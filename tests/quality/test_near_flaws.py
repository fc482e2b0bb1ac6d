"""Sound items that come near a flaw, by form, kind and figures; and flaws that come near a sound item."""

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
    choice("Which of these counts as overtime?", "Travelling to the pier", "*Work after 6 p.m. agreed in advance", "A lunch with a guest"),
    matching("Match each tag to the state of the ladder.", ("Green", "Safe to use"), ("Yellow", "Restricted use"), ("Red", "Do not climb")),
    choice("What reduces the risk of mixing up samples?", "*Separate labelled trays", "Longer storage", "Colder water", "Larger bottles"),
    # Adjectives that end in -ly, and names that begin like verbs.
    choice("Which papers does the skipper hand in?", "*Entry permit", "Crew handbook", "Fuel receipt", "Weekly roster"),
    choice("What must the label on a drum of paint state?", "*The contents and the hazard",
            "The name of the painter", "The purchase price", "The room it is kept in"),
    choice("How is a seasick passenger laid down?", "*Flat, with the legs raised",
            "On the stomach", "Sitting up against a wall", "With a pillow under the neck"),
    matching("Match each cabin to its cleaning interval.", ("Galley", "After every use"), ("Sick bay", "Twice a day"), ("Bridge", "Once a week")),
]  # fmt: skip


KINDS = [
    # Grounds may be anything; fields of a form are called by who, when and what.
    choice("What are grounds for refusing a delivery of ice?", "*Torn packaging", "*A temperature above 7 °C", "A late driver", "A new logo on the box"),
    choice("Which details go on a berth card?", "*Name", "*Date", "Home address", "*Host"),
    choice("靠泊记录上必须写明哪些内容？", "*靠泊时间", "*船主的要求", "船员的年龄", "*经办人"),
    # A fine of so much is a penalty; every hour, how something is done.
    choice("What is the penalty for a second late return of a boat?", "A verbal warning", "*A written warning", "A fine of $20", "Loss of the club card"),
    choice("起雾以后舱门要怎么处理？", "*保持关闭", "打开通风", "每小时打开看一次"),
    choice("添加剂应当怎样称量？", "隔天", "整袋", "*逐次", "凭经验"),
    # Rooms that decide are offices beside offices.
    choice("海图的借阅由谁批准？", "大副", "*航务科", "水手长", "资料室"),
    choice("绳索由几个人清点？", "一个人", "*两个人", "三个人"),
    choice("海水换到多满时要停泵？", "一半", "三分之二", "*四分之三", "装满"),
    matching("把突发情况与首要措施配对。", ("停电", "启用应急灯"), ("电梯困人", "安抚并通知维保"), ("水管爆裂", "关闭总阀"), ("乘客突然晕倒", "拨打急救电话")),
    choice("Which key opens the fuse box?", "The red one", "*The one on the mate's ring", "Any key of the series", "The master key"),
    matching("Match each stage to who is in charge.", ("Advertisement", "HR"), ("First interview", "The mate"), ("Trial day", "The crew")),
    choice("Which of these does the petty cash NOT cover?", "Stamps", "Taxi fares", "*Crew lunches", "Light bulbs"),
]  # fmt: skip

OTHERS = [
    # Of a statement alone the truth is asked; a bottle that holds something is asked for.
    choice("Which statement describes a near miss at sea?", "Somebody was hurt, but could carry on", "*Nothing was hit, but only just",
           "A rope was left on the pier"),
    choice("Which bottle holds the disinfectant?", "The one with the red cap", "*The one with the blue cap", "The one without a label"),
    choice("What makes a knot acceptable?", "*A tail as long as a hand", "A second loop", "A colour"),
    choice("值班表的作用是：", "*明确当班人员", "便于计算加班", "方便家属查询"),
    # What is asked for is a case, and nobody may do it without what he lacks.
    choice("押金在什么情况下不退？", "船员生病", "*船员把艇撞坏", "下雨"),
    {"type": "true_false", "stem": {"zh": "没有健康证的人员不得上船帮厨。"}, "answer": True},
    # How dry it gets is no rule without exceptions.
    choice("How is a wet deck dealt with?", "It is dried completely", "*A sign is put up and people are told", "It is left to the sun"),
    # The order is what is asked.
    choice("In what order are the lines taken in?", "Bow, stern, spring", "*Spring, bow, stern", "Stern, bow, spring"),
    choice("At what temperature is bait kept?", "-4 °C", "*4 °C", "12 °C", "18 °C"),
    # Denied once: what is written somewhere, other people's, what nobody looks after.
    {"type": "true_false", "stem": {"en": "A parcel marked “refused” goes beside the one marked “not at home”."}, "answer": True},
    {"type": "true_false", "stem": {"en": "Guards never leave the gate unattended."}, "answer": True},
    choice("家访时，下列话题“不”宜谈起的是：", "学生近来的进步", "家长的打算", "*别家学生的成绩"),
    choice("哪种情况下，可以不穿救生衣？", "风平浪静时", "只停留几分钟时", "*在封闭的船舱里"),
    # 125 is round, and 18 a figure like others.
    choice("每份样品至少多少克？", "50", "100", "*125", "200"),
    choice("补贴是每天多少元？", "15", "*18", "20", "25"),
    choice("每趟应发多少元？", "270", "*300", "315", "330"),
    # What somebody does in the question, and how many there are to be.
    choice("Before casting off, what does the deckhand check?", "The forecast", "*The ropes and the fenders", "The flag", "The name of the owner"),
    choice("May a cook with a cut on the hand serve the crew?", "Yes, with a plaster over the cut",
            "*No, the cook is moved to another task that day", "Yes, once it has dried"),
    choice("客人吃完海鲜后，服务员递上一条什么颜色的毛巾？", "*白色", "蓝色", "绿色"),
    {
        "type": "cloze",
        "stem": {"en": "The siren is tested every [[a]] by the [[b]]."},
        "gaps": {"a": {"answer": {"en": "Monday"}}, "b": {"answer": {"en": "mate"}}},
    },
    {
        "type": "cloze",
        "stem": {"zh": "药品应当[[a]]存放，并由[[b]]保管。"},
        "gaps": {"a": {"answer": {"zh": "分类"}}, "b": {"answer": {"zh": "专人"}}},
    },
]  # fmt: skip


FLAWED = [
    ("measure_word", choice("靠泊前必须核对的两项信息是：", "泊位编号", "*船名和吃水", "船籍", "潮位")),
    ("option_form", choice("收货时，水手长应当", "替船主补填送货单", "水手长把坏鱼先用掉", "*测量冻鱼的温度")),
    ("option_form", choice("What does a berth contract list?", "The mast height", "*The draught", "Paying in advance", "The length")),
    ("option_kind", choice("切生鱼用什么颜色的砧板？", "*红色", "绿色", "不锈钢", "蓝色")),
    ("option_kind", choice("Which department answers a query about berths?", "Housing", "The last Friday of the month", "*Revenues")),
    ("option_overlap", choice("每两小时消毒一次的是：", "电梯", "大堂地面", "*电梯按钮", "外墙玻璃")),
    ("option_overlap", choice("凭牌取件的可以是谁？", "客人的亲友", "客人的朋友", "*持牌的人")),
    ("option_overlap", choice("Who may witness it?", "A volunteer", "*A registered nurse", "A member of the clinical staff")),
    ("stem_asks_nothing", choice("下面几句话，哪一句说得对？", "渡船可以超载", "*开船前要清点人数", "码头不用照明")),
    ("dangling", choice("遇到这种情况，水手先通知谁？", "房东", "*大副", "供应商")),
    ("same_option", choice("排队的人多时，售票员怎么做？", "*引导乘客自助购票", "请乘客稍等一下", "请乘客稍等", "关闭窗口")),
    ("matching_form", matching("Complete the sentences.", ("The guard", "opens the barrier"), ("The guests", "sign themselves in"),
                              ("The porter", "locks the side door"))),
    ("double_negative", {"type": "true_false", "stem": {"en": "No mooring permit is invalid merely because it is wet."}, "answer": True}),
    ("digit_cue", choice("What is the closing date for berths?", "1 March", "15 March", "*31/03", "15 April")),
]  # fmt: skip


@pytest.mark.parametrize("body", FORMS, ids=[next(iter(body["stem"].values()))[:30] for body in FORMS])
def test_natural_differences_of_form_are_let_pass(body):
    assert rules_named(body) == set()


@pytest.mark.parametrize("body", KINDS, ids=[next(iter(body["stem"].values()))[:30] for body in KINDS])
def test_things_of_one_kind_by_what_is_asked_are_let_pass(body):
    assert rules_named(body) == set()


@pytest.mark.parametrize("body", OTHERS, ids=[next(iter(body["stem"].values()))[:30] for body in OTHERS])
def test_what_only_looks_like_a_flaw_is_let_pass(body):
    assert rules_named(body) == set()


@pytest.mark.parametrize(
    ("rule", "body"), FLAWED, ids=[f"{rule}-{next(iter(b['stem'].values()))[:24]}" for rule, b in FLAWED]
)
def test_flaw_near_a_sound_item_is_found(rule, body):
    assert rule in rules_named(body)
