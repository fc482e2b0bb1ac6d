"""What an article demands in each case, of whom: the demands of all its sentences and lists, those alike taken together.

What somebody must do in no particular case can be asked only where the article demands nothing else of them: whoever
answers with the other thing is right as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.lists.demands import Demand, demand
from guizhang.quiz.material.lists.sentences import lays_down, paired
from guizhang.quiz.material.lists.written_lists import WrittenList
from guizhang.quiz.material.ranks import rank
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import sentences
from guizhang.quiz.quoting.texts import bare

_MODAL: dict[Lang, tuple[str, str]] = {
    "zh": ("[^，。；：]{0,12}(?:应当|必须|须|应|依次|负责)", "[^，。；：]{0,12}不得"),
    "en": (r"(?: who [^.;]*)? (?:shall|must)\b(?! not)", r"(?: who [^.;]*)? (?:shall|must) not\b"),
}
"""How a sentence goes on behind those it demands something of, and behind those it forbids something."""
_ELIDED: Mapping[Lang, str] = {
    "zh": "(?:^|(?<=[，；]))(?:还|也|并|同时|仍)?(?=应|必|须|不得)",
    "en": r"\b(?:it|they)\b",
}
"""Where a sentence names nobody who has to do something."""

_EVERYBODY = frozenset(("员工", "全体员工", "所有员工", "职工", "staff", "employees", "all staff", "all employees"))
"""Who everybody is, so that what a certain post must do is one of the things they must."""
_ANYBODY: Mapping[Lang, str] = {
    "zh": "(?:员工|专员|顾问|工程师|接待|经理|主管|负责人|上级|管理员)",
    "en": "(?:staff|[a-z]+(?:er|or|nt|st|ve)s?)",
}
# In any such event: what it demands it demands in each case that is one.
_EVENT: Mapping[Lang, str] = {"zh": "(?:遇到|遇有|发生|出现)[^，。；]*，", "en": r"\bin (?:an|any|every) [^,.;]*, "}
# Accept supervision: nobody writes that down, and nobody does it on any one day.
_EMPTY: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?:自觉|主动)?(?:接受|服从)(?:监督|管理|检查|指导|安排)"),
    "en": re.compile(r"(?:accept|submit to) (?:supervision|management|inspection|guidance)", re.IGNORECASE),
}


@dataclass(frozen=True)
class ArticleDemand:
    """A demand and the clauses that say it."""

    demand: Demand
    clauses: tuple[Clause, ...]
    unread: tuple[Text, ...] = ()
    """Sentences of the article from which no demand was read, and introductions of lists."""

    @property
    def listed(self) -> bool:
        """Whether a list says some of it."""
        return any(clause.introduces for clause in self.clauses)

    @property
    def at_large(self) -> bool:
        """Whether it names nobody's case: what must the records clerk do?"""
        one = self.demand
        return one.who is not None and not any((*one.case, *one.upto))

    @property
    def whole(self) -> bool:
        """Whether what was read is all that the article demands of the same people, as far as its sentences say."""
        who, forbids = self.demand.who, self.demand.forbids
        if who is None or (forbids and not self.at_large):
            return True
        return not self._goes_on(who, forbids=forbids, event=not self.at_large)

    def _goes_on(self, who: Text, *, forbids: bool, event: bool = False) -> bool:
        """Tell whether an unread sentence demands, or forbids, something of *who*; with *event*, in any event of a kind."""
        lang: Lang = "zh" if who.zh is not None else "en"
        # What names nobody goes on with what the sentence before it demands: 每次服务结束后，还应当……
        people = _ANYBODY[lang] if _everybody(who) else re.escape(who.either(lang))
        before = _EVENT[lang] if event else ""
        named = re.compile(rf"{before}(?:{people}|{_ELIDED[lang]}){_MODAL[lang][forbids]}", re.IGNORECASE)
        return any(named.search(said.either(lang)) for said in self.unread)

    @property
    def vague(self) -> bool:
        """Whether it is what everybody must do, in no case: beside other questions nobody could know what is meant."""
        who = self.demand.who
        return self.at_large and not self.demand.forbids and who is not None and _everybody(who)

    @property
    def no_occasion(self) -> bool:
        """Whether it holds in no case and no list says it: what must staff not do? A careful person would name other things."""
        one = self.demand
        named = one.who is not None and " who " in (one.who.en or "")
        return not (self.listed or named or any((*one.case, *one.upto)))

    def also_forbidden(self, beside: Sequence[ArticleDemand]) -> bool:
        """Tell whether the article, with *beside*, forbids those who must do it at large something: not to do that they must as well."""
        who = self.demand.who
        if who is None or self.demand.forbids or not self.at_large:
            return False
        person = rank(who) is not None  # what staff must not do a department need not think of
        banned = [one.demand.who for one in beside if one.demand.forbids]
        return self._goes_on(who, forbids=True) or any(
            other is None or (person and _everybody(other)) or other.either("zh") == who.either("zh")
            for other in banned
        )

    def distinct(self, beside: Sequence[ArticleDemand]) -> bool:
        """Tell whether none of *beside* demands more of the same people, in a case or at large."""
        return not self.at_large or not any(d.of_same(self.demand) for d in beside if d is not self)

    def of_same(self, other: Demand) -> bool:
        """Tell whether it demands, or forbids, something of the same people as *other*."""
        who, forbids = self.demand.who, self.demand.forbids
        if who is None or other.who is None or forbids is not other.forbids:
            return who is other.who and forbids is other.forbids
        if _everybody(other.who):
            return True  # what a certain post must do its staff must do
        return who.either("zh").casefold() == other.who.either("zh").casefold()


def article_demands(
    clauses: Sequence[Clause], lists: Sequence[WrittenList], known: frozenset[str]
) -> Iterator[tuple[ArticleDemand, ...]]:
    """Yield what each article that has a heading demands, in printed order.

    Args:
        clauses: The clauses of all articles.
        lists: The lists among them that can be written down.
        known: English verbs.
    """
    points = {one.clause: one.points for one in lists if one.whole}
    for _, group in groupby(clauses, lambda clause: clause.address):
        found: dict[object, ArticleDemand] = {}
        unread: list[Text] = []
        for clause in group:
            if clause.traditional or clause.heading is None or clause.continues:
                continue
            for said, one in _read(clause, points.get(clause, ()), known):
                if one is None:
                    unread.append(said)
                    continue
                # What the same people must do in no particular case is one question.
                key = one.case, one.who, one.forbids, one.upto
                before = found.get(key)
                acts = (*before.demand.acts, *one.acts) if before else one.acts
                saying = dict.fromkeys((*(before.clauses if before else ()), clause))
                found[key] = ArticleDemand(replace(one, acts=acts), tuple(saying))
        if found:
            yield tuple(replace(one, unread=tuple(unread)) for one in found.values())


def _read(clause: Clause, points: Sequence[Text], known: frozenset[str]) -> Iterator[tuple[Text, Demand | None]]:
    """Yield the sentences of a clause and what each demands; where it introduces a list, *points* is that.

    Sentences that only send the reader elsewhere, and what nobody could write down, are left out.
    """
    whole = clause.printed(clause.handbook.print_fact)
    if whole is None:
        return
    if clause.introduces:
        lead = clause.lead() if points else None
        one = demand(lead, clause.langs, known) if lead is not None else None
        yield whole, replace(one, acts=tuple(points)) if one is not None else None
        return
    said = paired(clause) if clause.quote() is not None else []
    if not said:
        yield whole, None
    for sentence in said:
        one = demand(sentence, clause.langs, known)
        acts = tuple(act for act in one.acts if _asks_something(act, clause)) if one is not None else ()
        if one is not None and acts:
            yield sentence, replace(one, acts=acts)
        elif lays_down(sentence, clause.langs):
            # An exception behind a semicolon belongs to what stands before it, and to those it names.
            yield _around(sentence, whole, clause.langs), None


def _around(part: Text, whole: Text, langs: Sequence[Lang]) -> Text:
    """Return the sentence of *whole* that *part* is of."""
    found = {
        lang: next(
            (
                one
                for one in sentences(whole.either(lang), lang)
                if bare(part.either(lang)).casefold() in one.casefold()
            ),
            part.either(lang),
        )
        for lang in langs
    }
    return Text(zh=found.get("zh"), en=found.get("en"))


def _asks_something(act: Text, clause: Clause) -> bool:
    """Tell whether it says what to do, and nobody says it before it is asked for: no other provision, and not the heading."""
    heading = clause.heading
    titled = heading is not None and any(
        (act.get(lang) or "-").casefold() in heading.either(lang).casefold() for lang in clause.langs
    )
    empty = any(_EMPTY[lang].fullmatch(act.either(lang)) for lang in clause.langs)
    return lays_down(act, clause.langs) and not titled and not empty


def _everybody(who: Text) -> bool:
    """Tell whether those who must do something are no certain post."""
    return any((who.get(lang) or "").casefold() in _EVERYBODY for lang in LANGS)
