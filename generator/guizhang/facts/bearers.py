"""Who a clause addresses: 客服人员须…, 全体员工务必…, 折扣由销售总监批准, 建议客服人员."""

from __future__ import annotations

import re

from guizhang.facts.english_bearers import english_titled
from guizhang.facts.names import NAMES, short, whole_name

# What may stand between the subject and its modal.
_TAIL = (
    "(?:(?:在|于|自|从|对|与|向|按|凭|持|把|将|因|遇|如|经|未经|根据|依|以|为|随|接到|接听|处理|使用|驾驶|操作|参加|办理|申请|提出"
    "|进入|离开|领用|领取|收到|发现|报销|借款|填写|执行|完成)[^,]{1,16}?"
    "|[^,]{0,10}(?:时|后|前|期间|中|内|之日起|时间)|每[天日周月年次]|原则上|一律|离职|辞职|请假|出差|外出|上班|下班|入职|用餐|就餐"
    "|[均都也还则就另亦并再皆仍]|平时|同时|之间|必要时|统一|确[实需因]?|非[^,]{1,10}|自愿|主动|本人|自行|只)"
)
_BEFORE_CUE = re.compile(rf"^(?:[^,:]{{0,10}}的|[^,:]{{1,8}}(?:时|后|前|内|期间))??(?P<who>{NAMES}){_TAIL}{{0,2}}$")
_VERBS = (
    "承诺|同意(?=[按在于向以依]|支付|遵守|承担|接受|自行|配合|无偿)|会(?=致电|联系|通知|派)|凭|负责|提前|[两二三四五六七八九十\\d]+个?(?:小时|天|周|日|月)|连续|写|自|备|随|按时|准时|当场|立即|尽快"
    "|尽量|共同|轮流|分别|协商|驾|发言|入场|退场|携|出席|填|签|巡|停|另|须|应(?![得收付用急聘届变])"
    "|必须|需(?!求)|要(?!求)|不|可(?!能)|在|对|每|均|都|定期|及时|主动|认真|积极|严格|按|将|根据|有|制定|给予|提供|组织|保留|实行|先"
    "|向|设|进行|接(?!待)|接待|处理|处|听|说|自觉"
    "|统一|务|允许|妥善|耐心|热情|做|保|遵|记录|填|"
    "配合|一律|切|以|如|全|完成|执行|协助|检查|审核|建立|安排|予以|设立|参加|服从|了解|收集|审批|登记|回复|解答|跟进|于|负|出车|出差"
    "|外出|收车|腾空|返还|说明|确认|裁示|主持|主办|投票|支付"
    "|缴纳|缴交|交付|购买|承担|归还|交还|交回|关|提交|出示|签署|签字|自备|自理|领|搬|带|出具|报|召集|指定|公布|抽|督促|监督|引导|陪同"
    "|维修|保养|打扫|清洁|锁|使用|穿|佩|轮|值|打卡|签到|迎接"
    "|问候|称呼|介绍|讲解|演示|推荐|收取|发放|获|享|收到|汇总|整改|清点|盘点|领取|交接|开启|关闭|进入|巡视|巡查|佩戴|着装|采购|拨打"
    "|致电|签收|核对|核实|查验|统计|离职|入职"
)
# What a name makes a thing of its own when it stands before it: 员工宿舍, 客户投诉, 供应商资质.
_OWN = (
    "宿舍|餐(?!饮)|食堂|饭|投诉|意见|建议(?!$)|资[料质格金]|信息|档案|物品|财物|财产|行李|遗[留失]|车辆|车位|订单|需求|姓名"
    "|名[单称册义额]|电话(?!通知|回访|联系|告知|确认|报告)|号码"
    "|隐私|满意|评[价分级]|评审|合同|合约|协议|工资|薪|奖金|津贴|补贴|福利|待遇|费|押金|手册|守则|规|制度|办法|流程|须知|公约|大会|代表大会|卡|证|牌|工号"
    "|编号|账号|密码|系统|平台|电脑|设备|工具|仓|库|区|室|楼|门|入口|出口|通道|电梯|班车|平均|人均|总|数|比例|比率|率|考核(?!他|下|时)"
    "|绩效|培训(?!他|下|时|新)|关系|团队|活动|生日"
    "|体检|招聘|名下|岗位|职责|职务|级别|之|等(?!候|待)|类|型|性|化|业|间|处(?!理|罚|置)|方|者|以[上下外内]|[内里](?!部审)|级|人数"
    "|部(?!署)|组(?!织)|科|会(?!签|同|商|致电|联系|通知|派|客(?!区|室))|公寓"
    "|费用|开支|病历|处方|床|房|作业(?!时|前|后|中)"
)
_SUBJECT = re.compile(rf"^(?P<who>{NAMES})(?!$|[的之、和与及或兼]|{_OWN})")
# Who is served: a case that begins with them tells staff what to do.
_SERVED = re.compile(
    "(?:客户|顾客|客人|[来宾游旅乘住租房食访]客|来宾|嘉宾|患者|病人|伤者|消费者|儿童|幼儿|孩子|学生|会员|供应商|来访者|来访人员)$"
)
# 扣厨师长100元, 罚店长50元, 奖励司机500元: whom a consequence hits.
_HIT = re.compile(
    rf"(?:扣(?:[罚除发减缴押])?|罚款?|处罚|奖励?|给予|对于?|追究|取消|收缴|没收|暂扣|解除|责令|通报|辞退|开除)(?!行政处"
    rf"|经济)(?P<who>{NAMES}|[一-龥]{{2,5}}者)(?=[一-龥]{{0,8}}?(?:"
    rf"[￥¥]? ?\d|[一二三四五六七八九十百千]+[元分]|的?责任|处|予以|(?<=[当责][事任]人)$"
    rf"|警告|批评|通报|记|降|辞|开除|奖|[加减]|惩|人民币|港币|当月|全月|绩效|工资|每[次天日人]|“|的?证|上岗))"
)
# 砧板师傅收档后用…, 班长当天14时前填写…: whoever is told when to do something is told to do it.
_THEN = (
    "(?:早上|上午|中午|下午|晚上|晚间|凌晨|傍晚|夜间|当[天日]|次[天日]|翌日|本[周月]|下[周月]|月[底末]|年[底末]|\\d{1,2}(?:月|日|点|时"
    "|:\\d\\d|个?工作日|个?小时|天|分钟)"
    "|[一二两三四五六七八九十半]{1,2}个?(?:工作日|小时|天|周|月|分钟)|[一-龥]{1,5}?(?:之前|以前|之后|以后|前|后|时(?![租间薪段数限长效])|期间)(?=[一-龥\\d]))"
)
_LEADING = re.compile(rf"^(?P<who>{NAMES})(?!{_OWN})(?={_VERBS}|{_THEN})")
_STRIP = re.compile(r"^(?:课间|午间|晨间|平时|日常|否则|另(?!一方)外?|凡是?|只有|但|且|并|同时|则|因此)")
_CONDITION = re.compile(r"^(?:如果?|若|遇|当(?!值|班)|对于?|除|经(?!理|办)|由|未经|非经|为)")
# 使用会议室者须…, 借用工具者原则上应…: whoever does or is so; 未经核准者 may be a thing.
_WHOEVER = re.compile(
    r"^(?:凡|对|如)?(?![未不经逾超有因属凡对如]|.*(?:情形|之一|行为))(?P<who>[^,:]{2,20}者)(?:原则上|一律|均|则|也|亦|其)?$"
)
_AGENT = re.compile(
    rf"由(?P<who>{NAMES}|[一-龥]{{1,5}}者)(?=[一-龥,。;]|$)(?!等?(?:组成|构成|导致|引起|造成|产生|决定于))"
)
_DOES = re.compile(
    "由(?P<who>[^,。;由]{2,16}?)(?=(?:共同|联合|统一|最终|酌情)?(?:审批|批准|核准|审定|审核|核定|裁定|裁决|决定|决议|议决|议定|表决|商定|通过|签批|签发|签字|确认"
    "|负责|组织|监督|执行|受理|办理|处理|保管"
    "|解释|承担|安排|协调|汇总|填写|提交|出具|陪同|召集|主持|制定|检查|验收|评定|担任|拍板))"
)
_APPROVER = re.compile(
    rf"(?:^|,|(?<=[元天日上下内外的])(?![上下内外]))(?:报(?:请|经)?|呈报?|提请)?(?P<who>{NAMES})(?:[一两二三逐]级|最终|联合|会签)?(?:审批|批准|核准|审定|签批|裁定"
    rf"|裁决|核定|核决|决定)(?=[;,。]|$|(?![^,]*后)[^,]{{0,10}}(?:申请|请假|报销|费用|合同|支出|加班|调休|采购|用款)$)"
)
_OBJECT = re.compile(rf"^(?P<who>{NAMES})(?=[一-龥])")
_RUN_IN = re.compile(rf"^(?P<who>{NAMES})(?P<duties>):")
_URGES = frozenset(
    (
        "请",
        "务请",
        "敬请",
        "建议",
        "鼓励",
        "提倡",
        "倡导",
        "允许",
        "准许",
        "禁止",
        "严禁",
        "不允许",
        "不准",
        "不许",
        "希望",
        "推荐",
    )
)
_FAR = 60
"""A subject farther from its modal than this is not worth the search."""


def find_bearer(parts: list[str], index: int, cue_start: int, cue: str, behind: str) -> str | None:
    """Return who a norm addresses, as the clause names him, or None.

    Args:
        parts: The clause cut at its commas.
        index: The part with the cue.
        cue_start: Where in that part the cue begins.
        cue: The cue.
        behind: What stands behind the cue: 建议客服人员…, 鼓励员工….
    """
    before = _STRIP.sub("", parts[index][:cue_start].rpartition(":")[2])
    if len(before) > _FAR:
        return None
    if cue in _URGES and (match := _OBJECT.match(behind)):
        return short(match["who"])
    if before:
        match = _BEFORE_CUE.match(before) or _WHOEVER.match(before)
        if match:
            # 车间内禁止吸烟: a place is nobody.
            return None if _INSIDE.match(before, match.end("who")) else short(match["who"])
    # 客服人员接到投诉后，须在…: the subject may stand in a part before; 对违反规定的员工 is an object there.
    for part in reversed(parts[:index]):
        if not _CONDITION.match(part) and (who := _whole_or_leading(part)):
            return who
    if subject := actor(before):
        return subject
    if named := agent(cue) if cue.startswith("由") else next((w for part in parts[:index] if (w := agent(part))), None):
        # 到时仍未取下的，由领班致电，无人应答的，须…
        return named
    # 乙方超过时限的，应…: the case names who did it; those who are served only cause the case.
    for part in reversed(parts[:index]):
        told = _OPENING.sub("", part)
        if (subject := actor(told)) and (_ANY.match(told) or not _SERVED.search(subject)):
            return subject
    return None


_INSIDE = re.compile("[内里外](?:部)?(?:一律|均|都|也|严|原则上)?$")
_OPENING = re.compile("^(?:如果?|若|倘若?|当(?!班|值|事|日|天|月|年)|一旦|但|但如)")
_ANY = re.compile("任何|凡|每一?[位个名]|所有|全体")


def actor(part: str) -> str | None:
    """Return the name a part begins with, if something follows that the name does or is told."""
    match = _SUBJECT.match(_STRIP.sub("", part))
    return short(match["who"]) if match else None


def of_case(view: str) -> str | None:
    """Return who did what the case tells: 柜员长短款500元以内的，写出书面说明; those who are served do nothing."""
    cases = (part for part in view.split(",")[:-1] if part.endswith(("的", "者")))
    return next((who for part in cases if (who := actor(part)) and not _SERVED.search(who)), None)


# 由损坏者赔偿, 由经手的收银员承担: who pays for it; 公司 and the like pay for nobody.
_PAYS = re.compile(
    rf"由(?:[^,由]{{1,10}}的)?(?P<who>{NAMES}|[一-龥]{{1,5}}者|[一-龥]{{1,4}}岗|本人)(?:本人|全部|自行|自己|个人|照价|全额|如数|共同"
    rf"|双倍|平均|按[^,由]{{1,8}})*(?:承担|负责|负担|赔偿|补[足齐交偿]|买单|垫付|支付|缴纳|分摊|恢复)"
)


_GIVEN_TO = re.compile(
    rf"(?:给予|授予|奖励|发给|颁发?给)(?P<who>{NAMES})(?=[一-龥]{{0,8}}(?:奖|加分|鼓励|表[彰扬]|嘉奖|证书|元))"
)
# 对乱停车辆者，保安劝阻，并处罚款: it hits whom the case names, not who deals with him.
_OF_WHOM = re.compile(rf"对(?:于)?(?:[^,]{{2,16}}者|(?:[^,]{{2,16}}的)?(?P<name>{NAMES}))(?=,)")


def given_to(view: str) -> str | None:
    """Return whom a reward goes to where somebody else gives it: 公司给予员工奖励."""
    given = _GIVEN_TO.search(view)
    return short(given["who"]) if given else None


def concerned(view: str) -> str | None:
    """Return whom a penalty or reward hits, where the clause names him: 司机违反4.2的，每次扣30元; 扣厨师长100元."""
    if hit := _HIT.search(view) or _PAYS.search(view):
        return short(hit["who"])
    if of_whom := _OF_WHOM.match(view):
        return of_whom["name"]
    parts = view.split(",")
    meant = next((one["who"] for part in parts if (one := _MEANT.search(part) or _EARNS.search(part))), None)
    named = [(who, part) for part in parts if (who := actor(part)) and not who.endswith("公司")]
    pays = next((who for who, part in named if who[0] != "每" and _PAYING.match(part, len(who) + part.find(who))), None)
    return meant or pays or (named[0][0] if named else None)


# 连续三个月零客诉之房务员，…: the person the case describes.
_MEANT = re.compile(rf"^(?!对|由|经|向|给|与|将|把)[^,]{{2,40}}(?:之|(?<!目)的)(?P<who>{NAMES})$")

# 业主投诉属实的，责任人每次罚50元: the case may name somebody else.
_PAYING = re.compile("(?:每[次人天日]|每发现一次|各|均|一律|则)*被?(?:罚|扣|记|处以|予以|给予)")
# 全年零差错的收银员奖500元.
_EARNS = re.compile(
    rf"^(?!对|由|经|向|给|与|将|把)[^,]{{2,40}}(?:之|(?<!目)的)(?P<who>{NAMES})(?=奖|罚|扣|发给|给予|予以|记)"
)


_TOLD = re.compile(
    rf"^(?P<who>{NAMES})(?={_VERBS}|接到|申请|需要|未|违反|发生|不|报销|辞职|加班|遇|因|离|请假|出差|外出|上班|使用|收到|发现)"
)


# 服务站对不适任的义工，得收回…: who acts, not on whom.
_TOWARDS = re.compile(rf"^(?P<who>{NAMES})对(?!方|账|帐|象|外|内)[^,]{{2,}}$")


def _whole_or_leading(part: str) -> str | None:
    part = _STRIP.sub("", part)
    if towards := _TOWARDS.match(part):
        return short(towards["who"])
    if whole_name(part):
        return short(part)
    if meant := _MEANT.search(part) or _WHOEVER.match(part):
        return short(meant["who"])
    match = _TOLD.match(part)
    return short(match["who"]) if match else None


_HEADING = re.compile(
    rf"^(?P<who>{NAMES})(?:的)?(?:岗位|工作|主要|基本|日常|行为|服务)*(?P<duties>职责|义务|任务|内容|职能|责任|守则|要求|规范|须知|纪律|礼仪)?(?:[:(].*)?$"
)
_FIELD = re.compile(
    "(?:收银|出纳|质检|运营|庭|停车场|馆|网站|平台|人事|人力资源|财务|行政|法务|采购|后台|部门|各部|中心|企业|单位|机构|集团|总部)$"
)


def titled(title: str) -> str | None:
    """Return whose duties a heading announces (客服主管, 店长岗位职责, Duties of the Supervisor), or None."""
    if match := _HEADING.match(title) or _RUN_IN.match(title):
        # 人事 or 采购部门 as a heading is a field of work; with 职责 behind it somebody's duties.
        return short(match["who"]) if match["duties"] or not _FIELD.search(match["who"]) else None
    return english_titled(title)


def run_in(view: str) -> str | None:
    """Return the name a clause begins with in front of a colon: 队长：每日点名."""
    match = _RUN_IN.match(view)
    return short(match["who"]) if match else None


def agent(view: str) -> str | None:
    """Return who acts in 由店长审批, or None."""
    if "由" not in view:
        return None
    # 由学校资助中心审定: what stands up to the verb, where that is a name as a whole.
    long = _DOES.search(view)
    if long and whole_name(long["who"]):
        return short(long["who"])
    if long and whole_name(last := long["who"].rpartition("的")[2]):
        # 由出资最多的股东召集: whom it describes.
        return short(last)
    match = _AGENT.search(view)
    return short(match["who"]) if match else None


# 超过10天乙方有权…: what is counted is no part of the name behind it.
_HOLDER = re.compile(
    rf"(?<![\d一二两三四五六七八九十半])(?P<who>{NAMES})(?:[也亦均都])?"
    r"(?:有权|全权|拥有|享有|行使|保留|说了算|[的之](?:职权|权力)(?:[是为如包有:]|$))"
)


def holder(view: str) -> str | None:
    """Return who has a right wherever the sentence names it: 前款情形下出租方有权停止供电."""
    match = _HOLDER.search(view)
    return short(match["who"]) if match else None


def approver(view: str) -> re.Match[str] | None:
    """Return who approves as the subject of the sentence (部门负责人审批), or None."""
    return _APPROVER.search(view)


def leading(view: str) -> str | None:
    """Return the subject a clause without a cue begins with: 客服人员及时记录."""
    match = _LEADING.match(_STRIP.sub("", view))
    return short(match["who"]) if match else None
