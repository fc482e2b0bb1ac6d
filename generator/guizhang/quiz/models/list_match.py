"""List match: a list that says something of each of several cases; cases and what is said of them are to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, ItemType, Pair
from guizhang.model.regulation import Level, Node, Norm
from guizhang.model.text import Lang, Text
from guizhang.quiz.material.approvals.scales import DEPARTMENT, graded, steps_up
from guizhang.quiz.material.made import Declined, Made, capital, coinciding, item_of
from guizhang.quiz.material.ranks import rank
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import bare, escaped

NAME = "list-match"
ASKS = Message("分情形规定的清单（“情形，怎样办”，三项以上）", "a list of the form “case, what then”, three or more")
_IN_STEP = Message("左右两边按大小或者先后就能对上", "the two sides match by size or order alone")
_FIGURE = re.compile(r"[\d一二三四五六七八九十百千半]")
_FIRST = re.compile("初次|首次|第[一1]次|初犯")
_HOURS = re.compile(r"\d{1,2}:\d\d")
_A_CASE = re.compile("^[^，]*[的者]，")
_FEWEST = 3
_MOST = 6
_SMALL = set("的和或与及是有在，、")
_PLAIN_LISTS = (Norm.DUTY, Norm.PROHIBITION)
_SPLIT: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"([^，；]{2,24}?)的?，([^；]{2,40})"),
    "en": re.compile(r"(?:for |in case of |the )?([^,; ]+ [^,;]{2,60}), ([^;]{2,120})"),
}


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every list of which each point names a case and what holds in it."""
    beneath: dict[int, list[Clause]] = {}
    for clause in rules.clauses:
        if clause.place.node.level is Level.ITEM and clause.place.ancestors:
            beneath.setdefault(id(clause.place.ancestors[-1]), []).append(clause)
    for clause in rules.clauses:
        points = beneath.get(id(clause.place.node), [])
        lead = clause.lead() if clause.introduces else None
        if clause.place.norm in _PLAIN_LISTS:
            continue  # 干净，没有污迹 says one thing in two ways
        if lead is None or not _FEWEST <= len(points) == len(clause.listed) <= _MOST:
            continue
        pairs = [p for point, node in zip(points, clause.listed, strict=True) if (p := _pair(point, node)) is not None]
        cases = sum(_A_CASE.search(text.zh or "") is not None for p in points if (text := p.place.node.text))
        if len(pairs) < len(points) or 0 < cases < len(points):
            continue  # some points are no case with what follows on it
        if _in_step(pairs) or _both_rise(rules, pairs):
            yield Declined(clause.address, _IN_STEP)
            continue
        sides = ([p.left for p in pairs], [p.right for p in pairs])
        twice = next(filter(None, map(coinciding, sides)), None)
        if twice is not None:
            yield Declined(clause.address, twice, clause.shown)
            continue
        where = clause.said_where
        yield item_of(
            clause,
            NAME,
            str(clause.ordinal),
            ItemType.MATCHING,
            also=tuple(points),
            level=CognitiveLevel.UNDERSTAND,
            difficulty=3,
            stem=asked(clause, lead, "把左右两边对应起来。", " Match the two sides."),
            pairs=tuple(Pair(left=escaped(pair.left), right=escaped(pair.right)) for pair in pairs),
            rationale=clause.said(
                f"{where.zh}：" + "；".join(f"{p.left.zh}：{p.right.zh}" for p in pairs) + "。",
                f"{where.en}: " + "; ".join(f"{p.left.en}: {p.right.en}" for p in pairs) + ".",
            ),
        )


def _both_rise(rules: Rules, pairs: Sequence[Pair]) -> bool:
    """Tell whether both sides go from light to heavy: one degree or measure after another, and posts each above the last."""
    lefts, rights = [p.left.either("zh") for p in pairs], [p.right.either("zh") for p in pairs]
    posts = [[Text(zh=name) for name in rules.parties_named(p.right) if p.right.zh is not None] for p in pairs]
    decided = all(posts) and steps_up([max(rank(post) or DEPARTMENT for post in named) for named in posts])
    return graded(lefts) and (graded(rights) or decided)


def _in_step(pairs: Sequence[Pair]) -> bool:
    """Tell whether figures on both sides, or shifts and their hours, match by their order alone, or a case by its name."""
    lefts, rights = [p.left.either("zh") for p in pairs], [p.right.either("zh") for p in pairs]
    if any(_named_by_own(left, n, rights) for n, left in enumerate(lefts)):
        return True
    counted = all(map(_FIGURE.search, lefts)) and sum(_FIGURE.search(said) is not None for said in rights) > 1
    return counted or any(map(_FIRST.match, lefts)) or all(map(_HOURS.match, rights))


def _named_by_own(left: str, n: int, rights: Sequence[str]) -> bool:
    """Tell whether what is said of a case takes up a sign of its name that is said of no other: 周会，检查周计划."""
    elsewhere = set("".join(right for at, right in enumerate(rights) if at != n))
    return bool(set(left) & set(rights[n]) - elsewhere - _SMALL)


def _pair(point: Clause, node: Node) -> Pair | None:
    """Return the two sides of a point, as *node* has it in its list."""
    if node.body or node.text is None:
        return None
    left: dict[Lang, str] = {}
    right: dict[Lang, str] = {}
    for lang in point.langs:
        match = _SPLIT[lang].fullmatch(bare(point.handbook.plain(node.text.either(lang), lang, point.place)))
        if match is None:
            return None
        left[lang], right[lang] = match[1], match[2]
        if lang == "en":
            left[lang], right[lang] = capital(match[1]), capital(match[2])
    return Pair(left=Text(zh=left.get("zh"), en=left.get("en")), right=Text(zh=right.get("zh"), en=right.get("en")))
