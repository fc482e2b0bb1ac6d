"""Words that every rule book has, in both languages: they tell a translation from another sentence of the same length."""

from __future__ import annotations

import re

_PAIRS = r"""
员工|职员|雇员 employee staff worker personnel colleague member
公司|企业|本店|酒店 company firm hotel organi[sz]ation group employer
经理|主管|上级 manager supervisor superior head
部门 department division
客人|顾客|客户|宾客 guest customer client
访客|来访 visit
规定|制度|办法|守则|规则|规范 rule regulation polic polici system measure code
手册 handbook manual
总则 general
附则 supplementary miscellaneous final
目的|为了|为规范 purpose aim order regulate standardi[sz]e
范围|适用 scope appl
定义|是指|本规定所称 defin mean refer
批准|审批|同意 approv consent permission
申请 appl request
请假|休假|假期|年假 leave holiday vacation absence
考勤|出勤|打卡 attendance clock
迟到 late
加班 overtime
工资|薪酬|薪资|报酬 wage salary pay remuneration compensation
罚款|处罚|惩罚|处分 fine penalt punish disciplin sanction
奖励|奖金 reward bonus award
违反|违规 breach violat break contraven
合同|协议 contract agreement
解除|终止|辞退 terminat dismiss
辞职|离职 resign leav
试用期 probation
培训 train
安全 safe secur
卫生|清洁|整洁 hygien clean tidy
保密|秘密|机密 confidential secre
制服|工服|着装|仪容 uniform dress attire groom appearance
工牌|胸卡|证件|名牌 badge card pass
时间|工时 time hour
小时 hour
分钟 minute
天|日 day daily date
周|星期 week
月 month
年 year annual
元|费用|金额|报销 yuan rmb fee cost amount expense reimburs
财产|物品|设备|资产 property article equipment item asset good
电话|手机 phone telephone mobile call
电脑|计算机|系统|网络 computer system network laptop
房间|客房|宿舍 room dormitory
门|入口|出入 door gate entr exit
钥匙|门卡 key
车辆|停车|驾驶|司机 vehicle car park driv
吸烟 smok
饮酒|酒 alcohol drink liquor
消防|火灾|火 fire
记录|登记 record regist log
报告|汇报|通知 report notif inform notice
负责|责任 responsib charge liab
检查 check inspect
日起|施行|生效|实施|执行 effect force implement enter
解释 interpret explain
附件|附录 annex appendix attach schedule
章 chapter
条 article clause
一般 general
入职|录用|招聘 recruit hire join onboard
投诉 complain
服务 serv
食品|餐|食堂 food meal eat canteen dining
拍照|照片 photo
姓名 name
用餐|就餐 meal
紧急|应急|突发 emergenc urgent
离开|离去|下班 leav depart
归还|交还|退还|返还 return refund back
佩戴|穿着|穿 wear worn dress
进入|入内 enter entr
许可|允许 permission permit allow
登记|签到 sign
通道|过道 aisle passage corridor walkway
楼梯 stair
电梯 lift elevator
集合 assembl
速|限速 speed
货|货物 goods cargo freight stock
仓库|库房 warehouse store
叉车 forklift
高|高度 high height
米 metre meter
公里 kilomet km
事故|伤害 accident injur incident
噪音|喧哗|安静 nois quiet loud
会议 meeting conference
预订|预约|预定 book reserv appointment advance
使用 us
保存|保管|存放 keep kept stor retain custod
丢失|遗失|损坏|损失 lost loss lose damag
赔偿|补偿 compensat pay
押金 deposit
密码 password
邮件|邮箱 mail
文件|资料|档案 document file record material
信息|数据 information data
客户 customer client
供应商 supplier vendor
采购|购买 purchas procur buy bought
出差|差旅 travel trip
交通|班车 transport bus traffic
住宿 accommodation lodg hotel stay
发票|票据|收据 invoice receipt
预算 budget
财务|会计 financ account
人力资源|人事 human\s?resource personnel hr
行政 administrat admin
总经理|董事 general director president chair
主任|领班|组长 head leader supervisor foreman
秘书|文员 secretar clerk
保安|门卫 guard security
前台|接待 reception front\sdesk host
厨房 kitchen
头发|指甲|首饰|饰物 hair nail jewel
帽|头盔 cap hat helmet
鞋 shoe boot
手套 glove
口罩 mask
设施 facilit
机器|机械 machine
电源|用电|电 power electric
水 water
火|明火|动火 fire flame
灭火器 extinguisher
危险|有害 danger hazard
药品|化学 chemical drug medic
病|医院|医疗 sick ill medical hospital
婚|产假|生育 marri wedding matern birth
丧 bereave funeral
保险|社保|福利 insur benefit social
晋升|调动|调岗 promot transfer
考核|评估|绩效 apprais evaluat assess performance
面试|应聘 interview applicant candidate
档次|等级|级别 grade level rank
警告 warn
开除|辞退 dismiss expel
申诉 appeal griev
礼品|礼物|红包 gift present
贿赂|回扣|受贿 brib kickback corrupt
利益冲突|利益 conflict interest
歧视|骚扰 discriminat harass
诚信|诚实 honest integrit
礼貌|文明|尊重 polite courte respect
语言|普通话 language mandarin
垃圾|废 waste rubbish garbage trash
节约 sav econom
打扫|清理|清空|清 clean clear empt
关闭|关 clos shut switch turn
打开|开放|开 open
锁 lock
提前 advance before ahead prior early
超过|以上 exceed more over above
以内|之内|不超过|最多 within most limit
至少 least
首次|第一次 first
再次|第二次 second again
每 each every per daily monthly
次 time once twice
人 people person
本人|自己|个人 own personal self himself themselves
他人|别人 other another somebody anyone
家属|亲属|亲友 family relativ friend
外包|承包 contract outsourc
实习 intern trainee
新员工 new
晚|夜 night evening p\.m
早|上午 morning a\.m
节日|法定 public statutory festival
周末 weekend
有效 valid
签字|签名|签署 sign
盖章|公章 seal stamp
原件|复印|副本 original copy copies
附 attach
修订|修改 revis amend chang
本规定|本制度|本办法 these this
说明 explain explan
正确|准确 correct accurat
及时|立即|马上 immediate prompt once timely
完整 complete full
安排|计划 arrang plan schedul
参加|出席 attend participat take
准时|按时 time punctual
陪同 accompan escort stay
单独|独自 alone
动物|宠物 animal pet
""".split("\n")


def _pattern(words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    chinese, english = words.split(" ", 1)
    return re.compile(chinese), re.compile(rf"\b(?:{'|'.join(english.split())})", re.IGNORECASE)


_VOCABULARY = [_pattern(words) for words in _PAIRS if words]
DENIES = re.compile("不得|禁止|严禁|嚴禁|不准|请勿|請勿|不可|不许|不許")
"""Chinese that forbids."""
DENIED = re.compile(
    r"\b(?:no|not|never|nor|none|nobody|cannot|without|neither|prohibit\w*|forbid\w*|bann?\w*|refrain\w*|avoid\w*|unauthori[sz]ed|only|unless|non-?\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
"""English that forbids or excepts."""


def vocabulary(text: str, lang: str) -> frozenset[int]:
    """Return which of the words a text has; a sentence and its translation have the same."""
    which = 0 if lang == "zh" else 1
    return frozenset(place for place, pair in enumerate(_VOCABULARY) if pair[which].search(text))
