"""Options and sides of one form and kind: flaws of both, and sound items that come near."""

from __future__ import annotations

import pytest

from guizhang.quality.apart import one_apart
from guizhang.quality.language.asked_kind import asked, asked_for
from guizhang.quality.language.readings import ACT, ASKED, NAME, NEVER, TOLD
from guizhang.quality.language.readings_en import readings_en
from guizhang.quality.language.readings_zh import readings_zh
from tests.quality.items import choice, matching, rules_named

_NATURAL, _UNLIKELY = 0.5, 2
_MINE = {"option_form", "option_kind", "matching_form"}
FLAWED = [
    ("option_form", choice("图书上架的依据是", "*索书号", "馆藏分类", "按颜色摆整齐", "架位编码")),
    ("option_form", choice("电工在什么地方悬挂“禁止合闸”牌？", "*断开的开关上", "配电箱门上", "挂好再去检修", "操作手柄上")),
    ("option_form", choice("钢瓶存放的要求是", "*直立固定", "远离热源", "用链条把它绑好", "阴凉通风")),
    ("option_form", choice("工厂参观通道的绿线表示", "*参观者可以通行", "设备正在运转", "禁止入内的区域", "前方有出口")),
    ("option_form", choice("新车交付前，销售顾问需要", "*带客户试驾一圈", "讲解仪表功能", "车辆的合格证已经打印", "核对发票抬头")),
    ("option_form", choice("商务车交车前，礼宾司机要", "*检查油量", "清洁内饰", "车里有没有异味", "备好矿泉水")),
    ("option_form", choice("退换货时顾客需要提供", "*购物小票", "原包装", "有没有会员卡", "付款记录")),
    ("option_form", choice("关店后收银机的备用金由谁保管？", "*当班店长", "收银领班", "锁进保险柜", "区域财务")),
    ("option_form", choice("What does the blue light above the X-ray door mean?", "The machine is warming up",
        "*A patient is being scanned", "To knock first", "The room is empty")),
    ("option_form", choice("How are library fines paid?", "*By card at the desk", "By bank transfer",
        "You pay at the desk in cash", "By cheque to the office")),
    ("option_form", choice("Why are the lifts switched off during a fire?", "*Because smoke fills the shaft",
        "Because the power may fail", "To protecting the motor", "Because the doors may open on the fire")),
    ("option_form", choice("Which steps follow a spill?", "*Stop the leak", "Fence off the area",
        "The absorbent granules", "Report to the chemist")),
    ("option_form", choice("The gardener is expected to", "*mow the verges weekly", "trim the hedges",
        "the greenhouse be locked", "water the pots")),
    ("option_form", choice("Visitors to the archive have to", "*leave coats outside", "use pencil only",
        "no food is allowed", "wear gloves")),
    ("option_form", choice("When can a patient be discharged?", "*After the ward round",
        "After the last infusion", "The doctor signs the form", "After the test results")),
    ("option_form", choice("Which of the following is a ground for dismissal?", "*Theft of stock",
        "Repeated lateness", "He shouted at a client", "Forgery of a signature")),
    ("option_kind", choice("员工食堂的卫生许可证挂在哪里？", "*取餐口墙上", "厨房门口", "每年三月", "收银台旁")),
    ("option_kind", choice("旅客遗失登机牌，应当到哪里补办？", "*值机柜台", "问询处", "身份证", "安检口")),
    ("option_kind", choice("处理高空坠物的第一步是什么？", "*封锁坠落区域", "拍照留证", "物业公司", "疏散行人")),
    ("option_kind", choice("报废锅炉由哪个部门负责拆除？", "设备部", "*工程部", "拆除方案", "安环部")),
    ("option_kind", choice("轮胎气压多少时需要补气？", "低于2.2巴", "*低于2.0巴", "修理工", "低于1.8巴")),
    ("option_kind", choice("哪种灭火器适用于电气火灾？", "*二氧化碳灭火器", "干粉灭火器", "消防站", "泡沫灭火器")),
    ("option_kind", choice("怎样确认来访者的身份？", "*查验有效证件", "电话询问被访人", "保安亭", "核对预约名单")),
    ("option_kind", choice("外卖骑手等餐应当在什么区域？", "*取餐等候区", "后门雨棚下", "戴好头盔", "大堂吧台旁")),
    ("option_kind", choice("Which tool cuts the strap?", "*A safety knife", "Shears", "The packing hall", "Pliers")),
    ("option_kind", choice("Why are gloves changed?", "*To avoid contamination", "To protect the skin",
        "A box of gloves", "To please the inspector")),
    ("option_kind", choice("How do you clean the lens?", "*With a soft cloth", "By wiping gently",
        "The camera bag", "With alcohol")),
    ("option_kind", choice("Where is the spare key kept?", "*in the key safe", "in the top drawer",
        "after hours", "behind the counter")),
    ("option_kind", choice("Which chemical removes limescale from taps?", "*Citric acid", "Vinegar",
        "The night shift", "Descaling gel")),
    ("option_kind", choice("When must the ice machine be cleaned?", "*Every Monday",
        "On the first of the month", "A soft brush", "Before the season opens")),
    ("option_kind", choice("Which language is the safety card printed in?", "*English", "Spanish",
        "laminated paper", "French")),
    ("option_kind", choice("In which month is the annual audit?", "*March", "June", "the accounts office",
        "November")),
    ("option_kind", choice("At what point is the berth contract signed?", "*After the final review", "Before delivery",
        "The harbour master", "On the day of handover")),
    ("option_kind", choice("How do deckhands record their hours?", "*On a weekly sheet", "In the online log",
        "Their line manager", "In a notebook")),
    ("matching_form", matching("将缩写与含义配对。", ("KPI", "关键绩效指标"), ("SOP", "标准作业程序"), ("OA", "办公自动化"), ("每周例会",
        "部门碰头会"))),
    ("matching_form", matching("将乘客情况与服务配对。", ("带婴儿", "优先登机"), ("行动不便", "轮椅接送"), ("语言不通", "翻译协助"), ("晕机", "呕吐袋在哪"))),
    ("matching_form", matching("将颜色与垃圾桶类别配对。", ("蓝桶", "可回收物"), ("绿桶", "厨余垃圾"), ("红桶", "有害垃圾"), ("灰桶", "不要乱扔"))),
    ("matching_form", matching("将区域与颜色配对。", ("污染区", "红色"), ("清洁区", "绿色"), ("缓冲区", "黄色"), ("走廊", "铺地垫"))),
    ("matching_form", matching("将设备与检修周期配对。", ("空压机", "每季度"), ("行车", "每月"), ("锅炉", "每年"), ("怎样检修叉车", "每半年"))),
    ("matching_form", matching("将课程与授课人配对。", ("消防课", "安全员"), ("礼仪课", "培训师"), ("急救课", "校医"), ("叉车课要上几节", "叉车教练"))),
    ("matching_form", matching("Match each stage with the document.", ("Tender", "bid form"), ("Award",
        "contract"), ("Handover", "certificate"), ("When the work is late", "penalty notice"))),
    ("matching_form", matching("Match each plant with its need.", ("Fern", "shade"), ("Cactus", "sun"),
        ("Orchid", "mist"), ("Lily", "water it twice"))),
    ("matching_form", matching("Match each shelf mark with the subject.", ("A1", "Law"), ("B2", "Medicine"),
        ("C3", "History"), ("Ground floor", "Maps"))),
    ("matching_form", matching("Match each form with the colour.", ("Leave form", "blue"), ("Claim form",
        "pink"), ("Injury form", "red"), ("Stores form", "two copies"))),
    ("matching_form", matching("Match each dish with its allergen.", ("Pad thai", "peanuts"), ("Carbonara",
        "egg"), ("Bisque", "shellfish"), ("Served cold", "gluten"))),
    ("matching_form", matching("Match each container with its content.", ("Blue drum", "solvent"), ("Red drum",
        "acid"), ("Green drum", "oil"), ("Open drum", "must be covered"))),
]  # fmt: skip
SOUND = [
    choice("幼儿园晨检发现发热儿童，保健医首先应", "*请家长带回就诊", "喂退烧药", "安排到隔离室玩耍", "通知其他家长"),
    choice("客人要求开具发票，收银员应询问", "*抬头和税号", "职业", "家庭住址", "消费目的"),
    choice("下列关于门禁卡的说法，哪一项是错误的？", "卡丢失要挂失", "*卡可以借给同事", "离职要交回", "损坏可以补办"),
    matching("请将体检项目与注意事项配对。", ("抽血", "空腹"), ("B超", "憋尿"), ("胸透", "摘下首饰"), ("心电图", "放松平躺")),
    choice("摄影棚的灯架旁边必须", "*压沙袋", "放水杯", "挂外套", "铺地毯"),
    choice("Guests who lose a locker key are", "*charged ten pounds", "sent home", "given a new locker",
        "asked for a passport"),
    matching("Match each dish to the station.", ("Soup", "hot pass"), ("Salad", "cold larder"), ("Bread", "bakery")),
    choice("Passengers may bring aboard", "*a folding pram", "a petrol can", "a gas stove", "a loaded rifle"),
    choice("为什么手术器械要清点两遍？", "*避免遗留体内", "节省时间", "便于统计", "方便消毒"),
    choice("出纳收到支票后，当天必须", "*送存银行", "交给会计", "锁进抽屉", "登记台账"),
    matching("把症状与处置配对。", ("鼻出血", "低头按压"), ("中暑", "移到阴凉处"), ("低血糖", "口服糖水")),
    choice("当班期间手机应当", "*调成静音放入柜中", "随身携带", "连接充电器", "借给同事"),
    choice("月底结账时，会计最先做的是", "*核对银行流水", "编制报表", "打印凭证", "关闭系统"),
    choice("试衣间排队时，导购可以", "*请顾客先选配饰", "让顾客自己去洗手间试", "关闭一间试衣间", "催里面的顾客"),
    choice("鲜花到店后要在多长时间内醒花？", "1小时内", "*2小时内", "当天", "次日"),
    matching("把投诉内容与责任部门配对。", ("电梯慢", "工程部"), ("餐具脏", "餐饮部"), ("房间吵", "客房部"), ("收费错", "财务部")),
    matching("把急救情形与第一步措施配对。", ("烫伤", "冷水冲洗"), ("触电", "切断电源"), ("噎食", "海姆立克法"), ("骨折", "固定伤肢")),
    choice("Which statement about the petty cash is true?", "*It is counted every evening",
        "It is kept in a drawer", "It pays for taxis only", "It is refilled by the cook"),
    choice("What should be written on the label?", "*The date of opening", "The name of the supplier",
        "The price", "The colour of the lid"),
    choice("前台接到外线找总经理的电话，正确的做法是", "*问明来意后请示再接", "直接转接", "说总经理不在", "留下总经理手机号"),
    matching("Match each document to the keeper.", ("Payroll", "accounts clerk"), ("Contracts",
        "legal secretary"), ("Drawings", "site engineer")),
    choice("商场保洁发现扶梯口有水渍，应该先", "*放置警示牌再擦干", "绕开水渍继续清扫", "等主管来看", "通知顾客小心"),
    matching("把库位与货物对应起来。", ("A区", "食品"), ("B区", "日化"), ("C区", "家电"), ("D区", "文具")),
    choice("培训教室的空调温度设定为", "22℃", "24℃", "*26℃", "28℃"),
    choice("健身房会员卡丢失后如何补办？", "*凭身份证到前台办理", "打电话报卡号", "由教练代领", "重新缴费入会"),
    choice("What is meant by a near miss?", "*An event that could have hurt somebody", "A late delivery",
        "A missed target", "An absence without notice"),
    choice("发现冷链车温度偏高，司机应当", "*关门降温后报告调度", "开门散热", "继续行驶到终点", "把货卸到路边"),
    choice("What do you do before leaving a van unattended?", "*Apply the brake and lock the doors",
        "Leave the engine running", "Open the windows", "Hide the keys under the seat"),
    choice("Who chairs the safety committee?", "*The plant manager", "The union delegate", "A shop steward",
        "The site nurse"),
    matching("Match each role to its badge.", ("Visitor", "grey"), ("Contractor", "orange"), ("Trainee", "purple")),
    choice("How long are recordings kept?", "*90 days", "30 days", "One year", "Two weeks"),
    choice("品牌门店陈列要求“三色原则”，指的是", "*同一展架不超过三种颜色", "每天换三次颜色", "三人一组陈列", "三层货架"),
    choice("What happens if a seminar is cancelled?", "*Fees are refunded", "The room is locked",
        "Trainers lose their pay", "Nothing is done"),
]  # fmt: skip


def _begins(body):
    return next(iter(body["stem"].values()))[:24]


@pytest.mark.parametrize(("rule", "body"), FLAWED, ids=[f"{rule}-{_begins(body)}" for rule, body in FLAWED])
def test_what_stands_apart_is_found(rule, body):
    assert rule in rules_named(body)


@pytest.mark.parametrize("body", SOUND, ids=map(_begins, SOUND))
def test_what_stands_side_by_side_is_left_alone(body):
    assert not rules_named(body) & _MINE


@pytest.mark.parametrize(
    ("text", "likely", "hardly"),
    [
        ("合同条款的合法性", NAME, ACT),
        ("把手电筒交给接班人", ACT, NAME),
        ("已经拍照的工程主管", NAME, ACT),
        ("员工把门禁卡交回来了", TOLD, NAME),
        ("员工使用外来的存储设备", TOLD, NAME),
        ("刹车灵不灵", ASKED, NAME),
        ("外面套自己的卫衣", ACT, TOLD),
        ("先安抚乘客再拨打电话", ACT, NAME),
        ("the customer has changed her mind", TOLD, NAME),
        ("lock the screen", ACT, NAME),
        ("Torn packaging", NAME, ACT),
        ("how the valve is shut", ASKED, ACT),
        ("The room it is used in", NAME, ACT),
    ],
)
def test_a_text_is_read_by_the_tags_of_its_words(text, likely, hardly):
    read = (readings_en if text.isascii() else readings_zh)(text)
    assert read[likely] <= _NATURAL
    assert read[hardly] >= _UNLIKELY


def test_one_text_stands_apart_where_reading_it_so_costs_less_than_reading_all_alike():
    named, done = {NAME: 0.0, ACT: NEVER}, {NAME: 3.0, ACT: 0.0}
    alike = (frozenset({NAME}), frozenset({ACT}))
    found = one_apart([done, done, named, done], alike)
    assert found is not None
    assert (found.at, found.itself) == (2, NAME)
    # Two and two, and a doubtful one, are no flaw; nor is one among two.
    assert one_apart([done, named, named, done], alike) is None
    assert one_apart([done, done, {NAME: 0.0, ACT: 2.0}, done], alike) is None
    assert one_apart([done, named], alike) is None


def test_a_reading_nobody_asked_for_is_far_fetched():
    either, named = {NAME: 0.5, ACT: 0.0}, {NAME: 0.0, ACT: 3.0}
    alike = (frozenset({NAME}), frozenset({ACT}))
    assert one_apart([either, either, named, either], alike) is None
    assert one_apart([either, either, named, either], alike, asked=ACT) is not None


@pytest.mark.parametrize(
    ("stem", "lang", "what"),
    [
        ("冷库由谁开门？", "zh", "person"),
        ("厨师长应如何处理？", "zh", "deed"),
        ("钥匙放在哪里？", "zh", "place"),
        ("Within how many days is it paid?", "en", "figure"),
        ("For what reason is the hatch shut?", "en", "reason"),
        ("What is true of the hatch?", "en", None),
    ],
)
def test_a_question_shows_what_it_asks_for(stem, lang, what):
    assert asked(stem, lang) == what


def test_a_chinese_stem_asks_for_a_name_or_for_what_is_done():
    assert [asked_for(stem) for stem in ("水手长应当", "值班时须携带：", "渡船是什么样的？")] == [ACT, NAME, None]
