"""Lists of English rules that no colon introduces: the points below a heading (Closing checklist), and steps told in running text.

First rinse the tank, then fill it, then …; 1. Rinse the tank. 2. Fill it. Import makes a rule of each line below a heading, so that
their items cite all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guizhang.model.regulation import Level
from guizhang.model.text import Text
from guizhang.quality.language.verbs_en import form_en
from guizhang.quiz.material.lists.english_ladders import COUNTED
from guizhang.quiz.material.made import capital
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import DOTS, UNLED
from guizhang.quiz.quoting.quotable import broken, leans, points_forward, sentences
from guizhang.quiz.quoting.texts import bare

_FEWEST, _MOST = 3, 10
_LONGEST = 150
"""Characters of a point."""
# What is gone through from its first line to its last, as its heading says.
_ROUTINE = re.compile(
    r"\b(?:check ?lists?|procedures?|process|steps?|routines?|opening|closing|clos(?:e|ing)[ -]down|"
    r"start(?:ing|[ -]up)|shut(?:ting)?[ -]?down|set(?:ting)?[ -]?up"
    r"|how (?:to|we)|handling|cleaning|emergenc\w+|evacuation|in case of|in the event of|if |when |lost|missing|fire|alarm|spills?|accidents?"
    r"|hand-?over|(?:end|start) of|daily|nightly|weekly|morning|evening|ill|sick|injur\w+"
    r"|check-?(?:in|out)|before|after|packing|changeover|instructions?)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:uniforms?|dress|appearance|equipment|kit|tools|supplies|documents?|paperwork|what to (?:bring|wear)|requirements?|belongings|prohibited|forbidden"
    r"|not (?:allowed|permitted)|banned|must not|don[’']?ts?)\b",
    re.IGNORECASE,
)
"""Headings that say what their lines are, though these are no steps."""
_FIRST = re.compile(
    r"(?:^|(?<=[.;:,] )|(?<=: and )|(?<=\bmust )|(?<=\bshall ))first(?:ly| of all)?,? (?=[a-z])", re.IGNORECASE
)
_NEXT = re.compile(
    r"(?:[.;,]|(?<=[.;,]))? ?(?:\band )?\b(?:second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|next|then|after (?:that|this|which)|afterwards|finally|lastly|last)\b,? (?=[a-z])",
    re.IGNORECASE,
)
# Somebody told to act is a sentence of its own: Next, the nurse signs.
_NO_STEP = re.compile(
    r"(?:the|an?|this|that|these|those|it|they|we|he|she|if|when|where|unless|there|is|are|was|comes?|first|only|one|all|any|no|in|on|at|of|for|with|to)\b",
    re.IGNORECASE,
)


# Arm the alarm, fold down the seats: a verb that is on no list, by what stands behind it.
_ACT = re.compile(
    r"(?!(?:all|any|each|every|both|not|and|or|but|as|than|who|which|what|where|there)\b)[a-z]+"
    r" (?:the|an?|all|any|each|every|your|their|up|down|out|off|away|that)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ToldList:
    """A list without a colon above it."""

    clauses: tuple[Clause, ...]
    """Of its points; of running text the one it stands in."""
    lead: Text
    """What stands above it."""
    points: tuple[Text, ...]
    ordered: bool


def told_lists(clauses: Iterable[Clause]) -> Iterator[ToldList]:
    """Yield the lists of English rules below a heading and those in running text."""
    english = [clause for clause in clauses if clause.langs == ("en",) and clause.place.ancestors]
    for _, group in groupby(english, lambda clause: id(clause.place.ancestors[-1])):
        found = _headed([clause for clause in group if clause.place.node.level is Level.ITEM])
        if found is not None:
            yield found
    for clause in (one for one in clauses if one.langs == ("en",)):
        steps = None if clause.introduces or clause.continues else _running(clause)
        if steps is not None:
            yield steps


def _headed(points: Sequence[Clause]) -> ToldList | None:
    """Return the list that the points below one heading make; ``None`` where they are rules by themselves."""
    if not _FEWEST <= len(points) <= _MOST:
        return None
    heading, parent = points[0].heading, points[0].place.ancestors[-1]
    if heading is None or any(point.continues or point.listed or point.heading != heading for point in points):
        return None
    above = parent.text.either("en") if parent.text is not None else ""
    if above.rstrip().endswith(":"):
        return None
    said = [_bare(point.shown.either("en")) for point in points]
    if any(len(one) > _LONGEST or broken(one, "en") or len(sentences(one, "en")) > 1 for one in said):
        return None
    name = heading.either("en")
    numbered = [str(point.place.node.item) for point in points] == [str(n) for n in range(1, len(points) + 1)]
    steps = _ROUTINE.search(name) is not None and _are_acts(said)
    things = _TOGETHER.search(name) is not None and not any(form_en(one) == "clause" for one in said)
    if not steps and not (things and not numbered):
        return None
    lead = above if points_forward(above) and not leans(above, "en") else ""
    return ToldList(
        tuple(points),
        Text(en=lead) if lead else UNLED,
        _alike(said),
        steps and numbered,
    )


def _running(clause: Clause) -> ToldList | None:
    """Return the steps that an English paragraph tells with first, then and finally."""
    printed = clause.printed(clause.handbook.print_fact)
    text = printed.either("en") if printed is not None else ""
    first = _FIRST.search(text)
    if first is None or COUNTED.match(text, first.end()):
        return None  # a first breach is no step
    parts = _NEXT.split(text[first.end() :])
    last = sentences(parts[-1], "en")[0] if parts[-1].strip() else ""
    said = [_bare(part) for part in (*parts[:-1], last)]
    whole = _FEWEST <= len(said) <= _MOST and all(map(_is_step, said))
    if not whole:
        return None
    before = text[: first.start()].rstrip()
    lead = sentences(before, "en")[-1] if before.endswith((":", ",")) else ""
    if lead and leans(lead, "en"):
        return None
    lead = lead.rstrip(" :,") + DOTS["en"] if lead else ""
    return ToldList((clause,), Text(en=lead) if lead else UNLED, _alike(said), ordered=True)


def _bare(text: str) -> str:
    """Return a point without the stop that ends it; 6 a.m. keeps its own."""
    return re.sub(r"\b([ap]\.m)$", r"\1.", bare(text))


def _alike(said: Sequence[str]) -> tuple[Text, ...]:
    """Return points with a capital, all of them with a stop where one of them ends with one: at 6 a.m."""
    stop = any(one.endswith(".") for one in said)
    return tuple(Text(en=capital(f"{one.rstrip('.')}." if stop else one)) for one in said)


def _are_acts(said: Sequence[str]) -> bool:
    """Tell whether points bid the reader act: most begin with a known verb, and none with what is none."""
    forms = [form_en(one) for one in said]
    if any(_NO_STEP.match(one) for one in said) or {"clause", "noun", "third", "past", "modal"} & set(forms):
        return False
    return 2 * sum(form == "verb" or _ACT.match(one) is not None for one, form in zip(said, forms, strict=True)) > len(
        said
    )


def _is_step(said: str) -> bool:
    return 6 <= len(said) <= _LONGEST and len(sentences(said, "en")) == 1 and _NO_STEP.match(said) is None
