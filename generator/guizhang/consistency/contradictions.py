"""Rules that contradict each other: two sentences that say the same of the same, with different figures.

Two sentences are about the same when their content words agree almost entirely and neither has a word that narrows its
case (an urgent complaint is not any complaint, sick leave is not personal leave), nor each a word of its own in the place
of one of the other's (a taxi to a customer, a taxi to a supplier). They contradict each other when one
figure differs and no value meets both. Where several differ, one of them may be the case of the others (100 yuan for 3 late
arrivals, 200 for 5): then the words must be the very same, and each of these figures what somebody has to do. A rule for
some roles beside one for everybody, or for others, is scoped and no contradiction. The points of lists are compared by
their own words as well, for what introduces a list is said of them all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from guizhang.consistency.amounts import Amount, amount
from guizhang.consistency.statements import Statement, statements_with_figures, without
from guizhang.consistency.words import content_words
from guizhang.model.handbook import Handbook
from guizhang.model.text import Lang
from guizhang.zh.quantities import Figure, FigureKind, Limit

# Shared words out of all words of both. Three quarters allow one word in four to be put otherwise (回复客户, 回复);
# at two thirds a sentence of three words is "the same" as one about another thing.
_ALIKE = 0.75
_ENOUGH = 4
_NARROWS = re.compile(
    "紧急|重大|严重|一般|普通|特殊|特急|轻微|较[轻重大]|[轻中重]度|[一二三四五甲乙丙丁A-E][级类档]|首次|初次|再次|第[一二三四五六七八九十]|病假|事假|年假|婚假|产假|丧假|调休|[早中晚夜]班|工作日|休息日|"
    "节假日|周末|试用|正式|实习|兼职|临时|新入职|老客户|新客户|贵宾|会员|内部|外部|上门|书面|口头|电话|邮件|线上|线下|国内|国外|"
    r"\b(?:urgent|serious|major|minor|general|ordinary|first|second|final|repeated|sick|personal|annual|maternity|night|"
    r"early|late shift|working day|rest day|holiday|weekend|probation\w*|part-time|temporary|new|written|verbal|telephone|"
    r"email|internal|external)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?P<month>自然月|[当每本]月|每个月|一个月|月内|\b(?:a|per|each|one|calendar|any) (?:calendar )?month\b)|"
    r"(?P<year>[当每全]年|年度|一年|自然年|\b(?:a|per|each|one|calendar|any) (?:calendar )?year\b)|"
    r"(?P<week>[每当]周|一周|\b(?:a|per|each|one) week\b)|(?P<day>[每当][天日]|\b(?:a|per|each) day\b)"
)
_MOST = 60
"""Sentences that may share a word: what more of them have in common says nothing about any two."""
_BEARER = re.compile(
    "客服(?:人员|专员|代表)?|专员|员工|工作人员|人员|职工|公司|客户|顾客|主管|经理|经办人|同事|staff|employees?|agents?|customers?|supervisors?|managers?",
    re.IGNORECASE,
)

_DEMAND: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("应当|必须|應當|必須|不得|[应應须須]"),
    "en": re.compile(r"\b(?:must|shall|should|may not)\b", re.IGNORECASE),
}
_CASE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[每满滿达達逾的者]|(?<!不得)(?<![不未])超过|如|若|凡"),
    "en": re.compile(r"\b(?:if|when|where|unless|for|per|each|every|who|which|that|with)\b", re.IGNORECASE),
}
_QUALIFIES = re.compile("[以之]?[上下内外前后]?[的者]|[时時]")


@dataclass(frozen=True)
class Contradiction:
    """Two sentences that cannot both be followed."""

    first: Statement
    second: Statement
    differing: tuple[tuple[Figure, Figure], ...]
    """The figures in which they differ: what each says, in that order."""

    def of(self, address: str) -> bool:
        """Tell whether the provision at *address* has part in it."""
        return address in (self.first.address, self.second.address)


def contradictions(handbook: Handbook) -> tuple[Contradiction, ...]:
    """Return the contradictions among all adopted provisions, in printed order, each pair of sentences once."""
    return tuple(_search(statements_with_figures(handbook)))


def disputed(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """Return the provisions that no item rests on, each with the addresses of those that contradict it, maybe its own."""
    found: dict[str, dict[str, None]] = {}
    for pair in contradictions(handbook):
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            found.setdefault(one.address, {})[other.address] = None
    return {address: tuple(others) for address, others in found.items()}


def _search(said: Sequence[Statement]) -> Iterator[Contradiction]:
    seen: set[tuple[int, int]] = set()
    for one, other in _near(said):
        differing = _at_odds(one, other)
        if not differing:
            continue
        # The translation of a pair says no more than the pair.
        pair = (id(one.place.node), id(other.place.node))
        if pair not in seen:
            seen.add(pair)
            yield Contradiction(one, other, differing)


def _near(said: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs about the same thing for the same people."""
    about = [_about(statement) for statement in said]
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(about):
        for word in words:
            by_word[word].append(i)
    # Two sentences that agree in three words of four share one of the rarest of either.
    pairs: set[tuple[int, int]] = set()
    for words in about:
        rarest = sorted(words, key=lambda word: (len(by_word[word]), word))[: len(words) // 4 + 1]
        pairs |= {pair for word in rarest if len(by_word[word]) <= _MOST for pair in combinations(by_word[word], 2)}
    for i, j in sorted(pairs):
        shared, either = about[i] & about[j], about[i] | about[j]
        if len(shared) < _ALIKE * len(either) or not (_same_point(said[i], said[j]) and _same_case(said[i], said[j])):
            continue
        if said[i].introduces and said[j].introduces:
            continue  # 下列行为记3分：, 下列行为记1分： are of different lists, whose points are compared with them
        if _own(about[i], about[j]) and _own(about[j], about[i]):
            continue  # one word in the place of another: whoever looks for customers does not visit them
        # A short sentence says what it is about in its heading: 保存期限为三年.
        if len(shared) >= _ENOUGH or (len(shared) >= _fewest(about[i], about[j]) and _same_heading(said[i], said[j])):
            yield said[i], said[j]


def _own(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether some word says what the *others* do not; pairs of Chinese characters that only come of how words meet do not."""
    known = set("".join(others))
    return any(word.isascii() or not set(word) <= known for word in words - others)


def _same_point(one: Statement, other: Statement) -> bool:
    """Tell whether two items of lists are about the same by their own words: the intro is that of every point."""
    if one.point is None or other.point is None:
        return True
    first, second = (_words(statement.point or "", statement.lang) for statement in (one, other))
    return bool(first & second) and len(first & second) >= _ALIKE * len(first | second)


def _fewest(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many words short sentences must share: one is enough where neither has another."""
    return 1 if one == other else 2


def _same_heading(one: Statement, other: Statement) -> bool:
    first, second = (_heading(statement) for statement in (one, other))
    return not first or not second or bool(first & second)


def _heading(statement: Statement) -> frozenset[str]:
    title = next((node.title for node in statement.place.lineage if node.title), None)
    return content_words((title.get(statement.lang) if title else "") or "", statement.lang)


def _about(statement: Statement) -> frozenset[str]:
    return _words(without(statement.text, statement.figures), statement.lang)


def _words(plain: str, lang: Lang) -> frozenset[str]:
    return content_words(_BEARER.sub(" ", _PERIOD.sub(" ", plain)), lang)


def _same_case(one: Statement, other: Statement) -> bool:
    if one.lang != other.lang or one.forbids != other.forbids or not _same_people(one, other):
        return False
    if {m.group().lower() for m in _NARROWS.finditer(one.text)} != {
        m.group().lower() for m in _NARROWS.finditer(other.text)
    }:
        return False
    periods = [{m.lastgroup for m in _PERIOD.finditer(s.text)} for s in (one, other)]
    bearers = [set(_BEARER.findall(s.text)) for s in (one, other)]
    return all(not (a and b) or a <= b or b <= a for a, b in (periods, bearers))


def _same_people(one: Statement, other: Statement) -> bool:
    """Tell whether two rules bind the same people; one for some beside one for all is an exception, not a contradiction."""
    first, second = set(one.place.applies_to), set(other.place.applies_to)
    return first == second or bool(first & second and first - second and second - first)


def _at_odds(one: Statement, other: Statement) -> tuple[tuple[Figure, Figure], ...]:
    """Return the pairs of figures that cannot both be met, where all the others agree."""
    first, second = _amounts(one), _amounts(other)
    if [family for _, (family, _) in first] != [family for _, (family, _) in second]:
        return ()
    pairs = list(zip(first, second, strict=True))
    differing = tuple((a[0], b[0]) for a, b in pairs if _incompatible(a, b))
    # 以上 and 超过 differ by the end itself: too little for another case.
    agreeing = sum((a.low, a.high) == (b.low, b.high) for (_, (_, a)), (_, (_, b)) in pairs)
    if agreeing + len(differing) < len(pairs):
        return ()
    demanded = all(_demanded(one, mine) and _demanded(other, theirs) for mine, theirs in differing)
    if not demanded and any(a[1][1].meets(b[1][1]) for a, b in pairs if _incompatible(a, b)):
        # 不足60分钟 in one row of a table, 60分钟以上 in the next: two cases, side by side.
        return ()
    return differing if len(differing) < 2 or (demanded and _about(one) == _about(other)) else ()


def _demanded(statement: Statement, figure: Figure) -> bool:
    """Tell whether a figure is plainly what has to be done, and not the case in which something has to be."""
    demand = _DEMAND[statement.lang].search(statement.text[: figure.start])
    since = statement.text[demand.end() : figure.start] if demand else ""
    case = _CASE[statement.lang].search(since) or _QUALIFIES.match(statement.text[figure.end :])
    return demand is not None and case is None


def _amounts(statement: Statement) -> list[tuple[Figure, tuple[str, Amount]]]:
    """Return the figures with their kind (and unit, for counts) and what they allow, periods left out."""
    # 一个月内 is a period where something is counted in it, and a deadline elsewhere.
    counts = any(figure.kind is FigureKind.COUNT for figure in statement.figures)
    periods = [m.span() for m in _PERIOD.finditer(statement.text)] if counts else []
    found = []
    for figure in statement.figures:
        allowed = amount(figure)
        if allowed is None or any(start <= figure.start and figure.end <= end for start, end in periods):
            continue
        kind, unit = allowed.family
        found.append((figure, (kind if kind != "count" else f"count {unit}", allowed)))
    return found


def _incompatible(a: tuple[Figure, tuple[str, Amount]], b: tuple[Figure, tuple[str, Amount]]) -> bool:
    (one, (_, first)), (other, (_, second)) = a, b
    if first.family != second.family:
        return True
    if one.bound == other.bound and one.bound in (Limit.MAX, Limit.MIN):
        return (first.low, first.high) != (second.low, second.high)
    return not first.overlaps(second) or (one.bound is other.bound is Limit.RANGE and first != second)
