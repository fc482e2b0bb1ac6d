"""Written answers made from a rule: what has to be recalled, with a marking guide of one mark a point.

Nothing is offered to choose from, so that neither the look of options nor good sense gives the answer; whoever marks has
the points of the rule beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from guizhang.model.item import CognitiveLevel, GuidePoint, Item, ItemType
from guizhang.model.numbering import cited_label
from guizhang.model.text import Lang, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.hand_over import bound_together
from guizhang.quiz.material.made import item_id, item_of, lower
from guizhang.quiz.material.sayings import asked
from guizhang.quiz.material.written_lists import FEWEST, WrittenList
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import escaped

_DENIES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("不|禁止"),
    "en": re.compile(r"\b(?:no|not|never)\b", re.IGNORECASE),
}
_PLAINLY: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[^，：；]{0,10}(?:不得|严禁|禁止)……"),
    "en": re.compile(r"(?:\w+ ){1,4}(?:must not|prohibited to) …"),
}
_FEWEST, _MOST = 3, 9
_PART = 3
"""Points of a part at most."""


def asked_list(here: WrittenList, zh: str, en: str) -> Text:
    """Return a stem that quotes the introduction of a list and asks *zh* and *en* of it.

    What heading and introduction both deny (No careless promises: Staff must not promise) is said once: by the
    introduction, behind the number of the article, or by the heading where the introduction is no more than that staff must
    not.
    """
    clause, heading, lead = here.clause, here.clause.heading, here.lead
    if heading is None or not any(
        _DENIES[lang].search(heading.either(lang)) and _DENIES[lang].search(lead.either(lang)) for lang in clause.langs
    ):
        return asked(clause, lead, zh, en)
    if all(_PLAINLY[lang].fullmatch(lead.either(lang)) for lang in clause.langs):
        where = clause.said_where
        return clause.said(f"{where.zh}列出了所禁止的几种行为。{zh}", f"{where.en} lists what is prohibited.{en}")
    named, place = clause.regulation_named, clause.handbook.provisions.get(clause.address)
    number = {lang: cited_label(place, lang) if place is not None else "" for lang in clause.langs}
    at = f", {number['en']}" if number.get("en") else ""
    return clause.said(
        f"{named.zh}{number.get('zh', '')}规定：“{lead.zh}”{zh}", f"{named.en}{at} says: “{lead.en}”{en}"
    )


def numbered(n: int, point: Text) -> Text:
    """Return a point with its place, from 1, in front of it."""
    return Text(zh=f"第{n}项：{point.zh}" if point.zh else None, en=f"{n}. {point.en}" if point.en else None)


def listing(here: WrittenList) -> Text:
    """Return a rationale that says what is on a list."""
    where, arrow = here.clause.said_where, here.ordered
    zh = ("→" if arrow else "；").join(point.either("zh") for point in here.points)
    en = (" → " if arrow else "; ").join(lower(point.either("en")) for point in here.points)
    return here.clause.said(f"{where.zh}：{zh}。", f"{where.en}: {en}.")


def written_item(
    clause: Clause,
    model: str,
    last: str,
    *,
    stem: Text,
    points: Sequence[Text],
    rationale: Text,
    also: Sequence[Clause] = (),
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
    if not _FEWEST <= len(here.points) <= _MOST:
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
