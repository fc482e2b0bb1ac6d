"""Who acts: the roles of the handbook and the parties every company has, as places where another could stand."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Level
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.keyed import keyed_number
from guizhang.quiz.material.made import Declined, capital
from guizhang.quiz.material.parties.bounds import GOES_ON, stands_free
from guizhang.quiz.material.parties.mentions import Mentions
from guizhang.quiz.material.parties.party_places import is_fixed
from guizhang.quiz.material.parties.vacancies import SUPERIOR, Vacancy
from guizhang.quiz.material.ranks import (
    STAFF,
    other_trade,
    own_trade,
    rank,
)
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK

# Parties that rules name without a role of the handbook. Whoever is a “部门经理” may hold a role as well, so that the
# two kinds are never options of one item.
_GENERAL = (
    ("总经理", "general manager"),
    ("部门经理", "department manager"),
    ("部门负责人", "head of department"),
    ("主管", "supervisor"),
    ("人力资源部", "human resources"),
    ("财务部", "finance"),
    ("行政部", "administration"),
    ("法务部", "legal department"),
)
_EVERYBODY = ("员工", "全体员工", "职工", "staff", "employee", "employees")
"""Roles that are no party among others."""
_ARTICLE = r"(?:(the|an|a) )?"
_THE = re.compile(r"^the ", re.IGNORECASE)
# Agreed with your supervisor: the word in front belongs to the party.
_OWNED = re.compile(r"\b(?:your|their|his|her|our|its|my|whose|any|every|each|another|this|that|no) $", re.IGNORECASE)
# The Human Resources department: there the article is that of the department, whose name goes on.
_UNIT = re.compile(r" (?:department|team|office|division|section|committee)\b", re.IGNORECASE)
_COLON: Mapping[Lang, str] = {"zh": "：", "en": ":"}
_TWICE = Message("这句话不止一次提到", "the sentence names them more than once")
_ONE_LANGUAGE = Message(
    "中英文没有都按手册里的叫法提到一次（英文要用单数）",
    "the two languages do not both name them once as the handbook does, in the singular",
)
_NONE_ELSE = Message(
    "换成别人，这句话就不成规定，或者仍然可能成立",
    "with somebody else in their place the sentence would be no rule, or might hold as well",
)
_LONGER = Message(
    "它是一个更长的名称的一部分（财务部门、主管人员、本部门负责人）",
    "it is part of a longer name in the Chinese sentence",
)
_ENGLISH = Message("英文句子里换不成别人", "nobody else can stand in their place in the English sentence")
_SUPERIOR = Message(
    "向直接上级报告、由直接上级处理，凭常识就知道", "that staff turn to their line manager good sense tells"
)
_TURNS = 2**64 + 1
_TRADE = 2
"""Signs with which the name of a trade begins."""
_OFFERED = 3
"""Parties that are enough to choose from."""


class Parties:
    """The parties a handbook names; *often* counts in how many of *clauses* each is named."""

    def __init__(self, handbook: Handbook, clauses: Iterable[Clause]) -> None:
        """Read off *clauses* which names English uses with an article."""
        # A name may be given with its article, which is told apart from it here.
        names = (role.name for role in handbook.settings.roles.values() if role.name.either("zh") not in _EVERYBODY)
        self._roles = tuple(Text(zh=name.zh, en=_THE.sub("", name.en) if name.en else None) for name in names)
        known = {name.either("zh") for name in self._roles}
        self._general = tuple(Text(zh=zh, en=en) for zh, en in _GENERAL if zh not in known)
        self._clauses = tuple(clauses)

    @cached_property
    def _all(self) -> tuple[Text, ...]:
        # The longest first, so that 客服主管 is not read as 主管.
        return tuple(sorted((*self._roles, *self._general), key=lambda t: -len(t.either("zh"))))

    @cached_property
    def _patterns(self) -> Mapping[Lang, re.Pattern[str]]:
        zh = "|".join(re.escape(t.either("zh")) for t in self._all)
        names = sorted((t.en for t in self._all if t.en), key=len, reverse=True)
        en = "|".join(map(re.escape, names))
        return {
            "zh": re.compile(rf"({zh})(?!{GOES_ON})"),
            "en": re.compile(rf"\b{_ARTICLE}({en})\b(?!['’-])", re.IGNORECASE),
        }

    @cached_property
    def _with_article(self) -> frozenset[str]:
        found = Counter[str]()
        for clause in self._clauses:
            text = clause.place.node.text.either("en")  # type: ignore[union-attr] # a clause has words
            for match in self._patterns["en"].finditer(text):
                if not _UNIT.match(text, match.end()):
                    found[match[2].casefold()] += 1 if match[1] else -1
        # A role no sentence names is a person.
        return frozenset(t.either("en").casefold() for t in self._all if found[t.either("en").casefold()] >= 0)

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions(self._all, self._clauses, self.named)

    def named(self, text: str) -> list[str]:
        """Return the parties a Chinese text names, each as often as it does."""
        return self._patterns["zh"].findall(text)

    def acts_in(self, party: Text, clause: Clause) -> bool:
        """Tell whether a party may have something to do where *clause* stands, as far as the handbook names it."""
        return self._mentions.at_home(party, clause) or (
            self._is_person(party) and self._mentions.everywhere(party, clause)
        )

    def spots(self, clause: Clause) -> Iterator[Spot | Declined]:
        """Yield each place where *clause* names a party once in each of its languages; of several the longest name first.

        Of the other parties it names, why nobody else can stand in their place.
        """
        quoted = clause.quote()
        if quoted is None or clause.traditional:  # names are known as Simplified text writes them
            return
        found = {lang: list(self._patterns[lang].finditer(quoted.either(lang))) for lang in clause.langs}
        named = {lang: [m[m.re.groups].casefold() for m in matches] for lang, matches in found.items()}
        for party in self._all:
            at = {
                lang: [m for m, n in zip(found[lang], names, strict=True) if n == party.either(lang).casefold()]
                for lang, names in named.items()
            }
            if not any(at.values()):
                continue
            if any(len(places) != 1 for places in at.values()):
                why = _TWICE if all(at.values()) else _ONE_LANGUAGE
                yield Declined(clause.address, why, clause.said(party.either("zh"), party.either("en")))
                continue
            matches = {lang: places[0] for lang, places in at.items()}
            spot = self._spot(clause, quoted, party, matches, {name for names in named.values() for name in names})
            if spot is not None:
                yield spot

    def _spot(
        self, clause: Clause, quoted: Text, party: Text, matches: Mapping[Lang, re.Match[str]], named: set[str]
    ) -> Spot | Declined | None:
        """Return the place where *matches* name *party*, or why nobody else can stand there.

        ``None`` where the introduction of its list, or a point of it, is asked for instead. *named* are all parties named.
        """
        if any(match.start() < clause.introduced(lang) for lang, match in matches.items()):
            return None
        # Of a list that is quoted whole, only its introduction is asked for: its points name each other's parties.
        if clause.introduces and any(_COLON[lang] in quoted.either(lang)[: m.start()] for lang, m in matches.items()):
            return None
        blanked = {
            lang: quoted.either(lang)[: m.start()] + BLANK + quoted.either(lang)[m.end() :]
            for lang, m in matches.items()
        }
        sentence = clause.excerpt(Text(zh=blanked.get("zh"), en=blanked.get("en")))
        why = None
        if "zh" in matches and not stands_free(quoted.either("zh"), *matches["zh"].span()):
            why = _LONGER
        elif sentence is None or is_fixed(clause, quoted, party, matches, sentence):
            why = _NONE_ELSE
        elif "en" in matches and not self._exchangeable(party, matches["en"], quoted.either("en")):
            why = _ENGLISH
        elif party.zh == SUPERIOR:
            why = _SUPERIOR
        if why is not None or sentence is None:
            return Declined(clause.address, why or _NONE_ELSE, clause.said(party.either("zh"), party.either("en")))
        article = matches["en"][1] if "en" in matches else None
        others = self._others(party, clause, named, sentence)
        # 班组长管理班组: where the sentence says what a party is called after, so do the others.
        called = (party.zh or "")[:_TRADE]
        if called and called in (sentence.zh or ""):
            others = [other for other in others if other.either("zh").startswith(called)]
        return Spot(
            clause,
            f"party {party.either('zh')}",
            sentence,
            self._said(party, article, clause),
            tuple(self._said(other, article, clause) for other in others),
        )

    def _exchangeable(self, party: Text, match: re.Match[str], text: str) -> bool:
        """Tell whether another party can stand in its place in English.

        “Their supervisor” cannot become “their the receptionist” nor “their administration”, nor “the finance department”
        “the general manager department”; and “the manager” further on would be left behind.
        """
        if _OWNED.search(text[: match.start()]) or _UNIT.match(text, match.end()):
            return False
        last = match[2].split()[-1].casefold()
        rest = self._patterns["en"].sub("", text)
        return (match[1] is not None or not self._is_person(party)) and last not in rest.casefold()

    def _others(self, party: Text, clause: Clause, named: set[str], sentence: Text) -> list[Text]:
        """Return parties that could be taken for it and that the clause does not name, those its regulation names often first."""
        kin = self._general if party in self._general else self._roles
        vacancy = self._vacancy(party, clause, sentence)
        free = [t for t in kin if not {t.either(lang).casefold() for lang in LANGS} & named and vacancy.admits(t)]
        free = self._at_work(free, vacancy, clause)
        # What a post does is told from what those above it do; there has to be another post that could.
        if rank(party) == STAFF and not any(rank(t) == STAFF for t in free):
            return []
        # Who is named once may have nothing to do with the rest: nobody would think of the trainer for a broken window.
        usual = [t for t in free if vacancy.often[t.either("zh")] != 1]
        free = usual if len(usual) >= _OFFERED else free
        same = self._is_person(party)
        alike = [t for t in free if self._is_person(t) is same]
        free = alike if len(alike) >= (_OFFERED if same else 1) else free
        place = clause.address, str(clause.ordinal)

        def turn(t: Text) -> float:
            """As often a wrong answer as a right one: whoever is named often is offered often."""
            name = t.either("zh")
            return -math.log((keyed_number("party", *place, name) + 1) / _TURNS) / (1 + vacancy.often[name])

        return sorted(free, key=lambda t: (self._is_person(t) is not same, turn(t)))

    def _vacancy(self, party: Text, clause: Clause, sentence: Text) -> Vacancy:
        before, _, behind = (sentence.zh or "").partition(BLANK)
        there = tuple(self._beside(before, behind))
        beneath = frozenset(self._in_list(clause))
        return Vacancy(party, before, behind, there, beneath, self._with_article, self._mentions.often(clause))

    def _at_work(self, free: list[Text], vacancy: Vacancy, clause: Clause) -> list[Text]:
        """Return those of *free* who have to do with what *clause* is about.

        Whom many regulations name may act in any. A department and a post have their own work: theirs names a post often,
        and where it has parts, this one does: a company's one handbook names its drivers often, and not for the telephone.
        """
        party, sentence = vacancy.party, vacancy.before + vacancy.behind
        person = self._is_person(party)
        # A person among departments would be seen to be out of place, and no department takes leave; both are reported to.
        if not vacancy.told:
            free = [t for t in free if self._is_person(t) is person]
        found = [t for t in free if self.acts_in(t, clause)]
        # Of departments there are few: where no other works there, those could that several regulations name and whose
        # names do not say that they have other work: administration, but not finance, which pays.
        if not person and not found:
            elsewhere = [t for t in free if not self._is_person(t) and self._mentions.several(t)]
            found = [t for t in elsewhere if not other_trade(t, sentence)]
        # Appraisals are the business of human resources, repairs that of administration, whatever the rule says.
        if not person and own_trade(party, _about(clause) + sentence):
            found = [t for t in found if self._is_person(t)]
        return found

    def _in_list(self, clause: Clause) -> set[str]:
        """Return the parties that the other points of its list name: who decides on more may decide on less."""
        points = (
            clause.place.ancestors[-1].body if clause.place.node.level is Level.ITEM and clause.place.ancestors else ()
        )
        texts = (node.text for node in points if node is not clause.place.node)
        # Those of 财务部门 are those of 财务部.
        return {name for text in texts if text for t in self._all if (name := t.either("zh")) in (text.zh or "")}

    def _beside(self, before: str, behind: str) -> Iterator[tuple[int, Text]]:
        """Yield the parties a Chinese sentence names, each with its place behind the blank, or before it below 0."""
        by_name = {party.zh: party for party in self._all}
        for part, start in ((before, -len(before)), (behind, 0)):
            for match in self._patterns["zh"].finditer(part):
                yield start + match.start(), by_name[match[1]]

    def _is_person(self, party: Text) -> bool:
        return party.either("en").casefold() in self._with_article

    def _said(self, party: Text, article: str | None, clause: Clause) -> Text:
        """Return a party with the article its place has, which departments do without."""
        en = party.either("en")
        if self._is_person(party):
            small = (article or "the").casefold()
            if small in ("a", "an"):
                small = "an" if en[:1].casefold() in "aeiou" else "a"
            en = f"{small} {en}"
        return clause.said(party.either("zh"), en)


def _about(clause: Clause) -> str:
    """Return what the Chinese titles above *clause* say it is about."""
    titles = (clause.place.regulation.title, clause.heading)
    return " ".join(title.zh for title in titles if title is not None and title.zh)


def option(text: Text) -> Text:
    """Return a party as an option."""
    return Text(zh=text.zh, en=capital(text.en) if text.en else None)
