"""The words around a figure that make it a limit: 不超过24小时, 三次以上, 至少两人, 24小时内.

以上 以下 以内 include the figure, as Chinese law counts them; 不满 超过 以外 exclude it.
"""

from __future__ import annotations

import re

from guizhang.zh.quantities.english_clauses import NEW_CLAUSE, barred, waits
from guizhang.zh.quantities.figure import Limit

_REACH_LEFT = 24
_REACH_RIGHT = 12
_REACH_EN = 48

# 超过工资的20%, 不超过合同额30%: of what a share is taken; without 的 only a share is.
_OF = (
    "(?:(?:(?![由按付缴扣罚])[一-龥\ue000]){1,16}的|(?:[上下]班|到岗)时间"
    # 超过规定的还车日期7天, 超过取件时间15天.
    "|(?:(?![由按付缴扣罚])[一-龥]){1,14}(?:时间|日期|期限|时限|(?<=[训质效租工约管退用])期))?"
)
# 不少于合同期满后六个月: from when it counts.
_OF_OR_SINCE = f"(?:{_OF}|[一-龥\ue000]{{2,14}}(?:之日起|日起|起|之后|以后|后))"
_WHOLE = re.compile("(?:(?![一二两三四五六七八九十半扣罚奖按处加减])[一-龥]){1,14}$")
_SHARE = re.compile(r"[百千万二三四五六八十]分之|千分之|\d[\d.]*[%‰]")
_N = r"[\d一二两三四五六七八九十]{1,3}"
_NOT = "(?:不|勿|别)(?:得|能|可|应|宜|准|许|允许|要|再)?"
# 不得让客人等候超过1分钟: what is forbidden to exceed is a limit, whatever stands between.
_FORBIDDEN = "(?:不得|不准|不许|禁止|严禁|不能|不可)(?:(?!的|者|时(?![间段长])|后|超|不|未)[一-龥]){5,12}?"
# (bound word, what may stand between it and the figure, bound, inclusive). Of words that begin at one place the first
# that fits decides, so negated words stand first: 不得堆放超过三箱 is a maximum, 不超过工资的20% as well.
_LEFT: tuple[tuple[str, str, Limit, bool], ...] = (
    (
        f"(?:{_NOT}[一-龥]{{0,4}}?|{_FORBIDDEN})(?:超过|超出|高于|大于|多于|晚于|迟于|长于|逾|突破|超 ?$)",
        _OF_OR_SINCE,
        Limit.MAX,
        True,
    ),
    (f"{_NOT}(?:少于|低于|小于|短于|早于|不足|下于)", _OF_OR_SINCE, Limit.MIN, True),
    (
        "最多|至多|最长|最高|最迟|最晚|最大|上限|限额|封顶|小于等于|≤|≦|<=|限制在|限于|限制为|仅限|只[能可限准许]|(?<![期时权年极局界上下有无受])限[购载用领速时报请额坐住高重速宽长深]?",
        "(?!的)[一-龥]{0,5}",
        Limit.MAX,
        True,
    ),
    (
        "至少|最少|起码|最低|最短|最小|下限|及格线|合格线|大于等于|≥|≧|>=",
        "(?!的)[一-龥]{0,4}",
        Limit.MIN,
        True,
    ),
    ("(?:未|没有)[一-龥]{0,2}?(?:超过|超出|高于|多于|突破|逾)", _OF, Limit.MAX, True),
    ("不满|未满|不足|不到|未到|未达到?|不及|少于|低于|小于|短于|早于|<", _OF, Limit.MAX, False),
    (
        "超过|超出|高于|大于|多于|长于|晚于|迟于|(?<!每)逾期|逾(?!期)|(?<!每)超[期时员重载]|>",
        _OF,
        Limit.MIN,
        False,
    ),
    ("(?<![不每])超", "", Limit.MIN, False),
    ("(?<![圆饱充丰美])满|(?<![能足不])够|达到?(?!成|标)|提前|提早", f"(?:了|至|到|至少|{_OF})", Limit.MIN, True),
    ("(?:必须|须|应|应当|需|要|都)(?:保证|确保|保持有|留有?|有)", "", Limit.MIN, True),
)
_LEFT_WORD = re.compile("|".join(f"(?P<l{i}>{word})" for i, (word, _, _, _) in enumerate(_LEFT)))
_TAKEN = frozenset(i for i, row in enumerate(_LEFT) if row[1] in (_OF, _OF_OR_SINCE))
_EXCEEDED = re.compile(f"(?:{_LEFT[0][0]})$")
"""What stands in front where it is forbidden to exceed."""
_GAPS = tuple(re.compile(f"{gap}[ :(]?±?$") for _, gap, _, _ in _LEFT)

_INCLUDING = r"(?:\((?:不?(?:包)?含)[^)]{0,8}\))?"
_OPTION = "(?:及其?|或|和|或者)?"
_RIGHT: tuple[tuple[str, Limit, bool], ...] = (
    (f"{_OPTION}以上", Limit.MIN, True),
    (f"{_OPTION}(?:以下|以内|之内)", Limit.MAX, True),
    (f"(?:尚|仍|还)?未满(?!{_N})", Limit.MAX, False),
    ("以外|之外|开外|以后|之后(?=[方才再仍])", Limit.MIN, False),
    (
        ("内(?!容|部|务|衣|勤|存|外)|(?:之|以)前(?!提(?![交出供醒前升报]))"
        "|前(?!提(?![交出供醒前升报])|台|来|往|后|述|款|条|三|期|两)|封顶(?![\\d一二三四五六七八九十百为])|止(?!损)|为限|为上限"),
        Limit.MAX, True,
    ),
    # 10分钟<迟到<=30分钟
    ("<=|≤|≦", Limit.MIN, True),
    ("<", Limit.MIN, False),
    (">=|≥|≧", Limit.MAX, True),
    (">", Limit.MAX, False),
    ("起步|起(?!草|诉|来|点|止|因|床|初)", Limit.MIN, True),
)  # fmt: skip
_RIGHT_PATTERN = re.compile(
    rf" ?(?:的?(?:时间|期限)(?=内|以内|之内))?(?P<mark>{_INCLUDING})(?:\([^()]{{1,8}}\)(?=内|以内|以上|以下))?(?:\)(?=内|以内))?(?:"
    + "|".join(f"(?P<r{i}>{pattern})" for i, (pattern, _, _) in enumerate(_RIGHT))
    + rf")(?P<after>{_INCLUDING})"
)

_INCIDENT = (
    "累[计积]|违|迟到|早退|旷|缺[勤席]|记[大小]?[过功]|警告|申诫|申斥|嘉奖|投诉|处分|受|犯|发生|出现|扣|丢失|虚报|差评|不合格|未|无故|打卡"
    "|达|满|评|[超不]过|最[多少高]|至[多少]|不[得能可]?[少低]于"
)
# 一年内记过两次, 三个月内再犯, 六个月内不得晋级: what is counted or forbidden within a time sets it no limit.
_WINDOW = re.compile(
    rf"[以之]?内(?!、|\((?:但|最[长迟晚多]|不得))(?:[^,。;:\n]{{0,12}}?(?:再[次度犯]|重[复犯]|不[得准予许再能]|禁止|最高)"
    rf"|(?:[^,。;:\n]{{0,14}}?(?:{_INCIDENT})[^,。;:\n\d]{{0,12}}?)?第?{_N} ?(?:次|回|起|例|日|天|张|封|分(?!钟)|小时|工作日))"
)
# 30分钟后打卡者: whoever comes later than that.
_LATER = re.compile(r"[以之]?后[^,。;:\n\d]{1,10}(?:者|的(?=[,。;]))")
_WINDOW_EN = re.compile(
    r"\b(?:second|third|fourth|fifth|another|further|repeat(?:ed)?|one|two|three|four|five|six|\d{1,2}) (?:[a-z]+ ){0,2}?"
    r"(?:warning|occasion|time|breach(?:e)?|offen[cs]e|absence|violation|complaint|point|incident|accident|occurrence|failure"
    r"|reminder|strike|mistake|error|fault|demerit|complaint|late arrival|no-show|yellow card)s?"
    r" (?:within|over) (?:an?y? )?(?:(?:rolling )?period of )?$",
    re.IGNORECASE,
)

# Hand over two keys, turn over one card: over belongs to the verb.
_NOT_HANDED = "".join(
    f"(?<!{verb} )"
    for verb in "hand hands handed handing turn turns turned pass passes passed take takes bring brings give gives carry sign pour roll".split()
)
_LEFT_EN: tuple[tuple[str, Limit, bool], ...] = (
    (
        (r"not (?:exceed|exceeding|more than|over|above|later than|be more than|longer than|go over|be over)"
        r"|no (?:more|later|longer|greater|higher|larger|older|warmer|hotter) than|at (?:the )?most|up ?to|as (?:many|much|long|far"
        r"|late|high|large) as|within|maximum(?: [a-z]+){0,3} of|maximum(?=[ ]$)"
            r"|maximum(?: [a-z/'-]+){1,8}? (?:is|are|being|must be)"
        r"|max\.?|until|before|prior to"),
        Limit.MAX, True,
    ),
    (r"(?:limited|restricted) to|capped at|not to exceed|(?:limit|ceiling|cap) of", Limit.MAX, True),
    (
        (r"(?:reach|attain)(?:s|ed|ing)?(?= the age)|no (?:less|fewer|earlier|sooner|colder|cooler) than|not (?:be )?(?:less|fewer) than"
        r"|at least|upwards? of|minimum(?: [a-z]+){0,3} of|minimum(?=[ ]$)|minimum(?: [a-z/'-]+){1,8}? (?:is|are|being|must be)|min\.?"),
        Limit.MIN, True,
    ),
    (r"(?:less|fewer|shorter|younger|lower|smaller|colder|cooler) than|under|below", Limit.MAX, False),
    (
        (r"(?:high|larg|heavi|old|fast|great|wid|deep|loud|warm)er than|hotter than|more than|in excess of|exceeds?|exceeding"
        rf"|{_NOT_HANDED}over"
        r"|longer than|above|beyond|after"),
        Limit.MIN, False,
    ),
)  # fmt: skip
_EN_PATTERNS = tuple(
    (re.compile(rf"\b(?:{p})(?: (?:a|the (?:first|next|coming|following|age of)|the|an))? $", re.IGNORECASE), b, i)
    for p, b, i in _LEFT_EN
)
# No one may work more than ten hours or more than six days; no shift may be shorter than four hours: what is denied is a limit.
_DENIED_EN = re.compile(
    rf"(?:\b(?:no|nobody|none|neither|never|nor)\b(?:{NEW_CLAUSE}[^.;:!?])*?\b(?:may|shall|must|can|should|could|will|allowed|permitted)\b(?:{NEW_CLAUSE}[^.;:!?])*?"
    rf"|\b(?:not|never|nobody|no one|cannot)\b(?:{NEW_CLAUSE} [a-z]+){{1,5}}?"
    # You may not work 10 hours a day or more than 40 a week.
    rf"|\b(?:(?:may|must|shall|can|should|could) (?:not|never)|cannot)\b"
    rf"(?:{NEW_CLAUSE}(?:[^.;:!?,]|(?<=\d):|\.(?=m\.)|(?<=\.m)\.))*? or)"
    r"(?<! of) (?P<than>more|longer|greater|later|shorter|less|fewer|earlier|colder|cooler|warmer|hotter) than $",
    re.IGNORECASE,
)
# Nobody goes over 30 hours, no shift lasts beyond 10 p.m.: what is not gone over is a limit.
_NOT_OVER_EN = re.compile(
    rf"(?:\b(?:not|never|nobody|no one|cannot)\b|(?:^|[.;:!?] )(?:no|none|neither)\b)(?:{NEW_CLAUSE} [a-z]+){{0,5}}?"
    r" (?:(?:goe?|rise|climb|get|run|last|drive|travel|work|stay)s? (?:over|above|beyond|past)|exceeds?) (?:an? |the )?$",
    re.IGNORECASE,
)
_REACH_DENIED = 120
_SMALLER = frozenset(("shorter", "less", "fewer", "earlier", "colder", "cooler"))
_BY_EN = re.compile(r"\bby (?:the )?$", re.IGNORECASE)
# 150 mm off the floor or less: what it is measured from, or per, stands between.
_FROM_WHERE = r"(?: (?:off|above|below|from|per|an?|each) (?:the )?[a-z]+)?"
_RIGHT_EN = re.compile(
    rf"(?:(?: of age| old)?{_FROM_WHERE} (?:or|and) (?:(?P<max>less|fewer|under|earlier|below|lower|younger|shorter|smaller|colder|cooler)"
    r"|(?P<min>more|over|longer|later|above|higher|greater|older|warmer|hotter|up(?! to\b)|upwards?))"
    r"|,? [(]?(?:(?P<most>max(?:imum|\.)?)|(?P<least>min(?:imum|\.)?))(?! ?\d| of\b| [a-z]))(?!\w| than\b)"
)
# Two weeks in advance, ten days' notice: what is asked for so long before may be asked for still longer before.
_AHEAD_EN = re.compile(r"'? (?:in advance|ahead|beforehand|(?:prior )?(?:written )?notice)\b")
# No later than ten days before: at least ten; no earlier than that: at most.
_SINCE_EN = re.compile(rf"{_AHEAD_EN.pattern}|(?: of| or more)? (?:before|prior to|preceding)\b(?! or\b)")
_BEFORE_EN = re.compile(r"\b(?:no|not|be) (?P<word>later|earlier|sooner) than (?:the )?$", re.IGNORECASE)


def find_bound(view: str, start: int, end: int) -> tuple[Limit, bool]:
    """Return the bound and whether it includes the figure at *start* to *end*.

    The right side goes first: in 超过3次以上 and 至少2人以上 it is the one that is written as a rule of law writes it.
    """
    right = _RIGHT_PATTERN.match(view, end, end + _REACH_RIGHT + 12)
    if right:
        index = next(i for i in range(len(_RIGHT)) if right[f"r{i}"] is not None)
        _, bound, inclusive = _RIGHT[index]
        note = right["mark"] or right["after"]
        if note:
            inclusive = "不" not in note
        elif bound is Limit.MIN and _EXCEEDED.search(view, max(0, start - _REACH_LEFT), start):
            # 不得连续超过7天以上: nobody may reach beyond it.
            return Limit.MAX, True
        # 24小时内 says the same as 不超过24小时内; 提前3天以上 stays a minimum.
        return bound, inclusive
    if end < len(view) and view[end] == "(" and (note := re.match(r"\((不)?(?:包)?含", view[end : end + 5])):
        left = _left(view, start)
        return (left[0], note[1] is None) if left else (Limit.EXACT, True)
    return _left(view, start) or (Limit.EXACT, True)


def find_span_bound(view: str, start: int, end: int) -> tuple[Limit, bool] | None:
    """Return the bound of a duration that other words than those of a limit settle, or None.

    A time within which something is counted is exact, one that something came later than excludes it.
    """
    if _WINDOW.match(view, end) or _WINDOW_EN.search(view, max(0, start - _REACH_EN), start):
        return Limit.EXACT, True
    return (Limit.MIN, False) if _LATER.match(view, end) else None


def _left(view: str, start: int) -> tuple[Limit, bool] | None:
    low = max(0, start - _REACH_LEFT)
    found = None
    share = _SHARE.match(view, start) is not None
    for match in _LEFT_WORD.finditer(view, low, start):
        index = int((match.lastgroup or "")[1:])
        of_whole = share and index in _TAKEN and _WHOLE.match(view, match.end(), start)
        if of_whole or _GAPS[index].match(view, match.end(), start):
            found = _LEFT[index][2:]
    return found


def find_bound_en(view: str, start: int, end: int, *, at_time: bool = False, spans: bool = False) -> tuple[Limit, bool]:
    """Return the bound of a figure in an English sentence, and whether it includes the figure.

    By 5 p.m. is a deadline; late by 15 minutes, cut by 10 % and counted by two people are none: *at_time* tells them.
    *spans* says that the figure is a duration.
    """
    right = _RIGHT_EN.match(view, end)
    if right:
        return (Limit.MAX if right["max"] or right["most"] else Limit.MIN), True
    word = _BEFORE_EN.search(view, max(0, start - _REACH_EN), start) if _SINCE_EN.match(view, end) else None
    if word:
        return (Limit.MIN if word["word"].lower() == "later" else Limit.MAX), True
    if denied := barred(view, start, spans=spans):
        return denied
    if spans and waits(view, start, end):
        return Limit.MIN, True
    bound, inclusive = _left_en(view, start, at_time=at_time)
    return (Limit.MIN, True) if bound is Limit.EXACT and _AHEAD_EN.match(view, end) else (bound, inclusive)


def _left_en(view: str, start: int, *, at_time: bool) -> tuple[Limit, bool]:
    if denied := _DENIED_EN.search(view, max(0, start - _REACH_DENIED), start):
        return (Limit.MIN if denied["than"].lower() in _SMALLER else Limit.MAX), True
    if _NOT_OVER_EN.search(view, max(0, start - _REACH_DENIED), start):
        return Limit.MAX, True
    before = view[max(0, start - _REACH_EN) : start]
    for pattern, bound, inclusive in _EN_PATTERNS:
        if pattern.search(before):
            return bound, inclusive
    return (Limit.MAX if at_time and _BY_EN.search(before) else Limit.EXACT), True
