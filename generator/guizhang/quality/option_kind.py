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
from guizhang.quality.view import Finding, View

CODE = "LNT005"
_AMONG_FIGURES = re.compile(
    r"当[天日场]|立即|立刻|马上|即时|随时|不|无|没有|免|任何|全部|全额|一半|半|两倍|次日|第二天|下班|immediate|at once|straight|"
    r"\bno\b|not|none|never|any|same day|next|unlimited|half|double|all|nothing|end of",
    re.IGNORECASE,
)
_PERSON: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"[^，。、和或]{0,8}(?:经理|主管|主任|组长|班长|店长|总监|总裁|董事长|专员|人员|员工|职员|顾问|工程师|前台|秘书|助理|领导|负责人|会计|出纳|"
        r"同事|客户|保安|司机|管理员|接待|[事务政售划流质]部|部门|委员会|办公室|经办人|首问人|值班人|上级|师傅|老师|人)"
    ),
    "en": re.compile(
        r"(?:only )?(?:the |an? |your |their )?(?:[a-z-]+ ){0,3}(?:managers?|supervisors?|directors?|leaders?|clerks?|agents?|staff|"
        r"employees?|advisers?|engineers?|receptionists?|secretar(?:y|ies)|assistants?|accountants?|cashiers?|colleagues?|"
        r"customers?|guards?|drivers?|human resources|finance|departments?|committee|handlers?|persons?|superior|owner"
        r"|mechanics?|cooks?|nurses?|operators?|technicians?|cleaners?|visitors?|guests?)",
        re.IGNORECASE,
    ),
}
_THING: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"[^，。、]{0,8}(?:表|单|册|簿|证|卡|牌|合同|协议|电脑|手机|电话|钥匙|办法|制度|日志|记录|会议室|大厅|仓库|邮件"
        r"|发票|文件|保险柜|柜|箱|车辆|货车|规定)"
    ),
    "en": re.compile(
        r"(?:the |an? |their )?(?:[a-z-]+ ){0,3}(?:forms?|registers?|contracts?|cards?|badges?|keys?|telephones?|computers?|"
        r"handbook|policy|rules|logs?|records?|rooms?|lobby|warehouse|e-?mails?|invoices?|documents?|files?|notebooks?|"
        r"uniforms?|receipts?|safes?|vans?|vehicles?|boxes|box)",
        re.IGNORECASE,
    ),
}
_TIME: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:每|当|次|本|下|上)?(?:月底|月初|月末|年底|年初|周末|季度末|周[一二三四五六日]|星期[一二三四五六日天]|上午"
        r"|下午|早上|晚上|中午|下班|上班|当天|次日)(?:之?[前后])?(?:以[前后])?"
    ),
    "en": re.compile(
        r"(?:at|by|before|after|on|every|each|in) (?:the )?(?:end of (?:the|each|every) (?:day|week|month|year)|\d{1,2}(?::\d\d)?(?: ?[ap]m)?|"
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|noon|midnight|morning|afternoon|evening|night|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|day|week|month|year|january|april|july|october|december)",
        re.IGNORECASE,
    ),
}
_PLACE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"在?[一-龥]{0,6}(?:大厅|会议室|办公室|前台|门口|仓库|柜台|接待室|休息室|停车场|走廊|楼[上下])里?"
    ),
    "en": re.compile(
        r"(?:in|at|on|behind|near|outside|inside) (?:the|an?) (?:[a-z]+ ){0,2}(?:lobby|room|desk|office|door|warehouse"
        r"|counter|gate|entrance|corridor|hall|car park|kitchen|lounge|yard)",
        re.IGNORECASE,
    ),
}
_ANY_FIGURE = "figure"
# Kinds that never stand together, even beside an option whose kind cannot be told.
_APART = ({"person", "time"}, {"place", "time"}, {"person", "place"})


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a set of options of several kinds."""
    if not view.choices:
        return
    kinds = [_kind(view, i) for i in range(len(view.choices))]
    known = Counter(kind for kind in kinds if kind)
    figures = {kind for kind in known if kind.startswith(_ANY_FIGURE)}
    mixed = (len(known) > 1 and None not in kinds and _clash(set(known))) or any(pair <= set(known) for pair in _APART)
    alone = bool(figures) and None in kinds and not _excused(view, kinds)
    if mixed or alone:
        yield view.at_stem(
            Message("选项不是同一类的东西", "the options are not things of one kind"),
            Message(
                "使选项都是同一类（数值、人、做法……）", "make all options things of one kind: figures, people, actions"
            ),
        )


def _kind(view: View, index: int) -> str | None:
    value, text = view.values[index], view.choices[index].text.strip().rstrip("。.")
    if value is not None:
        return f"{_ANY_FIGURE} {value.kind}"
    for kind, patterns in (("time", _TIME), ("place", _PLACE), ("person", _PERSON)):
        if patterns[view.lang].fullmatch(text):
            return kind
    if _THING[view.lang].fullmatch(text):
        return "thing"
    return None


def _clash(known: set[str]) -> bool:
    # A bare number beside 3次 is a matter of units, not of kinds; so are 每周两次 and 两次.
    loose = {f"{_ANY_FIGURE} number", f"{_ANY_FIGURE} count", f"{_ANY_FIGURE} frequency"}
    return len({"thing" if kind == "place" else kind for kind in known - loose}) + bool(known & loose) > 1


def _excused(view: View, kinds: list[str | None]) -> bool:
    """Tell whether whatever is no figure may stand among figures: 当天, 不限, at once; or holds one itself."""
    others = [choice.text for choice, kind in zip(view.choices, kinds, strict=True) if kind is None]
    return all(_AMONG_FIGURES.search(text) or re.search(r"\d|[一二两三四五六七八九十百]", text) for text in others)
