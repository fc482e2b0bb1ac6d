"""The grammatical form a Chinese option begins with, as far as its first signs tell: no more can be known here."""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.quality.language.kinds import kind_of
from guizhang.quality.language.phrases_zh import does_something, may_be_name, phrase_zh

_VERB_ZH = re.compile(
    r"(?:先|再|自己(?!的)|立即|立刻|马上|直接|主动|及时|当场|当面|礼貌地?|耐心地?|自行|私下|继续|暂时|统一|认真|如实|尽快|不得"
    r"|不要|不|必须|应当|可以|需要|要|也|只|都|一边|重新|提前|大声|安静地?)*"
    r"(?:向|把|将|给|请|让|叫|劝|到|去|在|对(?![方象账讲])|用|按|报告|告诉|告知|通知|填写|填报|提交|交给|打开|关闭|关上|打电话"
    r"|拨打|接听|回复|答复|安抚|道歉|致歉|解释|说明|登记|记录|记下|写|"
    r"穿|戴|佩戴|离开|返回|回到|留在|等|等待|询问|问|核实|核对|确认|检查|处理|联系|转接|转交|转告|上报|拒绝|同意"
    r"|批准|申请|补|归还|借|还|带|拿|放|送|收|整理|清理|打扫|保管|保存|销毁|删除|修改|"
    r"复述|感谢|挂断|放下|拿起|站起|起身|微笑|点头|握手|引导|接待|陪同|倒|关|开|锁|参加|出席|请假|打卡|换|扣|罚|奖励"
    r"|警告|辞退|安排|更换|维修|退款|赔偿|邀请|介绍|说|讲|看|听|查|做|停止|暂停|忽略|隐瞒|承诺|推荐|推给|建议|遵守"
    r"|服从|配合|使用|保持|避免|听从|上交|藏|找|搬|擦|洗|吃|喝|聊|玩|坐|站|走|跑|睡|提高|降低|增加|减少|解除|终止|签"
    r"|审|发|领|缴|交|付|归档|打印|复印|传|通报|宣布|公布|布置|检修|测|称|清点|盘点|巡|疏散|拨|抢救|扶|抱|护送|拍|录"
    r"|涂|撕|贴|挂|插|拔|切断|启动|开除|降职|取消|延长|缩短|继续|分析|收集|调整|分类|研究|讨论|制定|编制|组织|实施|落实|跟踪|反馈|评估|总结|选择|选|比较|明确|便于|方便(?=[一-龥]{2})|有利于|有助于|确保|保证|防止|预防|促进|改善|提升"
    r"|规范|加强|计算|核算|统计|转给|转到|转发|骂|劝阻|制止|拆|装|背|抄|躲|追|推|拉)"
)
_NOUN_ZH = re.compile(
    r"[一-龥]{0,10}(?:之[日时]|表|单|册|簿|证|卡|牌|书|合同|协议|电脑|手机|电话|钥匙|制度|日志|会议室|大厅|仓库|发票|文件"
    r"|经理|主管|人员|专员|员工|部门|时间|日期|地点|姓名|原因|号码|方式|内容|"
    r"编号|地址|金额|衬衫|皮鞋|制服|工服|领带|工牌|名片|笔|室|厅|态度|语气|费用|工资|奖金|津贴|假期|事假|病假|年假)"
)
# 登记表, 申请单, 打卡机, 请假时间: a verb inside a noun.
_COMPOUND = re.compile(
    r"(?:登记|记录|申请|报告|通知|请假|打卡|说明|介绍|确认|检查|处理|联系|核对|交接|维修|回访|接待|奖励|处罚|警告|计算|统计|规范|预防"
    r"|安排|收|开|保管|保存|建议|接听|转接|退款|赔偿|使用|道歉|感谢|查|出席|提交|更换)"
    r"(?:表|单|册|簿|书|卡|证|机|人|员|部|室|台|处|本|时间|日期|方式|内容|原因|流程|制度|编号|费|费用|金额|电话|地点"
    r"|信|号码|条件|期限|姓名|情况|结果|语|话术|人员|信息|记录|经过)"
)


# Only a verb has such words about it.
_PREDICATE_ZH = re.compile(
    r"[把将让](?=[^来军领门利步给])|给(?=[客他她同主经自别对])|向(?=[客他她同主经对])|[一-龥]着(?![火急凉装陆重眼手落])[一-龥]|[^为除得]了(?=[一-龥]{0,3}$)|(?:一下|起来|下来|过来|出去|进去|回去|上去|下去)$"
)
_DOES_ZH = re.compile(
    r"^(?:[只先再也都]|重新|直接|马上)?(?:查看|打印|收下|记下|写下|读|抄|说|讲|问|看|拿|带|改|填|把|将|向|给|让|请|按|用|告诉|核对|确认|检查|换|删|复制|透露|公开|泄露|编造|补|猜|听|留下|登记|提交|拨打|打断|取消|遵守|变更|修改)"
)
# Of four characters, these are no names: 关闭阀门, 通知主管.
_SURE_ZH = re.compile(
    r"(?:关闭|打开|关掉|关上|拨打|填写|填报|告诉|询问|拿起|放下|锁上|锁好|擦干|赶走|收起|拔掉|拔下|按下|按住|推开|拉下|叫来|找来|喊来|请来|带走|挂断|切断|离开|返回)"
)
# However short, no name either: how it is done before what is done, what is done to a person, what is put in order.
_PLAINLY_ZH = re.compile(
    r"(?:及时|立即|立刻|马上|耐心地?|主动|当场|认真|重新|尽快|如实)(?!率|性|制)[一-龥]{2,}"
    r"|(?:做好|系好|穿好|戴好|锁好|关好|收好|表示|佩戴|征得|请示|安抚|转告|打电话|发短信|写信)[一-龥]*"
    r"|(?:回复|答复|通知|提醒|报告|询问|联系|告诉|感谢|尊重|劝说|催促|追问|接待|陪同|拒绝|指责)"
    r"(?:客户|主管|经理|同事|对方|来宾|上级|领导|店长|顾客|客人)"
    r"|(?:说明|解释|询问|告知)(?:原因|情况|理由|用途|来意)"
)
# 记录时间, 说明原因: what is done and with what, as often as a name.
_EITHER_ZH = re.compile(
    r"(?:登记|记录|说明|介绍|确认|检查|核对|查|提交|更换|安排)(?:时间|日期|方式|内容|原因|编号|费用|金额|电话|地点|号码|条件|期限|姓名|情况|结果|信息|人员)"
)
_MOST_NAME = 4
_MOST_COMPOUND = 6
_MOST_NOUN = 8
_BUSY = re.compile(
    "[为被由把将向对给在不没了过着再并已未视让请交报发收听取看打放拿送带借换关停拔插贴挂擦洗扫搬抱扶推拉走跑站坐填盖戴穿脱锁装卸续低抬起涂翻撕扔丢塞藏占签另]|一[份张个件]|[告知用拨写]"
)
_ACTION = re.compile(
    "[关修买卖剪折晒喷迎引护摆堵堆绕乘骑吃喝玩睡聊谈递举指搭试粘封盛倒亮摇敲撞踢踩跳跨躲追赶拦抓握捡抄读背称算验补缝熨刷染熄灭断合掉住好完搜闯跟守绑盯挡避逃逛偷骂"
    "怪赔罚扣求骗做弄搞换调租订选印升降停查记听说想知去来回进出上下]"
)
# 因为…, 如果…: the half of a sentence that wants another.
_HALF_ZH = re.compile(r"(?:因为?|由于|如果|假如|要是|若|虽然|尽管|即使|只要|除非|为了|既然)(?!素|果)")
# 领取钥匙的员工, 对……的处罚, ……这件事: what is done has become a name.
_NAMED_ZH = re.compile(
    r"[^，,；]{2,}之[日时]|[^，,；]{3,}(?:这件事|这种做法|这种行为|这一做法|一事|的事)|[^，,；]{3,}的(?:员工|人员|同事|主管|客户|行为|做法|处罚|惩罚|奖励|后果|规定|手续|习惯|时候|理由|原因|必要|责任|好处|坏处)"
)
# 把车借给没证的人, 说明拒绝的理由: the noun is what is given, told, asked or kept.
_OBJECT_ZH = re.compile(
    r"(?:给|向|对|帮|找|问|请|跟|和|与|为|替|让|到)[^的]{0,4}的[^的]+$"
    r"|^(?:先|再|当场|主动|及时|如实|书面|当面|只|也)?(?:说明|解释|指出|记录|记下|写明|写下|报告|告知|告诉|了解|询问|遵守|按|按照|违反|查明|列出|讲明|核实|登记|表扬|批评|提醒|通知|安排|联系|接待|核对"
    r"|办理|服从|配合|听从|照顾|保护|尊重|感谢|留意|观察|查看|改掉|养成|承担|推卸|接受|执行|不顾|无视|隐瞒|公布|公开)"
)
# 用过的针头, 没写姓名的行李: what was done with it says which.
_USED_ZH = re.compile(
    r"(?:(?![问找叫请让给对向跟替帮把被陪])[一-龥][^您你我他她它己人家的对向给]|[一-龥]{1,2}过|(?:没有?|未)[一-龥]{1,4})的[一-龥]{1,4}"
)
_SUBJECT_ZH = r"(?:员工|他们?|她|你们?|我们?|大家|有人|当事人|该员工)"
_PERSON_ZH = r"(?:你|您|他们?|她|我们?|员工|经理|主管|客户|顾客|同事|对方|公司|前台|保安|司机|来宾|访客)"

# 交票据的那天: a time, whatever is done then.
_DAY_ZH = r"(?!改|推|拖|延|等|提前|换|挪|放)[^，。；]{2,8}(?:当天|当日|那天|那一天|次日)"
# 对客户的道歉, 及时的处理: what is done has become a name. 立即, 当天: only when.
_DEED_ZH = r"(?:[对向给由在]|及时|认真|耐心|必要|详细|主动)[^，。；]{0,10}的(?:报告|道歉|处理|登记|通知|解释|说明|沟通|安抚|检查|批评|感谢|[回答]复|记录)"
_WHEN_ZH = "立即|立刻|马上|随时|尽快|当天|当场|明天|经常|每天|及时"

# Where or when, and nothing that is done there or then: 在封闭的办公区里, 发车前, 行驶途中, 夜间停放时.
_WHERE_WHEN_ZH = (
    r"在[^，]+(?:里|内|上(?!报)|中|下|旁边?|外面?|侧|处|区)$"
    r"|(?![^，]*[把将给])[^，]{2,8}(?:[^以之提面台店门房]前|[^以之然最前落脑]后|途中|期间|当中|[^小按及准临随]时)$"
)

# Nothing but what it is about: a rule, a form, a report of something.
_ABOUT_ZH = r"(?:关于|对于|有关|针对)[^，]+的[一-龥]{2,4}$"
# What is thought of it: ……，这样很不好; ……是不允许的.
_JUDGED_ZH = r"[^，]+，(?:这|那)(?:样|种做法)?(?:做)?(?:[很太]|不[好对行妥]|是不)[^，]*$"
_RULED_ZH = r"[^，]{3,}是(?:不(?:允许|对|可以|行|合适|应该|妥当?)|允许|禁止|错误|违规|正确|可以|必须)的?$"
# 它贴在墙上, 昨天他们等主管来了再走: somebody who is no employee named, and what came of it.
_TOLD_ZH = r"(?:昨天|今天|前天|上次|上周|有时|平时|每[天日]|通常)?(?:它们?|他们?|她们?)(?!的|人|自己的)[^，]{2,}"
# 前台每天都要把地拖干净: how often stands behind whoever does it.
_EACH_TIME_ZH = (
    r"[一-龥]{2,5}(?:每[天日次周月]|总是?|一直|从来|经常|已经?|刚)(?!的)(?:都|也)?[要会把在不没能有是将][^，]{2,}$"
)

# What shows by its first words or its last, in the order in which they are tried.
_SHAPES_ZH = (
    ("noun", re.compile(_ABOUT_ZH)),
    ("clause", re.compile(rf"{_JUDGED_ZH}|{_RULED_ZH}|{_TOLD_ZH}|(?!{_VERB_ZH.pattern}){_EACH_TIME_ZH}")),
    (
        "predicate",
        re.compile(
            r"已经?(?:把|将|被)|自己(?!的)[^，的]*?(?:清楚|明白|好|完)$|(?:应当|应该|必须|须|不得|应|可以)(?:由|在|于|先|把|将)[^，的]{3,}"
        ),
    ),
    ("clause", re.compile(r"(?!把|将|让|使|请)[^，：:得]{2,}(?:很|十分(?!钟)|非常)[一-龥]{1,2}$")),
    ("noun", re.compile(r"(?:一|[两三](?=[张份支本枚件台]))[张份支本枚件台块条只名封套辆间]的?[一-龥]{1,8}$")),
    ("question", re.compile(r"是否|.*[吗呢]$")),
    ("answer", re.compile(r"不需要|不用|不必|无须|无需|没有|都|不|只需|是|可以")),
    (
        "clause",
        re.compile(
            rf"{_PERSON_ZH}(?:就|都|也)?(?:可以|应当|应该|必须|需要|要(?!求)|会|能(?!力)|不|已经?|正在|没有?|曾经?|同意了)[^，]+$"
            rf"|{_SUBJECT_ZH}(?:没有?|不|再|先|就|去|来)?{_VERB_ZH.pattern}[^，]{{2,}}$"
            rf"|(?!{_VERB_ZH.pattern})[一-龥]{{2,4}}被(?!访|告|委|害|检)[^，]{{2,}}$"
            # 电脑应该由管理员关机: a subject of its own, whatever it is.
            rf"|(?!{_VERB_ZH.pattern})[一-龥]{{2,5}}(?:应该|应当|必须|不得)(?:由|先|在|把|向)[^，]*$"
        ),
    ),
    (
        "half",
        re.compile(
            rf"{_HALF_ZH.pattern}[^，,；]*$|(?:因为|由于|虽然|尽管)[^，]+，(?:所以|因此|但是?|可是)|(?!{_SURE_ZH.pattern})[^，]{{3,}}(?:的时候|以后|之后|以前|之前|[^及准按临随同小当一]时)$"
        ),
    ),
    ("phrase", re.compile(_WHERE_WHEN_ZH)),
    ("noun", re.compile(r"(?!.*是)[^，]{3,}的$")),
    ("half", re.compile(rf"{_DAY_ZH}$")),
    ("noun", re.compile(rf"(?:{_DEED_ZH}|{_WHEN_ZH})$")),
    ("question", re.compile(r"要不要|能不能|可不可以|为什么|怎样|怎么|如何|谁")),
)


_BEGUN = ("verb", "clause", "predicate")
_ASKED_OR_NAMED = re.compile("什么|怎[样么]|哪[些个里种位一]|谁|多少|如何|的(?:时间|地点|日期|次数|对象|人员)[。]?$")


@lru_cache(maxsize=16384)
def form_zh(text: str) -> str:
    """Return noun, verb, clause, half, question, predicate (verb or clause), answer or unknown."""
    if text.strip()[:1] in "“「":
        return "unknown"  # speech has a grammar of its own
    if may_be_name(re.sub(r"[。.！!？?]", "", text.strip())):
        return "unknown"
    shape = _shape_zh(text)
    # 答应了什么, 下一步怎样安排, 交申请单的时间: what is asked or named may begin as anything else does.
    if shape in _BEGUN and _ASKED_OR_NAMED.search(text):
        return "unknown"
    phrase = phrase_zh(text) if shape in ("unknown", "noun", "verb") else shape
    if shape == "unknown" or (shape, phrase) == ("noun", "verb"):
        return phrase
    # The signs say that it is done, the words that it is named: 收银台的抽屉.
    return "unknown" if (shape, phrase) == ("verb", "noun") else shape


def shape_zh(text: str) -> str | None:
    """Return the form that the first signs or the last show; ``None`` where they show none."""
    plain = re.sub(r"[。.！!？?“”「」]", "", text.strip())
    shape = next((form for form, pattern in _SHAPES_ZH if pattern.match(plain)), None)
    return shape or ("noun" if _NAMED_ZH.fullmatch(plain) and not _OBJECT_ZH.search(plain) else None)


def _shape_zh(text: str) -> str:
    """Return the form by the signs that show it; unknown for whatever shows it by its words alone."""
    plain = re.sub(r"[。.！!？?“”「」]", "", text.strip())
    shape = shape_zh(plain)
    if shape:
        return shape
    of = re.search(r"的(?:人|时间|对象|内容|地点|方式|次数|日期|做法|原因|顺序|时限|手续)$", plain)
    if of and not _DOES_ZH.search(plain) and not _OBJECT_ZH.search(plain):
        return "noun"
    if re.search(r"[，,、；]", plain):
        head = re.split(r"[，,、；]", plain)[0]
        return "verb" if _VERB_ZH.match(head) and not _COMPOUND.fullmatch(head) and len(head) > 1 else "unknown"
    if _PLAINLY_ZH.fullmatch(plain):
        return "verb"
    if _EITHER_ZH.fullmatch(plain):
        return "unknown"
    if _COMPOUND.fullmatch(plain):
        return "noun"
    # A verb before such an end may as well belong to a name: 交接日期, 查阅人的情况, 告诉负责人.
    if re.search(
        r"的[^，]{0,3}事(?:[和与及].+)?$|(?:人|理由|日期|名称|目的|情况|事项|结果|数量)$|人和[^，]*$|已经?", plain
    ):
        return "unknown"
    if _USED_ZH.fullmatch(plain):
        return "unknown"
    if _VERB_ZH.match(plain):
        # A short one may as well be a name: 打卡, 保持通话, 借阅登记册.
        if _MOST_NAME <= len(plain) <= _MOST_COMPOUND and _SURE_ZH.match(plain):
            return "verb"
        name = len(plain) <= _MOST_NAME or (len(plain) <= _MOST_COMPOUND and _NOUN_ZH.fullmatch(plain))
        return "unknown" if name else "verb"
    if _PREDICATE_ZH.search(plain):
        return "predicate"
    # A noun with a verb somewhere before it may be its object: 书面通知主管.
    name = _NOUN_ZH.fullmatch(plain) is not None or bool(
        len(plain) <= _MOST_NAME + 1 and kind_of(plain, "zh") and not _ACTION.search(plain)
    )
    told = _BUSY.search(plain) or does_something(plain)
    return "noun" if name and len(plain) <= _MOST_NOUN and not told else "unknown"


def acts(text: str) -> bool:
    """Tell whether *text*, however short, begins as what somebody does: 锁定屏幕, 停到充电区. Many names do, too."""
    plain = re.sub(r"[。.！!？?]", "", text.strip())
    return form_zh(plain) in ("verb", "predicate") or (
        not _USED_ZH.fullmatch(plain)
        and len(plain) > _BARE
        and (_VERB_ZH.match(plain) is not None or _ACTS.match(plain) is not None)
    )


_BARE = 3
# Verbs of two signs, and any verb with what comes of it behind it: 停到, 接上, 赶到, 拔掉.
_ACTS = re.compile(
    r"采购|购买|订购|代购|选购|采集|收集|搜集|引领|带领|带路|护理|喂食|换药|输液|抽血|采血|测温|量体温|测量|称重|点数|数清|盘货|理货|上架|下架|补货|退货|换货|发货|收货|验货|验收|签章|核价|比价|询价|报价|议价|开票|收银|找零|收款|付款|转账"
    r"|汇款|入账|记账|对账|结账|结清"
    r"|增开|引导|提示|疏导|清空|加派|加开|改约|劝离|请离|驱散|护住|扑灭|扑救|喷洒|喷涂|浸泡|冲洗|冲刷|清洗|清除|清运|清扫|擦拭|擦洗|消毒|晾晒|烘干|冷却|加热|加注|添加|补充|补足|补打|补办|补录"
    r"|补签|校对|校验|校准|比对|对照|复查|复核|复检|抽查|抽检|巡查|巡视|盘查|核销|核验|查验|查询|查找|搜寻|寻找|搜查|登录|注销|备份|恢复|重启|重置|升级|卸载|安装|调试|调换|调取|调低|调高|调离|抽调"
    r"|抽取|领用|领取|发放|派发|分发|分装|分拣|分开|拼装|堆放|码放|摆放|悬挂|挂上|贴上|粘贴|撤下|撤掉|撤除|拆除|拆开|拆封|打包|封箱|封口|密封|装车|卸货|装卸|搬运|转运|运送|配送|派送|派人|派车|呼叫|呼救"
    r"|求助|求救|报警|报修|报备|报送|呈报|呈交|递交|递送|递上|送达|送医|送往|寄送|寄回|寄出|退还|退回|退换|返还|赔付|垫付|代付|代签|代办|代领|预约|预订|预留|预付|催缴|催收|追缴|追回|挽留|安慰|安顿|照看|看护"
    r"|陪伴|搀扶|扶起|抬起|抬走|包扎|止血|抢修|维护|保养|润滑|紧固|拧紧|松开|断开|断电|切断|合闸|拉闸|停用|停机|停工|停职|复工|轮换|轮流|替换|替班|顶班|换班|调班|值守|把守|守候|等候|观察|监控|监测|监督|督促|抵制|揭发|举报|检举"
    r"|辞去|解雇|解聘|聘用|录用|任命|提拔|表彰|嘉奖|批评|训斥|责骂|争吵|争辩|辩解|顶撞|嘲笑|讽刺|羞辱|推诿|敷衍|搪塞|拖延|延误|延迟|提早|缩减|削减|压缩|扩大|扩充|汇总|归类|编号|标记|备注|加盖|盖上|签收|签署|签发|签名"
    r"|锁定|封存|退出|蹲下|推动|搭载|修理|放置|携带|张贴|悬挂|护送|救助|催促|劝阻|制止|阻止|追究|保护|保留|撤离|撤回|隔离|标明|注明|公示|告诫|警示|清退|没收|暂扣|冻结|抄送|抄录"
    r"|[一-龥](?:到|上|下|住|掉|好|出|入|回|开|走|进)(?=[一-龥]{2,})"
)
