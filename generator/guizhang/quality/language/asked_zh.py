"""Whether a Chinese stem asks something, or only names a subject and wants the true sentence on it.

A stem is read clause by clause. What any question has (下列, 说法, 正确, 应当注意, 员工) is left out, and so are where the rule
stands (根据《…》) and what it is about (关于消防安全, 厨房卫生方面). A case, a doing or a word that asks for one thing (谁, 多久) is a
question; where nothing is left, or only the name of somebody or something, whatever is true would be an answer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.quality.language.kinds import kind_of
from guizhang.quality.language.measures import taken_by
from guizhang.quality.language.phrases_zh import phrase_zh

# Labels of a paper: 第3题, 多选题：.
_LABEL = re.compile(
    r"(?:第?[\d一二三四五六七八九十]+[题、.．]|(?:单选|多选|选择|判断|简答|不定项选?)[题：:]{1,2}|[题问试][题目]?[：:]|知识点?[：:]|考点[：:])"
)
_SAYING = (
    "说法|表述|表达|描述|叙述|陈述|论述|阐述|论断|判断|结论|命题|观点|看法|见解|理解|解释|认识|语句|句子|句|话|选项|答案|答法|内容|条目|条款|条文|事实|情况|知识|常识|要点|要领"
    "|重点|注意事项|事项|须知|规定|规则|制度|要求|规范|办法|说明|信息|事情|事|点"
)
_SAYING_HEAD = rf"(?:{_SAYING}|做法|行为|方法|措施|操作|方式|问题|题目|话题|主题|方面|管理|工作|任务|职责)"
# Whether it holds.
_TRUTH = (
    "正确|错误|正常|准确|精确|恰当|妥当|合适|适当|适宜|得当|得体|合理|合规|合法|属实|真实|无误|成立|可取|可行|可信|靠谱|没有?(?:问题|偏差|出入|漏洞|瑕疵|毛病)|没毛病|没有?错误?|站得住脚?|对的?|错的?|真的?|假的?|好的?|最佳|最优|最好|有误"
    "|(?:与|和|跟|同|合乎|符合)?(?:事实|实际|实情|规定|要求|制度|规范|规章|公司|上述|标准|原则){1,3}(?:的?规定|的?要求)?(?:相符|一致|符合|相关|有关)?"
)
_TRUE = re.compile(rf"(?:与|和|跟|同|合乎|符合)(?:{_TRUTH})")
# Words that any question has.
_ANY = re.compile(
    r"(?P<name>电话|话[务费筒术机]|对[讲账]|办公|办事处|会[议员计场客展]|[工晚年例早宴]会|内[科衣部勤]|上[衣下]|[读学患业]者|看[板护台守]|能[源耗]|点[单餐心菜钞数]|[地站网餐]点|故事|事故|考场|条[码形]|信息部|管理员"
    r"|规定动作|作业|操作[工员间台]|就[餐医诊业]|得分|从业|后[厨勤台门]|里程|材料[库间]|工作[服餐台证牌站]|选手|考[勤核]|测试员|填料)|"
    rf"{_TRUTH}|{_SAYING}|做法|行为|方法|措施|操作|方式|下列|以下|下面|下述|如下|几种|几个|几条|几项|几句|四个|三个|各项|各句|各个?|哪[一几]?[些种个条项句样]?|何种|何者|其中|之中|之一"
    r"|[一二两三四五六几][种个条项句类点](?:话|事)?|符合$|有[些几]|属于|为|是|的|有|请|选择?出?|挑选?出?|找出?|勾选?|圈出?|指出|写出|填[入写]?|回答|作答|答题?|完成|判断|阅读|审题|看|读|思考|认真|仔细|进行|作出|做出"
    r"|得出|并|然后|后面?"
    r"|我们?|你们?|您|自己|大家|人人|各位|每[位名个]|任何|所有|全体|有人|员工|职工|工作人员|人员|工作者|同学|同事|老师|考生|好|合格|优秀"
    r"|认为|觉得|以为|赞[同成]|同意|支持|认可|接受|相信|看待|对待|评价|谈谈?|谈到|说一?说|说到|讲讲?|说|讲|想|知道|了解|知悉|知晓|明确|熟知|熟悉|遵循|掌握|清楚|明白|牢?记住?|遵守|做到|注意|做|办|处理|行动|认识到|强调"
    r"|指出|提到|涉及|包括|包含|规定了?|要求|写[明着道]"
    r"|应当?|应该|必须|须|需要?|要|可以?|能够?|会|得|不得|才|都|最|更|比较|一定|一般|通常|怎么样?|怎样|如何|什么|吗|呢|么|么样|本题|此题|考查|考察|测试|测验|考试|考核|题目?|小题|大题|唯一|一下|了|就|这|那|其|也|还"
    r"|正误后?|对错后?|角度来?看?|来看|看来|出发|所称|所指|是指|总的来说|总之|综上|总体|一句话|公司|本公司|我司|我们?公司|本店|本单位|单位|本院|本校|企业|手册|规章|条例|细则|守则|规程|制度|规则|材料|所学|经验|工作中?|日常"
    r"|平时|平日|在岗|上岗|当班|上班|实际|结合|根据|按照|依据"
    r"|依照|参照|关于|有关|相关|对于|针对|围绕"
    r"|方面|问题|这里|里面?|中间?|上|内|在|对|从|就|与|和|以|来|而言|来说"
    r"|第[一二三四五六七八九十\d]+[章节条款]|\d+|的管理$|\W"
)
# Where the rule stands.
_SOURCE = re.compile(
    r"(?:(?:根据|按照|依据|依照|参照|结合|按|依|据|查阅|阅读|学习|读|看)[^，,。：:]{0,6}|^)《[^》]+》(?:之?后)?(?:[^，,。：:的]{0,8}?(?:第[一二三四五六七八九十\d]+[章节条款]))?(?:的?(?:相关|有关|具体)?(?:规定|要求"
    r"|内容|精神))?[，,：:]?"
)
_BEHIND = (
    rf"(?:的?(?:有关|相关|方面|问题|一事|这件事|来说|而言|来讲|上|中|里|内|时间)的?(?:相?关的?)?(?:[各几四五]?[项种条句个点])?{_SAYING_HEAD}?(?:中|里|上|内|之中)?"
    rf"|的?(?:各[项种条])?{_SAYING_HEAD}(?:中|里|上|内|之中)?)"
)
# 关于X的, X方面, 与X有关的, 就X而言: what it is about.
_SUBJECT = re.compile(
    rf"(?:[下以]列?[下面]?(?:哪[一几]?[项个种些条]?|各项|几[项条种])?)?的?(?:(?:关于|有关|就|针对|围绕|涉及|谈到|说到|提到)(?P<what>[^，。？：:]{{1,16}}?){_BEHIND}?"
    rf"|作为(?:一[名位个])?(?P<who>[^，。？：:]{{1,10}}$)|对于(?P<to>[^，。？：:]{{1,10}}$)|(?:对于?|在|与|和)(?P<weak>[^，。？：:]{{1,16}}?){_BEHIND})(?:$"
    rf"|的(?=.{{0,3}}(?:{_SAYING_HEAD}|哪|{_TRUTH})))"
    rf"|^(?P<thing>[^，。？：:]{{2,12}}?)的(?:最|更)?(?=(?:{_TRUTH}|{_SAYING}))"
    r"|^(?P<of>[^，。？：:]{2,12}?)(?:方面|问题|的?(?:管理)?(?:制度|规定|办法|手册|守则|细则|规程|条例|工作|情况|要求))"
    r"(?:[的中里上内有]|方面|如下|以下|下列|这样|一?些|内容|规定|要求|条款|说法|指出|写道|写明|明确|强调|提出)*$"
)
# A case, or a doing: somebody does something, something has happened.
_CASE = re.compile(
    r"(?<![同当平有计小])时(?![间段常刻])|[以之]?[后](?![厨勤台门果])|(?<![之目])前(?![台厅款往])|如果|若|因[为此]?|由于|发现|遇[到见]?|碰到|收到|接到|没有|未|不(?!同)|被|让|把|将|向|给|由|从|至|已|正在"
    r"|需(?!求)|违[反背]|[一二三四五六七八九十两几\d]|负责|用于|适[合用]|防止|避免"
)
_ASKS_ONE = re.compile(
    r"谁|几(?![种个条项句点])|多[少久长大高远深重快]|何[时处人]|哪[里儿天位名台间张家层](?!说)|为什么|为何|什么(?!(?:规定|说法|内容|情况|要求|知识|问题|事项|$|[？?]))|是否|[一-龥]不[一-龥]吗|哪[一几]?(?:种|类|个"
    r"|项|些)(?!(?:才?是|为|属|符|最|更|正|对|错|准|合|可|真|成|恰|妥|适|的|$)|说|讲)(?!" + _SAYING_HEAD + ")"
)
# 下列哪几项是《员工手册》的规定: what one document lays down is a question; 根据《员工手册》 only says where the rule stands.
_OF_A_DOCUMENT = re.compile("[是为]《[^》]+》")
_MODAL = re.compile("应当?|应该|必须|须|需要?|要|可以")
_MOST_TOPIC, _MOST_NAME, _MOST_SUBJECT = 16, 12, 4


@lru_cache(maxsize=4096)
def asks_nothing_zh(stem: str) -> bool:
    """Tell whether a stem is a frame round the options, or a subject and whatever is true of it."""
    if _OF_A_DOCUMENT.search(stem):
        return False
    text = _SOURCE.sub("", _LABEL.sub("", stem))
    clauses = [_TRUE.sub("", clause) for clause in re.split(r"[，,。：:；;！!？?…—_（）()\s]+", text) if clause]
    # Which of them is laid down in 《…》 is asked of that rule.
    if "《" in text or any(_ASKS_ONE.search(clause) for clause in clauses):
        return False
    named = [_named(clause) for clause in clauses]
    if None in named:
        # A name by itself: 叉车……
        name = re.sub("(?:使用|工作)?[中里上]$", "", clauses[0])
        return len(clauses) == 1 and left_zh(name) == name and is_name_zh(name)
    # What to do about something is asked, what to think of it is not.
    if any(named) and re.search("(?:怎么|怎样|如何)(?![说看讲评])", text):
        return False
    return sum(1 for name in named if name) <= 1


def _named(clause: str) -> str | None:
    """Return what a clause names beside the words of any question, "" for nothing; ``None`` where it tells a case or asks."""
    subject = _SUBJECT.search(clause)
    if subject is not None:
        what = (
            subject["what"] or subject["who"] or subject["to"] or subject["weak"] or subject["thing"] or subject["of"]
        )
        rest = clause[: subject.start()] + clause[subject.end() :]
        # 对于没带证件的访客: whom it is about tells a case.
        told = _CASE.search(what) or ((subject["weak"] or subject["to"]) and "的" in what)
        if len(what) <= _MOST_TOPIC and not told and not left_zh(rest):
            return left_zh(what) and what
    left = left_zh(clause)
    if not left:
        return ""
    framed = len(left) < len(re.sub(r"\W", "", clause))
    if not framed or len(left) > _MOST_NAME or left not in clause or _CASE.search(clause):
        return None
    # Whoever stands before 应当 is somebody or something, listed or not.
    stands_first = (
        len(left) <= _MOST_SUBJECT
        and clause.startswith(left)
        and _MODAL.match(clause, len(left))
        and phrase_zh(left) != "verb"
    )
    return left if stands_first or is_name_zh(left) else None


def left_zh(text: str) -> str:
    """Return what a Chinese text says beside the words that any question has."""
    return re.sub(r"\W", "", _ANY.sub(lambda word: word["name"] or "", text))


def is_name_zh(text: str) -> bool:
    """Tell whether a short text names somebody or something, as far as its words are known."""
    return len(text) > 1 and (
        phrase_zh(text) == "noun" or kind_of(text, "zh") is not None or taken_by(text) is not None
    )
