"""What references look like: the patterns of 第十条第二款, 前款, 《…》第五条, 附件1, 见3.2, Section 4.2(b), as one form with named parts."""

from __future__ import annotations

import re
from functools import cache

HAN = "零〇一二三四五六七八九十百千两壹贰叁参肆伍陆柒捌玖拾"
N = rf"[{HAN}\d]{{1,6}}"
MORE = rf"(?: ?(?:[、,和及或]|至|到|[-–—~]) ?(?:第 ?)?{N}(?![\d个天日元人]))*"
LEVELS = ("part", "chapter", "section", "article", "paragraph", "item", "point")
"""Levels a reference can name, from the outside in; 款 is a paragraph, 项 an item, 目 a point."""
LEVEL = {
    "编": "part",
    "篇": "part",
    "部分": "part",
    "部": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
    # 第二規條: as clubs in Hong Kong count theirs.
    "规条": "article",
    "款": "paragraph",
    "项": "item",
    "目": "point",
    "点": "item",
    # 第三大点 is one of those the document is made of, which 条 asks for as well.
    "大点": "article",
    "小点": "item",
    "大项": "article",
    "小项": "item",
    "段": "item",
    "问": "item",
}
# Behind each level what would make it another word: 第一章程, 第二节课, 第三条件, 第二项目, 第一目标.
_SIGN = (
    "部分|段(?=[所的之中及和或与至、,。;规另不处办执])|问(?![候题卷询诊责答])|编(?!辑|号|制|写)|篇(?!幅|章|目|文|论|稿|报|博)|章(?!程)|节(?!课|日|约|能|假|点|目)|规?条(?!件|例|线|形|码|生产线|流水线|跑道|消息|信息)|款(?!产品"
    r"|车|手机|项|式)|[大小]?项(?!目|链)|目(?!标|录|前|的[是地在])|[大小]?点(?!钟|半|整|\d)|部(?!门|长|队|位|件|署|落|委|级|下|属|手|电|车|机|客|货|梯|扶|作|片|书)"
)
_ROUND = rf"(?:[(](?:{N}|[a-z]{{1,2}})[)]|[①-⑳])"
BRACKETED = rf"(?:[(][{HAN}]{{1,3}}[)](?:[(][{HAN}]{{1,3}}[)])+|{_ROUND}(?:[、,和及或至到~—-](?:第 ?)?{_ROUND})*)"
"""（一）、（三）, （一）至（三）, and （一）（二）, where one script cannot name two levels."""
# Behind 第五条 a number in brackets is an item with or without 项: 第五条（二）, 第六条第（一）至（三）项.
# 第二条1、2款, 第八条二、（2）: below an article the 第 is often left out.
_SHORT = (
    rf"(?<=[章节条款项）)])[a-z](?:[、,和及或][a-z])* ?[款项点](?!目)|{N}{MORE} ?(?:款(?!产品|车|手机|项|式)|项(?!目|链)"
    rf"|大?点(?=规定|之|所|的|者|[(。,;]|$))|{N}[.、](?=[(]{N}[)])"
    # 第五条2）, 第三条1、3的: the label as it is printed there, or its number alone.
    rf"|(?<=[章节条款项)])(?:{N}[)]|[a-z][)](?:[、,和及或][a-z][)])*|\d{{1,2}}(?=[(]\d{{1,2}}[)])|\d{{1,2}}(?:[、,和及]\d{{1,2}})*(?=[的之所规处办执标中者另不与,。;)]|情形|行为|$))"
)
_STEP = rf"(?:前[一两二三四五六七八九十]?[项款](?!目)|第 ?{N}{MORE} ?(?:{_SIGN})(?:之{N})?|第? ?{BRACKETED}(?: ?(?:{_SIGN}|段(?!时|落)))?|{_SHORT})"
DOTS = r"\d{1,2}(?:\.\d{1,2}){1,4}(?!\d|\.\d|[%‰元万千克吨升小天年月米倍分个次人时公℃])"
# 2.2(a), 2.2a)至c), 2.1条第(a)或(b)项; a row of numbers is one reference where one sign closes it: 2.1、2.2及3.1条.
_LETTER = r"(?:第 ?)?(?:[(][a-z\d]{1,4}[)]|(?<![A-Za-z])[a-z][)])"
_LETTERED = rf"{_LETTER}(?: ?(?:[、,和及与或至到]|[-–—~])? ?{_LETTER})*(?: ?[条款项节点段](?!件|例|目|时|落))?"
_DOTTED_SIGN = "[条款项节点段](?!件|例|目|时|落|日|课)"
_WITHIN = rf"(?: ?[的之中]? ?{_LETTERED}| ?第 ?\d{{1,2}} ?[项款点目]| ?[a-z] ?[款项点])"
DOTTED = rf"第? ?{DOTS}(?:(?: ?[、,和及与或] ?{DOTS})* ?{_DOTTED_SIGN}{_WITHIN}?|{_WITHIN})"
# 第三章“处罚”第二条, 第一章总则第二条: a heading may stand between the levels.
_HEADING = rf"(?<=[章节分编])(?:[“\"][^“”\"\n]{{1,20}}[”\"]|[一-龥]{{2,8}}?)(?=第 ?{N} ?[节条])"
CHAIN = (
    rf"第 ?(?:{N}{MORE}|{BRACKETED}|[IVXⅠ-Ⅻ]{{1,4}}) ?(?:{_SIGN})(?:之{N})?(?:{_HEADING})?(?: ?(?:(?:[之的中]|中?所[列述])(?=第 ?{N} ?[节条款项目]"
    rf"|第?[(]{N}[)]))?{_STEP}(?:{_HEADING})?| ?{DOTTED}| ?第? ?{DOTS})*"
)
RULES = (
    "管理制度|制度|规约|规则|要点|契约书|合约书|合同书|协议书|契约|合约|公约|说明书|指南|规定|办法|细则|手册|规范"
    "|守则|规程|准则|条例|规则|标准|公约|须知|章程|流程|方案|协议|合同|文件|指引"
)
_HERE = (
    rf"本(?:{RULES}|章(?!程)|节(?!目|约|课|日)|附[件录表]|部分(?=[第各其的所之内中规,。;、)和及与]|$)|编(?!制|辑)"
    "|条(?!件|例|线|生产|流水|跑道|消息|信息)|款(?!项|式|车|手机|产品)|项(?!目)|点(?=规|之|所|第))"
)
_BEFORE = (
    r"(?:[上前][述列]|上面|前面)(?:的|这)?[一两二三四五六七八九十](?:条(?!件|例|款|线|路)|款(?!项|式)|项(?!目)|点(?!钟|半))"
    r"|(?:(?<![一-龥\d])前|以上|(?<![一-龥以])上)[一两二三四五六七八九十](?:点(?![钟半整前后至到])|个?部分)|"
    r"(?:(?<!:\d\d)(?<!点)前|(?<![项次种条个人年天元])以上|(?<!以)上)(?:[一两二三四五六七八九十]|述)?(?:条(?!件|例|款)|款(?!项)|项(?!目)|章(?!程)|节(?!课|目|日)"
    r"|目(?!标|的|录)|点(?=规|之|所|第|办|执|情|的|者|[,。;]))|(?<![一-龥\d])前各(?:条(?!件|例)|款(?!项)|项(?!目))|(?<=[依照按据反合有用守])前各(?:条(?!件|例)|款(?!项)|项(?!目))|下一节(?!课|目|日|车|会)|(?<![如以])下一?(?:条(?!件|线)|款(?!项|到|待|车)|章(?!程))|(?<![一二三四五六七八九十两几首每其\d])次(?:条(?!件|例|数)|[款项](?!目))|(?<=[依照按据反合受除用])后(?:[一两二三四五]条(?!件|例)|条(?!件"
    r"|例))|[前上]段(?=[所规之的中])|[该同]条(?!件|款|例)|[上前]一?[问题](?=[的所之中,。;)]|$)"
)
_SAID = (
    rf"(?:上述|前述|上列|前列|[上前]开(?=[第各所之规条款项情事])|前揭|上揭|(?<![项次种条个人年天元])以上(?= ?第? ?{N}{MORE} ?[项点条款]))"
    rf"(?: ?{DOTTED}| ?{_STEP}| ?{DOTS}| ?{N}{MORE} ?条(?!件|例)| ?{N}[)](?![\d、,和—~-]))*"
    rf"|(?<![项次种条个人年天元])以上(?=规定|条款|各[条项款]|任[何一意]一?[条项款]|行为|情形|情况|要求|制度|内容)"
    rf"|(?<=[依照据按反合])以上(?=标准|程序|流程|纪律|罚则)"
)
SHORTLY = "(?:[(]以下(?:简称|称)[^()]{1,10}[)])?"
# A document named without 《》: 依工作规则第十九条, 按考勤管理办法执行, 违反劳动合同法的规定.
_NAMED = (
    r"(?<=[依照据反见按合行用守])(?!于?(?:按照?|依照?|根据|依据)?本|[同此其新原]|[上下该前照据]|以[上下]|有关|相关|各项|公司[有相各])(?:"
    rf"[一-龥]{{1,10}}?(?:{RULES}|法)(?={SHORTLY}(?:第 ?{N} ?[条章节款]|第? ?\d{{1,2}}\.\d))"
    r"|(?<![见行用])(?:(?![第附本])[一-龥]){1,14}?(?:管理制度|制度|办法|细则|规则|规程|准则|守则|公约|手册|章程|条例|(?<![办做方说看想无合违写用手语司执守])法)"
    r"(?=(?:及其|[等之的])?(?:有关|相关|等)*(?:规定|要求|标准|程序|办理|处理|处[罚分置以]|论处|执行|实施|追究|惩处)|[,。;、)]|$))"
    r"|(?<![A-Za-z])(?!(?:The|This|An?|Our|Your|No|Any) )[A-Z][\w'’-]+ (?:(?:of|and|for|[A-Z][\w'’-]+) ){0,5}?"
    r"(?:Act|Ordinance|Policy|Handbook|Code|Manual|Rules|Regulations|Guidelines)\b(?: (?:19|20)\d\d\b)?(?! [A-Z])"
)
_ANNEX = (
    r"(?:附件|附录|附表|附图)(?: ?[(][一二三四五六七八九十\d]{1,3}[)]"
    r"| [一二三四五六七八九十\d]{1,2}(?![\d份个页张])(?:[、和及与或至到~-] ?[一二三四五六七八九十\d]{1,2}(?![、.\d份个页张]))*"
    r"|[甲乙丙丁](?:[、和及与或][甲乙丙丁])*"
    r"| ?[A-Z](?![A-Za-z])(?:[、和及与或至到~-] ?[A-Z](?![A-Za-z\d]))*)|(?:附件|附录|附表|附图|附则"
    r"|附属)(?:[一二三四五六七八九十\d]{1,3}(?:[、和及与或至到~-][一二三四五六七八九十\d]{1,2}(?![、.\d份个页张])|[至到~-]附[件录表图][一二三四五六七八九十\d]{1,2})*"
    r"|[A-Z](?![A-Za-z]))|(?<=[见按附参如依据阅填照同])(?:附件|附录"
    r"|附表)(?![一-龥]{0,2}大小)|附[件录表](?=所[列述定附载]|中[的所列])"
    r"|(?:(?<=[见按如照据])|(?<![一-龥\w《“])(?=[表图] ?\d{1,2}(?:所(?!有)|[的中之规])))"
    r"[表图] ?[(]?(?:\d{1,2}(?:[.-]\d{1,2})?|[一二三四五六七八九十]{1,2})[)]?(?![\d.]|[个张格人天])"
)
_TITLE = r"《(?P<title>[^《》\n]{1,60})》"
# “客人不在”第（3）项: a heading of the text, in quotation marks, in front of what stands below it.
_QUOTED = r"[“「\"](?P<quoted>[^“”「」\"\n]{2,30})[”」\"]"
# 依「請假規則」, 违反“考勤管理制度”: what is named like a paper in quotation marks is one; a short name only where it is cited.
_ENTITLED = (
    r"(?:(?<=[依照据按见反合循守同及和与])|(?<=[依照据按见反合循守同及和与] )|(?=.{9}))[“「\"](?P<entitled>"
    r"(?!遵守|违反|按照|依照|没有|执行|服从|不)[^“”「」\"\n。,;:!?]{2,40}?(?:管理制度|制度|规则|要点|规定|(?<![没无])(?<!没有)办法|细则|规范|守则|规程|准则|条例|公约|章程|注意事项|须知|标准|指引|程序|(?<![办做方说看想无合违写用手语司])法)"
    r"|[A-Z][\w'&/-]*(?: (?:[A-Z][\w'&/-]*|of|and|the|for|on|in))*"
    r" (?:Policy|Handbook|Manual|Act|Ordinance|Procedures?|Guidelines?|Rules|Regulations?|Standards?|Conduct|Practice|Ethics))"
    r"(?:[(]以下[^()\n]{1,20}[)])?[”」\"]"
)
# “退换”一条, 《员工手册》的“退换”一章: rules cite by title, because titles move less than numbers.
_HEADED = (
    r"(?:《(?P<work>[^《》\n]{1,60})》[的中]?)?[“「\"](?P<heading>[^“”「」\"\n]{2,30})[”」\"] ?(?P<one>[一该这]|这一)?(?P<headed>部分"
    r"|[编章节条](?!件|例|程|款))"
)
PAPERS = "permit|act|licen[cs]e|notice|guide|standard|form|law|ordinance|plan|deed|letter|code|handbook|manual|policy|rules|agreement|contract|lease"
# Section 3 of the highway permit stands in another paper; clause 7 of the lease is mostly one of this.
_FOREIGN = (
    r" of (?:the|a|an|its|our|their|your) (?P<foreign>(?!(?:above|present|same|said)\b)"
    rf"(?:(?:[A-Za-z-]+ ){{1,4}}?(?:{PAPERS})|permit|act|licen[cs]e|law|ordinance))\b"
)
CITING = "依照按据见反合除经及和与或同在如受行用因成出、"
"""What ends the words in front of a label that is cited: 依照2.1, 执行二（一）, 不受3.2."""
_DOTTED = (
    rf"(?:(?<=[{CITING}])|(?<![\d.A-Za-z-])(?!\d[\d.]* ?[项节点段])){DOTTED}"
    rf"|(?:(?<=见)|(?<=照)|(?<=按)|(?<=据)|(?<=反)|(?<=合))第?\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}"
    r"(?![\d元%万小天年月米倍套件台间份名位张只层组班袋箱瓶块公千平])"
    r"|第 ?\d{1,2} ?(?:[(][a-z\d]{1,4}[)])+ ?[条款项节点段]"
)
# Labels without a sign of their level: 4.4.3 所列情形, 依二.之结果, （二）之流程, 丙、5., 3、4两项. They refer only if
# the document has such a label.
STEM = "甲乙丙丁戊己庚辛"
# Two scripts make a label plain wherever a rule is cited: 依二、1追回.
HAN_DIGIT = r"[一二三四五六七八九十甲乙丙丁]{1,2}、?(?:\d{1,2}、?[(]\d{1,2}[)]|\d{1,2}(?![\d、.]|[天日个小分月年次人元%名份点]))"
# Behind a label in brackets: 一（一）2, 二（二）第1项, 三（2）④.
_BELOW = rf"第? ?{N} ?[项款目点]|[、.]?\d{{1,2}}(?![\d天日个小分月年次人元%名份])|[(]\d{{1,2}}[)]|[①-⑳]"
# （二）3: a number below a label in brackets.
_INNER = r"\d{1,2}(?![\d.天日个小分月年次人元%名份])"
_CITED_BY = "|".join(
    f"(?<={word})"
    for word in (
        *(
            "[Ss]ee ",
            "[Uu]nder ",
            "[Pp]er ",
            "[Ww]ith ",
            "[Oo]f ",
            "[Ii]n ",
            "[Aa]nd ",
            " or ",
            " to ",
            "ollow ",
            "breach ",
            "breaks ",
        ),
        *("[Rr]ules? ", "[Cc]lauses? ", "ections? ", "aragraphs? ", "[Ii]tems? ", "[Pp]oints? ", "[Ss]teps? "),
    )
    for word in ((word.replace("s? ", " "), word.replace("s? ", "s ")) if "?" in word else (word,))
)
_JOINT = " ?[、,和及与或至到~—–-]{1,2} ?"
LABEL_ROW = (
    rf"(?<![\d.A-Za-z)(①-⑳])(?:(?:第 ?)?{N}[)](?:{_JOINT}(?:第 ?)?{N}[)])+|[a-z][)](?:{_JOINT}[a-z][)])+"
    rf"|[①-⑳](?:(?:{_JOINT})?[①-⑳])+)(?: ?[两二三四五六]?[项款点条](?!目|件))?"
)
_BARE = (
    r"(?<![A-Za-z\d)])(?:[(]\d{1,2}[)]){2,} ?[条款项点](?!目)|"
    rf"(?<![A-Za-z\d)]){_ROUND}(?:[、,和及或至]{_ROUND})+(?: ?[两二三四五]?(?:[项款点](?!目)|条(?!件|例))|(?=的(?:规|情|行|要)|所[列称述]|规定|情形|行为"
    rf"|不?适用))|"
    rf"问题 ?\d{{1,2}}(?![\d个条项、.])|(?<=[见考照看同])问 ?\d{{1,2}}(?!\d)|"
    rf"(?:(?<=手册)|(?<=制度)|(?<=办法)|(?<=细则)|(?<=规范)|(?<=合同)|(?<=协议)){DOTS}(?=执行|处理|办理|的?规定|约定|[,。;、)])|"
    rf"{DOTS}(?:[(](?:{N}|[a-z])[)])+(?: ?[条款项](?!件|例|目)|(?=[、,和及或与所之的规中办执处。;]))|(?<=[依照按据见行到回至过从复成])步[骤驟] ?{N}"
    rf"|(?<=[依照按据见行到回至从转入复]) ?第 ?{N} ?步(?!骤)|第 ?{N} ?步(?=[中所之内]|的(?:规定|要求|结果|方法)|规定|要求)"
    rf"|(?<=[依照按据见反合及和同、]) ?{N}[)](?:(?=[、的之所规处办执])|[项条款点])|第 ?{N}[)] ?[条款项点](?![的中]?[①-⑳])|"
    rf"(?<=[{CITING}]) ?{DOTS}|第{DOTS}|(?:(?<=条款)|(?<=章节)|(?<=条文)) ?{DOTS}|(?:(?<=[Ss]ee )"
    rf"|(?<=[Uu]nder )|(?<=[Pp]er )|(?<=[Ww]ith )|(?<=[Oo]f )|(?<=[Ii]n )|(?<=[Aa]nd )"
    rf"|(?<=[Tt]o )|(?<=gainst )|(?<=above )|(?<=foregoing )|(?<=[Bb]oth )|(?<=beyond )){DOTS}(?: ?\([a-z]{{1,4}}\))?(?=[ ,.;:)]|$)"
    rf"|(?<=\d, ){DOTS}(?=,? (?:and|or) \d|, \d)|(?<![\d.A-Za-z第本-]){DOTS}"
    rf"(?=(?: ?[、,和及与或至到~-] ?{DOTS})* ?(?:所|之(?!间)|的(?!比)|规定|未|款|各|条|项|中|情形|两|规|要求|步"
    r"|流程|节|由|约定|[与和及或](?=《|第|附|本|上述|前述)|、(?=《|第|附)|优先|抵触"
    rf"|冲突|同时|除外|[应须]|各[扣罚项条款]|每次|至 ?\d|不(?![变超少多低高足])|均|同样|[亦也]|另))"
    # 检查内容（2.2）; ①和②, 1）—6）, a）、b）: a row of labels is one, joined as no list in a line joins them.
    rf"|(?<=[一-龥][(]){DOTS}(?=[)])|{LABEL_ROW}|(?<=[上前][述面]|以上)(?:第 ?)?{N}[)](?!\d)"
    rf"|第? ?{N}[)][条项款点]?[的中]?[①-⑳]|第? ?[①-⑳](?:[条项款点]|(?=[里中所之]))|(?<=[依照按据见反合除])[①-⑳](?=[的执处办,。;、及和或])"
    rf"|第 ?{N}(?=所[定列称述])"
    rf"|[({{]{N}[)}}](?=之(?!一)|所[称列述指]|规定|款|项)|(?<=[一-龥])[(]{N}[)](?=手续|程序|步骤|流程)|(?<=[依照按据见反合及和同]) ?[(](?:{N}"
    rf"|[a-z])[)](?: ?第 ?{N} ?[项点款]| ?[项款段]|{_INNER})?|[(]{N}[)]{_INNER}(?=[所之的规])|[(][a-z][)] ?[段款项](?!目|时|落)"
    rf"|(?<=[条款项][、和及或]){N} ?[条款项](?!件|例|目|以)"
    rf"|(?<![\d.、A-Za-z第]) ?{N}[.、]?[(]{N}[)](?![个天日年月小分元人名次份])(?:{_BELOW}){{0,3}}"
    rf"|(?<=[依照按据见反合同及和])[一二三四五六七八九十]{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?(?!\d)"
    rf"|(?<=[依照按据见反合同])\d{{1,2}}-\d{{1,2}}(?![\d天日个小分月年次人元%条])|(?<![\d.A-Za-z-])\d{{1,2}}-\d{{1,2}}(?=之(?!间)|所[列述定])"
    rf"|(?<=[依照按据见反合]) ?{N}(?:[、至到~–—-]{N}){{0,8}} ?条(?!件|例|款|以)(?:{_STEP})*"
    # 违反1—5项者: a row or a range of them, for 反三项 may say how many.
    rf"|(?<=[依照按据见反合犯]) ?{N}(?:[、至到~–—-]{N}){{1,8}} ?[款项点](?!目|以|式|钟)"
    # 三中第2点: the number of a heading, and what stands below it.
    rf"|(?<=[{CITING}]) ?{N}、?[中的之]第 ?(?:{N}|[(]{N}[)]) ?[点项款条](?!钟|目|件|例)|条款 ?\d{{1,2}}(?:[、和及与或至到~-]\d{{1,2}})*(?![\d.个条项])"
    # 有1—5项情形之一, （1）（2）（3）项, 按a项: what follows tells them from a number of things.
    rf"|(?<![\d.A-Za-z第]){N}[至到~–—-]{N} ?[条款项点](?=情形|之一|所列|规定[的之者,。;])"
    r"|(?<=[依照按据见反合]) ?[A-Za-z](?:[、,和及或][A-Za-z])* ?[款项点](?!目|式|数)"
    rf"|(?:(?<=制度)|(?<=规定)|(?<=守则)|(?<=纪律)|(?<=条例)) ?{N}(?:[、至到~-]{N}){{1,8}} ?条(?=[的者之规所,。;]|$)"
    rf"|(?<=[依照按据见反合]) ?{N}(?:、{N}){{1,5}} ?款(?=[规的者之所])"
    rf"|(?<=[依照按据见反合]) ?{N}[.、](?: ?之)|(?<![\d、]){N}(?:、{N}){{1,5}} ?[两二三四五六]?(?:项|点)(?=[规所之的]|津|费|行|情|[一-龥])"
    r"|(?:(?<=[Ss]ee )|(?<=[Uu]nder )|(?<=[Pp]er )|(?<=[Ww]ith )|(?<=[Ii]n )|(?<=[Tt]o )|(?<=[Aa]nd ))[IVX]{1,4}(?=[,;)]|\.?(?: |$))"
    rf"|(?<![\d.(一-龥])(?:{N}[)]|{N}、) ?(?=所[称列述指]|之(?!一|间))"
    # A1, B.2(a): a letter and a number together are as plain as a label can be.
    rf"|(?:{_CITED_BY})[A-Z]\.?\d{{1,2}}(?![\d.]?\w)(?:\([a-z\d]{{1,4}}\))*"
    rf"|(?<![A-Za-z\n])(?<!^)Q ?\d{{1,2}}(?![\d:.]|、(?! ?Q))|第 ?{N} ?[问题](?=[所的,。;)]|$)"
    rf"|(?<=[依照按据见反合同及和或因]){HAN_DIGIT}|(?<![一-龥\d.、(]){HAN_DIGIT}(?=[的之所规与和及中])"
    rf"|(?<=[依照按据见反合同及和或]){N}、(?:\d{{1,2}}(?!\d|[天日个小分月年次人元%])|[(]{N}[)]"
    rf"|[一二三四五六七八九十]{{1,2}}(?=[的之所规办处申执]))(?=[的之所规办处申执,。;,)]|$)"
    rf"|(?:(?<=[依照按据见反合同])|(?<![一-龥]))[{STEM}]、(?:\d{{1,2}}\.?|[(]{N}[)])"
    rf"|(?<=[依照按据见反合])[{STEM}](?:[项款条])?、?(?:\d{{1,2}}\.?)?(?=[所之的规])"
)
_FEW = "two|three|four|five"
# By the following steps: (a) …: a list is announced, no provisions are named.
_INTRODUCES = r"[^.;:\n]{0,30}:(?= *(?:\(|$|\n))"
_ENGLISH = (
    r"(?<![A-Za-z])(?:Paragraph|Item|Point|Rule|Step|Section|Sub-?section|Clause|Sub-?clause|Regulation|Division)s? \d+(?:\.\d+)*(?: ?\([a-z0-9]{1,4}\))*"
    r" of (?:(?:Article|Clause|Section|Chapter|Part) (?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b|(?-i:[A-H])\b)|\d+(?:\.\d+)+(?! ?(?:per|%|hour|day|m\b))|(?:Annex|Appendix"
    r"|Schedule|Attachment|Exhibit) (?:\d+|(?-i:[IVX]+|[A-Z]))\b)|"
    r"(?:(?<![A-Za-z])(?:Article|Chapter|Section|Part|Paragraph|Clause|Item|Rule|Point|Step|Question|Regulation|By-?law|Condition|Division|Sub-?section|Sub-?clause"
    r"|Sub-?rule)s? (?:(?:no\.?|number) |\#)?|(?<![A-Za-z])(?:Arts?|Secs?|Paras?|Cls?)\.? |(?<![A-Za-z])(?-i:ss?)(?:\. ?(?=\d)| (?=\d+\(\d))"
    r"|§§? ?)(?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b|(?-i:[A-Z])\b(?!\.?\d)|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b)(?: \d+(?:\.\d+)+)?(?: ?\([a-z0-9]{1,4}\))*(?: (?:to|and|or) \([a-z0-9]{1,4}\))?"
    r"(?:(?<![)])(?: (?:to|and|or|through) |, (?:and |or )?(?=\d+(?:\.\d+)*(?:\([a-z]\))?(?:,| and| or|[.;)]|$"
    r"| (?:\(|(?:appl(?:y|ies)|shall|must|may|do(?:es)?|are|is|above|below|hereof)\b)))"
    r"|[–—-](?=\d))(?:\d+(?:\.\d+)*|(?-i:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
    r"|(?-i:[IVX]+)\b(?! (?:will|am|have|shall|may|agree|do)\b)|(?-i:[A-H])\b(?!\.?\d))(?!\.?\d| ?\([a-z0-9]{1,3}\)"
    r"| ?(?:minute|hour|day|week"
    r"|month|year|per|people|%)))*(?:,? (?:paragraph|para\.?|item|section) (?:\d+(?![\d(])|\([a-z]{1,3}\)))*"
    r"|(?<![A-Za-z])(?-i:Policy|Procedure|Standard) \d+\.\d+\b"
    r"|(?<![A-Za-z])(?:Paragraph|Clause|Section|Item|Point)s? (?-i:[a-h]) (?:and|or|to) (?-i:[a-h])\b"
    r"(?: of (?:Article|Clause|Section|Rule|Paragraph) \d+(?:\.\d+)*)?"
    r"|(?<![A-Za-z])(?:(?:Sub-?)?(?:Paragraph|Clause|Section)|Item|Point)s? ?(?:\((?!s\))[a-z0-9]{1,4}\))+(?:(?: (?:and|or"
    r"|to) |[–-])\([a-z0-9]{1,4}\))?(?: of (?:(?:Article|Clause|Section|Rule|Paragraph) \d+(?:\.\d+)*|\d+(?:\.\d+)+))?"
    r"|(?<![A-Za-z])(?:Annex(?:es|ures?)?|Appendix(?:es)?|Appendices"
    r"|(?:Schedule|Attachment|Exhibit|Addendum)s?) (?:\d+|(?-i:[IVX]+)\b|(?-i:[A-Z]))\b(?:(?:, (?:and )?"
    r"| (?:and|or|to) |[–-])(?:\d+|(?-i:[IVX]+|[A-Z]))\b(?![.]?\d| ?(?:minute|hour|day|week|month|year)))*(?:(?:, | \("
    r"|, \()(?:paragraph|item|section|point|part) (?:\d+|(?-i:[A-H]))\b\)?)*"
    r"|(?<=[a-z] )the (?-i:Schedule|Appendix|Annex)\b(?! [\dA-Z])|(?<=[a-z] )(?-i:Table|Figure) \d{1,2}\b(?!\.\d)"
    r"|\bthe (?:preceding|previous|foregoing|next|following|above) (?:paragraph|article|chapter|section|item|clause|rule|step)\b(?! \d)"
    rf"|\bthe (?:preceding|previous|foregoing|next|following|last) (?:(?:{_FEW}) )?(?:paragraph|article|chapter|section|item|clause"
    rf"|rule|step)s\b(?! \d|{_INTRODUCES})"
    rf"|\bthe (?:{_FEW}) (?:preceding|previous|foregoing|next|following) (?:paragraph|article|chapter|section|item|clause|rule|step)s\b(?!{_INTRODUCES})"
    r"|\bthe (?:paragraph|article|chapter|section|item|clause|rule) (?:above|before|below)\b"
    r"|(?<=under |.. of |.. in |. per |. and |.. or |.with |.. to |...\), )(?:\d{1,2}(?:\([a-z\d]{1,3}\))+"
    r"|\((?:[a-z]|[ivx]{2,4})\)(?: (?:and|or|to) \((?:[a-z]|[ivx]{2,4})\))?)(?=[ ,.;:)]|$)"
    r"|\bthis (?:article|chapter|section|paragraph|clause|part|regulation|policy|handbook|manual|agreement|lease|schedule)\b(?! \d)"
)


# The look-ahead holds what a reference can begin with; it saves trying every form at every sign.
@cache
def form() -> re.Pattern[str]:
    """Return the pattern of a reference; so large that only a text that may have one is worth compiling it for."""
    return re.compile(_FORM)


_FORM = (
    rf"(?:(?=[《“「\"本前上下次后该同第附表以步({{§条①-⑳{STEM}A-Za-z\d零〇一二三四五六七八九十百千两壹贰叁参肆伍陆柒捌玖拾])"
    rf"|(?<=[依照据见反按合同及和或除经在如行用守款、]))(?:"
    rf"{_HEADED}|(?:{_TITLE}|(?P<named>{_NAMED}){SHORTLY}|{_QUOTED}(?= ?第)|{_ENTITLED})(?P<cited> ?中?(?:{N} ?条(?!件|例|款|以|线)|(?:附[件录表图] ?(?:{N}"
    rf"|[A-Z]))? ?(?:{DOTTED}|{CHAIN}|第?{DOTS})|附[件录表图] ?(?:{N}|[A-Z])))?"
    rf"|(?P<here>{_HERE})(?: ?(?P<inner>{DOTTED}|前[一两二三四五六七八九十][款项](?!目)"
    rf"|{CHAIN}|{BRACKETED}(?: ?项(?!目)|{_INNER})?|{N}(?:[、,和及或至到~–—-]{N})+ ?[条款项点](?!目|件|例)|{N}[.、][(]{N}[)]|第? ?{DOTS}))?"
    rf"|(?P<before>{_BEFORE})(?P<sub>(?: ?{_STEP})*)"
    rf"|(?P<chain>{CHAIN})|(?P<annex>{_ANNEX})(?: ?[的中之]?(?P<within>{CHAIN}|第 ?{DOTS}(?: ?[条款项])?)| ?第 ?{N} ?[行栏])?"
    rf"|(?P<said>{_SAID})|(?P<dotted>{_DOTTED})"
    rf"|(?P<bare>{_BARE})|(?P<english>(?i:{_ENGLISH}))(?i:{_FOREIGN})?)"
)
