"""Each rule on items: rows it must find and rows beside them it must leave alone, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.model.handbook import Handbook, Settings
from guizhang.model.item import Item
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.quality import BANK_RULES, ITEM_RULES, UnknownRule, lint, rule_page
from guizhang.yamlio.content import load_project

BOOK = Handbook(Settings(title=Text(zh="规章"), company=Text(zh="公司")))


def lang_of(text):
    return "zh" if any("一" <= sign <= "鿿" for sign in text) else "en"


def choice(stem, *options, **more):
    """A choice whose keys begin with a star."""
    lang = lang_of(stem + "".join(options))
    written = [{"text": {lang: o.removeprefix("*")}, "key": o.startswith("*")} for o in options]
    kind = "multiple_choice" if "可多选" in stem or "all that apply" in stem else "single_choice"
    return {"type": kind, "stem": {lang: stem}, "options": written, **more}


def statement(stem, answer=True):
    return {"type": "true_false", "stem": {lang_of(stem): stem}, "answer": answer}


def numeric(stem, unit=None):
    lang = lang_of(stem)
    return {"type": "numeric", "stem": {lang: stem}, "numeric": {"value": "24", "unit": {lang: unit} if unit else None}}


def cloze(stem, *gaps):
    lang = lang_of(stem)
    return {"type": "cloze", "stem": {lang: stem}, "gaps": {name: {"answer": {lang: "x"}} for name in gaps}}


def ordering(stem, *entries):
    lang = lang_of(stem)
    return {"type": "ordering", "stem": {lang: stem}, "options": [{"text": {lang: entry}} for entry in entries]}


def matching(stem, *pairs):
    lang = lang_of(stem)
    return {
        "type": "matching",
        "stem": {lang: stem},
        "pairs": [{"left": {lang: a}, "right": {lang: b}} for a, b in pairs],
    }


def item(body, name="asked", **more):
    return Item.model_validate({"id": name, "cites": {"rules/r": None}, "themes": ["care"], **body, **more})


def rules_named(*bodies, book=BOOK):
    return {found.rule for found in lint([item(body, f"item-{i}") for i, body in enumerate(bodies)], book)}


ORDERED = {"keep_order": True}
FOUND = [
    ("same_option", choice("哪位来访者须再次登记？", "*隔天再来的客户", "看起来陌生的人", "看上去陌生的人")),
    ("option_overlap", choice("夜里由谁锁门？", "工程部员工", "弱电工", "*安保领班")),
    ("option_overlap", choice("哪类客户由经理接待？", "企业客户", "*境外企业客户", "散客")),
    ("option_kind", choice("失物登记时还要写明什么？", "*拾到的地点", "餐厅主管", "物品外观")),
    ("option_kind", choice("盗窃发生后向哪个部门报备？", "*防损部", "录像带", "人力资源部")),
    ("option_form", choice("收到投诉信先做什么？", "回复客户并道歉", "*登记来信的编号", "一张道歉卡")),
    ("option_form", choice("玻璃瓶打碎以后先做什么？", "*疏散周围的人", "拿扫帚扫干净", "碎玻璃很危险")),
    ("option_form", choice("充电以前检查什么？", "*枪头外壳", "地面积水", "请司机先下车")),
    ("option_order", choice("In which month is the drill held?", "June", "*March", "September", **ORDERED)),
    ("option_order", choice("盘点安排在星期几？", "周五", "*周一", "周三", **ORDERED)),
    ("all_none", choice("Who may sign for parcels?", "*Residents with a card", "Staff on night duty", "All the people named here")),
    ("plain_negative", choice("处理客户资料时，哪种做法是错误的？", "离席锁屏", "*外传名单", "碎掉废纸")),
    ("plain_negative", choice("哪些费用不能列入报销？（可多选）", "餐费", "*家属住宿费", "*个人服装费")),
    ("plain_negative", choice("When may the pump not be started?", "At noon", "*During filling", "On Fridays")),
    ("measure_word", choice("领用单上须有哪两个人的签名？", "店长", "*店长与库管员", "保安队长")),
    ("measure_word", choice("Which employee counts the float?", "The two cashiers", "The guards", "*The floor manager")),
    ("digit_cue", choice("When does the reading room close?", "17:00", "18:00", "*7 p.m.", **ORDERED)),
    ("dangling", choice("Who countersigns it before the van leaves?", "*The dispatcher", "The driver", "The guard")),
    ("dangling", numeric("How many weeks before that must the caterer be told?", "weeks")),
    ("numeric_unit", {"type": "cloze", "stem": {"zh": "打烊后，现金须在 [[n]] 内存入金库。"}, "gaps": {"n": {"answer": {"zh": "30"}}}}),
    ("numeric_unit", {"type": "cloze", "stem": {"en": "The rinse is at least [[n]]."}, "gaps": {"n": {"answer": {"en": "82"}}}}),
    ("all_none", choice("雨天把伞放在哪里？", "门口的伞架", "自己的工位", "*这两处都行")),
    ("all_none", choice("检查完毕做什么？", "A．锁门", "B．关灯", "*C．A和B")),
    ("all_none", choice("Where do drivers wait?", "In the yard", "In the ramp office", "*In none of these places")),
    ("same_option", choice("What is done with a faulty lamp?", "*Switch off the lamp", "Hand it to the guard", "Switch the lamp off")),
    ("same_option", choice("Which jacket is worn outdoors?", "The grey jacket", "*The yellow jacket", "The gray jacket")),
    ("same_option", choice("夜班先带上什么？", "值班手册", "请假条", "*门禁卡", "请假单")),
    ("option_overlap", choice("夜里须把哪些放进冷库？", "*水产品", "大米", "冻虾")),
    ("option_overlap", choice("Which of these go into the safe?", "*Jewellery", "Umbrellas", "A silver necklace")),
    ("option_overlap", choice("报销时要交什么？", "*发票", "餐饮发票", "门票存根")),
    ("option_overlap", choice("Which form is handed in?", "A form", "*A leave form", "A letter")),
    ("option_overlap", choice("Which guests swim in the small pool?", "Guests aged 2 to 6", "*Guests aged 6 to 9", "Guests aged 10 to 14")),
    ("option_overlap", choice("How much of the stock is counted?", "At least a fifth", "*At least a third", "At least a half")),
    ("option_kind", choice("交接单要写明什么？", "*阀门状态", "赵师傅", "冷库温度", "水表读数")),
    ("option_kind", choice("Who unlocks the chemical store?", "*The shift planner", "The steel ladder", "The lab assistant")),
    ("option_kind", choice("剩下的押金退到哪里？", "*原付款账户", "值班经理", "会员卡")),
    ("option_form", choice("发现水管爆裂，须立即____。", "停水", "*关阀", "扳手")),
    ("option_form", choice("Who signs the overtime sheet?", "The yard master", "*The duty officer", "Signing is done by payroll")),
    ("option_form", choice("What belongs to the night shift's duties?", "*Checking the boiler", "Invoices", "Locking the gates")),
    ("option_order", choice("园区内限速多少？", "20公里/时", "*5公里/时", "15公里/时", **ORDERED)),
    ("digit_cue", choice("须两人复核的金额从多少起？", "50000元", "*10万元", "200000元", **ORDERED)),
    ("digit_cue", choice("How many grams of salt are added?", "100 grams", "150 grams", "*212 grams", "300 grams", **ORDERED)),
    ("plain_negative", choice("装车前，哪项检查可以不做？", "轮胎气压", "*车身清洗", "刹车油位")),
    ("double_negative", statement("No crate on the ramp is without a label.")),
    ("double_negative", statement("The driver did nothing that is not allowed.")),
    ("vague_statement", statement("叉车一般停在充电区。")),
    ("dangling", choice("Who keeps the third copy of it?", "*The archivist", "The porter", "The cook")),
    ("measure_word", choice("高处作业须系好一条什么？", "水桶", "*安全绳", "手电筒")),
    ("measure_word", choice("Spilt oil is removed by the team that", "sweep the yard", "*holds the permit", "clean the office")),
    ("measure_word", choice("The people who count the float are the", "*cashier and the clerk", "security guard", "area buyer")),
    ("matching_form", matching("物品放在哪里？", ("酒精", "防爆柜"), ("砝码", "天平室"), ("原始记录", "应当由档案员在月底统一锁进铁皮柜"))),
    ("all_none", choice("货车钥匙丢失后报告给谁？", "*店长", "店员", "这三位都可以")),
    ("all_none", choice("货车钥匙丢失后报告给谁？", "*店长", "店员", "没有合适的人选")),
    ("all_none", choice("Who is told when the van key is lost?", "*The manager", "The clerk", "The guard", "Both the clerk and the guard")),
    ("all_none", choice("Who is told when the van key is lost?", "*The manager", "The clerk", "Neither")),
    ("same_option", choice("灯坏了怎么办？", "*向主管报告", "马上报告主管", "报告主管", "继续工作")),
    ("same_option", choice("Who countersigns?", "The head of finance", "*The guard", "The finance head")),
    ("same_option", choice("What comes next?", "*Fill in the form", "Fill out the form", "Tear the form up")),
    ("option_overlap", choice("由谁签字？", "主管", "*客服主管", "保安")),
    ("option_overlap", choice("Who signs?", "A manager", "*The sales manager", "The guard")),
    ("option_overlap", choice("Who attends the drill?", "*Kitchen staff", "Pastry cooks in the kitchen", "Window cleaners")),
    ("option_kind", choice("放在哪里？", "*仓库", "货架", "每天早上")),
    ("option_kind", choice("Who approves?", "*The manager", "The director", "Above 500 yuan")),
    ("double_negative", statement("不登记就放行不符合规定。")),
    ("double_negative", statement("并非所有员工都不需要打卡。")),
    ("double_negative", statement("It is false that cashiers do not count the drawer.")),
    ("double_negative", statement("Never leave a spill unmarked.")),
    ("dangling", choice("下表中的费用由谁审批？", "*主管", "出纳", "司机")),
    ("dangling", choice("In the case shown in the picture, what is pressed first?", "*The red button", "The lever", "The pedal")),
    ("measure_word", choice("衣柜里要放一床____。", "雨伞", "*棉被", "衣架")),
    ("stem_asks_nothing", choice("请选择一个最合适的答案。", "*关闭阀门", "打开窗户", "离开现场")),
    ("clang", choice("What is in the vault inventory? Choose all that apply.", "*The vault keys", "The menu", "*The vault alarm", "The rota")),
    ("matching_form", matching("把各项工作与负责人连起来。", ("清点备用金", "收银员"), ("检修空调", "每周三下午"), ("安排班车", "车队长"))),
    ("matching_form", matching("Which rule goes with which thing?", ("Knives", "Rack them"), ("A freezer", "Defrost it"), ("Aprons", "Wash them"))),
    ("same_option", choice("收到匿名来信怎样处理？", "不做登记", "*照样登记并调查", "不作登记")),
    ("option_overlap", choice("考勤记录由谁保管？", "*人事部的档案组", "人事部", "财务部")),
    ("option_overlap", choice("前台可以代收什么？", "包裹", "*员工的包裹", "外卖")),
    ("option_kind", choice("灯坏了报告给谁？", "值班经理", "*工程部主管", "储物间")),
    ("option_form", choice("客户来访先做什么？", "*起身问候对方", "关于佩戴工牌的规定", "请对方在大厅等")),
    ("option_form", choice("领到工服以后怎么做？", "*核对尺码后签收", "转给同屋的人穿", "有人自行改短了裤脚，这样很不好")),
    ("option_form", choice("下班之前怎么做？", "*关好窗户和电源", "昨天他们没有锁门就走了", "把钥匙带回家保管")),
    ("option_form", choice("What is done with a lost card?", "*Report it to the guard", "They swap cards behind the desk", "Print a new one")),
    ("wording_cue", choice("退货由谁同意？", "收银员", "*一般为店长", "送货员")),
    ("double_negative", statement("收银员无权拒绝不在小票上签字。")),
    ("double_negative", statement("Guards cannot choose not to log a visitor.")),
    ("measure_word", choice("签收时递给客户一支什么？", "印泥", "*签字笔", "计算器")),
    ("measure_word", choice("维修师傅开一辆什么上门？", "*面包车", "火车", "游艇")),
    ("measure_word", choice("At the end of a shift the cashier has to", "*count the drawer", "counting the drawer", "wrote a note")),
    ("measure_word", choice("Whose are the lockers by the lift?", "The guard's", "*The drivers'", "The cook's")),
    ("numeric_unit", numeric("冷柜的温度应当控制在多少以下？")),
    ("stem_asks_nothing", choice("Which of these do you agree with?", "*Ring the bell", "Break the lock", "Climb the fence")),
    ("dangling", choice("As mentioned before, who keeps the spare key?", "*The guard", "The cook", "The driver")),
    ("key_count", choice("员工当班必须带什么？（可多选）", "*工牌", "雨伞", "相机")),
    ("key_count", choice("What must staff carry? Choose all that apply.", "*A badge", "*A pen", "*A notebook")),
    ("option_count", choice("客户来访，先做什么？", "*问候客户", "继续打字")),
    ("option_count", choice("Who approves leave?", "*The manager", "The clerk", "The guard", "The agent", "The driver", "The cashier")),
    ("same_option", choice("几小时内回复？", "12小时", "*24小时", "２４小时", **ORDERED)),
    ("same_option", choice("What comes first?", "Recognise the customer", "*Ring the office", "Recognize the customer.")),
    ("same_option", choice("接到投诉先做什么？", "*登记投诉的内容", "登记投诉内容", "转给同事办理")),
    ("option_overlap", choice("事假几天由主管批准？", "1至3天", "*3至5天", "5至7天", **ORDERED)),
    ("option_overlap", choice("How long may a caller be kept waiting?", "Up to 1 minute", "*Up to 2 minutes", "Up to 5 minutes", **ORDERED)),
    ("option_overlap", choice("事假由谁批准？", "*部门经理", "部门经理和人力资源部", "总经理")),
    ("option_overlap", choice("请假几天须经总经理批准？", "*3天以上", "3天以内", "当天返岗的", **ORDERED)),
    ("option_kind", choice("迟到三次怎样处理？", "*24小时", "48小时", "200元", **ORDERED)),
    ("option_kind", choice("Who signs the leave request?", "*The supervisor", "The manager", "The leave form")),
    ("option_kind", choice("投诉几小时内回复？", "*24小时", "48小时", "客户很满意")),
    ("option_form", choice("发现火情先做什么？", "*马上报告值班经理", "拍照发给同事们", "消防器材登记册")),
    ("option_form", choice("What do you do first with an angry customer?", "*Listening to the customer", "To call the supervisor", "The complaint form")),
    ("option_form", choice("During working hours staff must", "*wear the badge", "to lend the badge", "wearing no badge")),
    ("option_form", choice("客户投诉时应当怎么做？", "*请客户坐下并登记。", "告诉客户不归自己管", "让客户改天再来")),
    ("option_order", choice("几小时内回复？", "48小时", "12小时", "*24小时", **ORDERED)),
    ("option_order", choice("When does the day shift begin?", "9:00", "8:00", "*8:30", **ORDERED)),
    ("option_order", choice("多久内回复？", "30分钟", "*1小时", "2小时")),
    ("all_none", choice("迟到的后果有哪些？", "*扣款", "警告", "以上都是")),
    ("all_none", choice("哪一种情形算旷工？", "*没有请假不到岗", "假满没有返岗", "以上都不对")),
    ("all_none", choice("哪一项要登记？", "*来访时间", "来访事由", "A和B")),
    ("all_none", choice("What must be logged?", "The time", "The reason", "*All of the above")),
    ("all_none", choice("What must be logged?", "*The time", "The reason", "None of these")),
    ("all_none", choice("What must be logged?", "The time", "The reason", "*Both A and B")),
    ("plain_negative", choice("下列哪项不属于迟到？", "*请假获批", "晚到五分钟", "晚到半小时")),
    ("plain_negative", choice("关于接听电话，说法错误的是：", "*铃响五声再接", "铃响三声内接", "先问候客户")),
    ("plain_negative", choice("Which of these is not a breach?", "*Being early", "Being late", "Being absent")),
    ("plain_negative", choice("All of these must be logged except", "*the weather", "the time", "the caller")),
    ("double_negative", statement("员工不得不登记来访客户。")),
    ("double_negative", statement("It is not uncommon for staff to be forbidden to leave.")),
    ("double_negative", choice("下列哪项【不】正确？", "*员工不得借出工牌", "员工必须佩戴工牌", "员工应当登记来访")),
    ("double_negative", statement("Staff must not fail to log a complaint.")),
    ("length_cue", choice("请假怎样办？", "*事先填写请假申请单并经部门经理书面批准", "打个电话", "托人带话")),
    ("length_cue", choice("How is leave asked for?", "*With a leave form handed in and approved before the day", "By telephone", "In person")),
    ("wording_cue", choice("谁批准退款？", "*原则上由经理批准", "由同事批准", "由客户批准")),
    ("wording_cue", choice("How do you deal with it?", "*Refund as required by the rules", "Refund half the price", "Refund in a week or so")),
    ("wording_cue", choice("客户来电先说什么？", "*“您好，这里是客服部”", "问对方是谁", "问对方何事")),
    ("measure_word", choice("当班时须随身带一枚____。", "*工牌", "雨伞", "合同")),
    ("measure_word", choice("What staff must carry are", "*business cards", "a badge", "a notebook")),
    ("article_cue", choice("Staying away without leave is an", "*absence", "warning", "breach")),
    ("article_cue", choice("The paper a customer fills in is called a", "*complaint form", "opinion form", "order form")),
    ("unit_cue", choice("几小时内回复？", "*24小时", "3天", "2周", **ORDERED)),
    ("unit_cue", choice("How long are records kept?", "*36 months", "4 years", "5 years", **ORDERED)),
    ("digit_cue", choice("罚款最多多少？", "1000元", "*1375元", "2000元", **ORDERED)),
    ("digit_cue", choice("几小时内回复？", "12小时", "*二十四小时", "48小时", **ORDERED)),
    ("digit_cue", choice("What share is refunded?", "10%", "*12.5%", "15%", **ORDERED)),
    ("absolutes", choice("客户辱骂你，怎么办？", "*提醒后可以挂断", "绝对服从客户", "永远不再服务")),
    ("absolutes", choice("A customer shouts. What do you do?", "*Ask them calmly to stop", "Always hang up", "Never answer back")),
    ("stem_asks_nothing", choice("下列说法正确的是：", "*迟到要登记", "工牌可以借", "电话可以不接")),
    ("stem_asks_nothing", choice("Which of the following is true?", "*Lateness is logged", "Badges are lent", "Calls are ignored")),
    ("stem_asks_nothing", choice("Attendance:", "*is logged daily", "is never logged", "is logged weekly")),
    ("dangling", choice("前款规定的时限是多久？", "*24小时", "36小时", "48小时", **ORDERED)),
    ("dangling", statement("其应当在当天报告主管。")),
    ("dangling", choice("How long must it be kept?", "1 year", "*2 years", "3 years", **ORDERED)),
    ("dangling", statement("They must wear the badge in the lobby.")),
    ("dangling", choice("Who approves leave under the preceding paragraph?", "*The manager", "The clerk", "The agent")),
    ("clang", choice("客户遗失了储物柜钥匙，应当怎么办？", "*填写储物柜报失单", "请客户改天来", "让客户自己找")),
    ("clang", choice("糕点柜的温度由谁复核，复核以后由谁在日志上签名、归档并留存备查？", "*糕点领班", "前台领班", "园艺领班")),
    ("clang", choice("夜间巡更要查看什么？可多选。", "*夜间的门窗", "*巡更点位", "食谱", "海报")),
    ("clang", choice("A torn tent is taken to the ____.", "*tent loft", "fuel dock", "chart room")),
    ("clang", choice("Why are the wax jars sealed?", "*So that the seal of a jar stays whole", "To please the buyers", "To warm the shed")),
    ("clang", choice("A visitor reports asbestos dust. What do you do?", "*Call the asbestos officer", "Open a window", "Go on working")),
    ("two_right", choice("多久以内回复？", "12小时", "*24小时", "1天", **ORDERED)),
    ("two_right", choice("留样何时能倒掉？", "封存满36小时", "*封存满72小时", "封存满三天", **ORDERED)),
    ("two_right", choice("When may the sample go?", "36 hours after the meal", "*72 hours after the meal", "Three days after the meal", **ORDERED)),
    ("two_right", choice("How soon must staff reply?", "30 minutes", "*1 hour", "60 minutes", **ORDERED)),
    ("vague_statement", statement("员工经常需要打卡。")),
    ("vague_statement", statement("员工一般应在三天内回复。")),
    ("vague_statement", statement("Staff should usually reply within 24 hours.")),
    ("cloze_gaps", cloze("[[a]]应在[[b]]内向[[c]]提交[[d]]。", "a", "b", "c", "d")),
    ("cloze_gaps", cloze("[[a]] must give [[b]] to [[c]] within [[d]].", "a", "b", "c", "d")),
    ("numeric_unit", numeric("投诉首次回复的时限是多少？")),
    ("numeric_unit", numeric("What is the time limit for the first reply?")),
    ("matching_form", matching("把左右对应起来。", ("首次回复", "24小时"), ("延期", "48小时"), ("批准退款", "部门经理"))),
    ("matching_form", matching("Match the deadlines.", ("First reply", "24 hours"), ("Extension", "2 days"), ("Refund", "The manager"))),
    ("all_none", choice("哪一种包裹要拆开检查？", "*没有寄件人的", "有异味的", "前两种都要")),
    ("all_none", choice("What must a courier leave?", "*A note", "A receipt", "Any of the answers listed")),
    ("option_overlap", choice("哪里必须戴安全帽？", "*仓库的装卸区", "仓库", "食堂")),
    ("option_overlap", choice("Who attends the drill?", "*All cashiers", "The chief cashier", "The cook")),
    ("option_overlap", choice("On which days is the till counted?", "*On Fridays", "On weekdays", "On the last day of the year")),
    ("option_kind", choice("谁负责清点备用金？", "*出纳", "地下仓库", "店长")),
    ("option_kind", choice("Who locks the till?", "*The cashier", "The basement", "The night porter")),
    ("option_form", choice("客户要求退货，哪种做法合适？", "*核对购买凭证", "因为把客户推给厂家", "请客户填写退货单")),
    ("option_form", choice("Why are visitors escorted?", "*They do not know the exits", "Protection of trade secrets", "They might disturb the work")),
    ("matching_form", matching("遇到下列情形先做什么？", ("漏水", "关闭总阀"), ("有人受伤", "拨打急救电话"), ("停电", "保险柜"))),
    ("plain_negative", choice("保洁员不可以动哪样东西？", "*桌上的文件", "地上的纸屑", "窗台的灰尘")),
    ("plain_negative", choice("Which is the wrong way to lift a crate?", "*With a bent back", "With both hands", "With a straight back")),
    ("double_negative", choice("收银时，【不】应当怎么做？", "*不当面点清现金", "打印小票", "唱收唱付")),
    ("double_negative", statement("没有一笔退款不需要主管签字。")),
    ("double_negative", statement("It is not wrong to leave the till open.")),
    ("dangling", choice("此时员工怎么办？", "*通知领班", "继续收银", "关上店门")),
    ("dangling", statement("In that case staff must call the guard.")),
    ("dangling", statement("The form mentioned must be signed.")),
    ("clang", choice("冷链车由谁清洗？", "*冷链班", "保洁员", "出纳")),
    ("clang", choice("Which prize goes to diligence?", "*The prize for diligent staff", "The spring prize", "The sales prize")),
    ("two_right", choice("柜台高多少？", "80厘米", "*1.1米", "110厘米", **ORDERED)),
    ("two_right", choice("What share of the fee is refunded?", "25 per cent", "*50 per cent", "Half", **ORDERED)),
    ("unit_cue", choice("停车费是多少元？", "50角", "*8元", "90角", **ORDERED)),
    ("digit_cue", choice("货架限高多少米？", "1米", "*2.35米", "3米", **ORDERED)),
    ("measure_word", choice("门厅里挂着一面什么？", "*镜子", "日历", "雨伞")),
    ("measure_word", choice("Which of these are kept in the safe?", "*The spare keys", "The stapler", "The calendar")),
    ("stem_asks_nothing", choice("消防通道（　）", "*保持畅通", "堆放纸箱", "停放车辆")),
    ("vague_statement", statement("收银员基本上每小时清点一次现金。")),
    ("measure_word", choice("入库单一式几份？", "*三份", "两个", "四条")),
    ("measure_word", choice("每个班次安排______名安保员巡逻。", "*两", "两次", "两趟")),
    ("measure_word", choice("投诉案卷由哪一位保管？", "*档案管理员", "各部门", "客服主管和经理")),
    ("measure_word", choice("How many copies of the contract are kept?", "*two copies", "three times", "four people")),
    ("measure_word", choice("Which two departments keep a copy?", "*Finance and sales", "Administration", "The warehouse")),
    ("measure_word", choice("The forms kept for three years", "*are the accident reports", "is the visitor book", "is the rota")),
    ("option_form", choice("仓库夜间发生漏水，值班员应当怎样做？", "*关闭总阀门", "立即报告主管", "漏水的位置", "通知维修班")),
    ("option_form", choice("离开座位以前，员工应当怎样处理电脑？", "*关上显示器再走", "电脑应该由管理员关机", "把屏幕锁定", "先退出邮箱")),
    ("option_form", choice("客户要求删除资料，客服应当：", "*登记请求并核实身份", "可以吗", "转交资料管理员", "当场答复客户")),
    ("option_form", choice("Who approves a change of shift?", "*The team leader", "The manager", "By writing an email", "Human resources")),
    ("option_form", choice("The purpose of the meeting is", "*to hand out the work", "to share complaints", "everyone attends")),
    ("option_overlap", choice("谁可以进入机房？", "员工", "*信息部员工", "持证的访客")),
    ("option_overlap", choice("年休假最迟可以顺延到什么时候？", "次年第一季度", "*次年3月", "当年年底")),
    ("wording_cue", choice("怎样回答客户的价格询问？", "随便说一个", "让客户自己查", "*一般先说明以价目表为准", "不回答")),
    ("dangling", choice("Under the said article, what is recorded?", "*The mileage", "The weather", "The menu")),
    ("double_negative", choice("When is a driver NOT allowed to refuse a load?", "*When it is dry", "When it is wet", "When it is open")),
    ("double_negative", statement("No shift may be swapped unless the manager has not objected.")),
    ("measure_word", choice("夜班电工上岗要带一根什么？", "工具箱", "*撬棍", "护目镜")),
    ("measure_word", choice("灯具仓库里，安装工须系好什么？", "护目镜", "*安全带", "雨靴")),
    ("measure_word", choice("钥匙柜由哪两人共同打开？", "*站长和会计", "站长", "出纳")),
    ("measure_word", choice("The night porter is handed a bunch of what?", "torch", "*keys", "radio")),
    ("measure_word", choice("Before the lift is opened, which single tool is fetched?", "*The crank", "The wedges", "The spanners")),
    ("plain_negative", choice("下列物品，哪样旅客不能带上船？", "雨伞", "*汽油", "书包")),
    ("plain_negative", choice("请挑出与值班无关的一项。", "巡逻", "*绘画", "交接")),
    ("digit_cue", choice("水样须在几小时内送检？", "6", "*二十四", "36", "48", **ORDERED)),
    ("digit_cue", choice("By what time is the pool open?", "6:00", "*6:35", "7:00", "7:30", **ORDERED)),
    ("option_overlap", choice("Whom does the diver tell first?", "Tell the captain", "*Tell the captain by radio", "Wave a flag")),
    ("option_overlap", choice("码头的哪里要铺防滑垫？", "餐厅", "*餐厅的洗碗间", "售票亭")),
    ("option_overlap", choice("在哪几天可以施工？", "*周一至周四", "周三至周六", "周日")),
    ("option_overlap", choice("谁可以签字？", "*主管及以上人员", "部门经理", "学徒")),
    ("same_option", choice("样品交给哪里？", "质检部和仓库", "*化验室", "仓库和质检部")),
    ("same_option", choice("Who opens the vault?", "The duty officer", "The officer on duty", "*The cashier")),
    ("same_option", ordering("把收网的步骤排成正确顺序。", "停下绞车", "系好缆绳", "停下绞车。")),
    ("option_form", choice("渔船靠岸后先做什么？", "系好缆绳", "*关掉主机", "船长会过来检查", "清空鱼舱")),
    ("option_form", ordering("Put the steps of mooring in order.", "Cut the engine", "Tie the rope", "Lower the ramp", "The log of the day")),
    ("option_kind", choice("救生圈刷成什么颜色？", "*橙色", "圆形", "白色")),
    ("option_kind", choice("怎样叫醒值班员？", "*敲门三下", "因为船快靠岸了", "按铃")),
    ("stem_asks_nothing", choice("关于渔具保管，以下哪种说法对？", "*晾干再收", "湿着收", "随手放")),
    ("stem_asks_nothing", choice("The harbour has four piers, and most boats come in at dusk.", "*Boats wait for a signal", "Boats race", "Boats turn back")),
    ("stem_asks_nothing", choice("What do the rules say about life jackets?", "*They are worn", "They are sold", "They are painted")),
    ("matching_form", matching("把情形与处理办法对应起来。", ("停电", "点亮马灯"), ("起火", "打开水泵"), ("船长", "松开缆绳"))),
    ("matching_form", matching("把事项与岗位配对。", ("收网", "水手"), ("有人在甲板上滑倒以后头晕，需要送他上岸", "大副"), ("点货", "仓管员"))),
    ("double_negative", statement("没有系好缆绳的船不得卸货。")),
    ("double_negative", statement("The guard prevents the alarm from not sounding.")),
]  # fmt: skip
ALONE = [
    # The draw puts figures of one unit in their order by itself.
    choice("几小时内回复？", "12小时", "*24小时", "48小时"),
    choice("What is the speed limit?", "5 km/h", "*10 km/h", "15 km/h"),
    # Ugly, but right: of one kind and form, whatever the words look like.
    choice("值班员先做什么？", "盖好盖子放进冰箱", "*常温摆放", "倒掉", "留给下一班"),
    choice("出现哪种情况要停机？", "*温度过高", "压力正好", "油位正常"),
    choice("哪些材料要交？（可多选）", "*归还日期", "*设备编号", "外壳颜色"),
    choice("访客登记什么？", "*姓名", "爱好", "身高"),
    choice("由谁开门？", "直接上级", "*站务员", "售票员"),
    choice("谁来签字？", "*职工代表", "司仪", "教练"),
    choice("怎样联系船东？", "*打电话给船东", "给船东发短信", "上门找船东"),
    choice("换班时船员要核对什么？", "客户有哪些行李", "*答应了什么事", "下一步怎样安排"),
    choice("不合格的零件放在哪里？", "*红色货架", "蓝色货架", "绿色货架"),
    choice("未成年的游客由谁陪同？", "*家长", "船长", "水手"),
    choice("除救生衣以外还须带什么？", "*哨子", "望远镜", "鱼竿"),
    choice("小李在接班时哪里做错了？", "*晚到十分钟", "记下水位", "检查缆绳"),
    choice("什么时候不得开闸？", "*水位过高时", "退潮以后", "换班以前"),
    choice("What is checked on the trailer?", "*The tyres", "The radio", "The curtains"),
    choice("Which of the boats is moored first?", "*The ferry", "The tug", "The barge"),
    choice("Where are wet ropes hung?", "*On the rack", "Over the rail", "Under the stairs"),
    choice("Which papers are kept?", "Complaint forms", "*Pay slips", "Time sheets"),
    choice("What follows a second late return of the boat?", "*A written warning", "Loss of the bonus", "A talk with the harbour master"),
    ordering("Put the steps of a sale in order.", "The two try to agree", "The two report it", "The manager decides"),
    choice("What is worn in a post that does not deal with guests?", "*A dark shirt", "A green cap", "A white scarf"),
    choice("The engineer logs the pressure in order", "to please the tenants", "*to notice leaks", "to train the cleaners"),
    matching("Which extinguisher?", ("Burning oil in a pan", "wet chemical"), ("A burning switchboard", "carbon dioxide"), ("Burning chips", "dry powder")),
    choice("Whom does a nanny call when a child has not been collected?", "The chef", "*The duty manager", "The guard"),
    {
        "type": "cloze",
        "stem": {"en": "For a lost key the employee on duty first rings extension [[b]] and then writes to the owner of the locker within [[a]]."},
        "gaps": {"a": {"answer": {"en": "two hours"}}, "b": {"answer": {"en": "9"}}},
    },
    {"type": "cloze", "stem": {"en": "Guests dial [[n]] for the desk."}, "gaps": {"n": {"answer": {"en": "9"}}}},
    {"type": "cloze", "stem": {"zh": "投诉应当在 [[n]] 小时内回复。"}, "gaps": {"n": {"answer": {"zh": "24"}}}},
    choice("下列哪件物品【不】得放进更衣柜？", "换洗的工装", "*打开的染发剂", "饭卡"),
    choice("How is the crate carried?", "*With both hands", "On one shoulder", "With a short rope"),
    choice("Which of these are handed over? Choose all that apply.", "*Two door keys", "*A meter sheet", "A parking fine", "A tool chest"),
    choice("哪些物品“不”可以带入车间？（可多选）", "*铅笔", "*纸箱", "无尘布", "手套"),
    numeric("How much, in euros, does a lost card cost?"),
    choice("Whom do you ring after a break-in?", "*The night porter", "The sales desk", "The safety officer"),
    choice("What is given to an engineer on the first visit?", "An apron", "*A badge", "An umbrella", "A bicycle"),
    choice("停车场允许哪种车进入？", "*非机动车", "机动车", "挂车"),
    matching("各类垃圾投进哪种桶？", ("用过的针头", "红色桶"), ("沾血的纱布", "黄色桶"), ("果皮", "绿色桶")),
    matching("What comes first?", ("Lost child", "Inform the gate"), ("Burst pipe", "Close the valve"), ("Stuck lift", "Ring the makers")),
    statement("一般固体废物由后勤部清运。"),
    choice("入库单一式几份？", "两份", "*三份", "四份", **ORDERED),
    choice("领料前先做什么？", "外面套自己的毛衣", "*穿防滑的深色胶鞋", "把手套卷到手腕"),
    matching("下列工作由谁做？", ("清点现金", "出纳"), ("核对证件", "门卫"), ("收发信件", "前台")),
    matching("Who does which task?", ("count the cash", "the cashier"), ("check passports", "the guard"), ("sort the mail", "the receptionist")),
    choice("客户退房后剩下一把什么要登记？", "*雨伞", "扇子", "剪刀"),
    choice("投诉由谁答复？", "*客服主管", "客户的亲属", "前台接待"),
    choice("客户取消订单退多少定金？", "*全部", "一半", "不退", **ORDERED),
    choice("How much of the deposit is refunded?", "*All of it", "Half of it", "None of it"),
    choice("由谁批准？", "*总经理", "副经理", "经理"),
    choice("Who approves?", "*The general manager", "A manager", "The clerk"),
    matching("遇到下面的情形，先通知谁？", ("屋顶漏雨", "水暖工"), ("门禁失灵", "弱电工"), ("有人受伤", "急救员")),
    statement("不少于两名员工参加盘点，缺席的要登记。"),
    choice("哪一位保管投诉案卷？", "*档案管理员", "客服主管", "前台接待"),
    choice("师傅上门维修时，怎样做才对？", "收下客户给的红包", "推销自己的私活", "把旧零件带走变卖", "*按铃后亮出工牌"),
    choice("原则上由本人领取证件；本人不能到场时，凭什么代领？", "电话录音", "*委托书", "聊天截图", "名片"),
    choice("事故后，客户什么时候可以结案？", "客户同意那天", "客户填完意见表以后", "*重修做完以后"),
    choice("How many copies are kept?", "two copies", "*three copies", "four copies", **ORDERED),
    choice("How are spills handled?", "*By putting up a sign", "By mopping at once", "By closing the aisle"),
    choice("收到假币应当怎么做？", "*收下客户的证件复印件", "借给没带钱的人", "停业后拔下插头"),
    choice("送货迟到多久免运费？", "不到20分钟", "*20分钟以上、不满1小时", "1小时以上、不满3小时", **ORDERED),
    choice("营业员补货时，下列做法【不】恰当的是：", "*占着货架不用也不清空", "先问客户要不要袋子", "把推车放回原处"),
    choice("Why is the stock counted?", "*To detect losses", "To reconcile the books", "To please the auditor"),
    choice("What does a copy cost?", "*Ten yuan", "Twenty yuan", "A hundred yuan", **ORDERED),
    choice("员工当班必须带什么？（可多选）", "*工牌", "*笔", "相机", "雨伞"),
    choice("客户来访，先做什么？", "*请客户坐下", "继续打字", "走开接电话"),
    choice("接到投诉几小时内首次回复？", "12小时", "*24小时", "48小时", **ORDERED),
    choice("Within how many hours must a complaint get its first reply?", "12 hours", "*24 hours", "48 hours", **ORDERED),
    choice("事假几天由主管批准？", "1至2天", "*3至5天", "6至7天", **ORDERED),
    choice("When does the morning shift begin?", "8:00", "*8:30", "9:00", "9:30", **ORDERED),
    choice("事假由谁批准？", "*部门经理", "客服主管", "总经理"),
    choice("Who approves two days of leave?", "*The department manager", "The supervisor", "The general manager"),
    choice("主管不在时，由谁批准请假？", "*部门经理", "值班同事", "前台接待"),
    choice("If the customer does not answer, what should the agent do?", "*Ring again at four", "Send a text message", "Close the case"),
    choice("下列哪项【不】属于迟到？", "*请假获批", "晚到五分钟", "晚到半小时"),
    choice("Which of these is NOT a breach?", "*Being early", "Being late", "Being absent"),
    choice("工牌不慎遗失，员工应当怎么做？", "*当天报告主管", "借用同事的", "等到发现再说"),
    choice("投诉不超过500元的赔偿由谁决定？", "*客服主管", "客服专员", "总经理"),
    statement("未经批准，员工不得把文件带出公司。"),
    statement("Staff must not leave the post without the supervisor's approval."),
    statement("一般投诉由客服专员处理。"),
    statement("It is forbidden to lend the badge to a colleague."),
    statement("It is enough to tell the customer before the call ends."),
    statement("员工应该在上岗前检查仪容仪表。"),
    choice("一名员工迟到三次。该员工应当受到什么处理？", "*记旷工半天", "记旷工一天", "记旷工两天", **ORDERED),
    choice("An employee was late. How long after the start did it happen?", "5 minutes", "*10 minutes", "15 minutes", **ORDERED),
    choice("A customer is shouting in the lobby. What do you do first?", "*Invite them to sit down", "Ask them to come back", "Call the guard"),
    choice("业主在大厅里大声投诉，你首先怎么做？", "*请业主到接待室坐下", "告诉业主不归自己管", "请业主改天再来一趟"),
    choice("迟到多久登记为缺席？", "5分钟", "*15分钟", "半小时", **ORDERED),
    choice("客户来电，一位同事正好不在。你首先怎么说？", "*“他现在不在，我能帮您吗？”", "“他不在，您过会儿再打。”", "“您找他有什么事？”"),
    choice("What is the employee at the front desk to wear?", "*A uniform", "A coat", "A scarf"),
    choice("The form is handed in to a", "*supervisor", "manager", "director"),
    choice(
        "What breaks the rules on confidentiality? Choose all that apply.",
        "*Discussing an order in the lift",
        "*Talking on the loudspeaker",
        "Giving the published number",
    ),
    choice("罚款最多多少？", "1250元", "*1375元", "1500元", **ORDERED),
    choice("退回的比例是多少？", "10%", "*15%", "20%", **ORDERED),
    choice("糕点柜的温度由谁复核，复核以后由谁在日志上签名、归档并留存备查？", "*夜班领班", "前台领班", "园艺领班"),
    choice("A torn tent is taken to the ____.", "*repair loft", "fuel dock", "chart room"),
    choice("客户不在家，师傅应当怎么做？", "*留下通知单并电话联系", "把配件放在家门口", "第二天再来敲门"),
    cloze("员工遇到急事不能到岗的，应在[[a]]内告诉[[b]]。", "a", "b"),
    cloze("An employee who cannot come to work must telephone [[a]] within [[b]] of learning of it.", "a", "b"),
    numeric("接到投诉后，应在几小时内首次回复？"),
    numeric("首次回复的时限是多少？", "小时"),
    numeric("Within how many hours must the first reply be given?"),
    matching("把左右对应起来。", ("首次回复", "24小时"), ("延期", "48小时"), ("结案", "72小时")),
    matching("Match who approves what.", ("One day", "The supervisor"), ("Three days", "The manager"), ("A week", "The director")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "body"), FOUND, ids=[f"{rule}-{next(iter(b['stem'].values()))[:24]}" for rule, b in FOUND]
)
def test_flaw_is_found(rule, body):
    assert rule in rules_named(body)


@pytest.mark.parametrize("body", ALONE, ids=[next(iter(b["stem"].values()))[:30] for b in ALONE])
def test_sound_item_is_left_alone(body):
    assert rules_named(body) == set()


def test_every_rule_has_rows_in_both_languages():
    told = {(rule, next(iter(body["stem"]))) for rule, body in FOUND}
    one_language = {("article_cue", "zh")}
    assert told | one_language == {(rule, lang) for rule in ITEM_RULES for lang in ("zh", "en")}


BADGE = choice("What colour is the badge of a contractor?", "Blue", "*Orange", "White")
STAMP = choice("盖章前要经过哪个岗位审阅？", "采购员", "*法务专员", "司机")
BADGE_SEEN = "Somebody with the orange badge of a contractor stands in the archive. What does the guard do?"


@pytest.mark.parametrize(
    ("asked", "telling", "beside"),
    [
        (
            STAMP,
            choice("文件经法务专员审阅、盖章之后还要做什么？", "*清点页数", "拍照发群", "装进信封"),
            choice("下雨天法务专员把伞放在哪里？", "*伞架上", "桌子下", "走廊里"),
        ),
        (
            BADGE,
            choice(BADGE_SEEN, "*Ask who let them in", "Offer coffee", "Walk on"),
            choice("Where is the orange paint kept?", "*In the shed", "On the roof", "In the van"),
        ),
        (
            choice("学员借画架的期限是几天？", "7天", "*20天", "40天", **ORDERED),
            statement("画室的画架借给学员，限20天，弄坏了照价赔偿。"),
            statement("画室20天结一次水电费。"),
        ),
        (
            choice("What does a skipper sign before leaving the harbour?", "*The trip sheet", "The menu", "The rota"),
            ordering(
                "Put what a skipper does before leaving the harbour in order.",
                "The skipper signs the trip sheet",
                "The crew loosens the ropes",
            ),
            ordering(
                "Put what a skipper does on coming back in order.",
                "The skipper moors the boat",
                "The crew hands in the trip sheet",
            ),
        ),
        (
            statement("Skippers may leave the keys on board.", answer=False),
            choice(
                "The keys are not left on board by skippers. Where do they hang?",
                "*On the hook",
                "In the bar",
                "On the mast",
            ),
            choice("Skippers find a dog on board. Whom do they tell?", "*The warden", "The cook", "Nobody"),
        ),
    ],
)
def test_an_answer_is_given_away_by_a_sentence_with_the_key_and_what_is_asked(asked, telling, beside):
    def answered(other):
        found = lint([item(asked, "asked"), item(other, "other")], BOOK)
        return [f.item.id for f in found if f.rule == "answered_by_another"]

    assert answered(telling) == ["asked"]
    assert answered(beside) == []


ASKED = choice("一名员工当月迟到三次，怎样处理？", "*记旷工半天", "记旷工一天", "记旷工两天", **ORDERED)
TELLING = choice("一名员工当月迟到三次，记旷工半天，怎样处理异议？", "*向经理申诉", "向客户诉苦", "向同事抱怨")


def test_an_item_that_answers_another_is_found_unless_the_two_are_enemies():
    one, other = item(ASKED, "asked"), item(TELLING, "telling")
    found = [f for f in lint([one, other], BOOK) if f.rule == "answered_by_another"]
    assert [(f.item.id, f.finding.problem.en) for f in found] == [("asked", "the item telling gives the answer")]
    apart = item(TELLING, "telling", enemies=["asked"])
    assert "answered_by_another" not in {f.rule for f in lint([one, apart], BOOK)}
    # Items made of the rules go on about the same: what is said there often is rare among the written ones all the same.
    made = [item(ASKED, f"made-{n}", model="fact-choice") for n in range(60)]
    assert [f.item.id for f in lint([one, other, *made], BOOK) if f.rule == "answered_by_another"] == ["asked"]


@pytest.mark.parametrize(("first", "suspected"), [(25, True), (18, True), (10, False), (7, False)])
def test_keys_stand_in_every_position_about_equally_often(first, suspected):
    # Chi-square at 1 % with two degrees of freedom: 9.21; 10 of 25 in the first place gives 0.56, 18 gives 17.4.
    keys = [0] * first + [1 + i % 2 for i in range(25 - first)]
    bodies = [
        choice(f"第{i}问怎么办？", *("*做" if k == key else "不做" for k in range(3))) for i, key in enumerate(keys)
    ]
    assert ("key_positions" in rules_named(*bodies)) is suspected


@pytest.mark.parametrize(("true", "suspected"), [(15, True), (14, True), (11, False), (7, False), (1, True)])
def test_true_and_false_statements_are_balanced(true, suspected):
    # Two-sided binomial test at 1 % for 15 statements: 2 of 15 is 0.7 %, 3 is 3.5 %.
    assert ("true_false_balance" in rules_named(*(statement(f"第{i}句。", i < true) for i in range(15)))) is suspected


def test_a_distractor_that_another_rule_makes_right_is_found():
    text = "投诉登记表应当由首问人在当天交给客服主管。"
    regulation = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}}
    body = [{"article": "1", "id": "r", "text": {"zh": text}}]
    book = Handbook(BOOK.settings, (Regulation.model_validate({**regulation, "body": body}),))
    asked = choice("投诉登记表由首问人交给谁？", "*部门经理", "客服主管", "值班同事")
    assert "two_right" in rules_named(asked, book=book)
    assert "two_right" not in rules_named(asked)


def rulebook_of(*texts):
    body = [{"article": str(i), "id": f"r{i}", "text": {lang_of(t): t}} for i, t in enumerate(texts, 1)]
    regulation = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": body}
    return Handbook(BOOK.settings, (Regulation.model_validate(regulation),))


LOAN = choice("谁可以出借望远镜？", "*展厅讲解员", "售票员", "园艺师")
DOOR = choice("How may a keeper open the aviary?", "*With a chip", "With a spoon", "With the spare key")


@pytest.mark.parametrize(
    ("asked", "also", "beside"),
    [
        (LOAN, "展厅讲解员休假期间，望远镜由售票员出借。", "售票员每周擦拭望远镜。"),
        (LOAN, "售票员也可以借出望远镜。", "望远镜的出借登记由售票员保存。"),
        (LOAN, "展厅讲解员遗失钥匙的，由售票员出借望远镜。", "望远镜由展厅讲解员出借，售票员收押金。"),
        (
            DOOR,
            "A keeper may also open the aviary with the spare key.",
            "A keeper may not open the aviary with the spare key.",
        ),
        (
            DOOR,
            "If the chip is broken, the spare key opens the aviary.",
            "The spare key of the aviary is kept in the office.",
        ),
        (
            DOOR,
            "In the aviary the spare key may be used instead of the chip.",
            "The spare key may be used for the shed.",
        ),
    ],
)
def test_what_does_as_well_as_the_key_or_stands_in_for_it_is_right_too(asked, also, beside):
    key = "望远镜由展厅讲解员出借。" if asked is LOAN else "A keeper opens the aviary with a chip."
    assert "two_right" in rules_named(asked, book=rulebook_of(key, also))
    assert "two_right" not in rules_named(asked, book=rulebook_of(key, beside))


def test_a_rule_of_undoing_or_of_another_amount_makes_no_distractor_right():
    asked = choice("球场最迟提前多久预订？", "*24小时", "三天", "一周", **ORDERED)
    book = rulebook_of("预订球场须提前24小时。", "取消预订的球场须提前三天。")
    assert "two_right" not in rules_named(asked, book=book)
    asked = choice("修理费300元，应当由谁批准？", "*球场领班", "球场主任", "司机")
    book = rulebook_of("修理费不超过500元的，由球场领班批准。", "修理费超过500元的，由球场主任批准。")
    assert "two_right" not in rules_named(asked, book=book)


def test_a_rule_explains_itself_by_name_and_by_code():
    for name, rule in {**ITEM_RULES, **BANK_RULES}.items():
        page = rule_page(name)
        assert page == rule_page(rule.CODE)
        assert all(word in page for word in ("Why:", f"Warns ({rule.CODE})", "Fails:", "Passes:", "Source:"))
    with pytest.raises(UnknownRule, match="LNT010 length_cue"):
        rule_page("lenght")


def test_codes_are_given_once():
    codes = [rule.CODE for rule in (*ITEM_RULES.values(), *BANK_RULES.values())]
    assert len(set(codes)) == len(codes)


def test_the_reference_bank_is_well_written():
    loaded = load_project(Path(__file__).parents[2])
    assert [f"{f.item.id}: {f.rule}" for f in lint(loaded.bank.items, loaded.handbook)] == []
