"""Grades of English rules: cases parted by a figure, each with what follows on it.

Staff who are up to 10 minutes late receive a reminder; staff who are more than 10 and up to 30 minutes late lose half
an hour's pay; staff who are more than 30 minutes late are given a warning. The grades stand in one sentence, in sentences
side by side, or are the lines of a list. What follows stands behind the words that all of them share, or in front of the
figure: by the team lead up to 200 dollars. Of a first, second and third breach it needs no asking: what follows grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import magnitude
from guizhang.model.regulation import Place
from guizhang.quiz.material.figures.figure import number_of
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import bare

FEWEST, MOST = 3, 6
"""Grades that make a question."""
_ABOVE = {
    "more than": False,
    "over": False,
    "above": False,
    "exceeding": False,
    "in excess of": False,
    "longer than": False,
    "beyond": False,
    "at least": True,
    "not less than": True,
    "no less than": True,
    "from": True,
}
"""Words in front of where a grade begins, and whether that is included."""
_UP_TO = {
    "up to": True,
    "up to and including": True,
    "not more than": True,
    "no more than": True,
    "not exceeding": True,
    "at most": True,
    "less than": False,
    "under": False,
    "below": False,
    "fewer than": False,
}
_SIGNS = {
    "≤": "up to",
    "<=": "up to",
    "≥": "at least",
    ">=": "at least",
    "<": "less than",
    ">": "more than",
    "＜": "less than",
    "＞": "more than",
}
_SIGN = re.compile(r"(≤|≥|[<>]=?|[＜＞])\s*(?=\$\{)")
_OR_MORE = ("or more", "and more", "or over", "and over", "or above", "and above", "or longer")
_OR_LESS = ("or less", "or fewer", "or under", "and below")


def _any(words: Sequence[str] | dict[str, bool]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FACT = r"\$\{(?P<%s>[\w-]+)\}"
_BOUND = re.compile(
    rf"(?<!\w)(?:(?P<low_word>{_any(_ABOVE)}|between) )?(?:{_FACT % 'low'}|(?P<number>\d+)),? (?:and|but|to)(?: (?P<then>{_any(_UP_TO)}))?"
    rf" {_FACT % 'high'}"
    rf"|(?<!\w)(?:(?P<before>{_any(_ABOVE)}|{_any(_UP_TO)}) )?{_FACT % 'only'}(?: (?P<behind>{_any(_OR_MORE)}|{_any(_OR_LESS)})\b)?",
    re.IGNORECASE,
)
# Where one grade ends and the next begins. Figures stand as ${…}, so that none of their stops is one.
_PARTED = re.compile(
    rf"[.;] +|(?<=\}}),? (?:and )?(?=(?:by|from|to) )|, (?:and )?(?=(?:staff who are )?(?:{_any(_ABOVE)}|{_any(_UP_TO)}) \$)"
)
# What follows is behind these wherever all grades have one.
_FOLLOWS = re.compile(r"\b(?:leads? to|results? in|means|brings?|entails?|is followed by)\b|(?:^|[^:–—-])[:–—-](?= )")
_AS_FOLLOWS = re.compile(
    r",? (?:on the following scale|as follows|the following[\w ]*|in the following way|in these steps):?$|:$"
)
_LONGEST = 110
"""Characters of what follows."""
# More than 20 dollars, or three times in a month: another case, and not what follows.
_ANOTHER = re.compile(r"(?:or|and|if|unless|provided)\b", re.IGNORECASE)
_AHEAD = re.compile(r" (?:before|beforehand|ahead|in advance|prior to)\b")
_SMALL = re.compile(r"(?: (?:the|an?|by|of|to|with|for))+$")


@dataclass(frozen=True)
class EnglishGrade:
    """One case of a rule that is parted by a figure."""

    case: str
    """The words that name the case and lead up to what follows, ``{}`` for its figure; the figure alone in a list or behind a topic."""
    outcome: str
    """Placeholders unresolved."""
    fact: Fact
    address: str
    place: Place
    """Where its text stands."""
    low: Decimal | None = None
    """Where it begins; ``None`` where it does not say."""
    low_in: bool = True
    """Whether that is included."""
    high: Decimal | None = None
    high_in: bool = True

    def holds(self, value: Decimal) -> bool:
        """Tell whether a case of *value* is one of the grade."""
        above = self.low is None or value > self.low or (value == self.low and self.low_in)
        below = self.high is None or value < self.high or (value == self.high and self.high_in)
        return above and below

    def inside(self, value: Decimal) -> bool:
        """Tell whether *value* lies on neither of its bounds."""
        return self.holds(value) and value not in (self.low, self.high)


@dataclass(frozen=True)
class _Segment:
    before: str
    behind: str
    grade: EnglishGrade


def english_grades(clause: Clause) -> tuple[str, list[EnglishGrade]] | None:
    """Return what an English clause grades and its grades, the lowest first; ``None`` where it has none.

    What it grades is empty where the cases of the grades say it themselves.
    """
    text = clause.place.node.text
    whole = _in_words(" ".join((text.either("en") if text else "").split()))
    here = clause.place
    above = (*here.ancestors, here.node)
    points = [
        (_in_words(node.text.either("en")), Place(here.regulation, node, above, (*here.loc, "body", n)))
        for n, node in enumerate(clause.listed)
        if node.text is not None and node.adopted
    ]
    listed = whole.endswith((":", "?")) and len(points) >= FEWEST
    parts = points if listed else [(part, here) for part in _PARTED.split(whole)]
    found = [_segment(clause.handbook, place, bare(part.strip())) for part, place in parts]
    for count in range(min(len(found), MOST), FEWEST - 1, -1):
        for start in range(len(found) - count + 1):
            run = [segment for segment in found[start : start + count] if segment is not None]
            if len(run) == count and (grades := _graded(run)) is not None:
                topic, rising = grades
                if listed and topic:
                    return None
                lead = _AS_FOLLOWS.sub("", whole.rsplit(". ", 1)[-1]).rstrip("?") if listed else topic
                return (lead if rising[0].case == "{}" else ""), rising
    return None


def _in_words(text: str) -> str:
    """Return *text* with the signs of comparison in front of its figures written out: ≤ ${limit} as up to ${limit}."""
    return _SIGN.sub(lambda sign: f"{_SIGNS[sign[1]]} ", text)


def cases(grade: EnglishGrade, grades: Sequence[EnglishGrade]) -> list[Fact]:
    """Return figures that make a case of *grade* and of no other, those that lie on no bound where there are any."""
    known = [end for one in grades for end in _ends(one.fact)]
    near = [fact for one in known for side in neighbours(one) for fact in side]
    values = {magnitude(fact.quantity[0]): fact for fact in (*near, *known) if fact.quantity[1] is None}
    own = {v: fact for v, fact in values.items() if [one for one in grades if one.holds(v)] == [grade]}
    inside = [fact for v, fact in sorted(own.items()) if grade.inside(v)]
    return inside or [fact for _, fact in sorted(own.items())]


def _ends(fact: Fact) -> Iterator[Fact]:
    for quantity in fact.quantity:
        if quantity is not None:
            yield fact.with_value(str(quantity))


def _segment(handbook: Handbook, place: Place, part: str) -> _Segment | None:
    """Return the grade of one part of a text; ``None`` where no figure bounds it."""
    for match in _BOUND.finditer(part):
        if _AHEAD.match(part, match.end()):
            return None  # up to 7 days before is 7 days or more
        grade = _bounded(handbook, place, match)
        if grade is not None:
            return _Segment(part[: match.start()], part[match.end() :], grade)
    return None


def _bounded(handbook: Handbook, place: Place, match: re.Match[str]) -> EnglishGrade | None:
    def fact_of(name: str) -> tuple[str, Fact]:
        address = handbook.fact_address(name, place)
        return address, handbook.facts[address]

    address, fact = fact_of(match["only"] or match["high"])
    blank = EnglishGrade("{}", "", fact, address, place)
    value, last = magnitude(fact.quantity[0]), fact.quantity[1]
    if match["high"]:
        low = magnitude(fact_of(match["low"])[1].quantity[0]) if match["low"] else _as_many(match["number"], fact)
        if low is None or last is not None:
            return None
        word, then = (match["low_word"] or "").casefold(), (match["then"] or "").casefold()
        return replace(blank, low=low, low_in=_ABOVE.get(word, True), high=value, high_in=_UP_TO.get(then, True))
    if last is not None:
        return replace(blank, low=value, high=magnitude(last))
    before, behind = (match["before"] or "").casefold(), (match["behind"] or "").casefold()
    if before in _ABOVE or behind in _OR_MORE:
        return replace(blank, low=value, low_in=_ABOVE.get(before, True))
    if before in _UP_TO or behind in _OR_LESS:
        return replace(blank, high=value, high_in=_UP_TO.get(before, True))
    return None


def _as_many(number: str, fact: Fact) -> Decimal | None:
    """Return the magnitude of a bare number in the unit of *fact*: more than 10 and up to 30 minutes."""
    many = number_of(fact)
    return Decimal(number) * magnitude(fact.quantity[0]) / many if many else None


def _graded(run: Sequence[_Segment]) -> tuple[str, list[EnglishGrade]] | None:
    if len({(s.grade.fact.kind, s.grade.fact.unit) for s in run}) > 1:
        return None
    said = _behind(run) if all(bare(s.behind).strip(" .;,") for s in run) else _in_front(run)
    if said is None:
        return None
    topic, pairs = said
    outcomes = [bare(outcome).strip(" .;,") for _, outcome in pairs]
    if any(_ANOTHER.match(outcome) for outcome in outcomes):
        return None
    short = all(len(outcome) <= _LONGEST for outcome in outcomes)
    if not short or not all(outcomes) or len({outcome.casefold() for outcome in outcomes}) < len(outcomes):
        return None
    grades = [
        replace(s.grade, case=case, outcome=outcome) for s, (case, _), outcome in zip(run, pairs, outcomes, strict=True)
    ]
    rising = _closed(grades) or _closed(grades[::-1])
    return (topic, rising) if rising is not None else None


def _behind(run: Sequence[_Segment]) -> tuple[str, list[tuple[str, str]]] | None:
    """Return the topic, and per grade its case and what follows, where that stands behind the figure."""
    heads = [s.before.strip() for s in run]
    marks = [_FOLLOWS.search(s.behind) for s in run]
    if all(marks):
        cut = [mark.end() for mark in marks if mark is not None]
    else:
        shared = _shared([s.behind for s in run])
        cut = [len(shared)] * len(run)
    cases = [s.behind[:end] for s, end in zip(run, cut, strict=True)]
    outcomes = [s.behind[end:] for s, end in zip(run, cut, strict=True)]
    if not any(heads[1:]) and not any(re.search(r"\w", case) for case in cases):
        return heads[0].rstrip(" :,–-"), [("{}", outcome) for outcome in outcomes]
    if not any(heads):
        # Up to 100 dollars, by the floor supervisor: what stands between belongs to what follows.
        small = [m[0] if (m := _SMALL.search(case)) else "" for case in cases]
        plain = all(not re.search(r"\w", case.removesuffix(end)) for case, end in zip(cases, small, strict=True))
        return (
            ("", [("{}", f"{end.strip()} {o.strip()}".strip()) for end, o in zip(small, outcomes, strict=True)])
            if plain
            else None
        )
    # Complaints about repairs: up to 3 months after …; from 3 to 6 months after …: what they are about is said once.
    heads = heads if any(heads[1:]) else [heads[0]] * len(heads)
    if len({head.casefold() for head in heads}) > 1:
        return None  # another subject is another rule
    whole = [f"{head} {{}}{case}".rstrip(" ,:–-") for head, case in zip(heads, cases, strict=True)]
    articles = [m[0] if (m := re.search(r" (?:the|an?)$", case)) else "" for case in whole]
    return "", [
        (case.removesuffix(end), f"{end} {outcome.strip()}".strip())
        for case, end, outcome in zip(whole, articles, outcomes, strict=True)
    ]


def _in_front(run: Sequence[_Segment]) -> tuple[str, list[tuple[str, str]]] | None:
    """Return the same where it stands in front: claims are approved by the team lead up to 200 dollars, by the …."""
    later = [s.before.strip() for s in run[1:]]
    word = later[0].split(" ", 1)[0] if later[0] else ""
    if word not in ("by", "from", "to") or not all(said.startswith(f"{word} ") for said in later):
        return None
    topic, found, first = run[0].before.rpartition(f" {word} ")
    if not found:
        return None
    return topic.strip(), [("{}", f"{word} {first.strip()}"), *(("{}", said) for said in later)]


def _shared(texts: Sequence[str]) -> str:
    """Return the words with which all *texts* begin."""
    words = [re.findall(r"\s*\S+", text) for text in texts]
    count = 0
    while all(len(w) > count + 1 for w in words) and len({w[count] for w in words}) == 1:
        count += 1
    return "".join(words[0][:count])


def _closed(grades: Sequence[EnglishGrade]) -> list[EnglishGrade] | None:
    """Return grades with both their bounds, the lowest first; ``None`` where they do not rise, or one lies inside another."""
    whole = list(grades)
    for n, (one, other) in enumerate(pairwise(grades)):
        if other.low is None and one.high is not None:
            whole[n + 1] = replace(whole[n + 1], low=one.high, low_in=not one.high_in)
        if one.high is None and other.low is not None:
            whole[n] = replace(whole[n], high=other.low, high_in=not other.low_in)
    for one, other in pairwise(whole):
        if one.high is None or other.low is None or one.high > other.low:
            return None
    if any(one.low is not None and one.high is not None and one.low >= one.high for one in whole):
        return None
    return whole
