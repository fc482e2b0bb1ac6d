"""Which figures can be asked for: those whose sentence can be quoted and gives nothing away."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.quantity import Duration, QuantityKind, magnitude
from guizhang.model.text import Text
from guizhang.quiz.material.counted import counted_out, named_by_both, the_two
from guizhang.quiz.material.figures import OF_AGE, Figure, number_of
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.named_by_figures import basis, names_a_kind, one_each
from guizhang.quiz.material.number_blanks import number_blank, unit_words
from guizhang.quiz.material.ones import of_a_rate, two_between
from guizhang.quiz.material.phrases import in_phrase
from guizhang.quiz.material.reckoned import reckoned
from guizhang.quiz.material.restated import called_so, meets, restated
from guizhang.quiz.material.rounds import period_named, strict
from guizhang.quiz.material.series import follows_on, in_series
from guizhang.quiz.material.told_above import as_a_pair, named_above, named_behind
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import int_to_chinese

_ONLY = re.compile(r"[只仅][^，。；]{0,4}$")
_EXAMPLE = re.compile(
    rf"{BLANK}[^，。；]*(?:这类|这样的|之类)|(?:例如|比如|譬如)[^。；]*{BLANK}|[，、（(]如{BLANK}|(?<![至不最])少{BLANK}"
    # What everybody works: eight hours a day, five days a week; and what a line of a score sheet counts.
    # Nor what somebody is told in a sample of speech: 客服：‘一共240元。’
    rf"|[：，]‘[^’]*{BLANK}[^’]*[。！？]’|{BLANK}[^。；]{{0,24}}工作制|[（(]{BLANK}分?[)）]"
    # How many hold a post nobody has to know by heart: 设部门经理1人、现场负责人______.
    rf"|(?:设|配备|配置|编制)[^，。；]*{BLANK}(?!以)"
)
# For example, if you work 11am-4pm: whatever lasts as long would do.
_EXAMPLE_EN = re.compile(
    rf"\b(?:[Ff]or (?:example|instance)|e\.g\.|[Ee]xample:|[Ss]ay,)[^.;]*{BLANK}"
    rf"|\b(?:[Ii]f|[Ww]hen) (?:[a-z]+ ){{1,3}}?works? (?:from )?{BLANK}"
)
# 一次告知, 一次性付清, 一次连续休假三天: in one go.
_IN_ONE_GO = re.compile(
    "(?:告知|通知|付清|缴清|还清|性|无息|连续|連續|[见見]效|成功|通[过過]|合格|到位|[办辦][结結好]|解[决決]|根治|"
    "请满|請滿|(?:时间|時間)?(?:不得?超过|不得?超過|最多|至多|不得多于))"
)
# 早、中、晚各一次, 上下班各打卡一次: the occasions are named.
_EACH = re.compile(
    r"每[^，。；]*(?<![于於少多超过過])$|、[^，。；]*各$"
    r"|(?:上下班|进出|進出|出入|早晚|往返|班前班后|班前班後|前后|前後)[^，。；]{0,4}各[^，。；]{0,4}$"
)
# 记小过一次: what it is counts, and once is how it is given.
_DEMERIT = re.compile("(?:[记記][大小]?[过過功]|嘉[奖獎]|申[诫誡]|警告)$")
# 在8点提醒一次: at one point of time.
_AT_A_TIME = re.compile(
    r"(?:\d[:：点點时時]\d*分?|[点點时時]半?|[当當]场|[当當]場)(?:再|应|應|须|須|由[^，。；]{1,6})?[^，。；\d]{0,4}$"
)
# 迟到一次，扣50元: fifty for each, and nothing is counted. Of graded ones (两次的，…) it is the grade that is laid down.
_PER_ONE = re.compile("(?:的|者)?，?(?:每次)?(?:扣|罚|罰|处|處|奖|獎|加|减|減|赔|賠|缴|繳)[^，。；]*(?:\\d|______)")
_MORE_THAN_ONE = re.compile(
    "[两兩二三四五六七八九十2-9][次天日]|(?:[两兩二三四五六七八九十2-9]|\\d\\d)(?:个?小时|分钟|秒|周|个?月|年)|再次|多次|半[天日年个]"
)
_HAS_IN_ALL = re.compile("[表单册书錄录单單]共?[有分计計][为為]?$")
_DAY = 86_400
_WEEK = 7
_A_WEEK = re.compile(r"(?:[ -]days?)?[ -](?:a|per|each|every)[ -]week\b|(?:天|日)?(?:无休|無休|营业|營業|开放|開放)")
# 必須由一位18歲或以上人士陪同; accompanied by somebody of 18 or over.
_WITH_CHILDREN = re.compile(
    rf"{BLANK}[^，。；]{{0,10}}(?:陪同|陪伴|看护|看護|照看|监护|監護|带领|帶領)|\b(?:accompanied|supervised|escorted|attended) by [^.;]{{0,40}}{BLANK}",
    re.IGNORECASE,
)
_AT_WORK = 16
"""Years of age below which nobody may be taken on."""
_MINORS = re.compile(f"(?:[未不][满滿足到达達]|低[于於]|小[于於]){BLANK}|{BLANK}以下")
_TAKEN_ON = re.compile("招[用聘工]|录用|錄用|雇[用佣]|僱用|聘[用请請]|用工|童工|入职|入職|应聘|應聘")
_CURRENT = {
    magnitude(Duration.parse(period)): words
    for period, words in (("P1D", "当[天日晚]"), ("P1W", "当周"), ("P1M", "当月"), ("P1Y", "当年"))
}
_PARTS_CASES = re.compile(
    rf"(?:^|[，。；：]){BLANK}[之以]?内|(?:超过|多于|满|不足|不满|达到?){BLANK}|{BLANK}(?:及)?以[上下外]"
)
_WHOLE = 100
_EVERY = re.compile("每[个位名一件户家]|全部|所有|一律|均须")
_SUMMED = re.compile(
    r"[内內][^，。；]{0,2}(?:累计|累計|合计|合計|总计)"
    r"|(?:[都须應应]|必须)?(?:值班|值守|服务|服務|开|開|运行|運行|监控|監控|保持|有人|不间断|不間斷|在岗|待命|畅通|暢通)"
)
# Within a month, a year: what is limited is what is counted in it.
_WITHIN = re.compile(
    r"[之以]?[内內][^，。；、]{0,6}[\d一二两三四五六七八九十]+次|[^，。；、]{0,3}之?中(?=，)|"
    r"[之以]?[内內]?[^，。；、]{0,4}(?:累计|累計|合计|合計|总计|總計|共计|共計|不得超|不超|不得多|不多于|最多|至多|[达達][\d一二两兩三四五六七八九十]|以[^，。；]{1,6}[为為]限)"
)
_ORDINAL = re.compile(r"第[\d一二两兩三四五六七八九十]+[次回]|首次|初次|初犯")
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|a\(n\)) $", re.IGNORECASE)
_COUNTS_AS = re.compile(r"\b(?:counts?|counted|treated|regarded|taken) as $", re.IGNORECASE)
_ALL_DAY = re.compile(
    r"全天候|不间断|不間斷|昼夜|晝夜|日夜|全时段|全時段|三班倒|三班制|不脱[人岗崗]|不[離离][人岗崗]|不断[人岗]"
    r"|\b(?:round|around) the clock\b|\bday and night\b|\ball day\b|\b24/7\b"
    r"|\b(?:seven|7)[ -]days?[ -](?:a|per|each|every)[ -]week\b",
    re.IGNORECASE,
)
# 12:00 noon; who reads noon needs no 12:00.
_NAMED_TIME = re.compile(
    rf"{BLANK},? ?\(?(?:noon|midnight|midday)\b|\b(?:noon|midnight|midday)\)?,? ?\(?{BLANK}", re.IGNORECASE
)
_IN_FIGURES = re.compile(rf"{BLANK} ?\(\d+\)|\(\d+\) ?{BLANK}|\({BLANK}\)")
"""In words and in figures: five (5) miles."""
_NEAR = 30
"""Characters beside a figure in which what holds all day gives it away."""
_SPELLED = 1000
"""Numbers below this may be spelled out beside their figure."""


_NO_FIGURE = Message("条文里没有写出这个数值", "no sentence of the provision prints it")
_UNQUOTABLE = Message(
    "所在的句子抽去数值以后不能单独引用", "its sentence cannot be quoted alone with the figure left out"
)
_WORDED = Message("条文的写法换不成别的数值", "another value cannot be worded as the rule words it")


def _obvious(zh: str, en: str) -> Message:
    return Message(f"不看规定也答得出：{zh}", f"one could tell without the rule: {en}")


_COUNTS = _obvious("只是清单的项数", "it only counts the points of its list")


def figures(clauses: Sequence[Clause]) -> Iterator[Figure | Declined]:
    """Yield every fact with the first of *clauses* that says it so that it can be asked for, or why there is none.

    A figure is asked where it is laid down, not where another provision repeats it.
    """
    asked: set[str] = set()
    refused: dict[str, Declined] = {}
    for clause in clauses:
        for address in clause.facts():
            if address in asked or address.partition("#")[0] != clause.address:
                continue
            figure = Figure(clause, address, clause.handbook.facts[address])
            reason = _why_not(figure)
            if reason is None:
                asked.add(address)
                yield figure
            else:
                refused.setdefault(address, figure.declined(reason))
    yield from (declined for address, declined in refused.items() if address not in asked)
    yield from _unprinted(clauses, asked | refused.keys())


def _unprinted(clauses: Sequence[Clause], printed: Collection[str]) -> Iterator[Declined]:
    """Yield the facts of the provisions *clauses* are of that no clause of theirs names."""
    first = {clause.address: clause for clause in reversed(clauses)}
    for address, clause in first.items():
        for name in clause.provision.facts:
            fact = f"{address}#{name}"
            if fact not in printed:
                yield Figure(clause, fact, clause.handbook.facts[fact]).declined(_NO_FIGURE)


def _why_not(figure: Figure) -> Message | None:
    """Return why a figure cannot be asked for; ``None`` where it can."""
    if _counts_points(figure):
        return _COUNTS  # whether or not its introduction can be quoted
    if figure.blanked is None:
        return figure.clause.unquotable or _UNQUOTABLE
    if not figure.fits(figure.fact):
        return _WORDED
    return next((message for tells, message in _TELLS if tells(figure)), None)


def _common(figure: Figure) -> bool:
    """Tell whether the sentence uses the figure as an example, or for what everybody does."""
    said = figure.sentence
    return _EXAMPLE.search(said.either("zh")) is not None or _EXAMPLE_EN.search(said.en or "") is not None


def _next_in_row(figure: Figure) -> bool:
    """Tell whether the figure only counts on, behind another of its row, or begins one: 第一次…，第二次…，第______次."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    if not (before.endswith("第") or (figure.fact.zh or "").startswith("第")):
        return False
    if number_of(figure.fact) == 1:
        return True
    return _ORDINAL.search(before + behind) is not None


def _counts_points(figure: Figure) -> bool:
    """Tell whether a figure only says how many points the list behind it has: nobody needs to know that."""
    points = len(figure.clause.listed)
    return figure.clause.introduces and figure.fact.kind is QuantityKind.COUNT and number_of(figure.fact) == points


def _counts_itself(figure: Figure) -> bool:
    """Tell whether a figure counts what a form or a list has: 客户档案表共有42项. Nobody needs to know that by heart."""
    before = figure.sentence.either("zh").partition(BLANK)[0]
    return figure.fact.kind is QuantityKind.COUNT and _HAS_IN_ALL.search(before) is not None


def _said_again(figure: Figure) -> bool:
    """Tell whether the sentence says the figure once more: 不足1小时按1小时计 answers itself."""
    rest = figure.sentence.either("zh" if "zh" in figure.clause.langs else "en")
    ways = {figure.printed(figure.fact, lang) for lang in figure.clause.langs}
    own = (figure.fact.zh, figure.fact.en)
    number = number_of(figure.fact)
    if (
        number is not None
        and number == number.to_integral_value()
        and 0 < number < _SPELLED
        and "zh" in figure.clause.langs
    ):
        digits = f"{number:f}"
        ways |= {w.replace(digits, int_to_chinese(int(number)), 1) for w in ways}
    if _next_to_it(figure, rest) or (figure.fact.kind is QuantityKind.TIME and _NAMED_TIME.search(rest)):
        return True
    if "en" in figure.clause.langs and _IN_FIGURES.search(figure.sentence.en or ""):
        return True
    if figure.clause.langs == ("en",) and (meets(figure, rest) or restated(figure.fact, rest)):
        return True
    return any(re.search(rf"(?<![\d.,]){re.escape(way)}", rest) for way in (*ways, *own) if way)


def _next_to_it(figure: Figure, rest: str) -> bool:
    """Tell whether a grade of the same unit begins one above a whole number, or ends one below: ______以下禁止入内，13~16歲由成人陪同."""
    number, blank = number_of(figure.fact), number_blank(figure)
    if figure.fact.kind is not QuantityKind.COUNT or number is None or number % 1 or not isinstance(blank, Text):
        return False
    units = unit_words(blank, figure.clause.langs[:1])
    unit = re.escape(units.either(figure.clause.langs[0])) if units is not None else ""
    range_ = r"\s?(?:[~～至到–—-]|to|and|through)\s?"
    return bool(unit) and any(
        (
            re.search(rf"(?<![\d.]){number + 1:f}{range_}\d+ ?{unit}", rest),
            re.search(rf"\d{range_}{number - 1:f} ?{unit}", rest),
        )
    )


def _complementary(figure: Figure) -> bool:
    """Tell whether the sentence has the case beside it: 当天能往返的为短途，______以上的为长途."""
    said = figure.sentence.either("zh")
    parted = figure.fact.kind is QuantityKind.DURATION and _PARTS_CASES.search(said) is not None
    own = _CURRENT.get(magnitude(figure.fact.quantity[0])) if parted else None
    return own is not None and re.search(own, said) is not None


def _once_only(figure: Figure) -> bool:
    """Tell whether something is done only once, or once in a time of its own, is a demerit or what a rate is per: three times would be no rule."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    if number_of(figure.fact) != 1:
        return False
    before_en = (figure.sentence.en or "").partition(BLANK)[0]
    if _ARTICLE_BEFORE.search(before_en) or _COUNTS_AS.search(before_en):
        return True  # a 1 month notice: a 2 months notice is no English; and a holiday counts as one day
    if _IN_ONE_GO.match(behind) and figure.fact.kind is QuantityKind.COUNT:
        return True
    beside = before.rpartition("。")[2] + behind.partition("。")[0]
    rate = _PER_ONE.match(behind) is not None and _MORE_THAN_ONE.search(beside) is None
    if _DEMERIT.search(before) or (rate and figure.fact.kind in (QuantityKind.COUNT, QuantityKind.DURATION)):
        return True
    # Of 每2小时记录一次 the hours are what is laid down.
    counted = figure.fact.kind is QuantityKind.COUNT
    each = counted and any(found.search(before) for found in (_EACH, _AT_A_TIME))
    return each or _ONLY.search(before) is not None


def _all_of_them(figure: Figure) -> bool:
    """Tell whether the sentence gives a share away: 每个租户……达到100%, or 70% to the one and 30% to the other."""
    if figure.fact.kind is not QuantityKind.PERCENT:
        return False
    facts = [figure.handbook.facts[address] for address in figure.clause.facts()]
    shares = [number_of(fact) or 0 for fact in facts if fact.kind is QuantityKind.PERCENT]
    if len(shares) > 1 and (sum(shares) == _WHOLE or (len(shares) > 2 and sum(shares) == 2 * max(shares))):
        return True  # 21%, of which 16% go to the one and 5% to the other, add up as well
    return number_of(figure.fact) == _WHOLE and _EVERY.search(figure.sentence.either("zh")) is not None


def _all_week(figure: Figure) -> bool:
    """Tell whether it is every day there is: seven days a week."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    return (
        figure.fact.kind is QuantityKind.DURATION
        and number_of(figure.fact) == _WEEK
        and _A_WEEK.match(behind) is not None
    )


def _of_age_beside(figure: Figure) -> bool:
    """Tell whether it is the age of whoever goes with children: an adult, as anybody knows."""
    aged = figure.fact.unit == "years-of-age" and number_of(figure.fact) == OF_AGE
    return aged and _WITH_CHILDREN.search(figure.sentence.either(figure.clause.langs[0])) is not None


def _of_age(figure: Figure) -> bool:
    """Tell whether a rule in Chinese alone has the age that the law has: below which people are minors, or not taken on."""
    if figure.fact.unit != "years-of-age" or figure.clause.langs != ("zh",):
        return False
    said, number = figure.sentence.either("zh"), number_of(figure.fact)
    minors = number == OF_AGE and _MINORS.search(said) is not None
    return minors or (number == _AT_WORK and _TAKEN_ON.search(said) is not None)


def _one_period(figure: Figure) -> bool:
    """Tell whether it is the month or the year in which something is counted: 一年内合计不得超过十四日."""
    return (
        figure.fact.kind is QuantityKind.DURATION
        and number_of(figure.fact) == 1
        and _WITHIN.match(figure.sentence.either("zh").partition(BLANK)[2]) is not None
    )


def _one_day(figure: Figure) -> bool:
    """Tell whether it is the day in which something is added up, or all round: of 24小时内累计8小时 the 8 are the limit."""
    if figure.fact.kind is not QuantityKind.DURATION or magnitude(figure.fact.quantity[0]) != _DAY:
        return False
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    return _SUMMED.match(behind) is not None or any(map(_ALL_DAY.search, (before[-_NEAR:], behind[:_NEAR])))


_TELLS: tuple[tuple[Callable[[Figure], bool], Message], ...] = (
    (
        lambda figure: figure.given_away,
        _obvious("同一句话还写明了另一段时间里是多少", "the sentence says the same for another period"),
    ),
    (_next_in_row, _obvious("只是次序，前后数得出来", "it only counts on in a row")),
    (
        in_phrase,
        Message(
            "是引用的一句话里的数，话怎么说才是规定的内容",
            "it stands in a phrase that is quoted: what is laid down is whether it is said",
        ),
    ),
    (_common, _obvious("是举例，或者人人都知道的数", "it is an example, or what everybody knows")),
    (_counts_itself, _obvious("只是表单有几项", "it only counts what a form has")),
    (period_named, _obvious("句子里的叫法就说出了多久一次", "what the sentence calls it says how often")),
    (strict, _obvious("打扫、消毒之类每天都做，或者句子要求一丝不苟", "it is cleaned daily, or has to be spotless")),
    (
        in_series,
        _obvious(
            "同一句里的数值成等差、等比，或者两两相同", "with the other figures of its sentence it forms a series"
        ),
    ),
    (
        _complementary,
        _obvious("同一句里说了“当天”“当月”，另一头就知道了", "the other case is told by its own day, month or year"),
    ),
    (
        lambda figure: figure.told_by_others,
        _obvious(
            "同一句里的另一个数值与它首尾相接，或者各部分合起来就是它",
            "another figure of the sentence begins where it ends, or the parts add up to it",
        ),
    ),
    (called_so, _obvious("规定的叫法或者标题里就有这个数", "what the rule is called, or its heading, has the number")),
    (basis, _obvious("是比率所按的量，不是规定的数", "it is what a rate is per")),
    (one_each, _obvious("说的是每一天、每一个月最多多少", "it is each day or month for which the most is said")),
    (
        names_a_kind,
        _obvious("是说哪一种，要求的是后面的数", "it says which kind is meant, and the rule limits another figure"),
    ),
    (_said_again, _obvious("同一句话里又写了一遍", "the sentence says it once more")),
    (named_above, _obvious("上面的标题里写着", "a title above it has it")),
    (as_a_pair, _obvious("“双人”就是两人", "“双” beside it says that they are two")),
    (named_behind, _obvious("后面一一列举了，数得出来", "it is named one by one behind it what is counted")),
    (counted_out, _obvious("句子里一一列举了，数得出来", "the sentence names one by one what it counts")),
    (the_two, _obvious("“两人”就是句子里说到的两个人", "the two are those whom the sentence has named")),
    (_once_only, _obvious("“一次”不会是别的数", "once could be no other number here")),
    (
        of_a_rate,
        _obvious("“每逾期一天”的一天不会是别的数", "it is the one that a rate is per, or that a mark counts for"),
    ),
    (two_between, _obvious("句子说的是两个之间", "it is the two that something lies between")),
    (named_by_both, _obvious("英文里的 both、two 就说出了是两个", "“both” or “two” beside it says that they are two")),
    (_all_week, _obvious("一周就是七天", "it is every day of the week")),
    (_of_age_beside, _obvious("陪同孩子的是成年人", "whoever goes with children is of age")),
    (_of_age, _obvious("成年、可以就业的年龄是法律定的", "it is the age that the law has")),
    (_one_day, _obvious("是累计所在的一天，或者全天", "it is the day in which something adds up, or all day")),
    (_one_period, _obvious("是累计所在的那个月、那一年", "it is the month or year in which something is counted")),
    (reckoned, _obvious("从写明的起止时刻算得出", "the times the sentence gives let one work it out")),
    (_all_of_them, _obvious("是全部，或者各部分合起来是百分之百", "it is all of them, or the shares add up to 100%")),
    (follows_on, _obvious("句子里写着前后相接的时刻", "the sentence gives the time it follows on or ends at")),
)
"""What gives a figure away, in the order in which it is looked for."""
