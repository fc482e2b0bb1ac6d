"""The grammatical form an option begins with, as far as its first words tell: no more than that can be known here."""

from __future__ import annotations

import re

_BASE = frozenset(
    "accept act add adjust admit advise agree allow answer apologise apologize apply approve argue arrange ask assign assist attend avoid begin "
    "block book borrow bring calm cancel carry change check choose clean clear clock close collect come comfort complain complete confirm consult "
    "contact continue copy correct count cover cut decide decline deduct delay delete deliver demand deny describe destroy discard discuss dismiss "
    "do draw drive dry eat email e-mail end enter escalate escort establish explain extend fetch file fill find finish fix follow forward get give "
    "go greet guard guess hand handle hang have hear help hide hold ignore inform inspect insist install interrupt investigate invite issue join "
    "keep lay leave lend let lift listen lock log look lower lose make mark measure meet mention move negotiate "
    "note notify obtain offer open order park "
    "pass pay phone pick pin place plan play pledge polish post postpone praise prepare press print promise "
    "propose protect provide pull punish put quote raise "
    "reach read receive recommend record refer refund refuse register reject remain remind remove repair repeat replace reply report "
    "request resend reserve resign resolve respond restate retain retry return review ring save say schedule scold "
    "search seat see sell send serve set share show shut sign "
    "sit skip smile speak split stand start state stay step stop store submit suggest suspend switch take talk "
    "tell text thank throw tidy tie transfer treat "
    "try turn unlock update use verify wait walk warn wash watch wear wipe withdraw work write be verbally publish "
    "buy dispute deal divert sweep obey avoid wrap pretend ban".split()
)
_LEADING = (
    r"(?:(?:please|first|then|always|never|immediately|simply|just|only|politely|calmly|quickly|do not|don't|also"
    r"|at once|promptly|quietly|directly|personally)\s+)*"
)
_NOUN_EN = re.compile(r"(?:the|an?|his|her|their|your|its|one's|any|some|each|every)\s+\w", re.IGNORECASE)
_CLAUSE_EN = re.compile(
    r"(?:it|he|she|they|you|we|i|there)\s+(?:\w+ly\s+)?(?:is|are|was|were|has|have|had|must|may|can|will|should"
    r"|shall|do|does|did|might|would|could|[a-z]+s|[a-z]+ed|need|want)\b",
    re.IGNORECASE,
)
_ING = re.compile(
    r"(?:\w+ly\s+|not\s+)?(?!(?:nothing|something|everything|anything|morning|evening|king|thing|ring|during|meeting"
    r"|building|training|string|spring|according|including|regarding|parking|clothing|king|wing|pending|outgoing"
    r"|incoming|remaining|existing|following|bring|cleaning|opening|closing|working)\b)[a-z]{2,}ing\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"(?:\w+ly\s+)?([a-z]+?)(?:es|s)\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:by|in|on|at|with|within|under|from|for|after|before|through|over|behind|between|during|about|without|until"
    r"|near|beside|inside|outside|as soon as|when|if|because|while|only (?:if|when|after|with|in))\b",
    re.IGNORECASE,
)
# A verb that is as often a noun (report, record) counts as a verb only before an object.
_BOTH = frozenset(
    "leave report record log order note copy file cover email text request review return change check show help "
    "work order contact answer work telephone stand study lift play share place plan post state store visit call "
    "ring use hand wait book sign walk talk look mark park cut delay demand refund transfer reply register offer "
    "set watch warn praise schedule update smile repair export clean dry clear open close correct complete last "
    "light".split()
)
_OBJECT = re.compile(
    r"\s+(?:the|an?|it|them|him|her|their|his|its|your|to|for|in|on|at|up|down|out|off|with|back|what|that|whether"
    r"|when|why|how|this|all|no|any|once|again|only|both|by|into|from|over|after|until|as|nothing|every|each"
    r"|immediately|[a-z]+ly|another|one|two|or|and|about|straight|so|who|which)\b",
    re.IGNORECASE,
)


def form_en(text: str) -> str:
    """Return noun, verb, ing, to, third, clause, phrase, answer (Yes, No, …), adverb or unknown."""
    plain = text.strip().strip("“”\"'‘’").lower()
    if re.match(r"(?:yes|no|neither|both|only|none|nobody|nothing|everyone|not)\b(?!body)", plain) and not re.match(
        r"not \w+ing", plain
    ):
        return "answer"
    if " " not in plain:
        return "unknown"  # one word is as often a name: Hold, Dispatching
    rest = re.sub(rf"^{_LEADING}", "", plain)
    if re.match(r"to\s+(?!the\b|an?\b|their\b|his\b|your\b|[a-z]+ing\b)(?:not\s+)?[a-z]+", rest):
        return "to" if rest.split()[1] in _BASE or rest.split()[1] == "not" else "phrase"
    if _CLAUSE_EN.match(plain):
        return "clause"
    if text.strip()[:1] in '“"「':
        return "unknown"  # speech has a grammar of its own
    if _NOUN_EN.match(plain):
        return _subject_or_noun(plain)
    if _PREPOSITION.match(plain):
        return "phrase"
    if _ING.match(rest):
        return "ing"
    return _verb_en(rest)


def _subject_or_noun(plain: str) -> str:
    head = re.split(r"\b(?:who|which|that|whose|where|when|to|of|for|with|at|in|on|by|from|until)\b", plain)[0]
    if re.search(r"\b(?:is|are|was|were|must|shall|should|may|can|will|has|have|had|cannot|goes|does)\b", head):
        return "clause"
    # A word that may be a finite verb (the supervisor reminds, the employee went): what it is cannot be told.
    behind = head.split()[2:]
    return (
        "unknown"
        if any(re.search(r"(?:ed|s)$|^(?:went|came|made|said|gave|took|left|got|kept|told)$", word) for word in behind)
        else "noun"
    )


def _verb_en(rest: str) -> str:
    first = re.match(r"[a-z-]+", rest)
    if first is None:
        return "unknown"
    word = first[0]
    if word in _BASE and (word not in _BOTH or _OBJECT.match(rest, first.end())):
        return "verb"
    third = _THIRD.match(rest)
    if (
        third
        and (third[1] in _BASE or third[1] + "e" in _BASE)
        and third[1] not in _BOTH
        and _OBJECT.match(rest, third.end())
    ):
        return "third"
    return "adverb" if word.endswith("ly") else "unknown"


_VERB_ZH = re.compile(
    r"(?:先|再|立即|立刻|马上|直接|主动|及时|当场|当面|礼貌地?|耐心地?|自行|私下|继续|暂时|统一|认真|如实|尽快|不得"
    r"|不要|不|必须|应当|可以|需要|要|也|只|都|一边|重新|提前|大声|安静地?)*"
    r"(?:向|把|将|给|请|让|叫|劝|到|去|在|对|用|按|报告|告诉|告知|通知|填写|填报|提交|交给|打开|关闭|关上|打电话"
    r"|拨打|接听|回复|答复|安抚|道歉|致歉|解释|说明|登记|记录|记下|写|"
    r"穿|戴|佩戴|离开|返回|回到|留在|等|等待|询问|问|核实|核对|确认|检查|处理|联系|转接|转交|转告|上报|拒绝|同意"
    r"|批准|申请|补|归还|借|还|带|拿|放|送|收|整理|清理|打扫|保管|保存|销毁|删除|修改|"
    r"复述|感谢|挂断|放下|拿起|站起|起身|微笑|点头|握手|引导|接待|陪同|倒|关|开|锁|参加|出席|请假|打卡|换|扣|罚|奖励"
    r"|警告|辞退|安排|更换|维修|退款|赔偿|邀请|介绍|说|讲|看|听|查|做|停止|暂停|忽略|隐瞒|承诺|推荐|推给|建议|遵守"
    r"|服从|配合|使用|保持|避免|听从|上交|藏|找|搬|擦|洗|吃|喝|聊|玩|坐|站|走|跑|睡|提高|降低|增加|减少|解除|终止|签"
    r"|审|发|领|缴|交|付|归档|打印|复印|传|通报|宣布|公布|布置|检修|测|称|清点|盘点|巡|疏散|拨|抢救|扶|抱|护送|拍|录"
    r"|涂|撕|贴|挂|插|拔|切断|启动|开除|降职|取消|延长|缩短|继续|分析|收集|调整|分类|研究|讨论|制定|编制|组织|实施|落实|跟踪|反馈|评估|总结|选择|选|比较)"
)
_NOUN_ZH = re.compile(
    r"[一-龥]{0,10}(?:表|单|册|簿|证|卡|牌|书|合同|协议|电脑|手机|电话|钥匙|制度|日志|会议室|大厅|仓库|发票|文件"
    r"|经理|主管|人员|专员|员工|部门|时间|日期|地点|姓名|原因|号码|方式|内容|"
    r"编号|地址|金额|衬衫|皮鞋|制服|工服|领带|工牌|名片|笔|室|厅|态度|语气|费用|工资|奖金|津贴|假期|事假|病假|年假)"
)
# 登记表, 申请单, 打卡机, 请假时间: a verb inside a noun.
_COMPOUND = re.compile(
    r"(?:登记|记录|申请|报告|通知|请假|打卡|说明|介绍|确认|检查|处理|联系|核对|交接|维修|回访|接待|奖励|处罚|警告"
    r"|安排|收|写|开|看|说|请|等|保管|保存|建议|用|接听|还|转接|退款|赔偿|带|停止|使用|道歉|感谢|问|查|参加|出席"
    r"|提交|拨打|遵守|配合|更换)[一-龥]{0,3}?"
    r"(?:表|单|册|簿|书|卡|证|机|人|员|部|室|台|处|本|时间|日期|方式|内容|原因|流程|制度|编号|费|费用|金额|电话|地点"
    r"|信|件|号码|条件|期限|姓名|情况|结果|语|话术|人员|信息|记录|经过)"
)


_MOST_NAME = 4
_MOST_COMPOUND = 6
_MOST_NOUN = 8
_BUSY = re.compile("[为被由把将向对给在不没了过着再并已未视让请交报发收听取]")


def form_zh(text: str) -> str:
    """Return noun, verb or unknown; 谁做什么 and whatever begins with a noun and goes on is unknown."""
    if text.strip()[:1] in "“「":
        return "unknown"  # speech has a grammar of its own
    plain = re.sub(r"[。.！!？?“”「」]", "", text.strip())
    if re.match(r"(?:不需要|不用|不必|无须|无需|没有|都|不|只需|是|可以)", plain):
        return "answer"
    if re.match(
        r"(?:你|您|他们?|她|我们?|员工)(?:就|都|也)?(?:可以|应当|应该|必须|需要|要(?!求)|会|能|不)[^，]+$", plain
    ):
        return "clause"
    if re.search(r"的(?:人|时间|对象|内容|地点|方式|次数|日期|做法|原因|顺序|时限|手续)$", plain):
        return "noun"
    if re.search(r"[，,、；]", plain):
        head = re.split(r"[，,、；]", plain)[0]
        return "verb" if _VERB_ZH.match(head) and not _COMPOUND.fullmatch(head) and len(head) > 1 else "unknown"
    if _COMPOUND.fullmatch(plain):
        return "noun"
    # A verb before such an end may as well belong to a name: 交接日期, 查阅人的情况, 告诉负责人.
    if re.search(
        r"的[^，]{0,3}事(?:[和与及].+)?$|(?:人|理由|日期|名称|目的|情况|事项|结果|数量)$|人和[^，]*$|已经?", plain
    ):
        return "unknown"
    if _VERB_ZH.match(plain):
        # A short one may as well be a name: 打卡, 保持通话, 借阅登记册.
        name = len(plain) <= _MOST_NAME or (len(plain) <= _MOST_COMPOUND and _NOUN_ZH.fullmatch(plain))
        return "unknown" if name else "verb"
    # A noun with a verb somewhere before it may be its object: 书面通知主管.
    return "noun" if _NOUN_ZH.fullmatch(plain) and len(plain) <= _MOST_NOUN and not _BUSY.search(plain) else "unknown"
