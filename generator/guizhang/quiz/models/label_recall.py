"""Label recall: the names of classes, grades or stages are given, and what the rule says of each is to be written down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.contrasts.commonplace import GOOD_SENSE
from guizhang.quiz.material.lists.hand_over import told as handed_over
from guizhang.quiz.material.lists.labels import labels
from guizhang.quiz.material.lists.sentences import as_point
from guizhang.quiz.material.lists.written import asked_list, dealt, listing, written_item
from guizhang.quiz.material.lists.written_lists import FEWEST, HANDED_OVER, WrittenList
from guizhang.quiz.material.made import Made, lower
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sanctions.ladder_items import written_ladders
from guizhang.quiz.quoting.texts import inner

NAME = "label-recall"
ASKS = Message(
    "“名称：内容”“名称，由谁、多久、多少”“……，为名称”这样的清单，两项以上",
    "a list of the form “name: what it is”, “name, by whom, when or how much” or “… is a name”, two or more",
)
_MOST = 6
_MARKS = "，：；、,:; "
_CLASSES: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("类别|分[为成]|等级|级别|[几\\d一二三四五六七八九]级|[几\\d一二三四五六七八九]类|称为|是指"),
    "en": re.compile(r"\b(?:class(?:es)?|categor(?:y|ies)|grades?|levels?|kinds?|types?|divided)\b", re.IGNORECASE),
}
_COMPRISES: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("包括|包含"),
    "en": re.compile(r"\b(?:cover|include|comprise|contain)", re.IGNORECASE),
}
_AT_LARGE = ("各是怎样规定的", "what the rule says of each of these")
_CASE = re.compile(r"[的时后前者]$|^(?:if|when|where|before|after|for)\b", re.IGNORECASE)
_PHRASE = re.compile("“[^”]*(?:对不起|谢|您好|请|好的|再见|欢迎|抱歉|不客气)[^”]*”")


def _kind(zh: str, en: str, zh_asks: str, en_asks: str) -> tuple[Mapping[Lang, re.Pattern[str]], str, str]:
    told: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile(zh), "en": re.compile(en, re.IGNORECASE)}
    return told, zh_asks, en_asks


_KINDS = (
    _kind(
        r"(?:占|权重)?\d+(?:\.\d+)?%", r".{0,12}?\d+(?:\.\d+)?%.{0,6}", "各占百分之几", "which share each of these has"
    ),
    _kind(
        r"(?:不超过|至少|最多)?[\d,.]+元",
        r".{0,12}?(?:[A-Z]{3}|[£$€]) ?[\d,.]+.{0,12}",
        "各是多少钱",
        "which amount holds for each of these",
    ),
    _kind(
        r".{0,4}?\d+:\d\d(?:至|到|[-~—])\d+:\d\d",
        r".{0,8}?\d+(?::\d\d)?(?: ?[ap]m)? ?(?:to|until|[-–]) ?\d+(?::\d\d)?(?: ?[ap]m)?",
        "各从几点到几点",
        "from when to when each of these lasts",
    ),
    _kind(
        r"(?:在|于)?.{0,6}?(?:\d+|[一二两三四五六七八九十半]+)个?(?:工作日|小时|分钟|天|日|周|月|年)(?:以?内|之内)",
        r"(?:with)?in .{0,16}?(?:hours?|days?|minutes?|weeks?|months?|years?)",
        "各在多久以内",
        "within what time for each of these",
    ),
    _kind(
        r"[^，；]{0,12}?由[^，；]{2,14}批准",
        r".{0,30}?(?:approv|decid|sign)(?:ed|es) by .{3,40}|by .{3,40}",
        "各由谁批准",
        "who approves in each of these cases",
    ),
)
"""What is asked for where all names of a list have the like: a share, an amount, hours, a time limit, who approves."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list all of whose points have names; asked for are those that say all themselves."""
    yield from written_ladders(rules, NAME)
    for here in rules.written_lists:
        names = labels(here)
        if names is None or not FEWEST <= len(here.open) <= _MOST:
            continue
        meanings = [_meaning(point, name) for point, name in zip(here.points, names, strict=True)]
        why = _why_not(here, rules, [here.points[n] for n in here.open], [names[n] for n in here.open])
        # 分析需求：了解客户的需求: the name says it.
        told = [n for n in here.open if handed_over(meanings[n], [names[n]], [], here.clause.langs)]
        if why is None and len(here.open) - len(told) < FEWEST:
            why = HANDED_OVER
        if why is not None:
            yield here.declined(why)
            continue
        apart = dealt(here, [(n,) for n in here.open if n not in told]) if len(here.open) > FEWEST else []
        whole = [n for n in here.open if n not in told]
        some = (part for part in apart if part != whole and not rules.courtesy([here.points[n] for n in part]))
        for part, asked in enumerate([whole, *some]):
            yield written_item(
                here.clause,
                NAME,
                f"{here.last}-{part}" if part else here.last,
                also=here.also,
                stem=_stem(here, [names[n] for n in asked], [meanings[n] for n in asked]),
                points=[as_point(here.points[n]) for n in asked],
                rationale=listing(here),
                level=CognitiveLevel.UNDERSTAND,
            )


def _why_not(here: WrittenList, rules: Rules, points: list[Text], names: list[Text]) -> Message | None:
    """Return why nobody could be asked to write down what the names of a list stand for."""
    # What classes there are has to be learned; what the help is that something comprises, and what one says to be polite, has not.
    classes = any(_CLASSES[lang].search(here.lead.either(lang)) for lang in here.clause.langs)
    phrases = all(_PHRASE.search(point.zh or "") for point in points)
    cases = all(_CASE.search(name.zh or name.either("en")) for name in names)
    comprises = any(_COMPRISES[lang].search(here.lead.either(lang)) for lang in here.clause.langs)
    vague = comprises and not (classes or cases or rules.to_be_learned(points))
    return GOOD_SENSE if vague or phrases else None


def _meaning(point: Text, name: Text) -> Text:
    """Return what stands beside the name of a point."""
    said = {lang: text.replace(name.either(lang), "", 1).strip(_MARKS) for lang in LANGS if (text := point.get(lang))}
    return Text(zh=said.get("zh"), en=said.get("en"))


def _stem(here: WrittenList, names: list[Text], meanings: list[Text]) -> Text:
    zh = "”“".join(name.either("zh") for name in names)
    *first, last = (lower(name.either("en")) for name in names)
    said = f"“{'”, “'.join(first)}” and “{last}”"
    langs = here.clause.langs
    zh_asks, en_asks = next(
        (
            asks
            for told, *asks in _KINDS
            if all(told[lang].fullmatch(one.either(lang)) for one in meanings for lang in langs)
        ),
        _AT_LARGE,
    )
    if zh_asks == _AT_LARGE[0] and all(_CASE.search(name.zh or name.either("en")) for name in names):
        cases = {lang: [inner(name.either(lang)) for name in names] for lang in langs}
        return asked_list(
            here,
            f"写出下列情形各应当怎样：{'；'.join(cases.get('zh', ()))}。",
            f" Write down what holds in each of these cases: {'; '.join(map(lower, cases.get('en', ())))}.",
        )
    return asked_list(here, f"分别写出“{zh}”{zh_asks}。", f" Write down {en_asks}: {said}.")
