"""Options are things of one kind.

Why: an option of another kind is struck out, or chosen, without knowing the rule.

Warns (LNT005). Fails: 24小时, 48小时, 200元; the supervisor, the manager, a leave form. Passes: 24小时, 48小时, 当天
(words such as 当天, 不限, immediately may stand among figures).

Source: Haladyna, Downing & Rodriguez (2002), guideline 23: keep choices homogeneous in content.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.answers import ALIKE, answers, certain
from guizhang.quality.apart import one_apart
from guizhang.quality.figures.values import Value
from guizhang.quality.language.asked_kind import asked
from guizhang.quality.language.days import days_of
from guizhang.quality.language.kinds import EVENT, OFFICE, PERSON, PLACE, QUALITIES, THING, TIME, kind_of
from guizhang.quality.language.lexicon import kind_of_name
from guizhang.quality.language.readings import NAME
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.language.verbs_zh import form_zh
from guizhang.quality.option_form import apart
from guizhang.quality.view import Finding, View

CODE = "LNT005"
_AMONG_FIGURES = re.compile(
    r"当[天日场]|每|立即|立刻|马上|即时|随时|不|无|没有|免|任何|全部|全额|一半|半|两倍|次日|第二天|下班|每次|满$|终身|永久|长期|全程|immediate|at once"
    r"|straight|"
    r"\bno\b|not|none|never|any|same day|next|unlimited|half|double|all|nothing|end of|\bevery\b|\beach\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|[一二两三四五六七八九十百千]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|hundred|thousand)\b",
    re.IGNORECASE,
)
_ANY_FIGURE = "figure"
_CLOCK = (f"{_ANY_FIGURE} time-of-day", f"{_ANY_FIGURE} date")
_SPANS = (f"{_ANY_FIGURE} duration", f"{_ANY_FIGURE} frequency")
# After two hours: a point of time as well.
_POINT = re.compile(r"(?:after|before|within|in|at|by|until) |.*[后前内]$", re.IGNORECASE)
# Kinds that never stand together, even beside an option whose kind cannot be told.
_APART = (
    {PERSON, TIME},
    {PLACE, TIME},
    {THING, TIME},
    {OFFICE, TIME},
    {PERSON, PLACE},
    {PERSON, THING},
    {PERSON, EVENT},
    *(
        {quality, kind}
        for quality in QUALITIES
        for kind in (PERSON, OFFICE, PLACE, TIME, THING, *QUALITIES)
        if kind != quality
    ),
)
# A noisy guest is a case, as a power cut is.
_CASE = re.compile(
    r"(?:an? )?(?:[a-z]+(?:ing|ed|y|ful|less|en|ick|unk)|late|lost|wrong|rude|burst|torn|short|false|open|new) ",
    re.IGNORECASE,
)
# 培训新人 is done, and may as well be somebody: 投诉客户.
_TO_WHOM = re.compile("[一-龥]{2}(?:新人|客户|顾客|客人|学生|病人|儿童|家长|旅客|乘客|住户|业主|访客|他人|别人)")
_TIMES_EN = re.compile(r"^(?:once|twice)\b|\btimes\b", re.IGNORECASE)
# A room by its name, where somebody is asked for: the control room, 病案室.
_MANNED = re.compile(
    r"(?:室|处|科|站|台|部|中心)$|\b(?:room|desk|office|cent(?:re|er)|station|lodge|reception|counter)$", re.IGNORECASE
)
# What it is, and only then how much: a fine of $20, a temperature above 7 °C.
_OF_SO_MUCH = re.compile(
    r"an? (?!(?:second|minute|hour|day|week|month|year|total|maximum|minimum|period|number|limit|quarter|third|half)\b)[a-z]+ "
    r"(?:of|above|below|over|under|within|up to)\b",
    re.IGNORECASE,
)
# 每月, 每周两次, and no verb; 隔天 says how it is done as well.
_HOW_OFTEN = re.compile(
    r"(?:每|每隔|一)[\d零一二两三四五六七八九十半几]*个?(?:小时|分钟|[天日周月年班旬]|星期|季度?)[\d一二两三四五六七八九十至到~-]*[次回遍]?|[\d一二两三四五六七八九十]+[次回遍]"
)
# Every week, after each use: how often as well.
_WHENEVER = re.compile(r"(?:前|后|时|期间)$|^(?:when|whenever|after|before|if|on|at|as soon as)\b", re.IGNORECASE)
# A reason among what answers another question; a why asks for reasons.
_REASON = re.compile(r"(?:因为|由于)|because\b", re.IGNORECASE)
_WHY = re.compile(r"为什么|为何|原因|理由|目的|\bwhy\b|\breason|\bpurpose", re.IGNORECASE)
# Grounds may be anything; what a form says is called by who, when and what it says.
_GROUNDS = re.compile(r"原因|理由|条件|依据|\b(?:reasons?|grounds|conditions?)\b", re.IGNORECASE)
_FIELDS = re.compile(
    r"内容|信息|项目|要素|栏目|字段|写明|注明|填写|填上|标明|载明|写上|\b(?:details|entries|information|particulars|fields|recorded|written|entered|stated|label)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[一-龥]{1,3}人|(?!(?:the|an?) )[a-z]+(?: [a-z]+)?", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"谁|怎样|怎么|如何|情形|情况|做法|[哪几]一?[位名]|哪[些个类]?人|何人|人(?:员)?[^一-龥]*$|由[^，。]*人|对象|(?:[类种]|哪[一些]?[个位名]?)(?:客户|顾客|旅客|乘客|客人|住户|学生|病人|企业|单位)|岗位|部门|职务|角色|向|找|通知|联系|报告|交给|交由|告诉|问"
    r"|\b(?:how|who|whom|whose|person|people|role|post|position|somebody|someone|staff|member|party|contact|inform|notify|tell|report|call|ask"
    r"|phone|job)\b",
    re.IGNORECASE,
)
# Who is somebody, where is no person, when is neither: an option of another kind answers another question.
_EXPECTED = (
    ("zh", re.compile("由谁|[^，。]谁|^谁|哪[一]?[位名]|哪些人"), {PERSON}),
    ("en", re.compile(r"^(?:who|whom|to whom|by whom)\b", re.IGNORECASE), {PERSON}),
    ("zh", re.compile("(?:哪|什么|哪个|哪些|哪一)个?(?:部门|科室|处室|单位|小组)"), {OFFICE, PLACE}),
    ("en", re.compile(r"\b(?:which|what) (?:department|team|office|unit|section)s?\b", re.IGNORECASE), {OFFICE, PLACE}),
    ("zh", re.compile("什么时[候间]|何时|哪一天"), {TIME}),
    (
        "en",
        re.compile(r"^when (?:is|are|was|were|do|does|did|may|must|can|should|shall|will|has|have)\b", re.IGNORECASE),
        {TIME},
    ),
    ("zh", re.compile("什么颜色|哪种颜色|何种颜色|哪一?个颜色"), {"colour"}),
    ("en", re.compile(r"\b(?:what|which) colou?r\b", re.IGNORECASE), {"colour"}),
)
_NO_ANSWER = {PERSON, THING, TIME, *QUALITIES}
# When is no number of things.
_WHEN = {"duration", "time-of-day", "date", "number", "frequency"}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a set of options of several kinds."""
    if not view.choices:
        return
    form = form_zh if view.lang == "zh" else form_en
    kinds = [_kind(view, i) for i in range(len(view.choices))]
    # 当天 stands beside 1小时内 as a figure does.
    if any(value is not None for value in view.values):
        kinds = [
            None if kind == TIME and among_figures(c.text) else kind
            for c, kind in zip(view.choices, kinds, strict=True)
        ]
    if TIME in kinds:
        # At noon, at closing time.
        kinds = [
            TIME if kind in _CLOCK or (kind in _SPANS and _POINT.match(choice.text)) else kind
            for choice, kind in zip(view.choices, kinds, strict=True)
        ]
    known = Counter(kind for kind in kinds if kind)
    cases = [_CASE.match(choice.text) is not None for choice in view.choices]
    if any(kind == PERSON and case for kind, case in zip(kinds, cases, strict=True)):
        del known[EVENT]
        if sum(cases) * 2 >= len(cases):
            del known[PERSON]
    figures = {kind for kind in known if kind.startswith(_ANY_FIGURE)}
    expected = next((kinds for lang, asks, kinds in _EXPECTED if lang == view.lang and asks.search(view.stem)), None)
    # Whatever is no colour among colours: their words are few, and end alike.
    odd = [c.text for c, kind in zip(view.choices, kinds, strict=True) if kind is None and not c.text.endswith("色")]
    if expected == {"colour"} and view.lang == "zh" and len(odd) == 1 and known["colour"] == len(kinds) - 1:
        known[THING] = 1
    strange = expected is not None and set(known) & _NO_ANSWER - expected and len(set(kinds)) > 1
    counted = expected == {TIME} and len([v for v in view.values if v is not None and v.kind not in _WHEN]) in range(
        1, len(kinds)
    )
    reasons = sum(_REASON.match(choice.text.strip()) is not None for choice in view.choices)
    # 王师傅 among water pressure and room temperature, where nobody is asked for.
    others = [form(choice.text) for choice, kind in zip(view.choices, kinds, strict=True) if kind is None]
    alone_there = (
        not _SOMEBODY.search(view.stem or view.before)
        and known[PERSON] == 1
        and kind_of_name(view.choices[kinds.index(PERSON)].text.rstrip("。."), view.lang) == PERSON
        and len(known) == 1
        and len(others) == len(kinds) - 1 > 1
        and form(view.choices[kinds.index(PERSON)].text) == "noun"
        and all(form in ("noun", "phrase", "unknown") for form in others)
    )
    mixed = (
        alone_there
        or (len(known) > 1 and None not in kinds and _clash(set(known)))
        or any(pair <= set(known) for pair in _APART)
    )
    alone = bool(figures) and None in kinds and not _excused(view, kinds)
    grounds = not figures and _GROUNDS.search(view.stem) is not None
    if _answers_otherwise(view) or (
        not grounds and (mixed or alone or strange or counted or (reasons == 1 and not _WHY.search(view.stem)))
    ):
        yield view.at_stem(
            Message("选项不是同一类的东西", "the options are not things of one kind"),
            Message(
                "使选项都是同一类（数值、人、做法……）", "make all options things of one kind: figures, people, actions"
            ),
        )


def _answers_otherwise(view: View) -> bool:
    """Tell whether one option answers another question than the others do: who among when, a thing among what is done."""
    # Somebody, somewhere or some day among what is done, or why: not of their form, nor of their kind.
    texts = [choice.text for choice in view.choices]
    formed = apart(texts, view.lang, view.stem)
    if formed and formed.itself == NAME and kind_of(texts[formed.at], view.lang) in (PERSON, OFFICE, PLACE, TIME):
        return True
    what = asked(view.stem, view.lang)
    values = [
        value if _counts(value, choice.text, view.lang) else None
        for value, choice in zip(view.values, view.choices, strict=True)
    ]
    read = [answers(c.text, v, view.lang) for c, v in zip(view.choices, values, strict=True)]
    found = one_apart(read, ALIKE, what)
    if found is None or (what is None and view.stem):
        return False
    return what in found.others if what is not None else certain(read, found.at)


def _counts(value: Value | None, text: str, lang: Lang) -> bool:
    """Tell whether a figure says how much, and is no person, nor how something is done."""
    people = value is not None and value.kind == "count" and kind_of(value.unit, lang) == PERSON and lang == "en"
    words = value is not None and value.kind == "count" and lang == "en" and not value.digits
    return value is not None and not people and not words and _is_amount(value, text, lang)


def _kind(view: View, index: int) -> str | None:
    value, text = view.values[index], view.choices[index].text
    # 折半 beside 合并 is a way to count, and no figure among words.
    # Two door keys among a meter sheet and a fine: things, of which two.
    counted = (
        value is not None and value.kind == "count" and view.lang == "en" and not value.digits and not view.figures
    )
    if value is not None and not view.figures and not _is_amount(value, text, view.lang):
        value = None
    if value is not None and not counted and (_NUMBER.search(text) or "半" not in text or view.figures):
        # One manager is somebody, whatever the number.
        people = kind_of(value.unit, view.lang) == PERSON if view.lang == "en" and value.kind == "count" else False
        often = view.lang == "en" and value.kind == "count" and _TIMES_EN.search(text) is not None
        return PERSON if people and not view.figures else f"{_ANY_FIGURE} {'frequency' if often else value.kind}"
    if days_of(text, view.lang):
        return TIME
    # What is done, and what begins with a verb, is no name, whatever noun stands at its end.
    shape = form_zh(text) if view.lang == "zh" else form_en(text)
    kind = kind_of(text, view.lang) if shape in ("noun", "phrase", "unknown") else None
    if shape == "phrase" and view.lang == "en" and kind not in (PLACE, OFFICE, TIME):
        return None  # for every visitor
    if kind == PERSON and view.lang == "zh" and _TO_WHOM.fullmatch(text):
        return None
    if _FIELDS.search(view.stem) and _FIELD.fullmatch(text):
        return None
    manned = sum(_MANNED.search(choice.text) is not None for choice in view.choices)
    return OFFICE if kind == PLACE and manned > 1 and _MANNED.search(text) else kind


def _is_amount(value: Value, text: str, lang: Lang) -> bool:
    """Tell whether a figure among words is one and not a thing with a figure (a fine of $20), nor how something is done (隔天)."""
    if lang == "en":
        return _OF_SO_MUCH.match(text) is None
    return value.kind != "frequency" or _HOW_OFTEN.fullmatch(text.strip()) is not None


def _clash(known: set[str]) -> bool:
    # A bare number beside 3次 is a matter of units, not of kinds; so are 每周两次 and 两次.
    loose = {f"{_ANY_FIGURE} number", f"{_ANY_FIGURE} count", f"{_ANY_FIGURE} frequency"}
    # An office is where one goes and whom one asks; a safe is a place and a thing.
    known = known - {OFFICE} if known & {PERSON, PLACE} else known
    # Training is what one does, when one does it, and what one has: it stands apart from people only.
    known = known - {EVENT} if PERSON not in known else known
    return len({THING if kind == PLACE else kind for kind in known - loose}) + bool(known & loose) > 1


def _excused(view: View, kinds: list[str | None]) -> bool:
    """Tell whether whatever is no figure may stand among figures: 当天, 不限, at once; or holds one itself."""
    others = [choice.text for choice, kind in zip(view.choices, kinds, strict=True) if kind is None]
    if set(kinds) <= {None, TIME, f"{_ANY_FIGURE} frequency"} and all(map(_WHENEVER.search, others)):
        return True
    return all(among_figures(text) or _NUMBER.search(text) for text in others)


def among_figures(text: str) -> bool:
    """Tell whether *text*, though no figure, may stand among figures: 当天, 不限, after every use."""
    return _AMONG_FIGURES.search(text) is not None
