"""False friends: text that looks like a number and is none. It is hidden from the grammar, sign for sign.

统一 三个标准 would otherwise read 一三, 周五 天 five days, 十分 ten points, 2024版 a count.
"""

from __future__ import annotations

import re

HIDDEN = "\ue000"
"""Stands for each hidden character; a private-use sign no rule contains."""

_DIGITS = "0123456789"
_H = "零〇一二两三四五六七八九十百千万\\d"

# Each row: reason, signs of which a text must have one before the pattern is tried, pattern.
_ROWS: tuple[tuple[str, str, str], ...] = (
    ("a title is a name, whatever it counts", "《", r"《[^》\n]{1,60}》"),
    (
        "provisions without 第: 3.2条, 违反1、2、3条的",
        "条款项节章(",
        (
            r"(?<![\d.])\d{1,2}(?:\.\d{1,2})+ ?(?:[条款项节章](?!件|例|目|约|日|假)"
            r"|[(][一-龥\da-z]{1,3}[)](?=[、,和及或与所之的规中]))|(?<=[反按照据依合])\d{1,2}(?:[、,和及或至~-]\d{1,2})* ?条(?=[的之所规执处办,。;]|$)"
        ),
    ),
    ("annexes: 附表一", "附", rf"附[件录表图则] ?[{_H}]{{1,3}}"),
    ("ranks: 第十一至二十名", "名位", rf"第[{_H}]{{1,4}}(?:[至到~、-]第?[{_H}]{{1,4}})?(?=[名位])"),
    ("document numbers", "号", r"[〔\[【(]\d{4}[〕\]】)] ?(?:第 ?)?\d+ ?号|第 ?\d+ ?号令?"),
    (
        "telephone numbers",
        _DIGITS,
        (
            r"(?<![\d-])0\d{2,3}-\d{3,4}-\d{3,4}(?: ?转 ?\d{1,5})?(?!\d)|转(?:分机)? ?\d{3,5}(?!\d)|(?<!\d)(?:400"
            r"|800)-?\d{3,4}-?\d{3,4}(?!\d)|(?<!\d)0\d{2,3}[-)]\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)"
        ),
    ),
    (
        "mail and web addresses",
        "@:w",
        r"(?:https?://|www\.)[A-Za-z0-9_./%?=&#:-]+|(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9_.-]{1,80}",
    ),
    (
        "names with figures: ISO9001, A4, V2.0, HWS/GL-02-2012; amounts behind a currency are none",
        _DIGITS,
        r"(?<![A-Za-z])(?!(?<=\d)(?:mg|kg|g|ml|L)/)(?!(?<=\d)[ap]m-)(?!RMB|CNY|USD|HKD|EUR|GBP|TWD|NTD|MOP)[A-Za-z]{1,12}[-/_.]?(?:[A-Za-z]{1,12}[-/_.]){0,3}\d[A-Za-z0-9_./-]*",
    ),
    ("5S, 4S店, 3C: a figure and a capital are a name", _DIGITS, r"\d[SCDGP](?![A-Za-z])"),
    (
        "provisions: 第十二条, 第(三)项, 第2、3项, 前两条; 第3次 is left to the ladders",
        "第前上后",
        (
            rf"第 ?[(]?[{_H}]{{1,6}}+[)]?(?:[、,和及至到~-]第? ?[(]?[{_H}]{{1,4}}[)]?)+(?=[编章节条款项目]|部分)"
            r"|第 ?\d{1,2}(?:\.\d{1,2})+ ?(?:[(][a-z\d]{1,4}[)])* ?[编章节条款项目]?"
            rf"|第 ?[(]?[{_H}]{{1,6}}+[)]?(?! ?次) ?(?:[编章节条款项目](?:之[一二三四五六七八九十]+)?)?"
            r"|[前上后][一二两三四五六七八九十](?=[章节条款项](?!件|例|目))"
        ),
    ),
    (
        "quarters and circuits: 三、四季度, 一、二次接线",
        "季次线期",
        r"[一二三四]、[一二三四](?=季度|次接线|线城市|期工程)|[一二三四](?=季度[工末初的度计总])",
    ),
    (
        "labels in front of a line: 3.2个人卫生, 1、, (二)",
        _DIGITS + "()、",
        (
            r"(?m:^[ ]*(?:\d{1,2}(?:\.\d{1,2})+(?=[ 、.:)]|个人|[^\d万元%倍折米小个天年月日分秒克斤次-])"
            rf"|[(][{_H}]{{1,4}}[)]|[{_H}]{{1,3}}[、)](?![一二三四五六七八九两](?:分|天|日|个|次|小|周|年|月|秒|元|名|人|月|份|处|项))(?!\d(?:天|日|个|次|小时|周|元|名|人|处|份|户|间))|\d{{1,2}}\.(?!\d)))"
        ),
    ),
    ("figures in brackets inside a line are labels", "(", rf"[(][{_H}]{{1,3}}[)]"),
    (
        "days of the week: 周五天… is five days only behind 每周",
        "周期拜",
        (
            r"(?<!每)(?:周|星期|礼拜)[一二三四五六日](?![次回遍])(?:[、至到和及与~—-]+(?:周|星期|礼拜)?[一二三四五六日天](?![天次个名人小]))*"
            r"|(?<=每)(?:周|星期)[一二三四五六日](?![次回遍天个十])(?:[、至到和及与~—-]+(?:周|星期)?[一二三四五六日](?![天次个名人小]))*"
        ),
    ),
    (
        "feasts and model numbers of days",
        "五十六三八3",
        r"五一(?!个)|十一(?=放假|长假|假期|期间|黄金|、|国庆)|六一(?=儿童)|三八(?=妇女|节)|双十一|八一建军|3[·.]15",
    ),
    (
        "years that name an edition or a school year: 2024版, 2023年度",
        _DIGITS,
        r"(?:19|20)\d{2}(?:年?版|年度|级|届|款)",
    ),
    (
        "fixed words with 一",
        "一",
        (
            "(?<![十百千零廿卅之])(?:统一|一分为二|唯一|万一|(?<!分)之一|任一|逐一|一一(?![○〇零])|一切|一定|一般|一致|一旦|(?<![生诉故件失责])一起(?![扣罚])|一直|一样|一律|一同|一并|一贯|一概|一经|进一步|一线"
            "|一流|一体|一方|一面|一心|一向|一再|一味|一度|一时(?=疏|冲|不|大意|之|兴|间|难)|一些|一边|一旁|一道|一齐|一共|一系列|一部分|一条龙|一站式|一次性|(?<![第缺])一次(?=解决率|合格率|通过率|成功率|交验|交[满清齐付]|[休用领]完|[付缴结]清|[最至]多|不得?超过|只[能可限准]|[可能]带)|一揽子"
            "|一般性|专一|合一|如一(?![个周年月天日季小次名])|第一时间|一视同仁|一丝不苟|一目了然|一把手|一把火|一年四季|一年到头|一日三餐|一天到晚|一无|一应|一卡通"
            "|一口|一手|一身|一路|一带|一番|一系|一键|一号(?=位|岗|楼|机|门|公)|同一|(?<![工订菜名清账表订])单一|一批|一套(?!房)|一门心思|一股|一刀切|一成不变|一票否决|一[人岗]多)"
        ),
    ),
    (
        "one to each: 一人一卡, 一户一档",
        "一",
        "一[人车户岗事物柜机证卡票桌房店床门案单室班厅线校家店科客员][一双两]岗?[一-龥]",
    ),
    ("shifts by their number: 两班倒, 三班制, 两班之间", "班", r"[二两三四五六\d]班(?=倒|制|之间|轮|人员)"),
    (
        "a unit taken once: one more, each, the other",
        "一",
        r"(?<=[最前]后)一个?(?:工作日|天|日|周|月|个月)|(?:(?<=[这那另某哪再又头每])|(?<=[^以][上下])|(?<=^[上下]))一[个种位次名家项份条间场天周年](?!半|工作日)|任何一[个种位次名家项份条间]|新的一[天年周]",
    ),
    (
        "fixed words with other figures",
        "三第四百千五二两七八十万六双一",
        (
            "三方|第三方|第三者|第三人|四川|百分百|千万(?=不|别|要|注|勿|记)|三令五申|七上八下|三心二意|三天两头|四面八方|五花八门|百年大计|货比三家"
            "|千方百计|千篇一律|五险一金|三包(?=服|政|期|凭|规|[,。;、]|$)|二手|三角|两面|二次(?=加工|装修|供水|消费|销售|开发|污染|利用|邀约|营销|确认)"
            "|五颜六色|五光十色|二维码|二选一|三选一|五五(?=分)|三七(?=[开分])|四六(?=[开分])|三查[七八]对|一问三不知|四舍五入|两班倒|三班倒|三产|十足|十全|百姓|百货|百般|百科|万能|万无一失|万事|一二三|三三两两|五湖四海"
            "|三伏|三九天|四季|五官|八卦|六神|七七八八|两侧|两边|两旁|两地|两手|四周|两眼|双手(?!套)|三餐|三番五次|[二三]把手|千分[尺表]|七折八扣|两票(?=三?制)|[两三四五]班[两三四]运转|二楼|一楼|三楼|二线|三线|二级市场|百分制"
        ),
    ),
    (
        "十分 is an adverb unless points are given or taken",
        "分",
        r"(?<![扣加得减记满零一二两三四五六七八九第])十分(?![钟之])",
    ),
    (
        "about so many, never how many: 数十人, 上百家, 三五人",
        "数几近上成三",
        r"(?:[数几近上成][十百千万]+|三五)(?=[人名家次个件位份天元块])",
    ),
    (
        "grades that are names: 二级以上医院, 三级甲等, 一级响应",
        "级",
        r"[一二三四五]级(?:及?以上)?(?:医院|医疗|甲等|资质|响应|预警|保密|密级|建造|保养|教育)",
    ),
    (
        "storms and quakes by their grade: 五级以上大风",
        "级",
        r"[\d一二三四五六七八九十]{1,2}级(?:及?以上)?(?:的?(?:大|强|阵|台)?风|地震)",
    ),
    (
        "nought that begins a word: 零件, 零售",
        "零",
        "零(?=件|售|食|星|散|工|用|钱|头|部件|距离|容忍|投诉|客诉|事故|差错|缺陷|风险)",
    ),
    (
        "points of a list: 以下三点, 几点, 十点要求",
        "点",
        rf"(?<![{_H}至到~—–-])[{_H}]{{1,3}}点(?=要求|建议|意见|内容|说明|注意|原则|措施|规定|体会|做法|[:。;,]|$)(?<![午上晚早晨间里][{_H}]点)",
    ),
    (
        "house and gate numbers",
        "号",
        r"(?<!\d)[\d一二三四五六七八九十]{1,4}号(?=楼|线|岗|门|机|窗|厅|库|车|桌|台|店|厂|位|房|铺|仓|院|文|令|文件|电梯|柜)",
    ),
    (
        "machine and edition numbers",
        _DIGITS,
        r"(?i:no\.|编号|工号|单号|卡号|账号|邮编|型号|版本|电话|热线|传真|手机|QQ|邮箱)[: ]{0,2}[A-Za-z-]{0,8}\d[\dA-Za-z-]{2,}",
    ),
)

_PATTERNS = tuple(re.compile(pattern) for _, _, pattern in _ROWS)
# Sign -> the rows that need it, one bit each.
_ROWS_WITH = {
    sign: sum(1 << i for i, row in enumerate(_ROWS) if sign in row[1]) for _, signs, _ in _ROWS for sign in signs
}
_SIGN = re.compile("[" + re.escape("".join(_ROWS_WITH)) + "]")


def hide(view: str) -> str:
    """Return *view* with false friends replaced sign for sign, so that offsets hold."""
    rows = 0
    for sign in set(_SIGN.findall(view)):
        rows |= _ROWS_WITH[sign]
    while rows:
        first = rows & -rows
        view = _PATTERNS[first.bit_length() - 1].sub(_hidden, view)
        rows ^= first
    return view


def _hidden(found: re.Match[str]) -> str:
    return HIDDEN * (found.end() - found.start())
