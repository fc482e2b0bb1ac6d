"""Clauses of adopted provisions as an item quotes them: whole sentences, figures printed, one of them left blank.

A clause is quoted in the languages it has: a draft in one language makes items in that language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import Level, walk
from guizhang.model.text import Lang, Text
from guizhang.quiz.doubted import in_doubt
from guizhang.quiz.quoting.naming import cut_off, records_events, tells_of_company
from guizhang.quiz.quoting.placed import PlacedText
from guizhang.quiz.quoting.points import BLANK, COLON, DOTS, unannounced, with_points
from guizhang.quiz.quoting.quotable import (
    ITSELF,
    begins_at,
    begins_with_pronoun,
    broken,
    dangles,
    ended,
    hardly_says,
    if_it,
    leans,
    names_annex,
    points_back,
    points_forward,
    says_purpose,
    sentences,
    too_long,
    unpointed,
    unquotable,
    without_what_sends_on,
)
from guizhang.quiz.quoting.texts import inner

_NO_SENTENCE = Message(
    "和清单的引语连不成一句话，或者引语不以冒号结尾",
    "it makes no sentence with the introduction of its list, or that ends without a colon",
)
_POINTS_ELSEWHERE = Message(
    "话里指向别处（前款、下列、第几条之类）", "it points at another place (the preceding paragraph, below, article 5 …)"
)
_NOT_WHOLE = Message("不是完整的句子，或者依赖上一句", "it is no whole sentence, or leans on the one before it")
_NO_RULE = Message(
    "所在部分是会议纪要、通报或者公司介绍，不是规定",
    "it stands among minutes, notices or what is told of the company, and is no rule",
)
_UNTITLED = Message("太短，上面又没有标题说明是什么事", "it is too short to be understood without a title above it")
_FEWEST = {"zh": 14, "en": 26}
_SHORT = {"zh": 80, "en": 240}
_WHOLE_EN = 60
"""Characters of an English sentence that says what it is about."""
_OF_ITS_OWN = re.compile(
    r"(?:An?|Any|Anyone|Every|Each|All|No|Nobody|Staff|If|Where|When|Before|After|[A-Z][a-z-]+(?: [a-z-]+)?s)\b"
)
# 客户退货的：, 遇有下列情形时： say in which case its points hold.
_IN_CASE = re.compile("[的时時後后][，：]|情形|情况|情況")
_TAKES_UP = re.compile(
    r"\b(?:it|they|them|this|that|these|those|such|then|thereafter|thereof|afterwards|also|other|another|remaining)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Clause(PlacedText):
    """A node with text, in an adopted provision; the same only as itself, so that it can be looked up by."""

    address: str
    """Of the provision it belongs to."""
    ordinal: int
    """Which clause of its provision, from 1."""

    @property
    def themes(self) -> tuple[str, ...]:
        """Its themes; its regulation's id where none is named anywhere, so that quotas can count it."""
        return self.place.themes or (self.place.regulation.id,)

    @property
    def applies_to(self) -> tuple[str, ...]:
        """The roles it addresses."""
        return self.place.applies_to

    def facts(self) -> tuple[str, ...]:
        """Return the addresses of the facts its own text names, in order, each once."""
        return self._facts

    @cached_property
    def _facts(self) -> tuple[str, ...]:
        return tuple(self._named(self.place.node))

    def printed_facts(self) -> tuple[str, ...]:
        """Return the addresses of all facts a quotation of it prints: a point with its introduction, or one with its points."""
        parent = self.place.ancestors[-1:] if self.place.node.level is Level.ITEM else ()
        points = self.listed if self.introduces else ()
        return tuple(dict.fromkeys(fact for node in (*parent, self.place.node, *points) for fact in self._named(node)))

    def quote(self, print_fact: Callable[[str, Lang], str] | None = None) -> Text | None:
        """Return the clause as an item quotes it, without quotation marks; ``None`` where it cannot stand alone.

        Args:
            print_fact: Prints the fact at an address in a language; a blank, where that is what is asked.
        """
        if print_fact is None:
            return self._quoted
        return self._quotable(self.printed(print_fact))

    @cached_property
    def _quoted(self) -> Text | None:
        printed = self.printed(self.handbook.print_fact)
        if printed is None:
            return None
        kept = without_what_sends_on({lang: printed.either(lang) for lang in self.langs}, sends=names_annex)
        return (
            self._quotable(printed)
            or self._quotable(self._with_points(printed))
            or self._quotable(Text(zh=kept.get("zh"), en=kept.get("en")))
        )

    @cached_property
    def unquotable(self) -> Message | None:
        """Why an item cannot quote it; ``None`` where it can."""
        return None if self._quoted is not None else self._obstacle(self.printed(self.handbook.print_fact))

    def _quotable(self, text: Text | None) -> Text | None:
        """Return *text* where it is short enough and points nowhere else."""
        return text if self._obstacle(text) is None else None

    def _obstacle(self, text: Text | None) -> Message | None:
        """Return why *text* cannot be quoted alone; ``None`` where it can."""
        if text is None:
            return _NO_SENTENCE
        for lang in self.langs:
            said = text.either(lang)
            reason = unquotable(said, lang) or (_POINTS_ELSEWHERE if self._dangles(said, lang) else None)
            if reason is None and self.heading is not None and says_purpose(self.heading.get(lang) or "", said):
                reason = ITSELF
            if reason is not None:
                return reason
        # A line without an end goes on in another: 离职后2年内仍应保守.
        if self.imported and not all(
            ended(said) and not begins_with_pronoun(said) and not hardly_says(said)
            for said in map(text.either, self.langs)
        ):
            return _NOT_WHOLE
        if self._no_rule:
            return _NO_RULE
        # 原则上不得少于30分钟 says nothing without the title it stands under.
        if self.heading is None and any(len(text.either(lang)) < _FEWEST[lang] for lang in self.langs[:1]):
            return _UNTITLED
        return None

    @property
    def _no_rule(self) -> bool:
        """Whether it reports what was held, tells of the company, or has the other half of its sentence in its title."""
        own = self.provision.title
        told = records_events(self.place.regulation.title) or (self.imported and tells_of_company(self.place))
        return told or (own is not None and cut_off(own))

    def _dangles(self, text: str, lang: Lang) -> bool:
        """Tell whether *text* points at what does not stand beside it; dots stand for the list that it points at."""
        before, dots, behind = text.partition(DOTS[lang].lstrip())
        if self.continues and dots and not behind:
            before, _, behind = before.partition(COLON[lang])  # the first point has the others behind it
        if self.place.node.level is Level.ITEM and dots and points_forward(before):
            point = behind.strip()
            halting = lang == "en" and (leans(point[:1].upper() + point[1:], lang) or if_it(point))
            return halting or points_back(before) or dangles(behind, lang)
        if self.introduces:
            before, colon, behind = text.partition(COLON[lang])
            # What points at the list has it right behind.
            if colon and behind:
                return points_back(before) or dangles(unpointed(before), lang) or dangles(behind, lang)
        return dangles(text, lang)

    def _with_points(self, printed: Text) -> Text | None:
        """Return an introduction, printed with dots, with all its points behind it; ``None`` where one cannot stand there."""
        points = self.points()
        if points is None:
            return None
        said: dict[Lang, str] = {}
        for lang in self.langs:
            if not printed.either(lang).endswith(DOTS[lang]):
                return None
            whole = with_points(printed.either(lang), [point.either(lang) for point in points], lang)
            if whole is None:
                return None
            said[lang] = inner(whole)
        return Text(zh=said.get("zh"), en=said.get("en"))

    def lead(self) -> Text | None:
        """Return a clause that introduces a list, with “……” for the list; ``None`` where it cannot stand alone.

        The items follow as options, so that it may point to what is below.
        """
        printed = self.printed(self.handbook.print_fact)
        if printed is None or self._no_rule:
            return None
        for lang in self.langs:
            text = printed.either(lang)
            if too_long(text, lang) or broken(text, lang) or not text.endswith(DOTS[lang]) or points_back(text):
                return None
        return Text(en=_last(printed.either("en"))) if self.langs == ("en",) else printed

    def excerpt(self, blanked: Text) -> Text | None:
        """Return the part of *blanked* that holds the blank; ``None`` where it cannot stand alone.

        Short clauses are quoted whole. Of a long one the sentence with the blank is enough, unless it leans on the
        sentence before it or the other language has its sentences cut otherwise: both quote the same.
        """
        texts = {lang: blanked.either(lang) for lang in self.langs}
        if any(BLANK not in text for text in texts.values()):
            return None
        if any(len(text) > _SHORT[lang] for lang, text in texts.items()):
            parts = {lang: sentences(text, lang) for lang, text in texts.items()}
            if len({len(found) for found in parts.values()}) == 1:
                first = parts[self.langs[0]]
                at = next(i for i, sentence in enumerate(first) if BLANK in sentence)
                alone = {lang: found[at] for lang, found in parts.items()}
                whole = all(BLANK in s and not leans(s, lang) for lang, s in alone.items())
                if self.langs == ("en",):
                    whole, alone = whole or begins_at(first, at) < at, {"en": _needed(first, at)}
                if whole and not self._out_of_scope(parts, at):
                    texts = alone
        if self.langs == ("en",):
            texts = {"en": _as_needed(texts["en"])}
        texts = without_what_sends_on(texts)
        if self.introduces:
            # A list that is not asked for is not announced: ……，写明…… is left out; what means nothing without it has it.
            alone = {lang: unannounced(text, lang) for lang, text in texts.items()}
            if any(BLANK not in text or text.endswith("…") for text in alone.values()):
                full = self._with_points(Text(zh=texts.get("zh"), en=texts.get("en")))
                return self._quotable(full) if full is not None else None
            texts = alone
        return self._quotable(Text(zh=texts.get("zh"), en=texts.get("en")))

    def _out_of_scope(self, parts: Mapping[Lang, Sequence[str]], at: int) -> bool:
        """Tell whether a sentence of a Chinese point stands behind what says where it holds: 上海：每天160元。没有住宿的，补助10元."""
        if "zh" not in parts or not self.continues:
            return False
        before, begins = "".join(parts["zh"][:at]), self.introduced("zh")
        # The introduction is left out where it ends in front of the sentence.
        left_out = len(before) >= begins > 0
        return left_out and (COLON["zh"] in before[begins:] or _IN_CASE.search(before[:begins]) is not None)


def _last(text: str) -> str:
    """Return the last of English sentences where it leans on none of those before it."""
    last = sentences(text, "en")[-1]
    return text if leans(last, "en") else last


def _needed(parts: Sequence[str], at: int) -> str:
    """Return an English sentence with those in front of it that say what it is about."""
    return " ".join(parts[begins_at(parts, at) : at + 1])


def _as_needed(text: str) -> str:
    """Return the English sentence with the blank, with those in front of it where it may lean on them.

    English rules put several in a paragraph. “Receipts must be handed in” is about those of the sentence before, and so is whatever
    begins with “the”; what names anybody, or every case, is not.
    """
    parts = sentences(text, "en")
    at = next((n for n, part in enumerate(parts) if BLANK in part), None)
    if at is None:
        return text
    whole = " ".join(parts[: at + 1])
    if begins_at(parts, at) < at:
        return _needed(parts, at) if too_long(whole, "en") else whole
    # Of a paragraph too long to be quoted a sentence that names its own subject is better than none.
    named = _OF_ITS_OWN.match(parts[at]) or (too_long(whole, "en") and not leans(parts[at], "en"))
    return parts[at] if len(parts[at]) >= _WHOLE_EN and named and not _TAKES_UP.search(parts[at]) else whole


def clauses(handbook: Handbook) -> Iterator[Clause]:
    """Yield the clauses of all binding provisions, in printed order, without those whose figures cannot be printed.

    Provisions that import has left in doubt are left out as well: see `doubted`.
    """
    counted: dict[str, int] = {}
    doubted = in_doubt(handbook)
    for regulation in handbook.regulations:
        for place in walk(regulation):
            address = place.address
            if place.node.text is None or address is None or not place.binding or address in doubted:
                continue
            counted[address] = counted.get(address, 0) + 1
            clause = Clause(handbook, place, address, counted[address])
            try:
                clause.quote()
                clause.printed_facts()
            except UnknownReference:
                continue  # a check reports the placeholder; no item rests on a text that cannot be printed
            yield clause
