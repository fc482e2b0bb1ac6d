"""Who approves by rules in English alone, where nobody has marked it: must be approved by the store manager, with the director's consent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.model.text import Text
from guizhang.quiz.material.approvals.chinese_approvals import ToldApproval
from guizhang.quiz.material.approvals.marked import asks_review
from guizhang.quiz.material.made import capital
from guizhang.quiz.material.parties.english_parties import given_by, same_post
from guizhang.quiz.material.parties.english_posts import NAME, all_posts, is_nobody
from guizhang.quiz.material.ranks import STAFF, rank
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import leans, sentences

_WHO = rf"(?P<whole>(?:(?:the|an?|our|your|their) )?(?P<who>{NAME}))(?![\w-])"
_HOW = r"(?: (?:in writing|in advance|beforehand|first|only|personally|verbally|off))*"
_ASSENT = r"(?:approval|consent|permission|authori[sz]ation|agreement|sign-off|signature|go-ahead|clearance)"
_DONE = r"(?:approved|authori[sz]ed|agreed|countersigned|signed|granted|permitted|cleared|endorsed|sanctioned)"
_MODAL = r"(?:(?:must|may|can|shall|has to|needs to|will) )?(?:also )?"
_FRAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DONE}{_HOW} (?:by|with) {_WHO}",
        rf"\b{_ASSENT}{_HOW} (?:of|from|by) {_WHO}",
        rf"\b{_WHO}['’]s?(?: (?:prior|written|express|advance))* {_ASSENT}\b",
        rf"\b(?:go|goes|are (?:sent|passed)|is (?:sent|passed)|submitted) to {_WHO} for {_ASSENT}\b",
        rf"(?:^|[,;] |\bonly ){_WHO} {_MODAL}(?:approves?|authori[sz]es?|decides?|grants?|signs? off)\b",
    )
)
# Leave of up to two days is approved by the team leader, longer leave by the director: approved is said once.
_THEN = re.compile(rf"(?<=[,;]) [^,;.]*? by {_WHO}", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no longer|nor)\b", re.IGNORECASE)
_FREE = re.compile(
    r"\b(?:need not|(?:do|does|is|are) not (?:need|have|require|subject)|no longer|without needing)\b", re.IGNORECASE
)
# Names of nobody in particular.
_ANY = re.compile(
    r"(?:(?:line|department(?:al)?|relevant|duty|immediate|direct|senior) )?(?:manager|supervisor|head|superior|director|management|officer)"
    r"|(?:head|manager) of department|department",
    re.IGNORECASE,
)
_MANAGES = 2.5
"""How high one stands whose name says only that they lead something: head chef, lead nurse."""
_CLERK = re.compile(r".*\bdispatcher", re.IGNORECASE)
_LEADS = re.compile(r"(?:head|lead|senior|chief) ", re.IGNORECASE)
_REACH = 1.5
"""Ranks by which one who could approve may differ from who does."""
ANYWHERE = ("general manager", "operations manager", "area manager")
"""Posts that any company has."""


def english_approvals(clause: Clause) -> Iterator[ToldApproval]:
    """Yield who approves by a clause in English alone, of those whom a sentence of it names once."""
    if clause.langs != ("en",) or clause.provision.approval is not None or clause.place.node.approval is not None:
        return
    quoted = clause.quote()
    text = quoted.either("en") if quoted is not None else ""
    if not text or asks_review(text, "en"):
        return
    at = 0
    for sentence in sentences(text, "en"):
        at = text.index(sentence, at)
        for found in _named(sentence):
            blanked = _blanked(clause, text, sentence, at, found)
            if blanked is not None:
                yield ToldApproval(clause, found["who"], blanked)


def _named(sentence: str) -> list[re.Match[str]]:
    """Return where a sentence names who approves, each place once, in order."""
    found = {match.start("who"): match for frame in _FRAMES for match in frame.finditer(sentence)}
    if found:
        last = max(found)
        found |= {match.start("who"): match for match in _THEN.finditer(sentence, last)}
    return [
        match
        for _, match in sorted(found.items())
        if not _DENIED.search(match[0])
        and not _FREE.search(sentence[: match.start()])
        and is_post(match["who"])
        and sentence.casefold().count(match["who"].casefold()) == 1
    ]


def _blanked(clause: Clause, text: str, sentence: str, at: int, found: re.Match[str]) -> Text | None:
    """Return the sentence with a blank for who approves; ``None`` where it cannot stand alone, or has a word of the name."""
    rest = sentence[: found.start("whole")] + sentence[found.end("whole") :]
    if given_by(found["who"], clause, rest):
        return None
    start, end = at + found.start("whole"), at + found.end("whole")
    alone = sentence[: found.start("whole")] + BLANK + sentence[found.end("whole") :]
    whole = alone if not leans(sentence, "en") and not clause.continues else f"{text[:start]}{BLANK}{text[end:]}"
    return clause.excerpt(Text(en=whole))


def is_post(who: str) -> bool:
    """Tell whether a name is that of one post or department, whom nobody else could be."""
    return not is_nobody(who) and _ANY.fullmatch(who) is None


def posts_told(clause: Clause) -> list[str]:
    """Return the posts that an English clause names, each as often as it does."""
    text = clause.place.node.text
    return [name for name in all_posts((text.en or "") if text is not None else "") if is_post(name)]


def could_approve_too(who: str, others: Sequence[str]) -> list[str]:
    """Return those of *others* who could be taken for *who*: of about the same rank, and not the same by another name."""
    return [
        other
        for other in others
        if not same_post(who.casefold(), other.casefold())
        and (rank(Text(en=other)) is None) is (rank(Text(en=who)) is None)
        and _height(other) > STAFF
        and _CLERK.fullmatch(other) is None
        and abs(_height(other) - _height(who)) <= _REACH
    ]


def spelled_as(who: str, other: str) -> str:
    """Return the name of another post with capital letters where *who* has them, so that they look alike."""
    words = other.split()
    if who[:1].islower():
        return " ".join(word if word.isupper() else word[:1].lower() + word[1:] for word in words)
    return " ".join(word if word in ("of", "and") else capital(word) for word in words) if who.istitle() else other


def _height(name: str) -> float:
    height = rank(Text(en=name))
    if height is None:
        return _MANAGES
    return _MANAGES if height == STAFF and _LEADS.match(name) else height
