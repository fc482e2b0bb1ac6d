"""Norms of a whole document: what a clause does not say itself it has from the list's intro or the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guizhang.facts.bearers import titled
from guizhang.facts.clauses import Clause, folded, split_clauses
from guizhang.facts.found import FoundNorm, LineOf, Provision, line_in_text, walk
from guizhang.facts.implied import named_last
from guizhang.facts.judgement import Judgement
from guizhang.facts.norms import judge
from guizhang.model.regulation import Norm

# (pattern in a heading, norm of what stands below it where the clause says nothing itself); the first that fits.
_HEADINGS: tuple[tuple[str, Norm], ...] = (
    ("奖惩|奖罚|赏罚", Norm.STATEMENT),
    (
        "任职(?:要求|资格|条件)|(?:录用|报名|上岗|入职|准入|申请|应聘)(?:资格|条件)|资格要求|评分标准|计分标准|收费标准",
        Norm.STATEMENT,
    ),
    ("审批权限|核准权限|签批权限|核决|审批金额", Norm.POWER),
    ("严禁|禁止|不得|禁令|禁忌|不准|忌语|红线|禁语|不许", Norm.PROHIBITION),
    ("流程|程序|步骤|突发事件|应急处[置理]|处置要点", Norm.PROCEDURE),
    ("处罚|惩罚|罚则|处分|惩戒|违纪|违规|罚款", Norm.PENALTY),
    ("奖励|表彰|嘉奖", Norm.REWARD),
    ("定义|术语|释义|名词解释", Norm.DEFINITION),
    ("总则|附则|目的|适用范围|背景|概述", Norm.STATEMENT),
    ("职责|义务|责任|要求|规范|守则|礼仪|纪律|规定|标准|准则|制度", Norm.DUTY),
)
_HEADING_PATTERNS = tuple((re.compile(pattern), norm) for pattern, norm in _HEADINGS)
# An intro with one of these says what the items are, whatever modal an item has inside.
_BINDS = frozenset((Norm.PENALTY, Norm.REWARD, Norm.PROHIBITION, Norm.PERMISSION, Norm.POWER, Norm.PROCEDURE))
_CASES = re.compile("下列|以下|之一|如下")
_INTRO_END = re.compile("[::]$|(?:如下|以下|下列)[^,。]{0,10}[。:]?$")
# 目的, scope and validity are said in so many words; a heading does not turn them into duties.
_FIXED = re.compile("适用于|制定本|起(?:施行|执行|实施|生效)|特制定|解释权")
_STEPS = re.compile("(?:流程|步[骤驟])$|^(?:Steps|Procedure)", re.IGNORECASE)
_ASKED = frozenset((Norm.DUTY.value, Norm.PROHIBITION.value))
_FEW = 2
"""Fewer rules than this beside an open clause decide nothing."""
_EVENT = re.compile(
    "^[^,]{2,10}(?:当[天日]|发生[时后]|手续)[::]$|^[^,]{0,10}(?:故障|停[电水气]|火[灾警情]|事故|受伤|异常|泄[漏露]|报警|中断|入职|离职|走失|昏倒|晕倒|抢劫|盗窃|困人|爆炸|漏[水电气])[^,]{0,3}[时后][::]$"
)
_NAME = 10
"""Most signs of an intro that is read as a heading."""
_LIST_NOUN = 4
"""A clause shorter than this is a name in a list, not a rule."""


_PRICED = re.compile(
    "^[^,]{2,40},(?:每[次人处件项天日起宗]|各|加|减|扣|罚|奖)?(?:人民币|现金)?[￥¥$]?[\\d一二两三四五六七八九十百千][^,]{0,12}(?:元|分|块)[^,]{0,8}$"
)
_EN_EVENT = re.compile(r"^(?:If|When|Where|In case of|In the event of|Should|On|Upon)\b[^,]*:$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Above:
    """What a node has from above."""

    norm: Norm | None = None
    binds: bool = False
    """From an intro that ends with a colon, not only from a heading."""
    bearer: str | None = None
    strength: str | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """A norm found, by its place among all, and whether nothing in its words decided."""

    index: int
    open: bool


def find_norms(nodes: Sequence[Provision], line_of: LineOf = line_in_text, title: str = "") -> list[FoundNorm]:
    """Return one norm per clause of the texts of *nodes*, in order.

    A line of a dialogue and a clause that is nothing but a quotation yield none.

    Args:
        nodes: The provisions of one document.
        line_of: Where they stand in the source.
        title: Title of the document; one that names steps or somebody's duties says what its provisions are.
    """
    above: dict[int, _Above] = {}
    out: list[FoundNorm] = []
    lists: dict[int, list[_Said]] = {}
    top = _from_title(title)
    for node, ancestors in walk(nodes):
        inherited = above.get(id(ancestors[-1]), top) if ancestors else top
        inherited = _with_heading(inherited, node.title)
        clauses = list(split_clauses(node.text)) if node.text else []
        judged = [(clause, judge(clause)) for clause in clauses]
        beside = lists.setdefault(id(ancestors[-1]) if ancestors else 0, [])
        for norm, undecided in _found(node, judged, inherited, line_of):
            beside.append(_Said(len(out), undecided))
            out.append(norm)
        above[id(node)] = _for_children(node, judged, inherited)
        _pass_on(node, ancestors, judged, above)
    for beside in lists.values():
        _agree(beside, out)
    return out


def _from_title(title: str) -> _Above:
    own = _with_heading(_Above(), title)
    return own if _STEPS.search(title) or (own.bearer and "职责" in folded(title).text) else _Above()


def _agree(beside: list[_Said], out: list[FoundNorm]) -> None:
    """Make duties of what nothing decided where most of what stands beside it asks for something."""
    asked = sum(out[said.index].norm in _ASKED for said in beside)
    rest = [said for said in beside if said.open]
    if asked >= _FEW and asked > len(beside) - len(rest) - asked:
        for said in rest:
            out[said.index] = replace(out[said.index], norm=Norm.DUTY.value, strength="must")


def _with_heading(inherited: _Above, title: str) -> _Above:
    if not title:
        return inherited
    who = titled(folded(title).text)
    if who:
        return _Above(Norm.DUTY, bearer=title[: len(who)] if not who.isascii() and title[:1] == who[:1] else who)
    for pattern, norm in _HEADING_PATTERNS:
        if pattern.search(folded(title).text):
            return _Above(norm, bearer=inherited.bearer if norm is Norm.DUTY else None)
    return inherited


def _for_children(node: Provision, judged: list[tuple[Clause, Judgement]], inherited: _Above) -> _Above:
    # The Landlord may enter / (i) … / (ii) …: a sentence that stops without a point goes on in its items.
    goes_on = bool(node.children and judged and judged[-1][0].view[-1:].isalpha() and judged[-1][0].view.isascii())
    intro = _intro(judged, goes_on=goes_on)
    if intro is None or not (node.children or judged):
        return inherited
    return intro


def _intro(judged: list[tuple[Clause, Judgement]], *, goes_on: bool = False) -> _Above | None:
    """Return what the last clause of a text hands to the list it introduces, or None if it introduces none."""
    if not judged or not (goes_on or _INTRO_END.search(judged[-1][0].view)):
        return None
    clause, own = judged[-1]
    if not own.explicit and (_EVENT.match(clause.view) or _EN_EVENT.match(clause.view)):
        return _Above(Norm.PROCEDURE, binds=True)
    if own.norm is Norm.STATEMENT and not own.explicit:
        # 队长： is whose the items are, 任职要求： what they are: a line that is only a name is a heading.
        name = clause.view.rstrip(":")
        if titled(name):
            return _Above(Norm.DUTY, bearer=titled(name))
        named = _with_heading(_Above(), name) if len(name) <= _NAME and not name.isascii() else _Above()
        if named.norm is Norm.STATEMENT:
            return replace(named, binds=True)
        return named if named.norm is not None and named.norm is not Norm.DUTY else None
    binds = own.norm in _BINDS or _CASES.search(clause.view) is not None
    return _Above(own.norm, binds, own.bearer, own.strength)


def _pass_on(
    node: Provision, ancestors: tuple[Provision, ...], judged: list[tuple[Clause, Judgement]], above: dict[int, _Above]
) -> None:
    """Hand an intro that is a paragraph of its own to the items beside it, and take it back behind the list."""
    if not ancestors or node.type != "paragraph":
        return
    intro = _intro(judged)
    if intro is None:
        return
    above[id(ancestors[-1])] = intro
    if len(ancestors) > 1 and ancestors[-1].children[-1] is node:
        # It closes the item before it: what it introduces are the items that follow that one.
        above[id(ancestors[-2])] = intro


def _found(
    node: Provision, judged: list[tuple[Clause, Judgement]], inherited: _Above, line_of: LineOf
) -> Iterator[tuple[FoundNorm, bool]]:
    """Yield each norm with whether nothing in its words, nor above it, decided."""
    current = inherited
    for clause, own in judged:
        if clause.turn or not any(c.isalnum() for c in clause.view):
            continue
        result = _merge(clause, own, current).settled()
        norm = FoundNorm(
            line_of(node, clause.start),
            clause.text,
            result.norm.value,
            result.explicit,
            result.bearer,
            result.strength,
            node.id,
            result.cue,
            tuple(norm.value for norm in result.also),
        )
        yield norm, result.norm is Norm.STATEMENT and own.open and current.norm is not Norm.STATEMENT
        # A list inside the sentence: 严禁下列行为：1.…；2.…
        if clause.view.endswith((":", "：")) and (intro := _intro([(clause, own)])):
            current = intro


def _merge(clause: Clause, own: Judgement, above: _Above) -> Judgement:
    if above.norm is None or _FIXED.search(clause.view):
        return own
    if above.norm in (Norm.PENALTY, Norm.REWARD) and own.norm is Norm.STATEMENT and _PRICED.search(clause.view):
        # Under 奖励: 全月无返洗的，200元.
        return replace(own, norm=above.norm)
    if above.norm is Norm.PERMISSION and above.bearer and not own.explicit and _is_power(clause, above.bearer):
        return replace(own, norm=Norm.POWER, bearer=above.bearer, strength="may")
    if above.norm is Norm.POWER and not own.explicit and (last := named_last(clause.view.rstrip("。;"))):
        # 审批权限： 五千元以下，采购主管.
        return replace(own, norm=above.norm, bearer=last, strength="may")
    if above.binds and above.norm is Norm.STATEMENT and own.soft:
        return replace(own, norm=Norm.STATEMENT, bearer=None, strength=None, open=False)
    if above.binds and above.norm in _BINDS and (own.soft or not own.explicit or above.norm is Norm.PENALTY):
        if own.explicit and own.norm in (Norm.PENALTY, Norm.REWARD):
            return own
        return replace(own, norm=above.norm, explicit=False, bearer=own.bearer or above.bearer, strength=above.strength)
    if above.norm is Norm.PROCEDURE and own.soft and own.norm in (Norm.POWER, Norm.DUTY):
        return replace(own, norm=above.norm, explicit=False, bearer=own.bearer or above.bearer)
    if own.explicit:
        return own if own.bearer else replace(own, bearer=above.bearer)
    if above.binds:
        return replace(own, norm=above.norm, bearer=own.bearer or above.bearer, strength=above.strength)
    if above.norm is Norm.DUTY:
        # A heading 岗位职责 makes duties of what merely names a task, but not of a definition of scope or a figure.
        short = len(clause.view) < _LIST_NOUN
        named = own.bearer or above.bearer
        norm = own.norm if short or own.norm is not Norm.STATEMENT or named is None else Norm.DUTY
        return replace(own, norm=norm, bearer=own.bearer or above.bearer, strength=own.strength or above.strength)
    if above.norm in (Norm.PROHIBITION, Norm.PROCEDURE, Norm.PENALTY, Norm.REWARD, Norm.DEFINITION):
        if own.norm is Norm.STATEMENT and above.norm is not Norm.PROHIBITION and not clause.view.endswith("的"):
            return own if above.norm in (Norm.PENALTY, Norm.REWARD) else replace(own, norm=above.norm)
        return replace(own, norm=above.norm) if above.norm is not Norm.REWARD or own.norm is Norm.DUTY else own
    return own


def _is_power(clause: Clause, bearer: str) -> bool:
    """Tell whether an item below The supervisor may: … or 甲方可以：… is a power of whom the intro names."""
    joint = " may " if clause.view.isascii() else "可以"
    whole = split_clauses(f"{bearer}{joint}{clause.text}")
    return bool(whole) and judge(whole[0]).norm is Norm.POWER
