"""Lists inside one English sentence: a request must state the name, the dates and the reason; (1) weigh the parcel; (2) print the label.

What must be done, or must not, is one as well: drivers must not smoke in the cab, give lifts or leave the engine running.
"""

from __future__ import annotations

import re

from guizhang.model.text import Text
from guizhang.quality.language.verbs_en import form_en
from guizhang.quiz.material.made import capital
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import DOTS
from guizhang.quiz.quoting.quotable import leans, sentences

_FEWEST, _MOST = 3, 8
_LONGEST = 110
"""Characters of a point of a numbered list; of one between commas half as many."""
_SAYS_OF_WHAT = 30
"""Characters of an introduction that needs no sentence before it: here's how."""
_MARK = re.compile(r"(?:^|(?<= ))\(?(?P<mark>\d|[a-h])\) ")
_HOLDS = re.compile(
    r"\b(?:(?:must|shall|should|will|may|to|and|the) )?(?:consists? of|comprises?|(?:must|shall|should) (?:also )?"
    r"(?:include|contain|state|show|list|give|name|carry|bring|wear|have|provide|specify|hold))(?: the following)?:? (?:both |all of )?(?=[a-z])"
)
# Whoever must, or must not, do several things; said once, so that nothing else would be right.
_ACTS = re.compile(
    r"(?P<lead>(?!(?:If|When|Where|It|They|This|These|Nobody|No one)\b)[A-Z][^,;:.]{2,60}?"
    r" (?:(?:must|shall|may|should) (?:not|never)|(?:is|are) (?:not allowed|not permitted|forbidden) to"
    r"|(?:is|are) prohibited from|must|shall|(?:is|are) required to)) (?P<acts>[^;:]+?)\.?"
)
_MODALS = re.compile(
    r"\b(?:must|shall|may not|should not|(?:not allowed|not permitted|forbidden|required) to|prohibited|never)\b"
)
_ACT_PARTED = re.compile(r", (?:and |or )?(?:to )?| (?:or|and) (?:to )?(?=[a-z]+ [^,]*$)")
_IN_A_CASE = re.compile(r"\b(?:if|when|unless|who|which|because|so that|only|must|shall|may|is|are|it|them)\b")
_PARTED = re.compile(r", (?:and )?|; (?:and )?| and (?=(?:the |an? |their |his |its )?[a-z'’-]+(?: [a-z'’-]+){0,3}$)")
# A certificate, renewed every three years: what is said of the thing before it is no thing.
_SAID_OF = re.compile(
    r"(?:[a-z]+ly )?(?!(?:need|seed|feed|bed|red|shed)\b)[a-z]+(?:ed|ing|wn|pt)"
    r" (?:by|every|each|in|on|at|from|with|within|for|to|under|as|no|before|after|once|twice|annually|yearly)\b"
    r"|(?:valid|due|not|no|at|including|preferably|ideally|usually|e\.g\.)\b",
    re.IGNORECASE,
)
# What has a verb of its own, or a case, is no name of a thing.
_CLAUSED = re.compile(
    r"\b(?:or|who|which|that|if|when|where|unless|must|shall|may|will|can|is|are|was|has|not|to|be|but|only|at least|up to)\b"
)
# A certificate, renewed every three years: what describes the point before it is none.
_DESCRIBES = re.compile(
    r"(?:(?!(?:red|bed|shed|seed|feed|weed)\b)[a-z]+ed|shown|given|worn|written|including|such as|as well as|preferably|ideally)"
    r" (?:by|every|once|twice|within|at|in|on|for|from|with|each|to|annually|monthly|weekly|yearly|the|a|an)\b",
    re.IGNORECASE,
)


def sentence_list(clause: Clause) -> tuple[Text, tuple[Text, ...]] | None:
    """Return what introduces the list in an English clause, with “…” for it, and its points; ``None`` where it has none."""
    if clause.langs != ("en",) or clause.introduces or clause.listed or clause.continues:
        return None
    printed = clause.printed(clause.handbook.print_fact)
    for sentence in sentences(printed.either("en"), "en") if printed is not None else ():
        whole = printed.either("en") if printed is not None else ""
        found = _numbered(whole) or _named(sentence) or (_acts(sentence) if len(_MODALS.findall(whole)) == 1 else None)
        if found is not None and not leans(found[0], "en"):
            lead, points = found
            return Text(en=lead.rstrip(" :,") + DOTS["en"]), tuple(Text(en=capital(point)) for point in points)
    return None


def _numbered(text: str) -> tuple[str, list[str]] | None:
    """Return the introduction and the points of a list that is numbered in running text."""
    marks = list(_MARK.finditer(text))
    wanted = ["123456789"[n] for n in range(len(marks))], ["abcdefghi"[n] for n in range(min(len(marks), 9))]
    if not _FEWEST <= len(marks) <= _MOST or [mark["mark"] for mark in marks] not in wanted or not marks[0].start():
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    points = [_bare(text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    before = sentences(text[: marks[0].start()].strip(), "en")
    lead = " ".join(before[-2:] if len(before[-1]) < _SAYS_OF_WHAT else before[-1:])
    if any(not point or len(point) > _LONGEST or ". " in point for point in points):
        return None
    return lead, points


def _named(sentence: str) -> tuple[str, list[str]] | None:
    """Return the introduction and the points of a sentence that names several things one after another."""
    match = _HOLDS.search(sentence)
    if match is None:
        return None
    named = _bare(sentence[match.end() :])
    parts = [_bare(part) for part in _PARTED.split(named)]
    whole = _FEWEST <= len(parts) <= _MOST and re.search(r",? and [^,]+$", named) is not None
    if not whole or any(
        not part or len(part) > _LONGEST // 2 or _CLAUSED.search(part) or _SAID_OF.match(part) for part in parts
    ):
        return None
    return None if any(map(_DESCRIBES.match, parts[1:])) else (sentence[: match.end()], parts)


def _acts(sentence: str) -> tuple[str, list[str]] | None:
    """Return who must, or must not, and the things that a sentence says they must; ``None`` where one of them is no plain act."""
    match = _ACTS.fullmatch(sentence)
    if match is None:
        return None
    parts = [_bare(part) for part in _ACT_PARTED.split(match["acts"])]
    whole = _FEWEST <= len(parts) <= _MOST and re.search(r",? (?:and|or) [^,]+$", match["acts"]) is not None
    acts = all(6 <= len(part) <= _LONGEST and form_en(part) == "verb" and not _IN_A_CASE.search(part) for part in parts)
    return (match["lead"], parts) if whole and acts else None


def _bare(point: str) -> str:
    return re.sub(r"^(?:and|or) |[;,.]? (?:and|or)$|[ ;,.]+$", "", point.strip(" ,;")).strip(" ,;")
