"""What follows on the first, the second and the third time, by rules in English alone, and points that acts bring.

First offence: a spoken warning. Second offence: …, one below the other, in one sentence, or as a table with a column for each
time. Import leaves such lines without a sentence of their own, so that they are read line by line and never quoted alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from guizhang.quiz.material.made import lower
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import leans, sentences
from guizhang.quiz.quoting.texts import bare

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
FEWEST = 3
"""Rungs of a ladder."""
_SHORT = {"1st": 0, "2nd": 1, "3rd": 2, "4th": 3, "5th": 4, "6th": 5}
_PLACE: Mapping[str, int] = {word: n for n, word in enumerate(ORDINALS)} | _SHORT
_NUMBER: Mapping[str, int] = {str(n + 1): n for n in range(7)} | {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4}
_ORD = rf"(?:{'|'.join(_PLACE)})"
_TIME = (
    r"(?:offen[cs]e|violation|breach|incident|infraction|occurrence|occasion|instance|time|absence|no-show|failure|strike"
    r"|(?:late|missed) [a-z]+|arrival|return|cancellation"
    r"|infringement|lapse|complaint|error|mistake|miss)"
)
_RUNG = re.compile(
    rf"(?:(?:On|For|After|Upon) )?(?:(?:the|an?|your) )?(?P<nth>{_ORD}) (?P<noun>(?:[a-z-]+ )?{_TIME})"
    r"(?: (?:in|within) [^:;.]{3,30})?\s*(?:[:,|\t]| [-–—])\s*(?P<outcome>[^|\t]{4,120})",
    re.IGNORECASE,
)
# Stage 1 – verbal warning
_STAGE = re.compile(
    r"(?P<noun>step|stage|level|tier|warning) (?P<nth>[1-7]|one|two|three|four|five)\s*(?:[:,|\t]| [-–—])\s*(?P<outcome>[^|\t]{4,120})",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:an?|the|your) (?P<nth>{_ORD})(?: (?P<noun>(?:[a-z-]+ )?{_TIME}|(?:[a-z-]+ ){{1,3}}?(?=leads? |results? |means )))?\b(?P<said>.*?)"
    rf"(?=(?:[,;]| and| -)+ (?:(?:on|for|after) )?(?:an?|the|your) {_ORD}\b|[,;]? and (?:an?|the) {_ORD}\b|[.]?$)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^[ ,:]*(?:(?:will |may |shall )?(?:leads? to|results? in|means|brings?|is followed by|carries|attracts?|earns?) |(?:in|to|is|with) |:)"
)
_OUTCOME = re.compile(
    r"\b(?:warn|caution|reprimand|reminder|talk|counsel|coaching|retraining|dismiss|terminat|suspen|demot|fine[ds]?\b|loss|los[et]|deduct"
    r"|sent home|bann?|barred|removed|expel|[$£€]|charge)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[.;]\s+(?:and )?|(?<=as follows):\s+")
COUNTED = re.compile(rf"(?:[a-z-]+ )?{_TIME}\b", re.IGNORECASE)
"""What happens for the first, the second and the third time."""
_CELLS = re.compile(r"\s*[|\t]\s*")
_WORDED = re.compile(rf"(?:step|stage|level|tier|warning) \d|{_ORD} ", re.IGNORECASE)
_HEADS_TIMES = re.compile(rf"(?:the )?({_ORD})(?: (?:{_TIME}))?", re.IGNORECASE)
_POINTS = re.compile(r"\bpoints?\b", re.IGNORECASE)
_SCORED = re.compile(
    r"(?P<case>[A-Z][^|\t:]{5,90}?)\s*(?:[|\t:]| [-–—]|, (?=\d))\s*(?P<points>\d{1,2}(?:\.5)?)(?P<word> points?)?\.?"
)


@dataclass(frozen=True)
class Ladder:
    """What follows each time, the first time first."""

    clauses: tuple[Clause, ...]
    """Whose lines it is made of."""
    noun: str
    """What it counts: offence."""
    outcomes: tuple[str, ...]
    act: str = ""
    """What is done, in a table with a row for each act; else its heading says it."""
    staged: bool = False
    """Whether its rungs are stages, which are called by their numbers: stage 2."""


@dataclass(frozen=True)
class Scored:
    """An act and the points it brings."""

    clause: Clause
    act: str
    points: str


def ladders(clauses: Sequence[Clause]) -> Iterator[Ladder]:
    """Yield the ladders of English rules: lines one below the other, rows of a table, and those within one sentence."""
    for lines in _side_by_side(clauses):
        yield from _of_lines(lines)
        yield from _of_rows(lines)
    for clause in clauses:
        quoted = clause.quote() if clause.langs == ("en",) and not clause.introduces else None
        for sentence in sentences(quoted.either("en"), "en") if quoted is not None else ():
            found = None if leans(sentence, "en") else _within(clause, sentence)
            if found is not None:
                yield found
        if quoted is not None:
            # First breach – a warning; second breach – …: lines that import has left in one.
            pieces = [bare(piece) for piece in _PIECES.split(quoted.either("en"))]
            yield from _of_lines([(clause, piece) for piece in pieces])


def scored(clauses: Sequence[Clause]) -> Iterator[tuple[Scored, ...]]:
    """Yield per list or table the acts that bring points."""
    for lines in _side_by_side(clauses):
        told = any(_POINTS.search(text) and not _SCORED.fullmatch(text) for _, text in lines)
        found = [(clause, match) for clause, text in lines if (match := _SCORED.fullmatch(text))]
        if len(found) >= FEWEST and (told or all(match["word"] for _, match in found)):
            yield tuple(Scored(clause, match["case"].strip(), match["points"]) for clause, match in found)


def _side_by_side(clauses: Iterable[Clause]) -> Iterator[list[tuple[Clause, str]]]:
    """Yield the lines of English rules that stand below one heading or introduction, as they are printed."""
    english = (clause for clause in clauses if clause.langs == ("en",))
    for _, group in groupby(english, lambda clause: id(clause.place.ancestors[-1]) if clause.place.ancestors else None):
        yield [(clause, _printed(clause)) for clause in group]


def _printed(clause: Clause) -> str:
    """Return a line with the words of its label, which import takes off it: Stage 1."""
    label, said = clause.place.node.label or "", bare(clause.shown.either("en"))
    return f"{label.rstrip(' .:')}: {said}" if _WORDED.match(label) else said


def _of_lines(lines: Sequence[tuple[Clause, str]]) -> Iterator[Ladder]:
    run: list[tuple[Clause, re.Match[str]]] = []
    for clause, text in (*lines, (None, "")):
        match = _RUNG.fullmatch(text) or _STAGE.fullmatch(text)
        if clause is not None and match is not None and _place(match) == len(run):
            run.append((clause, match))
            continue
        staged = bool(run) and run[0][1].re is _STAGE
        # Stages of what is no penalty are a procedure.
        if len(run) >= FEWEST and not (staged and not all(_OUTCOME.search(found["outcome"]) for _, found in run)):
            outcomes = tuple(bare(found["outcome"]) for _, found in run)
            yield Ladder(
                tuple(dict.fromkeys(clause for clause, _ in run)), run[0][1]["noun"].casefold(), outcomes, staged=staged
            )
        run = []


def _place(match: re.Match[str]) -> int:
    return (_NUMBER if match.re is _STAGE else _PLACE)[match["nth"].casefold()]


def _of_rows(lines: Sequence[tuple[Clause, str]]) -> Iterator[Ladder]:
    """Yield a ladder for each row of a table whose columns are the first, the second and the third time."""
    times = 0
    for clause, text in lines:
        _, *cells = _CELLS.split(text)
        heads = [_HEADS_TIMES.fullmatch(cell) for cell in cells]
        if len(cells) >= 2 and all(heads):
            rising = [_PLACE[head[1].casefold()] for head in heads if head is not None] == list(range(len(cells)))
            times = len(cells) if rising else 0
            continue
        said = tuple(cell for cell in cells if cell)
        if times and 2 <= len(said) <= times and all(len(cell) >= 4 for cell in said):
            yield Ladder((clause,), "time", said, _CELLS.split(text)[0])


def _within(clause: Clause, sentence: str) -> Ladder | None:
    """Return the ladder of one sentence: a first breach leads to …, a second to … and a third to …."""
    found = list(_WITHIN.finditer(sentence))
    places = [_PLACE[match["nth"].casefold()] for match in found]
    outcomes = tuple(bare(re.sub(r",? and$", "", _LEADS.sub("", match["said"]).strip(" ,;"))) for match in found)
    whole = len(found) >= FEWEST and places == list(range(len(found))) and found[0]["noun"]
    if not whole or not all(len(said) <= 90 and _OUTCOME.search(said) for said in outcomes):
        return None
    return Ladder((clause,), lower(found[0]["noun"]).strip(), outcomes)
