"""What follows from an act: penalty and reward, by their own words, or by the case they follow.

罚款 and 记过 are penalties wherever they are meted out. 取消, 承担, 退回 are so only where something was done amiss, and
what is laid down for a plain breach (违反第三条的，…) is one whatever its verb, unless it says how to mend the matter.
Rewards likewise: 奖 by its word; 晋升, 发给, 享受 behind what deserves it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.facts.blameless import owed_by_house, settles_account
from guizhang.facts.cases import is_case
from guizhang.facts.deeds import FAULT, HAN_NUMBER, LAPSE, MERIT, Deed, amiss_first
from guizhang.facts.modality import Cue
from guizhang.model.regulation import Norm

_AMOUNT = (
    f"(?:{HAN_NUMBER}{{1,8}} ?[元分%块]|(?:RMB|CNY|HKD?|NTD?|USD?|人民币|港币|新台币)?[￥¥$]? ?\\d|人民币|港币|新台币)"
)
_BREACH = (
    "缺勤|旷工|旷会|旷课|事假|旷职|迟到|早退|脱岗|缺席|缺考|作弊|自动离职|自动辞职|违纪|违规|违约|严重违|盗窃|弃权|失职"
)
PENALTY = re.compile(
    # Points on somebody's record, and the heading of what follows from a lapse.
    f"(?<![登累标])记{HAN_NUMBER}{{1,3}}分(?![钟之])|^[^,:]{{0,10}}(?:{_BREACH})(?:[、和][一-龥]{{2,4}})?的?之?(?:处理|处罚|处分)(?:如下)?:$|"
    f"罚款(?!单|额|总额|收入|应|须|必须|金额|由|标准|的|通知|缴|制度|项)|(?<![处惩])罚(?={HAN_NUMBER})"
    f"|赔(?:偿|付)?(?={HAN_NUMBER}{{1,8}} ?[元块倍])"
    f"|罚(?![款金单则])[^,。]{{1,8}}?(?={HAN_NUMBER}{{1,8}} ?元)|扣罚|扣款(?!项|标准|为|是|的|由|应|包括|、|通知)|扣除(?!项"
    f"|标准|的其他|的款|[^,]{{1,16}}后)|扣发|扣减|倒扣|(?<![无零未没不])扣(?={HAN_NUMBER}|当|全|发|工资|奖|绩效|分|薪|该|本|其|底薪|押金)"
    f"|(?<![折纽回无零未没])扣(?!好|上|紧|除|留|子|件)[^,。]{{1,8}}?(?={_AMOUNT})|扣(?=[休假班](?:{HAN_NUMBER}|半))"
    # 罚站, 停驾三天, 下岗学习, 吊扣上岗证: who drives or works is kept from it.
    f"|(?<![处惩责体])罚(?=站|抄|跑|做|写|停|休|打扫|清扫|值[日班])|停(?:岗|职)(?=[^,]{{0,2}}{HAN_NUMBER})|停[驾班飞航](?=[^,]{{0,2}}{HAN_NUMBER}|学习|整顿|检查|反省)|下岗[^,]{{0,2}}(?:学习|反省|整顿|培训)"
    f"|(?:迟到|早退|旷[工课职]|缺勤)[^,扣奖补减]{{0,10}}?{HAN_NUMBER}{{1,4}} ?[元块](?:/次|/人)?$"
    f"|^[^,:]{{0,8}}(?:{_BREACH}|损坏|遗失|丢失|打架|吸烟|抽烟|睡觉)[^,:]{{0,6}}: ?(?!应|须|需|必须|可|请|至少|提前)[^,]{{0,6}}?{_AMOUNT}"
    "|(?:暂扣|吊扣|收缴|扣缴|扣留|收回)[^,为\\d]{1,8}(?:[证照牌]|证件|保证金|押金)(?=$|[一二三四五六七八九十\\d及和、并,”])|解除(?:其)?(?:聘[用任]|雇[佣用]|职务|劳务)"
    "|(?<!暴雨)(?<!天气)(?<!暑热)(?<!台风)警告(?!标|信|讯|语|牌|线|时|期|发|解|生效)|(?:予以?|给予|处以?)申诫|^申诫|记[大小]?过(?!程|敏|失|去|期)|通报批评|通告批评|(?<!情况)通报(?=[。;,]|$)(?<=的通报)|批评教育|降职|降薪|降级(?!处)|降[一二两]?[级档等](?!为)|辞退|解雇|开除|除名|劝退|解聘|停职|停岗(?!学|培)|待岗|撤职|免职|调离(?:岗位|原)|解除(?:劳动|聘用|服务)?(?:合同|关系|协议)"
    f"|(?:(?:[按作视]|记(?!录)|(?<![应适正不相])当(?![事天日月年时面场班])|(?<!可)以(?![上下内外]))(?:为|同)?|视同)[^,]{{0,6}}?(?:{_BREACH})|(?<![不免])(?:承担|负)(?!的)[^,]{{0,10}}(?:赔偿|法律|经济|全部|相应|连带|刑事|民事|违约)[^,]{{0,6}}责任"
    "|(?:照价|(?<!不)承担|负责|予以|给予|应|须|按[^,]{0,8}|并|折|(?<!或)者|的|原价|双倍|全额|如数)[^,]{0,6}赔偿(?!金|标准|请求|限额|申请|处理|范围|项目|协议|款|责任限额)|追究[^,]{0,10}责任|(?:予以|给予|受到|加以|接受|进行|严肃|从重|从轻|从严|加重|减轻)[^,]{0,10}(?:处罚|处分|惩罚|惩处|惩戒|制裁)|(?:给予|受到|接受|严肃|从重|从轻|从严|加重|减轻)[^,]{0,10}处理|(?:按|处)[^,]{1,16}(?:处罚|处分)(?:当事人|责任人|本人)?$|进行(?:处分|处罚|惩罚|惩戒|扣罚|罚款|教育)|严[厉肃](?:处罚|处理|查处)"
    f"|(?:{_BREACH})(?:[^,]{{0,8}}者|的)?按[^,]{{1,14}}(?:处理|论处|执行)"
    "|追回(?=[^,]{0,4}(?:提成|奖金|工资|款项|已发))|清退(?![酒物商库货场余押饮菜])|后果自负|留用察看|责令(?=书面|检讨|停|改|退|赔|限)|减半发放|报警(?:处理|究办|查办)|移送|(?<!依)法办(?!理|公|事)|(?:支付|另付|付给|给付|偿付|缴纳|加收|收取|计收)[^,]{0,18}?(?:违约金|滞纳金|罚金|赔偿金|(?:逾[期时]|超[期时]|延[误期迟])费)|没收|(?<!同时)(?<!一并)(?<!自动)(?<!即行)(?<!随之)作废(?=$|处理|论|并)|加倍(?:处罚|罚款|扣罚)|(?:处予|处以|给予|予以)[^,]{0,24}负激励|停用(?=[一二两三四五六\\d])|停(?:发|评|职|权|赛)(?=[^,]{0,8}(?:补贴|奖|绩效|工资|季度|[一二三\\d]|资格|课程|待遇|$))"
    "|^并?赔偿[^,]{0,6}(?:因此|由此|所)[^,]{0,10}损失$"
    "|(?:[中终]止|暂停|停止)[^,]{0,4}(?:会员|队员|参赛|执业|上岗|任职|会籍)资格"
    "|取消[^,]{0,14}(?:资格|奖|待遇|评优|评先|权)|绩效[^,]{0,4}为零|(?:绩效|奖金)清零|不予(?:认定|发放|晋升|录用|报销|支付|转正|退还|调档|加薪)|不(?:列入|得享受|享受|发放|发|计发)[^,]{0,10}(?:工资|奖金?|晋升|评优|评选|加薪|补贴|津贴|提成)|不得(?:晋升|参加|参与)[^,]{0,6}(?:评优|评先|评选)|(?:议处|论处)"
)
_REWARD = re.compile(
    f"(?:(?<=[则者的,])|(?<=^))奖(?![金品项罚惩学牌状杯章旗池票券])(?=[一-龥]{{1,6}}?{HAN_NUMBER}{{1,6}} ?[元块])|"
    f"(?:另|加|增|一次性)发(?:放|给)?奖金(?={HAN_NUMBER}|人民币|港币|新台币)|优先推荐(?=评|晋|参评|入党)|"
    "奖励(?!假|级|等级|资金|基金|经费|名额|制度|办法|和[处惩]|与|分|对象|标准|机制|的|类|申请|、|方式|包括|条件)|给予[^,]{0,12}(?:奖|表彰|表扬|嘉奖|晋[升级]|加薪"
    "|鼓励)|授予|颁[发给授]|(?:赠送|赠与|[颁致]赠)[^,的]{0,8}(?:牌|奖|纪念|礼)(?![^,]{0,14}(?:不得?[超高多大低]|[应應须須]|以[内內下]|为限|為限|\ue000{3}))|嘉奖|通报表扬|(?:发放|发给)[^,]{0,6}奖金|(?:每人|各|全店|全组)发给(?=[^,]{1,8}元)"
    "|获得?[^,]{0,12}(?:奖(?!惩|罚|的[一-龥]{1,4}$)|晋升|表彰|花红|红包|礼[券品金])|(?<![勤终度秀效等年季绩先])(?<!当月)(?<!本月)奖(?:励)?(?:给|现金)?(?=(?:RMB"
    "|CNY|HK|NT|US)?[￥¥$]? ?[\\d一二三四五六七八九十百千两壹贰叁伍]|人民币|港币|新台币|商品"
    "|货值|[一-龥]{1,6}[\\d一二两三四五]{1,3}[台部件份套张本个箱只盒桶袋])"
    "|予以[^,]{0,8}(?:奖励|褒奖|奖金|鼓励奖|表彰|表扬|嘉奖|晋[升级]|加薪|记[大小]?功)|评为(?![不\ue000]|[差末劣]|[CD]级)|优先(?:考虑(?![一-龥])|晋升|升迁|录用|提拔)|加发(?=[^,]{1,8}(?:工资|奖))|加薪(?=[一二两三\\d。,;]|$)|提奖|加(?!班)[一-龥]{0,4}?[\\d.一二三四五]{1,4}分(?!钟)|[记计][大小]?功(?!能|率|课|效|时)|叙奖|从优晋|设立[^,]{0,10}奖|进行表彰|发放[^,]{0,14}奖金?(?:\\d|[一二三四五六七八九十百千]|$)"
)
# A modal directly before a consequence belongs to it: 应当给予警告, 可处以罚款, 须按六折赔偿.
_BY_MANNER = (
    "(?:(?:每(?:[日天月次周年]|小时)|继续就|就(?![此业])|按|依|参?[照]|比照|以(?!上)|根据|视|向|自|从|对)[^,]{0,28}?"
    "|经[^,]{1,14}(?:[决议]议|议决|同意|核准|批准|通过|讨论)|提交[^,]{1,14}(?:决议|议决|讨论))"
)
_GOVERNS = re.compile(
    # 得予以劝诫、暂停会籍或开除: what is meted out in a list.
    "(?:应当?|须|必须|可以?|将|得)(?:予以|给予|处以)[^,]{1,24}[、或和及][^,]{0,6}$|"
    "(?:应当?|须|必须|需|要|可以?|将|一律|均|得|请您?)[^,]{0,6}$|只?能$"
    f"|(?:应当?|须|必须|需|将|要|可以?|得|请您?)(?:{_BY_MANNER}){{1,3}}$"
)
_ONLY_MANNER = re.compile(f"(?:{_BY_MANNER}){{1,3}}$")

_ELSE = re.compile("否则|不然")
# 會員得申請停權: what somebody may ask for is not laid on him.
_ASKED_FOR = re.compile("申请|请求|(?<![按照])要求|申诉|协商")
# 可减轻处罚, 可用年假抵扣, 可取消预约: what is let to somebody, though it sounds of punishment.
_LET_OFF = re.compile(
    "免[于予]?[^,]{0,4}[处罚扣]|不予?(?:处|扣|罚|追究)|减轻|从轻|从宽|抵[扣销]|折抵|退[还回]|返还|按[^,]{0,4}[事年病]假|取消[^,]{0,4}(?:预约|预订|预定|订单|行程|报名|课程|申请)"
)

# Behind a breach: 代打卡的，按第九条处理.
_BY_RULE = re.compile(
    "^(?:依|按)(?:照|据)?[^,]{0,14}第[^,]{1,10}[条款项点](?:的?规定)?(?:处理|处罚|论处)$|^(?:由[^,]{1,8})?(?:全额|如数)?赔偿(?:[^,]{0,8}(?:损失|费用|价款|成本)|\\d+%|[^,]{0,6}\\d万?元)?$|^(?:予以|部门内|内部)?通报$"
    f"|^(?!由?(?:公司|本公司|店方|院方|甲方)|[^,]{{0,8}}[不免])[^,]{{0,8}}承担[^,]{{0,8}}(?:损失|{HAN_NUMBER}[%成])|^[^,]{{0,6}}(?:调岗|调离|断网|停岗)(?:处理)?$"
)
# A clause of a ladder: 第二次，部门内通报.
_RUNG = re.compile(f"^(?:第{HAN_NUMBER}+次|[首再]次|(?:发现|每发现)?{HAN_NUMBER}次)$")
# 第一次提醒，第二次起停订一周: the lowest rung may be mild.
_FIRST_RUNG = re.compile(f"(?:第{HAN_NUMBER}+次|[首初再]次|(?:发现|每发现)?{HAN_NUMBER}次$)")
# What is imposed, where the case shows that it is. To stop, to refuse or to send back may be mere care.
_BURDEN = re.compile(
    f"警告|批评|[训告申][诫斥]|检讨|检查(?=一次|书|一份)|(?:书面|公开)检查|约谈|通报|处[分罚]|惩[罚处戒]|罚|(?<![回折纽])扣(?!好|上|紧|子|件|除[^,]{{1,16}}后)|没收|没入|追[回缴讨究偿索]|补偿|按[^,]{{2,12}}(?:返还|退还|偿还)[^,]{{0,10}}(?:费用|培训费|补贴|奖金)|赔(?!付)|违约金|滞纳金|(?<!不)(?<!不予)承担(?:由于|因)[^,]{{0,40}}(?:责任|损失|费用|后果)|(?<!不)(?<!不予)承担[^,]{{0,12}}(?:责|损失|费用|后果|差价|成$|成本|%|{HAN_NUMBER}成)|自[负担理付]|拖[移走离]|自行(?:负责|承担|补足|负担)"
    "|不[予获]?(?:退|发|给予?|报销|结算|受理|认定|计|录用|晋|续|支付|安排|考虑|享受|补|验收|付款|返还|转正|入账|承认|采[用纳]|保留)|[停缓减]发|降[级职薪档星等低]|撤职|免(?:职|去)|调整(?:岗位|职务|工作岗位)|调[离岗职]|转岗|[待下]岗|离岗(?=培训|学习|待|反省)|(?<!留职)停[岗职班驾驶业权机赛牌课薪评]|(?:停止|暂停)[^,]{0,8}(?:资格|权|派|供|合作|发|营业|业务|经营|账号)|(?:无偿|免费|自费|限期)(?:返工|返修|重做|拆除|搬离)|暂缓|终止[^,]{0,8}(?:合[同作约]|协议|资格|会籍|雇用|聘用|劳动)|解除[^,]{0,8}(?:合[同约]|协议|关系|职务)"
    "|解[雇聘约]|辞退|开除|除名|退[学会宿]|恢复原[状貌]|劝退|清退|劝离|清场|驱[离逐]|请[离出]|带离|逐出|淘汰|取消|撤销|吊销|注销|收回|扣留|封[号存禁停]|锁定|停[订借餐]|停水停电|冻结|拉黑|黑名单|失信|禁[赛言止]|剥夺|移[送交][^,]{0,4}(?:公安|警|司法|法)|(?:送|报)[交请]?(?:公安|警方|司法|派出所)|法办|查办|严[惩办]|究办|俯卧撑|深蹲|乐捐|捐款|请客|请全[组店班体]|抄写|留堂|公开道歉|无(?:全勤|[^,]{0,3}奖金?$)|重新(?:培训|考核|学习)|从[重严]|加[倍重罚]|连带|一票否决|[计记得为以]零|[计记得为]0|零分"
    "|(?:评|定|记|判|视|列)[^,]{0,3}(?:不合格|D级|[差末]等)|[按以作记当计视][^,]{0,3}(?:旷[工课职]|缺勤|事假|迟到|违[约纪规]|自动离职|作弊|缺席)|予以[^,]{0,6}处理|[依按][^,]{1,14}(?:论处|追究|处罚|议处)$|(?:严肃|严厉)[^,]{0,2}处[理置]|延长试用|推迟(?:转正|晋)|强制|责令|勒令|摘[牌星]|加收|另收|收取[^,]{0,10}(?:金|费|元)|每[次日天时小][^,]{0,4}收[^,]{0,8}(?:费|元)|加计|提前到期|加速到期|(?:做|作)出[^,]{0,6}(?:处[理分罚]|惩罚)|对[^,]{2,16}负责(?!人)|(?<!已)(?:缴[付纳交]|交纳)[^,]{0,12}(?:元|费|金)|由[^,]{1,10}(?:承担|负担)[^,]{0,8}(?:半数|一半|全部|全额)|作废|丧失|失去|计收|支付[^,]{0,14}(?:金|元|%)|减(?:半|付|扣)|转为(?:试用|临时|后备)|每[日天逾][^,]{0,6}(?:赔付|支付|收取)|(?:费用?|损失|差[额价]|款项?|钱)[^,]{0,6}由[^,]{1,12}(?:承担|负担|补足|自负|负责)|由[一-龥]{1,5}员赔付|由(?:本人|当事人|责任人|经手人|经办人|其|借用人|使用人|肇事[人者]|行为人|违约方|违规者)[^,]{0,8}(?:补[足齐交]|负责(?!人)|承担|负担|买单|垫付|退还|恢复)|(?:停止|暂停|停用|禁止|限制)[^,]{0,12}(?:天|日|周|月|年|次)$|不再(?:享受|续|录用|合作|保留)|不列入|缓评"
)
# What is done by way of punishment, whatever modal says so.
_TO_DO = re.compile(
    "检讨|俯卧撑|深蹲|蹲起|乐捐|捐款|请客|请全[组店班体]|抄写|留堂|公开道歉|(?:打扫|清扫|值日|做卫生|清洁)[^,]{0,8}[一二两三四五六七八九十\\d][天周月次]"
)
# How the matter is mended: what is to be done then, not what is imposed.
_REMEDY = re.compile(
    "^(?:可|先|写[出明]|书面说明|由[^,]{1,14}?(?:审批|批准|决定|核准|裁定|负责)|适用|参照|以[^,]{1,10}为准|是|属|[^,]{0,6}?(?:及时|立即|尽快|马上|第一时间|现场|主动|耐心|重新(?!培训|学习|考)|补[办交签填齐报开登录发]|改正|纠正|更正|说明|解释|通知|告知|提醒|劝[阻导说]|制止|报告|上报|汇报|报(?![警废请交送]?(?:公安|警|司法))|联系|致电|电话|询问|更换|调换|修复|维修|恢复|登记|记录|填写|送医|救[助治护]|抢救|协助|配合|致歉|道歉|安抚|查明|核实|调查|顺延|提供|提交|申请|是指|见第))"
    "(?![^,]{0,6}(?:处分|解除|终止|辞退|开除|解雇|除名|停职|停岗|清退|劝退|移送|驱离|取消|撤职|免职|罚|扣))"
)
_BOON = re.compile(
    "奖|表[彰扬]|嘉许|减免|加餐|[另多]得(?=[\\d一二三四五六七八九十百千￥¥])|记[大小]?功(?!能|率|课|效)|晋[升级薪职]|晋[^,]{0,3}[一二两][级等]|升[级职迁任薪]|加[薪分给]|[提调增][薪升拔名资]|上调|上浮|[增加]发|(?:计|发|派|获|给|送|颁)[^,]{0,12}(?:金|元|券|礼|红包|证书|状|工资|薪|假|旗|杯|机会)|[赠致]送|致赠|赠予|赠(?!品|阅|言)|礼[品券金遇]|红包|荣誉|称号|证书|奖状|锦旗|流动红旗|带薪|有薪|假[期一二两三半]|旅游|疗养|优先(?=[晋升录提续推享聘评]|考虑)|推荐(?:晋|参|就业)|后备|提成(?=$|[,;。])|分红|花红|享受|免[费交除收]|减免|减收"
    "|(?:送|外派|参加|选送)[^,]{0,4}(?:培训|深造|进修)|双倍|提前转正|慰问|优惠|补贴(?=\\d|[一二三四五六七八九十百千])|报销[^,]{0,6}(?:费|学费)"
)
# 优秀班组发奖状: in one breath with the merit only what is handed over.
_GIVEN = re.compile("(?:发|给予?|颁发?|授予?|赠送?)[^,]{1,12}(?:奖|证书|状|元|假|券|礼)")
_WON = re.compile(
    "可?免[交缴](?!费(?!用))|(?:可?获得?|可得|可?享受?|(?:可组织|组织)(?=旅游|聚餐))[^,]{0,12}(?:奖|券|元|红包|礼[品券金]|旅游|聚餐|证书|优惠)|发放?[^,]{0,6}(?:奖品|奖金|礼品)|返还(?=[^,]{0,4}(?:司机|员工|本人|个人))|优先(?:外出|选派|晋|提拔|参加|录用)|提前(?:晋升|转正)|(?:直接|破格|提前|越级)(?:晋?升|提升|提拔)(?:为|任)?(?:[一-龥]{1,4})?|奖(?=[一-龥]{0,4}(?:红旗|奖状|锦旗|证书|奖杯|礼品))"
)
# Shut out from what is given to others: the 不得 of a penalty.
_SHUT_OUT = re.compile(
    "无权(?:要求|主张|享受|领取)|(?<=[天日周月年]内)不得|(?<=期间)不得|(?<=当年)不得|(?<=年度)不得|(?<=终身)不得|(?<=永久)不得|不(?:得|准|能|可|许)再?[^,]{0,4}(?:评[优先奖选级定]|参评|晋[升级]|加薪|调薪|升职|升级|享[受有]|领取[^,]{0,6}[奖金]|转正|参[加与][^,]{0,8}[考评竞选奖赛])"
)
# 如有遗失，本场不负赔偿责任.
_DISCLAIMED = re.compile("(?:不(?:再)?(?:予)?|[概恕]不)(?:负|承担|担负|负责)[^,]{0,8}$")
# 除要求赔偿外，还可以解除合同: what is left out is not what the sentence says.
_BESIDES = re.compile("除[^,]*外$")
# What stands between the case and what follows: 一经查实, 除赔偿外.
_BETWEEN = re.compile("^(?:一经|经[^,]{1,10}$|除[^,]*外$|视[^,]*|首次|发现)")
# 经主管机关裁罚 is part of the case; what the company owes is no punishment of anybody.
_SUFFERED = re.compile(
    "(?:(?<![将应会可须要])(?:被|遭|受到?)[^,将应会可须的之]{0,6}|经[^,]{0,8}|因[^,]*(?:需要?|想|拟|要求|申请)[^,]{0,4})$"
)
_OWED_BY_US = re.compile(
    "^(?:由|则)?(?:本?公司|我司|本店|店方|门店|酒店|商场|平台|院方)[^,]{0,3}(?:向|给|为|赔|退|承担|全额|免)"
)


# 保险人按死亡赔偿限额赔付: what an insurer pays is what he owes.
_INSURER = re.compile(
    "(?:本?保险人|保险公司|承保人)(?:应当?|将|须|需|负责|先|在|对|按|于|依|根据|据实|根据)[^不]*(?:赔|给付|垫付|支付)"
)
# 因看管不严造成丢失由保管员负责，并照价赔偿: who answers for what came of it. 门锁损坏由工程部负责 is plain work.
_ANSWERS = re.compile("由[^,]{1,12}负责$")
_CAME_OF = re.compile("造成|导致|致使|引起|引发|不[当严慎力周善]|过失|疏忽|失误")
# 因未及时通知带来的损失应由该方承担: cause, harm and who bears it in one breath.
_CAUSED = re.compile(
    "[^,]{0,6}因(?!此)[^,]*?(?:未|(?<!如)不(?!可抗)|违|过[失错]|疏忽|擅自|故意|隐瞒|逾期)[^,]*(?:造成|导致|带来|产生|引起|引发|发生|遭受)"
    "[^,]*(?:损失|费用|后果|责任|事故|纠纷|罚款)[^,]*(?:由[^,]+(?:承担|负责|负担|赔偿|自负)|自负|自行(?:承担|负责))"
)


def consequence(said: Sequence[str], parts: Sequence[str], first: Cue | None) -> tuple[Norm, str, int] | None:
    """Return penalty or reward where a sentence says what follows from an act, unless a modal comes before it.

    不得离岗，违者罚款 is a prohibition (with its penalty beside it); 应当给予警告 is the penalty itself.

    Args:
        said: The clause cut at its commas.
        parts: The same, what only looks like a modal hidden.
        first: The first modal of its main clause.

    Returns:
        The norm, the word that shows it, and the number of its part.
    """
    if any(map(_INSURER.match, said)):
        return None
    found = [one for one in (_sure(said, parts, first), _weak(said, first), _answering(said, first)) if one]
    return min(found, key=lambda one: one[2]) if found else None


def _sure(said: Sequence[str], parts: Sequence[str], first: Cue | None) -> tuple[Norm, str, int] | None:
    """Return what is meted out by its own words."""
    for index, part in enumerate(parts):
        if index < len(parts) - 1 and (is_case(said[index]) or _BESIDES.search(part)):
            continue
        # 有以上行为的，一经发现，按第六条处理: what was found out stands between.
        last = index - 2 if index > 1 and _BETWEEN.match(parts[index - 1]) else index - 1
        behind_case = index and (parts[last].endswith(("的", "者")) or _RUNG.match(parts[last]))
        if first is None and behind_case and _BY_RULE.match(part):
            return Norm.PENALTY, part[-2:], index
        if _CAUSED.match(said[index]) and (first is None or first.part == index):
            return Norm.PENALTY, part[-2:], index
        for norm, pattern in ((Norm.PENALTY, PENALTY), (Norm.REWARD, _REWARD)):
            if (
                (match := pattern.search(part))
                and _is_free(parts, match, index, first)
                and not _befell(match, index, first)
                and not (
                    norm is Norm.PENALTY and (owed_by_house(part, match) or settles_account(",".join(said), match))
                )
            ):
                return norm, match.group(), index
    return None


def _befell(match: re.Match[str], index: int, first: Cue | None) -> bool:
    """Tell whether a consequence met somebody before the rule: 员工被辞退，应在三日内交接."""
    later = first is not None and not first.soft and first.part > index
    return later and _SUFFERED.search(match.string, 0, match.start()) is not None


def _weak(said: Sequence[str], first: Cue | None) -> tuple[Norm, str, int] | None:
    """Return what only the case shows to be meted out; the first main clause decides."""
    if not any(
        _BURDEN.search(part) or _BOON.search(part) or _WON.search(part) or FAULT.search(part) or _SHUT_OUT.search(part)
        for part in said
    ):
        return None
    # 否则，车辆扣留: what was to be done stands in the sentence before.
    otherwise = _ELSE.match(said[0]) is not None
    deed, breach = Deed(lapse=otherwise, loss=otherwise), False
    for index, part in enumerate(said):
        told = deed.after(part)
        if index < len(said) - 1 and is_case(part):
            breach = breach or FAULT.search(MERIT.sub("", part)) is not None
        elif found := _by_case(said, index, deed, first, breach=breach):
            return *found, index
        elif (
            told == deed
            and not (FAULT.search(part) or LAPSE.search(part))
            and not _FIRST_RUNG.match(part)
            and not _BETWEEN.match(part)
            and not _ELSE.match(part)
        ):
            return None
        deed = told
    return None


def _answering(said: Sequence[str], first: Cue | None) -> tuple[Norm, str, int] | None:
    """Return who answers, and pays, for what came of something done amiss, told in the same part or the one before."""
    if first is None or first.soft or not _ANSWERS.match(first.word) or not said[first.part].endswith(first.word):
        return None
    told = ",".join((*said[max(first.part - 1, 0) : first.part], said[first.part][: first.start]))
    pays = any(_BURDEN.search(part) for part in said[first.part + 1 :])
    return (Norm.PENALTY, first.word, first.part) if pays and _CAME_OF.search(told) else None


def _by_case(
    said: Sequence[str], index: int, deed: Deed, first: Cue | None, *, breach: bool
) -> tuple[Norm, str] | None:
    """Return what a part metes out for what the parts before it, or its own beginning, tell of somebody."""
    part = said[index]
    if part.endswith(("的", "者")) or _OWED_BY_US.match(part):
        return None
    own = None if deed.fault or deed.lapse else amiss_first(part)
    if own or deed.fault or deed.lapse:
        burden = _BURDEN.search(part, own.end() if own else 0)
        led = part[: burden.start()] if burden else ""
        if burden and ((own and _SUFFERED.search(led)) or _befell(burden, index, first) or _DISCLAIMED.search(led)):
            return None
        if first is not None and first.part <= index and not first.soft:
            shut = _SHUT_OUT.match(part, first.start) if first.part == index else None
            hit = shut or (burden if burden and deed.grave(part) and _governs(said, burden, index, first) else None)
            hit = hit or (_TO_DO.search(part, first.end) if first.part == index else None)
        elif burden is None and breach and part and not _REMEDY.match(part):
            return Norm.PENALTY, part[-2:]
        else:
            hit = burden
        spared = hit is None or owed_by_house(part, hit) or settles_account(",".join(said), hit)
        return None if hit is None or spared else (Norm.PENALTY, hit.group())
    boon = _BOON.search(part) if deed.merit else _GIVEN.search(part) if MERIT.match(part) else None
    if boon is None and (won := _WON.search(part)) and MERIT.search(part, 0, won.start()):
        # 月度最佳员工可获现金券: the modal is part of what is given.
        return Norm.REWARD, won.group()
    if boon and _is_free(said, boon, index, first):
        return Norm.REWARD, boon.group()
    return None


def _is_free(parts: Sequence[str], match: re.Match[str], index: int, first: Cue | None) -> bool:
    """Tell whether a consequence comes before the first modal, or is what the modal is about."""
    if first is None or (index, match.start() + 1) <= (first.part, first.start):
        return True
    if first.word == "免予" and index > first.part:
        # 免予扣分，另奖50元: what is not laid on somebody is no rule by itself.
        return True
    return _governs(parts, match, index, first)


def _governs(parts: Sequence[str], match: re.Match[str], index: int, first: Cue) -> bool:
    """Tell whether the modal belongs to the consequence: 应当给予警告."""
    part = parts[index]
    if first.norm not in (Norm.DUTY, Norm.PERMISSION) or _ELSE.search(part, 0, match.start()):
        # 应按第七条实施，否则罚款: what is asked for comes first.
        return False
    if first.part < index:
        # 应当每日按逾期部分的0.3%，向对方支付违约金: what stands between only says how.
        between = (parts[first.part][first.end :], *parts[first.part + 1 : index])
        return all(map(_ONLY_MANNER.fullmatch, between)) and not _ASKED_FOR.search(part[: match.start()])
    if first.part != index:
        return False
    if not index and match.group().startswith("并") and first.end < match.start():
        # 损坏仪器要及时报告并按规定赔偿: what is asked for first decides.
        return False
    if first.start < match.start() < first.end:
        # 由保管员负责赔偿: one word is the end of the other.
        return True
    if _ASKED_FOR.search(part, first.start, match.end()):
        return False
    if first.norm is Norm.PERMISSION and _LET_OFF.search(part, first.start):
        return False
    return first.start == match.start() or _GOVERNS.search(part[: match.start()]) is not None
