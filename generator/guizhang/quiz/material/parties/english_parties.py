"""Who acts, by rules that are written in English alone: posts and departments, as places where another could stand.

What Chinese rules show by their words, English ones show by where a name stands: as the subject of what must be done, behind “by” of
what is done, as whoever is told, or whoever agrees. Anywhere else no other name is put in its place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_number
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.parties.english_posts import posts
from guizhang.quiz.material.ranks import STAFF, beside, rank, trade_words
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import leans, sentences

_EVERYBODY = frozenset(("staff", "employee", "employees", "manager", "all staff", "everyone"))
"""Roles that are no party among others."""
_ARTICLE = r"(?:(the|an|a) )?"
_THE = re.compile(r"^(?:the|an?|your|our|their|his|her|its|my) ", re.IGNORECASE)
# The senior director, your manager: what stands there belongs to the name, or determines it already.
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|each|every|any|another|no) (?:[\w-]+ ){1,2}|\b(?:your|our|their|his|her|its|my|of) |['’]s )$",
    re.IGNORECASE,
)
_MODAL = r"(?:must|shall|should|may|will|can|is responsible for|decides?|has to)"
_WHO = rf"(?:(?:the|an?) )?{BLANK}"
# Whoever must do something, at the head of a sentence or behind the case it begins with.
_ACTS = re.compile(
    rf"(?:^|[.;,:…] |\band |\bthen |\bonly ){_WHO} (?:{_MODAL}\b|(?:also |then |first )?[a-z]+s?\b)", re.IGNORECASE
)
_BY = re.compile(
    rf"\b(?:[a-z]+ed|given|taken|made|kept|held|done|written|sent|drawn up|OK)"
    rf" (?:(?:in writing|in advance|only|off|up|out|first) )*by {_WHO}|[,:]\s+by {_WHO}[.;]?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:inform|tell|notify|notifie|call|telephone|phone|ask|contact|alert|consult)s? {_WHO}"
    r"|\b(?:report|reported|hand|handed|send|sent|submit|submitted|pass|passed|go|goes|addressed|made|returned|announced"
    rf"|forwarded|given)s? (?:(?!to\b)[\w'’-]+ ){{0,7}}to {_WHO}",
    re.IGNORECASE,
)
_CONSENT = "approval|consent|permission|authori[sz]ation|agreement|signature|OK"
_AGREES = re.compile(
    rf"\b(?:{_CONSENT}) (?:of|from) {_WHO}|{_WHO}['’]s? (?:written |prior )?(?:{_CONSENT})\b", re.IGNORECASE
)
_FRAMES = (_ACTS, _BY, _TOLD, _AGREES)
# Who a rule is about, whatever else it says: their pay, what they must be, what everybody owes.
_ABOUT = re.compile(
    rf"{BLANK}s? (?:who|which|whose|that|is (?!responsible)|are|has (?!to)|have (?!to)|receives?|earns?|gets?|wears?"
    rf"|(?:{_MODAL} )?(?:not\b|never|be\b|have\b|wear|comply|respect|keep [^.]*confidential|receive|take part|attend|arrive"
    r"|work))",
    re.IGNORECASE,
)
# In a case, or with a word in front that belongs to the name.
_BEFORE = re.compile(
    r"(?:\b(?:if|where|when|whenever|unless|before|after|until|while|once|as|that|which|than|of|your|their|his|her|our|its|my"
    rf"|every|each|any|no|another|assistant|deputy)|['’]s) {_WHO}$",
    re.IGNORECASE,
)
# Work that a post is named for, or that only those above staff do.
_AUTHORITY = re.compile(
    r"\b(?:approv|authori[sz]|decid|decision|grant|consent|permission|agreement|sign|releas|inspect|check|warn|appoint|investigat|confirm)",
    re.IGNORECASE,
)
_GIVEN = Message("标题或者句子里有它名称中的字", "a heading or the sentence has a word of its name")
_NO_PLACE = Message(
    "句子说的不是谁做、由谁批准或者向谁报告",
    "the sentence does not say of it that it acts, is told or agrees",
)
_FEWEST_STAFF = 2
_TURNS = 2**64 + 1
_HEAD = 4
"""Rank of those at the head of a company."""
_FOR_THE_HEAD = re.compile(rf"{_AUTHORITY.pattern}|\breport|\bappeal", re.IGNORECASE)


class EnglishParties:
    """The parties of a handbook's English rules: its roles, and what the rules themselves call twice or more."""

    def __init__(self, handbook: Handbook, clauses: Iterable[Clause]) -> None:
        """Read off *clauses* what people and departments are called."""
        self._clauses = tuple(clause for clause in clauses if clause.langs == ("en",))
        self._texts = {
            clause: (clause.quote() or clause.place.node.text or Text(en="-")).either("en") for clause in self._clauses
        }
        roles = (_THE.sub("", role.name.en) for role in handbook.settings.roles.values() if role.name.en)
        named = (*roles, *posts(self._texts.values())) if self._clauses else ()
        self.names = tuple(
            {name.casefold(): name for name in named[::-1] if name.casefold() not in _EVERYBODY}.values()
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True)) or "(?!)"
        return re.compile(rf"\b{_ARTICLE}({names})(s?)\b(?!['’]\w|-| (?:room|book|log|of\b))", re.IGNORECASE)

    def named(self, text: str) -> list[str]:
        """Return the parties an English text names, in lower case, each as often as it does."""
        return [match[2].casefold() for match in self._pattern.finditer(text)]

    @cached_property
    def _often(self) -> dict[str, Counter[str]]:
        """How often each regulation names each party."""
        found: dict[str, Counter[str]] = {}
        for clause, text in self._texts.items():
            found.setdefault(clause.place.regulation.id, Counter()).update(self.named(text))
        return found

    @cached_property
    def _bare(self) -> frozenset[str]:
        """The parties that the rules name without an article as well: HR, Payroll; the manager needs one."""
        return frozenset(
            match[2].casefold()
            for text in self._texts.values()
            for match in self._pattern.finditer(text)
            if not match[1] and not match[3] and _DETERMINED.search(text[: match.start()]) is None
        )

    def spots(self, clause: Clause) -> Iterator[Spot | Declined]:
        """Yield each place of *clause* where another party could stand, and why none could at the other places it names one."""
        quoted = clause.quote()
        if quoted is None or (clause.introduces and clause.lead() is None):
            return
        whole = quoted.either("en")
        # What the introduction says is asked of the introduction alone, and what a point says of the point.
        own = slice(0, _list_at(whole)) if clause.introduces else slice(clause.introduced("en"), None)
        for text in _stretches(whole, self.named(whole)):
            found = list(self._pattern.finditer(text))
            for match in found:
                name = match[2].casefold()
                if sum(other[2].casefold() == name for other in found) > 1 or match[3] or match[0] not in whole[own]:
                    continue
                about = Text(en=self._said(name, match[1]))
                if given_by(name, clause, self._without(name, whole)):
                    yield Declined(clause.address, _GIVEN, about)
                    continue
                blanked = text[: match.start()] + BLANK + text[match.end() :]
                determined = not match[1] and _DETERMINED.search(text[: match.start()])
                if determined or not _usable(blanked):
                    yield Declined(clause.address, _NO_PLACE, about)
                    continue
                sentence = clause.excerpt(Text(en=blanked))
                if sentence is None:
                    continue
                beside_it = {other[2].casefold() for other in found}
                wrong = tuple(
                    Text(en=self._said(other, match[1]))
                    for other in self._others(name, beside_it, clause, blanked)
                    if match[1] or other in self._bare
                )
                yield Spot(clause, f"party {name}", sentence, about, wrong)

    def _without(self, name: str, text: str) -> str:
        """Return *text* without a party, wherever it names it."""
        return self._pattern.sub(lambda match: "" if match[2].casefold() == name else match[0], text)

    def _others(self, name: str, beside_it: set[str], clause: Clause, blanked: str) -> list[str]:
        """Return parties of its regulation that could be taken for *name*, those named often sooner."""
        often = self._often.get(clause.place.regulation.id, Counter())
        here = _text(name)
        article = clause.place.regulation.id, clause.address, str(clause.ordinal)
        free = [
            other
            for other in (known.casefold() for known in self.names)
            if often[other]
            and other not in beside_it
            and not same_post(name, other)
            and _beside(here, _text(other))
            and not any(_may_be(other, named) for named in beside_it)
        ]
        before, _, behind = blanked.partition(BLANK)
        said = before[-60:] + behind[:40]
        if _AUTHORITY.search(said) or _TOLD.search(blanked):
            free = [other for other in free if rank(_text(other)) != STAFF]
        if not _FOR_THE_HEAD.search(said):
            free = [other for other in free if (rank(_text(other)) or 0) < _HEAD or (rank(here) or 0) >= _HEAD]
        # What a post does is told from what those above it do; there have to be other posts that could.
        if rank(here) == STAFF and sum(rank(_text(other)) == STAFF for other in free) < _FEWEST_STAFF:
            return []

        def turn(other: str) -> float:
            return -math.log((keyed_number("party", *article, other) + 1) / _TURNS) / (1 + often[other])

        return sorted(free, key=turn)

    def _said(self, name: str, article: str | None) -> str:
        spelled = next(known for known in self.names if known.casefold() == name)
        if article is None:
            return spelled
        small = article.casefold()
        return f"{('an' if spelled[0].casefold() in 'aeiou' else 'a') if small in ('a', 'an') else small} {spelled}"


def _stretches(text: str, named: Sequence[str]) -> list[str]:
    """Return *text* where it names nobody twice; else those of its sentences that stand by themselves."""
    if len(set(named)) == len(named):
        return [text]
    return [sentence for sentence in sentences(text, "en") if not leans(sentence, "en")]


def _list_at(text: str) -> int:
    """Return where a list begins that a quotation takes in whole."""
    colon = text.find(": ")
    return len(text) if colon < 0 else colon


def given_by(name: str, clause: Clause, rest: str) -> bool:
    """Tell whether a heading, or the rest of the sentence, has a word of *name* that says its trade."""
    headings = [text.either("en") for text in (clause.provision.title, clause.heading) if text is not None]
    return bool(trade_words(_text(name)) & trade_words(_text(" ".join([rest, *headings]))))


def _usable(blanked: str) -> bool:
    """Tell whether the blank stands where the sentence says who acts, is told or agrees."""
    before = blanked.partition(BLANK)[0]
    if _ABOUT.search(blanked) or _BEFORE.search(f"{before}{BLANK}"):
        return False
    return any(frame.search(blanked) for frame in _FRAMES)


def _text(name: str) -> Text:
    return Text(en=name)


def _beside(one: Text, other: Text) -> bool:
    return beside(one, other, unit=rank(one) is None, other_unit=rank(other) is None) and (rank(one) is None) is (
        rank(other) is None
    )


# Whoever heads a department or a shift is called so too.
_GENERAL = frozenset(
    ("line manager", "manager", "supervisor", "superior", "department manager", "department head", "head of department")
)


def same_post(one: str, other: str) -> bool:
    """Tell whether two names may be those of one person: the supervisor is the floor supervisor."""
    if one == other or one.endswith(f" {other}") or other.endswith(f" {one}"):
        return True
    return one in _GENERAL and other in _GENERAL


def _may_be(one: str, named: str) -> bool:
    """Tell whether a name may be that of somebody the sentence names: the service manager is a department manager."""
    if same_post(one, named):
        return True
    alike = rank(_text(one)) == rank(_text(named))
    return alike and bool({one, named} & _GENERAL)
