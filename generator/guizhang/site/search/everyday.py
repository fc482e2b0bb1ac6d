"""Everyday words beside the words rules are written in, for who does not know how the handbook says it.

A company's glossary goes before this table. Words the text does not have only stand for the others when they are typed.
"""

from __future__ import annotations

_TABLE = """
开除 辞退 解雇 解聘 炒鱿鱼 除名 劝退 解除劳动合同 | dismiss, dismissal, fired, sack, sacked, termination of employment
辞职 离职 不干了 | resign, resignation, quit
工资 薪水 薪资 薪酬 工钱 | salary, wage, pay
扣钱 扣工资 扣款 罚钱 罚款 扣薪 罚金 扣 罚 | fine, deduct from pay, deduction
奖金 提成 | bonus, commission
加班 延长工作时间 | overtime, working late
请假 休假 告假 请个假 请了假 | leave, day off, time off
年假 年休假 带薪年假 带薪休假 | annual leave, vacation, PTO, paid time off
产假 生孩子 生小孩 生育假 | maternity leave, maternity, parental leave
陪产假 陪产 护理假 | paternity leave, paternity, parental leave
丧假 奔丧 亲人去世 | bereavement leave, bereavement, funeral leave, funeral, compassionate leave
婚假 结婚 | marriage leave, wedding leave
工资发放 发薪 发薪日 发薪水 领工资 | payday, pay day, wages paid, salary paid
病假 生病 看病 就医 | sick leave, sick, illness
迟到 晚到 来晚 | late, lateness
早退 提前下班 早走 | leaving early
旷工 缺勤 不来上班 没来上班 | absence, absent, no show
打卡 签到 刷卡 | clock in, clocking in
换班 调班 顶班 替班 换个班 调个班 | shift exchange, swap shifts, shift swap
骂人 辱骂 谩骂 脏话 粗话 粗口 爆粗 出言不逊 侮辱 | swear, abuse, abusive, insult, bad language, rude
发火 生气 发怒 愤怒 发脾气 情绪激动 恼火 | angry, anger, furious, upset, agitated
吵架 争吵 争执 吵闹 | argue, quarrel, argument, dispute
打架 斗殴 动手打人 | fight, fighting, violence
弄坏 损坏 打破 打碎 摔坏 毁坏 破损 | damage, break, broken
丢失 遗失 弄丢 丢了 遗落 失物 捡到 拾到 | lost, lost property, missing
走失 走丢 | lost child, missing person
盗窃 偷窃 偷东西 偷拿 | theft, steal, stealing
赔偿 补偿 赔钱 要赔 索赔 赔 | compensation, compensate
退款 退钱 退费 | refund, money back
退货 换货 退换 | returned goods, return, exchange
优惠 折扣 打折 砍价 讲价 还价 议价 压价 让利 便宜点 | discount, bargain, bargaining, haggle, price cut
发票 收据 | invoice, receipt
假币 假钞 假钱 | counterfeit, fake money, fake note
合同 协议 合约 | contract, agreement
礼品 礼物 送礼 收礼 | gift, present
回扣 好处费 贿赂 行贿 受贿 | bribe, bribery, kickback
小费 打赏 | tip, gratuity
着装 穿着 服装 穿衣 衣服 衣着 | clothes, clothing, dress, dress code
制服 工服 工装 工作服 | uniform, work clothes
鞋子 皮鞋 拖鞋 凉鞋 | shoes, slippers, sandals, footwear
头发 发型 染发 烫发 | hair, hairstyle
化妆 妆容 淡妆 口红 | make-up, makeup, cosmetics
首饰 饰品 饰物 戒指 耳环 项链 | jewellery, jewelry, earrings
工牌 胸牌 胸卡 工作证 | badge, name tag
手机 移动电话 | mobile phone, mobile, cellphone
聊天 闲聊 谈笑 | chat, chatting, gossip
吸烟 抽烟 | smoking, smoke
饮酒 喝酒 酒后 | alcohol, drinking
喝醉 醉酒 酒醉 | drunk, drunken
吃东西 零食 进食 用餐 吃饭 就餐 | eating, snack, meal
睡觉 打瞌睡 打盹 | sleeping, asleep, nap
上级 上司 领导 老板 | superior, boss
同事 同僚 | colleague, coworker, co-worker
客户 顾客 客人 宾客 来宾 | customer, client, guest
新员工 新人 新来的 新进员工 | new employee, new hire, newcomer, new starter
转正 正式录用 | confirmation, pass probation
考试 测验 考核 测试 | examination, exam, test, quiz
合格 及格 达标 | pass, pass mark
保密 机密 商业秘密 | confidential, confidentiality, secret
泄露 泄密 外泄 泄漏 | leak, leaked, disclosure, data breach
个人信息 隐私 个人资料 | personal data, personal information, privacy
复制 拷贝 复印 | copy, photocopy
密码 口令 | password
账号 账户 帐号 | account, login
报警 公安 警察 民警 | police
火灾 着火 失火 起火 火警 | fire, fire alarm
受伤 摔伤 摔倒 滑倒 跌倒 | injury, injured, hurt, fall
腹泻 拉肚子 闹肚子 | diarrhoea, diarrhea
呕吐 | vomiting, vomit, throwing up
晕倒 昏倒 昏迷 突发疾病 不舒服 | faint, fainted, collapse, taken ill
燃气 煤气 天然气 | gas, gas leak
砧板 菜板 案板 | cutting board, chopping board
解冻 化冻 | thaw, thawing, defrost
冷藏 冰箱 冷柜 | fridge, refrigerator, cold food
禽肉 鸡肉 | poultry, chicken
停电 断电 | power cut, blackout, outage
电梯 升降机 | lift, elevator
老人 老年人 高龄 | elderly, old people
小孩 孩子 儿童 小朋友 | child, children, kid
残疾 轮椅 行动不便 | disabled, disability, wheelchair
外宾 外国人 外籍 | foreigner, foreign guest
记者 媒体 采访 | journalist, reporter, media, press
朋友圈 社交媒体 微博 发帖 | social media, post online, instagram, facebook, tiktok
恋爱 谈恋爱 | romantic relationship, dating, office romance
毒品 吸毒 | drugs, weed, marijuana, cannabis
宠物 | pet, dog, cat
可疑物品 可疑包裹 炸弹 | suspicious package, bomb threat, bomb
回电 回拨 | call back, ring back
接听 接电话 | answer the telephone, answer the phone, pick up
挂断 挂电话 挂机 | hang up, hanging up
转接 转电话 | transfer a call, transfer, put through
等候 等待 久等 | wait, waiting
骚扰 打扰 纠缠 | harassment, harass, nuisance
推销 兜售 | sell, selling
拜访 登门 上门 | visit, home visit
倒茶 奉茶 上茶 递茶 | serve tea, serving tea
座次 座位 坐哪 位次 | seating, seat
开会 会议 | meeting
早会 晨会 例会 班前会 朝会 | morning meeting, briefing
出差 外勤 | business trip
报销 费用报销 | reimburse, expense claim, expenses
借阅 借用 借出 | borrow, lend, loan
保存 保管 留存 存档 | keep, retain, retention, storage
销毁 粉碎 | destroy, destruction, shred
下班 收工 | end of work, go home, finish work
排队 插队 | queue, jump the queue, queue jumping
卫生 打扫 清洁 保洁 | cleaning, clean, tidy
举报 揭发 检举 告发 | report, whistle-blowing, whistleblower
处分 纪律处分 处罚 惩罚 | discipline, disciplinary, punishment, penalty
警告 警告信 | warning
申诉 不服 异议 | appeal, objection
审批 批准 谁批 | approval, approve, authorise, sign off
晋升 升职 提拔 | promotion, promote
兼职 副业 第二职业 | second job, part-time job, moonlighting
维修 修理 检修 报修 | repair, fix, maintenance
保修 质保 保修期 | warranty, guarantee
安装 装机 | install, installation
送货 配送 发货 | delivery, deliver
收费 价格 费用 | charge, fee, price, cost
定金 订金 押金 | deposit
收款 付款 交钱 现金 | payment, cash
逾期 过期 超期 | overdue, expired
加急 紧急 急事 | urgent, emergency
说闲话 议论 坏话 | gossip, speak ill
串岗 脱岗 离岗 溜号 | leave one's post, absence from post
玩手机 刷手机 玩游戏 无关的事 | playing on the phone, games, unrelated activities
私人电话 私事 私人事务 | personal calls, private calls, private matters
"""

TYPED_ONLY = frozenset({"fired", "sacked", "pay day"})
"""Words with the stem of another one, fire, or of two that stand anywhere: they stand for the others when typed, and are not
looked for instead of them."""


def groups() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return words of about the same meaning, Chinese and English."""
    rows = (line.partition(" | ") for line in _TABLE.strip().split("\n"))
    return tuple((tuple(zh.split()), tuple(en.split(", "))) for zh, _, en in rows)
