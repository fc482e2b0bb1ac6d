"""Lists of the rules whose items can be options: parallel, short, without figures of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.regulation import Level, Node, Norm
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.quality.option_form import uneven
from guizhang.quiz.material.made import Declined, capital, lower
from guizhang.quiz.material.spoken import pairs
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import bare

_MOST_ZH = 40
_SMALL = frozenset("的和或与及是否有在")
"""Signs that say nothing of what a point is about."""
_SHORT = 4
"""Characters of a point that says the same as another of which it shares a single one: 住址, 地址."""
_KIN = 3
"""Pairs of signs that two introductions share when they are for much the same."""
_EVERY_LEAD = frozenset(
    (
        "客户",
        "员工",
        "应当",
        "必须",
        "可以",
        "不得",
        "人员",
        "专员",
        "部门",
        "公司",
        "负责",
        "依次",
        "以前",
        "时员",
        "工应",
        "户时",
        "采用",
        "用下",
        "下列",
        "列方",
        "方式",
    )
)
# What follows on the end of an introduction: things to do, to tell, to cover, ways, cases. Not what is to be written down:
# beside what other forms ask for, what this one asks for would be seen to be to the point.
_KINDS = {
    "acts": re.compile("(应当|必须|可以|依次|宜|工作|步骤|环节|要求|方法)……"),
    "told": re.compile("(告诉客户|告知客户|告诉|告知|询问|了解|说明|资料|信息|规定|公布|下列事项)……"),
    "covered": re.compile("(内容[^，：；]{0,6}|包括|涵盖)……"),
    "ways": re.compile("(方式|渠道)……"),
    "cases": re.compile("(情形|情况|客户|之一[^，]*)……"),
}
# A point of several parts, or with a case of its own, stands out among plain ones.
_PARTS = re.compile("[：（“]|[^，]*的，|^[^，]{2,8}(部|经理|主管|专员|总经理)")
_PLAIN_LEAD = re.compile("[^，：；]{0,10}(应当|必须|不得|可以|严禁|禁止|负责)……")


@dataclass(frozen=True)
class RuleList:
    """A list with the clause that introduces it."""

    clause: Clause
    ordinal: int
    """Which list of its norm in its provision, from 1."""
    lead: Text
    """The introducing clause, with “……” for the list."""
    items: tuple[Text, ...]
    """Without closing punctuation, English with a capital."""
    complete: bool
    """Whether *items* are all there are."""
    also: tuple[Clause, ...] = ()
    """Further clauses that its points are of."""
    told: bool = False
    """Whether no introduction and no mark says that it is one."""

    @property
    def last(self) -> str:
        """The last part of the ids of its items."""
        return f"{self.ordinal}-told" if self.told else str(self.ordinal)

    def declined(self, why: Message) -> Declined:
        """Return that a model asks nothing of it, and why."""
        return Declined(self.clause.address, why, self.clause.shown)

    @cached_property
    def kind(self) -> str | None:
        """What its introduction says its points are, where it does."""
        lead = self.lead.either("zh")
        if self.clause.place.norm is Norm.PROHIBITION:
            return None  # what one list forbids, another does as well, and often in the same case
        return next((kind for kind, pattern in _KINDS.items() if pattern.search(lead)), None)


def rule_lists(clauses: Iterable[Clause], norm: Norm, introduced: Mapping[Lang, re.Pattern[str]]) -> Iterator[RuleList]:
    """Yield the lists of *norm* whose introduction matches the pattern of each of its languages, in printed order."""
    counted: dict[str, int] = {}
    for clause in clauses:
        # Import leaves English paragraphs of several sentences without a norm; that a list is in order, its introduction says.
        untold = clause.place.norm is None and clause.langs == ("en",)
        if not (clause.place.norm is norm or untold) or clause.continues or len(clause.listed) < 2:
            continue
        # Counted before anything is left out, so that another list's wording does not change an id.
        counted[clause.address] = counted.get(clause.address, 0) + 1
        found = _list(clause, counted[clause.address])
        if found is not None and all(introduced[lang].search(found.lead.either(lang)) for lang in clause.langs):
            yield found


NO_KIN = Message(
    "同一规章里没有另一个情形相近、列同类内容的清单，来提供错误选项",
    "its regulation has no other list of the same kind for much the same case, to take wrong options from",
)
_NO_LEAD = Message(
    "清单的引语不能单独引用，或者不以冒号结尾", "its introduction cannot be quoted alone, or ends without a colon"
)
_ONE_POINT = Message("清单只有一项", "the list has one point only")
_FEW_POINTS = Message(
    "短小平行、不带数值、不再分项的项不到两项",
    "fewer than two of its points are short, without figures and points of their own",
)
_NO_KIND = Message(
    "引语没有说列的是什么（做法、内容、方式、情形），或者列的是禁止的事，别的清单也会有",
    "its introduction does not say what its points are (things to do, contents, ways, cases), or they are forbidden, as "
    "other things are elsewhere",
)
_AT_LARGE = Message(
    "引语只说谁应当做、不得做，别处要求的也算对",
    "its introduction only says who must or must not, so that points of other lists are right too",
)


def particular_lists(clauses: Iterable[Clause]) -> Iterator[RuleList | Declined]:
    """Yield the lists whose introduction says more than who shall or must not, by the ordinal of its clause; of others why not.

    Of 员工不得：, what another rule forbids would be true as well.
    """
    for clause in clauses:
        nodes = clause.listed
        if clause.continues or not any(node.level is Level.ITEM for node in nodes):
            continue
        found = _list(clause, clause.ordinal)
        if found is None:
            why = _ONE_POINT if len(nodes) < 2 else _NO_LEAD if clause.lead() is None else _FEW_POINTS
            yield Declined(clause.address, why, clause.shown)
        elif len(nodes) < 2 or found.kind is None or _PLAIN_LEAD.fullmatch(found.lead.either("zh")):
            yield found.declined(_NO_KIND if found.kind is None else _AT_LARGE)
        else:
            yield found


def foreign_points(here: RuleList, lists: Iterable[RuleList]) -> tuple[tuple[Text, ...], ...]:
    """Return, list by list, plain points that could stand in *here* and that nothing in its provision says.

    They are of other lists of its kind in its own regulation, where the cases they are for have something in common: what is
    done at another occasion altogether would be seen to be out of place.
    """
    clause = here.clause
    own = [*here.items, here.lead, *texts_of(clause.provision)]
    telling = {pair for text in own for pair in pairs(text, "zh")}
    signs = {sign for item in here.items for sign in item.either("zh")}

    def says_something_else(text: Text) -> bool:
        zh = text.either("zh")
        return not telling & pairs(text, "zh") and (len(zh) > _SHORT or not signs & set(zh))

    found, case = [], occasion(here)
    for other in lists:
        there = other.clause
        home = there.place.regulation is clause.place.regulation and there.address != clause.address
        if not home or there.langs != clause.langs or other.kind != here.kind:
            continue
        # Of giving customer information to outsiders is nothing that is done whenever customer information is worked with.
        shared = len(case & occasion(other))
        if shared >= _KIN and shared * 2 >= len(case):
            found.append(tuple(filter(says_something_else, plain_points(other.items))))
    return tuple(points for points in found if points)


def occasion(one: RuleList) -> set[tuple[str, str]]:
    """Return what an introduction says its list is for, without who acts and the words that all introductions have."""
    case, comma, _ = one.lead.either("zh").rpartition("，")
    said = about(Text(zh=case) if comma else one.lead)
    return {pair for pair in said if "".join(pair) not in _EVERY_LEAD}


def about(text: Text) -> set[tuple[str, str]]:
    """Return the pairs of signs of a Chinese text that say what it is about."""
    return {pair for pair in pairs(text, "zh") if not set(pair) & _SMALL}


def texts_of(node: Node) -> Iterator[Text]:
    """Yield the texts of a provision."""
    if node.text is not None:
        yield node.text
    for child in node.body:
        yield from texts_of(child)


def plain_points(texts: Iterable[Text]) -> list[Text]:
    """Return the points that are of one part and hold without a case of their own."""
    return [text for text in texts if not _PARTS.search(text.either("zh"))]


def alike(text: Text, other: Text) -> bool:
    """Tell whether two points have one grammatical form in each of their languages."""
    return not any(
        uneven([text.either(lang), other.either(lang)], lang) for lang in LANGS if text.get(lang) is not None
    )


def listed(here: RuleList) -> Text:
    """Return a rationale that says what is on a list."""
    where = here.clause.said_where
    zh = "；".join(text.either("zh") for text in here.items)
    en = "; ".join(lower(text.either("en")) for text in here.items)
    return here.clause.said(f"{where.zh}列出：{zh}。", f"{where.en} lists: {en}.")


def _list(clause: Clause, ordinal: int) -> RuleList | None:
    lead, items = clause.lead(), _items(clause)
    if lead is None or len(items) < 2:
        return None
    return RuleList(clause, ordinal, lead, items, complete=len(items) == len(clause.listed))


def _items(clause: Clause) -> tuple[Text, ...]:
    found = []
    # Steps of English rules are put in order with their figures, and with a capital where each is a sentence of its own.
    english_steps = clause.langs == ("en",) and clause.place.norm in (Norm.PROCEDURE, None)
    for node in clause.listed:
        usable = node.level is Level.ITEM and not node.body and node.adopted and node.title is None
        text = node.text
        if not usable or text is None or any(text.get(lang) is None for lang in clause.langs):
            continue
        if english_steps and ". " not in text.either("en"):
            found.append(Text(en=capital(bare(clause.handbook.plain(text.either("en"), "en", clause.beneath(node))))))
            continue
        if placeholders(text.either("zh")) and clause.place.norm is Norm.PROCEDURE:
            # Steps are put in order with their figures.
            printed = {
                lang: clause.handbook.plain(text.either(lang), lang, clause.beneath(node)) for lang in clause.langs
            }
            text = Text(zh=printed.get("zh"), en=printed.get("en"))
        if placeholders(text.either("zh")) or len(text.zh or "") > _MOST_ZH or "。" in (text.zh or "")[:-1]:
            continue
        if text.en is None or text.en[:1].islower():
            found.append(Text(zh=bare(text.zh) if text.zh else None, en=capital(bare(text.en)) if text.en else None))
    return tuple(found)
