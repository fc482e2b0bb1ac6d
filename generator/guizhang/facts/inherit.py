"""Norms of a whole document: what a clause does not say itself it has from the list's intro or the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guizhang.facts.bearers import titled
from guizhang.facts.clauses import Clause, folded, split_clauses
from guizhang.facts.found import FoundNorm, LineOf, Provision, line_in_text, walk
from guizhang.facts.headings import Above, with_heading
from guizhang.facts.implied import named_last
from guizhang.facts.judgement import Judgement
from guizhang.facts.norms import judge
from guizhang.model.regulation import Norm

# An intro with one of these says what the items are, whatever modal an item has inside.
_BINDS = frozenset((Norm.PENALTY, Norm.REWARD, Norm.PROHIBITION, Norm.PERMISSION, Norm.POWER, Norm.PROCEDURE))
_CASES = re.compile("下[列述]|左[列述]|以下|之一|如下")
# | 行为 | 处分 |: the rows below say what is meted out.
_PENALTY_HEAD = re.compile(
    r"\|(?:[^|\d]{1,12}\|)*? *(?:处[分罚]|惩[罚处戒]|罚则|扣[款分])(?:种类|方式|标准|办法|措施|结果)? *\|(?:[^|\d]{1,12}\|)* *$"
)
_ROWS = Above(Norm.PENALTY, binds=True)
# 有下列行为之一的，应当立即制止: what is to be stopped is done by nobody.
_STOPPED = re.compile("(?:行为|情事)(?:之一)?[的者]?,[^,]{0,12}?(?:制止|劝阻|阻止|纠正)[^,]{0,8}[:。]?$")
_OF_LIST = re.compile(r"[下左][列述]|以下|之一|\bfollowing\b", re.IGNORECASE)
# 有下列情形之一者，予以记功: the colon is often left out.
_INTRO_END = re.compile(
    "[::]$|(?:如下|以下|下列|左列)[^,。]{0,10}[。:]?$|[有犯具备合为](?:以下|[下左][列述])[^,。]{1,20}(?:[的者]|之一),?[^。]{2,24}。?$"
    # 对下列行为给予记分处罚。
    "|(?:以下|[下左][列述])[^,。]{0,8}(?:行为|情形|情况|表现|情事)[^,。]{0,24}(?:处[分罚]|惩[罚处戒]|奖励|表彰|鼓励|[扣加减]分)[^,。]{0,8}。?$"
)
# 上班须打卡，有下列情形之一的，按旷工处理：what the items are is said from here on.
_TURN = re.compile(
    "(?<=,)(?:但|并|且|如|若|凡|对)?(?:有|具有|具备|符合|属于?|犯有)(?:[下左][列述]|以下)[^,]{1,20}(?:[的者]|之一),"
)
# 目的, scope and validity are said in so many words; a heading does not turn them into duties.
_FIXED = re.compile("适用于|制定本|起(?:施行|执行|实施|生效)|特制定|解释权")
_NAMED = re.compile("[的者],?[均皆即]?[为是系]|[是系]指")
_LIST_OF = re.compile(
    "^[^,]{2,12}(?:共?分为?|分成|有)[^,]{0,4}[两二三四五六七八九十\\d]+个?(?:大?类|级|种|档|等|类型)$"
)
_CASE = re.compile("[^,]{2,}[的者][。;、]?(?:或|和|及)?$")
# 五日内及时报销 is asked for even below a heading of penalties.
_DEMANDS = re.compile("(?:及时|按时|按期|如期|主动|立即|如实)(?!.*(?:者|的)[。;]?$)")
_STEPS = re.compile("(?:流程|步[骤驟])$|^(?:Steps|Procedure)", re.IGNORECASE)
_ASKED = frozenset((Norm.DUTY.value, Norm.PROHIBITION.value))
_FEW = 2
"""Fewer rules than this beside an open clause decide nothing."""
_EVENT = re.compile(
    "^[^,]{2,10}(?:当[天日]|发生[时后]|手续)[::]$|^[^,]{0,10}(?:故障|停[电水气]|火[灾警情]|事故|受伤|异常|泄[漏露]|报警|中断|入职|离职|走失|昏倒|晕倒|抢劫|盗窃|困人|爆炸|漏[水电气])[^,]{0,3}[时后][::]$"
)
_ROOT = 0
"""Stands for the id of what is above the outermost provisions."""
_NAME = 10
"""Most signs of an intro that is read as a heading."""
_STOPS = ("。", ".", "；", ";")
_LIST_NOUN = 4
"""A clause shorter than this is a name in a list, not a rule."""


_PRICED = re.compile(
    "^[^,:]{2,40}(?:[,: ] ?)(?:每[次人处件项天日起宗]|各|加|减|扣|罚|奖)?(?:人民币|现金)?[￥¥$]?[\\d一二两三四五六七八九十百千][^,]{0,12}(?:元|分|块)[^,]{0,8}$"
)
_EN_EVENT = re.compile(r"^(?:If|When|Where|In case of|In the event of|Should|On|Upon)\b[^,]*:$", re.IGNORECASE)


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
    above: dict[int, Above] = {}
    out: list[FoundNorm] = []
    lists: dict[int, list[_Said]] = {}
    top = _from_title(title)
    table: Above | None = None
    listed: set[int] = set()
    for node, ancestors in walk(nodes):
        if not ancestors and node.type != "item":
            above.pop(_ROOT, None)
        home = id(ancestors[-1]) if ancestors else _ROOT
        inherited = above.get(home, top)
        if node.type == "item":
            listed.add(home)
        elif node.type == "paragraph" and home in listed and ancestors and inherited.binds:
            # Behind the list a paragraph speaks for itself again.
            inherited = above.get(id(ancestors[-2]) if len(ancestors) > 1 else _ROOT, top)
        # A table may be a paragraph for each row.
        table = table if node.text.startswith("|") else None
        inherited = table or inherited
        clauses = split_clauses(node.text) if node.text else _spoken(node.title)
        if node.text or not clauses:
            inherited = with_heading(inherited, node.title)
        judged = [(clause, judge(clause)) for clause in clauses]
        beside = lists.setdefault(id(ancestors[-1]) if ancestors else _ROOT, [])
        for norm, undecided in _found(node, judged, inherited, line_of):
            beside.append(_Said(len(out), undecided))
            out.append(norm)
        if _PENALTY_HEAD.match(node.text):
            table = _ROWS
        above[id(node)] = _for_children(node, judged, inherited)
        _pass_on(node, ancestors, judged, above)
    for beside in lists.values():
        _agree(beside, out)
    return out


def _spoken(title: str) -> tuple[Clause, ...]:
    """Return the clauses a heading without a text is, if it has a stop, or is a sentence that lost it: 员工处分分为四种.

    What a heading names is no sentence, whatever modal it holds: 不得报销的费用, 员工应当遵守的规定.
    """
    clauses = split_clauses(title)
    if not clauses or (
        not title.rstrip().endswith(_STOPS)
        and (len(clauses) != 1 or not (_LIST_OF.search(clauses[0].view) or _INTRO_END.search(clauses[0].view)))
    ):
        return ()
    own = judge(clauses[0])
    return clauses if own.explicit and not own.soft else ()


def _from_title(title: str) -> Above:
    own = with_heading(Above(), title)
    return own if _STEPS.search(title) or (own.bearer and "职责" in folded(title).text) else Above()


def _agree(beside: list[_Said], out: list[FoundNorm]) -> None:
    """Make duties of what nothing decided where most of what stands beside it asks for something."""
    asked = sum(out[said.index].norm in _ASKED for said in beside)
    rest = [said for said in beside if said.open]
    if asked >= _FEW and asked > len(beside) - len(rest) - asked:
        for said in rest:
            out[said.index] = replace(out[said.index], norm=Norm.DUTY.value, strength="must")


def _for_children(node: Provision, judged: list[tuple[Clause, Judgement]], inherited: Above) -> Above:
    # The Landlord may enter / (i) … / (ii) …: a sentence that stops without a point goes on in its items.
    goes_on = bool(node.children and judged and judged[-1][0].view[-1:].isalpha() and judged[-1][0].view.isascii())
    intro = _intro(judged, goes_on=goes_on)
    if intro is None or not (node.children or judged):
        return inherited
    return intro


def _intro(judged: list[tuple[Clause, Judgement]], *, goes_on: bool = False) -> Above | None:
    """Return what the last clause of a text hands to the list it introduces, or None if it introduces none."""
    if not judged or not (goes_on or _INTRO_END.search(judged[-1][0].view)):
        return None
    clause, own = judged[-1]
    if turn := _TURN.search(clause.view):
        own = replace(
            judge(replace(clause, view=clause.view[turn.start() :], text=clause.view[turn.start() :])),
            bearer=own.bearer,
        )
    if not own.explicit and (_EVENT.match(clause.view) or _EN_EVENT.match(clause.view)):
        return Above(Norm.PROCEDURE, binds=True)
    if own.norm is Norm.STATEMENT and not own.explicit:
        # 队长： is whose the items are, 任职要求： what they are: a line that is only a name is a heading.
        name = clause.view.rstrip(":")
        if titled(name):
            return Above(Norm.DUTY, bearer=titled(name))
        named = with_heading(Above(), name) if len(name) <= _NAME and not name.isascii() else Above()
        if named.norm is Norm.STATEMENT:
            return replace(named, binds=True)
        return named if named.norm is not None and named.norm is not Norm.DUTY else None
    if own.norm is Norm.DUTY and _STOPPED.search(clause.view):
        return Above(Norm.PROHIBITION, binds=True, strength="must")
    binds = own.norm in _BINDS or _CASES.search(clause.view) is not None
    return Above(own.norm, binds, own.bearer, own.strength)


def _pass_on(
    node: Provision, ancestors: tuple[Provision, ...], judged: list[tuple[Clause, Judgement]], above: dict[int, Above]
) -> None:
    """Hand an intro that is a paragraph of its own to the items beside it, and take it back behind the list."""
    if node.type != "paragraph":
        return
    intro = _intro(judged)
    if intro is None:
        return
    # It may close the item before it: what it introduces are the items that follow that one.
    closes = bool(ancestors) and ancestors[-1].children[-1] is node
    for home in (*ancestors[-1:], *(ancestors[-2:-1] if closes else ())):
        above[id(home)] = intro
    if len(ancestors) <= closes:
        # 双方约定如下 stands above a whole contract: only 下列行为 that are forbidden, let or punished are a list.
        above.pop(_ROOT, None)
        if intro.norm in _BINDS and _OF_LIST.search(judged[-1][0].view):
            above[_ROOT] = intro


def _found(
    node: Provision, judged: list[tuple[Clause, Judgement]], inherited: Above, line_of: LineOf
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
        if _PENALTY_HEAD.match(clause.text):
            current = _ROWS
        # A list inside the sentence: 严禁下列行为：1.…；2.…
        if clause.view.endswith((":", "：")) and (intro := _intro([(clause, own)])):
            current = intro


def _merge(clause: Clause, own: Judgement, above: Above) -> Judgement:
    if above.norm is None or _FIXED.search(clause.view):
        return own
    if (
        above.norm in (Norm.PENALTY, Norm.REWARD)
        and (own.norm is Norm.STATEMENT or own.soft)
        and _PRICED.search(clause.view)
    ):
        # Under 奖励: 全月无返洗的，200元.
        return replace(own, norm=above.norm)
    if above.norm is Norm.PERMISSION and above.bearer and not own.explicit and _is_power(clause, above.bearer):
        return replace(own, norm=Norm.POWER, bearer=above.bearer, strength="may")
    if above.norm is Norm.POWER and not own.explicit and (last := named_last(clause.view.rstrip("。;"))):
        # 审批权限： 五千元以下，采购主管.
        return replace(own, norm=above.norm, bearer=last, strength="may")
    if own.explicit and not own.soft and clause.view.endswith(":"):
        # It introduces a list of its own.
        return own if own.bearer else replace(own, bearer=above.bearer)
    if (listed := _listed(clause, own, above)) is not None:
        return listed
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
    if above.norm is Norm.PENALTY and own.norm is Norm.DUTY and _DEMANDS.search(clause.view):
        return own
    if above.norm in (Norm.PROHIBITION, Norm.PROCEDURE, Norm.PENALTY, Norm.REWARD, Norm.DEFINITION):
        if own.norm is Norm.STATEMENT and above.norm is not Norm.PROHIBITION and not clause.view.endswith("的"):
            return own if above.norm in (Norm.PENALTY, Norm.REWARD) else replace(own, norm=above.norm)
        return replace(own, norm=above.norm) if above.norm is not Norm.REWARD or own.norm is Norm.DUTY else own
    return own


def _listed(clause: Clause, own: Judgement, above: Above) -> Judgement | None:
    """Return what a clause does by the list it stands in, where the list outranks its own words; else None."""
    if above.norm is not None and above.names and (own.soft or not own.explicit):
        return replace(own, norm=above.norm, explicit=False, bearer=None, strength=None, open=False)
    if above.binds and above.norm is Norm.STATEMENT and own.soft:
        return replace(own, norm=Norm.STATEMENT, bearer=None, strength=None, open=False)
    case = above.binds and _CASE.search(clause.view) is not None
    if above.norm is Norm.PROCEDURE and own.norm is Norm.DUTY and own.strength == "should":
        # 请住户在工单上签字 among steps is done by whoever takes the steps.
        return replace(own, norm=above.norm, explicit=False, bearer=above.bearer, cue=None)
    if above.binds and above.norm in _BINDS and (case or own.soft or not own.explicit or above.norm is Norm.PENALTY):
        # Below 有下列情形之一者，予以嘉奖: an item that is a case (一年内记功两次者) says nothing of its own.
        named = own.norm is Norm.DEFINITION and _NAMED.search(clause.view)
        if own.explicit and (named or own.norm in (Norm.PENALTY, Norm.REWARD)) and not case:
            return own
        # 甲方有下列情形之一的，乙方可以解除合同: its items tell of 甲方 what lets 乙方.
        held = above.norm in (Norm.POWER, Norm.PERMISSION) and above.bearer is not None and own.norm is not above.norm
        who = above.bearer if held else own.bearer or above.bearer
        return replace(own, norm=above.norm, explicit=False, bearer=who, strength=above.strength)
    return None


def _is_power(clause: Clause, bearer: str) -> bool:
    """Tell whether an item below The supervisor may: … or 甲方可以：… is a power of whom the intro names."""
    joint = " may " if clause.view.isascii() else "可以"
    whole = split_clauses(f"{bearer}{joint}{clause.text}")
    return bool(whole) and judge(whole[0]).norm is Norm.POWER
