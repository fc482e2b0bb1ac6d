"""One sentence of the rules as the check for a second right answer reads it: what it says, of whom, and where something is wanting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from guizhang.consistency.amounts import Amount, amount
from guizhang.consistency.statements import Statement, without
from guizhang.consistency.words import content_words
from guizhang.model.regulation import Level
from guizhang.model.text import Lang
from guizhang.quality.paraphrase import Said, covered, said
from guizhang.quality.same_option import normal
from guizhang.zh.quantities import Figure, find_figures

# Of the name of a key, so much: 小票 is 购物小票.
NAMED = 0.33
FEWEST_WORDS = 2
_ALSO = re.compile(
    r"[也还亦]|同样|均可|皆可|[代替顶]替|可以?(?:只|仅|凭|改用)|任选|任一|二选一|视同|视为|等同|抵作|作数|有效|\b(?:also|too|either|likewise"
    r"|as well|instead|alone|equally|alternatively"
    r"|in place of|counts? as|as good as|serves? as|"
    r"accepted as|will do|is enough|suffices|by choice|whichever)\b",
    re.IGNORECASE,
)
# Where the key is wanting, what stands in for it is right as well, and the stem says nothing of that.
_LACKING = r"(?:absen\w+|away|off|ill|sick|full|lost|left|forg\w+|missing|broken|empty|closed|busy|unavailable|not|no|out of|holiday|leave)"
_WANTING: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:^|(?<=[，,；]))[^，,；。]*(?:不在|缺席|外出|因故|休息(?![室区厅])|休假|请假|生病|忘|遗失|丢|没有|没带|未带|无法|不便|用完|用尽"
        r"|(?<![期届])满(?:了|时|后|的)|已满"
        r"|坏|故障|停用|空缺|不够)[^，,；。]*?(?:[，,]|时(?=[由请到用凭]))|代替[^，,；。]*"
    ),
    "en": re.compile(
        rf"\b(?:if|when(?:ever)?|where|while|unless|(?:from|for|by) [^,.;]*\bwho)\b[^,.;]*\b{_LACKING}\b[^,.;]*(?:,|(?=[.;])|$)"
        r"|\b(?:in [^,.;]*\babsence|on [^,.;]*\boff|outside|without)\b[^,.;]*,"
        r"|(?:\b(?:under|over|before|after) )?(?:\bor )?\b(?:instead of|in place of)\b[^,.;]*",
        re.IGNORECASE,
    ),
}
_EXCEPTED = re.compile(r"除[^，,。；]*外[，,]?|\bexcept\b[^,.;]*|\bother than\b[^,.;]*", re.IGNORECASE)
_LEAST = {"zh": 2, "en": 4}
_ONE_WORD = re.compile(r"(?:(?:in|by|with|at|on|to|from) )?(?:(?:the|an?) )?[a-z-]{4,}[.]?", re.IGNORECASE)
DENIED = re.compile(
    r"不得|禁止|不(?:应|能|可|准|许|要|属|算|是|需|用|必)|无[须需]|严禁|除外|\bnot\b|\bnever\b|prohibited|forbidden|\bno\b|\bbarred\b|\bbanned\b",
    re.IGNORECASE,
)


def span(value: Amount) -> tuple[object, ...]:
    """Return what an amount is, and its ends."""
    return value.family, value.low, value.high


_MONTH, _DAY = 2629800, 86400
# A month and thirty days, a year and 365 of them, are one to whoever reads them side by side.
_NEARLY = Decimal("0.0146")


def same_amount(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts are the same, a month being thirty days."""
    if span(one) == span(other):
        return True
    if one.family != other.family or one.family[0] != "duration" or not (one.single and other.single):
        return False
    first, second = one.low or Decimal(0), other.low or Decimal(0)
    months, days = (first, second) if first % _MONTH == 0 else (second, first)
    if months % _MONTH or days % _MONTH == 0 or days % _DAY:
        return False
    return abs(first - second) <= _NEARLY * max(first, second)


@dataclass(frozen=True)
class Rule:
    """A sentence of the rules about what is asked."""

    statement: Statement
    lang: Lang

    @property
    def point(self) -> bool:
        """Whether it is an entry of a list: each says its own of the one thing above them."""
        return self.statement.place.node.level is Level.ITEM

    @property
    def main(self) -> str:
        """What it says, without the case of something wanting and without exceptions."""
        return _mainly(self.statement.text, self.lang)[0]

    @property
    def wanting(self) -> str:
        """The case of something wanting."""
        return _mainly(self.statement.text, self.lang)[1]

    @property
    def stands_in(self) -> bool:
        """Whether it says what will do as well, or where something is wanting."""
        return bool(self.wanting) or _ALSO.search(self.main) is not None

    @cached_property
    def said(self) -> Said:
        """Its words, figures aside."""
        return said(without(self.statement.text, self.statement.figures), self.lang)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """What its figures allow."""
        return amounts_of(self.statement.figures)

    def wants(self, key: str) -> bool:
        """Tell whether it names *key*, or half of its words, as what is wanting."""
        if not self.wanting:
            return False
        return covered(even(said(key, self.lang).words), said(self.wanting, self.lang), self.lang) >= NAMED

    def names(self, option: str) -> bool:
        """Tell whether it says of an option what it says, and not that it is not so."""
        small, words = normal(option), content_words(option, self.lang)
        whole = len(words) >= FEWEST_WORDS or _ONE_WORD.fullmatch(option.strip())
        exact = len(option) >= _LEAST[self.lang] and small in normal(self.main)
        if not exact and not (whole and words and words <= content_words(self.main, self.lang)):
            return False
        if any(all(span(a) != span(own) for own in self.amounts) for a in amounts_of(find_figures(option))):
            return False
        return DENIED.search(re.sub(re.escape(option), "", self.main, flags=re.IGNORECASE)) is None

    def frame(self, option: str) -> Said:
        """Return what it says, the option left out."""
        mine, left = said(self.main, self.lang), said(option, self.lang)
        return Said(mine.words - left.words, mine.parts)


@lru_cache(maxsize=16384)
def _mainly(text: str, lang: Lang) -> tuple[str, str]:
    wanting = " ".join(clause[0] for clause in _WANTING[lang].finditer(text))
    return _EXCEPTED.sub("", _WANTING[lang].sub("", text)), wanting


def amounts_of(figures: Iterable[Figure]) -> tuple[Amount, ...]:
    """Return what figures allow."""
    return tuple(a for figure in figures if (a := amount(figure)) is not None)


def even(words: Iterable[str]) -> dict[str, float]:
    """Return words that count one each."""
    return dict.fromkeys(words, 1.0)
