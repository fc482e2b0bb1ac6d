"""Written answers made from a rule: what has to be recalled, with a marking guide of one mark a point.

Nothing is offered to choose from, so that neither the look of options nor good sense gives the answer; whoever marks has
the points of the rule beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from guizhang.model.item import CognitiveLevel, GuidePoint, Item, ItemType
from guizhang.model.numbering import cited_label
from guizhang.model.text import Lang, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.lists.hand_over import bound_together
from guizhang.quiz.material.lists.written_lists import FEWEST, WrittenList
from guizhang.quiz.material.made import capital, item_id, item_of, lower
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import COLON, DOTS, SEMICOLON, UNLED
from guizhang.quiz.quoting.texts import escaped, inner

_DENIES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("不|禁止"),
    "en": re.compile(r"\b(?:no|not|never)\b", re.IGNORECASE),
}
_PLAINLY: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?P<who>[^，：；]{0,10}?)(?:不得|严禁|禁止)……"),
    "en": re.compile(
        r"(?:It is strictly prohibited to|(?P<who>(?:\w+ ){1,4}?)(?:must not|(?:is|are) prohibited to)) …"
    ),
}
# The colon behind a name, not one inside a quotation.
_COLON, _COLON_EN = re.compile("：(?=[^”]*(?:“[^”]*”[^”]*)*$)"), re.compile(r": (?=[^”]*(?:“[^”]*”[^”]*)*$)")
_FEWEST, MOST = 3, 9
_PART = 3
"""Points of a part at most."""


def asked_list(here: WrittenList, zh: str, en: str) -> Text:
    """Return a stem that quotes the introduction of a list and asks *zh* and *en* of it.

    What heading and introduction both deny (No careless promises: Staff must not promise) is said once: by the
    introduction, behind the number of the article, or by the heading, beside those it holds for, where the introduction is no more
    than that they must not.
    """
    clause, heading, lead = here.clause, here.clause.heading, here.lead
    if heading is None or not any(
        _DENIES[lang].search(heading.either(lang)) and _DENIES[lang].search(lead.either(lang)) for lang in clause.langs
    ):
        return asked(clause, lead, zh, en)
    plainly = {lang: _PLAINLY[lang].fullmatch(lead.either(lang)) for lang in clause.langs}
    if all(plainly.values()):
        where = clause.said_where
        who = {lang: match["who"] or "" for lang, match in plainly.items() if match is not None}
        by = (f"{who['zh']}不得有的" if who.get("zh") else "禁止的", lower((who.get("en") or "").strip()))
        listed = f"what {by[1]} must not do" if by[1] else "what is prohibited"
        return clause.said(f"{where.zh}列出了{by[0]}几种行为。{zh}", f"{where.en} lists {listed}.{en}")
    named, place = clause.regulation_named, clause.handbook.provisions.get(clause.address)
    number = {lang: cited_label(place, lang) if place is not None else "" for lang in clause.langs}
    at = f", {number['en']}" if number.get("en") else ""
    return clause.said(
        f"{named.zh}{number.get('zh', '')}规定：“{lead.zh}”{zh}", f"{named.en}{at} says: “{lead.en}”{en}"
    )


def numbered(here: WrittenList, n: int) -> Text:
    """Return the point of a list at place *n*, from 1, with its place in front of it."""
    point = here.points[n - 1]
    return Text(zh=f"第{n}{here.one.zh}：{point.zh}" if point.zh else None, en=f"{n}. {point.en}" if point.en else None)


def listing(here: WrittenList) -> Text:
    """Return a rationale that quotes a list behind its introduction, so that what must not be done is not read as a duty."""
    where = here.clause.said_where
    quoted = {lang: _quoted(here, lang) for lang in here.clause.langs}
    return here.clause.said(f"{where.zh}：“{quoted.get('zh')}。”", f"{where.en}: “{quoted.get('en')}.”")


def _quoted(here: WrittenList, lang: Lang) -> str:
    arrow = "→" if lang == "zh" else " → "
    steps = arrow.join(_inside(point.either(lang), lang) for point in here.points)
    listed = steps if here.ordered else in_a_row(here.points, lang)
    if here.lead == UNLED:
        return capital(inner(listed))
    return f"{here.lead.either(lang).removesuffix(DOTS[lang])}{COLON[lang]}{inner(listed)}"


def in_a_row(points: Sequence[Text], lang: Lang) -> str:
    """Return points one behind the other, as they stand behind a colon: with numbers where one of them has several parts."""
    said = [_inside(point.either(lang), lang) for point in points]
    mark = SEMICOLON[lang]
    if any(mark in text for text in said):
        left, right = ("（", "）") if lang == "zh" else ("(", ") ")
        said = [f"{left}{n}{right}{text}" for n, text in enumerate(said, start=1)]
    return (mark if lang == "zh" else f"{mark} ").join(said)


def _inside(point: str, lang: Lang) -> str:
    """Return a point inside a sentence, a dash behind what it names: A类贵客——500元."""
    return _COLON.sub("——", point, count=1) if lang == "zh" else _COLON_EN.sub(" – ", lower(point), count=1)


def written_item(
    clause: Clause,
    model: str,
    last: str,
    *,
    stem: Text,
    points: Sequence[Text],
    rationale: Text,
    also: Sequence[Clause] = (),
    facts: Iterable[str] | None = None,
    level: CognitiveLevel = CognitiveLevel.RECALL,
    difficulty: int = 3,
) -> Item:
    """Return a short-answer item about *clause* that wants *points*, each worth as much as the others."""
    return item_of(
        clause,
        model,
        last,
        ItemType.SHORT_ANSWER,
        also=also,
        facts=facts,
        level=level,
        difficulty=difficulty,
        stem=stem,
        guide=tuple(GuidePoint(text=escaped(point), points=Decimal(1)) for point in points),
        rationale=rationale,
    )


def parts(here: WrittenList) -> list[list[int]]:
    """Return the places of the points that are asked for together, the others given; none of a list too short or too long.

    Points that hand each other over are asked for together, or given together. Each part is an item of ``missing-points``; the
    models that spread their items over the articles count it.
    """
    blanks = set(here.blanks)
    together = bound_together(here.points, here.clause.langs)
    return dealt(here, [group for group in together if blanks.issuperset(group)])


def dealt(here: WrittenList, together: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the places of points in parts of two or three, or a few more where *together* keeps more of them in one.

    They are keyed by the id of ``missing-points``.
    """
    if not _FEWEST <= len(here.points) <= MOST:
        return []
    name = item_id("missing-points", here.clause.address, str(here.clause.ordinal))
    mixed = keyed_order(together, lambda group: str(group[0]), name)
    count = sum(map(len, mixed))
    if len(mixed) == len(here.points) == _FEWEST:
        return [sorted(n for group in two for n in group) for two in (mixed[:FEWEST], mixed[1:])]
    found: list[list[int]] = [[] for _ in range(max(2 if count == len(here.points) else 1, -(-count // _PART)))]
    for group in mixed:
        min(found, key=len).extend(group)
    return [sorted(part) for part in found if FEWEST <= len(part) < len(here.points)]
