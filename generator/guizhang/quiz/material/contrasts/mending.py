"""Wrong details that can be put right in one way only: neither another part of the article nor the sentence has them.

“重大投诉，在3个工作日内” can be mended in two places where a sibling says 较重投诉，在3个工作日内: the period is wrong, or the grade.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from guizhang.model.handbook import Handbook
from guizhang.model.text import Lang, Text
from guizhang.quiz.cited import span
from guizhang.quiz.material.ranks import same_person
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause

_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
# By the title of the article that the sentence sends to.
_TITLE: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile("“([^”]+)”一?条"), "en": re.compile("“([^”]+)”")}
_FREE: Mapping[Lang, str] = {"zh": r"(?<![\d.,零〇一二两兩三四五六七八九十百千万])", "en": r"(?<![\w.,-])"}
# 满一次, fewer than 2 people: no rule counts so.
_ABSURD = re.compile(
    "(?:不满|不足|未满|少于|低于)[12一二两](?=[人名位次件个台张份])|(?<![不未])满[1一](?=[人名位次件个台张份])"
    r"|\b(?:fewer|less) than (?:1|one|2|two|once|twice)\b(?! (?:hour|day|week|month|year|minute))",
    re.IGNORECASE,
)


def mended_alone(spot: Spot) -> tuple[Text, ...]:
    """Return the wrong values of *spot* of which it is plain what they stand in the place of, the likeliest first."""
    clause, lang = spot.clause, spot.clause.langs[0]
    beside = "\n".join((*_beside(clause, lang), spot.sentence.either(lang)))
    roles = [role.name for role in clause.handbook.settings.roles.values() if _says(beside, role.name, lang)]
    return tuple(
        wrong
        for wrong in spot.wrong
        if not _says(beside, wrong, lang)
        and not any(same_person(role, wrong) for role in roles)
        and not any(_ABSURD.search(spot.filled(wrong).either(each)) for each in clause.langs)
    )


def _says(text: str, wrong: Text, lang: Lang) -> bool:
    said = _ARTICLE.sub("", wrong.either(lang))
    return re.search(_FREE[lang] + re.escape(said), text, re.IGNORECASE) is not None


def _beside(clause: Clause, lang: Lang) -> tuple[str, ...]:
    """Return what its article says but for *clause*, and what those articles of its regulation say that it refers to."""
    handbook, text = clause.handbook, clause.place.node.text
    assert text is not None
    own = " ".join(handbook.plain(text.either(lang), lang, clause.place).split())
    here = _lines(handbook, clause.address, lang)
    referred = {title for line in here for title in _TITLE[lang].findall(line)}
    there = (
        address
        for address, place in handbook.provisions.items()
        if place.regulation is clause.place.regulation
        and place.node.title is not None
        and place.node.title.get(lang) in referred
        and address != clause.address
    )
    return (
        *(line for line in here if line != own),
        *(line for address in there for line in _lines(handbook, address, lang)),
    )


def _lines(handbook: Handbook, address: str, lang: Lang) -> tuple[str, ...]:
    printed = span(address, handbook)
    return tuple((printed.get(lang) or "").splitlines()) if printed is not None else ()
