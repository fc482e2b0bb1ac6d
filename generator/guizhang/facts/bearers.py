"""Who a clause addresses: 客服人员须…, 全体员工务必…, 折扣由销售总监批准, 建议客服人员."""

from __future__ import annotations

import re

# How names of people and bodies end; the longer first where one ends like another.
_ENDS = (
    "员工|人员|负责人|责任人|任何人|每个人|未成年人|法定代表人|代表|办公会|委员会|委会|法团|协会|商会|学校|医院|酒店|商场|幼儿园"
    "|董事会|监事会|理事会|股东会|业主大会|总经理|副总经理|董事长|总裁|副总裁"
    "|副总|老总|经理|协理|副理|襄理|主管|总监|厨师长|护士长|店长|厂长|院长|校长|站长|馆长|处长|科长|所长|局长|行长|园长|队长|"
    "监理|医生|教师|老师|教练|辅导员|导诊|药房|护理站|护士站|住校生|寄宿生|毕业生|考生|新生|学员|家属|监护人|管理层|董事|股东|站点"
    "|车队|服务台|收银台|总台|运输队|科室|班组|调度|质检|品控|运营|客房部"
    "|前厅|后厨|楼长|舍长|室长|寝室长|村民|居民|会员|骑手|快递员|当事人|责任人|申请人|使用人|经办人|经手人|审批人|作业人|借用人|"
    "主任|部长|组长|班长|领班|领导|上级|主席|司仪|督导|专员|秘书|顾问|助理|导购|前台|后台|客服|文员|会计|出纳|司机|讲师|实习生|新人"
    "|同事|同仁|保安|坐席|座席|法务|财务|行政|人事|人力资源|个人|办公室|面试官|考官|长官|"
    "住客|房客|食客|饲主|货主|师傅|护士|职工|技工|电工|焊工|厨工|护工|(?:操作|维修|清洁|搬运|叉车|钟点|临时|合同|勤杂|装卸|水电|小时"
    "|洗碗)工|学徒|徒弟|大厨|总厨|仓管|库管|宿管|舍管|楼管|同学|保洁|门卫|门岗|患者|领队|导游|工友|车间|访客|顾客|旅客|乘客|宾客|来客|游客|租客|来宾"
    "|亲属|失主|机主|机长|乘务|老人|孕妇|家人|(?:当班|值班|经手|举报)者|店组|各店"
    "|嘉宾|住户|用户|商户|租户|客户|商家|业主|车主|店主|雇主|房东|儿童|学生|家长|男士|女士|男生|女生"
    "|[甲乙丙丁双各对一院校店厂园资劳]方|(?:违约|守约|责任|承办|主办|协办|出卖|买受|出租|承租|供货|供应|采购|委托|受托|发包|承包|买|卖|供"
    "|需|借款|贷款|建设|施工|监理)方|"
    "(?<=[本该我贵])[校院馆店厂社园会所行局站](?!员|长|方|内|外|区|规|证|友|服|车|上|下|议|计|场|客|期|名|次|身|款|为|业|政|李|动|程"
    "|人|驶|有|得|属|需|在|述|列|称|以|所|面|点|舍|龄|训|风|庆|址|牌|铺)|亲朋|加盟商|供应商|承包商|经销商|代理商|服务商|承建商|部门"
    "|各部|小组|中心|公司|集团|企业|单位|机构|银行|门店|门市|店铺|分店|加盟店|总部|工会|管理处|消费者|管理者|使用者|经营者|参加者|主持人|"
    "(?<=[一-龥])(?<![每两二三四五六七八九十几载超限满带救搬送代替他令让致使])人(?!员|事|力|民|数|均|次|身|生|工|为|才|格|们|口|选|物"
    "|情|体|手|家|名)|(?<=[一-龥])员(?!工|额)|(?<=[一-龥])[部组处科室师](?!工"
    "|会|傅|生|品|业|务|量|场|城|定|议|标|机|家|织|成|合|门|分|位|理|学|内|外|长|件|署|里|罚|分|方|境|所|资|范)"
)
_FIRST = (
    "(?:本公司|贵|全体|所有|各级|各|每一?[位个名]|任何|凡是?|本|我|该|其他|有关|相关|在职|当值|值班|现场|第一|因故[一-龥]{2,6}的"
    "|[一-龥]{1,4}期|非|双|被(?=保证人|担保人|监护人|委托|授权|考核|评|投诉|检查|采访))"
)
# What cannot begin a name: prepositions, conjunctions, verbs of the sentence.
_NOT_FIRST = (
    "(?!主动|积极|抄送|同时|安抚|同一|告知|告诉|递交|发给|及时|认真|热情|体现|等候|通过|配合|服从|听从|转交|移交|上报|反馈|发现|遇到"
    "|得到|取得|经过|指定|安排|组织|联系|因为|关于|包括|协助"
    "|帮助|接待(?!人|员|岗)|引导(?!员)|带领|要求|作为|保护|维护|尊重|提醒|通知|请示|方便|没有|其它|根据|导致|致使|引起|特制|兹制"
    "|因(?!故)|受(?=[本其到甲乙贵我]|公司)|按|与|对"
    "|向|由|在|其次|首先|为|把|将|以|从|当(?!值|班|事)|如|若|经(?!理|办)|和|及|或|被(?!保证人|担保人|监护人|委托|授权|考核|评|投诉"
    "|检查|检|采访)|给|让|使(?!用(?:部门|单位|人|者))|请|严禁|禁止|处以|应|须|需|可|不)"
)
# A name does not hold 由 or 的, and it ends where no further ending follows: 客服|人员 is one name.
_NAME = (
    rf"{_NOT_FIRST}{_FIRST}?(?:(?![由的对向把将给在于被让须应至到订]|交(?!接|易|通|警|付|班)|回(?!访|收)|进入|下(?![属级岗])|造成|导致"
    rf"|致使|引起|仅[供限]|辞退|聘用(?!人|单位|方)|提出|赔偿|没收|违反|每处|找|联系|离开|填写"
    rf"|前(?![台厅线端])|后(?![台厨勤端备])|经(?!理|办|营|销|纪)|会(?!议|员|计|务|所|场"
    rf"|长))[一-龥A-Za-z]){{0,9}}?(?:{_ENDS})(?!{_ENDS}|(?:服务|投诉|关系|管理|销售|营销|技术|支持|信息)(?:部|中心|组|人员))"
)
NAMES = rf"{_NAME}(?:[、和与及或][一-龥]{{0,6}}?(?:{_ENDS})){{0,4}}"
"""Pattern of the name of a role or a body, or of several joined."""
# What may stand between the subject and its modal.
_TAIL = (
    "(?:(?:在|于|自|从|对|与|向|按|凭|持|把|将|因|遇|如|经|未经|根据|依|以|为|随|接到|接听|处理|使用|驾驶|操作|参加|办理|申请|提出"
    "|进入|离开|领用|领取|收到|发现|报销|借款|填写|执行|完成)[^,]{1,16}?"
    "|[^,]{0,10}(?:时|后|前|期间|中|内|之日起|时间)|每[天日周月年次]|原则上|一律|离职|辞职|请假|出差|外出|上班|下班|入职|用餐|就餐"
    "|[均都也还则就另亦并再皆仍]|平时|同时|之间|必要时|统一|确[实需因]?|非[^,]{1,10}|自愿|主动|本人|自行|只)"
)
_BEFORE_CUE = re.compile(rf"^(?:[^,:]{{0,10}}的|[^,:]{{1,8}}(?:时|后|前|内|期间))??(?P<who>{NAMES}){_TAIL}{{0,2}}$")
_VERBS = (
    "会(?=致电|联系|通知|派)|凭|负责|提前|[两二三四五六七八九十\\d]+个?(?:小时|天|周|日|月)|连续|写|自|备|随|按时|准时|当场|立即|尽快"
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
    rf"[￥¥]? ?\d|[一二三四五六七八九十百千]+[元分]|的?责任|处|予以"
    rf"|警告|批评|通报|记|降|辞|开除|奖|加|人民币|港币|当月|全月|绩效|工资|每[次天日人]|“|的?证|上岗))"
)
# 砧板师傅收档后用…, 班长当天14时前填写…: whoever is told when to do something is told to do it.
_THEN = (
    "(?:早上|上午|中午|下午|晚上|晚间|凌晨|傍晚|夜间|当[天日]|次[天日]|翌日|本[周月]|下[周月]|月[底末]|年[底末]|\\d{1,2}(?:月|日|点|时"
    "|:\\d\\d|个?工作日|个?小时|天|分钟)"
    "|[一二两三四五六七八九十半]{1,2}个?(?:工作日|小时|天|周|月|分钟)|[一-龥]{1,5}?(?:之前|以前|之后|以后|前|后|时(?![租间薪段数限长效])|期间)(?=[一-龥\\d]))"
)
_LEADING = re.compile(rf"^(?P<who>{NAMES})(?!{_OWN})(?={_VERBS}|{_THEN})")
_STRIP = re.compile(r"^(?:否则|另(?!一方)外?|凡是?|只有|但|且|并|同时|则|因此)")
_CONDITION = re.compile(r"^(?:如果?|若|遇|当(?!值|班)|对于?|除|经(?!理|办)|由|未经|非经|为)")
_AGENT = re.compile(rf"由(?P<who>{NAMES})(?=[一-龥,。;]|$)(?!等?(?:组成|构成|导致|引起|造成|产生|决定于))")
_DOES = re.compile(
    "由(?P<who>[^,。;由]{2,16}?)(?=(?:共同|联合|统一|最终|酌情)?(?:审批|批准|核准|审定|审核|核定|裁定|裁决|决定|签批|签发|签字|确认"
    "|负责|组织|监督|执行|受理|办理|处理|保管"
    "|解释|承担|安排|协调|汇总|填写|提交|出具|陪同|主持|制定|检查|验收|评定|担任|拍板))"
)
_APPROVER = re.compile(
    rf"(?:^|,|(?<=[元天日上下内外的])(?![上下内外]))(?P<who>{NAMES})(?:[一两二三逐]级|最终|联合|会签)?(?:审批|批准|核准|审定|签批|裁定"
    rf"|裁决|核定|核决|决定)(?=[;,。]|$)"
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
_EN = re.compile(
    r"^(?:No |Only )?(?!Don['’]t |Do |Never |Please |If |When |Where |Unless )(?P<who>(?:[Tt]he |All |Every |Each |Any "
    r"|An? )?(?:two |three |four )?(?:(?!(?:must|shall|should|may|can|not|is|are|will|have|has)\b)[A-Za-z'-]+ ){0,4}?"
    r"(?:staff|people|persons?|(?:(?<=no )|(?<=any )|(?<=every ))one|anyone|everyone|teams?|party|parties|compan(?:y"
    r"|ies)|departments?|committees?|boards?|lord|crews?|finance|accounts|payroll|reception|housekeeping|security|procurement"
    r"|maintenance|admin|management|headquarters|HR|chairs?|chefs?|nurses?|clerks?|doctors?|guests?|hosts?|children|child"
    r"|students?|residents?|clients?|guards?|lifeguards?|(?!(?:order|letter|paper|water|meter|computer|number|register"
    r"|floor|door|error|power|offer|matter|folder|container"
    r"|locker|printer|counter|elevator|ladder|quarter|monitor|generator|freezer|poster|voucher|cover|corner|either|other|whether|over|under|after|for|or"
    r"|her|per|never|every|later|refrigerator|corridor|three|degree|coffee|restaurant|relevant|important|constant|list"
    r"|checklist|higher|larger|longer|lower|older|heavier|lighter|wider|greater|fewer|further|former|latter|newer|taller"
    r"|deeper|smaller|shorter|transfer"
    r"|trailer|charger|remainder|reminder|shower|tower|weather|together|buffer|filter|layer|chapter|another|rather|proper"
    r"|major|minor|prior|indoor|outdoor|motor|colour|labor|behavior|plant|grant|current|summer|winter|quarterly|rubber"
    r"|timber|copper|silver|paper|fever|cancer|answer|dinner|supper|manner|banner|scanner)s?\b)[A-Za-z]{2,}(?:er|or|ees?"
    r"|eeper|ant|ist|ian|mber)s?|landlords?|agents?|parents?|tenants?|applicants?|C[EFOTI]O|you)(?: and (?:the )?(?:C[EFOTI]O"
    r"|[A-Za-z]+(?:er|or|ee|ant|ist)s?))?)"
    r"(?: (?:who|whose|in|on|at|of|with|from|under)\b(?:[^,.;]|\.(?=\d)){1,80}?)??,? (?:must|shall|should|may|can|is|are|has|have|will"
    r"|need|needs|only|not|[a-z]+s?)\b",
    re.IGNORECASE,
)
_EN_CASE = re.compile(
    r"^(?:(?:If|When|Whenever|Where|Unless|Once|After|Before|While|During|Until|On|Upon|For each|With|Without|Subject to"
    r"|In (?:addition to|accordance with|the event|case|order)|Except)\b[^,]*, )+",
    re.IGNORECASE,
)
# Complaints must be answered by the Contractor: who does it stands behind the verb.
_EN_BY = re.compile(
    r"\b(?:must|shall|should|is to|are to|has to|have to|needs? to|will)\b[^,.;]{0,40}?\bby (?P<who>(?:the|a|an|two|three"
    r"|every|each|any|our) [A-Za-z' -]{2,30}?)(?= (?:within|before|after|at|in|on|and|or|who|each|every|no|not|for|with"
    r"|by|once|twice|as|from|to)\b|[,.;:]|$)",
    re.IGNORECASE,
)
# When you work a double shift you may take two meals: you stand behind a case without a comma, too.
_EN_YOU = re.compile(
    r"\b(?<!if )(?<!when )(?<!that )(?P<who>you) (?:must|shall|should|may|can|cannot|will|need|are (?:required|expected|allowed|asked|not))\b",
    re.IGNORECASE,
)
_EN_WHEN = re.compile(
    "means|way|method|step|point|per cent|day|hour|month|week|year|date|end|time|noon|post|hand|train|bus|law|mail|phone|card|cash|close|deadline"
)
_MOST = 18
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
        return _short(match["who"])
    if before:
        match = _BEFORE_CUE.match(before)
        if match:
            return _short(match["who"])
    # 客服人员接到投诉后，须在…: the subject may stand in a part before; 对违反规定的员工 is an object there.
    for part in reversed(parts[:index]):
        if not _CONDITION.match(part) and (who := _whole_or_leading(part)):
            return who
    if subject := actor(before):
        return subject
    # 乙方超过时限的，应…: the case names who did it; those who are served only cause the case.
    for part in reversed(parts[:index]):
        if (subject := actor(part)) and not _SERVED.search(subject):
            return subject
    return None


def actor(part: str) -> str | None:
    """Return the name a part begins with, if something follows that the name does or is told."""
    match = _SUBJECT.match(_STRIP.sub("", part))
    return _short(match["who"]) if match else None


def of_case(view: str) -> str | None:
    """Return who did what the case tells: 柜员长短款500元以内的，写出书面说明; those who are served do nothing."""
    cases = (part for part in view.split(",")[:-1] if part.endswith(("的", "者")))
    return next((who for part in cases if (who := actor(part)) and not _SERVED.search(who)), None)


# 由损坏者赔偿, 由经手的收银员承担: who pays for it; 公司 and the like pay for nobody.
_PAYS = re.compile(
    rf"由(?:[^,由]{{1,10}}的)?(?P<who>{NAMES}|[一-龥]{{1,5}}者|[一-龥]{{1,4}}岗|本人)(?:本人|全部|自行|自己|个人|照价|全额|如数|共同"
    rf"|双倍|平均|按[^,由]{{1,8}})*(?:承担|负责|负担|赔偿|补[足齐交偿]|买单|垫付|支付|缴纳|分摊|恢复)"
)


def concerned(view: str) -> str | None:
    """Return whom a penalty or reward hits, where the clause names him: 司机违反4.2的，每次扣30元; 扣厨师长100元."""
    if hit := _HIT.search(view) or _PAYS.search(view):
        return _short(hit["who"])
    return next((who for part in view.split(",") if (who := actor(part)) and not who.endswith("公司")), None)


# 连续三个月零客诉之房务员，…: the person the case describes.
_MEANT = re.compile(rf"^(?!对|由|经|向|给|与|将|把)[^,]{{2,40}}(?:之|(?<!目)的)(?P<who>{NAMES})$")


def _whole_or_leading(part: str) -> str | None:
    part = _STRIP.sub("", part)
    if re.fullmatch(NAMES, part):
        return _short(part)
    if meant := _MEANT.search(part):
        return _short(meant["who"])
    match = re.match(
        rf"^(?P<who>{NAMES})(?={_VERBS}|接到|申请|需要|未|违反|发生|不|报销|辞职|加班|遇|因|离|请假|出差|外出|上班|使用|收到|发现)",
        part,
    )
    return _short(match["who"]) if match else None


_HEADING = re.compile(
    rf"^(?P<who>{NAMES})(?:的)?(?:岗位|工作|主要|基本|日常|行为|服务)*(?P<duties>职责|义务|任务|内容|职能|责任|守则|要求|规范|须知|纪律|礼仪)?(?:[:(].*)?$"
)
_FIELD = re.compile("(?:人事|人力资源|财务|行政|法务|采购|后台|部门|各部|中心|企业|单位|机构|集团|总部)$")
_EN_HEADING = re.compile(
    r"^(?:(?:duties|responsibilities|tasks) of )?(?P<who>[A-Za-z' -]{3,40}?)(?: (?:duties|responsibilities|tasks))?:?$",
    re.IGNORECASE,
)

# A heading that only names those served is a topic: Customers, Visitors.
_EN_TOPIC = re.compile(
    r"(?:housekeeping|security|finance|accounts|payroll|reception|procurement|maintenance|admin|management|headquarters"
    r"|HR|teams?|departments?|customers|visitors|guests|clients|children|members|users|residents|patients):?",
    re.IGNORECASE,
)


def titled(title: str) -> str | None:
    """Return whose duties a heading announces (客服主管, 店长岗位职责, Duties of the Supervisor), or None."""
    if match := _HEADING.match(title) or _RUN_IN.match(title):
        # 人事 or 采购部门 as a heading is a field of work; with 职责 behind it somebody's duties.
        return _short(match["who"]) if match["duties"] or not _FIELD.search(match["who"]) else None
    english = _EN_HEADING.match(title)
    if english and _EN_TOPIC.fullmatch(title):
        return None
    return english_bearer(f"{english['who']} must") if english else None


def run_in(view: str) -> str | None:
    """Return the name a clause begins with in front of a colon: 队长：每日点名."""
    match = _RUN_IN.match(view)
    return _short(match["who"]) if match else None


def whole_name(part: str) -> bool:
    """Tell whether a part is nothing but a name."""
    return re.fullmatch(NAMES, part) is not None


def agent(view: str) -> str | None:
    """Return who acts in 由店长审批, or None."""
    # 由学校资助中心审定: what stands up to the verb, where that is a name as a whole.
    long = _DOES.search(view)
    if long and whole_name(long["who"]):
        return _short(long["who"])
    match = _AGENT.search(view)
    return _short(match["who"]) if match else None


_HOLDER = re.compile(rf"(?P<who>{NAMES})(?:[也亦均都])?(?:有权|全权|拥有|享有|行使|保留|说了算)")


def holder(view: str) -> str | None:
    """Return who has a right wherever the sentence names it: 前款情形下出租方有权停止供电."""
    match = _HOLDER.search(view)
    return _short(match["who"]) if match else None


def approver(view: str) -> re.Match[str] | None:
    """Return who approves as the subject of the sentence (部门负责人审批), or None."""
    return _APPROVER.search(view)


def english_bearer(view: str) -> str | None:
    """Return the subject of an English norm, or None."""
    main = english_main(view)
    match = _EN.match(main) or _EN_YOU.search(main)
    by = _EN_BY.search(view)
    if by and not _EN_WHEN.search(by["who"]):
        return by["who"]
    return match["who"] if match else None


def english_main(view: str) -> str:
    """Return an English clause without the case it begins with, as If no clerk is present."""
    return _EN_CASE.sub("", view)


def leading(view: str) -> str | None:
    """Return the subject a clause without a cue begins with: 客服人员及时记录."""
    match = _LEADING.match(_STRIP.sub("", view))
    return _short(match["who"]) if match else None


def _short(who: str) -> str | None:
    return who if 0 < len(who) <= _MOST else None
