"""Figures one can ask for: each fact with the clause that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import Duration, Frequency, Number, Quantity, QuantityKind, TimeOfDay, magnitude
from guizhang.model.regulation import Level, Place
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.model.units import unit_of
from guizhang.model.wording import print_fact
from guizhang.quiz.material.made import Declined
from guizhang.quiz.material.spots import fill
from guizhang.quiz.material.values.beside import Beside, as_beside, contradicts, figures_beside, gives_away
from guizhang.quiz.material.values.manner import in_its_numerals, worded
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.quantities import find_figures

_MODAL = re.compile(r"^ (must|shall|may|can|should|will)\b")
# What a sentence says right before or behind a duration that is counted within a period: 每天不超过…, … a day.
_PER_ZH = re.compile(r"每个?(天|日|周|星期|月|年)[^，。；、：]{0,16}$")
_SHIFT = re.compile("一?班(?!车)")
_SHIFT_EN = (
    re.compile(
        r"\bshifts? (?:(?:may|must|shall|can|should)(?: not|not)? |of|over|under|below|above|longer than|exceeding|lasting|(?:is|are|lasts?)\b)[^,.;:]*$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:-hour)? (?:[a-z]+ )?shifts?\b"),
)
"""How long a shift is: one of 24 hours is out of the world."""
_YOUNG = re.compile(
    r"\b(?:child(?:ren)?|kids?|minors?|juveniles?|boys?|girls?)\b|儿童|兒童|未成年|小孩|孩子", re.IGNORECASE
)
OF_AGE, _NEARLY_OF_AGE = 18, 16
"""Years."""
_FEW_YEARS = 4
_PER_EN = re.compile(r"^ (?:[a-z ]{0,30} )?(?:a|each|every|per) (?:calendar |working )?(day|week|month|year)\b")
# Times in a row, at different times, that add up: one is no row and no sum.
_IN_A_ROW = re.compile(
    r"(?:连续|連續|继续|繼續)[^，。；]{0,6}$|(?:不同|分别|累计|累計|合计|合計|先后|先後)[^，。；]{0,12}$"
)
# Who go together are two at least.
_TOGETHER = re.compile("[^，。；]{0,2}(?:同行|一起|共同|结伴|结对|会签|(?:同时)?在场|互相|轮流)")
_IN_A_ROW_EN = re.compile(r" (?:consecutive|in a row|running|in succession|at different|on different)\b")
_PERIODS = {
    Duration.parse(period).seconds: words
    for period, words in (
        ("P1D", ("天", "日", "day")),
        ("P1W", ("周", "星期", "week")),
        ("P1M", ("月", "month")),
        ("P1Y", ("年", "year")),
    )
}

_NOTES = tuple(map(Decimal, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)))
_NOTE_BEHIND = re.compile(
    r" (?:bank ?)?(?:notes?|bills?)\b|[^，。；]{0,2}(?:面额|面額|面值|纸币|紙幣|钞票|鈔票|现钞|大钞|大鈔|假钞|假鈔)"
)
_NOTE_BEFORE = re.compile(
    r"(?:面额|面額|面值|纸币|紙幣|钞票|鈔票)(?:为|為|是|[^，。；]{1,10}[及和与與、或])?$|\b(?:notes?|bills?) of (?:[^,.;]{1,12}(?: and | or |, ))?$",
    re.IGNORECASE,
)
# How long somebody works or drives at a stretch: nobody does for a day.
_AT_WORK = re.compile(
    r"(?:连续|連續|工作|驾驶|駕駛|上班|值班|当班|當班|航班|航程|飞行|飛行|车程|車程|行程)(?:工作|驾驶|駕駛|作业|作業|时间|時間)*(?:不得|不)?(?:超过|超過|满|滿|达|達)?$"
    r"|\b(?:works?|working|drives?|driving|(?:flights?|journeys?|trips?|rides?)(?: (?:lasting|taking|of))?)"
    r" (?:for )?(?:(?:no |not )?(?:more|longer) than |over |up to |at least )?$",
    re.IGNORECASE,
)
_A_DAY = Duration.parse("P1D").seconds
_HOUR = 60
"""Minutes."""
_CLOSE = 30
"""Minutes between two times of which one says what the other is for."""
_COUNTS_AS_ABSENT = re.compile(
    "(?:[按以作算计計]|[视視][为為同作]?|[当當]作)[^，。；]{0,3}(?:[旷曠缺][工课課勤席职職]|事假|[请請]假)$"
)
_HALF_A_DAY = "P0.5D"
_HALF_SHIFT = magnitude(Duration.parse("PT4H"))


@dataclass(frozen=True)
class Figure:
    """A fact in the clause that says it."""

    clause: Clause
    address: str
    """``regulation/provision#fact``."""
    fact: Fact
    """Parameters applied."""

    @property
    def handbook(self) -> Handbook:
        """The handbook it stands in."""
        return self.clause.handbook

    @property
    def name(self) -> str:
        """The fact's name."""
        return self.address.partition("#")[2]

    def printed(self, fact: Fact, lang: Lang) -> str:
        """Return *fact* as options print it, all in one manner: an own wording would tell the key from the others."""
        return self._worded(fact, lang) or self._usual(fact, lang)

    def fits(self, fact: Fact) -> bool:
        """Tell whether *fact* can be printed in the manner of the sentence, in each of its languages.

        Its own figure has to come out as it stands, or as figures are printed usually: that is how it is known to be printed.
        """
        for lang in self.clause.langs:
            said = self._worded(fact, lang)
            own = self.fact.zh if lang == "zh" else self.fact.en
            if said is None:
                return False
            usual = self._usual(fact, lang)
            if fact is self.fact and said not in (own, usual, in_its_numerals(own or usual, usual, lang)):
                return False
        return True

    def _worded(self, fact: Fact, lang: Lang) -> str | None:
        # A value is printed again and again while it is found out whether it can be offered.
        written = self._values_worded
        key = (fact.kind, fact.value, fact.unit, lang)
        if key not in written:
            own = self.fact.zh if lang == "zh" else self.fact.en
            written[key] = worded(fact, self._usual(fact, lang), (own, self._usually[lang]), lang)
        return written[key]

    @cached_property
    def _values_worded(self) -> dict[tuple[QuantityKind, str, str | None, Lang], str | None]:
        return {}

    @cached_property
    def _usually(self) -> Mapping[Lang, str]:
        """The figure itself as it would be printed without a wording of its own."""
        return {lang: self._usual(self.fact, lang) for lang in LANGS}

    def _usual(self, fact: Fact, lang: Lang) -> str:
        plain = fact if fact.zh is fact.en is None else fact.model_copy(update={"zh": None, "en": None})
        return print_fact(plain, lang, self.handbook.settings.units)

    def said(self, fact: Fact) -> Text:
        """Return *fact* in the languages of its clause as options print it."""
        return self.clause.said(self.printed(fact, "zh"), self.printed(fact, "en"))

    @cached_property
    def blanked(self) -> Text | None:
        """The sentence with a blank for the figure and all other figures printed; ``None`` if it cannot stand alone."""
        printed = self.clause.printed(lambda a, lang: BLANK if a == self.address else self.handbook.print_fact(a, lang))
        if printed is None:
            return None
        if (self.fact.en or "").endswith(".") and printed.en is not None:
            # What closes 3:00 p.m. closes the sentence as well.
            printed = printed.model_copy(update={"en": re.sub(rf"{BLANK}(?= [A-Z]|$)", f"{BLANK}.", printed.en)})
        return self.clause.excerpt(printed)

    @property
    def sentence(self) -> Text:
        """The sentence with its blank, of a figure that can be asked for."""
        assert self.blanked is not None
        return self.blanked

    def declined(self, why: Message) -> Declined:
        """Return that a model asks nothing of it, and why."""
        return Declined(self.clause.address, why, self.said(self.fact))

    def filled(self, fact: Fact | None = None) -> Text:
        """Return the sentence with *fact* in the figure's place as options print it; as the rule has it when absent."""
        if fact is None:
            printed = self.handbook.print_fact
            return fill(self.sentence, self.clause.said(printed(self.address, "zh"), printed(self.address, "en")))
        return fill(self.sentence, self.said(fact))

    @cached_property
    def wrong_values(self) -> tuple[list[Fact], list[Fact]]:
        """Values below and above, nearest first, plausible here and none of them true of the same thing anywhere.

        True are the other figures of the same kind and unit in the same provision, and those that are about the same
        elsewhere. What a neighbouring item of the same list says is true of its own case only, and so the likeliest
        mistake.
        """
        true = {magnitude(fact.quantity[0]) for fact in self._kin()}
        lower, higher = neighbours(self.fact, by_the_hour=self._by_the_hour, ends_alike=self._ends_alike)
        seen = {self.printed(self.fact, "zh"), self.printed(self.fact, "en")}
        return self._usable(lower, true, seen), self._usable(higher, true, seen)

    def at_one_end(self, other: Fact) -> Iterator[Fact]:
        """Yield the range with one end as that of *other*, and the other end as it is, where that can be worded."""
        (low, high), (begin, end) = self.fact.quantity, other.quantity
        for ends in ((begin, high), (low, end)):
            # A night goes on past midnight: of times the second need not be the larger, but that stays as it is.
            first, second = _ends(*ends)
            if first == second or (first < second) is not (magnitude(low) < _span(self.fact)[1]):
                continue
            value = f"{ends[0]}..{ends[1]}" + self.fact.value[len(f"{low}..{high}") :]
            moved = self.fact.with_value(value)
            if moved.quantity != self.fact.quantity and self.fits(moved):
                yield moved

    @property
    def _by_the_hour(self) -> bool:
        """Whether its regulation has other times too, and all of them are whole hours."""
        if not isinstance(self.fact.quantity[0], TimeOfDay):
            return False
        regulation = self.address.partition("/")[0]
        times = [
            time.minutes
            for _, fact in self.handbook.facts_beside.get(regulation, ())
            for time in fact.quantity
            if isinstance(time, TimeOfDay)
        ]
        return len(times) > 1 and not any(minutes % _HOUR for minutes in times)

    @property
    def _ends_alike(self) -> bool:
        """Whether its sentence has another range of times that ends as it does: 周五______，其他日子7:00至22:00."""
        others = (self.handbook.facts[address] for address in self.clause.facts() if address != self.address)
        end = self.fact.quantity[1]
        return end is not None and any(one.kind is self.fact.kind and one.quantity[1] == end for one in others)

    def _usable(self, facts: list[Fact], true: set[Decimal], seen: set[str]) -> list[Fact]:
        return [
            fact
            for fact in facts
            if magnitude(fact.quantity[0]) not in true
            and self.fits(fact)
            and not {self.printed(fact, lang) for lang in LANGS} & seen
            and self._plausible(fact)
            and self._agrees(fact)
        ]

    def _agrees(self, fact: Fact) -> bool:
        """Tell whether the English sentence agrees with *fact* too: at least 3 customers complain, not 1 customer complain.

        A modal verb behind the figure takes both; counts in words (three times, two attempts) are no subjects.
        """
        sentence = self.blanked
        if sentence is not None and f"{BLANK}'" in (sentence.en or ""):
            # The deposit is two months' rent, and one month' rent is no English.
            return self.printed(fact, "en").endswith("s") is self.printed(self.fact, "en").endswith("s")
        if self.fact.kind is not QuantityKind.COUNT or self.fact.unit is None or (sentence and sentence.en is None):
            return True
        if unit_of(self.fact.unit, self.handbook.settings.units).spelled:
            return True
        if (_span(self.fact)[1] == 1) is (_span(fact)[1] == 1):
            return True
        return sentence is not None and _MODAL.match(sentence.either("en").partition(BLANK)[2]) is not None

    def _plausible(self, fact: Fact) -> bool:
        """Tell whether *fact* contradicts nothing the sentence itself says.

        A sentence that says 24 hours, and 2 hours for the urgent, says neither 1 hour nor 48 in either place; hours a
        day are not as many as a day has.
        """
        here, there = _span(self.fact), _span(fact)
        if any(_passes(here, there, often) for often in self._rounds_beside):
            return False
        for address in self.clause.facts():
            other = self.handbook.facts[address]
            if address == self.address or (other.kind, other.unit) != (self.fact.kind, self.fact.unit):
                continue
            beside = _span(other)
            if other.value.startswith(_HALF_A_DAY) and here[1] < _HALF_SHIFT:
                beside = (_HALF_SHIFT, _HALF_SHIFT)  # 一小时到半天: nobody says 四小时到半天
            if _passes(here, there, beside) or (fact.kind is QuantityKind.TIME and _parted(here, there, beside)):
                return False
        if self._absent and there[1] > max(here[1], _A_DAY):
            return False
        if ((number_of(fact) or 2) <= 1 and self._adds_up) or self._exceeds_otherwise(fact):
            return False
        if fact.unit == "years-of-age" and not self._age_like(here, there):
            return False
        if fact.kind is QuantityKind.MONEY and number_of(fact) not in _NOTES and self._of_notes:
            return False
        own, others = self.beside
        if contradicts(own, as_beside(fact, self._said), others, self._said):
            return False
        return (self._most is None or there[1] <= self._most) and self._same_part_of_day(fact)

    def _same_part_of_day(self, fact: Fact) -> bool:
        """Tell whether *fact* can stand behind 每 where the rule has a part of the day there: 每晚11点, and no 每凌晨1点."""
        if fact.kind is not QuantityKind.TIME or not (self.sentence.zh or "").partition(BLANK)[0].endswith("每"):
            return True
        return self.printed(fact, "zh")[:1] == self.printed(self.fact, "zh")[:1]

    @property
    def _absent(self) -> bool:
        """Whether it says for how long an absence something counts: nobody takes half an hour for two days' absence."""
        sentence = self.blanked if self.fact.kind is QuantityKind.DURATION else None
        return sentence is not None and _COUNTS_AS_ABSENT.search((sentence.zh or "").partition(BLANK)[0]) is not None

    @property
    def _of_notes(self) -> bool:
        """Whether it is what is printed on a banknote: there is none of $30."""
        before, _, behind = self._said.partition(BLANK)
        return _NOTE_BEHIND.match(behind) is not None or _NOTE_BEFORE.search(before) is not None

    @cached_property
    def beside(self) -> tuple[Beside, tuple[Beside, ...]]:
        """It as a figure of its sentence, and the others that stand there."""
        return as_beside(self.fact, self._said), figures_beside(self._said)

    @property
    def told_by_others(self) -> bool:
        """Whether another figure of its sentence gives it away: 不超过______，第3次起……."""
        own, beside = self.beside
        return gives_away(own, beside, self._said)

    @property
    def _said(self) -> str:
        return self.sentence.either(self.clause.langs[0])

    @cached_property
    def _rounds_beside(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """How often the sentence says that other things are done, marked or not: pillowcases oftener than sheets."""
        sentence = self.blanked if self.fact.kind is QuantityKind.FREQUENCY else None
        if sentence is None:
            return ()
        found = find_figures(sentence.either(self.clause.langs[0]).replace(BLANK, "……"))
        often = [Frequency.parse(one.value) for one in found if one.kind.value == self.fact.kind.value]
        return tuple((magnitude(one), magnitude(one)) for one in often)

    def _exceeds_otherwise(self, fact: Fact) -> bool:
        """Tell whether *fact* counts in another period what must not be exceeded: nobody says 不得超过每2天一次."""
        here, there = self.fact.quantity[0], fact.quantity[0]
        return (
            isinstance(here, Frequency)
            and isinstance(there, Frequency)
            and here.period != there.period
            and self.sentence.either("zh")
            .partition(BLANK)[0]
            .endswith(("超过", "超過", "多于", "多於", "少于", "低于"))
        )

    def _age_like(self, here: tuple[Decimal, Decimal], there: tuple[Decimal, Decimal]) -> bool:
        """Tell whether one age could stand for another: beside 18 neither 8 nor 30, and 21 not for children."""
        far = there[1] < here[1] / 2 or there[1] > max(here[1] * Decimal("1.5"), here[1] + _FEW_YEARS)
        below = any(
            (own == OF_AGE and other < _NEARLY_OF_AGE) or (own > OF_AGE > other)
            for own, other in zip(here, there, strict=True)
        )
        return not far and not below and not (there[1] > OF_AGE >= here[1] and self.of_the_young)

    @cached_property
    def of_the_young(self) -> bool:
        """Whether it is about children: 21 is no age of theirs."""
        sentence = self.blanked
        if sentence is None:
            return False
        # Children under 12, 未满12周岁的儿童; what stands in English behind the age may be about others.
        said = ((sentence.zh or ""), (sentence.en or "").partition(BLANK)[0])
        return any(map(_YOUNG.search, said))

    @cached_property
    def _adds_up(self) -> bool:
        """Whether the figure says how many there are one after another, or together: one would be no row."""
        sentence = self.blanked
        if sentence is None:
            return False
        before, _, after = (sentence.zh or "").partition(BLANK)
        behind = (sentence.en or "").partition(BLANK)[2]
        # 一个月内迟到满三次: what is counted up to has to happen more than once.
        counted = self.fact.kind is QuantityKind.COUNT and before.endswith(("满", "滿"))
        return counted or any((_IN_A_ROW.search(before), _TOGETHER.match(after), _IN_A_ROW_EN.match(behind)))

    @cached_property
    def period(self) -> Decimal | None:
        """The period the sentence counts a duration in, in seconds: a day in “8 hours a day”."""
        sentence = self.blanked if self.fact.kind is QuantityKind.DURATION else None
        if sentence is None:
            return None
        before, _, behind = sentence.either("zh").partition(BLANK)
        before_en, _, behind_en = (sentence.en or "").partition(BLANK)
        if _SHIFT.match(behind) or _SHIFT_EN[0].search(before_en) or _SHIFT_EN[1].match(behind_en):
            return _A_DAY  # 理货员8小时一班, shifts of 6 hours or more
        said = _PER_ZH.search(before) or _PER_EN.match(sentence.either("en").partition(BLANK)[2])
        return next((seconds for seconds, words in _PERIODS.items() if said and said[1] in words), None)

    @property
    def given_away(self) -> bool:
        """Whether the sentence says the same for another period: 40 hours a week give away 8 hours a day."""
        others = (Figure(self.clause, a, self.handbook.facts[a]) for a in self.clause.facts() if a != self.address)
        return self.period is not None and any(other.period not in (None, self.period) for other in others)

    @property
    def _most(self) -> Decimal | None:
        """The longest that is plausible within the period the sentence counts in: half of it, or what is true."""
        own = _span(self.fact)[1]
        if self.fact.kind is QuantityKind.DURATION and own < _A_DAY and _AT_WORK.search(self._said.partition(BLANK)[0]):
            return max(_A_DAY / 2, own)
        return max(self.period / 2, own) if self.period else None

    def _kin(self) -> Iterator[Fact]:
        provision = self.address.partition("#")[0]
        about = self.fact.about
        beside = self.handbook.facts_beside.get(provision, ())
        for address, fact in (*beside, *(self.handbook.facts_about[about] if about is not None else ())):
            if (fact.kind, fact.unit) != (self.fact.kind, self.fact.unit):
                continue
            if address in self._neighbouring_items and (about is None or fact.about != about):
                continue
            yield fact

    @cached_property
    def _neighbouring_items(self) -> frozenset[str]:
        """Facts that only the other items of the list this one stands in name."""
        place = self.clause.place
        if place.node.level is not Level.ITEM or not place.ancestors:
            return frozenset()
        own = set(self.clause.facts())
        among = place.ancestors[-1]
        found = set()
        for node in among.body:
            if node is place.node or node.text is None:
                continue
            there = Place(place.regulation, node, place.ancestors, place.loc)
            found |= {self.handbook.fact_address(p.reference, there) for p in placeholders(node.text.either("zh"))}
        return frozenset(found) - own


def _passes(here: tuple[Decimal, Decimal], there: tuple[Decimal, Decimal], beside: tuple[Decimal, Decimal]) -> bool:
    """Tell whether *there*, in the place of *here*, would come level with *beside*, or lie on its other side."""
    return (here[1] < beside[0] and there[1] >= beside[0]) or (here[0] > beside[1] and there[0] <= beside[1])


def _parted(here: tuple[Decimal, Decimal], there: tuple[Decimal, Decimal], beside: tuple[Decimal, Decimal]) -> bool:
    """Tell whether *there* lies far from a time that *here* is close to: work begins at 7:00, and not at 9:00 for who comes at 6:50."""
    return abs(here[0] - beside[0]) <= _CLOSE < abs(there[0] - beside[0]) / 2


def number_of(fact: Fact) -> Decimal | None:
    """Return the one number of a figure; ``None`` for ranges, times, dates and 1 year 6 months."""
    low, high = fact.quantity
    if high is not None:
        return None
    match low:
        case Number():
            return low.value
        case Duration() if len(low.parts) == 1:
            return low.parts[0][1]
        case _:
            return None


def _ends(low: Quantity, high: Quantity | None) -> tuple[Decimal, Decimal]:
    return magnitude(low), magnitude(low if high is None else high)


def _span(fact: Fact) -> tuple[Decimal, Decimal]:
    """Return the ends of a figure as numbers that compare; both the same unless it is a range."""
    return _ends(*fact.quantity)
