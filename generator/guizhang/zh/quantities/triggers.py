"""What starts the clock of a deadline: 接到投诉后24小时内, 自收到通知之日起30日内, 合同期满前三十日."""

from __future__ import annotations

import re

_REACH = 60
_STOP = re.compile(r"[。;!?\n…]")
_COMMA = re.compile(r",|:(?!\d\d)")
# The event, then what marks it, then at most a few words that belong to the deadline itself (应在, 的).
_MARKED = re.compile(
    r"^(?P<event>.{1,36}(?:之日起|之时起|当日起|日起|时起|后起|之后|以后|之前|以前|后|起|前|时|当天|当日))"
    r"(?P<link>(?:的|应当?|必须|须|需|要|可|至少|最迟|最晚|最多|最长|不得?超过|在|于|公司|相关|人员|部门|负责人|主管|员工|客服|及时|书面|并){0,6})$"
)
_LEADS = re.compile(r"^(?:并|且|则|凡|如果?|若|应当?|须|需|必须|可|当|在|于|自|从|由)+(?=.{3})")
_SUBJECT = re.compile(
    r"^.{0,16}?(?:(?:应当?|须|需|必须|可|要)(?:于|在|自|从)|于|(?<![现存实正所内外])在|自(?!行|动|己|身|主)|从(?!事))(?=.{3})"
)
_NO_EVENT = (*"提前 同时 及时 按时 随时 准时 小时 有时 临时 按前 以前 近前 的前 与前 比前".split(),)
"""What ends like an event and is none: 提前三天, 按前三个月平均."""
_EN = re.compile(r"^ (?:of|after|from|before|following|upon) (?P<event>[^,.;\n]{3,80})")


def find_trigger(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the event from which (or back from which) the duration at *start* to *end* counts, or None."""
    window = view[max(0, start - _REACH) : start]
    stops = list(_STOP.finditer(window))
    begin = stops[-1].end() if stops else 0
    parts = [m.end() for m in _COMMA.finditer(window, begin)]
    # The part the figure stands in, else the part before it: 接到投诉后，须在24小时内.
    for low, high in zip([begin, *parts][::-1][:2], [len(window), *(p - 1 for p in parts[::-1])][:2], strict=False):
        tail = window[high + 1 :] if high < len(window) else ""
        if len(tail) > 24:
            break
        match = _MARKED.match(window[low:high].rstrip(" ,"))
        if match and not match["event"].endswith(_NO_EVENT):
            event = match["event"]
            # 工单须于收到之日起: the event begins behind the subject and its modal.
            lead = _SUBJECT.match(event) or _LEADS.match(event)
            offset = start - len(window) + low
            return offset + (lead.end() if lead else 0), offset + match.end("event")
    english = _EN.match(view, end)
    return english.span("event") if english else None
